"""Keeping a report: where the person says, never over another file without a yes, and every fault in one sentence."""

import asyncio
import errno
import os
import stat
import subprocess
import sys
import threading
import unicodedata
from datetime import date
from pathlib import Path

import pytest
from results_help import HOSTILE, POOR, finished
from textual.widgets import Input

from pilot import pasted
from samenspel.exchange.give import report_file
from samenspel.exchange.give.report_file import ReportFileError
from samenspel.tui.kit.save_report import SaveScreen
from samenspel.tui.selftest.report_parts import OnePart
from samenspel.tui.selftest.result import ResultScreen

DAY = date(2026, 11, 23)


@pytest.fixture
def documents(tmp_path, monkeypatch):
    folder = tmp_path / "Documenten"
    folder.mkdir()
    monkeypatch.setattr("samenspel.tui.kit.save_report.documents", lambda: folder)
    return folder


@pytest.fixture
def quick(monkeypatch):
    """A report that is made at once: these tests are about the file."""
    monkeypatch.setattr(OnePart, "report", lambda _self, suffix: b"rapport" + suffix.encode())


async def asked(app, pilot, selftest, part="1"):
    await app.push_screen(ResultScreen(selftest))
    await pilot.press("p", part)
    assert isinstance(app.screen, SaveScreen)


async def test_a_real_pdf_and_html_with_hostile_notes(app_for, seen, store, small, documents):
    selftest = finished(store, small, POOR)
    app = app_for()
    async with app.run_test(size=(60, 20)) as pilot:
        await app.push_screen(ResultScreen(selftest))
        await pilot.press("p")
        assert "Welk deel wilt u bewaren?" in seen(app)
        await pilot.press("1")
        assert "geen toelichtingen" in " ".join(seen(app).split())
        await pilot.press("enter")
        pdf = documents / "samenspel-zelftest-2026-01-05.pdf"
        assert pdf.read_bytes().startswith(b"%PDF")
        if os.name == "posix":
            assert stat.S_IMODE(pdf.stat().st_mode) == 0o600
        assert pdf.name in "".join(seen(app).replace("│", "").split())
        assert "Openen" in seen(app)
        await pilot.press("2", "h", "1", "enter", "2", "h", "2")
        assert "In dit rapport staan ook uw toelichtingen." in " ".join(seen(app).replace("│", "").split())
        await pilot.press("enter")
        plain, noted = (documents / f"samenspel-zelftest-2026-01-05{end}.html" for end in ("", "-2"))
        assert "vet" not in plain.read_text()
        assert HOSTILE not in noted.read_text()
        assert "&lt;b&gt;vet&lt;/b&gt;" in noted.read_text()


async def test_all_parts_come_in_a_folder_and_say_how_far_they_are(app_for, seen, store, small, documents, monkeypatch):
    made, goes_on = threading.Event(), threading.Event()
    write_report = report_file.write

    def slowly(path, content, *, replace=True):
        if path.stem == "werkbladen":  # the second
            made.set()
            assert goes_on.wait(30)
        write_report(path, content, replace=replace)

    monkeypatch.setattr("samenspel.tui.kit.save_folder.write", slowly)
    monkeypatch.setattr("samenspel.tui.selftest.report_parts.rendered", lambda part, **_how: part.title.encode())
    app = app_for()
    folder = documents / "samenspel-rapport-2026-01-05"
    async with app.run_test(size=(60, 20)) as pilot:
        await asked(app, pilot, finished(store, small, POOR), "6")
        assert "toelichtingen en open antwoorden" in " ".join(seen(app).replace("│", "").split())
        app.simulate_key("enter")
        assert await asyncio.to_thread(made.wait, 30)
        await pilot.glance()
        assert "1 bestand is gemaakt" in seen(app)
        goes_on.set()
        await pilot.pause()
        assert "Bewaard in" in seen(app)
        names = ["bijlage.pdf", "gespreksblad.pdf", "rapport.pdf", "werkbladen.pdf"]
        assert sorted(path.name for path in folder.iterdir()) == names
        if os.name == "posix":
            assert stat.S_IMODE(folder.stat().st_mode) == 0o700
        (folder / "rapport.pdf").write_bytes(b"van mij")
        await pilot.press("2", "p", "6")
        app.screen.query_one(Input).value = folder.name
        await pilot.press("enter")
        assert "Deze map is er al" in seen(app)
        await pilot.press("enter")
        assert (folder / "rapport.pdf").read_bytes() == b"van mij"
        app.screen.query_one(Input).value = "rapport-map/erin"
        await pilot.press("enter")
        assert "Deze map bestaat niet" in seen(app)

        def closed(path):
            raise PermissionError(errno.EACCES, "", str(path))

        monkeypatch.setattr(Path, "iterdir", closed)  # one may go into the folder, but not look
        app.screen.query_one(Input).value = folder.name
        await pilot.press("enter")
        assert "U kunt niet zien wat er in deze map staat" in " ".join(seen(app).replace("│", "").split())


async def test_typing_replaces_the_place_and_an_arrow_keeps_it(app_for, store, small, documents, quick):
    selftest = finished(store, small, POOR)
    app = app_for()
    async with app.run_test(size=(60, 20)) as pilot:
        await asked(app, pilot, selftest)
        place = app.screen.query_one(Input)
        assert place.selected_text == place.value
        assert place.cursor_position == len(place.value)
        await pilot.press(*"brief", "enter", "escape", "p", "1", "right", *["left"] * len(".pdf"), *"-oud", "enter")
    names = sorted(path.name for path in documents.iterdir())
    assert names == ["brief.pdf", "samenspel-zelftest-2026-01-05-oud.pdf"]


async def test_a_place_that_is_pasted_stays_what_it_is(app_for, store, small, documents, quick):
    folder = documents / unicodedata.normalize("NFD", "één  map")
    folder.mkdir()
    app = app_for()
    async with app.run_test(size=(60, 20)) as pilot:
        await asked(app, pilot, finished(store, small, POOR))
        await pilot.press(pasted(f"\x1b{folder}/uit.pdf\r\n"), "enter")
    assert [path.name for path in folder.iterdir()] == ["uit.pdf"]


async def test_a_second_report_gets_a_number(app_for, store, small, documents, quick):
    selftest = finished(store, small, POOR)
    app = app_for()
    async with app.run_test() as pilot:
        await asked(app, pilot, selftest)
        await pilot.press("enter", "escape", "p", "1", "enter")
    assert sorted(path.name for path in documents.iterdir()) == [
        "samenspel-zelftest-2026-01-05-2.pdf",
        "samenspel-zelftest-2026-01-05.pdf",
    ]


async def test_an_existing_file_is_replaced_only_after_a_yes(app_for, seen, store, small, documents, quick):
    selftest = finished(store, small, POOR)
    there = documents / "brief.pdf"
    there.write_bytes(b"van een ander")
    app = app_for()
    async with app.run_test(size=(80, 24)) as pilot:
        await asked(app, pilot, selftest)
        app.screen.query_one(Input).value = "brief"
        await pilot.press("enter")
        assert "Er staat al een bestand" in seen(app)
        await pilot.press("enter")
        assert there.read_bytes() == b"van een ander"
        assert app.screen.query_one(Input).value == "brief"
        await pilot.press("enter", "j")
        assert there.read_bytes() == b"rapport.pdf"


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "Vul in waar het bestand moet komen."),
        ("{map}", "Dit is een map"),
        ("{map}/nergens/rapport.pdf", "Deze map bestaat niet"),
        (f"{__file__}/rapport.pdf", "Dit is geen map"),
        ("{map}/" + "x" * 300, "naam"),
    ],
)
async def test_a_place_that_cannot_be(app_for, seen, store, small, documents, quick, typed, said):
    selftest = finished(store, small, POOR)
    app = app_for()
    async with app.run_test(size=(80, 24)) as pilot:
        await asked(app, pilot, selftest)
        place = app.screen.query_one(Input)
        place.value = typed.format(map=documents)
        await pilot.press("tab", "enter")  # on the button
        assert said in seen(app)
        assert place.has_focus
        assert place.value == typed.format(map=documents)
        assert not list(documents.iterdir())
        place.value = "goed.pdf"
        await pilot.press("enter")
        assert (documents / "goed.pdf").exists()


@pytest.mark.parametrize(
    ("code", "said"),
    [(errno.ENOSPC, "De schijf is vol"), (errno.EACCES, "U mag niet schrijven"), (errno.EIO, "lukt niet")],
)
async def test_a_disk_that_refuses(app_for, seen, store, small, documents, quick, monkeypatch, code, said):
    def refuse(_handle: int) -> None:
        raise OSError(code, os.strerror(code))

    selftest = finished(store, small, POOR)
    app = app_for()
    async with app.run_test(size=(80, 24)) as pilot:
        await asked(app, pilot, selftest)
        with monkeypatch.context() as patched:
            patched.setattr(report_file.os, "fsync", refuse)
            await pilot.press("enter")
        assert said in " ".join(seen(app).split())
        assert not list(documents.iterdir())


def test_ctrl_c_while_a_report_is_written_leaves_nothing_half(tmp_path, monkeypatch):
    def interrupt(_handle: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(report_file.os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        report_file.write(tmp_path / "rapport.pdf", b"%PDF")
    assert not list(tmp_path.iterdir())


async def test_the_screen_lives_while_the_report_is_made(app_for, seen, store, small, documents, monkeypatch):
    goes_on = threading.Event()

    def slow(_outcome, _suffix):
        assert goes_on.wait(30)
        return b"klaar"

    monkeypatch.setattr(OnePart, "report", slow)
    selftest = finished(store, small, POOR)
    app = app_for()
    async with app.run_test(size=(80, 24)) as pilot:
        await asked(app, pilot, selftest)
        app.simulate_key("enter")
        await pilot.glance()
        assert "wordt gemaakt" in seen(app)
        app.simulate_key("f1")
        await pilot.glance()
        assert "Uitleg" in seen(app)
        goes_on.set()
        await pilot.press("escape")
        assert "Bewaard in" in seen(app)


async def test_opening_without_an_opener_is_said(app_for, seen, store, small, documents, quick, monkeypatch):
    monkeypatch.setattr("samenspel.tui.kit.save_report.open_file", refuse_to_open)
    selftest = finished(store, small, POOR)
    app = app_for()
    async with app.run_test(size=(80, 24)) as pilot:
        await asked(app, pilot, selftest)
        await pilot.press("enter", "1")
        assert "Openen lukt hier niet" in seen(app)


def refuse_to_open(path: Path) -> None:
    raise ReportFileError(f"Openen lukt hier niet. Open het bestand zelf: {path}")


async def test_a_name_may_hold_digits_and_the_keys_say_what_they_do(app_for, seen, store, small, documents, quick):
    selftest = finished(store, small, POOR)
    app = app_for()
    async with app.run_test(size=(60, 20)) as pilot:
        await asked(app, pilot, selftest)
        assert "Bewaren (Enter)" in seen(app)
        assert "Niet bewaren (Esc)" in seen(app)
        assert "1-2 kiezen" not in seen(app)
        await pilot.press(*"deel2", "enter")
        assert (documents / "deel2.pdf").exists()
        assert "Niet bewaren" not in seen(app)
        assert "Waar?" not in seen(app)
        assert "▸   1  Openen" in seen(app)


async def test_keeping_it_by_the_button(app_for, store, small, documents, quick):
    selftest = finished(store, small, POOR)
    app = app_for()
    async with app.run_test() as pilot:
        await asked(app, pilot, selftest)
        await pilot.click("#save")
    assert len(list(documents.iterdir())) == 1


@pytest.mark.parametrize("keys", [["escape"], ["tab", "tab", "enter"]])
async def test_not_keeping_it(app_for, store, small, documents, quick, keys):
    selftest = finished(store, small, POOR)
    app = app_for()
    async with app.run_test() as pilot:
        await asked(app, pilot, selftest)
        await pilot.press(*keys)
        assert isinstance(app.screen, ResultScreen)
    assert not list(documents.iterdir())


@pytest.mark.skipif(sys.platform == "win32", reason="Windows opens a file by itself")
@pytest.mark.parametrize("opener", ["exit 3", None])
def test_an_opener_that_fails_or_is_not_there(tmp_path, monkeypatch, opener):
    if opener:
        for name in ("xdg-open", "open"):
            program = tmp_path / name
            program.write_text(f"#!/bin/sh\n{opener}\n")
            program.chmod(0o700)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(ReportFileError, match="Openen lukt hier niet"):
        report_file.open_file(tmp_path / "rapport.pdf")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows opens a file by itself")
def test_an_opener_that_stays_is_showing_the_file(monkeypatch):
    class Stays:
        def __init__(self, command: list[str], **_streams: object) -> None:
            assert command[1] == "rapport.pdf"

        def wait(self, seconds: float) -> int:
            raise subprocess.TimeoutExpired("opener", seconds)

    monkeypatch.setattr(report_file.subprocess, "Popen", Stays)
    report_file.open_file(Path("rapport.pdf"))


def test_names_and_places(tmp_path, monkeypatch):
    name = report_file.selftest_name(DAY)
    assert report_file.free_name(name, ".pdf", tmp_path) == tmp_path / "samenspel-zelftest-2026-11-23.pdf"
    assert report_file.target(" 'mijn rapport' ", ".pdf", tmp_path) == (tmp_path / "mijn rapport.pdf").resolve()
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    assert report_file.target("~/a.html", ".html", Path("/")) == (tmp_path / "a.html").resolve()
    (tmp_path / "map.pdf").mkdir()
    with pytest.raises(ReportFileError, match="geen gewoon bestand"):
        report_file.target("map", ".pdf", tmp_path)
    with pytest.raises(ReportFileError):
        report_file.target("~niemand-met-deze-naam/a", ".pdf", tmp_path)


def test_documents_fall_back_to_home(tmp_path, monkeypatch):
    monkeypatch.setattr("platformdirs.user_documents_path", lambda: tmp_path / "nergens")
    assert report_file.documents() == Path.home()
    monkeypatch.setattr("platformdirs.user_documents_path", lambda: tmp_path)
    assert report_file.documents() == tmp_path


def test_without_a_home_a_report_lands_where_the_person_is(monkeypatch):
    def nowhere():
        raise RuntimeError("could not determine the home directory")

    monkeypatch.setattr("platformdirs.user_documents_path", nowhere)
    assert report_file.documents() == Path.cwd()

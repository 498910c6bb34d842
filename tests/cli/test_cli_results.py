"""``uitslag`` and ``rapport``: the results of a stored self-test, and every way in which it cannot be done."""

import errno
import json
import os
import shlex
import subprocess
import sys
from datetime import date, datetime

import pytest
from click.testing import CliRunner
from msgspec.structs import replace

from commands import COMMAND, at_terminal, environment
from samenspel.cli import cli, stored
from samenspel.exchange.give.json_results import result, to_json
from samenspel.fictional.professional import answer_all
from samenspel.first_step import FirstStep
from samenspel.response import Response
from samenspel.session import Session
from samenspel.storage.selftests import SelfTests

FIRST = Response(
    party="bakker",
    experience="nog-niet",
    meeting="ja",
    answers={"rol-eigen": 2, "rol-brood": 4, "rol-ander": 1, "rel-overleg": 5, "rel-kennen": 5, "rel-lastig": 0},
    notes={"rol-ander": "hij zei: [/] <b>"},
    knowledge={"kennis-brood": "slager"},
    open={"toe-goed": "De koffie."},
)


@pytest.fixture
def store(tmp_path, monkeypatch):
    monkeypatch.setenv("SAMENSPEL_DATA", str(tmp_path / "data"))
    monkeypatch.chdir(tmp_path)
    return SelfTests(tmp_path / "data")


@pytest.fixture
def finished(store, small):
    return selftest(store, small, FIRST, 1)


def selftest(store, questionnaire, response, day, *, finish=True):
    now = datetime(2026, 3, day, 9, 30)  # noqa: DTZ001 - the wall clock of who answers
    session = Session.start(store, questionnaire, response.form, now)
    if finish:
        answer_all(session, response, now)
    return session.selftest


def call(*args):
    return CliRunner().invoke(cli, args)


@pytest.mark.parametrize("part", ["rapport", "werkbladen", "bijlage", "gespreksblad"])
def test_each_part_can_be_asked_for_and_says_where_it_is(store, finished, tmp_path, part):
    named = "zelftest" if part == "rapport" else part
    store.update(finished.id, lambda stored: replace(stored, step=FirstStep("Bel de slager.", "2026-03-09")))
    done = call("rapport", "--deel", part, "--html")
    made = tmp_path / f"samenspel-{named}-2026-03-01.html"
    assert str(made) in done.stdout
    assert ("hij zei: [/] &lt;b&gt;" in made.read_text(encoding="utf-8")) is (part == "bijlage")
    assert ("Bel de slager." in made.read_text(encoding="utf-8")) is (part == "rapport")
    if os.name == "posix":
        assert made.stat().st_mode & 0o777 == 0o600


def test_all_parts_come_in_a_folder_with_the_notes_where_they_are_asked(store, small, finished, tmp_path):
    done = call("rapport", "--deel", "alles", "--html", "--toelichtingen")
    folder = tmp_path / "samenspel-rapport-2026-03-01"
    assert f"staan in de map {folder}" in done.stdout
    names = ("bijlage", "gespreksblad", "rapport", "werkbladen")
    assert sorted(path.name for path in folder.iterdir()) == [f"{name}.html" for name in names]
    noted = [path.stem for path in sorted(folder.iterdir()) if "hij zei" in path.read_text(encoding="utf-8")]
    assert noted == ["bijlage", "rapport"]
    (folder / "rapport.html").write_text("van mij", encoding="utf-8")
    refused = call("rapport", "--deel", "alles", "--html", "-o", str(folder))
    assert "rapport.html" in refused.stderr
    assert (folder / "rapport.html").read_text(encoding="utf-8") == "van mij"
    # Nothing answered: two of the parts have nothing to say, and it is told.
    selftest(store, small, Response(party="slager"), 2)
    told = call("rapport", "--deel", "alles", "-o", "leeg")
    assert sorted(path.name for path in (tmp_path / "leeg").iterdir()) == ["bijlage.pdf", "rapport.pdf"]
    assert "geen werkblad" in told.stderr
    assert "geen gespreksblad" in call("rapport", "--deel", "gespreksblad").stderr


def test_a_part_that_is_not_one_and_notes_where_they_cannot_be(store, finished):
    assert "kies rapport, werkbladen, bijlage, gespreksblad of alles" in call("rapport", "--deel", "x").stderr
    assert "gaat over het rapport" in call("rapport", "--deel", "bijlage", "--toelichtingen").stderr


def test_uitslag_shows_scores_and_advice_of_the_latest_finished(store, small, finished):
    selftest(store, small, Response(party="slager"), 2, finish=False)
    done = call("uitslag")
    assert done.exit_code == 0
    assert done.stderr == ""
    assert "Rolduidelijkheid" in done.stdout
    assert "2,3" in done.stdout
    assert "1. Advies praten" in done.stdout
    assert "nog niet af" not in done.stdout
    assert max(map(len, done.stdout.splitlines())) <= 80


def test_with_accessible_the_results_are_words(store, finished, monkeypatch):
    assert "──" in call("uitslag").stdout
    monkeypatch.setenv("ACCESSIBLE", "1")
    heard = call("uitslag").stdout
    assert "Rolduidelijkheid: " in heard
    assert "Advies: 1. Advies praten" in heard
    assert not set("─═█░▲◆★●·=") & set(heard)
    monkeypatch.setenv("COLUMNS", "60")
    assert max(map(len, call("uitslag").stdout.splitlines())) < 60  # a terminal would break a longer one within a word


def test_uitslag_of_an_open_one_works_and_says_that_it_is_not_finished(store, small):
    open_one = selftest(store, small, FIRST, 2, finish=False)
    for args in ([], [open_one.id]):
        done = call("uitslag", *args)
        assert done.exit_code == 0
        assert "nog niet af: 0 van de 5 stellingen" in " ".join(done.stdout.split())


def test_uitslag_with_no_answers_says_that_there_are_too_few(store, small):
    selftest(store, small, Response(party="bakker"), 1, finish=False)
    told = call("uitslag").stdout
    assert "Er zijn nog te weinig antwoorden voor een advies." in told
    assert "Houd vast" not in told


@pytest.mark.parametrize("command", ["uitslag", "rapport"])
def test_help_says_which_self_test_is_taken(command):
    assert "de laatste die af is; is er geen, dan de laatste" in " ".join(call(command, "--help").stdout.split())


def test_uitslag_json_is_the_contract(store, small, finished):
    done = call("uitslag", finished.id, "--json")
    assert done.exit_code == 0
    assert done.stdout == to_json(result(small, FIRST, finished.id)) + "\n"
    assert json.loads(done.stdout)["dimensions"][0] == {
        "id": "rol",
        "score": 7 / 3,
        "band": "knelpunt",
        "scored": 3,
        "applicable": 3,
        "unclear": 0,
    }


def test_the_previous_time_is_laid_beside_this_one(store, small, finished):
    selftest(store, small, Response(**{**_fields(FIRST), "answers": {**FIRST.answers, "rol-ander": 5}}), 9)
    alone = call("uitslag", finished.id).stdout
    both = call("uitslag").stdout
    assert "vorige" not in alone.lower()
    assert "vorige" in both.lower()


@pytest.mark.parametrize("command", ["uitslag", "rapport", "delen", "code"])
@pytest.mark.parametrize("day", [11, 12, 13])
def test_it_says_of_which_day_the_self_test_is_and_when_that_is_still_to_come(monkeypatch, store, small, command, day):
    monkeypatch.setattr(stored, "today", lambda: date(2026, 3, 12))
    selftest(store, small, FIRST, day)
    done = call(command)
    assert done.exit_code == 0
    assert f"Dit is uw zelftest van {day} maart 2026.\n" in done.stdout
    assert ("Die dag moet nog komen" in done.stderr) == (day == 13)


def test_the_last_is_the_one_made_last_though_the_clock_said_2030(monkeypatch, store, small):
    monkeypatch.setattr(stored, "today", lambda: date(2026, 3, 12))
    for now in (datetime(2030, 1, 1, 9, 30), datetime(2026, 3, 11, 9, 30)):  # noqa: DTZ001 - idem
        answer_all(Session.start(store, small, "volledig", now), FIRST, now)
    for command in ("uitslag", "rapport", "delen", "code"):
        done = call(command)
        assert "Dit is uw zelftest van 11 maart 2026.\n" in done.stdout
        assert done.stderr == ""
    (_last, first) = store.ids()
    done = call("delen", first)
    assert "Dit is uw zelftest van 1 januari 2030.\n" in done.stdout
    assert "Die dag moet nog komen" in done.stderr


@pytest.mark.parametrize("command", ["uitslag", "rapport"])
def test_without_any_self_test_it_says_how_to_begin(command, store, tmp_path):
    done = call(command)
    assert (done.exit_code, done.stdout) == (1, "")
    assert "Begin met ‘samenspel zelftest’." in done.stderr
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("command", ["uitslag", "rapport"])
def test_an_unknown_id_gets_a_suggestion(command, finished):
    wrong = finished.id[:-1] + ("a" if finished.id[-1] != "a" else "b")
    done = call(command, wrong)
    assert (done.exit_code, done.stdout) == (1, "")
    assert f"Bedoelde u ‘{finished.id}’?" in done.stderr


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"zelftest": {}}', b"\xff\xfe"])
def test_a_damaged_self_test_is_named_and_set_aside(store, finished, content):
    path = store.folder / "zelftests" / f"{finished.id}.json"
    path.write_bytes(content)
    done = call("uitslag", finished.id)
    assert (done.exit_code, done.stdout) == (1, "")
    assert "beschadigd" in done.stderr
    assert "Traceback" not in done.stderr
    assert not path.exists()


def test_an_older_result_is_shown_with_a_word_about_the_damaged_newer_one(store, small, finished):
    newer = selftest(store, small, FIRST, 8)
    (store.folder / "zelftests" / f"{newer.id}.json").write_bytes(b"")
    done = call("uitslag", "--json")
    assert done.exit_code == 0
    assert json.loads(done.stdout)["respondent"] == finished.id
    assert "beschadigd" in done.stderr


def test_rapport_writes_a_pdf_under_a_free_name_and_prints_the_path(store, finished, tmp_path):
    first, second = call("rapport"), call("rapport", finished.id)
    assert first.exit_code == second.exit_code == 0
    one, two = tmp_path / "samenspel-zelftest-2026-03-01.pdf", tmp_path / "samenspel-zelftest-2026-03-01-2.pdf"
    assert str(one) in first.stdout
    assert str(two) in second.stdout
    assert one.read_bytes().startswith(b"%PDF-")
    assert one.read_bytes() == two.read_bytes()


@pytest.mark.parametrize(("name", "start"), [("rapport.pdf", b"%PDF-"), ("rapport.HTML", b"<!DOCTYPE html>")])
def test_rapport_replaces_a_file_only_when_that_was_said(finished, tmp_path, name, start):
    out = tmp_path / name
    out.write_text("oud", encoding="utf-8")
    refused = call("rapport", "-o", str(out))
    assert refused.exit_code == 1
    why = f"Dit bestand staat er al: {name}. Kies een andere naam, of zet er ‘--vervang’ bij."
    assert refused.stderr == f"Fout: {why}\n"
    assert out.read_text(encoding="utf-8") == "oud"
    assert call("rapport", "-o", str(out), "--vervang").exit_code == 0
    assert out.read_bytes().lower().startswith(start.lower())


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
@pytest.mark.parametrize("answer", ["ja", "nee", ""])
def test_at_a_terminal_it_is_asked_and_no_is_no_fault(store, finished, tmp_path, answer):
    out = tmp_path / "rapport.pdf"
    out.write_text("oud", encoding="utf-8")
    child = at_terminal("rapport", "-o", str(out), data=store.folder, size=(200, 40))
    child.expect("Typ ‘ja’ om te vervangen")
    child.sendline(answer)
    told = child.read()
    assert (child.wait(), out.read_bytes() == b"oud") == ((0, False) if answer == "ja" else (1, True))
    assert ("Er is niets vervangen." in told) == (answer != "ja")
    assert "Fout" not in told


@pytest.mark.parametrize("name", ["uit.docx", "uit.txt", "mijn rapport.odt"])
def test_an_ending_that_does_not_fit_is_refused(finished, tmp_path, name):
    refused = call("rapport", "-o", name)
    assert refused.exit_code == 2
    ending = name[name.rindex(".") :]
    assert refused.stderr == f"Fout: Dit wordt geen bestand op {ending}. Kies een naam op .pdf, .html of .htm.\n"
    assert not (tmp_path / name).exists()


def test_a_name_without_an_ending_gets_one(finished, tmp_path):
    assert "mijn rapport.pdf" in call("rapport", "-o", "mijn rapport").stdout
    assert "rapport 2026.10.html" in call("rapport", "-o", "rapport 2026.10", "--html").stdout
    assert (tmp_path / "mijn rapport.pdf").read_bytes().startswith(b"%PDF-")


def test_rapport_understands_the_suffix(finished, tmp_path):
    for name in ("uit.pdf", "UIT.PDF"):
        refused = call("rapport", "-o", name, "--html")
        assert refused.exit_code == 2
        assert refused.stderr == (
            f"Fout: ‘{name}’ is een naam voor een PDF, maar u vraagt om HTML. "
            "Laat --html weg, of kies een naam op .html.\n"
        )
        assert not (tmp_path / name).exists()
    assert call("rapport", "-o", "uit.html").exit_code == 0
    assert (tmp_path / "uit.html").read_text(encoding="utf-8").lower().startswith("<!doctype html>")


def test_rapport_of_an_open_one_says_so(store, small):
    selftest(store, small, FIRST, 2, finish=False)
    done = call("rapport")
    assert done.exit_code == 0
    assert "nog niet af" in done.stderr


@pytest.mark.parametrize(
    ("out", "told"),
    [
        ("nergens/uit.pdf", "nergens"),
        (".", "is een map"),
        ("rapporten/", "is een map"),
        ("bestand/uit.pdf", "bestand"),
        ("x" * 300, "te lang"),
    ],
)
def test_a_place_that_cannot_be_is_told(finished, tmp_path, out, told):
    (tmp_path / "bestand").write_text("", encoding="utf-8")
    done = call("rapport", "-o", out)
    assert (done.exit_code, done.stdout) == (1, "")
    assert told in done.stderr
    assert "Traceback" not in done.stderr


def test_a_full_disk_is_told_and_an_older_report_stays(finished, tmp_path, monkeypatch):
    out = tmp_path / "uit.pdf"
    out.write_text("oud", encoding="utf-8")

    def full(_handle):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    done = call("rapport", "-o", str(out), "--vervang")
    assert done.exit_code == 1
    assert "De schijf is vol." in done.stderr
    assert out.read_text(encoding="utf-8") == "oud"


@pytest.mark.skipif(sys.platform == "win32", reason="needs a shell with head")
def test_whoever_looks_at_the_first_line_only_gets_no_complaint(store, finished, tmp_path):
    done = subprocess.run(
        ["sh", "-c", f'"{COMMAND[0]}" -m samenspel uitslag | head -n 1'],
        capture_output=True,
        encoding="utf-8",
        check=True,
        env=environment(store.folder),
    )
    assert len(done.stdout.splitlines()) == 1
    assert done.stderr == ""


def test_results_come_out_as_utf8_whatever_the_machine_is_set_to(store, finished, tmp_path):
    done = subprocess.run(
        [*COMMAND, "uitslag"],
        capture_output=True,
        check=True,
        env=environment(store.folder, PYTHONIOENCODING="ascii", LC_ALL="C", PYTHONUTF8="0"),
    )
    assert "–" in done.stdout.decode() or "●" in done.stdout.decode()


def test_nothing_that_a_person_wrote_steers_the_terminal(store, small):
    response = Response(
        **{**_fields(FIRST), "notes": {"rol-eigen": "\x1b[2J\u202eom"}, "open": {"toe-goed": "\x07\x1b]0;x"}}
    )
    kept = selftest(store, small, response, 4)
    for args in (["uitslag"], ["uitslag", "--json"], ["gegevens", "toon"], ["rapport", kept.id]):
        done = call(*args)
        assert done.exit_code == 0
        assert not set(done.output) & {"\x1b", "\x07", "\u202e"}


def _fields(response):
    return {name: getattr(response, name) for name in response.__struct_fields__}


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with a name here")
def test_a_report_never_takes_the_place_of_a_pipe_or_a_device(finished, tmp_path):
    pipe = tmp_path / "pijp.pdf"
    os.mkfifo(pipe)
    done = call("rapport", "-o", str(pipe))
    assert (done.exit_code, done.stdout) == (1, "")
    assert "geen gewoon bestand" in done.stderr
    assert pipe.is_fifo()


@pytest.mark.parametrize("command", ["rapport", "demo"])
def test_a_home_that_nobody_has_is_told(command, finished):
    done = call(command, "-o", "~nergens-zo-iemand/x.pdf")
    assert (done.exit_code, done.stdout) == (1, "")
    assert "Deze plek kan niet: ~nergens-zo-iemand/x.pdf" in done.stderr


@pytest.mark.parametrize("args", [["uitslag"], ["uitslag", "--json"], ["rapport"]])
def test_without_the_questions_of_the_time_before_there_is_no_time_before(args, store, small, finished):
    selftest(store, replace(small, hash="1" * 64), FIRST, 9)
    (store.snapshots / f"{finished.questionnaire.hash}.json").unlink()
    assert call(*args).exit_code == 0


def test_when_the_only_one_cannot_be_read_it_is_not_said_that_there_is_none(store, finished):
    (store.folder / "zelftests" / f"{finished.id}.json").write_bytes(b"")
    done = call("uitslag")
    assert done.exit_code == 1
    assert "beschadigd" in done.stderr
    assert "Er is nog geen zelftest" not in done.stderr


@pytest.mark.parametrize(
    "changed",
    [
        {"party": "dokter"},
        {"meeting": "soms"},
        {"experience": "\x1b[31m"},
        {"answers": {"rol-eigen": 0}},
        {"knowledge": {"kennis-brood": "dokter"}},
    ],
)
@pytest.mark.parametrize("args", [["uitslag"], ["rapport"], ["rapport", "--html"]])
def test_answers_that_the_questions_do_not_have_are_told(args, changed, store, finished):
    path = store.folder / "zelftests" / f"{finished.id}.json"
    tables = json.loads(path.read_bytes())
    tables["zelftest"]["1"]["response"].update(changed)
    path.write_text(json.dumps(tables))
    before = path.read_bytes()
    done = call(*args)
    assert (done.exit_code, done.stdout) == (1, "")
    assert f"samenspel gegevens wis {finished.id}" in done.stderr
    assert path.read_bytes() == before


@pytest.mark.skipif(sys.platform == "win32", reason="a shell of Unix")
@pytest.mark.parametrize("closed", [">&-", "2>&-", "<&-", "<&- >&- 2>&-"])
def test_a_closed_stream_is_no_trouble(closed, tmp_path):
    line = f"{shlex.join([*COMMAND, 'zelftest', '--regel'])} {closed}"
    done = subprocess.run(
        ["sh", "-c", line],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=False,
        env=environment(tmp_path / "data"),
    )
    assert done.returncode == 130
    assert done.stderr == ""

"""Opening the app from the command line: with what was asked, and only where it can be shown."""

import subprocess
from datetime import datetime
from pathlib import Path

import pytest
from click.testing import CliRunner
from msgspec.structs import replace

from commands import COMMAND, environment, run, write_questionnaire
from samenspel.cli import cli
from samenspel.response import Response
from samenspel.storage.selftests import SelfTests


@pytest.fixture
def opened(monkeypatch, tmp_path):
    """What the app was opened with, at a terminal that is pretended."""
    monkeypatch.setenv("SAMENSPEL_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("TERM", "xterm-256color")
    calls = []

    def remember(store, *, load_questionnaire, start, form, selftest, made):
        assert made is None  # no result of a group
        calls.append((store.folder, load_questionnaire, start, form, selftest))
        return "Bewaard."

    # The command first: imported while the other pretends, it would keep what is pretended for the tests after these.
    for module in ("zelftest", "app"):
        monkeypatch.setattr(f"samenspel.cli.{module}.at_terminal", lambda: True)
    monkeypatch.setattr("samenspel.tui.app.run", remember)
    return calls


def call(*args):
    return CliRunner().invoke(cli, args)


@pytest.mark.parametrize(
    ("args", "start", "form"),
    [
        ([], "home", None),
        (["zelftest"], "selftest", None),
        (["zelftest", "--kort"], "selftest", "kort"),
        (["voorlichting", "--kort"], "presenting", "kort"),
    ],
)
def test_the_app_opens_at_the_screen_that_was_asked(opened, tmp_path, args, start, form):
    done = call(*args)
    assert (done.exit_code, done.stdout) == (0, "Bewaard.\n"), "what the app says last is in the terminal"
    ((folder, _load, *rest),) = opened
    assert folder == tmp_path / "data"
    assert rest == [start, form, None]


def test_the_app_goes_on_at_once_with_the_self_test_that_is_opened_again(opened, tmp_path, small):
    store, now = SelfTests(tmp_path / "data"), datetime.now()  # noqa: DTZ005 - the wall clock of who answers
    begun = store.create(small, Response(party="bakker"), at="review", now=now)
    store.update(begun.id, lambda one: replace(one, finished=now.isoformat(timespec="seconds")))
    assert call("zelftest", "--heropen").exit_code == 0
    assert opened[0][-1] == store.read(begun.id)
    assert store.read(begun.id).finished is None


def test_another_questionnaire_is_handed_to_the_app(opened, tmp_path, small):
    folder = write_questionnaire(tmp_path / "klein", small)
    assert call("zelftest", "--vragenlijst", str(folder)).exit_code == 0
    assert opened[0][1]().asked == small.asked


def test_a_questionnaire_with_errors_is_told_before_the_screen_is_taken(opened, tmp_path, small):
    folder = write_questionnaire(tmp_path / "klein", small)
    (folder / "adviezen.yaml").write_text("adviezen: [", encoding="utf-8")
    done = call("zelftest", "--vragenlijst", str(folder))
    assert done.exit_code == 1
    assert "adviezen.yaml:" in done.stderr
    assert opened == []


@pytest.mark.parametrize("setting", [("ACCESSIBLE", "1"), ("TERM", "dumb")])
def test_where_the_app_is_of_no_use_line_mode_is_named(opened, monkeypatch, setting):
    monkeypatch.setenv(*setting)
    done = call()
    assert done.exit_code == 2
    assert "samenspel zelftest --regel" in done.stderr
    assert opened == []


def test_without_a_standard_input_nothing_breaks(tmp_path):
    script = "import sys; sys.stdin = None; sys.argv[1:] = {args}; from samenspel.cli import main; main()"
    for args, code, told in ((["zelftest", "--regel"], 130, "Gestopt."), ([], 2, "terminal")):
        done = subprocess.run(
            [COMMAND[0], "-c", script.format(args=args)],
            capture_output=True,
            encoding="utf-8",
            check=False,
            env=environment(tmp_path / "data"),
        )
        assert done.returncode == code, done.stderr
        assert told in done.stdout + done.stderr
        assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    "buffered", [False, pytest.param(True, marks=pytest.mark.xfail(reason="Python writes the rest again at the end"))]
)
@pytest.mark.parametrize("args", [["--help"], ["gegevens", "toon"]])
def test_a_full_disk_behind_the_output_is_told(tmp_path, args, buffered):
    if not Path("/dev/full").exists():
        pytest.skip("needs /dev/full")
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        done = subprocess.run(
            [*COMMAND, *args],
            stdout=full,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            check=False,
            env=environment(tmp_path / "data", PYTHONUNBUFFERED="" if buffered else "1"),
        )
    assert done.returncode == 1
    assert done.stderr == "Fout: De schijf is vol. Maak ruimte vrij en probeer het nog eens.\n"


@pytest.mark.parametrize("args", [["zelftest", "--regel"], ["uitslag", "20260101-010101-abcd"]])
def test_a_data_folder_that_cannot_be_is_told(tmp_path, args):
    (tmp_path / "bestand").write_text("", encoding="utf-8")
    done = run(*args, data=tmp_path / "bestand", typed="1\n1\n")
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1
    assert (tmp_path / "bestand").read_text(encoding="utf-8") == ""

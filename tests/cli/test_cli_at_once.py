"""Several commands at the same moment each give a file of their own, in folders that are the owner's only."""

import os
import stat
import subprocess
import sys

import pytest
from click.testing import CliRunner
from msgspec.structs import replace

from commands import COMMAND, environment, run
from killed_turn import NOW, five
from samenspel import whole_file
from samenspel.cli import cli
from samenspel.exchange.give import report_file
from samenspel.fictional.professional import answer_all, her_answers
from samenspel.group.founding import checked_group
from samenspel.session import Session
from samenspel.storage.groups import Groups
from samenspel.storage.selftests import SelfTests

posix = pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX")


@pytest.fixture
def data(tmp_path, real):
    data = tmp_path / "data"
    groups = Groups(data)
    west = groups.create(checked_group("West"), real, NOW.date())
    five(groups, west, "wijkcoach")
    groups.reveal(west.id, NOW.date())
    session = Session.start(SelfTests(data), real, "volledig", NOW)
    answer_all(session, her_answers(), NOW)
    return data


@pytest.mark.parametrize(
    ("call", "suffix"),
    [(["groep", "rapport", "West", "--html"], ".html"), (["groep", "export", "West", "--naar", "csv"], "")],
)
def test_six_at_once_give_six(data, tmp_path, call, suffix):
    out = tmp_path / "uit"
    out.mkdir()
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "encoding": "utf-8"}
    running = [
        subprocess.Popen([*COMMAND, *call], cwd=out, env=environment(data), stdin=subprocess.DEVNULL, **pipes)
        for _window in range(6)
    ]
    told = [child.communicate() for child in running]
    assert [(child.returncode, errors) for child, (_said, errors) in zip(running, told, strict=True)] == [(0, "")] * 6
    stem = "samenspel-groep-meting-1"
    assert {path.name for path in out.iterdir()} == {
        f"{stem}{n}{suffix}" for n in ("", *(f"-{n}" for n in range(2, 7)))
    }
    assert len({said.split(" in ")[-1].strip() for said, _errors in told}) == 6


def test_a_name_that_is_taken_just_then_is_left_alone(tmp_path, monkeypatch):
    """Between looking for a free name and taking it."""
    real, taken = report_file.free_name, []

    def late(stem, suffix, folder):
        path = real(stem, suffix, folder)
        if len(taken) < 2:
            path.write_bytes(b"van een ander venster")
            taken.append(path)
        return path

    monkeypatch.setattr(report_file, "free_name", late)
    path = report_file.write_free(b"van mij", "rapport", ".pdf", tmp_path)
    assert path.name == "rapport-3.pdf"
    assert {one.read_bytes() for one in taken} == {b"van een ander venster"}
    with pytest.raises(report_file.ReportFileError, match="Er staat intussen een bestand met deze naam"):
        report_file.write(path, b"nog eens", replace=False)
    assert path.read_bytes() == b"van mij"


@posix
def test_folders_and_files_that_commands_make_are_the_owners_only(data, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "formulieren.csv").write_text("respondent;partij\n1;wijkcoach\n", encoding="utf-8")
    given = ("--partij", "leraar/leraren", "--partij", "de coach/coaches", "--overleg", "het overleg")
    before = os.umask(0)
    try:
        for where, call in (
            (data, ["groep", "export", "West", "--naar", "csv"]),
            (data, ["groep", "export", "West", "--naar", "csv", "-o", "a/b/cijfers"]),
            (data, ["verwerk", "formulieren.csv", "-o", "c/rapporten"]),
            (data, ["delen"]),
            (tmp_path / "d" / "nieuw", ["vragenlijst", "nieuw", *given, "--voor", "het kind/kinderen"]),
        ):
            monkeypatch.setenv("SAMENSPEL_DATA", str(where))
            done = CliRunner().invoke(cli, call)
            assert done.exit_code == 0, done.output
    finally:
        os.umask(before)
    for path in tmp_path.rglob("*"):
        own = "eigen-vragenlijsten" in path.parent.parts  # the files in it hold nothing of a person
        if path.is_dir() or not (own or path.name == "formulieren.csv"):
            wanted = 0o700 if path.is_dir() else 0o600
            assert stat.S_IMODE(path.stat().st_mode) == wanted, path


def test_what_a_kill_left_of_a_report_is_seen_and_erased(data, tmp_path, monkeypatch):
    """Killed just before it got its name."""

    def killed(*_args):
        os._exit(9)

    child = os.fork() if hasattr(os, "fork") else pytest.skip("needs POSIX")
    if child == 0:
        monkeypatch.setattr(os, "link", killed)
        report_file.write_free(b"van iemand", "rapport", ".pdf", tmp_path)
        os._exit(0)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 9
    (rest,) = [path for path in tmp_path.iterdir() if whole_file.is_leftover(path.name)]
    assert rest.read_bytes() == b"van iemand"
    told = run("gegevens", "toon", data=data, cwd=tmp_path).stdout
    assert f"  {rest} – rest van een rapport of bestand dat werd onderbroken, kan antwoorden bevatten" in told
    assert run("gegevens", "wis", rest.name, data=data, cwd=tmp_path).returncode == 2
    assert rest.exists()
    assert run("gegevens", "wis", str(rest), "--ja", data=data, cwd=tmp_path).returncode == 0
    assert not rest.exists()


def test_the_next_report_takes_along_what_a_kill_left_long_before(tmp_path):
    old, new = tmp_path / ".samenspel.00000000.tmp", tmp_path / ".samenspel.11111111.tmp"
    for path in (old, new):
        path.write_bytes(b"half")
    os.utime(old, (1_000_000_000, 1_000_000_000))
    report_file.write_free(b"van mij", "rapport", ".pdf", tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == [new.name, "rapport.pdf"]


def test_what_is_not_finished_by_us_is_no_rest_of_a_report(data, tmp_path):
    mine = tmp_path / "brief.tmp"
    mine.write_text("van mij")
    done = run("gegevens", "wis", str(mine), "--ja", data=data, cwd=tmp_path)
    assert (done.returncode, mine.exists()) == (1, True)
    assert str(mine) not in run("gegevens", "toon", data=data, cwd=tmp_path).stdout


def test_a_draft_that_cannot_be_read_is_thrown_away_by_the_name_that_is_told(data, tmp_path, real):
    from samenspel.collecting.turn import Turn

    groups = Groups(data)
    (west,) = groups.all()
    west = groups.new_wave(west.id, NOW.date())
    turn = Turn.begin(groups, west, "kort", NOW)
    misfit = replace(turn.response, answers={"rol-onzin": 3})
    groups.drafts(west.id).update(
        turn.selftest.id, lambda draft: replace(draft, response=misfit, at=f"gegeven:2:{'0' * 32}")
    )
    told = run("groep", "lijst", data=data)
    assert f"samenspel gegevens wis {turn.selftest.id}" in told.stderr
    assert run("groep", "onthul", "West", "--ja", data=data).returncode == 1
    asked = run("gegevens", "wis", turn.selftest.id, data=data)
    assert (asked.returncode, "voor groep ‘West’" in asked.stdout) == (2, True)
    assert run("gegevens", "wis", turn.selftest.id, "--ja", data=data).returncode == 0
    assert Groups(data).drafts(west.id).ids() == []
    assert run("groep", "lijst", data=data).stderr == ""

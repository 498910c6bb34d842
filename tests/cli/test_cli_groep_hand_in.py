"""A hand-in that was killed half way counts by every command that counts, and above all when it reveals."""

import json
import sys

import pytest
from click.testing import CliRunner

from commands import COMMAND, environment, run
from killed_turn import NOW, five, killed
from samenspel.cli import cli
from samenspel.collecting.turn import Turn
from samenspel.exchange.handover import to_file
from samenspel.group.founding import checked_group
from samenspel.response import Response
from samenspel.storage.errors import StorageError
from samenspel.storage.groups import Groups


@pytest.fixture
def groups(tmp_path, monkeypatch):
    monkeypatch.setenv("SAMENSPEL_DATA", str(tmp_path / "data"))
    monkeypatch.chdir(tmp_path)
    return Groups(tmp_path / "data")


@pytest.fixture
def west(groups, small):
    """A group of five people."""
    stored = groups.create(checked_group("West"), small, NOW.date())
    five(groups, stored, "bakker")
    return stored


@pytest.fixture
def sixth(groups, west):
    """The name of what a sixth one handed in, in a process that was killed."""
    return killed(groups, west, "bakker")


def call(*args):
    done = CliRunner().invoke(cli, args)
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done


def test_the_reveal_without_a_terminal_is_of_six(groups, west, sixth):
    done = run("groep", "onthul", "West", "--ja", data=groups.folder)
    assert done.returncode == 0, done.stderr
    assert "Meting 1 heeft 6 antwoorden (bakkers: 6, slagers: minder dan 5)." in done.stdout
    assert groups.read(west.id).wave.released.n == 6
    assert groups.names(west.id, 1).count(sixth) == 1
    assert groups.drafts(west.id).ids() == []


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
def test_the_reveal_at_a_terminal_is_of_six(groups, west, sixth):
    pexpect = pytest.importorskip("pexpect")
    child = pexpect.spawn(
        COMMAND[0],
        [*COMMAND[1:], "groep", "onthul", "West"],
        env=environment(groups.folder),
        encoding="utf-8",
        timeout=30,
        dimensions=(40, 200),
    )
    child.expect("Meting 1 heeft 6 antwoorden")
    child.expect("Typ ‘ja’")
    child.sendline("ja")
    child.expect("is onthuld")
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 0
    assert groups.read(west.id).wave.released.n == 6
    assert groups.drafts(west.id).ids() == []


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
def test_who_is_killed_while_the_question_stands_at_the_terminal_counts(groups, west):
    pexpect = pytest.importorskip("pexpect")
    child = pexpect.spawn(
        COMMAND[0], [*COMMAND[1:], "groep", "onthul", "West"], env=environment(groups.folder), encoding="utf-8"
    )
    child.expect("Meting 1 heeft 5 antwoorden")
    child.expect("Typ ‘ja’")
    killed(groups, west, "bakker")
    child.sendline("ja")
    child.expect("is onthuld")
    child.expect(pexpect.EOF)
    child.close()
    assert groups.read(west.id).wave.released.n == 6


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (["groep", "lijst"], "West – meting 1: 6 antwoorden"),
        (["groep", "wis", "West"], "West – meting 1: 6 antwoorden"),
        (["gegevens", "toon"], "West – meting 1: 6 antwoorden"),
        (["groep", "uitslag", "West"], "Meting 1 heeft 6 antwoorden."),
        (["groep", "onthul", "West"], "Meting 1 heeft 6 antwoorden"),
    ],
    ids=lambda value: "-".join(value) if isinstance(value, list) else "",
)
def test_each_command_that_counts_counts_six(groups, west, sixth, args, says):
    assert says in call(*args).stdout
    assert sixth in groups.names(west.id, 1)
    assert groups.drafts(west.id).ids() == []


def test_the_number_as_json_is_six(west, sixth):
    assert json.loads(call("groep", "uitslag", "West", "--json").stdout)["n"] == 6


def test_reading_a_file_in_counts_seven(groups, west, sixth, small, tmp_path):
    (tmp_path / "a.json").write_bytes(to_file(small, Response(party="slager", answers={"rol-eigen": 2}), f"{7:032x}"))
    assert "Meting 1 heeft 7 antwoorden" in call("groep", "voegtoe", "West", "a.json").stdout


def test_what_was_handed_in_can_be_taken_back_and_stays_away(groups, west, sixth):
    done = call("groep", "neemterug", "West", sixth[:8])
    assert done.exit_code == 0, done.output
    assert "6" not in call("groep", "lijst").stdout
    assert sixth not in groups.names(west.id, 1)
    assert groups.drafts(west.id).ids() == []


def test_what_cannot_be_delivered_is_told_by_each_command_and_keeps_the_reveal(groups, west, sixth, monkeypatch):
    def full(*_args):
        raise StorageError("De schijf is vol.")

    monkeypatch.setattr(Groups, "add", full)
    said = "Iemand gaf antwoorden aan groep ‘West’, maar ze tellen nog niet mee. De schijf is vol."
    for args in (["lijst"], ["uitslag", "West"], ["onthul", "West"], ["onthul", "West", "--ja"]):
        done = call("groep", *args)
        assert "5 antwoorden" in done.stdout
        assert done.stderr.count(said) == 1 + ("--ja" in args)
    assert said in call("gegevens", "toon").stdout
    assert "Weggooien kan in samenspel" in done.stderr
    assert done.exit_code == 1
    assert groups.read(west.id).wave.phase == "verzamelen"
    monkeypatch.undo()
    monkeypatch.setenv("SAMENSPEL_DATA", str(groups.folder))
    assert call("groep", "onthul", "West", "--ja").exit_code == 0
    assert groups.read(west.id).wave.released.n == 6


def test_who_is_still_busy_is_told_before_the_reveal(groups, west):
    Turn.begin(groups, west, "kort", NOW)
    lines = call("groep", "onthul", "West", "--ja").stdout.splitlines()
    assert lines[1] == "Er is nog 1 persoon bezig op deze laptop. Die antwoorden doen niet mee."
    assert groups.read(west.id).wave.released.n == 5
    assert len(groups.drafts(west.id).ids()) == 1

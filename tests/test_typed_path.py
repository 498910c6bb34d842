"""A path as a terminal drops it, a shell writes it or a file manager copies it, on every road that takes a path."""

import json
import os
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from commands import write_questionnaire
from samenspel.cli import cli
from samenspel.exchange.give.report_file import target
from samenspel.group.workshop import WorkshopError
from samenspel.storage.preferences import data_folder
from samenspel.tui.groups.files import place
from samenspel.typed_path import PathError, bare, typed_path

posix = pytest.mark.skipif(os.name == "nt", reason="there a backslash stands between folders")

DROPPED = {
    "GNOME, VTE": "'{0}'",
    "Windows": '"{0}"',
    "PowerShell": "& '{0}'",
    "PowerShell, double": '& "{0}"',
    "a screen that makes quotes curly": "‘{0}’",
    "curly and double": "“{0}”",
    "Dutch quotes": "„{0}”",
    "French quotes": "«{0}»",
    "a trailing space": "{0} ",
    "a trailing line end": "{0}\n",
    "a hard space": "\u00a0{0}\u00a0",
    "copied from the properties in Windows": "\u202a{0}",
    "quotes and a space": " '{0}' ",
}
ESCAPED = {
    "macOS": lambda path: re.sub(r"([^\w/.-])", r"\\\1", path),
    "a file manager": lambda path: Path(path).as_uri(),
    "a file manager, with a line end": lambda path: Path(path).as_uri() + "\r\n",
    "a file manager, of this machine": lambda path: Path(path).as_uri().replace("file://", "file://localhost"),
    "one slash": lambda path: Path(path).as_uri().replace("file:///", "file:/"),
    "an address in quotes": lambda path: f"'{Path(path).as_uri()}'",
}
WAYS = {name: text.format for name, text in DROPPED.items()} | ESCAPED


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "Mijn map (2) & co" / "één formulier #1.csv"
    path.parent.mkdir()
    path.write_text("respondent;partij;rol-eigen\n1;bakker;4\n", encoding="utf-8")
    return path


@posix
@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)
def test_what_is_dropped_is_the_path(file, way):
    assert typed_path(way(str(file))) == file


@posix
@pytest.mark.parametrize(
    ("typed", "path"),
    [
        ("'/home/a/it'\\''s.csv'", "/home/a/it's.csv"),  # a shell
        ("& '/home/a/it''s.csv'", "/home/a/it's.csv"),  # PowerShell
        ("it's.pdf", "it's.pdf"),
        ("'s avonds.pdf", "'s avonds.pdf"),
        ("C:\\Users\\Ik\\a.csv", "C:\\Users\\Ik\\a.csv"),  # no escapes, though they do no good here
        ("a\\ b.pdf", "a b.pdf"),
        ("file.csv", "file.csv"),
        ("file:a", "file:a"),
        ("100% klaar.csv", "100% klaar.csv"),
    ],
)
def test_what_stands_in_a_name_stays(typed, path):
    assert typed_path(typed) == Path(path)


@posix
@pytest.mark.parametrize("name", ["'a'", "a\\ b", "b ", "file:/c", "~", "‘d’", "& 'e'"])
def test_what_exists_under_the_very_name_is_meant(tmp_path, name):
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).touch()
    assert typed_path(name, tmp_path) == tmp_path / name


TOGETHER = {
    "GNOME, VTE": "'{0}' '{1}' ",
    "Windows": '"{0}" "{1}"',
    "in lines": "'{0}'\n'{1}'\n",
}


@posix
@pytest.mark.parametrize("way", [*TOGETHER.values(), "macOS", "a file manager"])
def test_two_files_at_once_are_told(file, way):
    other = file.with_name("nog één.csv")
    other.touch()
    both = [str(file), str(other)]
    typed = " ".join(ESCAPED[way](one) for one in both) if way in ESCAPED else way.format(*both)
    with pytest.raises(WorkshopError, match="Vul één bestand in, of een map"):
        place(typed, Path("/"))
    other.unlink()
    with pytest.raises(WorkshopError, match="Hier is geen bestand of map"):
        place(typed, Path("/"))


def test_one_file_that_is_called_as_two_is_one(tmp_path):
    for name in ("a b", "a", "b"):
        (tmp_path / name).touch()
    assert place("a b", tmp_path) == tmp_path / "a b"


def test_home_and_the_usual_folder(tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    assert typed_path("~/a b.csv") == typed_path(" '~/a b.csv'") == tmp_path / "a b.csv"
    assert typed_path("a.csv", tmp_path) == tmp_path / "a.csv"


@pytest.mark.parametrize("typed", ["", "  ", "''", "\n", "\u202a", "~niemand-met-deze-naam/a"])
def test_nothing_or_nobody_is_told(typed):
    with pytest.raises(PathError):
        typed_path(typed)
    assert bare(typed) in {"", typed}


@posix
def test_every_road_takes_it(file, small, tmp_path, monkeypatch):
    """The fields of the app, the arguments and options of the commands, a questionnaire, the folder of all data."""
    folder = write_questionnaire(tmp_path / "de vragen", small)
    data = tmp_path / "de data"
    monkeypatch.setenv("SAMENSPEL_DATA", f'"{data}"')
    assert data_folder() == data
    assert place(file.as_uri() + "\n", Path("/")) == file
    assert target(f"& '{file.parent}/uit.pdf'", ".pdf", Path("/")) == file.parent / "uit.pdf"

    def run(*args):
        done = CliRunner().invoke(cli, [str(arg) for arg in args])
        assert done.exit_code == 0, done.output
        return done.stdout

    asked = ("--vragenlijst", f"‘{folder}’")
    assert json.loads(run("verwerk", f"'{file}'", "--json", *asked))[0]["respondent"] == "1"
    run("verwerk", ESCAPED["macOS"](str(file)), "-o", f"'{tmp_path}/de rapporten'\n", *asked)
    assert (tmp_path / "de rapporten" / "1.pdf").is_file()
    run("vragenlijst", "controleer", folder.as_uri())
    run("vragenlijst", "papier", f'"{folder}"', "-o", ESCAPED["macOS"](f"{tmp_path}/het papier.pdf"))
    assert (tmp_path / "het papier.pdf").is_file()
    run("groep", "maak", "west", *asked)
    assert "1 antwoord toegevoegd" in run("groep", "voegtoe", "west", f"& '{file}'")
    run("vragenlijst", "formulier", f'"{folder}"', "-o", f" '{tmp_path}/het formulier.html'")
    assert (tmp_path / "het formulier.html").is_file()

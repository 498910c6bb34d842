"""Forms that once were lost, half lost or told a wrong reason: ``verwerk`` and ``groep voegtoe`` read them, or say why.

Of each kind the way in which it was found comes first, and then another one.
"""

import json
from functools import partial

import pytest
from click.testing import CliRunner

from commands import write_questionnaire
from fillers import Answers, by_pypdf, form
from pdf_ways import (
    by_boxes_only,
    by_preview,
    by_qpdf,
    joined_by_mupdf,
    joined_under_numbers,
    locked,
    locked_by_pypdf,
    packed,
    scanned,
    written_on,
)
from samenspel.cli import cli
from samenspel.storage.groups import Groups
from tools import needed

ANSWERS: Answers = {"partij": "bakker", "rol-eigen": "4", "rol-ander": "2", "rel-kennen": "3", "toe-goed": "Koffie"}
OTHER: Answers = {"partij": "slager", "rel-kennen": "1"}
TWO = "in deze PDF zitten 2 formulieren. Geef elk formulier als een eigen PDF."
WRITTEN = "op bladzijde 1 is geschreven of getekend. samenspel leest alleen de velden."
SCAN = "dit is een foto of een scan. Dat kan samenspel niet lezen. Typ de antwoorden over in een rekenprogramma."


@pytest.fixture(scope="module")
def empty(small) -> bytes:
    return form(small)


@pytest.fixture
def brought(tmp_path, small, monkeypatch):
    """Bring a file to both commands; returns the answers and the members of the group, and what the two said."""
    monkeypatch.setenv("SAMENSPEL_DATA", str(tmp_path / "data"))
    folder = write_questionnaire(tmp_path / "klein", small)
    assert CliRunner().invoke(cli, ["groep", "maak", "West", "--vragenlijst", str(folder)]).exit_code == 0

    def bring(data: bytes):
        path = tmp_path / "een.pdf"
        path.write_bytes(data)
        done = CliRunner().invoke(cli, ["verwerk", str(path), "--json", "--vragenlijst", str(folder)])
        read = json.loads(done.stdout) if done.exit_code == 0 else []
        added = CliRunner().invoke(cli, ["groep", "voegtoe", "West", str(path)])
        groups = Groups(tmp_path / "data")
        west = groups.find("West")
        given = [one.response for one in groups.contributions(west, west.wave.number)]
        return read, given, done.stderr, added.stderr

    return bring


def by_qpdf_together(tmp_path, one: bytes, two: bytes) -> bytes:
    needed("qpdf")
    return by_qpdf(tmp_path, [one, two], "--empty", "--pages", "{0}", "{1}", "--", "{out}")


READ = {
    "a box without its parent, as Preview is described to write it": by_preview,
    "every second box so": partial(by_preview, every=2),
    "the tree lets go of the box too": partial(by_preview, loose=True),
    "what a box shows and no value": by_boxes_only,
    "the same, packed": lambda empty, answers: packed(by_preview(empty, answers)),
    "an owner's password": lambda empty, answers: locked(by_pypdf(empty, answers)),
    "an owner's password of the oldest kind, by another": lambda empty, answers: locked_by_pypdf(
        by_preview(empty, answers), "rc4-40"
    ),
}


@pytest.mark.parametrize("way", READ)
def test_every_answer_comes_in(brought, empty, way: str) -> None:
    read, given, *_told = brought(READ[way](empty, ANSWERS))
    assert [(one["party"], sum(each["scored"] for each in one["dimensions"])) for one in read] == [("bakker", 3)]
    assert [(one.party, one.answers) for one in given] == [
        ("bakker", {"rol-eigen": 4, "rol-ander": 2, "rel-kennen": 3}),
    ]


REFUSED = {
    "two forms, by pdftk": (joined_under_numbers, TWO),
    "two forms, by MuPDF": (joined_by_mupdf, TWO),
    "with a pen": (lambda one, _two: written_on(one, "pen"), WRITTEN),
    "with a text beside the fields": (lambda one, _two: written_on(one, "text"), WRITTEN),
    "with a stamp": (lambda one, _two: written_on(one, "stamp"), WRITTEN),
    "a scan": (lambda one, _two: scanned(form=one), SCAN),
    "a scan above 10 MB": (lambda _one, _two: scanned(noise=11_000_000), SCAN),
    "a photo that is called a PDF": (lambda _one, _two: b"\xff\xd8\xff\xe0" + bytes(100), SCAN),
}


def refused(brought, data: bytes, why: str) -> None:
    read, given, *told = brought(data)
    assert (read, given) == ([], [])
    assert all(f"een.pdf: {why}" in " ".join(line.split()) for line in told), told


@pytest.mark.parametrize("way", REFUSED)
def test_it_is_told_why_not(brought, empty, way: str) -> None:
    make, why = REFUSED[way]
    refused(brought, make(by_pypdf(empty, ANSWERS), by_pypdf(empty, OTHER)), why)


def test_two_forms_by_qpdf(brought, empty, tmp_path) -> None:
    refused(brought, by_qpdf_together(tmp_path, by_pypdf(empty, ANSWERS), by_preview(empty, OTHER)), TWO)

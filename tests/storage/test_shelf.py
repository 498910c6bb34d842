"""The questionnaires to choose from, and the choice: remembered, never a way out of the folder, never a crash."""

import os
import shutil
import sys
from pathlib import Path

import pytest

from commands import write_questionnaire
from samenspel.authoring import QuestionnaireError
from samenspel.authoring.files import LABELS
from samenspel.questionnaire.labels import Label
from samenspel.storage import preferences
from samenspel.storage.shelf import STANDARD, BeginningLabels, Shelf

ROOT = Path(__file__).parents[2]


@pytest.fixture
def shelf(tmp_path):
    return Shelf(tmp_path)


def own(shelf, questionnaire, name="mijn"):
    return write_questionnaire(shelf.own / name, questionnaire)


def one(shelf, name):
    return next(offered for offered in shelf.all() if offered.own and offered.folder.name == name)


def test_without_a_choice_it_is_the_standard_one_and_nothing_is_made(shelf, tmp_path):
    assert shelf.load().id == STANDARD
    assert [offered.key for offered in shelf.all()] == [STANDARD, "school-wijkteam"]
    assert list(tmp_path.iterdir()) == []


def test_a_choice_is_remembered_beside_the_colours(shelf, tmp_path, small):
    own(shelf, small)
    preferences.keep(tmp_path, theme="samenspel-licht")
    shelf.choose(one(shelf, "mijn"))
    again = Shelf(tmp_path)
    assert again.load().asked == small.asked
    assert [again.is_chosen(offered) for offered in again.all()] == [False, False, True]
    assert preferences.read(tmp_path).theme == "samenspel-licht"


def test_a_choice_that_cannot_be_written_down_holds_for_now(tmp_path, small):
    (tmp_path / "map").write_text("in de weg")
    shelf = Shelf(tmp_path / "map")
    second = list(shelf.all())[1]
    shelf.choose(second)
    assert shelf.load().id == "school-wijkteam"
    assert Shelf(tmp_path / "map").load().id == STANDARD


def test_one_that_was_named_goes_before_the_choice_until_another_is_chosen(tmp_path, small):
    shelf = Shelf(tmp_path, named=lambda: small)
    assert shelf.load() is small
    standard, second = shelf.all()
    assert not shelf.is_chosen(standard)
    shelf.choose(second)
    assert shelf.load().id == "school-wijkteam"


def test_a_change_in_the_files_is_seen_at_once(shelf, small):
    folder = own(shelf, small)
    shelf.choose(one(shelf, "mijn"))
    assert shelf.load() is shelf.load()  # not read twice
    text = (folder / "vragenlijst.yaml").read_text(encoding="utf-8")
    (folder / "vragenlijst.yaml").write_text(text.replace("Kleine zelftest", "Betere zelftest"), encoding="utf-8")
    assert shelf.load().asked.title == "Betere zelftest"


def test_one_with_errors_says_the_first_and_what_to_do(shelf, small):
    folder = own(shelf, small, "mijn lijst")
    (folder / "adviezen.yaml").write_text("adviezen:\n  - id: x\n    titel: y\n", encoding="utf-8")
    broken = one(shelf, "mijn lijst")
    assert broken.questionnaire is None
    assert broken.title == "mijn lijst"
    said = broken.about()
    assert said.startswith("Niet te gebruiken: ")
    assert "adviezen.yaml, regel 2: " in said
    assert said.endswith('Kijk met: samenspel vragenlijst controleer "mijn lijst"')
    shelf.choose(broken)
    with pytest.raises(QuestionnaireError):
        shelf.load()


def test_a_folder_without_the_files_is_listed_too(shelf):
    (shelf.own / "leeg").mkdir(parents=True)
    (shelf.own / ".nieuw-x").mkdir()
    (shelf.own / "schema.json").write_text("{}")
    (empty,) = shelf.mine()
    assert f"samenspel vragenlijst controleer {empty.folder}" in empty.about()
    assert "Niet te gebruiken: 3 fouten. vragenlijst.yaml: Dit bestand ontbreekt." in empty.about()


def test_one_that_is_gone_is_said(shelf, tmp_path, small):
    folder = own(shelf, small)
    shelf.choose(one(shelf, "mijn"))
    shutil.rmtree(folder)
    gone = Shelf(tmp_path).chosen()
    assert gone.questionnaire is None
    assert gone.trouble() == "Deze vragenlijst is er niet meer. Kies een andere."


@pytest.mark.parametrize("name", ["samenwerking-jeugd", "mijn"])
def test_one_with_the_id_of_one_that_comes_along_is_marked(shelf, name):
    shutil.copytree(ROOT / "questionnaires" / STANDARD, shelf.own / name)
    twin = one(shelf, name)
    assert twin.twin
    assert "De id is dezelfde als van een meegeleverde." in twin.about()
    assert str(shelf.own / name) in twin.twin_notice()
    assert shelf.load().id == STANDARD
    assert shelf.chosen().own is False


@pytest.mark.parametrize(
    "written",
    [
        "",
        "weg",
        "../x",
        "/etc",
        "a/b/c",
        "eigen-vragenlijsten/..",
        "eigen-vragenlijsten/",
        "eigen-vragenlijsten/../x",
        "eigen-vragenlijsten/\0",
        "eigen-vragenlijsten/" + "x" * 5000,
        "eigen-vragenlijsten\\mijn",
        "\x1b[31m",
    ],
)
def test_what_was_written_down_leads_nowhere_else(shelf, tmp_path, small, written):
    write_questionnaire(tmp_path / "x", small)
    write_questionnaire(tmp_path, small)
    preferences.keep(tmp_path, questionnaire=written)
    chosen = shelf.chosen()
    assert (chosen.questionnaire is None) == chosen.own
    if not chosen.own:
        assert chosen.questionnaire.id == STANDARD
    assert chosen.title.isprintable()


def test_a_folder_that_is_a_file_or_holds_names_that_steer_a_terminal(shelf, small):
    shelf.own.write_text("in de weg")
    assert list(shelf.mine()) == []
    shelf.own.unlink()
    steering = "\u202e" if sys.platform == "win32" else "\x1b"  # which no name can hold there
    own(shelf, small, f"a{steering}[31mb")
    (shelf.own / f"c{steering}d").mkdir()
    for offered in shelf.mine():
        assert steering not in offered.title + offered.about() + offered.twin_notice()


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere every name is text")
def test_a_folder_whose_name_is_no_text_can_be_chosen_for_now(shelf, tmp_path, small):
    folder = own(shelf, small)
    folder.rename(os.fsdecode(os.fsencode(shelf.own) + b"/mijn\xff"))
    (offered,) = shelf.mine()
    shelf.choose(offered)
    assert shelf.load().asked == small.asked
    assert offered.about() == "Van uzelf, in de map ‘mijn·’."
    assert Shelf(tmp_path).load().id == STANDARD


# The labels that a group begins with. ---------------------------------------------------------------------------------


def test_the_labels_are_those_beside_the_questionnaire_with_this_id(shelf, small):
    begun = shelf.labels(STANDARD)
    assert [label.name for label in begun.scheme["toe-goed"]][:2] == ["de sfeer", "de wil om samen te werken"]
    assert begun.trouble == ""
    assert shelf.labels("weg") == shelf.labels(small.id) == BeginningLabels({})
    folder = own(shelf, small)
    assert shelf.labels(small.id) == BeginningLabels({})
    (folder / LABELS).write_text("labels:\n  toe-goed: [{naam: de sfeer}]\n", encoding="utf-8")
    assert shelf.labels(small.id) == BeginningLabels({"toe-goed": (Label("de sfeer"),)})


def test_the_labels_of_ones_own_go_before_those_that_come_along_also_when_it_has_none(shelf):
    folder = Path(shutil.copytree(ROOT / "questionnaires" / STANDARD, shelf.own / "mijn"))
    (folder / LABELS).unlink()
    assert shelf.labels(STANDARD) == BeginningLabels({})


def test_faulty_labels_are_told_and_stop_nothing_else(shelf, small):
    folder = own(shelf, small, "mijn lijst")
    shelf.choose(one(shelf, "mijn lijst"))
    (folder / LABELS).write_text("labels:\n  toe-goet: []\n  toe-gaed: []\n", encoding="utf-8")
    assert shelf.load().asked == shelf.now(small.id).asked == small.asked
    assert shelf.labels(small.id) == BeginningLabels(
        {},
        "U begint zonder de labels van deze vragenlijst. Niet te gebruiken: 2 fouten. labels.yaml, regel 2: "
        '‘toe-goet’ bestaat niet. Kijk met: samenspel vragenlijst controleer "mijn lijst"',
    )

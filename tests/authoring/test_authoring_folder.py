"""Finding a questionnaire by its id or its place."""

import shutil

import pytest

from samenspel.authoring import QuestionnaireError, builtin_root, find


def test_the_builtin_questionnaires_stand_beside_their_schema():
    assert (builtin_root() / "schema.json").is_file()


def test_by_id(klein):
    assert find("klein", roots=[klein.parent]) == klein


def test_the_first_root_with_the_id_wins(klein, tmp_path):
    other = tmp_path / "b" / "klein"
    shutil.copytree(klein, other)
    assert find("klein", roots=[klein.parent, other.parent]) == klein
    assert find("klein", roots=[other.parent, klein.parent]) == other


def test_by_path_of_the_folder_or_the_file(klein):
    assert find(str(klein), roots=[]) == klein
    assert find(str(klein / "vragenlijst.yaml"), roots=[]) == klein


def test_an_unknown_id_with_a_suggestion(klein, tmp_path):
    with pytest.raises(QuestionnaireError) as caught:
        find("kleim", roots=[tmp_path / "weg", klein.parent])
    assert str(caught.value) == (
        "kleim: Deze vragenlijst bestaat niet. Kies een van deze: klein. Of geef de map van een vragenlijst. "
        "Bedoelde u ‘klein’?"
    )


def test_nothing_to_choose_from(tmp_path):
    with pytest.raises(QuestionnaireError) as caught:
        find("x\x1b[31m", roots=[tmp_path])
    assert str(caught.value) == "x·[31m: Deze vragenlijst bestaat niet. Geef de map van een vragenlijst."


@pytest.mark.parametrize("name", ["", "x" * 5000, "a\0b", "~niemand-heet-zo/map", "../..\0"])
def test_what_cannot_be_a_path_is_unknown(tmp_path, name):
    with pytest.raises(QuestionnaireError, match="bestaat niet"):
        find(name, roots=[tmp_path])

"""A form comes back from whatever program filled it in with every answer, and what is wrong is told at once."""

import os
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bots import responses
from fillers import FILLERS, answers_of, by_pypdf, form
from samenspel.authoring import load
from samenspel.exchange.receive.pdf_forms import form_in, read_filled
from samenspel.questionnaire.applicability import applicable_items, offered_answers
from samenspel.questionnaire.model import OTHER_ROLE, Questionnaire
from samenspel.response import Response

ROOT = Path(__file__).parents[2]
BUILT_IN = sorted(path.parent.name for path in (ROOT / "questionnaires").glob("*/vragenlijst.yaml"))


@cache
def loaded(name: str) -> Questionnaire:
    return load(ROOT / "questionnaires" / name)


def everything(questionnaire: Questionnaire, party: str, kind: str = "volledig") -> Response:
    """An answer to every question that this person gets."""
    asked = questionnaire.asked
    start = Response(
        party=party,
        form=kind,
        area="Zuid-West",
        experience=asked.context.experience.choices[0].id,
        meeting=asked.context.meeting.choices[0].id,
    )
    items = applicable_items(questionnaire, start)
    who = [*(one.id for one in asked.parties), "allebei", "weet-niet"]
    activities = [one.id for question in asked.open_questions for one in question.activities]
    return Response(
        party=start.party,
        form=start.form,
        area=start.area,
        experience=start.experience,
        meeting=start.meeting,
        answers={item.id: offered_answers(item)[n % len(offered_answers(item))] for n, item in enumerate(items)},
        notes={item.id: f"Dat is “zo”: café, €5, één – {n}" for n, item in enumerate(items)},
        knowledge={card.id: who[n % 4] for n, card in enumerate(asked.cards)},
        open={
            question.id: "Goed [/] <b>contact</b> (écht)."
            for question in asked.open_questions
            if not question.activities
        },
        activities={id_: n % 2 == 0 for n, id_ in enumerate(activities)},
        shared=tuple(question.id for question in asked.open_questions[:3]),
    )


@pytest.mark.parametrize("program", FILLERS)
@pytest.mark.parametrize(
    ("kind", "place", "own_form"),
    [
        ("volledig", 0, False),
        ("volledig", 1, True),
        ("volledig", None, False),
        ("kort", 1, False),
        ("kort", None, True),
    ],
)
@pytest.mark.parametrize("name", BUILT_IN)
def test_every_answer_comes_back(name: str, kind: str, place, own_form, program: str) -> None:
    questionnaire = loaded(name)
    party = OTHER_ROLE if place is None else questionnaire.asked.parties[place].id
    wanted = everything(questionnaire, party, kind)
    for_party = party if own_form else ""
    answers = answers_of(questionnaire, wanted, "12", party=for_party)
    data = FILLERS[program](form(questionnaire, kind, for_party), answers)
    found = form_in(data, "brief.pdf", questionnaire, {})
    assert found.respondent == "12"
    assert found.response == wanted


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_whatever_a_person_answers_comes_back(small: Questionnaire, data) -> None:
    wanted = data.draw(responses(small))
    filled = by_pypdf(form(small, wanted.form), answers_of(small, wanted))
    assert form_in(filled, "een.pdf", small, {}).response == wanted


@pytest.fixture
def save(tmp_path, small):
    def write(name: str = "een.pdf", *, kind: str = "volledig", party: str = "", **answers: str) -> Path:
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        given = {key.replace("__", ":").replace("_", "-"): value for key, value in answers.items()}
        path.write_bytes(by_pypdf(form(small, kind, party), given))
        return path

    return write


def test_without_a_number_a_form_is_called_after_its_file(small, save) -> None:
    (found,) = read_filled([save("Zaal 3.pdf", partij="bakker")], small)
    assert (found.respondent, found.response) == ("Zaal 3", Response(party="bakker"))


def test_a_form_for_a_party_says_itself_which(small, save) -> None:
    (found,) = read_filled([save(party="slager", rol_eigen="3")], small)
    assert found.response == Response(party="slager", answers={"rol-eigen": 3})


def test_an_answer_is_shared_only_when_it_was_given_and_yes_was_ticked(small, save) -> None:
    paths = [
        save("ja.pdf", partij="bakker", toe_goed="Koffie", delen__toe_goed="ja"),
        save("nee.pdf", partij="bakker", toe_goed="Koffie", delen__toe_goed="nee"),
        save("leeg.pdf", partij="bakker", delen__toe_goed="ja"),
    ]
    assert [one.response.shared for one in read_filled(paths, small)] == [("toe-goed",), (), ()]


def test_lines_and_hidden_marks_in_a_text_are_cleaned_as_everywhere(small, save) -> None:
    path = save(partij="bakker", toe_goed="een\r\ntwee\u202e\x07  drie", toelichting__rol_eigen="=1+1\n\n")
    (found,) = read_filled([path], small)
    assert found.response.open == {"toe-goed": "een\ntwee drie"}
    assert found.response.notes == {"rol-eigen": "=1+1"}


def test_files_are_taken_in_order_and_two_with_one_number_are_told(small, save) -> None:
    from samenspel.exchange.receive.forms import FormsError

    one, two = save("b.pdf", partij="bakker"), save("a.pdf", partij="slager")
    assert [found.respondent for found in read_filled([one, two], small)] == ["b", "a"]
    three = save("map/b.pdf", partij="slager")
    with pytest.raises(FormsError) as caught:
        read_filled([one, three], small)
    assert str(caught.value) == (
        "b.pdf, ‘Nummer van dit formulier’: ‘b’ staat ook in b.pdf. Geef elk formulier een eigen nummer."
    )


def test_a_name_that_is_long_or_hostile_stays_a_name(small, save) -> None:
    long = "x" * 120 + ".pdf"
    odd = "..\u202e[b]{0}.pdf" if os.name == "posix" else "..[b]{0}.pdf"
    found = read_filled([save(long, partij="bakker"), save(odd, partij="bakker")], small)
    assert [one.respondent for one in found] == ["x" * 60, "..[b]{0}"]

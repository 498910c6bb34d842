"""What is shown as going along to a group is what the file and the code hold: all of it, and nothing else."""

import json
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from samenspel import giving
from samenspel.exchange.code import decode, encode
from samenspel.exchange.handover import Reading, to_file
from samenspel.first_step import FirstStep
from samenspel.group.model import Contribution, contribution
from samenspel.questionnaire.model import Questionnaire
from samenspel.response import Response
from samenspel.session import change_step
from samenspel.storage.selftests import SelfTest, SelfTests
from samenspel.tui.groups import collect
from strategies import responses

NOW = datetime(2026, 3, 1, 9, 30)  # noqa: DTZ001 - the wall clock of who answers
NAME = "0" * 32
ANSWERED = Response(
    party="bakker",
    area="Geheim gebied",
    answers={"rol-eigen": 4},
    notes={"rol-eigen": "Geheime toelichting"},
    knowledge={"kennis-brood": "bakker"},
    open={"toe-goed": "De koffie.\nEn {anderen} [/] <b>."},
    activities={"lunch": True, "anders": False},
)


@pytest.fixture
def store(tmp_path: Path) -> SelfTests:
    return SelfTests(tmp_path)


def kept(store: SelfTests, small: Questionnaire, response: Response, *, finished: bool = True) -> SelfTest:
    begun = store.create(small, response, at="review", now=NOW)
    return store.update(begun.id, lambda one: replace(one, finished="2026-03-01T09:40:00" if finished else None))


def in_the_file(content: bytes) -> dict:
    """What stands in a response file, read as anybody could."""
    return json.loads(content)["contribution"]


def told_of(small: Questionnaire, held: dict) -> list[str]:
    """What must be said of it, found without the program."""
    response, asked = held["response"], small.asked
    parties = {party.id: party.singular for party in asked.parties} | {"andere-rol": asked.context.other_role}
    others = [party.plural for party in asked.parties if party.id != response["party"]]
    lines = [
        f"uw partij: {parties[response['party']]}",
        "de korte vorm" if response.get("form") == "kort" else "de volledige vorm",
    ]
    for field, name in (("experience", "uw ervaring"), ("meeting", "overleg")):
        if field in response:
            choices = getattr(asked.context, field).choices
            lines.append(f"{name}: {next(choice.text for choice in choices if choice.id == response[field])}")
    number = len(response.get("answers", {}))
    lines.append(f"uw antwoord op {number} stelling" if number == 1 else f"uw antwoorden op {number} stellingen")
    if known := held.get("knowledge"):
        cards = f"{known['right']} van de {known['of']} kaarten goed, {known['unknown']} keer ‘weet ik niet’"
        lines.append(f"rolkennis: {cards}")
    for question in asked.open_questions:
        done = [
            activity.text + (" – er is iets van gebleven" if response["activities"][activity.id] else "")
            for activity in question.activities
            if activity.id in response.get("activities", {})
        ]
        texts = [*done, *filter(None, [response.get("open", {}).get(question.id)])]
        if texts:
            asks = question.text.replace("{anderen}", " en ".join(others))
            lines.append(f"uw open antwoord bij ‘{asks}’: " + "\n".join(texts))
    return lines


@given(data=st.data())
def test_what_is_shown_is_what_the_file_holds(small: Questionnaire, data: st.DataObject) -> None:
    response = data.draw(responses(small, with_texts=True))
    held = in_the_file(to_file(small, response, NAME))
    assert list(giving.goes_along(small, contribution(small, response))) == told_of(small, held)
    assert set(held) <= {"response", "knowledge"}
    assert not held["response"].keys() & {"area", "notes", "knowledge"}
    told = {answer.id for answer in giving.open_answers(small, response) if answer.shared}
    assert told == {
        question.id
        for question in small.asked.open_questions
        if question.id in held["response"].get("open", {})
        or any(activity.id in held["response"].get("activities", {}) for activity in question.activities)
    }


@given(data=st.data())
def test_what_is_shown_is_what_the_code_holds(small: Questionnaire, data: st.DataObject) -> None:
    response = data.draw(responses(small, with_texts=True))
    given_ = decode(small, encode(small, response)).contribution
    shown = list(giving.goes_along(small, given_))
    assert not any("open antwoord" in line for line in shown)
    held = {
        "response": {name: value for name in Response.__struct_fields__ if (value := getattr(given_.response, name))}
    }
    if given_.knowledge is not None:
        known = given_.knowledge
        held["knowledge"] = {"right": known.right, "of": known.of, "unknown": known.unknown}
    assert shown == told_of(small, held)


def test_a_file_is_made_of_what_was_chosen_and_again_it_is_the_same(store: SelfTests, small: Questionnaire) -> None:
    selftest = kept(store, small, ANSWERED)
    change_step(store, selftest.id, lambda _before: FirstStep("Geheime stap", "2026-03-08"))
    first = giving.as_file(store, selftest.id)
    assert not {"open", "activities", "shared"} & in_the_file(first.content)["response"].keys()
    giving.share(store, selftest, {"toe-goed"})
    given_ = giving.as_file(store, selftest.id)
    assert in_the_file(given_.content)["response"]["open"] == ANSWERED.open
    assert "activities" not in in_the_file(given_.content)["response"]
    assert giving.as_file(SelfTests(store.folder), selftest.id) == given_
    assert given_.file_name == first.file_name == f"samenspel-antwoord-{given_.name[:8]}"
    assert given_.day == NOW.date()
    entry = Reading(small).content(given_.content)
    assert (entry.id, entry.contribution) == (given_.name, given_.contribution)
    assert b"Geheim" not in given_.content
    giving.share(store, selftest, set())
    assert giving.as_file(store, selftest.id) == first


def test_a_code_takes_no_text_whatever_was_chosen(store: SelfTests, small: Questionnaire) -> None:
    selftest = kept(store, small, replace(ANSWERED, shared=("toe-goed",)))
    given_ = giving.as_code(store, selftest.id)
    entry = decode(small, given_.code)
    assert (entry.id, entry.contribution) == (given_.name, given_.contribution)
    assert given_.contribution == Contribution(
        Response(party="bakker", answers={"rol-eigen": 4}), contribution(small, ANSWERED).knowledge
    )
    assert store.read(selftest.id) == replace(selftest, coded=True), "who only has a code has no name on the disk"


@pytest.mark.parametrize(
    ("shared", "as_code", "ends"),
    [
        ((), False, "de datum, uw eerste stap, wat u bij elke kaart antwoordde en alle open antwoorden."),
        (("toe-goed",), False, "wat u bij elke kaart antwoordde en uw andere open antwoorden."),
        (("toe-goed", "toe-activiteiten"), False, "de datum, uw eerste stap en wat u bij elke kaart antwoordde."),
        (("toe-goed", "toe-activiteiten"), True, "en alle open antwoorden."),
    ],
)
def test_what_stays_behind_is_said(small: Questionnaire, shared: tuple[str, ...], as_code: bool, ends: str) -> None:  # noqa: FBT001
    told = giving.stays_behind(small, replace(ANSWERED, shared=shared), as_code=as_code)
    assert told.startswith("Niet erin: uw naam, gebied, toelichtingen")
    assert told.endswith(ends)


def test_an_open_answer_is_reread_as_it_was_written(small: Questionnaire) -> None:
    good, done = giving.open_answers(small, replace(ANSWERED, shared=("toe-activiteiten",)))
    assert (good.id, good.text, good.shared) == ("toe-goed", "De koffie.\nEn {anderen} [/] <b>.", False)
    assert done.text.splitlines()[0] == "samen lunchen – er is iets van gebleven"
    assert done.shared


@pytest.mark.parametrize(
    ("response", "finished", "why"),
    [(ANSWERED, False, "nog niet af"), (Response(party="bakker"), True, "geen enkele stelling beantwoord")],
)
def test_what_cannot_be_given_is_refused(
    store: SelfTests,
    small: Questionnaire,
    response: Response,
    finished: bool,  # noqa: FBT001
    why: str,
) -> None:
    selftest = kept(store, small, response, finished=finished)
    for give in (giving.as_file, giving.as_code):
        with pytest.raises(giving.GivingError, match=why):
            give(store, selftest.id)
    assert store.read(selftest.id) == selftest


def test_the_ways_that_the_facilitator_is_told_of_are_there() -> None:
    ways = [entry.title for entry in collect._ways()]
    for told, way in ((giving.FILE_NEXT, "Bestanden of een map inlezen"), (giving.CODE_NEXT, "Een code overtypen")):
        assert f"‘{way}’" in told
        assert way in ways

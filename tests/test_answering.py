import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenspel import answering, walk
from samenspel.answering import AnswerError
from samenspel.hygiene import TooLongError
from samenspel.questionnaire import model as m
from samenspel.response import Response
from samenspel.walk import Step

EIGEN, ANDER, GOED, DID = (
    Step("item", "rol-eigen"),
    Step("item", "rol-ander"),
    Step("open", "toe-goed"),
    Step("open", "toe-activiteiten"),
)


@pytest.mark.parametrize(
    ("step", "answer"),
    [
        (EIGEN, "0"),
        (EIGEN, "6"),
        (ANDER, "-1"),
        (ANDER, "3.0"),
        (ANDER, "³"),
        (ANDER, "drie"),
        (Step("party"), "Bakker"),
        (Step("experience"), "2 jaar"),
        (Step("meeting"), "nee"),
        (Step("card", "kennis-brood"), "beide"),
    ],
)
def test_what_is_not_offered_is_refused(small: m.Questionnaire, step: Step, answer: str) -> None:
    with pytest.raises(AnswerError) as caught:
        answering.record(small, Response(), step, answer)
    assert caught.value.found == answer
    assert answer not in caught.value.allowed
    assert caught.value.allowed


@given(st.data())
def test_recording_any_text_anywhere_gives_a_response_or_one_of_our_errors(
    small: m.Questionnaire, data: st.DataObject
) -> None:
    step = data.draw(st.sampled_from(walk.all_steps(small)))
    answer = data.draw(st.text(max_size=3_000))
    try:
        response = answering.record(small, Response(), step, answer)
    except (AnswerError, TooLongError):
        return
    assert isinstance(response, Response)


def test_an_empty_answer_takes_it_back(small: m.Questionnaire) -> None:
    response = answering.record(small, Response(), ANDER, "0")
    assert response.answers == {"rol-ander": 0}
    assert answering.record(small, response, ANDER, "").answers == {}


def test_a_knowledge_card_is_locked_by_the_first_answer(small: m.Questionnaire) -> None:
    card = Step("card", "kennis-brood")
    response = answering.record(small, Response(), card, "slager")
    assert answering.record(small, response, card, "bakker").knowledge == {"kennis-brood": "slager"}
    assert answering.record(small, response, card, "").knowledge == {"kennis-brood": "slager"}


def test_notes_pass_the_gate(small: m.Questionnaire) -> None:
    response = answering.record_note(small, Response(), "rol-ander", " [/]\x1b[31m \n<b>ja</b> ")
    assert response.notes == {"rol-ander": "[/][31m\n<b>ja</b>"}
    assert answering.record_note(small, response, "rol-ander", "  ").notes == {}
    with pytest.raises(TooLongError):
        answering.record_note(small, response, "rol-ander", "x" * 20_000)


def test_activities_are_ticked_with_whether_they_lasted(small: m.Questionnaire) -> None:
    response = answering.record_activity(small, Response(), DID, "lunch", lasted=False)
    response = answering.record_activity(small, response, DID, "anders", lasted=True)
    assert response.activities == {"lunch": False, "anders": True}
    assert answering.record_activity(small, response, DID, "lunch", lasted=None).activities == {"anders": True}
    with pytest.raises(AnswerError):
        answering.record_activity(small, response, DID, "dansen", lasted=True)


def test_sharing_is_chosen_one_by_one(small: m.Questionnaire) -> None:
    response = answering.share(Response(), GOED.id, on=True)
    assert answering.share(response, GOED.id, on=True).shared == ("toe-goed",)
    assert answering.share(response, DID.id, on=True).shared == ("toe-goed", "toe-activiteiten")
    assert answering.share(response, GOED.id, on=False).shared == ()


def test_answers_that_no_longer_apply_are_kept(small: m.Questionnaire) -> None:
    bakker = answering.record(small, Response(party="bakker"), Step("item", "rol-brood"), "4")
    slager = answering.record(small, bakker, Step("party"), "slager")
    assert slager.answers == {"rol-brood": 4}
    assert walk.answered(small, slager)[0] == 0
    assert walk.answered(small, answering.record(small, slager, Step("party"), "bakker"))[0] == 1

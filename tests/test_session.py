from datetime import datetime
from pathlib import Path

import pytest
from msgspec.structs import replace

from samenspel import walk
from samenspel.answering import AnswerError
from samenspel.finishing import reopen
from samenspel.hygiene import TooLongError
from samenspel.questionnaire import model as m
from samenspel.session import FinishedElsewhereError, Session
from samenspel.storage.selftests import SelfTests
from samenspel.walk import Step

NOW = datetime(2026, 11, 23, 20, 15)  # noqa: DTZ001 - local time, as on the user's own clock
LATER = datetime(2026, 11, 24, 9)  # noqa: DTZ001


@pytest.fixture
def store(tmp_path: Path) -> SelfTests:
    return SelfTests(tmp_path / "data")


@pytest.fixture
def session(store: SelfTests, small: m.Questionnaire) -> Session:
    session = Session.start(store, small, "volledig", NOW)
    for answer in ("slager", "Zuid", "nog-niet", "ja"):
        session.answer(answer, NOW)
    session.forward(NOW)
    return session


def test_an_answer_moves_on_and_is_on_the_disk(session: Session, store: SelfTests) -> None:
    assert session.step == Step("item", "rol-eigen")
    session.answer("4", NOW)
    assert session.step == Step("item", "rol-ander")
    stored = store.read(session.selftest.id)
    assert stored == session.selftest
    assert stored.response.answers == {"rol-eigen": 4}
    assert stored.at == "item:rol-ander"


def test_who_was_killed_goes_on_at_the_very_step(session: Session, store: SelfTests) -> None:
    session.answer("4", NOW)
    session.forward(NOW)
    again = Session.reopen(SelfTests(store.folder), store.read(session.selftest.id))
    assert again.step == Step("item", "rel-overleg")
    assert again.questionnaire == session.questionnaire


@pytest.mark.parametrize(("answer", "error"), [("0", AnswerError), ("x", AnswerError)])
def test_what_is_refused_changes_nothing(session: Session, store: SelfTests, answer: str, error: type) -> None:
    before = store.read(session.selftest.id)
    with pytest.raises(error):
        session.answer(answer, LATER)
    with pytest.raises(TooLongError):
        session.note("x" * 20_000, LATER)
    assert store.read(session.selftest.id) == before == session.selftest


def test_two_sessions_on_one_selftest_keep_each_others_answers(session: Session, store: SelfTests) -> None:
    other = Session.reopen(SelfTests(store.folder), store.read(session.selftest.id))
    session.answer("4", NOW)
    other.go(Step("item", "rel-kennen"), NOW)
    other.answer("2", NOW)
    session.answer("3", NOW)
    assert store.read(session.selftest.id).response.answers == {"rol-eigen": 4, "rel-kennen": 2, "rol-ander": 3}


def test_a_card_stays_where_it_is_to_show_the_right_answer(session: Session) -> None:
    session.go(Step("card", "kennis-brood"), NOW)
    session.answer("slager", NOW, stay=True)
    assert session.step == Step("card", "kennis-brood")
    session.answer("bakker", NOW)
    assert session.response.knowledge == {"kennis-brood": "slager"}
    assert session.step == Step("card", "kennis-klant")


def test_notes_activities_and_sharing_stay_at_the_step(session: Session) -> None:
    session.note("even een toelichting", NOW)
    assert session.response.notes == {"rol-eigen": "even een toelichting"}
    session.go(Step("open", "toe-activiteiten"), NOW)
    session.activity("lunch", lasted=True, now=NOW)
    session.share(on=True, now=NOW)
    assert session.step.id == "toe-activiteiten"
    assert (session.response.activities, session.response.shared) == ({"lunch": True}, ("toe-activiteiten",))


def test_changing_the_form_or_the_party_keeps_answers_and_a_place(session: Session) -> None:
    session.go(Step("item", "rel-kennen"), NOW)
    session.answer("5", NOW)
    session.choose_form("kort", NOW)
    assert session.step in walk.steps(session.questionnaire, session.response)
    session.choose_form("volledig", NOW)
    assert session.response.answers == {"rel-kennen": 5}


def test_finishing_keeps_the_first_date(session: Session, store: SelfTests) -> None:
    session.finish(NOW)
    session.finish(LATER)
    assert store.read(session.selftest.id).finished == "2026-11-23T20:15:00"
    assert session.selftest == replace(session.selftest, changed="2026-11-24T09:00:00")


def test_back_and_forward(session: Session) -> None:
    session.forward(NOW)
    session.back(NOW)
    assert session.step == Step("item", "rol-eigen")
    session.back(NOW)
    assert session.step == Step("we")


def test_who_fills_a_gap_goes_on_to_the_next_gap(session: Session) -> None:
    session.forward(NOW)
    for answer in "343":  # rol-ander, rel-overleg, rel-kennen
        session.answer(answer, NOW)
    session.go(Step("item", "rol-eigen"), NOW)
    session.answer("5", NOW)
    assert session.step == Step("item", "rel-lastig")
    session.go(Step("item", "rol-ander"), NOW)
    session.answer("1", NOW)  # it had an answer: a change goes on to the step after it
    assert session.step == Step("item", "rel-overleg")


def test_who_fills_the_last_gap_comes_to_the_review(session: Session) -> None:
    session.forward(NOW)
    for answer in "3434":
        session.answer(answer, NOW)
    assert session.step == Step("cards")
    session.forward(NOW)
    for card in ("bakker", "slager"):
        session.answer(card, NOW)
    session.go(Step("item", "rol-eigen"), NOW)
    session.answer("5", NOW)
    assert session.step == Step("review")


def test_a_gap_among_the_cards_leads_on_after_its_answer_was_read(session: Session) -> None:
    for step in ("rol-eigen", "rol-ander", "rel-overleg", "rel-kennen", "rel-lastig"):
        session.go(Step("item", step), NOW)
        session.answer("3", NOW)
    session.go(Step("card", "kennis-klant"), NOW)
    session.answer("bakker", NOW)
    session.go(Step("card", "kennis-brood"), NOW)
    session.answer("slager", NOW, stay=True)
    session.forward(NOW)
    assert session.step == Step("review")
    session.go(Step("card", "kennis-brood"), NOW)
    session.forward(NOW)  # long answered: read again, one by one
    assert session.step == Step("card", "kennis-klant")


@pytest.mark.parametrize(
    ("step", "answer"),
    [(Step("item", "rol-ander"), "3"), (Step("item", "rel-lastig"), "0"), (Step("experience"), "langer-1")],
)
def test_what_is_answered_from_the_review_leads_back_to_it(session: Session, step: Step, answer: str) -> None:
    session.go(Step("review"), NOW)
    session.go(step, NOW)
    session.answer(answer, NOW)
    assert session.step == Step("review")


def test_a_card_from_the_review_is_read_first_and_then_leads_back(session: Session) -> None:
    for step, answer in ((Step("card", "kennis-klant"), "bakker"), (Step("open", "toe-goed"), "De koffie.")):
        session.go(Step("review"), NOW)
        session.go(step, NOW)
        session.answer(answer, NOW, stay=True)
        assert session.step == step
        session.forward(NOW)
        assert session.step == Step("review")


def test_the_review_leads_to_each_gap_in_turn_and_round(session: Session) -> None:
    def gap(*, leave: bool = True) -> str:
        session.go(Step("review"), NOW)
        assert session.gap is not None
        found = session.gap
        session.go(found, NOW)
        if leave:
            session.forward(NOW)
        else:
            session.answer("3", NOW)
        return found.key

    left = [step.key for step in walk.unanswered(session.questionnaire, session.response)]
    assert [gap() for _ in left] == left
    assert [gap(), gap()] == left[:2]  # what was left open comes again, after all the others
    third = gap(leave=False)
    assert third == left[2]
    assert [gap() for _ in left[3:]] + [gap(), gap(), gap()] == [*left[3:], *left[:2], left[3]]


def test_who_walks_on_from_the_review_without_answering_walks_on(session: Session) -> None:
    session.go(Step("review"), NOW)
    session.go(Step("item", "rol-eigen"), NOW)
    session.forward(NOW)
    session.answer("3", NOW)
    assert session.step == Step("item", "rel-overleg")


def test_what_another_window_finished_is_changed_no_more(session: Session, store: SelfTests) -> None:
    other = Session.reopen(SelfTests(store.folder), store.read(session.selftest.id))
    other.answer("4", NOW)
    assert not session.finished_elsewhere
    other.finish(NOW)
    kept = store.read(session.selftest.id)
    for change in (
        lambda: session.answer("1", LATER),
        lambda: session.note("later", LATER),
        lambda: session.go(Step("item", "rel-kennen"), LATER),
        lambda: session.choose_form("kort", LATER),
    ):
        with pytest.raises(FinishedElsewhereError):
            change()
    assert session.finished_elsewhere
    assert store.read(session.selftest.id) == kept
    reopen(store, kept.id, NOW)
    session.answer("1", LATER)
    assert store.read(kept.id).response.answers == {"rol-eigen": 1}

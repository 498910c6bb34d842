"""Finishing and reopening: when much is left open, and who may still change an answer."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from samenspel import finishing, giving
from samenspel.finishing import NotReopenedError, much_left_open, reopen
from samenspel.first_step import FirstStep
from samenspel.questionnaire.applicability import applicable_items
from samenspel.questionnaire.model import Questionnaire
from samenspel.response import Response
from samenspel.session import Session
from samenspel.storage.errors import StorageError
from samenspel.storage.selftest import HandedIn, SelfTest
from samenspel.storage.selftests import SelfTests
from samenspel.walk import Step

NOW = datetime(2026, 3, 1, 9, 30)  # noqa: DTZ001 - the wall clock of who answers
LATER = NOW.replace(hour=23, minute=59)
ALL = dict.fromkeys(("rol-eigen", "rol-brood", "rol-ander", "rel-overleg", "rel-kennen", "rel-lastig"), 3)


def answered_but(small: Questionnaire, *left: str, **given: int) -> Response:
    return Response(party="bakker", answers={id_: a for id_, a in (ALL | given).items() if id_ not in left})


def test_little_left_open_is_no_matter(small: Questionnaire) -> None:
    assert much_left_open(small, answered_but(small)) == ""
    assert much_left_open(small, answered_but(small, "rol-eigen")) == ""


def test_a_dimension_without_a_score_is_named(small: Questionnaire) -> None:
    left = answered_but(small, "rel-kennen", "rel-lastig")
    told = "U liet 2 van de 6 stellingen open. Dit onderdeel krijgt zo geen score: Relatie."
    assert much_left_open(small, left) == told
    assert much_left_open(small, Response(party="bakker")).endswith(
        "Deze onderdelen krijgen zo geen score: Rolduidelijkheid en Relatie."
    )


def test_not_knowing_leaves_nothing_open(small: Questionnaire) -> None:
    assert much_left_open(small, Response(party="bakker", answers=dict.fromkeys(ALL, 0))) == ""


def test_a_quarter_is_much_also_when_each_dimension_has_a_score(real: Questionnaire) -> None:
    person = Response(party="jongerenwerker", meeting="ja")
    items = applicable_items(real, person)
    left = items[:: len(items) // 12][:12]
    full = {item.id: 4 for item in items}
    for number, much in ((11, ""), (12, "U liet 12 van de 48 stellingen open.")):
        answers = {id_: a for id_, a in full.items() if id_ not in {item.id for item in left[:number]}}
        assert much_left_open(real, replace(person, answers=answers)) == much


@pytest.fixture
def store(tmp_path: Path) -> SelfTests:
    return SelfTests(tmp_path)


@pytest.fixture
def finished(store: SelfTests, small: Questionnaire) -> SelfTest:
    session = Session(store, store.create(small, answered_but(small), at="item:rol-eigen", now=NOW), small)
    session.finish(NOW)
    step = FirstStep("Ik bel een slager.", "2026-03-09", advice="kennismaken")
    return store.update(session.selftest.id, lambda kept: replace(kept, step=step))


def test_on_the_same_day_all_of_it_is_open_again_and_is_finished_anew(store: SelfTests, finished: SelfTest) -> None:
    opened = reopen(store, finished.id, LATER)
    assert opened == store.read(finished.id)
    assert opened == replace(finished, finished=None, changed="2026-03-01T23:59:00", at="review")
    assert store.latest() is None
    assert store.latest(finished=False) == opened
    session = Session.reopen(store, opened)
    session.go(Step("item", "rol-eigen"), LATER)
    session.answer("5", LATER)
    assert session.step == Step("review")
    session.finish(LATER + timedelta(minutes=5))
    assert session.selftest.finished == "2026-03-02T00:04:00"
    assert session.selftest.step == finished.step


@pytest.mark.parametrize("now", [NOW + timedelta(days=1), NOW - timedelta(days=1)])
def test_on_another_day_it_stays_as_it_is(store: SelfTests, finished: SelfTest, now: datetime) -> None:
    with pytest.raises(
        NotReopenedError, match=r"alleen op de dag van het afronden\. Deze zelftest is afgerond op 1 maart"
    ):
        reopen(store, finished.id, now)
    assert store.read(finished.id) == finished


def test_what_nobody_could_go_on_with_stays_finished(store: SelfTests, finished: SelfTest) -> None:
    gone = replace(finished.questionnaire, hash="f" * 64)
    kept = store.update(finished.id, lambda stored: replace(stored, questionnaire=gone))
    with pytest.raises(StorageError):
        reopen(store, finished.id, LATER)
    assert store.read(finished.id) == kept


@pytest.mark.parametrize("give", [giving.as_file, giving.as_code])
def test_what_was_given_out_stays_as_it_is(store: SelfTests, finished: SelfTest, give) -> None:
    give(store, finished.id)
    with pytest.raises(NotReopenedError, match="bestand of een code voor een groep"):
        reopen(store, finished.id, LATER)
    assert store.read(finished.id).finished


def test_what_was_given_in_turn_and_what_is_open_say_so(finished: SelfTest) -> None:
    in_turn = replace(finished, at=HandedIn(1, "0" * 32).mark)
    assert "aan een groep gegeven" in finishing.why_not_reopened(in_turn, NOW.date())
    assert "nog open" in finishing.why_not_reopened(replace(finished, finished=None), NOW.date())

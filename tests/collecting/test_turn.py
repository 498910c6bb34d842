"""A turn for a group: handed in once, whatever is interrupted; the drafts say nothing to the group."""

import pytest
from msgspec.structs import replace

from samenspel.collecting.turn import Drafts, Turn, deliver
from samenspel.group.founding import checked_group, forecast
from samenspel.response import Response
from samenspel.session import Session
from samenspel.storage import StorageError
from samenspel.storage.drafts import DraftStore
from samenspel.storage.errors import NotFoundError
from samenspel.storage.group_folders import Place
from samenspel.storage.groups import Groups
from samenspel.storage.selftests import SelfTests
from samenspel.walk import Step


@pytest.fixture
def groups(tmp_path):
    return Groups(tmp_path)


@pytest.fixture
def stored(groups, small, today):
    return groups.create(checked_group("Noord", minimum=3), small, today.date())


@pytest.fixture
def today():
    from datetime import datetime

    return datetime(2026, 3, 2, 16, 30)  # noqa: DTZ001


@pytest.fixture
def turn(groups, stored, today):
    turn = Turn.begin(groups, stored, "volledig", today)
    answer(turn, "bakker", today)
    return turn


def answer(turn, party, today):
    """Choose a party, answer one statement, and be back at the question after the party."""
    turn.answer(party, today)
    turn.go(Step("item", "rol-eigen"), today)
    turn.answer("4", today)
    turn.go(Step("experience"), today)


def held(groups, stored):
    return groups.contributions(groups.read(stored.id), stored.wave.number)


def test_handed_in_once_and_the_draft_is_gone(groups, stored, turn, today):
    turn.hand_in(today)
    assert [given.response.party for given in held(groups, stored)] == ["bakker"]
    assert groups.drafts(stored.id).ids() == []
    assert groups.where(turn.response_id) == (Place(stored.id, 1),)


@pytest.mark.parametrize("killed_at", ["add", "delete"])
def test_killed_half_way_it_is_completed_once(groups, stored, turn, today, monkeypatch, killed_at):
    def killed(*_args):
        raise StorageError("gedood")

    monkeypatch.setattr(*((Groups, "add") if killed_at == "add" else (DraftStore, "delete")), killed)
    with pytest.raises(StorageError):
        turn.hand_in(today)
    monkeypatch.undo()
    assert len(held(groups, stored)) == (killed_at == "delete")
    assert deliver(groups, stored) == Drafts()
    assert len(held(groups, stored)) == 1
    assert groups.drafts(stored.id).ids() == []


def test_handed_in_after_the_reveal_it_stays_a_draft_and_never_slips_into_the_next_wave(groups, stored, turn, today):
    other = Turn.begin(groups, stored, "kort", today)
    answer(other, "slager", today)
    other.hand_in(today)
    groups.reveal(stored.id, today.date())
    with pytest.raises(StorageError, match="al onthuld"):
        turn.hand_in(today)
    second = groups.new_wave(stored.id, today.date())
    assert [draft.id for draft in deliver(groups, second).busy] == [turn.selftest.id]
    assert groups.contributions(second, 2) == ()


def test_an_open_draft_is_left_alone(groups, stored, turn):
    assert [draft.id for draft in deliver(groups, stored).busy] == [turn.selftest.id]
    again = Turn.go_on(groups, stored, turn.selftest)
    assert again.step == turn.step
    again.throw_away()
    assert deliver(groups, stored) == Drafts()


def test_the_area_is_skipped_both_ways(turn, today):
    assert turn.step.kind == "experience"
    turn.back(today)
    assert turn.step.kind == "party"
    turn.forward(today)
    assert turn.step.kind == "experience"
    assert "area" not in {step.kind for step in turn.steps()}


def test_ones_own_self_test_asks_everything(tmp_path, small, today):
    session = Session.start(SelfTests(tmp_path), small, "volledig", today)
    session.answer("bakker", today)
    assert session.step == Step("area")
    assert Step("area") in session.steps()


def test_a_response_is_found_by_the_beginning_of_its_name(groups, stored, turn, today):
    turn.hand_in(today)
    assert groups.named(stored, turn.response_id[:8]) == turn.response_id
    for wrong in ("", "zzzzzzzz", "../../.."):
        with pytest.raises(NotFoundError):
            groups.named(stored, wrong)


def test_people_with_another_role_count_from_the_minimum_on(small):
    numbers = {"bakker": 3, "slager": 1}
    assert forecast(small, numbers | {"andere-rol": 2}, 3).parties == ()
    assert forecast(small, numbers | {"andere-rol": 3}, 3).parties == ("bakker",)


def test_an_open_table_that_grew_is_anonymous(groups, small, today):
    stored = groups.create(
        checked_group("Klein", minimum=3, expected={"bakker": 2}, open_table=True), small, today.date()
    )
    for number in range(3):
        turn = Turn.begin(groups, stored, "kort", today)
        answer(turn, "bakker", today)
        turn.hand_in(today)
        if number == 1:
            before = replace(groups.read(stored.id))
    assert before.group.open_table
    assert not groups.reveal(stored.id, today.date()).wave.released.open_table


def test_nothing_of_a_turn_is_a_note_or_an_area(groups, stored, turn, today):
    assert turn.response == Response(party="bakker", answers={"rol-eigen": 4})
    turn.hand_in(today)
    (given,) = held(groups, stored)
    assert given.response == Response(party="bakker", answers={"rol-eigen": 4})


def test_without_an_answer_to_a_statement_nothing_is_handed_in_and_the_draft_stays_open(groups, stored, today):
    turn = Turn.begin(groups, stored, "volledig", today)
    turn.answer("bakker", today)
    turn.go(Step("card", "kennis-brood"), today)
    turn.answer("bakker", today)
    with pytest.raises(StorageError, match="geen enkele stelling"):
        turn.hand_in(today)
    assert held(groups, stored) == ()
    (draft,) = deliver(groups, stored).busy
    again = Turn.go_on(groups, stored, draft)
    again.go(Step("item", "rol-ander"), today)
    again.answer("0", today)  # "weet ik niet" is an answer
    again.hand_in(today)
    assert len(held(groups, stored)) == 1


def test_what_was_erased_elsewhere_is_lost_and_what_cannot_be_read_is_not(groups, stored, turn):
    assert turn.lost() is None
    file = groups.folder / "groepen" / stored.id / "groep.json"
    before = file.read_bytes()
    file.write_text("{")
    assert turn.lost() is None
    file.write_bytes(before)
    groups.drafts(stored.id).delete(turn.selftest.id)
    assert turn.lost() == "draft"
    groups.delete(stored.id)
    assert turn.lost() == "group"

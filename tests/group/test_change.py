"""What changed between two waves: the same three words, from what both waves were, where both may be shown."""

import pytest
from msgspec.structs import replace
from people import add_up, bakkers, others, slagers

from samenspel.group.anonymity import release
from samenspel.group.change import changes, with_changes
from samenspel.group.model import Change


def waves(small, before: list, now: list, minimum: int = 3):
    """What is released of the later wave, with what changed."""
    first, second = add_up(small, before, minimum), add_up(small, now, minimum)
    was = release(small, first, minimum)
    return was, with_changes(small, release(small, second, minimum), second, was, first)


def found(released) -> dict:
    return {one.id: (one.difference, one.word) for one in released.changes}


LOW = bakkers("---115", "---124", "---215", "---114", "---225", "---115")
HIGH = bakkers("---551", "---542", "---451", "---552", "---441", "---551")
MIDDLE = bakkers("---333", "---324", "---243", "---343", "---333", "---234")


def test_what_holds_up_among_all_is_clear(small) -> None:
    _was, now = waves(small, LOW, HIGH)
    assert found(now)["rel"] == (3.4, "duidelijk")
    assert found(now)["rel-kennen"] == (3.4, "duidelijk")


def test_what_does_not_is_none(small) -> None:
    _was, now = waves(small, MIDDLE, [*MIDDLE[1:], MIDDLE[0]])
    assert found(now)["rel"] == (0.0, "geen")


def test_the_difference_is_that_of_the_means_as_shown(small) -> None:
    was, now = waves(small, MIDDLE, HIGH)
    means = [next(one.mean for one in wave.items if one.id == "rel-kennen") for wave in (was, now)]
    assert means == [3.2, 4.7]
    assert found(now)["rel-kennen"][0] == 1.5


def test_only_what_both_waves_show_is_compared(small) -> None:
    few = [*LOW[:2], *bakkers("---1", "---2")]
    _was, now = waves(small, few, HIGH)
    assert found(now).keys() == {"rel-overleg"}
    _was, now = waves(small, HIGH, few)
    assert found(now).keys() == {"rel-overleg"}


def test_everyone_who_counts_counts_and_no_party_is_followed(small) -> None:
    _was, now = waves(small, LOW, slagers("---551", "---542", "---451") + others("---552", "---441", "---551"))
    assert found(now)["rel"] == (3.4, "duidelijk")


def test_when_not_all_answers_can_be_read_any_more_there_are_no_words(small) -> None:
    first, second = add_up(small, LOW), add_up(small, HIGH)
    was, left = release(small, first, 3), add_up(small, LOW[1:])
    now = with_changes(small, release(small, second, 3), second, was, left)
    assert found(now)["rel"] == (3.4, None)


def test_a_wave_of_0_1_0_is_compared_where_it_counted_the_same(small) -> None:
    """It counted rol-brood, of the bakkers alone, in rol."""
    every = [
        replace(one, response=replace(one.response, answers={**one.response.answers, "rol-eigen": 3, "rol-ander": 3}))
        for one in LOW
    ]
    first = add_up(small, every)
    was = replace(release(small, first, 3), earlier=True)
    now = with_changes(small, release(small, first, 3), first, was, first)
    assert {one.id for one in now.changes if one.what == "dimension"} == {"rel"}
    assert "rol-eigen" in found(now)


def test_two_waves_of_0_1_0_are_set_side_by_side_without_a_word(small) -> None:
    was, now = (replace(release(small, add_up(small, one), 3), earlier=True) for one in (LOW, HIGH))
    assert Change("dimension", "rel", 3.4, None) in changes(small, was, now)
    assert {one.word for one in changes(small, was, now)} == {None}


@pytest.mark.parametrize(("first", "second"), [(LOW, HIGH), (HIGH, MIDDLE)])
def test_a_wave_of_now_keeps_what_was_stored(small, first: list, second: list) -> None:
    was, now = waves(small, first, second)
    assert changes(small, was, now) == now.changes

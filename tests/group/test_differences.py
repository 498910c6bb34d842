"""Whether two parties differ, in three words: the tests against counting by hand, and how often each word comes up."""

import os
from collections.abc import Callable
from fractions import Fraction
from itertools import combinations
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenspel.group.anonymity import release
from samenspel.group.differences import benjamini_hochberg, dealt, holm, of_dimensions, of_items, scored
from samenspel.group.model import Contribution, Released
from samenspel.group.results import results
from samenspel.group.statistics import sample
from samenspel.questionnaire.applicability import applicable_items
from samenspel.questionnaire.model import Questionnaire
from samenspel.response import Response

FULL = bool(os.environ.get("SAMENSPEL_FULL"))
GROUPS = 2_000 if FULL else 60
"""Random groups to see how often a word comes up."""
CHANCE = 0.05 + 3 * (0.05 * 0.95 / GROUPS) ** 0.5
"""5 % and three standard errors: of 2,000 groups 6.5 %."""


# All ways to deal answers out. -----------------------------------------------------------------------------------


def test_dealt_by_hand() -> None:
    """1 2 against 4 5: of the six ways to deal out two, two set the parties 3 apart: 1 2, and 4 5."""
    assert dealt((1, 1, 0, 0, 0), (0, 0, 0, 1, 1)) == Fraction(2, 6)
    assert dealt((0, 0, 3, 0, 0), (0, 0, 2, 0, 0)) == 1
    assert dealt((6, 0, 0, 0, 0), (0, 0, 0, 0, 6)) == Fraction(2, 924)


counts = st.lists(st.integers(0, 2), min_size=5, max_size=5).filter(any).map(tuple)


@given(counts, counts)
def test_dealt_is_counting_every_way(first: tuple[int, ...], second: tuple[int, ...]) -> None:
    one, other = ([score for score, n in enumerate(of, start=1) for _one in range(n)] for of in (first, second))
    pool = one + other
    if len(pool) > 12:
        return
    middle = Fraction(sum(pool) * len(one), len(pool))
    ways = [sum(pool[place] for place in places) for places in combinations(range(len(pool)), len(one))]
    far = sum(abs(way - middle) >= abs(sum(one) - middle) for way in ways)
    assert dealt(first, second) == Fraction(far, len(ways)) == dealt(second, first)


def test_forty_answers_are_still_counted() -> None:
    assert dealt((20, 0, 0, 0, 0), (0, 0, 0, 0, 20)) == Fraction(2, 137_846_528_820)


# Many at once. ---------------------------------------------------------------------------------------------------


def chances(*percents: float) -> dict[str, Fraction]:
    return {f"{place}": Fraction(str(percent)) / 100 for place, percent in enumerate(percents)}


def test_holm_stops_at_the_first_that_does_not_hold_up() -> None:
    """Of four: 1 % against 1.25 %, 1.6 % against 1.67 %, 3 % against 2.5 %: there it stops."""
    assert holm(chances(3, 1, 4, 1.6)) == {"1", "3"}
    assert holm(chances(1.3, 1.3, 1.3, 1.3)) == set()
    assert holm({}) == set()


def test_benjamini_and_hochberg_go_up_to_the_last_that_does() -> None:
    """Of four: 1.3 % against 1.25 %, but 3.7 % against 3.75 %: up to there."""
    assert benjamini_hochberg(chances(1.3, 3.7, 2.6, 9)) == {"0", "1", "2"}
    assert benjamini_hochberg(chances(1.3, 3.8, 2.6, 9)) == set()
    assert benjamini_hochberg({}) == set()


# In words. -------------------------------------------------------------------------------------------------------


def test_the_words_of_statements() -> None:
    """Six against six opposed: 2 of 924. Among nine that makes 1.9 % and is clear; among a hundred 22 %."""
    opposed, alike = ((6, 0, 0, 0, 0), (0, 0, 0, 0, 6)), ((2, 2, 0, 2, 0), (2, 2, 0, 1, 1))
    for others, word in ((0, "duidelijk"), (8, "duidelijk"), (100, "mogelijk")):
        words = of_items({"one": opposed, **{f"{nth}": alike for nth in range(others)}})
        assert words.pop("one") == word
        assert set(words.values()) <= {"geen"}


def test_more_than_forty_answers_are_tested_by_welch() -> None:
    pair = ((10, 8, 3, 0, 0), (4, 6, 6, 4, 1))
    assert of_items({"one": pair}) == of_dimensions({"one": tuple(map(scored, pair))}) == {"one": "duidelijk"}


def test_the_words_of_dimensions() -> None:
    far, near = (sample([1, 1.5, 2, 1.5, 1]), sample([4, 4.5, 5, 4, 4.5])), (sample([3, 3.5, 4]), sample([3, 4, 4.5]))
    assert of_dimensions({"one": far, "other": near}) == {"one": "duidelijk", "other": "geen"}


def test_without_any_spread_in_a_party_it_is_mogelijk_at_most() -> None:
    flat = (sample([2.0] * 6), sample([4, 4.5, 5, 4, 4.5, 4.2]))
    assert of_dimensions({"one": flat}) == {"one": "mogelijk"}
    assert of_dimensions({"one": (sample([2.0] * 6), sample([4.0] * 6))}) == {"one": "mogelijk"}
    assert of_dimensions({"one": (sample([2.0] * 6), sample([2.0] * 6))}) == {"one": "geen"}


def test_what_is_shown_as_no_difference_is_none_however_certain() -> None:
    """3.16 and 3.24, each known very well: both are shown as 3.2."""
    pair = (sample([3.15, 3.17] * 500), sample([3.23, 3.24] * 500))
    assert of_dimensions({"one": pair}) == {"one": "geen"}


def test_of_one_person_nothing_can_be_shown() -> None:
    assert of_dimensions({"one": (sample([1.0]), sample([4, 5]))}) == {"one": "geen"}


# How often. ------------------------------------------------------------------------------------------------------

Answer = Callable[[str, Random], int]


def released(questionnaire: Questionnaire, sizes: tuple[int, int], answering: Callable[[str], Answer]) -> Released:
    """A group whose people each answer everything in a way of their own, which ``answering`` gives by party."""
    everyone = []
    for party, size in zip(questionnaire.asked.parties, sizes, strict=True):
        for _person in range(size):
            answer = answering(party.id)
            asked = applicable_items(questionnaire, Response(party=party.id, meeting="ja"))
            answers = {item.id: answer(item.id) for item in asked}
            everyone.append(Contribution(Response(party=party.id, meeting="ja", answers=answers)))
    return release(questionnaire, results(questionnaire, everyone, {}, 5), 5)


@pytest.mark.campaign
def test_chance_seldom_gives_a_clear_difference(real) -> None:
    items = dimensions = 0
    for nth in range(GROUPS):
        chance = Random(f"toeval-{nth}")
        sizes = chance.choice([(9, 7), (5, 5), (12, 8), (8, 6)])
        shown = released(real, sizes, lambda _party, chance=chance: lambda _item: chance.randint(1, 5))
        items += any(one.difference == "duidelijk" for one in shown.items)
        dimensions += any(one.difference == "duidelijk" for one in shown.dimensions)
    assert items <= CHANCE * GROUPS
    assert dimensions <= CHANCE * GROUPS


@pytest.mark.campaign
def test_a_gap_of_one_everywhere_is_mostly_clear(real) -> None:
    """Nine and seven who differ among themselves as the fictional group does."""
    found = []
    for nth in range(GROUPS // 5):
        chance = Random(f"verschil-{nth}")

        def someone(party: str, chance: Random = chance) -> Answer:
            level = (2.5 if party == "wijkcoach" else 3.5) + chance.gauss(0, 0.4)
            return lambda _item: min(5, max(1, round(level + chance.gauss(0, 0.8))))

        found += [one.difference for one in released(real, (9, 7), someone).dimensions]
    assert found.count("duidelijk") >= 0.7 * len(found)


@pytest.mark.campaign
def test_parties_that_stand_two_apart_are_never_said_to_agree(real) -> None:
    for nth in range(GROUPS // 5):
        chance = Random(f"tegenpolen-{nth}")
        sizes, spread = (chance.randint(5, 12), chance.randint(5, 30)), chance.choice([0, 0, 1])

        def someone(party: str, chance: Random = chance, spread: int = spread) -> Answer:
            return lambda _item: (2 if party == "wijkcoach" else 4) + (chance.randint(-1, 1) if spread else 0)

        for one in released(real, sizes, someone).dimensions:
            assert one.gap is not None
            assert one.agreement != "eens", (sizes, spread, one)

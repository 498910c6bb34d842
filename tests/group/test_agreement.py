"""How far people agree: r_wg after James, Demaree & Wolf (1984), averaged, in the words of LeBreton & Senter (2008)."""

from fractions import Fraction
from pathlib import Path
from runpy import run_path
from statistics import variance

import pytest
from hypothesis import given
from hypothesis import strategies as st
from people import add_up, bakkers, others, slagers

from samenspel.group.agreement import agreement, by_chance, in_words, rwg
from samenspel.group.anonymity import release
from samenspel.group.chance import ITEMS, PERCENTILES, SIZES


def spread(*answers: int) -> Fraction:
    return variance(map(Fraction, answers))


def test_rwg_by_hand() -> None:
    """4, 4, 5, 3, 4: mean 4, squares 0 + 0 + 1 + 1 + 0, variance 0.5; 1 - 0.5 / 2 = 0.75."""
    assert rwg(spread(4, 4, 5, 3, 4)) == Fraction(3, 4)
    assert rwg(Fraction(0)) == 1
    assert rwg(Fraction(2)) == 0


def test_more_spread_than_chance_is_no_agreement() -> None:
    """Multilevel's rwg cuts the variance off at that of random answers: 1, 1, 5, 5 has 5.33."""
    assert rwg(spread(1, 1, 5, 5)) == 0


def test_over_statements_it_is_the_mean_each_at_least_0() -> None:
    """r_wg 0.75, 1 and 0 (of a variance of 5.33): 1.75 / 3. The mean of the variances would give less."""
    assert agreement([spread(4, 4, 5, 3, 4), Fraction(0), spread(1, 1, 5, 5)]) == Fraction(7, 12)
    assert agreement([Fraction(1, 2)]) == Fraction(3, 4)
    assert agreement([]) is None


@given(
    st.lists(st.fractions(0, 6), min_size=1, max_size=9).flatmap(lambda v: st.tuples(st.just(v), st.permutations(v)))
)
def test_it_is_a_share_and_knows_no_order(variances: tuple[list[Fraction], list[Fraction]]) -> None:
    assert 0 <= agreement(variances[0]) <= 1
    assert agreement(variances[0]) == agreement(variances[1])


@pytest.mark.parametrize(
    ("hundredths", "words"),
    [(95, "eens"), (71, "eens"), (70, "deels eens"), (31, "deels eens"), (30, "sterk uiteen"), (0, "sterk uiteen")],
)
def test_in_words_of_a_large_group(hundredths: int, words: str) -> None:
    assert in_words(Fraction(hundredths, 100), 50, 6) == words


def test_eens_is_not_said_of_what_chance_gives() -> None:
    """Five people and one statement: chance gives 0.75. Over two it gives 0.55, and 0.71 decides."""
    assert in_words(Fraction(75, 100), 5, 1) == "deels eens"
    assert in_words(Fraction(751, 1000), 5, 1) == "eens"
    assert in_words(Fraction(71, 100), 5, 2) == "eens"


def test_no_figure_has_no_words() -> None:
    assert in_words(None, 20, 6) is None


def test_between_the_rows_and_columns_the_highest_around_counts() -> None:
    # 21 people: the row of 20 (fewer people, more chance). 11 items: the columns 10 and 12.
    row = PERCENTILES[SIZES.index(20)]
    assert by_chance(21, 11) == max(row[ITEMS.index(10)], row[ITEMS.index(12)])
    assert by_chance(3, 3) == PERCENTILES[SIZES.index(3)][ITEMS.index(3)]
    assert by_chance(1, 2) == by_chance(2, 2) == PERCENTILES[0][1]
    assert by_chance(5_000, 40) == PERCENTILES[-1][-1]


@given(st.integers(2, 300), st.integers(1, 25))
def test_more_people_never_make_chance_agree_more(n: int, items: int) -> None:
    """But for two of three people: of so few one statement can have few values."""
    assert by_chance(n + 10, items) <= by_chance(n, items) + 0.01


@pytest.mark.campaign
@pytest.mark.parametrize("n", [2, 5])
def test_the_table_of_chance_is_what_the_simulation_gives(n: int) -> None:
    percentiles = run_path(str(Path(__file__).parents[2] / "scripts" / "chance.py"))["percentiles"]
    assert tuple(percentiles(n)) == PERCENTILES[SIZES.index(n)]
    assert len(PERCENTILES) == len(SIZES)
    assert all(len(row) == len(ITEMS) for row in PERCENTILES)


# What of it is released. -----------------------------------------------------------------------------------------


def rel(small, everyone, minimum: int = 3):
    return release(small, add_up(small, everyone, minimum), minimum).dimensions[1]


ALIKE = ("---332", "---344", "---433", "---333", "---343")
"""Variances 0.2, 0.3 and 0.5 (of the scores): r_wg 0.9, 0.85 and 0.75."""


def test_the_group_and_each_party_have_a_word(small) -> None:
    one = rel(small, bakkers(*ALIKE) + slagers("---151", "---515", "---151", "---515", "---333"))
    assert one.agreement_parties == {"bakker": "eens", "slager": "sterk uiteen"}
    assert one.agreement == "sterk uiteen"
    one = rel(small, bakkers(*ALIKE) + slagers("---332", "---442", "---235", "---333", "---144"))
    assert one.agreement_parties == {"bakker": "eens", "slager": "deels eens"}
    assert one.agreement == "deels eens"


def test_beside_a_clear_difference_the_parties_words_tell_it(small) -> None:
    one = rel(small, bakkers(*["---115", "---214", "---125", "---115"] * 3) + slagers(*["---551", "---542"] * 5))
    assert one.difference == "duidelijk"
    assert one.agreement is None
    assert one.agreement_parties == {"bakker": "eens", "slager": "eens"}


def test_where_all_of_a_party_score_the_same_a_large_gap_is_no_agreement_either(small) -> None:
    """Welch's test has nothing to go by: *mogelijk*. Five of 35 say 2 everywhere, the others 4: one r_wg of 0.755."""
    one = rel(small, bakkers(*["---224"] * 5) + slagers(*["---442"] * 30))
    assert (one.gap, one.difference, one.agreement) == (-2.0, "mogelijk", None)


def test_a_party_that_is_hidden_has_no_word(small) -> None:
    one = rel(small, bakkers(*ALIKE) + slagers("---333", "---333"), minimum=5)
    assert one.agreement_parties == {"bakker": None, "slager": None}
    assert one.agreement is None  # nobody can see how far the slagers are from the bakkers
    alone = rel(small, bakkers(*ALIKE, "---333", "---333"), minimum=5)
    assert alone.agreement_parties == {"bakker": "eens", "slager": None}
    assert alone.agreement == "eens"


def test_only_statements_that_are_shown_and_asked_of_all_count(small) -> None:
    """rol-brood is the bakkers' own, on which they are far apart; the other two statements are all the same."""
    everyone = bakkers("313", "353", "313", "353") + slagers("3-3", "3-3", "3-3") + others("3-3", "3-3", "3-3")
    one = release(small, add_up(small, everyone), 3).dimensions[0]
    assert one.agreement == "eens"
    assert one.agreement_parties == {"bakker": "eens", "slager": "eens"}

"""r_wg and r_wg(j), after James, Demaree & Wolf (1984) and the way R's package multilevel computes them."""

from pathlib import Path
from runpy import run_path
from statistics import variance

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenspel.group.chance import ITEMS, PERCENTILES, SIZES
from samenspel.group.statistics import agreement_in_words, by_chance, rwg, rwgj


def test_rwg_by_hand() -> None:
    """4, 4, 5, 3, 4: mean 4, squares 0 + 0 + 1 + 1 + 0, variance 0.5; 1 - 0.5 / 2 = 0.75."""
    assert rwg(variance([4, 4, 5, 3, 4])) == pytest.approx(0.75)
    assert rwg(0) == 1
    assert rwg(2) == 0


def test_more_spread_than_chance_is_no_agreement() -> None:
    """Multilevel's rwg cuts the variance off at that of random answers: 1, 1, 5, 5 has 5.33."""
    assert rwg(variance([1, 1, 5, 5])) == 0
    assert rwgj([variance([1, 1, 5, 5]), variance([1, 5, 1, 5])]) == 0


def test_rwgj_by_hand() -> None:
    """Variances 0.5, 1 and 0.3: mean 0.6, q = 0.3; 3 · 0.7 / (3 · 0.7 + 0.3) = 2.1 / 2.4 = 0.875."""
    assert rwgj([0.5, 1.0, 0.3]) == pytest.approx(0.875)


def test_rwgj_cuts_off_the_mean_of_the_variances_not_each() -> None:
    """As multilevel's rwg.j does: variances 3 and 0.2 have mean 1.6, q = 0.8; 2 · 0.2 / (0.4 + 0.8) = 1/3."""
    assert rwgj([3.0, 0.2]) == pytest.approx(1 / 3)


@pytest.mark.parametrize("items", [2, 5, 10])
@pytest.mark.parametrize("ratio", [0.1, 0.5, 0.9])
def test_rwgj_is_spearman_brown_of_rwg(items: int, ratio: float) -> None:
    """James et al. derive it so: J · r / (1 + (J - 1) · r), with r = 1 - mean variance / 2."""
    r = 1 - ratio
    assert rwgj([2 * ratio] * items) == pytest.approx(items * r / (1 + (items - 1) * r))


def test_one_item_has_no_agreement_over_items() -> None:
    assert rwgj([0.5]) is None
    assert rwgj([]) is None


@given(st.lists(st.floats(0, 4), min_size=2, max_size=9).flatmap(lambda v: st.tuples(st.just(v), st.permutations(v))))
def test_rwgj_is_a_share_and_knows_no_order(variances: tuple[list[float], list[float]]) -> None:
    assert 0 <= rwgj(variances[0]) <= 1
    assert rwgj(variances[0]) == rwgj(variances[1])


@pytest.mark.parametrize(
    ("agreement", "words"),
    [
        (0.95, "eens"),
        (0.70, "eens"),
        (0.69, "verdeeld"),
        (0.50, "verdeeld"),
        (0.49, "sterk verdeeld"),
        (0, "sterk verdeeld"),
    ],
)
def test_agreement_in_words_of_a_large_group(agreement: float, words: str) -> None:
    assert agreement_in_words(agreement, 50, 6) == words


def test_eens_is_not_said_of_what_chance_gives() -> None:
    """Five people and seven items: chance gives 0.744 (row n = 5, column 7); so 0.74 is no agreement yet."""
    assert agreement_in_words(0.74, 5, 7) == "verdeeld"
    assert agreement_in_words(0.744, 5, 7) == "verdeeld"
    assert agreement_in_words(0.745, 5, 7) == "eens"


def test_no_figure_has_no_words() -> None:
    assert agreement_in_words(None, 20, 6) is None


def test_between_the_rows_and_columns_the_highest_around_counts() -> None:
    # 21 people: the row of 20 (fewer people, more chance). 11 items: the columns 10 and 12.
    assert by_chance(21, 11) == max(0.536, 0.556)
    # 3 people are in the table; 3 items lie between 0.909 of 2 items and … in their own column.
    assert by_chance(3, 3) == 0.857
    assert by_chance(1, 2) == by_chance(2, 2) == 0.933
    assert by_chance(5_000, 40) == PERCENTILES[-1][-1]


@given(st.integers(2, 300), st.integers(2, 25))
def test_more_people_never_make_chance_agree_more_by_much(n: int, items: int) -> None:
    """The table is simulated: neighbours may differ by chance itself, here never by more than 0.01."""
    assert by_chance(n + 10, items) <= by_chance(n, items) + 0.01


@pytest.mark.campaign
@pytest.mark.parametrize("n", [2, 5])
def test_the_table_of_chance_is_what_the_simulation_gives(n: int) -> None:
    percentiles = run_path(str(Path(__file__).parents[2] / "scripts" / "chance.py"))["percentiles"]
    assert tuple(percentiles(n)) == PERCENTILES[SIZES.index(n)]
    assert len(PERCENTILES) == len(SIZES)
    assert all(len(row) == len(ITEMS) for row in PERCENTILES)

"""The figures under the group's figures, against tables and published examples."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenspel.group.statistics import Gap, Sample, gap, sample, t_quantile

# Any table of Student's t, two-sided 95 % and 99 %, to the three decimals that it prints.
TABLE_975 = {1: 12.706, 2: 4.303, 3: 3.182, 4: 2.776, 5: 2.571, 8: 2.306, 10: 2.228, 15: 2.131, 20: 2.086, 30: 2.042}
TABLE_995 = {1: 63.657, 2: 9.925, 5: 4.032, 10: 3.169, 20: 2.845, 30: 2.750, 60: 2.660, 120: 2.617}


@pytest.mark.parametrize(("df", "t"), TABLE_975.items())
def test_t_is_what_the_tables_say_for_95_percent(df: int, t: float) -> None:
    assert t_quantile(0.975, df) == pytest.approx(t, abs=5.1e-4)


@pytest.mark.parametrize(("df", "t"), TABLE_995.items())
def test_t_is_what_the_tables_say_for_99_percent(df: int, t: float) -> None:
    assert t_quantile(0.995, df) == pytest.approx(t, abs=5.1e-4)


def test_t_with_many_degrees_of_freedom_is_the_normal_one() -> None:
    assert t_quantile(0.975, 1e7) == pytest.approx(1.959964, abs=1e-5)


@given(st.floats(0.501, 0.999), st.floats(1, 500))
def test_t_grows_with_the_chance_and_shrinks_with_the_degrees_of_freedom(p: float, df: float) -> None:
    assert t_quantile(p, df) <= t_quantile(p + 0.0005, df)
    assert t_quantile(p, df) >= t_quantile(p, df + 1) - 1e-12


# Student's sleep data, as R's help page of t.test has them: t = -1.8608, df = 17.776,
# 95 % interval -3.3654832 … 0.2054832, means 0.75 and 2.33.
DRUG_1 = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0]
DRUG_2 = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4]


def test_welchs_interval_is_that_of_r_for_the_sleep_data() -> None:
    found = gap(sample(DRUG_1), sample(DRUG_2))
    assert float(found.difference) == pytest.approx(-1.58)
    assert float(found.p) == pytest.approx(0.07939414, abs=1e-8)  # as the help page has it
    assert [*map(float, found.interval)] == pytest.approx([-3.3654832, 0.2054832], abs=1e-7)


def test_welchs_interval_is_that_of_r_for_unequal_sizes() -> None:
    """Published output of R: df = 9.48, 95 % interval -1.935420 … 3.093754 (statscodes.com, Welch's t-tests in R)."""
    found = gap(sample([5.1, 2.0, 4.1, 6.2, 7.1, 8.3]), sample([1.5, 6.4, 3.3, 5.8, 4.8, 7.2, 5.6, 4.5]))
    assert [*map(float, found.interval)] == pytest.approx([-1.935420, 3.093754], abs=1e-6)


def test_a_sample_by_hand() -> None:
    """1, 2, 4, 5: mean 3, squares 4 + 1 + 1 + 4 = 10, variance 10 / 3."""
    assert sample([5, 1, 4, 2]) == Sample(4, Fraction(3), Fraction(10, 3))
    assert sample([Fraction(3, 2), Fraction(5, 3)]) == Sample(2, Fraction(19, 12), Fraction(1, 72))
    assert sample([4]) == Sample(1, Fraction(4), None)
    assert sample([]) == Sample(0, None, None)


@given(st.lists(st.floats(1, 5), max_size=30).flatmap(lambda one: st.tuples(st.just(one), st.permutations(one))))
def test_a_sample_does_not_depend_on_the_order(scores: tuple[list[float], list[float]]) -> None:
    assert sample(scores[0]) == sample(scores[1])


@given(st.lists(st.integers(1, 5), min_size=2, max_size=12), st.lists(st.integers(1, 5), min_size=2, max_size=12))
def test_the_gap_lies_in_its_interval_and_turns_round_with_the_parties(one: list[int], other: list[int]) -> None:
    here, there = gap(sample(one), sample(other)), gap(sample(other), sample(one))
    assert here.interval[0] <= here.difference <= here.interval[1]
    assert [*map(float, there.interval)] == pytest.approx([-float(end) for end in here.interval[::-1]])
    assert float(there.p) == pytest.approx(float(here.p))


def test_a_gap_needs_scores_and_its_interval_two_of_each() -> None:
    assert gap(sample([]), sample([3, 4])) is None
    assert gap(sample([5]), sample([3, 4])) == Gap(Fraction(3, 2), None, None)
    assert gap(sample([5, 5]), sample([3, 3])) == Gap(Fraction(2), (Fraction(2), Fraction(2)), Fraction(0))
    assert gap(sample([3, 3]), sample([3, 3])).p == 1

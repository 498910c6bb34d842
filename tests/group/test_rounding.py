"""Figures leave with one decimal: the exact fraction is rounded, half away from zero."""

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenspel.group.rounding import apart, hundredth, tenth, tenth_of_root


@pytest.mark.parametrize(
    ("value", "shown"),
    [("9/4", 2.3), ("-9/4", -2.3), ("41/20", 2.1), ("-1/20", -0.1), ("1/21", 0.0), ("-1/21", 0.0), ("10/3", 3.3)],
)
def test_halves_go_away_from_zero(value: str, shown: float) -> None:
    """2.05 is less than that as a float, and would go down."""
    assert tenth(Fraction(value)) == shown


def test_no_figure_is_minus_zero() -> None:
    assert str(tenth(Fraction(-1, 30))) == str(apart(3.1, 3.1)) == "0.0"


@given(st.fractions(-5, 5))
def test_a_figure_is_at_most_half_a_step_off(value: Fraction) -> None:
    assert abs(Fraction(str(tenth(value))) - value) <= Fraction(1, 20)
    assert tenth(-value) == -tenth(value)


@given(st.integers(-5000, 5000))
def test_it_is_decimals_own_rounding(thousandths: int) -> None:
    by_decimal = Decimal(thousandths).scaleb(-3).quantize(Decimal("0.1"), ROUND_HALF_UP)
    assert tenth(Fraction(thousandths, 1000)) == float(by_decimal)


@given(st.integers(0, 400))
def test_a_root_that_lies_on_a_half_goes_up(hundredths: int) -> None:
    root = Fraction(hundredths, 100)
    assert tenth_of_root(root**2) == tenth(root)
    assert tenth_of_root(root**2 + Fraction(1, 10**9)) == tenth(root + Fraction(1, 10**10))


@pytest.mark.parametrize(("share", "shown"), [("1/8", 0.13), ("1/3", 0.33), ("0", 0.0), ("199/200", 1.0)])
def test_a_share_is_whole_percents(share: str, shown: float) -> None:
    assert hundredth(Fraction(share)) == shown


@pytest.mark.parametrize(("first", "second", "gap"), [(3.3, 3.0, 0.3), (2.9, 3.0, -0.1), (1.1, 4.7, -3.6)])
def test_a_gap_is_that_of_the_figures_as_shown(first: float, second: float, gap: float) -> None:
    """As floats 3.3 - 3.0 is 0.2999…"""
    assert apart(first, second) == gap

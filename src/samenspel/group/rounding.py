"""Figures as they leave: one decimal, shares in whole percents; the exact fraction is rounded, half away from zero.

With exact figures one person whom a form or a meeting sets apart could be computed (``docs/privacy.md``).
"""

from fractions import Fraction
from math import floor, isqrt

_HALF = Fraction(1, 2)


def tenth(value: Fraction) -> float:
    """Round to one decimal: 2.25 gives 2.3, -2.25 gives -2.3."""
    return _steps(value, 10) / 10


def hundredth(share: Fraction) -> float:
    """Round a share (0..1) to a whole percent, as a share: 0.125 gives 0.13."""
    return _steps(share, 100) / 100


def tenth_of_root(square: Fraction) -> float:
    """Round the square root of ``square`` ≥ 0 to one decimal, without taking the root: that would not be exact."""
    return (isqrt(floor(400 * square)) + 1) // 2 / 10


def apart(first: float, second: float) -> float:
    """Return the difference of two figures of one decimal, with one decimal."""
    return (round(10 * first) - round(10 * second)) / 10


def _steps(value: Fraction, in_one: int) -> int:
    steps = floor(abs(value) * in_one + _HALF)
    return -steps if value < 0 else steps

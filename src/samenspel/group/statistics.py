"""Means, spread, and the gap between two groups: pure Python, checked on published values.

Means and variances are exact fractions: what is shown is rounded, and a float could fall on the wrong side of a half.

Welch's interval for the difference of two means (Welch 1947, Biometrika 34, 28-35), with sample variances s² and
sizes n of the two groups:

    v = s₁²/n₁ + s₂²/n₂
    df = v² / ((s₁²/n₁)²/(n₁-1) + (s₂²/n₂)²/(n₂-1))        (Satterthwaite 1946)
    (m₁ - m₂) ± t(0.975; df) · √v

and the chance of a difference at least as large when there is none: that of |t| ≥ |m₁ - m₂| / √v.
"""

from collections.abc import Sequence
from fractions import Fraction
from math import exp, lcm, lgamma, log, log1p, pi, sqrt
from statistics import NormalDist

from msgspec import Struct

LEVEL = 0.95
"""The confidence of every interval."""

_NEAR = 1e-14
"""A step this small, as a share of the value, is below what a float can tell."""


class Sample(Struct, frozen=True):
    """Scores put together: how many, their mean, and their variance (over n - 1).

    ``mean`` is None for no scores, ``variance`` for fewer than two.
    """

    n: int
    mean: Fraction | None
    variance: Fraction | None


class Gap(Struct, frozen=True):
    """A difference of two means, its 95 % interval, and the chance of one as large when there is none.

    ``interval`` and ``p`` are None where a group has fewer than two scores.
    """

    difference: Fraction
    interval: tuple[Fraction, Fraction] | None
    p: Fraction | None


def sample(scores: Sequence[Fraction | float]) -> Sample:
    """Put scores together, in any order."""
    n = len(scores)
    if not n:
        return Sample(0, None, None)
    exact = [Fraction(one) for one in scores]
    common = lcm(*{one.denominator for one in exact})
    whole = [one.numerator * (common // one.denominator) for one in exact]
    return summed(n, sum(whole), sum(one * one for one in whole), common)


def summed(n: int, total: int, squares: int, common: int = 1) -> Sample:
    """Return the sample of ``n`` > 0 scores with this sum and sum of squares, all of them times ``common``."""
    if n == 1:
        return Sample(n, Fraction(total, common), None)
    return Sample(n, Fraction(total, n * common), Fraction(n * squares - total * total, n * (n - 1) * common**2))


def gap(first: Sample, second: Sample) -> Gap | None:
    """Return ``first``'s mean minus ``second``'s, held against chance by Welch; None when either has no scores.

    Example: n = 12, mean 3.0, sd 1.0 against n = 8, mean 2.0, sd 1.5 gives 1.0 with df = 11.2.
    """
    if first.mean is None or second.mean is None:
        return None
    difference = first.mean - second.mean
    if first.variance is None or second.variance is None:
        return Gap(difference, None, None)
    parts = (float(first.variance / first.n), float(second.variance / second.n))
    variance = sum(parts)
    if not variance:
        return Gap(difference, (difference, difference), Fraction(int(not difference)))
    df = variance**2 / (parts[0] ** 2 / (first.n - 1) + parts[1] ** 2 / (second.n - 1))
    reach = Fraction(t_quantile((1 + LEVEL) / 2, df) * sqrt(variance))
    p = _incomplete_beta(df / 2, 0.5, df / (df + float(difference) ** 2 / variance))
    return Gap(difference, (difference - reach, difference + reach), Fraction(p))


def t_quantile(p: float, df: float) -> float:
    """Return the value that Student's t with ``df`` > 0 degrees of freedom stays below with chance ``p`` (0.5..1).

    Newton's method from the normal quantile: that lies below the root, and the distribution function is concave
    there, so each step comes nearer from below.
    """
    t = NormalDist().inv_cdf(p)
    while (step := (p - _t_below(t, df)) / _t_density(t, df)) > _NEAR * t:
        t += step
    return t


def _t_density(t: float, df: float) -> float:
    return exp(lgamma((df + 1) / 2) - lgamma(df / 2) - (df + 1) / 2 * log1p(t * t / df)) / sqrt(df * pi)


def _t_below(t: float, df: float) -> float:
    """Return the chance that Student's t stays below ``t`` ≥ 0 (Abramowitz & Stegun 1964, 26.7.1)."""
    return 1 - _incomplete_beta(df / 2, 0.5, df / (df + t * t)) / 2


def _incomplete_beta(a: float, b: float, x: float) -> float:
    """Return the regularised incomplete beta function I_x(a, b) (Abramowitz & Stegun 1964, 26.5.2 and 26.5.8)."""
    if x <= 0 or x >= 1:
        return min(1.0, max(0.0, x))
    if x > (a + 1) / (a + b + 2):  # where the fraction converges slowly: I_x(a, b) = 1 - I_{1-x}(b, a)
        return 1 - _incomplete_beta(b, a, 1 - x)
    front = exp(lgamma(a + b) - lgamma(a) - lgamma(b) + a * log(x) + b * log1p(-x))
    return front * _fraction(a, b, x) / a


def _fraction(a: float, b: float, x: float) -> float:
    """Evaluate the continued fraction of the incomplete beta function, 1 / (1 + d₁/(1 + d₂/(1 + …))), as Lentz does.

    Source: Lentz 1976, Applied Optics 15, 668-671.
    """
    tiny, enough, most = 1e-300, 1e-16, 1_000
    value, c, d = 1.0, 1.0, 0.0
    for step in range(1, most):
        m = step // 2
        if step % 2:
            term = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        else:
            term = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        d = 1 / ((1 + term * d) or tiny)
        c = (1 + term / c) or tiny
        value *= c * d
        if abs(c * d - 1) < enough:
            break
    return 1 / value

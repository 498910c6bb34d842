"""Means, spread, the gap between two groups, and how far people agree: pure Python, checked on published values.

Welch's interval for the difference of two means (Welch 1947, Biometrika 34, 28-35), with sample variances s² and
sizes n of the two groups:

    v = s₁²/n₁ + s₂²/n₂
    df = v² / ((s₁²/n₁)²/(n₁-1) + (s₂²/n₂)²/(n₂-1))        (Satterthwaite 1946)
    (m₁ - m₂) ± t(0.975; df) · √v

How far people agree (James, Demaree & Wolf 1984, Journal of Applied Psychology 69, 85-98): the variance within the
group is held against that of answers given at random, every answer on the scale being as likely. With A answers that is
(A² - 1) / 12, so 2 for 1-5; J is the number of items.

    r_wg    = 1 - s² / 2                                      (at least 0)
    r_wg(j) = J(1 - q) / (J(1 - q) + q),  q = mean(s²) / 2    (q ≥ 1 gives 0)
"""

from collections.abc import Sequence
from math import exp, lgamma, log, log1p, pi, sqrt
from statistics import NormalDist, fmean, stdev
from typing import Literal

from msgspec import Struct

from samenspel.group.chance import ITEMS, PERCENTILES, SIZES
from samenspel.questionnaire.model import HIGHEST, LOWEST

LEVEL = 0.95
"""The confidence of every interval."""
UNIFORM_VARIANCE = ((HIGHEST - LOWEST + 1) ** 2 - 1) / 12
AGREED, DIVIDED = 0.70, 0.50
"""From here on a group is called *eens*, from here *verdeeld*, below it *sterk verdeeld*."""
Agreement = Literal["eens", "verdeeld", "sterk verdeeld"]

_NEAR = 1e-14
"""A step this small, as a share of the value, is below what a float can tell."""


class Sample(Struct, frozen=True):
    """Scores put together: how many, their mean, and their standard deviation (over n - 1).

    ``mean`` is None for no scores, ``sd`` for fewer than two.
    """

    n: int
    mean: float | None
    sd: float | None


class Gap(Struct, frozen=True):
    """A difference of two means, and its 95 % interval; None where a group has fewer than two scores."""

    difference: float
    interval: tuple[float, float] | None


def sample(scores: Sequence[float]) -> Sample:
    """Put scores together, in any order."""
    ordered = sorted(scores)
    return Sample(
        n=len(ordered),
        mean=fmean(ordered) if ordered else None,
        sd=stdev(ordered) if len(ordered) > 1 else None,
    )


def gap(first: Sample, second: Sample) -> Gap | None:
    """Return ``first``'s mean minus ``second``'s, with Welch's interval; None when either has no scores.

    Example: n = 12, mean 3.0, sd 1.0 against n = 8, mean 2.0, sd 1.5 gives 1.0 with df = 11.2.
    """
    if first.mean is None or second.mean is None:
        return None
    difference = first.mean - second.mean
    if first.sd is None or second.sd is None:
        return Gap(difference, None)
    parts = (first.sd**2 / first.n, second.sd**2 / second.n)
    variance = sum(parts)
    if variance == 0:
        return Gap(difference, (difference, difference))
    df = variance**2 / (parts[0] ** 2 / (first.n - 1) + parts[1] ** 2 / (second.n - 1))
    reach = t_quantile((1 + LEVEL) / 2, df) * sqrt(variance)
    return Gap(difference, (difference - reach, difference + reach))


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


def rwg(variance: float) -> float:
    """Return the agreement (0..1) on one item with this sample variance: 1 when all gave the same answer."""
    return max(0.0, 1 - variance / UNIFORM_VARIANCE)


def rwgj(variances: Sequence[float]) -> float | None:
    """Return the agreement (0..1) over several items with these sample variances; None for fewer than two items."""
    count = len(variances)
    if count < 2:  # noqa: PLR2004
        return None
    q = sum(sorted(variances)) / count / UNIFORM_VARIANCE
    return 0.0 if q >= 1 else count * (1 - q) / (count * (1 - q) + q)


def agreement_in_words(agreement: float | None, n: int, items: int) -> Agreement | None:
    """Say an r_wg(j) in words, for ``n`` respondents and ``items`` items; None stays None.

    *Eens* takes more than ``AGREED``: the figure must also be higher than chance gives (see ``by_chance``).
    """
    if agreement is None:
        return None
    if agreement >= AGREED and agreement > by_chance(n, items):
        return "eens"
    return "verdeeld" if agreement >= DIVIDED else "sterk verdeeld"


def by_chance(n: int, items: int) -> float:
    """Return the r_wg(j) that 95 % of groups of ``n`` stay at or below when all answer ``items`` items at random.

    Taken from the table in ``chance``; between its rows and columns the highest of what lies around is taken, so that
    *eens* is never said too soon.
    """
    rows = [place for place, size in enumerate(SIZES) if size <= n][-1:] or [0]
    columns = [place for place, count in enumerate(ITEMS) if count <= items][-1:] or [0]
    columns += [place for place, count in enumerate(ITEMS) if count >= items][:1]
    return max(PERCENTILES[row][column] for row in rows for column in columns)

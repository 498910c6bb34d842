"""Means, spread and the gap between two groups, with its interval: pure Python, checked on published values.

Welch's interval for the difference of two means (Welch 1947, Biometrika 34, 28-35), with sample variances s² and
sizes n of the two groups:

    v = s₁²/n₁ + s₂²/n₂
    df = v² / ((s₁²/n₁)²/(n₁-1) + (s₂²/n₂)²/(n₂-1))        (Satterthwaite 1946)
    (m₁ - m₂) ± t(0.975; df) · √v
"""

from collections.abc import Sequence
from math import exp, lgamma, log, log1p, pi, sqrt
from statistics import NormalDist, fmean, stdev
from typing import Literal

from msgspec import Struct

from samenspel.questionnaire.model import HIGHEST, LOWEST

LEVEL = 0.95
"""The confidence of every interval."""
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


# How much agreement chance alone gives. Made by ``python -m scripts.chance``; not to be edited by hand. ----------

SIZES = (
    2,
    3,
    4,
    5,
    6,
    7,
    8,
    9,
    10,
    11,
    12,
    13,
    14,
    15,
    16,
    17,
    18,
    19,
    20,
    22,
    24,
    26,
    28,
    30,
    35,
    40,
    50,
    75,
    100,
    200,
)
"""Numbers of respondents, a row each."""
ITEMS = (2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 20)
"""Numbers of items, a column each."""
PERCENTILES = (
    (0.933, 0.938, 0.945, 0.938, 0.936, 0.926, 0.93, 0.926, 0.924, 0.923, 0.929, 0.93),  # n = 2
    (0.909, 0.857, 0.848, 0.851, 0.843, 0.853, 0.851, 0.861, 0.861, 0.865, 0.871, 0.884),  # n = 3
    (0.8, 0.77, 0.779, 0.781, 0.788, 0.795, 0.8, 0.805, 0.808, 0.822, 0.829, 0.844),  # n = 4
    (0.71, 0.711, 0.717, 0.729, 0.735, 0.744, 0.758, 0.755, 0.764, 0.781, 0.793, 0.809),  # n = 5
    (0.652, 0.661, 0.675, 0.689, 0.709, 0.713, 0.721, 0.731, 0.738, 0.756, 0.767, 0.791),  # n = 6
    (0.623, 0.625, 0.642, 0.656, 0.671, 0.686, 0.693, 0.704, 0.708, 0.726, 0.746, 0.766),  # n = 7
    (0.573, 0.606, 0.613, 0.632, 0.647, 0.656, 0.672, 0.683, 0.695, 0.705, 0.729, 0.747),  # n = 8
    (0.545, 0.569, 0.593, 0.607, 0.625, 0.643, 0.654, 0.662, 0.669, 0.688, 0.706, 0.735),  # n = 9
    (0.522, 0.547, 0.57, 0.59, 0.603, 0.612, 0.624, 0.637, 0.65, 0.665, 0.687, 0.715),  # n = 10
    (0.503, 0.526, 0.55, 0.569, 0.584, 0.6, 0.612, 0.626, 0.637, 0.647, 0.678, 0.707),  # n = 11
    (0.485, 0.507, 0.528, 0.559, 0.571, 0.582, 0.6, 0.605, 0.623, 0.637, 0.662, 0.686),  # n = 12
    (0.459, 0.494, 0.52, 0.541, 0.553, 0.565, 0.584, 0.599, 0.603, 0.625, 0.652, 0.679),  # n = 13
    (0.443, 0.469, 0.499, 0.521, 0.538, 0.559, 0.571, 0.59, 0.599, 0.614, 0.638, 0.671),  # n = 14
    (0.43, 0.468, 0.491, 0.515, 0.534, 0.545, 0.565, 0.574, 0.588, 0.607, 0.624, 0.654),  # n = 15
    (0.422, 0.451, 0.485, 0.505, 0.515, 0.529, 0.545, 0.559, 0.569, 0.59, 0.615, 0.645),  # n = 16
    (0.4, 0.439, 0.463, 0.492, 0.51, 0.531, 0.54, 0.554, 0.562, 0.582, 0.607, 0.638),  # n = 17
    (0.393, 0.428, 0.452, 0.477, 0.5, 0.516, 0.531, 0.546, 0.556, 0.575, 0.6, 0.631),  # n = 18
    (0.389, 0.43, 0.456, 0.468, 0.489, 0.507, 0.527, 0.533, 0.544, 0.564, 0.586, 0.618),  # n = 19
    (0.37, 0.415, 0.442, 0.466, 0.48, 0.502, 0.512, 0.525, 0.536, 0.556, 0.58, 0.608),  # n = 20
    (0.364, 0.388, 0.421, 0.445, 0.468, 0.484, 0.497, 0.514, 0.521, 0.544, 0.568, 0.599),  # n = 22
    (0.349, 0.381, 0.405, 0.431, 0.451, 0.466, 0.479, 0.495, 0.508, 0.52, 0.549, 0.585),  # n = 24
    (0.337, 0.37, 0.397, 0.417, 0.437, 0.456, 0.472, 0.484, 0.497, 0.52, 0.542, 0.584),  # n = 26
    (0.321, 0.362, 0.387, 0.42, 0.433, 0.449, 0.458, 0.477, 0.487, 0.506, 0.534, 0.565),  # n = 28
    (0.309, 0.348, 0.372, 0.398, 0.418, 0.434, 0.451, 0.464, 0.476, 0.496, 0.522, 0.554),  # n = 30
    (0.288, 0.322, 0.349, 0.374, 0.394, 0.409, 0.421, 0.439, 0.449, 0.469, 0.499, 0.533),  # n = 35
    (0.275, 0.308, 0.332, 0.354, 0.373, 0.393, 0.401, 0.423, 0.429, 0.452, 0.48, 0.521),  # n = 40
    (0.247, 0.281, 0.306, 0.327, 0.348, 0.366, 0.376, 0.39, 0.4, 0.426, 0.455, 0.486),  # n = 50
    (0.205, 0.239, 0.254, 0.278, 0.295, 0.311, 0.322, 0.34, 0.349, 0.366, 0.396, 0.427),  # n = 75
    (0.179, 0.206, 0.23, 0.247, 0.261, 0.275, 0.289, 0.304, 0.316, 0.338, 0.362, 0.395),  # n = 100
    (0.128, 0.152, 0.167, 0.182, 0.199, 0.211, 0.218, 0.228, 0.241, 0.256, 0.277, 0.305),  # n = 200
)
"""The 95th percentile of r_wg(j) when everyone answers at random, each answer being as likely."""


# How far people agree with each other: r_wg for one item, r_wg(j) for the items of a dimension, and in words. ----
# James, Demaree & Wolf (1984), Journal of Applied Psychology 69, 85-98. The variance within the group is held against
# that of answers given at random, every answer on the scale being as likely: with A answers (A² - 1) / 12 (2 for 1-5).
#
# r_wg    = 1 - s² / 2                                  (at least 0)
# r_wg(j) = J(1 - q) / (J(1 - q) + q),  q = mean(s²) / 2    (q ≥ 1 gives 0)

Agreement = Literal["eens", "verdeeld", "sterk verdeeld"]

UNIFORM_VARIANCE = ((HIGHEST - LOWEST + 1) ** 2 - 1) / 12
AGREED, DIVIDED = 0.70, 0.50
"""From here on a group is called *eens*, from here *verdeeld*, below it *sterk verdeeld*."""


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


def in_words(agreement: float | None, n: int, items: int) -> Agreement | None:
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

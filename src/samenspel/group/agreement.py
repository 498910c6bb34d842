"""How far people agree with each other: r_wg for one item, r_wg(j) for the items of a dimension, and in words.

James, Demaree & Wolf (1984), Journal of Applied Psychology 69, 85-98. The variance within the group is held against
that of answers given at random, every answer on the scale being as likely: with A answers (A² - 1) / 12, so 2 for 1-5.

    r_wg    = 1 - s² / 2                                  (at least 0)
    r_wg(j) = J(1 - q) / (J(1 - q) + q),  q = mean(s²) / 2    (q ≥ 1 gives 0)
"""

from collections.abc import Sequence
from typing import Literal

from samenspel.group.chance import ITEMS, PERCENTILES, SIZES
from samenspel.questionnaire.model import HIGHEST, LOWEST

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

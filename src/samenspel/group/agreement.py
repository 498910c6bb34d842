"""How far people agree, in words only: the index itself never leaves.

James, Demaree & Wolf (1984, Journal of Applied Psychology 69, 85-98) hold the variance within a group against that of
answers given at random, every answer on the scale being as likely: (A² - 1) / 12 for A answers, so 2 for 1-5.

    r_wg = 1 - s² / 2                                      (at least 0)

Over the statements of a dimension their mean is taken. (r_wg(j), which grows with the number of statements, calls two
opposed halves of a room agreed over eight of them.) The cut-offs are those of LeBreton & Senter (2008, Organizational
Research Methods 11, 815-852), bands joined: at 5 to 8 people finer words come back the same only half of the time.
"""

from collections.abc import Sequence
from fractions import Fraction
from typing import Literal

from samenspel.group.chance import ITEMS, PERCENTILES, SIZES
from samenspel.questionnaire.model import HIGHEST, LOWEST

UNIFORM_VARIANCE = Fraction((HIGHEST - LOWEST + 1) ** 2 - 1, 12)
AGREED, PARTLY = Fraction(71, 100), Fraction(31, 100)
"""From the first on people are *eens*, if that is more than chance gives; from the second on *deels eens*."""
Agreement = Literal["eens", "deels eens", "sterk uiteen"]


def rwg(variance: Fraction) -> Fraction:
    """Return the agreement (0..1) on one statement with this sample variance: 1 when all gave the same answer."""
    return max(Fraction(0), 1 - variance / UNIFORM_VARIANCE)


def agreement(variances: Sequence[Fraction]) -> Fraction | None:
    """Return the agreement (0..1) over statements with these sample variances; None without any."""
    return sum(map(rwg, variances), Fraction(0)) / len(variances) if variances else None


def in_words(agreement: Fraction | None, n: int, items: int) -> Agreement | None:
    """Say an agreement in words, for ``n`` respondents and ``items`` statements; None stays None."""
    if agreement is None:
        return None
    if agreement >= AGREED and agreement > Fraction(str(by_chance(n, items))):
        return "eens"
    return "deels eens" if agreement >= PARTLY else "sterk uiteen"


def by_chance(n: int, items: int) -> float:
    """Return the agreement that 95 % of groups of ``n`` stay at or below when all answer ``items`` at random.

    Taken from the table in ``chance``; between its rows and columns the highest of what lies around is taken, so that
    *eens* is never said too soon.
    """
    rows = [place for place, size in enumerate(SIZES) if size <= n][-1:] or [0]
    columns = [place for place, count in enumerate(ITEMS) if count <= items][-1:] or [0]
    columns += [place for place, count in enumerate(ITEMS) if count >= items][:1]
    return max(PERCENTILES[row][column] for row in rows for column in columns)

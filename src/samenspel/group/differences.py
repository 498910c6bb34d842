"""Whether two parties differ, or a group has changed, in three words: *duidelijk*, *mogelijk* or *geen*.

*Duidelijk* holds up among all that is looked at together; *mogelijk* is less likely than 5 % by itself, which chance
gives once in twenty times; *geen* says that nothing was shown, not that there is nothing.

Dimensions: Welch's test, with Holm's correction (1979, Scandinavian Journal of Statistics 6, 65-70) at 5 % over the
dimensions. Where all of a party have the same score Welch's test has nothing to go by: at most *mogelijk*.

Statements: of the answers of both parties together, how many of all ways to deal them out to the two give one party a
sum at least as far from what it would be on average? For more than 40 answers that is Welch's test too. With Benjamini
and Hochberg's correction (1995, Journal of the Royal Statistical Society B 57, 289-300) at 5 % over the statements.
"""

from collections.abc import Mapping
from fractions import Fraction
from math import comb
from struct import unpack
from typing import Literal

from samenspel.group.rounding import tenth
from samenspel.group.statistics import Sample, gap, summed
from samenspel.questionnaire.model import LOWEST

Difference = Literal["duidelijk", "mogelijk", "geen"]
Scores = tuple[int, ...]
"""How many have each score, 1 to 5."""

LEVEL = Fraction(1, 20)
MOST_DEALT = 40
"""Up to so many answers all ways to deal them out are counted."""


def of_dimensions(pairs: Mapping[str, tuple[Sample, Sample]]) -> dict[str, Difference]:
    """Say of each dimension whether the two differ; only what may be shown may be given.

    Args:
        pairs: dimension id → the scores of the one and of the other.
    """
    found = {one: gap(*pair) for one, pair in pairs.items()}
    chances = {one: between.p for one, between in found.items() if between is not None and between.p is not None}
    clear = holm(chances)
    flat = {one for one, pair in pairs.items() if any(side.variance == 0 for side in pair)}
    return {one: _word(pair, chances.get(one), clear=one in clear - flat) for one, pair in pairs.items()}


def of_items(pairs: Mapping[str, tuple[Scores, Scores]]) -> dict[str, Difference]:
    """Say of each statement whether the two differ; only what may be shown may be given.

    Args:
        pairs: item id → how many of the one and of the other have each score.
    """
    samples = {one: (scored(first), scored(second)) for one, (first, second) in pairs.items()}
    chances: dict[str, Fraction] = {}
    for one, (first, second) in pairs.items():
        if sum(first) + sum(second) <= MOST_DEALT:
            chances[one] = dealt(first, second)
        elif (between := gap(*samples[one])) is not None and between.p is not None:
            chances[one] = between.p
    clear = benjamini_hochberg(chances)
    return {one: _word(pair, chances.get(one), clear=one in clear) for one, pair in samples.items()}


def _word(pair: tuple[Sample, Sample], p: Fraction | None, *, clear: bool) -> Difference:
    """Say one difference in words: one that is shown as 0,0 is none, however certain it may be."""
    first, second = (side.mean for side in pair)
    if p is None or first is None or second is None or tenth(first) == tenth(second):
        return "geen"
    return "duidelijk" if clear else "mogelijk" if p < LEVEL else "geen"


def scored(scores: Scores) -> Sample:
    """Return the sample of so many of each score, 1 to 5."""
    n = sum(scores)
    if not n:
        return Sample(0, None, None)
    each = list(enumerate(scores, start=LOWEST))
    return summed(n, sum(score * count for score, count in each), sum(score**2 * count for score, count in each))


# Many at once. -----------------------------------------------------------------------------------------------------


def holm(chances: Mapping[str, Fraction]) -> set[str]:
    """Return what holds up at 5 % among all: smallest chance first, each against the number that is left."""
    found: set[str] = set()
    for place, one in enumerate(sorted(chances, key=chances.__getitem__)):
        if chances[one] * (len(chances) - place) > LEVEL:
            break
        found.add(one)
    return found


def benjamini_hochberg(chances: Mapping[str, Fraction]) -> set[str]:
    """Return what holds up when at most 5 % of that may be chance: up to the last chance below its part of 5 %."""
    order = sorted(chances, key=chances.__getitem__)
    last = max((n for n, one in enumerate(order, start=1) if chances[one] * len(order) <= LEVEL * n), default=0)
    return set(order[:last])


# All ways to deal answers out. ---------------------------------------------------------------------------------------

_BITS = 64
"""Room for the number of ways to one sum: all ways together are at most C(40, 20) < 2^38."""


def dealt(first: Scores, second: Scores) -> Fraction:
    """Return the chance that dealing the answers out anew sets the two at least as far apart; exact, in whole numbers.

    The number of ways to each sum is a coefficient of Π (1 + t·y^score)^count, t for the answers dealt out: multiplied
    one score after the other. A polynomial in y is kept as one large number, ``_BITS`` bits for each power.
    """
    if sum(first) > sum(second):
        first, second = second, first
    pooled = [one + other for one, other in zip(first, second, strict=True)]
    size, everyone = sum(first), sum(pooled)
    ways = {0: 1}  # by how many were dealt out
    left = everyone
    for score, count in enumerate(pooled):
        left -= count
        more: dict[int, int] = {}
        for had, its_ways in ways.items():
            # What is not dealt out by now has to be there still.
            for picked in range(max(0, size - had - left), min(count, size - had) + 1):
                found = (its_ways * comb(count, picked)) << (_BITS * score * picked)
                more[had + picked] = more.get(had + picked, 0) + found
        ways = more
    total = sum(score * count for score, count in enumerate(pooled))
    here = sum(score * count for score, count in enumerate(first))
    off = abs(here * everyone - size * total)
    length = size * (len(pooled) - 1) + 1
    each = unpack(f"<{length}Q", ways[size].to_bytes(length * _BITS // 8, "little"))
    far = sum(number for its_sum, number in enumerate(each) if abs(its_sum * everyone - size * total) >= off)
    return Fraction(far, comb(everyone, size))

"""Advice for a group: the same :func:`samenspel.advice.rank`, with the shortfalls of all together.

Per item s is the mean of the own shortfalls of those who answered it (1-5 or *weet ik niet*), when at least k gave
1-5; when fewer did but at least k answered, s = 0.6 flat; else the item does not count. Added to s: 0.25 · |gap| / 4,
where the gap between the parties' means may be shown; s is at most 1.
"""

from collections.abc import Mapping
from fractions import Fraction
from math import floor

from samenspel.advice import SHORTFALL_DONT_KNOW, RankedAdvice, Shortfall, item_shortfall, rank
from samenspel.group.results import ItemResults, Results
from samenspel.questionnaire.model import (
    DONT_KNOW,
    EXPERIENCE,
    HIGHEST,
    KNOWLEDGE,
    LOWEST,
    ContextTrigger,
    Item,
    Questionnaire,
    Weight,
)

_GAP_WEIGHT = 0.25
_STEP = 0.25
"""To what the mean shortfall of a context question is rounded."""


def group_advice(
    questionnaire: Questionnaire,
    found: Results,
    gaps: Mapping[str, Fraction | None],
    minimum: int,
    *,
    exact_context: bool = False,
) -> tuple[RankedAdvice, ...]:
    """Return all advice given to a group, most urgent first.

    Args:
        questionnaire: what was asked.
        found: the figures of the wave.
        gaps: item id → the gap between the parties, None where it may not be shown.
        minimum: k.
        exact_context: let every answer to a context question count, unrounded.
    """
    items = {item.id: item for item in questionnaire.asked.items}
    answered = {one.id: one for one in found.items}

    def shortfall(key: str, trigger: Weight | ContextTrigger) -> Shortfall:
        if isinstance(trigger, ContextTrigger):
            tally = found.experience if key == EXPERIENCE else found.meeting
            return Shortfall(asked=True, s=_context(trigger, tally, minimum, exact=exact_context))
        if key == KNOWLEDGE:
            shares = found.knowledge
            return Shortfall(asked=True, s=float(1 - sum(shares) / len(shares)) if len(shares) >= minimum else None)
        one = answered[key]
        return Shortfall(asked=bool(one.asked), s=_item(items[key], one, gaps[key], minimum))

    return rank(questionnaire.advices, shortfall)


def _item(item: Item, one: ItemResults, gap: Fraction | None, minimum: int) -> float | None:
    answered = one.whole.n + one.unknown
    if answered < minimum:
        return None
    if one.whole.n < minimum:
        return SHORTFALL_DONT_KNOW
    given = zip((DONT_KNOW, *range(LOWEST, HIGHEST + 1)), (one.unknown, *one.counts), strict=True)
    mean = sum(count * (item_shortfall(item, answer) or 0.0) for answer, count in given) / answered
    return min(1.0, mean + _GAP_WEIGHT * float(abs(gap or 0)) / (HIGHEST - LOWEST))


def _context(trigger: ContextTrigger, tally: Mapping[str, int], minimum: int, *, exact: bool) -> float | None:
    answered = sum(tally.values())
    total = sum(count * trigger.shortfalls.get(answer, 0.0) for answer, count in tally.items())
    if answered < minimum or not total:
        return None
    if exact:
        return total / answered
    short = sum(count for answer, count in tally.items() if trigger.shortfalls.get(answer, 0.0))
    if short < minimum:
        return None
    mean = total / (answered if answered - short >= minimum else short)
    return max(_STEP, floor(mean / _STEP + 0.5) * _STEP)

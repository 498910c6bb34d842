"""Shortfalls → ranked advice with reasons: one :func:`rank` for a person and for a group.

What brings an advice up is a *trigger* with weight w; how much is missing there is its *shortfall* s (0..1).

    strength = max(Σ w·s / max(6, Σ w), max(w·s) / 6), at most 1      over the triggers that count
    priority = 100 · strength · (0.85 + 0.15·e)      e = the advice's evidence weight

So one strong reason is enough to be heard, and what rests on little never shouts: a weight of 1 alone gives at most 17.

Source: the catalogue's rules of this instrument (own rules, not validated; the report says so).
"""

from collections.abc import Callable
from math import fsum

from msgspec import Struct

from samenspel.questionnaire.applicability import applicable_items
from samenspel.questionnaire.model import (
    DONT_KNOW,
    EXPERIENCE,
    KNOWLEDGE,
    MEETING,
    Advice,
    ContextTrigger,
    Item,
    Questionnaire,
    Weight,
)
from samenspel.response import Response
from samenspel.scoring import item_score, knowledge, weights

SHORTFALL_DONT_KNOW = 0.6
"""Not knowing is itself a finding: it counts as a shortfall above *neutraal* (1/3), just under *oneens* (2/3)."""
THRESHOLD = 15.0
DECIMALS = 9
"""Priorities are compared at this many decimals, so that the order of adding up never decides."""
_FULL_WEIGHT = 6.0
TOP = {"volledig": 5, "kort": 3}
"""How many of the given advices a person is shown, by form."""


class Shortfall(Struct, frozen=True):
    """What is missing at one trigger: ``s`` in 0..1, None when it does not count; ``asked``: of this person."""

    asked: bool
    s: float | None = None


class RankedAdvice(Struct, frozen=True):
    """A given advice: its priority (15..100, unrounded) and the at most two triggers that weigh most."""

    id: str
    priority: float
    reasons: tuple[str, ...]


class Reason(Struct, frozen=True, omit_defaults=True):
    """Why a person gets an advice: an ``item`` (or context question, or ``kennis``) with what was answered."""

    item: str
    answer: int | str | None = None
    share: float | None = None


def advise(questionnaire: Questionnaire, response: Response) -> tuple[RankedAdvice, ...]:
    """Return all advice given to one person, most urgent first."""
    return rank(questionnaire.advices, _personal_shortfalls(questionnaire, response))


def rank(
    advices: tuple[Advice, ...], shortfall: Callable[[str, Weight | ContextTrigger], Shortfall]
) -> tuple[RankedAdvice, ...]:
    """Rank a catalogue of advices by what is missing.

    Args:
        advices: the catalogue, in catalogue order (which settles the last ties).
        shortfall: gives for a trigger (its key in ``Advice.triggers`` and its value) what is missing there.

    Returns:
        The advices whose counting triggers carry at least half of the weight asked, and whose priority is at
        least ``THRESHOLD``; by priority, then evidence weight, then catalogue order.
    """
    given = []
    for place, advice in enumerate(advices):
        found = {key: shortfall(key, trigger) for key, trigger in advice.triggers.items()}
        weights = {key: _weight(trigger) for key, trigger in advice.triggers.items()}
        counting = {key: f.s for key, f in found.items() if f.s is not None}
        weight = fsum(weights[key] for key in counting)
        if not counting or 2 * weight < fsum(weights[key] for key, f in found.items() if f.asked):
            continue
        parts = {key: weights[key] * s for key, s in counting.items()}
        strength = max(fsum(parts.values()) / max(_FULL_WEIGHT, weight), min(1, max(parts.values()) / _FULL_WEIGHT))
        priority = 100 * strength * (0.85 + 0.15 * advice.evidence_weight)
        rounded = round(priority, DECIMALS)
        if rounded >= THRESHOLD:
            ranked = RankedAdvice(advice.id, priority, _largest(parts))
            given.append((-rounded, -advice.evidence_weight, place, ranked))
    return tuple(ranked for *_, ranked in sorted(given, key=lambda entry: entry[:3]))


def reasons(questionnaire: Questionnaire, response: Response, ranked: RankedAdvice) -> tuple[Reason, ...]:
    """Give the reasons of an advice with what this person answered there."""
    return tuple(_reason(questionnaire, response, key) for key in ranked.reasons)


def item_shortfall(item: Item, answer: int | None) -> float | None:
    """Return s for one answer: (4 − item score) / 3 clipped to 0..1; 0.6 for *weet ik niet*."""
    if answer == DONT_KNOW:
        return SHORTFALL_DONT_KNOW
    score = item_score(item, answer)
    return None if score is None else min(1.0, max(0.0, (4 - score) / 3))


def lowest_items(questionnaire: Questionnaire, response: Response, most: int = 3) -> tuple[Item, ...]:
    """Return the statements that asked for most attention: those with the largest shortfall, at most ``most``.

    Of equals one of another dimension goes first, then the one that weighs most in any advice, then the order asked.
    Where nothing is missing (4 or 5), there are none.
    """
    weight = weights(questionnaire)
    found = [
        (s, item)
        for item in applicable_items(questionnaire, response)
        if (s := item_shortfall(item, response.answers.get(item.id)))
    ]
    chosen: list[Item] = []
    while found and len(chosen) < most:
        told = {item.dimension for item in chosen}
        one = max(found, key=lambda pair: (pair[0], pair[1].dimension not in told, weight.get(pair[1].id, 0.0)))
        found.remove(one)
        chosen.append(one[1])
    return tuple(chosen)


def _largest(parts: dict[str, float]) -> tuple[str, ...]:
    positive = [key for key, part in parts.items() if part > 0]
    return tuple(sorted(positive, key=lambda key: -round(parts[key], DECIMALS))[:2])


def _weight(trigger: Weight | ContextTrigger) -> float:
    return trigger.weight if isinstance(trigger, ContextTrigger) else trigger


def _personal_shortfalls(
    questionnaire: Questionnaire, response: Response
) -> Callable[[str, Weight | ContextTrigger], Shortfall]:
    items = {item.id: item for item in applicable_items(questionnaire, response)}
    context = {EXPERIENCE: response.experience, MEETING: response.meeting}
    known = knowledge(questionnaire, response)

    def shortfall(key: str, trigger: Weight | ContextTrigger) -> Shortfall:
        if isinstance(trigger, ContextTrigger):
            return Shortfall(asked=True, s=trigger.shortfalls.get(context[key]))
        if key == KNOWLEDGE:
            return Shortfall(asked=True, s=None if known is None else 1 - known.share)
        if key not in items:
            return Shortfall(asked=False)
        return Shortfall(asked=True, s=item_shortfall(items[key], response.answers.get(key)))

    return shortfall


def _reason(questionnaire: Questionnaire, response: Response, key: str) -> Reason:
    if key == KNOWLEDGE:
        known = knowledge(questionnaire, response)
        return Reason(key, share=None if known is None else known.share)
    context = {EXPERIENCE: response.experience, MEETING: response.meeting}
    return Reason(key, answer=context[key] if key in context else response.answers.get(key))

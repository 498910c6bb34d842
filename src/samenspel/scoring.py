"""Answers → dimension scores, bands, *onduidelijkheid* and role knowledge.

The rules are those of the instrument: a dimension has a score when at least two of its applicable items, and at
least half of them, were answered 1-5. *Weet ik niet* (0) has no score; it is counted as lack of clarity.
"""

from math import fsum

from msgspec import Struct

from samenspel.questionnaire.applicability import applicable_items, dimension_items
from samenspel.questionnaire.model import (
    DONT_KNOW,
    DONT_KNOW_CARD,
    HIGHEST,
    LOWEST,
    Band,
    ContextTrigger,
    Dimension,
    Item,
    Questionnaire,
)
from samenspel.response import HandedOver, Response

STRONG = HIGHEST - 1
"""The item score from which a statement may be named as going well."""


class DimensionScore(Struct, frozen=True):
    """One dimension's outcome.

    Attributes:
        id: the dimension.
        score: mean item score, 1..5, unrounded; None when too little was answered.
        band: id of the band that ``score`` falls in; None without a score.
        scored: number of applicable items with an item score.
        applicable: number of applicable items.
        unclear: share (0..1) of *weet ik niet* among the answered items that offer it; None when there are none.
    """

    id: str
    score: float | None
    band: str | None
    scored: int
    applicable: int
    unclear: float | None


class Knowledge(Struct, frozen=True):
    """The role-knowledge cards: ``right`` and ``unknown`` (*weet ik niet*) out of the ``of`` cards answered."""

    right: int
    of: int
    unknown: int

    @property
    def share(self) -> float:
        """Share right, 0..1; *weet ik niet* counts as not right."""
        return self.right / self.of


class Scores(Struct, frozen=True):
    """The whole picture: the dimensions in questionnaire order, *onduidelijkheid* over all, role knowledge."""

    dimensions: tuple[DimensionScore, ...]
    unclear: float | None
    knowledge: Knowledge | None


def score(questionnaire: Questionnaire, response: Response) -> Scores:
    """Score one person's answers; answers to items that do not apply are left out."""
    items = applicable_items(questionnaire, response)
    return Scores(
        dimensions=tuple(
            _dimension_score(questionnaire, dimension, dimension_items(items, dimension), response)
            for dimension in questionnaire.asked.dimensions
        ),
        unclear=_unclear(items, response),
        knowledge=knowledge(questionnaire, response),
    )


def item_score(item: Item, answer: int | None) -> int | None:
    """Return the item score 1..5 (6 − answer where reverse-scored); None for *weet ik niet* or no answer."""
    if answer is None or answer == DONT_KNOW:
        return None
    return LOWEST + HIGHEST - answer if item.reverse else answer


def enough(scored: int, applicable: int) -> bool:
    """Say whether so many scored items of those that apply make a score for their dimension."""
    return scored > 0 and scored >= min(2, applicable) and 2 * scored >= applicable


def band(questionnaire: Questionnaire, score: float) -> Band:
    """Return the band of an unrounded ``score`` (1..5): the last one whose lower edge it reaches."""
    return [b for b in questionnaire.asked.bands if b.from_ <= score][-1]


def knowledge(questionnaire: Questionnaire, response: Response) -> Knowledge | None:
    """Count the role-knowledge cards; None when no card was answered."""
    if isinstance(response, HandedOver):
        return Knowledge(response.right, response.of, response.unknown) if response.of else None
    given = [(card, response.knowledge[card.id]) for card in questionnaire.asked.cards if card.id in response.knowledge]
    if not given:
        return None
    return Knowledge(
        right=sum(card.who == answer for card, answer in given),
        of=len(given),
        unknown=sum(answer == DONT_KNOW_CARD for _, answer in given),
    )


def _dimension_score(
    questionnaire: Questionnaire, dimension: Dimension, items: tuple[Item, ...], response: Response
) -> DimensionScore:
    scored = [s for item in items if (s := item_score(item, response.answers.get(item.id))) is not None]
    mean = fsum(scored) / len(scored) if enough(len(scored), len(items)) else None
    return DimensionScore(
        id=dimension.id,
        score=mean,
        band=None if mean is None else band(questionnaire, mean).id,
        scored=len(scored),
        applicable=len(items),
        unclear=_unclear(items, response),
    )


def _unclear(items: tuple[Item, ...], response: Response) -> float | None:
    answers = [response.answers[item.id] for item in items if item.dont_know and item.id in response.answers]
    return answers.count(DONT_KNOW) / len(answers) if answers else None


def strongest(scores: Scores) -> tuple[DimensionScore, ...]:
    """Return the dimension with the highest score; ties together; empty without scores."""
    return _extreme(scores, highest=True)


def weakest(scores: Scores) -> tuple[DimensionScore, ...]:
    """Return the dimension that needs most: the lowest score; ties together; empty without scores."""
    return _extreme(scores, highest=False)


def strong_items(questionnaire: Questionnaire, response: Response, most: int = 5) -> tuple[Item, ...]:
    """Return what goes well: of each dimension the item with the highest item score, if that is 4 or 5.

    Within a dimension the one that weighs most (``weights``) stands for its equals. At most ``most``: the highest
    first, of equals the one whose dimension has the highest score, and then in questionnaire order. Items that cannot
    be a strong point (``strength`` is false) are left out.
    """
    means = {d.id: d.score or 0.0 for d in score(questionnaire, response).dimensions}
    weight = weights(questionnaire)
    best: dict[str, tuple[int, float, Item]] = {}
    for item in applicable_items(questionnaire, response):
        value = item_score(item, response.answers.get(item.id)) if item.strength else None
        if value is not None and value >= STRONG:
            found = (value, weight.get(item.id, 0.0), item)
            if found[:2] > best.get(item.dimension, (0, 0.0))[:2]:
                best[item.dimension] = found
    ranked = sorted(best.values(), key=lambda one: (-one[0], -means[one[2].dimension]))
    return tuple(item for _value, _weight, item in ranked[:most])


def weights(questionnaire: Questionnaire) -> dict[str, float]:
    """Return by item id the largest weight that the statement has in any advice: how much hangs on it."""
    found: dict[str, float] = {}
    for advice in questionnaire.advices:
        for key, trigger in advice.triggers.items():
            if not isinstance(trigger, ContextTrigger):
                found[key] = max(found.get(key, 0.0), trigger)
    return found


def _extreme(scores: Scores, *, highest: bool) -> tuple[DimensionScore, ...]:
    values = [d.score for d in scores.dimensions if d.score is not None]
    if not values:
        return ()
    edge = max(values) if highest else min(values)
    return tuple(d for d in scores.dimensions if d.score == edge)

"""Who answered which statements of a dimension: whether figures give more away together depends on it."""

from collections import Counter
from collections.abc import Iterable, Mapping

from msgspec import Struct

from samenspel.questionnaire.applicability import applicable_items
from samenspel.questionnaire.model import Questionnaire
from samenspel.response import Response
from samenspel.scoring import item_score, score


class Pattern(Struct, frozen=True):
    """Which items of a dimension someone answered 1..5, and whether that was enough for a dimension score."""

    items: frozenset[str]
    valid: bool

    @property
    def divisor(self) -> int:
        """The dimension score is the sum of the item scores divided by this; 0 when there is no score."""
        return len(self.items) if self.valid else 0


class Answered(Struct, frozen=True, order=True):
    """One person in one dimension: party (or ``andere-rol``), (item, item score) by item id, and validity."""

    party: str
    scores: tuple[tuple[str, int], ...]
    valid: bool

    @property
    def pattern(self) -> Pattern:
        """Which items these are."""
        return Pattern(frozenset(item for item, _score in self.scores), self.valid)


Patterns = Mapping[str, Mapping[Pattern, int]]
"""Party id (or ``andere-rol``) → pattern → how many answered so; only parties and patterns that occur."""


def answered(questionnaire: Questionnaire, responses: Iterable[Response]) -> tuple[tuple[Answered, ...], ...]:
    """Return for each dimension, in questionnaire order, who answered something 1..5, in no order of persons."""
    found: list[list[Answered]] = [[] for _dimension in questionnaire.asked.dimensions]
    for response in responses:
        given: dict[str, list[tuple[str, int]]] = {}
        for item in applicable_items(questionnaire, response):
            its_score = item_score(item, response.answers.get(item.id))
            if its_score is not None:
                given.setdefault(item.dimension, []).append((item.id, its_score))
        for place, dimension in enumerate(score(questionnaire, response).dimensions):
            if dimension.id in given:
                one = Answered(response.party, tuple(sorted(given[dimension.id])), dimension.score is not None)
                found[place].append(one)
    return tuple(tuple(sorted(people)) for people in found)


def patterns(people: Iterable[Answered]) -> Patterns:
    """Count the patterns, in the order of ``people``."""
    found: dict[str, Counter[Pattern]] = {}
    for one in people:
        found.setdefault(one.party, Counter())[one.pattern] += 1
    return found

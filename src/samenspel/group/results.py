"""All figures of one wave, exact, as they are; nothing of them may be shown: that takes ``anonymity.release``."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction

from msgspec import Struct

from samenspel.group.differences import Scores, scored
from samenspel.group.figures import Answered, answered
from samenspel.group.model import Contribution
from samenspel.group.statistics import Sample, sample
from samenspel.questionnaire.applicability import applicable_items, asked_of_all
from samenspel.questionnaire.model import DONT_KNOW, HIGHEST, LOWEST, OTHER_ROLE, Item, Questionnaire
from samenspel.scoring import item_score

Experience = Mapping[str, Mapping[str, int]]
"""Party id (or ``andere-rol``) → answer to the question about experience → how many gave it."""


class ItemResults(Struct, frozen=True):
    """One item: ``counts`` of the answers 1..5 as given, ``unknown`` of 0; samples of the item scores.

    ``scores``: how many of all, and of each party, have each item score.
    ``asked`` are the parties (``andere-rol`` among them) with someone to whom the item applies.
    """

    id: str
    whole: Sample
    counts: tuple[int, ...]
    unknown: int
    parties: dict[str, Sample]
    scores: Scores
    party_scores: dict[str, Scores]
    asked: frozenset[str]


class DimensionResults(Struct, frozen=True):
    """One dimension, on the items asked of every party: samples of the valid scores.

    ``unclear`` is the share of 0 in all answers that may be 0.

    ``answerers`` are the respondents who gave at least one such answer; ``people`` holds the item
    scores of each respondent, for the rules of anonymity only.
    """

    id: str
    whole: Sample
    parties: dict[str, Sample]
    unclear: Fraction | None
    answerers: int
    people: tuple[Answered, ...]


class Results(Struct, frozen=True):
    """Everything that a wave adds up to.

    Attributes:
        n: respondents that count.
        parties: how many of each party (in questionnaire order); ``others``: how many with another role count.
        left_out: respondents with another role who do not count, being too few.
        dimensions, items: in questionnaire order.
        meeting, experience: answers to these context questions → how many gave it.
        knowledge: the share right (0..1) of each respondent who answered cards, in order of size.
        open_answers: question id → the texts that were shared, in no order that says anything.
        activities: activity id → how many shared that it was undertaken, and how many of them that it lasted.
    """

    n: int
    parties: dict[str, int]
    others: int
    left_out: int
    dimensions: tuple[DimensionResults, ...]
    items: tuple[ItemResults, ...]
    meeting: dict[str, int]
    experience: dict[str, int]
    knowledge: tuple[Fraction, ...]
    open_answers: dict[str, tuple[str, ...]]
    activities: dict[str, tuple[int, int]]


def results(
    questionnaire: Questionnaire, contributions: Iterable[Contribution], experience: Experience, minimum: int
) -> Results:
    """Add up the contributions of a wave; their order never matters.

    Args:
        questionnaire: what was asked.
        contributions: one for each respondent.
        experience: the tally of that context question.
        minimum: k; respondents with another role count only from this number on.
    """
    everyone = tuple(contributions)
    parties = [party.id for party in questionnaire.asked.parties]
    others = sum(c.response.party == OTHER_ROLE for c in everyone)
    left_out = others if others < minimum else 0
    counted = [c for c in everyone if not left_out or c.response.party != OTHER_ROLE]
    tallies = [tally for party, tally in experience.items() if not left_out or party != OTHER_ROLE]
    asked = [{item.id for item in applicable_items(questionnaire, c.response)} for c in counted]
    return Results(
        n=len(counted),
        parties={party: sum(c.response.party == party for c in counted) for party in parties},
        others=others - left_out,
        left_out=left_out,
        dimensions=_dimensions(questionnaire, counted, asked),
        items=tuple(_item(item, parties, counted, asked) for item in questionnaire.asked.items),
        meeting=dict(Counter(c.response.meeting for c in counted if c.response.meeting)),
        experience=dict(sum(map(Counter, tallies), Counter())),
        knowledge=tuple(sorted(Fraction(c.knowledge.right, c.knowledge.of) for c in counted if c.knowledge)),
        open_answers=_open_answers(questionnaire, counted),
        activities=_activities(questionnaire, counted),
    )


def by_party(contributions: Iterable[Contribution]) -> dict[str, int]:
    """Return how many there are of each party, ``andere-rol`` too."""
    return dict(Counter(one.response.party for one in contributions))


def how_many_count(counts: Mapping[str, int], minimum: int) -> int:
    """Return how many of ``counts`` (by party, ``andere-rol`` too) count in the figures; see ``results``."""
    others = counts.get(OTHER_ROLE, 0)
    return sum(counts.values()) - (others if others < minimum else 0)


def _item(item: Item, parties: list[str], counted: Sequence[Contribution], asked: list[set[str]]) -> ItemResults:
    given = [
        (c.response.party, answer)
        for c, applicable in zip(counted, asked, strict=True)
        if item.id in applicable and (answer := c.response.answers.get(item.id)) is not None
    ]
    found = Counter((party, s) for party, answer in given if (s := item_score(item, answer)) is not None)
    answers = Counter(answer for _party, answer in given)

    def scores(of: Iterable[str]) -> Scores:
        return tuple(sum(found[party, s] for party in of) for s in range(LOWEST, HIGHEST + 1))

    everyone, by_party = scores({party for party, _s in found}), {one: scores([one]) for one in parties}
    return ItemResults(
        id=item.id,
        whole=scored(everyone),
        counts=tuple(answers[answer] for answer in range(LOWEST, HIGHEST + 1)),
        unknown=answers[DONT_KNOW],
        parties={one: scored(its) for one, its in by_party.items()},
        scores=everyone,
        party_scores=by_party,
        asked=frozenset(
            c.response.party for c, applicable in zip(counted, asked, strict=True) if item.id in applicable
        ),
    )


def _dimensions(
    questionnaire: Questionnaire, counted: Sequence[Contribution], asked: list[set[str]]
) -> tuple[DimensionResults, ...]:
    everyone = answered(questionnaire, (c.response for c in counted))
    found = []
    for dimension, people in zip(questionnaire.asked.dimensions, everyone, strict=True):
        offering = {item.id for item in offering_dont_know(questionnaire, dimension.id)}
        given = [
            [c.response.answers[i] for i in offering & applicable & c.response.answers.keys()]
            for c, applicable in zip(counted, asked, strict=True)
        ]
        answers = [answer for one in given for answer in one]
        valid = [(one.party, s) for one in people if (s := one.score) is not None]
        found.append(
            DimensionResults(
                id=dimension.id,
                whole=sample([s for _party, s in valid]),
                parties={p.id: sample([s for party, s in valid if party == p.id]) for p in questionnaire.asked.parties},
                unclear=Fraction(answers.count(DONT_KNOW), len(answers)) if answers else None,
                answerers=sum(map(bool, given)),
                people=people,
            )
        )
    return tuple(found)


def offering_dont_know(questionnaire: Questionnaire, dimension: str) -> list[Item]:
    """Return the items of a dimension that count in a group, and offer *weet ik niet*."""
    inside = [item for item in questionnaire.asked.items if item.dimension == dimension and item.dont_know]
    return [item for item in inside if asked_of_all(questionnaire, item)]


def _open_answers(questionnaire: Questionnaire, counted: Sequence[Contribution]) -> dict[str, tuple[str, ...]]:
    found = {
        q.id: [c.response.open[q.id] for c in counted if q.id in c.response.open]
        for q in questionnaire.asked.open_questions
    }
    return {question: tuple(sorted(texts)) for question, texts in found.items() if texts}


def _activities(questionnaire: Questionnaire, counted: Sequence[Contribution]) -> dict[str, tuple[int, int]]:
    found = {}
    for question in questionnaire.asked.open_questions:
        for activity in question.activities:
            lasted = [c.response.activities[activity.id] for c in counted if activity.id in c.response.activities]
            if lasted:
                found[activity.id] = (len(lasted), sum(lasted))
    return found

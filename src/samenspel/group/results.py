"""All figures of one wave, as they are; nothing of them may be shown: that takes ``anonymity.release``.

And what changed between two waves that may be shown: said only where it is larger than chance allows. No person is
followed.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from samenspel.group.figures import Answered, answered
from samenspel.group.model import Contribution, Released
from samenspel.group.statistics import Gap, Sample, gap, sample
from samenspel.questionnaire.applicability import applicable_items
from samenspel.questionnaire.model import DONT_KNOW, HIGHEST, LOWEST, OTHER_ROLE, Item, Questionnaire
from samenspel.scoring import item_score, score

Experience = Mapping[str, Mapping[str, int]]
"""Party id (or ``andere-rol``) → answer to the question about experience → how many gave it."""


class ItemResults(Struct, frozen=True):
    """One item: ``counts`` of the answers 1..5 as given, ``unknown`` of 0; samples of the item scores.

    ``asked`` are the parties (``andere-rol`` among them) with someone to whom the item applies.
    """

    id: str
    whole: Sample
    counts: tuple[int, ...]
    unknown: int
    parties: dict[str, Sample]
    asked: frozenset[str]


class DimensionResults(Struct, frozen=True):
    """One dimension: samples of the valid scores; ``unclear`` is the share of 0 in all answers that may be 0.

    ``answerers`` are the respondents who gave at least one such answer; ``people`` holds the item
    scores of each respondent, for the rules of anonymity only.
    """

    id: str
    whole: Sample
    parties: dict[str, Sample]
    unclear: float | None
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
    knowledge: tuple[float, ...]
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
        knowledge=tuple(sorted(c.knowledge.share for c in counted if c.knowledge)),
        open_answers=_open_answers(questionnaire, counted),
        activities=_activities(questionnaire, counted),
    )


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
    scored = [(party, s) for party, answer in given if (s := item_score(item, answer)) is not None]
    answers = Counter(answer for _party, answer in given)
    return ItemResults(
        id=item.id,
        whole=sample([s for _party, s in scored]),
        counts=tuple(answers[answer] for answer in range(LOWEST, HIGHEST + 1)),
        unknown=answers[DONT_KNOW],
        parties={one: sample([s for party, s in scored if party == one]) for one in parties},
        asked=frozenset(
            c.response.party for c, applicable in zip(counted, asked, strict=True) if item.id in applicable
        ),
    )


def _dimensions(
    questionnaire: Questionnaire, counted: Sequence[Contribution], asked: list[set[str]]
) -> tuple[DimensionResults, ...]:
    scores = [(c.response.party, score(questionnaire, c.response).dimensions) for c in counted]
    everyone = answered(questionnaire, (c.response for c in counted))
    found = []
    for place, dimension in enumerate(questionnaire.asked.dimensions):
        offering = {item.id for item in questionnaire.asked.items if item.dimension == dimension.id and item.dont_know}
        given = [
            [c.response.answers[i] for i in offering & applicable & c.response.answers.keys()]
            for c, applicable in zip(counted, asked, strict=True)
        ]
        answers = [answer for one in given for answer in one]
        valid = [(party, s) for party, dimensions in scores if (s := dimensions[place].score) is not None]
        found.append(
            DimensionResults(
                id=dimension.id,
                whole=sample([s for _party, s in valid]),
                parties={p.id: sample([s for party, s in valid if party == p.id]) for p in questionnaire.asked.parties},
                unclear=answers.count(DONT_KNOW) / len(answers) if answers else None,
                answerers=sum(map(bool, given)),
                people=everyone[place],
            )
        )
    return tuple(found)


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


class Change(Struct, frozen=True):
    """One dimension now and before: the difference (now - before) with its Welch interval.

    ``changed`` says whether the interval leaves out 0; without an interval nothing has been shown to change.
    """

    id: str
    before: float
    now: float
    interval: tuple[float, float] | None

    @property
    def difference(self) -> float:
        """How much higher (or, below 0, lower) it is now."""
        return self.now - self.before

    @property
    def changed(self) -> bool:
        """Whether the difference is larger than chance allows."""
        return self.interval is not None and not self.interval[0] <= 0 <= self.interval[1]


def changes(before: Released, now: Released) -> tuple[Change, ...]:
    """Set the dimensions of two waves beside each other, wherever each may be shown on its own."""
    earlier = {one.id: one for one in before.dimensions}
    found = []
    for one in now.dimensions:
        was = earlier.get(one.id)
        if was is None or was.mean is None or one.mean is None:
            continue
        difference: Gap | None = gap(Sample(one.n, one.mean, one.sd), Sample(was.n, was.mean, was.sd))
        found.append(Change(one.id, was.mean, one.mean, difference.interval if difference else None))
    return tuple(found)

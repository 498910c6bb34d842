"""A trial run: made-up people answer a sound questionnaire, to see which bands and advices can come up at all.

Pure and seeded: the same questionnaire gives the same outcome each time. What comes up here can be reached for
certain. What does not come up was looked for well, but that is no proof.
"""

from collections.abc import Iterator
from itertools import chain, islice, product
from random import Random
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from samenspel.advice import TOP, advise
from samenspel.questionnaire.applicability import applicable_items, dimension_items
from samenspel.questionnaire.model import (
    DONT_KNOW,
    DONT_KNOW_CARD,
    HIGHEST,
    KNOWLEDGE,
    LOWEST,
    OTHER_ROLE,
    Advice,
    Item,
    Questionnaire,
)
from samenspel.response import Response
from samenspel.scoring import score

_SEED = 2016
_MOST_PEOPLE = 3_600
_FEWEST_PEOPLE = 900
_STEPS = 60
_WORK = 600_000
"""So many statements and triggers are gone through, over all people: a file may hold very many of each."""
_ROUNDS = 3
_MOST = TOP["volledig"]

Kind = Literal["bad", "good", "open"]
_KINDS: tuple[Kind, ...] = ("good", "open", "bad")


class Trial(Struct, frozen=True):
    """What came up.

    Attributes:
        people: how many people were made up.
        bands: for each dimension the ids of the bands that somebody's score fell in, in the bands' order.
        top: ids of the advices that were among somebody's first five, in catalogue order.
    """

    people: int
    bands: dict[str, tuple[str, ...]]
    top: tuple[str, ...]


def trial(questionnaire: Questionnaire) -> Trial:
    """Let made-up people answer ``questionnaire``, which has no errors."""
    work = len(questionnaire.asked.items) + sum(len(advice.triggers) for advice in questionnaire.advices)
    people = min(_MOST_PEOPLE, max(_FEWEST_PEOPLE, _WORK // work))
    run = _Run(questionnaire, most=people)
    for person in chain(islice(_even(questionnaire), people // 9), _at_random(questionnaire, people // 18)):
        run.take(person)
    for advice in questionnaire.advices:
        if advice.id not in run.top:
            run.aim(advice)
    asked = questionnaire.asked
    return Trial(
        people=run.people,
        bands={
            dimension.id: tuple(band.id for band in asked.bands if (dimension.id, band.id) in run.bands)
            for dimension in asked.dimensions
        },
        top=tuple(advice.id for advice in questionnaire.advices if advice.id in run.top),
    )


class _Run:
    """The trial as it goes on."""

    def __init__(self, questionnaire: Questionnaire, *, most: int) -> None:
        self.people = 0
        self._most = most
        self.bands: set[tuple[str, str]] = set()
        self.top: set[str] = set()
        self._questionnaire = questionnaire

    def take(self, person: Response) -> None:
        """Keep what this person's answers bring up."""
        self.people += 1
        scores = score(self._questionnaire, person).dimensions
        self.bands |= {(found.id, found.band) for found in scores if found.band is not None}
        if person.form == "volledig":
            self.top |= {ranked.id for ranked in advise(self._questionnaire, person)[:_MOST]}

    def aim(self, advice: Advice) -> None:
        """Look for somebody who has this advice among the first five: all is well except what triggers it."""
        best: tuple[float, Response] | None = None
        for situation in _situations(self._questionnaire):
            if self.people >= self._most:
                return
            person = self._made(situation, advice, _all_bad(advice))
            margin = self._margin(advice, person)
            if best is None or margin > best[0]:
                best = margin, situation
            if advice.id in self.top:
                return
        if best is not None:
            self._improve(advice, *best)

    def _improve(self, advice: Advice, margin: float, situation: Response) -> None:
        """Leave out, one by one, the triggers that help other advices more than this one."""
        kinds = _all_bad(advice)
        for _round in range(_ROUNDS):
            before = margin
            for key, kind in product(advice.triggers, _KINDS):
                other: dict[str, Kind] = {**kinds, key: kind}
                if other == kinds:
                    continue
                if self.people >= self._most:
                    return
                found = self._margin(advice, self._made(situation, advice, other))
                if advice.id in self.top:
                    return
                if found > margin:
                    margin, kinds = found, other
            if margin <= before:
                return

    def _margin(self, advice: Advice, person: Response) -> float:
        """Return how far this advice is from the first five of this person: below 0 is too low."""
        self.people += 1
        ranked = advise(self._questionnaire, person)
        self.top |= {one.id for one in ranked[:_MOST]}
        own = next((one.priority for one in ranked if one.id == advice.id), 0.0)
        others = [one.priority for one in ranked if one.id != advice.id]
        return own - (others[_MOST - 1] if len(others) >= _MOST else 0.0)

    def _made(self, situation: Response, advice: Advice, kinds: dict[str, Kind]) -> Response:
        items = applicable_items(self._questionnaire, situation)
        answers = {item.id: _answer(item, kinds.get(item.id, "good")) for item in items}
        cards = kinds.get(KNOWLEDGE, "good") if KNOWLEDGE in advice.triggers else "good"
        return replace(
            situation,
            answers={id_: answer for id_, answer in answers.items() if answer is not None},
            knowledge={
                card.id: card.who if cards == "good" else DONT_KNOW_CARD
                for card in self._questionnaire.asked.cards
                if cards != "open"
            },
        )


def _all_bad(advice: Advice) -> dict[str, Kind]:
    return dict.fromkeys(advice.triggers, "bad")


def _answer(item: Item, kind: Kind) -> int | None:
    if kind == "open":
        return None
    return _scored(item, LOWEST if kind == "bad" else HIGHEST)


def _scored(item: Item, wanted: int) -> int:
    """Return the answer that gives this item score."""
    return LOWEST + HIGHEST - wanted if item.reverse else wanted


def _parties(questionnaire: Questionnaire) -> tuple[str, ...]:
    return (*(party.id for party in questionnaire.asked.parties), OTHER_ROLE)


def _situations(questionnaire: Questionnaire) -> Iterator[Response]:
    """Yield a person without answers for every party and every answer to the questions before the statements."""
    context = questionnaire.asked.context
    experiences = ("", *(choice.id for choice in context.experience.choices))
    meetings = ("", *(choice.id for choice in context.meeting.choices))
    for party, experience, meeting in product(_parties(questionnaire), experiences, meetings):
        yield Response(party=party, experience=experience, meeting=meeting)


def _even(questionnaire: Questionnaire) -> Iterator[Response]:
    """Yield people whose sums go up step by step, for each number of answers that counts."""
    for party in _parties(questionnaire):
        yield from _stairs(questionnaire, Response(party=party))


def _stairs(questionnaire: Questionnaire, start: Response) -> Iterator[Response]:
    items = applicable_items(questionnaire, start)
    groups = [dimension_items(items, dimension) for dimension in questionnaire.asked.dimensions]
    largest = max(map(len, groups))
    for left_out in range(largest // 2 + 1):
        highest = (HIGHEST - LOWEST) * (largest - left_out)
        for step in (*range(0, highest, max(1, highest // _STEPS)), highest):
            answers: dict[str, int] = {}
            for group in groups:
                asked = group[min(left_out, len(group) // 2) :]
                for place, item in enumerate(asked):
                    most = min(step, (HIGHEST - LOWEST) * len(asked))
                    answers[item.id] = _scored(item, LOWEST + most // len(asked) + (place < most % len(asked)))
            yield replace(start, answers=answers)


def _at_random(questionnaire: Questionnaire, people: int) -> Iterator[Response]:
    """Yield people as they may be: a mood for each dimension, some answers left out or not known."""
    chance = Random(_SEED)  # noqa: S311 - no secret, but the same each time
    situations = list(_situations(questionnaire))
    for number in range(people):
        person = replace(chance.choice(situations), form="kort" if number % 4 == 0 else "volledig")
        mood = {dimension.id: chance.uniform(LOWEST, HIGHEST) for dimension in questionnaire.asked.dimensions}
        answers: dict[str, int] = {}
        for item in applicable_items(questionnaire, person):
            draw = chance.random()
            if draw < 0.1:  # noqa: PLR2004 - one in ten is left out
                continue
            if draw < 0.2 and item.dont_know:  # noqa: PLR2004 - one in ten is not known
                answers[item.id] = DONT_KNOW
                continue
            drawn = round(chance.gauss(mood[item.dimension], 0.8))
            answers[item.id] = _scored(item, min(HIGHEST, max(LOWEST, drawn)))
        cards = {card.id: chance.choice([card.who, DONT_KNOW_CARD]) for card in questionnaire.asked.cards}
        yield replace(person, answers=answers, knowledge=cards)

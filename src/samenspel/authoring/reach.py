"""Advice that nobody can get, whatever they answer."""

from collections.abc import Iterator
from itertools import islice, product
from typing import Any

from msgspec import Struct, ValidationError, convert

from samenspel.advice import Shortfall, rank
from samenspel.authoring.files import ADVICE, QUESTIONNAIRE
from samenspel.authoring.problems import Finding
from samenspel.authoring.references import Data, at, blocks, ids_at
from samenspel.questionnaire.model import EXPERIENCE, KNOWLEDGE, MEETING, OTHER_ROLE, Advice, ContextTrigger
from samenspel.taal import _


def unreachable_advice(data: Data) -> Iterator[Finding]:
    """Yield each advice that no person gets, even with the least favourable answers to all that is asked."""
    asked = _Asked(
        items={item["id"]: item for _path, item in blocks(data, QUESTIONNAIRE, "stellingen") if _usable(item)},
        parties=[*islice(ids_at(data, QUESTIONNAIRE, "partijen") or (), 2), OTHER_ROLE],
        cards=at(data, QUESTIONNAIRE, "rolkennis") != [],
        choices={
            key: [choice for _path, choice in blocks(data, QUESTIONNAIRE, "context", key, "antwoorden")]
            for key in (EXPERIENCE, MEETING)
        },
    )
    for path, raw in blocks(data, ADVICE, "adviezen"):
        try:
            advice = convert(raw, Advice)
        except ValidationError:
            continue  # the schema tells what is wrong with it
        if _sound(advice, asked) and not any(rank((advice,), person.shortfall) for person in _worst_off(advice, asked)):
            yield Finding(
                (*path, "triggers"),
                _("Niemand kan dit advies krijgen, wat iemand ook antwoordt."),
                _("Maak de gewichten onder ‘triggers’ groter, of kies stellingen die dezelfde persoon krijgt."),
            )


def _usable(item: dict[str, Any]) -> bool:
    return isinstance(item.get("id"), str) and isinstance(item.get("alleen", []), list)


def _sound(advice: Advice, asked: "_Asked") -> bool:
    """Say whether all triggers are there and of the right kind; otherwise that is what is told."""
    return all(
        key in asked.choices and set(trigger.shortfalls) <= {choice.get("id") for choice in asked.choices[key]}
        if isinstance(trigger, ContextTrigger)
        else key in asked.items or key == KNOWLEDGE
        for key, trigger in advice.triggers.items()
    )


class _Asked(Struct, frozen=True):
    """What is asked at all, as plain data."""

    items: dict[str, dict[str, Any]]
    parties: list[str]
    cards: bool
    choices: dict[str, list[dict[str, Any]]]


class _Person(Struct, frozen=True):
    """Someone who answers everything as unfavourably as can be. ``context``: the shortfall at each context question.

    The full form asks all that the short one asks, so an advice it cannot give nobody gets.
    """

    asked: _Asked
    party: str
    context: dict[str, float | None]
    no_meeting: bool

    def shortfall(self, key: str, trigger: float | ContextTrigger) -> Shortfall:
        """Return what is missing at a trigger: as much as this person's situation allows."""
        if isinstance(trigger, ContextTrigger):
            return Shortfall(asked=True, s=self.context.get(key))
        if key == KNOWLEDGE:
            return Shortfall(asked=True, s=1.0 if self.asked.cards else None)
        item = self.asked.items.get(key, {})
        only = [party for party in item.get("alleen", []) if party in self.asked.parties]
        asked = (not only or self.party in only) and not (self.no_meeting and item.get("bij_overleg") is True)
        return Shortfall(asked=asked, s=1.0 if asked else None)


def _worst_off(advice: Advice, asked: _Asked) -> Iterator[_Person]:
    """Yield one person for every situation that can matter for this advice."""
    experiences = _situations(advice, asked, EXPERIENCE)
    meetings = _situations(advice, asked, MEETING)
    for party, (experience, _never), (meeting, no_meeting) in product(asked.parties, experiences, meetings):
        yield _Person(asked, party, {EXPERIENCE: experience, MEETING: meeting}, no_meeting)


def _situations(advice: Advice, asked: _Asked, question: str) -> set[tuple[float | None, bool]]:
    """Return (shortfall, no meeting) for leaving a context question open, and for its answers that weigh most."""
    trigger = advice.triggers.get(question)
    shortfalls = trigger.shortfalls if isinstance(trigger, ContextTrigger) else {}
    heaviest: dict[tuple[bool, bool], float | None] = {(False, False): None}
    for choice in asked.choices[question]:
        s, no_meeting = shortfalls.get(str(choice.get("id"))), choice.get("geen_overleg") is True
        place = (s is not None, no_meeting)
        heaviest[place] = s if s is None else max(s, heaviest.get(place) or 0.0)
    return {(s, no_meeting) for (_counts, no_meeting), s in heaviest.items()}

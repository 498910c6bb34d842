"""One person's answers as one number, and back: mixed radix, so that nothing takes more room than it needs.

First (as the least) come party, meeting and experience, because they decide which statements are asked; then how the
knowledge cards went; then an answer for each statement that is asked of this person, *not answered* among them.
"""

from math import prod
from typing import Final

from msgspec.structs import replace

from samenspel.group.contribution import Contribution
from samenspel.questionnaire.applicability import applicable_items, offered_answers
from samenspel.questionnaire.model import OTHER_ROLE, Item, Questionnaire
from samenspel.response import Form, Response
from samenspel.scoring import Knowledge, knowledge

_NOTHING: Final = 1  # beside the answers that are offered: not answered


def pack(questionnaire: Questionnaire, response: Response) -> int:
    """Return ``response`` as a number; the form and all that was typed are not in it."""
    heads = _heads(questionnaire)
    places = [(len(of), of.index(given)) for of, given in zip(heads, _head(response), strict=True)]
    counts = _counts(questionnaire)
    places.append((len(counts), counts.index(knowledge(questionnaire, response))))
    for item in applicable_items(questionnaire, response):
        offered = offered_answers(item)
        answer = response.answers.get(item.id)
        places.append((_choices(item), 0 if answer is None else 1 + offered.index(answer)))
    number = 0
    for radix, place in reversed(places):
        number = number * radix + place
    return number


def unpack(questionnaire: Questionnaire, form: str, number: int) -> Contribution | None:
    """Return what :func:`pack` made a number of; None when it made no such number."""
    head = []
    for of in _heads(questionnaire):
        number, place = divmod(number, len(of))
        head.append(of[place])
    chosen: Form = "kort" if form == "kort" else "volledig"
    response = Response(party=head[0], form=chosen, meeting=head[1], experience=head[2])
    counts = _counts(questionnaire)
    number, place = divmod(number, len(counts))
    known = counts[place]
    answers = {}
    for item in applicable_items(questionnaire, response):
        number, place = divmod(number, _choices(item))
        if place:
            answers[item.id] = offered_answers(item)[place - 1]
    if number:
        return None
    return Contribution(replace(response, answers=answers), known)


def largest(questionnaire: Questionnaire, form: str) -> int:
    """Return the largest number that :func:`pack` can make for this form, whoever answers."""
    chosen: Form = "kort" if form == "kort" else "volledig"
    parties, meetings, experiences = _heads(questionnaire)
    people = [Response(party=party, form=chosen, meeting=meeting) for party in parties for meeting in meetings]
    most = max(prod(map(_choices, applicable_items(questionnaire, one))) for one in people)
    return len(parties) * len(meetings) * len(experiences) * len(_counts(questionnaire)) * most - 1


def _heads(questionnaire: Questionnaire) -> tuple[list[str], list[str], list[str]]:
    asked = questionnaire.asked
    return (
        [*(party.id for party in asked.parties), OTHER_ROLE],
        ["", *(choice.id for choice in asked.context.meeting.choices)],
        ["", *(choice.id for choice in asked.context.experience.choices)],
    )


def _head(response: Response) -> tuple[str, str, str]:
    return response.party, response.meeting, response.experience


def _choices(item: Item) -> int:
    return len(offered_answers(item)) + _NOTHING


def _counts(questionnaire: Questionnaire) -> list[Knowledge | None]:
    """Return every way in which the cards can go: none answered, or so many right and unknown out of so many."""
    most = len(questionnaire.asked.cards)
    return [
        None,
        *(
            Knowledge(right, of, unknown)
            for of in range(1, most + 1)
            for right in range(of + 1)
            for unknown in range(of - right + 1)
        ),
    ]

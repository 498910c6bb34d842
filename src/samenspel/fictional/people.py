"""The sixteen people of the fictional group, as they would answer any questionnaire.

Where a questionnaire asks what ``samenwerking-jeugd`` asks, by the same id, they answer the same. To another statement
they answer what they did to one that was asked of them all, so that they still agree and differ as a group does.
"""

from collections.abc import Iterator, Sequence
from itertools import chain, repeat

from samenspel.fictional.answers import FIRST_WAVE, MEETING, PARTIES
from samenspel.fictional.group import EXPERIENCE, demo_responses
from samenspel.questionnaire.applicability import applicable_items, offered_answers
from samenspel.questionnaire.model import DONT_KNOW_CARD, Choice, Item, Questionnaire
from samenspel.response import Response

_WAVES = len(EXPERIENCE)
_KINDS = tuple(dict.fromkeys(PARTIES))
_EXPERIENCES = tuple(EXPERIENCE[0][_KINDS[0]])
_WITHOUT_MEETING = {"collega", "geen"}
_ASKED_OF_ALL = tuple(item for item, row in FIRST_WAVE.items() if "-" not in row)
_INSTEAD_OF_UNKNOWN = 2


def expected(questionnaire: Questionnaire) -> dict[str, int]:
    """Return how many they are of each party."""
    parties = questionnaire.asked.parties
    return {party.id: PARTIES.count(kind) for party, kind in zip(parties, _KINDS, strict=True)}


def fictional(questionnaire: Questionnaire, wave: int) -> tuple[Response, ...]:
    """Return what they answer in a wave (1 is the first; after the second nothing changes), all that they say shared.

    Nothing else than the statements, cards and context of ``questionnaire`` is in it, and no text about two parties.
    """
    number = min(wave, _WAVES)
    people = zip(demo_responses(number), MEETING, _experiences(number), strict=True)
    return tuple(_answered(questionnaire, theirs, _person(questionnaire, theirs, *rest)) for theirs, *rest in people)


def _experiences(number: int) -> Iterator[str]:
    """Give the experience of each person, party by party."""
    counts = EXPERIENCE[number - 1]
    return chain.from_iterable(repeat(one, n) for kind in _KINDS for one, n in counts[kind].items())


def _person(questionnaire: Questionnaire, theirs: Response, meeting: str, experience: str) -> Response:
    """Return who it is, in the words of ``questionnaire``; nothing is answered yet."""
    context = questionnaire.asked.context
    meetings = [one for one in context.meeting.choices if one.no_meeting == (meeting in _WITHOUT_MEETING)]
    return Response(
        party=questionnaire.asked.parties[_KINDS.index(theirs.party)].id,
        experience=_chosen(context.experience.choices, experience, _EXPERIENCES.index(experience)),
        meeting=_chosen(meetings, meeting, 0),
    )


def _answered(questionnaire: Questionnaire, theirs: Response, person: Response) -> Response:
    asked = questionnaire.asked
    places = {item.id: place for place, item in enumerate(asked.items)}
    wrong = [*theirs.knowledge.values()].count(DONT_KNOW_CARD)
    known = round(len(asked.cards) * (1 - wrong / len(theirs.knowledge)))
    asking = {activity.id: question.id for question in asked.open_questions for activity in question.activities}
    done = {activity: lasted for activity, lasted in theirs.activities.items() if activity in asking}
    texts = {question.id for question in asked.open_questions if not question.activities}
    said = {question: text for question, text in theirs.open.items() if question in texts}
    return Response(
        party=person.party,
        experience=person.experience,
        meeting=person.meeting,
        answers={item.id: _answer(item, places[item.id], theirs) for item in applicable_items(questionnaire, person)},
        knowledge={card.id: card.who if place < known else DONT_KNOW_CARD for place, card in enumerate(asked.cards)},
        open=said,
        activities=done,
        shared=(*said, *dict.fromkeys(asking[activity] for activity in done)),
    )


def _answer(item: Item, place: int, theirs: Response) -> int:
    answer = theirs.answers.get(item.id, theirs.answers[_ASKED_OF_ALL[place % len(_ASKED_OF_ALL)]])
    return answer if answer in offered_answers(item) else _INSTEAD_OF_UNKNOWN


def _chosen(choices: Sequence[Choice], wanted: str, place: int) -> str:
    """Return the choice that has the wanted id, or else the one at a place; empty when there are none."""
    ids = [choice.id for choice in choices]
    return wanted if wanted in ids else ids[min(place, len(ids) - 1)] if ids else ""

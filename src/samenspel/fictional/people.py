"""The sixteen people of the fictional group, as they would answer any questionnaire.

Where a questionnaire asks what ``samenwerking-jeugd`` asks, by the same id, they answer the same. To another statement
they answer what they did to one that was asked of them all, so that they still agree and differ as a group does.
"""

from collections.abc import Iterator, Sequence
from itertools import chain, repeat

from samenspel.fictional.group import NOT_ANSWERED, demo_responses, story
from samenspel.questionnaire.applicability import applicable_items, offered_answers
from samenspel.questionnaire.model import DONT_KNOW_CARD, Choice, Item, Questionnaire
from samenspel.response import Response

_INSTEAD_OF_UNKNOWN = 2


def expected(questionnaire: Questionnaire) -> dict[str, int]:
    """Return how many they are of each party."""
    counts = story().parties.values()
    return {party.id: count for party, count in zip(questionnaire.asked.parties, counts, strict=True)}


def fictional(questionnaire: Questionnaire, wave: int) -> tuple[Response, ...]:
    """Return what they answer in a wave (1 is the first; after the second nothing changes), all that they say shared.

    Nothing else than the statements, cards and context of ``questionnaire`` is in it, and no text about two parties.
    """
    number = min(wave, len(story().waves))
    people = zip(demo_responses(number), _experiences(number), strict=True)
    return tuple(_answered(questionnaire, theirs, _person(questionnaire, theirs, since)) for theirs, since in people)


def _experiences(number: int) -> Iterator[str]:
    """Give the experience of each person, party by party."""
    counts = story().waves[number - 1].experience
    return chain.from_iterable(repeat(one, n) for party in story().parties for one, n in counts[party].items())


def _person(questionnaire: Questionnaire, theirs: Response, experience: str) -> Response:
    """Return who it is, in the words of ``questionnaire``; nothing is answered yet."""
    context, told = questionnaire.asked.context, story()
    place = [*told.parties].index(theirs.party)
    meetings = [one for one in context.meeting.choices if one.no_meeting == (theirs.meeting in told.no_meeting)]
    experiences = [*next(iter(told.waves[0].experience.values()))]
    return Response(
        party=questionnaire.asked.parties[place].id,
        experience=_chosen(context.experience.choices, experience, experiences.index(experience)),
        meeting=_chosen(meetings, theirs.meeting, 0),
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
    asked_of_all = [one for one, row in story().waves[0].answers.items() if NOT_ANSWERED not in row]
    answer = theirs.answers.get(item.id, theirs.answers[asked_of_all[place % len(asked_of_all)]])
    return answer if answer in offered_answers(item) else _INSTEAD_OF_UNKNOWN


def _chosen(choices: Sequence[Choice], wanted: str, place: int) -> str:
    """Return the choice that has the wanted id, or else the one at a place; empty when there are none."""
    ids = [choice.id for choice in choices]
    return wanted if wanted in ids else ids[min(place, len(ids) - 1)] if ids else ""

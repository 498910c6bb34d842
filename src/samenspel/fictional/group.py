"""The fictional group in two waves, made of what ``group.yaml`` says: its answers, its figures, its workshop."""

from datetime import date
from functools import cache
from itertools import chain, repeat
from typing import Annotated, Final

from msgspec import Meta, Struct, field
from msgspec.structs import replace

from samenspel.fictional.data import read_as
from samenspel.group import workshop
from samenspel.group.anonymity import release
from samenspel.group.change import with_changes
from samenspel.group.founding import checked_group
from samenspel.group.model import Action, Group, Released, Wave, contribution
from samenspel.group.results import Results, results
from samenspel.questionnaire.model import DONT_KNOW_CARD, Questionnaire
from samenspel.response import Response

NOT_ANSWERED: Final = "-"
_Person = Annotated[int, Meta(ge=1)]


class Said(Struct, frozen=True, forbid_unknown_fields=True):
    """What one person (1 is the first) answers to an open question."""

    person: _Person
    question: str
    text: str


class DoneTogether(Struct, frozen=True, forbid_unknown_fields=True):
    """What one person (1 is the first) did with the other party: activity → whether something of it lasted."""

    person: _Person
    done: dict[str, bool]


class WaveStory(Struct, frozen=True, forbid_unknown_fields=True):
    """What a wave brought.

    Attributes:
        opened, revealed: ISO dates.
        experience: party → answer about experience → how many gave it.
        answers: item → a digit for each person, ``-`` where there is none; of a later wave, only what is another.
        known: how many cards each person has right; the others are *weet ik niet*.
        said: answers to open questions.
        votes: advice → how many it got.
        actions: what was agreed, with how it went when that is known.
        pinned, dismissed: advices that were kept, and that were left out with the reason.
    """

    opened: str
    revealed: str
    experience: dict[str, dict[str, int]]
    answers: dict[str, str]
    known: tuple[int, ...]
    said: tuple[Said, ...]
    votes: dict[str, int]
    actions: tuple[Action, ...]
    pinned: tuple[str, ...] = ()
    dismissed: dict[str, str] = field(default_factory=dict)


class Story(Struct, frozen=True, forbid_unknown_fields=True):
    """All that is told of the group, in the ids of ``samenwerking-jeugd``.

    Attributes:
        parties: party → how many they are; they stand in this order everywhere.
        meeting: what each answers about the meeting; ``no_meeting``: those of these answers that mean there is none.
        cards: card → its right answer, what everyone knows first.
        activities_question: the open question that ``activities`` answer.
    """

    name: str
    area: str
    parties: dict[str, int]
    meeting: tuple[str, ...]
    no_meeting: tuple[str, ...]
    cards: dict[str, str]
    activities_question: str
    activities: tuple[DoneTogether, ...]
    waves: tuple[WaveStory, WaveStory]

    @property
    def people(self) -> tuple[str, ...]:
        """The party of each person."""
        return tuple(chain.from_iterable(repeat(party, count) for party, count in self.parties.items()))


@cache
def story() -> Story:
    """Return what is told of the group, read when it is first asked for."""
    return read_as("group.yaml", Story)


def demo_responses(number: int) -> tuple[Response, ...]:
    """Return what the sixteen answered in wave 1 or 2 to the questionnaire ``samenwerking-jeugd``."""
    return tuple(_response(place, party, number) for place, party in enumerate(story().people))


def demo_group(questionnaire: Questionnaire) -> tuple[Group, Wave, Wave]:
    """Return the group with its first wave (closed) and its second (revealed, with votes and actions).

    ``questionnaire`` is ``samenwerking-jeugd``; figures go the one way: ``results``, ``release``, then the workshop.
    """
    told = story()
    group = checked_group(told.name, area=told.area, expected=told.parties, practice=True)
    first = _talked(questionnaire, group, 1)
    second = _talked(questionnaire, group, 2, first.released)
    return group, _closed(first), second


def _talked(questionnaire: Questionnaire, group: Group, number: int, before: Released | None = None) -> Wave:
    """Return a wave that was revealed and talked through; ``before``: what was released of the wave before."""
    told = story().waves[number - 1]
    exact = _added_up(questionnaire, group, number)
    found = release(questionnaire, exact, group.minimum)
    if before is not None:
        found = with_changes(questionnaire, found, exact, before, _added_up(questionnaire, group, number - 1))
    wave = Wave(number, told.opened, experience=told.experience)
    wave = workshop.reveal(wave, found, date.fromisoformat(told.revealed))
    wave = workshop.count_votes(wave, {one.id: told.votes.get(one.id, 0) for one in workshop.ballot(wave)} | told.votes)
    for advice in told.pinned:
        wave = workshop.pin(wave, advice, on=True)
    for advice, reason in told.dismissed.items():
        wave = workshop.dismiss(wave, advice, reason)
    for action in told.actions:
        wave = workshop.put_action(wave, questionnaire, replace(action, outcome="", remark=""))
    return wave


def _added_up(questionnaire: Questionnaire, group: Group, number: int) -> Results:
    given = [contribution(questionnaire, one) for one in demo_responses(number)]
    return results(questionnaire, given, story().waves[number - 1].experience, group.minimum)


def _closed(wave: Wave) -> Wave:
    """Return the wave as it stands when the next one has begun: closed, and each action looked back upon."""
    told = story().waves[wave.number - 1]
    wave = workshop.close(wave, date.fromisoformat(told.revealed))
    for place, action in enumerate(told.actions):
        wave = workshop.follow_up(wave, place, action.outcome, action.remark)
    return wave


def _response(place: int, party: str, number: int) -> Response:
    told = story()
    wave = told.waves[number - 1]
    rows = {**told.waves[0].answers, **wave.answers}
    digits = {item: row.replace(" ", "")[place] for item, row in rows.items()}
    known = wave.known[place]
    said = {one.question: one.text for one in wave.said if one.person == place + 1}
    done = {name: lasted for one in told.activities if one.person == place + 1 for name, lasted in one.done.items()}
    return Response(
        party=party,
        area=told.area,
        meeting=told.meeting[place],
        answers={item: int(digit) for item, digit in digits.items() if digit != NOT_ANSWERED},
        knowledge={card: who if of < known else DONT_KNOW_CARD for of, (card, who) in enumerate(told.cards.items())},
        open=said,
        activities=done,
        shared=(*said, *((told.activities_question,) if done else ())),
    )

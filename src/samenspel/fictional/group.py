"""A fictional group in two waves: nine of one party, seven of the other, and what came of their three actions.

In the first wave few know what the other party does, little is on paper about sharing information, and the parties see
contact differently. Three months later they have shadowed each other and meet more often: relation and role clarity
are better, sharing information is not.
"""

from datetime import date
from typing import Final

from samenspel.fictional.answers import (
    ACTIVITIES,
    FIRST_WAVE,
    FIRST_WORDS,
    KNOWLEDGE,
    MEETING,
    PARTIES,
    SECOND_WAVE,
    SECOND_WORDS,
)
from samenspel.fictional.talk import FIRST_ACTIONS, FIRST_VOTES, OUTCOMES, SECOND_ACTIONS, SECOND_VOTES
from samenspel.group import workshop
from samenspel.group.anonymity import release
from samenspel.group.contribution import contribution
from samenspel.group.founding import checked_group
from samenspel.group.model import Group, Wave
from samenspel.group.results import results
from samenspel.questionnaire.model import Questionnaire
from samenspel.response import Response
from samenspel.taal import _

GROUP: Final = checked_group(
    _("Wijkteam West"), area="west", expected={"wijkcoach": 9, "jongerenwerker": 7}, practice=True
)
OPENED: Final = ("2026-03-02", "2026-06-08")
REVEALED: Final = ("2026-03-09", "2026-06-15")
"""The days on which the waves were opened and revealed."""
EXPERIENCE: Final = (
    {
        "wijkcoach": {"nog-niet": 1, "korter-1": 2, "1-3": 5, "langer-3": 1},
        "jongerenwerker": {"korter-1": 2, "1-3": 3, "langer-3": 2},
    },
    {
        "wijkcoach": {"korter-1": 3, "1-3": 5, "langer-3": 1},
        "jongerenwerker": {"korter-1": 2, "1-3": 3, "langer-3": 2},
    },
)
"""For each wave: party → answer about experience → how many gave it."""
_CARDS: Final = {
    "wijkcoach": ("regie", "plan", "specialist", "gezin", "leeftijden"),
    "jongerenwerker": ("straat", "groepen", "activiteiten", "middelen", "school"),
    "allebei": ("signaleren", "preventie", "zelfredzaam"),
}


def demo_responses(number: int) -> tuple[Response, ...]:
    """Return what the sixteen answered in wave 1 or 2 to the questionnaire ``samenwerking-jeugd``."""
    answers = FIRST_WAVE if number == 1 else FIRST_WAVE | SECOND_WAVE
    words = FIRST_WORDS if number == 1 else SECOND_WORDS
    return tuple(_response(place, party, answers, words, number) for place, party in enumerate(PARTIES))


def demo_group(questionnaire: Questionnaire) -> tuple[Group, Wave, Wave]:
    """Return the group with its first wave (closed) and its second (revealed, with votes and actions).

    ``questionnaire`` is ``samenwerking-jeugd``; figures go the one way: ``results``, ``release``, then the workshop.
    """
    return GROUP, _first(questionnaire), _second(questionnaire)


def _revealed(questionnaire: Questionnaire, number: int) -> Wave:
    given = [contribution(questionnaire, one) for one in demo_responses(number)]
    found = results(questionnaire, given, EXPERIENCE[number - 1], GROUP.minimum)
    wave = Wave(number, OPENED[number - 1], experience=EXPERIENCE[number - 1])
    return workshop.reveal(wave, release(questionnaire, found, GROUP.minimum), date.fromisoformat(REVEALED[number - 1]))


def _first(questionnaire: Questionnaire) -> Wave:
    wave = workshop.count_votes(_revealed(questionnaire, 1), FIRST_VOTES)
    for action in FIRST_ACTIONS:
        wave = workshop.put_action(wave, questionnaire, action)
    wave = workshop.close(wave, date.fromisoformat(REVEALED[0]))
    for place, (outcome, remark) in enumerate(OUTCOMES):
        wave = workshop.follow_up(wave, place, outcome, remark)
    return wave


def _second(questionnaire: Questionnaire) -> Wave:
    wave = workshop.count_votes(_revealed(questionnaire, 2), SECOND_VOTES)
    wave = workshop.pin(wave, "convenant", on=True)
    wave = workshop.dismiss(wave, "tijd-vrijmaken", _("Daar gaan wij zelf niet over. Dit komt terug bij de leiding."))
    for action in SECOND_ACTIONS:
        wave = workshop.put_action(wave, questionnaire, action)
    return wave


def _response(
    place: int, party: str, answers: dict[str, str], words: tuple[dict[str, str], ...], number: int
) -> Response:
    own = {item: int(digit) for item, row in answers.items() if (digit := row.replace(" ", "")[place]) != "-"}
    known = KNOWLEDGE[number - 1][place]
    cards = [(f"kennis-{card}", who) for who, names in _CARDS.items() for card in names]
    said = words[place] if place < len(words) else {}
    activities = ACTIVITIES[place] if place < len(ACTIVITIES) else {}
    return Response(
        party=party,
        area="west",
        meeting=MEETING[place],
        answers=own,
        knowledge={card: who if place_of < known else "weet-niet" for place_of, (card, who) in enumerate(cards)},
        open=said,
        activities=activities,
        shared=(*said, *(("toe-activiteiten",) if activities else ())),
    )

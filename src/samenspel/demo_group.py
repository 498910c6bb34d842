"""A fictional group in two waves: nine of one party, seven of the other, and what came of their three actions.

In the first wave few know what the other party does, little is on paper about sharing information, and the parties see
contact differently. Three months later they have shadowed each other and meet more often: relation and role clarity
are better, sharing information is not.
"""

from datetime import date
from typing import Final

from samenspel.demo_group_answers import (
    ACTIVITIES,
    FIRST_WAVE,
    FIRST_WORDS,
    KNOWLEDGE,
    MEETING,
    PARTIES,
    SECOND_WAVE,
    SECOND_WORDS,
)
from samenspel.group import workshop
from samenspel.group.anonymity import DEFAULT_MINIMUM, release
from samenspel.group.contribution import contribution
from samenspel.group.model import Action, Group, Outcome, Wave
from samenspel.group.results import results
from samenspel.questionnaire.model import Questionnaire
from samenspel.response import Response
from samenspel.taal import _

GROUP: Final = Group(
    name=_("Wijkteam West"), area="west", minimum=DEFAULT_MINIMUM, expected={"wijkcoach": 9, "jongerenwerker": 7}
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
_FIRST_VOTES: Final = {
    "meelopen": 14,
    "convenant": 11,
    "fysiek-treffen": 9,
    "terugkoppeling": 8,
    "samenwerkingsafspraken": 4,
    "feedback": 2,
}
_SECOND_VOTES: Final = {
    "convenant": 15,
    "terugkoppeling": 12,
    "gezamenlijk-doel": 11,
    "samenwerkingsafspraken": 6,
    "warme-overdracht": 4,
}
_FIRST_ACTIONS: Final = (
    Action(
        _("Iedereen loopt één keer een dagdeel mee met de andere partij"),
        _("Samira en Joost maken het rooster"),
        "2026-04-30",
        "2026-06-08",
        "meelopen",
        ("rol", "rel"),
    ),
    Action(
        _("Elke eerste dinsdag samen lunchen in het buurthuis"),
        _("de jongerenwerkers nodigen uit"),
        "2026-04-07",
        "2026-06-08",
        "fysiek-treffen",
        ("rel",),
    ),
    Action(
        _("Op papier zetten welke informatie wij delen, en dat laten nakijken"),
        _("de teamleiders"),
        "2026-05-15",
        "2026-06-08",
        "convenant",
        ("org",),
    ),
)
_OUTCOMES: Final[tuple[tuple[Outcome, str], ...]] = (
    ("gedaan", _("Veertien van de zestien liepen mee.")),
    ("deels", _("Twee van de drie keer gelukt.")),
    ("niet", _("Er is nog geen afspraak met de functionaris gegevensbescherming.")),
)
_SECOND_ACTIONS: Final = (
    Action(
        _("Een eerste versie van het convenant bespreken aan de weegtafel"),
        _("Mireille, met de teamleiders"),
        "2026-07-06",
        "2026-09-14",
        "convenant",
        ("org",),
    ),
    Action(
        _("Na elke melding binnen een week laten weten wat ermee is gedaan"),
        _("wie de melding kreeg"),
        "2026-06-22",
        "2026-09-14",
        "terugkoppeling",
        ("org", "rol"),
    ),
    Action(
        _("Samen één doel voor de jongeren in West kiezen"),
        _("Joost en Fatima bereiden het voor"),
        "2026-07-01",
        "2026-09-14",
        "gezamenlijk-doel",
        ("amb",),
    ),
)


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
    wave = workshop.count_votes(_revealed(questionnaire, 1), _FIRST_VOTES)
    for action in _FIRST_ACTIONS:
        wave = workshop.put_action(wave, questionnaire, action)
    wave = workshop.close(wave, date.fromisoformat(REVEALED[0]))
    for place, (outcome, remark) in enumerate(_OUTCOMES):
        wave = workshop.follow_up(wave, place, outcome, remark)
    return wave


def _second(questionnaire: Questionnaire) -> Wave:
    wave = workshop.count_votes(_revealed(questionnaire, 2), _SECOND_VOTES)
    wave = workshop.pin(wave, "convenant", on=True)
    wave = workshop.dismiss(wave, "tijd-vrijmaken", _("Daar gaan wij zelf niet over. Dit komt terug bij de leiding."))
    for action in _SECOND_ACTIONS:
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

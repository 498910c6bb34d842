"""What the fictional group voted, agreed and did."""

from typing import Final

from samenspel.group.model import Action, Outcome
from samenspel.taal import _

FIRST_VOTES: Final = {
    "meelopen": 14,
    "convenant": 11,
    "fysiek-treffen": 9,
    "terugkoppeling": 8,
    "samenwerkingsafspraken": 4,
    "feedback": 2,
}
SECOND_VOTES: Final = {
    "convenant": 15,
    "terugkoppeling": 12,
    "gezamenlijk-doel": 11,
    "samenwerkingsafspraken": 6,
    "warme-overdracht": 4,
}
FIRST_ACTIONS: Final = (
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
OUTCOMES: Final[tuple[tuple[Outcome, str], ...]] = (
    ("gedaan", _("Veertien van de zestien liepen mee.")),
    ("deels", _("Twee van de drie keer gelukt.")),
    ("niet", _("Er is nog geen afspraak met de functionaris gegevensbescherming.")),
)
SECOND_ACTIONS: Final = (
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

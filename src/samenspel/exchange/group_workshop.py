"""What a group did with its figures, as typed tables: advice with votes, and actions."""

from samenspel.exchange.sheets import Sheet, day
from samenspel.group.model import Wave
from samenspel.group.released import Released
from samenspel.group.workshop import votes_hidden, votes_shown
from samenspel.questionnaire.model import Questionnaire
from samenspel.report import group_words as words
from samenspel.report.group_actions import outcome
from samenspel.taal import _


def advices(questionnaire: Questionnaire, wave: Wave, released: Released) -> Sheet:
    """Return the group's advices in their order of priority, with votes, and why some were put aside."""
    rows = tuple(
        (
            place,
            one.id,
            words.filled(questionnaire, questionnaire.advice(one.id).title),
            one.priority,
            None if votes_hidden(wave) else votes_shown(wave).get(one.id, 0),
            _("ja") if one.id in wave.pinned else _("nee"),
            wave.dismissed.get(one.id),
            " ".join(one.reasons),
        )
        for place, one in enumerate(released.advice, start=1)
    )
    return Sheet(
        "adviezen",
        (
            *(_("volgorde"), _("id"), _("advies"), _("prioriteit"), _("stemmen"), _("vastgezet")),
            *(_("weggelegd omdat"), _("berust op")),
        ),
        rows,
        (
            _("1 past het best bij de antwoorden van de groep."),
            _("Vaste naam van het advies."),
            _("De titel van het advies."),
            _("15 tot 100."),
            _("Aantal stemmen in de groep; leeg: nog te weinig mensen hebben gestemd."),
            _("ja: de groep houdt dit advies bovenaan."),
            _("De reden van de groep; leeg: niet weggelegd."),
            _("De vaste namen van de stellingen (of vragen) die het zwaarst wegen."),
        ),
    )


def actions(wave: Wave, previous: Wave | None) -> Sheet:
    """Return the actions of the wave before (how they went) and of this wave, in the group's own words."""
    rows = tuple(
        (
            one_wave.number,
            one.what,
            one.who,
            day(one.when),
            day(one.check_back),
            one.advice or None,
            " ".join(one.dimensions) or None,
            outcome(one.outcome),
            one.remark or None,
        )
        for one_wave in ((wave,) if previous is None else (previous, wave))
        for one in one_wave.actions
    )
    return Sheet(
        "acties",
        (
            *(_("meting"), _("wat"), _("wie"), _("wanneer"), _("terugkijken op")),
            *(_("advies"), _("onderdelen"), _("hoe ging het"), _("opmerking")),
        ),
        rows,
        (
            _("Meting waarin de groep de actie koos."),
            _("De actie, in de woorden van de groep."),
            _("Wie het doet, in de woorden van de groep."),
            _("De dag van de actie."),
            _("De dag waarop de groep terugkijkt."),
            _("Vaste naam van het advies waar de actie bij hoort."),
            _("Vaste namen van de onderdelen waarvoor de actie is bedoeld."),
            _("gedaan, deels gedaan, niet gedaan of nog niet bekend."),
            _("Opmerking van de groep."),
        ),
    )

"""The group report: who took part, two parties side by side, what to do, and what changed.

Only what was released can be told: every part takes a ``Released`` (or a wave that carries it). The parts have modules
of their own and are offered from here too, because the workshop's screens show the same parts.
"""

from datetime import date

from samenspel.group.model import Group, Wave
from samenspel.group.released import Released
from samenspel.questionnaire.model import Questionnaire
from samenspel.report import group_words as words
from samenspel.report import wording
from samenspel.report.document import Block, Document, Heading, Paragraph
from samenspel.report.group_account import anonymity_rules, group_account
from samenspel.report.group_actions import actions, outcomes
from samenspel.report.group_advice import advice_blocks, advice_card, advice_cards, dismissed, worksheets
from samenspel.report.group_change import change, verdict
from samenspel.report.group_items import (
    item_chart,
    item_detail,
    items_by,
    largest_gaps,
    most_divided,
    spread_chart,
    strongest,
)
from samenspel.report.group_picture import comparison, dimension_chart, participants
from samenspel.report.group_voices import voices
from samenspel.report.group_words import Order
from samenspel.taal import _

__all__ = [
    "Order",
    "actions",
    "advice_card",
    "advice_cards",
    "anonymity_rules",
    "change",
    "comparison",
    "dimension_chart",
    "dismissed",
    "group_report",
    "item_chart",
    "item_detail",
    "items_by",
    "largest_gaps",
    "most_divided",
    "outcomes",
    "participants",
    "spread_chart",
    "strongest",
    "verdict",
    "voices",
]


class NotRevealedError(ValueError):
    """The wave has not been revealed: nothing of it may be told."""


def group_report(
    questionnaire: Questionnaire, group: Group, wave: Wave, *, previous: Wave | None = None, date: date
) -> Document:
    """Return the report of a revealed wave.

    Args:
        questionnaire: what was asked.
        group: whose report it is.
        wave: the wave to tell of.
        previous: the revealed wave before it, if there is one.
        date: the day on the report.

    Raises:
        NotRevealedError: the wave has not been revealed.
    """
    released = wave.released
    if released is None:
        raise NotRevealedError(_("Deze meting is nog niet onthuld."))
    k, day = words.anonymity(released), wording.day(date)
    if group.practice:  # here too: a long name is cut off at the foot of a page
        k = _("{k} · verzonnen").format(k=k)
    return Document(
        title=questionnaire.asked.title,
        subtitle=_("Groepsrapport van {datum} · {groep} · meting {nummer} · {k}").format(
            datum=day, groep=group.name, nummer=wave.number, k=k
        ),
        # k comes first: whatever does not fit at the foot of a page is cut off at the end.
        footer=_("{k} · meting {nummer} · {datum} · {groep}").format(
            k=k, nummer=wave.number, datum=day, groep=group.name
        ),
        blocks=(
            Heading(1, _("Het beeld")),
            Heading(2, _("Wie deden mee")),
            *participants(questionnaire, group, wave, released),
            *comparison(questionnaire, released),
            *_striking(questionnaire, released),
            *_since(questionnaire, wave, previous),
            Heading(1, _("Advies voor de groep")),
            *advice_blocks(questionnaire, wave),
            # Without actions there is only one line: that needs no page of its own.
            Heading(1 if wave.actions else 2, _("Acties")),
            *actions(questionnaire, wave),
            *worksheets(questionnaire, wave),
            *_all_answers(questionnaire, released),
            Heading(1, _("In eigen woorden")),
            *voices(questionnaire, released),
            Heading(1, _("Achtergrond")),
            *group_account(questionnaire, released),
        ),
    )


def _striking(questionnaire: Questionnaire, released: Released) -> tuple[Block, ...]:
    if not _anything(released):
        return ()
    return (
        Heading(1, _("Wat opvalt per stelling")),
        Paragraph(words.names_in_statements(questionnaire)),
        *largest_gaps(questionnaire, released),
        *most_divided(questionnaire, released),
        *strongest(questionnaire, released),
    )


def _since(questionnaire: Questionnaire, wave: Wave, previous: Wave | None) -> tuple[Block, ...]:
    if previous is None:
        return ()
    return (Heading(1, _("Sinds de vorige meting")), *change(questionnaire, wave, previous))


def _all_answers(questionnaire: Questionnaire, released: Released) -> tuple[Block, ...]:
    if not _anything(released):
        return ()
    return (
        Heading(1, _("Alle antwoorden per onderdeel")),
        *(spread_chart(questionnaire, released, one.id) for one in questionnaire.asked.dimensions),
    )


def _anything(released: Released) -> bool:
    return any(one.mean is not None for one in released.items)

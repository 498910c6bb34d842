"""The group report: a summary to hand out (who took part, two parties, what changed, what to do), then appendices.

Only what was released can be told: every part takes a ``Released`` (or a wave that carries it). The parts have modules
of their own and are offered from here too, because the workshop's screens show the same parts.
"""

from datetime import date

from samenspel.group.model import Group, Wave
from samenspel.group.released import Released
from samenspel.questionnaire.model import Questionnaire
from samenspel.report import group_words as words
from samenspel.report.document import Block, Document, Heading, Paragraph
from samenspel.report.group_account import anonymity_rules, group_account
from samenspel.report.group_actions import actions, outcomes
from samenspel.report.group_advice import advice_blocks, advice_card, advice_cards, dismissed, worksheets
from samenspel.report.group_change import change, changed_dimensions, moved_statements, verdict
from samenspel.report.group_items import (
    item_chart,
    item_detail,
    items_by,
    spread_chart,
)
from samenspel.report.group_picture import comparison, dimension_chart, participants
from samenspel.report.group_striking import largest_gaps, most_divided, striking_chart, striking_items, strongest
from samenspel.report.group_summary import chosen, striking
from samenspel.report.group_voices import voices
from samenspel.report.group_words import Order
from samenspel.taal import _, datum

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
    "striking_chart",
    "striking_items",
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
    k, day = words.anonymity(released), datum(date)
    if group.practice:  # the name says so too, but a long one is cut off at the foot of a page
        k = _("{k} · verzonnen").format(k=k)
    return Document(
        title=questionnaire.asked.title,
        subtitle=_("Groepsrapport van {datum} · {groep} · meting {nummer}").format(
            datum=day, groep=group.name, nummer=wave.number
        ),
        # k comes first: whatever does not fit at the foot of a page is cut off at the end.
        footer=_("{k} · meting {nummer} · {datum} · {groep}").format(
            k=k, nummer=wave.number, datum=day, groep=group.name
        ),
        blocks=(
            *_summary(questionnaire, group, wave, released, previous),
            *_appendices(
                (_("de adviezen, met werkbladen"), _advices(questionnaire, wave)),
                (_("stellingen die opvallen"), _statements(questionnaire, wave, released, previous)),
                (_("alle antwoorden per onderdeel"), _all_answers(questionnaire, released)),
                (_("in eigen woorden"), voices(questionnaire, released)),
                (_("achtergrond"), group_account(questionnaire, released)),
            ),
        ),
    )


def _summary(
    questionnaire: Questionnaire, group: Group, wave: Wave, released: Released, previous: Wave | None
) -> tuple[Block, ...]:
    return (
        Heading(1, _("Het beeld")),
        *participants(questionnaire, group, wave, released),
        *comparison(questionnaire, released),
        *(striking(questionnaire, released) if _anything(released) else ()),
        *_since(questionnaire, wave, previous),
        *chosen(questionnaire, wave),
    )


def _since(questionnaire: Questionnaire, wave: Wave, previous: Wave | None) -> tuple[Block, ...]:
    if previous is None:
        return ()
    return (Heading(1, _("Sinds de vorige meting")), *changed_dimensions(questionnaire, wave, previous))


def _appendices(*found: tuple[str, tuple[Block, ...]]) -> tuple[Block, ...]:
    """Return what there is to add, each part under its number; the first one tells what comes."""
    parts = [(title, blocks) for title, blocks in found if blocks]
    titles = "; ".join(title for title, _blocks in parts)
    lead = _("De bladzijden hiervoor zijn de samenvatting, die u los kunt uitdelen. De bijlagen zijn: {titels}.")
    told: list[Block] = []
    for number, (title, blocks) in enumerate(parts, start=1):
        told.append(Heading(1, _("Bijlage {n}: {titel}").format(n=number, titel=title), apart=number == 1))
        if number == 1:
            told.append(Paragraph(lead.format(titels=titles), small=True))
        told += blocks
    return tuple(told)


def _advices(questionnaire: Questionnaire, wave: Wave) -> tuple[Block, ...]:
    if not advice_cards(questionnaire, wave):
        return dismissed(questionnaire, wave)
    return (*advice_blocks(questionnaire, wave), *worksheets(questionnaire, wave))


def _statements(
    questionnaire: Questionnaire, wave: Wave, released: Released, previous: Wave | None
) -> tuple[Block, ...]:
    if not _anything(released):
        return ()
    return (
        *most_divided(questionnaire, released),
        *strongest(questionnaire, released),
        *(() if previous is None else moved_statements(questionnaire, wave, previous)),
    )


def _all_answers(questionnaire: Questionnaire, released: Released) -> tuple[Block, ...]:
    if not _anything(released):
        return ()
    return tuple(spread_chart(questionnaire, released, one.id) for one in questionnaire.asked.dimensions)


def _anything(released: Released) -> bool:
    return any(one.mean is not None for one in released.items)

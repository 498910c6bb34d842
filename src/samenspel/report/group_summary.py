"""The first pages of a group report, to hand out by themselves: in short what the appendices tell in full."""

from collections.abc import Sequence

from samenspel.group.model import Wave
from samenspel.group.released import Released, ReleasedItem
from samenspel.questionnaire.model import Questionnaire
from samenspel.report import group_words as words
from samenspel.report.document import Block, GapChart, Heading, Paragraph, Table
from samenspel.report.group_actions import actions
from samenspel.report.group_advice import advice_overview
from samenspel.report.group_striking import (
    largest_gaps,
    most_divided,
    striking_items,
    strongest,
    strongest_items,
    without_divided,
)
from samenspel.taal import _, getal


def striking(questionnaire: Questionnaire, released: Released) -> tuple[Block, ...]:
    """Tell which statements stand out: the largest gaps drawn, the most divided and the strongest ones listed."""
    return (
        Heading(1, _("Wat opvalt")),
        Paragraph(f"{words.names_in_statements(questionnaire)} {without_divided()}"),
        *largest_gaps(questionnaire, released),
        *_listed(most_divided(questionnaire, released), striking_items(questionnaire, released, "verdeeldheid")),
        *_listed(strongest(questionnaire, released), strongest_items(questionnaire, released)),
    )


def chosen(questionnaire: Questionnaire, wave: Wave) -> tuple[Block, ...]:
    """Tell what the group chose: the advices on top, each with its first step, and the actions."""
    return (
        Heading(1, _("Wat wij gaan doen")),
        Heading(2, _("De adviezen bovenaan")),
        *advice_overview(questionnaire, wave),
        *(() if wave.actions else (Heading(2, _("Acties")),)),  # their table has a title of its own
        *actions(questionnaire, wave),
    )


def _listed(blocks: tuple[Block, ...], items: Sequence[ReleasedItem]) -> tuple[Block, ...]:
    """Return the chart of ``items`` as a table for the whole group; what is no chart as it is."""
    return tuple(_table(block, items) if isinstance(block, GapChart) else block for block in blocks)


def _table(chart: GapChart, items: Sequence[ReleasedItem]) -> Table:
    rows = tuple(
        (row.label, _cell(one.mean, 1), _("bijna allen gelijk") if one.nearly_all is not None else _cell(one.rwg, 2))
        for row, one in zip(chart.rows, items, strict=True)
    )
    return Table(chart.title, (_("stelling"), _("hele groep"), _("eensgezindheid")), rows, (10, 2, 3))


def _cell(value: float | None, decimals: int) -> str:
    return "–" if value is None else getal(value, decimals)

"""The first pages of a group report, to hand out by themselves: in short what the appendices tell in full."""

from samenspel.group.model import Wave
from samenspel.group.released import Released
from samenspel.questionnaire.model import Questionnaire
from samenspel.report import group_words as words
from samenspel.report.document import Block, GapChart, Heading, Paragraph, Table
from samenspel.report.group_actions import actions
from samenspel.report.group_advice import advice_overview
from samenspel.report.group_items import largest_gaps, most_divided, strongest
from samenspel.taal import _, getal


def striking(questionnaire: Questionnaire, released: Released) -> tuple[Block, ...]:
    """Tell which statements stand out: the largest gaps drawn, the most divided and the strongest ones listed."""
    return (
        Heading(1, _("Wat opvalt")),
        Paragraph(words.names_in_statements(questionnaire)),
        *largest_gaps(questionnaire, released),
        *_listed(most_divided(questionnaire, released)),
        *_listed(strongest(questionnaire, released)),
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


def _listed(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Return the statements of a chart as a table for the whole group; what is no chart as it is."""
    return tuple(_table(block) if isinstance(block, GapChart) else block for block in blocks)


def _table(chart: GapChart) -> Table:
    rows = tuple((row.label, "–" if row.whole is None else getal(row.whole)) for row in chart.rows)
    return Table(chart.title, (_("stelling"), _("hele groep")), rows, (6, 1))

"""How each block stands on paper: a block in, reportlab's flowables out."""

from typing import assert_never

from reportlab.platypus import CondPageBreak, Flowable, Spacer

from samenspel.report.document import (
    AdviceCard,
    Block,
    Bullets,
    Facts,
    GapChart,
    Heading,
    Notice,
    Paragraph,
    ScoreChart,
    ShareChart,
    SpreadChart,
    Table,
    WorksheetPage,
)
from samenspel.report.pdf.card import advice_card
from samenspel.report.pdf.charts import score_chart, share_chart
from samenspel.report.pdf.gap_chart import gap_chart
from samenspel.report.pdf.sheet import worksheet
from samenspel.report.pdf.spread_chart import spread_chart
from samenspel.report.pdf.table import facts, table
from samenspel.report.pdf.text import heading, paragraph

_ROOM = {1: 160, 2: 110, 3: 60}
"""How much must fit under a heading on the same page, in points: no heading stands alone at the bottom."""


def flowables(block: Block) -> list[Flowable]:  # noqa: C901, PLR0912 - one case for each block
    """Return one block as flowables."""
    match block:
        case Heading():
            return [CondPageBreak(_ROOM[block.level]), heading(block.text, f"heading{block.level}", block.level - 1)]
        case Paragraph():
            return [paragraph(block.text, "small" if block.small else "body")]
        case Notice():
            return [paragraph(block.text, "notice")]
        case Bullets():
            return [*(paragraph(item, "bullet", "•") for item in block.items), Spacer(0, 4)]
        case Facts():
            return facts(block.rows)
        case ScoreChart():
            return score_chart(block)
        case ShareChart():
            return share_chart(block)
        case GapChart():
            return gap_chart(block)
        case SpreadChart():
            return spread_chart(block)
        case Table():
            return table(block)
        case AdviceCard():
            return advice_card(block)
        case WorksheetPage():
            return worksheet(block)
        case _:
            assert_never(block)

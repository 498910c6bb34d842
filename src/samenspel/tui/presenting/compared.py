"""Two sides beside each other for a room, drawn: each row with its figures in large signs and its line from 1 to 5."""

from collections.abc import Sequence

from msgspec.structs import replace
from textual.content import Content

from samenspel.presenting.pages import Compared
from samenspel.report import charts
from samenspel.report.charts import Mark, Pair
from samenspel.report.compared import as_chart
from samenspel.report.document import GapChart
from samenspel.taal import getal
from samenspel.tui.presenting.draw import FAINT, STRONG, Lines, spaced, wrapped
from samenspel.tui.widgets.charts import fitting, gap_legend, line_of
from samenspel.tui.widgets.drawing import packed

_GAP = "   "
_SHORT = 24
"""A name of no more columns than this stands on one line with its figures."""
_ENDS = 4
"""Columns for the figures 1 and 5 at the ends of a line."""


def compared(body: Compared, below: Sequence[str], height: int, width: int) -> Lines:
    """Draw a comparison and its sources; where there is little room, its rows stand close together."""
    chart = as_chart(body)
    rows = _rows(chart, width)
    legend = [line for line in gap_legend(chart, width) if line]
    foot = [line for source in below for line in wrapped(source, width, FAINT)]
    after = spaced([wrapped(body.remark, width, FAINT), foot])
    blanks = ((1, 1), (1, 0), (0, 0))
    ways = [spaced([spaced([legend, spaced(rows, apart)], around), after]) for apart, around in blanks]
    return next((lines for lines in ways if len(lines) <= height), ways[-1])


def _rows(chart: GapChart, width: int) -> list[Lines]:
    pairs = [replace(pair, marks=_seen(pair.marks)) if chart.waves else pair for pair in charts.pairs(chart)]
    heads = [_beside(chart, pair) for pair in pairs]
    wide = [max(cell.cell_length for cell in column) for column in zip(*heads, strict=True)]
    if wide[0] <= _SHORT and sum(wide) + len(_GAP) * (len(wide) - 1) <= width:
        return [[_aligned(head, wide), _line(pair, width)] for head, pair in zip(heads, pairs, strict=True)]
    return [
        [
            *wrapped(pair.row.label, width, STRONG),
            *packed([cell for cell in head[1:] if cell], width, _GAP),
            _line(pair, width),
        ]
        for head, pair in zip(heads, pairs, strict=True)
    ]


def _seen(marks: tuple[Mark, Mark]) -> tuple[Mark, Mark]:
    """Return the signs of two waves in the colour of text: their own are for paper, and too dark for a beamer."""
    first, second = (replace(mark, colour="$foreground") for mark in marks)
    return first, second


def _beside(chart: GapChart, pair: Pair) -> list[Content]:
    """Return the cells of a row: its name, both figures, that of all together, and what is said of them."""
    row = pair.row
    figures = [
        Content.assemble((f"{mark.sign} ", f"bold {mark.colour}"), why if value is None else getal(value))
        for mark, value, why in zip(pair.marks, row.values, row.hidden, strict=True)
    ]
    whole = Content("" if row.whole is None else f"{charts.WHOLE_SIGN} {getal(row.whole)}")
    return [Content.styled(row.label, STRONG), *figures, *((whole,) if chart.whole else ()), Content(row.gap)]


def _aligned(cells: list[Content], wide: list[int]) -> Content:
    return Content(_GAP).join(cell.pad_right(to - cell.cell_length) for cell, to in zip(cells, wide, strict=True))


def _line(pair: Pair, width: int) -> Content:
    return Content.assemble("1 ", line_of(pair, fitting(width - _ENDS)), " 5")

"""The gap chart in characters: two sides on the 1-5 line with the gap between them, and all of it in words."""

from collections.abc import Sequence

from textual.content import Content

from samenspel.report import charts
from samenspel.report.chart_words import sides_words
from samenspel.report.document import GapChart
from samenspel.taal import _
from samenspel.tui.widgets.drawing import packed

_SHORTEST_LINE, _LONGEST_LINE = 17, 61
_INDENT, _BESIDE, _LINE_BESIDE = 2, 48, 41
"""Columns before a line, what words beside it want, and the shortest line that has words beside it."""
_LINE_STYLE = "$foreground 50%"


def legend(chart: GapChart, width: int) -> Sequence[Content]:
    """Name the signs of both sides, and of all together."""
    parts = [
        Content.assemble((mark.sign, f"bold {mark.colour}"), " ", side)
        for mark, side in zip((charts.FIRST, charts.SECOND), chart.sides, strict=True)
    ]
    if chart.whole:
        parts.append(Content(f"{charts.WHOLE_SIGN} {chart.whole}"))
    return [*packed(parts, width, "   "), Content("")]


def draw(chart: GapChart, width: int) -> Sequence[Content]:
    """Draw the rows: the name, the scale line, and the words beside it where there is room, else below."""
    beside = width - _INDENT - _BESIDE >= _LINE_BESIDE
    line = fitting(width - _INDENT - (_BESIDE if beside else 0))
    indent = Content(" " * _INDENT)
    drawn: list[Content] = []
    for pair in charts.pairs(chart):
        row = pair.row
        drawn += Content.styled(row.label, "bold").wrap(width)
        room = width - _INDENT - (line + 2 if beside else 0)
        words = packed([Content(text) for text in sides_words(chart, row)], room, " · ")
        words += [part for text in (row.gap, row.remark) if text for part in Content(text).wrap(room)]
        lines = [scale_of(line), line_of(pair, line)]
        if beside:
            for place in range(max(len(lines), len(words))):
                left = lines[place] if place < len(lines) else Content(" " * line)
                right = words[place] if place < len(words) else Content("")
                drawn.append(indent + left + Content("  ") + right)
        else:
            drawn += [indent + part for part in (*lines, *words)]
        drawn.append(Content(""))
    if any(charts.BOTH_SIGN in line.plain for line in drawn):
        drawn.append(indent + _("{teken} staat waar beide op dezelfde plek staan").format(teken=charts.BOTH_SIGN))
    return drawn


def fitting(columns: int) -> int:
    """Return the longest line on which 1 to 5 all stand at a whole column."""
    columns = min(max(columns, _SHORTEST_LINE), _LONGEST_LINE)
    return columns - (columns - 1) % 4


def _column(at: float, line: int) -> int:
    return round(at * (line - 1))


def scale_of(line: int) -> Content:
    """Draw the figures 1 to 5 above a line of this many columns."""
    cells = [" "] * line
    for at, label in charts.ticks():
        cells[_column(at, line)] = label
    return Content.styled("".join(cells), _LINE_STYLE)


def line_of(pair: charts.Pair, line: int) -> Content:
    """Draw both sides and the gap between them on a line of this many columns."""
    cells = [Content.styled("─", _LINE_STYLE)] * line
    for at, _label in charts.ticks():
        cells[_column(at, line)] = Content.styled("┼", _LINE_STYLE)
    first, second = pair.at
    if first is not None and second is not None:
        low, high = sorted((_column(first, line), _column(second, line)))
        cells[low:high] = [Content.styled("━", "bold")] * (high - low)
    if pair.whole is not None:
        cells[_column(pair.whole, line)] = Content.styled(charts.WHOLE_SIGN, "bold")
    for side, mark in zip(pair.at, (charts.FIRST, charts.SECOND), strict=True):
        if side is not None:
            cells[_column(side, line)] = Content.styled(mark.sign, f"bold {mark.colour}")
    if first is not None and second is not None and _column(first, line) == _column(second, line):
        cells[_column(first, line)] = Content.styled(charts.BOTH_SIGN, "bold")
    return Content("").join(cells)

"""The score chart in characters: a sign on the 1-5 line, the previous time as a hollow dot, and all of it in words."""

from collections.abc import Sequence

from textual.content import Content

from samenspel.report.charts import BEFORE_SIGN, Dot, dots, ticks, zones
from samenspel.report.document import ScoreChart
from samenspel.taal import _, getal
from samenspel.tui.widgets.drawing import packed

_GAP = 2
_SHORTEST_LINE, _LINE_WITH_REMARK, _LONGEST_LINE = 17, 29, 61
_LINE_STYLE = "$foreground 50%"


def legend(chart: ScoreChart, width: int) -> Sequence[Content]:
    """Name the signs, the lowest band first."""
    parts = [Content.assemble((zone.mark.sign, zone.mark.colour), " ", zone.name) for zone in zones(chart)]
    if any(row.previous is not None for row in chart.rows):
        parts.append(Content(BEFORE_SIGN + " " + _("vorige keer")))
    return [*packed(parts, width, "   "), Content("")]


def draw(chart: ScoreChart, width: int) -> Sequence[Content]:
    """Draw the rows: name, scale line, words and remark beside each other as far as there is room, else below."""
    rows = dots(chart)
    label = max(len(row.row.label) for row in rows) + _GAP
    words = max(_words(row).cell_length for row in rows) + _GAP
    remark = max(len(row.row.remark) for row in rows) + _GAP
    beside = width - label - words >= _SHORTEST_LINE
    remark_beside = width - label - words - remark >= _LINE_WITH_REMARK
    line = _fitting(width - (label + words if beside else _GAP) - (remark if remark_beside else 0))
    indent = Content(" " * (label if beside else 0))
    lines = [indent + _scale(line)]
    for row in rows:
        name = Content.styled(row.row.label.ljust(label), "bold")
        said = _words(row)
        if remark_beside:
            said = said.pad_right(words - said.cell_length) + Content(row.row.remark)
        lines += [name + _line(row, line) + Content(" " * _GAP) + said] if beside else [name + said, _line(row, line)]
        if row.row.remark and not remark_beside:
            lines.append(indent + Content(row.row.remark))
    # Only a line that has no room is broken: wrapping would eat the spaces at the left of the others.
    return [part for drawn in lines for part in (drawn.wrap(width) if drawn.cell_length > width else [drawn])]


def _fitting(columns: int) -> int:
    """Return the longest line on which 1 to 5 all stand at a whole column."""
    columns = min(max(columns, _SHORTEST_LINE), _LONGEST_LINE)
    return columns - (columns - 1) % 4


def _column(at: float, line: int) -> int:
    return round(at * (line - 1))


def _scale(line: int) -> Content:
    cells = [" "] * line
    for at, label in ticks():
        cells[_column(at, line)] = label
    return Content("".join(cells))


def _line(row: Dot, line: int) -> Content:
    cells = [Content.styled("─", _LINE_STYLE)] * line
    for at, _label in ticks():
        cells[_column(at, line)] = Content.styled("┼", _LINE_STYLE)
    if row.before is not None:
        cells[_column(row.before, line)] = Content.styled(BEFORE_SIGN, "bold")
    if row.at is not None and row.mark is not None:
        cells[_column(row.at, line)] = Content.styled(row.mark.sign, f"bold {row.mark.colour}")
    return Content("").join(cells)


def _words(row: Dot) -> Content:
    was = "" if row.row.previous is None else " " + _("(was {score})").format(score=getal(row.row.previous))
    if row.row.value is None or row.mark is None:
        return Content(f"–  {row.row.band}{was}")
    sign = (row.mark.sign, f"bold {row.mark.colour}")
    return Content.assemble(sign, f" {getal(row.row.value)} {row.row.band}{was}")

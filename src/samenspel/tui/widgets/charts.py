"""The gap chart in characters: two sides on the 1-5 line with the gap between them, and all of it in words."""

from collections.abc import Sequence

from textual.content import Content

from samenspel.report import charts
from samenspel.report.charts import (
    BEFORE_SIGN,
    Bar,
    Dot,
    bar_words,
    bars,
    counts_words,
    dots,
    sides_words,
    ticks,
    zones,
)
from samenspel.report.document import GapChart, ScoreChart, ShareChart, SpreadChart, SpreadRow
from samenspel.taal import _, getal
from samenspel.tui.widgets.drawing import packed

_GAP_SHORTEST_LINE, _GAP_LONGEST_LINE = 17, 61
_GAP_INDENT, _BESIDE, _LINE_BESIDE = 2, 48, 41
"""Columns before a line, what words beside it want, and the shortest line that has words beside it."""
_GAP_LINE_STYLE = "$foreground 50%"


def gap_legend(chart: GapChart, width: int) -> Sequence[Content]:
    """Name the signs of both sides, and of all together."""
    parts = [
        Content.assemble((mark.sign, f"bold {mark.colour}"), " ", side)
        for mark, side in zip((charts.FIRST, charts.SECOND), chart.sides, strict=True)
    ]
    if chart.whole:
        parts.append(Content(f"{charts.WHOLE_SIGN} {chart.whole}"))
    return [*packed(parts, width, "   "), Content("")]


def draw_gaps(chart: GapChart, width: int) -> Sequence[Content]:
    """Draw the rows: the name, the scale line, and the words beside it where there is room, else below."""
    beside = width - _GAP_INDENT - _BESIDE >= _LINE_BESIDE
    line = fitting(width - _GAP_INDENT - (_BESIDE if beside else 0))
    indent = Content(" " * _GAP_INDENT)
    drawn: list[Content] = []
    for pair in charts.pairs(chart):
        row = pair.row
        drawn += Content.styled(row.label, "bold").wrap(width)
        room = width - _GAP_INDENT - (line + 2 if beside else 0)
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
    columns = min(max(columns, _GAP_SHORTEST_LINE), _GAP_LONGEST_LINE)
    return columns - (columns - 1) % 4


def _gap_column(at: float, line: int) -> int:
    return round(at * (line - 1))


def scale_of(line: int) -> Content:
    """Draw the figures 1 to 5 above a line of this many columns."""
    cells = [" "] * line
    for at, label in charts.ticks():
        cells[_gap_column(at, line)] = label
    return Content.styled("".join(cells), _GAP_LINE_STYLE)


def line_of(pair: charts.Pair, line: int) -> Content:
    """Draw both sides and the gap between them on a line of this many columns."""
    cells = [Content.styled("─", _GAP_LINE_STYLE)] * line
    for at, _label in charts.ticks():
        cells[_gap_column(at, line)] = Content.styled("┼", _GAP_LINE_STYLE)
    first, second = pair.at
    if first is not None and second is not None:
        low, high = sorted((_gap_column(first, line), _gap_column(second, line)))
        cells[low:high] = [Content.styled("━", "bold")] * (high - low)
    if pair.whole is not None:
        cells[_gap_column(pair.whole, line)] = Content.styled(charts.WHOLE_SIGN, "bold")
    for side, mark in zip(pair.at, (charts.FIRST, charts.SECOND), strict=True):
        if side is not None:
            cells[_gap_column(side, line)] = Content.styled(mark.sign, f"bold {mark.colour}")
    if first is not None and second is not None and _gap_column(first, line) == _gap_column(second, line):
        cells[_gap_column(first, line)] = Content.styled(charts.BOTH_SIGN, "bold")
    return Content("").join(cells)


# The score chart in characters: a sign on the 1-5 line, the previous time as a hollow dot, and all of it in words. ---

_GAP = 2
_SHORTEST_LINE, _LINE_WITH_REMARK, _LONGEST_LINE = 17, 29, 61
_LINE_STYLE = "$foreground 50%"


def score_legend(chart: ScoreChart, width: int) -> Sequence[Content]:
    """Name the signs, the lowest band first."""
    parts = [Content.assemble((zone.mark.sign, zone.mark.colour), " ", zone.name) for zone in zones(chart)]
    if any(row.previous is not None for row in chart.rows):
        parts.append(Content(BEFORE_SIGN + " " + _("vorige keer")))
    return [*packed(parts, width, "   "), Content("")]


def draw_scores(chart: ScoreChart, width: int) -> Sequence[Content]:
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
        lines += (
            [name + _score_line(row, line) + Content(" " * _GAP) + said]
            if beside
            else [name + said, _score_line(row, line)]
        )
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


def _score_line(row: Dot, line: int) -> Content:
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


# Counts out of a total, as bars in characters with the counts beside them. ---------------------------------------

_LONGEST_BAR = 40
_SHARE_GAP = 2


def draw_shares(chart: ShareChart, width: int) -> Sequence[Content]:
    """Draw one line for each row."""
    rows = bars(chart)
    label = max((len(bar.label) for bar in rows), default=0) + _SHARE_GAP
    count = max((len(_count(bar)) for bar in rows), default=0) + _SHARE_GAP
    longest = max(1, min(_LONGEST_BAR, width - label - count))
    lines = []
    for bar in rows:
        full = round(bar.length * longest)
        drawn = Content.assemble(("█" * full, "$primary"), ("─" * (longest - full), "$foreground 50%"))
        lines.append(Content(bar.label.ljust(label)) + drawn + Content(" " * _SHARE_GAP + _count(bar)))
    return lines


def _count(bar: Bar) -> str:
    return _("{aantal} van {totaal}").format(aantal=bar.count, totaal=bar.total)


# The spread chart in characters: bars that diverge around the middle, with the counts in words below. ------------

_SPREAD_INDENT, _LONGEST = 2, 106
_ORDER = (1, 2, 3, 4, 5, 0)
"""Of the answers in the legend."""


def spread_legend(chart: SpreadChart, width: int) -> Sequence[Content]:
    """Name the looks of the six answers, and say how to read a bar."""
    names = {**dict(enumerate(chart.labels, start=1)), 0: chart.dont_know}
    parts = [Content.assemble(_piece(answer, f" {answer} "), f" {names[answer]}") for answer in _ORDER]
    return [*packed(parts, width, "   "), *Content.styled(bar_words(), "$muted").wrap(width), Content("")]


def draw_spreads(chart: SpreadChart, width: int) -> Sequence[Content]:
    """Draw the rows: the statement, its bar, and the counts and words below it."""
    length = min(width - _SPREAD_INDENT - 1, _LONGEST)
    indent = Content(" " * _SPREAD_INDENT)
    drawn: list[Content] = []
    for row in chart.rows:
        drawn += Content.styled(row.label, "bold").wrap(width)
        if charts.segments(row):
            drawn.append(indent + _bar(row, length))
        for words in (counts_words(row), row.words):
            drawn += [indent + part for part in Content(words).wrap(width - _SPREAD_INDENT)] if words else []
        drawn.append(Content(""))
    return drawn


def _bar(row: SpreadRow, length: int) -> Content:
    cells = [Content(" ")] * (length + 1)
    centre = round(charts.CENTRE * length)
    cells[centre] = Content.styled("│", "$foreground 50%")
    for segment in charts.segments(row):
        start, end = round(segment.start * length), round(segment.end * length)
        shift = 1 if start >= centre else 0  # the middle line takes a column of its own
        cells[start + shift : end + shift] = [_piece(segment.answer, str(segment.answer))] * (end - start)
    return Content("").join(cells)


def _piece(answer: int, text: str) -> Content:
    look = charts.LOOKS[answer]
    return Content.styled(text, f"{look.ink} on {look.fill}")

"""The spread chart in characters: bars that diverge around the middle, with the counts in words below."""

from collections.abc import Sequence

from textual.content import Content

from samenspel.report import charts
from samenspel.report.chart_words import counts_words
from samenspel.report.document import SpreadChart, SpreadRow
from samenspel.tui.widgets.drawing import packed

_INDENT, _LONGEST = 2, 106
_COLOURS = {
    1: charts.SECOND.colour,
    2: charts.SECOND.colour,
    3: "$foreground 60%",
    4: charts.FIRST.colour,
    5: charts.FIRST.colour,
    0: "$foreground",
}
"""Of the answers, in the order of the legend; their characters are the same everywhere."""


def legend(chart: SpreadChart, width: int) -> Sequence[Content]:
    """Name the looks of the six answers."""
    names = {**dict(enumerate(chart.labels, start=1)), 0: chart.dont_know}
    parts = [
        Content.assemble((charts.LOOKS[answer].sign, colour), " ", f"{answer} {names[answer]}")
        for answer, colour in _COLOURS.items()
    ]
    return [*packed(parts, width, "   "), Content("")]


def draw(chart: SpreadChart, width: int) -> Sequence[Content]:
    """Draw the rows: the statement, its bar, and the counts and words below it."""
    length = min(width - _INDENT - 1, _LONGEST)
    indent = Content(" " * _INDENT)
    drawn: list[Content] = []
    for row in chart.rows:
        drawn += Content.styled(row.label, "bold").wrap(width)
        if charts.segments(row):
            drawn.append(indent + _bar(row, length))
        for words in (counts_words(row), row.words):
            drawn += [indent + part for part in Content(words).wrap(width - _INDENT)] if words else []
        drawn.append(Content(""))
    return drawn


def _bar(row: SpreadRow, length: int) -> Content:
    cells = [Content(" ")] * (length + 1)
    centre = round(charts.CENTRE * length)
    cells[centre] = Content.styled("│", "$foreground 50%")
    for segment in charts.segments(row):
        start, end = round(segment.start * length), round(segment.end * length)
        shift = 1 if start >= centre else 0  # the middle line takes a column of its own
        piece = Content.styled(charts.LOOKS[segment.answer].sign, _COLOURS[segment.answer])
        cells[start + shift : end + shift] = [piece] * (end - start)
    return Content("").join(cells)

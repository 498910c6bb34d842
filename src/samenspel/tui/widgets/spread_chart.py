"""The spread chart in characters: bars that diverge around the middle, with the counts in words below."""

from collections.abc import Sequence

from textual.content import Content

from samenspel.report import charts
from samenspel.report.chart_words import bar_words, counts_words
from samenspel.report.document import SpreadChart, SpreadRow
from samenspel.tui.widgets.drawing import packed

_INDENT, _LONGEST = 2, 106
_ORDER = (1, 2, 3, 4, 5, 0)
"""Of the answers in the legend."""


def legend(chart: SpreadChart, width: int) -> Sequence[Content]:
    """Name the looks of the six answers, and say how to read a bar."""
    names = {**dict(enumerate(chart.labels, start=1)), 0: chart.dont_know}
    parts = [Content.assemble(_piece(answer, f" {answer} "), f" {names[answer]}") for answer in _ORDER]
    return [*packed(parts, width, "   "), *Content.styled(bar_words(), "$muted").wrap(width), Content("")]


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
        cells[start + shift : end + shift] = [_piece(segment.answer, str(segment.answer))] * (end - start)
    return Content("").join(cells)


def _piece(answer: int, text: str) -> Content:
    look = charts.LOOKS[answer]
    return Content.styled(text, f"{look.ink} on {look.fill}")

"""A gap chart as rows that open: the same geometry and words as the chart, in as few lines as a beamer has room for."""

from collections.abc import Sequence
from functools import partial

from textual.content import Content

from samenspel.report import charts
from samenspel.report.chart_words import sides_words
from samenspel.report.document import GapChart
from samenspel.tui.widgets.drawing import packed
from samenspel.tui.widgets.gap_chart import fitting, line_of
from samenspel.tui.widgets.pick_row import Draw, wrapped

_BESIDE = 60
"""From this width on, a name stands beside its line."""


def row_drawings(chart: GapChart) -> list[Draw]:
    """Return for each row of ``chart`` what draws it."""
    label = max((len(row.label) + 2 for row in chart.rows if row.label), default=0)
    return [partial(_draw, chart, pair, label) for pair in charts.pairs(chart)]


def _draw(chart: GapChart, pair: charts.Pair, label: int, width: int) -> Sequence[Content]:
    row = pair.row
    if (width >= _BESIDE and label <= width // 2) or not row.label:
        first = [Content.styled(row.label.ljust(label), "bold") + _line(pair, width - label)]
    else:
        first = [*wrapped(row.label, width, "bold"), _line(pair, width)]
    words = [*sides_words(chart, row), *(part for text in (row.gap, row.remark) if text for part in text.split(" · "))]
    parts = packed([Content(text) for text in words], width, " · ")
    running = wrapped(" · ".join(words), width)
    return [*first, *(parts if len(parts) <= len(running) else running)]  # a beamer must show every row at once


def _line(pair: charts.Pair, room: int) -> Content:
    length = fitting(room - 4)
    return Content.assemble("1 ", line_of(pair, length), " 5")

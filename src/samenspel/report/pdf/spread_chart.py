"""Answers that diverge around the middle, on paper: the statement above each bar, counts and words below it."""

from reportlab.lib.colors import Color, HexColor
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from samenspel.report import charts
from samenspel.report.chart_words import counts_words
from samenspel.report.document import SpreadChart, SpreadRow
from samenspel.report.pdf import styles
from samenspel.report.pdf.fonts import BOLD
from samenspel.report.pdf.lines import NAME, NOTE, SMALL, Lines, Pen, centred, rows_under_head
from samenspel.report.pdf.text import fitted
from samenspel.taal import _

_BAR, _HEAD = 13.0, 45.0
_LEGEND = ((1, 0.0), (2, 0.24), (3, 0.48)), ((4, 0.0), (5, 0.24), (0, 0.48))
"""The lines of the legend: answers, and where each begins as a share of the width."""
_SMALLEST = 9.0
"""A piece narrower than this (points) has no room for its count; the words below have it."""


def spread_chart(chart: SpreadChart) -> list[Flowable]:
    """Return a spread chart: title, the whole in words, and a bar for each statement."""
    return rows_under_head(chart.title, chart.sentence, _Head(chart), [_Row(row) for row in chart.rows])


class _Head(Flowable):  # type: ignore[misc]  # reportlab has no types
    """What each colour is, and what stands where."""

    def __init__(self, chart: SpreadChart) -> None:
        super().__init__()
        self._names = {**dict(enumerate(chart.labels, start=1)), 0: chart.dont_know}
        self.width, self.height = styles.WIDTH, _HEAD

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """Say how large the head is."""
        return self.width, self.height

    def draw(self) -> None:
        """Draw the legend in two lines of three, then the names of the parts."""
        canvas = self.canv
        for line, entries in enumerate(_LEGEND):
            ends = [*(at for _answer, at in entries[1:]), 1.0]
            for (answer, at), end in zip(entries, ends, strict=True):
                x, y = at * styles.WIDTH, 34 - 12 * line
                _box(canvas, answer, (x, y - 2, 11, 9))
                name = Lines(f"{answer} {self._names[answer]}", NOTE, (end - at) * styles.WIDTH - 20, most=1)
                name.draw(canvas, x + 15, y)
        side = charts.FULL * styles.WIDTH
        for at, words in (
            (charts.CENTRE - charts.FULL / 2, f"← {self._names[2]}"),
            (charts.CENTRE + charts.FULL / 2, f"{self._names[4]} →"),
            (charts.NEUTRAL + charts.FULL / 2, _("{antwoord} apart").format(antwoord=3)),
            (charts.UNKNOWN + charts.FULL / 2, _("{antwoord} apart").format(antwoord=0)),
        ):
            centred(canvas, at * styles.WIDTH, 4, fitted(words, SMALL.font, SMALL.size, side), SMALL)


class _Row(Flowable):  # type: ignore[misc]  # reportlab has no types
    """One statement with its bar."""

    def __init__(self, row: SpreadRow) -> None:
        super().__init__()
        self._segments = charts.segments(row)
        self._name = Lines(row.label, NAME, styles.WIDTH, most=4)
        words = " – ".join(part for part in (counts_words(row), row.words) if part)
        self._words = Lines(words, NOTE, styles.WIDTH, most=8)
        self._bar = _BAR + 4 if self._segments else 0.0
        self.width, self.height = styles.WIDTH, self._name.height + self._bar + self._words.height + 6

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """Say how large the row is."""
        return self.width, self.height

    def draw(self) -> None:
        """Draw the statement, the bar and the words."""
        canvas = self.canv
        self._name.draw(canvas, 0, self.height - NAME.size)
        bottom = self._words.height + 5
        if self._segments:
            canvas.setStrokeColor(styles.SOFT)
            canvas.setLineWidth(0.5)
            for at in (charts.CENTRE, charts.NEUTRAL, charts.UNKNOWN):
                canvas.line(at * styles.WIDTH, bottom - 2, at * styles.WIDTH, bottom + _BAR + 2)
        for segment in self._segments:
            x, width = segment.start * styles.WIDTH, (segment.end - segment.start) * styles.WIDTH
            ink = _box(canvas, segment.answer, (x, bottom, width, _BAR))
            if width >= _SMALLEST:
                centred(canvas, x + width / 2, bottom + 3.4, str(segment.count), Pen(BOLD, 7.5, ink))
        self._words.draw(canvas, 0, self._words.height - NOTE.size + 2)


def _box(canvas: Canvas, answer: int, box: tuple[float, float, float, float]) -> Color:
    """Draw a piece (x, y, width, height) in the looks of ``answer``; return the colour that is readable on it."""
    looks = charts.LOOKS[answer]
    canvas.setFillColor(HexColor(looks.fill))
    canvas.setStrokeColor(styles.INK)
    canvas.setLineWidth(0.4)
    canvas.rect(*box, fill=1)
    return HexColor(looks.ink)

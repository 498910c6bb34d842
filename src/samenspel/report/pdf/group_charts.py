"""The charts of a group on paper: two sides on one line, and answers that diverge around the middle.

Each row has its name above it and its words beside or below it, and each chart a head that comes back on every page.
"""

from collections.abc import Sequence

from reportlab.lib.colors import Color, HexColor
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable
from reportlab.platypus import Table as Grid

from samenspel.report import charts
from samenspel.report.charts import counts_beside, counts_words, sides_words
from samenspel.report.document import GapChart, SpreadChart, SpreadRow
from samenspel.report.pdf import styles
from samenspel.report.pdf.charts import draw_mark, opening
from samenspel.report.pdf.drawing import NAME, NOTE, SMALL, VALUE, Lines, PaperDrawing, Pen, centred, fitted
from samenspel.report.pdf.styles import BOLD
from samenspel.report.pdf.text import FreeBelow
from samenspel.taal import _, getal

_LEFT, _AXIS, _GAP = 8.0, 206.0, 18.0
_WORDS = styles.WIDTH - _LEFT - _AXIS - _GAP
_GAP_HEAD, _LINE = 30.0, 31.0
_APART, _BESIDE = 5.4, 13.0
"""How far from the line the sides stand that are near to each other, and their figures from them."""
_BAR, _SPREAD_HEAD = 13.0, 45.0
_BARS = styles.WIDTH - 116.0
"""How wide the bars are; beside them stand their counts."""
_LEGEND = ((1, 0.0), (2, 0.24), (3, 0.48)), ((4, 0.0), (5, 0.24), (0, 0.48))
"""The lines of the legend: answers, and where each begins as a share of the width."""
_SMALLEST = 9.0
"""A piece narrower than this (points) has no room for its count; that stands beside the bar."""
_OPENING = 70.0
"""What a chart's title and sentence take, in points: they stay together with the first of the rows."""


def gap_chart(chart: GapChart) -> list[Flowable]:
    """Return a gap chart: title, the whole in words, and a line for each row."""
    return _under_head(chart, _GapHead(chart), [_GapRow(chart, pair) for pair in charts.pairs(chart)])


def spread_chart(chart: SpreadChart) -> list[Flowable]:
    """Return a spread chart: title, the whole in words, and a bar for each statement."""
    return _under_head(chart, _SpreadHead(chart), [_SpreadRow(row) for row in chart.rows])


def _under_head(chart: GapChart | SpreadChart, head: PaperDrawing, rows: Sequence[PaperDrawing]) -> list[Flowable]:
    """Return a chart: its title, the whole in words, then its rows under a head that is repeated on each page."""
    begin = opening(chart, _OPENING + head.height + sum(row.height for row in rows[:2]))
    if not rows:
        return [*begin, FreeBelow(6)]
    grid = Grid(
        [[head], *([row] for row in rows)],
        colWidths=[styles.WIDTH],
        repeatRows=1,
        style=[
            styles.OWN_FONT,
            ("LEFTPADDING", (0, 0), (-1, -1), 0),
            ("RIGHTPADDING", (0, 0), (-1, -1), 0),
            ("TOPPADDING", (0, 0), (-1, -1), 1.5),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 1.5),
            ("NOSPLIT", (0, max(1, len(rows) - 1)), (-1, -1)),
            ("LINEBELOW", (0, 1), (-1, -2), 0.4, styles.LINE),
        ],
    )
    return [*begin, grid, FreeBelow(10)]


class _GapHead(PaperDrawing):
    """The names of the signs, and the numbers of the axis."""

    def __init__(self, chart: GapChart) -> None:
        super().__init__(_GAP_HEAD)
        self._chart = chart
        names = [*chart.sides, *((chart.whole,) if chart.whole else ())]
        self._names = [Lines(name, NOTE, styles.WIDTH / len(names) - 20, most=1) for name in names]

    def draw(self) -> None:
        """Draw the legend and the axis' numbers."""
        canvas, x = self.canv, _LEFT
        for place, name in enumerate(self._names):
            if place < len(self._chart.sides):
                draw_mark(canvas, charts.marks(self._chart)[place], x, 21)
            else:
                _whole(canvas, x, 21)
            name.draw(canvas, x + 10, 18)
            x += 10 + name.width + 18
        for at, label in charts.ticks():
            centred(canvas, _x(at), 2, label, NOTE)


class _GapRow(PaperDrawing):
    """One line with both sides, its name above and its words beside it."""

    def __init__(self, chart: GapChart, pair: charts.Pair) -> None:
        row = pair.row
        told = sides_words(chart, row)
        hidden = [words for words, value in zip(told, row.values, strict=False) if value is None]
        words = [*hidden, *told[2:], *(text for text in (row.gap, row.remark) if text)]
        self._pair = pair
        self._name = Lines(row.label, NAME, styles.WIDTH, most=4)
        self._words = Lines("\n".join(words), SMALL, _WORDS, most=12)
        self._body = max(_LINE, self._words.height)
        super().__init__(self._name.height + self._body + 1)

    def draw(self) -> None:
        """Draw the name, the axis, the gap and both sides with their figures."""
        canvas, pair = self.canv, self._pair
        self._name.draw(canvas, 0, self.height - NAME.size)
        top = self._body
        self._words.draw(canvas, _LEFT + _AXIS + _GAP, top - SMALL.size)
        y = top - _LINE / 2
        canvas.setStrokeColor(styles.LINE)
        canvas.setLineWidth(0.5)
        for at, _label in charts.ticks():
            canvas.line(_x(at), y - 5, _x(at), y + 5)
        canvas.setStrokeColor(styles.SOFT)
        canvas.line(_x(0), y, _x(1), y)
        first, second = pair.at
        if first is not None and second is not None:
            canvas.setLineWidth(2.2)
            canvas.setStrokeColor(styles.SOFT)
            canvas.line(_x(first), y, _x(second), y)
        if pair.whole is not None:
            _whole(canvas, _x(pair.whole), y)
        self._side(0, y)
        self._side(1, y)

    def _side(self, place: int, y: float) -> None:
        """Draw a side with its figure above or below it; sides that are near stand above each other, figures beside."""
        at, value = self._pair.at[place], self._pair.row.values[place]
        if at is None or value is None:
            return
        x, up = _x(at), 1 if place == 0 else -1
        if self._pair.near:
            y += up * _APART
            centred(self.canv, x + self._pair.outward[place] * _BESIDE, y - 3, getal(value), VALUE)
        else:
            centred(self.canv, x, y + (8 if place == 0 else -13.5), getal(value), VALUE)
        draw_mark(self.canv, self._pair.marks[place], x, y)


def _whole(canvas: Canvas, x: float, y: float) -> None:
    canvas.setStrokeColor(styles.INK)
    canvas.setLineWidth(1.6)
    canvas.line(x, y - 6, x, y + 6)


def _x(at: float) -> float:
    return _LEFT + at * _AXIS


class _SpreadHead(PaperDrawing):
    """What each colour is, and what stands where."""

    def __init__(self, chart: SpreadChart) -> None:
        super().__init__(_SPREAD_HEAD)
        self._names = {**dict(enumerate(chart.labels, start=1)), 0: chart.dont_know}

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
        side = charts.FULL * _BARS
        for at, words in (
            (charts.CENTRE - charts.FULL / 2, f"← {self._names[2]}"),
            (charts.CENTRE + charts.FULL / 2, f"{self._names[4]} →"),
            (charts.NEUTRAL + charts.FULL / 2, _("{antwoord} apart").format(antwoord=3)),
            (charts.UNKNOWN + charts.FULL / 2, _("{antwoord} apart").format(antwoord=0)),
        ):
            centred(canvas, at * _BARS, 4, fitted(words, SMALL, side), SMALL)


class _SpreadRow(PaperDrawing):
    """One statement with its bar, and its counts beside that."""

    def __init__(self, row: SpreadRow) -> None:
        self._segments = charts.segments(row)
        self._name = Lines(row.label, NAME, styles.WIDTH, most=4)
        self._counts = Lines("\n".join(counts_beside(row)), NOTE, styles.WIDTH - _BARS - 6, most=4)
        words = " – ".join(part for part in ("" if self._segments else counts_words(row), row.words) if part)
        self._words = Lines(words, NOTE, _BARS if self._segments else styles.WIDTH, most=8)
        self._bar = _BAR + 4 if self._segments else 0.0
        self._body = max(self._bar + self._words.height, self._counts.height)
        super().__init__(self._name.height + self._body + 6)

    def draw(self) -> None:
        """Draw the statement, the bar and the words."""
        canvas = self.canv
        self._name.draw(canvas, 0, self.height - NAME.size)
        self._counts.draw(canvas, _BARS + 6, self._body - NOTE.size + 2)
        bottom = self._body - _BAR + 1
        if self._segments:
            canvas.setStrokeColor(styles.SOFT)
            canvas.setLineWidth(0.5)
            for at in (charts.CENTRE, charts.NEUTRAL, charts.UNKNOWN):
                canvas.line(at * _BARS, bottom - 2, at * _BARS, bottom + _BAR + 2)
        for segment in self._segments:
            x, width = segment.start * _BARS, (segment.end - segment.start) * _BARS
            ink = _box(canvas, segment.answer, (x, bottom, width, _BAR))
            if width >= _SMALLEST:
                centred(canvas, x + width / 2, bottom + 3.4, str(segment.count), Pen(BOLD, 7.5, ink))
        self._words.draw(canvas, 0, self._body - self._bar - NOTE.size + 2)


def _box(canvas: Canvas, answer: int, box: tuple[float, float, float, float]) -> Color:
    """Draw a piece (x, y, width, height) in the looks of ``answer``; return the colour that is readable on it."""
    looks = charts.LOOKS[answer]
    canvas.setFillColor(HexColor(looks.fill))
    canvas.setStrokeColor(styles.INK)
    canvas.setLineWidth(0.4)
    canvas.rect(*box, fill=1)
    return HexColor(looks.ink)

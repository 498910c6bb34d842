"""Two sides on one line on paper: the name above each line, the words beside it."""

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from samenspel.report import charts
from samenspel.report.chart_words import sides_words
from samenspel.report.document import GapChart
from samenspel.report.pdf import styles
from samenspel.report.pdf.lines import NAME, NOTE, SMALL, VALUE, Lines, centred, rows_under_head
from samenspel.report.pdf.marks import draw_mark
from samenspel.taal import getal

_LEFT, _AXIS, _GAP = 8.0, 206.0, 18.0
_WORDS = styles.WIDTH - _LEFT - _AXIS - _GAP
_HEAD, _LINE = 30.0, 31.0
_APART, _BESIDE = 5.4, 13.0
"""How far from the line the sides stand that are near to each other, and their figures from them."""


def gap_chart(chart: GapChart) -> list[Flowable]:
    """Return a gap chart: title, the whole in words, and a line for each row."""
    return rows_under_head(chart.title, chart.sentence, _Head(chart), [_Row(chart, p) for p in charts.pairs(chart)])


class _Head(Flowable):  # type: ignore[misc]  # reportlab has no types
    """The names of the signs, and the numbers of the axis."""

    def __init__(self, chart: GapChart) -> None:
        super().__init__()
        self._chart = chart
        names = [*chart.sides, *((chart.whole,) if chart.whole else ())]
        self._names = [Lines(name, NOTE, styles.WIDTH / len(names) - 20, most=1) for name in names]
        self.width, self.height = styles.WIDTH, _HEAD

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """Say how large the head is."""
        return self.width, self.height

    def draw(self) -> None:
        """Draw the legend and the axis' numbers."""
        canvas, x = self.canv, _LEFT
        for place, name in enumerate(self._names):
            if place < len(self._chart.sides):
                draw_mark(canvas, (charts.FIRST, charts.SECOND)[place], x, 21)
            else:
                _whole(canvas, x, 21)
            name.draw(canvas, x + 10, 18)
            x += 10 + name.width + 18
        for at, label in charts.ticks():
            centred(canvas, _x(at), 2, label, NOTE)


class _Row(Flowable):  # type: ignore[misc]  # reportlab has no types
    """One line with both sides, its name above and its words beside it."""

    def __init__(self, chart: GapChart, pair: charts.Pair) -> None:
        super().__init__()
        row = pair.row
        told = sides_words(chart, row)
        hidden = [words for words, value in zip(told, row.values, strict=False) if value is None]
        words = [*hidden, *told[2:], *(text for text in (row.gap, row.remark) if text)]
        self._pair = pair
        self._name = Lines(row.label, NAME, styles.WIDTH, most=4)
        self._words = Lines("\n".join(words), SMALL, _WORDS, most=12)
        self._body = max(_LINE, self._words.height)
        self.width, self.height = styles.WIDTH, self._name.height + self._body + 1

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """Say how large the row is."""
        return self.width, self.height

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
        draw_mark(self.canv, (charts.FIRST, charts.SECOND)[place], x, y)


def _whole(canvas: Canvas, x: float, y: float) -> None:
    canvas.setStrokeColor(styles.INK)
    canvas.setLineWidth(1.6)
    canvas.line(x, y - 6, x, y + 6)


def _x(at: float) -> float:
    return _LEFT + at * _AXIS

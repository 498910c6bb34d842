"""Charts on paper, drawn from the shared geometry: the scores of one person, and shares of a total."""

from collections.abc import Sequence

from reportlab.lib.colors import HexColor
from reportlab.lib.utils import simpleSplit
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import CondPageBreak, Flowable

from samenspel.report import charts
from samenspel.report.charts import Mark
from samenspel.report.document import GapChart, ScoreChart, ShareChart, SpreadChart
from samenspel.report.pdf import styles
from samenspel.report.pdf.drawing import NOTE, SMALL, VALUE, PaperDrawing, Pen, centred, fitted, write
from samenspel.report.pdf.styles import BOLD, REGULAR, shown
from samenspel.report.pdf.text import FreeBelow, heading, paragraph
from samenspel.taal import getal

_LEFT, _RIGHT = 118.0, 106.0
_AXIS = styles.WIDTH - _LEFT - _RIGHT
_HEAD, _ROW, _FOOT = 35.0, 28.0, 14.0
_BAR = 20.0
_OPENING = 90.0
"""What a chart's title and sentence take: they stay together with the first of the drawing."""
_PART = 12
"""Rows of a chart that are drawn as one: more than fit on a page would never find a place."""
_RADIUS = 5.2
"""Of a mark."""

_NAME = Pen(BOLD, 9.5, styles.INK)
_PLAIN = Pen(REGULAR, 9, styles.INK)


def score_chart(chart: ScoreChart) -> list[Flowable]:
    """Return a score chart: title, the whole in words, and a dot for each row."""
    rows = charts.dots(chart)
    parts = [_Scores(chart, rows[start : start + _PART]) for start in range(0, len(rows), _PART)]
    return [*opening(chart, _OPENING + _first(parts)), *parts, FreeBelow(10)]


def share_chart(chart: ShareChart) -> list[Flowable]:
    """Return a share chart: title, the whole in words, and a bar for each row."""
    parts = [_Share(bar) for bar in charts.bars(chart)]
    together = sum(part.height for part in parts[:_PART])  # a bar says little without the others
    return [*opening(chart, _OPENING + together), *parts, FreeBelow(8)]


def opening(chart: ScoreChart | ShareChart | GapChart | SpreadChart, room: float) -> list[Flowable]:
    """Return the title of a chart and the whole in words, on a page that has ``room`` (points) for what must follow."""
    return [CondPageBreak(room), heading(chart.title, "heading2", 1), paragraph(chart.sentence)]


def _first(parts: Sequence[PaperDrawing]) -> float:
    return parts[0].height if parts else 0.0


class _Scores(PaperDrawing):
    """Some rows of a score chart under one axis."""

    def __init__(self, chart: ScoreChart, rows: tuple[charts.Dot, ...]) -> None:
        super().__init__(_HEAD + _ROW * len(rows) + _FOOT)
        self._zones, self._rows = charts.zones(chart), rows

    def draw(self) -> None:
        """Draw the bands, the axis and the rows."""
        canvas = self.canv
        top = self.height - _HEAD
        for zone in self._zones:
            _zone(canvas, zone, top)
        for at, label in charts.ticks():
            centred(canvas, _x(at), top + 8, label, NOTE)
        for place, dot in enumerate(self._rows):
            _row(canvas, dot, top - _ROW * (place + 0.5))
        if any(dot.before is not None for dot in self._rows):
            _draw_before(canvas, _x(0) + 5, 4)
            write(canvas, _x(0) + 14, 1, charts.BEFORE_WORDS, NOTE)


def _zone(canvas: Canvas, zone: charts.Zone, top: float) -> None:
    start, end = _x(zone.start), _x(zone.end)
    canvas.setFillColor(HexColor(zone.mark.tint))
    canvas.rect(start, _FOOT, end - start, top - _FOOT, stroke=0, fill=1)
    if zone.start:
        canvas.setStrokeColor(styles.SOFT)
        canvas.setLineWidth(0.4)
        canvas.line(start, _FOOT, start, top)
    centred(canvas, (start + end) / 2, top + 21, fitted(zone.name, SMALL, end - start), SMALL)


def _row(canvas: Canvas, dot: charts.Dot, y: float) -> None:
    row = dot.row
    write(canvas, 0, y + 2, fitted(row.label, _NAME, _LEFT - 8), _NAME)
    band = row.band if dot.mark is None else f"{dot.mark.sign} {row.band}"
    write(canvas, 0, y - 10, fitted(band, NOTE, _LEFT - 8), NOTE)
    remark = simpleSplit(shown(row.remark), NOTE.font, NOTE.size, _RIGHT - 12)[:2]
    for place, line in enumerate(remark):
        write(canvas, _LEFT + _AXIS + 12, y - 3 + 5 * (len(remark) - 1) - 10 * place, line, NOTE)
    canvas.setStrokeColor(styles.SOFT)
    canvas.setLineWidth(0.5)
    canvas.line(_x(0), y, _x(1), y)
    if dot.before is not None:
        _draw_before(canvas, _x(dot.before), y)
    if dot.at is not None and dot.mark is not None and row.value is not None:
        draw_mark(canvas, dot.mark, _x(dot.at), y)
        canvas.setFillColor(styles.WHITE)
        canvas.roundRect(_x(dot.at) - 10, y + 7, 20, 10, 2, stroke=0, fill=1)
        centred(canvas, _x(dot.at), y + 9, getal(row.value), VALUE)


def _x(at: float) -> float:
    return float(_LEFT + at * _AXIS)


def draw_mark(canvas: Canvas, mark: Mark, x: float, y: float) -> None:
    """Draw ``mark`` with its middle at x, y (points)."""
    canvas.setFillColor(HexColor(mark.colour))
    canvas.setStrokeColor(styles.WHITE)
    canvas.setLineWidth(0.8)
    r = _RADIUS
    if mark.shape == "circle":
        canvas.circle(x, y, r, fill=1)
        return
    if mark.shape == "square":
        canvas.rect(x - r + 0.5, y - r + 0.5, 2 * r - 1, 2 * r - 1, fill=1)
        return
    r += 1
    if mark.shape == "star":
        corners = [(x + (r + 1) * right, y + (r + 1) * up) for right, up in charts.STAR]
    elif mark.shape == "triangle":
        corners = [(x, y + r), (x + r, y - r + 2), (x - r, y - r + 2)]
    else:
        corners = [(x, y + r), (x + r, y), (x, y - r), (x - r, y)]
    path = canvas.beginPath()
    path.moveTo(*corners[0])
    for corner in corners[1:]:
        path.lineTo(*corner)
    path.close()
    canvas.drawPath(path, fill=1)


def _draw_before(canvas: Canvas, x: float, y: float) -> None:
    """Draw the hollow dot of the previous time."""
    canvas.setStrokeColor(styles.INK)
    canvas.setFillColor(styles.WHITE)
    canvas.setLineWidth(1.1)
    canvas.circle(x, y, _RADIUS - 1, fill=1)


class _Share(PaperDrawing):
    """One bar: its label, its length and its count."""

    def __init__(self, bar: charts.Bar) -> None:
        super().__init__(_BAR)
        self._bar = bar

    def draw(self) -> None:
        """Draw the bar."""
        canvas, bar = self.canv, self._bar
        write(canvas, 0, 7, fitted(bar.label, _PLAIN, _LEFT - 8), _PLAIN)
        canvas.setLineWidth(0.6)
        canvas.setStrokeColor(styles.SOFT)
        canvas.setFillColor(styles.PALE)
        canvas.rect(_LEFT, 4, _AXIS, 12, fill=1)
        canvas.setFillColor(styles.ACCENT)
        canvas.rect(_LEFT, 4, _AXIS * bar.length, 12, stroke=0, fill=1)
        words = charts.share_words(bar)
        write(canvas, _LEFT + _AXIS + 10, 7, words, _PLAIN)

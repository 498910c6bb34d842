"""Charts on paper, drawn from the shared geometry."""

from collections.abc import Sequence
from typing import NamedTuple

from reportlab.lib.colors import Color, HexColor
from reportlab.lib.utils import simpleSplit
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import CondPageBreak, Flowable, Spacer
from reportlab.platypus import Table as Grid

from samenspel.report import charts
from samenspel.report.charts import Mark
from samenspel.report.document import ScoreChart, ShareChart
from samenspel.report.pdf import styles
from samenspel.report.pdf.styles import BOLD, REGULAR, shown
from samenspel.report.pdf.text import fitted, heading, paragraph
from samenspel.taal import _, getal

# The marks of a score chart: a shape for each kind of band, a hollow dot for the previous time. ------------------

_RADIUS = 5.2


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
    corners = (
        [(x, y + r), (x + r, y - r + 2), (x - r, y - r + 2)]
        if mark.shape == "triangle"
        else [(x, y + r), (x + r, y), (x, y - r), (x - r, y)]
    )
    path = canvas.beginPath()
    path.moveTo(*corners[0])
    for corner in corners[1:]:
        path.lineTo(*corner)
    path.close()
    canvas.drawPath(path, fill=1)


def draw_before(canvas: Canvas, x: float, y: float) -> None:
    """Draw the hollow dot of the previous time."""
    canvas.setStrokeColor(styles.INK)
    canvas.setFillColor(styles.WHITE)
    canvas.setLineWidth(1.1)
    canvas.circle(x, y, _RADIUS - 1, fill=1)


_LEFT, _RIGHT = 118.0, 106.0
_AXIS = styles.WIDTH - _LEFT - _RIGHT
_HEAD, _ROW, _FOOT = 32.0, 35.0, 14.0
_OPENING = 90.0
"""What a chart's title and sentence take: they stay together with the first of the drawing."""
_PART = 12
"""Rows of a chart that are drawn as one: more than fit on a page would never find a place."""


class _Pen(NamedTuple):
    """A font with its size and colour."""

    font: str
    size: float
    colour: Color


_NAME = _Pen(BOLD, 9.5, styles.INK)
_VALUE = _Pen(BOLD, 8, styles.INK)
_PLAIN = _Pen(REGULAR, 9, styles.INK)
_NOTE = _Pen(REGULAR, 8, styles.SOFT)
_ZONE = _Pen(REGULAR, 7.5, styles.SOFT)


def score_chart(chart: ScoreChart) -> list[Flowable]:
    """Return a score chart: title, the whole in words, and a dot for each row."""
    rows = charts.dots(chart)
    parts = [_Scores(chart, rows[start : start + _PART]) for start in range(0, len(rows), _PART)]
    return [*_opening(chart, parts), *parts, Spacer(0, 10)]


def share_chart(chart: ShareChart) -> list[Flowable]:
    """Return a share chart: title, the whole in words, and a bar for each row."""
    parts = [_Bar(bar) for bar in charts.bars(chart)]
    return [*_opening(chart, parts), *parts, Spacer(0, 8)]


def _opening(chart: ScoreChart | ShareChart, parts: Sequence[Flowable]) -> list[Flowable]:
    room = _OPENING + sum(part.height for part in parts[:1])
    return [CondPageBreak(room), heading(chart.title, "heading2", 1), paragraph(chart.sentence)]


class _Scores(Flowable):  # type: ignore[misc]  # reportlab has no types
    """Some rows of a score chart under one axis."""

    def __init__(self, chart: ScoreChart, rows: tuple[charts.Dot, ...]) -> None:
        super().__init__()
        self.width, self.height = styles.WIDTH, _HEAD + _ROW * len(rows) + _FOOT
        self._zones, self._rows = charts.zones(chart), rows

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """Say how large the drawing is."""
        return self.width, self.height

    def draw(self) -> None:
        """Draw the bands, the axis and the rows."""
        canvas = self.canv
        top = self.height - _HEAD
        for zone in self._zones:
            _zone(canvas, zone, top)
        for at, label in charts.ticks():
            _centred(canvas, _x(at), top + 5, label, _NOTE)
        for place, dot in enumerate(self._rows):
            _row(canvas, dot, top - _ROW * (place + 0.5))
        if any(dot.before is not None for dot in self._rows):
            draw_before(canvas, _x(0) + 5, 4)
            _write(canvas, _x(0) + 14, 1, _("de vorige keer"), _NOTE)


class _Bar(Flowable):  # type: ignore[misc]  # reportlab has no types
    """One bar: its label, its length and its count."""

    def __init__(self, bar: charts.Bar) -> None:
        super().__init__()
        self.width, self.height = styles.WIDTH, 20.0
        self._bar = bar

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """Say how large the drawing is."""
        return self.width, self.height

    def draw(self) -> None:
        """Draw the bar."""
        canvas, bar = self.canv, self._bar
        _write(canvas, 0, 7, _fitted(bar.label, _PLAIN, _LEFT - 8), _PLAIN)
        canvas.setLineWidth(0.6)
        canvas.setStrokeColor(styles.SOFT)
        canvas.setFillColor(styles.PALE)
        canvas.rect(_LEFT, 4, _AXIS, 12, fill=1)
        canvas.setFillColor(styles.ACCENT)
        canvas.rect(_LEFT, 4, _AXIS * bar.length, 12, stroke=0, fill=1)
        words = _("{aantal} van {totaal}").format(aantal=bar.count, totaal=bar.total)
        _write(canvas, _LEFT + _AXIS + 10, 7, words, _PLAIN)


def _zone(canvas: Canvas, zone: charts.Zone, top: float) -> None:
    start, end = _x(zone.start), _x(zone.end)
    canvas.setFillColor(HexColor(zone.mark.tint))
    canvas.rect(start, _FOOT, end - start, top - _FOOT, stroke=0, fill=1)
    if zone.start:
        canvas.setStrokeColor(styles.SOFT)
        canvas.setLineWidth(0.4)
        canvas.line(start, _FOOT, start, top)
    _centred(canvas, (start + end) / 2, top + 18, _fitted(zone.name, _ZONE, end - start), _ZONE)


def _row(canvas: Canvas, dot: charts.Dot, y: float) -> None:
    row = dot.row
    _write(canvas, 0, y + 2, _fitted(row.label, _NAME, _LEFT - 8), _NAME)
    band = row.band if dot.mark is None else f"{dot.mark.sign} {row.band}"
    _write(canvas, 0, y - 10, _fitted(band, _NOTE, _LEFT - 8), _NOTE)
    remark = simpleSplit(shown(row.remark), _NOTE.font, _NOTE.size, _RIGHT - 12)[:2]
    for place, line in enumerate(remark):
        _write(canvas, _LEFT + _AXIS + 12, y - 3 + 5 * (len(remark) - 1) - 10 * place, line, _NOTE)
    canvas.setStrokeColor(styles.SOFT)
    canvas.setLineWidth(0.5)
    canvas.line(_x(0), y, _x(1), y)
    if dot.before is not None:
        draw_before(canvas, _x(dot.before), y)
    if dot.at is not None and dot.mark is not None and row.value is not None:
        draw_mark(canvas, dot.mark, _x(dot.at), y)
        canvas.setFillColor(styles.WHITE)
        canvas.roundRect(_x(dot.at) - 10, y + 7, 20, 10, 2, stroke=0, fill=1)
        _centred(canvas, _x(dot.at), y + 9, getal(row.value), _VALUE)


def _write(canvas: Canvas, x: float, y: float, text: str, pen: _Pen) -> None:
    canvas.setFont(pen.font, pen.size)
    canvas.setFillColor(pen.colour)
    canvas.drawString(x, y, text)


def _centred(canvas: Canvas, x: float, y: float, text: str, pen: _Pen) -> None:
    canvas.setFont(pen.font, pen.size)
    canvas.setFillColor(pen.colour)
    canvas.drawCentredString(x, y, text)


def _fitted(text: str, pen: _Pen, width: float) -> str:
    return fitted(text, pen.font, pen.size, width)


def _x(at: float) -> float:
    return float(_LEFT + at * _AXIS)


# Lines of text in a drawing that wrap to a width, and rows of a chart under a head that comes back on each page. ---

_ROWS_OPENING = 70.0
"""What a chart's title and sentence take, in points: they stay together with the first of the rows."""
_LONGEST = 3_000
"""More characters than the lines of any row can hold."""


class Pen(NamedTuple):
    """A font with its size and colour."""

    font: str
    size: float
    colour: Color


NAME = Pen(BOLD, 9, styles.INK)
VALUE = Pen(BOLD, 8, styles.INK)
NOTE = Pen(REGULAR, 8, styles.SOFT)
SMALL = Pen(REGULAR, 7.5, styles.SOFT)
CELL = Pen(REGULAR, 9.5, styles.INK)
LABEL = Pen(REGULAR, 7, styles.INK)


class Lines:
    """Plain text, broken to ``width`` points into at most ``most`` lines; what is left out shows as an ellipsis."""

    def __init__(self, text: str, pen: Pen, width: float, most: int) -> None:
        lines = [str(line) for line in simpleSplit(shown(text[:_LONGEST]), pen.font, pen.size, width)]
        if len(lines) > most:
            lines[most - 1] = fitted(f"{lines[most - 1]} {lines[most]}", pen.font, pen.size, width)
        self._lines = [
            line if stringWidth(line, pen.font, pen.size) <= width else fitted(line, pen.font, pen.size, width)
            for line in lines[:most]
        ]
        self._pen = pen
        self._leading = pen.size * 1.3
        self.height = self._leading * len(self._lines)
        self.width = max((stringWidth(line, pen.font, pen.size) for line in self._lines), default=0.0)

    def draw(self, canvas: Canvas, x: float, y: float) -> None:
        """Draw the lines, the first one's base line at ``y``."""
        for place, line in enumerate(self._lines):
            write(canvas, x, y - place * self._leading, line, self._pen)

    def draw_centred(self, canvas: Canvas, x: float, y: float) -> None:
        """Draw the lines with their middle at ``x``, the first one's base line at ``y``."""
        for place, line in enumerate(self._lines):
            centred(canvas, x, y - place * self._leading, line, self._pen)


def write(canvas: Canvas, x: float, y: float, text: str, pen: Pen) -> None:
    """Write one line that begins at x."""
    canvas.setFont(pen.font, pen.size)
    canvas.setFillColor(pen.colour)
    canvas.drawString(x, y, text)


def centred(canvas: Canvas, x: float, y: float, text: str, pen: Pen) -> None:
    """Write one line with its middle at x."""
    canvas.setFont(pen.font, pen.size)
    canvas.setFillColor(pen.colour)
    canvas.drawCentredString(x, y, text)


def rows_under_head(title: str, sentence: str, head: Flowable, rows: Sequence[Flowable]) -> list[Flowable]:
    """Return a chart: its title, the whole in words, then its rows under a head that is repeated on each page."""
    room = _ROWS_OPENING + head.height + sum(row.height for row in rows[:2])
    opening = [CondPageBreak(room), heading(title, "heading2", 1), paragraph(sentence)]
    if not rows:
        return [*opening, Spacer(0, 6)]
    grid = Grid(
        [[head], *([row] for row in rows)],
        colWidths=[styles.WIDTH],
        repeatRows=1,
        style=[
            ("FONTNAME", (0, 0), (-1, -1), REGULAR),
            ("LEFTPADDING", (0, 0), (-1, -1), 0),
            ("RIGHTPADDING", (0, 0), (-1, -1), 0),
            ("TOPPADDING", (0, 0), (-1, -1), 1.5),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 1.5),
            ("NOSPLIT", (0, max(1, len(rows) - 1)), (-1, -1)),
            ("LINEBELOW", (0, 1), (-1, -2), 0.4, styles.LINE),
        ],
    )
    return [*opening, grid, Spacer(0, 10)]

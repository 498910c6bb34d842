"""Lines of text in a drawing that wrap to a width, and rows of a chart under a head that comes back on each page."""

from collections.abc import Sequence
from typing import NamedTuple

from reportlab.lib.colors import Color
from reportlab.lib.utils import simpleSplit
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import CondPageBreak, Flowable, Spacer
from reportlab.platypus import Table as Grid

from samenspel.report.pdf import styles
from samenspel.report.pdf.fonts import BOLD, REGULAR, shown
from samenspel.report.pdf.text import fitted, heading, paragraph

_OPENING = 70.0
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
    room = _OPENING + head.height + sum(row.height for row in rows[:2])
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

"""What is drawn on paper instead of set as running text: a drawing as wide as the page, and lines of text in it."""

from typing import NamedTuple

from reportlab.lib.colors import Color
from reportlab.lib.utils import simpleSplit
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from samenspel.report.pdf import styles
from samenspel.report.pdf.styles import BOLD, REGULAR, shown

_LONGEST_LINE, _LONGEST = 300, 3_000
"""More characters than any one line on the page can hold, and than several lines can."""


class Pen(NamedTuple):
    """A font with its size and colour."""

    font: str
    size: float
    colour: Color

    def width(self, text: str) -> float:
        """Return how wide ``text`` is, in points."""
        return float(stringWidth(text, self.font, self.size))


NAME = Pen(BOLD, 9, styles.INK)
VALUE = Pen(BOLD, 8, styles.INK)
NOTE = Pen(REGULAR, 8, styles.SOFT)
SMALL = Pen(REGULAR, 7.5, styles.SOFT)
CELL = Pen(REGULAR, 9.5, styles.INK)
LABEL = Pen(REGULAR, 7, styles.INK)


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


def fitted(text: str, pen: Pen, width: float) -> str:
    """Return ``text`` as far as it fits on one line of ``width`` points; what is left out shows as an ellipsis."""
    lines = _broken(text[:_LONGEST_LINE], pen, width) or [""]
    line = lines[0]
    if len(lines) == 1 and pen.width(line) <= width:
        return line
    while line and pen.width(f"{line}…") > width:
        line = line[:-1]
    return f"{line.rstrip(' ,.')}…"


class Lines:
    """Plain text, broken to ``width`` points into at most ``most`` lines; what is left out shows as an ellipsis."""

    def __init__(self, text: str, pen: Pen, width: float, most: int) -> None:
        lines = _broken(text[:_LONGEST], pen, width)
        if len(lines) > most:
            lines[most - 1] = fitted(f"{lines[most - 1]} {lines[most]}", pen, width)
        # A word that is wider than the line is not broken: it has to be cut off by itself.
        self._lines = [line if pen.width(line) <= width else fitted(line, pen, width) for line in lines[:most]]
        self._pen = pen
        self._leading = pen.size * 1.3
        self.height = self._leading * len(self._lines)
        self.width = max(map(pen.width, self._lines), default=0.0)

    def draw(self, canvas: Canvas, x: float, y: float) -> None:
        """Draw the lines, the first one's base line at ``y``."""
        for place, line in enumerate(self._lines):
            write(canvas, x, y - place * self._leading, line, self._pen)

    def draw_centred(self, canvas: Canvas, x: float, y: float) -> None:
        """Draw the lines with their middle at ``x``, the first one's base line at ``y``."""
        for place, line in enumerate(self._lines):
            centred(canvas, x, y - place * self._leading, line, self._pen)


def _broken(text: str, pen: Pen, width: float) -> list[str]:
    return [str(line) for line in simpleSplit(shown(text), pen.font, pen.size, width)]


class PaperDrawing(Flowable):  # type: ignore[misc]  # reportlab has no types
    """A drawing as wide as the text on a page, and ``height`` points high. What is drawn, its subclass says."""

    def __init__(self, height: float) -> None:
        super().__init__()
        self.width, self.height = styles.WIDTH, height

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """Say how large the drawing is, whatever room there is."""
        return self.width, self.height

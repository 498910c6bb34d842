"""The marks of a score chart: a shape for each kind of band, a hollow dot for the previous time."""

from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas

from samenspel.report.charts import Mark
from samenspel.report.pdf import styles

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

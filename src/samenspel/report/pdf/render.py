"""A document in, the bytes of a PDF out."""

import io

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate

from samenspel import __version__
from samenspel.report.document import Document
from samenspel.report.pdf import styles
from samenspel.report.pdf.blocks import story
from samenspel.report.pdf.fonts import REGULAR, register, shown
from samenspel.report.pdf.text import fitted
from samenspel.taal import _

_TOTAL = "aantal-bladzijden"
_FOOT = 34.0
_FOOT_SIZE = 7.5


def render(document: Document) -> bytes:
    """Return ``document`` as a PDF; the same document gives the same bytes."""
    register()
    buffer = io.BytesIO()
    template = BaseDocTemplate(
        buffer,
        pagesize=styles.PAGE,
        title=shown(document.title),
        author=shown(document.author),
        subject=shown(document.subtitle),
        creator=f"samenspel {__version__}",
        lang=document.language,
        initialFontName=REGULAR,
        invariant=1,
        pageCompression=1,
    )
    frame = Frame(styles.LEFT, styles.BOTTOM, styles.WIDTH, styles.HEIGHT, 0, 0, 0, 0, id="blad")  # no padding
    foot = fitted(document.footer, REGULAR, _FOOT_SIZE, 0.7 * styles.WIDTH)
    template.addPageTemplates(PageTemplate("blad", [frame], onPage=lambda canvas, _doc: _draw_foot(canvas, foot)))
    template.build(story(document), canvasmaker=_CountingCanvas)
    return buffer.getvalue()


class _CountingCanvas(Canvas):  # type: ignore[misc]  # reportlab has no types
    """A canvas that fills in the number of pages on every page, once it is known."""

    def save(self) -> None:
        """Draw the number of pages, to which every page refers, and finish the document."""
        pages = self.getPageNumber() - 1
        self.setViewerPreference("DisplayDocTitle", "true")
        self.showOutline()
        self.beginForm(_TOTAL)
        self.setFont(REGULAR, _FOOT_SIZE)
        self.setFillColor(styles.SOFT)
        self.drawString(0, 0, str(pages))
        self.endForm()
        super().save()


def _draw_foot(canvas: Canvas, text: str) -> None:
    page = _("bladzijde {nummer} van ").format(nummer=canvas.getPageNumber())
    right = styles.PAGE[0] - styles.RIGHT
    canvas.saveState()
    canvas.setStrokeColor(styles.LINE)
    canvas.setLineWidth(0.5)
    canvas.line(styles.LEFT, _FOOT + 12, right, _FOOT + 12)
    canvas.setFont(REGULAR, _FOOT_SIZE)
    canvas.setFillColor(styles.SOFT)
    canvas.drawRightString(right, _FOOT, text)
    canvas.drawString(styles.LEFT, _FOOT, page)
    canvas.translate(styles.LEFT + canvas.stringWidth(page, REGULAR, _FOOT_SIZE), _FOOT)
    canvas.doForm(_TOTAL)
    canvas.restoreState()

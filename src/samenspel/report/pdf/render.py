"""A document in, the bytes of a PDF out."""

import io

from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate

from samenspel import __version__
from samenspel.report.document import Document
from samenspel.report.pdf import styles
from samenspel.report.pdf.canvas import FOOT_SIZE, FOOT_WIDTH, ReportCanvas
from samenspel.report.pdf.fonts import REGULAR, register, shown
from samenspel.report.pdf.story import story
from samenspel.report.pdf.text import fitted


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
    foot = fitted(document.footer, REGULAR, FOOT_SIZE, FOOT_WIDTH)
    template.addPageTemplates(PageTemplate("blad", [frame], onPage=lambda canvas, _template: canvas.draw_foot(foot)))
    template.build(story(document), canvasmaker=ReportCanvas)
    return buffer.getvalue()

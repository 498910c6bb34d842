"""A document in, the bytes of a PDF out."""

import io
from collections.abc import Sequence

from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate

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
    about = {
        "title": shown(document.title),
        "author": shown(document.author),
        "subject": shown(document.subtitle),
        "lang": document.language,
    }
    return built(story(document), document.footer, about)


def built(flowables: Sequence[Flowable], footer: str, about: dict[str, str]) -> bytes:
    """Return a PDF of these flowables, with ``footer`` on each page; ``about`` is what the file says of itself."""
    register()
    buffer = io.BytesIO()
    template = BaseDocTemplate(
        buffer,
        pagesize=styles.PAGE,
        creator=f"samenspel {__version__}",
        initialFontName=REGULAR,
        invariant=1,
        pageCompression=1,
        **about,
    )
    frame = Frame(styles.LEFT, styles.BOTTOM, styles.WIDTH, styles.HEIGHT, 0, 0, 0, 0, id="blad")  # no padding
    foot = fitted(footer, REGULAR, FOOT_SIZE, FOOT_WIDTH)
    template.addPageTemplates(PageTemplate("blad", [frame], onPage=lambda canvas, _template: canvas.draw_foot(foot)))
    template.build(list(flowables), canvasmaker=ReportCanvas)
    return buffer.getvalue()

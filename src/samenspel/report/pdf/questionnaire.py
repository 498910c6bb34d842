"""A paper form in, the bytes of a PDF out that can be printed and filled in on a screen."""

from reportlab.platypus import CondPageBreak, Flowable, HRFlowable, KeepTogether, Spacer

from samenspel.report.pdf import styles
from samenspel.report.pdf.fields import Marks, Room
from samenspel.report.pdf.fonts import register, shown
from samenspel.report.pdf.grid import grid
from samenspel.report.pdf.options import Options
from samenspel.report.pdf.render import built
from samenspel.report.pdf.text import heading, paragraph
from samenspel.report.sheet import Block, Choose, Grid, Head, Points, Say, Sheet, Together, Write
from samenspel.report.sheet_fields import KEYWORD

_PART = 0.3 * styles.HEIGHT


def render_sheet(sheet: Sheet) -> bytes:
    """Return the form as a PDF with fields; the same form gives the same bytes."""
    register()
    parts: list[Flowable] = [
        Marks(sheet.marks),
        paragraph(sheet.title, "title"),
        paragraph(sheet.subtitle, "subtitle"),
        HRFlowable("100%", 1.5, color=styles.ACCENT, spaceBefore=2, spaceAfter=10),
    ]
    for block in sheet.blocks:
        parts += _flowables(block, sheet.note_limit)
    about = {
        "title": shown(f"{sheet.title}, {sheet.subtitle}"),
        "author": "samenspel",
        "subject": shown(sheet.footer),
        "keywords": KEYWORD,
        "lang": "nl",
    }
    return built(parts, sheet.footer, about)


def _flowables(block: Block, note_limit: int) -> list[Flowable]:
    match block:
        case Head(level=1):
            return [CondPageBreak(_PART), heading(block.text, "heading1", 0)]
        case Head():
            return [heading(block.text, "heading2", 1)]
        case Say():
            return [paragraph(block.text, "notice" if block.boxed else "body")]
        case Points():
            return [paragraph(item, "bullet", "•") for item in block.items]
        case Choose() | Write():
            return [KeepTogether(_question(block, note_limit))]
        case Grid():
            return grid(block, note_limit)
        case Together():
            parts = [part for one in block.blocks for part in _question(one, note_limit)]
            return [KeepTogether([part for part in parts if not isinstance(part, CondPageBreak)])]


def _question(block: Choose | Write | Grid, note_limit: int) -> list[Flowable]:
    match block:
        case Choose():
            answer: Flowable = Options(block.name, block.text, block.options)
        case Write():
            answer = Room(block.name, block.text, block.lines, block.limit)
        case Grid():
            return grid(block, note_limit)
    help_ = [paragraph(block.help, "asked-help")] if block.help else []
    asked = paragraph(block.text, "asked-help" if isinstance(block, Choose) and block.aside else "asked")
    return [asked, *help_, answer, Spacer(0, 6)]

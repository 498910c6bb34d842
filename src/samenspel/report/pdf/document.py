"""A document in, the bytes of a PDF out: its blocks as one row of flowables, and the canvas that they flow onto."""

import io
from collections.abc import Sequence
from itertools import pairwise, zip_longest
from typing import assert_never

from msgspec.structs import replace
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    CondPageBreak,
    Flowable,
    Frame,
    HRFlowable,
    KeepTogether,
    PageTemplate,
    Spacer,
)
from reportlab.platypus import Paragraph as Line

from samenspel import __version__
from samenspel.report.document import (
    AdviceCard,
    Beside,
    Block,
    Bullets,
    Document,
    Facts,
    GapChart,
    Heading,
    Notice,
    Paragraph,
    ScoreChart,
    ShareChart,
    SpreadChart,
    Table,
    WorksheetPage,
)
from samenspel.report.pdf import styles
from samenspel.report.pdf.charts import score_chart, share_chart
from samenspel.report.pdf.drawing import SMALL, fitted
from samenspel.report.pdf.group_charts import gap_chart, spread_chart
from samenspel.report.pdf.styles import REGULAR, register, shown
from samenspel.report.pdf.tables import advice_card, beside, facts, table
from samenspel.report.pdf.text import FreeBelow, heading, paragraph
from samenspel.report.pdf.worksheet import worksheet
from samenspel.taal import _


def render(document: Document) -> bytes:
    """Return ``document`` as a PDF; the same document gives the same bytes."""
    register()
    if styles.lacking((document.title, document.subtitle, document.footer, document.blocks)):
        document = replace(document, blocks=(*document.blocks, Paragraph(styles.UNKNOWN_SAID, small=True)))
    about = {
        "title": shown(document.title),
        "author": shown(document.author),
        "subject": shown(document.subtitle),
        "lang": document.language,
    }
    return built(_story(document), document.footer, about, numbered=not document.loose)


def built(flowables: Sequence[Flowable], footer: str, about: dict[str, str], *, numbered: bool = True) -> bytes:
    """Return a PDF of these flowables.

    Args:
        flowables: what comes on its pages.
        footer: what stands on each page.
        about: what the file says of itself.
        numbered: whether each page has its number.
    """
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
    foot = fitted(footer, _FOOT_PEN, _FOOT_WIDTH)
    template.addPageTemplates(
        PageTemplate("blad", [frame], onPage=lambda canvas, _template: canvas.draw_foot(foot, numbered=numbered))
    )
    template.build(list(flowables), canvasmaker=ReportCanvas)
    return buffer.getvalue()


# Where a new page begins, and what stays together at the end. -------------------------------------------------------

_WHOLE_PAGE: float = styles.HEIGHT - 1
"""As room to ask for: begins a new page unless nothing stands on this one yet."""
_NEW_PART: float = 0.5 * styles.HEIGHT
"""As room to ask for: begins a new page unless this one is less than half full."""
_LATER_PART: float = 0.3 * styles.HEIGHT
"""As room to ask for by a part of what can be taken off: there, pages need not be told apart."""


_SHORT_TABLE = 12
"""A table of so many rows stays whole when small print is about it."""


_BESIDE_SMALL_PRINT = 4
"""So many lines before the small print at the end stay with it."""


_BEFORE_CHART = 290.0
"""As room to ask for by a heading before a chart, which itself asks for room for its first rows."""


def _story(document: Document) -> list[Flowable]:
    """Return the whole report: its title, then every block."""
    title = [
        paragraph(document.title, "title"),
        paragraph(document.subtitle, "subtitle"),
        HRFlowable("100%", 1.5, color=styles.ACCENT, spaceBefore=2, spaceAfter=14),
    ]
    if document.loose:
        title = []
    blocks = document.blocks
    rooms = _rooms(blocks)
    colophon = _colophon(blocks)
    body: list[Flowable] = []
    before: Block | None = None
    for block, room, following in zip_longest(blocks[:colophon], rooms[:colophon], blocks[1:colophon]):
        if room:
            body.append(CondPageBreak(room))
        if isinstance(block, Heading) and isinstance(following, SpreadChart | GapChart | ScoreChart):
            body.append(CondPageBreak(_BEFORE_CHART))
        body += _with_its_own(body, _flowables(block), block, before)
        before = block
    if blocks and isinstance(blocks[0], Heading):
        first = next(part for part in body if isinstance(part, Line))  # below the title there is room enough
        first.style = first.style.clone("first", spaceBefore=0)
    end = [part for block in blocks[colophon:] for part in _flowables(block) if not isinstance(part, CondPageBreak)]
    if end:
        end = [*_last_lines(body), *end]
    else:
        while body and isinstance(body[-1], Spacer):  # below a full page it would begin an empty one
            body.pop()
    return [*title, *body, *([KeepTogether(end)] if end else [])]


def _last_lines(body: list[Flowable]) -> list[Flowable]:
    """Take the last lines of ``body``, or what is kept together there, so that no page holds small print alone."""
    if body and isinstance(body[-1], KeepTogether):
        return _kept(body.pop())
    lines: list[Flowable] = []
    while body and isinstance(body[-1], Line | Spacer) and len(lines) < _BESIDE_SMALL_PRINT:
        lines.insert(0, body.pop())
    return lines


def _with_its_own(body: list[Flowable], shown: list[Flowable], block: Block, before: Block | None) -> list[Flowable]:
    """Return a block with what stands before it in ``body``, where a page must not come between; that is taken out."""
    if isinstance(block, Notice | AdviceCard):
        return _with_line_before(body, shown)
    if isinstance(block, Paragraph) and block.small and body:  # it is about what stands before it
        if isinstance(body[-1], KeepTogether):
            return [KeepTogether([*_kept(body.pop()), *shown])]
        if isinstance(before, Table) and len(before.rows) <= _SHORT_TABLE:
            return [KeepTogether([*_whole_table(body), *shown])]
    return shown


def _whole_table(body: list[Flowable]) -> list[Flowable]:
    """Take a table from the end of ``body``: all that came after the room that it asked for."""
    parts: list[Flowable] = []
    while body and not isinstance(body[-1], CondPageBreak):
        parts.insert(0, body.pop())
    return parts


def _with_line_before(body: list[Flowable], shown: list[Flowable]) -> list[Flowable]:
    """Return a notice or an advice with the line before it, which is taken from ``body``: no page begins without."""
    line: list[Flowable] = []
    while body and isinstance(body[-1], Line | Spacer) and not any(isinstance(part, Line) for part in line):
        line.insert(0, body.pop())
    first, *rest = shown
    return [KeepTogether([*line, *(_kept(first))]), *rest]


def _kept(part: Flowable) -> list[Flowable]:
    """Return what is kept together in ``part``; what is no such thing as it is."""
    return list(part._content) if isinstance(part, KeepTogether) else [part]  # noqa: SLF001 - it has no other name


def _rooms(blocks: tuple[Block, ...]) -> list[float]:
    """Return for each block how much room it asks for on the page."""
    rooms, part = [0.0], _NEW_PART
    for before, block in pairwise(blocks):
        if isinstance(block, WorksheetPage) or isinstance(before, WorksheetPage):
            rooms.append(_WHOLE_PAGE)
        elif isinstance(block, Heading) and block.apart:
            rooms.append(_WHOLE_PAGE)
            part = _LATER_PART
        else:
            rooms.append(part if isinstance(block, Heading) and block.level == 1 else 0.0)
    return rooms


def _colophon(blocks: tuple[Block, ...]) -> int:
    """Return where the small print at the end begins, its heading included: no page with one last line of it."""
    place = len(blocks)
    while place and isinstance(last := blocks[place - 1], Paragraph) and last.small:
        place -= 1
    before = blocks[place - 1] if 0 < place < len(blocks) else None
    return place - 1 if isinstance(before, Heading) and before.level > 1 else place


# How each block stands on paper: a block in, flowables out. ---------------------------------------------------------

_ROOM = {1: 160, 2: 85, 3: 60}
"""How much must fit under a heading on the same page, in points: no heading stands alone at the bottom."""


def _flowables(block: Block) -> list[Flowable]:  # noqa: C901, PLR0912 - one case for each block
    """Return one block as flowables."""
    match block:
        case Heading():
            return [CondPageBreak(_ROOM[block.level]), heading(block.text, f"heading{block.level}", block.level - 1)]
        case Paragraph():
            return [paragraph(block.text, "small" if block.small else "body")]
        case Notice():
            return [paragraph(block.text, "notice")]
        case Bullets():
            return [*(paragraph(item, "bullet", "•") for item in block.items), FreeBelow(4)]
        case Beside():
            return beside(block)
        case Facts():
            return facts(block.rows)
        case ScoreChart():
            return score_chart(block)
        case ShareChart():
            return share_chart(block)
        case GapChart():
            return gap_chart(block)
        case SpreadChart():
            return spread_chart(block)
        case Table():
            return table(block)
        case AdviceCard():
            return advice_card(block)
        case WorksheetPage():
            return worksheet(block)
        case _:
            assert_never(block)


# The paper itself. --------------------------------------------------------------------------------------------------

_TOTAL = "aantal-bladzijden"
_FOOT = 34.0
_FOOT_PEN = SMALL
_FOOT_WIDTH = 0.7 * styles.WIDTH
"""What the text at the foot may take, in points."""


class ReportCanvas(Canvas):  # type: ignore[misc]  # reportlab has no types
    """A canvas with bookmarks out of headings, and ``bladzijde x van y`` at the foot of every page."""

    _level = -1
    _headings = 0

    def add_heading(self, text: str, level: int, height: float) -> None:
        """Add a heading, drawn at the origin, to the bookmarks at ``level`` (0 is the highest).

        A level that would skip one is brought up: bookmarks may not.
        """
        self._level = min(level, self._level + 1)
        self._headings += 1
        key = f"kop-{self._headings}"
        self.bookmarkHorizontal(key, 0, height)
        self.addOutlineEntry(text, key, self._level, closed=False)

    def draw_foot(self, text: str, *, numbered: bool) -> None:
        """Draw the line, the page number and ``text`` at the foot of this page; the total comes when it is known."""
        right = styles.PAGE[0] - styles.RIGHT
        self.saveState()
        self.setStrokeColor(styles.LINE)
        self.setLineWidth(0.5)
        self.line(styles.LEFT, _FOOT + 12, right, _FOOT + 12)
        self.setFont(_FOOT_PEN.font, _FOOT_PEN.size)
        self.setFillColor(_FOOT_PEN.colour)
        self.drawRightString(right, _FOOT, text)
        if numbered:
            page = _("bladzijde {nummer} van ").format(nummer=self.getPageNumber())
            self.drawString(styles.LEFT, _FOOT, page)
            self.translate(styles.LEFT + _FOOT_PEN.width(page), _FOOT)
            self.doForm(_TOTAL)
        self.restoreState()

    def save(self) -> None:
        """Draw the number of pages, to which every page refers, and finish the document."""
        pages = self.getPageNumber() - 1
        self.setViewerPreference("DisplayDocTitle", "true")
        self.showOutline()
        self.beginForm(_TOTAL)
        self.setFont(_FOOT_PEN.font, _FOOT_PEN.size)
        self.setFillColor(_FOOT_PEN.colour)
        self.drawString(0, 0, str(pages))
        self.endForm()
        super().save()

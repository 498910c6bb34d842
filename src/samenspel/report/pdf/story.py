"""The whole report as one row of flowables: where a new page begins, and what stays together at the end."""

from itertools import pairwise

from reportlab.platypus import CondPageBreak, Flowable, HRFlowable, KeepTogether, Spacer
from reportlab.platypus import Paragraph as Line

from samenspel.report.document import Block, Document, Heading, Notice, Paragraph, WorksheetPage
from samenspel.report.pdf import styles
from samenspel.report.pdf.blocks import flowables
from samenspel.report.pdf.text import paragraph

_WHOLE_PAGE: float = styles.HEIGHT - 1
"""As room to ask for: begins a new page unless nothing stands on this one yet."""
_NEW_PART: float = 0.65 * styles.HEIGHT
"""As room to ask for: begins a new page unless little stands on this one, which would leave it almost empty."""
_LATER_PART: float = 0.3 * styles.HEIGHT
"""As room to ask for by a part of what can be taken off: there, pages need not be told apart."""


def story(document: Document) -> list[Flowable]:
    """Return the whole report: its title, then every block."""
    title = [
        paragraph(document.title, "title"),
        paragraph(document.subtitle, "subtitle"),
        HRFlowable("100%", 1.5, color=styles.ACCENT, spaceBefore=2, spaceAfter=14),
    ]
    blocks = document.blocks
    rooms = _rooms(blocks)
    colophon = _colophon(blocks)
    body: list[Flowable] = []
    for block, room in zip(blocks[:colophon], rooms, strict=False):
        if room:
            body.append(CondPageBreak(room))
        body += [_with_line_before(body, block)] if isinstance(block, Notice) else flowables(block)
    if blocks and isinstance(blocks[0], Heading):
        first = body[1]  # the line below the title is followed by room enough
        first.style = first.style.clone("first", spaceBefore=0)
    end = [part for block in blocks[colophon:] for part in flowables(block) if not isinstance(part, CondPageBreak)]
    return [*title, *body, *([KeepTogether(end)] if end else [])]


def _with_line_before(body: list[Flowable], notice: Notice) -> Flowable:
    """Return a notice together with the line that it is about, which is taken from ``body``: no page begins without."""
    line: list[Flowable] = []
    while body and isinstance(body[-1], Line | Spacer) and not any(isinstance(part, Line) for part in line):
        line.insert(0, body.pop())
    return KeepTogether([*line, *flowables(notice)])


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

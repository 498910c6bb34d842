"""A paper form in, the bytes of a PDF out that can be printed and filled in on a screen.

Questions with the same answers stand under each other, their boxes in columns under a head that comes back on every
page; another question has its boxes side by side.
"""

from collections.abc import Iterator, Sequence

from reportlab.platypus import CondPageBreak, Flowable, HRFlowable, KeepTogether, Spacer
from reportlab.platypus import Table as Rows

from samenspel.report.paper.field_names import KEYWORD
from samenspel.report.paper.sheet import (
    Block,
    Choose,
    Column,
    Grid,
    Head,
    Line,
    Points,
    Say,
    Sheet,
    Together,
    Write,
)
from samenspel.report.pdf import styles
from samenspel.report.pdf.document import built
from samenspel.report.pdf.drawing import CELL, LABEL, NAME, NOTE, Lines, PaperDrawing, centred, write
from samenspel.report.pdf.fields import BOX, Marks, TextRoom, lone_box, text_field, tick_box
from samenspel.report.pdf.styles import register, shown
from samenspel.report.pdf.text import heading, paragraph
from samenspel.taal import _

_PART = 0.3 * styles.HEIGHT
"""What must fit under the heading of a part on the same page."""
_NUMBER = 20.0
_NARROWEST, _IN_WORDS, _LABELS = 33.0, 58.0, 0.62
"""A column's least width (points), with a mark and without; and what share of the page all columns may take."""
_NOTE = 25.0
"""The height of the room for a note: one line with a pen, two that are typed."""
_PADDING = 5.0
"""Above a question; below it there is less."""
_MOST_LINES = 40
"""Lines of a question: more would not fit on a page with its head. A statement has three."""


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
    if styles.lacking((sheet.title, sheet.subtitle, sheet.footer, sheet.blocks)):
        parts.append(paragraph(styles.UNKNOWN_SAID, "small"))
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
            return _grid(block, note_limit)
        case Together():
            parts = [part for one in block.blocks for part in _question(one, note_limit)]
            return [KeepTogether([part for part in parts if not isinstance(part, CondPageBreak)])]


def _question(block: Choose | Write | Grid, note_limit: int) -> list[Flowable]:
    match block:
        case Choose():
            answer: Flowable = _Options(block.name, block.text, block.options)
        case Write():
            answer = TextRoom(block.name, block.text, block.lines, block.limit)
        case Grid():
            return _grid(block, note_limit)
    help_ = [paragraph(block.help, "asked-help")] if block.help else []
    asked = paragraph(block.text, "asked-help" if isinstance(block, Choose) and block.aside else "asked")
    return [asked, *help_, answer, Spacer(0, 6)]


class _Options(Flowable):  # type: ignore[misc]  # reportlab has no types
    """Boxes of one field with a label behind each, side by side as far as they fit."""

    _GAP, _PITCH = 16.0, 20.0

    def __init__(self, name: str, tooltip: str, options: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self._name, self._tooltip, self._options = name, tooltip, options
        self._places: list[tuple[float, float]] = []

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """Place the boxes."""
        self._labels = [Lines(label, CELL, width - BOX - 6, 3) for _value, label in self._options]
        self._places.clear()
        x = y = 0.0
        down = self._PITCH
        for label in self._labels:
            taken = BOX + 5 + label.width
            if x and x + taken > width:
                x, y, down = 0.0, y + down, self._PITCH
            self._places.append((x, y))
            down = max(down, label.height + 6)
            x += taken + self._GAP
        self.width, self.height = width, y + down
        return self.width, self.height + 4

    def draw(self) -> None:
        """Draw the boxes and their labels."""
        for (value, text), label, (x, down) in zip(self._options, self._labels, self._places, strict=True):
            top = self.height + 4 - down
            tooltip = f"{self._tooltip} – {text}" if len(self._options) == 1 else self._tooltip
            if len(self._options) == 1:
                lone_box(self.canv, x, top - BOX - 2, self._name, tooltip)
            else:
                tick_box(self.canv, x, top - BOX - 2, self._name, value, tooltip)
            label.draw(self.canv, x + BOX + 5, top - BOX + 2)


def _grid(block: Grid, note_limit: int) -> list[Flowable]:
    """Return the title, the help and the questions; no question is split over two pages."""
    widths = _widths(block.columns)
    head = _GridHead(block.columns, widths)
    rows: list[Flowable] = [_Question(line, block.columns, widths, note_limit) for line in block.lines]
    low = head.height + sum(row.height for row in rows[-2:]) < styles.HEIGHT / 2  # then no last row stands alone
    table = Rows(
        [[flowable] for flowable in (head, *rows)],
        colWidths=[styles.WIDTH],
        repeatRows=1,
        spaceAfter=10,
        style=[
            styles.OWN_FONT,
            ("LEFTPADDING", (0, 0), (-1, -1), 0),
            ("RIGHTPADDING", (0, 0), (-1, -1), 0),
            ("TOPPADDING", (0, 0), (-1, -1), _PADDING),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 3),
            *([("NOSPLIT", (0, max(1, len(rows) - 1)), (-1, -1))] if low else []),
            ("LINEBELOW", (0, 0), (-1, 0), 0.9, styles.SOFT),
            ("LINEBELOW", (0, 1), (-1, -1), 0.4, styles.LINE),
        ],
    )
    opening: list[Flowable] = [heading(block.title, "heading2", 1)] if block.title else []
    opening += [paragraph(block.help)] if block.help else []
    room = 50 + head.height + sum(row.height + 8 for row in rows[:2])
    return [CondPageBreak(room), *opening, table]


def _widths(columns: Sequence[Column]) -> list[float]:
    """Return how wide each column is: as its longest word asks, all together no more than their share."""
    scale = all(column.mark for column in columns)
    least = _NARROWEST if scale else _IN_WORDS
    asked = [max(least, *(LABEL.width(word) + 5 for word in shown(column.label).split())) for column in columns]
    if scale:  # the steps of a scale are all as large
        asked = [max(asked)] * len(asked)
    most = _LABELS * styles.WIDTH
    return asked if sum(asked) <= most else [width * most / sum(asked) for width in asked]


def _broken(text: str, width: float) -> str:
    """Return ``text`` with a hyphen and a space in every word that is wider than ``width``."""
    words = []
    for word in shown(text).split():
        while LABEL.width(word) > width and len(word) > 1:
            cut = max((n for n in range(1, len(word)) if LABEL.width(f"{word[:n]}-") <= width), default=1)
            words.append(f"{word[:cut]}-")
            word = word[cut:]  # noqa: PLW2901 - what is left of it
        words.append(word)
    return " ".join(words)


class _GridHead(PaperDrawing):
    """The answers in words, above their boxes."""

    def __init__(self, columns: Sequence[Column], widths: Sequence[float]) -> None:
        self._columns, self._widths = columns, widths
        self._labels = [
            Lines(_broken(column.label, width - 3), LABEL, width - 2, 8)
            for column, width in zip(columns, widths, strict=True)
        ]
        self._marks = 11.0 if any(column.mark for column in columns) else 0.0
        super().__init__(max(label.height for label in self._labels) + self._marks)

    def draw(self) -> None:
        """Draw the marks and the labels."""
        for column, label, middle in zip(self._columns, self._labels, _middles(self._widths), strict=True):
            if column.mark:
                centred(self.canv, middle, self.height - 8, column.mark, NAME)
            label.draw_centred(self.canv, middle, self.height - self._marks - LABEL.size)


def _middles(widths: Sequence[float]) -> Iterator[float]:
    """Give the middle of each column; the last ends at the right."""
    x = styles.WIDTH - sum(widths)
    for width in widths:
        yield x + width / 2
        x += width


class _Question(PaperDrawing):
    """One question with its boxes and, where it has one, the room for its note."""

    def __init__(self, line: Line, columns: Sequence[Column], widths: Sequence[float], note_limit: int) -> None:
        self._line, self._columns, self._widths, self._limit = line, columns, widths, note_limit
        self._indent = _NUMBER if line.number else 0.0
        room = styles.WIDTH - sum(widths) - self._indent - 8
        self._text = Lines(line.text, CELL, room, _MOST_LINES)
        self._remark = Lines(line.remark, NOTE, room, 4) if line.remark else None
        texts = self._text.height + (self._remark.height + 2 if self._remark else 0)
        self._marks = 10.0 if any(column.mark for column in columns) else 0.0
        self._top = max(texts, self._marks + BOX + 2)
        super().__init__(self._top + (_NOTE + 5 if line.note else 2))

    def draw(self) -> None:
        """Draw the question, its boxes and its note."""
        line, y = self._line, self.height - CELL.size
        if line.number:
            write(self.canv, 0, y, line.number, NAME)
        self._text.draw(self.canv, self._indent, y)
        if self._remark:
            self._remark.draw(self.canv, self._indent, y - self._text.height - 1)
        self._boxes()
        if line.note:
            tooltip = _("Toelichting bij stelling {nummer}").format(nummer=line.number)
            label = _("toelichting")
            start = self._indent + LABEL.width(label) + 6
            write(self.canv, self._indent, _NOTE - 8, label, LABEL)
            text_field(self.canv, start, 1, self.width - start, _NOTE, line.note, tooltip, self._limit)

    def _boxes(self) -> None:
        line = self._line
        tooltip = f"{line.number}. {line.text}" if line.number else line.text
        for column, middle in zip(self._columns, _middles(self._widths), strict=True):
            if column.value not in line.values:
                continue
            if column.mark:
                centred(self.canv, middle, self.height - 7, column.mark, LABEL)
            box = self.height - self._marks - BOX
            tick_box(self.canv, middle - BOX / 2, box, line.name, column.value, tooltip)

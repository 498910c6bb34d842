"""A worksheet on paper: boxes to tick, lines to write on and tables to fill in, spread over the whole page."""

from collections.abc import Sequence
from typing import NamedTuple

from reportlab.platypus import Flowable, Spacer
from reportlab.platypus import Table as Grid

from samenspel.report.document import SheetPart, WorksheetPage
from samenspel.report.pdf import styles
from samenspel.report.pdf.drawing import PaperDrawing
from samenspel.report.pdf.tables import rows
from samenspel.report.pdf.text import heading, paragraph

_MARGIN = 12.0
_FIRST_COLUMN = 0.34
_CELL_TEXT = 16.0
"""What the first line of text takes in a cell; the rest of a row's height is room to write."""


class WritingRoom(NamedTuple):
    """How much there is to write on: lines under a question, points between them, points of height of a row."""

    lines: int
    pitch: float
    row: float


_LEAST = WritingRoom(lines=1, pitch=21.0, row=24.0)
_MOST = WritingRoom(lines=6, pitch=27.0, row=84.0)
_BESIDE_TABLE = 2
"""Lines under a question when the page also has a table: there the table gets the room."""


def worksheet(page: WorksheetPage) -> list[Flowable]:
    """Return a worksheet; its lines and rows grow until the page is filled."""
    return _parts(page, _room(page))


def _room(page: WorksheetPage) -> WritingRoom:
    spare = styles.HEIGHT - _height(_parts(page, _LEAST)) - _MARGIN
    questions = sum(len(part.questions) for part in page.parts)
    cells = sum(len(part.rows) for part in page.parts)
    lines, pitch, row = _LEAST
    most = _BESIDE_TABLE if cells else _MOST.lines
    while questions and lines < most and spare >= questions * pitch:
        lines, spare = lines + 1, spare - questions * pitch
    if cells and spare > 0:
        grown = min(_MOST.row - row, spare / cells)
        row, spare = row + grown, spare - cells * grown
    if questions and spare > 0:
        pitch = min(_MOST.pitch, pitch + spare / (questions * lines))
    return WritingRoom(lines, pitch, row)


def _height(parts: Sequence[Flowable]) -> float:
    heights = [
        part.wrap(styles.WIDTH, styles.HEIGHT)[1] + part.getSpaceBefore() + part.getSpaceAfter() for part in parts
    ]
    return float(sum(heights))


def _parts(page: WorksheetPage, room: WritingRoom) -> list[Flowable]:
    found = [paragraph(page.kind, "label"), heading(page.title, "sheet-title", 0), paragraph(page.intro)]
    for part in page.parts:
        found += _part(part, room)
    return found


def _part(part: SheetPart, room: WritingRoom) -> list[Flowable]:
    found: list[Flowable] = []
    if part.heading:
        found.append(paragraph(part.heading, "sheet-heading"))
    if part.text:
        found.append(paragraph(part.text))
    found += [paragraph(tick, "tick", "☐") for tick in part.ticks]
    for question in part.questions:
        found += [paragraph(question, "question"), _WritingLines(room)]
    if part.columns:
        found += [Spacer(0, 6), _grid(part, room), Spacer(0, 8)]
    return found


def _grid(part: SheetPart, room: WritingRoom) -> Flowable:
    widths = _widths(part)
    names = ["cell"] * len(widths)
    return Grid(
        [
            [paragraph(cell, "head") for cell in part.columns],
            *(line for row in part.rows for line in rows(row, names, widths)),
        ],
        colWidths=widths,
        style=[
            styles.OWN_FONT,
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("BACKGROUND", (0, 0), (-1, 0), styles.PALE),
            ("GRID", (0, 0), (-1, -1), 0.6, styles.SOFT),
            ("TOPPADDING", (0, 0), (-1, -1), 4),
            ("BOTTOMPADDING", (0, 1), (-1, -1), room.row - _CELL_TEXT),
        ],
    )


def _widths(part: SheetPart) -> list[float]:
    columns = len(part.columns)
    if columns == 1 or not any(first for first, *_rest in part.rows):
        return [styles.WIDTH / columns] * columns
    first = styles.WIDTH * min(_FIRST_COLUMN, 1 / columns)
    return [first, *[(styles.WIDTH - first) / (columns - 1)] * (columns - 1)]


class _WritingLines(PaperDrawing):
    """Lines to write on."""

    def __init__(self, room: WritingRoom) -> None:
        super().__init__(room.lines * room.pitch + 4)
        self._room = room

    def draw(self) -> None:
        """Draw the lines."""
        self.canv.setStrokeColor(styles.SOFT)
        self.canv.setLineWidth(0.5)
        for number in range(1, self._room.lines + 1):
            y = self.height - number * self._room.pitch
            self.canv.line(0, y, self.width, y)

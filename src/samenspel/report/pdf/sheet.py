"""A worksheet on paper: boxes to tick, lines to write on and tables to fill in, spread over the whole page."""

from collections.abc import Sequence

from reportlab.platypus import Flowable, Spacer
from reportlab.platypus import Table as Grid

from samenspel.report.document import SheetPart, WorksheetPage
from samenspel.report.pdf import styles
from samenspel.report.pdf.fonts import REGULAR
from samenspel.report.pdf.text import heading, paragraph
from samenspel.taal import _

_LINE = 21.0
"""From one writing line to the next: room for a hand."""
_ROW = 24.0
_MOST_LINES, _MOST_ROW = 6, 80.0


def worksheet(page: WorksheetPage) -> list[Flowable]:
    """Return a worksheet; its lines and rows grow until the page is filled."""
    lines, row = 1, _ROW
    spare = styles.HEIGHT - _height(_parts(page, lines, row)) - 12
    questions = sum(len(part.questions) for part in page.parts)
    rows = sum(len(part.rows) for part in page.parts)
    need = questions * (_MOST_LINES - lines) * _LINE + rows * (_MOST_ROW - row)
    if spare > 0 and need > 0:
        share = min(1.0, spare / need)
        lines += int((_MOST_LINES - lines) * share)
        row += (_MOST_ROW - row) * share
    return _parts(page, lines, row)


def _height(parts: Sequence[Flowable]) -> float:
    heights = [
        part.wrap(styles.WIDTH, styles.HEIGHT)[1] + part.getSpaceBefore() + part.getSpaceAfter() for part in parts
    ]
    return float(sum(heights))


def _parts(page: WorksheetPage, lines: int, row: float) -> list[Flowable]:
    found = [paragraph(_("Werkblad"), "label"), heading(page.title, "heading1", 0), paragraph(page.intro)]
    for part in page.parts:
        found += _part(part, lines, row)
    return found


def _part(part: SheetPart, lines: int, row: float) -> list[Flowable]:
    found: list[Flowable] = []
    if part.heading:
        found.append(paragraph(part.heading, "sheet-heading"))
    if part.text:
        found.append(paragraph(part.text))
    found += [_Tick(tick) for tick in part.ticks]
    for question in part.questions:
        found += [paragraph(question, "question"), _Lines(lines)]
    if part.columns:
        found += [_grid(part, row), Spacer(0, 8)]
    return found


def _grid(part: SheetPart, row: float) -> Flowable:
    rows = [
        [paragraph(cell, "head") for cell in part.columns],
        *([paragraph(cell, "cell"), *rest] for cell, *rest in part.rows),
    ]
    return Grid(
        rows,
        colWidths=[styles.WIDTH / len(part.columns)] * len(part.columns),
        style=[
            ("FONTNAME", (0, 0), (-1, -1), REGULAR),
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("BACKGROUND", (0, 0), (-1, 0), styles.PALE),
            ("GRID", (0, 0), (-1, -1), 0.6, styles.SOFT),
            ("TOPPADDING", (0, 0), (-1, -1), 4),
            ("BOTTOMPADDING", (0, 1), (-1, -1), row - 16),
        ],
    )


class _Lines(Flowable):  # type: ignore[misc]  # reportlab has no types
    """Lines to write on."""

    def __init__(self, count: int) -> None:
        super().__init__()
        self.width, self.height = styles.WIDTH, count * _LINE + 6
        self._count = count

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """Say how large the lines are."""
        return self.width, self.height

    def draw(self) -> None:
        """Draw the lines."""
        self.canv.setStrokeColor(styles.SOFT)
        self.canv.setLineWidth(0.5)
        for number in range(1, self._count + 1):
            y = self.height - number * _LINE
            self.canv.line(0, y, self.width, y)


class _Tick(Flowable):  # type: ignore[misc]  # reportlab has no types
    """A box to tick, with its text."""

    _INDENT = 19.0

    def __init__(self, text: str) -> None:
        super().__init__()
        self._text = paragraph(text, "cell")
        self.spaceAfter = 5.0

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Say how large the text is, beside its box."""
        _width, text_height = self._text.wrap(width - self._INDENT, height)
        self.width, self.height = width, max(12.0, text_height)
        return self.width, self.height

    def draw(self) -> None:
        """Draw the box and the text."""
        self.canv.setStrokeColor(styles.INK)
        self.canv.setLineWidth(0.8)
        self.canv.rect(1, self.height - 10, 9, 9)
        self._text.drawOn(self.canv, self._INDENT, self.height - self._text.height)

"""Tables and name-value lists on paper; a table's head is repeated on each page."""

from reportlab.platypus import CondPageBreak, Flowable, Spacer
from reportlab.platypus import Table as Grid

from samenspel.report.document import Table
from samenspel.report.pdf import styles
from samenspel.report.pdf.fonts import REGULAR
from samenspel.report.pdf.text import paragraph

_ROOM = 70
"""A table's caption, head and first row stay together."""


def table(block: Table) -> list[Flowable]:
    """Return a table with its caption."""
    rows = [
        [paragraph(cell, "head") for cell in block.head],
        *([paragraph(cell, "cell") for cell in row] for row in block.rows),
    ]
    grid = Grid(
        rows,
        colWidths=[styles.WIDTH * width / sum(block.widths) for width in block.widths],
        repeatRows=1,
        splitInRow=1,
        style=[
            ("FONTNAME", (0, 0), (-1, -1), REGULAR),
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("LEFTPADDING", (0, 0), (0, -1), 0),
            ("RIGHTPADDING", (-1, 0), (-1, -1), 0),
            ("TOPPADDING", (0, 0), (-1, -1), 2),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 3),
            # No row alone on a page: the first stays with the head, the last with the one before it.
            ("NOSPLIT", (0, 0), (-1, 1)),
            ("NOSPLIT", (0, max(-2, -len(block.rows))), (-1, -1)),
            ("LINEBELOW", (0, 0), (-1, 0), 0.9, styles.SOFT),
            ("LINEBELOW", (0, 1), (-1, -1), 0.4, styles.LINE),
        ],
    )
    caption = [paragraph(block.title, "caption")] if block.title else []
    return [CondPageBreak(_ROOM), *caption, grid, Spacer(0, 8)]


def facts(rows: tuple[tuple[str, str], ...], label_width: float = 0.28) -> list[Flowable]:
    """Return names with their values, as a table without lines; ``label_width`` is the names' share of the width."""
    if not rows:
        return []
    grid = Grid(
        [[paragraph(name, "label"), paragraph(text, "cell")] for name, text in rows],
        colWidths=[styles.WIDTH * label_width, styles.WIDTH * (1 - label_width)],
        splitInRow=1,
        style=[
            ("FONTNAME", (0, 0), (-1, -1), REGULAR),
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("LEFTPADDING", (0, 0), (-1, -1), 0),
            ("TOPPADDING", (0, 0), (-1, -1), 1.5),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 1.5),
        ],
    )
    return [grid, Spacer(0, 8)]

"""Tables, names with their values, and advice cards on paper; a table's head is repeated on each page."""

from collections.abc import Sequence
from itertools import zip_longest
from typing import Any

from reportlab.platypus import CondPageBreak, Flowable, HRFlowable, KeepTogether, Paragraph
from reportlab.platypus import Table as Grid

from samenspel.report.document import AdviceCard, Beside, Table
from samenspel.report.pdf import styles
from samenspel.report.pdf.drawing import Pen
from samenspel.report.pdf.styles import shown, style
from samenspel.report.pdf.text import FreeBelow, heading, labelled, paragraph
from samenspel.taal import _

_ROOM = 50.0
"""What a table's caption and head take, in points: they stay together with the first row."""

_NOT_SPLIT = 2
"""A table of so few rows stays whole: its first row with its head, and its last with the one before it."""
_LOW = 130.0
"""As much (points) as the rows of a low table take together: it stays whole, and of another so much of its begin."""
_ROW_PADDING = 2.0
_TALLEST = 320.0
"""A row taller than this (points) goes on in a next row: two rows and a head must always fit on a page."""
_PADDING = 12.0
"""What a cell keeps free left and right together, in points."""
_SURELY_LOWER = 600
"""Characters that never make so tall a cell, line ends counting for a whole line each."""

_SHORT_LISTS = 1_200
"""Two lists of so many characters together surely fit on a page."""


def table(block: Table) -> list[Flowable]:
    """Return a table with its caption."""
    widths = _widths(block)
    head = [paragraph(cell, "head") for cell in block.head]
    body = [line for row in block.rows for line in rows(row, ["cell"] * len(row), widths)]
    grid = Grid(
        [head, *body],
        colWidths=widths,
        repeatRows=1,
        style=[
            styles.OWN_FONT,
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("LEFTPADDING", (0, 0), (0, -1), 0),
            ("RIGHTPADDING", (-1, 0), (-1, -1), 0),
            ("TOPPADDING", (0, 0), (-1, -1), _ROW_PADDING),
            ("BOTTOMPADDING", (0, 0), (-1, -1), _ROW_PADDING),
            # No row alone on a page: the first stays with the head, the last with the one before it.
            ("NOSPLIT", (0, 0), (-1, min(1, len(body)))),
            ("NOSPLIT", (0, max(1, len(body) - 1)), (-1, -1)),
            ("LINEBELOW", (0, 0), (-1, 0), 0.9, styles.SOFT),
            ("LINEBELOW", (0, 1), (-1, -1), 0.4, styles.LINE),
        ],
    )
    caption = [paragraph(block.title, "caption")] if block.title else []
    return [CondPageBreak(_ROOM + _begin(body, widths)), *caption, grid, FreeBelow(8)]


def _begin(body: list[list[Paragraph | str]], widths: Sequence[float]) -> float:
    """Return how much room the rows ask for that begin a table: all of few or low ones, two low ones, or the first."""
    heights = [_height([line], widths) + 2 * _ROW_PADDING for line in body[: _NOT_SPLIT + 2]]
    if len(body) <= _NOT_SPLIT or (len(body) == len(heights) and sum(heights) <= _LOW):
        return sum(heights)
    first = sum(heights[:_NOT_SPLIT])
    # Of three rows the last two stay together, so two of them alone cannot begin.
    return first if first <= _LOW and len(body) > _NOT_SPLIT + 1 else heights[0]


def _widths(block: Table) -> list[float]:
    """Return how wide the columns are: as the table says, but no narrower than a word; the widest column gives room."""
    widths = [styles.WIDTH * width / sum(block.widths) for width in block.widths]
    for place, width in enumerate(widths):
        lacking = min(_longest_word(block, place), styles.WIDTH / 3) + _PADDING - width
        widest = max(range(len(widths)), key=widths.__getitem__)
        if lacking > 0 and widest != place:
            widths[place] += lacking
            widths[widest] -= lacking
    return widths


def _longest_word(block: Table, place: int) -> float:
    found = []
    for name, cells in (("head", [block.head[place]]), ("cell", [row[place] for row in block.rows])):
        pen = Pen(style(name).fontName, style(name).fontSize, styles.INK)
        found.append(pen.width(shown(max((word for cell in cells for word in cell.split()), key=len, default=""))))
    return max(found)


def beside(block: Beside) -> list[Flowable]:
    """Return two lists side by side, each below its title."""
    widths = [styles.WIDTH / 2] * 2
    head = rows((block.left.title, block.right.title), ["column-head", "column-head"], widths)
    body: list[list[Any]]
    if sum(len(item) + 60 * item.count("\n") for item in (*block.left.items, *block.right.items)) < _SHORT_LISTS:
        body = [[[paragraph(item, "column") for item in side.items] for side in (block.left, block.right)]]
    else:  # what is very tall must be able to go on on a next page, and a cell does not
        pairs = zip_longest(block.left.items, block.right.items, fillvalue="")
        body = [[*line] for pair in pairs for line in rows(pair, ["column", "column"], widths)]
    style = [
        styles.OWN_FONT,
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (0, -1), 0),
        ("LEFTPADDING", (1, 0), (1, -1), 9),
        ("RIGHTPADDING", (1, 0), (1, -1), 0),
        ("TOPPADDING", (0, 0), (-1, -1), 2.5),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 2.5),
        ("LINEBELOW", (0, len(head) - 1), (-1, len(head) - 1), 0.9, styles.SOFT),
    ]
    grid = Grid([*head, *body], colWidths=widths, style=style, spaceBefore=10)
    return [KeepTogether([grid, FreeBelow(4)])]


def facts(pairs: tuple[tuple[str, str], ...]) -> list[Flowable]:
    """Return names with their values, as a table without lines."""
    return [facts_grid(pairs, 0.28), FreeBelow(8)] if pairs else []


def facts_grid(pairs: tuple[tuple[str, str], ...], label_width: float) -> Flowable:
    """Return at least one name with its value as a grid; ``label_width`` is the names' share of the width."""
    widths = [styles.WIDTH * label_width, styles.WIDTH * (1 - label_width)]
    return Grid(
        [line for pair in pairs for line in rows(pair, ["label", "cell"], widths)],
        colWidths=widths,
        style=[
            styles.OWN_FONT,
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("LEFTPADDING", (0, 0), (-1, -1), 0),
            ("TOPPADDING", (0, 0), (-1, -1), 1.5),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 1.5),
        ],
    )


def rows(cells: Sequence[str], names: Sequence[str], widths: Sequence[float]) -> list[list[Paragraph | str]]:
    """Return one row of text, in the styles with these ``names``; as several rows when it is very tall."""
    columns = [_pieces(cell, name, width) for cell, name, width in zip(cells, names, widths, strict=True)]
    return [list(row) for row in zip_longest(*columns, fillvalue="")]


def _height(lines: list[list[Paragraph | str]], widths: Sequence[float]) -> float:
    cells = [
        (cell, width) for line in lines for cell, width in zip(line, widths, strict=True) if not isinstance(cell, str)
    ]
    return max((float(cell.wrap(width - _PADDING, styles.HEIGHT)[1]) for cell, width in cells), default=0.0)


def _pieces(text: str, name: str, width: float) -> list[Paragraph]:
    rest = paragraph(text, name)
    if len(text) + 60 * text.count("\n") < _SURELY_LOWER:
        return [rest]
    pieces = []
    while len(parts := rest.split(width - _PADDING, _TALLEST)) > 1:
        first, rest = parts
        pieces.append(first)
    return [*pieces, rest]


def advice_card(card: AdviceCard) -> list[Flowable]:
    """Return one advice in two pieces, each kept on a page: up to the first step, and what there is to know."""
    parts: list[Flowable] = [
        HRFlowable("100%", 0.8, color=styles.LINE, spaceBefore=8, spaceAfter=8),
        heading(card.title, "card-title", 2),
        paragraph(card.what, "card"),
    ]
    if card.why:
        parts.append(paragraph(_("Waarom u dit krijgt"), "label"))
        parts += [paragraph(why, "card-bullet", "•") for why in card.why]
    parts.append(labelled(_("Eerste stap"), card.first_step, "step"))
    rest = [labelled(_("Onderzoek"), card.study, "card-small")] if card.study else []
    sheet = ((_("Werkblad"), card.worksheet),) if card.worksheet else ()
    if pairs := (*card.facts, *sheet):
        rest += [facts_grid(pairs, label_width=0.16), FreeBelow(3)]
    return [KeepTogether(parts), *([KeepTogether(rest)] if rest else [])]

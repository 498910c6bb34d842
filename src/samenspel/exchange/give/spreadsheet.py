"""A table of typed cells on its way out: as CSV that Dutch Excel opens, or as a workbook.

Text stays text: in a workbook every text is written as a string, and in CSV a text that a spreadsheet would take for a
formula gets an apostrophe before it; also within a text, where another separator than ours would begin a cell.
"""

import csv
import io
import re
from collections.abc import Iterable
from datetime import date, datetime
from textwrap import wrap
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

Cell = str | int | float | date | None
"""None is an empty cell: not to be had, or hidden."""
_FORMULA = re.escape("=+-@＝＋－＠")
_BEGINS = re.compile(rf"[\s\"']*[{_FORMULA}]|[\t\r]")
"""A cell that a spreadsheet takes for a formula, or for the next cell."""
_WITHIN = re.compile(rf"([,;|\t\r\n][\s\"']*)([{_FORMULA}])")
"""The same behind what a spreadsheet may guess to be the separator: then a new cell begins there."""
_MOST_TEXT = 32_767
"""More characters than this do not fit in a cell of a workbook."""
_WIDEST, _NARROWEST = 60, 9
_LINE, _MOST_LINES = 15, 27
"""What a line of text takes, in points; a row cannot be higher than 409."""
_ACROSS = 220
"""Characters that fit on the width of a page and are still read; a wider table takes more pages side by side."""
_FOOT = 240
"""What a workbook takes of a footer, in units of two bytes, beside the page's number."""
_TEXT = {"text_wrap": True, "valign": "top", "align": "left", "indent": 1}
_HEAD = {"bold": True, "bg_color": "#DDE6ED"}  # no line below: it would run through the letters of the first row


class Spreadsheet(Struct, frozen=True):
    """A table: its name, the columns' names, rows of as many cells, and what each column means."""

    name: str
    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    meanings: tuple[str, ...]


class Made(Struct, frozen=True):
    """What a workbook says about itself: its title, the day it is dated, and what stands at the foot when printed."""

    title: str
    day: date
    foot: str


def to_csv(sheet: Spreadsheet) -> bytes:
    """Return a sheet as CSV: UTF-8 with BOM, ``;`` between cells, a decimal comma, dates as 31-12-2026."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, delimiter=";", lineterminator="\r\n")
    writer.writerow(map(_plain, sheet.head))
    writer.writerows([_plain(cell) for cell in row] for row in sheet.rows)
    return buffer.getvalue().encode("utf-8-sig")


def to_xlsx(sheets: Iterable[Spreadsheet], made: Made) -> bytes:
    """Return sheets as a workbook with typed cells; the same sheets give the same bytes."""
    from xlsxwriter import Workbook  # only who exports needs it

    buffer = io.BytesIO()
    # In memory: of itself it puts the sheets in files in the folder for temporary ones first, where others may read.
    book = Workbook(buffer, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties(
        {
            "title": made.title[:255],
            "author": "samenspel",
            "created": datetime(made.day.year, made.day.month, made.day.day),  # noqa: DTZ001 - a day, nowhere in particular
        }
    )
    looks = {
        "head": book.add_format(_TEXT | _HEAD),
        "figures": book.add_format(_TEXT | _HEAD | {"align": "right", "indent": 0}),
        "text": book.add_format(_TEXT),
        "whole": book.add_format({"num_format": "0", "valign": "top"}),
        "number": book.add_format({"num_format": "0.00", "valign": "top"}),
        "whole among texts": book.add_format(_TEXT | {"num_format": "0"}),
        "number among texts": book.add_format(_TEXT | {"num_format": "0.00"}),
        "date": book.add_format({"num_format": "dd-mm-yyyy", "valign": "top", "align": "left", "indent": 1}),
    }
    for sheet in sheets:
        _fill(book.add_worksheet(sheet.name), sheet, looks, made.foot)
    book.close()
    return buffer.getvalue()


def _fill(page: "Worksheet", sheet: Spreadsheet, looks: "dict[str, Format]", foot: str) -> None:
    widths = [_width(sheet, column) for column in range(len(sheet.head))]
    figures = {column for column in range(len(sheet.head)) if _figures(sheet, column)}
    for place, row in enumerate((sheet.head, *sheet.rows)):
        lines = max((_lines(cell, width) for cell, width in zip(row, widths, strict=True)), default=1)
        page.set_row(place, _LINE * min(lines, _MOST_LINES))
        for column, cell in enumerate(row):
            among = "" if column in figures else " among texts"
            match cell:
                case str() if place == 0:
                    page.write_string(0, column, cell, looks["figures" if column in figures else "head"])
                case str():
                    page.write_string(place, column, cell[:_MOST_TEXT], looks["text"])
                case float():
                    page.write_number(place, column, cell, looks[f"number{among}"])
                case int():
                    page.write_number(place, column, cell, looks[f"whole{among}"])
                case date():
                    page.write_datetime(place, column, cell, looks["date"])
                case None:
                    pass
    for column, width in enumerate(widths):
        page.set_column(column, column, width)
    page.freeze_panes(1, 0)
    page.set_landscape()
    page.set_paper(9)
    page.fit_to_pages(-(-sum(widths) // _ACROSS), 0)
    page.repeat_rows(0)
    page.repeat_columns(0)
    page.set_footer(f"&L{_printed(foot)}&R&P / &N")


def _printed(foot: str) -> str:
    """Return a text as it stands in a footer, where ``&`` begins an instruction, and no more of it than fits whole."""
    room, printed = _FOOT, ""
    for sign in foot:
        written = "&&" if sign == "&" else sign
        room -= len(written.encode("utf-16-le")) // 2
        if room < 0:
            return f"{printed}…"
        printed += written
    return printed


def _lines(cell: Cell, width: int) -> int:
    return len(wrap(cell, width)) if isinstance(cell, str) else 1


def day(iso: str) -> Cell:
    """Return an ISO date as a date, another text as it is, nothing as an empty cell."""
    try:
        return date.fromisoformat(iso)
    except ValueError:
        return iso or None


def _plain(cell: Cell) -> str:
    match cell:
        case None:
            return ""
        case str():
            within = _WITHIN.sub(r"\1'\2", cell)
            return f"'{within}" if _BEGINS.match(cell) else within
        case float():
            return repr(cell).replace(".", ",")
        case int():
            return str(cell)
        case _:
            return f"{cell:%d-%m-%Y}"


def _figures(sheet: Spreadsheet, column: int) -> bool:
    """Say whether a column has numbers and no texts: those stand at the right, below each other."""
    kinds = {type(row[column]) for row in sheet.rows} - {type(None)}
    return bool(kinds) and kinds <= {int, float}


def _width(sheet: Spreadsheet, column: int) -> int:
    word = max(map(len, sheet.head[column].split()), default=0)
    longest = max((len(cell) for row in sheet.rows if isinstance(cell := row[column], str)), default=0)
    return min(_WIDEST, max(_NARROWEST, longest + 3, word + 4))

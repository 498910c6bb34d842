"""A table of typed cells on its way out: as CSV that Dutch Excel opens, or as a workbook.

Text stays text: in a workbook every text is written as a string, and in CSV a text that a spreadsheet would take for a
formula gets an apostrophe before it.
"""

import csv
import io
from collections.abc import Iterable
from datetime import date, datetime
from math import ceil

from msgspec import Struct

Cell = str | int | float | date | None
"""None is an empty cell: not to be had, or hidden."""
_FORMULA = tuple("=+-@＝＋－＠")
_MOST_TEXT = 32_767
"""More characters than this do not fit in a cell of a workbook."""
_WIDEST, _NARROWEST = 60, 9
_LINE = 15
"""What a line of a column's name takes, in points."""


class Sheet(Struct, frozen=True):
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


def to_csv(sheet: Sheet) -> bytes:
    """Return a sheet as CSV: UTF-8 with BOM, ``;`` between cells, a decimal comma, dates as 31-12-2026."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, delimiter=";", lineterminator="\r\n")
    writer.writerow(map(_plain, sheet.head))
    writer.writerows([_plain(cell) for cell in row] for row in sheet.rows)
    return buffer.getvalue().encode("utf-8-sig")


def to_xlsx(sheets: Iterable[Sheet], made: Made) -> bytes:
    """Return sheets as a workbook with typed cells; the same sheets give the same bytes."""
    from xlsxwriter import Workbook  # only who exports needs it

    buffer = io.BytesIO()
    book = Workbook(buffer, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties(
        {
            "title": made.title[:255],
            "author": "samenspel",
            "created": datetime(made.day.year, made.day.month, made.day.day),  # noqa: DTZ001 - a day, nowhere in particular
        }
    )
    looks = {
        "head": book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"}),
        "text": book.add_format({"text_wrap": True, "valign": "top", "indent": 1}),
        "whole": book.add_format({"num_format": "0", "valign": "top"}),
        "number": book.add_format({"num_format": "0.00", "valign": "top"}),
        "date": book.add_format({"num_format": "dd-mm-yyyy", "valign": "top", "align": "left"}),
    }
    for sheet in sheets:
        page = book.add_worksheet(sheet.name)
        page.set_row(0, _LINE * max(ceil((len(name) + 1) / _width(sheet, n)) for n, name in enumerate(sheet.head)))
        for column, name in enumerate(sheet.head):
            page.write_string(0, column, name, looks["head"])
            page.set_column(column, column, _width(sheet, column))
        for place, row in enumerate(sheet.rows, start=1):
            for column, cell in enumerate(row):
                match cell:
                    case str():
                        page.write_string(place, column, cell[:_MOST_TEXT], looks["text"])
                    case float():
                        page.write_number(place, column, cell, looks["number"])
                    case int():
                        page.write_number(place, column, cell, looks["whole"])
                    case date():
                        page.write_datetime(place, column, cell, looks["date"])
                    case None:
                        pass
        page.freeze_panes(1, 0)
        page.set_landscape()
        page.set_paper(9)
        page.fit_to_pages(1, 0)
        page.repeat_rows(0)
        page.set_footer(f"&L{made.foot.replace('&', '&&')[:200]}&R&P / &N")
    book.close()
    return buffer.getvalue()


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
            return f"'{cell}" if cell.lstrip().startswith(_FORMULA) or cell[:1] in {"\t", "\r"} else cell
        case float():
            return repr(cell).replace(".", ",")
        case int():
            return str(cell)
        case _:
            return f"{cell:%d-%m-%Y}"


def _width(sheet: Sheet, column: int) -> int:
    longest = max((len(_plain(row[column])) for row in sheet.rows if isinstance(row[column], str)), default=0)
    return min(_WIDEST, max(_NARROWEST, longest + 1, min(14, len(sheet.head[column]) + 1)))

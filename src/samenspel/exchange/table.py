"""A CSV file of unknown making → rows of stripped cells, or one clear reason why not."""

import csv
import errno
import io
import stat
from pathlib import Path

from samenspel import hygiene
from samenspel.exchange.problems import FormsError, Problem
from samenspel.taal import _

SIZE_LIMIT = 5_000_000
"""Bytes: some thousand forms with long texts; anything larger is not a file of typed-in forms."""


def read_table(path: Path) -> list[list[str]]:
    """Read a CSV file (UTF-8 with or without BOM, separator ``;`` or ``,``) into rows of stripped cells.

    Returns:
        At least one row: the header.

    Raises:
        FormsError: the file cannot be read, is too large, is not UTF-8, holds NUL, or is not well-formed CSV.
    """
    text = io.StringIO(_text(path), newline="")
    first = text.readline()  # ends at whatever ends a line in this file
    text.seek(0)
    reader = csv.reader(text, delimiter=";" if ";" in first else ",", strict=True)
    rows: list[list[str]] = []
    start = 1
    try:
        for row in reader:
            rows.append([_tidy(cell) for cell in row])
            start = reader.line_num + 1
    except csv.Error as error:
        message = _(
            "de rij vanaf regel {line} is niet te lezen: een aanhalingsteken sluit niet, of een cel is te lang."
        )
        raise _refused(path, message.format(line=start)) from error
    if rows and not any(rows[0]) and any(map(any, rows)):
        raise _refused(path, _("de eerste rij is leeg. Daar horen de namen van de kolommen te staan."))
    if not rows or not any(rows[0]):
        raise _refused(path, _("het bestand is leeg. De eerste rij hoort de namen van de kolommen te bevatten."))
    return rows


def _text(path: Path) -> str:
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise _refused(path, _("dit is een map. Noem het CSV-bestand zelf, of de ingevulde PDF's."))
        if not stat.S_ISREG(status.st_mode):
            raise _refused(path, _("dit is geen bestand met formulieren."))
        with path.open("rb") as file:
            content = file.read(SIZE_LIMIT + 1)
    except FileNotFoundError as error:
        raise _refused(path, _("dit bestand is er niet. Kijk of de naam en de map kloppen.")) from error
    except OSError as error:
        raise _refused(path, _("dit bestand gaat niet open ({reason}).").format(reason=_reason(error))) from error
    if len(content) > SIZE_LIMIT:
        limit = SIZE_LIMIT // 1_000_000
        raise _refused(path, _("het bestand is te groot: hooguit {limit} MB mag. Splits het.").format(limit=limit))
    if b"\0" in content:
        raise _refused(path, _("dit is geen tekstbestand. Bewaar het in uw rekenprogramma als ‘CSV UTF-8’."))
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        text = _("regel {line} is geen UTF-8. Bewaar het in uw rekenprogramma als ‘CSV UTF-8’.")
        raise _refused(path, text.format(line=line)) from error


def _tidy(cell: str) -> str:
    cell = cell.strip()
    if cell.isascii() and cell.isprintable():
        return cell
    return hygiene.clean(cell, 4 * len(cell), lines=True)  # marks that nobody sees; how long it may be is judged later


def _reason(error: OSError) -> str:
    match error.errno:
        case errno.EACCES | errno.EPERM:
            return _("u mag het niet lezen")
        case errno.ENAMETOOLONG:
            return _("de naam is te lang")
        case _other:
            return _("fout {code}").format(code=errno.errorcode.get(error.errno or 0, "?"))


def _refused(path: Path, message: str) -> FormsError:
    return FormsError([Problem(path.name or str(path), message)])

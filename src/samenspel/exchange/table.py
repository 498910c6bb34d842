"""A CSV file of unknown making → rows of stripped cells, or one clear reason why not."""

import csv
import io
import stat
from pathlib import Path

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
    text = _text(path)
    first = text.split("\n", 1)[0]
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=";" if ";" in first else ",", strict=True)
    rows: list[list[str]] = []
    try:
        rows.extend([cell.strip() for cell in row] for row in reader)
    except csv.Error as error:
        raise _refused(
            path,
            _("regel {line} is niet te lezen: een aanhalingsteken sluit niet, of een cel is te lang.").format(
                line=reader.line_num
            ),
        ) from error
    if not rows or not any(rows[0]):
        raise _refused(path, _("het bestand is leeg. De eerste rij hoort de namen van de kolommen te bevatten."))
    return rows


def _text(path: Path) -> str:
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise _refused(path, _("dit is geen bestand met formulieren."))
        with path.open("rb") as file:
            content = file.read(SIZE_LIMIT + 1)
    except FileNotFoundError as error:
        raise _refused(path, _("dit bestand is er niet. Kijk of de naam en de map kloppen.")) from error
    except OSError as error:
        raise _refused(path, _("dit bestand kan ik niet openen ({reason}).").format(reason=error.strerror)) from error
    if len(content) > SIZE_LIMIT:
        limit = SIZE_LIMIT // 1_000_000
        raise _refused(path, _("het bestand is te groot: hoogstens {limit} MB mag. Splits het.").format(limit=limit))
    if b"\0" in content:
        raise _refused(path, _("dit is geen tekstbestand. Bewaar het in uw rekenprogramma als “CSV UTF-8”."))
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        text = _("regel {line} is geen UTF-8. Bewaar het in uw rekenprogramma als “CSV UTF-8”.")
        raise _refused(path, text.format(line=line)) from error


def _refused(path: Path, message: str) -> FormsError:
    return FormsError([Problem(path.name, message)])

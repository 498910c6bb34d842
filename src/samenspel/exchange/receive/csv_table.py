"""A file as a spreadsheet saved it → a table: its header, wherever it stands, and the rows below it.

What a spreadsheet adds is read over: a ``sep=`` line, empty rows and columns, another separator or encoding. What is
not certain is one clear reason why not.
"""

import csv
import io
import re
import stat
from collections.abc import Collection, Iterable, Iterator
from contextlib import suppress
from itertools import islice
from pathlib import Path
from typing import NamedTuple, TypeVar

from msgspec import Struct

from samenspel import hygiene
from samenspel.exchange.receive.forms import PARTY, RESPONDENT, Fault, FormsError, cell_name, first, shown
from samenspel.exchange.receive.rewritten import understood
from samenspel.file_kind import Kind, foreign, in_words, wide
from samenspel.refusals import why_not_read
from samenspel.taal import _

SIZE_LIMIT = 5_000_000
"""Bytes: some thousand forms with long texts; anything larger is not a file of typed-in forms."""
MOST_ROWS, MOST_COLUMNS = 5_000, 1_000
"""So many forms a table may hold, as many as a wave takes, and far more columns than a questionnaire has."""
ENDINGS = (".csv", ".tsv", ".tab", ".txt")
"""How the names of such files end."""

T = TypeVar("T")

_SEPARATORS = (";", "\t", ",", "|")
_SAID = re.compile(r'"?sep=(.)"?[;,\t|]*(?:\r\n|\r|\n|\Z)', re.IGNORECASE)
"""The first line with which a file tells a spreadsheet what separates its cells."""
_LOOKED_AT, _BEGINNING = 40, 200_000
"""So many rows, and characters, are looked at to find the header."""


class Row(NamedTuple):
    """A row that is not empty.

    Attributes:
        number: as a spreadsheet counts.
        cells: cleaned, up to the last that is not empty.
        width: how many cells there are with the empty ones behind them.
    """

    number: int
    cells: list[str]
    width: int


class TypedTable(Struct, frozen=True):
    """A table as it stands in a spreadsheet.

    Attributes:
        head: the names of the columns; those that we know as we write them, empty for one without a name.
        head_row: where they stand.
        width: how many cells stand there, those without a name among them.
        rows: those below them that are not empty; one more than ``MOST_ROWS`` at most.
    """

    head: list[str]
    head_row: int
    width: int
    rows: list[Row]


def read_table(path: Path, known: Collection[str]) -> TypedTable:
    """Read a file as a table whose header has names out of ``known``.

    Raises:
        FormsError: the file cannot be read, is too large, is no text or no table, or has no such header
            or too wide a one.
    """
    names = tuple(known)
    rows = _rows(path, _text(path), names)
    if not rows:
        raise _refused(path, _("het bestand is leeg. De eerste rij hoort de namen van de kolommen te bevatten."))
    at = _header(rows, names)
    head_row, cells, width = rows[at]
    if at:
        number, above, _width = rows[0]
        text = _("de namen van de kolommen staan op rij {kop}. Haal weg wat erboven staat (rij {rij}: ‘{cel}’).")
        raise _refused(path, text.format(kop=head_row, rij=number, cel=shown(next(filter(None, above)))))
    if len(cells) > MOST_COLUMNS:
        text = _("er staan {n} kolommen in, hooguit {meest} mag. Haal weg wat er niet bij hoort.")
        raise _refused(path, text.format(n=len(cells), meest=MOST_COLUMNS))
    ours = {cell: understood(cell, names) for cell in set(cells)}
    table = TypedTable([ours[cell] for cell in cells], head_row, width, rows[at + 1 :])
    _see_that_columns_have_names(path, table)
    return table


def is_table(path: Path, known: Collection[str]) -> bool:
    """Say whether this file has the columns of typed-in forms, also when the rest of it cannot be read."""
    names = tuple(known)
    try:
        content = _content(path, _BEGINNING)
    except FormsError:
        return False
    if foreign(content):
        return False
    text = content.decode(wide(content) or "utf-8-sig", errors="replace")
    if RESPONDENT not in text.casefold():  # a folder may be full of other texts
        return False
    said = _SAID.match(text)
    text = text[said.end() :] if said else text
    rows = _beginning(_parsed(text, _separator(text, names, said[1] if said else "")))
    return bool(rows) and {RESPONDENT, PARTY} <= {
        understood(cell, names) for cell in set(rows[_header(rows, names)].cells[:MOST_COLUMNS])
    }


def _see_that_columns_have_names(path: Path, table: TypedTable) -> None:
    """Raise FormsError when a column has cells but no name; one that is empty throughout is none."""
    filled: dict[int, int] = {}
    nameless = {place for place, name in enumerate(table.head) if not name}
    for row in table.rows if nameless else []:
        for place, cell in enumerate(row.cells):
            if cell and place in nameless:
                filled.setdefault(place, row.number)
    text = _("deze kolom heeft geen naam, maar er staat wel iets in. Geef hem een naam of haal hem weg.")
    problems = [Fault(path.name, text, number, letter=cell_name(place)) for place, number in sorted(filled.items())]
    if problems:
        raise FormsError(first(path.name, problems))


def _header(rows: list[Row], known: tuple[str, ...]) -> int:
    """Return which of the first rows has most names that we know; the first when none has any."""
    counts = [_names(row.cells, known) for row in rows[:_LOOKED_AT]]
    return counts.index(max(counts))


def _names(row: list[str], known: tuple[str, ...]) -> int:
    return sum(understood(cell, known) in known for cell in set(row[:MOST_COLUMNS]))


# Text → rows, whatever separates the cells. --------------------------------------------------------------------------


def _rows(path: Path, text: str, known: tuple[str, ...]) -> list[Row]:
    """Return the rows that are not empty, up to one too many. Raises FormsError: it is no well-formed table."""
    said = _SAID.match(text)
    if said:  # a spreadsheet takes this line away, and counts without it
        text = text[said.end() :]
    separator = _separator(text, known, said[1] if said else "")
    try:
        rows = _as_many_as_needed(_parsed(text, separator))
    except _LineError as error:
        rows = _opened_as_one_column(text, separator)
        if not rows:
            message = _(
                "de rij vanaf regel {line} is niet te lezen: een aanhalingsteken sluit niet, of een cel is te lang."
            )
            raise _refused(path, message.format(line=error.line + bool(said))) from error
    if _in_one_column(rows, separator):
        rows = _opened_as_one_column(text, separator) or rows
    return rows


def _as_many_as_needed(rows: Iterable[list[str]]) -> list[Row]:
    """Return the header and the rows that are not empty, up to one too many. Raises _LineError."""
    return list(islice(_filled(rows), 1 + MOST_ROWS + 1))


def _filled(rows: Iterable[list[str]]) -> Iterator[Row]:
    """Give the rows that are not empty, numbered, cleaned, and without the empty cells at their end."""
    for number, row in enumerate(rows, start=1):
        cells = _trimmed([_tidy(cell) for cell in row])
        if cells:
            yield Row(number, cells, len(row))


def _in_one_column(rows: list[Row], separator: str) -> bool:
    return any(len(row.cells) == 1 and separator in row.cells[0] for row in rows)


class _LineError(Exception):
    """The row that begins on ``line`` is not well-formed."""

    def __init__(self, line: int) -> None:
        super().__init__(line)
        self.line = line


def _parsed(text: str, separator: str) -> Iterator[list[str]]:
    """Give the rows of a table. Raises _LineError."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    start = 1
    try:
        for row in reader:
            yield row
            start = reader.line_num + 1
    except csv.Error as error:
        raise _LineError(start) from error


def _separator(text: str, known: tuple[str, ...], said: str) -> str:
    """Return what separates the cells: with which the header has most names that we know."""
    usual = said if said in _SEPARATORS else _SEPARATORS[0]
    separators = tuple(dict.fromkeys((usual, *_SEPARATORS)))

    def names(rows: list[Row]) -> int:
        return max((_names(row.cells, known) for row in rows), default=0)

    start = text[:_BEGINNING]
    counts = {one: names(_beginning(_parsed(start, one))) for one in separators}
    if not any(counts.values()):
        whole = ["\n".join(_readable(_whole_rows(start, other))) for other in _SEPARATORS]
        counts = {one: max(names(_beginning(_parsed(rows, one))) for rows in whole) for one in separators}
    return max(separators, key=lambda one: counts[one])


def _beginning(rows: Iterable[list[str]]) -> list[Row]:
    """Return the first rows that are not empty, or as many as can be read."""
    return list(_filled(_readable(rows)))


def _readable(rows: Iterable[T]) -> list[T]:
    """Return the first rows, or as many as can be read."""
    found: list[T] = []
    with suppress(_LineError):
        found.extend(islice(rows, _LOOKED_AT))
    return found


def _opened_as_one_column(text: str, separator: str) -> list[Row]:
    """Read a table that a spreadsheet once opened with another separator, and saved so: whole rows between quotes."""
    for other in _SEPARATORS:
        if other == separator:
            continue
        with suppress(_LineError):
            rows = _as_many_as_needed(_parsed("\n".join(_whole_rows(text, other)), separator))
            if not _in_one_column(rows, separator):
                return rows
    return []


def _whole_rows(text: str, other: str) -> Iterator[str]:
    """Give each row as it was before it was opened with another separator. Raises _LineError."""
    return (other.join(_trimmed(row)) for row in _parsed(text, other))


def _trimmed(row: list[str]) -> list[str]:
    """Return a row without the empty cells at its end."""
    end = len(row)
    while end and not row[end - 1]:
        end -= 1
    return row if end == len(row) else row[:end]


# A file of unknown making → text, or one clear reason why not. -------------------------------------------------------


def no_table(data: bytes) -> str:
    """Say what a file is instead of a table, and what helps; empty: it may be one."""
    kind = foreign(data)
    if kind is None:
        return ""
    other = _("Open het in uw rekenprogramma, en bewaar het blad als ‘CSV UTF-8’.")
    remedies: dict[Kind, str] = {
        "document": _("Zet de antwoorden in een rekenprogramma, en bewaar dat blad als ‘CSV UTF-8’."),
        "picture": _("Dat kan samenspel niet lezen. Typ de antwoorden over in een rekenprogramma."),
        "pdf": _("Geef het een naam op .pdf, dan wordt het gelezen als formulier."),
        "archive": _("Pak het eerst uit."),
        "shortcut": _("Geef het bestand zelf. Staat het op internet? Download het dan als CSV."),
        "binary": _("Bewaar het in uw rekenprogramma als ‘CSV UTF-8’."),
    }
    return f"{in_words(kind)}. {remedies.get(kind, other)}"


def _text(path: Path) -> str:
    content = _content(path)
    if len(content) > SIZE_LIMIT and foreign(content) in {None, "binary"}:
        limit = SIZE_LIMIT // 1_000_000
        raise _refused(path, _("het bestand is te groot: hooguit {limit} MB mag. Splits het.").format(limit=limit))
    if why := no_table(content):
        raise _refused(path, why)
    return _decoded(path, content)


def _content(path: Path, most: int = SIZE_LIMIT + 1) -> bytes:
    """Return what stands in a file, and no more than ``most``: a byte over the limit. Raises FormsError."""
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise _refused(path, _("dit is een map. Noem het CSV-bestand zelf, of de ingevulde PDF's."))
        if not stat.S_ISREG(status.st_mode):
            raise _refused(path, _("dit is geen bestand met formulieren."))
        with path.open("rb") as file:
            return file.read(most)
    except FileNotFoundError as error:
        raise _refused(path, _("dit bestand is er niet. Kijk of de naam en de map kloppen.")) from error
    except OSError as error:
        raise _refused(path, _("dit bestand gaat niet open ({reason}).").format(reason=why_not_read(error))) from error


def _decoded(path: Path, content: bytes) -> str:
    """Return the text of a file in UTF-8 or UTF-16, or in the old encoding of Windows where that is certain."""
    encoding = wide(content)
    try:
        return content.decode(encoding or "utf-8-sig")
    except UnicodeDecodeError as error:
        if encoding is None and _is_windows(content):
            return content.decode("cp1252")
        before = content[: error.start]
        line = max(before.count(b"\n"), before.count(b"\r")) + 1  # an old Mac ends a line with \r alone
        text = _("regel {line} is geen UTF-8. Bewaar het in uw rekenprogramma als ‘CSV UTF-8’.")
        raise _refused(path, text.format(line=line)) from error


_LETTERS = b"".join(bytes([code]) for code in range(0xC0, 0x100) if code not in b"\xd0\xd7\xdd\xde\xf0\xf7\xfd\xfe")
_WINDOWS = frozenset(range(0x80)) | frozenset(_LETTERS) | frozenset(b"\x80\x84\x85\x91\x92\x93\x94\x95\x96\x97\xa0\xa7")
_WINDOWS |= frozenset(b"\xab\xb0\xb2\xb3\xb4\xb7\xbb\xbc\xbd\xbe\xd7\xf7")
_WITHIN_A_WORD = re.compile(rb"[a-z][\xe0-\xef\xf1-\xf6\xf8-\xfc]|[\xe0-\xef\xf1-\xf6\xf8-\xfc][a-z]")
"""é, ë, ï … beside a small letter: in the encodings of older Macs and of DOS these bytes are capitals and signs."""


def _is_windows(content: bytes) -> bool:
    """Say whether a text is certainly in the encoding of Windows (cp1252), and in no other."""
    return _WINDOWS.issuperset(content) and _WITHIN_A_WORD.search(content) is not None


_UNSEEN = re.compile("[\x80-\x9f]")
"""Half of a letter that was opened in another encoding: it must not just go."""


def _tidy(cell: str) -> str:
    cell = cell.strip()
    if cell.isascii() and cell.isprintable():
        return cell
    cell = _UNSEEN.sub("\ufffd", cell)
    return hygiene.clean(cell, 4 * len(cell), lines=True)  # marks that nobody sees; how long it may be is judged later


def _refused(path: Path, message: str) -> FormsError:
    return FormsError([Fault(path.name or str(path), message)])

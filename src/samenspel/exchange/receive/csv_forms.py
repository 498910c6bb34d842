"""Typed-in paper forms: a CSV file in, a response for each row out, or every fault in the file at once.

The columns are those of the contract: ``respondent;partij;vorm;gebied;ervaring;overleg`` and then the ids of
statements, knowledge cards and open questions. A column that is left out was not answered.
"""

import csv
import io
import stat
from collections.abc import Callable
from pathlib import Path

from samenspel import hygiene
from samenspel.exchange.receive.forms import (
    MANY,
    PARTY,
    RESPONDENT,
    Fault,
    FormReader,
    FormsError,
    PaperForm,
    columns,
    first,
    meant,
    shown,
)
from samenspel.questionnaire.model import Questionnaire
from samenspel.refusals import why_not_read
from samenspel.taal import _
from samenspel.walk import Step

SIZE_LIMIT = 5_000_000
"""Bytes: some thousand forms with long texts; anything larger is not a file of typed-in forms."""


def read_forms(path: Path, questionnaire: Questionnaire) -> tuple[PaperForm, ...]:
    """Read all forms in a CSV file (UTF-8, ``;`` or ``,``), in file order.

    Raises:
        FormsError: anything at all is wrong; it holds every problem found, and nothing may be used.
    """
    table = _read_table(path)
    header, steps = table[0], columns(questionnaire)
    problems = _header_problems(path.name, header, steps)
    if problems:
        raise FormsError(first(path.name, problems))
    forms: list[PaperForm] = []
    seen: dict[str, str] = {}
    for number, cells in enumerate(table[1:], start=2):
        if len(problems) >= MANY:
            break
        if not any(cells):
            continue
        row = FormReader(
            questionnaire, dict(zip(header, cells, strict=False)), _at(path.name, number), _("laat de cel leeg")
        )
        if len(cells) > len(header):
            text = _("deze rij heeft {found} cellen, de kop heeft er {allowed}. Haal de extra cellen weg.")
            row.wrong("", text.format(found=len(cells), allowed=len(header)))
        forms.append(row.form(steps, seen, _("rij {row}").format(row=number)))
        problems += row.problems
    if not forms:
        problems.append(
            Fault(path.name, _("er staan geen ingevulde formulieren in. Onder de kop hoort per formulier een rij."))
        )
    if problems:
        raise FormsError(first(path.name, problems))
    return tuple(forms)


def is_forms(path: Path) -> bool:
    """Say whether this CSV file has the columns of typed-in forms; what cannot be read has not."""
    try:
        header = _read_table(path)[0]
    except FormsError:
        return False
    return RESPONDENT in header and PARTY in header


def _at(file: str, row: int) -> Callable[[str, str], Fault]:
    return lambda column, message: Fault(file, message, row, column)


def _header_problems(file: str, header: list[str], known: dict[str, Step | None]) -> list[Fault]:
    problems: list[Fault] = []
    seen: set[str] = set()
    for place, name in enumerate(header, start=1):
        if len(problems) >= MANY:
            break
        if not name:
            text = _("kolom {place} heeft geen naam. Haal de kolom weg of geef hem een naam.")
            problems.append(Fault(file, text.format(place=place), 1))
        elif name in seen:
            problems.append(Fault(file, _("deze kolom staat er twee keer. Haal er één weg."), 1, shown(name)))
        elif name not in known:
            text = _("deze kolom hoort er niet bij. Gebruik de namen uit de vragenlijst.")
            problems.append(Fault(file, text + meant(name, tuple(known)), 1, shown(name)))
        seen.add(name)
    problems += [
        Fault(file, _("deze kolom ontbreekt. Zet hem in de kop."), 1, name)
        for name in (RESPONDENT, PARTY)
        if name not in header
    ]
    return problems


# A CSV file of unknown making → rows of stripped cells, or one clear reason why not. ---------------------------------


def _read_table(path: Path) -> list[list[str]]:
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
        raise _refused(path, _("dit bestand gaat niet open ({reason}).").format(reason=why_not_read(error))) from error
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


def _refused(path: Path, message: str) -> FormsError:
    return FormsError([Fault(path.name or str(path), message)])

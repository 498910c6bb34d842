"""Typed-in paper forms: a table in, a response for each row out, or every fault in the file at once.

The columns are those of the contract: ``respondent;partij;vorm;gebied;ervaring;overleg`` and then the ids of
statements, knowledge cards and open questions. A column that is left out was not answered.
"""

import re
from pathlib import Path
from typing import get_args

from samenspel import answering, hygiene
from samenspel.exchange.receive.csv_table import MOST_ROWS, Row, TypedTable, is_table, read_table
from samenspel.exchange.receive.empty_table import is_numbers
from samenspel.exchange.receive.forms import (
    FORM,
    LASTED,
    MANY,
    PARTY,
    RESPONDENT,
    Fault,
    FormReader,
    FormsError,
    PaperForm,
    cell_name,
    columns,
    first,
    meant,
    shown,
)
from samenspel.exchange.receive.rewritten import is_error, is_formatted, is_shortened, remedy, understood
from samenspel.questionnaire.model import Questionnaire
from samenspel.response import Form
from samenspel.taal import _
from samenspel.walk import Step

_TOTALS = frozenset(
    {"totaal", "subtotaal", "eindtotaal", "som", "gemiddelde", "gem", "aantal", "mediaan", "minimum", "maximum"}
    | {"total", "subtotal", "sum", "average", "mean", "count", "median"}
)
_KEPT_AS_TEXT = re.compile(r"['’`´]\d")
"""A number with what keeps a spreadsheet from reading it as a number."""


def read_forms(path: Path, questionnaire: Questionnaire) -> tuple[PaperForm, ...]:
    """Read all forms in a table as a spreadsheet saves it, in file order.

    Raises:
        FormsError: anything at all is wrong; it holds every problem found, and nothing may be used.
    """
    steps = columns(questionnaire)
    table = read_table(path, steps)
    if problems := _header_problems(path.name, table, steps):
        raise FormsError(first(path.name, problems))
    filled = [row for row in table.rows if not is_numbers(_cells(table, row))]
    if len(filled) > MOST_ROWS:
        text = _("er staan meer dan {meest} rijen in. Splits het bestand.").format(meest=MOST_ROWS)
        raise FormsError([Fault(path.name, text)])
    rows = _RowReader(path.name, questionnaire, table)
    forms: list[PaperForm] = []
    for row in filled:
        if len(rows.problems) >= MANY:
            break
        if _is_header(row.cells):
            text = _("hier staat nog een kop. Zet elke tabel in een eigen bestand, of haal deze rij weg.")
            rows.problems.append(Fault(path.name, text, row.number))
            break  # what is below may be of another table
        if form := rows.form(row):
            forms.append(form)
    if not forms and not rows.problems:
        text = _("er staan geen ingevulde formulieren in. Onder de kop hoort per formulier een rij.")
        raise FormsError([Fault(path.name, text)])
    if rows.problems:
        raise FormsError(first(path.name, rows.problems))
    return tuple(forms)


def is_forms(path: Path, questionnaire: Questionnaire) -> bool:
    """Say whether this file has the columns of typed-in forms; what cannot be read has not."""
    return is_table(path, columns(questionnaire))


class _RowReader:
    """Reads the rows of a table; what is wrong with them stands in ``problems``."""

    def __init__(self, file: str, questionnaire: Questionnaire, table: TypedTable) -> None:
        self._file, self._questionnaire, self._table = file, questionnaire, table
        self._steps = columns(questionnaire)
        self._choices = {name: _choices(questionnaire, name, step) for name, step in self._steps.items()}
        self._letters = {name: cell_name(place) for place, name in enumerate(table.head)}
        self._seen: dict[str, str] = {}
        self.problems: list[Fault] = []

    def form(self, row: Row) -> PaperForm | None:
        """Return the form in a row; None when it is none."""
        cells = _cells(self._table, row)
        if why := _no_form(cells):
            self.problems.append(Fault(self._file, why, row.number))
            return None
        typed = {name: _as_typed(text, self._choices[name]) for name, text in cells.items()}
        if _KEPT_AS_TEXT.match(typed.get(RESPONDENT, "")):
            typed[RESPONDENT] = typed[RESPONDENT][1:]

        def at(column: str, message: str) -> Fault:
            return Fault(self._file, message, row.number, column, self._letters.get(column, ""))

        reader = FormReader(self._questionnaire, typed, at, _("laat de cel leeg"), remedy)
        if (
            row.width > self._table.width
        ):  # an answer with a separator in it moves all behind it one place, also over nothing
            text = _(
                "deze rij heeft {found} cellen, de kop heeft er {allowed}. Haal de extra cellen weg. Staat het teken "
                "tussen de cellen ook in een tekst? Zet die tekst tussen aanhalingstekens."
            )
            reader.wrong("", text.format(found=row.width, allowed=self._table.width))
        for name, text in typed.items():
            choices = self._choices[name]
            if why := _spoilt(name, text, closed=bool(choices) and text not in choices):
                reader.refuse(name, why)
        form = reader.form(self._steps, self._seen, _("rij {row}").format(row=row.number))
        self.problems += reader.problems
        return form


def _cells(table: TypedTable, row: Row) -> dict[str, str]:
    """Return what stands in a row: column → text; nothing for what is empty, or has no name."""
    return {name: text for name, text in zip(table.head, row.cells, strict=False) if name and text}


def _choices(questionnaire: Questionnaire, name: str, step: Step | None) -> tuple[str, ...]:
    if step is None:
        return get_args(Form) if name == FORM else ()
    return answering.allowed(questionnaire, step)


def _as_typed(text: str, allowed: tuple[str, ...]) -> str:
    """Return what was typed in a cell with choices, before the spreadsheet rewrote it; other texts as they are."""
    if not allowed or (whole := understood(text, allowed)) in allowed:
        return whole if allowed else text
    parts = [part.strip() for part in text.split("|")]
    return "|".join(
        understood(part.removesuffix(LASTED).strip(), allowed) + (LASTED if part.endswith(LASTED) else "")
        for part in parts
    )


def _is_header(cells: list[str]) -> bool:
    return {RESPONDENT, PARTY} <= {understood(cell, (RESPONDENT, PARTY)) for cell in cells}


def _no_form(row: dict[str, str]) -> str:
    """Say why a row is no form at all: a sum, or a remark below the table; empty: it is one."""
    if row.get(PARTY):
        return ""
    if any(cell.casefold().strip(" :.") in _TOTALS for cell in row.values()):
        return _("dit lijkt een rij met totalen. Haal die rij weg.")
    if not row.get(RESPONDENT):
        return _("dit is geen formulier: er staat geen respondent en geen partij. Vul de rij aan, of haal hem weg.")
    return ""


def _spoilt(name: str, text: str, *, closed: bool) -> str:
    """Say why a cell cannot be what somebody typed; empty: it can. ``closed``: there are answers to choose from."""
    if is_error(text):
        why = _("‘{found}’ is een fout van een formule, geen antwoord. {hulp}")
        helps = _("Typ wat op het formulier staat, met een apostrof (') ervoor.")
        return why.format(found=shown(text), hulp=helps)
    if closed and is_formatted(text):
        return _("dit werd een percentage, bedrag, tijd of WAAR. Zet de kolom op ‘Tekst’ en typ het antwoord opnieuw.")
    if name == RESPONDENT and is_shortened(text):
        return _("‘{found}’ is een afgekort getal. Zet de kolom op ‘Tekst’ en typ het nummer opnieuw.").format(
            found=shown(text)
        )
    if hygiene.is_misread(text):
        return _("hier zijn letters veranderd in vreemde tekens. Verbeter ze, en bewaar het bestand als ‘CSV UTF-8’.")
    return ""


def _no_columns(table: TypedTable) -> str:
    """Say why there are no columns with these names, though the names are there; empty: there are, or they are not."""
    if {RESPONDENT, PARTY} <= set(table.head):
        return ""
    if any(RESPONDENT in (low := name.casefold()) and PARTY in low for name in table.head):
        return _("samenspel ziet niet waar een kolom ophoudt. Bewaar het blad in uw rekenprogramma als ‘CSV UTF-8’.")
    down = {understood(cells[0], (RESPONDENT, PARTY)) for cells in (table.head, *(row.cells for row in table.rows))}
    if {RESPONDENT, PARTY} <= down:
        return _(
            "de formulieren staan naast elkaar. Elk formulier hoort op een eigen rij. Kopieer de tabel, en kies bij "
            "het plakken voor ‘Transponeren’."
        )
    return ""


def _header_problems(file: str, table: TypedTable, known: dict[str, Step | None]) -> list[Fault]:
    header, row = table.head, table.head_row
    if why := _no_columns(table):
        return [Fault(file, why)]
    if not any(name in known for name in header):
        text = _(
            "dit is geen tabel met formulieren: er is geen kop met ‘respondent’ en ‘partij’. "
            "Zet de namen van de kolommen in de eerste rij."
        )
        return [Fault(file, text)]
    problems: list[Fault] = []
    seen: set[str] = set()
    for place, name in enumerate(header):
        if len(problems) >= MANY:
            break
        if name in seen and name:
            text = _("deze kolom staat er twee keer. Haal er één weg.")
            problems.append(Fault(file, text, row, shown(name), cell_name(place)))
        elif is_error(name):
            text = _("‘{found}’ is een fout van een formule. Typ hier de naam van de kolom.").format(found=shown(name))
            problems.append(Fault(file, text, row, letter=cell_name(place)))
        elif name and name not in known:
            text = _("deze kolom hoort er niet bij. Gebruik de namen uit de vragenlijst.")
            problems.append(Fault(file, text + meant(name, tuple(known)), row, shown(name), cell_name(place)))
        seen.add(name)
    problems += [
        Fault(file, _("deze kolom ontbreekt. Zet hem in de kop."), row, name)
        for name in (RESPONDENT, PARTY)
        if name not in header
    ]
    return problems

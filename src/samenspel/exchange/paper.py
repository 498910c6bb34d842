"""Typed-in paper forms: a CSV file in, a response for each row out, or every fault in the file at once.

The columns are those of the contract: ``respondent;partij;vorm;gebied;ervaring;overleg`` and then the ids of
statements, knowledge cards and open questions. A column that is left out was not answered.
"""

from collections.abc import Callable
from pathlib import Path

from samenspel.exchange.given import PARTY, RESPONDENT, Given, PaperForm, columns, meant, shown
from samenspel.exchange.problems import FormsError, Problem
from samenspel.exchange.table import read_table
from samenspel.questionnaire.model import Questionnaire
from samenspel.taal import _
from samenspel.walk import Step

MANY = 500
"""So many faults are told: nobody reads more, and a hostile file could have a million."""


def read_forms(path: Path, questionnaire: Questionnaire) -> tuple[PaperForm, ...]:
    """Read all forms in a CSV file (UTF-8, ``;`` or ``,``), in file order.

    Raises:
        FormsError: anything at all is wrong; it holds every problem found, and nothing may be used.
    """
    table = read_table(path)
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
        row = Given(
            questionnaire, dict(zip(header, cells, strict=False)), _at(path.name, number), _("laat de cel leeg")
        )
        if len(cells) > len(header):
            text = _("deze rij heeft {found} cellen, de kop heeft er {allowed}. Haal de extra cellen weg.")
            row.wrong("", text.format(found=len(cells), allowed=len(header)))
        forms.append(row.form(steps, seen, _("rij {row}").format(row=number)))
        problems += row.problems
    if not forms:
        problems.append(
            Problem(path.name, _("er staan geen ingevulde formulieren in. Onder de kop hoort per formulier een rij."))
        )
    if problems:
        raise FormsError(first(path.name, problems))
    return tuple(forms)


def is_forms(path: Path) -> bool:
    """Say whether this CSV file has the columns of typed-in forms; what cannot be read has not."""
    try:
        header = read_table(path)[0]
    except FormsError:
        return False
    return RESPONDENT in header and PARTY in header


def _at(file: str, row: int) -> Callable[[str, str], Problem]:
    return lambda column, message: Problem(file, message, row, column)


def _header_problems(file: str, header: list[str], known: dict[str, Step | None]) -> list[Problem]:
    problems: list[Problem] = []
    seen: set[str] = set()
    for place, name in enumerate(header, start=1):
        if len(problems) >= MANY:
            break
        if not name:
            text = _("kolom {place} heeft geen naam. Haal de kolom weg of geef hem een naam.")
            problems.append(Problem(file, text.format(place=place), 1))
        elif name in seen:
            problems.append(Problem(file, _("deze kolom staat er twee keer. Haal er één weg."), 1, shown(name)))
        elif name not in known:
            text = _("deze kolom hoort er niet bij. Gebruik de namen uit de vragenlijst.")
            problems.append(Problem(file, text + meant(name, tuple(known)), 1, shown(name)))
        seen.add(name)
    problems += [
        Problem(file, _("deze kolom ontbreekt. Zet hem in de kop."), 1, name)
        for name in (RESPONDENT, PARTY)
        if name not in header
    ]
    return problems


def first(file: str, problems: list[Problem]) -> list[Problem]:
    """Return the first ``MANY`` of ``problems``, and say so when there are more."""
    if len(problems) < MANY:
        return problems
    text = _("dit zijn de eerste {n} fouten. Verbeter die eerst.")
    return [*problems[:MANY], Problem(file, text.format(n=MANY))]

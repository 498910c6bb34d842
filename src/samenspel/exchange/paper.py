"""Typed-in paper forms: a CSV file in, a response for each row out, or every fault in the file at once.

The columns are those of the contract: ``respondent;partij;vorm;gebied;ervaring;overleg`` and then the ids of
statements, knowledge cards and open questions. A column that is left out was not answered.
"""

from difflib import get_close_matches
from pathlib import Path

from msgspec import Struct

from samenspel import answering, hygiene
from samenspel.exchange.problems import FormsError, Problem
from samenspel.exchange.table import read_table
from samenspel.questionnaire.model import Questionnaire
from samenspel.response import Response
from samenspel.taal import _, opsomming
from samenspel.walk import Step

RESPONDENT, PARTY, FORM = "respondent", "partij", "vorm"
LASTED = "+"
_SHOWN = 40
MANY = 500
"""So many faults are told: nobody reads more, and a hostile file could have a million."""


class PaperForm(Struct, frozen=True):
    """One row: who (a number or code from the file) and what was answered."""

    respondent: str
    response: Response


def read_forms(path: Path, questionnaire: Questionnaire) -> tuple[PaperForm, ...]:
    """Read all forms in a CSV file (UTF-8, ``;`` or ``,``), in file order.

    Raises:
        FormsError: anything at all is wrong; it holds every problem found, and nothing may be used.
    """
    table = read_table(path)
    steps = columns(questionnaire)
    problems = _header_problems(path.name, table[0], steps)
    if problems:
        raise FormsError(_told(path.name, problems))
    forms: list[PaperForm] = []
    seen: dict[str, int] = {}
    for number, cells in enumerate(table[1:], start=2):
        if len(problems) >= MANY:
            break
        if any(cells):
            row = _Row(path.name, number, table[0], cells, questionnaire)
            form = row.form(steps, seen)
            problems += row.problems
            forms.append(form)
    if not forms:
        problems.append(
            Problem(path.name, _("er staan geen ingevulde formulieren in. Onder de kop hoort per formulier een rij."))
        )
    if problems:
        raise FormsError(_told(path.name, problems))
    return tuple(forms)


def columns(questionnaire: Questionnaire) -> dict[str, Step | None]:
    """Return every column that a file may have, in order, with the step that it answers (None: not a step)."""
    asked = questionnaire.asked
    return {
        RESPONDENT: None,
        PARTY: Step("party"),
        FORM: None,
        "gebied": Step("area"),
        "ervaring": Step("experience"),
        "overleg": Step("meeting"),
        **{item.id: Step("item", item.id) for item in asked.items},
        **{card.id: Step("card", card.id) for card in asked.cards},
        **{question.id: Step("open", question.id) for question in asked.open_questions},
    }


class _Row:
    """One row under way: its cells become a response, its faults are collected."""

    def __init__(
        self, file: str, number: int, header: list[str], cells: list[str], questionnaire: Questionnaire
    ) -> None:
        self._file, self._number, self._questionnaire = file, number, questionnaire
        self._cells = dict(zip(header, cells, strict=False))
        self.problems: list[Problem] = []
        if len(cells) > len(header):
            text = _("deze rij heeft {found} cellen, de kop heeft er {allowed}. Haal de extra cellen weg.")
            self._wrong("", text.format(found=len(cells), allowed=len(header)))

    def form(self, steps: dict[str, Step | None], seen: dict[str, int]) -> PaperForm:
        """Read every cell; what could not be read stands in ``problems``."""
        respondent = self._respondent(seen)
        response = self._form_choice(Response())
        if not self._cells.get(PARTY):
            allowed = answering.allowed(self._questionnaire, Step("party"))
            self._wrong(
                PARTY, _("hier staat niets. Kies uit: {allowed}.").format(allowed=opsomming([*allowed], _("of")))
            )
        for column, step in steps.items():
            text = self._cells.get(column, "")
            if step is not None and text:
                response = self._answer(response, column, step, text)
        return PaperForm(respondent, response)

    def _respondent(self, seen: dict[str, int]) -> str:
        try:
            respondent = hygiene.clean(self._cells.get(RESPONDENT, ""), hygiene.RESPONDENT_LIMIT)
        except hygiene.TooLongError as error:
            self._too_long(RESPONDENT, error)
            return ""
        if not respondent:
            self._wrong(RESPONDENT, _("hier staat niets. Geef elk formulier een eigen nummer."))
        elif respondent in seen:
            text = _("‘{found}’ staat ook in rij {row}. Geef elk formulier een eigen nummer.")
            self._wrong(RESPONDENT, text.format(found=respondent, row=seen[respondent]))
        seen.setdefault(respondent, self._number)
        return respondent

    def _form_choice(self, response: Response) -> Response:
        match self._cells.get(FORM, ""):
            case "" | "volledig":
                return response
            case "kort":
                return answering.choose_form(response, "kort")
            case found:
                self._not_allowed(FORM, found, ("volledig", "kort"))
                return response

    def _answer(self, response: Response, column: str, step: Step, text: str) -> Response:
        try:
            if step.kind == "open" and answering.allowed(self._questionnaire, step):
                return self._activities(response, step, text)
            return answering.record(self._questionnaire, response, step, text)
        except answering.AnswerError as error:
            self._not_allowed(column, str(error.found), error.allowed)
        except hygiene.TooLongError as error:
            self._too_long(column, error)
        return response

    def _activities(self, response: Response, step: Step, text: str) -> Response:
        for part in text.split("|"):
            activity = part.strip()
            name = activity.removesuffix(LASTED).strip()
            lasted = activity.endswith(LASTED)
            response = answering.record_activity(self._questionnaire, response, step, name, lasted=lasted)
        return response

    def _not_allowed(self, column: str, found: str, allowed: tuple[str, ...]) -> None:
        text = _("‘{found}’ mag hier niet. Kies uit: {allowed}, of laat de cel leeg.")
        if column == PARTY:
            text = _("‘{found}’ is geen partij. Kies uit: {allowed}.")
        self._wrong(
            column, text.format(found=shown(found), allowed=opsomming([*allowed], _("of"))) + _meant(found, allowed)
        )

    def _too_long(self, column: str, error: hygiene.TooLongError) -> None:
        text = _("deze tekst heeft {length} tekens, hoogstens {limit} mag. Maak de tekst korter.")
        self._wrong(column, text.format(length=error.length, limit=error.limit))

    def _wrong(self, column: str, message: str) -> None:
        self.problems.append(Problem(self._file, message, self._number, column))


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
            text = _("deze kolom ken ik niet. Gebruik de namen uit de vragenlijst.")
            problems.append(Problem(file, text + _meant(name, tuple(known)), 1, shown(name)))
        seen.add(name)
    problems += [
        Problem(file, _("deze kolom ontbreekt. Zet hem in de kop."), 1, name)
        for name in (RESPONDENT, PARTY)
        if name not in header
    ]
    return problems


def _told(file: str, problems: list[Problem]) -> list[Problem]:
    if len(problems) < MANY:
        return problems
    text = _("dit zijn de eerste {n} fouten. Verbeter die eerst.")
    return [*problems[:MANY], Problem(file, text.format(n=MANY))]


def _meant(found: str, allowed: tuple[str, ...]) -> str:
    close = get_close_matches(found[:60].lower(), allowed, n=1)
    return " " + _("Bedoelde u ‘{close}’?").format(close=close[0]) if close else ""


def shown(found: str) -> str:
    """Make what was found fit to be shown in a message: cleaned, and no longer than 40 characters."""
    text = hygiene.clean(found, 4 * len(found))
    return text if len(text) <= _SHOWN else text[:_SHOWN] + "…"

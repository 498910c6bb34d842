"""One filled-in paper form, whatever it was read from: its cells become a response, its faults are collected.

A cell holds what the contract of the CSV columns says; a form that is filled in on a screen is read into such cells.
"""

from collections.abc import Callable, Iterable
from difflib import get_close_matches

from msgspec import Struct

from samenspel import answering, hygiene
from samenspel.questionnaire.model import Questionnaire
from samenspel.refusals import RefusalError
from samenspel.response import Response
from samenspel.taal import _, opsomming
from samenspel.walk import Step

RESPONDENT, PARTY, FORM = "respondent", "partij", "vorm"
LASTED = "+"
MANY = 500
"""So many faults are told: nobody reads more, and a hostile file could have a million."""
_SHOWN = 40
_NAMED = 3


class Fault(Struct, frozen=True):
    """One fault: the row and column, as a spreadsheet counts, or the field, where it stands; else the whole file.

    Attributes:
        file: the name of the file.
        message: what is wrong, and what helps.
        row: the row; 0: none.
        column: the name of the column.
        letter: what a spreadsheet calls the column.
        field: the name of the field.
        place: where the field stands on the form, in words.
    """

    file: str
    message: str
    row: int = 0
    column: str = ""
    letter: str = ""
    field: str = ""
    place: str = ""

    def __str__(self) -> str:
        """Write ``bestand, rij 3, kolom B (partij): …`` or ``bestand, stelling 3 (rol-eigen): …``."""
        return _line([self])


class FormsError(RefusalError):
    """A file with answers was refused; nothing of it was used. ``problems`` holds everything found."""

    def __init__(self, problems: list[Fault]) -> None:
        super().__init__("\n".join(lines(problems)))
        self.problems = problems


def lines(problems: list[Fault]) -> list[str]:
    """Return a line for each fault; the same fault in several rows, columns or files is one with their numbers."""
    columns: dict[tuple[str, str], set[str]] = {}
    for one in problems:
        columns.setdefault((one.file, one.message), set()).add(one.letter)
    same: dict[tuple[str, ...], list[Fault]] = {}
    for one in problems:
        many = len(columns[one.file, one.message]) > _NAMED
        where = () if many else (one.column, one.letter, one.field, one.place)
        same.setdefault((one.message, one.file if one.row else "", *where), []).append(one)
    return [_line(alike) for alike in same.values()]


def some(names: Iterable[str]) -> str:
    """Name three at most; of more the first two, and how many others there are: ``2, 3 en 14 andere``."""
    all_ = list(dict.fromkeys(names))
    if len(all_) <= _NAMED:
        return opsomming(all_)
    return _("{namen} en {n} andere").format(namen=", ".join(all_[: _NAMED - 1]), n=len(all_) - _NAMED + 1)


def _column(fault: Fault) -> str:
    return f"{fault.letter} ({fault.column})" if fault.letter and fault.column else fault.letter or fault.column


def _line(alike: list[Fault]) -> str:
    """Write the same fault, in one or more rows or files."""
    one = alike[0]
    place = [some(hygiene.one_line(fault.file) for fault in alike)]
    rows, columns = {fault.row for fault in alike}, {fault.letter for fault in alike}
    if len(rows) > 1 and len(columns) > 1:
        place.append(_("cellen {namen}").format(namen=some(f"{fault.letter}{fault.row}" for fault in alike)))
        return f"{', '.join(place)}: {one.message}"
    if one.row:
        place.append(_("rij {row}").format(row=some(str(fault.row) for fault in alike)))
    if one.letter or one.column:
        place.append(_("kolom {column}").format(column=some(map(_column, alike))))
    if one.place:
        place.append(one.place)
    elif one.field:
        place.append(_("veld {field}").format(field=one.field))
    return f"{', '.join(place)}: {one.message}"


class PaperForm(Struct, frozen=True):
    """One form: who (a number or code from the file) and what was answered."""

    respondent: str
    response: Response


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


def cells_of(questionnaire: Questionnaire, form: PaperForm) -> dict[str, str]:
    """Return what stands in a table for a form: column → text; what was left open is not there."""
    given = form.response
    done = {
        question.id: "|".join(
            f"{one.id}{LASTED if given.activities[one.id] else ''}"
            for one in question.activities
            if one.id in given.activities
        )
        for question in questionnaire.asked.open_questions
        if question.activities
    }
    cells = {
        RESPONDENT: form.respondent,
        PARTY: given.party,
        FORM: given.form,
        "gebied": given.area,
        "ervaring": given.experience,
        "overleg": given.meeting,
        **{item: str(answer) for item, answer in given.answers.items()},
        **given.knowledge,
        **given.open,
        **done,
    }
    return {name: cell for name, cell in cells.items() if cell}


class FormReader:
    """One form under way."""

    def __init__(
        self,
        questionnaire: Questionnaire,
        cells: dict[str, str],
        problem: Callable[[str, str], Fault],
        blank: str,
        helps: Callable[[str, tuple[str, ...]], str] = lambda _found, _allowed: "",
    ) -> None:
        """Prepare.

        Args:
            questionnaire: what is asked.
            cells: column → what stands there.
            problem: makes a fault of a column and a message.
            blank: how an answer is left open, in words.
            helps: says what helps against a wrong answer, given what may stand there; empty: nothing more.
        """
        self._questionnaire, self._cells, self._problem = questionnaire, dict(cells), problem
        self._blank, self._helps = blank, helps
        self._refused: set[str] = set()
        self.problems: list[Fault] = []

    def refuse(self, column: str, message: str) -> None:
        """Add a fault, and read no more of what stands there."""
        self.wrong(column, message)
        self._cells.pop(column, None)
        self._refused.add(column)

    def form(self, steps: dict[str, Step | None], seen: dict[str, str], place: str) -> PaperForm:
        """Read every cell; what could not be read stands in ``problems``.

        Args:
            steps: the columns, see ``columns``.
            seen: respondent → where that one stands; this one is put in.
            place: where this form stands, in words.
        """
        respondent = self._respondent(seen, place)
        response = self._form_choice(Response())
        if not self._cells.get(PARTY) and PARTY not in self._refused:
            allowed = answering.allowed(self._questionnaire, Step("party"))
            self.wrong(
                PARTY, _("hier staat niets. Kies uit: {allowed}.").format(allowed=opsomming([*allowed], _("of")))
            )
        for column, step in steps.items():
            text = self._cells.get(column, "")
            if step is not None and text:
                response = self._answer(response, column, step, text)
        return PaperForm(respondent, response)

    def _respondent(self, seen: dict[str, str], place: str) -> str:
        try:
            respondent = hygiene.clean(self._cells.get(RESPONDENT, ""), hygiene.RESPONDENT_LIMIT)
        except hygiene.TooLongError as error:
            self.too_long(RESPONDENT, error)
            return ""
        if RESPONDENT in self._refused:
            return ""
        if not respondent:
            self.wrong(RESPONDENT, _("hier staat niets. Geef elk formulier een eigen nummer."))
        elif respondent in seen:
            text = _("‘{found}’ staat ook in {place}. Geef elk formulier een eigen nummer.")
            self.wrong(RESPONDENT, text.format(found=respondent, place=hygiene.one_line(seen[respondent])))
        seen.setdefault(respondent, place)
        return respondent

    def _form_choice(self, response: Response) -> Response:
        match self._cells.get(FORM, ""):
            case "" | "volledig":
                return response
            case "kort":
                return answering.choose_form(response, "kort")
            case found:
                self.not_allowed(FORM, found, ("volledig", "kort"))
                return response

    def _answer(self, response: Response, column: str, step: Step, text: str) -> Response:
        try:
            if step.kind == "open" and answering.allowed(self._questionnaire, step):
                return self._activities(response, step, text)
            return answering.record(self._questionnaire, response, step, text)
        except answering.AnswerError as error:
            self.not_allowed(column, str(error.found), error.allowed)
        except hygiene.TooLongError as error:
            self.too_long(column, error)
        return response

    def _activities(self, response: Response, step: Step, text: str) -> Response:
        for part in text.split("|"):
            activity = part.strip()
            name = activity.removesuffix(LASTED).strip()
            lasted = activity.endswith(LASTED)
            response = answering.record_activity(self._questionnaire, response, step, name, lasted=lasted)
        return response

    def not_allowed(self, column: str, found: str, allowed: tuple[str, ...]) -> None:
        """Add a fault: this answer is not one of those that may be given."""
        text = _("‘{found}’ mag hier niet. Kies uit: {allowed}, of {blank}.")
        if column == PARTY:
            text = _("‘{found}’ is geen partij. Kies uit: {allowed}.")
        self.wrong(
            column,
            text.format(found=shown(found), allowed=opsomming([*allowed], _("of")), blank=self._blank)
            + (f" {helps}" if (helps := self._helps(found, allowed)) else meant(found, allowed)),
        )

    def too_long(self, column: str, error: hygiene.TooLongError) -> None:
        """Add a fault: a text is too long."""
        text = _("deze tekst heeft {length} tekens, hooguit {limit} mag. Maak de tekst korter.")
        self.wrong(column, text.format(length=error.length, limit=error.limit))

    def wrong(self, column: str, message: str) -> None:
        """Add a fault."""
        self.problems.append(self._problem(column, message))


def meant(found: str, allowed: tuple[str, ...]) -> str:
    """Return ``Bedoelde u …?`` when one of ``allowed`` is close to what was found; else nothing."""
    close = get_close_matches(found[:60].lower(), allowed, n=1)
    return " " + _("Bedoelde u ‘{close}’?").format(close=close[0]) if close else ""


def cell_name(place: int) -> str:
    """Return what a spreadsheet calls the column at ``place``, counted from 0: A to Z, then AA."""
    rest, last = divmod(place, 26)
    return (cell_name(rest - 1) if rest else "") + chr(ord("A") + last)


def shown(found: str) -> str:
    """Make what was found fit to be shown in a message: cleaned, and no longer than 40 characters."""
    text = hygiene.clean(found, 4 * len(found))
    return text if len(text) <= _SHOWN else text[:_SHOWN] + "…"


def first(file: str, problems: list[Fault]) -> list[Fault]:
    """Return the first ``MANY`` of ``problems``, and say so when there are more."""
    if len(problems) < MANY:
        return problems
    text = _("dit zijn de eerste {n} fouten. Verbeter die eerst.")
    return [*problems[:MANY], Fault(file, text.format(n=MANY))]

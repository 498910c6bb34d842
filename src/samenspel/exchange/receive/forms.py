"""One filled-in paper form, whatever it was read from: its cells become a response, its faults are collected.

A cell holds what the contract of the CSV columns says; a form that is filled in on a screen is read into such cells.
"""

from collections.abc import Callable
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


class Fault(Struct, frozen=True):
    """One fault: the row (1 = the header) and column, or the field, where it stands; 0 or empty: the whole file.

    ``place`` is where the field stands on the form, in words.
    """

    file: str
    message: str
    row: int = 0
    column: str = ""
    field: str = ""
    place: str = ""

    def __str__(self) -> str:
        """Write ``bestand, rij 3, kolom partij: …`` or ``bestand, stelling 3 (rol-eigen): …``."""
        place = [self.file]
        if self.row:
            place.append(_("rij {row}").format(row=self.row))
        if self.column:
            place.append(_("kolom {column}").format(column=self.column))
        if self.place:
            place.append(self.place)
        elif self.field:
            place.append(_("veld {field}").format(field=self.field))
        return f"{', '.join(place)}: {self.message}"


class FormsError(RefusalError):
    """A file with answers was refused; nothing of it was used. ``problems`` holds everything found."""

    def __init__(self, problems: list[Fault]) -> None:
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = problems


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


class FormReader:
    """One form under way. ``problem`` makes a fault of a column and a message; ``blank`` says how it is left open."""

    def __init__(
        self, questionnaire: Questionnaire, cells: dict[str, str], problem: Callable[[str, str], Fault], blank: str
    ) -> None:
        self._questionnaire, self._cells, self._problem, self._blank = questionnaire, cells, problem, blank
        self.problems: list[Fault] = []

    def form(self, steps: dict[str, Step | None], seen: dict[str, str], place: str) -> PaperForm:
        """Read every cell; what could not be read stands in ``problems``.

        Args:
            steps: the columns, see ``columns``.
            seen: respondent → where that one stands; this one is put in.
            place: where this form stands, in words.
        """
        respondent = self._respondent(seen, place)
        response = self._form_choice(Response())
        if not self._cells.get(PARTY):
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
        if not respondent:
            self.wrong(RESPONDENT, _("hier staat niets. Geef elk formulier een eigen nummer."))
        elif respondent in seen:
            text = _("‘{found}’ staat ook in {place}. Geef elk formulier een eigen nummer.")
            self.wrong(RESPONDENT, text.format(found=respondent, place=seen[respondent]))
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
            + meant(found, allowed),
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

"""Paper forms that were filled in on a screen: PDF files in, a response for each out, or every fault at once."""

from collections.abc import Collection, Iterable
from pathlib import Path

from samenspel import answering, hygiene
from samenspel.exchange.filled_cells import cells
from samenspel.exchange.filled_marks import check_marks
from samenspel.exchange.filled_places import places
from samenspel.exchange.given import FORM, RESPONDENT, Given, PaperForm, columns, shown
from samenspel.exchange.one_file import HandoverError, content
from samenspel.exchange.paper import first
from samenspel.exchange.pdf_fields import LIMIT, PdfError, read_fields
from samenspel.exchange.problems import FormsError, Problem
from samenspel.questionnaire.model import Questionnaire
from samenspel.report import sheet_fields as names
from samenspel.response import Response
from samenspel.taal import _, opsomming

_FIELDS = {RESPONDENT: names.NUMBER, FORM: names.FORM}
"""The fields whose cell has another name."""


def read_filled(
    paths: Iterable[Path], questionnaire: Questionnaire, others: Collection[str] = ()
) -> tuple[PaperForm, ...]:
    """Read filled-in forms, one a file, in this order.

    Args:
        paths: the files.
        questionnaire: what they should answer.
        others: ids of the questionnaires that may be asked for instead.

    Raises:
        FormsError: anything at all is wrong; it holds every problem found, and nothing may be used.
    """
    forms: list[PaperForm] = []
    problems: list[Problem] = []
    seen: dict[str, str] = {}
    for path in paths:
        try:
            forms.append(form_in(pdf(path), path.name, questionnaire, seen, others))
        except (HandoverError, PdfError) as error:
            problems.append(Problem(path.name or str(path), str(error)))
        except FormsError as error:
            problems += error.problems
    if problems:
        raise FormsError(first(problems[0].file, problems))
    return tuple(forms)


def pdf(path: Path) -> bytes:
    """Return what stands in a file that should be a form. Raises HandoverError."""
    text = _("dit bestand is te groot: hooguit {limit} MB mag. Is het wel het goede bestand?")
    return content(path, LIMIT, text.format(limit=LIMIT // 1_000_000))


def form_in(
    data: bytes, file: str, questionnaire: Questionnaire, seen: dict[str, str], others: Collection[str] = ()
) -> PaperForm:
    """Read the form in a PDF.

    Args:
        data: the PDF.
        file: its name; what the form is called when it has no number.
        questionnaire: what it should answer.
        seen: number → the file that has it; this one is put in.
        others: ids of the questionnaires that may be asked for instead.

    Raises:
        PdfError: it cannot be used as a whole.
        FormsError: some of the answers cannot.
    """
    fields = read_fields(data)
    sheet = check_marks(fields, questionnaire, others)
    if not any(fields[name] for name in fields if not name.startswith(names.OURS) and name != names.NUMBER):
        raise PdfError(_("dit formulier is leeg. Is het na het invullen wel opgeslagen?"), ours=True)
    where = places(questionnaire, sheet)
    problems = [
        Problem(file, _two(found), field=shown(name), place=where.get(name, ""))
        for name, found in fields.items()
        if len(found) > 1
    ]
    single = {name: found[0] for name, found in fields.items() if len(found) == 1}

    def problem(column: str, message: str) -> Problem:
        name = _FIELDS.get(column, names.field(column))
        return Problem(file, message, field=name, place=where.get(name, ""))

    given = Given(questionnaire, cells(questionnaire, single, file), problem, _("laat het veld leeg"))
    found = given.form(columns(questionnaire), seen, file)
    response = _with_notes(questionnaire, given, found.response, single)
    response = _with_shares(questionnaire, given, response, single)
    twice = {one.field for one in problems}
    if problems := [*problems, *(one for one in given.problems if one.field not in twice)]:
        raise FormsError(problems)
    return PaperForm(found.respondent, response)


def _two(found: tuple[str, ...]) -> str:
    answers = opsomming([f"‘{shown(one)}’" for one in found[:4]])
    return _("hier staan {n} antwoorden: {antwoorden}. Laat er één staan.").format(n=len(found), antwoorden=answers)


def _with_notes(q: Questionnaire, given: Given, response: Response, fields: dict[str, str]) -> Response:
    for item in q.asked.items:
        name = names.note_field(item.id)
        try:
            response = answering.record_note(q, response, item.id, fields.get(name, ""))
        except hygiene.TooLongError as error:
            given.too_long(name, error)
    return response


def _with_shares(q: Questionnaire, given: Given, response: Response, fields: dict[str, str]) -> Response:
    """Share what may be shared; an answer that was not given cannot be."""
    for question in q.asked.open_questions:
        name = names.share_field(question.id)
        choice = fields.get(name, "")
        if choice not in {"", names.YES, names.NO}:
            given.not_allowed(name, choice, (names.NO, names.YES))
        answered = question.id in response.open or any(one.id in response.activities for one in question.activities)
        if choice == names.YES and answered:
            response = answering.share(response, question.id, on=True)
    return response

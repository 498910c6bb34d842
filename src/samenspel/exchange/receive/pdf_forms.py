"""Paper forms that were filled in on a screen: PDF files in, a response for each out, or every fault at once."""

from collections.abc import Collection, Iterable
from functools import lru_cache
from pathlib import Path
from typing import get_args

from samenspel import answering, hygiene
from samenspel.answering import allowed
from samenspel.exchange.handover import HandoverError, TooLargeError, beginning, content
from samenspel.exchange.receive.forms import (
    FORM,
    LASTED,
    PARTY,
    RESPONDENT,
    Fault,
    FormReader,
    FormsError,
    PaperForm,
    columns,
    first,
    shown,
)
from samenspel.exchange.receive.pdf_fields import (
    HOLDS_FILES,
    SCAN,
    Fields,
    FilledIn,
    looks_scanned,
    read_fields,
)
from samenspel.exchange.receive.pdf_tokens import PdfError, Work, WorkOnMany
from samenspel.questionnaire.applicability import fill
from samenspel.questionnaire.edition import fingerprint
from samenspel.questionnaire.model import OpenQuestion, Questionnaire
from samenspel.report.paper import field_names
from samenspel.report.paper.form import paper_sheet
from samenspel.report.paper.sheet import Block, Choose, Grid, Line, Sheet, Write
from samenspel.report.pdf import render_sheet
from samenspel.response import Form, Response
from samenspel.taal import _, meervoud, opsomming
from samenspel.walk import Step

LIMIT = 10_000_000
"""Bytes: a form with every field at its limit is a tenth of it."""
_BEGINNING = 1_000_000
"""So many bytes of a larger file are looked at, to say what it is instead."""
_NAMED = 3
_LONE = "Yes"
"""What a box says that is the only one of its question."""
_FIELDS = {RESPONDENT: field_names.NUMBER, FORM: field_names.FORM}
"""The fields whose cell has another name."""
_REMEDY = _("Neem het formulier en de vragenlijst die bij elkaar horen.")
_TYPED = _("Of typ de antwoorden over in een CSV-bestand: wat in beide versies staat, telt dan mee.")
_OTHER = _("Gebruik daarvoor: --vragenlijst {id}")


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
    problems: list[Fault] = []
    seen: dict[str, str] = {}
    all_work = WorkOnMany()
    all_work.expect(len(questionnaire.asked.items))
    for path in paths:
        work = all_work.for_one()
        try:
            forms.append(form_in(pdf(path), path.name, questionnaire, seen, others, work))
        except (HandoverError, PdfError) as error:
            problems.append(Fault(path.name or str(path), str(error)))
        except FormsError as error:
            problems += error.problems
        finally:
            all_work.done(work)
    if problems:
        raise FormsError(first(problems[0].file, problems))
    return tuple(forms)


def pdf(path: Path) -> bytes:
    """Return what stands in a file that should be a form. Raises HandoverError, PdfError."""
    text = _("dit bestand is te groot: hooguit {limit} MB mag. Is het wel het goede bestand?")
    try:
        return content(path, LIMIT, text.format(limit=LIMIT // 1_000_000))
    except TooLargeError as error:
        if looks_scanned(beginning(path, _BEGINNING)):
            raise PdfError(SCAN) from error
        raise


def form_in(  # noqa: PLR0913, PLR0917 - the last two are for those who bring many
    data: bytes,
    file: str,
    questionnaire: Questionnaire,
    seen: dict[str, str],
    others: Collection[str] = (),
    work: Work | None = None,
) -> PaperForm:
    """Read the form in a PDF.

    Args:
        data: the PDF.
        file: its name; what the form is called when it has no number.
        questionnaire: what it should answer.
        seen: number → the file that has it; this one is put in.
        others: ids of the questionnaires that may be asked for instead.
        work: what reading it may cost.

    Raises:
        PdfError: it cannot be used as a whole.
        FormsError: some of the answers cannot.
    """
    return form_of(read_fields(data, work), file, questionnaire, seen, others)


def asked_by(filled: FilledIn) -> str:
    """Return the id of the questionnaire that a form says it belongs to; empty: it says none."""
    return " ".join(filled.fields.get(field_names.ASKED_ID, ()))


def form_of(
    filled: FilledIn, file: str, questionnaire: Questionnaire, seen: dict[str, str], others: Collection[str] = ()
) -> PaperForm:
    """Read the form in the fields of a PDF; see :func:`form_in`."""
    _check_number(filled)
    fields = filled.fields
    sheet = _check_marks(fields, questionnaire, others)
    where = _places(questionnaire, sheet)
    _check_nothing_is_lost(filled, sheet, where)
    problems = [
        Fault(file, _two(found), field=shown(name), place=where.get(name, ""))
        for name, found in fields.items()
        if len(found) > 1
    ]
    single = {name: found[0] for name, found in fields.items() if len(found) == 1}

    def problem(column: str, message: str) -> Fault:
        name = _FIELDS.get(column, field_names.field(column))
        return Fault(file, message, field=name, place=where.get(name, ""))

    reader = FormReader(questionnaire, _cells(questionnaire, single, file), problem, _("laat het veld leeg"))
    found = reader.form(columns(questionnaire), seen, file)
    response = _with_notes(questionnaire, reader, found.response, single)
    response = _with_shares(questionnaire, reader, response, single)
    twice = {one.field for one in problems}
    if problems := [*problems, *(one for one in reader.problems if one.field not in twice)]:
        raise FormsError(problems)
    return PaperForm(found.respondent, response)


def _two(found: tuple[str, ...]) -> str:
    answers = opsomming([f"‘{shown(one)}’" for one in found[:4]])
    return _("hier staan {n} antwoorden: {antwoorden}. Laat er één staan.").format(n=len(found), antwoorden=answers)


def _with_notes(q: Questionnaire, reader: FormReader, response: Response, fields: dict[str, str]) -> Response:
    for item in q.asked.items:
        name = field_names.note_field(item.id)
        try:
            response = answering.record_note(q, response, item.id, fields.get(name, ""))
        except hygiene.TooLongError as error:
            reader.too_long(name, error)
    return response


def _with_shares(q: Questionnaire, reader: FormReader, response: Response, fields: dict[str, str]) -> Response:
    """Share what may be shared; an answer that was not given cannot be."""
    for question in q.asked.open_questions:
        name = field_names.share_field(question.id)
        choice = fields.get(name, "")
        if choice not in {"", field_names.YES, field_names.NO}:
            reader.not_allowed(name, choice, (field_names.NO, field_names.YES))
        answered = question.id in response.open or any(one.id in response.activities for one in question.activities)
        if choice == field_names.YES and answered:
            response = answering.share(response, question.id, on=True)
    return response


# Whether all that is on it can be read: one form, and nothing filled in but its fields. ------------------------------


def _check_number(filled: FilledIn) -> None:
    """Make sure that there is no second form in the file, under whatever names. Raises PdfError."""
    marks = [name for name in filled.fields if field_names.KIND in name]
    copies = sum(max(1, filled.times.get(name, 0), len(filled.pages.get(name, ()))) for name in marks)
    if copies > 1:
        raise PdfError(_TWO.format(n=copies))
    if field_names.KIND not in filled.fields and (
        renamed := [name for name in filled.fields if field_names.OURS in name]
    ):
        text = _(
            "de velden in deze PDF hebben andere namen gekregen, zoals ‘{naam}’. Geef het formulier zoals het na het "
            "invullen is opgeslagen, en niet samengevoegd of bewerkt."
        )
        raise PdfError(text.format(naam=shown(renamed[0])))


_TWO = _("in deze PDF zitten {n} formulieren. Geef elk formulier als een eigen PDF.")


def _check_nothing_is_lost(filled: FilledIn, sheet: Sheet, where: dict[str, str]) -> None:
    """Make sure that whatever a person put on the form is in its fields. Raises PdfError."""
    names = sheet.names()
    if any(len(filled.pages.get(name, ())) > 1 for name in names):
        raise PdfError(_TWO.format(n=max(len(filled.pages.get(name, ())) for name in names)))
    _check_pages(filled, sheet)
    if filled.converted:
        raise PdfError(
            _("dit formulier is door een ander programma omgezet (XFA). Vul een nieuw formulier in, en sla het op.")
        )
    if filled.holds_files:
        raise PdfError(HOLDS_FILES)
    filled_in = {name for name, found in filled.fields.items() if "".join(found).strip()} | filled.odd
    if stray := sorted(filled_in - names):
        text = _(
            "hierin is iets ingevuld dat niet bij het formulier hoort: {velden}. Is het samengevoegd of bewerkt? Vul "
            "een nieuw formulier in, of typ de antwoorden over in een CSV-bestand."
        )
        raise PdfError(text.format(velden=_listed(stray, where)))
    if filled.odd:
        text = _("hier staat iets wat samenspel niet kan lezen: {velden}. Vul het opnieuw in, en sla het op.")
        raise PdfError(text.format(velden=_listed(sorted(filled.odd), where)))
    if filled.unsaved:
        text = _("hier is een tekst te zien die niet is opgeslagen: {velden}. Vul die opnieuw in, en kies ‘Opslaan’.")
        raise PdfError(text.format(velden=_listed(sorted(filled.unsaved), where)))
    if written_on := sorted({*filled.written_on, *_painted_later(filled, sheet)}):
        pages = opsomming([str(page) for page in written_on])
        text = meervoud(
            "op bladzijde {n} is geschreven of getekend. {rest}",
            "op de bladzijden {n} is geschreven of getekend. {rest}",
            len(written_on),
        )
        raise PdfError(text.format(n=pages, rest=_ONLY_FIELDS))
    if not any(found for name, found in filled.fields.items() if name not in {field_names.NUMBER, *sheet.marks}):
        raise PdfError(_("dit formulier is leeg. Is het na het invullen wel opgeslagen?"))


def _check_pages(filled: FilledIn, sheet: Sheet) -> None:
    """Make sure that no other pages were put with the form, such as a second one without fields. Raises PdfError."""
    with_fields = frozenset[int]().union(*(filled.pages.get(name, ()) for name in sheet.names()))
    if filled.page_count == len(with_fields):
        return
    # On the last page of a form there may be no field: then only making it again tells how many pages it has.
    if (more := filled.page_count - _as_made(sheet).page_count) > 0:
        text = meervoud(
            "in deze PDF zit {n} bladzijde te veel: van een ander formulier, of iets wat er niet bij hoort. {hulp}",
            "in deze PDF zitten {n} bladzijden te veel: een ander formulier, of iets wat er niet bij hoort. {hulp}",
            more,
        )
        raise PdfError(text.format(n=more, hulp=_("Geef elk formulier als een eigen PDF, met niets erbij.")))


def _painted_later(filled: FilledIn, sheet: Sheet) -> list[int]:
    """Return the pages on which more is drawn than was made; some programs cut a drawing in parts and add nothing."""
    made = _as_made(sheet).painted if filled.in_parts else ()
    return [page for page in filled.in_parts if page <= len(made) and filled.painted[page - 1] > made[page - 1]]


@lru_cache(maxsize=8)
def _as_made(sheet: Sheet) -> FilledIn:
    """Return the form as it was before anybody filled it in."""
    return read_fields(render_sheet(sheet))


_ONLY_FIELDS = _(
    "samenspel leest alleen de velden. Vul de velden in en haal het andere weg, of typ de antwoorden over in een "
    "CSV-bestand."
)


def _listed(names: list[str], where: dict[str, str]) -> str:
    """Name fields by where they stand on the form, the first of them."""
    found = [where.get(name) or f"‘{shown(name)}’" for name in names[:_NAMED]]
    if len(names) > _NAMED:
        return _("{namen} en nog {n}").format(namen=", ".join(found), n=len(names) - _NAMED)
    return opsomming(found)


# Whether the form belongs to the questionnaire: what it says of itself, and whether all of it is there. --------------


def _check_marks(fields: Fields, questionnaire: Questionnaire, others: Collection[str] = ()) -> Sheet:
    """Make sure that these are the fields of a form of ours, for this questionnaire, and return that form.

    Args:
        fields: what was read.
        questionnaire: what the form should answer.
        others: ids of the questionnaires that may be asked for instead.

    Raises:
        PdfError: it says what they are instead.
    """
    kind, asked, version, asks, form, party = (
        " ".join(fields.get(name, ())) for name in field_names.marks(questionnaire, "", "")
    )
    if not kind or not asked:
        usual = {field_names.PARTY, field_names.AREA, field_names.EXPERIENCE, field_names.MEETING}  # others have these
        if fields.keys() & paper_sheet(questionnaire).names() - usual:
            raise PdfError(_("de eerste bladzijde van dit formulier ontbreekt. Geef het hele formulier."))
        raise PdfError(_("dit is een ander formulier, niet een van samenspel."), other=True)
    if kind != field_names.SCHEMA:
        raise PdfError(_("dit formulier is gemaakt met een andere versie van samenspel. Werk samenspel bij."))
    if asked != questionnaire.id:
        text = _("dit formulier hoort bij de vragenlijst ‘{hun}’ (versie {versie}), niet bij ‘{ons}’.")
        remedy = _OTHER.format(id=asked) if asked in others else _REMEDY
        raise PdfError(f"{text.format(hun=shown(asked), versie=shown(version), ons=questionnaire.id)} {remedy}")
    if version != questionnaire.version:
        text = _("dit formulier hoort bij versie {hun} van de vragenlijst, niet bij versie {ons}.")
        raise PdfError(f"{text.format(hun=shown(version), ons=questionnaire.version)} {_REMEDY} {_TYPED}")
    if asks != fingerprint(questionnaire):
        text = _("dit formulier stelt andere vragen dan de vragenlijst, al is het versienummer hetzelfde.")
        raise PdfError(f"{text} {_REMEDY}")
    if form not in get_args(Form) or (party and party not in allowed(questionnaire, Step("party"))):
        raise PdfError(_("in dit formulier is veranderd voor wie het is. Neem een nieuw formulier."))
    sheet = paper_sheet(questionnaire, "kort" if form == "kort" else "volledig", party)
    if missing := sorted(sheet.names() - fields.keys()):
        text = meervoud(
            "in dit formulier ontbreekt een veld: {eerste}. Is er een bladzijde uit gehaald?",
            "in dit formulier ontbreken {n} velden, zoals {eerste}. Is er een bladzijde uit gehaald?",
            len(missing),
        )
        first = _places(questionnaire, sheet).get(missing[0], missing[0])
        raise PdfError(text.format(n=len(missing), eerste=first))
    return sheet


# The fields as the cells that a typed-in form has, so that both are judged by the same rules. -----------------------


def _cells(questionnaire: Questionnaire, fields: dict[str, str], file: str) -> dict[str, str]:
    """Return column → cell. Without a number, the form is called after its file."""
    asked = questionnaire.asked
    lone = {
        name: question.choices[0].id
        for name, question in (
            (field_names.EXPERIENCE, asked.context.experience),
            (field_names.MEETING, asked.context.meeting),
        )
        if len(question.choices) == 1
    }

    def cell(id_: str) -> str:
        found = fields.get(field_names.field(id_), "").strip()
        return lone[id_] if found == _LONE and id_ in lone else found

    ids = [field_names.AREA, field_names.EXPERIENCE, field_names.MEETING]
    ids += [item.id for item in asked.items] + [card.id for card in asked.cards]
    ids += [question.id for question in asked.open_questions if not question.activities]
    return {
        RESPONDENT: fields.get(field_names.NUMBER, "").strip() or called(file),
        PARTY: fields.get(field_names.FOR_PARTY) or fields.get(field_names.PARTY, ""),
        FORM: fields[field_names.FORM],
        **{id_: cell(id_) for id_ in ids},
        **{question.id: _done(question, fields) for question in asked.open_questions if question.activities},
    }


def _done(question: OpenQuestion, fields: dict[str, str]) -> str:
    ends = {"": "", field_names.DONE: "", field_names.LASTED: LASTED}
    given = {one.id: fields.get(field_names.activity_field(one.id), "") for one in question.activities}
    # An answer that no box has stays behind the id, so that it is refused with the question's other faults.
    return "|".join(id_ + ends.get(answer, f" {answer}") for id_, answer in given.items() if answer)


def called(file: str) -> str:
    """Return what a form without a number is called: as its file."""
    return hygiene.clean(Path(file).stem, len(file))[: hygiene.RESPONDENT_LIMIT].strip() or file[:1]


# Where something stands on a paper form, as its reader sees it: ``stelling 3 (rol-eigen)``, not a field's name. ---


def _places(questionnaire: Questionnaire, sheet: Sheet) -> dict[str, str]:
    """Return field → where it stands on this form, for every field that is shown. A question's id stays in sight."""
    ids = {field_names.field(id_): id_ for id_ in columns(questionnaire)}
    party = sheet.marks[field_names.FOR_PARTY]
    found: dict[str, str] = {}
    for block in sheet.blocks:
        found |= _in_block(block, ids, frozenset(field_names.field(card.id) for card in questionnaire.asked.cards))
    for question in questionnaire.asked.open_questions:
        place = _question(fill(questionnaire, party, question.text), question.id)
        # The boxes of a question with activities are one answer.
        own = [
            field_names.field(question.id),
            *(field_names.activity_field(activity.id) for activity in question.activities),
        ]
        found |= dict.fromkeys(own, place)
        found[field_names.share_field(question.id)] = _("delen bij {plaats}").format(plaats=place)
    return found


def _in_block(block: Block, ids: dict[str, str], cards: frozenset[str]) -> dict[str, str]:
    match block:
        case Choose() | Write():
            return {block.name: _question(block.text, ids.get(block.name, ""))}
        case Grid():
            found: dict[str, str] = {}
            for line in block.lines:
                found |= _in_line(line, ids, cards)
            return found
        case _:  # nothing to answer, or an open question, which is named by itself
            return {}


def _in_line(line: Line, ids: dict[str, str], cards: frozenset[str]) -> dict[str, str]:
    text = _("kaart {nummer} ({id})") if line.name in cards else _("stelling {nummer} ({id})")
    place = text.format(nummer=line.number, id=ids[line.name])
    note = {line.note: _("toelichting bij {plaats}").format(plaats=place)} if line.note else {}
    return {line.name: place, **note}


def _question(text: str, id_: str) -> str:
    return f"‘{shown(text)}’ ({id_})" if id_ else f"‘{shown(text)}’"

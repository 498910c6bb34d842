"""Forms and answers of others, each looked at by itself: tables, filled-in PDFs, response files, folders of these.

A form or a response file names its own questionnaire; a table has the usual one. All is read, or nothing.
"""

from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import suppress
from itertools import chain, count
from pathlib import Path

from msgspec import Struct

from samenspel.authoring import QuestionnaireError
from samenspel.exchange.handover import (
    FILE_NAME,
    AskedRef,
    HandoverError,
    Reading,
    asked_in,
    content,
    handed_over,
    ours,
)
from samenspel.exchange.receive.basket import alike, unasked
from samenspel.exchange.receive.csv_forms import read_forms
from samenspel.exchange.receive.folder import FolderError, PassedOver, read_folder
from samenspel.exchange.receive.forms import Fault, FormsError, PaperForm, first
from samenspel.exchange.receive.pdf_fields import read_fields
from samenspel.exchange.receive.pdf_forms import asked_by, called, form_of, pdf
from samenspel.exchange.receive.pdf_tokens import PdfError, WorkOnMany
from samenspel.exchange.receive.recognised import recognised
from samenspel.group.model import Contribution
from samenspel.hygiene import one_line
from samenspel.questionnaire.model import Questionnaire
from samenspel.report.paper.field_names import KEYWORD
from samenspel.taal import _

_FOLDER = _("Noem de map van die vragenlijst met --vragenlijst.")
_ANEW = _("Hebt u die niet meer? Vraag om een antwoord op de vragenlijst van nu.")
_BY_ID = _("Gebruik daarvoor: --vragenlijst {id}")


class Asked(Struct, frozen=True):
    """The questionnaires that a form may be of.

    Attributes:
        usual: gives the one of a table, and of a form that names none that is known.
        named: gives the one with an id; None when there is none, or when another was asked for.
        ids: those that may be asked for.
    """

    usual: Callable[[], Questionnaire]
    named: Callable[[str], Questionnaire | None]
    ids: Collection[str] = ()


class ReadForms(Struct, frozen=True):
    """What was read.

    Attributes:
        forms: each with its questionnaire, in the order in which they were brought.
        handed_over: whether response files are among them, in which not all stands that a form holds.
        notes: Dutch lines: what was passed over in the folders, who answered the very same, and what was not asked.
    """

    forms: tuple[tuple[Questionnaire, PaperForm], ...]
    handed_over: bool
    notes: tuple[str, ...]


def read_all(paths: Iterable[Path], asked: Asked) -> ReadForms:
    """Read forms and answers one by one, and folders full of them (not the folders in these).

    Raises:
        FormsError: anything at all is wrong; it holds every problem found, and nothing may be used.
        QuestionnaireError: a questionnaire that is needed has errors.
    """
    named = tuple(paths)
    reader = _FormsReader(asked, named)
    for path in named:
        reader.take(path)
    if reader.problems:
        raise FormsError(first(reader.problems[0].file, reader.problems))
    return ReadForms(tuple(reader.forms), bool(reader.answers), tuple(reader.notes()))


class _FormsReader:
    """What was found so far, filled file by file."""

    def __init__(self, asked: Asked, named: Collection[Path]) -> None:
        self._asked, self._named = asked, named
        self.forms: list[tuple[Questionnaire, PaperForm]] = []
        self.problems: list[Fault] = []
        self._papers: list[tuple[Questionnaire, PaperForm]] = []
        """Those forms that are no response files: whoever hands one in may have gone over to the short form."""
        self.answers: dict[str, tuple[str, Contribution]] = {}
        """The id of a response file → the file that has it, and what is in it."""
        self._passed = PassedOver()
        self._seen: dict[str, str] = {}
        self._work = WorkOnMany()

    def take(self, path: Path) -> None:
        """Take a file or a folder that was named."""
        try:
            is_folder = path.is_dir()
        except (OSError, ValueError):  # whatever stands there is said when it is read
            is_folder = False
        if is_folder:
            self._folder(path)
            return
        read = {"pdf": self._pdf, "table": self._table, "response": self._response}[recognised(path)]
        read(path)

    def _folder(self, path: Path) -> None:
        name = path.name or str(path)
        try:
            found, passed = read_folder(path, self._asked.usual)
        except FolderError as error:
            self._wrong(name, str(error))
            return
        before = len(self.forms) + len(self.problems)
        for file, kind in found:
            if kind == "response":
                self._response(file, passed)
            elif kind == "pdf":
                self._pdf(file, passed)
            else:
                self._table(file)
        if len(self.forms) + len(self.problems) == before:
            text = _("in deze map staan geen ingevulde formulieren, en geen bestanden van ‘samenspel delen’.")
            self._wrong(name, " ".join((text, *passed.lines())))
        self._passed.add(passed, self._named)

    def _table(self, path: Path) -> None:
        usual = self._asked.usual()
        try:
            forms = read_forms(path, usual)
        except FormsError as error:
            if id_ := self._fitting(path, usual):
                text = _("dit hoort bij de vragenlijst ‘{id}’, niet bij ‘{ons}’.").format(id=id_, ons=usual.id)
                self._wrong(path.name, f"{text} {_BY_ID.format(id=id_)}")
            else:
                self.problems += error.problems
            return
        for form in forms:
            if form.respondent in self._seen:
                text = _("formulier ‘{nummer}’ staat ook in {plaats}. Geef elk formulier een eigen nummer.")
                self._wrong(
                    path.name, text.format(nummer=form.respondent, plaats=one_line(self._seen[form.respondent]))
                )
            self._seen[form.respondent] = path.name
            self._take((usual, form))

    def _take(self, form: tuple[Questionnaire, PaperForm]) -> None:
        self.forms.append(form)
        self._papers.append(form)

    def _fitting(self, path: Path, usual: Questionnaire) -> str:
        """Return the id of a questionnaire of which this table has no faults; empty: there is none."""
        for id_ in sorted(self._asked.ids):
            with suppress(FormsError, QuestionnaireError):
                other = self._asked.named(id_)
                if other is not None and other.id != usual.id and read_forms(path, other):
                    return id_
        return ""

    def _pdf(self, path: Path, passed: PassedOver | None = None) -> None:
        """Take a filled-in form; of a folder, what is surely some other document goes to what is ``passed`` over."""
        told = passed is None or path.name.startswith(KEYWORD)
        work = self._work.for_one()
        try:
            data = pdf(path)
            told = told or KEYWORD.encode() in data
            filled = read_fields(data, work)
            questionnaire = self._asked.named(asked_by(filled)) or self._asked.usual()
            self._work.expect(len(questionnaire.asked.items))
            form = form_of(filled, path.name, questionnaire, self._seen, self._asked.ids)
        except (HandoverError, PdfError) as error:
            if passed is None or told or not getattr(error, "other", False):
                self._wrong(path.name, str(error))
            else:
                passed.others.append(path.name)
        except FormsError as error:
            self.problems += error.problems
        else:
            self._take((questionnaire, form))
        finally:
            self._work.done(work)

    def _response(self, path: Path, passed: PassedOver | None = None) -> None:
        """Take a response file; of a folder, what is none goes to what is ``passed`` over."""
        try:
            data = content(path)
            if passed is not None and not (path.name.startswith(FILE_NAME) or ours(data)):
                passed.others.append(path.name)
                return
            questionnaire = self._answered(data)
            entry = Reading(questionnaire).content(data)
        except HandoverError as error:
            self._wrong(path.name or str(path), str(error))
            return
        if entry.id in self.answers:
            file, given = self.answers[entry.id]
            text = _("dit is hetzelfde antwoord als ‘{bestand}’. Haal er één weg.")
            if given != entry.contribution:
                text = _("dit is van dezelfde persoon als ‘{bestand}’, met andere antwoorden. Haal er één weg.")
            self._wrong(path.name, text.format(bestand=one_line(file)))
            return
        self.answers[entry.id] = path.name, entry.contribution
        name = self._free(called(path.name))
        self.forms.append((questionnaire, PaperForm(name, handed_over(entry.contribution))))

    def _answered(self, data: bytes) -> Questionnaire:
        """Return the questionnaire that a response file answers. Raises HandoverError: it is not to be had here."""
        asked = asked_in(data)
        if asked is None:  # what is wrong with it is said when it is read
            return self._asked.usual()
        questionnaire = self._asked.named(asked.id) or self._asked.usual()
        if why := self._other(asked, questionnaire):
            raise HandoverError(why)
        return questionnaire

    def _other(self, asked: AskedRef, ours_: Questionnaire) -> str:
        """Say why answers do not belong to this questionnaire; empty: they do."""
        if asked.id != ours_.id:
            text = _("dit antwoord hoort bij de vragenlijst ‘{hun}’ (versie {versie}), niet bij ‘{ons}’.")
            remedy = _BY_ID.format(id=asked.id) if asked.id in self._asked.ids else _FOLDER
            return f"{text.format(hun=asked.id, versie=asked.version, ons=ours_.id)} {remedy}"
        if asked.version != ours_.version:
            text = _("dit antwoord hoort bij versie {hun} van de vragenlijst, niet bij versie {ons}.")
            return f"{text.format(hun=asked.version, ons=ours_.version)} {_FOLDER} {_ANEW}"
        if not asked.of(ours_):
            text = _("dit antwoord hoort bij een andere uitgave van de vragenlijst, met hetzelfde nummer.")
            return f"{text} {_FOLDER}"
        return ""

    def _free(self, name: str) -> str:
        """Return a name that no form has yet, and take it."""
        free = next(one for one in chain([name], (f"{name}-{n}" for n in count(2))) if one not in self._seen)
        self._seen[free] = free
        return free

    def _wrong(self, file: str, message: str) -> None:
        self.problems.append(Fault(file, message))

    def notes(self) -> Iterator[str]:
        """Say what was passed over, which forms are the same, and on which more is answered than is asked."""
        yield from self._passed.lines()
        yield from alike(form for _questionnaire, form in self.forms)
        yield from unasked(self._papers)

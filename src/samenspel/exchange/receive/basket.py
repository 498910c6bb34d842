"""What a facilitator brings for a group: response files, filled-in forms, folders full of them, typed-in forms.

Whatever is wrong is told file by file, with the remedy; what is right is taken. Only a CSV file of paper forms is taken
whole or not at all, because its rows are one person's typing.
"""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

import msgspec
from msgspec import Struct

from samenspel import hygiene
from samenspel.exchange.handover import FILE_NAME, HandoverError, Reading, content, derived, ours
from samenspel.exchange.receive.csv_forms import read_forms
from samenspel.exchange.receive.folder import FolderError, PassedOver, read_folder
from samenspel.exchange.receive.forms import FormsError, PaperForm, lines, some
from samenspel.exchange.receive.pdf_forms import form_in, pdf
from samenspel.exchange.receive.pdf_tokens import PdfError, WorkOnMany
from samenspel.exchange.receive.recognised import recognised
from samenspel.group.model import Entry, contribution
from samenspel.questionnaire.applicability import applicable_items, is_blank
from samenspel.questionnaire.model import Questionnaire
from samenspel.report.paper.field_names import KEYWORD
from samenspel.taal import _, meervoud, opsomming

_BLANK = _(
    "er is geen enkele stelling beantwoord. Dit telt niet mee. Vraag die persoon om de stellingen in te vullen en "
    "het opnieuw te geven."
)
_NAMED = 3
_FORMS_NAMED = 10
_ALL_NAMED = 100
"""So many that share a fault are named in its line."""


class Source(NamedTuple):
    """Where an answer came from: a file, and in it the form with this number, if there are more."""

    file: str
    number: str = ""

    def __str__(self) -> str:
        """Name it: ``formulieren.csv, formulier 3``."""
        return _named([self])


class Refusal(NamedTuple):
    """What cannot be used, and why: a colon, or the place in it and then a colon, and what helps."""

    source: Source
    why: str


class Gathered(Struct, frozen=True):
    """What was brought.

    Attributes:
        entries: what may be added, each id once.
        refusals: what cannot be used, in the order in which it was brought.
        typed_over: the names of CSV files with typed-in forms in the folders: these are read by themselves only.
        passed_over: Dutch lines: what else there is in the folders, and what helps when there are answers in it.
        sources: id of an entry → where it came from: a file, or a paper form by its number.
        forms: the ids that belong to paper forms.
        same: the ids of those who gave the very same answers and texts, together.
        unasked: a Dutch line when statements are answered on forms where they are not asked, and when a group does not
            read what forms hold.
        comparable: how many of the refused files ``other_version`` would take.
    """

    entries: tuple[Entry, ...]
    refusals: tuple[Refusal, ...]
    passed_over: tuple[str, ...]
    typed_over: tuple[str, ...]
    sources: dict[str, Source]
    forms: frozenset[str]
    same: tuple[frozenset[str], ...]
    unasked: tuple[str, ...]
    comparable: int

    @property
    def refused(self) -> tuple[str, ...]:
        """One Dutch line for each reason: what cannot be used, why, and what to do."""
        return told(self.refusals)


Progress = Callable[[int, int], None]
"""Takes how many files of a folder were read, and how many there are."""


def gather(
    paths: Iterable[Path],
    questionnaire: Questionnaire,
    *,
    other_version: bool = False,
    progress: Progress = lambda _read, _of: None,
) -> Gathered:
    """Read response files (one by one or a folder full, not the folders in it) and CSV files of paper forms.

    Args:
        paths: what was named.
        questionnaire: what the group answers.
        other_version: take what can still be compared from files of another version of it.
        progress: is told after each file of a folder.
    """
    named = tuple(paths)
    basket = _Basket(questionnaire, Reading(questionnaire, other_version=other_version), named, progress)
    for path in named:
        basket.take(path)
    return basket.gathered()


def gather_typed(forms: Iterable[PaperForm], questionnaire: Questionnaire, source: str) -> Gathered:
    """Gather forms that were typed over, each with its number, as the rows of one table; ``source`` is its name."""
    basket = _Basket(questionnaire, Reading(questionnaire), (), lambda _read, _of: None)
    basket.forms_of(source, forms)
    return basket.gathered()


def told(refusals: Iterable[Refusal]) -> tuple[str, ...]:
    """Return a line for each reason, which names all that it is about."""
    alike: dict[str, list[Source]] = {}
    for refusal in refusals:
        alike.setdefault(refusal.why, []).append(refusal.source)
    return tuple(_named(sources) + why for why, sources in alike.items())


def of_one_hand(sources: Sequence[Source]) -> str:
    """Say that these gave the very same answers, and that each of them counts."""
    text = _(
        "{bronnen}: alle antwoorden en teksten zijn gelijk. Alles telt mee. Is het van één persoon? Neem dan de rest "
        "terug."
    )
    return text.format(bronnen=_named(sources))


def alike(forms: Iterable[PaperForm]) -> Iterator[str]:
    """Say of which forms all answers and texts are the same, by their numbers. Those without any are no one's."""
    same: dict[bytes, list[str]] = {}
    for form in forms:
        given = form.response
        if given.answers or given.knowledge or given.open or given.activities:
            same.setdefault(_content(given), []).append(form.respondent)
    text = _("formulieren {nummers}: alle antwoorden en teksten zijn gelijk. Is er één dubbel?")
    yield from first_of_one_hand(
        [text.format(nummers=_numbers(numbers)) for numbers in same.values() if len(numbers) > 1]
    )


def first_of_one_hand(told_: Sequence[str]) -> Iterator[str]:
    """Give the first of the lines that each say which are the same; of the others only how many there are."""
    yield from told_[:_FORMS_NAMED]
    if len(told_) > _FORMS_NAMED:
        yield _("En nog {n} keer zijn antwoorden aan elkaar gelijk.").format(n=len(told_) - _FORMS_NAMED)


def unasked(forms: Iterable[tuple[Questionnaire, PaperForm]]) -> Iterator[str]:
    """Say in which forms statements are answered that are not asked there: they are kept, and do not count."""
    found: dict[str, list[str]] = {}
    for questionnaire, form in forms:
        asked = {item.id for item in applicable_items(questionnaire, form.response)}
        if more := [item for item in form.response.answers if item not in asked]:
            found[form.respondent] = more
    if found:
        text = meervoud(
            "formulier {nummers}: er staan antwoorden op stellingen die daar niet worden gevraagd ({namen}). "
            "Die tellen niet mee. Kloppen vorm, partij en overleg?",
            "formulieren {nummers}: er staan antwoorden op stellingen die daar niet worden gevraagd ({namen}). "
            "Die tellen niet mee. Kloppen vorm, partij en overleg?",
            len(found),
        )
        yield text.format(nummers=_numbers([*found]), namen=some(item for items in found.values() for item in items))


def _unshared(numbers: Sequence[str]) -> Iterator[str]:
    """Say that a group does not read what stands in these rows of a table: it does not say who agrees to that."""
    if numbers:
        text = meervoud(
            "formulier {nummers}: er staan open antwoorden of activiteiten bij. Die komen niet mee naar de groep: in "
            "een tabel staat niet of iemand ze wil delen.",
            "formulieren {nummers}: er staan open antwoorden of activiteiten bij. Die komen niet mee naar de groep: in "
            "een tabel staat niet of iemand ze wil delen.",
            len(numbers),
        )
        yield text.format(nummers=_numbers(numbers))


def _numbers(numbers: Sequence[str]) -> str:
    """Name forms by their numbers: the first of them, and how many others there are."""
    named = [line(number) for number in numbers[:_FORMS_NAMED]]
    if len(numbers) > _FORMS_NAMED:
        return _("{namen} en nog {n}").format(namen=", ".join(named), n=len(numbers) - _FORMS_NAMED)
    return opsomming(named)


def _content(what: Struct) -> bytes:
    return msgspec.json.encode(what, order="deterministic")


def _named(sources: Sequence[Source]) -> str:
    """Name where answers came from: forms in one file by their numbers, and how many they are when they are many."""
    files: dict[str, list[str]] = {}
    for source in sources[:_ALL_NAMED]:
        files.setdefault(source.file, []).append(source.number)
    names = [_in_file(file, list(filter(None, numbers))) for file, numbers in files.items()]
    named = opsomming(names)
    if len(sources) > _ALL_NAMED:
        named = _("{namen} en nog {n}").format(namen=", ".join(names), n=len(sources) - _ALL_NAMED)
    return _("{namen} ({n} keer)").format(namen=named, n=len(sources)) if len(sources) > _NAMED else named


def _in_file(file: str, numbers: list[str]) -> str:
    if not numbers:
        return line(file)
    text = meervoud("{bestand}, formulier {nummers}", "{bestand}, formulieren {nummers}", len(numbers))
    return text.format(bestand=line(file), nummers=opsomming([line(number) for number in numbers]))


class _Basket:
    """What was found so far, filled file by file."""

    def __init__(
        self, questionnaire: Questionnaire, reading: Reading, named: Collection[Path], progress: Progress
    ) -> None:
        self._questionnaire, self._reading, self._named, self._progress = questionnaire, reading, named, progress
        self.entries: dict[str, Entry] = {}
        self.refusals: list[Refusal] = []
        self.passed = PassedOver()
        self.typed_over: list[str] = []
        self.comparable = 0
        self.sources: dict[str, Source] = {}
        self.forms: set[str] = set()
        self.papers: list[PaperForm] = []
        self.unshared: list[str] = []
        self._filled: dict[str, str] = {}
        self._work = WorkOnMany()
        self._work.expect(len(questionnaire.asked.items))
        self._alike: Counter[str] = Counter()
        self._texts: dict[str, bytes] = {}

    def take(self, path: Path) -> None:
        """Take a file or a folder that was named."""
        try:
            is_folder = path.is_dir()
        except (OSError, ValueError):  # whatever stands there is said when it is read
            is_folder = False
        if is_folder:
            self._folder(path)
        elif (kind := recognised(path)) == "table":
            self._csv(path)
        elif kind == "pdf":
            self._pdf(path.name, path)
        else:
            self._file(path.name or str(path), path)

    def _folder(self, path: Path) -> None:
        name = path.name or str(path)
        try:
            found, passed = read_folder(path, lambda: self._questionnaire)
        except FolderError as error:
            self._refuse(name, str(error))
            return
        before = len(self.entries) + len(self.refusals)
        for nth, (file, kind) in enumerate(found, start=1):
            if kind == "response":
                self._file(file.name, file, passed)
            elif kind == "pdf":
                self._pdf(file.name, file, passed)
            elif file not in self._named:
                self.typed_over.append(line(file.name))
            self._progress(nth, len(found))
        if len(self.entries) + len(self.refusals) == before:
            self._refuse(
                name,
                _("in deze map staan geen antwoorden. Zet er bestanden van ‘samenspel delen’ of ingevulde PDF's in."),
            )
        self.passed.add(passed, self._named)

    def _file(self, name: str, path: Path, passed: PassedOver | None = None) -> None:
        """Take a response file; of a folder, what is none goes to what is ``passed`` over."""
        try:
            data = content(path)
            if passed is not None and not (name.startswith(FILE_NAME) or ours(data)):
                passed.others.append(name)
                return
            entry = self._reading.content(data)
        except HandoverError as error:
            self.comparable += error.other_version
            self._refuse(name, str(error))
            return
        if is_blank(self._questionnaire, entry.contribution.response):
            self._refuse(name, _BLANK)
            return
        if entry.id in self.entries:
            text = _("dit antwoord staat ook in ‘{bestand}’. Het telt één keer.")
            if entry != self.entries[entry.id]:
                text = _(
                    "dit is van dezelfde persoon als ‘{bestand}’, met andere antwoorden. Alleen ‘{bestand}’ telt. "
                    "Geldt dit? Neem dan eerst het andere terug, met het kenmerk van die persoon."
                )
            self._refuse(name, text.format(bestand=self.sources[entry.id]))
            return
        self.entries[entry.id], self.sources[entry.id] = entry, Source(name)

    def _pdf(self, name: str, path: Path, passed: PassedOver | None = None) -> None:
        """Take a filled-in form; of a folder, what is surely some other document goes to what is ``passed`` over."""
        work = self._work.for_one()
        told = passed is None or name.startswith(KEYWORD)
        try:
            data = pdf(path)
            told = told or KEYWORD.encode() in data
            same = sha256(data).hexdigest()
            if same in self._filled:
                text = _("dit is hetzelfde bestand als ‘{bestand}’. Het telt één keer.")
                self._refuse(name, text.format(bestand=self._filled[same]))
                return
            form = form_in(data, name, self._questionnaire, {}, work=work)
        except (HandoverError, PdfError) as error:
            if passed is None or told or not getattr(error, "other", False):
                self._refuse(name, str(error))
            else:
                passed.others.append(name)
            return
        except FormsError as error:
            self._refuse_all(name, error)
            return
        finally:
            self._work.done(work)
        if is_blank(self._questionnaire, form.response):
            self._refuse(name, _BLANK)
            return
        self._filled[same] = line(name)
        self._form(form, Source(name), self._alike)

    def _csv(self, path: Path) -> None:
        try:
            forms = read_forms(path, self._questionnaire)
        except FormsError as error:
            self._refuse_all(path.name, error)
            return
        if blank := [form.respondent for form in forms if is_blank(self._questionnaire, form.response)]:
            self._refuse(path.name, _blank_rows(blank))
            return
        self.forms_of(path.name, forms)
        self.unshared += [form.respondent for form in forms if form.response.open or form.response.activities]

    def forms_of(self, name: str, forms: Iterable[PaperForm]) -> None:
        """Take the forms of one table: those in it that have the very same answers are different people's."""
        alike: Counter[str] = Counter()
        for form in forms:
            self._form(form, Source(name, form.respondent), alike)

    def gathered(self) -> Gathered:
        """Return what there is now."""
        return Gathered(
            tuple(self.entries.values()),
            tuple(self.refusals),
            tuple(self.passed.lines()),
            tuple(self.typed_over),
            self.sources,
            frozenset(self.forms),
            self.same(),
            (*unasked((self._questionnaire, form) for form in self.papers), *_unshared(self.unshared)),
            self.comparable,
        )

    def _form(self, form: PaperForm, source: Source, alike: Counter[str]) -> None:
        """Take a paper form; ``alike`` counts those that came with it and have the very same answers."""
        given = contribution(self._questionnaire, form.response)
        first = derived("papier", given)
        alike[first] += 1
        entry_id = derived("papier", given, alike[first])
        if entry_id in self.entries:
            text = _("dit formulier is hetzelfde als {ander}. Het telt één keer.")
            self._refuse(source, text.format(ander=self.sources[entry_id]))
            return
        self.entries[entry_id], self.sources[entry_id] = Entry(entry_id, given, from_answers=True), source
        self._texts[entry_id] = _content(form.response)
        self.forms.add(entry_id)
        self.papers.append(form)

    def same(self) -> tuple[frozenset[str], ...]:
        """Return the ids of those who gave the very same. Of paper forms all is known, what is not shared too."""
        alike: dict[bytes, list[str]] = {}
        for id_, entry in self.entries.items():
            alike.setdefault(_content(entry.contribution), []).append(id_)
        found: list[frozenset[str]] = []
        for ids in alike.values():
            files = [one for one in ids if one not in self._texts]
            by_text: dict[bytes, list[str]] = {}
            for one in ids:
                by_text.setdefault(self._texts.get(one, b""), []).append(one)
            found += [frozenset(ids)] if files else [frozenset(forms) for forms in by_text.values()]
        return tuple(ids for ids in found if len(ids) > 1)

    def _refuse_all(self, name: str, error: FormsError) -> None:
        self.refusals += [Refusal(Source(name), line(one.removeprefix(name))) for one in lines(error.problems)]

    def _refuse(self, source: str | Source, why: str) -> None:
        self.refusals.append(Refusal(Source(source) if isinstance(source, str) else source, f": {why}"))


def _blank_rows(numbers: list[str]) -> str:
    """Say of which forms in a CSV file every statement was left open: the first by their numbers."""
    quoted = [f"‘{number}’" for number in numbers[:_NAMED]]
    named = opsomming(quoted)
    if len(numbers) > _NAMED:
        named = _("{namen} en nog {n}").format(namen=", ".join(quoted), n=len(numbers) - _NAMED)
    text = meervoud(
        "in formulier {namen} is geen enkele stelling beantwoord. Vul die in, of haal die rij weg.",
        "in de formulieren {namen} is geen enkele stelling beantwoord. Vul die in, of haal die rijen weg.",
        len(numbers),
    )
    nothing = _("Er is niets uit dit bestand ingelezen.")
    return f"{text.format(namen=named)} {nothing}"


def line(text: str) -> str:
    """Make ``text``, in which a file's name may stand, one line that is fit to be printed."""
    return hygiene.one_line(text)

"""Piles of paper forms that are typed over one by one: into the wave under way of a group, or into a folder.

A pile is to its forms what a CSV file is to its rows: each has a number of its own, two with the very same answers are
two people, and the names under which they go into a group follow from the answers.
"""

import re
from collections.abc import Collection, Iterable, Iterator
from datetime import date
from pathlib import Path
from tempfile import TemporaryFile
from typing import Final, Literal, Protocol

from msgspec import Struct
from msgspec.structs import replace

from samenspel.collecting.files import bring, looked_at
from samenspel.exchange.give.report_file import ReportFileError, free_name, is_report, rendered, write
from samenspel.exchange.give.spreadsheet import Spreadsheet, to_csv
from samenspel.exchange.handover import derived
from samenspel.exchange.receive.basket import alike, gather_typed
from samenspel.exchange.receive.csv_forms import read_forms
from samenspel.exchange.receive.forms import PaperForm, cells_of, columns
from samenspel.group.model import Entry
from samenspel.questionnaire.applicability import is_blank
from samenspel.questionnaire.model import Questionnaire
from samenspel.refusals import not_saved
from samenspel.report.personal.report import personal_report
from samenspel.storage.group_names import shown
from samenspel.storage.groups import Groups
from samenspel.taal import _, meervoud
from samenspel.whole_file import make_folder

TABLE: Final = "formulieren.csv"
"""The table of the forms that were typed over into a folder."""
_GUARD = re.compile(r"(^|[,;|\t\r\n]\s*)'(?=[=+\-@])")
"""What keeps a spreadsheet from taking a text for a formula: it is no part of the text."""

Asked = Literal["old", "second"]
"""Whether a form of an earlier wave is a new one, or one that is in already a second person's."""


class Outcome(Struct, frozen=True):
    """What came of adding a form.

    Attributes:
        added: whether it counts now.
        told: Dutch lines that whoever types should know.
        ask: what is to be asked first; None: nothing.
        about: of an old form, the name of the wave in which its answers stood; of a second person's, the numbers of
            the forms of the pile that are the same, if they are in it.
    """

    added: bool
    told: tuple[str, ...] = ()
    ask: Asked | None = None
    about: tuple[str, ...] = ()


class Pile(Protocol):
    """Where forms go that are typed over."""

    questionnaire: Questionnaire
    to_a_group: bool
    """Whether it goes to a group: then the area is of no use, and whoever wrote an open answer chose to share it."""

    @property
    def forms(self) -> tuple[PaperForm, ...]:
        """The forms that are in."""

    @property
    def numbers(self) -> tuple[str, ...]:
        """The numbers that were used, as far as is known."""

    @property
    def least(self) -> int:
        """The number below which none is given out."""

    @property
    def already(self) -> str:
        """Say what was there before this pile; the empty string: nothing."""

    @property
    def where(self) -> str:
        """Say where they are."""

    def add(self, form: PaperForm, sure: Collection[Asked] = ()) -> Outcome:
        """Add a form; ``sure``: what was asked and answered with yes. Nothing is in where something is to be asked.

        Raises:
            RefusalError: it cannot be kept.
        """


def objections(pile: Pile, form: PaperForm) -> Iterator[str]:
    """Say why a form cannot be added as it is."""
    if is_blank(pile.questionnaire, form.response):
        yield _("Er is geen enkele stelling beantwoord. Dit formulier telt niet mee.")


def warnings(pile: Pile, form: PaperForm) -> Iterator[str]:
    """Say which forms of the pile have the very same answers and texts as this one."""
    yield from alike([*(one for one in pile.forms if one.response == form.response), form])


def _second(forms: Iterable[PaperForm], form: PaperForm, sure: Collection[Asked]) -> Outcome | None:
    """Return what is to be asked of a form that is the same as others of its pile; None: nothing."""
    same = tuple(one.respondent for one in forms if one.response == form.response)
    return Outcome(added=False, ask="second", about=same) if same and "second" not in sure else None


class Remembered:
    """What the app knows of forms that were typed into a wave, while it runs: their numbers and names, no answers."""

    def __init__(self) -> None:
        self.numbers: tuple[str, ...] = ()
        self._names: dict[str, str] = {}
        self._seen: dict[str, str] = {}

    @property
    def names(self) -> tuple[tuple[str, str], ...]:
        """With what each form is taken back, and which form it is."""
        return tuple((name, source) for source, name in self._names.items())

    @property
    def unseen(self) -> bool:
        """Whether there are names that nobody saw."""
        return self._names != self._seen

    def learn(self, names: Iterable[tuple[str, str]], *numbers: str) -> None:
        """Remember names, each with its form, and the numbers that were used."""
        self._names |= {source: name for name, source in names}
        self.numbers += numbers

    def see(self) -> tuple[tuple[str, str], ...]:
        """Return the names, which are seen now."""
        self._seen = dict(self._names)
        return self.names


class GroupPile:
    """Forms of people of a group, into its wave under way."""

    to_a_group = True

    def __init__(
        self, groups: Groups, group_id: str, questionnaire: Questionnaire, remembered: Remembered | None = None
    ) -> None:
        """``remembered``: what is known of earlier forms of this wave. Raises StorageError: it cannot be read."""
        self._groups, self._group_id, self.questionnaire = groups, group_id, questionnaire
        self._forms: tuple[PaperForm, ...] = ()
        self.remembered = Remembered() if remembered is None else remembered
        self._there = len(groups.names(group_id, groups.read(group_id).wave.number))

    @property
    def forms(self) -> tuple[PaperForm, ...]:
        """The forms that were added here."""
        return self._forms

    @property
    def numbers(self) -> tuple[str, ...]:
        """The numbers that were used while the app runs."""
        return self.remembered.numbers

    @property
    def least(self) -> int:
        """How many were there before: numbers of an earlier day are known no more, and given out from 1 on."""
        return self._there

    @property
    def already(self) -> str:
        """Say how many responses there were."""
        text = meervoud("De groep heeft al {n} antwoord.", "De groep heeft al {n} antwoorden.", self._there)
        return text.format(n=self._there) if self._there else ""

    @property
    def where(self) -> str:
        """Say where they are."""
        return _("bij de groep")

    def add(self, form: PaperForm, sure: Collection[Asked] = ()) -> Outcome:
        """Add a form, as the next row of a table. Raises StorageError."""
        if (second := _second(self._forms, form, sure)) is not None:
            return second
        found = gather_typed((*self._forms, form), self.questionnaire, _("overgetypt"))
        entry = found.entries[-1]
        looked = looked_at(self._groups, self._group_id, replace(found, entries=(entry,), same=()))
        if looked.asked and "old" not in sure:
            return Outcome(added=False, ask="old", about=(looked.asked[0].wave,))
        also = [one.number for one in looked.asked]
        came = bring(self._groups, self._group_id, self.questionnaire, looked, also)
        names = came.forms
        if came.doubles:
            if "second" not in sure:
                self.remembered.learn(names)  # so that a form of which the name was lost can be typed again
                return Outcome(added=False, ask="second")
            names = ((shown(self._add_second(entry)), came.doubles[0]),)
        elif not came.added:
            return Outcome(added=False, told=came.refused)
        self._forms = (*self._forms, form)
        self.remembered.learn(names, form.respondent)
        return Outcome(added=True, told=came.known)

    def _add_second(self, entry: Entry) -> str:
        """Add the answers of somebody who answered as another in this wave did, under a name that is free."""
        nth, name = 1, entry.id
        while self._groups.where(name):
            nth += 1
            name = derived("papier", entry.contribution, nth)
        self._groups.add(self._group_id, [replace(entry, id=name)])
        return name


class FolderPile:
    """Forms of people of no group, into a folder: a table of all, and a report of each."""

    to_a_group = False

    def __init__(self, folder: Path, questionnaire: Questionnaire, today: date) -> None:
        """Take what stands in ``folder`` already, and see whether one can write there, before anybody types.

        Raises:
            FormsError: its table cannot be read.
            ReportFileError: nothing can be written there.
        """
        self.folder, self.questionnaire, self._today = folder, questionnaire, today
        self._forms: tuple[PaperForm, ...] = ()
        self._written = b""
        self._forms = self._read()
        self._try_out()

    def move(self, folder: Path) -> bool:
        """Go on in another folder; say that it is done. Raises as when one begins there: then nothing changed."""
        other = FolderPile(folder, self.questionnaire, self._today)
        self.folder, self._forms, self._written = folder, other.forms, other._written
        return True

    def _try_out(self) -> None:
        try:
            make_folder(self.folder)
            with TemporaryFile(dir=self.folder):
                pass
        except OSError as error:
            raise ReportFileError(not_saved(error, self.folder)) from error

    @property
    def forms(self) -> tuple[PaperForm, ...]:
        """The forms in the table."""
        return self._forms

    @property
    def numbers(self) -> tuple[str, ...]:
        """The numbers in the table."""
        return tuple(form.respondent for form in self._forms)

    @property
    def least(self) -> int:
        """Nothing: the table tells every number."""
        return 0

    @property
    def already(self) -> str:
        """Say how many forms there are."""
        n = len(self._forms)
        return (
            meervoud("De map heeft al {n} formulier.", "De map heeft al {n} formulieren.", n).format(n=n) if n else ""
        )

    @property
    def where(self) -> str:
        """Say where they are."""
        return _("in de map")

    def add(self, form: PaperForm, sure: Collection[Asked] = ()) -> Outcome:
        """Put a form into the table as it is now, then write its report. Raises FormsError, ReportFileError."""
        forms = self._read()
        if form.respondent in {one.respondent for one in forms}:
            text = _("Formulier {nummer} staat al in de tabel. Geef dit formulier een ander nummer.")
            return Outcome(added=False, told=(text.format(nummer=form.respondent),))
        if (second := _second(forms, form, sure)) is not None:
            return second
        try:
            make_folder(self.folder)
        except OSError as error:
            raise ReportFileError(not_saved(error, self.folder.parent)) from error
        table = _table(self.questionnaire, (*forms, form))
        write(self.folder / TABLE, table)
        self._forms, self._written = (*forms, form), table
        report = personal_report(self.questionnaire, form.response, date=self._today)
        try:
            write(self._place(form.respondent), rendered(report, as_html=False))
        except ReportFileError:  # the form is in
            text = _(
                "Het formulier staat in de tabel, maar het rapport is niet bewaard. Typ het niet nog eens. Zorg dat de "
                "map schrijfbaar is en de schijf niet vol. Ga dan in een terminal naar die map. Typ daar:\n"
                "samenspel verwerk {tabel} -o rapporten"
            )
            return Outcome(added=True, told=(text.format(tabel=TABLE),))
        return Outcome(added=True)

    def _place(self, number: str) -> Path:
        """Return where the report of a form goes: over an older one of ours, never over what somebody else wrote."""
        path = self.folder / f"{number}.pdf"
        try:
            ours = is_report(path.read_bytes())
        except OSError:
            ours = False
        return path if ours else free_name(number, ".pdf", self.folder)

    def _read(self) -> tuple[PaperForm, ...]:
        """Return what stands in the table, in which somebody else may have typed meanwhile. Raises FormsError."""
        path = self.folder / TABLE
        try:
            if path.read_bytes() == self._written:
                return self._forms
        except FileNotFoundError:
            return ()
        except OSError:  # said when it is read as a table
            pass
        return tuple(_unguarded(form) for form in read_forms(path, self.questionnaire))


def _table(questionnaire: Questionnaire, forms: Collection[PaperForm]) -> bytes:
    head = tuple(columns(questionnaire))
    filled = [cells_of(questionnaire, form) for form in forms]
    rows = tuple(tuple(cells.get(name) for name in head) for cells in filled)
    return to_csv(Spreadsheet("", head, rows, ("",) * len(head)))


def _unguarded(form: PaperForm) -> PaperForm:
    """Return a form with its texts as they were typed: else each time that they are written they get another guard."""
    given = form.response
    texts = {question: _GUARD.sub(r"\1", text) for question, text in given.open.items()}
    return replace(form, response=replace(given, area=_GUARD.sub(r"\1", given.area), open=texts))

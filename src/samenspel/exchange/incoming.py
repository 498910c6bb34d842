"""What a facilitator brings for a group: response files, folders full of them, typed-in paper forms.

Whatever is wrong is told file by file, with the remedy; what is right is taken. Only a CSV file of paper forms is taken
whole or not at all, because its rows are one person's typing.
"""

import os
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from msgspec import Struct

from samenspel import hygiene
from samenspel.exchange.entry_id import derived
from samenspel.exchange.handover import Reading, ours
from samenspel.exchange.one_file import HandoverError, content
from samenspel.exchange.paper import read_forms
from samenspel.exchange.problems import FormsError
from samenspel.group.contribution import Entry, contribution
from samenspel.questionnaire.model import Questionnaire
from samenspel.taal import _

MOST = 5_000
"""So many response files a folder may hold: as many as a wave takes."""
FILE_NAME = "samenspel-antwoord"
"""How the name of a response file begins, unless its maker chose another."""

_SUFFIX = ".json"


class Gathered(Struct, frozen=True):
    """What was brought.

    Attributes:
        entries: what may be added, each id once.
        refused: one Dutch line for each file that cannot be used: its name, why, and what to do.
        ignored: how many other files there are in the folders.
        sources: id of an entry → where it came from: a file, or a paper form by its number.
        forms: the ids that belong to paper forms.
        comparable: how many of the refused files ``other_version`` would take.
    """

    entries: tuple[Entry, ...]
    refused: tuple[str, ...]
    ignored: int
    sources: dict[str, str]
    forms: frozenset[str]
    comparable: int


def gather(paths: Iterable[Path], questionnaire: Questionnaire, *, other_version: bool = False) -> Gathered:
    """Read response files (one by one or a folder full, not the folders in it) and CSV files of paper forms.

    Args:
        paths: what was named.
        questionnaire: what the group answers.
        other_version: take what can still be compared from files of another version of it.
    """
    basket = _Basket(questionnaire, Reading(questionnaire, other_version=other_version))
    for path in paths:
        basket.take(path)
    return Gathered(
        tuple(basket.entries.values()),
        tuple(basket.refused),
        basket.ignored,
        basket.sources,
        frozenset(basket.forms),
        basket.comparable,
    )


class _Basket:
    """What was found so far."""

    def __init__(self, questionnaire: Questionnaire, reading: Reading) -> None:
        self._questionnaire, self._reading = questionnaire, reading
        self.entries: dict[str, Entry] = {}
        self.refused: list[str] = []
        self.ignored = 0
        self.comparable = 0
        self.sources: dict[str, str] = {}
        self.forms: set[str] = set()

    def take(self, path: Path) -> None:
        try:
            is_folder = path.is_dir()
        except (OSError, ValueError):  # whatever stands there is said when it is read
            is_folder = False
        if is_folder:
            self._folder(path)
        elif path.suffix.lower() == ".csv":
            self._csv(path)
        else:
            self._file(path.name or str(path), path)

    def _folder(self, path: Path) -> None:
        name = path.name or str(path)
        try:
            with os.scandir(path) as entries:
                names = sorted(entry.name for entry in entries)
        except OSError as error:
            self._refuse(name, _("deze map kan ik niet openen ({fout}).").format(fout=error.strerror or error))
            return
        files = [one for one in names if one.lower().endswith(_SUFFIX)]
        self.ignored += len(names) - len(files)
        if len(files) > MOST:
            text = _(
                "in deze map staan {n} bestanden; een meting heeft hoogstens {meest} antwoorden. Kies een andere map."
            )
            self._refuse(name, text.format(n=len(files), meest=MOST))
            return
        before = len(self.entries) + len(self.refused)
        for file in files:
            self._file(file, path / file, in_folder=True)
        if len(self.entries) + len(self.refused) == before:
            self._refuse(name, _("in deze map staan geen antwoorden. Zet de bestanden van ‘samenspel delen’ erin."))

    def _file(self, name: str, path: Path, *, in_folder: bool = False) -> None:
        try:
            data = content(path)
            if in_folder and not (name.startswith(FILE_NAME) or ours(data)):
                self.ignored += 1
                return
            entry = self._reading.content(data)
        except HandoverError as error:
            if in_folder and not name.startswith(FILE_NAME) and not error.other_version and not path.is_file():
                self.ignored += 1
                return
            self.comparable += error.other_version
            self._refuse(name, str(error))
            return
        if entry.id in self.entries:
            text = _("dit antwoord staat ook in ‘{bestand}’. Het telt één keer.")
            self._refuse(name, text.format(bestand=self.sources[entry.id]))
            return
        self.entries[entry.id], self.sources[entry.id] = entry, _line(name)

    def _csv(self, path: Path) -> None:
        try:
            forms = read_forms(path, self._questionnaire)
        except FormsError as error:
            self.refused += [_line(str(problem)) for problem in error.problems]
            return
        alike: Counter[str] = Counter()
        for form in forms:
            given = contribution(self._questionnaire, form.response)
            first = derived("papier", given)
            alike[first] += 1
            entry_id = derived("papier", given, alike[first])
            name = _("{bestand}, formulier {nummer}").format(bestand=_line(path.name), nummer=form.respondent)
            if entry_id in self.entries:
                text = _("dit formulier is hetzelfde als {ander}. Het telt één keer.")
                self._refuse(name, text.format(ander=self.sources[entry_id]))
                continue
            self.entries[entry_id], self.sources[entry_id] = Entry(entry_id, given), name
            self.forms.add(entry_id)

    def _refuse(self, name: str, why: str) -> None:
        self.refused.append(f"{_line(name)}: {why}")


def _line(text: str) -> str:
    """Make ``text``, in which a file's name may stand, one line that is fit to be printed."""
    return hygiene.visible(text).replace("\n", "·")

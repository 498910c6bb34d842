"""The store of groups: a folder for each, a file for each response, so that many can add at the same time.

Every operation locks, opens, works and closes. Until the reveal a wave takes responses; what is revealed is kept as it
was shown and never computed again.
"""

import os
import secrets
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from os.path import lexists
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from msgspec import Struct
from msgspec.structs import replace

from samenspel.answering import fits
from samenspel.group import workshop
from samenspel.group.anonymity import release
from samenspel.group.contribution import Contribution, Entry
from samenspel.group.model import Group, Wave
from samenspel.group.results import results
from samenspel.storage import aside, group_files, group_names, snapshots
from samenspel.storage.durable import remove_leftovers, sync_folder
from samenspel.storage.errors import DamagedError, NewerError, NotFoundError, StorageError, UnreadableError, unwritable
from samenspel.storage.group_files import DRAFTS, GROUP, WAVE, GroupFile, wave_folder
from samenspel.storage.locking import locked
from samenspel.storage.selftest import QuestionnaireRef
from samenspel.storage.selftests import SelfTests
from samenspel.taal import _

if TYPE_CHECKING:
    from samenspel.questionnaire.model import Questionnaire

FOLDER = "groepen"
MOST_RESPONSES = 5_000
"""So many responses a wave takes: no workshop has more, and a folder of a million files would never end."""

Added = Literal["added", "double"]


class StoredGroup(Struct, frozen=True):
    """A group as it is stored: its id (a folder's name), what it is asked, and its waves, the first one first."""

    id: str
    group: Group
    questionnaire: QuestionnaireRef
    waves: tuple[Wave, ...]

    @property
    def wave(self) -> Wave:
        """The wave that is under way, or was last."""
        return self.waves[-1]


class Groups:
    """The groups in one data folder. Making this object touches no disk.

    Every method may raise ``StorageError``; nothing was changed then. ``notices`` holds what a person should know
    about files that were skipped, each once.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.notices: list[str] = []
        self._groups = folder / FOLDER
        self._snapshots = folder / "vragenlijsten"

    # Groups ----------------------------------------------------------------------------------------------------

    def create(self, group: Group, questionnaire: "Questionnaire", today: date) -> StoredGroup:
        """Store a new group with its first wave. Raises StorageError: there is one with that name."""
        with locked(self.folder):
            self._free_name(group.name)
            group_id = group_names.new_id()
            folder = self._path(group_id)
            first = Wave(1, today.isoformat())
            reference = QuestionnaireRef(questionnaire.id, questionnaire.version, questionnaire.hash)
            snapshots.keep(self._snapshots, questionnaire)
            self._make(self._groups, folder, wave_folder(folder, 1))
            group_files.write(wave_folder(folder, 1) / WAVE, first)
            group_files.write(folder / GROUP, GroupFile(group, reference))  # last: only now there is a group
        return StoredGroup(group_id, group, reference, (first,))

    def all(self) -> list[StoredGroup]:
        """Return every group by name. One that cannot be read goes to ``notices``."""
        found = []
        for group_id in self._ids():
            try:
                found.append(self.read(group_id))
            except NotFoundError:  # being made or erased in another window
                continue
            except (UnreadableError, NewerError) as error:
                if str(error) not in self.notices:
                    self.notices.append(str(error))
        return sorted(found, key=lambda stored: stored.group.name.casefold())

    def find(self, name: str) -> StoredGroup:
        """Return the group with this name, in capitals or not. Raises NotFoundError, with the nearest name."""
        everyone = self.all()
        wanted = group_names.folded(name)
        for stored in everyone:
            if group_names.folded(stored.group.name) == wanted:
                return stored
        raise group_names.not_found(name, [stored.group.name for stored in everyone])

    def read(self, group_id: str) -> StoredGroup:
        """Return a group.

        Raises:
            NotFoundError: there is none with this id.
            UnreadableError: a file is damaged; it is left where it stands.
            NewerError: a newer samenspel wrote it.
        """
        folder = self._path(group_id)
        try:
            file = self._read(folder / GROUP, GroupFile)
            waves = tuple(self._read(wave_folder(folder, n) / WAVE, Wave) for n in self._wave_numbers(folder))
        except FileNotFoundError as error:
            raise group_names.not_found(group_id, []) from error
        if not waves:
            raise self._damaged(folder / wave_folder(folder, 1) / WAVE)
        return StoredGroup(group_id, file.group, file.questionnaire, waves)

    def questionnaire(self, stored: StoredGroup) -> "Questionnaire":
        """Return the questionnaire as it was when the group was made. Raises StorageError: it was not kept."""
        return snapshots.find(self._snapshots, stored.questionnaire)

    def change(self, group_id: str, change: Callable[[Group], Group]) -> StoredGroup:
        """Store what ``change`` makes of a group: another name, k, area, expected numbers.

        Raises:
            StorageError: the name is taken, or k is to change while there are responses.
        """
        with locked(self.folder):
            stored = self.read(group_id)
            changed = change(stored.group)
            if group_names.folded(changed.name) != group_names.folded(stored.group.name):
                self._free_name(changed.name)
            rules = (changed.minimum, changed.open_table) != (stored.group.minimum, stored.group.open_table)
            if rules and stored.wave.phase == "verzamelen" and self._responses(group_id, stored.wave.number):
                raise StorageError(
                    _(
                        "Het minimum van deze groep ligt vast: er zijn al antwoorden. "
                        "Kies een ander minimum voordat de volgende meting begint."
                    )
                )
            group_files.write(self._path(group_id) / GROUP, GroupFile(changed, stored.questionnaire))
        return replace(stored, group=changed)

    def delete(self, group_id: str) -> None:
        """Erase a group with everything in it. Raises NotFoundError."""
        from shutil import rmtree

        folder = self._path(group_id)
        if not folder.is_dir() or folder.is_symlink():
            raise group_names.not_found(group_id, [])
        with locked(self.folder):
            try:
                (folder / GROUP).unlink(missing_ok=True)  # first: half a group is no group
                rmtree(folder)
                sync_folder(self._groups)
            except OSError as error:
                raise unwritable(error, folder) from error

    # Waves -----------------------------------------------------------------------------------------------------

    def new_wave(self, group_id: str, today: date) -> StoredGroup:
        """Begin the next wave. Raises StorageError: the last one still collects, or talks."""
        with self._opened(group_id) as stored:
            if stored.wave.phase == "verzamelen":
                raise StorageError(_("Er loopt al een meting die antwoorden verzamelt. Onthul die eerst."))
            wave = Wave(stored.wave.number + 1, today.isoformat())
            folder = wave_folder(self._path(group_id), wave.number)
            self._make(folder)
            group_files.write(folder / WAVE, wave)
        return replace(stored, waves=(*stored.waves, wave))

    def update_wave(self, group_id: str, number: int, change: Callable[[Wave], Wave]) -> StoredGroup:
        """Store what ``change`` makes of a wave; it is on the disk then. What ``change`` raises passes on."""
        with self._opened(group_id) as stored:
            if not 1 <= number <= len(stored.waves):
                raise NotFoundError(_("Deze groep heeft geen meting {nummer}.").format(nummer=number))
            changed = change(stored.waves[number - 1])
            group_files.write(wave_folder(self._path(group_id), number) / WAVE, changed)
        return replace(stored, waves=(*stored.waves[: number - 1], changed, *stored.waves[number:]))

    def reveal(self, group_id: str, today: date) -> StoredGroup:
        """Reveal the wave under way, once and for good; what is shown of it is kept with it.

        Raises:
            WorkshopError: it was revealed already, or there are no responses.
        """
        with self._opened(group_id) as stored:
            questionnaire = self.questionnaire(stored)
            group, wave = stored.group, stored.wave
            given = self.contributions(stored, wave.number)
            found = results(questionnaire, given, wave.experience, group.minimum)
            # An open table is for a group smaller than k: when more people came, the figures are anonymous after all.
            open_table = group.open_table and found.n < group.minimum
            released = release(questionnaire, found, group.minimum, open_table=open_table)
            wave = workshop.reveal(wave, released, today)
            group_files.write(wave_folder(self._path(group_id), wave.number) / WAVE, wave)
        return replace(stored, waves=(*stored.waves[:-1], wave))

    # Responses -------------------------------------------------------------------------------------------------

    def add(self, group_id: str, entries: Iterable[Entry]) -> dict[str, Added]:
        """Add responses to the wave under way, each on the disk when this returns.

        Returns:
            For each entry's id whether it was added, or refused because it is in a wave of some group already.

        Raises:
            StorageError: the wave takes no responses (any more), or has too many. Those before are kept.
        """
        outcome: dict[str, Added] = {}
        for entry in entries:
            with self._opened(group_id) as stored:
                wave = stored.wave
                if wave.phase != "verzamelen":
                    raise StorageError(
                        _("Meting {nummer} is al onthuld. Begin een nieuwe meting voor nieuwe antwoorden.").format(
                            nummer=wave.number
                        )
                    )
                if self.where(entry.id) is not None:
                    outcome[entry.id] = "double"
                    continue
                folder = wave_folder(self._path(group_id), wave.number)
                if len(self._responses(group_id, wave.number)) >= MOST_RESPONSES:
                    raise StorageError(_("Een meting heeft hoogstens {n} antwoorden.").format(n=MOST_RESPONSES))
                # The tally first: a kill in between costs a figure that nobody sees, never a response.
                response = entry.contribution.response
                if response.experience:
                    group_files.write(folder / WAVE, _tallied(wave, response.party, response.experience, 1))
                bare = replace(entry.contribution, response=replace(response, experience=""))
                group_files.write(folder / f"{entry.id}.json", bare)
                outcome[entry.id] = "added"
        return outcome

    def withdraw(self, group_id: str, response_id: str, experience: str = "") -> None:
        """Take a response out of the wave under way, before its reveal.

        Args:
            group_id: the group.
            response_id: the response.
            experience: what this person answered there, where that is known: it is tallied apart.

        Raises:
            NotFoundError: this wave has no such response.
            StorageError: the wave was revealed.
        """
        with self._opened(group_id) as stored:
            wave = stored.wave
            if wave.phase != "verzamelen":
                raise StorageError(_("De meting is onthuld. Een antwoord terugnemen kan niet meer."))
            folder = wave_folder(self._path(group_id), wave.number)
            path = folder / f"{response_id}.json"
            if not group_names.valid_response(response_id) or not lexists(path):
                raise NotFoundError(_("In deze meting zit geen antwoord met dit kenmerk. Kijk het kenmerk na."))
            try:
                party = group_files.read(path, Contribution).response.party
            except DamagedError:
                party = ""
            try:
                path.unlink()
                sync_folder(folder)
            except OSError as error:
                raise unwritable(error, folder) from error
            if wave.experience.get(party, {}).get(experience):
                group_files.write(folder / WAVE, _tallied(wave, party, experience, -1))

    def contributions(self, stored: StoredGroup, number: int) -> tuple[Contribution, ...]:
        """Return the responses of wave ``number``; one that cannot be read goes to ``notices``."""
        questionnaire = self.questionnaire(stored)
        folder = wave_folder(self._path(stored.id), number)
        found = []
        for response_id in self._responses(stored.id, number):
            path = folder / f"{response_id}.json"
            try:
                given = group_files.read(path, Contribution)
            except FileNotFoundError:  # withdrawn in another window meanwhile
                continue
            except DamagedError:
                self._notice(str(aside.set_aside_response(path)))
                continue
            except (UnreadableError, NewerError) as error:
                self._notice(str(error))
                continue
            if fits(questionnaire, given.response):
                found.append(given)
            else:
                self._notice(str(aside.set_aside_response(path)))
        return tuple(found)

    def counts(self, stored: StoredGroup) -> dict[str, int]:
        """Return how many responses of each party (``andere-rol`` too) the wave under way has."""
        found: dict[str, int] = {}
        for given in self.contributions(stored, stored.wave.number):
            found[given.response.party] = found.get(given.response.party, 0) + 1
        return found

    def named(self, stored: StoredGroup, beginning: str) -> str:
        """Return the whole name of the response in the wave under way that begins so.

        Raises:
            NotFoundError: there is none, or more than one.
        """
        found = [name for name in self._responses(stored.id, stored.wave.number) if name.startswith(beginning)]
        if len(found) != 1 or not beginning:
            raise NotFoundError(_("In deze meting zit geen antwoord met dit kenmerk. Kijk het kenmerk na."))
        return found[0]

    def where(self, response_id: str) -> str | None:
        """Return the id of the group that has this response in one of its waves, if any has."""
        if not group_names.valid_response(response_id):
            raise NotFoundError(_("‘{id}’ is geen kenmerk van een antwoord.").format(id=response_id[:40]))
        for group_id in self._ids():
            folder = self._path(group_id)
            for number in self._wave_numbers(folder):
                if lexists(wave_folder(folder, number) / f"{response_id}.json"):
                    return group_id
        return None

    def drafts(self, group_id: str) -> SelfTests:
        """Return the store of self-tests that are being done on this laptop, in turn, for this group."""
        return SelfTests(self._path(group_id) / DRAFTS)

    def files(self) -> list[Path]:
        """Return every file of every group."""
        return sorted(path for path in self._groups.rglob("*") if path.is_file())

    # Inside ----------------------------------------------------------------------------------------------------

    def _path(self, group_id: str) -> Path:
        if not group_names.valid(group_id):
            raise group_names.not_found(group_id, [])
        return self._groups / group_id

    def _ids(self) -> list[str]:
        try:
            with os.scandir(self._groups) as entries:
                return sorted(entry.name for entry in entries if group_names.valid(entry.name))
        except FileNotFoundError:
            return []
        except OSError as error:
            raise unwritable(error, self.folder) from error

    def _wave_numbers(self, folder: Path) -> list[int]:
        numbers: list[int] = []
        while (wave_folder(folder, len(numbers) + 1) / WAVE).exists():
            numbers.append(len(numbers) + 1)
        return numbers

    def _responses(self, group_id: str, number: int) -> list[str]:
        try:
            with os.scandir(wave_folder(self._path(group_id), number)) as entries:
                names = [entry.name[:-5] for entry in entries if entry.name.endswith(".json")]
        except OSError as error:
            raise unwritable(error, self.folder) from error
        return sorted(filter(group_names.valid_response, names))

    def _free_name(self, name: str) -> None:
        if any(group_names.folded(stored.group.name) == group_names.folded(name) for stored in self.all()):
            raise StorageError(_("Er is al een groep ‘{naam}’. Kies een andere naam.").format(naam=name))

    def _make(self, *folders: Path) -> None:
        try:
            for folder in folders:
                folder.mkdir(mode=0o700, exist_ok=True)
        except OSError as error:
            raise unwritable(error, self.folder) from error

    def _read(self, path: Path, kind: type[group_files.Kept]) -> group_files.Kept:
        try:
            return group_files.read(path, kind)
        except DamagedError as error:
            raise self._damaged(path) from error

    def _damaged(self, path: Path) -> UnreadableError:
        return UnreadableError(
            _("Het bestand {pad} is beschadigd en niet veranderd. Zet een reservekopie terug.").format(pad=path)
        )

    def _notice(self, text: str) -> None:
        if text not in self.notices:
            self.notices.append(text)

    @contextmanager
    def _opened(self, group_id: str) -> Iterator[StoredGroup]:
        if not lexists(self._path(group_id) / GROUP):
            raise group_names.not_found(group_id, [])
        with locked(self.folder):
            stored = self.read(group_id)
            try:
                remove_leftovers(wave_folder(self._path(group_id), stored.wave.number))
            except OSError as error:
                raise unwritable(error, self.folder) from error
            yield stored


def new_response_id() -> str:
    """Return a random name for a response, that says nothing of whose it is or when it came."""
    return secrets.token_hex(16)


def _tallied(wave: Wave, party: str, experience: str, by: int) -> Wave:
    tally = dict(wave.experience.get(party, {}))
    tally[experience] = tally.get(experience, 0) + by
    return replace(wave, experience={**wave.experience, party: {a: n for a, n in tally.items() if n}})

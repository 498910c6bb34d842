"""Where the groups stand, and what can be read of them: the ground under the store of groups."""

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from os.path import lexists
from pathlib import Path
from shutil import rmtree
from typing import TYPE_CHECKING

from msgspec import Struct

from samenspel.group.founding import Fitting
from samenspel.group.model import Contribution, Group, Wave
from samenspel.storage import durable, group_files, group_names, snapshots
from samenspel.storage.durable import locked, remove_leftovers
from samenspel.storage.errors import DamagedError, NewerError, NotFoundError, StorageError, UnreadableError, unwritable
from samenspel.storage.group_files import GROUP, WAVE, GroupFile, wave_folder
from samenspel.storage.selftest import QuestionnaireRef
from samenspel.taal import _

if TYPE_CHECKING:
    from samenspel.questionnaire.model import Questionnaire

FOLDER = "groepen"


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


class GroupFolders:
    """The folders of the groups in one data folder. Making this object touches no disk.

    Every method may raise ``StorageError``; nothing was changed then. ``notices`` holds what a person should know
    about files that were skipped, each once.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.notices: list[str] = []
        self._groups = folder / FOLDER
        self._snapshots = folder / snapshots.FOLDER
        self._cleaned: set[Path] = set()

    def all(self) -> list[StoredGroup]:
        """Return every group by name. One that cannot be read goes to ``notices``."""
        found = []
        for group_id in self._ids():
            try:
                found.append(self.read(group_id))
            except NotFoundError:  # being made or erased in another window
                continue
            except (UnreadableError, NewerError) as error:
                self._notice(str(error))
        return sorted(found, key=lambda stored: stored.group.name.casefold())

    def find(self, name: str) -> StoredGroup:
        """Return the group with this name (in capitals or not), or with this id.

        Raises:
            NotFoundError: there is none; the message has the nearest name.
            UnreadableError, NewerError: there is one with this id, but it cannot be read.
        """
        if group_names.valid(name) and lexists(self._groups / name):
            return self.read(name)
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
        if not waves or [wave.number for wave in waves] != [*range(1, len(waves) + 1)]:
            raise self._damaged(wave_folder(folder, 1) / WAVE)
        return StoredGroup(group_id, file.group, file.questionnaire, waves)

    def questionnaire(self, stored: StoredGroup) -> "Questionnaire":
        """Return the questionnaire as it was when the group was made. Raises StorageError: it was not kept."""
        return snapshots.find(self._snapshots, stored.questionnaire)

    def files(self) -> list[Path]:
        """Return every file of every group, also those set aside."""
        try:
            return sorted(Path(at, name) for at, _folders, names in os.walk(self._groups) for name in names)
        except OSError as error:
            raise unwritable(error, self.folder) from error

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
        while lexists(wave_folder(folder, len(numbers) + 1) / WAVE):
            numbers.append(len(numbers) + 1)
        return numbers

    def _read(self, path: Path, kind: type[group_files.Kept]) -> group_files.Kept:
        try:
            return group_files.read(path, kind)
        except DamagedError as error:
            raise self._damaged(path) from error

    def _damaged(self, path: Path) -> UnreadableError:
        return UnreadableError(
            _(
                "Het bestand {pad} is beschadigd en niet veranderd. "
                "Zet een reservekopie terug, of wis de groep met ‘samenspel groep wis {id}’."
            ).format(pad=path, id=path.relative_to(self._groups).parts[0])
        )

    def _notice(self, text: str) -> None:
        if text not in self.notices:
            self.notices.append(text)

    @contextmanager
    def _opened(self, group_id: str) -> Iterator[StoredGroup]:
        """Hold the lock and give the group, without what a killed process left in it. Raises StorageError."""
        folder = self._path(group_id)
        # Before anything is locked or made: asking for what is not there leaves no trace.
        if not lexists(folder / GROUP):
            raise group_names.not_found(group_id, [])
        with locked(self.folder):
            stored = self.read(group_id)
            if self._groups not in self._cleaned:
                self._sweep()
                self._cleaned.add(self._groups)
            self._clean(folder, *(wave_folder(folder, wave.number) for wave in stored.waves))
            yield stored

    def _clean(self, *folders: Path) -> None:
        try:
            for folder in folders:
                if folder not in self._cleaned:
                    remove_leftovers(folder)
                    self._cleaned.add(folder)
        except OSError as error:
            raise unwritable(error, self.folder) from error

    def _sweep(self) -> None:
        """Remove the groups that were never made whole, or not erased whole; only while holding the lock."""
        try:
            with os.scandir(self._groups) as entries:
                left = [entry.path for entry in entries if group_names.unfinished(entry.name)]
            for folder in left:
                rmtree(folder)
        except FileNotFoundError:
            return
        except OSError as error:
            raise unwritable(error, self.folder) from error


# Reading the responses of a wave: what is whole counts, what is damaged is put aside, the rest is told. ----------

_Stamp = tuple[int, int, int]


class Place(Struct, frozen=True):
    """A wave that has a response."""

    group_id: str
    wave: int


class StoredWave(Struct, frozen=True):
    """The responses of a wave as they stand on the disk.

    Attributes:
        good: those that count.
        damaged: files that are no response to this questionnaire.
        closed: why the others cannot be read here and now, though they may be whole.
    """

    good: tuple[Contribution, ...]
    damaged: tuple[Path, ...]
    closed: tuple[StorageError, ...]


class StoredResponses(GroupFolders):
    """The responses in the groups' waves."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self._seen: dict[Path, tuple[_Stamp, Contribution]] = {}

    def contributions(self, stored: StoredGroup, number: int) -> tuple[Contribution, ...]:
        """Return the responses of wave ``number``; one that cannot be read goes to ``notices``."""
        found = self._found(stored, number)
        for error in found.closed:
            self._notice(str(error))
        if found.damaged:
            with locked(self.folder):  # another window may have set it aside, or be doing so
                found = self._found(stored, number)
                self._set_aside(found.damaged)
        return found.good

    def counts(self, stored: StoredGroup) -> dict[str, int]:
        """Return how many responses of each party (``andere-rol`` too) the wave under way has."""
        found: dict[str, int] = {}
        for given in self.contributions(stored, stored.wave.number):
            found[given.response.party] = found.get(given.response.party, 0) + 1
        return found

    def names(self, group_id: str, number: int) -> list[str]:
        """Return the names of the responses in a wave; no file is read."""
        try:
            with os.scandir(wave_folder(self._path(group_id), number)) as entries:
                names = [entry.name[:-5] for entry in entries if entry.name.endswith(".json")]
        except OSError as error:
            raise unwritable(error, self.folder) from error
        return sorted(filter(group_names.valid_response, names))

    def named(self, stored: StoredGroup, beginning: str) -> str:
        """Return the whole name of the response in the wave under way that begins so.

        Raises:
            NotFoundError: this is too short, or there is none, or more than one.
            StorageError: it is in a wave that was revealed.
        """
        if len(beginning) < group_names.SHOWN_DIGITS:
            raise NotFoundError(_("Een kenmerk heeft minstens {n} tekens.").format(n=group_names.SHOWN_DIGITS))
        found: list[str] = []
        for wave in reversed(stored.waves):
            found = [name for name in self.names(stored.id, wave.number) if name.startswith(beginning)]
            if found and wave.phase != "verzamelen":
                raise too_late()
            if found:
                break
        if not found:
            raise no_such_response()
        if len(found) > 1:
            raise NotFoundError(_("Meer dan één kenmerk begint zo. Typ er meer tekens van."))
        return found[0]

    def where(self, response_id: str) -> tuple[Place, ...]:
        """Return every wave, of any group, that has this response."""
        if not group_names.valid_response(response_id):
            raise NotFoundError(_("‘{id}’ is geen kenmerk van een antwoord.").format(id=response_id[:40]))
        return tuple(
            Place(group_id, number)
            for group_id in self._ids()
            for number in self._wave_numbers(self._path(group_id))
            if lexists(wave_folder(self._path(group_id), number) / f"{response_id}.json")
        )

    # Inside ----------------------------------------------------------------------------------------------------

    def _found(self, stored: StoredGroup, number: int) -> StoredWave:
        fitting = Fitting(self.questionnaire(stored))
        folder = wave_folder(self._path(stored.id), number)
        good, damaged, closed = [], [], []
        for response_id in self.names(stored.id, number):
            path = folder / f"{response_id}.json"
            try:
                given = self._response(path)
            except FileNotFoundError:  # withdrawn in another window meanwhile
                continue
            except DamagedError:
                damaged.append(path)
            except (UnreadableError, NewerError) as error:
                closed.append(error)
            else:
                if fitting.fits(given):
                    good.append(given)
                else:
                    damaged.append(path)
        return StoredWave(tuple(good), tuple(damaged), tuple(closed))

    def _response(self, path: Path) -> Contribution:
        """Read a response, or remember it: its file is written once. Raises as ``group_files.read`` does."""
        status = path.lstat()
        stamp = (status.st_ino, status.st_size, status.st_mtime_ns)
        seen = self._seen.get(path)
        if seen is None or seen[0] != stamp:
            seen = self._seen[path] = (stamp, group_files.read(path, Contribution))
        return seen[1]

    def _set_aside(self, damaged: Iterable[Path]) -> None:
        """Put files aside and tell it; only while holding the lock."""
        for path in damaged:
            self._notice(str(durable.set_aside_response(path)))


def no_such_response() -> NotFoundError:
    """Say that the wave under way has no response by that name."""
    return NotFoundError(_("In deze meting zit geen antwoord met dit kenmerk. Kijk het kenmerk na."))


def too_late() -> StorageError:
    """Say that a response is in a wave that was revealed."""
    return StorageError(_("De meting met dit antwoord is onthuld. Terugnemen kan niet meer."))

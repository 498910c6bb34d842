"""Where the groups of one data folder stand: which there are, reading one, changing one, and making and erasing one."""

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from os.path import lexists
from pathlib import Path
from shutil import rmtree

from msgspec import Struct

from samenspel.group.model import Entry, Group, Wave
from samenspel.storage import group_files, group_names
from samenspel.storage.durable import locked
from samenspel.storage.errors import DamagedError, UnreadableError, working_in
from samenspel.storage.group_files import DRAFTS, GROUP, WAVE, GroupFile, wave_folder
from samenspel.storage.selftest import QuestionnaireRef
from samenspel.storage.wave_responses import WaveResponses
from samenspel.taal import _
from samenspel.whole_file import remove_leftovers, sync_folder

_FOLDER = "groepen"


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


class Place(Struct, frozen=True):
    """A wave that has a response."""

    group_id: str
    wave: int


class GroupFolders:
    """The folders of the groups. Making this object touches no disk.

    Every method may raise ``StorageError``; nothing was changed then. What makes, writes or erases is called while
    holding the lock of the data folder.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._groups = folder / _FOLDER
        self._cleaned: set[Path] = set()
        self._responses: dict[Path, WaveResponses] = {}

    def ids(self) -> list[str]:
        """Return the ids of the groups; no file is read."""
        return sorted(filter(group_names.valid, self._names()))

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

    def responses(self, group_id: str, number: int) -> WaveResponses:
        """Return the responses of a wave."""
        folder = wave_folder(self._path(group_id), number)
        return self._responses.setdefault(folder, WaveResponses(folder))  # kept: it remembers what it read

    def where(self, response_id: str) -> tuple[Place, ...]:
        """Return every wave, of any group, that has this response."""
        return tuple(
            Place(group_id, number)
            for group_id in self.ids()
            for number in self._wave_numbers(self._path(group_id))
            if self.responses(group_id, number).has(response_id)
        )

    def drafts(self, group_id: str) -> Path:
        """Return the folder of the self-tests that are being done for a group on this laptop."""
        return self._path(group_id) / DRAFTS

    def has(self, group_id: str) -> bool:
        """Say whether something stands where the group with this id stands, or would."""
        return lexists(self._path(group_id))

    def files(self) -> list[Path]:
        """Return every file of every group, also those set aside."""
        with working_in(self.folder):
            return sorted(Path(at, name) for at, _folders, names in os.walk(self._groups) for name in names)

    @contextmanager
    def opened(self, group_id: str) -> Iterator[StoredGroup]:
        """Hold the lock and give the group, without what a killed process left in it."""
        folder = self._path(group_id)
        # Before anything is locked or made: asking for what is not there leaves no trace.
        if not lexists(folder / GROUP):
            raise group_names.not_found(group_id, [])
        with locked(self.folder):
            stored = self.read(group_id)
            if self._groups not in self._cleaned:
                self.sweep()
                self._cleaned.add(self._groups)
            for place in (folder, *(wave_folder(folder, wave.number) for wave in stored.waves)):
                if place not in self._cleaned:
                    with working_in(self.folder):
                        remove_leftovers(place)
                    self._cleaned.add(place)
            yield stored

    def make(self, file: GroupFile, first: Wave, entries: Iterable[Entry]) -> StoredGroup:
        """Make a group with its first wave and the responses in it: all of it or, if that fails, nothing."""
        group_id = group_names.new_id()
        making = self._groups / group_names.unfinished_name(group_id)
        wave = wave_folder(making, first.number)
        try:
            self._make_folders(self._groups, making, wave)
            group_files.write(wave / WAVE, first)
            responses = WaveResponses(wave)
            for entry in entries:
                responses.add(entry)
            group_files.write(making / GROUP, file)
            with working_in(self.folder):
                making.rename(self._path(group_id))  # only now there is a group
                sync_folder(self._groups)
        except BaseException:  # Ctrl-C too
            rmtree(making, ignore_errors=True)
            raise
        return self.read(group_id)

    def write_group(self, group_id: str, file: GroupFile) -> None:
        """Put what a group is in its file."""
        group_files.write(self._path(group_id) / GROUP, file)

    def write_wave(self, group_id: str, wave: Wave) -> None:
        """Put a wave in its file; a new one gets a folder."""
        folder = wave_folder(self._path(group_id), wave.number)
        self._make_folders(folder)
        group_files.write(folder / WAVE, wave)

    def erase(self, group_id: str) -> None:
        """Erase a group with everything in it, readable or not. Raises NotFoundError."""
        folder = self._path(group_id)
        with working_in(folder):
            try:
                if folder.is_symlink() or not folder.is_dir():  # none of ours; what a link leads to is not touched
                    folder.unlink()
                else:
                    going = self._groups / group_names.unfinished_name(group_id)
                    folder.rename(going)  # at once: half a group is no group
                    rmtree(going)
                sync_folder(self._groups)
            except FileNotFoundError as error:  # erased in another window, while we waited
                raise group_names.not_found(group_id, []) from error
        for place in [place for place in self._responses if folder in place.parents]:
            del self._responses[place]  # nothing of it is remembered

    def sweep(self) -> None:
        """Remove the groups that were never made whole, or not erased whole."""
        with working_in(self.folder):
            for name in filter(group_names.unfinished, self._names()):
                rmtree(self._groups / name)

    def _names(self) -> list[str]:
        with working_in(self.folder):
            try:
                return os.listdir(self._groups)  # noqa: PTH208 - a name is all that is wanted of each
            except FileNotFoundError:
                return []

    def _path(self, group_id: str) -> Path:
        if not group_names.valid(group_id):
            raise group_names.not_found(group_id, [])
        return self._groups / group_id

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

    def _make_folders(self, *folders: Path) -> None:
        with working_in(self.folder):
            for folder in folders:
                folder.mkdir(mode=0o700, exist_ok=True)

"""Where the groups of one data folder stand: which there are, reading one, changing one, and making and erasing one."""

from collections.abc import Collection, Iterator
from contextlib import contextmanager, suppress
from os.path import lexists
from pathlib import Path
from shutil import rmtree

from msgspec import Struct
from msgspec.structs import replace

from samenspel.group.model import Entry, Group, Wave
from samenspel.group.soundness import group_fits, wave_fits
from samenspel.hygiene import one_line
from samenspel.questionnaire.model import Questionnaire
from samenspel.storage import group_files, group_names, older, snapshots
from samenspel.storage.drafts import DraftStore, TurnOver
from samenspel.storage.durable import locked, names_in
from samenspel.storage.errors import DamagedError, StorageError, working_in
from samenspel.storage.group_files import GROUP, WAVE, GroupFile, Later, wave_folder
from samenspel.storage.selftest import QuestionnaireRef
from samenspel.storage.wave_responses import WaveResponses
from samenspel.taal import _
from samenspel.whole_file import remove_leftovers, sync_folder

FOLDER = "groepen"
"""The folder, in that of all data, where they stand."""


class StoredGroup(Struct, frozen=True):
    """A group as it is stored: its id (a folder's name), what it is asked, and its waves, the first one first.

    ``questionnaire`` is what the first wave asks; ``later`` what others do, from a wave on.
    """

    id: str
    group: Group
    questionnaire: QuestionnaireRef
    waves: tuple[Wave, ...]
    later: tuple[Later, ...] = ()

    def asked(self, number: int) -> QuestionnaireRef:
        """Return what wave ``number`` asks."""
        return next((one.questionnaire for one in reversed(self.later) if one.wave <= number), self.questionnaire)

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
        self._groups = folder / FOLDER
        self._snapshots = folder / snapshots.FOLDER
        self._cleaned: set[Path] = set()
        self._turned: set[str] = set()
        self._forgotten: set[Path] = set()

    def ids(self) -> list[str]:
        """Return the ids of the groups; no file is read."""
        return sorted(filter(group_names.valid, self._names()))

    def read(self, group_id: str) -> StoredGroup:
        """Return a group.

        Raises:
            NotFoundError: there is none with this id (any more).
            UnreadableError: a file is damaged or not there; what there is, is left where it stands.
            NewerError: a newer samenspel wrote it.
        """
        folder = self._path(group_id)
        if not lexists(folder):
            raise group_names.gone()
        file = self._read(folder / GROUP, GroupFile)
        with working_in(folder):
            numbers = group_files.wave_numbers(folder)
        waves = tuple(self._read(wave_folder(folder, n) / WAVE, Wave) for n in range(1, max(numbers, default=1) + 1))
        stored = StoredGroup(group_id, file.group, file.questionnaire, waves, file.later)
        self._check(stored)
        return stored

    def _check(self, stored: StoredGroup) -> None:
        """Hold a group against its questionnaires. Raises UnreadableError: a file of it holds what cannot be."""
        folder = self._path(stored.id)
        froms = [one.wave for one in stored.later]
        ids = {stored.questionnaire.id, *(one.questionnaire.id for one in stored.later)}
        if froms != sorted(set(froms)) or len(ids) > 1:
            raise group_files.damaged(folder / GROUP, stored.id)
        found: dict[QuestionnaireRef, Questionnaire | None] = {}
        for number, wave in enumerate(stored.waves, start=1):
            reference = stored.asked(number)
            if reference not in found:
                try:
                    found[reference] = self.questionnaire(stored, number)
                except StorageError:  # said by whoever needs it
                    found[reference] = None
            asked = found[reference]
            if asked is not None and not group_fits(asked, stored.group):
                raise group_files.damaged(folder / GROUP, stored.id)
            if wave.number != number or not (asked is None or wave_fits(asked, wave)):
                raise group_files.damaged(wave_folder(folder, number) / WAVE, stored.id)

    def questionnaire(self, stored: StoredGroup, number: int | None = None) -> Questionnaire:
        """Return what wave ``number`` (None: the last) asks, as it was then. Raises StorageError: it was not kept."""
        return snapshots.find(self._snapshots, stored.asked(stored.wave.number if number is None else number))

    def asks(self, stored: StoredGroup, number: int, questionnaire: Questionnaire | None) -> StoredGroup:
        """Say what wave ``number``, which is not there yet, will ask; None: what the one before asks.

        It is written before the wave is: what is said of a wave that never came counts for nothing.

        Raises:
            StorageError: it is another questionnaire, not another version of the same.
        """
        later = tuple(one for one in stored.later if one.wave < number)
        if questionnaire is not None and questionnaire.hash != stored.asked(number - 1).hash:
            if questionnaire.id != stored.questionnaire.id or not group_fits(questionnaire, stored.group):
                raise StorageError(_("Deze vragenlijst is voor andere partijen dan de groep."))
            later = (*later, Later(number, snapshots.keep(self._snapshots, questionnaire)))
        if later != stored.later:
            self.write_group(stored.id, GroupFile(stored.group, stored.questionnaire, later))
        return replace(stored, later=later)

    def wave_folder(self, group_id: str, number: int) -> Path:
        """Return the folder of a wave. Raises NotFoundError: that is no id of a group."""
        return wave_folder(self._path(group_id), number)

    def responses(self, group_id: str, number: int) -> WaveResponses:
        """Return the responses of a wave."""
        return WaveResponses(self.wave_folder(group_id, number))

    def where(self, wanted: Collection[str]) -> dict[str, tuple[Place, ...]]:
        """Return for each of these responses every wave, of any group, that has it; what cannot be read has none."""
        found: dict[str, tuple[Place, ...]] = dict.fromkeys(wanted, ())
        for group_id in self.ids():
            folder = self._path(group_id)
            with suppress(StorageError, OSError):  # erased meanwhile, or damaged: said where that group is looked at
                for number in group_files.wave_numbers(folder):
                    for name in self.responses(group_id, number).among(wanted):
                        found[name] = (*found[name], Place(group_id, number))
        return found

    def drafts(self, group_id: str) -> DraftStore:
        """Return the self-tests that are being done for a group on this laptop."""

        @contextmanager
        def opened() -> Iterator[TurnOver]:
            with self.opened(group_id) as stored:
                yield lambda: self.turn_over(stored)

        return DraftStore(self._path(group_id), self._snapshots, opened)

    def has(self, group_id: str) -> bool:
        """Say whether something stands where the group with this id stands, or would."""
        return lexists(self._path(group_id))

    @contextmanager
    def opened(self, group_id: str) -> Iterator[StoredGroup]:
        """Hold the lock and give the group, without what a killed process left in it."""
        # Before anything is locked or made: asking for what is not there leaves no trace.
        if not self.has(group_id):
            raise group_names.gone()
        with locked(self.folder):
            stored = self.read(group_id)
            if self._groups not in self._cleaned:
                self.sweep()
                self._cleaned.add(self._groups)
            folder = self._path(group_id)
            for place in (folder, *(wave_folder(folder, wave.number) for wave in stored.waves)):
                if place not in self._cleaned:
                    with working_in(self.folder):
                        remove_leftovers(place)
                    self._cleaned.add(place)
            for wave in stored.waves:
                if wave.released is not None and wave_folder(folder, wave.number) not in self._forgotten:
                    self.forget_experience(group_id, wave.number)
            yield stored

    def turn_over(self, stored: StoredGroup) -> dict[str, str]:
        """Put what 0.1.0 wrote of a group in its new form: the first thing of every write.

        Returns:
            For each draft the name that it had, and the one that it has.
        """
        if stored.id in self._turned:
            return {}
        folder = self._path(stored.id)
        numbers = [wave.number for wave in stored.waves]
        renamed: dict[str, str] = {}
        if older.has_drafts(folder) or any(older.has_responses(wave_folder(folder, number)) for number in numbers):
            # First, so that 0.1.0 never sees the half of it: it reads this file, and says that it is newer.
            self.write_group(stored.id, GroupFile(stored.group, stored.questionnaire, stored.later))
            for number in numbers:
                self.responses(stored.id, number).turn_over()
            if stored.wave.phase == "verzamelen" and stored.wave.experience:  # it stands with the responses now
                self.write_wave(stored.id, replace(stored.wave, experience={}))
            renamed = self.drafts(stored.id).turn_over()
        self._turned.add(stored.id)
        return renamed

    def forget_experience(self, group_id: str, number: int) -> None:
        """Take the answers about experience away from the responses of a wave that was revealed, if that can be done.

        When it cannot, or samenspel is killed before it, the next one who changes something in the group does it.
        """
        with suppress(StorageError):
            self.responses(group_id, number).forget_experience()
            self._forgotten.add(wave_folder(self._path(group_id), number))

    def make(self, file: GroupFile, first: Wave, entries: Collection[Entry]) -> StoredGroup:
        """Make a group with its first wave and the responses in it: all of it or, if that fails, nothing."""
        group_id = group_names.new_id()
        making = self._groups / group_names.unfinished_name(group_id)
        wave = wave_folder(making, first.number)
        try:
            self._make_folders(self._groups, making, wave)
            group_files.write(wave / WAVE, first)
            if entries:
                WaveResponses(wave).add(entries)
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
        """Erase a group with everything in it, readable or not.

        Raises:
            NotFoundError: there is none with this id (any more).
            StorageError: nothing was erased; or it is no group any more, and the message says what is left of it.
        """
        folder = self._path(group_id)
        with working_in(folder):
            try:
                if folder.is_symlink() or not folder.is_dir():  # none of ours; what a link leads to is not touched
                    folder.unlink()
                else:
                    going = self._groups / group_names.unfinished_name(group_id)
                    folder.rename(going)  # at once: half a group is no group
                    self._remove(going)
                sync_folder(self._groups)
            except FileNotFoundError as error:  # erased in another window, while we waited
                raise group_names.gone() from error

    def left(self) -> list[Path]:
        """Return the folders of groups that were never made whole, or not erased whole."""
        return [self._groups / name for name in self._names() if group_names.unfinished(name)]

    def sweep(self) -> None:
        """Remove what is left of groups that were never made whole, or not erased whole, as far as that can be done."""
        for folder in self.left():
            with suppress(StorageError):  # it can still be seen and erased by itself
                self._remove(folder)

    def _remove(self, going: Path) -> None:
        rmtree(going, ignore_errors=True)
        if lexists(going):
            raise StorageError(
                _(
                    "De groep is weg, maar niet elk bestand kon van de schijf. Misschien is er nog een open. "
                    "Sluit dat, en wis de rest met ‘samenspel gegevens wis {pad}’."
                ).format(pad=one_line(going.relative_to(self.folder).as_posix()))
            )

    def _names(self) -> list[str]:
        with working_in(self.folder):
            return names_in(self._groups)

    def _path(self, group_id: str) -> Path:
        if not group_names.valid(group_id):
            raise group_names.not_found(group_id, [])
        return self._groups / group_id

    def _read(self, path: Path, kind: type[group_files.Kept]) -> group_files.Kept:
        group_id = path.relative_to(self._groups).parts[0]
        try:
            return group_files.read(path, kind)
        except DamagedError as error:
            raise group_files.damaged(path, group_id) from error
        except FileNotFoundError as error:
            if not self.has(group_id):
                raise group_names.gone() from error  # erased in another window, while we read
            raise group_files.missing(path, group_id) from error

    def _make_folders(self, *folders: Path) -> None:
        with working_in(self.folder):
            for folder in folders:
                folder.mkdir(mode=0o700, exist_ok=True)

"""The responses of a wave: a file each, so that many can add at the same time and a broken one costs one."""

import os
import secrets
from collections.abc import Iterable
from os.path import lexists
from pathlib import Path
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from samenspel.group.contribution import Contribution, Entry
from samenspel.group.fitting import Fitting
from samenspel.group.model import Wave
from samenspel.storage import aside, group_files, group_names
from samenspel.storage.durable import sync_folder
from samenspel.storage.errors import DamagedError, NewerError, NotFoundError, StorageError, UnreadableError, unwritable
from samenspel.storage.group_files import WAVE, wave_folder
from samenspel.storage.group_folders import GroupFolders, StoredGroup
from samenspel.storage.locking import locked
from samenspel.taal import _

MOST_RESPONSES = 5_000
"""So many responses a wave takes: no workshop has more, and a folder of a million files would never end."""

_NAME_LENGTH = len(f"{0:032x}.json")

Added = Literal["added", "double"]
_Stamp = tuple[int, int, int]


class Found(Struct, frozen=True):
    """The responses of a wave as they stand on the disk.

    Attributes:
        good: those that count.
        damaged: files that are no response to this questionnaire.
        closed: why the others cannot be read here and now, though they may be whole.
    """

    good: tuple[Contribution, ...]
    damaged: tuple[Path, ...]
    closed: tuple[StorageError, ...]


class Responses(GroupFolders):
    """The responses in the groups' waves."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self._seen: dict[Path, tuple[_Stamp, Contribution]] = {}

    def add(self, group_id: str, entries: Iterable[Entry]) -> dict[str, Added]:
        """Add responses to the wave under way, each on the disk when this returns.

        Returns:
            For each entry's id whether it was added, or refused because it is in a wave of some group already.

        Raises:
            StorageError: the wave takes no responses (any more), has too many, or one does not belong to what the
                group is asked. Those before are kept.
        """
        outcome: dict[str, Added] = {}
        fitting: Fitting | None = None
        room = 0
        for entry in entries:
            with self._opened(group_id) as stored:
                wave = stored.wave
                _collecting(wave)
                if fitting is None:
                    fitting = Fitting(self.questionnaire(stored))
                    room = MOST_RESPONSES - self._many(wave_folder(self._path(group_id), wave.number))
                if not fitting.fits(entry.contribution):
                    raise StorageError(_("Dit antwoord hoort niet bij de vragenlijst van deze groep."))
                if self.where(entry.id) is not None:
                    outcome.setdefault(entry.id, "double")
                    continue
                if room <= 0:
                    raise StorageError(_("Een meting heeft hooguit {n} antwoorden.").format(n=MOST_RESPONSES))
                self._put(wave_folder(self._path(group_id), wave.number), wave, entry)
                room -= 1
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
            except (DamagedError, NewerError, UnreadableError):  # it may go all the same
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

    # Inside ----------------------------------------------------------------------------------------------------

    def _put(self, folder: Path, wave: Wave, entry: Entry) -> None:
        # The tally first: a kill in between costs a figure that nobody sees, never a response.
        response = entry.contribution.response
        if response.experience:
            group_files.write(folder / WAVE, _tallied(wave, response.party, response.experience, 1))
        bare = replace(entry.contribution, response=replace(response, experience=""))
        group_files.write(folder / f"{entry.id}.json", bare)

    def _responses(self, group_id: str, number: int) -> list[str]:
        try:
            with os.scandir(wave_folder(self._path(group_id), number)) as entries:
                names = [entry.name[:-5] for entry in entries if entry.name.endswith(".json")]
        except OSError as error:
            raise unwritable(error, self.folder) from error
        return sorted(filter(group_names.valid_response, names))

    def _many(self, folder: Path) -> int:
        """Count the responses by the length of their names: this is asked for each one that is added."""
        try:
            names = os.listdir(folder)  # noqa: PTH208 - several times as fast as a Path for each
        except OSError as error:
            raise unwritable(error, self.folder) from error
        return sum(len(name) == _NAME_LENGTH for name in names)

    def _found(self, stored: StoredGroup, number: int) -> Found:
        fitting = Fitting(self.questionnaire(stored))
        folder = wave_folder(self._path(stored.id), number)
        good, damaged, closed = [], [], []
        for response_id in self._responses(stored.id, number):
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
        return Found(tuple(good), tuple(damaged), tuple(closed))

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
            self._notice(str(aside.set_aside_response(path)))


def new_response_id() -> str:
    """Return a random name for a response, that says nothing of whose it is or when it came."""
    return secrets.token_hex(16)


def _collecting(wave: Wave) -> None:
    if wave.phase != "verzamelen":
        raise StorageError(
            _("Meting {nummer} is al onthuld. Begin een nieuwe meting voor nieuwe antwoorden.").format(
                nummer=wave.number
            )
        )


def _tallied(wave: Wave, party: str, experience: str, by: int) -> Wave:
    tally = dict(wave.experience.get(party, {}))
    tally[experience] = tally.get(experience, 0) + by
    return replace(wave, experience={**wave.experience, party: {a: n for a, n in tally.items() if n}})

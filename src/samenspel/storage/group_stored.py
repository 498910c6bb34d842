"""Reading the responses of a wave: what is whole counts, what is damaged is put aside, the rest is told."""

import os
from collections.abc import Iterable
from os.path import lexists
from pathlib import Path

from msgspec import Struct

from samenspel.group.contribution import Contribution
from samenspel.group.fitting import Fitting
from samenspel.storage import aside, group_files, group_names
from samenspel.storage.errors import DamagedError, NewerError, NotFoundError, StorageError, UnreadableError, unwritable
from samenspel.storage.group_files import wave_folder
from samenspel.storage.group_folders import GroupFolders, StoredGroup
from samenspel.storage.locking import locked
from samenspel.taal import _

_Stamp = tuple[int, int, int]


class Place(Struct, frozen=True):
    """A wave that has a response."""

    group_id: str
    wave: int


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

    def _found(self, stored: StoredGroup, number: int) -> Found:
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


def no_such_response() -> NotFoundError:
    """Say that the wave under way has no response by that name."""
    return NotFoundError(_("In deze meting zit geen antwoord met dit kenmerk. Kijk het kenmerk na."))


def too_late() -> StorageError:
    """Say that a response is in a wave that was revealed."""
    return StorageError(_("De meting met dit antwoord is onthuld. Terugnemen kan niet meer."))

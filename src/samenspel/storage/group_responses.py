"""The responses of a wave: a file each, so that many can add at the same time and a broken one costs one."""

import os
import secrets
from collections.abc import Iterable
from os.path import lexists
from pathlib import Path
from typing import TYPE_CHECKING, Literal

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

if TYPE_CHECKING:
    from samenspel.questionnaire.model import Questionnaire

MOST_RESPONSES = 5_000
"""So many responses a wave takes: no workshop has more, and a folder of a million files would never end."""

_NAME_LENGTH = len(f"{0:032x}.json")

BLANK = _(
    "Er is geen enkele stelling beantwoord. Dit telt niet mee. Beantwoord eerst de stellingen. ‘Weet ik niet’ mag ook."
)
"""Why a blank response is refused, by every way in: it would count as a person, and so unlock the answers of a few."""

Added = Literal["added", "double", "earlier", "elsewhere"]
"""What became of a response: it counts now; or it does not, being in this wave, an earlier one, or another group."""
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


class Responses(GroupFolders):
    """The responses in the groups' waves."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self._seen: dict[Path, tuple[_Stamp, Contribution]] = {}

    def add(self, group_id: str, entries: Iterable[Entry]) -> dict[str, Added]:
        """Add responses to the wave under way, each on the disk when this returns.

        A response belongs to one wave of one group; only a name that follows from the answers may come back in another
        wave of the same group, where it may well be somebody else's.

        Returns:
            For each entry's id whether it was added, or where it is already.

        Raises:
            StorageError: the wave takes no responses (any more), has too many, or one does not belong to what the
                group is asked, or answers no statement at all. Those before are kept.
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
                if fitting.blank(entry.contribution):
                    raise StorageError(BLANK)
                if known := self._known(stored, entry):
                    outcome.setdefault(entry.id, known)
                    continue
                if room <= 0:
                    raise StorageError(_("Een meting heeft hooguit {n} antwoorden.").format(n=MOST_RESPONSES))
                self._put(wave_folder(self._path(group_id), wave.number), wave, entry)
                room -= 1
                outcome[entry.id] = "added"
        return outcome

    def withdraw(self, group_id: str, response_id: str, experience: str = "") -> None:
        """Take a response out of the wave under way, before its reveal.

        The tally of ``experience`` is put right only when the answer is given along: from a response file or a code.
        With nothing but the name it stays one too high. Whatever would link a response to its place in the tally
        would tell the experience of each person to whoever holds the files, and that may not be (``docs/privacy.md``).

        Args:
            group_id: the group.
            response_id: the response.
            experience: what this person answered there, where that is known.

        Raises:
            NotFoundError: this wave has no such response.
            StorageError: the wave was revealed.
        """
        with self._opened(group_id) as stored:
            wave = stored.wave
            if wave.phase != "verzamelen":
                raise _too_late()
            folder = wave_folder(self._path(group_id), wave.number)
            path = folder / f"{response_id}.json"
            if not group_names.valid_response(response_id) or not lexists(path):
                raise _no_such_response()
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
                raise _too_late()
            if found:
                break
        if not found:
            raise _no_such_response()
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

    def _known(self, stored: StoredGroup, entry: Entry) -> Added | None:
        """Say where ``entry`` is already, when that keeps it out of the wave under way."""
        places = self.where(entry.id)
        if Place(stored.id, stored.wave.number) in places:
            return "double"
        if any(place.group_id != stored.id for place in places):
            return "elsewhere"
        return "earlier" if places and not entry.from_answers else None

    def _put(self, folder: Path, wave: Wave, entry: Entry) -> None:
        # The tally first: a kill in between costs a figure that nobody sees, never a response.
        response = entry.contribution.response
        if response.experience:
            group_files.write(folder / WAVE, _tallied(wave, response.party, response.experience, 1))
        bare = replace(entry.contribution, response=replace(response, experience=""))
        group_files.write(folder / f"{entry.id}.json", bare)

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

    def _filled(self, folder: Path, wave: Wave, questionnaire: "Questionnaire", entries: Iterable[Entry]) -> Wave:
        """Put responses in the folder of a wave that is being made; return the wave with what goes with them tallied.

        Raises StorageError: one does not belong to the questionnaire, is blank or in some wave, or cannot be written.
        """
        fitting = Fitting(questionnaire)
        for entry in entries:
            given = entry.contribution
            if not fitting.fits(given) or fitting.blank(given) or self.where(entry.id):
                raise StorageError(_("Dit antwoord kan niet bij een nieuwe groep."))
            self._put(folder, wave, entry)
            response = given.response
            if response.experience:
                wave = _tallied(wave, response.party, response.experience, 1)
        return wave


def new_response_id() -> str:
    """Return a random name for a response, that says nothing of whose it is or when it came."""
    return secrets.token_hex(16)


def _no_such_response() -> NotFoundError:
    return NotFoundError(_("In deze meting zit geen antwoord met dit kenmerk. Kijk het kenmerk na."))


def _too_late() -> StorageError:
    return StorageError(_("De meting met dit antwoord is onthuld. Terugnemen kan niet meer."))


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

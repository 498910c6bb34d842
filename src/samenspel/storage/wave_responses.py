"""The responses of one wave as they stand on the disk: a file for each, so that a broken one costs one.

No other module knows that a response is a file, or under which name.
"""

import os
from collections.abc import Iterable, Iterator
from os.path import lexists
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from samenspel.group.fitting import Fitting
from samenspel.group.model import Contribution, Entry, Wave
from samenspel.group.results import Experience
from samenspel.storage import durable, group_files, group_names
from samenspel.storage.errors import DamagedError, NewerError, StorageError, UnreadableError, working_in
from samenspel.storage.group_files import WAVE
from samenspel.taal import _
from samenspel.whole_file import sync_folder

_SUFFIX = ".json"
_Stamp = tuple[int, int, int]


class StoredResponses(Struct, frozen=True):
    """What a wave's responses are.

    Attributes:
        good: those that count, in no order that says anything.
        damaged: the names of those that are no response to this questionnaire.
        closed: why the others cannot be read here and now, though they may be whole.
    """

    good: tuple[Contribution, ...]
    damaged: tuple[str, ...]
    closed: tuple[StorageError, ...]


class WaveResponses:
    """The responses in the folder of one wave. Whoever changes something holds the lock of the data folder.

    Every method may raise ``StorageError``; nothing was changed then.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._read: dict[str, tuple[_Stamp, Contribution]] = {}

    def names(self) -> list[str]:
        """Return the names of the responses, in alphabetical order; none is read."""
        with working_in(self._folder):
            found = os.listdir(self._folder)  # noqa: PTH208 - several times as fast as a Path for each
        bare = (name.removesuffix(_SUFFIX) for name in found if name.endswith(_SUFFIX))
        return sorted(filter(group_names.valid_response, bare))

    def has(self, name: str) -> bool:
        """Say whether there is a response of this name, readable or not."""
        return group_names.valid_response(name) and lexists(self._path(name))

    def read(self, fitting: Fitting) -> StoredResponses:
        """Read all of them, and judge which are responses to the questionnaire of ``fitting``."""
        good, damaged, closed = [], [], []
        for name in self.names():
            try:
                given = self._one(name)
            except FileNotFoundError:  # withdrawn in another window meanwhile
                continue
            except DamagedError:
                damaged.append(name)
            except (UnreadableError, NewerError) as error:
                closed.append(error)
            else:
                if fitting.fits(given):
                    good.append(given)
                else:
                    damaged.append(name)
        return StoredResponses(tuple(good), tuple(damaged), tuple(closed))

    def experience(self) -> Experience:
        """Return the tally of what was answered about experience: it stands with the wave, and with no response."""
        return self._wave().experience

    def add(self, entry: Entry) -> None:
        """Put a response in, which is on the disk when this returns. What stood under its name is gone."""
        response = entry.contribution.response
        # The tally first: a kill in between costs a figure that nobody sees, never a response.
        if response.experience:
            self._tally(response.party, response.experience, 1)
        bare = replace(entry.contribution, response=replace(response, experience=""))
        group_files.write(self._path(entry.id), bare, timeless=True)

    def take_out(self, name: str, experience: str = "") -> None:
        """Take a response out, readable or not.

        The tally of ``experience`` is put right only when the answer is given along: from a response file or a code.
        With nothing but the name it stays one too high. Whatever would link a response to its place in the tally
        would tell the experience of each person to whoever holds the files, and that may not be (``docs/privacy.md``).
        """
        try:
            party = self._one(name).response.party
        except (DamagedError, NewerError, UnreadableError):  # it may go all the same
            party = ""
        with working_in(self._folder):
            self._path(name).unlink()
            sync_folder(self._folder)
        if experience and self.experience().get(party, {}).get(experience):
            self._tally(party, experience, -1)

    def set_aside(self, damaged: Iterable[str]) -> Iterator[str]:
        """Give damaged responses another name, so that they are none any more; give what to say of each."""
        told = _(
            "Eén antwoord van de groep is beschadigd en telt niet mee. Het bestand staat nu apart: {pad}. "
            "Vraag die persoon om het antwoord nog eens te geven."
        )
        return (told.format(pad=durable.set_aside(self._path(name))) for name in damaged)

    def _path(self, name: str) -> Path:
        return self._folder / f"{name}{_SUFFIX}"

    def _one(self, name: str) -> Contribution:
        """Read a response, or remember it: its file is written once. Raises as ``group_files.read`` does."""
        path = self._path(name)
        status = path.lstat()
        stamp = (status.st_ino, status.st_size, status.st_mtime_ns)
        known = self._read.get(name)
        if known is None or known[0] != stamp:
            known = self._read[name] = (stamp, group_files.read(path, Contribution))
        return known[1]

    def _wave(self) -> Wave:
        return group_files.read(self._folder / WAVE, Wave)

    def _tally(self, party: str, experience: str, by: int) -> None:
        wave = self._wave()
        tally = dict(wave.experience.get(party, {}))
        tally[experience] = tally.get(experience, 0) + by
        counted = {**wave.experience, party: {answer: n for answer, n in tally.items() if n}}
        group_files.write(self._folder / WAVE, replace(wave, experience=counted))

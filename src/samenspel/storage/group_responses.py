"""The responses of a wave: a file each, so that many can add at the same time and a broken one costs one."""

import os
import secrets
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from os.path import lexists
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from msgspec.structs import replace

from samenspel.group.contribution import Contribution, Entry
from samenspel.group.fitting import Fitting
from samenspel.group.model import Wave
from samenspel.storage import group_files, group_names
from samenspel.storage.durable import sync_folder
from samenspel.storage.errors import DamagedError, NewerError, StorageError, UnreadableError, unwritable
from samenspel.storage.group_files import WAVE, wave_folder
from samenspel.storage.group_folders import StoredGroup
from samenspel.storage.group_stored import Place, StoredResponses, no_such_response, too_late
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


class Responses(StoredResponses):
    """Adding responses to the groups' waves, and taking them out."""

    @contextmanager
    def collecting(self, group_id: str, number: int | None = None) -> Iterator[StoredGroup]:
        """Hold the group while its wave under way takes responses: meanwhile nobody reveals the wave or erases it.

        Args:
            group_id: the group.
            number: the wave that is meant; None: whichever is under way.

        Raises:
            StorageError: there is no such group (any more), or that wave takes no responses any more.
        """
        with self._opened(group_id) as stored:
            _collecting(stored.wave, number)
            yield stored

    def add(self, group_id: str, entries: Iterable[Entry], number: int | None = None) -> dict[str, Added]:
        """Add responses to the wave under way, each on the disk when this returns.

        A response belongs to one wave of one group; only a name that follows from the answers may come back in another
        wave of the same group, where it may well be somebody else's.

        Args:
            group_id: the group.
            entries: the responses.
            number: the wave that they are meant for; None: whichever is under way.

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
            with self.collecting(group_id, number) as stored:
                wave = stored.wave
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
                raise too_late()
            folder = wave_folder(self._path(group_id), wave.number)
            path = folder / f"{response_id}.json"
            if not group_names.valid_response(response_id) or not lexists(path):
                raise no_such_response()
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


def _collecting(wave: Wave, number: int | None) -> None:
    if wave.phase != "verzamelen":
        raise StorageError(
            _("Meting {nummer} is al onthuld. Begin een nieuwe meting voor nieuwe antwoorden.").format(
                nummer=wave.number
            )
        )
    if number not in {None, wave.number}:
        raise StorageError(
            _(
                "Meting {oud} is al onthuld. De antwoorden zijn bewaard. Geef ze aan meting {nieuw}: kies ‘Verder’ bij "
                "‘Antwoorden verzamelen’."
            ).format(oud=number, nieuw=wave.number)
        )


def _tallied(wave: Wave, party: str, experience: str, by: int) -> Wave:
    tally = dict(wave.experience.get(party, {}))
    tally[experience] = tally.get(experience, 0) + by
    return replace(wave, experience={**wave.experience, party: {a: n for a, n in tally.items() if n}})

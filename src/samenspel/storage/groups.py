"""The store of groups: a folder for each, a file for each response, so that many can add at the same time.

Every operation locks, opens, works and closes. Until the reveal a wave takes responses; what is revealed is kept as it
was shown and never computed again.
"""

import os
import re
import secrets
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from os.path import lexists
from pathlib import Path
from shutil import rmtree
from typing import TYPE_CHECKING, Literal

from msgspec import Struct
from msgspec.structs import replace

from samenspel.group import founding, workshop
from samenspel.group.anonymity import release
from samenspel.group.founding import Fitting
from samenspel.group.model import Contribution, Entry, Group, Wave
from samenspel.group.results import results
from samenspel.storage import group_files, group_names, snapshots
from samenspel.storage.durable import locked, sync_folder
from samenspel.storage.errors import (
    DamagedError,
    NewerError,
    NotFoundError,
    StorageError,
    UnreadableError,
    WaitingError,
    unwritable,
)
from samenspel.storage.group_files import DRAFTS, GROUP, WAVE, GroupFile, wave_folder
from samenspel.storage.group_reader import FOLDER, Place, StoredGroup, StoredResponses, no_such_response, too_late
from samenspel.storage.selftest import QuestionnaireRef, SelfTest
from samenspel.storage.selftests import SelfTests
from samenspel.taal import _

if TYPE_CHECKING:
    from samenspel.questionnaire.model import Questionnaire


# The responses of a wave: a file each, so that many can add at the same time and a broken one costs one. ---------

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


__all__ = ["FOLDER", "MOST_RESPONSES", "Added", "Groups", "StoredGroup", "new_response_id"]

_MARK = re.compile(r"gegeven:(\d{1,9}):([0-9a-f]{32})", re.ASCII)


class Groups(Responses):
    """The groups in one data folder: making and erasing them, and their waves. Making this object touches no disk."""

    def create(
        self, group: Group, questionnaire: "Questionnaire", today: date, entries: Iterable[Entry] = ()
    ) -> StoredGroup:
        """Store a new group with its first wave, and ``entries`` in it: all of it or, if that fails, nothing.

        Raises:
            StorageError: there is one with that name; an entry does not belong to the questionnaire, or is in a
                wave already.
            WorkshopError: such a group may not be (``founding.checked_group``).
        """
        group = _checked(group)
        with locked(self.folder):
            self._sweep()
            self._free_name(group.name)
            group_id = group_names.new_id()
            folder, making = self._path(group_id), self._groups / group_names.unfinished_name(group_id)
            reference = QuestionnaireRef(questionnaire.id, questionnaire.version, questionnaire.hash)
            snapshots.keep(self._snapshots, questionnaire)
            try:
                self._make(self._groups, making, wave_folder(making, 1))
                first = self._filled(wave_folder(making, 1), Wave(1, today.isoformat()), questionnaire, entries)
                group_files.write(wave_folder(making, 1) / WAVE, first)
                group_files.write(making / GROUP, GroupFile(group, reference))
                self._rename(making, folder)  # only now there is a group
            except BaseException:
                rmtree(making, ignore_errors=True)
                raise
        return StoredGroup(group_id, group, reference, (first,))

    def check_name(self, name: str) -> None:
        """Look whether a new group may have this name. Raises StorageError: there is one with that name."""
        self._free_name(name)

    def change(self, group_id: str, change: Callable[[Group], Group]) -> StoredGroup:
        """Store what ``change`` makes of a group: another name, k, area, expected numbers.

        Raises:
            StorageError: the name is taken, or k is to change while there are responses, be they still on their way.
            WorkshopError: such a group may not be (``founding.checked_group``).
        """
        with self._opened(group_id) as stored:
            changed = _checked(change(stored.group))
            if group_names.folded(changed.name) != group_names.folded(stored.group.name):
                self._free_name(changed.name)
            rules = (changed.minimum, changed.open_table) != (stored.group.minimum, stored.group.open_table)
            if (
                rules
                and stored.wave.phase == "verzamelen"
                and (self.names(group_id, stored.wave.number) or self.waiting(stored))
            ):
                raise StorageError(
                    _(
                        "Het minimum van deze groep ligt vast: er zijn al antwoorden. "
                        "Kies een ander minimum voordat de volgende meting begint."
                    )
                )
            group_files.write(self._path(group_id) / GROUP, GroupFile(changed, stored.questionnaire))
        return replace(stored, group=changed)

    def delete(self, group_id: str) -> None:
        """Erase a group with everything in it, readable or not. Raises NotFoundError."""
        folder = self._path(group_id)
        if not lexists(folder):
            raise group_names.not_found(group_id, [])
        with locked(self.folder):
            self._sweep()
            try:
                if folder.is_symlink() or not folder.is_dir():  # none of ours
                    folder.unlink()
                else:
                    going = self._groups / group_names.unfinished_name(group_id)
                    folder.rename(going)  # at once: half a group is no group
                    rmtree(going)
                sync_folder(self._groups)
            except FileNotFoundError as error:  # erased in another window, while we waited
                raise group_names.not_found(group_id, []) from error
            except OSError as error:
                raise unwritable(error, folder) from error
            self._seen.clear()

    def new_wave(self, group_id: str, today: date) -> StoredGroup:
        """Begin the next wave. Raises StorageError: the last one still collects."""
        with self._opened(group_id) as stored:
            if stored.wave.phase == "verzamelen":
                raise StorageError(_("Er loopt al een meting die antwoorden verzamelt. Onthul die eerst."))
            wave = Wave(stored.wave.number + 1, today.isoformat())
            folder = wave_folder(self._path(group_id), wave.number)
            behind = workshop.left_behind(stored.wave)
            if behind != stored.wave:
                group_files.write(wave_folder(self._path(group_id), behind.number) / WAVE, behind)
            self._make(folder)
            group_files.write(folder / WAVE, wave)
        return replace(stored, waves=(*stored.waves[:-1], behind, wave))

    def update_wave(self, group_id: str, number: int, change: Callable[[Wave], Wave]) -> StoredGroup:
        """Store what ``change`` makes of a wave; it is on the disk then. What ``change`` raises passes on.

        Raises:
            NotFoundError: there is no such wave.
            StorageError: what was revealed would change; or be revealed, which takes ``reveal``.
        """
        with self._opened(group_id) as stored:
            if not 1 <= number <= len(stored.waves):
                raise NotFoundError(_("Deze groep heeft geen meting {nummer}.").format(nummer=number))
            wave = stored.waves[number - 1]
            changed = change(wave)
            if _final(changed) != _final(wave):
                raise StorageError(_("Wat onthuld is, ligt vast. Deze verandering kan niet."))
            group_files.write(wave_folder(self._path(group_id), number) / WAVE, changed)
        return replace(stored, waves=(*stored.waves[: number - 1], changed, *stored.waves[number:]))

    def reveal(self, group_id: str, today: date) -> StoredGroup:
        """Reveal the wave under way, once and for good; what is shown of it is kept with it.

        Raises:
            WorkshopError: it was revealed already, or there are no responses that count.
            UnreadableError, NewerError: a response, or a draft that may have been handed in, may be whole but cannot
                be read now: it would be left out for good.
            WaitingError: so would what was handed in and is not in the wave yet (``collecting.reveal`` delivers it).
        """
        with self._opened(group_id) as stored:
            if stored.wave.phase == "verzamelen" and self.waiting(stored):
                raise WaitingError(
                    _("Iemand gaf antwoorden die nog niet meetellen. Er is niets onthuld. Probeer het nog eens.")
                )
            questionnaire = self.questionnaire(stored)
            group, wave = stored.group, stored.wave
            given = self._found(stored, wave.number)
            if given.closed and wave.phase == "verzamelen":
                raise given.closed[0]
            self._set_aside(given.damaged)
            found = results(questionnaire, given.good, wave.experience, group.minimum)
            if found.left_out and not found.n:
                raise workshop.WorkshopError(workshop.too_few(group.minimum))
            small = found.n < group.minimum  # an open table is for those only, however many were expected
            released = release(questionnaire, found, group.minimum, open_table=group.open_table and small)
            wave = workshop.reveal(wave, released, today)
            group_files.write(wave_folder(self._path(group_id), wave.number) / WAVE, wave)
        return replace(stored, waves=(*stored.waves[:-1], wave))

    def drafts(self, group_id: str) -> SelfTests:
        """Return the store of self-tests that are being done on this laptop, in turn, for this group."""
        return SelfTests(self._path(group_id) / DRAFTS)

    def waiting(self, stored: StoredGroup) -> list[SelfTest]:
        """Return the drafts that were handed in to the wave under way and are not in it: whoever did so was killed.

        Raises:
            UnreadableError, NewerError: a draft may be whole but cannot be read now: it may be such a one.
        """
        drafts, inside = self.drafts(stored.id), set(self.names(stored.id, stored.wave.number))
        found = []
        for draft_id in drafts.ids():
            try:
                draft = drafts.read(draft_id)
            except NotFoundError:  # thrown away in another window meanwhile
                continue
            except (UnreadableError, NewerError) as error:
                if draft_id in drafts.ids():
                    raise
                self._notice(str(error))  # damaged, and set aside
                continue
            at = handed_in(draft)
            if at is not None and at.wave == stored.wave.number and at.response_id not in inside:
                found.append(draft)
        return found

    # Inside ----------------------------------------------------------------------------------------------------

    def _free_name(self, name: str) -> None:
        if any(group_names.folded(stored.group.name) == group_names.folded(name) for stored in self.all()):
            raise StorageError(_("Er is al een groep ‘{naam}’. Kies een andere naam.").format(naam=name))

    def _make(self, *folders: Path) -> None:
        try:
            for folder in folders:
                folder.mkdir(mode=0o700, exist_ok=True)
        except OSError as error:
            raise unwritable(error, self.folder) from error

    def _rename(self, making: Path, folder: Path) -> None:
        try:
            making.rename(folder)
            sync_folder(self._groups)
        except OSError as error:
            raise unwritable(error, self.folder) from error


class HandedIn(Struct, frozen=True):
    """What stands with a draft that was handed in: to which wave, and under which name its response goes in."""

    wave: int
    response_id: str

    @property
    def mark(self) -> str:
        """How it stands with the draft, in place of the step where the person is (``SelfTest.at``)."""
        return f"gegeven:{self.wave}:{self.response_id}"


def handed_in(draft: SelfTest) -> HandedIn | None:
    """Return to which wave a draft was handed in; None: its person is still busy."""
    found = _MARK.fullmatch(draft.at)
    return None if found is None else HandedIn(int(found[1]), found[2])


def _checked(group: Group) -> Group:
    return founding.checked_group(
        group.name,
        minimum=group.minimum,
        area=group.area,
        expected=group.expected,
        open_table=group.open_table,
        practice=group.practice,
    )


def _final(wave: Wave) -> tuple[object, ...]:
    """Return what of a wave only a reveal may change."""
    return wave.number, wave.revealed, wave.released, wave.phase == "verzamelen"

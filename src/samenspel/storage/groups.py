"""The store of groups: making, changing and erasing them, their waves, and what people gave to those.

Every operation locks, opens, works and closes. Until the reveal a wave takes responses; what is revealed is kept as it
was shown and never computed again.
"""

from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Literal

from msgspec.structs import asdict, replace

from samenspel.group import founding, workshop
from samenspel.group.again import Again
from samenspel.group.fitting import Fitting
from samenspel.group.model import Contribution, Entry, Group, Wave
from samenspel.group.results import by_party
from samenspel.hygiene import folded
from samenspel.questionnaire.model import Questionnaire
from samenspel.storage import group_names, snapshots
from samenspel.storage.drafts import DraftStore
from samenspel.storage.durable import locked
from samenspel.storage.errors import NewerError, NotFoundError, StorageError, UnreadableError, WaitingError
from samenspel.storage.group_files import GroupFile
from samenspel.storage.group_folders import GroupFolders, Place, StoredGroup
from samenspel.storage.labels import WaveLabels
from samenspel.storage.revealing import Revealing
from samenspel.storage.selftest import SelfTest, handed_in
from samenspel.taal import _

__all__ = ["BLANK", "MOST_RESPONSES", "Added", "Groups", "Place", "StoredGroup"]

MOST_RESPONSES = 5_000
"""So many responses a wave takes: no workshop has more, and a folder of a million files would never end."""

BLANK = _(
    "Er is geen enkele stelling beantwoord. Dit telt niet mee. Beantwoord eerst de stellingen. ‘Weet ik niet’ mag ook."
)
"""Why a blank response is refused, by every way in: it would count as a person, and so unlock the answers of a few."""

Added = Literal["added", "double", "earlier", "elsewhere"]
"""What became of a response: it counts now; or it does not, being in this wave, an earlier one, or another group."""


class Groups:
    """The groups in one data folder. Making this object touches no disk.

    Every method may raise ``StorageError``; nothing was changed then. ``notices`` holds what a person should know
    about files that were skipped, each once. ``labels``: those of the open answers of its waves.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.notices: list[str] = []
        self._folders = GroupFolders(folder)
        self._revealing = Revealing(self._folders, self._notice)
        self.labels = WaveLabels(self._folders, self._notice)
        self._snapshots = folder / snapshots.FOLDER

    # Groups ----------------------------------------------------------------------------------------------------

    def all(self) -> list[StoredGroup]:
        """Return every group by name. One that cannot be read goes to ``notices``."""
        found = []
        for group_id in self._folders.ids():
            try:
                found.append(self.read(group_id))
            except NotFoundError:  # being made or erased in another window
                continue
            except (UnreadableError, NewerError) as error:
                self._notice(str(error))
        return sorted(found, key=lambda stored: stored.group.name.casefold())

    def ids(self) -> list[str]:
        """Return the ids of the groups; no file is read."""
        return self._folders.ids()

    def find(self, name: str) -> StoredGroup:
        """Return the group with this name (in capitals or not), or with this id.

        Raises:
            NotFoundError: there is none; the message has the nearest name.
            UnreadableError, NewerError: there is one with this id, but it cannot be read.
        """
        if group_names.valid(name) and self._folders.has(name):
            return self.read(name)
        everyone = self.all()
        wanted = folded(name)
        for stored in everyone:
            if folded(stored.group.name) == wanted:
                return stored
        raise group_names.not_found(name, [stored.group.name for stored in everyone], self.notices)

    def read(self, group_id: str) -> StoredGroup:
        """Return a group. Raises NotFoundError, UnreadableError, NewerError."""
        return self._folders.read(group_id)

    def questionnaire(self, stored: StoredGroup, number: int | None = None) -> Questionnaire:
        """Return what wave ``number`` (None: the last) asks, as it was then. Raises StorageError: it was not kept."""
        return self._folders.questionnaire(stored, number)

    def create(
        self, group: Group, questionnaire: Questionnaire, today: date, entries: Iterable[Entry] = ()
    ) -> StoredGroup:
        """Store a new group with its first wave, and ``entries`` in it: all of it or, if that fails, nothing.

        Raises:
            StorageError: there is one with that name; an entry does not belong to the questionnaire, or is in a
                wave already.
            WorkshopError: such a group may not be (``founding.checked_group``).
        """
        group = founding.checked_group(**asdict(group))
        entries, fitting = tuple(entries), Fitting(questionnaire)
        with locked(self.folder):
            self._folders.sweep()
            self.check_name(group.name)
            places = self._folders.where([entry.id for entry in entries])
            for entry in entries:
                given = entry.contribution
                unnamed = not group_names.valid_response(entry.id)
                if unnamed or not fitting.fits(given) or fitting.blank(given) or places[entry.id]:
                    raise StorageError(_("Dit antwoord kan niet bij een nieuwe groep."))
            reference = snapshots.keep(self._snapshots, questionnaire)
            return self._folders.make(GroupFile(group, reference), Wave(1, today.isoformat()), entries)

    def check_name(self, name: str) -> None:
        """Look whether a new group may have this name. Raises StorageError: there is one with that name."""
        if any(folded(stored.group.name) == folded(name) for stored in self.all()):
            raise StorageError(_("Er is al een groep ‘{naam}’. Kies een andere naam.").format(naam=name))

    def change(self, group_id: str, change: Callable[[Group], Group]) -> StoredGroup:
        """Store what ``change`` makes of a group: another name, k, area, expected numbers.

        Raises:
            StorageError: the name is taken, or k is to change while there are responses, be they still on their way.
            WorkshopError: such a group may not be (``founding.checked_group``).
        """
        with self._folders.opened(group_id) as stored:
            changed = founding.checked_group(**asdict(change(stored.group)))
            if folded(changed.name) != folded(stored.group.name):
                self.check_name(changed.name)
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
            self._folders.turn_over(stored)
            self._folders.write_group(group_id, GroupFile(changed, stored.questionnaire, stored.later))
        return replace(stored, group=changed)

    def delete(self, group_id: str) -> None:
        """Erase a group with everything in it, readable or not. Raises NotFoundError."""
        if not self._folders.has(group_id):  # asking for what is not there leaves no trace
            raise group_names.not_found(group_id, [])
        with locked(self.folder):
            self._folders.sweep()
            self._folders.erase(group_id)

    def tidy(self) -> bool:
        """Remove what a kill left of groups that were erased, or never made. Say whether there was any."""
        if not self._folders.left():  # asking for what is not there leaves no trace
            return False
        with locked(self.folder):
            self._folders.sweep()
        return True

    # Waves -----------------------------------------------------------------------------------------------------

    def new_wave(self, group_id: str, today: date, questionnaire: Questionnaire | None = None) -> StoredGroup:
        """Begin the next wave, which asks another version if that is given. Raises StorageError: one still collects."""
        with self._folders.opened(group_id) as stored:
            if stored.wave.phase == "verzamelen":
                raise StorageError(_("Er loopt al een meting die antwoorden verzamelt. Onthul die eerst."))
            wave = Wave(stored.wave.number + 1, today.isoformat())
            self._folders.turn_over(stored)
            stored = self._folders.asks(stored, wave.number, questionnaire)  # noqa: PLW2901 - it knows more now
            behind = workshop.left_behind(stored.wave)
            if behind != stored.wave:
                self._folders.write_wave(group_id, behind)
            self._folders.write_wave(group_id, wave)
        return replace(stored, waves=(*stored.waves[:-1], behind, wave))

    def update_wave(self, group_id: str, number: int, change: Callable[[Wave], Wave]) -> StoredGroup:
        """Store what ``change`` makes of a wave; it is on the disk then. What ``change`` raises passes on.

        Raises:
            NotFoundError: there is no such wave.
            StorageError: what was revealed would change; or be revealed, which takes ``reveal``.
        """
        with self._folders.opened(group_id) as stored:
            if not 1 <= number <= len(stored.waves):
                raise NotFoundError(_("Deze groep heeft geen meting {nummer}.").format(nummer=number))
            wave = stored.waves[number - 1]
            changed = change(wave)
            if _final(changed) != _final(wave):
                raise StorageError(_("Wat onthuld is, ligt vast. Deze verandering kan niet."))
            self._folders.turn_over(stored)
            self._folders.write_wave(group_id, changed)
        return replace(stored, waves=(*stored.waves[: number - 1], changed, *stored.waves[number:]))

    def reveal(self, group_id: str, today: date) -> StoredGroup:
        """Reveal the wave under way, once and for good; what is shown of it is kept with it.

        Raises:
            WorkshopError: it was revealed already, there are no responses that count, or beside an earlier wave it
                would tell of a few (``again``).
            UnreadableError, NewerError: the responses, or the drafts of which one may have been handed in, may be
                whole but cannot be read now: they would be left out for good.
            WaitingError: so would what was handed in and is not in the wave yet (``collecting.reveal`` delivers it).
        """
        with self._folders.opened(group_id) as stored:
            if stored.wave.phase == "verzamelen" and self.waiting(stored):
                raise WaitingError(
                    _("Iemand gaf antwoorden die nog niet meetellen. Er is niets onthuld. Probeer het nog eens.")
                )
            released, experience = self._revealing.released(stored)
            wave = workshop.reveal(replace(stored.wave, experience=experience), released, today)
            self._folders.turn_over(stored)
            self._folders.write_wave(group_id, wave)  # this is the reveal
            self._folders.forget_experience(group_id, wave.number)
        return replace(stored, waves=(*stored.waves[:-1], wave))

    def strike_out(self, group_id: str, number: int, question: str, text: str, words: str | None = None) -> StoredGroup:
        """Strike words, or all, out of an open answer of a revealed wave: out of what is shown and of the response.

        When this returns it is off the disk; what a kill left in what is shown can be struck out again.

        Raises:
            WorkshopError: there is no such answer, or these words do not stand in it.
        """
        with self._folders.opened(group_id) as stored:
            changed, left = workshop.strike_out(stored.waves[number - 1], question, text, words)
            self._folders.turn_over(stored)
            self.labels.strike_out(stored, changed, (question, text), left)
            self._folders.responses(group_id, number).strike_out(question, text, left)
            self._folders.write_wave(group_id, changed)
        return replace(stored, waves=(*stored.waves[: number - 1], changed, *stored.waves[number:]))

    def again(self, stored: StoredGroup) -> Again | None:
        """Say how the wave under way resembles an earlier one, where that has to be known before its reveal."""
        return self._revealing.again(stored, self.contributions(stored, stored.wave.number))

    # Responses -------------------------------------------------------------------------------------------------

    def contributions(self, stored: StoredGroup, number: int) -> tuple[Contribution, ...]:
        """Return the responses of wave ``number``; what must be said of those that are damaged goes to ``notices``."""
        return tuple(self._revealing.judged(stored, stored.waves[number - 1]).good.values())

    def counts(self, stored: StoredGroup) -> dict[str, int]:
        """Return how many responses of each party (``andere-rol`` too) the wave under way has."""
        return by_party(self.contributions(stored, stored.wave.number))

    def names(self, group_id: str, number: int) -> list[str]:
        """Return the names of the responses in a wave, the damaged ones left out."""
        return self._folders.responses(group_id, number).names()

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
        self._check_name(response_id)
        return self._folders.where([response_id])[response_id]

    @contextmanager
    def collecting(self, group_id: str, number: int | None = None) -> Iterator[StoredGroup]:
        """Hold the group while its wave under way takes responses: meanwhile nobody reveals the wave or erases it.

        Args:
            group_id: the group.
            number: the wave that is meant; None: whichever is under way.

        Raises:
            StorageError: there is no such group (any more), or that wave takes no responses any more.
        """
        with self._folders.opened(group_id) as stored:
            _check_collecting(stored.wave, number)
            yield stored

    def add(self, group_id: str, entries: Iterable[Entry], number: int | None = None) -> dict[str, Added]:
        """Add responses to the wave under way: all of them at once, on the disk when this returns, or none.

        A response belongs to one wave of one group; only a name that follows from the answers may come back in another
        wave of the same group, where it may well be somebody else's.

        Args:
            group_id: the group.
            entries: the responses.
            number: the wave that they are meant for; None: whichever is under way.

        Returns:
            For each entry's id whether it was added, or where it is already.

        Raises:
            NotFoundError: a name is none of a response.
            StorageError: the wave takes no responses (any more), would have too many, or one does not belong to what
                the group is asked, or answers no statement at all.
        """
        given = {entry.id: entry for entry in entries}
        for response_id in given:
            self._check_name(response_id)
        with self.collecting(group_id, number) as stored:
            fitting = Fitting(self.questionnaire(stored))
            for entry in given.values():
                if not fitting.fits(entry.contribution):
                    raise StorageError(_("Dit antwoord hoort niet bij de vragenlijst van deze groep."))
                if fitting.blank(entry.contribution):
                    raise StorageError(BLANK)
            responses, places = self._folders.responses(group_id, stored.wave.number), self._folders.where(given)
            inside = responses.among(given, fitting)
            outcome: dict[str, Added] = {
                one.id: _known(stored, one, inside, places[one.id]) or "added" for one in given.values()
            }
            added = [given[one] for one, what in outcome.items() if what == "added"]
            if responses.count() + len(added) > MOST_RESPONSES:
                raise StorageError(_full(responses.count(), len(added)))
            if added:
                self._folders.turn_over(stored)
                responses.add(added)
        return outcome

    def withdraw(self, group_id: str, response_id: str, experience: str = "") -> None:
        """Take a response out of the wave under way, before its reveal.

        Args:
            group_id: the group.
            response_id: the response.
            experience: what this person answered there, where that is known (see ``WaveResponses.take_out``).

        Raises:
            NotFoundError: this wave has no such response.
            StorageError: the wave was revealed.
        """
        with self._folders.opened(group_id) as stored:
            if stored.wave.phase != "verzamelen":
                raise _too_late()
            responses = self._folders.responses(group_id, stored.wave.number)
            if not responses.has(response_id):
                raise _no_such_response()
            self._folders.turn_over(stored)
            responses.take_out(response_id, experience)

    def with_draft(self, draft_id: str) -> StoredGroup | None:
        """Return the group for which a self-test of this name is being done on this laptop, readable or not."""
        return next((stored for stored in self.all() if draft_id in self._draft_names(stored)), None)

    def _draft_names(self, stored: StoredGroup) -> list[str]:
        try:
            return self.drafts(stored.id).ids()
        except StorageError:  # none of them can be read: that is told where they are
            return []

    def drafts(self, group_id: str) -> DraftStore:
        """Return the store of self-tests that are being done on this laptop, in turn, for this group."""
        return self._folders.drafts(group_id)

    def waiting(self, stored: StoredGroup) -> list[SelfTest]:
        """Return the drafts that were handed in to the wave under way and are not in it: whoever did so was killed.

        Raises:
            UnreadableError, NewerError: the drafts may be whole but cannot be read now: one may be such a one.
        """
        drafts, inside = self.drafts(stored.id), set(self.names(stored.id, stored.wave.number))
        handed = [(draft, handed_in(draft)) for draft in drafts.newest()]
        for told in drafts.notices:
            self._notice(told)
        return [draft for draft, at in handed if at and at.wave == stored.wave.number and at.response_id not in inside]

    def _check_name(self, response_id: str) -> None:
        if not group_names.valid_response(response_id):
            raise NotFoundError(_("‘{id}’ is geen kenmerk van een antwoord.").format(id=response_id[:40]))

    def _notice(self, text: str) -> None:
        if text not in self.notices:
            self.notices.append(text)


def _known(stored: StoredGroup, entry: Entry, inside: Collection[str], places: tuple[Place, ...]) -> Added | None:
    """Say where ``entry`` is already, when that keeps it out of the wave under way."""
    if entry.id in inside:
        return "double"
    if any(place.group_id != stored.id for place in places):
        return "elsewhere"
    earlier = any(place.wave != stored.wave.number for place in places)
    return "earlier" if earlier and not entry.from_answers else None


def _full(inside: int, more: int) -> str:
    return _(
        "Een meting heeft hooguit {n} antwoorden. Er zijn er al {al}, en dit zijn er {meer}. Er is niets toegevoegd."
    ).format(n=MOST_RESPONSES, al=inside, meer=more)


def _final(wave: Wave) -> tuple[object, ...]:
    """Return what of a wave only a reveal may change."""
    return wave.number, wave.revealed, wave.released, wave.phase == "verzamelen"


def _check_collecting(wave: Wave, number: int | None) -> None:
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


def _no_such_response() -> NotFoundError:
    """Say that the wave under way has no response by that name."""
    return NotFoundError(_("In deze meting zit geen antwoord met dit kenmerk. Kijk het kenmerk na."))


def _too_late() -> StorageError:
    """Say that a response is in a wave that was revealed."""
    return StorageError(_("De meting met dit antwoord is onthuld. Terugnemen kan niet meer."))

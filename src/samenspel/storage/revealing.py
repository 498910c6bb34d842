"""What the responses of a wave come to: those that count, what of them is released, and why it may not be."""

from collections.abc import Callable, Collection, Mapping
from contextlib import suppress

from samenspel.group import workshop
from samenspel.group.again import Again, again, why_not
from samenspel.group.anonymity import release
from samenspel.group.change import with_changes
from samenspel.group.fitting import Fitting
from samenspel.group.model import Contribution, Released, Wave
from samenspel.group.results import Results, by_party, how_many_count, results
from samenspel.questionnaire.model import Questionnaire
from samenspel.storage.errors import StorageError
from samenspel.storage.group_folders import GroupFolders, StoredGroup
from samenspel.storage.wave_responses import StoredResponses
from samenspel.taal import _, meervoud


class Revealing:
    """Reads what is stored of a group's waves, and works out what a reveal would show. It changes nothing.

    Args:
        folders: where the groups are.
        notice: takes what a person should know about files that were skipped.
    """

    def __init__(self, folders: GroupFolders, notice: Callable[[str], None]) -> None:
        self._folders = folders
        self._notice = notice

    def judged(self, stored: StoredGroup, wave: Wave) -> StoredResponses:
        """Read the responses of a wave; say of the damaged ones that they do not count. Raises StorageError."""
        fitting = Fitting(self._folders.questionnaire(stored, wave.number))
        found = self._folders.responses(stored.id, wave.number).read(fitting)
        if found.damaged:
            text = meervoud(
                "Van groep ‘{naam}’ is {n} antwoord in meting {nummer} beschadigd. Het telt niet mee.",
                "Van groep ‘{naam}’ zijn {n} antwoorden in meting {nummer} beschadigd. Ze tellen niet mee.",
                len(found.damaged),
            ).format(naam=stored.group.name, n=len(found.damaged), nummer=wave.number)
            once_more = _("Vraag die persoon om het antwoord nog eens te geven.")
            self._notice(f"{text} {once_more}" if wave.phase == "verzamelen" else text)
        return found

    def again(self, stored: StoredGroup, now: Collection[Contribution]) -> Again | None:
        """Say how the wave under way, with the responses ``now``, resembles an earlier one.

        That is the latest one beside which it may not be revealed, or else the latest one that is the same; None: it
        resembles none, or all of it is shown, as was agreed.

        Raises StorageError; also when the responses of an earlier wave are gone: of whom both tell is not known then.
        """
        minimum = stored.group.minimum
        if stored.group.open_table and how_many_count(by_party(now), minimum) < minimum:
            return None
        found = [again(wave, self._of_earlier(stored, wave), now, minimum) for wave in reversed(stored.waves[:-1])]
        known = [one for one in found if one is not None]
        return next((one for one in known if one.how != "all"), known[0] if known else None)

    def _of_earlier(self, stored: StoredGroup, wave: Wave) -> Collection[Contribution]:
        found = self.judged(stored, wave)
        if wave.released is not None and wave.released.n and not (found.good or found.damaged):
            raise self._folders.responses(stored.id, wave.number).gone()
        return found.good.values()

    def released(self, stored: StoredGroup) -> tuple[Released, Mapping[str, Mapping[str, int]]]:
        """Return what of the wave under way may be shown, and its tally of experience (``Wave.experience``).

        Raises:
            WorkshopError: there are no responses that count, or beside an earlier wave it would tell of a few.
            StorageError: responses, of this wave or an earlier one, cannot be read now.
        """
        questionnaire, group, wave = self._folders.questionnaire(stored), stored.group, stored.wave
        given = self.judged(stored, wave)
        found = results(questionnaire, given.good.values(), given.experience, group.minimum)
        if found.left_out and not found.n:
            raise workshop.WorkshopError(workshop.too_few(group.minimum))
        small = found.n < group.minimum  # an open table is for those only, however many were expected
        before = self.again(stored, given.good.values())
        if before and (why := why_not(before, questionnaire, wave.number, group.minimum)):
            raise workshop.WorkshopError(why)
        released = release(questionnaire, found, group.minimum, open_table=group.open_table and small)
        return self._since_before(stored, questionnaire, released, found), given.experience

    def _since_before(
        self, stored: StoredGroup, questionnaire: Questionnaire, released: Released, found: Results
    ) -> Released:
        """Return what is released of the wave under way with what changed since the one before, if there is one."""
        before = next((wave for wave in reversed(stored.waves[:-1]) if wave.released is not None), None)
        if before is None or before.released is None:
            return released
        try:
            asked = self._folders.questionnaire(stored, before.number)
        except StorageError:  # what it asked is not known any more, so neither is what can be compared
            return released
        given: Collection[Contribution] = ()
        with suppress(StorageError):  # what cannot be read any more only costs the words
            given = self._folders.responses(stored.id, before.number).read(Fitting(asked)).good.values()
        earlier = results(asked, given, {}, before.released.minimum)
        return with_changes(questionnaire, released, found, before.released, earlier, asked_before=asked)

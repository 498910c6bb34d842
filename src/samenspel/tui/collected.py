"""How far a wave is in collecting: counts and drafts, nothing of an answer. Reads files, so meant for a worker."""

from msgspec import Struct

from samenspel.collecting.turn import unfinished
from samenspel.group.results import how_many_count
from samenspel.questionnaire.model import OTHER_ROLE, Questionnaire
from samenspel.storage.groups import Groups, StoredGroup
from samenspel.storage.selftests import SelfTest
from samenspel.taal import _


class Collected(Struct, frozen=True):
    """A group with the numbers of its wave under way; ``drafts`` are turns that are not finished."""

    stored: StoredGroup
    questionnaire: Questionnaire
    counts: dict[str, int]
    drafts: tuple[SelfTest, ...]
    notices: tuple[str, ...]

    @property
    def people(self) -> int:
        """How many took part so far."""
        return sum(self.counts.values())

    @property
    def counted(self) -> int:
        """How many of them count in the results: those with another role only when they are enough."""
        return how_many_count(self.counts, self.stored.group.minimum)

    def lines(self) -> list[str]:
        """Say the number of each party, or that it is below the minimum; nothing of another role below it."""
        names = {party.id: party.plural for party in self.questionnaire.asked.parties}
        if self.counts.get(OTHER_ROLE, 0) >= self.stored.group.minimum:
            names[OTHER_ROLE] = _("andere rol")
        return [f"{name}: {self._shown(party)}" for party, name in names.items()]

    def _shown(self, party: str) -> str:
        number, k = self.counts.get(party, 0), self.stored.group.minimum
        if number < k:
            return _("minder dan {k}").format(k=k)
        expected = self.stored.group.expected.get(party, 0)
        return _("{n} van {verwacht}").format(n=number, verwacht=expected) if expected >= number else str(number)


def collected(groups: Groups, group_id: str) -> Collected:
    """Count what there is, after delivering what was on its way in. Raises StorageError."""
    stored = groups.read(group_id)
    questionnaire = groups.questionnaire(stored)
    drafts = tuple(unfinished(groups, stored)) if stored.wave.phase == "verzamelen" else ()
    counts = groups.counts(stored)
    notices = tuple(notice for notice in groups.notices if group_id in notice)  # of this group alone
    return Collected(stored, questionnaire, counts, drafts, notices)

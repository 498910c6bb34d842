"""How far a wave is in collecting: counts and drafts, nothing of an answer. Reads files, so meant for a worker.

Whatever counts, first delivers what somebody handed in and what was interrupted: else a person would be left out.
"""

from collections.abc import Iterator

from msgspec import Struct

from samenspel.collecting.turn import Drafts, deliver
from samenspel.group.model import Wave
from samenspel.group.results import how_many_count
from samenspel.questionnaire.model import OTHER_ROLE, Questionnaire
from samenspel.storage.groups import Groups, StoredGroup
from samenspel.storage.selftests import SelfTest
from samenspel.taal import _


class Collected(Struct, frozen=True):
    """A group with the numbers of its wave under way.

    Attributes:
        stored: the group.
        questionnaire: what it is asked.
        counts: party (``andere-rol`` too) → how many responses.
        drafts: the turns that are not in: not handed in, or not to be delivered now.
        notices: what must be said of files of this group, and why what was handed in does not count yet.
    """

    stored: StoredGroup
    questionnaire: Questionnaire
    counts: dict[str, int]
    drafts: tuple[SelfTest, ...] = ()
    notices: tuple[str, ...] = ()

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


class Responses(Struct, frozen=True):
    """How many responses a wave has; ``notices`` say why what was handed in does not count yet."""

    number: int
    notices: tuple[str, ...] = ()


def collected(groups: Groups, group_id: str) -> Collected:
    """Count what there is of each party in the wave under way. Raises StorageError."""
    stored = groups.read(group_id)
    questionnaire = groups.questionnaire(stored)
    drafts = _delivered(groups, stored, stored.wave)
    counts = groups.counts(stored)
    return Collected(
        stored,
        questionnaire,
        counts,
        (*drafts.busy, *(draft for draft, _why in drafts.kept)),
        # Of this group alone.
        (*(notice for notice in groups.notices if group_id in notice), *_not_yet(stored, drafts)),
    )


def responses(groups: Groups, stored: StoredGroup, wave: Wave) -> Responses:
    """Count the responses of a wave. Raises StorageError."""
    drafts = _delivered(groups, stored, wave)
    return Responses(len(groups.contributions(stored, wave.number)), tuple(_not_yet(stored, drafts)))


def _delivered(groups: Groups, stored: StoredGroup, wave: Wave) -> Drafts:
    return deliver(groups, stored) if wave.phase == "verzamelen" else Drafts()


def _not_yet(stored: StoredGroup, drafts: Drafts) -> Iterator[str]:
    """Say of each draft why it does not count yet; of one that cannot be read nobody knows whether it was handed in."""
    for _draft, why in drafts.kept:
        yield not_yet(stored, why)
    yield from drafts.notices


def not_yet(stored: StoredGroup, why: str) -> str:
    """Say that what somebody handed in does not count yet, and why."""
    text = _("Iemand gaf antwoorden aan groep ‘{naam}’, maar ze tellen nog niet mee. {reden}")
    return text.format(naam=stored.group.name, reden=why)

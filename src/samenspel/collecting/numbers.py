"""How far a wave is in collecting: counts and drafts, nothing of an answer. Reads files, so meant for a worker.

Whatever counts, first delivers what somebody handed in and what was interrupted: else a person would be left out.
"""

from collections.abc import Iterator

from msgspec import Struct

from samenspel.collecting.turn import Drafts, deliver
from samenspel.group.again import Again
from samenspel.group.model import Wave, fewer_than
from samenspel.group.results import how_many_count
from samenspel.questionnaire.model import OTHER_ROLE, Questionnaire
from samenspel.storage.errors import StorageError
from samenspel.storage.groups import Groups, StoredGroup
from samenspel.storage.selftests import SelfTest
from samenspel.taal import _, meervoud


class Collected(Struct, frozen=True):
    """A group with the numbers of its wave under way.

    Attributes:
        stored: the group.
        questionnaire: what it is asked.
        counts: party (``andere-rol`` too) → how many responses.
        left: the turns that are not in.
        notices: what must be said of files of this group, and why what was handed in does not count yet.
        again: how the wave resembles an earlier one, where that has to be known.
        not_compared: why that cannot be known now; empty: it can.
    """

    stored: StoredGroup
    questionnaire: Questionnaire
    counts: dict[str, int]
    left: Drafts = Drafts()
    notices: tuple[str, ...] = ()
    again: Again | None = None
    not_compared: str = ""

    @property
    def people(self) -> int:
        """How many took part so far."""
        return sum(self.counts.values())

    @property
    def counted(self) -> int:
        """How many of them count in the results: those with another role only when they are enough."""
        return how_many_count(self.counts, self.stored.group.minimum)

    @property
    def drafts(self) -> tuple[SelfTest, ...]:
        """The turns that somebody can go on with."""
        return (*self.left.busy, *(draft for draft, _why in self.left.kept))

    def lines(self) -> list[str]:
        """Say the number of each party, of how many that are expected."""
        return [f"{name}: {number}" for name, number in self._parties(expected=True)]

    def in_words(self) -> str:
        """Say how many responses there are, and of each party: *8 antwoorden (bakkers: 6, slagers: minder dan 5)*."""
        whole = meervoud("{n} antwoord", "{n} antwoorden", self.people).format(n=self.people)
        parts = ", ".join(f"{name}: {number}" for name, number in self._parties(expected=False))
        return f"{whole} ({parts})" if self.people else whole

    def _parties(self, *, expected: bool) -> Iterator[tuple[str, str]]:
        """Give each party with its number, or that it is below the minimum.

        Below it no more than that is said, also of a party that has nobody; and nothing of another role, which does not
        count then.
        """
        asked, group = self.questionnaire.asked, self.stored.group
        names = {party.id: party.plural for party in asked.parties}
        if self.counts.get(OTHER_ROLE, 0) >= group.minimum:
            names[OTHER_ROLE] = asked.context.other_role
        for party, name in names.items():
            number, of = self.counts.get(party, 0), group.expected.get(party, 0) if expected else 0
            if number < group.minimum:
                yield name, fewer_than(group.minimum)
            else:
                yield name, _("{n} van {verwacht}").format(n=number, verwacht=of) if of >= number else str(number)


class Responses(Struct, frozen=True):
    """How many responses a wave has; ``notices`` say why what was handed in does not count yet."""

    number: int
    notices: tuple[str, ...] = ()


def collected(groups: Groups, group_id: str) -> Collected:
    """Count what there is of each party in the wave under way. Raises StorageError."""
    stored = groups.read(group_id)
    questionnaire = groups.questionnaire(stored)
    left = _delivered(groups, stored, stored.wave)
    counts = groups.counts(stored)
    again, not_compared = None, ""
    if stored.wave.phase == "verzamelen":
        try:
            again = groups.again(stored)
        except StorageError as error:  # an earlier wave cannot be read: this one can still collect
            not_compared = str(error)
    of_this_group = (notice for notice in groups.notices if group_id in notice)
    notices = (*of_this_group, *not_yet(stored, left), *left.notices)
    return Collected(stored, questionnaire, counts, left, notices, again, not_compared)


def responses(groups: Groups, stored: StoredGroup, wave: Wave) -> Responses:
    """Count the responses of a wave. Raises StorageError."""
    left = _delivered(groups, stored, wave)
    return Responses(len(groups.contributions(stored, wave.number)), (*not_yet(stored, left), *left.notices))


def _delivered(groups: Groups, stored: StoredGroup, wave: Wave) -> Drafts:
    return deliver(groups, stored) if wave.phase == "verzamelen" else Drafts()


def not_yet(stored: StoredGroup, left: Drafts) -> Iterator[str]:
    """Say of each turn that was handed in and cannot be delivered why it does not count yet."""
    for _draft, why in left.kept:
        text = _("Iemand gaf antwoorden aan groep ‘{naam}’, maar ze tellen nog niet mee. {reden}")
        yield text.format(naam=stored.group.name, reden=why)

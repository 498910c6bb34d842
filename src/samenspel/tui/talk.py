"""One wave's workshop as its screens see it: what may be shown, and every step put on the disk before it shows.

No screen reads a response: all that reaches it is a wave with what was released of it.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from msgspec.structs import replace

from samenspel.group import workshop
from samenspel.group.model import Group, Outcome, Phase, Wave
from samenspel.group.released import Released
from samenspel.storage.groups import Groups, StoredGroup
from samenspel.taal import _

if TYPE_CHECKING:
    from datetime import date

    from samenspel.questionnaire.model import Questionnaire

Change = Callable[[Wave], Wave]


class Talk:
    """The talking half of wave ``number``. Making it reads the group; every method may raise ``StorageError``."""

    def __init__(self, groups: Groups, group_id: str, number: int) -> None:
        self._groups = groups
        self.number = number
        self.stored: StoredGroup = groups.read(group_id)
        if not 1 <= number <= len(self.stored.waves):
            raise workshop.WorkshopError(_("Deze groep heeft geen meting {nummer}.").format(nummer=number))
        self.questionnaire: Questionnaire = groups.questionnaire(self.stored)

    @property
    def group(self) -> Group:
        """The group."""
        return self.stored.group

    @property
    def wave(self) -> Wave:
        """The wave as it is on the disk."""
        return self.stored.waves[self.number - 1]

    @property
    def before(self) -> Wave | None:
        """The wave before this one, if there is one."""
        return self.stored.waves[self.number - 2] if self.number > 1 else None

    @property
    def released(self) -> Released:
        """What may be shown. Raises WorkshopError: the wave was not revealed."""
        if self.wave.released is None:
            raise workshop.WorkshopError(_("Deze meting is nog niet onthuld."))
        return self.wave.released

    @property
    def open(self) -> bool:
        """Whether the group can still vote and agree: revealed, and not closed."""
        return self.wave.phase not in {"verzamelen", "afgerond"}

    @property
    def to_follow_up(self) -> bool:
        """Whether actions of the wave before wait for how they went."""
        return self.before is not None and any(not action.outcome for action in self.before.actions)

    @property
    def can_compare_waves(self) -> bool:
        """Whether the wave before was revealed, so that the two can be set beside each other."""
        return self.before is not None and self.before.released is not None

    # Steps -----------------------------------------------------------------------------------------------------

    def change(self, change: Change) -> None:
        """Store a step of this wave. What ``change`` raises passes on, and nothing is changed then."""
        self.stored = self._groups.update_wave(self.stored.id, self.number, change)

    def go(self, phase: Phase, at: str) -> None:
        """Store where the group is; a wave that is not being talked through stays as it is."""
        if self.open and (self.wave.phase, self.wave.at) != (phase, at):
            self.change(lambda wave: workshop.go_to(wave, phase, at))

    def sort(self, order: str) -> None:
        """Store how the comparison is sorted."""
        if order != self.wave.order:
            self.change(lambda wave: replace(wave, order=order))

    def follow_up(self, place: int, outcome: Outcome, remark: str) -> None:
        """Store how an action of the wave before went."""
        self.stored = self._groups.update_wave(
            self.stored.id, self.number - 1, lambda wave: workshop.follow_up(wave, place, outcome, remark)
        )

    def close(self, today: "date") -> None:
        """Close the wave."""
        self.change(lambda wave: workshop.close(wave, today))

"""The actions of a group as a file for a calendar, as a window can save it."""

from datetime import date

from msgspec import Struct

from samenspel.exchange.give.calendar import group_calendar
from samenspel.group.model import Wave
from samenspel.taal import _


class ActionsFile(Struct, frozen=True):
    """What a wave agreed, for any calendar; ``stem`` is the name of its files, ``last``: no other wave has begun."""

    group_id: str
    group: str
    wave: Wave
    made: date
    stem: str
    last: bool

    @property
    def file_name(self) -> str:
        """The name that is suggested, without its ending."""
        return f"{self.stem}-agenda"

    def caution(self, _suffix: str) -> str:
        """Say what is in it, and what one does with it."""
        return _(
            "In het bestand staan de acties, met wie en wanneer, de dagen van terugkijken en de nieuwe meting. "
            "Stuur het aan wie meedoet. Wie het opent, krijgt die dagen in de eigen agenda."
        )

    def report(self, _suffix: str) -> bytes:
        """Return the file's content."""
        return group_calendar(self.group_id, self.group, self.wave, self.made, last=self.last)

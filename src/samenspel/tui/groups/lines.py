"""Groups and waves in a few words, for the lists in which they stand. Reads files, so meant for a worker."""

from datetime import date

from msgspec import Struct

from samenspel.collecting import numbers
from samenspel.group.model import Phase, Wave
from samenspel.report.groups.words import participants
from samenspel.storage.groups import Groups, StoredGroup
from samenspel.taal import _, datum
from samenspel.tui.widgets.menu import MenuEntry

PHASES: dict[Phase, str] = {
    "verzamelen": _("antwoorden verzamelen"),
    "vergelijken": _("onthuld, in gesprek"),
    "adviezen": _("adviezen kiezen"),
    "acties": _("acties afspreken"),
    "afgerond": _("afgerond"),
}


class GroupLine(Struct, frozen=True):
    """A group with the number of responses in its last wave."""

    stored: StoredGroup
    responses: int

    @property
    def entry(self) -> MenuEntry:
        """How it stands in the list of groups."""
        return MenuEntry(self.stored.id, self.stored.group.name, _state(self.stored.wave, self.responses))


class WaveLine(Struct, frozen=True):
    """One wave with its number of responses."""

    wave: Wave
    responses: int

    @property
    def entry(self) -> MenuEntry:
        """How it stands in the list of a group's waves."""
        since = _("begonnen op {dag}").format(dag=datum(date.fromisoformat(self.wave.opened)))
        title = _("Meting {nummer}").format(nummer=self.wave.number)
        return MenuEntry(str(self.wave.number), title, f"{_told(self.wave, self.responses)} · {since}")


def group_line(groups: Groups, stored: StoredGroup) -> GroupLine:
    """Describe a group by its last wave."""
    return GroupLine(stored, responses(groups, stored, stored.wave))


def wave_line(groups: Groups, stored: StoredGroup, wave: Wave) -> WaveLine:
    """Describe one wave."""
    return WaveLine(wave, responses(groups, stored, wave))


def responses(groups: Groups, stored: StoredGroup, wave: Wave) -> int:
    """Count the responses of a wave; of one that was revealed as it was then."""
    return wave.released.n if wave.released else numbers.responses(groups, stored, wave).number


def _state(wave: Wave, number: int) -> str:
    return _("meting {nummer}").format(nummer=wave.number) + f" · {_told(wave, number)}"


def _told(wave: Wave, number: int) -> str:
    return f"{PHASES[wave.phase]} · " + (participants(number) if number else _("nog niemand"))

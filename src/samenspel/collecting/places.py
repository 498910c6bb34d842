"""Where an answer was given before, in words."""

from datetime import date

from samenspel.group.model import Wave
from samenspel.storage import StorageError
from samenspel.storage.groups import Groups
from samenspel.taal import _, datum


def measurement(wave: Wave) -> str:
    """Name a wave: *meting 1 van 3 november 2026*, the day of its reveal, or on which it began."""
    return _("meting {nummer} van {dag}").format(
        nummer=wave.number, dag=datum(date.fromisoformat(wave.revealed or wave.opened))
    )


def other_group(groups: Groups, group_id: str, response_id: str) -> str | None:
    """Name the group beside ``group_id`` that has this response; None when no other has it."""
    for place in groups.where(response_id):
        if place.group_id != group_id:
            try:
                return _("groep ‘{naam}’").format(naam=groups.read(place.group_id).group.name)
            except StorageError:  # it cannot be read, but there it is
                return _("een andere groep")
    return None

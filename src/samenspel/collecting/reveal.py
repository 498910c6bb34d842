"""The reveal, once and for good: whoever handed in is in it, or nothing is revealed."""

from datetime import date

from samenspel.collecting.numbers import not_yet
from samenspel.collecting.turn import deliver
from samenspel.storage.errors import StorageError, WaitingError
from samenspel.storage.groups import Groups, StoredGroup
from samenspel.taal import _


def reveal(groups: Groups, group_id: str, today: date) -> StoredGroup:
    """Reveal the wave under way, with all that was handed in to it.

    Raises:
        WorkshopError: it was revealed already, or there are no responses that count.
        StorageError: something that was given cannot be added or read now, and would be left out for good.
    """
    while True:
        stored = groups.read(group_id)
        if stored.wave.phase == "verzamelen" and (kept := deliver(groups, stored).kept):
            _draft, why = kept[0]
            raise StorageError(not_yet(stored, why) + " " + _REMEDY)
        try:
            return groups.reveal(group_id, today)
        except WaitingError:  # handed in since, by somebody who was killed or is not ready yet
            continue


_REMEDY = _(
    "Onthullen kan pas als ze meetellen of weg zijn. Weggooien kan in samenspel, bij ‘Antwoorden verzamelen’: kies "
    "‘Verder’."
)

"""Which version of its questionnaire the next wave of a group asks: the one before, unless the facilitator chooses."""

from samenspel.questionnaire.model import Questionnaire
from samenspel.storage import StorageError
from samenspel.storage.groups import Groups, StoredGroup
from samenspel.storage.shelf import Shelf
from samenspel.taal import _


def other_version(groups: Groups, stored: StoredGroup, shelf: Shelf) -> tuple[Questionnaire, Questionnaire] | None:
    """Return what the last wave asks, and what the next one could ask instead.

    None: there is no other version here, or it is for other parties, or what was asked is not known any more.
    """
    try:
        asked = groups.questionnaire(stored)
    except StorageError:
        return None
    now = shelf.now(asked.id)
    if now is None or now.version == asked.version:
        return None
    parties, parties_now = ([party.id for party in one.asked.parties] for one in (asked, now))
    return (asked, now) if parties == parties_now else None


def told(asked: Questionnaire, now: Questionnaire) -> str:
    """Say what the choice means for the comparison with the wave before."""
    words = {(item.id, item.text) for item in asked.asked.items}
    both = sum((item.id, item.text) in words for item in now.asked.items)
    text = _(
        "De vorige meting stelde de vragen van versie {oud}. Er is nu ook versie {nieuw}. Met versie {oud} is alles te "
        "vergelijken. Met versie {nieuw} alleen de {n} stellingen die in beide staan, en de onderdelen die gelijk "
        "bleven. Formulieren, codes en bestanden moeten dan van versie {nieuw} zijn."
    )
    return text.format(oud=asked.version, nieuw=now.version, n=both)

"""A typed code on its way into the wave under way: whether its answers are known, and under which name it goes in."""

from typing import Literal

from msgspec import Struct

from samenspel.collecting.places import measurement, other_group
from samenspel.exchange.code import as_code, held
from samenspel.group.contribution import Entry
from samenspel.questionnaire.model import Questionnaire
from samenspel.storage.groups import Groups


class Known(Struct, frozen=True):
    """Where the answers of a code are: in this wave, an earlier one or another group; ``name`` says which."""

    place: Literal["here", "earlier", "elsewhere"]
    name: str = ""


def known(groups: Groups, group_id: str, questionnaire: Questionnaire, code: Entry) -> Known | None:
    """Say where the very answers of a typed code are already, however they came in; None: nowhere.

    Raises:
        StorageError: the group cannot be read.
    """
    stored = groups.read(group_id)
    bare = held(questionnaire, code.contribution)
    for wave in reversed(stored.waves):
        if any(held(questionnaire, one) == bare for one in groups.contributions(stored, wave.number)):
            return Known("here") if wave is stored.wave else Known("earlier", measurement(wave))
    other = other_group(groups, group_id, code.id)
    return None if other is None else Known("elsewhere", other)


def numbered(groups: Groups, group_id: str, code: Entry) -> Entry:
    """Return a typed code under a name that is free in the wave under way: of the first, second … who answered so."""
    wave, one, nth = groups.read(group_id).wave.number, code, 1
    while any(place.group_id != group_id or place.wave == wave for place in groups.where(one.id)):
        nth += 1
        one = as_code(code.contribution, nth)
    return one

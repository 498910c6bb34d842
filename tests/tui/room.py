"""A room with people in it: a group on a real store, ready to be talked through."""

from datetime import date
from hashlib import sha256

from msgspec.structs import replace

from samenspel.fictional.group import demo_responses
from samenspel.group.model import Entry, Group, contribution
from samenspel.questionnaire.model import Questionnaire
from samenspel.storage.groups import Groups, StoredGroup

FIRST, SECOND = date(2026, 3, 2), date(2026, 6, 8)
GROUP = Group(name="Wijkteam West", minimum=5, expected={"wijkcoach": 9, "jongerenwerker": 7})


def revealed(groups: Groups, questionnaire: Questionnaire, group: Group = GROUP, *, people: int = 16) -> StoredGroup:
    """Make a group of nine and seven (or the first ``people`` of them) and reveal its first wave."""
    stored = groups.create(group, questionnaire, FIRST)
    answer(groups, questionnaire, stored, people=people)
    return groups.reveal(stored.id, FIRST)


def next_wave(groups: Groups, questionnaire: Questionnaire, stored: StoredGroup) -> StoredGroup:
    """Begin, fill and reveal the next wave."""
    stored = groups.new_wave(stored.id, SECOND)
    answer(groups, questionnaire, stored)
    return groups.reveal(stored.id, SECOND)


def answer(groups: Groups, questionnaire: Questionnaire, stored: StoredGroup, *, people: int = 16) -> None:
    """Let everyone answer the wave under way."""
    number = stored.wave.number
    entries = [
        Entry(
            sha256(f"{stored.id} {number} {place}".encode()).hexdigest()[:32],
            contribution(questionnaire, replace(one, experience="1-3")),
        )
        for place, one in enumerate(demo_responses(number)[:people])
    ]
    groups.add(stored.id, entries)

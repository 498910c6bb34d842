"""A room with people in it: a group on a real store, ready to be talked through."""

import atexit
from datetime import date
from hashlib import sha256
from pathlib import Path
from shutil import copytree, rmtree
from tempfile import mkdtemp

import msgspec
from msgspec.structs import replace

from samenspel.fictional.group import demo_responses
from samenspel.group.model import Entry, Group, contribution
from samenspel.questionnaire.model import Questionnaire
from samenspel.storage.groups import Groups, StoredGroup

FIRST, SECOND = date(2026, 3, 2), date(2026, 6, 8)
GROUP = Group(name="Wijkteam West", minimum=5, expected={"wijkcoach": 9, "jongerenwerker": 7})

_made: dict[bytes, tuple[Path, str]] = {}


def revealed(groups: Groups, questionnaire: Questionnaire, group: Group = GROUP, *, people: int = 16) -> StoredGroup:
    """Make a group of nine and seven (or the first ``people`` of them) and reveal its first wave.

    The same group is made once for all tests in this process; each gets a copy of its files.
    """
    key = msgspec.json.encode((questionnaire, group, people), order="deterministic")
    if key not in _made:
        folder = Path(mkdtemp(prefix="samenspel-"))
        atexit.register(rmtree, folder, ignore_errors=True)
        made = Groups(folder)
        stored = made.create(group, questionnaire, FIRST)
        answer(made, questionnaire, stored, people=people)
        _made[key] = folder, made.reveal(stored.id, FIRST).id
    folder, group_id = _made[key]
    copytree(folder, groups.folder, dirs_exist_ok=True)
    return groups.read(group_id)


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

"""Killed in the middle, or many windows at once: no response that was acknowledged is lost, and nothing is half."""

import os
import random
import time

import pytest
from grouper import THERE, TODAY, tally

from samenspel.group.model import Group
from samenspel.storage import inventory
from samenspel.storage.groups import Groups

KILLS = 300 if os.environ.get("SAMENSPEL_FULL") else 10


@pytest.fixture
def groups(tmp_path):
    return Groups(tmp_path / "gegevens")


@pytest.fixture
def west(groups, small):
    return groups.create(Group("West", 5), small, TODAY)


def responses(groups, group_id):
    """The ids in each wave."""
    stored = groups.read(group_id)
    return {wave.number: set(groups.names(group_id, wave.number)) for wave in stored.waves}


def test_eight_windows_that_add_at_the_same_time_lose_nothing(groups, west, start):
    children = [start("grouper.py", groups.folder, west.id, "add", 60) for _window in range(8)]
    given = []
    for child in children:
        output, errors = child.communicate()
        assert errors == ""
        given += output.split()
    assert len(set(given)) == 480
    assert responses(groups, west.id) == {1: set(given)}
    assert groups.counts(west) == {"bakker": 480}
    assert tally(groups, west) == {"bakker": {"nog-niet": 480}}
    assert groups.notices == []


class Expected:
    """What must stand in the group after what was acknowledged; ``also`` is what was asked and not acknowledged."""

    def __init__(self, groups, group_id):
        stored = groups.read(group_id)
        self.name, self.at = stored.group.name, stored.waves[0].at
        self.revealed = sum(wave.revealed != "" for wave in stored.waves)
        self.waves = responses(groups, group_id)

    def after(self, what, value):
        match what:
            case "add":
                self.waves[max(self.waves)].add(value)
            case "withdraw":
                self.waves[max(self.waves)].remove(value)
            case "at":
                self.at = value
            case "name":
                self.name = value
            case "reveal":
                self.revealed = int(value)
            case "wave":
                self.waves[int(value)] = set()

    def __eq__(self, other):
        return vars(self) == vars(other)

    __hash__ = None


def killed(child, chance):
    """What the child was acknowledged before it was killed at a moment by chance, and what it was asking then."""
    first = child.stdout.readline()
    time.sleep(chance.uniform(0, 0.08))  # not to wait for anything: the random moment is what is tested
    child.kill()
    rest, errors = child.stdout.read(), child.stderr.read()  # ``communicate`` forgets what ``readline`` read ahead
    assert errors == ""
    lines = [line.split() for line in (first + rest).splitlines(keepends=True) if line.endswith("\n")]
    done = [(what, value) for sign, what, value in lines if sign == "!"]
    asked = [(what, value) for sign, what, value in lines if sign == "?"]
    return done, asked[len(done) :]


@pytest.mark.campaign
def test_a_kill_at_any_moment_loses_nothing_acknowledged(groups, west, start):
    chance = random.Random(20260131)
    expected = Expected(groups, west.id)
    for kill in range(KILLS):
        done, asking = killed(start("grouper.py", groups.folder, west.id, "work", kill), chance)
        for what, value in done:
            expected.after(what, value)
        fresh = Groups(groups.folder)
        found = Expected(fresh, west.id)
        if found != expected:
            assert len(asking) == 1
            expected.after(*asking[0])
        assert found == expected
        stored = fresh.read(west.id)
        for wave in stored.waves:
            given = fresh.contributions(stored, wave.number)
            assert fresh.notices == []
            assert len(given) == len(expected.waves[wave.number])
            if wave.released is not None:
                assert wave.released.n == len(given)
    if stored.wave.phase == "verzamelen":  # the next one who writes clears up what the kills left
        fresh.update_wave(west.id, stored.wave.number, lambda wave: wave)
        assert not [path for path in inventory.files(fresh.folder / "groepen") if path.name.endswith(".tmp")]


@pytest.mark.campaign
def test_a_kill_while_making_or_erasing_leaves_a_whole_group_or_nothing(groups, small, start):
    chance = random.Random(20260201)
    for kill in range(KILLS):
        done, asking = killed(start("grouper.py", groups.folder, "-", "erase", kill), chance)
        standing = {value for what, value in done if what == "make"} - {
            value for what, value in done if what == "erase"
        }
        fresh = Groups(groups.folder)
        found = {stored.group.name: stored for stored in fresh.all()}
        assert fresh.notices == []
        if set(found) != standing:
            assert len(asking) == 1
            assert set(found) ^ standing == {asking[0][1]}
        for stored in found.values():
            assert THERE <= len(fresh.contributions(stored, 1)) <= THERE + 3
            assert tally(fresh, stored) == {"bakker": {"nog-niet": THERE}}
            fresh.delete(stored.id)
        fresh.delete(fresh.create(Group("opruimer", 5), small, TODAY).id)
        assert inventory.files(fresh.folder / "groepen") == []


def test_two_windows_see_each_others_work(groups, west):
    from grouper import entry

    other = Groups(groups.folder)
    groups.add(west.id, [entry(), entry()])
    assert other.counts(other.read(west.id)) == {"bakker": 2}
    one = entry(party="slager")
    other.add(west.id, [one])
    assert groups.counts(west) == {"bakker": 2, "slager": 1}
    other.withdraw(west.id, one.id)
    assert groups.counts(west) == {"bakker": 2}
    other.delete(west.id)
    assert groups.all() == []

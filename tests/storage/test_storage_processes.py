"""Killed in the middle, or two windows at once: what was acknowledged stays."""

import os
import random
import time

import pytest

from samenspel.session import Session
from samenspel.storage import inventory
from samenspel.storage.selftests import SelfTests

ITEMS = ("rol-eigen", "rol-brood", "rol-ander", "rel-overleg", "rel-kennen", "rel-lastig")
SLOTS = tuple(f"{kind}:{item}" for item in ITEMS for kind in ("answer", "note"))
KILLS = 300 if os.environ.get("SAMENSPEL_FULL") else 10


def stored_in(selftest, slot):
    kind, item = slot.split(":")
    if kind == "note":
        return selftest.response.notes.get(item)
    return str(selftest.response.answers.get(item))


def as_stored(slot, number):
    return number if slot.startswith("note") else str(int(number) % 5 + 1)


@pytest.mark.campaign
def test_a_kill_at_any_moment_loses_no_acknowledged_answer(store, begun, start):
    chance = random.Random(20260131)
    state = {slot: stored_in(begun, slot) for slot in SLOTS}
    for _kill in range(KILLS):
        slots = chance.sample(SLOTS, len(SLOTS))
        child = start("answerer.py", store.folder, begun.id, 0, *slots)
        first = child.stdout.readline()
        time.sleep(chance.uniform(0, 0.05))  # not to wait for anything: the random moment is what is tested
        child.kill()
        rest, errors = child.stdout.read(), child.stderr.read()  # ``communicate`` forgets what ``readline`` read ahead
        assert errors == ""
        # A line that was cut by the kill was acknowledged, but we cannot know what it said.
        lines = [line.split() for line in (first + rest).splitlines(keepends=True) if line.endswith("\n")]
        state |= {slot: as_stored(slot, number) for slot, number in lines}

        after = SelfTests(store.folder).read(begun.id)

        slot, number = lines[-1]
        under_way = slots[(slots.index(slot) + 1) % len(slots)]
        next_number = int(number) + (under_way == slots[0])
        found = {slot: stored_in(after, slot) for slot in SLOTS}
        assert found in (state, state | {under_way: as_stored(under_way, str(next_number))})
        assert Session.reopen(store, after).step.id in {slot.split(":")[1], under_way.split(":")[1]}
        assert store.ids() == [begun.id]
        assert not [
            path for path in inventory.files(store.folder) if "onleesbaar" in path.name or path.name.endswith(".tmp")
        ]
        state = found


@pytest.mark.parametrize("windows", [2, 8])
def test_windows_on_the_same_self_test_keep_each_others_answers(store, begun, start, windows):
    rounds = 25
    mine = [SLOTS[nth::windows] for nth in range(windows)]
    children = [start("answerer.py", store.folder, begun.id, rounds, *slots) for slots in mine]
    acknowledged = {}
    for child in children:
        output, errors = child.communicate()
        assert errors == ""
        acknowledged |= dict(line.split() for line in output.splitlines())
    after = store.read(begun.id)
    assert acknowledged == dict.fromkeys(SLOTS, str(rounds))
    assert {slot: stored_in(after, slot) for slot in SLOTS} == {slot: as_stored(slot, str(rounds)) for slot in SLOTS}

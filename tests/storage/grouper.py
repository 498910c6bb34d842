"""A facilitator who works in a group without end (or adds some responses) in a process of its own; the tests kill it.

usage: grouper.py FOLDER GROUP add COUNT      add COUNT responses, then print their ids
       grouper.py FOLDER GROUP work SEED      everything a group can do, without end
       grouper.py FOLDER - erase SEED         make a group with responses and erase it, without end

Prints ``? WHAT`` before it asks the store and ``! WHAT`` as soon as the store has acknowledged it.
"""

import itertools
import random
import sys
from datetime import date
from pathlib import Path

from msgspec.structs import replace

from samenspel.group.fitting import Fitting
from samenspel.group.model import Contribution, Entry, Group
from samenspel.response import Response
from samenspel.storage.group_names import new_response_id
from samenspel.storage.groups import Groups

TODAY = date(2026, 1, 31)
THERE = 16
"""So many are in a group from the start, as in one to practise on."""


def entry(number=0, party="bakker", **more):
    response = Response(party=party, answers={"rol-eigen": 1 + number % 5, "rol-ander": number % 6}, **more)
    return Entry(new_response_id(), Contribution(response))


def tally(groups, stored):
    """What was answered about experience in the wave under way, as the reveal would count it."""
    responses = groups._folders.responses(stored.id, stored.wave.number)
    return responses.read(Fitting(groups.questionnaire(stored))).experience


def add(groups, group_id, count):
    ids = []
    for number in range(int(count)):
        one = entry(number, experience="nog-niet")
        assert groups.add(group_id, [one]) == {one.id: "added"}
        ids.append(one.id)
    print(*ids)


def work(groups, group_id, seed):
    chance = random.Random(int(seed))
    for number in itertools.count():
        wave = groups.read(group_id).wave
        if wave.phase != "verzamelen":
            told(f"wave {wave.number + 1}", lambda: groups.new_wave(group_id, TODAY))
            continue
        match chance.choice(["add", "add", "add", "add", "withdraw", "at", "name", "reveal"]):
            case "add":
                one = entry(number, experience="nog-niet")
                told(f"add {one.id}", lambda one=one: groups.add(group_id, [one]))
            case "withdraw":
                found = groups.names(group_id, wave.number)
                if found:
                    told(f"withdraw {found[0]}", lambda id_=found[0]: groups.withdraw(group_id, id_, "nog-niet"))
            case "at":
                at = f"plek-{number}"
                told(f"at {at}", lambda at=at: groups.update_wave(group_id, 1, lambda w: replace(w, at=at)))
            case "name":
                name = f"groep-{number}"
                told(f"name {name}", lambda name=name: groups.change(group_id, lambda g: replace(g, name=name)))
            case "reveal":
                if groups.names(group_id, wave.number):
                    told(f"reveal {wave.number}", lambda: groups.reveal(group_id, TODAY))


def erase(groups, seed):
    from conftest import small_questionnaire

    small, chance = small_questionnaire(), random.Random(int(seed))
    for number in itertools.count():
        name = f"weg-{seed}-{number}"
        people = [entry(nth, experience="nog-niet") for nth in range(THERE)]
        told(f"make {name}", lambda name=name, people=people: groups.create(Group(name, 5), small, TODAY, people))
        group_id = groups.find(name).id
        for nth in range(chance.randrange(4)):
            groups.add(group_id, [entry(nth)])
        told(f"erase {name}", lambda group_id=group_id: groups.delete(group_id))


def told(what, act):
    print("?", what, flush=True)
    act()
    print("!", what, flush=True)


def main(folder, group_id, task, argument):
    sys.path.insert(0, str(Path(__file__).parent.parent))
    groups = Groups(Path(folder))
    if task == "erase":
        erase(groups, argument)
    else:
        {"add": add, "work": work}[task](groups, group_id, argument)


if __name__ == "__main__":
    main(*sys.argv[1:])

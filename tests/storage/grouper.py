"""A facilitator who adds responses to a group, also in a process of its own.

usage: grouper.py FOLDER GROUP COUNT      add COUNT responses, then print their ids
"""

import sys
from datetime import date
from pathlib import Path

from samenspel.group.fitting import Fitting
from samenspel.group.model import Contribution, Entry
from samenspel.response import Response
from samenspel.storage.group_names import new_response_id
from samenspel.storage.groups import Groups

TODAY = date(2026, 1, 31)


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


if __name__ == "__main__":
    add(Groups(Path(sys.argv[1])), *sys.argv[2:])

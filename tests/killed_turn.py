"""Somebody who hands in, in turn, in a process of its own, held after the draft is marked and before it is added.

usage: killed_turn.py FOLDER GROUP PARTY

Prints the name of the response when it is held there. A line that comes in lets it go on; then it prints ``in``, or why
it was refused. The tests kill it instead, at that very place.
"""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from samenspel.collecting.turn import Turn
from samenspel.group.model import Contribution, Entry
from samenspel.response import Response
from samenspel.storage.errors import StorageError
from samenspel.storage.group_names import new_response_id
from samenspel.storage.groups import Groups, StoredGroup

NOW = datetime(2026, 3, 2, 16, 30)  # noqa: DTZ001 - the wall clock of who answers


class HandingIn:
    """The process, held at the place; ``response_id`` is the name under which its answers go in."""

    def __init__(self, folder: Path, group_id: str, party: str) -> None:
        self._child = subprocess.Popen(
            [sys.executable, __file__, str(folder), group_id, party],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )
        self.response_id = self._child.stdout.readline().strip()
        assert self.response_id, self._child.stderr.read()

    def kill(self) -> None:
        """Kill it, if it still runs."""
        self._child.kill()
        _said, errors = self._child.communicate()
        assert errors == ""

    def go_on(self) -> str:
        """Let it go on to its end; give what it says."""
        said, errors = self._child.communicate("go on\n")
        assert errors == ""
        return said.strip()


@contextmanager
def handing_in(groups: Groups, stored: StoredGroup, party: str) -> Iterator[HandingIn]:
    """Somebody of ``party`` who is held in the middle of handing in; killed at the end."""
    held = HandingIn(groups.folder, stored.id, party)
    try:
        yield held
    finally:
        held.kill()


def killed(groups: Groups, stored: StoredGroup, party: str) -> str:
    """Let somebody hand in and be killed in the middle; give the name of the response."""
    with handing_in(groups, stored, party) as held:
        pass
    (draft,) = groups.drafts(stored.id).newest()
    assert draft.at.endswith(held.response_id)
    assert held.response_id not in groups.names(stored.id, stored.wave.number)
    return held.response_id


def five(groups: Groups, stored: StoredGroup, party: str) -> None:
    """Let five people of ``party`` answer their first statement."""
    item = groups.questionnaire(stored).asked.items[0].id
    given = (Contribution(Response(party=party, answers={item: 1 + number % 5})) for number in range(5))
    groups.add(stored.id, [Entry(new_response_id(), one) for one in given])


def main(folder: str, group_id: str, party: str) -> None:
    groups = Groups(Path(folder))
    turn = Turn.begin(groups, groups.read(group_id), "volledig", NOW)
    turn.answer(party, NOW)
    turn.go(next(step for step in turn.steps() if step.kind == "item"), NOW)
    turn.answer("4", NOW)
    add = Groups.add

    def held(*args: object) -> object:
        print(turn.response_id, flush=True)
        sys.stdin.readline()
        return add(*args)

    Groups.add = held
    try:
        turn.hand_in(NOW)
    except StorageError as error:
        print(error)
    else:
        print("in")


if __name__ == "__main__":
    main(*sys.argv[1:])

"""A person who answers without end (or for some rounds) in a process of its own; the tests kill it.

usage: answerer.py FOLDER ID ROUNDS SLOT…    a slot is ``answer:<item>`` or ``note:<item>``; ROUNDS 0 never ends.
Prints ``SLOT NUMBER`` as soon as the store has acknowledged it. Goes on counting where the store is.
"""

import itertools
import sys
from datetime import datetime
from pathlib import Path

from samenspel.session import Session
from samenspel.storage.selftests import SelfTests
from samenspel.walk import Step

NOW = datetime(2026, 1, 31, 10, 0)  # noqa: DTZ001


def main(folder, selftest_id, rounds, *slots):
    store = SelfTests(Path(folder))
    session = Session.reopen(store, store.read(selftest_id))
    numbers = range(1, int(rounds) + 1) if int(rounds) else itertools.count(1)
    for number, slot in itertools.product(numbers, slots) if int(rounds) else endless(slots):
        kind, item = slot.split(":")
        session.go(Step("item", item), NOW)
        if kind == "answer":
            session.answer(str(number % 5 + 1), NOW, stay=True)
        else:
            session.note(str(number), NOW)
        print(slot, number, flush=True)


def endless(slots):
    return ((number, slot) for number in itertools.count(1) for slot in slots)


if __name__ == "__main__":
    main(*sys.argv[1:])

"""What the tests of the store share: a store on a real disk, and child processes that work in it."""

import subprocess
import sys
from pathlib import Path

import pytest
from stored import NOW

from samenspel.response import Response
from samenspel.storage.selftests import SelfTests

HERE = Path(__file__).parent


@pytest.fixture
def store(tmp_path):
    return SelfTests(tmp_path / "gegevens")


@pytest.fixture
def begun(store, small):
    """A self-test with one answer, in ``store``."""
    return store.create(small, Response(party="bakker", answers={"rol-eigen": 4}), at="item:rol-brood", now=NOW)


@pytest.fixture
def file_of(store):
    return lambda selftest: store.folder / "zelftests" / f"{selftest.id}.json"


@pytest.fixture
def start():
    """Start a script of this folder in a process of its own; whatever still runs afterwards is killed."""
    running = []

    def start_script(script, *args):
        child = subprocess.Popen(
            [sys.executable, HERE / script, *map(str, args)],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )
        running.append(child)
        return child

    yield start_script
    for child in running:
        child.kill()
        child.communicate()

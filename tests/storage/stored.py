"""What several tests of the store use."""

from contextlib import contextmanager
from datetime import datetime
from threading import Event, Thread

NOW = datetime(2026, 1, 31, 9, 30)  # noqa: DTZ001 - a person's own clock, as the app has it


def names(folder):
    """Every file and folder below ``folder``, by name."""
    return sorted(path.name for path in folder.rglob("*"))


@contextmanager
def another_window(folder):
    """Hold the lock of ``folder``, as another window that is busy."""
    from samenspel.storage.durable import locked

    taken, done = Event(), Event()

    def hold():
        with locked(folder):
            taken.set()
            done.wait()

    holding = Thread(target=hold)
    holding.start()
    taken.wait()
    try:
        yield
    finally:
        done.set()
        holding.join()


def answered(number):
    """A change that answers one item, different for each number."""
    from msgspec.structs import replace

    def change(selftest):
        response = selftest.response
        return replace(selftest, response=replace(response, notes={**response.notes, f"item-{number}": str(number)}))

    return change

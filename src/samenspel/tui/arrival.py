"""What the store has to say to a person who just came in. Reads files, so meant for a worker."""

from msgspec import Struct

from samenspel.storage import StorageError
from samenspel.storage.selftests import SelfTests
from samenspel.tui.summary import Summaries, Summary

LOOKED_AT = 20
"""How many of the newest self-tests are read to find one that is open: never all, there may be thousands."""


class Found(Struct, frozen=True):
    """The newest open self-test, how many more are open, how many are stored, and what could not be read."""

    open: Summary | None = None
    more_open: int = 0
    stored: int = 0
    notices: tuple[str, ...] = ()


def look_in(store: SelfTests, usual: str | None = None) -> Found:
    """Look among the newest ``LOOKED_AT`` self-tests for what is open, and gather what must be said.

    ``usual`` is the id of the questionnaire in use now.
    """
    try:
        still_open = [selftest for selftest in store.newest(LOOKED_AT) if selftest.finished is None]
        stored = len(store.ids())
    except StorageError as error:
        return Found(notices=(*store.notices, str(error)))
    newest = Summaries(store, usual).of(still_open[0]) if still_open else None
    return Found(newest, max(0, len(still_open) - 1), stored, tuple(store.notices))

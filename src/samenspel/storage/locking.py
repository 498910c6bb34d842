"""One at a time: windows of samenspel on the same data folder wait for each other.

The lock is the system's own, on one empty file for the whole folder. A process that dies lets go of it.
"""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from samenspel.storage.errors import StorageError, unwritable
from samenspel.taal import _

NAME = ".samenspel.lock"
TIMEOUT = 10.0
"""How long to wait for another window, in seconds."""

_POLL = 0.01
_FLAGS = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0)


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Hold the one lock of the data folder ``folder``, which is made when it is not there yet.

    Raises:
        StorageError: another window stayed busy, or the folder cannot be made or written.
    """
    try:
        handle = _open(folder)
    except OSError as error:
        raise unwritable(error, folder) from error
    try:
        if not _taken(handle, folder):
            raise StorageError(
                _(
                    "Een ander venster van samenspel is bezig met uw gegevens. Uw eerdere antwoorden zijn bewaard. "
                    "Sluit dat venster, of probeer het zo nog eens."
                )
            )
        yield
    finally:
        os.close(handle)  # which also lets go of the lock


def _open(folder: Path) -> int:
    try:
        return os.open(folder / NAME, _FLAGS, 0o600)
    except FileNotFoundError:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        return os.open(folder / NAME, _FLAGS, 0o600)


def _taken(handle: int, folder: Path) -> bool:
    # lock_descriptor rather than FileLock: that costs half as much again as the write that it guards.
    from filelock import lock_descriptor

    deadline = time.monotonic() + TIMEOUT
    try:
        while not lock_descriptor(handle, blocking=False):
            if time.monotonic() > deadline:
                return False
            time.sleep(_POLL)
    except OSError as error:  # a file system without locks
        raise unwritable(error, folder) from error
    return True

"""What can go wrong with what is kept, each as one clear message for the person at the keyboard."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from samenspel.refusals import RefusalError, not_kept


class StorageError(RefusalError):
    """The work on the disk could not be done, and nothing was changed."""


class NotFoundError(StorageError):
    """There is nothing under this id or name."""


class UnreadableError(StorageError):
    """A file cannot be read; the message says where it stands now."""


class NewerError(StorageError):
    """A file was written by a newer samenspel; it was left as it is."""


class BusyError(StorageError):
    """Another window of samenspel is at work on the data, and stays so."""


class WaitingError(StorageError):
    """What somebody handed in is not in the wave yet: nothing may be done that would leave it out for good."""


class DamagedError(Exception):
    """What a file holds is not what we wrote. Whoever opened it decides what becomes of the file."""


@contextmanager
def working_in(folder: Path) -> Iterator[None]:
    """Raise StorageError in the place of what the system refuses inside: ``folder`` cannot be used as it should."""
    try:
        yield
    except OSError as error:
        raise StorageError(not_kept(error, folder)) from error

"""What can go wrong with what is kept, each as one clear message for the person at the keyboard."""

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


class working_in:  # noqa: N801 - read as a sentence; a class, because a generator takes four times as long
    """Raise StorageError in the place of what the system refuses inside: ``folder`` cannot be used as it should."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def __enter__(self) -> None:
        """Begin."""

    def __exit__(self, _kind: object, error: BaseException | None, _trace: object) -> None:
        """End."""
        if isinstance(error, OSError):
            raise StorageError(not_kept(error, self._folder)) from error

"""A file that is either the old one or the new one, whatever happens: a kill, a full disk, a power cut.

The new content goes to a temporary file in the same folder, is forced to the disk, and takes the old one's place in
one step. Only then it counts as written.
"""

import errno
import itertools
import os
import re
import secrets
import stat
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from os.path import lexists
from pathlib import Path
from typing import Annotated, Any

import msgspec
from tinydb.storages import Storage

from samenspel.storage.errors import DamagedError, StorageError, UnreadableError, unreadable, unwritable
from samenspel.taal import _

LIMIT = 5_000_000
"""The largest file that is read, in bytes: a self-test with every note at its limit is far below it."""

_TEMPORARY = re.compile(r"\..+\.[0-9a-f]{8}\.tmp")
_NO_FOLDER_SYNC = frozenset({errno.EINVAL, errno.ENOTSUP, errno.EBADF})

# A virus scanner or an indexer may hold a file for a moment on Windows; elsewhere a refusal is final.
_REPLACE_WAITS = (0.01, 0.03, 0.1, 0.3, 0.5) if sys.platform == "win32" else ()

Tables = dict[str, dict[Annotated[str, msgspec.Meta(pattern="^[0-9]{1,9}$")], dict[str, Any]]]
"""Table name → document's number → document."""

_DECODER = msgspec.json.Decoder(Tables)


class DurableStorage(Storage):
    """A TinyDB storage of one file that cannot lose what it acknowledged.

    One object serves one operation, inside ``locking.locked``: no other can change the file then, so it is read once.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._tables: Tables | None = None

    def read(self) -> Tables | None:
        """Return the tables, or None when there is no file.

        Raises:
            DamagedError: it is no file, too large, or not what we write.
            UnreadableError: the system does not let us read it.
        """
        if self._tables is None:
            try:
                self._tables = _DECODER.decode(read(self._path))
            except FileNotFoundError:
                return None
            except OSError as error:
                raise unreadable(error, self._path) from error
            except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
                raise DamagedError from error
        return self._tables

    def write(self, data: Tables) -> None:
        """Put ``data`` on the disk. Raises StorageError; the old file is intact then."""
        write(self._path, msgspec.json.encode(data))


def write(path: Path, content: bytes, *, timeless: bool = False) -> None:
    """Make ``content`` the content of the file ``path``, durably, readable by its owner only.

    Args:
        path: the file.
        content: what it gets.
        timeless: the file says that it is from 1970: who looks at the folder cannot see which came first.

    Raises:
        StorageError: it could not be written; the old file is intact, and no half file is left. (When no more than
            the last step failed, forcing the folder's names to the disk, the new file stands there already.)
    """
    temporary = path.with_name(f".{path.name}.{secrets.token_hex(4)}.tmp")
    try:
        with _removed_on_failure(temporary):
            _write_new(temporary, content)
            if timeless:  # before it has its name: there is no moment at which it tells
                os.utime(temporary, (0, 0))
            _replace(temporary, path)
        sync_folder(path.parent)
    except OSError as error:
        raise unwritable(error, path.parent) from error


def remove_leftovers(folder: Path) -> None:
    """Remove the temporary files that a killed process left in ``folder``; only while holding the lock.

    Raises:
        OSError: the folder cannot be read or written.
    """
    with os.scandir(folder) as entries:
        leftovers = [entry.path for entry in entries if _TEMPORARY.fullmatch(entry.name)]
    for leftover in leftovers:
        Path(leftover).unlink(missing_ok=True)


def sync_folder(folder: Path) -> None:
    """Force the names in ``folder`` to the disk, where the platform allows. Raises OSError."""
    if sys.platform == "win32":  # a folder cannot be opened there
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in _NO_FOLDER_SYNC:  # some network file systems know no such thing
            raise
    finally:
        os.close(handle)


def read(path: Path) -> bytes:
    """Return the content of a file that we wrote.

    Raises:
        DamagedError: it is no file, or larger than any of ours.
        OSError: it is not there, or the system does not let us read it.
    """
    # Asked before opening: a pipe or a device (behind a link, too) would hang, or never end.
    status = path.lstat()
    if not stat.S_ISREG(status.st_mode) or status.st_size > LIMIT:
        raise DamagedError
    return path.read_bytes()


@contextmanager
def _removed_on_failure(path: Path) -> Iterator[None]:
    try:
        yield
    except BaseException:  # Ctrl-C too
        with suppress(OSError):
            path.unlink()
        raise


def _write_new(path: Path, content: bytes) -> None:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(path, flags, 0o600), "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _replace(temporary: Path, path: Path) -> None:
    for wait in _REPLACE_WAITS:
        try:
            temporary.replace(path)
        except PermissionError:
            time.sleep(wait)
        else:
            return
    temporary.replace(path)


# What cannot be read is put aside under another name, so that it is never overwritten and never asked for again. ---

_MARK = ".onleesbaar"


def set_aside(path: Path) -> UnreadableError:
    """Rename a damaged self-test and return the error to raise. Only while holding the lock: no other takes the name.

    Raises:
        StorageError: it cannot be renamed; it still stands where it stood.
    """
    return damaged(path.stem, _renamed(path))


def set_aside_response(path: Path) -> UnreadableError:
    """Rename a damaged response of a group, as :func:`set_aside` does."""
    return UnreadableError(
        _(
            "Eén antwoord van de groep is beschadigd en telt niet mee. Het bestand staat nu apart: {pad}. "
            "Vraag die persoon om het antwoord nog eens te geven."
        ).format(pad=_renamed(path))
    )


def _renamed(path: Path) -> Path:
    numbers = ("" if nth == 1 else f"-{nth}" for nth in itertools.count(1))
    names = (f"{path.stem}{_MARK}{number}{path.suffix}" for number in numbers)
    place = next(place for place in map(path.with_name, names) if not lexists(place))
    try:
        path.rename(place)
    except OSError as error:
        raise unwritable(error, path.parent) from error
    return place


def damaged(selftest_id: str, place: Path) -> UnreadableError:
    """Return the error to raise for a self-test that was set aside at ``place``."""
    return UnreadableError(
        _(
            "Zelftest ‘{id}’ is beschadigd en niet te lezen. Het bestand staat nu apart: {pad}. "
            "Zet een reservekopie terug, of doe de zelftest opnieuw."
        ).format(id=selftest_id, pad=place)
    )


def of(folder: Path, selftest_id: str) -> list[Path]:
    """Return what was set aside of one self-test. Raises StorageError: the folder cannot be read."""
    try:
        return sorted(folder.glob(f"{selftest_id}{_MARK}*"))
    except OSError as error:
        raise unwritable(error, folder) from error


def erase(paths: list[Path]) -> None:
    """Remove these files, those that another window removed already left aside.

    Raises:
        StorageError: one is a folder, which we never make and so never empty; nothing was removed.
        OSError: one cannot be removed.
    """
    for path in paths:
        if path.is_dir() and not path.is_symlink():
            raise StorageError(_("{pad} is een map. Kijk wat erin staat en wis die map zelf.").format(pad=path))
    for path in paths:
        path.unlink(missing_ok=True)


# One at a time: windows of samenspel on the same data folder wait for each other. --------------------------------
# The lock is the system's own, on one empty file for the whole folder. A process that dies lets go of it.

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

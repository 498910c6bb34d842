"""A file that is either the old one or the new one, whatever happens: a kill, a full disk, a power cut.

The new content goes to a temporary file in the same folder, is forced to the disk, and takes the old one's place in
one step. Only then it counts as written.
"""

import errno
import os
import re
import secrets
import stat
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Annotated, Any

import msgspec
from tinydb.storages import Storage

from samenspel.storage.errors import DamagedError, unreadable, unwritable

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

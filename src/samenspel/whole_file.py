"""A file that is either the old one or the new one, whatever happens: a kill, a full disk, a power cut.

The new content goes to a temporary file in the same folder, is forced to the disk, and takes the old one's place in
one step. Only then it counts as written. Everything that samenspel writes is written so.
"""

import errno
import os
import re
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

# Named after us, not after the file: a name as long as the system allows leaves no room for more.
_TEMPORARY = ".samenspel.{}.tmp"
_OURS = re.compile(r"\.samenspel\.[0-9a-f]{8}\.tmp")
_LEFTOVER = re.compile(r"\..+\.[0-9a-f]{8}\.tmp")  # samenspel 0.1.0 put the file's own name in front

# What a file system says that cannot force a folder's names to the disk (some on a network); the file itself is there.
_NO_FOLDER_SYNC = frozenset({errno.EINVAL, errno.ENOTSUP, errno.EBADF})

# Names that Windows keeps for devices, whatever stands behind a dot, and what no name there can hold or end in.
_DEVICES = frozenset({"con", "prn", "aux", "nul", "conin$", "conout$"})
_PORTS = re.compile(r"(com|lpt)[0-9¹²³]")
_NOT_IN_A_NAME = re.compile(r'[<>:"/\\|?*\x00-\x1f]|[ .]\Z')

# A virus scanner or an indexer may hold a file for a moment on Windows; elsewhere a refusal is final.
_REPLACE_WAITS = (0.01, 0.03, 0.1, 0.3, 0.5) if sys.platform == "win32" else ()


def write(path: Path, content: bytes, *, timeless: bool = False) -> None:
    """Make ``content`` the content of the file ``path``, durably, readable by its owner only.

    Args:
        path: the file; its folder is there.
        content: what it gets.
        timeless: the file says that it is from 1970: who looks at the folder cannot see which came first.

    Raises:
        OSError: it could not be written; the old file is intact, and no half file is left. (When no more than the
            last step failed, forcing the folder's names to the disk, the new file stands there already.)
    """
    with _temporary(path, content) as temporary:
        if timeless:  # before it has its name: there is no moment at which it tells
            os.utime(temporary, (0, 0))
        _replace(temporary, path)
    sync_folder(path.parent)


def write_new(path: Path, content: bytes) -> None:
    """Make a file ``path`` that is not there yet, as :func:`write` does; whoever else makes it keeps theirs.

    Raises:
        FileExistsError: something stands there by now.
        OSError: it could not be written; no half file is left.
    """
    with _temporary(path, content) as temporary:
        if sys.platform == "win32":
            temporary.rename(path)  # which refuses there when something has the name
        else:
            _link(temporary, path)
    sync_folder(path.parent)


def make_folder(folder: Path) -> None:
    """Make ``folder`` and those above it that are not there yet, for their owner only. Raises OSError."""
    for path in reversed([folder, *folder.parents]):
        if not path.is_dir():
            _check_name(path)
            path.mkdir(mode=0o700, exist_ok=True)


def fits_windows(name: str) -> bool:
    """Say whether Windows makes a file of this name, and no other: ``con.pdf`` is a device, ``a.`` becomes ``a``."""
    stem = name.partition(".")[0].rstrip().casefold()
    return not (stem in _DEVICES or _PORTS.fullmatch(stem) or _NOT_IN_A_NAME.search(name))


def is_leftover(name: str, *, elsewhere: bool = False) -> bool:
    """Say whether a file has the name of one that was not written whole.

    ``elsewhere``: it stands in a folder of other people's, where only what is surely ours counts.
    """
    return (_OURS if elsewhere else _LEFTOVER).fullmatch(name) is not None


def remove_leftovers(folder: Path, *, older_than: float | None = None) -> None:
    """Remove the temporary files that a killed process left in ``folder``.

    Args:
        folder: where to look, not in the folders in it.
        older_than: a time (as ``st_mtime``): those of ours written before it, in a folder where others have files too.
            None: all, in a folder of our own in which no other writes now.

    Raises:
        OSError: the folder cannot be read or written.
    """
    with os.scandir(folder) as entries:
        leftovers = [Path(entry.path) for entry in entries if is_leftover(entry.name, elsewhere=older_than is not None)]
    for leftover in leftovers:
        if older_than is None or leftover.lstat().st_mtime < older_than:
            leftover.unlink(missing_ok=True)


def sync_folder(folder: Path) -> None:
    """Force the names in ``folder`` to the disk, where the platform allows. Raises OSError.

    Without it a file that was written, renamed or erased may come back as it was after a power cut.
    """
    if sys.platform == "win32":  # a folder cannot be opened there
        return
    try:
        handle = os.open(folder, os.O_RDONLY)
    except PermissionError:  # one may write there, but not look: somebody's letter box
        return
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in _NO_FOLDER_SYNC:
            raise
    finally:
        os.close(handle)


@contextmanager
def _temporary(path: Path, content: bytes) -> Iterator[Path]:
    """Put ``content`` on the disk under a temporary name beside ``path``; whoever asked gives it its name."""
    _check_name(path)
    temporary = path.with_name(_TEMPORARY.format(os.urandom(4).hex()))
    try:
        _write_new(temporary, content)
        yield temporary
    except BaseException:  # Ctrl-C too
        with suppress(OSError):
            temporary.unlink()
        raise


def _write_new(path: Path, content: bytes) -> None:
    # O_EXCL: whoever puts a link under this name does not get our content written through it.
    # O_BINARY: else Windows makes two bytes of each line end.
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    handle = os.open(path, flags, 0o600)
    try:
        left = memoryview(content)
        while left:
            left = left[os.write(handle, left) :]
        os.fsync(handle)  # else the new name may be on the disk before the content: an empty file
    finally:
        os.close(handle)  # Windows removes no file that is open


def _link(temporary: Path, path: Path) -> None:
    """Give a temporary file its name, unless something has it."""
    try:
        os.link(temporary, path)  # unlike a rename this refuses
    except FileExistsError:
        raise
    except OSError:  # a file system without links, such as that of a USB stick: the name first, then the content
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
        temporary.replace(path)
    else:
        temporary.unlink()


def _replace(temporary: Path, path: Path) -> None:
    for wait in _REPLACE_WAITS:
        try:
            temporary.replace(path)
        except PermissionError:
            time.sleep(wait)
        else:
            return
    try:
        temporary.replace(path)
    except PermissionError as error:
        if sys.platform == "win32" and path.is_file() and os.access(path, os.W_OK):
            # The new file could be made beside it, and this one may be written: whoever has it open is in the way.
            raise OSError(errno.EBUSY, os.strerror(errno.EBUSY), str(path)) from error
        raise


def _check_name(path: Path) -> None:
    """Raise OSError: Windows would make something else than a file or folder of this name."""
    if sys.platform == "win32" and not fits_windows(path.name):
        raise OSError(errno.EINVAL, os.strerror(errno.EINVAL), str(path))

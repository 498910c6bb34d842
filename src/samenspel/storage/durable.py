"""The files that samenspel keeps: one document in each, by one window at a time, and never a half one.

What cannot be read is set aside under another name, so that it is never overwritten and never asked for again.
"""

import errno
import itertools
import os
import stat
import threading
import time
from collections.abc import Callable, Iterator, MutableMapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache
from os.path import lexists
from pathlib import Path
from typing import Annotated, Any, cast

import msgspec
from msgspec import Meta, Struct
from tinydb import TinyDB
from tinydb.storages import Storage
from tinydb.table import Document

from samenspel import whole_file
from samenspel.hygiene import one_line
from samenspel.refusals import not_opened
from samenspel.storage.errors import BusyError, DamagedError, NewerError, StorageError, UnreadableError, working_in
from samenspel.taal import _

LIMIT = 5_000_000
"""The largest file that is read, in bytes: a self-test with every note at its limit is far below it."""
TOO_LARGE = _("Dit is te veel om te bewaren. Er is niets bewaard of veranderd.")
"""What to say when a file would become larger than any that is read."""

Tables = dict[str, dict[Annotated[str, Meta(pattern="^[0-9]{1,9}$")], dict[str, Any]]]
"""Table name → document's number → document."""

_DECODER = msgspec.json.Decoder(Tables)
_ONLY = 1  # a file holds one document
_ASIDE = ".onleesbaar"


class DocumentForm(Struct, frozen=True):
    """How documents of one kind stand in their files.

    Attributes:
        table: the TinyDB table.
        schema: the version of the form. A change of form raises it.
        newer: what to say of a file with a higher one, with ``{id}`` (the file's name, bare) or ``{pad}`` in it.
        limit: the largest file, in bytes.
    """

    table: str
    schema: int
    newer: str
    limit: int = LIMIT


class OneDocument:
    """A file with one document of a form. One object serves one operation; whoever writes holds the lock."""

    def __init__(self, path: Path, form: DocumentForm, *, timeless: bool = False) -> None:
        """Touch no disk. ``timeless``: see :func:`whole_file.write`."""
        self._path, self._form = path, form
        # No cache of queries: the object lives for one operation.
        database = TinyDB(path, storage=DurableStorage, timeless=timeless, limit=form.limit)
        self._storage = cast("DurableStorage", database.storage)
        self._table = database.table(form.table, cache_size=0)

    @property
    def content(self) -> bytes:
        """The file as it stands there, read or written. Raises FileNotFoundError, DamagedError, UnreadableError."""
        return self._storage.content()

    def read(self) -> dict[str, Any]:
        """Return the document, without the version of its form.

        Raises:
            FileNotFoundError: there is no such file.
            DamagedError: it is no file, too large, or not what we write.
            NewerError: a newer samenspel wrote it.
            UnreadableError: the system does not let us read it.
        """
        document = self._table.get(doc_id=_ONLY)
        if document is None and not lexists(self._path):
            raise FileNotFoundError(self._path)
        try:
            if msgspec.convert(document, _Version).schema > self._form.schema:
                raise NewerError(self._form.newer.format(pad=one_line(self._path), id=one_line(self._path.stem)))
            fields = msgspec.convert(document, dict[str, Any])
        except msgspec.ValidationError as error:
            raise DamagedError from error
        del fields["schema"]
        return fields

    def write(self, fields: dict[str, Any]) -> None:
        """Put a document in the place of the one that was.

        Raises:
            StorageError: it is too large, or the disk refuses; the old file is intact then.
        """
        document = Document({"schema": self._form.schema, **fields}, _ONLY)

        def replaced(stored: MutableMapping[str, Any]) -> None:
            stored.clear()  # a field that is at its default again is not in the document
            stored.update(document)

        # One write: TinyDB's own upsert of a new document first writes an empty table.
        if self._table.contains(doc_id=_ONLY):
            self._table.update(replaced, doc_ids=[_ONLY])
        else:
            self._table.insert(document)


class _Version(Struct):
    schema: Annotated[int, Meta(ge=1)]


class DurableStorage(Storage):
    """A TinyDB storage of one file that cannot lose what it acknowledged.

    One object serves one operation, under the lock: no other can change the file then, so it is read once.
    """

    def __init__(self, path: Path, *, timeless: bool = False, limit: int = LIMIT) -> None:
        self._path = path
        self._timeless, self._limit = timeless, limit
        self._content: bytes | None = None
        self._tables: Tables | None = None

    def content(self) -> bytes:
        """Return the bytes of the file. Raises FileNotFoundError, DamagedError, UnreadableError."""
        if self._content is None:
            try:
                self._content = read(self._path, self._limit)
            except FileNotFoundError:
                raise
            except OSError as error:
                raise UnreadableError(not_opened(error, self._path)) from error
        return self._content

    def read(self) -> Tables | None:
        """Return the tables, or None when there is no file. Raises DamagedError, UnreadableError."""
        if self._tables is None:
            try:
                self._tables = _DECODER.decode(self.content())
            except FileNotFoundError:
                return None
            except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
                raise DamagedError from error
        return self._tables

    def write(self, data: Tables) -> None:
        """Put ``data`` on the disk. Raises StorageError; the old file is intact then."""
        content = msgspec.json.encode(data)
        if len(content) > self._limit:  # it would never be read again
            raise StorageError(TOO_LARGE)
        write(self._path, content, timeless=self._timeless)
        self._content = content


def read(path: Path, limit: int = LIMIT) -> bytes:
    """Return the content of a file that we wrote.

    Raises:
        DamagedError: it is no file, or larger than any of ours.
        OSError: it is not there, or the system does not let us read it.
    """
    # Asked before opening: a pipe or a device (behind a link, too) would hang, or never end.
    status = path.lstat()
    if not stat.S_ISREG(status.st_mode) or status.st_size > limit:
        raise DamagedError
    return path.read_bytes()


def write(path: Path, content: bytes, *, timeless: bool = False) -> None:
    """Make ``content`` the content of a file of ours, as :func:`whole_file.write` does. Raises StorageError."""
    with working_in(path.parent):
        whole_file.write(path, content, timeless=timeless)


def names_in(folder: Path) -> list[str]:
    """Return the names of what stands in a folder of ours; none when it was not made yet.

    Raises:
        OSError: it cannot be read; NotADirectoryError: a file stands there, or above it.
    """
    try:
        return os.listdir(folder)  # noqa: PTH208 - a name is all that is wanted of each
    except OSError as error:
        # Windows says that there is nothing when a file stands in the way, which would hide all that there was.
        standing = next((path for path in (folder, *folder.parents) if path.exists()), None)
        if standing is not None and not standing.is_dir():
            raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(standing)) from error
        if isinstance(error, FileNotFoundError):
            return []
        raise


def set_aside(path: Path) -> Path:
    """Give a damaged file another name, and return that; only while holding the lock: no other takes the name.

    Raises:
        StorageError: it cannot be renamed; it still stands where it stood.
    """
    numbers = ("" if nth == 1 else f"-{nth}" for nth in itertools.count(1))
    names = (f"{path.stem}{_ASIDE}{number}{path.suffix}" for number in numbers)
    # lexists: a link that leads nowhere has the name too.
    place = next(place for place in map(path.with_name, names) if not lexists(place))
    with working_in(path.parent):
        path.rename(place)
    return place


def aside(folder: Path, stem: str) -> list[Path]:
    """Return what was set aside of the file with this name (bare). Raises StorageError: the folder cannot be read."""
    with working_in(folder):
        return sorted(folder.glob(f"{stem}{_ASIDE}*"))


def erase(paths: list[Path]) -> None:
    """Remove these files, those that another window removed already left aside; only while holding the lock.

    Raises:
        StorageError: one is a folder, which we never make and so never empty; nothing was removed.
        OSError: one cannot be removed.
    """
    for path in paths:
        if path.is_dir() and not path.is_symlink():
            raise StorageError(
                _("{pad} is een map. Kijk wat erin staat. Wissen kan met ‘samenspel gegevens wis {naam}’.").format(
                    pad=one_line(path), naam=one_line("/".join(path.parts[-2:]))
                )
            )
    for path in paths:
        path.unlink(missing_ok=True)


# One at a time: windows of samenspel on the same data folder wait for each other. --------------------------------

LOCK = ".samenspel.lock"
SCREEN_TIMEOUT = 0.3
"""How long to wait for another window on the thread that draws the screen, in seconds: the screen stands still then."""
TIMEOUT = 10.0
"""How much longer elsewhere."""

told_of_wait: ContextVar[Callable[[], object]] = ContextVar("told_of_wait", default=lambda: None)
"""Called when that longer wait begins."""

_POLL = 0.01
# Never through a link: whoever put one under this name would choose which file we make.
_FLAGS = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0)


class _Held(threading.local):
    """The folders whose lock this thread holds: an operation may be part of another."""

    def __init__(self) -> None:
        self.folders: set[Path] = set()


_held = _Held()


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Hold the one lock of the data folder ``folder``, which is made when it is not there yet.

    It is the system's own lock, on one empty file for the whole folder: a process that dies lets go of it. Whoever
    holds it already goes on.

    Raises:
        BusyError: another window stayed busy.
        StorageError: the folder cannot be made or written.
    """
    if folder in _held.folders:
        yield
        return
    handle = _taken(folder)
    _held.folders.add(folder)
    try:
        yield
    finally:
        _held.folders.remove(folder)
        os.close(handle)  # which also lets go of the lock


def _taken(folder: Path) -> int:
    """Return the handle of the lock file, locked. Raises as :func:`locked` does."""
    path = _lock_of(folder)
    with working_in(folder):  # a file system may know no locks
        while True:
            handle = _open(path)
            try:
                _wait(handle)
                if _still_there(handle, path):
                    return handle
            except BaseException:  # Ctrl-C too
                os.close(handle)
                raise
            os.close(handle)  # erased or replaced while we waited: whoever comes now locks another file


@lru_cache(8)
def _lock_of(folder: Path) -> Path:
    return folder / LOCK


def _open(path: Path) -> int:
    try:
        return os.open(path, _FLAGS, 0o600)
    except FileNotFoundError:
        whole_file.make_folder(path.parent)
        return os.open(path, _FLAGS, 0o600)


def _wait(handle: int) -> None:
    if _free_within(SCREEN_TIMEOUT, handle):
        return
    if not _draws_a_screen():
        told_of_wait.get()()
        if _free_within(TIMEOUT, handle):
            return
    raise BusyError(
        _(
            "Een ander venster van samenspel is bezig met uw gegevens. Uw eerdere antwoorden zijn bewaard. Sluit dat "
            "venster, of probeer het zo nog eens."
        )
    )


def _free_within(seconds: float, handle: int) -> bool:
    """Wait at most so long for the lock; say whether it is ours now."""
    # Imported when the first lock is taken: it takes half as long as all the rest of the store.
    # lock_descriptor rather than FileLock: that costs half as much again as the write that it guards.
    from filelock import lock_descriptor

    # Asked for again and again: a wait within the system would not end in time, nor at Ctrl-C.
    deadline = time.monotonic() + seconds
    while not (ours := lock_descriptor(handle, blocking=False)) and time.monotonic() < deadline:
        time.sleep(_POLL)
    return ours


def _draws_a_screen() -> bool:
    """Say whether this thread runs the loop that draws the screen: while it waits, no key does anything."""
    import asyncio  # only for who has to wait: commands have no loop

    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return False
    return True


def _still_there(handle: int, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(handle), path.stat())
    except FileNotFoundError:
        return False

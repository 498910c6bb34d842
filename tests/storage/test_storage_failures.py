"""A disk that is full, a folder that cannot be written, a lock that is held: one clear message, and nothing lost."""

import asyncio
import errno
import itertools
import os
import shutil
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path
from threading import Thread

import pytest
from stored import NOW, another_window, answered, names

from samenspel.response import Response
from samenspel.storage import StorageError, durable, inventory
from samenspel.storage.durable import locked
from samenspel.storage.selftests import SelfTests

FULL = "De schijf is vol"
posix = pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX")


def failing(code):
    def fail(*_args, **_kwargs):
        raise OSError(code, os.strerror(code))

    return fail


@pytest.mark.parametrize("step", ["os.fsync", "pathlib.Path.replace", "os.open", "os.write"])
@pytest.mark.parametrize(
    ("code", "says"),
    [
        (errno.ENOSPC, FULL),
        (errno.EDQUOT, FULL),
        (errno.EIO, "de schijf geeft een fout"),
        (errno.EACCES, "geen toegang"),
    ],
)
def test_a_write_that_fails_leaves_the_old_file(tmp_path, monkeypatch, step, code, says):
    if sys.platform == "win32" and (step, code) == ("pathlib.Path.replace", errno.EACCES):
        says = "een ander programma heeft het open"  # what it means there
    path = tmp_path / "bestand.json"
    durable.write(path, b"oud")
    with monkeypatch.context() as patch:
        patch.setattr(step, failing(code))
        with pytest.raises(StorageError, match=says):
            durable.write(path, b"nieuw")
    assert path.read_bytes() == b"oud"
    assert names(tmp_path) == ["bestand.json"]


def test_an_interrupt_leaves_the_old_file(store, begun, monkeypatch):
    def interrupt(_handle):
        raise KeyboardInterrupt

    before = names(store.folder)
    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", interrupt)
        with pytest.raises(KeyboardInterrupt):
            store.update(begun.id, answered(1))
    assert names(store.folder) == before
    assert store.read(begun.id) == begun
    assert store.update(begun.id, answered(1)).response.notes == {"item-1": "1"}


def under_a_file(tmp_path):
    (tmp_path / "bestand").write_text("")
    return tmp_path / "bestand" / "gegevens"


def a_file(tmp_path):
    (tmp_path / "bestand").write_text("")
    return tmp_path / "bestand"


def a_file_inside(tmp_path):
    (tmp_path / "zelftests").write_text("")
    return tmp_path


def a_folder_as_lock(tmp_path):
    (tmp_path / durable.LOCK).mkdir()
    return tmp_path


def too_long(tmp_path):
    return tmp_path / ("x" * 300)


def a_file_as_snapshots(tmp_path):
    (tmp_path / "vragenlijsten").write_text("")
    return tmp_path


@pytest.mark.parametrize(
    "make",
    [under_a_file, a_file, a_file_inside, a_folder_as_lock, too_long, a_file_as_snapshots],
    ids=lambda f: f.__name__,
)
def test_a_folder_that_cannot_be_used_is_named_with_the_remedy(tmp_path, small, make):
    folder = make(tmp_path)
    before = names(tmp_path)
    with pytest.raises(StorageError) as raised:
        SelfTests(folder).create(small, Response(), at="party", now=NOW)
    assert str(folder) in str(raised.value)
    assert "SAMENSPEL_DATA" in str(raised.value)
    assert "\n" not in str(raised.value)
    assert not [name for name in names(tmp_path) if name.endswith(".tmp") or name.startswith("2026")]
    assert set(before) <= set(names(tmp_path))


@pytest.mark.parametrize("make", [under_a_file, a_file, a_file_inside, too_long], ids=lambda f: f.__name__)
def test_a_folder_that_cannot_be_listed_is_named(tmp_path, make):
    if make is too_long and sys.platform == "win32":
        pytest.skip("Windows says of a name that is too long only that there is no such folder")
    store = SelfTests(make(tmp_path))
    for ask in (store.ids, store.latest, lambda: store.read("x"), lambda: list(store.newest())):
        with pytest.raises(StorageError, match="SAMENSPEL_DATA"):
            ask()


READ_ONLY = """
import os, sys
from pathlib import Path
sys.path.insert(0, sys.argv[3])
from stored import answered
import msgspec.structs, tinydb, filelock, samenspel.authoring, samenspel.hygiene, difflib
from samenspel.storage import StorageError
from samenspel.storage.selftests import SelfTests
if os.getuid() == 0:
    os.setgroups([]); os.setgid(65534); os.setuid(65534)
store = SelfTests(Path(sys.argv[1]))
for ask in (lambda: store.update(sys.argv[2], answered(1)), lambda: store.delete(sys.argv[2])):
    try:
        ask()
    except StorageError as error:
        print(error)
"""


@posix
def test_a_folder_of_someone_else_is_said_to_be_closed(store, begun, file_of):
    before = file_of(begun).read_bytes()
    store.folder.chmod(0o500)
    file_of(begun).parent.chmod(0o500)
    try:
        child = subprocess.run(
            [sys.executable, "-c", READ_ONLY, store.folder, begun.id, Path(__file__).parent],
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )
    finally:
        store.folder.chmod(0o700)
        file_of(begun).parent.chmod(0o700)
    assert child.stderr == ""
    for said in ("geen toegang", "SAMENSPEL_DATA", "\n"):
        assert child.stdout.count(said) == 2
    assert file_of(begun).read_bytes() == before


@contextmanager
def small_disk(folder):
    """A file system of 256 kB, made by whoever may make one."""
    mount = shutil.which("mount")
    folder.mkdir()
    made = (
        mount
        and not subprocess.run(
            [mount, "-t", "tmpfs", "-o", "size=256k", "none", folder], check=False, capture_output=True
        ).returncode
    )
    if not made:
        pytest.skip("only root may mount a small disk")
    try:
        yield
    finally:
        subprocess.run(["umount", "-l", folder], check=True)


def use_up(path):
    with path.open("wb", buffering=0) as file, pytest.raises(OSError, match="No space"):
        file.writelines(itertools.repeat(bytes(4096)))


def test_on_a_full_disk_every_acknowledged_answer_is_kept(tmp_path, small):
    with small_disk(tmp_path / "schijf"):
        store = SelfTests(tmp_path / "schijf" / "gegevens")
        begun = store.create(small, Response(), at="party", now=NOW)
        kept = store.update(begun.id, answered(1))
        fill = tmp_path / "schijf" / "vakantiefilm"
        use_up(fill)
        before = names(tmp_path)

        for attempt in (
            lambda: store.update(begun.id, answered(2)),
            lambda: SelfTests(store.folder).update(begun.id, answered(2)),
            lambda: store.create(small, Response(), at="party", now=NOW),
        ):
            with pytest.raises(StorageError, match=f"{FULL}.*uw eerdere antwoorden zijn bewaard"):
                attempt()
            assert names(tmp_path) == before
            assert store.read(begun.id) == kept

        fill.unlink()
        assert store.update(begun.id, answered(2)).response.notes == {"item-1": "1", "item-2": "2"}


GROWING = """
import resource, signal, sys
from pathlib import Path
sys.path.insert(0, sys.argv[3])
from stored import answered
from samenspel.storage import StorageError
from samenspel.storage.selftests import SelfTests
resource.setrlimit(resource.RLIMIT_FSIZE, (3000, 3000))
store = SelfTests(Path(sys.argv[1]))
try:
    for number in range(100_000):
        store.update(sys.argv[2], answered(number))
        print(number, flush=True)
except StorageError as error:
    print(error)
"""


@posix
def test_where_no_larger_file_may_be_made_every_acknowledged_answer_is_kept(store, begun):
    child = subprocess.run(
        [sys.executable, "-c", GROWING, store.folder, begun.id, Path(__file__).parent],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert child.stderr == ""
    *acknowledged, message = child.stdout.splitlines()
    assert FULL in message
    assert len(acknowledged) > 20
    assert list(store.read(begun.id).response.notes.values()) == acknowledged
    assert not [name for name in names(store.folder) if name.endswith(".tmp")]


def refused_as_busy(store, begun):
    for attempt in (
        lambda: store.read(begun.id),
        lambda: store.update(begun.id, answered(1)),
        lambda: store.delete(begun.id),
        lambda: list(store.newest()),
    ):
        with pytest.raises(StorageError, match="Een ander venster van samenspel is bezig"):
            attempt()


def test_a_window_that_stays_busy_gives_one_message(store, begun, monkeypatch):
    monkeypatch.setattr(durable, "TIMEOUT", 0.05)
    with another_window(store.folder):
        refused_as_busy(store, begun)
        assert store.ids() == [begun.id]
    assert store.read(begun.id) == begun


async def test_where_a_screen_would_stand_still_the_wait_is_short(store, begun, monkeypatch):
    monkeypatch.setattr(durable, "SCREEN_TIMEOUT", 0.05)
    with another_window(store.folder):
        refused_as_busy(store, begun)
        # Beside the screen, in a thread, there is time: it is still waiting when the other window lets go.
        reading = asyncio.create_task(asyncio.to_thread(store.read, begun.id))
        done, _waiting = await asyncio.wait([reading], timeout=0.3)
        assert not done
    assert await reading == begun


def test_who_holds_the_lock_goes_on_and_keeps_it_to_the_end(store, begun):
    with locked(store.folder):
        with locked(store.folder):
            assert store.update(begun.id, answered(1)).response.notes == {"item-1": "1"}
        waiting = Thread(target=store.update, args=(begun.id, answered(2)))
        waiting.start()
        waiting.join(0.1)
        assert waiting.is_alive()
    waiting.join()
    assert store.read(begun.id).response.notes == {"item-1": "1", "item-2": "2"}


def test_a_lock_that_was_erased_meanwhile_is_no_lock(store, begun):
    """Who waited for a file that is gone would work beside whoever made a new one."""
    order = []

    def wait():
        with locked(store.folder):
            order.append("in")

    waiting, holding = Thread(target=wait), locked(store.folder)
    holding.__enter__()
    waiting.start()
    waiting.join(0.05)
    if sys.platform == "win32":  # there nobody can, while somebody has it open
        with pytest.raises(PermissionError):
            (store.folder / durable.LOCK).unlink()
        assert order == []
        holding.__exit__(None, None, None)
    else:
        (store.folder / durable.LOCK).unlink()
        with another_window(store.folder):
            holding.__exit__(None, None, None)
            waiting.join(0.1)
            assert order == []
    waiting.join()
    assert order == ["in"]


def test_a_system_without_locks_is_said(store, begun, monkeypatch):
    monkeypatch.setattr("filelock.lock_descriptor", failing(errno.ENOSYS))
    with pytest.raises(StorageError, match="ENOSYS"):
        store.update(begun.id, answered(1))


def test_what_cannot_be_erased_is_said(store, begun, monkeypatch):
    with monkeypatch.context() as patch:
        patch.setattr("pathlib.Path.unlink", failing(errno.EACCES))
        with pytest.raises(StorageError, match="geen toegang"):
            store.delete(begun.id)
    assert store.read(begun.id) == begun


def test_files_that_cannot_be_listed_are_said(store, begun, monkeypatch):
    real = os.scandir

    def closed(path):
        if path == str(store.folder):
            raise PermissionError(errno.EACCES, "closed", path)
        return real(path)

    monkeypatch.setattr("os.scandir", closed)
    with pytest.raises(StorageError, match="geen toegang"):
        inventory.files(store.folder)

"""A file is the old one or the new one, in whatever folder it is. For kills and full disks, see ``tests/storage``."""

import errno
import os
import stat
import sys
from pathlib import Path

import pytest

from samenspel import whole_file

posix = pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX")


def names(folder):
    return sorted(path.name for path in folder.iterdir())


@posix
def test_a_file_is_for_its_owner_only_and_is_replaced_at_once(tmp_path):
    path = tmp_path / "rapport.pdf"
    path.write_bytes(b"oud")
    path.chmod(0o644)
    whole_file.write(path, b"nieuw")
    assert path.read_bytes() == b"nieuw"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    whole_file.write(path, b"nieuwer", timeless=True)
    assert path.stat().st_mtime == 0
    assert names(tmp_path) == ["rapport.pdf"]


def test_a_name_may_be_as_long_as_the_system_allows(tmp_path):
    path = tmp_path / ("x" * 251 + ".pdf")
    whole_file.write(path, b"nieuw")
    assert path.read_bytes() == b"nieuw"
    with pytest.raises(OSError) as raised:  # Windows says that it is not there
        whole_file.write(tmp_path / ("x" * 300), b"nieuw")
    assert raised.value.errno == errno.ENAMETOOLONG or sys.platform == "win32"
    assert names(tmp_path) == [path.name]


@posix
def test_a_folder_where_one_may_write_and_not_look_takes_a_file(tmp_path, monkeypatch):
    real = os.open

    def letter_box(path, flags, mode=0o777):
        if os.path.isdir(path):  # noqa: PTH112
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        return real(path, flags, mode)

    monkeypatch.setattr(os, "open", letter_box)
    whole_file.write(tmp_path / "x", b"nieuw")
    assert (tmp_path / "x").read_bytes() == b"nieuw"


@posix
@pytest.mark.parametrize(("code", "accepted"), [(errno.EINVAL, True), (errno.ENOTSUP, True), (errno.EIO, False)])
def test_a_folder_that_knows_no_fsync_is_accepted(tmp_path, monkeypatch, code, accepted):
    real = os.fsync

    def fsync(handle):
        if stat.S_ISDIR(os.fstat(handle).st_mode):
            raise OSError(code, os.strerror(code))
        real(handle)

    monkeypatch.setattr(os, "fsync", fsync)
    if accepted:
        whole_file.write(tmp_path / "x", b"nieuw")
    else:
        with pytest.raises(OSError, match="Input/output"):
            whole_file.write(tmp_path / "x", b"nieuw")
    assert (tmp_path / "x").read_bytes() == b"nieuw"


def test_a_replace_that_is_held_up_is_tried_again(tmp_path, monkeypatch):
    refusals = [PermissionError(13, "held"), PermissionError(13, "held")]
    real = Path.replace

    def replace(path, target):
        if refusals:
            raise refusals.pop()
        return real(path, target)

    monkeypatch.setattr(Path, "replace", replace)
    monkeypatch.setattr(whole_file, "_REPLACE_WAITS", (0, 0, 0))
    whole_file.write(tmp_path / "x", b"nieuw")
    assert names(tmp_path) == ["x"]
    assert (tmp_path / "x").read_bytes() == b"nieuw"


# A file that is not there yet. ------------------------------------------------------------------------------------


def no_links(*_args):
    raise OSError(errno.EPERM, os.strerror(errno.EPERM))


@pytest.fixture(params=["links", "no links"])
def disk(request, tmp_path, monkeypatch):
    """A disk that knows links, or one that does not, as a USB stick."""
    if request.param == "no links":
        monkeypatch.setattr(os, "link", no_links)
    return tmp_path


def test_a_new_file_takes_the_place_of_nothing(disk):
    path = disk / "rapport.pdf"
    whole_file.write_new(path, b"een")
    with pytest.raises(FileExistsError):
        whole_file.write_new(path, b"twee")
    assert path.read_bytes() == b"een"
    assert names(disk) == ["rapport.pdf"]
    assert sys.platform == "win32" or stat.S_IMODE(path.stat().st_mode) == 0o600


@posix
def test_nor_of_a_link_that_leads_nowhere(disk):
    (disk / "rapport.pdf").symlink_to("nergens")
    with pytest.raises(FileExistsError):
        whole_file.write_new(disk / "rapport.pdf", b"een")
    assert names(disk) == ["rapport.pdf"]


def test_a_new_file_that_cannot_be_written_leaves_nothing(disk, monkeypatch):
    def full(_handle):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        whole_file.write_new(disk / "rapport.pdf", b"een")
    assert names(disk) == []


@posix
def test_every_folder_that_is_made_is_for_its_owner_only(tmp_path):
    before = os.umask(0)
    try:
        whole_file.make_folder(tmp_path / "a" / "b" / "c")
        whole_file.make_folder(tmp_path / "a" / "b" / "c")
    finally:
        os.umask(before)
    for folder in ("a", "a/b", "a/b/c"):
        assert stat.S_IMODE((tmp_path / folder).stat().st_mode) == 0o700
    (tmp_path / "bestand").write_text("")
    with pytest.raises(FileExistsError):
        whole_file.make_folder(tmp_path / "bestand" / "map")


def test_only_what_was_written_long_before_is_a_leftover_of_somebody_else(tmp_path):
    old, new, mine = (tmp_path / name for name in (".samenspel.00000000.tmp", ".samenspel.11111111.tmp", "mijn.tmp"))
    theirs = tmp_path / ".brief.docx.0123abcd.tmp"  # another program's
    for path in (old, new, mine, theirs):
        path.write_text("half")
        os.utime(path, (1_000, 1_000))
    os.utime(new, (5_000, 5_000))
    whole_file.remove_leftovers(tmp_path, older_than=5_000)
    assert names(tmp_path) == [theirs.name, new.name, mine.name]
    theirs.unlink()
    whole_file.remove_leftovers(tmp_path)
    assert names(tmp_path) == [mine.name]


@pytest.mark.parametrize(
    "name",
    ["con", "CON.pdf", "nul.tar.gz", "Aux .txt", "com1", "LPT¹.csv", "a.", "a ", "a:b.pdf", "wat?", 'a"b', "a\tb"],
)
def test_a_name_that_means_something_else_on_windows_is_known(name, tmp_path, monkeypatch):
    assert not whole_file.fits_windows(name)
    if sys.platform == "win32" and ":" in name:
        return  # behind another drive no name is wrong
    monkeypatch.setattr(sys, "platform", "win32")
    for write in (whole_file.write, whole_file.write_new):
        with pytest.raises(OSError, match="Invalid argument"):
            write(tmp_path / name, b"nieuw")
    with pytest.raises(OSError, match="Invalid argument"):
        whole_file.make_folder(tmp_path / name)
    assert names(tmp_path) == []


@pytest.mark.parametrize(
    "name", ["consul.pdf", "nul-meting.pdf", "com10.csv", ".samenspel.lock", "één rapport.pdf", "a.b"]
)
def test_a_name_that_only_looks_like_one_of_those_is_taken(name):
    assert whole_file.fits_windows(name)


@pytest.mark.parametrize("held", [True, False])
def test_a_file_that_another_program_has_open_is_told_as_such(tmp_path, monkeypatch, held):
    """The new file could be made beside it: not the folder refuses. A file that may not be written says so itself."""
    path = tmp_path / "rapport.pdf"
    path.write_bytes(b"oud")
    tried = []

    def refuse(self, target):
        tried.append(target)
        raise PermissionError(errno.EACCES, "Access is denied", str(target))

    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(whole_file, "_REPLACE_WAITS", (0, 0))
    monkeypatch.setattr(Path, "replace", refuse)
    monkeypatch.setattr(os, "access", lambda *_: held)
    with pytest.raises(OSError) as raised:
        whole_file.write(path, b"nieuw")
    assert raised.value.errno == (errno.EBUSY if held else errno.EACCES)
    assert tried == [path] * 3
    assert (path.read_bytes(), names(tmp_path)) == (b"oud", ["rapport.pdf"])


def test_a_file_that_the_system_takes_in_parts_is_written_whole(tmp_path, monkeypatch):
    write = os.write
    monkeypatch.setattr(os, "write", lambda handle, content: write(handle, content[:3]))
    whole_file.write(tmp_path / "x", b"een nieuwe inhoud")
    assert (tmp_path / "x").read_bytes() == b"een nieuwe inhoud"


def test_a_file_that_cannot_be_written_leaves_no_handle(tmp_path, monkeypatch):
    """Windows removes no file that is open: the temporary one would stay."""
    closed = []
    close = os.close
    monkeypatch.setattr(os, "close", lambda handle: closed.append(close(handle)))
    monkeypatch.setattr(os, "write", lambda *_: (_ for _ in ()).throw(OSError(errno.ENOMEM, "no memory")))
    with pytest.raises(OSError, match="no memory"):
        whole_file.write(tmp_path / "x", b"nieuw")
    assert closed == [None]
    assert names(tmp_path) == []

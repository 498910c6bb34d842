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
    with pytest.raises(OSError, match="name too long"):
        whole_file.write(tmp_path / ("x" * 300), b"nieuw")
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

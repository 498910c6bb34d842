"""Snapshots: used when sound, passed over when not, and never in the way."""

import json
import os

import msgspec
import pytest

from samenspel.authoring import load, read_snapshot, snapshot_path, write_snapshot


@pytest.fixture
def snapshots(tmp_path):
    return tmp_path / "data" / "snapshots"


def test_a_snapshot_is_written_once_and_then_used(klein, snapshots, work):
    first = load(klein, snapshots=snapshots)
    assert [path.name for path in snapshots.iterdir()] == [f"{first.hash}.json"]
    assert len(work.parsed) == 3
    assert load(klein, snapshots=snapshots) == first
    assert len(work.parsed) == 3


def test_an_old_questionnaire_can_still_be_read_after_it_changed(klein, snapshots, change):
    old = load(klein, snapshots=snapshots)
    change("vragenlijst.yaml", "titel: Kleine zelftest", "titel: Andere zelftest")
    new = load(klein, snapshots=snapshots)
    assert new.asked.title == "Andere zelftest"
    assert read_snapshot(snapshots, old.hash) == old
    assert read_snapshot(snapshots, new.hash) == new


def damaged(kept: bytes):
    whole = json.loads(kept)
    yield b""
    yield kept[:-20]
    yield b"\0" * len(kept)
    yield b"\xff\xfe" + kept
    yield kept.replace(b"Kleine zelftest", b"Groote zelftest")
    yield json.dumps(whole | {"format": 2}).encode()
    yield json.dumps(whole | {"checksum": "0" * 64}).encode()
    yield json.dumps(whole | {"more": 1}).encode()
    yield b"[" * 100_000
    yield b"[]"


@pytest.mark.parametrize("number", range(10))
def test_a_damaged_snapshot_is_passed_over_and_replaced(klein, snapshots, number):
    sound = load(klein, snapshots=snapshots)
    path = snapshot_path(snapshots, sound.hash)
    kept = path.read_bytes()
    path.write_bytes(list(damaged(kept))[number])
    assert read_snapshot(snapshots, sound.hash) is None
    assert load(klein, snapshots=snapshots) == sound
    assert path.read_bytes() == kept


def test_a_snapshot_of_another_questionnaire_is_passed_over(klein, snapshots):
    sound = load(klein)
    other = msgspec.structs.replace(sound, hash="f" * 64)
    write_snapshot(snapshots, other).rename(snapshot_path(snapshots, sound.hash))
    assert read_snapshot(snapshots, sound.hash) is None


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no such pipes")
def test_a_pipe_in_the_place_of_a_snapshot_does_not_hang_and_is_replaced(klein, snapshots):
    sound = load(klein, snapshots=snapshots)
    path = snapshot_path(snapshots, sound.hash)
    path.unlink()
    os.mkfifo(path)
    assert load(klein, snapshots=snapshots) == sound
    assert read_snapshot(snapshots, sound.hash) == sound


@pytest.mark.parametrize("content_hash", ["", "../" * 3, "A" * 64, "a" * 63, "a" * 64 + "\n"])
def test_only_a_hash_becomes_a_path(snapshots, content_hash):
    assert read_snapshot(snapshots, content_hash) is None
    with pytest.raises(ValueError):
        snapshot_path(snapshots, content_hash)


def test_a_folder_that_cannot_be_made_is_no_error(klein, tmp_path):
    (tmp_path / "file").write_text("")
    assert load(klein, snapshots=tmp_path / "file" / "snapshots").id == "klein"


@pytest.mark.parametrize("trouble", [OSError(28, "No space left on device"), KeyboardInterrupt()])
def test_a_failed_write_leaves_nothing_and_what_stood_there_stays(klein, snapshots, monkeypatch, trouble):
    questionnaire = load(klein, snapshots=snapshots)
    before = snapshot_path(snapshots, questionnaire.hash).read_bytes()

    def full(_fd):
        raise trouble

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(type(trouble)):
        write_snapshot(snapshots, questionnaire)
    assert [path.read_bytes() for path in snapshots.iterdir()] == [before]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_a_snapshot_is_for_its_owner_only(klein, snapshots):
    path = snapshot_path(snapshots, load(klein, snapshots=snapshots).hash)
    assert (path.stat().st_mode & 0o777, snapshots.stat().st_mode & 0o777) == (0o600, 0o700)


@pytest.mark.skipif(os.name == "nt", reason="rights as Unix has them")
def test_the_folder_around_the_snapshots_is_closed_to_others_too(klein, snapshots):
    load(klein, snapshots=snapshots)
    assert snapshots.parent.stat().st_mode & 0o777 == 0o700

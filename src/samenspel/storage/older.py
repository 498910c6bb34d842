"""What samenspel 0.1.0 kept of a group in files of their own: read as it stands, taken away when it was turned over.

meting-1/<response>.json      one response each; the experience of all of them is a tally in ``meting.json``
bezig/zelftests/<id>.json     one self-test each that is being done in turn; its name says when it was begun

Reading changes nothing. The first write to a group turns all of it over (``GroupFolders.turn_over``): the new file is
whole and on the disk before the old ones go, so a kill anywhere leaves it as it was or as it is now.
"""

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from os.path import lexists
from pathlib import Path
from typing import Any

import msgspec

from samenspel.group.model import Contribution, Wave
from samenspel.storage import durable, group_files, group_names
from samenspel.storage.durable import OneDocument
from samenspel.storage.errors import DamagedError, working_in
from samenspel.storage.group_files import FORM, OLD_DRAFTS, WAVE, ResponsesFile
from samenspel.storage.selftest import FORM as SELFTEST
from samenspel.storage.selftest import SelfTest, from_fields
from samenspel.whole_file import sync_folder

_SUFFIX = ".json"
_DRAFT = re.compile(r"\d{8}-\d{6}-[a-z0-9]{4}", re.ASCII)


# Responses. ------------------------------------------------------------------------------------------------------


def has_responses(folder: Path) -> bool:
    """Say whether there are any in the folder of a wave. Raises StorageError."""
    return any(_response_files(folder))


def responses(folder: Path) -> ResponsesFile:
    """Return those in the folder of a wave, in the new form; a damaged one has nothing but its name.

    Raises:
        NewerError, UnreadableError: one may be whole but cannot be read.
    """
    found: dict[str, Any] = {}
    for path in _response_files(folder):
        with suppress(FileNotFoundError):  # taken back in another window meanwhile
            found[path.stem] = _response(path)
    if not found:
        return ResponsesFile()
    wave = group_files.read(folder / WAVE, Wave)
    return ResponsesFile(found, wave.experience if wave.phase == "verzamelen" else {})


def remove_responses(folder: Path) -> None:
    """Remove those that were turned over; a damaged one gets another name. Raises StorageError."""
    files = list(_response_files(folder))
    for path in files:
        if _response(path) is None:
            durable.set_aside(path)
        else:
            with working_in(folder):
                path.unlink()
    if files:
        with working_in(folder):
            sync_folder(folder)


def _response_files(folder: Path) -> Iterator[Path]:
    with working_in(folder):
        names = os.listdir(folder)  # noqa: PTH208 - several times as fast as a Path for each
    bare = (name.removesuffix(_SUFFIX) for name in names if name.endswith(_SUFFIX))
    return (folder / f"{name}{_SUFFIX}" for name in bare if group_names.valid_response(name))


def _response(path: Path) -> dict[str, Any] | None:
    try:
        fields = OneDocument(path, FORM).read()
        msgspec.convert(fields, Contribution)
    except (DamagedError, msgspec.ValidationError):
        return None
    return fields


# Self-tests that are being done in turn. -------------------------------------------------------------------------


def has_drafts(folder: Path) -> bool:
    """Say whether there is anything of them in a group's folder. Raises StorageError."""
    return lexists(folder / OLD_DRAFTS / durable.LOCK) or bool(_draft_files(folder))


@contextmanager
def drafts_locked(folder: Path) -> Iterator[None]:
    """Hold the lock that 0.1.0 takes for them: a window of it may still be open. Raises StorageError."""
    with durable.locked(folder / OLD_DRAFTS):
        yield


def drafts(folder: Path) -> dict[str, SelfTest | None]:
    """Return those in a group's folder, by their names; None: it is damaged.

    Raises:
        NewerError, UnreadableError: one may be whole but cannot be read.
    """
    found: dict[str, SelfTest | None] = {}
    for path in _draft_files(folder):
        with suppress(FileNotFoundError):
            found[path.stem] = _draft(path)
    return found


def remove_drafts(folder: Path) -> None:
    """Remove those that were turned over; a damaged one gets another name. Raises StorageError."""
    for path in _draft_files(folder):
        if _draft(path) is None:
            durable.set_aside(path)
        else:
            with working_in(folder):
                path.unlink()


def remove_emptied(folder: Path, questionnaires: Path) -> None:
    """Remove what stood beside them in a group's folder; whatever else is there stays.

    ``questionnaires``: where the questionnaires of groups are kept; those kept for the drafts were copies of them.

    Raises:
        StorageError: the disk refuses.
    """
    place = folder / OLD_DRAFTS
    with working_in(place):
        for copy in (place / questionnaires.name).glob("*.json"):
            if (questionnaires / copy.name).exists():
                copy.unlink()
            else:
                copy.rename(questionnaires / copy.name)
        (place / durable.LOCK).unlink(missing_ok=True)
        for left in (place / questionnaires.name, place / "zelftests", place):
            if left.is_dir() and not any(left.iterdir()):
                left.rmdir()
        sync_folder(folder)


def _draft_files(folder: Path) -> list[Path]:
    place = folder / OLD_DRAFTS / "zelftests"
    with working_in(place):
        names = os.listdir(place) if place.is_dir() else []  # noqa: PTH208 - as above
    return [place / name for name in names if _DRAFT.fullmatch(name.removesuffix(_SUFFIX)) and name.endswith(_SUFFIX)]


def _draft(path: Path) -> SelfTest | None:
    try:
        return from_fields(path.stem, OneDocument(path, SELFTEST).read())
    except DamagedError:
        return None

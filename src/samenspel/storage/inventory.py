"""Every file under the data folder, and what it is; each can be erased, whatever is in it and however it came there."""

import os
import sys
from os.path import lexists
from pathlib import Path
from shutil import rmtree
from typing import Final, Literal

from samenspel.hygiene import one_line
from samenspel.storage import durable, fault_report, group_files, group_names, preferences, selftests, snapshots
from samenspel.storage.durable import locked
from samenspel.storage.errors import NotFoundError, StorageError, working_in
from samenspel.storage.group_folders import FOLDER as GROUPS
from samenspel.storage.group_folders import GroupFolders
from samenspel.storage.preferences import OWN_QUESTIONNAIRES
from samenspel.storage.selftests import FOLDER as SELFTESTS
from samenspel.storage.selftests import SelfTests
from samenspel.taal import _
from samenspel.whole_file import is_leftover, sync_folder

Kind = Literal[
    "selftest",
    "aside",
    "group",
    "unfinished",
    "questionnaire",
    "own",
    "preferences",
    "fault",
    "leftover",
    "other",
    "help",
]
"""What a file is. ``aside``: it was set aside, or stands among the self-tests under another name. ``unfinished``: of a
group that was not made or not erased whole. ``fault``: where the program was when it failed. ``leftover``: of a file
that was not written whole. ``other``: we do not know it."""

WITH_ANSWERS: Final[tuple[Kind, ...]] = ("selftest", "aside", "unfinished", "leftover")
"""What may hold answers, and can be erased by itself."""


def files(folder: Path) -> list[Path]:
    """Return every file under the data folder.

    A link counts as one, wherever it leads; so does a folder that cannot be looked into.

    Raises:
        StorageError: that is the data folder itself.
    """
    found: list[Path] = []

    def closed(error: OSError) -> None:
        if error.filename == str(folder):
            raise error
        found.append(Path(error.filename))

    if lexists(folder):
        with working_in(folder):
            durable.names_in(folder)  # which says so when a file stands there
            for at, folders, names in os.walk(folder, onerror=closed):
                links = [name for name in folders if Path(at, name).is_symlink()]
                found += [Path(at, name) for name in (*names, *links)]
    return sorted(found)


def kind(folder: Path, path: Path) -> Kind:
    """Say what ``path`` under the data folder is."""
    match path.relative_to(folder).parts:
        case (group, name, *_more) if group == GROUPS and group_names.valid(name):
            return "group"
        case (group, name, *_more) if group == GROUPS and group_names.unfinished(name):
            return "unfinished"
        case _ if is_leftover(path.name):
            return "leftover"
        case (selftest, name) if selftest == SELFTESTS:
            return "selftest" if selftests.is_file_name(name) else "aside"
        case (own, *_more) if own == OWN_QUESTIONNAIRES:
            return "own"
        case (asked, _name) if asked == snapshots.FOLDER:
            return "questionnaire"
        case (name,) if name == preferences.NAME:
            return "preferences"
        case (name,) if name == fault_report.NAME:
            return "fault"
        case (name,) if name == durable.LOCK:
            return "help"
        case _:
            return "other"


def named(folder: Path, typed: str) -> Path | None:
    """Return what stands under the data folder where ``typed`` says, as seen from there; None: nothing does.

    Nothing that is reached through a link is: that stands elsewhere.
    """
    path = Path(os.path.normpath(folder / typed)) if "\0" not in typed else folder
    if folder not in path.parents or not lexists(path):
        return None
    above = path.parents[: len(path.relative_to(folder).parts) - 1]
    return None if any(one.is_symlink() for one in above) else path


def erase(folder: Path, path: Path) -> None:
    """Erase a file under the data folder, or a folder with everything in it.

    Raises:
        NotFoundError: it is not there (any more).
        StorageError: it is part of a group, which is erased whole; or the disk refuses.
    """
    what, parts = kind(folder, path), path.relative_to(folder).parts
    if what == "selftest" and not path.is_dir():
        SelfTests(folder).delete(path.stem)
        return
    if what == "group" and _belongs(parts[2:]):
        raise StorageError(
            _("{pad} hoort bij een groep. Wis de hele groep: samenspel groep wis {id}").format(
                pad=one_line(path), id=one_line(parts[1])
            )
        )
    with locked(folder):
        if not lexists(path):
            raise NotFoundError(_("{pad} is er niet meer.").format(pad=one_line(path)))
        if what == "group" and len(parts) == 2:  # noqa: PLR2004 - the folder of a group itself
            GroupFolders(folder).erase(parts[1])
            return
        if not _held_by_us(what):
            _remove(path)
    if _held_by_us(what):
        _remove(path)


def _held_by_us(what: Kind) -> bool:
    """Say whether a file cannot be removed while we hold the lock: it is the lock, and Windows removes no open file.

    There nobody can lock it meanwhile and be left with one that is gone: then it is open again, and is not removed.
    """
    return what == "help" and sys.platform == "win32"


def _remove(path: Path) -> None:
    with working_in(path.parent):
        if path.is_dir() and not path.is_symlink():
            rmtree(path)
        else:
            path.unlink()
        sync_folder(path.parent)


def _belongs(within: tuple[str, ...]) -> bool:
    """Say whether a path within a group's folder is a part that the group cannot do without."""
    match within:
        case (group_files.GROUP,):
            return True
        case (wave,):
            return group_files.is_wave(wave)
        case (wave, name):
            response = name.endswith(".json") and group_names.valid_response(name.removesuffix(".json"))
            return group_files.is_wave(wave) and (name in {group_files.WAVE, group_files.RESPONSES} or response)
        case _:
            return False

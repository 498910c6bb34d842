"""What cannot be read is put aside under another name, so that it is never overwritten and never asked for again."""

import itertools
from os.path import lexists
from pathlib import Path

from samenspel.storage.errors import StorageError, UnreadableError, unwritable
from samenspel.taal import _

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

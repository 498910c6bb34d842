"""The names of self-tests: sortable by time, easy to type, and never a path."""

import os
import re
from datetime import datetime, timedelta
from pathlib import Path

from samenspel import hygiene
from samenspel.storage.errors import NotFoundError
from samenspel.taal import _

_ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz"  # in sorting order, without the look-alikes i, l, o, 0 and 1
_LETTERS = 4  # enough for half a million moments in a second
TICK = timedelta(microseconds=2)
"""Two self-tests that start this far apart have different names."""
_ID = re.compile(r"\d{8}-\d{6}-[a-z0-9]{4}", re.ASCII)
_SHOWN = 40


def new_id(now: datetime) -> str:
    """Return a name for a self-test that starts ``now``: ``20260131-093000-k7mp``; a later one sorts after it."""
    moment, letters = now.microsecond // TICK.microseconds, ""
    for _nth in range(_LETTERS):
        moment, place = divmod(moment, len(_ALPHABET))
        letters = _ALPHABET[place] + letters
    return f"{now:%Y%m%d-%H%M%S}-{letters}"


def valid(selftest_id: str) -> bool:
    """Say whether ``selftest_id`` has the form of a name, and so is safe as a file's name."""
    return _ID.fullmatch(selftest_id) is not None


def stored(folder: Path) -> list[str]:
    """Return the ids of the files in ``folder``, newest first; only names are read. No folder: none.

    Raises:
        OSError: the folder cannot be read.
    """
    try:
        with os.scandir(folder) as entries:
            names = [entry.name[:-5] for entry in entries if entry.name.endswith(".json")]
    except FileNotFoundError:
        return []
    return sorted(filter(valid, names), reverse=True)


def not_found(selftest_id: str, known: list[str]) -> NotFoundError:
    """Return the error to raise for an id that is not there, with the nearest that is."""
    from difflib import get_close_matches

    asked = hygiene.clean(selftest_id[:_SHOWN])
    message = _("Er is geen zelftest ‘{id}’.").format(id=asked)
    if near := get_close_matches(asked, known, 1):
        message += " " + _("Bedoelde u ‘{id}’?").format(id=near[0])
    return NotFoundError(message)

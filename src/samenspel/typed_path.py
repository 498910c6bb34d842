"""A path as a person gives it: typed, pasted, or dropped on a terminal, which puts quotes or backslashes in it."""

import os
import re
from pathlib import Path
from urllib.parse import unquote

from samenspel.hygiene import one_line
from samenspel.refusals import RefusalError
from samenspel.taal import _

_UNSEEN = "\u202a\u202c\u200b\u200e\u200f\u2068\u2069\ufeff"
"""Windows puts one before a path that is copied from a file's properties."""
_QUOTES = ("''", '""', "``", "´´", "‘’", "’’", "‚‘", "‚’", "“”", "””", "„”", "„“", "«»", "‹›")
_CALLED = re.compile(r"""&\s*(?=['"‘“])""")
"""How PowerShell writes what is dropped on it: ``& 'C:\\Mijn map\\a.csv'``."""
_WORD = re.compile(r"""(?:'[^']*'|"[^"]*"|\\.|[^\s'"])+""")
"""How a terminal writes one of several files that are dropped at once."""
_ESCAPED = re.compile(r"\\(\W)")
_URL = re.compile(r"file:(?=/)(?://localhost(?=/)|//(?=/))?", re.IGNORECASE)


class PathError(RefusalError):
    """Nothing was typed, or no path can be as it was typed."""


def typed_path(typed: str, folder: Path | None = None) -> Path:
    """Turn what a person typed, pasted or dropped into a path.

    What exists under the very name that was typed is meant so. Otherwise white space around it, a pair of quotes of
    any kind, a shell's backslashes and ``file://`` are taken off; ``~`` is the person's home.

    Args:
        typed: what was typed.
        folder: where a bare name stands; without it, where the person is.

    Raises:
        PathError: nothing was typed, nobody has that home, or no path can be so.
    """
    name, start = bare(typed), folder or Path()
    if not name:
        raise PathError(_("Hier staat niets. Vul een bestand of een map in."))
    try:
        if os.path.lexists(start / typed):
            return start / typed
        if address := _URL.match(name):
            return start / _from_url(name[address.end() :])
        return start / Path(name).expanduser()
    except (OSError, RuntimeError, ValueError) as error:
        raise PathError(_("Deze plek kan niet: {pad}. Kies een andere.").format(pad=one_line(name))) from error


def several(typed: str, folder: Path) -> bool:
    """Say whether two or more files were dropped at once: each is there. Raises PathError, OSError, ValueError."""
    words = _WORD.findall(typed)
    return len(words) > 1 and all(typed_path(word, folder).exists() for word in words)


def bare(typed: str) -> str:
    """Return what was typed without what a terminal, a shell or a screen puts around it; empty: nothing was typed."""
    text = typed.strip().strip(_UNSEEN).strip()
    text = _CALLED.sub("", text, count=1)
    if len(text) > 1 and text[0] + text[-1] in _QUOTES:
        return _within(text)
    if os.name != "nt" and not _URL.match(text):  # on Windows a backslash stands between folders
        return _ESCAPED.sub(r"\1", text)
    return text


def _within(text: str) -> str:
    r"""Return what stands between quotes; a shell writes a quote in it as ``'\''``, PowerShell as ``''``."""
    inside = text[1:-1]
    if text[0] != "'":
        return inside.strip()
    if r"'\''" in inside:
        return inside.replace(r"'\''", "'")
    return inside.replace("''", "'").strip()


def _from_url(path: str) -> str:
    if os.name != "nt":
        return unquote(path)
    from urllib.request import url2pathname  # here: it brings all of http along, for which no first screen waits

    return url2pathname(path)

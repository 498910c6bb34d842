"""What is kept of a fault of our own: where the program was, so that it can be mended, and nothing of anybody.

Python's own report tells what went wrong in words that may hold an answer, and Textual's the values as well. This one
tells the kind of error and the lines of code. There is one file, of the last fault.
"""

import errno
import platform
import sys
from collections.abc import Iterator
from contextlib import suppress
from importlib import metadata
from itertools import islice
from pathlib import Path
from traceback import extract_tb
from typing import Final

from samenspel import __version__
from samenspel.storage import durable
from samenspel.taal import _

NAME: Final = "foutrapport.txt"

_LIBRARIES = ("click", "msgspec", "pypdf", "questionary", "reportlab", "textual", "tinydb")
_MOST = 20  # errors behind each other, and lines of code of each


def keep(error: BaseException, folder: Path) -> Path:
    """Write down where ``error`` came from, in the data folder, and return the file.

    Raises:
        StorageError, OSError: that cannot be done.
    """
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    path = folder / NAME
    durable.write(path, "\n".join([*_head(), *_behind_each_other(error), ""]).encode(errors="replace"))
    return path


def _head() -> Iterator[str]:
    yield _("Een fout in samenspel. Hier staat alleen waar het programma toen was, en niets van u of van anderen.")
    yield ""
    yield f"{platform.system()} {platform.machine()}"
    yield f"python {platform.python_version()}"
    yield f"samenspel {__version__}"
    for name in _LIBRARIES:
        with suppress(metadata.PackageNotFoundError):
            yield f"{name} {metadata.version(name)}"


def _behind_each_other(error: BaseException) -> Iterator[str]:
    """Tell an error and those that it came from, or that it holds."""
    seen: list[BaseException] = []
    to_do = [error]
    while to_do and len(seen) < _MOST:
        one = to_do.pop()
        if any(one is other for other in seen):
            continue
        seen.append(one)
        yield from _told(one)
        if isinstance(one, BaseExceptionGroup):
            to_do += one.exceptions
        if (before := one.__cause__ or one.__context__) is not None:
            to_do.append(before)


def _told(error: BaseException) -> Iterator[str]:
    """Tell the kind of an error, never its words, and the lines of code."""
    number = errno.errorcode.get(getattr(error, "errno", None) or 0, "")
    yield ""
    yield " ".join(filter(None, [f"{type(error).__module__}.{type(error).__qualname__}", number]))
    frames = extract_tb(error.__traceback__)  # without values
    for frame in islice(reversed(frames), _MOST):
        yield f"  {_within(frame.filename)}, {frame.lineno}, {frame.name}"
        if frame.line:
            yield f"    {frame.line}"


def _within(file: str) -> str:
    """Return the name of a file of code without the place where Python stands: that may hold a person's name."""
    path = Path(file)
    roots = sorted((root for root in map(Path, sys.path) if root.is_absolute() and path.is_relative_to(root)), key=str)
    return str(path.relative_to(roots[-1])) if roots else path.name

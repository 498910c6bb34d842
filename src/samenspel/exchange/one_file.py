"""A file that somebody brings, opened only when it is a regular one of a size: whatever else stands under its name."""

import errno
import os
import stat
from pathlib import Path

from samenspel.taal import _

LIMIT = 200_000
"""Bytes: a response with every open answer at its limit is far below it."""
TOO_LARGE = _("dit bestand is te groot voor een antwoord. Is het wel het goede bestand?")

_FLAGS = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


class HandoverError(Exception):
    """A response file cannot be used: ``str()`` says in Dutch why, and what to do.

    ``other_version`` says that what can still be compared may be taken from it.
    """

    def __init__(self, message: str, *, other_version: bool = False) -> None:
        super().__init__(message)
        self.other_version = other_version


def content(path: Path | str, limit: int = LIMIT, too_large: str = TOO_LARGE) -> bytes:
    """Return what stands in a regular file; nothing else is opened, and no more than ``limit`` bytes are read.

    Raises:
        HandoverError: it is no regular file, too large, or cannot be read.
    """
    try:
        # A pipe would hang and a link leads elsewhere; Windows knows neither flag, so the link is asked for first.
        if not getattr(os, "O_NOFOLLOW", 0) and Path(path).is_symlink():
            raise HandoverError(_("dit is een snelkoppeling. Geef het bestand zelf."))
        handle = os.open(path, _FLAGS)
        try:
            status = os.fstat(handle)
            if not stat.S_ISREG(status.st_mode):
                raise HandoverError(_("dit is geen gewoon bestand."))
            if status.st_size > limit:
                raise HandoverError(too_large)
            return _read(handle, limit, too_large)
        finally:
            os.close(handle)
    except FileNotFoundError as error:
        raise HandoverError(_("dit bestand is er niet. Kijk of de naam en de map kloppen.")) from error
    except (OSError, ValueError) as error:
        raise HandoverError(_why(error)) from error


def _read(handle: int, limit: int, too_large: str) -> bytes:
    data = os.read(handle, limit + 1)
    while len(data) <= limit and (more := os.read(handle, limit + 1)):  # a file may grow, a disk may give less
        data += more
    if len(data) > limit:
        raise HandoverError(too_large)
    return data


def _why(error: OSError | ValueError) -> str:
    match getattr(error, "errno", None):
        case errno.ELOOP | errno.EMLINK:
            return _("dit is een snelkoppeling. Geef het bestand zelf.")
        case errno.EACCES | errno.EPERM:
            return _("u mag het niet lezen. Vraag iemand die dat mag.")
        case errno.ENXIO | errno.ENODEV:
            return _("dit is geen gewoon bestand.")
        case errno.ENOTDIR | errno.ENAMETOOLONG | None:
            return _("dit bestand is er niet. Kijk of de naam en de map kloppen.")
        case code:
            return _("het is niet te lezen (fout {code}).").format(code=errno.errorcode.get(code, "?"))

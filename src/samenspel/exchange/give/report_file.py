"""A report on its way to a file: where it may go, how it gets there whole or not at all, and how it is opened."""

import errno
import os
import subprocess
import sys
import tempfile
from datetime import date
from os.path import isdir, lexists
from pathlib import Path

from samenspel.taal import _

OPENER_SECONDS = 3
"""How long an opener may take to say that it fails; after that it is showing the file."""


class ReportFileError(Exception):
    """A report could not be written or opened; ``str()`` is one clear Dutch message."""


def documents() -> Path:
    """Return the person's documents folder; their home folder when there is none, or else where they are."""
    import platformdirs

    try:
        folder = platformdirs.user_documents_path()
        return folder if isdir(folder) else Path.home()  # noqa: PTH112 - this one never raises
    except RuntimeError:  # a user without a home
        return Path.cwd()


def suggestion(day: date, suffix: str, folder: Path) -> Path:
    """Return a free name in ``folder`` for the report of a self-test of ``day``, ending in ``suffix`` (``.pdf``)."""
    return free_name(f"samenspel-zelftest-{day.isoformat()}", suffix, folder)


def free_name(stem: str, suffix: str, folder: Path) -> Path:
    """Return a name in ``folder`` that is not taken: ``stem`` with a number behind it, if need be."""
    path, number = folder / f"{stem}{suffix}", 1
    while lexists(path):
        number += 1
        path = folder / f"{stem}-{number}{suffix}"
    return path


def target(typed: str, suffix: str, folder: Path) -> Path:
    """Turn what a person typed into a path: ``~`` is their home, a bare name lands in ``folder``.

    Raises:
        ReportFileError: nothing was typed, the folder does not exist, or the path is a folder.
    """
    name = typed.strip().strip("\"'")
    if not name:
        raise ReportFileError(_("Vul in waar het bestand moet komen."))
    try:
        path = (folder / Path(name).expanduser()).resolve()
        if path.is_dir():
            raise ReportFileError(_("Dit is een map: {pad}. Zet er een bestandsnaam achter.").format(pad=path))
        if path.suffix.lower() != suffix:
            path = path.with_name(path.name + suffix)
        if path.exists() and not path.is_file():
            raise ReportFileError(_("Dit is geen gewoon bestand: {pad}. Kies een andere naam.").format(pad=path))
        if not path.parent.is_dir():
            raise ReportFileError(
                _("Deze map bestaat niet: {map}. Kies een andere map.").format(map=path.parent),
            )
    except OSError as error:
        raise ReportFileError(_why(error, folder / name)) from error
    except (RuntimeError, ValueError) as error:  # a home that nobody has; a character that no name can have
        raise ReportFileError(_("Deze plek kan niet: {pad}. Kies een andere.").format(pad=name)) from error
    return path


def write(path: Path, content: bytes) -> None:
    """Write ``content`` to ``path``, readable for the person only; an existing file is replaced at once, never half.

    Raises:
        ReportFileError: it could not be done; an existing file is as it was.
    """
    try:
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".samenspel-", suffix=path.suffix)  # mode 0600
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            Path(temporary).replace(path)
        except BaseException:  # Ctrl-C too
            Path(temporary).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise ReportFileError(_why(error, path)) from error


def open_file(path: Path) -> None:
    """Show ``path`` in the program that the person's computer uses for it. Takes at most a few seconds.

    Raises:
        ReportFileError: there is no such program, or it said that it failed.
    """
    message = _("Openen lukt hier niet. Open het bestand zelf: {pad}").format(pad=path)
    try:
        if sys.platform == "win32":
            os.startfile(path)  # noqa: S606 - a path that we wrote, shown in its own program
            return
        opener = "open" if sys.platform == "darwin" else "xdg-open"
        # No streams of ours: whatever the opener prints would land in the middle of the screen.
        quiet = subprocess.DEVNULL
        running = subprocess.Popen(  # noqa: S603 - one argument, a path that we wrote
            [opener, str(path)], stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True
        )
        failed = running.wait(OPENER_SECONDS) != 0
    except subprocess.TimeoutExpired:
        return
    except OSError as error:
        raise ReportFileError(message) from error
    if failed:
        raise ReportFileError(message)


def _why(error: OSError, path: Path) -> str:
    match error.errno:
        case errno.ENOSPC | errno.EDQUOT | errno.EFBIG:
            return _("De schijf is vol. Maak ruimte en probeer het opnieuw.")
        case errno.ENOENT | errno.ENOTDIR:
            return _("Deze map bestaat niet: {map}. Kies een andere map.").format(map=path.parent)
        case errno.EACCES | errno.EPERM | errno.EROFS:
            return _("U mag niet schrijven in deze map: {map}. Kies een andere map.").format(map=path.parent)
        case errno.ENAMETOOLONG:
            return _("Deze naam is te lang. Kies een kortere naam.")
        case _other:
            return _("Bewaren lukt niet in {map}: {fout}").format(
                map=path.parent, fout=errno.errorcode.get(error.errno or 0, "?")
            )

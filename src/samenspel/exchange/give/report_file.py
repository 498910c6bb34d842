"""A report on its way to a file: as PDF or HTML, where it may go, how it gets there, and how it is opened."""

import errno
import os
import re
import subprocess
import sys
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date
from hashlib import sha256
from itertools import count
from os.path import isdir, lexists
from pathlib import Path

import platformdirs

from samenspel import whole_file
from samenspel.group.model import Group, Wave
from samenspel.hygiene import one_line
from samenspel.refusals import RefusalError, not_saved
from samenspel.report import html, pdf
from samenspel.report.document import Document
from samenspel.taal import _
from samenspel.typed_path import PathError, bare, typed_path

_WRITING_SECONDS = 600
"""No file is being written for so long: what has a temporary name after it was left by a kill."""
_LONGEST = 30
"""So many characters of a group's name stand in a file's name."""
_SEAL = b"<!-- samenspel %s -->\n"
OPENER_SECONDS = 3
"""How long an opener may take to say that it fails; after that it is showing the file."""


class ReportFileError(RefusalError):
    """A report could not be written or opened."""


def rendered(document: Document, *, as_html: bool) -> bytes:
    """Return a report as a file's content: HTML or PDF, which :func:`is_report` knows again while nobody changed it."""
    if not as_html:
        return pdf.render(document)
    page = html.render(document).encode()
    return page + _SEAL % sha256(page).hexdigest().encode()


def is_report(content: bytes) -> bool:
    """Say whether ``content`` is a report that we made, and that nobody has changed since. A form is none."""
    if content.startswith(b"%PDF-"):
        return (
            pdf.MADE_BY in content[:200]
            and b"/Creator (samenspel " in content
            and content.count(b"%%EOF") == 1  # who writes on it adds to it, or writes it anew
            and content.rstrip().endswith(b"%%EOF")
            and not any(mark in content for mark in (b"/AcroForm", b"/Annot"))
        )
    page, mark, digest = content.rpartition(_SEAL.partition(b"%s")[0])
    return bool(mark) and digest == (_SEAL % sha256(page).hexdigest().encode()).removeprefix(mark)


def documents() -> Path:
    """Return the person's documents folder; their home folder when there is none, or else where they are."""
    try:
        folder = platformdirs.user_documents_path()
        return folder if isdir(folder) else Path.home()  # noqa: PTH112 - this one never raises
    except RuntimeError:  # a user without a home
        return Path.cwd()


def selftest_name(day: date) -> str:
    """Return the name that is suggested for the report of a self-test of ``day``, without its ending."""
    return f"samenspel-zelftest-{day.isoformat()}"


def part_name(part: str, day: date) -> str:
    """Return the name that is suggested for one part of the report of a self-test, without its ending."""
    return selftest_name(day) if part == "rapport" else f"samenspel-{part}-{day.isoformat()}"


def folder_name(day: date) -> str:
    """Return the name that is suggested for the folder with all parts of it."""
    return f"samenspel-rapport-{day.isoformat()}"


def group_name(group: Group, wave: Wave) -> str:
    """Return how a file names a wave of a group: of the group's own name only plain letters and digits."""
    letters = unicodedata.normalize("NFKD", group.name).encode("ascii", "ignore").decode().lower()
    plain = re.sub(r"[^a-z0-9]+", "-", letters).strip("-")[:_LONGEST].strip("-") or "groep"
    mark = "niet-anoniem-" if wave.released is not None and wave.released.open_table else ""
    return f"{mark}{plain}-meting-{wave.number}"


def numbered(name: str) -> Iterator[str]:
    """Give ``name``, then ``name-2``, ``name-3`` …: whoever asks takes the first that is free."""
    yield name
    yield from (f"{name}-{number}" for number in count(2))


def free_name(stem: str, suffix: str, folder: Path) -> Path:
    """Return a name in ``folder`` that is not taken: ``stem`` with a number behind it, if need be."""
    places = (folder / f"{name}{suffix}" for name in numbered(stem))
    return next(place for place in places if not lexists(place))


def target(typed: str, suffix: str, folder: Path) -> Path:
    """Turn what a person typed into a path: ``~`` is their home, a bare name lands in ``folder``.

    Raises:
        ReportFileError: nothing was typed, the folder does not exist, or the path is a folder.
    """
    if not bare(typed):
        raise ReportFileError(_("Vul in waar het bestand moet komen."))

    def named(path: Path) -> Path:
        if path.is_dir():
            raise ReportFileError(
                _("Dit is een map: {pad}. Zet er een bestandsnaam achter.").format(pad=one_line(path))
            )
        if path.suffix.lower() != suffix:
            path = path.with_name(path.name + suffix)
        if path.exists() and not path.is_file():
            raise ReportFileError(
                _("Dit is geen gewoon bestand: {pad}. Kies een andere naam.").format(pad=one_line(path))
            )
        return path

    return _place(typed, folder, named)


def target_folder(typed: str, folder: Path) -> Path:
    """Turn what a person typed into the path of a folder, which may be there or be made in one that is there.

    Raises:
        ReportFileError: nothing was typed, a file stands there, or there is no folder to make it in.
    """
    if not bare(typed):
        raise ReportFileError(_("Vul in in welke map het moet komen."))

    def there(path: Path) -> Path:
        if path.exists() and not path.is_dir():
            raise ReportFileError(_("Dit is een bestand: {pad}. Kies een map.").format(pad=one_line(path)))
        return path

    return _place(typed, folder, there)


def _place(typed: str, folder: Path, judged: Callable[[Path], Path]) -> Path:
    """Turn what was typed into what ``judged`` makes of it, in a folder that is there. Raises ReportFileError."""
    path = folder
    try:
        path = judged(typed_path(typed, folder).resolve())
        if not path.parent.is_dir():
            missing = OSError(errno.ENOTDIR if lexists(path.parent) else errno.ENOENT, "")
            raise ReportFileError(not_saved(missing, path.parent))
    except OSError as error:
        raise ReportFileError(not_saved(error, path.parent)) from error
    except PathError as error:
        raise ReportFileError(str(error)) from error
    except (RuntimeError, ValueError) as error:  # links that go round; a character that no name can have
        raise ReportFileError(_("Deze plek kan niet: {pad}. Kies een andere.").format(pad=one_line(typed))) from error
    return path


def write(path: Path, content: bytes, *, replace: bool = True) -> None:
    """Write ``content`` to ``path``, readable for the person only; an existing file is replaced at once, never half.

    ``replace``: whether it may be replaced at all.

    Raises:
        ReportFileError: it could not be done; an existing file is as it was.
    """
    try:
        (whole_file.write if replace else whole_file.write_new)(path, content)
    except FileExistsError as error:
        text = _("Er staat intussen een bestand met deze naam: {pad}. Kies een andere naam.")
        raise ReportFileError(text.format(pad=one_line(path))) from error
    except OSError as error:
        raise ReportFileError(not_saved(error, path.parent)) from error
    _tidy(path)


def write_free(content: bytes, stem: str, suffix: str, folder: Path) -> Path:
    """Write ``content`` to a new file in ``folder``, under the first name that is free (``free_name``); return it.

    However many do so at once, each gets a file of its own.

    Raises:
        ReportFileError: it could not be done.
    """
    while True:
        path = free_name(stem, suffix, folder)
        try:
            whole_file.write_new(path, content)
        except FileExistsError:  # taken just now by another window: the next one
            continue
        except OSError as error:
            raise ReportFileError(not_saved(error, folder)) from error
        _tidy(path)
        return path


def _tidy(path: Path) -> None:
    """Remove what a kill left of files beside ``path`` that were being written long before it."""
    with suppress(OSError):
        whole_file.remove_leftovers(path.parent, older_than=path.stat().st_mtime - _WRITING_SECONDS)


def leftovers(*, outside: Path) -> Iterator[Path]:
    """Give what a kill left of a report or another file in the places where these usually go.

    ``outside``: the folder whose own are no reports.
    """
    for folder in dict.fromkeys((Path.cwd(), documents())):
        if folder != outside and outside not in folder.parents:
            with suppress(OSError):  # a folder that may not be looked into
                yield from sorted(path for path in folder.iterdir() if is_leftover(path))


def is_leftover(path: Path) -> bool:
    """Say whether ``path`` is a file that was not written whole."""
    return whole_file.is_leftover(path.name, elsewhere=True) and path.is_file() and not path.is_symlink()


def open_file(path: Path) -> None:
    """Show ``path`` in the program that the person's computer uses for it. Takes at most a few seconds.

    Raises:
        ReportFileError: there is no such program, or it said that it failed.
    """
    message = _("Openen lukt hier niet. Open het bestand zelf: {pad}").format(pad=one_line(path))
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

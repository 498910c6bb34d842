"""Where a command puts a file: what may stand there, and how it gets there."""

import os
import sys
from collections.abc import Iterable, Mapping
from contextlib import suppress
from functools import partial
from os.path import lexists
from pathlib import Path
from typing import Final

import click

from samenspel.cli.base import asked_first
from samenspel.cli.trouble import Refused, WrongPlaceError
from samenspel.exchange.give.report_file import is_report, numbered, rendered, write, write_free
from samenspel.hygiene import one_line
from samenspel.report.document import Document
from samenspel.report.personal.parts import PARTS
from samenspel.taal import _, meervoud, opsomming
from samenspel.typed_path import bare, typed_path
from samenspel.whole_file import make_folder

OUT: Final = partial(click.option, "-o", "--uit", "out")
"""The option for where it goes; each command says what that may be."""
REPLACE: Final = click.option(
    "--vervang", "replace", is_flag=True, help=_("Vervang zonder te vragen wat er al staat onder deze naam.")
)
"""The option of a command whose file may take the place of another."""
REPORT_OUT: Final = OUT(
    metavar=_("BESTAND"), help=_("Waar het rapport komt, op .pdf of .html. Anders: een nieuwe naam in deze map.")
)
AS_HTML: Final = click.option("--html", "as_html", is_flag=True, help=_("HTML in plaats van PDF."))
_HTML: Final = (".html", ".htm")
_NAMED: Final = 3
"""So many files that stand in the way are named."""


ALL: Final = "alles"


def _part(_context: click.Context, _parameter: click.Parameter, value: str) -> str:
    if value.lower() in {*PARTS, ALL}:
        return value.lower()
    raise click.BadParameter(_("kies {delen}.").format(delen=opsomming([*PARTS, ALL], _("of"))))


PART: Final = click.option(
    "--deel",
    "part",
    metavar="|".join((*PARTS, ALL)),
    default=PARTS[0],
    callback=_part,
    help=_("Welk deel u wilt. Zonder deze optie: het rapport."),
)
"""The option of a command that makes parts of a personal report."""


class OutFile:
    """The file that a person named with ``-o``; without a name a new one is made here. It replaces nothing unasked."""

    def __init__(self, out: str | None, suffixes: tuple[str, ...], *, replace: bool) -> None:
        """Check what was typed, before anything is made.

        ``suffixes``: the endings that fit what is made; a name without an ending gets the first.

        Raises:
            WrongPlaceError: another ending.
            Refused: a folder or a device stands there; or a file, and the person did not say that it may go.
        """
        self.path = None if not out else _ended(typed_file(out), suffixes)
        if self.path is not None:
            _check(self.path)
            may_replace([self.path], replace=replace)

    def put(self, content: bytes, stem: str, suffix: str) -> Path:
        """Write ``content``, under the name ``stem`` + ``suffix`` when none was typed; return its path.

        Raises:
            ReportFileError: it could not be done.
        """
        if self.path is None:
            return write_free(content, stem, suffix, Path.cwd())
        put(self.path, content)
        return self.path

    def put_report(self, document: Document, stem: str, *, as_html: bool) -> Path:
        """Write ``document`` as :meth:`put` does, as HTML or as PDF."""
        return self.put(rendered(document, as_html=as_html), stem, ".html" if as_html else ".pdf")


def report_target(out: str | None, *, as_html: bool, replace: bool) -> tuple[OutFile, bool]:
    """Return where a report goes, and whether it becomes HTML: that was asked, or its name says so.

    Raises:
        WrongPlaceError: HTML was asked, and the name is that of a PDF; or a name that is neither.
        Refused: as :class:`OutFile`.
    """
    name = bare(out or "").lower()
    if as_html and name.endswith(".pdf"):
        text = _("‘{pad}’ is een naam voor een PDF, maar u vraagt om HTML. Laat --html weg, of kies een naam op .html.")
        raise WrongPlaceError(text.format(pad=one_line(out)))
    as_html = as_html or name.endswith(_HTML)
    return OutFile(out, _HTML if as_html else (".pdf", *_HTML), replace=replace), as_html


def typed_file(typed: str) -> Path:
    """Turn what a person typed into the path of a file. Raises Refused: it is that of a folder."""
    if bare(typed).endswith(("/", os.sep)):  # a path forgets this; the file would get the folder's name
        raise Refused(_("‘{pad}’ is een map. Zet er een bestandsnaam achter.").format(pad=one_line(typed)))
    return typed_path(typed)


def _ended(path: Path, suffixes: tuple[str, ...]) -> Path:
    """Return ``path`` with an ending that fits. Raises WrongPlaceError: it has another one."""
    if path.suffix.lower() in suffixes or path.is_dir():
        return path
    if path.suffix and not path.suffix[1:].isdigit():
        text = _("Dit wordt geen bestand op {eind}. Kies een naam op {goed}.")
        raise WrongPlaceError(text.format(eind=path.suffix, goed=opsomming([*suffixes], _("of"))))
    return path.with_name(path.name + suffixes[0])


def may_replace(paths: Iterable[Path], *, replace: bool) -> None:
    """Make sure that the files at ``paths`` may be replaced: none is there, or the person says so.

    Raises:
        Refused: there is one, and no terminal to ask at.
        Declined: the person wants to keep it.
    """
    there = [path for path in paths if lexists(path)]
    if replace or not there:
        return
    names = opsomming([one_line(path.name) for path in there[:_NAMED]])
    more = _(" en {n} andere").format(n=len(there) - _NAMED) if len(there) > _NAMED else ""
    told = meervoud("Dit bestand staat er al: {namen}.", "Deze bestanden staan er al: {namen}.", len(there)).format(
        namen=names + more
    )
    if not sys.stdin.isatty():
        raise Refused(told + " " + _("Kies een andere naam, of zet er ‘--vervang’ bij."))
    asked_first(
        told + "\n" + _("Typ ‘ja’ om te vervangen"), sure=False, without="", nothing=_("Er is niets vervangen.")
    )


def put(path: Path, content: bytes) -> None:
    """Write ``content`` to ``path``; what stood there is replaced. Raises Refused, ReportFileError."""
    _check(path)
    write(path, content)


def put_all(folder: Path, contents: Mapping[str, bytes], *, replace: bool) -> None:
    """Write files into ``folder``, by name; what we made there before is replaced, anything else only when it may be.

    Raises:
        Refused: as :func:`may_replace`; nothing was written then.
        ReportFileError: it could not be done.
    """
    for name in contents:
        _check(folder / name)
    may_replace([path for name in contents if not is_ours(path := folder / name, contents[name])], replace=replace)
    for name, content in contents.items():
        write(folder / name, content)


def is_ours(path: Path, content: bytes = b"") -> bool:
    """Say whether ``path`` is free, holds ``content`` already, or a report that we made and nobody has changed."""
    try:
        if not lexists(path):
            return True
        old = path.read_bytes()
    except OSError:
        return False
    return old == content or is_report(old)


def _check(path: Path) -> None:
    if path.is_dir():
        raise Refused(_("‘{pad}’ is een map. Zet er een bestandsnaam achter.").format(pad=one_line(path)))
    if path.exists() and not path.is_file():  # a pipe or a device would be replaced
        raise Refused(_("‘{pad}’ is geen gewoon bestand. Kies een andere naam.").format(pad=one_line(path)))


def folder_for(path: Path) -> Path:
    """Make sure that ``path`` is a folder, and return it. Raises Refused: a file stands there; OSError."""
    if path.exists() and not path.is_dir():
        raise Refused(_("‘{pad}’ is een bestand. Kies een map.").format(pad=one_line(path)))
    make_folder(path)
    return path


def free_folder(stem: str) -> Path:
    """Make a new folder here, under a name that is free, for its owner only, and return it. Raises OSError."""
    for name in numbered(stem):
        with suppress(FileExistsError):
            (folder := Path.cwd() / name).mkdir(mode=0o700)
            return folder
    raise AssertionError  # there is no last number

"""Where a command puts a file: what may stand there, and how it gets there."""

import os
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Final

import click

from samenspel.cli.trouble import Refused, WrongPlaceError
from samenspel.exchange.give.report_file import numbered, rendered, write, write_free
from samenspel.report.document import Document
from samenspel.taal import _
from samenspel.typed_path import bare, typed_path
from samenspel.whole_file import make_folder

OUT: Final = partial(click.option, "-o", "--uit", "out")
"""The option for where it goes; each command says what that may be."""
REPORT_OUT: Final = OUT(
    metavar=_("BESTAND"),
    help=_("Waar het rapport komt; wat daar staat, wordt vervangen. Anders: een nieuwe naam in deze map."),
)
AS_HTML: Final = click.option("--html", "as_html", is_flag=True, help=_("HTML in plaats van PDF."))


def typed_file(typed: str) -> Path:
    """Turn what a person typed into the path of a file. Raises Refused: it is that of a folder."""
    if bare(typed).endswith(("/", os.sep)):  # a path forgets this; the file would get the folder's name
        raise Refused(_("‘{pad}’ is een map. Zet er een bestandsnaam achter.").format(pad=typed))
    return typed_path(typed)


def is_html(out: str | None, *, asked: bool) -> bool:
    """Say whether a report becomes HTML: ``--html`` was ``asked``, or its name says so.

    Raises WrongPlaceError: it was asked, and the name is that of a PDF.
    """
    name = (out or "").lower()
    if asked and name.endswith(".pdf"):
        text = _("‘{pad}’ is een naam voor een PDF, maar u vraagt om HTML. Laat --html weg, of kies een naam op .html.")
        raise WrongPlaceError(text.format(pad=out))
    return asked or name.endswith((".html", ".htm"))


def put(path: Path, content: bytes) -> None:
    """Write ``content`` to ``path``; what stood there is replaced. Raises Refused, ReportFileError."""
    _check(path)
    write(path, content)


def put_named(target: Path | None, content: bytes, stem: str, suffix: str) -> Path:
    """Write ``content`` to ``target``, or without one to a new file here, under a name that is free; return its path.

    Raises as :func:`put`.
    """
    if target is None:
        return write_free(content, stem, suffix, Path.cwd())
    put(target, content)
    return target


def put_report(path: Path, document: Document, *, as_html: bool) -> None:
    """Write ``document`` to ``path``, as HTML or as PDF; what stood there is replaced. Raises as :func:`put`."""
    _check(path)  # before it is drawn, which takes a while
    write(path, rendered(document, as_html=as_html))


def put_named_report(target: Path | None, document: Document, stem: str, *, as_html: bool) -> Path:
    """Write ``document`` as :func:`put_named` does, as HTML or as PDF."""
    if target is not None:
        _check(target)
    return put_named(target, rendered(document, as_html=as_html), stem, ".html" if as_html else ".pdf")


def _check(path: Path) -> None:
    if path.is_dir():
        raise Refused(_("‘{pad}’ is een map. Zet er een bestandsnaam achter.").format(pad=path))
    if path.exists() and not path.is_file():  # a pipe or a device would be replaced
        raise Refused(_("‘{pad}’ is geen gewoon bestand. Kies een andere naam.").format(pad=path))


def folder_for(path: Path) -> Path:
    """Make sure that ``path`` is a folder, and return it. Raises Refused: a file stands there; OSError."""
    if path.exists() and not path.is_dir():
        raise Refused(_("‘{pad}’ is een bestand. Kies een map.").format(pad=path))
    make_folder(path)
    return path


def free_folder(stem: str) -> Path:
    """Make a new folder here, under a name that is free, for its owner only, and return it. Raises OSError."""
    for name in numbered(stem):
        with suppress(FileExistsError):
            (folder := Path.cwd() / name).mkdir(mode=0o700)
            return folder
    raise AssertionError  # there is no last number

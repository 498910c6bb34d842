"""A folder that somebody brings: which of its files may be ours, and what is passed over, with what helps.

One rule for whatever reads a folder: the folders in it are not read, and no table is left unread without a line that
names it.
"""

import os
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Literal, NamedTuple

from msgspec import Struct, field

from samenspel.exchange.handover import FILE_NAME
from samenspel.exchange.receive.csv_forms import is_forms
from samenspel.exchange.receive.forms import some
from samenspel.exchange.receive.recognised import ReadAs, recognised_in_folder
from samenspel.hygiene import one_line
from samenspel.questionnaire.model import Questionnaire
from samenspel.refusals import RefusalError, why_not_read
from samenspel.taal import _, meervoud, opsomming

MOST = 5_000
"""So many files that may be ours a folder may hold: as many as a wave takes."""
_NAMED = 100
"""So many are named where answers may be left unread."""
_UNSEEN = (".", "__MACOSX")
"""How the name begins of a folder that a system keeps beside somebody's own."""


class FolderError(RefusalError):
    """The folder cannot be read."""


class PassedOver(Struct):
    """What in folders was not read: files by their name, folders by their place.

    ``others`` hold no answers; ``forms``, for a browser, hold none either; in ``workbooks`` there may be.
    """

    others: list[str] = field(default_factory=list)
    forms: list[str] = field(default_factory=list)
    workbooks: list[str] = field(default_factory=list)
    folders: list[Path] = field(default_factory=list)

    def add(self, more: "PassedOver", named: Collection[Path]) -> None:
        """Add what was passed over in another folder; a folder that was ``named`` is read by itself."""
        self.others += more.others
        self.forms += more.forms
        self.workbooks += more.workbooks
        self.folders += [one for one in more.folders if one not in named]

    def lines(self) -> Iterator[str]:
        """Say what was passed over; of a workbook and a folder, what helps when there are answers in it."""
        if self.others:
            yield meervoud(
                "{n} ander bestand overgeslagen: geen formulier of antwoord van samenspel ({namen}).",
                "{n} andere bestanden overgeslagen: geen formulier of antwoord van samenspel ({namen}).",
                len(self.others),
            ).format(n=len(self.others), namen=some(map(one_line, self.others)))
            if pdfs := [name for name in self.others if name.lower().endswith(".pdf")]:
                text = _("Is een van deze PDF's een formulier ({namen})? Dan is die geprint of gescand. {hulp}")
                helps = _("Vraag om het formulier zelf, ingevuld en bewaard.")
                yield text.format(namen=many(pdfs), hulp=helps)
        if self.forms:
            text = _(
                "Dit is het formulier zelf, zonder antwoorden: {namen}. Gaf iemand dit terug? Vraag dan om het bestand "
                "dat ‘Bewaar als bestand’ geeft."
            )
            yield text.format(namen=many(self.forms))
        if self.workbooks:
            text = _("Een werkmap leest samenspel niet ({namen}). Staan er formulieren in? {hulp}")
            helps = _("Bewaar het blad dan als ‘CSV UTF-8’.")
            yield text.format(namen=many(self.workbooks), hulp=helps)
        if self.folders:
            text = _("Een map in een map leest samenspel niet ({namen}). Staan er antwoorden in? {hulp}")
            yield text.format(namen=many(one.name for one in self.folders), hulp=_("Geef die map dan apart."))


class Folder(NamedTuple):
    """What may be ours, by name; and what is passed over already."""

    found: tuple[tuple[Path, ReadAs], ...]
    passed: PassedOver


def read_folder(path: Path, usual: Callable[[], Questionnaire]) -> Folder:
    """Look into a folder; ``usual`` gives the questionnaire of which a table is, when there is a table.

    Raises:
        FolderError: it does not open, or it holds too much.
        QuestionnaireError: the questionnaire of a table has errors.
    """
    found: list[tuple[Path, ReadAs]] = []
    passed = PassedOver()
    try:
        with os.scandir(path) as entries:
            inside = sorted(entries, key=lambda entry: entry.name)
    except OSError as error:
        raise FolderError(_("deze map gaat niet open ({fout}).").format(fout=why_not_read(error))) from error
    for entry in inside:
        name, file = entry.name, path / entry.name
        kind = _kind(entry, file)
        if kind == "folder" and not name.startswith(_UNSEEN):
            passed.folders.append(file)
        elif kind == "workbook":
            passed.workbooks.append(name)
        elif kind == "form":
            passed.forms.append(name)
        elif kind == "table" and not is_forms(file, usual()):
            passed.others.append(name)
        elif kind in {"pdf", "response", "table"}:
            found.append((file, kind))
        elif kind is None and name.startswith(
            FILE_NAME
        ):  # under the name of a response: whoever reads it says what it is instead
            found.append((file, "response"))
        else:
            passed.others.append(name)
    if len(found) > MOST:
        text = _("in deze map staan {n} bestanden, hooguit {meest} mag. Kies een andere map.")
        raise FolderError(text.format(n=len(found), meest=MOST))
    return Folder(tuple(found), passed)


def _kind(entry: os.DirEntry[str], path: Path) -> ReadAs | Literal["workbook", "form", "folder"] | None:
    with suppress(OSError):  # it may not be asked
        if entry.is_dir():
            return "folder"
        if entry.is_file():
            return recognised_in_folder(path)
    return None


def many(names: Iterable[str]) -> str:
    """Name all, up to a hundred."""
    all_ = [one_line(name) for name in dict.fromkeys(names)]
    if len(all_) <= _NAMED:
        return opsomming(all_)
    return _("{namen} en nog {n}").format(namen=", ".join(all_[:_NAMED]), n=len(all_) - _NAMED)

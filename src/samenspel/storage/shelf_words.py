"""A questionnaire to choose from, in words: what it is called, whose it is, and what is wrong with it."""

from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from samenspel.hygiene import visible
from samenspel.storage.shelf import Offered
from samenspel.taal import _, meervoud

if TYPE_CHECKING:
    from samenspel.authoring import Problem

_TOLD = 2
"""How many errors are told where there is little room."""


def title(offered: Offered) -> str:
    """Return its title; while that cannot be read, the name of its folder."""
    return visible(offered.folder.name) if offered.questionnaire is None else offered.questionnaire.asked.title


def about(offered: Offered) -> str:
    """Say whose it is, or what is wrong with it and what to do."""
    if offered.questionnaire is None:
        return trouble(offered)
    if not offered.own:
        return _("Hoort bij samenspel.")
    mine = _("Van uzelf, in de map ‘{map}’.").format(map=visible(offered.folder.name))
    return mine + " " + _("De id is dezelfde als van een meegeleverde.") if offered.twin else mine


def trouble(offered: Offered) -> str:
    """Say how many errors it has, the first of them, and how to see them all."""
    found = offered.problems
    if not offered.folder.is_dir():
        return " ".join(f"{problem.message} {problem.allowed}" for problem in found)
    count = meervoud("Niet te gebruiken: {n} fout.", "Niet te gebruiken: {n} fouten.", len(found)).format(n=len(found))
    return " ".join([count, _first(found[0]), _("Kijk met: {opdracht}").format(opdracht=checking(offered))])


def faults(offered: Offered) -> str:
    """Tell its first errors, each with its place, and how to see them all; apart by an empty line."""
    told = [replace(problem, file=Path(problem.file).name) for problem in offered.problems[:_TOLD]]
    found = [visible(str(problem)) for problem in told]
    if (more := len(offered.problems) - _TOLD) > 0:
        found.append(meervoud("En nog {n} fout.", "En nog {n} fouten.", more).format(n=more))
    remedy = _("Verbeter dit in een tekstprogramma. Alle fouten ziet u met:\n{opdracht}")
    return "\n\n".join([*found, remedy.format(opdracht=checking(offered))])


def checking(offered: Offered) -> str:
    """Return the command that shows all that is wrong with it."""
    from samenspel.authoring.files import QUESTIONNAIRE

    # By its id where a command would find it by that; else by its path.
    known = (offered.folder / QUESTIONNAIRE).is_file()
    name = visible(offered.folder.name if known else str(offered.folder))
    return _("samenspel vragenlijst controleer {naam}").format(naam=f'"{name}"' if " " in name else name)


def twin_notice(offered: Offered) -> str:
    """Say, before it is chosen, that it goes before the one that comes along."""
    text = _(
        "Uw vragenlijst ‘{titel}’ heeft dezelfde id als een meegeleverde vragenlijst. "
        "Kiest u deze, dan gebruikt samenspel die van u, en niet de meegeleverde. Die van u staat in: {map}"
    )
    return text.format(titel=title(offered), map=visible(str(offered.folder)))


def _first(problem: "Problem") -> str:
    place = Path(problem.file).name
    if problem.line:
        place = _("{bestand}, regel {regel}").format(bestand=place, regel=problem.line)
    return visible(f"{place}: {problem.message}")

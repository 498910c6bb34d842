"""What trainers often do wrong, seen in the lines themselves: the parser notices it there, or one line below."""

import re

from samenspel.authoring.problems import Problem, shown
from samenspel.taal import _

_TAB = re.compile(r" *\t")
_HARD_SPACES = re.compile(r" *[\u00a0\u2000-\u200a\u202f\u205f\u3000]")
_NAME_FIRST = re.compile(r"""(?:^|:|-)\s+\{(?:ander|anderen)\}[^"']""")
_CURLY_FIRST = re.compile(r"(?:^ *|: +|- +)([“”„‟‘’‚‛«])")
_NO_SPACE = re.compile(r" *(?:- +)?([a-z][\w.-]*):[^ /\t\r]")
_EMPTY = re.compile(r"\s*(?:- )?([^\s:#]+):\s*\[\s*\]\s*(?:#.*)?$")


def slip(place: str, line: int, lines: list[str]) -> Problem | None:
    """Return the slip that made the parser stop at ``line`` (from 0), or None when it was something else."""
    if line >= len(lines):
        return None
    here = lines[line]
    if _TAB.match(here):
        return Problem(place, line + 1, 1, _("Voor deze regel staat een tab."), _("Spring in met spaties."))
    if (first := _first_above(_HARD_SPACES, line, lines)) is not None:
        message = _("Voor deze regel staan bijzondere spaties, vaak meegekomen met plakken.")
        return Problem(place, first + 1, 1, message, _("Haal ze weg en spring in met gewone spaties."))
    if found := _NAME_FIRST.search(here):
        message = _("Een tekst kan niet met {ander} of {anderen} beginnen.")
        remedy = _("Zet de hele tekst tussen aanhalingstekens.")
        return Problem(place, line + 1, here.index("{", found.start()) + 1, message, remedy)
    return _brackets(place, line, lines) if here.lstrip().startswith("- ") else None


def odd_colon(place: str, line: int, column: int, lines: list[str]) -> Problem | None:
    """Explain a colon that cannot be: in a text between curly quotes, or below a line that lacks a space."""
    if line >= len(lines):
        return None
    if curly := _CURLY_FIRST.search(lines[line], 0, column):
        message = _("Aanhalingstekens zoals {teken} tellen hier niet.").format(teken=curly[1])
        remedy = _('Zet de hele tekst tussen rechte aanhalingstekens (").')
        return Problem(place, line + 1, curly.start(1) + 1, message, remedy)
    first = _first_above(_NO_SPACE, line, lines)
    return None if first is None else no_space(place, first, lines)


def no_space(place: str, line: int, lines: list[str]) -> Problem | None:
    """Explain a line, from 0, where the space behind the colon was forgotten; None: it is another line."""
    found = _NO_SPACE.match(lines[line]) if line < len(lines) else None
    if found is None:
        return None
    message = _("Achter ‘{naam}:’ ontbreekt een spatie.").format(naam=shown(found[1]))
    return Problem(place, line + 1, found.end(1) + 1, message, _("Schrijf: naam, dubbele punt, spatie, tekst."))


def _brackets(place: str, line: int, lines: list[str]) -> Problem | None:
    above = next((n for n in range(line - 1, -1, -1) if lines[n].split("#")[0].strip()), 0)
    empty = _EMPTY.match(lines[above])
    if empty is None:
        return None
    message = _("Achter ‘{naam}:’ staat nog [], maar eronder staat een lijst.").format(naam=shown(empty[1]))
    return Problem(place, above + 1, empty.start(1) + 1, message, _("Haal [] weg."))


def _first_above(pattern: re.Pattern[str], line: int, lines: list[str]) -> int | None:
    """Return the first of the lines that fit, without a gap, down to ``line`` or the line above it; None: no line."""
    last = line if pattern.match(lines[line]) else line - 1
    first = last
    while first >= 0 and pattern.match(lines[first]):
        first -= 1
    return first + 1 if first < last else None

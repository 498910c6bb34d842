"""Quotation marks that open or close a text where they should not, told at the line where the text begins."""

import re
from typing import Any

from samenspel.authoring.problems import Problem
from samenspel.taal import _

Event = Any
"""What the YAML parser sees one after another; ruamel.yaml.clib gives it no type."""

_KEY = re.compile(r"( *)(?:- +)?\{?[\w.-]+:(?:\s|$)")
_PART = re.compile(r"( *-) ")
_ESCAPED_END = re.compile(r'\\"\s*$')


def swallows(event: Event, text: str) -> bool:
    """Say whether a scalar between quotes has taken in names of the lines below it: its second quote was forgotten."""
    start, end = event.start_mark, event.end_mark
    if event.style not in ("'", '"') or start.line == end.line:
        return False
    first, *below = text[start.index - start.column : end.index].split("\n")
    # The next part of a list has its dash to the left of where the texts of the list begin.
    depth = len(first) - len(first.lstrip(" -"))
    found = (_KEY.match(line) or _PART.match(line) for line in below)
    return any(name is not None and len(name[1]) <= depth for name in found)


def never_closed(place: str, line: int, column: int, lines: list[str]) -> Problem:
    """Explain a text whose second quote is missing; ``line`` and ``column``, from 0, are where it begins."""
    here = lines[line] if line < len(lines) else ""
    if here[column : column + 1] == "'":
        return _apostrophe(place, line, column)
    if _ESCAPED_END.search(here, column + 1):
        message = _("Door de \\ telt het aanhalingsteken erachter niet mee.")
        return Problem(place, line + 1, column + 1, message, escape()[1])
    message = _("Deze tekst begint met een aanhalingsteken, maar het tweede ontbreekt.")
    return Problem(place, line + 1, column + 1, message, _("Zet aan het eind van de tekst hetzelfde aanhalingsteken."))


def goes_on(place: str, event: Event) -> Problem:
    """Explain a text between quotes, the scalar ``event``, with more text after its second quote."""
    line, column, last = event.start_mark.line, event.start_mark.column, event.end_mark.line
    if event.style == "'":
        return _apostrophe(place, line, column)
    if last > line:
        message = _("Het tweede aanhalingsteken staat op regel {regel}, en daarachter staat nog tekst.").format(
            regel=last + 1
        )
    else:
        message = _("Achter het tweede aanhalingsteken staat nog tekst.")
    remedy = _('Zet de hele tekst tussen rechte aanhalingstekens ("), met daarbinnen ‘ en ’.')
    return Problem(place, line + 1, column + 1, message, remedy)


def escape() -> tuple[str, str]:
    r"""Return what is wrong, and what to do, where a \ stands in a text between double quotes."""
    return (
        _("In deze tekst staat een \\ met een teken dat niet kan."),
        _("Schrijf \\\\ voor één \\, of gebruik enkele aanhalingstekens."),
    )


def _apostrophe(place: str, line: int, column: int) -> Problem:
    message = _("Deze tekst begint met ' en dat telt als aanhalingsteken.")
    remedy = _('Zet de hele tekst tussen rechte dubbele aanhalingstekens (").')
    return Problem(place, line + 1, column + 1, message, remedy)

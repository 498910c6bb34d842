"""How texts without quotes end: cut off at a #, or with a quote that was never opened."""

import re
from collections.abc import Iterator

from samenspel.authoring.nodes import yaml
from samenspel.authoring.problems import Problem, shown
from samenspel.authoring.quotes import Event
from samenspel.taal import _

_REMARK = re.compile(r"[ \t]+#\s*\w")
_CLOSED = re.compile(r"(?:[.!?,;:…]|\s)'$")
"""A quote behind a sentence; behind a word it may be an apostrophe, as in ‘die van Hans'’."""
_OPENED = re.compile(r"(?<!\w)'(?=\w)")


def odd_endings(place: str, text: str) -> Iterator[Problem]:
    """Yield where a text without quotes ends otherwise than was probably meant; ``text`` is a whole sound file."""
    lines = text.split("\n")
    for event in yaml().parse(text):
        if type(event).__name__ == "ScalarEvent" and not event.style:
            yield from _cut(place, event, lines)
            yield from _stray(place, event)


def _cut(place: str, event: Event, lines: list[str]) -> Iterator[Problem]:
    """Yield when a text of several words stops at a # that may have been meant as part of it."""
    line, column = event.end_mark.line, event.end_mark.column
    after = lines[line][column:] if line < len(lines) else ""
    if _REMARK.match(after) and len(event.value.split()) > 1:
        message = _("Deze tekst stopt vóór ‘{rest}’.").format(rest=shown(after.strip()))
        remedy = _("Hoort dat stuk bij de tekst? Zet de hele tekst dan tussen aanhalingstekens.")
        yield Problem(place, line + 1, column + 1, message, remedy)


def _stray(place: str, event: Event) -> Iterator[Problem]:
    """Yield when a text ends with a straight quote that nothing opened."""
    value: str = event.value
    double = value.endswith('"') and value.count('"') % 2 == 1
    if double or (_CLOSED.search(value) and not _OPENED.search(value)):
        message = _("Deze tekst eindigt met een aanhalingsteken, maar begint er niet mee.")
        remedy = _("Haal het weg, of zet ook een aanhalingsteken aan het begin.")
        yield Problem(place, event.end_mark.line + 1, event.end_mark.column, message, remedy)

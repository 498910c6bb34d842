"""Lines that fit: wrapping that breaks a word only when it is longer than a whole line."""

import textwrap
from collections.abc import Iterable
from itertools import zip_longest

from samenspel.report.document import Table
from samenspel.taal import _

# What could move a terminal's cursor or turn a line around. Texts pass hygiene before they are stored; a file edited
# by hand did not.
_UNSAFE = dict.fromkeys((*range(10), *range(11, 32), *range(127, 160), *range(0x202A, 0x202F), *range(0x2066, 0x206A)))


def wrapped(text: str, width: int, first: str = "", rest: str | None = None) -> list[str]:
    """Break ``text`` into lines of at most ``width``, its own line ends kept.

    Args:
        text: plain text.
        width: the most characters on a line, the indents included.
        first: what the first line begins with, such as a bullet.
        rest: what the other lines begin with; by default as much blank as ``first`` takes.
    """
    indent = " " * len(first) if rest is None else rest
    found: list[str] = []
    for line in text.translate(_UNSAFE).split("\n") or [""]:
        found += textwrap.wrap(
            line,
            width,
            initial_indent=indent if found else first,
            subsequent_indent=indent,
            break_on_hyphens=False,
            replace_whitespace=False,
        ) or [(indent if found else first).rstrip()]
    return found


def centred(text: str, width: int) -> list[str]:
    """Break ``text`` into lines and put each in the middle."""
    return [line.center(width).rstrip() for line in wrapped(text, width)]


def labelled(label: str, text: str, width: int, column: int) -> list[str]:
    """Put ``label`` in a column of its own before ``text``; above it when the label is too wide for that."""
    if len(label) < column:
        return wrapped(text, width, first=_("{naam}:").format(naam=label).ljust(column + 1))
    return [*wrapped(_("{naam}:").format(naam=label), width), *wrapped(text, width, first="  ")]


# A table as text: in columns where they are wide enough to read, else one row under the other. -------------------

_GAP = 2
_NARROWEST = 11
"""A column narrower than this breaks too many words; then the rows stand under each other."""


def table(block: Table, width: int, empty: str = "") -> list[str]:
    """Return ``block`` as lines of at most ``width``; ``empty`` stands in cells that are to be filled in."""
    title = wrapped(block.title, width) if block.title else []
    widths = _widths(block, width)
    body = _stacked(block, width, empty) if min(widths) < _NARROWEST else _columns(block, widths, empty)
    return [*title, *body]


def _widths(block: Table, width: int) -> list[int]:
    room = width - _GAP * (len(block.widths) - 1)
    widths = [room * share // sum(block.widths) for share in block.widths]
    widths[0] += room - sum(widths)
    words = [_longest_word(row[place] for row in (block.head, *block.rows)) for place in range(len(widths))]
    for place, word in enumerate(words):  # what a column lacks for its longest word, the widest one gives, if it can
        widest = max(range(len(widths)), key=widths.__getitem__)
        lacking = word - widths[place]
        if lacking > 0 and widths[widest] - lacking >= max(words[widest], _NARROWEST):
            widths[place] += lacking
            widths[widest] -= lacking
    return widths


def _longest_word(cells: Iterable[str]) -> int:
    return max((len(word) for cell in cells for word in cell.split()), default=0)


def _columns(block: Table, widths: list[int], empty: str) -> list[str]:
    found = [*_row(block.head, widths, empty), "  ".join("─" * width for width in widths)]
    for row in block.rows:
        found += _row(row, widths, empty)
    return found


def _row(cells: tuple[str, ...], widths: list[int], empty: str) -> list[str]:
    columns = [wrapped(cell or empty, width) for cell, width in zip(cells, widths, strict=True)]
    return [
        (" " * _GAP).join(line.ljust(width) for line, width in zip(parts, widths, strict=True)).rstrip()
        for parts in zip_longest(*columns, fillvalue="")
    ]


def _stacked(block: Table, width: int, empty: str) -> list[str]:
    found: list[str] = []
    for row in block.rows:
        for place, (name, cell) in enumerate(zip(block.head, row, strict=True)):
            text = _("{naam}: {tekst}").format(naam=name, tekst=cell or empty)
            found += wrapped(text, width, first="  " if place else "- ", rest="    ")
    return found

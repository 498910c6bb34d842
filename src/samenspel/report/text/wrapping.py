"""Lines that fit: wrapping that breaks a word only when it is longer than a whole line."""

import textwrap

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

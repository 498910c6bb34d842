"""Large type in a terminal: letters spread wide, figures of three lines, people one by one, text with room around."""

from collections.abc import Iterable

from textual.content import Content

from samenspel.tui.presenting.block_letters import block_letters

WIDEST = 84
"""No line of text is longer than this: a room cannot follow longer ones."""
_SHORT = 6
"""A last line shorter than a sixth looks lost: then all lines become about as long."""
LABEL, STRONG, FAINT = "bold $accent", "bold", "not bold $muted"
FIRST, SECOND = "bold $primary", "bold $secondary"
"""The two parties; their names stand beside the colours."""
YES, NO = "●", "○"

Lines = list[Content]


def heading(text: str, width: int, most: int) -> Lines:
    """Return a title in block letters where they fit in ``most`` rows; else in spread capitals; else as it is."""
    if most and (block := block_letters(text, width, most)) is not None:
        return [Content(line) for line in block]
    spread = " ".join(text.upper().replace(" ", "\N{NO-BREAK SPACE}"))
    return [Content(spread)] if len(spread) <= width else Content(text).wrap(width)


def wrapped(text: str, width: int, style: str = "") -> Lines:
    """Return text in lines that are not too long for a room; no text has no lines, and no line is one short word."""
    if not text:
        return []
    content, width = Content.styled(text, style), min(width, WIDEST)
    lines = content.wrap(width)
    if len(lines) == 1 or lines[-1].cell_length > width // _SHORT:
        return lines
    even = content.wrap(min(width, content.cell_length // len(lines) + width // _SHORT))
    return even if len(even) == len(lines) else lines


def hanging(sign: str, text: str, width: int, style: str = "") -> Lines:
    """Return text with a sign before its first line; the other lines stand under the text."""
    lines = wrapped(text, min(width, WIDEST) - len(sign))
    return [
        Content.assemble((sign, style) if place == 0 else " " * len(sign), line) for place, line in enumerate(lines)
    ]


def spaced(groups: Iterable[Lines], lines: int = 1) -> Lines:
    """Put groups of lines under each other, with so many empty lines between them."""
    found: Lines = []
    for group in groups:
        if group:
            found += [*([Content()] * lines if found else ()), *group]
    return found


def digits(number: str, style: str = STRONG) -> Lines:
    """Return a number as figures of three lines high."""
    return [
        Content.styled(line.ljust(4 * len(number)), style) for line in block_letters(number, 4 * len(number), 1) or ()
    ]


def people(n: int, of: int, width: int, style: str = STRONG) -> Lines:
    """Draw ``of`` people, ``n`` of them filled; no more beside each other than there is room for."""
    row = max(1, (width + 1) // 2)
    signs = [YES] * n + [NO] * (of - n)
    return [
        Content.assemble(*((f"{sign} ", style if sign == YES else FAINT) for sign in signs[start : start + row]))
        for start in range(0, of, row)
    ]


def beside(left: Lines, right: Lines, width: int) -> Lines:
    """Put lines beside others, which begin at ``width``."""
    height = max(len(left), len(right))
    rows = []
    for place in range(height):
        one = left[place] if place < len(left) else Content()
        other = right[place] if place < len(right) else Content()
        rows.append(one + Content(" " * max(0, width - one.cell_length)) + other)
    return rows

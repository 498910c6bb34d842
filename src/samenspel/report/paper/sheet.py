"""A questionnaire on paper before it has a form: blocks that say what is printed and what may be filled in.

All texts are plain text. How it looks is the renderer's; what its fields are called stands in ``field_names``.
"""

from typing import Literal

from msgspec import Struct


class Head(Struct, frozen=True):
    """A heading: level 1 opens a part, 2 stands within it."""

    level: Literal[1, 2]
    text: str


class Say(Struct, frozen=True):
    """Running text; ``boxed`` for what must not be missed."""

    text: str
    boxed: bool = False


class Points(Struct, frozen=True):
    """A list of short texts."""

    items: tuple[str, ...]


class Choose(Struct, frozen=True):
    """A question with answers of which one is ticked; ``options`` holds (value, label).

    ``aside`` says that it goes with the question before it, and takes little room.
    """

    name: str
    text: str
    options: tuple[tuple[str, str], ...]
    help: str = ""
    aside: bool = False


class Write(Struct, frozen=True):
    """A question with room to write; at most ``limit`` characters when it is typed."""

    name: str
    text: str
    lines: int
    limit: int
    help: str = ""


class Column(Struct, frozen=True):
    """One answer of a grid: its value, the mark beside each box (may be empty), and what it means."""

    value: str
    mark: str
    label: str


class Line(Struct, frozen=True):
    """One row of a grid: what is asked, for whom in words, which of the columns it offers, and its note's field."""

    name: str
    text: str
    values: tuple[str, ...]
    number: str = ""
    remark: str = ""
    note: str = ""


class Grid(Struct, frozen=True):
    """Questions under each other with the same answers; ``title`` is a heading (empty: none)."""

    title: str
    columns: tuple[Column, ...]
    lines: tuple[Line, ...]
    help: str = ""


class Together(Struct, frozen=True):
    """Questions that stay on one page where they can."""

    blocks: tuple[Choose | Write | Grid, ...]


Block = Head | Say | Points | Choose | Write | Grid | Together


class Sheet(Struct, frozen=True):
    """The whole form. ``marks`` are the fields that are not shown, name → value."""

    title: str
    subtitle: str
    footer: str
    marks: dict[str, str]
    note_limit: int
    blocks: tuple[Block, ...]

    def __hash__(self) -> int:
        """Return a number for where what was made of it is kept; the marks are in a dictionary, which has none."""
        return hash((self.title, self.footer, self.blocks))

    def names(self) -> frozenset[str]:
        """Return the names of all fields, those that are not shown included."""
        return frozenset(self.marks).union(*map(_names, self.blocks))


def _names(block: Block) -> frozenset[str]:
    match block:
        case Choose() | Write():
            return frozenset([block.name])
        case Grid():
            return frozenset(name for line in block.lines for name in (line.name, line.note) if name)
        case Together():
            return frozenset().union(*map(_names, block.blocks))
        case _:
            return frozenset()

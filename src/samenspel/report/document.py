"""A report before it has a form: blocks that say what to tell. Every renderer shows every block.

Texts are plain text, never markup; each renderer escapes what it must. A chart carries its own sentence, and its
rows say in words what the drawing shows, so that no one needs eyes or colour for it.
"""

from typing import Literal

from msgspec import Struct

from samenspel.taal import _


class Heading(Struct, frozen=True, tag=True):
    """A heading: level 1 opens a new part of the report (on paper mostly a new page), 2 and 3 stand within it.

    ``apart`` opens what can be taken off: on paper always a new page, and no part after it needs one of its own.
    """

    level: Literal[1, 2, 3]
    text: str
    apart: bool = False


class Paragraph(Struct, frozen=True, tag=True):
    """Running text; ``small`` for the colophon and sources."""

    text: str
    small: bool = False


class Notice(Struct, frozen=True, tag=True):
    """A sentence or two that must not be missed."""

    text: str


class Bullets(Struct, frozen=True, tag=True):
    """A list of short texts; ``contents``: of the parts that follow, left out where those are listed already."""

    items: tuple[str, ...]
    contents: bool = False


class SideList(Struct, frozen=True):
    """One of two lists that stand beside each other: its items, and its title; none where it goes on from the first."""

    title: str
    items: tuple[str, ...]


class Beside(Struct, frozen=True, tag=True):
    """Two lists side by side, such as what is low and what is high; below each other where there is no room."""

    left: SideList
    right: SideList


def in_two(title: str, items: tuple[str, ...]) -> Beside:
    """Return short lines as one list, which takes half as much of a page in two columns."""
    half = (len(items) + 1) // 2
    return Beside(SideList(title, items[:half]), SideList("", items[half:]))


class Facts(Struct, frozen=True, tag=True):
    """Names with their values, such as *gebied: oost*."""

    rows: tuple[tuple[str, str], ...]


class ScoreRow(Struct, frozen=True):
    """One line of a score chart: where the dot stands (1..5), where it stood before, and what that means in words.

    ``counted``: the remark without its first words, for a column that has those (``ScoreChart.counts``) at its head.
    """

    label: str
    value: float | None
    previous: float | None
    band: str
    remark: str = ""
    counted: str = ""


class ScoreChart(Struct, frozen=True, tag=True):
    """Dots on the full 1-5 axis, with the edges of the bands; ``sentence`` says the whole in words."""

    title: str
    sentence: str
    rows: tuple[ScoreRow, ...]
    bands: tuple[tuple[float, str], ...]
    counts: str = ""


class ShareChart(Struct, frozen=True, tag=True):
    """Bars for counts out of a total, one row each: label, count, total."""

    title: str
    sentence: str
    rows: tuple[tuple[str, int, int], ...]


class GapRow(Struct, frozen=True):
    """One line of a gap chart.

    Attributes:
        label: what the line is about.
        values: where each of the two sides stands (1..5), None where that may not be shown.
        hidden: for each side why it has no dot, in words; empty where it has one.
        whole: where all together stand, None when unknown or not drawn.
        gap: the gap between the sides, in words.
        remark: spread and agreement, or whatever else belongs to this line, in words.
    """

    label: str
    values: tuple[float | None, float | None]
    hidden: tuple[str, str] = ("", "")
    whole: float | None = None
    gap: str = ""
    remark: str = ""


class GapChart(Struct, frozen=True, tag=True):
    """Two sides (parties, or waves) on one line of the full 1-5 axis each, with the gap between them.

    ``sides`` names the two; ``whole`` names where all together stand, and is empty when that is not drawn. ``waves``:
    the sides are two waves, which have other signs than the two parties.
    """

    title: str
    sentence: str
    sides: tuple[str, str]
    rows: tuple[GapRow, ...]
    whole: str = ""
    waves: bool = False


class SpreadRow(Struct, frozen=True):
    """One statement of a spread chart: how many gave 1..5, how many *weet ik niet*, and words beside it.

    ``counts`` is None where they may not be shown; ``words`` then says why, or what may be said.
    """

    label: str
    counts: tuple[int, ...] | None
    unknown: int
    words: str


class SpreadChart(Struct, frozen=True, tag=True):
    """Stacked bars that diverge around the middle; neutral (3) and *weet ik niet* stand apart.

    ``labels`` names the answers 1..5, ``dont_know`` the answer 0.
    """

    title: str
    sentence: str
    rows: tuple[SpreadRow, ...]
    labels: tuple[str, ...]
    dont_know: str


class Table(Struct, frozen=True, tag=True):
    """A table: column heads, rows of as many cells, and the columns' relative widths (same length as the heads)."""

    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[int, ...]


class AdviceCard(Struct, frozen=True, tag=True):
    """One advice: what it is, why it is given, and how to begin; ``facts`` are who, time, and what makes it last.

    The first step stands before ``study``, the evidence: it is what a person is to do.
    """

    title: str
    what: str
    why: tuple[str, ...]
    study: str
    first_step: str
    facts: tuple[tuple[str, str], ...]
    worksheet: str = ""


class SheetPart(Struct, frozen=True):
    """A piece of a worksheet: text, boxes to tick, questions with lines to write on, an empty table to fill in."""

    heading: str
    text: str
    ticks: tuple[str, ...]
    questions: tuple[str, ...]
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


class WorksheetPage(Struct, frozen=True, tag=True):
    """One page to fill in with a pen; starts on a page of its own and fits on it. ``kind`` stands above its title."""

    title: str
    intro: str
    parts: tuple[SheetPart, ...]
    kind: str = _("Werkblad")


Block = (
    Heading
    | Paragraph
    | Notice
    | Bullets
    | Beside
    | Facts
    | ScoreChart
    | ShareChart
    | GapChart
    | SpreadChart
    | Table
    | AdviceCard
    | WorksheetPage
)


class Document(Struct, frozen=True):
    """A report: its title, a line under it, the blocks, and what stands at the foot of every page.

    ``loose``: its pages are handed out one by one, so on paper they have no page number and no title above them.
    """

    title: str
    subtitle: str
    footer: str
    blocks: tuple[Block, ...]
    author: str = "samenspel"
    language: str = "nl-NL"
    loose: bool = False

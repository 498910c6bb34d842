"""Where everything stands in a chart, and what it says in words: PDF, HTML, text and screen show the same.

Places are fractions of the width; for those who draw in characters, columns.

The axis always runs over the whole scale, 1 to 5, so that two charts can be compared with a ruler. A dot's band is
told three ways: by colour (Okabe and Ito's palette, safe for colour-blind eyes), by shape, and by its name beside it.
"""

from math import cos, pi, sin
from typing import Literal

from msgspec import Struct

from samenspel.questionnaire.model import DONT_KNOW, HIGHEST, LOWEST
from samenspel.report import wording
from samenspel.report.document import GapChart, GapRow, ScoreChart, ScoreRow, ShareChart, SpreadChart, SpreadRow, Table
from samenspel.taal import _

Shape = Literal["triangle", "diamond", "circle", "square", "star"]


class Mark(Struct, frozen=True):
    """How a band or a side looks: a colour for ink, a pale tint for its zone, a shape, and that as a character."""

    colour: str
    tint: str
    shape: Shape
    sign: str


LOW = Mark("#D55E00", "#FBE9DD", "triangle", "▲")
MIDDLE = Mark("#B87F00", "#FDF3DC", "diamond", "◆")  # Okabe and Ito's orange, darkened to be readable on white
HIGH = Mark("#009E73", "#DDF2EB", "star", "★")
FIRST = Mark("#0072B2", "#DCEBF5", "circle", "●")
SECOND = Mark("#D55E00", "#FBE9DD", "square", "■")
"""The two parties: they differ in colour and in shape, and nothing else has these signs."""
BEFORE = Mark("#5B6770", "#E9ECEF", "diamond", "◇")
NOW = Mark("#3A3F8F", "#E4E5F3", "triangle", "▲")
"""The wave before, and this one."""
STAR = tuple((long * sin(corner * pi / 5), long * cos(corner * pi / 5)) for corner, long in enumerate((1.0, 0.45) * 5))
"""The corners of a star around its middle, of which y goes up: its points are 1 long."""
WHOLE_SIGN, BOTH_SIGN, BEFORE_SIGN = "┃", "◈", "○"
"""All together; two sides in the same place, where there is room for one character only; and the previous time."""
BEFORE_WORDS = _("de vorige keer (bij dezelfde stellingen)")
"""What the sign of the previous time is, and why a row may have none."""
_NEAR = 0.055
"""Two dots nearer than this (of the axis) would overlap."""
_APART = 0.12
"""What is kept free before what stands apart in a spread chart, in the length that 100 % takes."""
_SPREAD = 4 + 2 * _APART
_IN_LINE = 3
"""Counts in a line beside a bar: so that bar and counts take no more lines than below each other."""
_USUAL_COUNTS, _BETWEEN, _SHORTEST_BAR = len("1: 99× · 2: 99× · 3: 99×"), 2, 30
"""Characters: what counts are given beside a bar, so that bars on a page are equally long; and the least of a bar."""
CENTRE = 1 / _SPREAD
NEUTRAL = (2 + _APART) / _SPREAD
UNKNOWN = (3 + 2 * _APART) / _SPREAD
FULL = 1 / _SPREAD
"""Where *eens* and *oneens* meet, where 3 and where *weet ik niet* begin, and how long 100 % is."""


class Look(Struct, frozen=True):
    """How one answer looks in a spread chart: a fill, and an ink that is readable on it.

    In characters a piece is filled with the answer's own digit, which every terminal and printer has.
    """

    fill: str
    ink: str


LOOKS = {
    1: Look("#B84F00", "#FFFFFF"),
    2: Look("#F2B98F", "#1C2733"),
    3: Look("#D9DEE3", "#1C2733"),
    4: Look("#A3CDE8", "#1C2733"),
    5: Look("#0072B2", "#FFFFFF"),
    0: Look("#FFFFFF", "#1C2733"),
}
"""Okabe and Ito's vermillion (darkened, to carry white) and blue, and a light shade of each: dark is the outer one."""


class Dot(Struct, frozen=True):
    """One row of a score chart: ``at`` and ``before`` are positions 0..1, None without a score; ``mark`` its band's."""

    row: ScoreRow
    at: float | None
    before: float | None
    mark: Mark | None


class Zone(Struct, frozen=True):
    """A band on the axis: from ``start`` to ``end`` (0..1), its name and its mark."""

    start: float
    end: float
    name: str
    mark: Mark


class Bar(Struct, frozen=True):
    """One row of a share chart: ``length`` is 0..1 of the full width."""

    label: str
    count: int
    total: int
    length: float


class Pair(Struct, frozen=True):
    """One row of a gap chart: positions 0..1 of both sides and of all together, None where there is nothing to draw.

    ``near``: the sides would overlap, so they stand above each other, with their figures beside them.
    """

    row: GapRow
    at: tuple[float | None, float | None]
    whole: float | None
    near: bool
    marks: tuple[Mark, Mark] = (FIRST, SECOND)

    @property
    def outward(self) -> tuple[int, int]:
        """Where the figure of each side stands when they are near, away from the other: -1 left, 1 right."""
        first, second = self.at
        left = first is not None and second is not None and first < second
        return (-1, 1) if left else (1, -1)


class Segment(Struct, frozen=True):
    """A piece of a bar in a spread chart: the ``answer`` (0..5) with its count, from ``start`` to ``end`` (0..1)."""

    answer: int
    count: int
    start: float
    end: float


def position(value: float) -> float:
    """Return where ``value`` (1..5) stands on the axis: 0.0 at 1, 1.0 at 5."""
    return (value - LOWEST) / (HIGHEST - LOWEST)


def ticks() -> tuple[tuple[float, str], ...]:
    """Return the marks of the axis: position and label, 1 to 5."""
    return tuple((position(value), str(value)) for value in range(LOWEST, HIGHEST + 1))


def zones(chart: ScoreChart) -> tuple[Zone, ...]:
    """Return the bands of ``chart`` along the axis, lowest first; together they cover it from 0.0 to 1.0."""
    edges = [position(edge) for edge, _ in chart.bands]
    ends = [*edges[1:], 1.0]
    return tuple(
        Zone(0.0 if place == 0 else edges[place], ends[place], name, mark(place, len(chart.bands)))
        for place, (_, name) in enumerate(chart.bands)
    )


def dots(chart: ScoreChart) -> tuple[Dot, ...]:
    """Return the rows of ``chart`` with the positions of their dots."""
    return tuple(
        Dot(
            row,
            at=None if row.value is None else position(row.value),
            before=None if row.previous is None else position(row.previous),
            mark=None if row.value is None else _mark_of(chart, row.value),
        )
        for row in chart.rows
    )


def bars(chart: ShareChart) -> tuple[Bar, ...]:
    """Return the rows of ``chart`` with the lengths of their bars; a total of 0 has an empty bar."""
    return tuple(Bar(label, count, total, count / total if total else 0.0) for label, count, total in chart.rows)


def pairs(chart: GapChart) -> tuple[Pair, ...]:
    """Return the rows of ``chart`` with the positions of their dots."""
    return tuple(_pair(row, marks(chart)) for row in chart.rows)


def marks(chart: GapChart) -> tuple[Mark, Mark]:
    """Return how the two sides of ``chart`` look."""
    return (BEFORE, NOW) if chart.waves else (FIRST, SECOND)


def segments(row: SpreadRow) -> tuple[Segment, ...]:
    """Return the pieces of one bar, from left to right; none where the counts are not shown or nobody answered.

    *Oneens* grows to the left from ``CENTRE``, *eens* to the right; 3 stands apart from ``NEUTRAL`` on, 0 from
    ``UNKNOWN`` on. All have the same scale: every answer given to the statement together is 100 %.
    """
    counts = row.counts or ()
    total = sum(counts) + row.unknown
    if row.counts is None or not total:
        return ()
    one, two, three, four, five = (count / total / _SPREAD for count in counts)
    unknown = row.unknown / total / _SPREAD
    left = max(0.0, CENTRE - two - one)  # a third and two thirds are a hair more than one
    starts = (left, CENTRE - two, CENTRE, CENTRE + four, NEUTRAL, UNKNOWN)
    lengths, answers = (one, two, four, five, three, unknown), (1, 2, 4, 5, 3, 0)
    return tuple(
        Segment(answer, counts[answer - 1] if answer else row.unknown, start, start + length)
        for answer, start, length in zip(answers, starts, lengths, strict=True)
        if length
    )


def _pair(row: GapRow, marks: tuple[Mark, Mark]) -> Pair:
    first, second = (None if value is None else position(value) for value in row.values)
    near = first is not None and second is not None and abs(first - second) < _NEAR
    return Pair(row, (first, second), None if row.whole is None else position(row.whole), near, marks)


def mark(place: int, of: int) -> Mark:
    """Return the mark of band ``place`` (0 = lowest) out of ``of``: the ends differ, all between look the same."""
    if place == of - 1:
        return HIGH
    return LOW if place == 0 else MIDDLE


def _mark_of(chart: ScoreChart, value: float) -> Mark:
    place = max((n for n, (edge, _) in enumerate(chart.bands) if edge <= value), default=0)
    return mark(place, len(chart.bands))


# The same in characters: which sign stands in which column. ------------------------------------------------------


def column(at: float, length: int) -> int:
    """Return in which column of a line of ``length`` columns a position stands."""
    return round(at * (length - 1))


def dot_signs(dot: Dot, length: int) -> dict[int, str]:
    """Return column → sign for a row of a score chart: the previous time, and the mark of its band."""
    found: dict[int, str] = {}
    if dot.before is not None:
        found[column(dot.before, length)] = BEFORE_SIGN
    if dot.at is not None and dot.mark is not None:
        found[column(dot.at, length)] = dot.mark.sign
    return found


def pair_signs(pair: Pair, length: int) -> dict[int, str]:
    """Return column → sign for a row of a gap chart: the gap between the sides, all together, and both sides."""
    first, second = (None if side is None else column(side, length) for side in pair.at)
    found: dict[int, str] = {}
    if first is not None and second is not None:
        found |= dict.fromkeys(range(*sorted((first, second))), "━")
    if pair.whole is not None:
        found[column(pair.whole, length)] = WHOLE_SIGN
    if first is not None:
        found[first] = pair.marks[0].sign
    if second is not None:
        found[second] = BOTH_SIGN if second == first else pair.marks[1].sign
    return found


def bar_room(chart: SpreadChart, room: int) -> int:
    """Return how many of ``room`` columns the bars of ``chart`` have beside their counts; 0: these do not fit there."""
    counts = max((len(line) for row in chart.rows for line in counts_beside(row)), default=0)
    left = room - max(counts, _USUAL_COUNTS) - _BETWEEN
    return left if left >= _SHORTEST_BAR else 0


def bar_signs(row: SpreadRow, length: int) -> str:
    """Return the bar of a spread chart as ``length`` characters: each piece is made of its answer's digit."""
    cells = [" "] * length
    room = length - 1  # the middle line takes a column of its own
    centre = round(CENTRE * room)
    cells[centre] = "│"
    for segment in segments(row):
        start, end = round(segment.start * room), round(segment.end * room)
        shift = 1 if start >= centre else 0
        cells[start + shift : end + shift] = str(segment.answer) * (end - start)
    return "".join(cells)


# The same in words, and as a table. -------------------------------------------------------------------------------


def share_words(bar: Bar) -> str:
    """Say how many out of how many."""
    return _("{aantal} van {totaal}").format(aantal=bar.count, totaal=bar.total)


def sides_words(chart: GapChart, row: GapRow) -> tuple[str, ...]:
    """Say for each side where it stands or why that is hidden, and where all together stand."""
    parts = [_side(name, value, why) for name, value, why in zip(chart.sides, row.values, row.hidden, strict=True)]
    if chart.whole and row.whole is not None:
        parts.append(_side(chart.whole, row.whole, ""))
    return tuple(parts)


def counts_words(row: SpreadRow) -> str:
    """Say how many gave each answer: ``1: 2× · 2: 4× …``, 0 where anyone did; empty where that is not shown."""
    return " · ".join(_counts(row))


def counts_beside(row: SpreadRow) -> tuple[str, ...]:
    """Say the same in two lines, which stand beside the row's bar; none where there is no bar."""
    parts = _counts(row) if segments(row) else []
    return tuple(" · ".join(parts[at : at + _IN_LINE]) for at in range(0, len(parts), _IN_LINE))


def _counts(row: SpreadRow) -> list[str]:
    if row.counts is None:
        return []
    parts = [f"{answer}: {count}×" for answer, count in enumerate(row.counts, start=1)]
    return [*parts, f"0: {row.unknown}×"] if row.unknown else parts


def bar_words() -> str:
    """Say how to read a bar that is drawn in characters: its digits are answers, and its length is how many."""
    return (
        _("Hoe langer, hoe meer mensen. De cijfers zijn antwoorden, geen personen.")
        + " "
        + _("{midden} en {weet_niet} staan apart.").format(midden=3, weet_niet=DONT_KNOW)
    )


def gap_table(chart: GapChart) -> Table:
    """Return the figures of a gap chart as a table without a title."""
    whole = bool(chart.whole) and any(row.whole is not None for row in chart.rows)
    remark = any(row.remark for row in chart.rows)
    return Table(
        title="",
        head=(
            _("onderdeel"),
            *chart.sides,
            *((chart.whole,) if whole else ()),
            _("verschil"),
            *((_("opmerking"),) if remark else ()),
        ),
        rows=tuple(
            (
                row.label,
                *(_cell(value, why) for value, why in zip(row.values, row.hidden, strict=True)),
                *((_cell(row.whole, ""),) if whole else ()),
                row.gap or "–",
                *((row.remark,) if remark else ()),
            )
            for row in chart.rows
        ),
        widths=(5, 3, 3, *((2,) if whole else ()), 4, *((4,) if remark else ())),
    )


def spread_table(chart: SpreadChart) -> Table:
    """Return the counts of a spread chart as a table without a title."""
    return Table(
        title="",
        head=(
            _("stelling"),
            *(f"{answer} {label}" for answer, label in enumerate(chart.labels, start=1)),
            chart.dont_know,
            _("opmerking"),
        ),
        rows=tuple(
            (
                row.label,
                *(("–",) * len(chart.labels) if row.counts is None else map(str, row.counts)),
                "–" if row.counts is None else str(row.unknown),
                row.words,
            )
            for row in chart.rows
        ),
        widths=(6, *(2,) * len(chart.labels), 2, 5),
    )


def _side(name: str, value: float | None, why: str) -> str:
    return f"{name}: {_cell(value, why)}"


def _cell(value: float | None, why: str) -> str:
    return why if value is None and why else wording.figure(value)

"""Where everything stands in a chart, as fractions of its width: PDF, HTML and screen draw from the same numbers.

The axis always runs over the whole scale, 1 to 5, so that two charts can be compared with a ruler. A dot's band is
told three ways: by colour (Okabe and Ito's palette, safe for colour-blind eyes), by shape, and by its name beside it.
"""

from typing import Literal

from msgspec import Struct

from samenspel.questionnaire.model import HIGHEST, LOWEST
from samenspel.report.document import ScoreChart, ScoreRow, ShareChart

Shape = Literal["triangle", "diamond", "circle"]


class Mark(Struct, frozen=True):
    """How a band looks: a colour for ink, a pale tint for its zone, a shape, and that shape as a character."""

    colour: str
    tint: str
    shape: Shape
    sign: str


LOW = Mark("#D55E00", "#FBE9DD", "triangle", "▲")
MIDDLE = Mark("#B87F00", "#FDF3DC", "diamond", "◆")  # Okabe and Ito's orange, darkened to be readable on white
HIGH = Mark("#009E73", "#DDF2EB", "circle", "●")
BEFORE_SIGN = "○"
"""The previous time: a hollow dot."""


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


def mark(place: int, of: int) -> Mark:
    """Return the mark of band ``place`` (0 = lowest) out of ``of``: the ends differ, all between look the same."""
    if place == of - 1:
        return HIGH
    return LOW if place == 0 else MIDDLE


def _mark_of(chart: ScoreChart, value: float) -> Mark:
    place = max((n for n, (edge, _) in enumerate(chart.bands) if edge <= value), default=0)
    return mark(place, len(chart.bands))

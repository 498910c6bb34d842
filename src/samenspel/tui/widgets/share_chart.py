"""Counts out of a total, as bars in characters with the counts beside them."""

from collections.abc import Sequence

from textual.content import Content

from samenspel.report.charts import Bar, bars
from samenspel.report.document import ShareChart
from samenspel.taal import _

_LONGEST_BAR = 40
_GAP = 2


def draw(chart: ShareChart, width: int) -> Sequence[Content]:
    """Draw one line for each row."""
    rows = bars(chart)
    label = max((len(bar.label) for bar in rows), default=0) + _GAP
    count = max((len(_count(bar)) for bar in rows), default=0) + _GAP
    longest = max(1, min(_LONGEST_BAR, width - label - count))
    lines = []
    for bar in rows:
        full = round(bar.length * longest)
        drawn = Content.assemble(("█" * full, "$primary"), ("─" * (longest - full), "$foreground 50%"))
        lines.append(Content(bar.label.ljust(label)) + drawn + Content(" " * _GAP + _count(bar)))
    return lines


def _count(bar: Bar) -> str:
    return _("{aantal} van {totaal}").format(aantal=bar.count, totaal=bar.total)

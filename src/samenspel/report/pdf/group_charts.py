"""Two sides on one line, and answers that diverge around the middle, on paper."""

from msgspec.structs import replace
from reportlab.platypus import Flowable

from samenspel.report.chart_words import gap_table, spread_table
from samenspel.report.document import GapChart, SpreadChart
from samenspel.report.pdf.table import table


def gap_chart(chart: GapChart) -> list[Flowable]:
    """Return a gap chart."""
    return table(replace(gap_table(chart), title=chart.title))


def spread_chart(chart: SpreadChart) -> list[Flowable]:
    """Return a spread chart."""
    return table(replace(spread_table(chart), title=chart.title))

"""Two sides on one line, and answers that diverge around the middle, in HTML."""

from msgspec.structs import replace

from samenspel.report.chart_words import gap_table, spread_table
from samenspel.report.document import GapChart, SpreadChart
from samenspel.report.html.table import table


def gap_chart(chart: GapChart, anchor: str) -> str:
    """Return a gap chart as a figure; ``anchor`` makes its ids."""
    return f'<p id="{anchor}">{chart.sentence}</p>' + table(replace(gap_table(chart), title=chart.title))


def spread_chart(chart: SpreadChart, anchor: str) -> str:
    """Return a spread chart as a figure; ``anchor`` makes its ids."""
    return f'<p id="{anchor}">{chart.sentence}</p>' + table(replace(spread_table(chart), title=chart.title))

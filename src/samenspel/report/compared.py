"""The gap chart of a report as a page of a presentation, and that page as a chart: one geometry draws both."""

from samenspel.presenting.pages import Compared, ComparedRow
from samenspel.report.document import GapChart, GapRow


def as_page(chart: GapChart, remark: str = "") -> Compared:
    """Return ``chart`` as a page, with ``remark`` below its rows."""
    rows = tuple(ComparedRow(row.label, row.values, row.hidden, row.whole, row.gap) for row in chart.rows)
    return Compared(chart.sides, rows, chart.whole, chart.waves, remark)


def as_chart(page: Compared) -> GapChart:
    """Return the chart of a page, to be drawn."""
    rows = tuple(GapRow(row.label, row.values, row.hidden, row.whole, row.said) for row in page.rows)
    return GapChart("", "", page.sides, rows, page.whole, page.waves)

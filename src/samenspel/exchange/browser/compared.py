"""Two sides beside each other for a room, in a browser: each row has its line from 1 to 5, and its figures in words."""

from collections.abc import Sequence
from html import escape
from typing import Final

from samenspel.presenting.pages import Compared
from samenspel.report.charts import WHOLE_SIGN, marks, pairs
from samenspel.report.compared import as_chart
from samenspel.report.document import GapRow
from samenspel.report.html.charts import gap_track
from samenspel.taal import getal

_SHORT: Final = 24
"""A name of no more signs than this stands beside its line."""


def compared(body: Compared) -> str:
    """Return what stands on the page; every text in it is escaped."""
    chart = as_chart(body)
    kinds = ("before", "now") if body.waves else ("first", "second")
    named = [*zip(kinds, (mark.sign for mark in marks(chart)), body.sides, strict=True)]
    if body.whole:
        named.append(("whole", WHOLE_SIGN, body.whole))
    keys = "".join(
        f'<li><b class="{kind}" aria-hidden="true">{sign}</b> {escape(name)}</li>' for kind, sign, name in named
    )
    long = max(len(row.label) for row in body.rows) > _SHORT
    rows = "".join(
        f'<li><p class="strong">{escape(pair.row.label)}</p><div class="track"><span aria-hidden="true">1</span>'
        f'{gap_track(chart, pair, narrow=not long)}<span aria-hidden="true">5</span></div>'
        f'<p class="figures">{_figures(named, pair.row)}</p>'
        f'{f"""<p class="said">{escape(pair.row.gap)}</p>""" if pair.row.gap else ""}</li>'
        for pair in pairs(chart)
    )
    remark = f'<p class="soft">{escape(body.remark)}</p>' if body.remark else ""
    return f'<ul class="sides-keys">{keys}</ul><ul class="rows{" long" if long else ""}">{rows}</ul>{remark}'


def _figures(named: Sequence[tuple[str, str, str]], row: GapRow) -> str:
    """Return the figures of a row, each behind its sign; who cannot see that hears the name."""
    told = [why if value is None else getal(value) for value, why in zip(row.values, row.hidden, strict=True)]
    if row.whole is not None:
        told.append(getal(row.whole))
    return " ".join(
        f'<span><b class="{kind}" aria-hidden="true">{sign}</b><span class="heard">{escape(name)}:</span> '
        f"{escape(said)}</span>"
        for (kind, sign, name), said in zip(named, told, strict=False)
    )

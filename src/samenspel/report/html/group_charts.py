"""Two sides on one line, and answers that diverge around the middle, in HTML.

A drawing for each row, with its name above it and its words below it as text, and one table that says the same.
"""

from html import escape

from samenspel.report import charts
from samenspel.report.chart_words import counts_words, gap_table, sides_words, spread_table
from samenspel.report.document import GapChart, SpreadChart, SpreadRow, Table
from samenspel.report.html.table import table
from samenspel.taal import _, getal

_WIDTH, _MARGIN = 440, 14
_AXIS = _WIDTH - 2 * _MARGIN
_LINE_HEIGHT, _MIDDLE, _BAR = 70, 28, 22
_APART, _BESIDE = 7.5, 20
"""How far from the line the sides stand that are near to each other, and their figures from them."""
_NARROWEST = 14
"""A piece narrower than this has no room for its count; the words below have it."""
_KINDS = ("first", "second")


def gap_chart(chart: GapChart, anchor: str) -> str:
    """Return a gap chart as a figure; ``anchor`` makes its ids."""
    rows = "".join(_gap_row(chart, pair, f"{anchor}-{place}") for place, pair in enumerate(charts.pairs(chart)))
    names = [*zip(_KINDS, chart.sides, strict=True), *((("whole", chart.whole),) if chart.whole else ())]
    keys = "".join(f"<li>{_key(kind)}{escape(name)}</li>" for kind, name in names)
    return _figure(chart, anchor, f'<ul class="keys">{keys}</ul>{rows}', gap_table(chart))


def spread_chart(chart: SpreadChart, anchor: str) -> str:
    """Return a spread chart as a figure; ``anchor`` makes its ids."""
    rows = "".join(_spread_row(row, f"{anchor}-{place}") for place, row in enumerate(chart.rows))
    names = [*enumerate(chart.labels, start=1), (0, chart.dont_know)]
    keys = "".join(f"<li>{_key(f'a{answer}')}{answer} {escape(name)}</li>" for answer, name in names)
    guide = _("Links van de eerste streep staat oneens, rechts eens. ‘{midden}’ en ‘{weet_niet}’ staan apart.").format(
        midden=chart.labels[2], weet_niet=chart.dont_know
    )
    drawing = f'<ul class="keys">{keys}</ul><p class="small">{escape(guide)}</p>{rows}'
    return _figure(chart, anchor, drawing, spread_table(chart))


def _figure(chart: GapChart | SpreadChart, anchor: str, drawing: str, words: Table) -> str:
    same = escape(_("Dezelfde cijfers als tabel"))
    return (
        f'<figure aria-labelledby="{anchor}"><h3 id="{anchor}">{escape(chart.title)}</h3>'
        f"<p>{escape(chart.sentence)}</p>{drawing}"
        f"<details><summary>{same}</summary>{table(words)}</details></figure>"
    )


def _gap_row(chart: GapChart, pair: charts.Pair, anchor: str) -> str:
    row, told = pair.row, sides_words(chart, pair.row)
    drawing = [_line(_x(0), _MIDDLE, _x(1), _MIDDLE, "line")]
    for at, label in charts.ticks():
        drawing.append(_line(_x(at), _MIDDLE - 7, _x(at), _MIDDLE + 7, "tick"))
        drawing.append(_text(_x(at), _LINE_HEIGHT - 3, label, "note middle"))
    first, second = pair.at
    if first is not None and second is not None:
        drawing.append(_line(_x(first), _MIDDLE, _x(second), _MIDDLE, "between"))
    if pair.whole is not None:
        drawing.append(_line(_x(pair.whole), _MIDDLE - 9, _x(pair.whole), _MIDDLE + 9, "whole"))
    for place, (kind, side, value) in enumerate(zip(_KINDS, pair.at, row.values, strict=True)):
        if side is None or value is None:
            continue
        # The first side's figure stands above the line, the other's below it, beside the axis' number.
        x, y, figure = _x(side), float(_MIDDLE), (_x(side), _MIDDLE + (22.0 if place else -14.0))
        if pair.near:
            y += _APART if place else -_APART
            figure = (x + pair.outward[place] * _BESIDE, y + 4)
        drawing += [_mark(kind, x, y), _text(*figure, getal(value), "name middle")]
    words = [" · ".join(told), row.gap, row.remark]
    return _row(anchor, row.label, " · ".join(told), _LINE_HEIGHT, "".join(drawing), [said for said in words if said])


def _spread_row(row: SpreadRow, anchor: str) -> str:
    counted, pieces = counts_words(row), charts.segments(row)
    words = [said for said in (counted, row.words) if said]
    if not pieces:
        return _row(anchor, row.label, "", 0, "", words)
    drawing = [
        _line(at * _WIDTH, 0, at * _WIDTH, _BAR, "tick") for at in (charts.CENTRE, charts.NEUTRAL, charts.UNKNOWN)
    ]
    for piece in pieces:
        x, width = piece.start * _WIDTH, (piece.end - piece.start) * _WIDTH
        drawing.append(
            f'<rect class="answer a{piece.answer}" x="{x:.5g}" y="3" width="{width:.5g}" height="{_BAR - 6}"/>'
        )
        if width >= _NARROWEST:
            drawing.append(_text(x + width / 2, _BAR - 7, str(piece.count), f"count a{piece.answer}"))
    return _row(anchor, row.label, counted, _BAR, "".join(drawing), words)


def _row(anchor: str, name: str, said: str, height: int, drawing: str, words: list[str]) -> str:  # noqa: PLR0913, PLR0917 - what a row consists of
    svg = (
        f'<svg role="img" viewBox="0 0 {_WIDTH} {height}" aria-labelledby="{anchor}-titel {anchor}-tekst">'
        f'<title id="{anchor}-titel">{escape(name)}</title><desc id="{anchor}-tekst">{escape(said)}</desc>'
        f"{drawing}</svg>"
        if drawing
        else ""
    )
    told = "".join(f"<p>{escape(text)}</p>" for text in words)
    return f'<div class="charted"><p class="name">{escape(name)}</p>{svg}{told}</div>'


def _key(kind: str) -> str:
    return f'<span class="key {kind}" aria-hidden="true"></span>'


def _mark(kind: str, x: float, y: float) -> str:
    if kind == "first":
        return f'<circle class="side first" cx="{x:.5g}" cy="{y:.5g}" r="7"/>'
    return f'<rect class="side second" x="{x - 6.5:.5g}" y="{y - 6.5:.5g}" width="13" height="13"/>'


def _text(x: float, y: float, text: str, kind: str) -> str:
    return f'<text class="{kind}" x="{x:.5g}" y="{y:.5g}">{escape(text)}</text>'


def _line(x1: float, y1: float, x2: float, y2: float, kind: str) -> str:
    return f'<line class="{kind}" x1="{x1:.5g}" y1="{y1:.5g}" x2="{x2:.5g}" y2="{y2:.5g}"/>'


def _x(at: float) -> float:
    return _MARGIN + at * _AXIS

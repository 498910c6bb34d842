"""Charts in HTML: drawings with a title and a description, a sentence, and a table that says the same.

The chart of one person's scores, or of shares, is one drawing. That of a group has a drawing for each row, with its
name above and its words below as text.
"""

from collections.abc import Iterator
from html import escape

from samenspel.report import charts, wording
from samenspel.report.charts import counts_words, gap_table, sides_words, spread_table
from samenspel.report.document import GapChart, ScoreChart, ShareChart, SpreadChart, SpreadRow, Table
from samenspel.taal import _, getal

# The drawing's own units: it shrinks with the page, so words stand above each line and not beside it.
_WIDTH, _MARGIN, _SIDES_MARGIN = 440, 12, 14
"""How wide every drawing is, and what stays free at both ends of the axis, for a dot and for the two sides."""
_HEAD, _ROW, _REMARK, _SHARE_ROW = 40, 62, 16, 50
_STRIP, _EDGE = 24, 2
_RADIUS = 8
_LINE_HEIGHT, _MIDDLE, _BAR = 70, 28, 22
_APART, _BESIDE = 7.5, 20
"""How far from the line the sides stand that are near to each other, and their figures from them."""
_TRACK, _NARROW = 34, 260
"""How high the line of two sides is that stands alone, and how wide where it is drawn small."""
_NARROWEST = 14
"""A piece narrower than this has no room for its count; the words below have it."""
_KINDS, _WAVES = ("first", "second"), ("before", "now")


def score_chart(chart: ScoreChart, anchor: str) -> str:
    """Return a score chart as a figure; ``anchor`` makes its ids."""
    rows = charts.dots(chart)
    zones = charts.zones(chart)
    height = _ROW + (_REMARK if any(dot.row.remark for dot in rows) else 0)
    drawing = [*map(_zone_name, zones), *(_tick_label(at, label) for at, label in charts.ticks())]
    for place, dot in enumerate(rows):
        drawing += _score_row(_HEAD + height * place, dot, zones)
    before = _("Een open rondje is {wat}.").format(wat=charts.BEFORE_WORDS)
    legend = f'<p class="small">{escape(before)}</p>' if any(dot.before is not None for dot in rows) else ""
    return _figure(chart, anchor, _HEAD + height * len(rows), "".join(drawing), legend + _details(_score_table(chart)))


def _score_table(chart: ScoreChart) -> Table:
    before = any(row.previous is not None for row in chart.rows)
    head = (_("onderdeel"), _("score"), *((_("vorige keer"),) if before else ()), _("betekenis"), _("opmerking"))
    rows = tuple(
        (
            row.label,
            wording.figure(row.value),
            *((wording.figure(row.previous),) if before else ()),
            row.band,
            row.remark,
        )
        for row in chart.rows
    )
    return Table("", head, rows, (4, 2, *((2,) if before else ()), 4, 4))


def _zone_name(zone: charts.Zone) -> str:
    return _text((_x(zone.start) + _x(zone.end)) / 2, 12, zone.name, "note middle")


def _tick_label(at: float, label: str) -> str:
    return _text(_x(at), 30, label, "note middle")


def _score_row(top: float, dot: charts.Dot, zones: tuple[charts.Zone, ...]) -> list[str]:
    row = dot.row
    words = row.band if row.value is None else f"{getal(row.value)} · {row.band}"
    found = [_text(_MARGIN, top + 17, row.label, "name"), _text(_WIDTH - _MARGIN, top + 17, words, "end")]
    found += _track(top + 24, dot, zones)
    if row.remark:
        found.append(_text(_MARGIN, top + 24 + _STRIP + 15, row.remark, "note"))
    return found


def score_track(dot: charts.Dot, zones: tuple[charts.Zone, ...]) -> str:
    """Return the axis of one score alone, as a drawing for beside words that say the same."""
    height = _STRIP + 2 * _EDGE
    drawing = "".join(_track(_EDGE, dot, zones))
    return f'<svg viewBox="0 0 {_WIDTH} {height}" aria-hidden="true">{drawing}</svg>'


def _track(top: float, dot: charts.Dot, zones: tuple[charts.Zone, ...]) -> list[str]:
    middle = top + _STRIP / 2
    found = [
        f'<rect class="zone {zone.mark.shape}" x="{_x(zone.start):.5g}" y="{top:.5g}" '
        f'width="{_x(zone.end) - _x(zone.start):.5g}" height="{_STRIP}"/>'
        for zone in zones
    ]
    found += [_line(_x(zone.start), top, _x(zone.start), top + _STRIP, "tick") for zone in zones[1:]]
    found.append(_line(_x(0), middle, _x(1), middle, "line"))
    if dot.before is not None:
        found.append(f'<circle class="before" cx="{_x(dot.before):.5g}" cy="{middle:.5g}" r="{_RADIUS - 1}"/>')
    if dot.at is not None and dot.mark is not None:
        found.append(_shape(dot.mark, _x(dot.at), middle))
    return found


def _shape(mark: charts.Mark, x: float, y: float) -> str:
    r = _RADIUS
    if mark.shape == "star":
        points = [(x + (r + 3) * right, y - (r + 3) * up) for right, up in charts.STAR]
    elif mark.shape == "triangle":
        points = [(x, y - r - 1), (x + r + 1, y + r - 1), (x - r - 1, y + r - 1)]
    else:
        points = [(x, y - r - 2), (x + r + 2, y), (x, y + r + 2), (x - r - 2, y)]
    corners = " ".join(f"{px:.5g},{py:.5g}" for px, py in points)
    return f'<polygon class="dot {mark.shape}" points="{corners}"/>'


def share_chart(chart: ShareChart, anchor: str) -> str:
    """Return a share chart as a figure; ``anchor`` makes its ids."""
    rows = charts.bars(chart)
    words = Table(
        "",
        (_("antwoord"), _("aantal"), _("van")),
        tuple((bar.label, str(bar.count), str(bar.total)) for bar in rows),
        (4, 2, 2),
    )
    drawing = "".join(_share_row(_SHARE_ROW * place, bar) for place, bar in enumerate(rows))
    return _figure(chart, anchor, _SHARE_ROW * len(rows), drawing, _details(words))


def _share_row(top: float, bar: charts.Bar) -> str:
    words = charts.share_words(bar)
    axis = _WIDTH - 2 * _MARGIN
    box = f'x="{_MARGIN}" y="{top + 24:.5g}" height="16"'
    return (
        _text(_MARGIN, top + 17, bar.label, "name")
        + _text(_WIDTH - _MARGIN, top + 17, words, "end")
        + f'<rect class="frame" {box} width="{axis}"/><rect class="bar" {box} width="{bar.length * axis:.5g}"/>'
    )


def gap_chart(chart: GapChart, anchor: str) -> str:
    """Return a gap chart as a figure; ``anchor`` makes its ids."""
    rows = "".join(_gap_row(chart, pair, f"{anchor}-{place}") for place, pair in enumerate(charts.pairs(chart)))
    names = [*zip(_kinds(chart), chart.sides, strict=True), *((("whole", chart.whole),) if chart.whole else ())]
    keys = "".join(f"<li>{_key(kind)}{escape(name)}</li>" for kind, name in names)
    return _captioned(chart, anchor, f'<ul class="keys">{keys}</ul>{rows}{_details(gap_table(chart))}')


def _kinds(chart: GapChart) -> tuple[str, str]:
    """Return what the style sheet calls the two sides."""
    return _WAVES if chart.waves else _KINDS


def _gap_row(chart: GapChart, pair: charts.Pair, anchor: str) -> str:
    row, told = pair.row, " · ".join(sides_words(chart, pair.row))
    drawing = [*_between(pair, _MIDDLE)]
    drawing += [_text(_side_x(at), _LINE_HEIGHT - 3, label, "note middle") for at, label in charts.ticks()]
    for place, (kind, side, value) in enumerate(zip(_kinds(chart), pair.at, row.values, strict=True)):
        if side is None or value is None:
            continue
        # The first side's figure stands above the line, the other's below it, beside the axis' number.
        x, y = _side_at(pair, place, side, _MIDDLE)
        figure = (x, _MIDDLE + (22.0 if place else -14.0))
        if pair.near:
            figure = (x + pair.outward[place] * _BESIDE, y + 4)
        drawing += [_mark(kind, x, y), _text(*figure, getal(value), "name middle")]
    svg = _svg(anchor, row.label, told, _LINE_HEIGHT, "".join(drawing))
    return _row(row.label, svg, told, row.gap, row.remark)


def gap_track(chart: GapChart, pair: charts.Pair, *, narrow: bool) -> str:
    """Return the line of two sides alone, as a drawing for beside words that say the same.

    ``narrow``: it is drawn small, so its marks are larger for its length.
    """
    wide = _NARROW if narrow else _WIDTH
    drawing = [*_between(pair, _TRACK / 2, wide)]
    drawing += [
        _mark(kind, *_side_at(pair, place, side, _TRACK / 2, wide))
        for place, (kind, side) in enumerate(zip(_kinds(chart), pair.at, strict=True))
        if side is not None
    ]
    return f'<svg viewBox="0 0 {wide} {_TRACK}" aria-hidden="true">{"".join(drawing)}</svg>'


def _between(pair: charts.Pair, middle: float, wide: int = _WIDTH) -> Iterator[str]:
    """Draw the axis, what lies between the sides, and all together."""

    def line(start: float, end: float, up: float, kind: str) -> str:
        return _line(_side_x(start, wide), middle - up, _side_x(end, wide), middle + up, kind)

    yield line(0, 1, 0, "line")
    yield from (line(at, at, 7, "tick") for at, _label in charts.ticks())
    first, second = pair.at
    if first is not None and second is not None:
        yield line(first, second, 0, "between")
    if pair.whole is not None:
        yield line(pair.whole, pair.whole, 9, "whole")


def _side_at(pair: charts.Pair, place: int, at: float, middle: float, wide: int = _WIDTH) -> tuple[float, float]:
    """Return where a side stands: on the line, or where they are near the first above it and the second below."""
    return _side_x(at, wide), middle + ((_APART if place else -_APART) if pair.near else 0.0)


def _mark(kind: str, x: float, y: float) -> str:
    if kind == "first":
        return f'<circle class="side first" cx="{x:.5g}" cy="{y:.5g}" r="7"/>'
    if kind in _WAVES:
        corners = [(x, y - 9), (x + 8, y), (x, y + 9), (x - 8, y)]
        if kind == "now":
            corners = [(x, y - 8), (x + 8, y + 7), (x - 8, y + 7)]
        points = " ".join(f"{px:.5g},{py:.5g}" for px, py in corners)
        return f'<polygon class="side {kind}" points="{points}"/>'
    return f'<rect class="side second" x="{x - 6.5:.5g}" y="{y - 6.5:.5g}" width="13" height="13"/>'


def spread_chart(chart: SpreadChart, anchor: str) -> str:
    """Return a spread chart as a figure; ``anchor`` makes its ids."""
    rows = "".join(_spread_row(row, f"{anchor}-{place}") for place, row in enumerate(chart.rows))
    names = [*enumerate(chart.labels, start=1), (0, chart.dont_know)]
    keys = "".join(f"<li>{_key(f'a{answer}')}{answer} {escape(name)}</li>" for answer, name in names)
    guide = _("Links van de eerste streep staat oneens, rechts eens. ‘{midden}’ en ‘{weet_niet}’ staan apart.").format(
        midden=chart.labels[2], weet_niet=chart.dont_know
    )
    drawing = f'<ul class="keys">{keys}</ul><p class="small">{escape(guide)}</p>{rows}'
    return _captioned(chart, anchor, drawing + _details(spread_table(chart)))


def _spread_row(row: SpreadRow, anchor: str) -> str:
    counted, pieces = counts_words(row), charts.segments(row)
    if not pieces:
        return _row(row.label, "", counted, row.words)
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
    return _row(row.label, _svg(anchor, row.label, counted, _BAR, "".join(drawing)), counted, row.words)


def _row(name: str, svg: str, *words: str) -> str:
    """Return a row that has a drawing of its own: its name, the drawing, and what there is to say."""
    told = "".join(f"<p>{escape(text)}</p>" for text in words if text)
    return f'<div class="charted"><p class="name">{escape(name)}</p>{svg}{told}</div>'


def _key(kind: str) -> str:
    return f'<span class="key {kind}" aria-hidden="true"></span>'


def _figure(chart: ScoreChart | ShareChart, anchor: str, height: int, drawing: str, after: str) -> str:
    """Return a chart that is one drawing, with what comes ``after`` it."""
    svg = _svg(anchor, chart.title, chart.sentence, height, drawing)
    return _captioned(chart, anchor, f"{svg}{after}")


def _captioned(chart: ScoreChart | ShareChart | GapChart | SpreadChart, anchor: str, content: str) -> str:
    return (
        f'<figure aria-labelledby="{anchor}"><h3 id="{anchor}">{escape(chart.title)}</h3>'
        f"<p>{escape(chart.sentence)}</p>{content}</figure>"
    )


def _svg(anchor: str, title: str, description: str, height: int, drawing: str) -> str:
    return (
        f'<svg role="img" viewBox="0 0 {_WIDTH} {height}" aria-labelledby="{anchor}-titel {anchor}-tekst">'
        f'<title id="{anchor}-titel">{escape(title)}</title><desc id="{anchor}-tekst">{escape(description)}</desc>'
        f"{drawing}</svg>"
    )


def _details(words: Table) -> str:
    title = _("Dezelfde cijfers als tabel")
    return f"<details><summary>{escape(title)}</summary>{table(words)}</details>"


def _text(x: float, y: float, text: str, kind: str) -> str:
    return f'<text class="{kind}" x="{x:.5g}" y="{y:.5g}">{escape(text)}</text>'


def _line(x1: float, y1: float, x2: float, y2: float, kind: str) -> str:
    return f'<line class="{kind}" x1="{x1:.5g}" y1="{y1:.5g}" x2="{x2:.5g}" y2="{y2:.5g}"/>'


def _x(at: float, margin: int = _MARGIN, wide: int = _WIDTH) -> float:
    return margin + at * (wide - 2 * margin)


def _side_x(at: float, wide: int = _WIDTH) -> float:
    return _x(at, _SIDES_MARGIN, wide)


def table(block: Table, kind: str = "") -> str:
    """Return ``block`` as a table with a caption and scopes for its heads; ``kind`` is a class for its looks."""
    columns = "".join(f'<col style="width:{100 * width / sum(block.widths):.4g}%">' for width in block.widths)
    head = "".join(f'<th scope="col" role="columnheader">{escape(cell)}</th>' for cell in block.head)
    caption = f"<caption>{escape(block.title)}</caption>" if block.title else ""
    rows = "".join(_table_row(block.head, row) for row in block.rows)
    # The roles stay when the style sheet shows a table as a list, on a narrow screen.
    return (
        f'<table role="table" class="{kind}">{caption}<colgroup>{columns}</colgroup>'
        f'<thead role="rowgroup"><tr role="row">{head}</tr></thead><tbody role="rowgroup">{rows}</tbody></table>'
    )


def _named(column: str) -> str:
    """Return the name of a column as it stands before a cell."""
    return column if column.endswith("?") else f"{column}:"


def _table_row(head: tuple[str, ...], cells: tuple[str, ...]) -> str:
    shown = [
        f'<td role="cell" data-kop="{escape(_named(name))}">{escape(cell)}</td>'
        for name, cell in zip(head, cells, strict=True)
    ]
    if cells[0]:  # an empty first cell (a row to be filled in) heads nothing
        shown[0] = f'<th scope="row" role="rowheader">{escape(cells[0])}</th>'
    return f'<tr role="row">{"".join(shown)}</tr>'

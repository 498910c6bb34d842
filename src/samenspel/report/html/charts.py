"""Charts in HTML: a drawing with a title and a description, its sentence, and a table that says the same."""

from html import escape

from samenspel.report import charts
from samenspel.report.document import ScoreChart, ShareChart, Table
from samenspel.report.html.table import table
from samenspel.taal import _, getal

# The drawing's own units: it shrinks with the page, so words stand above each line and not beside it.
_WIDTH, _MARGIN = 440, 12
_AXIS = _WIDTH - 2 * _MARGIN
_HEAD, _ROW, _REMARK, _BAR_ROW = 40, 62, 16, 50
_STRIP = 24
_RADIUS = 8


def score_chart(chart: ScoreChart, anchor: str) -> str:
    """Return a score chart as a figure; ``anchor`` makes its ids."""
    rows = charts.dots(chart)
    zones = charts.zones(chart)
    height = _ROW + (_REMARK if any(dot.row.remark for dot in rows) else 0)
    drawing = [*map(_zone_name, zones), *(_tick_label(at, label) for at, label in charts.ticks())]
    for place, dot in enumerate(rows):
        drawing += _row(_HEAD + height * place, dot, zones)
    before = _("Een open rondje is de vorige keer.")
    legend = f'<p class="small">{escape(before)}</p>' if any(dot.before is not None for dot in rows) else ""
    return _figure(chart, anchor, _HEAD + height * len(rows), "".join(drawing), legend + _details(_score_table(chart)))


def share_chart(chart: ShareChart, anchor: str) -> str:
    """Return a share chart as a figure; ``anchor`` makes its ids."""
    rows = charts.bars(chart)
    words = Table(
        "",
        (_("antwoord"), _("aantal"), _("van")),
        tuple((bar.label, str(bar.count), str(bar.total)) for bar in rows),
        (4, 2, 2),
    )
    drawing = "".join(_bar(_BAR_ROW * place, bar) for place, bar in enumerate(rows))
    return _figure(chart, anchor, _BAR_ROW * len(rows), drawing, _details(words))


def _figure(chart: ScoreChart | ShareChart, anchor: str, height: int, drawing: str, after: str) -> str:
    title, sentence = escape(chart.title), escape(chart.sentence)
    return (
        f'<figure aria-labelledby="{anchor}"><h3 id="{anchor}">{title}</h3><p>{sentence}</p>'
        f'<svg role="img" viewBox="0 0 {_WIDTH} {height}" aria-labelledby="{anchor}-titel {anchor}-tekst">'
        f'<title id="{anchor}-titel">{title}</title><desc id="{anchor}-tekst">{sentence}</desc>'
        f"{drawing}</svg>{after}</figure>"
    )


def _details(words: Table) -> str:
    title = _("Dezelfde cijfers als tabel")
    return f"<details><summary>{escape(title)}</summary>{table(words)}</details>"


def _score_table(chart: ScoreChart) -> Table:
    def figure(value: float | None) -> str:
        return "–" if value is None else getal(value)

    before = any(row.previous is not None for row in chart.rows)
    head = (_("onderdeel"), _("score"), *((_("vorige keer"),) if before else ()), _("betekenis"), _("opmerking"))
    rows = tuple(
        (row.label, figure(row.value), *((figure(row.previous),) if before else ()), row.band, row.remark)
        for row in chart.rows
    )
    return Table("", head, rows, (4, 2, *((2,) if before else ()), 4, 4))


def _zone_name(zone: charts.Zone) -> str:
    return _text((_x(zone.start) + _x(zone.end)) / 2, 12, zone.name, "note middle")


def _tick_label(at: float, label: str) -> str:
    return _text(_x(at), 30, label, "note middle")


def _row(top: float, dot: charts.Dot, zones: tuple[charts.Zone, ...]) -> list[str]:
    row, middle = dot.row, top + 24 + _STRIP / 2
    words = row.band if row.value is None else f"{getal(row.value)} · {row.band}"
    found = [_text(_MARGIN, top + 17, row.label, "name"), _text(_WIDTH - _MARGIN, top + 17, words, "end")]
    found += [
        f'<rect class="zone {zone.mark.shape}" x="{_x(zone.start):.5g}" y="{top + 24:.5g}" '
        f'width="{_x(zone.end) - _x(zone.start):.5g}" height="{_STRIP}"/>'
        for zone in zones
    ]
    found += [_line(_x(zone.start), top + 24, _x(zone.start), top + 24 + _STRIP, "tick") for zone in zones[1:]]
    found.append(_line(_x(0), middle, _x(1), middle, "line"))
    if row.remark:
        found.append(_text(_MARGIN, top + 24 + _STRIP + 15, row.remark, "note"))
    if dot.before is not None:
        found.append(f'<circle class="before" cx="{_x(dot.before):.5g}" cy="{middle:.5g}" r="{_RADIUS - 1}"/>')
    if dot.at is not None and dot.mark is not None:
        found.append(_shape(dot.mark, _x(dot.at), middle))
    return found


def _shape(mark: charts.Mark, x: float, y: float) -> str:
    r = _RADIUS
    if mark.shape == "circle":
        return f'<circle class="dot circle" cx="{x:.5g}" cy="{y:.5g}" r="{r}"/>'
    points = (
        [(x, y - r - 1), (x + r + 1, y + r - 1), (x - r - 1, y + r - 1)]
        if mark.shape == "triangle"
        else [(x, y - r - 2), (x + r + 2, y), (x, y + r + 2), (x - r - 2, y)]
    )
    corners = " ".join(f"{px:.5g},{py:.5g}" for px, py in points)
    return f'<polygon class="dot {mark.shape}" points="{corners}"/>'


def _bar(top: float, bar: charts.Bar) -> str:
    words = _("{aantal} van {totaal}").format(aantal=bar.count, totaal=bar.total)
    box = f'x="{_MARGIN}" y="{top + 24:.5g}" height="16"'
    return (
        _text(_MARGIN, top + 17, bar.label, "name")
        + _text(_WIDTH - _MARGIN, top + 17, words, "end")
        + f'<rect class="frame" {box} width="{_AXIS}"/><rect class="bar" {box} width="{bar.length * _AXIS:.5g}"/>'
    )


def _text(x: float, y: float, text: str, kind: str) -> str:
    return f'<text class="{kind}" x="{x:.5g}" y="{y:.5g}">{escape(text)}</text>'


def _line(x1: float, y1: float, x2: float, y2: float, kind: str) -> str:
    return f'<line class="{kind}" x1="{x1:.5g}" y1="{y1:.5g}" x2="{x2:.5g}" y2="{y2:.5g}"/>'


def _x(at: float) -> float:
    return _MARGIN + at * _AXIS

"""Charts as text: a line with a dot, and the same in words."""

from samenspel.report import charts
from samenspel.report.document import ScoreChart, ShareChart
from samenspel.report.text.wrapping import wrapped
from samenspel.taal import _, getal

_LONGEST = 33


def score_chart(chart: ScoreChart, width: int) -> list[str]:
    """Return each row as its name, ``1 ──────●── 5``, and its score, band and remark in words."""
    found = [*wrapped(chart.title, width), *wrapped(chart.sentence, width)]
    length = min(_LONGEST, width - 8)
    for dot in charts.dots(chart):
        found += ["", *wrapped(dot.row.label, width), f"  1 {_axis(dot, length)} 5"]
        found += wrapped(_words(dot), width, first="  ")
    edges = [_("{naam} vanaf {score}").format(naam=name, score=getal(edge)) for edge, name in chart.bands]
    found += ["", *wrapped(" · ".join(edges), width)]
    if any(dot.before is not None for dot in charts.dots(chart)):
        found += wrapped(_("{teken} is de vorige keer").format(teken=charts.BEFORE_SIGN), width)
    return found


def share_chart(chart: ShareChart, width: int) -> list[str]:
    """Return each row as its name, a bar, and its count."""
    found = [*wrapped(chart.title, width), *wrapped(chart.sentence, width)]
    length = min(_LONGEST, width - 8)
    for bar in charts.bars(chart):
        filled = round(bar.length * length)
        words = _("{naam}: {aantal} van {totaal}").format(naam=bar.label, aantal=bar.count, totaal=bar.total)
        found += ["", *wrapped(words, width), f"  {'█' * filled}{'░' * (length - filled)}"]
    return found


def _axis(dot: charts.Dot, length: int) -> str:
    line = ["─"] * length
    if dot.before is not None:
        line[round(dot.before * (length - 1))] = charts.BEFORE_SIGN
    if dot.at is not None and dot.mark is not None:
        line[round(dot.at * (length - 1))] = dot.mark.sign
    return "".join(line)


def _words(dot: charts.Dot) -> str:
    row = dot.row
    parts = [row.band] if row.value is None else [_("{score}, {band}").format(score=getal(row.value), band=row.band)]
    if row.previous is not None:
        parts.append(_("vorige keer {score}").format(score=getal(row.previous)))
    if row.remark:
        parts.append(row.remark)
    return " · ".join(parts)

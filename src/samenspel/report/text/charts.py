"""Charts as text: a line with a dot, and the same in words."""

from itertools import zip_longest

from samenspel.report import charts
from samenspel.report.charts import bar_room, bar_words, counts_beside, counts_words, sides_words
from samenspel.report.document import GapChart, ScoreChart, ScoreRow, ShareChart, SpreadChart
from samenspel.report.text.wrapping import wrapped
from samenspel.taal import _, getal

_LONGEST_AXIS, _LONGEST_LINE, _LONGEST_BAR = 33, 41, 86
"""Characters, however much room there is: of one dot's axis, of that of two sides, and of a bar around the middle."""


def score_chart(chart: ScoreChart, width: int) -> list[str]:
    """Return each row as its name, ``1 ──────●── 5``, and its score, band and remark in words."""
    found = _opening(chart, width)
    length = min(_LONGEST_AXIS, width - 8)
    for dot in charts.dots(chart):
        found += ["", *wrapped(dot.row.label, width), f"  1 {_drawn(charts.dot_signs(dot, length), length)} 5"]
        found += wrapped(" · ".join(score_words(dot.row)), width, first="  ")
    found += ["", *wrapped(" · ".join(band_words(chart)), width)]
    if any(dot.before is not None for dot in charts.dots(chart)):
        found += wrapped(_("{teken} is {wat}").format(teken=charts.BEFORE_SIGN, wat=charts.BEFORE_WORDS), width)
    return found


def band_words(chart: ScoreChart) -> list[str]:
    """Say from which score on each band is."""
    return [_("{naam} vanaf {score}").format(naam=name, score=getal(edge)) for edge, name in chart.bands]


def score_words(row: ScoreRow) -> list[str]:
    """Say the score with its band, what it was the previous time, and the remark."""
    parts = [row.band] if row.value is None else [_("{score}, {band}").format(score=getal(row.value), band=row.band)]
    if row.previous is not None:
        parts.append(_("vorige keer {score}").format(score=getal(row.previous)))
    if row.remark:
        parts.append(row.remark)
    return parts


def share_chart(chart: ShareChart, width: int) -> list[str]:
    """Return each row as its name, a bar, and its count."""
    found = _opening(chart, width)
    length = min(_LONGEST_AXIS, width - 8)
    for bar in charts.bars(chart):
        filled = round(bar.length * length)
        words = _("{naam}: {aantal} van {totaal}").format(naam=bar.label, aantal=bar.count, totaal=bar.total)
        found += ["", *wrapped(words, width), f"  {'█' * filled}{'░' * (length - filled)}"]
    return found


def gap_chart(chart: GapChart, width: int) -> list[str]:
    """Return each row as its name, ``1 ──●━━━■── 5``, and the same in words."""
    found = _opening(chart, width)
    pairs = charts.pairs(chart)
    length = min(_LONGEST_LINE, width - 8)
    lines = [_drawn(charts.pair_signs(pair, length), length) for pair in pairs]
    for pair, line in zip(pairs, lines, strict=True):
        found += ["", *wrapped(pair.row.label, width), f"  1 {line} 5"]
        found += wrapped(" · ".join(sides_words(chart, pair.row)), width, first="  ")
        for said in (pair.row.gap, pair.row.remark):
            found += wrapped(said, width, first="  ") if said else []
    return [*found, "", *wrapped(_legend(chart, "".join(lines)), width)]


def _legend(chart: GapChart, drawn: str) -> str:
    first, second = chart.sides
    before, after = charts.marks(chart)
    parts = [f"{before.sign} {first}", f"{after.sign} {second}"]
    if chart.whole:
        parts.append(f"{charts.WHOLE_SIGN} {chart.whole}")
    if charts.BOTH_SIGN in drawn:
        parts.append(_("{teken} op dezelfde plek").format(teken=charts.BOTH_SIGN))
    return "   ".join(parts)


def spread_chart(chart: SpreadChart, width: int) -> list[str]:
    """Return each row as its name, a bar around the middle, and beside it (with little room: below it) the counts."""
    found = _opening(chart, width)
    beside = bar_room(chart, width - 2)
    length = min(_LONGEST_BAR + 1, beside or width - 3)
    for row in chart.rows:
        found += ["", *wrapped(row.label, width)]
        bar = charts.bar_signs(row, length) if charts.segments(row) else ""
        if bar and beside:
            both = zip_longest((bar,), counts_beside(row), fillvalue="")
            found += [f"  {drawn:<{length}}  {counts}" for drawn, counts in both]
        elif bar:
            found.append(f"  {bar}".rstrip())
        counted = "" if bar and beside else counts_words(row)
        words = " – ".join(part for part in (counted, row.words) if part)
        found += wrapped(words, width, first="  ") if words else []
    names = [f"{answer} = {label}" for answer, label in enumerate(chart.labels, start=1)]
    names.append(f"0 = {chart.dont_know}")
    lines = ("   ".join(names[:3]), "   ".join(names[3:]), bar_words())
    return [*found, "", *(part for line in lines for part in wrapped(line, width))]


def _opening(chart: ScoreChart | ShareChart | GapChart | SpreadChart, width: int) -> list[str]:
    return [*wrapped(chart.title, width), *wrapped(chart.sentence, width)]


def _drawn(signs: dict[int, str], length: int) -> str:
    return "".join(signs.get(place, "─") for place in range(length))

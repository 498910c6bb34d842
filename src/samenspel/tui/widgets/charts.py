"""Charts in characters, for whatever room there is: signs on the 1-5 line, bars, and all of it in words.

Each chart is a few functions from a width to lines, none wider than that: its legend, and its rows.
"""

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace
from textual.content import Content

from samenspel.report import charts
from samenspel.report.charts import Bar, Dot
from samenspel.report.document import GapChart, ScoreChart, ShareChart, SpreadChart
from samenspel.taal import _, getal
from samenspel.tui.widgets.drawing import packed

_SHORTEST_LINE, _LONGEST_LINE = 17, 61
_FAINT = "$foreground 50%"
_BETWEEN = 2
"""Columns between a name, what is drawn, and the words."""


# The scale line, on which the dots of one person and the sides of a group stand. --------------------------------


def fitting(columns: int) -> int:
    """Return the longest line on which 1 to 5 all stand at a whole column."""
    columns = min(max(columns, _SHORTEST_LINE), _LONGEST_LINE)
    return columns - (columns - 1) % 4


def line_of(pair: charts.Pair, line: int) -> Content:
    """Draw both sides and the gap between them on a line of this many columns."""
    colours = {mark.sign: mark.colour for mark in pair.marks}
    return _on_line(charts.pair_signs(pair, line), line, colours)


def _on_line(signs: dict[int, str], line: int, colours: dict[str, str]) -> Content:
    """Draw ``signs`` (column → sign) on the line, those that have one in their colour."""
    return Content("").join(_cells(signs, line, colours))


def _cells(signs: dict[int, str], line: int, colours: dict[str, str]) -> list[Content]:
    cells = [Content.styled("─", _FAINT)] * line
    for at, _label in charts.ticks():
        cells[charts.column(at, line)] = Content.styled("┼", _FAINT)
    for place, sign in signs.items():
        cells[place] = Content.styled(sign, f"bold {colours[sign]}" if sign in colours else "bold")
    return cells


def _figures(line: int, style: str = "") -> Content:
    """Draw the figures 1 to 5 above a line of this many columns."""
    cells = [" "] * line
    for at, label in charts.ticks():
        cells[charts.column(at, line)] = label
    return Content.styled("".join(cells), style)


# One person's scores: the band's sign, and the previous time as a hollow dot. ------------------------------------

_LINE_WITH_REMARK = 29
"""The shortest line that has a remark beside it."""


def score_legend(chart: ScoreChart, width: int) -> Sequence[Content]:
    """Name the signs, the lowest band first."""
    parts = [Content.assemble((zone.mark.sign, zone.mark.colour), " ", zone.name) for zone in charts.zones(chart)]
    if any(row.previous is not None for row in chart.rows):
        parts.append(Content(charts.BEFORE_SIGN + " " + _("vorige keer")))
    return [*packed(parts, width, "   "), Content("")]


class _Columns(Struct, frozen=True):
    """What stands beside the line in each row: the words, and a remark or a count below a head of its own."""

    words: tuple[Content, ...]
    asides: tuple[str, ...] = ()
    head: str = ""
    shortest: int = _SHORTEST_LINE

    @property
    def width(self) -> int:
        """How much they take."""
        aside = max((len(text) for text in (self.head, *self.asides)), default=0)
        return self.words_width + (aside + _BETWEEN if aside else 0)

    @property
    def words_width(self) -> int:
        """How much the words take."""
        return max(words.cell_length for words in self.words) + _BETWEEN


def draw_scores(chart: ScoreChart, width: int) -> Sequence[Content]:
    """Draw the rows: name, scale line, words and how often *weet ik niet*, each on one line as far as there is room.

    With less room the count has its name at the head of its column, then the band is told by its sign alone, and then
    what there is to remark stands on a line of its own.
    """
    rows = charts.dots(chart)
    label = max(len(row.row.label) for row in rows) + _BETWEEN
    found = _columns(chart, rows, width - label)
    beside = found is not None
    columns = found or _Columns(tuple(map(_score_words, rows)))
    line = fitting(width - (label + columns.width if beside else _BETWEEN))
    indent = Content(" " * (label if beside else 0))
    head = indent + _figures(line)
    lines = [head.pad_right(_BETWEEN + columns.words_width) + Content(columns.head) if columns.head else head]
    for place, row in enumerate(rows):
        name = Content.styled(row.row.label.ljust(label), "bold")
        said, aside = columns.words[place], columns.asides[place] if columns.asides else ""
        if aside:
            said = said.pad_right(columns.words_width - said.cell_length) + Content(aside)
        lines += (
            [name + _score_line(row, line) + Content(" " * _BETWEEN) + said]
            if beside
            else [name + said, _score_line(row, line)]
        )
        if row.row.remark and not aside:
            lines += [indent + part for part in Content(row.row.remark).wrap(width - indent.cell_length)]
    # Only a line that has no room is broken: wrapping would eat the spaces at the left of the others.
    return [part for drawn in lines for part in (drawn.wrap(width) if drawn.cell_length > width else [drawn])]


def _columns(chart: ScoreChart, rows: Sequence[Dot], room: int) -> _Columns | None:
    """Return the fullest columns that leave room for a line; None: nothing fits beside it."""
    words, signs = (tuple(_score_words(row, band=band) for row in rows) for band in (True, False))
    remarks, counts = tuple(row.row.remark for row in rows), tuple(row.row.counted for row in rows)
    ways = [_Columns(words)]
    if any(counts) and chart.counts:
        ways = [_Columns(words, counts, chart.counts), _Columns(signs, counts, chart.counts), *ways]
    if any(remarks):
        ways = [_Columns(words, remarks, shortest=_LINE_WITH_REMARK), *ways]
    return next((way for way in ways if room - way.width >= way.shortest), None)


def _score_line(row: Dot, line: int) -> Content:
    colours = {row.mark.sign: row.mark.colour} if row.mark is not None else {}
    return _on_line(charts.dot_signs(row, line), line, colours)


def _score_words(row: Dot, *, band: bool = True) -> Content:
    """Say the score, its band and the previous one; without ``band`` the sign and the line tell the latter two."""
    was = "" if row.row.previous is None else " " + _("(was {score})").format(score=getal(row.row.previous))
    if row.row.value is None or row.mark is None:
        return Content(f"–  {row.row.band}{was}" if band else "–")
    sign = (row.mark.sign, f"bold {row.mark.colour}")
    return Content.assemble(sign, f" {getal(row.row.value)}", f" {row.row.band}{was}" if band else "")


# Counts out of a total: a bar with the count beside it. ----------------------------------------------------------

_LONGEST_SHARE = 40


def draw_shares(chart: ShareChart, width: int) -> Sequence[Content]:
    """Draw one line for each row."""
    rows = charts.bars(chart)
    label = max((len(bar.label) for bar in rows), default=0) + _BETWEEN
    count = max((len(charts.share_words(bar)) for bar in rows), default=0) + _BETWEEN
    longest = max(1, min(_LONGEST_SHARE, width - label - count))
    return [_share(bar, label, longest) for bar in rows]


def _share(bar: Bar, label: int, longest: int) -> Content:
    full = round(bar.length * longest)
    drawn = Content.assemble(("█" * full, "$primary"), ("─" * (longest - full), _FAINT))
    return Content(bar.label.ljust(label)) + drawn + Content(" " * _BETWEEN + charts.share_words(bar))


# Two sides on one line, with the gap between them. ---------------------------------------------------------------

_INDENT = 2
_BESIDE, _LINE_BESIDE = 48, 41
"""What words beside a line want, and the shortest line that has words beside it, in columns."""


def gap_legend(chart: GapChart, width: int) -> Sequence[Content]:
    """Name the signs of both sides, and of all together."""
    parts = [
        Content.assemble((mark.sign, f"bold {mark.colour}"), " ", side)
        for mark, side in zip(charts.marks(chart), chart.sides, strict=True)
    ]
    if chart.whole:
        parts.append(Content(f"{charts.WHOLE_SIGN} {chart.whole}"))
    return [*packed(parts, width, "   "), Content("")]


class Named(Struct, frozen=True):
    """A name on the line: in which column it begins, and the colour of what it names."""

    at: int
    name: str
    colour: str


def named_line(chart: GapChart, pair: charts.Pair, line: int) -> Content:
    """Draw both sides, each with its name beside it in the line itself; all together only where no side is shown."""
    marks = pair.marks
    sides = [
        (charts.column(at, line), name, mark.colour)
        for at, name, mark in zip(pair.at, chart.sides, marks, strict=True)
        if at is not None
    ]
    alone = not sides and pair.whole is not None
    signs = charts.pair_signs(pair, line) if alone else charts.pair_signs(replace(pair, whole=None), line)
    if pair.whole is not None and alone:
        sides = [(charts.column(pair.whole, line), chart.whole, "")]
    cells = _cells(signs, line, {mark.sign: mark.colour for mark in marks})
    for named in _names(sorted(sides), line):
        before, after = named.at - 1, named.at + len(named.name)
        cells[named.at : after] = [Content.styled(sign, named.colour) for sign in named.name]
        for beside in (before, after):
            if 0 <= beside < line and beside not in signs:
                cells[beside] = Content(" ")
    return Content("").join(cells)


_CLOSE, _HALF = 8, 0.5
"""Signs with fewer columns between them are read as one place, which may have both names beside it. And so much of a
name must be there to be read."""


def _names(sides: list[tuple[int, str, str]], line: int) -> list[Named]:
    """Find room for the names: each beside its own sign, else in the order of the signs beside both, else cut off."""
    if not sides:
        return []
    (left, first, colour), (right, second, other) = sides[0], sides[-1]
    before, between, after = max(0, left - 1), max(0, right - left - 3), max(0, line - right - 2)
    if len(sides) == 1 or left == right:
        text, its = (first, colour) if len(sides) == 1 else (f"{first}, {second}", "")
        text = _cut(text, max(before, after))
        return [Named(right + 2 if len(text) <= after else left - 1 - len(text), text, its)]
    half = (between - 1) // 2 if len(first) + len(second) >= between else len(first)
    # For each way: how many columns each name has, and whether it stands between the signs.
    ways = (
        ((before, False), (after, False)),
        ((between, True), (after, False)),
        ((before, False), (between, True)),
        ((half, True), (between - 1 - half, True)),
    )

    def share(way: tuple[tuple[int, bool], tuple[int, bool]]) -> float:
        return min(1.0, *(room / len(name) for (room, _), name in zip(way, (first, second), strict=True)))

    best = max(ways, key=share)
    both, room = f"{first}, {second}", max(before, after)
    if share(best) < 1 and (between < _CLOSE or share(best) < _HALF) and (len(both) <= room or share(best) < _HALF):
        both = _cut(both, room)
        at = right + 2 if len(both) <= after else left - 1 - len(both)
        begin = min(len(first) + 1, len(both))
        return [Named(at, both[:begin], colour), Named(at + begin + 1, both[begin + 1 :], other)]
    (room, inside), (room_too, inside_too) = best
    one, two = _cut(first, room), _cut(second, room_too)
    return [
        Named(left + 2 if inside else left - 1 - len(one), one, colour),
        Named(right - 1 - len(two) if inside_too else right + 2, two, other),
    ]


def _cut(name: str, room: int) -> str:
    return name if len(name) <= room else name[: max(0, room - 1)] + "…" * (room > 0)


def draw_gaps(chart: GapChart, width: int) -> Sequence[Content]:
    """Draw the rows: the name, the scale line, and the words beside it where there is room, else below."""
    beside = width - _INDENT - _BESIDE >= _LINE_BESIDE
    line = fitting(width - _INDENT - (_BESIDE if beside else 0))
    indent = Content(" " * _INDENT)
    drawn: list[Content] = []
    for pair in charts.pairs(chart):
        row = pair.row
        drawn += Content.styled(row.label, "bold").wrap(width)
        room = width - _INDENT - (line + _BETWEEN if beside else 0)
        words = packed([Content(text) for text in charts.sides_words(chart, row)], room, " · ")
        words += [part for text in (row.gap, row.remark) if text for part in Content(text).wrap(room)]
        lines = [_figures(line, _FAINT), line_of(pair, line)]
        if beside:
            for place in range(max(len(lines), len(words))):
                left = lines[place] if place < len(lines) else Content(" " * line)
                right = words[place] if place < len(words) else Content("")
                drawn.append(indent + left + Content(" " * _BETWEEN) + right)
        else:
            drawn += [indent + part for part in (*lines, *words)]
        drawn.append(Content(""))
    if any(charts.BOTH_SIGN in line.plain for line in drawn):
        drawn.append(indent + _("{teken} staat waar beide op dezelfde plek staan").format(teken=charts.BOTH_SIGN))
    return drawn


# Answers that diverge around the middle, in bars of digits, with the counts beside or below. ----------------------

_LONGEST_BAR = 106
_ORDER = (1, 2, 3, 4, 5, 0)
"""Of the answers in the legend."""


def spread_legend(chart: SpreadChart, width: int) -> Sequence[Content]:
    """Name the looks of the six answers, and say how to read a bar."""
    names = {**dict(enumerate(chart.labels, start=1)), 0: chart.dont_know}
    parts = [Content.assemble(_piece(answer, f" {answer} "), f" {names[answer]}") for answer in _ORDER]
    return [*packed(parts, width, "   "), *Content.styled(charts.bar_words(), "$muted").wrap(width), Content("")]


def draw_spreads(chart: SpreadChart, width: int) -> Sequence[Content]:
    """Draw the rows: the statement, its bar with the counts beside it (with little room: below it), and the words."""
    beside = charts.bar_room(chart, width - _INDENT)
    length = min(beside or width - _INDENT, _LONGEST_BAR + 1)
    indent = Content(" " * _INDENT)
    drawn: list[Content] = []
    for row in chart.rows:
        drawn += Content.styled(row.label, "bold").wrap(width)
        counts = charts.counts_beside(row) if beside else ()
        if charts.segments(row):
            bar = Content("").join(map(_cell, charts.bar_signs(row, length)))
            drawn.append(indent + bar + Content(" " * _BETWEEN + counts[0] if counts else ""))
        drawn += [Content(" " * (_INDENT + length + _BETWEEN) + line) for line in counts[1:]]
        for words in ("" if counts else charts.counts_words(row), row.words):
            drawn += [indent + part for part in Content(words).wrap(width - _INDENT)] if words else []
        drawn.append(Content(""))
    return drawn


def _cell(sign: str) -> Content:
    if sign.isdigit():
        return _piece(int(sign), sign)
    return Content(sign) if sign.isspace() else Content.styled(sign, _FAINT)


def _piece(answer: int, text: str) -> Content:
    look = charts.LOOKS[answer]
    return Content.styled(text, f"{look.ink} on {look.fill}")

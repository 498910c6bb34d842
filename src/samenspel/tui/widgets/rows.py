"""Rows to choose from that draw themselves: a dimension with its line, an advice with its votes, an action.

▸ marks where one is; a row opens with Enter, with the key before it or with the mouse.
"""

from collections.abc import Iterable, Sequence
from functools import partial

from textual.binding import Binding
from textual.containers import ScrollableContainer, VerticalGroup
from textual.content import Content

from samenspel.group.model import Action
from samenspel.questionnaire.model import Questionnaire
from samenspel.report import charts
from samenspel.report.document import AdviceCard, GapChart
from samenspel.report.groups.actions import day, outcome
from samenspel.taal import _, meervoud, opsomming
from samenspel.tui.widgets import Deed
from samenspel.tui.widgets.charts import fitting, line_of, named_line
from samenspel.tui.widgets.drawing import Draw, Drawn, lines_of, packed

_MARGIN, _DIGITS = 5, 9
KEYS = "123456789bcefhijkmqruxy"
"""What opens the first row, the second …: after the digits, letters that no screen with rows takes for itself."""


class PickRow(Drawn, can_focus=True):
    """One row, standing for ``value``; ``key`` is what the screen opens it with."""

    BINDINGS = [
        Binding("enter", "open", _("openen")),
        Binding("up", "app.focus_previous", show=False),
        Binding("down", "app.focus_next", show=False),
    ]

    class Opened(Deed):
        """A person opens the row that stands for ``value``."""

        def __init__(self, value: str) -> None:
            super().__init__()
            self.value = value

    def __init__(self, value: str, draw: Draw, key: str = "", *, above: Draw | None = None, classes: str = "") -> None:
        """``above`` draws what stands over this row and those that follow it, such as the question that they are of."""
        super().__init__(classes=classes)
        self.value = value
        self._draw, self._above = draw, above
        self.key = key

    def put(self, draw: Draw) -> None:
        """Draw something else from now on."""
        self._draw = draw
        self.redraw()

    def drawn(self, width: int) -> Content:
        """Draw the sign and the key before the first line, and nothing before the others."""
        head = Content.assemble("▸ " if self.has_focus else "  ", (f"{self.key:<{_MARGIN - 2}}", "bold"))
        indent = Content(" " * _MARGIN)
        drawn = enumerate(lines_of(self._draw, width - _MARGIN))
        above = lines_of(self._above, width) if self._above else ()
        return Content("\n").join((*above, *((head if place == 0 else indent) + line for place, line in drawn)))

    def watch_has_focus(self, has_focus: bool) -> None:  # noqa: FBT001
        """Show where the keyboard is."""
        super().watch_has_focus(has_focus)
        self.refresh()

    def on_click(self) -> None:
        """Open by mouse."""
        self.action_open()

    def action_open(self) -> None:
        """Ask for what this row stands for."""
        self.post_message(self.Opened(self.value))


class PickRows(VerticalGroup):
    """Rows below each other, which can be shown in another order."""

    async def show(self, rows: Iterable[PickRow], here: str | None = None) -> None:
        """Show these rows, and go to the one that stands for ``here`` (None: stay where one is)."""
        shown, here = list(rows), here or self.here
        await self.remove_children()
        await self.mount_all(shown)
        if shown:
            row = next((row for row in shown if row.value == here), shown[0])
            row.focus(scroll_visible=False)  # Textual's own scrolling may come after ours, and shows the row alone
            self.call_after_refresh(self._into_sight, row)

    def _into_sight(self, row: PickRow) -> None:
        """Scroll when everything has its place: to the top for the first row, with what stands above it."""
        if row not in self.children:  # other rows came meanwhile
            return
        page = next((one for one in self.ancestors if isinstance(one, ScrollableContainer)), None)
        if page is not None and row is self.children[0]:
            page.scroll_home(animate=False)
        else:
            row.scroll_visible(animate=False)

    def begin(self) -> None:
        """Go to the first row, with what stands above it."""
        if (row := next(iter(self.query(PickRow).results(PickRow)), None)) is not None:
            row.focus(scroll_visible=False)
            self.call_after_refresh(self._into_sight, row)

    @property
    def here(self) -> str | None:
        """What the row where one is stands for."""
        return next((row.value for row in self.query(PickRow) if row.has_focus), None)

    @property
    def keys(self) -> str:
        """The keys that open a row, in short: ``1-6``, or ``1-9 b-i`` when there are more rows than digits."""
        keys = "".join(row.key for row in self.query(PickRow))
        runs = (keys[:_DIGITS], keys[_DIGITS:])
        return " ".join(run if len(run) == 1 else f"{run[0]}-{run[-1]}" for run in runs if run)

    def open(self, key: str) -> None:
        """Open the row with this key, if there is one."""
        for row in self.query(PickRow):
            if row.key == key:
                row.focus()
                row.action_open()


def row_keys(count: int) -> list[str]:
    """Return the key for each of ``count`` rows; a row too many has none, and opens with Enter or the mouse."""
    return [*KEYS, *[""] * count][:count]


def wrapped(text: str, width: int, style: str = "") -> list[Content]:
    """Break a text into lines of at most ``width`` columns."""
    return [line for part in text.split("\n") for line in Content.styled(part, style).wrap(width)]


# The group's actions as rows that open: what, who, when, when the group looks back, and how it went. -------------

_SIGNS = {"gedaan": "✓", "deels": "◐", "niet": "✗", "": "?"}


def action_drawing(questionnaire: Questionnaire, action: Action, *, outcomes: bool = False) -> Draw:
    """Return what draws an action; ``outcomes``: with how it went."""
    names = {one.id: one.name for one in questionnaire.asked.dimensions}
    lines = [
        _("{wie} · {wanneer} · terugkijken op {terug}").format(
            wie=action.who, wanneer=day(action.when), terug=day(action.check_back)
        )
    ]
    if touched := [names[one] for one in action.dimensions if one in names]:
        lines.append(_("bedoeld voor: {onderdelen}").format(onderdelen=opsomming(touched)))
    how = f"{_SIGNS[action.outcome]} {outcome(action.outcome)}" if outcomes else ""
    if how and action.remark:
        how = f"{how}: {action.remark}"
    return partial(_draw_action, action.what, lines, how)


def _draw_action(what: str, lines: Sequence[str], how: str, width: int) -> Sequence[Content]:
    return [
        *wrapped(what, width, "bold"),
        *(line for text in lines for line in wrapped(text, width)),
        *(wrapped(how, width, "bold $accent") if how else ()),
    ]


# The group's advice as rows that open: the title, its votes as crosses and as a number, whether it is pinned. -------

PINNED, VOTE = "★", "×"
"""● and ■ are the parties, and nothing else in a room."""
_MOST_VOTES = 24


def advice_drawing(card: AdviceCard, votes: int | None, *, pinned: bool) -> Draw:
    """Return what draws an advice that the group may choose; ``votes`` is None while nobody voted."""
    return partial(_advice, card, votes, pinned)


def dismissed_drawing(title: str, reason: str) -> Draw:
    """Return what draws an advice that the group put aside."""
    return partial(_dismissed, title, reason)


def votes_words(votes: int) -> str:
    """Count votes."""
    return meervoud("{n} stem", "{n} stemmen", votes).format(n=votes)


def _advice(card: AdviceCard, votes: int | None, pinned: bool, width: int) -> Sequence[Content]:  # noqa: FBT001
    title = " ".join((PINNED, card.title, _("(vastgezet)"))) if pinned else card.title
    return [
        *wrapped(title, width, "bold"),
        *(() if votes is None else (_crosses(votes, width) + Content(votes_words(votes)),)),
        *wrapped(next(iter(card.why), ""), width),
    ]


def _crosses(votes: int, width: int) -> Content:
    return Content.styled(VOTE * min(votes, _MOST_VOTES, max(1, width - 16)) + "  " if votes else "", "$accent")


def _dismissed(title: str, reason: str, width: int) -> Sequence[Content]:
    return [*wrapped(title, width), *wrapped(_("weggelegd: {reden}").format(reden=reason), width)]


# A gap chart as rows that open: the same geometry and words as the chart, in as few lines as a beamer has room for. ---

_BESIDE = 60
"""From this width on, a name stands beside its line."""
_LONG_LINE, _BETWEEN = 57, 2
"""The shortest line with the names of both sides that has something beside it, and what stays free there."""


def row_drawings(chart: GapChart) -> list[Draw]:
    """Return for each row of ``chart`` what draws it."""
    label = max((len(row.label) + 2 for row in chart.rows if row.label), default=0)
    return [partial(_draw_gap, chart, pair, label) for pair in charts.pairs(chart)]


def _draw_gap(chart: GapChart, pair: charts.Pair, label: int, width: int) -> Sequence[Content]:
    row = pair.row
    if (width >= _BESIDE and label <= width // 2) or not row.label:
        first = [Content.styled(row.label.ljust(label), "bold") + _line(pair, width - label)]
    else:
        first = [*wrapped(row.label, width, "bold"), _line(pair, width)]
    words = list(charts.sides_words(chart, row))
    words += [part for text in (row.gap, row.remark) if text for part in text.split(" · ")]
    parts = packed([Content(text) for text in words], width, " · ")
    running = wrapped(" · ".join(words), width)
    return [*first, *(parts if len(parts) <= len(running) else running)]  # a beamer must show every row at once


def brief_drawings(chart: GapChart, words: Sequence[str]) -> list[Draw]:
    """Return for each row what draws it for a beamer: its name, the sides by name on their line, and one of ``words``.

    Where a line has room for all three it is one line, else the line stands below the name and the word.
    """
    label = max((len(row.label) for row in chart.rows), default=0) + _BETWEEN
    word = max(map(len, words), default=0) + _BETWEEN
    pairs = zip(charts.pairs(chart), words, strict=True)
    return [partial(_draw_brief, chart, pair, said, (label, word)) for pair, said in pairs]


def _draw_brief(
    chart: GapChart, pair: charts.Pair, said: str, columns: tuple[int, int], width: int
) -> Sequence[Content]:
    label, word = columns
    name = Content.styled(pair.row.label, "bold")
    if width - label - word >= _LONG_LINE:
        line = _named_line(chart, pair, width - label - word)
        return [name.pad_right(label - name.cell_length) + line + Content.styled(said.rjust(word), "bold")]
    if name.cell_length + _BETWEEN + len(said) > width:
        return [*wrapped(pair.row.label, width, "bold"), *wrapped(said, width), _named_line(chart, pair, width)]
    apart = width - name.cell_length - len(said)
    return [name + Content(" " * apart) + Content.styled(said, "bold"), _named_line(chart, pair, width)]


def _named_line(chart: GapChart, pair: charts.Pair, room: int) -> Content:
    return Content.assemble("1 ", named_line(chart, pair, fitting(room - 4)), " 5")


def _line(pair: charts.Pair, room: int) -> Content:
    length = fitting(room - 4)
    return Content.assemble("1 ", line_of(pair, length), " 5")

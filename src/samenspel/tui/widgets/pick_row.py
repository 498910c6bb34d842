"""Rows to choose from that draw themselves: a dimension with its line, an advice with its votes, an action.

▸ marks where one is; a row opens with Enter, with the key before it or with the mouse.
"""

from collections.abc import Callable, Iterable, Sequence

from textual.binding import Binding
from textual.containers import ScrollableContainer, VerticalGroup
from textual.content import Content

from samenspel.taal import _
from samenspel.tui.widgets.deed import Deed
from samenspel.tui.widgets.passage import Drawn

Draw = Callable[[int], Sequence[Content]]
"""Width in columns → lines, none wider than that."""
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

    def __init__(self, value: str, draw: Draw, key: str = "", *, classes: str = "") -> None:
        super().__init__(classes=classes)
        self.value = value
        self._draw = draw
        self.key = key

    def put(self, draw: Draw) -> None:
        """Draw something else from now on."""
        self._draw = draw
        self.redraw()

    def drawn(self, width: int) -> Content:
        """Draw the sign and the key before the first line, and nothing before the others."""
        head = Content.assemble("▸ " if self.has_focus else "  ", (f"{self.key:<{_MARGIN - 2}}", "bold"))
        lines = self._draw(max(1, width - _MARGIN))
        indent = Content(" " * _MARGIN)
        return Content("\n").join((head if place == 0 else indent) + line for place, line in enumerate(lines))

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
            row.focus()
            self.call_after_refresh(self._into_sight, row)

    def _into_sight(self, row: PickRow) -> None:
        """Scroll when everything has its place: to the top for the first row, with what stands above it."""
        page = next((one for one in self.ancestors if isinstance(one, ScrollableContainer)), None)
        if page is not None and row is self.children[0]:
            page.scroll_home(animate=False)
        else:
            row.scroll_visible(animate=False)

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

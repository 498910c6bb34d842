"""The foot of a screen: its keys, and a sign above them where there is more than fits."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from textual import events
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.style import Style
from textual.widgets import Static

from samenspel.taal import _
from samenspel.tui.textual_private import QuickWidget

_LAST = ("back", "explain", "command_palette")
"""What every screen has comes after what is its own."""


class Key(NamedTuple):
    """One thing a person can do: the key as shown, what it does, and the key itself."""

    shown: str
    does: str
    press: str


class KeyLine(QuickWidget, Static):
    """The keys of a screen and what they do, next to each other as long as there is room; each can be clicked too."""

    COMPONENT_CLASSES = {"key-line--key", "key-line--does"}

    def __init__(self) -> None:
        super().__init__(markup=False)
        self._shown: object = None
        self._count: int | None = None

    @staticmethod
    def keys_of(screen: Screen[Any]) -> list[Key]:
        """List what can be done on ``screen`` now, one key for each action; what every screen has comes last."""
        found: dict[str, tuple[int, Key]] = {}
        for active in screen.active_bindings.values():
            binding = active.binding
            if not (active.enabled and binding.show) or binding.action in found:
                continue
            rank = _LAST.index(binding.action) + 1 if binding.action in _LAST else -(binding.key == "enter")
            found[binding.action] = (rank, Key(screen.app.get_key_display(binding), binding.description, binding.key))
        return [key for _rank, key in sorted(found.values(), key=lambda entry: entry[0])]

    def on_mount(self) -> None:
        """Follow the screen's keys."""
        self.screen.bindings_updated_signal.subscribe(self, self._follow)

    def on_resize(self, _event: events.Resize) -> None:
        """Divide the keys over the lines again."""
        self._follow(self.screen)

    def _follow(self, screen: Screen[Any]) -> None:
        if not self.is_attached or screen is not self.app.screen:
            return
        keys, width = self.keys_of(screen), self.app.size.width - 2
        if self._shown != (keys, width, self.app.theme):
            self._shown = (keys, width, self.app.theme)
            lines = self._lines(keys, width)
            count = lines.plain.count("\n")
            self.update(lines, layout=count != self._count)
            if count != self._count:  # said outright: an automatic height may be taken from before the update
                self.styles.height = count + 1
            self._count = count

    def _lines(self, keys: Iterable[Key], width: int) -> Content:
        key_style = self.get_visual_style("key-line--key", partial=True)
        does_style = self.get_visual_style("key-line--does", partial=True)
        lines: list[Content] = [Content()]
        for key in keys:
            click = Style.from_meta({"@click": f"app.simulate_key({key.press!r})"})
            part = Content.assemble((key.shown, key_style + click), " ", (key.does, does_style + click))
            if not lines[-1]:
                lines[-1] = part
            elif lines[-1].cell_length + 2 + part.cell_length <= width:
                lines[-1] = Content.assemble(lines[-1], "  ", part)
            else:
                lines.append(part)
        return Content("\n").join(lines)


class More(Static):
    """Follows ``body`` and says whether it goes on below; a click scrolls a screenful.

    Its line is always kept, so that nothing jumps.
    """

    def __init__(self, body: VerticalScroll) -> None:
        super().__init__(markup=False)
        self._body = body

    def on_mount(self) -> None:
        """Follow what is in sight."""
        self.watch(self._body, "scroll_y", self._look)
        self.screen.screen_layout_refresh_signal.subscribe(self, lambda _screen: self._look())

    def _look(self) -> None:
        below = round(self._body.scroll_y) < self._body.max_scroll_y
        self.update(_("▼ hieronder staat meer: ↓") if below else "", layout=False)

    def on_click(self) -> None:
        """Scroll."""
        self._body.scroll_page_down(animate=False)

"""A sign below what scrolls: there is more under the edge. Its line is always kept, so that nothing jumps."""

from textual.containers import VerticalScroll
from textual.widgets import Static

from samenspel.taal import _


class More(Static):
    """Follows ``body`` and says whether it goes on below; a click scrolls a screenful."""

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

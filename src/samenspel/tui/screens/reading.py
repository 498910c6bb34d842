"""A page to read: the arrows scroll it, whatever has the focus."""

from textual.binding import Binding

from samenspel.taal import _
from samenspel.tui.screens.base import BaseScreen, Body


class ReadingScreen(BaseScreen):
    """A screen that opens at its top and scrolls with the arrows."""

    AUTO_FOCUS = ""
    DEFAULT_CLASSES = "reading"
    BINDINGS = [
        Binding("up", "scroll_lines(-1)", _("omhoog"), show=False),
        Binding("down", "scroll_lines(1)", _("omlaag"), show=False),
        Binding("home", "scroll_to_end(False)", _("naar het begin"), show=False),
        Binding("end", "scroll_to_end(True)", _("naar het eind"), show=False),
    ]

    def action_scroll_lines(self, lines: int) -> None:
        """Scroll a few lines down, or up when negative."""
        self.query_one(Body).scroll_relative(y=2 * lines, animate=False)

    def action_scroll_to_end(self, end: bool) -> None:  # noqa: FBT001 - Textual calls it with the key's value
        """Scroll to the end, or to the beginning."""
        body = self.query_one(Body)
        if end:
            body.scroll_end(animate=False)
        else:
            body.scroll_home(animate=False)

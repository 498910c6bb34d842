"""A terminal without room for a question: one message says so, and goes away when there is room again."""

from textual import events
from textual.app import ComposeResult
from textual.containers import Center, Middle
from textual.geometry import Size
from textual.screen import Screen
from textual.widgets import Static

from samenspel.taal import _
from samenspel.tui.kit.screen import GuardedScreen

SMALLEST = (50, 15)
"""Columns and rows below which there is no room for a statement and its answers."""


def too_small(size: Size) -> bool:
    """Say whether a terminal of this size has no room for a statement and its answers."""
    return size.width < SMALLEST[0] or size.height < SMALLEST[1]


class TooSmallScreen(GuardedScreen[None], Screen[None]):
    """Covers the app while the terminal is too small. The app opens and closes it.

    No window: what lies below one is still laid out, for columns that nothing can be laid out for.
    """

    def on_screen_resume(self, _event: events.ScreenResume) -> None:
        """Go away when there is room already: it came back under a window that lay over it."""
        if not too_small(self.app.size):
            self.dismiss()

    def compose(self) -> ComposeResult:
        """Lay out the screen."""
        with Middle(), Center():
            yield Static(
                _("Dit venster is te klein.\n\nMaak het groter, of de letters kleiner.\nEr gaat niets verloren."),
                markup=False,
            )

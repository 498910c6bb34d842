"""A terminal without room for a question: says so, and goes away when there is room again."""

from typing import TYPE_CHECKING, cast

from textual import events
from textual.app import ComposeResult
from textual.containers import Center, Middle
from textual.screen import ModalScreen
from textual.widgets import Static

from samenspel.taal import _
from samenspel.tui.screens.seen import Seen

if TYPE_CHECKING:
    from samenspel.tui.app import SamenspelApp


class TooSmallScreen(Seen[None], ModalScreen[None]):
    """Covers the app while the terminal is too small. The app opens and closes it."""

    def on_screen_resume(self, _event: events.ScreenResume) -> None:
        """Go away when there is room already: it came back under a window that lay over it."""
        if not cast("SamenspelApp", self.app).too_small(self.app.size):
            self.dismiss()

    def compose(self) -> ComposeResult:
        """Lay out the screen."""
        with Middle(), Center():
            yield Static(
                _("Dit venster is te klein.\n\nMaak het groter, of de letters kleiner.\nEr gaat niets verloren."),
                markup=False,
            )

"""A terminal without room for a question: says so, and goes away when there is room again."""

from textual.app import ComposeResult
from textual.containers import Center, Middle
from textual.screen import ModalScreen
from textual.widgets import Static

from samenspel.taal import _


class TooSmallScreen(ModalScreen[None]):
    """Covers the app while the terminal is too small. The app opens and closes it."""

    def compose(self) -> ComposeResult:
        """Lay out the screen."""
        with Middle(), Center():
            yield Static(
                _("Dit venster is te klein.\n\nMaak het groter, of de letters kleiner.\nEr gaat niets verloren."),
                markup=False,
            )

"""A black screen: the room looks at the presenter, not at the wall. Any key brings the page back."""

from collections.abc import Iterable

from textual import events
from textual.app import ComposeResult
from textual.widget import Widget
from textual.widgets import Static

from samenspel.taal import _
from samenspel.tui.screens.base import BaseModal


class BlackScreen(BaseModal[None]):
    """Nothing at all."""

    HELP = _("Het scherm is zwart. Elke toets brengt de bladzijde terug.")

    def compose(self) -> ComposeResult:
        """Show nothing."""
        yield from self.compose_page()

    def compose_page(self) -> Iterable[Widget]:
        """Give one black thing."""
        yield Static(markup=False)

    async def on_event(self, event: events.Event) -> None:
        """Go at any key or click."""
        if isinstance(event, events.Key | events.MouseDown):
            event.stop()
            self.dismiss(None)
            return
        await super().on_event(event)

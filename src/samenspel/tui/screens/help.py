"""F1: what this screen is for, and every key that works on it."""

from collections.abc import Iterable, Sequence

from textual.binding import Binding
from textual.widget import Widget
from textual.widgets import Static

from samenspel.taal import _
from samenspel.tui.screens.base import BaseModal
from samenspel.tui.widgets.key_line import Key


class HelpScreen(BaseModal[None]):
    """A window with the help of one screen."""

    HELP = _("Dit is de uitleg zelf. Druk op Esc om terug te gaan.")
    BINDINGS = [
        Binding("escape,enter,f1", "back", _("terug")),
    ]

    def __init__(self, text: str, keys: Sequence[Key]) -> None:
        super().__init__(classes="window")
        self._text = text
        self._keys = keys

    def compose_page(self) -> Iterable[Widget]:
        """Lay out the page."""
        yield Static(_("Uitleg"), classes="title", markup=False)
        for paragraph in self._text.split("\n\n"):
            yield Static(" ".join(paragraph.split()), classes="paragraph", markup=False)
        yield Static(_("Toetsen"), classes="heading", markup=False)
        width = max((len(key.shown) for key in self._keys), default=0)
        yield Static("\n".join(f"{key.shown:<{width}}   {key.does}" for key in self._keys), markup=False)

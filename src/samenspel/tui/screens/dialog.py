"""A window with one message or question, and a few answers to choose from by digit, arrow or mouse."""

from collections.abc import Iterable, Sequence

from textual.binding import Binding
from textual.widget import Widget
from textual.widgets import Static

from samenspel.taal import _
from samenspel.tui.screens.base import BaseModal
from samenspel.tui.widgets.choices import Choices, Option


class DialogScreen(BaseModal[str]):
    """Gives back the value of the chosen option; the empty string when left with Esc."""

    HELP = _("Lees de tekst. Kies daarna met een cijfer, met de pijltjes en Enter, of met de muis.")
    BINDINGS = [Binding("escape", "back", _("sluiten"))]

    def __init__(self, title: str, text: str, options: Sequence[Option] = ()) -> None:
        super().__init__(classes="window")
        self._title = title
        self._text = text
        self._options = options or (Option("1", "", _("terug")),)

    def compose_page(self) -> Iterable[Widget]:
        """Lay out the page."""
        yield Static(self._title, classes="title", markup=False)
        yield Static(self._text, classes="paragraph", markup=False)
        yield Choices(self._options, buttons=True)

    def action_back(self) -> None:
        """Close the window without choosing."""
        self.dismiss("")

    def on_choices_picked(self, event: Choices.Picked) -> None:
        """Give back what was chosen."""
        event.stop()
        self.dismiss(event.value)

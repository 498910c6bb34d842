"""An advice in short: why, and the first step. It opens with Enter, its digit or the mouse."""

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalGroup
from textual.content import Content
from textual.widgets import Static

from samenspel.report.document import AdviceCard
from samenspel.taal import _
from samenspel.tui.widgets.deed import Deed


class AdviceCardView(VerticalGroup, can_focus=True):
    """One advice card, with its number in the order of urgency (from 1)."""

    BINDINGS = [Binding("enter,space", "open", _("advies openen"))]

    class Opened(Deed):
        """A person wants to read the whole advice with this number."""

        def __init__(self, number: int) -> None:
            super().__init__()
            self.number = number

    def __init__(self, card: AdviceCard, number: int) -> None:
        super().__init__()
        self._card = card
        self.number = number

    def compose(self) -> ComposeResult:
        """Lay out the card."""
        card = self._card
        yield Static(classes="card-title", markup=False)
        for name, text in ((_("Waarom"), next(iter(card.why), "")), (_("Eerste stap"), card.first_step)):
            if text:
                yield Static(Content.assemble((f"{name}: ", "bold"), text), classes="card-line", markup=False)
        time = next((value for name, value in card.facts if name == _("Tijd")), "")
        if time:
            yield Static(Content.assemble((_("Tijd") + ": ", "bold"), time), classes="card-line", markup=False)

    def on_mount(self) -> None:
        """Draw the title."""
        self._mark(here=False)

    def on_focus(self) -> None:
        """Show that one is here."""
        self._mark(here=True)

    def on_blur(self) -> None:
        """Show that one is elsewhere."""
        self._mark(here=False)

    def _mark(self, *, here: bool) -> None:
        sign = "▸" if here else " "
        self.query_one(".card-title", Static).update(f"{sign} {self.number}  {self._card.title}")

    def on_click(self) -> None:
        """Open the advice."""
        self.action_open()

    def action_open(self) -> None:
        """Open the advice."""
        self.post_message(self.Opened(self.number))

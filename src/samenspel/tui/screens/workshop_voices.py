"""What people chose to share in their own words: opened by the facilitator, never by itself.

A way of writing may give somebody away, so it is asked about first, and after a kill the comparison opens instead.
"""

from collections.abc import Iterable

from textual.binding import Binding
from textual.widget import Widget
from textual.widgets import Static

from samenspel.group.released import Released
from samenspel.report.group import voices
from samenspel.taal import _
from samenspel.tui.screens.confirm import ConfirmScreen
from samenspel.tui.screens.workshop_base import WorkshopScreen
from samenspel.tui.widgets.blocks import widgets


class VoicesScreen(WorkshopScreen):
    """The open answers that were shared, shuffled and without party, by question."""

    PART = "vergelijken"
    AUTO_FOCUS = ""
    HELP = _(
        "Hier staan de open antwoorden die mensen wilden delen met de groep. Er staat geen naam bij en geen partij. "
        "De volgorde is willekeurig.\n\n"
        "Vraag niet wie wat schreef. Wie iets wil toelichten, doet dat zelf.\n\n"
        "Met ↑ en ↓ schuift u. Met Esc gaat u terug naar het vergelijken."
    )
    BINDINGS = [Binding("escape", "back", _("terug"))]

    @property
    def at(self) -> str:
        """No place to come back to after a kill: these words come up only when they are asked for."""
        return "vergelijken"

    @property
    def above(self) -> str:
        """Esc goes to the comparison."""
        return "vergelijken"

    @property
    def heading(self) -> str:
        """Say what stands here."""
        return _("In eigen woorden")

    def compose_page(self) -> Iterable[Widget]:
        """Lay out what the report tells of it."""
        told = voices(self.talk.questionnaire, self.talk.released)
        yield from widgets(told)
        if spoken(self.talk.released):
            yield Static(_("Vraag niet wie wat schreef: dat blijft van iedereen zelf."), classes="notice", markup=False)


def spoken(released: Released) -> bool:
    """Say whether anything in people's own words may be shown."""
    return bool(released.open_answers or released.activities)


def question() -> ConfirmScreen:
    """Return what is asked before these words come on the screen."""
    return ConfirmScreen(
        _("Open antwoorden laten zien?"),
        _(
            "Deze antwoorden wilden mensen delen met de groep. Er staat geen naam bij. Toch is aan een manier van "
            "schrijven soms iemand te herkennen.\n\n"
            "Zet de beamer uit en lees ze eerst zelf."
        ),
        yes=_("Ja, laat zien"),
        no=_("Nee, nog niet"),
    )

"""The clean screen between two people: nothing of the answers is left, and the next key starts afresh."""

from collections.abc import Iterable

from textual import events
from textual.binding import Binding
from textual.widget import Widget
from textual.widgets import Static

from samenspel.questionnaire.model import Questionnaire
from samenspel.storage.groups import StoredGroup
from samenspel.taal import _
from samenspel.tui.screens.base import BaseScreen
from samenspel.tui.widgets.choices import Choices, Option


class ThanksScreen(BaseScreen):
    """Thanks the person, and waits for the next one."""

    HELP = _(
        "De antwoorden zitten bij de groep en zijn hier niet meer te zien. Geef de laptop door.\n\n"
        "De volgende persoon drukt op een toets en begint. Is iedereen geweest? Ga dan met Esc terug naar verzamelen."
    )
    BINDINGS = [Binding("escape", "back", _("terug naar verzamelen"))]

    def __init__(self, group: StoredGroup, questionnaire: Questionnaire) -> None:
        super().__init__(classes="thanks")
        self._group = group
        self._questionnaire = questionnaire

    def compose_page(self) -> Iterable[Widget]:
        """Lay out the page."""
        yield Static(_("Dank u."), classes="title", markup=False)
        yield Static(_("Uw antwoorden zitten bij de groep. Geef de laptop door."), classes="paragraph", markup=False)
        yield Choices([Option("1", "next", _("de volgende persoon begint"))])

    def on_mount(self) -> None:
        """Take away messages that are still shown from before."""
        self.app.clear_notifications()

    def on_key(self, event: events.Key) -> None:
        """Any key that types something is the next person."""
        if event.is_printable:
            event.stop()
            self._next()

    def on_choices_picked(self, event: Choices.Picked) -> None:
        """Begin with the next person."""
        event.stop()
        self._next()

    def _next(self) -> None:
        from samenspel.tui.screens.group_intake import IntakeScreen

        if self.is_active:
            self.app.switch_screen(IntakeScreen(self._group, self._questionnaire))

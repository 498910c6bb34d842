"""The page for the next person: what happens with the answers; choosing the form starts a clean sheet."""

from collections.abc import Iterable

from textual.binding import Binding
from textual.widget import Widget

from samenspel.collecting.turn import Turn
from samenspel.questionnaire.model import Questionnaire
from samenspel.storage import StorageError
from samenspel.storage.groups import StoredGroup
from samenspel.taal import _
from samenspel.tui.intake import HELP, intake
from samenspel.tui.screens.base import BaseScreen, Body
from samenspel.tui.screens.steps import screen_for
from samenspel.tui.screens.welcome import form_choice
from samenspel.tui.widgets.choices import Choices


class IntakeScreen(BaseScreen):
    """Nothing of anyone before is here; nothing is stored until the form is chosen."""

    HELP = HELP["welcome"]
    BINDINGS = [Binding("escape", "back", _("terug naar verzamelen"))]

    def __init__(self, group: StoredGroup, questionnaire: Questionnaire) -> None:
        super().__init__()
        self._group = group
        self._questionnaire = questionnaire

    def compose_page(self) -> Iterable[Widget]:
        """Lay out the page."""
        yield from intake(self._group.group, self._questionnaire)
        yield from form_choice(self._questionnaire, self.main.form)

    def on_mount(self) -> None:
        """Begin at the top: this page is there to be read."""
        self.call_after_refresh(self.query_one(Body).scroll_home, animate=False)

    def on_choices_picked(self, event: Choices.Picked) -> None:
        """Start this person's turn, in the chosen form."""
        if not self.is_active:  # a key pressed twice
            return
        groups, now = self.main.groups, self.main.clock()
        try:
            turn = Turn.begin(groups, self._group, "kort" if event.value == "kort" else "volledig", now)
        except StorageError as error:
            self.main.show_problem(str(error))
            return
        self.app.switch_screen(screen_for(turn))

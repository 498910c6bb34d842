"""A workshop screen on which is typed: stored with F8 or its button, and nothing typed is lost without asking."""

from collections.abc import Iterator

from textual.binding import Binding
from textual.containers import HorizontalGroup
from textual.widget import Widget
from textual.widgets import Button, Input

from samenspel.taal import _
from samenspel.tui.screens.confirm import ConfirmScreen
from samenspel.tui.screens.dialog import DialogScreen
from samenspel.tui.screens.workshop_base import WorkshopScreen
from samenspel.tui.widgets.choices import Option

_SAVE, _DROP, _STAY = "save", "drop", "stay"


class FormScreen(WorkshopScreen):
    """:meth:`changed` says whether something was typed, :meth:`save_form` stores it and says whether that was done."""

    AUTO_FOCUS = "TextArea, Input"
    BINDINGS = [
        Binding("f8,ctrl+s", "save", _("bewaren"), priority=True),
        Binding("down", "app.focus_next", show=False),
        Binding("up", "app.focus_previous", show=False),
        Binding("escape", "back", _("terug")),
    ]
    _left = False

    async def show_step(self) -> None:
        """Begin at the top."""
        self.begin_at_top()

    def changed(self) -> bool:
        """Say whether something was typed that is not stored."""
        return False

    def save_form(self) -> bool:
        """Store what was typed; when that cannot be done, say why and return False."""
        return True

    def doubt(self) -> ConfirmScreen | None:
        """Return what must be asked before storing; None: nothing."""
        return None

    def buttons(self) -> Iterator[Widget]:
        """Give the buttons, for the mouse."""
        with HorizontalGroup(classes="buttons"):
            yield Button(_("Bewaren"), id=_SAVE)
            yield Button(_("Terug"), id="back")

    def keep(self) -> bool:
        """Store what was typed, unless the person said not to; what is doubtful is asked about first, so it stays."""
        if self._left or not self.changed():
            return True
        if self.doubt() is not None:
            self.action_save()
            return False
        stored = self.save_form()
        if not stored and self.is_active:  # it is said at the fields: who wants to stop the app must not miss it
            self.main.show_problem(_("Dit is nog niet goed ingevuld. Bij het vak staat wat er mis is."))
        return stored

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Go to the next place to fill in."""
        event.stop()
        self.app.action_focus_next()

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Do what the button says."""
        if event.button.id == _SAVE:
            self.action_save()
        else:
            self.action_back()

    def action_save(self) -> None:
        """Store the form and go back; what is doubtful is asked about first."""
        question = self.doubt()
        if question is None:
            self._save(sure=True)
        else:
            self.app.push_screen(question, lambda sure: self._save(sure=bool(sure)))

    def _save(self, *, sure: bool) -> None:
        if sure and self.save_form():
            self._leave()

    def action_back(self) -> None:
        """Go back; what was typed is asked about first."""
        if not self.changed():
            self._leave()
            return
        options = (
            Option("1", _SAVE, _("bewaren")),
            Option("2", _DROP, _("niet bewaren")),
            Option("3", _STAY, _("verder schrijven")),
        )
        question = _("U hebt hier iets veranderd. Wat wilt u doen?")
        self.app.push_screen(DialogScreen(_("Nog niet bewaard"), question, options), self._decided)

    def _decided(self, choice: str | None) -> None:
        if choice == _SAVE:
            self.action_save()
        elif choice == _DROP:
            self._leave()

    def _leave(self) -> None:
        self._left = True
        self.go(self.above)

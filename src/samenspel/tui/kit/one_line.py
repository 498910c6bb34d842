"""A small window that asks for one line; what is wrong with it is said there, and what was typed stays."""

from collections.abc import Callable, Iterable
from typing import ClassVar

from textual.binding import Binding
from textual.screen import ScreenResultType
from textual.widget import Widget
from textual.widgets import Input, Static

from samenspel.taal import _
from samenspel.tui.kit.mistakes import GROUP_TROUBLE, explained
from samenspel.tui.kit.screen import BaseModal
from samenspel.tui.widgets.choices import Choices, Option
from samenspel.tui.widgets.fields import BareField, Field

_SAVE, _LEAVE = "save", "drop"


class AskScreen(BaseModal[ScreenResultType]):
    """Does ``act`` with what was typed in ``field``; gives back what ``act`` gave, or None when left."""

    HELP = _("Typ wat er gevraagd wordt en druk op Enter. Met Esc verandert er niets.")
    BINDINGS = [Binding("escape", "back", _("sluiten"))]
    EXPLAINED: ClassVar[str] = "paragraph"
    """How the explanation stands above the line."""

    def __init__(self, title: str, explanation: str, field: BareField, act: Callable[[str], ScreenResultType]) -> None:
        super().__init__(classes="window")
        self._title = title
        self._explanation = explanation
        self._field = field
        self._act = act

    def compose_page(self) -> Iterable[Widget]:
        """Lay out the window."""
        yield Static(self._title, classes="title", markup=False)
        yield Static(self._explanation, classes=self.EXPLAINED, markup=False)
        yield self._field
        yield from self.compose_answers()

    def compose_answers(self) -> Iterable[Widget]:
        """Give what can be done, below the line."""
        yield Choices([Option("1", _SAVE, _("Goed zo")), Option("2", _LEAVE, _("Niets veranderen"))])

    def action_back(self) -> None:
        """Close the window; nothing changes."""
        self.dismiss(None)

    def action_save(self) -> None:
        """Do it."""
        try:
            done = self._act(self._field.value)
        except GROUP_TROUBLE as error:
            self._field.say(self.navigator.seen_here(explained(error)))
            self._field.enter()
        else:
            self.dismiss(done)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Do it."""
        event.stop()
        self.action_save()

    def on_choices_picked(self, event: Choices.Picked) -> None:
        """Do it, or close."""
        event.stop()
        if event.value == _SAVE:
            self.action_save()
        else:
            self.action_back()


def asked_field(label: str, value: str = "") -> Field:
    """Return the line of such a window, with its name; its value is selected, so that typing replaces it."""
    return Field(label, value, whole=True)

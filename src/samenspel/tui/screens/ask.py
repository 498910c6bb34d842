"""A small window that asks for one line; what is wrong with it is said there, and what was typed stays."""

from collections.abc import Callable, Iterable

from textual.binding import Binding
from textual.widget import Widget
from textual.widgets import Input, Static

from samenspel.taal import _
from samenspel.tui.screens.base import BaseModal
from samenspel.tui.trouble import GROUP_TROUBLE, told
from samenspel.tui.widgets.choices import Choices, Option
from samenspel.tui.widgets.field import Field

_DO = "do"


class AskScreen(BaseModal[str]):
    """Does ``act`` with what was typed; gives back what ``act`` said, or the empty string when left."""

    HELP = _("Typ wat er gevraagd wordt en druk op Enter. Met Esc verandert er niets.")
    BINDINGS = [Binding("escape", "back", _("sluiten"))]

    def __init__(self, title: str, explanation: str, label: str, value: str, act: Callable[[str], str]) -> None:
        super().__init__(classes="window")
        self._title = title
        self._explanation = explanation
        self._field = Field(label, value, whole=True)
        self._act = act

    def compose_page(self) -> Iterable[Widget]:
        """Lay out the window."""
        yield Static(self._title, classes="title", markup=False)
        yield Static(self._explanation, classes="paragraph", markup=False)
        yield self._field
        yield Choices([Option("1", _DO, _("Goed zo")), Option("2", "", _("Niets veranderen"))])

    def action_back(self) -> None:
        """Close the window; nothing changes."""
        self.dismiss("")

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Do it."""
        event.stop()
        self._do()

    def on_choices_picked(self, event: Choices.Picked) -> None:
        """Do it, or close."""
        event.stop()
        if event.value == _DO:
            self._do()
        else:
            self.action_back()

    def _do(self) -> None:
        try:
            done = self._act(self._field.value)
        except GROUP_TROUBLE as error:
            self._field.say(told(error))
            self._field.enter()
        else:
            self.dismiss(done)

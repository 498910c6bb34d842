"""Are you sure? A small window over the screen, in which *no* is where one is."""

from collections.abc import Iterable

from textual.binding import Binding
from textual.widget import Widget
from textual.widgets import Static

from samenspel.taal import _
from samenspel.tui.screens.base import BaseModal
from samenspel.tui.widgets.choices import Choices, Option

_YES, _NO = "yes", "no"


class ConfirmScreen(BaseModal[bool]):
    """Asks one question; gives back True only when the person chose *yes*."""

    HELP = _("Lees eerst wat er gebeurt. Kies daarna ja of nee. Met Esc verandert er niets.")
    BINDINGS = [
        Binding("n", "answer(False)", _("nee")),
        Binding("j", "answer(True)", _("ja")),
    ]

    def __init__(self, question: str, explanation: str, *, yes: str, no: str = _("Nee, laat staan")) -> None:
        super().__init__(classes="window")
        self._question = question
        self._explanation = explanation
        self._yes, self._no = yes, no

    def compose_page(self) -> Iterable[Widget]:
        """Show the question, what it means, and the two answers."""
        yield Static(self._question, classes="title", markup=False)
        yield Static(self._explanation, classes="paragraph", markup=False)
        yield Choices([Option("1", _NO, self._no), Option("2", _YES, self._yes)], buttons=True)

    def on_choices_picked(self, event: Choices.Picked) -> None:
        """Give back what was chosen."""
        event.stop()
        self.dismiss(event.value == _YES)

    def action_answer(self, yes: bool) -> None:  # noqa: FBT001 - Textual calls it with the key's value
        """Give back the answer of a key."""
        self.dismiss(yes)

    def action_back(self) -> None:
        """Leaving is *no*."""
        self.dismiss(result=False)

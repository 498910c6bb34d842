"""Questions between two forms: answered with letters, because whoever types blind goes on typing digits."""

from collections.abc import Sequence
from string import ascii_lowercase, digits

from textual.binding import Binding

from samenspel.taal import _
from samenspel.tui.kit.dialogs import DialogScreen
from samenspel.tui.widgets.choices import Option


class LetterScreen(DialogScreen):
    """A window of which Enter takes the first answer, which loses nothing. A digit rings: it belongs on the paper."""

    HELP = _("Lees de tekst. Kies daarna met een letter, met de pijltjes en Enter, of met de muis. Cijfers doen niets.")
    BINDINGS = [
        *(Binding(letter, f"choose('{letter}')", show=False) for letter in ascii_lowercase),
        Binding(",".join(digits), "ring", show=False),
    ]

    def __init__(self, title: str, text: str, options: Sequence[Option]) -> None:
        super().__init__(title, text, options)
        self.digits_typed = False
        """Whether somebody typed on here: what came meanwhile is not in the form."""

    def action_choose(self, letter: str) -> None:
        """Give back what this letter stands for."""
        for option in self._options:
            if option.key == letter:
                self.dismiss(option.value)

    def action_ring(self) -> None:
        """Let whoever looks at the paper hear that this is not taken."""
        self.digits_typed = True
        self.app.bell()

"""Windows over a screen: a message or a question with a few answers to choose from; and *are you sure*, yes or no."""

from collections.abc import Iterable, Sequence

from textual.binding import Binding
from textual.widget import Widget
from textual.widgets import Static

from samenspel.taal import _
from samenspel.tui.kit.screen import BaseModal
from samenspel.tui.widgets.choices import Choices, Option


class DialogScreen(BaseModal[str]):
    """Gives back the value of the chosen option; the empty string when left with Esc."""

    HELP = _("Lees de tekst. Kies daarna met een cijfer, met de pijltjes en Enter, of met de muis.")
    BINDINGS = [Binding("escape", "back", _("sluiten"))]

    def __init__(self, title: str, text: str, options: Sequence[Option] = ()) -> None:
        super().__init__(classes="window")
        self._title = title
        self.text = text
        self._options = options or (Option("1", "", _("terug")),)

    def compose_page(self) -> Iterable[Widget]:
        """Lay out the page."""
        yield Static(self._title, classes="title", markup=False)
        yield Static(self.text, classes="paragraph", markup=False)
        yield Choices(self._options, buttons=True)

    def action_back(self) -> None:
        """Close the window without choosing."""
        self.dismiss("")

    def on_choices_picked(self, event: Choices.Picked) -> None:
        """Give back what was chosen."""
        event.stop()
        self.dismiss(event.value)


_YES, _NO = "yes", "no"


class ConfirmScreen(BaseModal[bool]):
    """Asks one question, with *no* where one is; gives back True only when the person chose *yes*."""

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


SAVE, DROP = "save", "drop"
"""What may be answered to :func:`unsaved_question`; all else is: go on writing."""


def unsaved_question(question: str) -> DialogScreen:
    """Ask what must become of what was typed, before it goes."""
    options = (
        Option("1", SAVE, _("bewaren")),
        Option("2", DROP, _("niet bewaren")),
        Option("3", "", _("verder schrijven")),
    )
    return DialogScreen(_("Nog niet bewaard"), question, options)


def beamer_question(what: str) -> ConfirmScreen:
    """Ask whether the beamer is off, before something comes that is not for the room; ``what`` says what comes."""
    return ConfirmScreen(
        _("Is de beamer uit?"),
        what + "\n\n" + _("Dat is niet voor de zaal. Zet de beamer uit, en zorg dat niemand meekijkt."),
        yes=_("Ja, de beamer is uit"),
        no=_("Nee, ga terug"),
    )

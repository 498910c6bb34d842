"""A window with one message or question, and a few answers to choose from by digit, arrow or mouse."""

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, cast

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Center, Middle
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Input, Static

from samenspel.group.workshop import WorkshopError
from samenspel.hygiene import TooLongError
from samenspel.storage import StorageError
from samenspel.taal import _
from samenspel.tui.kit.screen import BaseModal, Seen
from samenspel.tui.widgets.choices import Choices, Option
from samenspel.tui.widgets.fields import Field

if TYPE_CHECKING:
    from samenspel.tui.app import SamenspelApp


class DialogScreen(BaseModal[str]):
    """Gives back the value of the chosen option; the empty string when left with Esc."""

    HELP = _("Lees de tekst. Kies daarna met een cijfer, met de pijltjes en Enter, of met de muis.")
    BINDINGS = [Binding("escape", "back", _("sluiten"))]

    def __init__(self, title: str, text: str, options: Sequence[Option] = ()) -> None:
        super().__init__(classes="window")
        self._title = title
        self._text = text
        self._options = options or (Option("1", "", _("terug")),)

    def compose_page(self) -> Iterable[Widget]:
        """Lay out the page."""
        yield Static(self._title, classes="title", markup=False)
        yield Static(self._text, classes="paragraph", markup=False)
        yield Choices(self._options, buttons=True)

    def action_back(self) -> None:
        """Close the window without choosing."""
        self.dismiss("")

    def on_choices_picked(self, event: Choices.Picked) -> None:
        """Give back what was chosen."""
        event.stop()
        self.dismiss(event.value)


# What can go wrong with a group, as one clear sentence at the place where it was typed. --------------------------

GROUP_TROUBLE = (StorageError, WorkshopError, TooLongError)


def told(error: Exception) -> str:
    """Say in Dutch what went wrong, and what to do."""
    if isinstance(error, TooLongError):
        return _("Dit is te lang: {lengte} tekens. Hooguit {grens} mag.").format(lengte=error.length, grens=error.limit)
    return str(error)


def number(typed: str, numbers: range, *, empty: int | None = None) -> int:
    """Read a whole number, one of ``numbers``; nothing typed is ``empty``. Raises WorkshopError."""
    text = typed.strip()
    if not text and empty is not None:
        return empty
    if not (text.isascii() and text.isdigit() and len(text) <= len(str(numbers[-1])) and int(text) in numbers):
        raise WorkshopError(
            _("Vul een getal in van {laag} tot en met {hoog}.").format(laag=numbers[0], hoog=numbers[-1])
        )
    return int(text)


# A small window that asks for one line; what is wrong with it is said there, and what was typed stays. -----------

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


# Are you sure? A small window over the screen, in which *no* is where one is. ------------------------------------

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


# A terminal without room for a question: says so, and goes away when there is room again. ------------------------


class TooSmallScreen(Seen[None], ModalScreen[None]):
    """Covers the app while the terminal is too small. The app opens and closes it."""

    def on_screen_resume(self, _event: events.ScreenResume) -> None:
        """Go away when there is room already: it came back under a window that lay over it."""
        if not cast("SamenspelApp", self.app).too_small(self.app.size):
            self.dismiss()

    def compose(self) -> ComposeResult:
        """Lay out the screen."""
        with Middle(), Center():
            yield Static(
                _("Dit venster is te klein.\n\nMaak het groter, of de letters kleiner.\nEr gaat niets verloren."),
                markup=False,
            )

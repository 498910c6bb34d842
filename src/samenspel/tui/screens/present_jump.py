"""The list of slides, to jump to one."""

from collections.abc import Iterable

from textual.binding import Binding
from textual.widget import Widget
from textual.widgets import OptionList, Static

from samenspel.presenting.pages import Deck, Riddle
from samenspel.presenting.pages import Entry as SlideEntry
from samenspel.taal import _
from samenspel.tui.screens.base import BaseModal
from samenspel.tui.widgets.menu import Entry, Menu


class JumpScreen(BaseModal[int]):
    """Gives back the first page of the chosen slide; None when left with Esc."""

    HELP = _(
        "Typ het nummer van een dia en druk op Enter. Of kies met de pijltjes, Home en End, of met de muis. Met Esc "
        "blijft u waar u was."
    )
    BINDINGS = [
        *(Binding(str(digit), f"digit({digit})", show=False) for digit in range(10)),
        Binding("escape,o,l", "back", _("sluiten")),
    ]

    def __init__(self, deck: Deck, here: int) -> None:
        super().__init__(classes="window choose")
        self._deck = deck
        self._here = here
        self._typed = 0

    def compose_page(self) -> Iterable[Widget]:
        """List the slides."""
        yield Static(_("Naar welke dia? Typ het nummer, of kies met de pijltjes."), classes="title", markup=False)
        yield Menu(
            Entry(str(slide.first), _title(slide), self._asked(slide), number=f"{number:>2}")
            for number, slide in enumerate(self._deck.slides, start=1)
        )

    def _asked(self, slide: SlideEntry) -> str:
        """Return what the room guesses: such slides often have the same title."""
        body = self._deck.pages[slide.first].body
        return body.question if isinstance(body, Riddle) else ""

    def on_mount(self) -> None:
        """Begin at the slide that is shown."""
        self.query_one(Menu).highlighted = self._here

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Give back what was chosen."""
        event.stop()
        self.dismiss(int(event.option_id or 0))

    def action_digit(self, digit: int) -> None:
        """Go to the slide with this number in the list; a second digit goes on with the first."""
        menu = self.query_one(Menu)
        before = self._typed if menu.highlighted == self._typed - 1 else 0  # moved meanwhile: begin anew
        wanted = next((n for n in (10 * before + digit, digit) if 0 < n <= len(self._deck.slides)), 0)
        if wanted:
            self._typed, menu.highlighted = wanted, wanted - 1

    def action_back(self) -> None:
        """Close the list."""
        self.dismiss(None)


def _title(slide: SlideEntry) -> str:
    return _("{titel} ({minuten} min)").format(titel=slide.title, minuten=slide.minutes)

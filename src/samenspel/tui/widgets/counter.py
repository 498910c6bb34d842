"""How many took part so far: large enough for the back of the room, and per party beside it."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import HorizontalGroup
from textual.widgets import Digits, Static

from samenspel.taal import _


class Counter(HorizontalGroup):
    """A large number, with a few lines beside it."""

    def compose(self) -> ComposeResult:
        """Lay out the number and the lines."""
        yield Digits("", id="people")
        yield Static(_("Even kijken …"), id="parties", markup=False)

    def show(self, number: int, lines: Sequence[str]) -> None:
        """Show these numbers from now on."""
        self.query_one(Digits).update(str(number))
        self.query_one("#parties", Static).update("\n".join(lines))

"""One advice, whole: what it is, the first step, why, who, how long, and what makes it last."""

from collections.abc import Iterable, Sequence

from textual.binding import Binding
from textual.widget import Widget
from textual.widgets import Static

from samenspel.report.document import AdviceCard
from samenspel.taal import _
from samenspel.tui.screens.base import Body
from samenspel.tui.screens.reading import ReadingScreen
from samenspel.tui.widgets.blocks import widgets


class AdviceScreen(ReadingScreen):
    """Shows the advice with ``number`` (from 1) out of ``cards``; the arrows go to the one before and after."""

    HELP = _(
        "Dit is één advies. U leest wat het is, wat de eerste stap is en waarom u het krijgt.\n\n"
        "Met ← en → gaat u naar het vorige en het volgende advies. Met ↑ en ↓ schuift u de tekst. "
        "Esc brengt u terug naar de uitslag."
    )
    BINDINGS = [
        Binding("left", "turn(-1)", _("vorige")),
        Binding("right", "turn(1)", _("volgende")),
    ]

    def __init__(self, cards: Sequence[AdviceCard], number: int) -> None:
        super().__init__()
        self._cards = cards
        self._number = number

    def compose_page(self) -> Iterable[Widget]:
        """Lay out the page."""
        place = _("Advies {nummer} van {totaal}").format(nummer=self._number, totaal=len(self._cards))
        yield Static(place, classes="muted", markup=False)
        yield from widgets([self._cards[self._number - 1]])

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer the one before and after where there is one."""
        if action == "turn" and isinstance(parameters[0], int):
            return 1 <= self._number + parameters[0] <= len(self._cards)
        return super().check_action(action, parameters)

    async def action_turn(self, by: int) -> None:
        """Show the advice ``by`` places further."""
        self._number += by
        page = self.query_one("#page")
        await page.remove_children()
        await page.mount_all(self.compose_page())
        self.query_one(Body).scroll_home(animate=False)
        self.refresh_bindings()

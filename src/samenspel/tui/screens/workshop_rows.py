"""A workshop screen with rows to choose from: by the key before a row, by arrows and Enter, or by mouse."""

from collections.abc import Iterable

from textual import events
from textual.binding import Binding

from samenspel.group.model import Order
from samenspel.taal import _
from samenspel.tui.screens.workshop_base import WorkshopScreen
from samenspel.tui.widgets.pick_row import KEYS, PickRow, PickRows


class RowsScreen(WorkshopScreen):
    """What can be done depends on the row where one is."""

    BINDINGS = [Binding(key, f"open('{key}')", show=False) for key in KEYS]

    @property
    def here(self) -> str | None:
        """What the row where one is stands for."""
        return self.query_one(PickRows).here

    async def show_rows(self, rows: Iterable[PickRow], here: str | None = None) -> None:
        """Show these rows, and go to the one that stands for ``here`` (None: stay where one is)."""
        picks = self.query_one(PickRows)
        await picks.show(rows, here or picks.here or self.talk.last_row)
        self.refresh_bindings()

    def on_descendant_focus(self, _event: events.DescendantFocus) -> None:
        """Offer what can be done with the row where one is."""
        self.refresh_bindings()

    def action_open(self, key: str) -> None:
        """Open the row with this key."""
        self.query_one(PickRows).open(key)


class SortedScreen(RowsScreen):
    """Rows that the group sorts as it wants to look: the order is stored, and is the same on every such screen."""

    BINDINGS = [
        Binding("l", "sort('laagste')", _("laagste")),
        Binding("v", "sort('verschil')", _("verschil")),
        Binding("d", "sort('verdeeldheid')", _("verdeeldheid")),
    ]

    async def show_sorted(self, *, anew: bool) -> None:
        """Show the rows in the stored order; when that is a new one (``anew``), go to the first of them."""

    async def show_step(self) -> None:
        """Show the rows as they are sorted."""
        await self.show_sorted(anew=False)

    async def action_sort(self, order: Order) -> None:
        """Store another order, and show it."""
        if self.store(lambda: self.talk.sort(order)):
            await self.show_sorted(anew=True)

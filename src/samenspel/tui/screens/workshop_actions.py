"""The actions that the group agrees on: three are recommended, five is the most."""

from collections.abc import Iterable

from textual import work
from textual.binding import Binding
from textual.widget import Widget
from textual.widgets import Static

from samenspel.group.workshop import MOST_ACTIONS, RECOMMENDED_ACTIONS, remove_action
from samenspel.taal import _, meervoud
from samenspel.tui.screens.confirm import ConfirmScreen
from samenspel.tui.screens.workshop_rows import RowsScreen
from samenspel.tui.widgets.action_rows import action_drawing
from samenspel.tui.widgets.pick_row import PickRow, PickRows, row_keys


class ActionsScreen(RowsScreen):
    """Lists the actions: add one, change one, take one away."""

    PART = "acties"
    HELP = _(
        "Dit zijn de acties van de groep. Met n maakt u een nieuwe: uit een advies, of zelf bedacht. Enter of een "
        "cijfer opent een actie om die te veranderen. Met w haalt u een actie weg.\n\n"
        "Drie acties is een goed aantal. Meer dan vijf kan niet: dat lukt bijna nooit.\n\n"
        "Met → gaat u naar het afsluiten."
    )
    BINDINGS = [
        Binding("n", "new", _("nieuwe actie")),
        Binding("w,delete", "remove", _("weghalen")),
    ]

    @property
    def heading(self) -> str:
        """Ask what the page answers."""
        return _("Wat spreken wij af?")

    def compose_page(self) -> Iterable[Widget]:
        """Lay out the page."""
        yield Static(id="told", classes="paragraph", markup=False)
        yield PickRows()

    async def show_step(self) -> None:
        """Show the actions as they stand now."""
        actions = self.talk.wave.actions
        self.query_one("#told", Static).update(self._told(len(actions)))
        rows = [
            PickRow(str(place), action_drawing(self.talk.questionnaire, action), key)
            for place, (action, key) in enumerate(zip(actions, row_keys(len(actions)), strict=True))
        ]
        await self.show_rows(rows)

    def _told(self, count: int) -> str:
        if not count:
            return _("Er zijn nog geen acties. Kies er liever drie die lukken dan vijf die blijven liggen.")
        if count >= MOST_ACTIONS:
            return _("U hebt {n} acties. Meer kan niet. Haal er eerst een weg als u een andere wilt.").format(n=count)
        if count >= RECOMMENDED_ACTIONS:
            return _("U hebt {n} acties. Dat is een goed aantal. Meer lukt vaak niet.").format(n=count)
        left = RECOMMENDED_ACTIONS - count
        return meervoud("Er kan goed nog {n} actie bij.", "Er kunnen goed nog {n} acties bij.", left).format(n=left)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only what can be done now."""
        if action == "new":
            return self.talk.open and len(self.talk.wave.actions) < MOST_ACTIONS
        if action == "remove":
            return self.talk.open and self.here is not None
        return super().check_action(action, parameters)

    def on_pick_row_opened(self, event: PickRow.Opened) -> None:
        """Change an action."""
        if self.talk.open:
            self.go(f"actie:{event.value}")

    def action_new(self) -> None:
        """Make an action: of an advice, or one that the group thought of itself."""
        from samenspel.tui.screens.workshop_choose import ChooseScreen

        self.app.push_screen(ChooseScreen(self.talk), self._chosen)

    def _chosen(self, which: str | None) -> None:
        if which:
            self.go(f"actie:{which}")

    @work(exclusive=True, group="ask")
    async def action_remove(self) -> None:
        """Take away the action where one is, after asking."""
        here = self.here
        if here is None:
            return
        place = int(here)
        what = self.talk.wave.actions[place].what
        question = ConfirmScreen(_("Deze actie weghalen?"), what, yes=_("Ja, haal weg"))
        if await self.ask(question) and self.store(lambda: self.talk.change(lambda wave: remove_action(wave, place))):
            await self.show_step()

"""A next wave opens with the old actions: done, partly or not, with a remark."""

from collections.abc import Iterable

from textual.app import ComposeResult
from textual.binding import Binding
from textual.widget import Widget
from textual.widgets import Static

from samenspel.group.model import Action, Outcome
from samenspel.group.workshop import WorkshopError
from samenspel.storage import StorageError
from samenspel.taal import _
from samenspel.tui.screens.base import BaseScreen
from samenspel.tui.screens.workshop_rows import RowsScreen
from samenspel.tui.talk import Talk
from samenspel.tui.widgets.action_rows import action_drawing
from samenspel.tui.widgets.key_line import KeyLine
from samenspel.tui.widgets.pick_row import PickRow, PickRows, row_keys


class ReviewScreen(RowsScreen):
    """The actions of the wave before; how each went is stored with that wave."""

    PART = "terugblik"
    HELP = _(
        "Dit zijn de acties van de vorige meting. Zeg samen hoe elke actie ging: g is gedaan, d is deels gedaan, n is "
        "niet gedaan. Met Enter schrijft u er een opmerking bij.\n\n"
        "Het gaat niet om wie het niet deed. Vraag liever: wat hielp, en wat hield ons tegen?"
    )
    BINDINGS = [
        Binding("g", "went('gedaan')", _("gedaan")),
        Binding("d", "went('deels')", _("deels")),
        Binding("n", "went('niet')", _("niet gedaan")),
    ]

    @property
    def heading(self) -> str:
        """Ask what the page answers."""
        return _("Hoe ging het met onze acties?")

    @property
    def actions(self) -> tuple[Action, ...]:
        """The actions of the wave before."""
        return self.talk.before.actions if self.talk.before else ()

    def compose_page(self) -> Iterable[Widget]:
        """Lay out the page."""
        yield Static(id="told", classes="paragraph", markup=False)
        yield PickRows()

    async def show_step(self) -> None:
        """Show the actions as they stand now."""
        waiting = sum(not action.outcome for action in self.actions)
        told = _("Van {n} acties moet u nog zeggen hoe het ging: g, d of n. Enter geeft een opmerking.")
        if waiting == 1:
            told = _("Van één actie moet u nog zeggen hoe het ging: g, d of n. Enter geeft een opmerking.")
        done = _("Van elke actie is bekend hoe het ging. Ga verder.")
        self.query_one("#told", Static).update(told.format(n=waiting) if waiting else done)
        rows = [
            PickRow(str(place), action_drawing(self.talk.questionnaire, action, outcomes=True), key)
            for place, (action, key) in enumerate(zip(self.actions, row_keys(len(self.actions)), strict=True))
        ]
        await self.show_rows(rows)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer an outcome only at an action."""
        if action == "went":
            return self.here is not None
        return super().check_action(action, parameters)

    async def action_went(self, outcome: Outcome) -> None:
        """Store how the action where one is went."""
        place = int(self.here or 0)
        remark = self.actions[place].remark
        if self.store(lambda: self.talk.follow_up(place, outcome, remark)):
            await self.show_step()

    def on_pick_row_opened(self, event: PickRow.Opened) -> None:
        """Ask for a remark."""
        from samenspel.tui.screens.workshop_reason import LineScreen

        place = int(event.value)
        action = self.actions[place]

        def save(remark: str) -> None:
            self.talk.follow_up(place, action.outcome, remark)

        title = _("Opmerking bij: {actie}").format(actie=action.what)
        explanation = _(
            "Wat hielp, of wat hield tegen? Dit komt in het rapport: schrijf er geen namen in. "
            "Laat het leeg om de opmerking weg te halen."
        )
        self.app.push_screen(LineScreen(title, explanation, save, action.remark), self._remarked)

    async def _remarked(self, stored: bool | None) -> None:  # noqa: FBT001
        if stored:
            await self.show_step()


class ActionsReviewScreen(ReviewScreen):
    """The same for a wave that may still collect, by its group and number; what was below it comes back after it."""

    BINDINGS = [Binding("right,f8", "back", _("verder"))]

    def __init__(self, group_id: str, number: int) -> None:
        BaseScreen.__init__(self, classes="workshop")  # the group is read when this opens
        self._group_id, self._number = group_id, number

    def compose(self) -> ComposeResult:
        """Read the group; when that cannot be done, say why and go back."""
        try:
            self.talk = Talk(self.main.groups, self._group_id, self._number)
        except (StorageError, WorkshopError) as error:
            self.call_after_refresh(self._give_up, str(error))
            yield KeyLine()
            return
        if "terugblik" in self.talk.parts:
            yield from super().compose()
        else:
            self.call_after_refresh(self._give_up, _("Van de vorige meting zijn er geen acties."))

    async def arrive(self) -> None:
        """Show the actions; this is no place in the workshop, so nothing is stored."""
        if self.query(PickRows):
            await self.show_step()

    def _give_up(self, why: str) -> None:
        self.dismiss()
        self.main.show_problem(why)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer no other parts."""
        if action == "went" and not self.query(PickRows):
            return False
        return action != "part" and super().check_action(action, parameters)

    def action_back(self) -> None:
        """Go on with what was below."""
        self.dismiss()

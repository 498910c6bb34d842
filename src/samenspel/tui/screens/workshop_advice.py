"""One advice of the group, whole: what it is, the first step, why, and the votes."""

from collections.abc import Iterable

from textual.binding import Binding
from textual.containers import VerticalGroup
from textual.widget import Widget

from samenspel.group.workshop import advices_to_vote
from samenspel.report.document import Notice
from samenspel.report.group import advice_card
from samenspel.taal import _
from samenspel.tui.screens.workshop_advising import AdvisingScreen
from samenspel.tui.talk import Talk
from samenspel.tui.widgets.blocks import widgets


class WorkshopAdviceScreen(AdvisingScreen):
    """Shows one advice; the arrows go to the one before and after."""

    AUTO_FOCUS = ""
    HELP = _(
        "Dit is één advies. U leest wat het is, wat de eerste stap is en waarom de groep het krijgt.\n\n"
        "Met p zet u het vast. Met w legt u het weg, met een reden. Met t haalt u het terug. Met a maakt u er een "
        "actie van.\n\n"
        "Met ← en → gaat u naar het vorige en het volgende advies. Met ↑ en ↓ schuift u de tekst."
    )
    BINDINGS = [
        Binding("p", "pin", _("vastzetten/los")),
        Binding("w", "lay_aside", _("wegleggen")),
        Binding("t", "take_back", _("terughalen")),
        Binding("a", "act", _("actie maken")),
        Binding("left,f7", "turn(-1)", _("vorige")),
        Binding("right,f8", "turn(1)", _("volgende")),
        Binding("escape", "back", _("terug")),
    ]

    def __init__(self, talk: Talk, advice: str) -> None:
        super().__init__(talk)
        self._advice = advice

    @property
    def at(self) -> str:
        """The advice is part of the place."""
        return f"advies:{self._advice}"

    @property
    def above(self) -> str:
        """Esc goes to the list."""
        return "adviezen"

    @property
    def advice(self) -> str:
        """The advice that is shown."""
        return self._advice

    def compose_page(self) -> Iterable[Widget]:
        """Leave room for the advice."""
        yield VerticalGroup(id="advice")

    async def show_step(self) -> None:
        """Show the advice as it stands now."""
        wave = self.talk.wave
        reason = wave.dismissed.get(self._advice)
        aside = () if reason is None else (Notice(_("Weggelegd door de groep: {reden}").format(reden=reason)),)
        shown = self.query_one("#advice")
        with self.app.batch_update():
            await shown.remove_children()
            await shown.mount_all(widgets((*aside, advice_card(self.talk.questionnaire, wave, self._advice))))
        self.refresh_bindings()

    def _place(self) -> tuple[list[str], int]:
        wave = self.talk.wave
        ids = [*(one.id for one in advices_to_vote(wave)), *wave.dismissed]
        return ids, ids.index(self._advice)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer the advice before and after where there is one."""
        if action == "turn" and isinstance(parameters[0], int):
            ids, place = self._place()
            return 0 <= place + parameters[0] < len(ids)
        return super().check_action(action, parameters)

    def action_turn(self, by: int) -> None:
        """Go to the advice before or after this one."""
        ids, place = self._place()
        self.go(f"advies:{ids[place + by]}")

    def action_back(self) -> None:
        """Go to the list, at the row of this advice."""
        self.talk.last_row = self._advice
        super().action_back()

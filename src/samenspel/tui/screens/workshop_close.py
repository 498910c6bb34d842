"""The end: what the group agreed, the report, and closing the wave."""

from collections.abc import Iterable
from datetime import date

from textual import work
from textual.binding import Binding
from textual.widget import Widget
from textual.widgets import Static

from samenspel.report.group import actions
from samenspel.taal import _, datum
from samenspel.tui.group_outcome import GroupOutcome
from samenspel.tui.screens.confirm import ConfirmScreen
from samenspel.tui.screens.save_report import TITLES, SaveReportScreen
from samenspel.tui.screens.workshop_base import WorkshopScreen
from samenspel.tui.widgets.action_rows import action_drawing
from samenspel.tui.widgets.blocks import widgets
from samenspel.tui.widgets.choices import Choices, Option
from samenspel.tui.widgets.drawing import Drawing

_CLOSE = "close"


class CloseScreen(WorkshopScreen):
    """Saves the report, and closes the wave."""

    PART = "afsluiten"
    HELP = _(
        "Hier bewaart u het rapport van de groep: als PDF om te printen of te mailen, of als HTML. Daarin staan de "
        "cijfers, de adviezen met stemmen, en de acties. Wie met de cijfers wil rekenen, bewaart ze voor Excel of als "
        "CSV. Daarin staat niets wat hier niet te zien was.\n\n"
        "Daarna rondt u de meting af. Stemmen en acties staan dan vast. Kijken en een rapport bewaren kan altijd nog. "
        "Een volgende meting begint met deze acties: hoe ging het?"
    )
    BINDINGS = [
        Binding("p", "save('.pdf')", _("PDF")),
        Binding("h", "save('.html')", _("HTML")),
        Binding("x", "save('.xlsx')", _("Excel")),
        Binding("c", "save('.zip')", _("CSV")),
        Binding("a", "finish", _("afronden")),
    ]

    @property
    def heading(self) -> str:
        """Say where the group is."""
        return _("Wij ronden af")

    def compose_page(self) -> Iterable[Widget]:
        """Lay out what can be done, then what was agreed."""
        yield Static(id="told", classes="paragraph", markup=False)
        yield Choices()
        agreed = self.talk.wave.actions
        if not agreed:
            yield from widgets(actions(self.talk.questionnaire, self.talk.wave))
            return
        yield Static(_("Dit spreken wij af"), classes="heading", markup=False)
        for action in agreed:
            yield Drawing(action_drawing(self.talk.questionnaire, action))

    async def show_step(self) -> None:
        """Show what can be done now."""
        wave = self.talk.wave
        told = (
            _("Bewaar het rapport. Rond daarna de meting af.")
            if self.talk.open
            else _("Deze meting is afgerond op {dag}. Het rapport bewaren kan nog steeds.").format(
                dag=datum(date.fromisoformat(wave.closed))
            )
        )
        self.query_one("#told", Static).update(told)
        options = [Option(str(number), suffix, title) for number, (suffix, title) in enumerate(TITLES.items(), start=1)]
        if self.talk.open:
            options.append(Option(str(len(options) + 1), _CLOSE, _("Meting afronden")))
        choices = self.query_one(Choices)
        choices.show(options, None)
        choices.focus()
        self.begin_at_top()
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer closing once."""
        if action == "finish":
            return self.talk.open
        return super().check_action(action, parameters)

    def on_choices_picked(self, event: Choices.Picked) -> None:
        """Do what was chosen."""
        match event.value:
            case "close":
                self.action_finish()
            case suffix:
                self.action_save(suffix)

    def action_save(self, suffix: str) -> None:
        """Ask where the report must come."""
        self.app.push_screen(SaveReportScreen(GroupOutcome(self.talk, self.main.clock().date()), suffix))

    @work(exclusive=True, group="ask")
    async def action_finish(self) -> None:
        """Close the wave, after asking."""
        question = ConfirmScreen(
            _("Deze meting afronden?"),
            _("Stemmen en acties staan daarna vast. Kijken en een rapport bewaren kan altijd nog."),
            yes=_("Ja, rond af"),
        )
        if await self.ask(question) and self.store(lambda: self.talk.close(self.main.clock().date())):
            await self.show_step()

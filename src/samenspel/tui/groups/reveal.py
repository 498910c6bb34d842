"""Before the reveal: it is final, who took part, and what will be visible. Nothing happens without a choice."""

import asyncio
from collections.abc import Iterable

from textual import work
from textual.binding import Binding
from textual.widget import Widget
from textual.widgets import Static

from samenspel.collecting.forecast import foreseen
from samenspel.collecting.numbers import Collected
from samenspel.collecting.reveal import changed, reveal, warnings, worthwhile
from samenspel.report.groups.words import participants
from samenspel.storage.groups import Groups
from samenspel.taal import _
from samenspel.tui.kit.mistakes import GROUP_TROUBLE, explained
from samenspel.tui.kit.screen import BaseScreen
from samenspel.tui.navigation import OneGroup, Workshop
from samenspel.tui.widgets.choices import Choices, Option
from samenspel.tui.widgets.menu import Point

_REVEAL = "reveal"


class RevealScreen(BaseScreen):
    """A warning, and the choice to wait or to reveal."""

    HELP = _(
        "Onthullen kan één keer en is niet terug te draaien. Daarna neemt deze meting geen antwoorden meer aan en kan "
        "niemand zijn antwoorden nog terugnemen.\n\n"
        "Hier ziet u wat er met de antwoorden van nu te zien zal zijn. Is dat te weinig? Wacht dan en verzamel verder."
    )
    BINDINGS = [Binding("escape", "back", _("nog niet"))]

    def __init__(self, groups: Groups, now: Collected) -> None:
        super().__init__(classes="reveal")
        self._groups = groups
        self._now = now

    def compose_page(self) -> Iterable[Widget]:
        """Lay out the page."""
        now, group = self._now, self._now.stored.group
        yield Static(_("Onthullen: één keer en voorgoed"), classes="title", markup=False)
        yield Static(
            _("{groep} · meting {nummer} · {aantal}").format(
                groep=group.name, nummer=now.stored.wave.number, aantal=participants(now.people)
            ),
            markup=False,
        )
        yield Static(" · ".join(now.lines()), classes="muted", markup=False)
        if worthwhile(now):
            yield Static(_("Wat is dan te zien?"), classes="heading", markup=False)
            for sign, line in foreseen(now.questionnaire, now.counts, group.minimum, open_table=group.open_table):
                yield Point(line, sign)
        yield Static(_("Let op"), classes="heading", markup=False)
        for line in warnings(now):
            yield Point(self.navigator.seen_here(line))
        yield Choices(self._options())

    def _options(self) -> list[Option]:
        wait = Option("1", "", _("nog niet: verder verzamelen"))
        return [wait, Option("2", _REVEAL, _("ja, onthul nu, voorgoed"))] if worthwhile(self._now) else [wait]

    def on_choices_picked(self, event: Choices.Picked) -> None:
        """Reveal, or go back."""
        event.stop()
        if not self.is_active or any(worker.group == _REVEAL and worker.is_running for worker in self.workers):
            return  # a key pressed twice
        if event.value == _REVEAL:
            self._reveal()
        else:
            self.action_back()

    @work(group=_REVEAL)
    async def _reveal(self) -> None:
        groups, group_id, navigator = self._groups, self._now.stored.id, self.navigator
        app, today = self.app, self.desk.clock().date()
        try:
            now = await asyncio.to_thread(changed, groups, self._now)
            if now is not None:
                app.switch_screen(RevealScreen(groups, now))
                app.notify(_("De aantallen zijn net veranderd. Lees opnieuw wat er te zien is."), markup=False)
                return
            stored = await asyncio.to_thread(reveal, groups, group_id, today)
        except GROUP_TROUBLE as error:
            navigator.show_problem(explained(error))
            return
        navigator.back_to(OneGroup(group_id))
        navigator.open(Workshop(group_id, stored.wave.number))

"""Before the reveal: it is final, who took part, and what will be visible. Nothing happens without a choice."""

import asyncio
from collections.abc import Iterable

from textual import work
from textual.binding import Binding
from textual.widget import Widget
from textual.widgets import Static

from samenspel.collecting.numbers import Collected, collected
from samenspel.collecting.reveal import reveal
from samenspel.group.workshop import too_few
from samenspel.questionnaire.model import OTHER_ROLE
from samenspel.taal import _, meervoud
from samenspel.tui.foresight import foreseen
from samenspel.tui.group_lines import counted
from samenspel.tui.screens.base import BaseScreen
from samenspel.tui.trouble import GROUP_TROUBLE, told
from samenspel.tui.widgets.choices import Choices, Option
from samenspel.tui.widgets.point import Point

_REVEAL = "reveal"


class RevealScreen(BaseScreen):
    """A warning, and the choice to wait or to reveal."""

    HELP = _(
        "Onthullen kan één keer en is niet terug te draaien. Daarna neemt deze meting geen antwoorden meer aan en kan "
        "niemand zijn antwoorden nog terugnemen.\n\n"
        "Hier ziet u wat er met de antwoorden van nu te zien zal zijn. Is dat te weinig? Wacht dan en verzamel verder."
    )
    BINDINGS = [Binding("escape", "back", _("nog niet"))]

    def __init__(self, now: Collected) -> None:
        super().__init__(classes="reveal")
        self._now = now

    @property
    def possible(self) -> bool:
        """Whether there will be anything to see."""
        group = self._now.stored.group
        return self._now.counted >= (1 if group.open_table else group.minimum)

    def compose_page(self) -> Iterable[Widget]:
        """Lay out the page."""
        now, group = self._now, self._now.stored.group
        yield Static(_("Onthullen: één keer en voorgoed"), classes="title", markup=False)
        yield Static(
            _("{groep} · meting {nummer} · {aantal}").format(
                groep=group.name, nummer=now.stored.wave.number, aantal=counted(now.people)
            ),
            markup=False,
        )
        yield Static(" · ".join(now.lines()), classes="muted", markup=False)
        yield Static(_("Wat is dan te zien?"), classes="heading", markup=False)
        for sign, line in self._to_see():
            yield Point(line, sign)
        yield Static(_("Let op"), classes="heading", markup=False)
        for line in self._warnings():
            yield Point(line)
        yield Choices(self._options())

    def _to_see(self) -> Iterable[tuple[str, str]]:
        now, group = self._now, self._now.stored.group
        numbers = {party: number for party, number in now.counts.items() if party != OTHER_ROLE}
        others = now.counts.get(OTHER_ROLE, 0)
        return foreseen(now.questionnaire, numbers, group.minimum, others=others, open_table=group.open_table)

    def _warnings(self) -> Iterable[str]:
        now, group = self._now, self._now.stored.group
        if not self.possible and group.open_table:
            yield too_few(group.minimum) if now.people else _("Er zijn nog geen antwoorden. Verzamel eerst antwoorden.")
            return
        if not self.possible:
            yield _("Er is nog niets te onthullen. Wacht tot {k} of meer mensen meedoen.").format(k=group.minimum)
            yield _("Een open tafel kan alleen als iedereen dat vooraf afspreekt, bij het maken van de groep.")
            return
        yield _("Dit is niet terug te draaien. Na het onthullen komt er geen antwoord meer bij.")
        yield _("Niemand kan daarna zijn antwoorden nog terugnemen.")
        if now.drafts:
            text = meervoud(
                "Er is nog {n} persoon bezig op deze laptop. Die antwoorden doen niet mee.",
                "Er zijn nog {n} mensen bezig op deze laptop. Die antwoorden doen niet mee.",
                len(now.drafts),
            )
            yield text.format(n=len(now.drafts))

    def _options(self) -> list[Option]:
        wait = Option("1", "", _("nog niet: verder verzamelen"))
        return [wait, Option("2", _REVEAL, _("ja, onthul nu, voorgoed"))] if self.possible else [wait]

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
        main, group_id = self.main, self._now.stored.id
        try:
            now = await asyncio.to_thread(collected, main.groups, group_id)
            if now.stored.wave.phase == "verzamelen" and now.counts != self._now.counts:
                main.switch_screen(RevealScreen(now))
                main.notify(_("De aantallen zijn net veranderd. Lees opnieuw wat er te zien is."), markup=False)
                return
            stored = await asyncio.to_thread(reveal, main.groups, group_id, main.clock().date())
        except GROUP_TROUBLE as error:
            main.show_problem(told(error))
            return
        from samenspel.tui.screens.group import GroupScreen

        main.go_back_to(GroupScreen)
        main.open_workshop(group_id, stored.wave.number)

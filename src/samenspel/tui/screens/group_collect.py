"""Collecting: a live counter and four ways in. Nothing of an answer can be seen here, nor of anything private."""

import asyncio
from collections.abc import Iterable

from textual import events, work
from textual.binding import Binding
from textual.widget import Widget
from textual.widgets import OptionList, Static

from samenspel.collecting.numbers import Collected, collected
from samenspel.fictional.practice import answer, may_answer
from samenspel.storage import StorageError
from samenspel.taal import _, meervoud
from samenspel.tui.screens.base import BaseScreen
from samenspel.tui.ways_in import drafts_entry, practice_entry, took_part, ways
from samenspel.tui.widgets.counter import Counter
from samenspel.tui.widgets.menu import Menu


class CollectScreen(BaseScreen):
    """The page between the ways in: how many took part, and what can be done next."""

    HELP = _(
        "Hier verzamelt u de antwoorden van de groep. U ziet alleen hoeveel mensen meededen. Van een partij met "
        "minder mensen dan het minimum staat er alleen ‘minder dan’.\n\n"
        "Er zijn vier manieren. Bij elke manier staat wie de antwoorden onderweg kan lezen. U mag ze door elkaar "
        "gebruiken.\n\n"
        "Hetzelfde bestand telt één keer, en bij dezelfde code vraagt samenspel het na. Gelijke papieren formulieren "
        "die u samen inleest, tellen allemaal mee. Ook een formulier van een vorige meting telt mee; dat staat er dan "
        "bij. Haal oude formulieren dus eerst uit de map.\n\n"
        "Met r telt u opnieuw. Met i leest u dezelfde map nog een keer in. Met t neemt u een antwoord terug, voor "
        "iemand die zijn kenmerk geeft. Met k verandert u het minimum; dat kan tot het eerste antwoord.\n\n"
        "Is iedereen geweest? Kies dan ‘Onthullen’."
    )
    BINDINGS = [
        Binding("r,f5", "refresh", _("verversen")),
        Binding("i", "read_again", _("opnieuw inlezen")),
        Binding("t", "take_back", _("terugnemen")),
        Binding("k", "minimum", _("minimum")),
    ]

    def __init__(self, group_id: str) -> None:
        super().__init__(classes="list collect")
        self._group_id = group_id
        self._now: Collected | None = None

    def compose_page(self) -> Iterable[Widget]:
        """Lay out the page; the numbers come when they have been counted."""
        yield Static(_("Antwoorden verzamelen"), classes="title", markup=False)
        yield Static(id="about", classes="muted", markup=False)
        yield Counter()
        yield Menu(ways())
        yield Static(classes="notice hidden", markup=False)

    def on_screen_resume(self, _event: events.ScreenResume) -> None:
        """Count anew each time this page is there again."""
        self.call_after_refresh(self.action_refresh)

    @work(exclusive=True, group="count")
    async def action_refresh(self) -> None:
        """Count anew."""
        try:
            now = await asyncio.to_thread(collected, self.main.groups, self._group_id)
        except StorageError as error:
            self.main.show_problem(str(error))
            return
        if now.stored.wave.phase != "verzamelen":
            if self.is_active:
                self.action_back()
                self.notify(_("Deze meting is al onthuld."), markup=False)
            return
        self._now = now
        self._show(now)

    def _show(self, now: Collected) -> None:
        group = now.stored.group
        about = [
            group.name,
            _("meting {nummer}").format(nummer=now.stored.wave.number),
            _("open tafel: niet anoniem") if group.open_table else _("minimum {k}").format(k=group.minimum),
        ]
        self.query_one("#about", Static).update(" · ".join(about))
        self.query_one(Counter).show(now.people, [took_part(now.people), *now.lines()])
        drafts = [drafts_entry(len(now.drafts))] if now.drafts else []
        practice = [practice_entry()] if may_answer(now.stored, now.people) else []
        self.query_one(Menu).replace([*practice, *drafts, *ways()])
        notice = self.query_one(".notice", Static)
        notice.update("\n".join(now.notices))
        notice.set_class(not now.notices, "hidden")
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what can be done now."""
        match action:
            case "read_again":
                return self._now is not None and bool(self._now.stored.wave.source)
            case "take_back":
                return self._now is not None and self._now.people > 0
            case "minimum":
                return self._now is not None and self._now.people == 0
            case _:
                return super().check_action(action, parameters)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Go one of the ways."""
        now = self._now
        if now is None or not self.is_active:
            return
        match event.option_id:
            case "turn":
                from samenspel.tui.screens.group_intake import IntakeScreen

                self.app.push_screen(IntakeScreen(now.stored, now.questionnaire))
            case "drafts":
                from samenspel.tui.screens.group_drafts import DraftsScreen

                self.app.push_screen(DraftsScreen(now.stored))
            case "code":
                from samenspel.tui.screens.group_code import CodeScreen

                self.app.push_screen(CodeScreen(now.stored, now.questionnaire))
            case "practice":
                self._practise(now)
            case "reveal":
                from samenspel.tui.screens.group_reveal import RevealScreen

                self.app.push_screen(RevealScreen(now))
            case way:
                self._read(paper=way == "paper")

    @work(exclusive=True, group="practice")
    async def _practise(self, now: Collected) -> None:
        """Let the people of a practice group answer."""
        try:
            added = await asyncio.to_thread(answer, self.main.groups, now.stored)
        except StorageError as error:
            self.main.show_problem(str(error))
        else:
            text = meervoud("{n} verzonnen antwoord ingelezen.", "{n} verzonnen antwoorden ingelezen.", added)
            self.notify(text.format(n=added), markup=False)
        self.action_refresh()

    def action_read_again(self) -> None:
        """Read the same file or folder once more."""
        self._read(at_once=True)

    def _read(self, *, paper: bool = False, at_once: bool = False) -> None:
        from samenspel.tui.screens.group_files import FilesScreen

        if self._now is not None:
            screen = FilesScreen(self._now.stored, self._now.questionnaire, paper=paper)
            screen.at_once = at_once
            self.app.push_screen(screen)

    def action_take_back(self) -> None:
        """Take a response back, by its name."""
        from samenspel.tui.screens.group_rules import take_back

        if self._now is not None:
            self.app.push_screen(take_back(self.main.groups, self._now.stored, self._now.questionnaire), self._said)

    def action_minimum(self) -> None:
        """Choose another minimum."""
        from samenspel.tui.screens.group_rules import change_minimum

        if self._now is not None:
            self.app.push_screen(change_minimum(self.main.groups, self._now.stored), self._said)

    def _said(self, done: str | None) -> None:
        if done:
            self.notify(done, markup=False)

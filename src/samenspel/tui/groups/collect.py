"""Collecting: a live counter and the ways in. Nothing of an answer can be seen here, nor of anything private."""

import asyncio
from collections.abc import Callable, Iterable, Sequence
from functools import partial

from textual import events, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import HorizontalGroup
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Digits, OptionList, Static

from samenspel.collecting.numbers import Collected, collected
from samenspel.fictional.practice import answer, may_answer
from samenspel.storage import NotFoundError, StorageError
from samenspel.storage.groups import Groups
from samenspel.taal import _, meervoud
from samenspel.tui.groups.code import CodeScreen
from samenspel.tui.groups.files import FilesScreen
from samenspel.tui.groups.mailed_form import save_form
from samenspel.tui.groups.reveal import RevealScreen
from samenspel.tui.groups.rules import change_minimum, take_back
from samenspel.tui.groups.turn import DraftsScreen, IntakeScreen
from samenspel.tui.kit.dialogs import DialogScreen, beamer_question
from samenspel.tui.kit.screen import BaseScreen
from samenspel.tui.navigation import AllGroups, TypeOver
from samenspel.tui.widgets.menu import Menu, MenuEntry


class Counter(HorizontalGroup):
    """How many took part so far: large enough for the back of the room, and per party beside it."""

    def compose(self) -> ComposeResult:
        """Lay out the number and the lines."""
        yield Digits("", id="people")
        yield Static(_("Even kijken …"), id="parties", markup=False)

    def show(self, number: int, lines: Sequence[str]) -> None:
        """Show these numbers from now on."""
        self.query_one(Digits).update(str(number))
        self.query_one("#parties", Static).update("\n".join(lines))


class CollectScreen(BaseScreen):
    """The page between the ways in: how many took part, and what can be done next."""

    HELP = _(
        "Hier verzamelt u de antwoorden van de groep. U ziet alleen hoeveel mensen meededen. Van een partij met "
        "minder mensen dan het minimum staat er alleen ‘minder dan’.\n\n"
        "Er zijn meer manieren. Bij elke manier staat wie de antwoorden onderweg kan lezen. U mag ze door elkaar "
        "gebruiken.\n\n"
        "Wie samenspel heeft, maakt zelf een bestand of een code. Dat kan bij ‘Uw uitslag’ en bij ‘Mijn uitslagen’, "
        "met g. Daar kiest die persoon ook welke open antwoorden u mag lezen.\n\n"
        "Hetzelfde bestand telt één keer, en bij dezelfde code vraagt samenspel het na. Gelijke papieren formulieren "
        "die u samen inleest, tellen allemaal mee. Bij een formulier van een vorige meting vraagt samenspel of het "
        "nieuw is. Haal oude formulieren dus eerst uit de map.\n\n"
        "Met f maakt u een formulier om te mailen, voor wie samenspel niet heeft.\n\n"
        "Met r telt u opnieuw. Met i leest u dezelfde map nog een keer in. Met t neemt u een antwoord terug, voor "
        "iemand die zijn kenmerk geeft. Met k verandert u het minimum; dat kan tot het eerste antwoord.\n\n"
        "Bij antwoorden, namen van bestanden, codes en kenmerken vraagt samenspel eerst of de beamer uit is. Is er "
        "iets met een bestand van de groep? Dan leest u dat met m.\n\n"
        "Is iedereen geweest? Kies dan ‘Onthullen’."
    )
    BINDINGS = [
        Binding("r,f5", "refresh", _("verversen")),
        Binding("i", "read_again", _("opnieuw inlezen")),
        Binding("f", "form", _("formulier")),
        Binding("t", "take_back", _("terugnemen")),
        Binding("k", "minimum", _("minimum")),
        Binding("m", "notices", _("meldingen")),
    ]

    def __init__(self, groups: Groups, group_id: str) -> None:
        super().__init__(classes="list collect")
        self._groups = groups
        self._group_id = group_id
        self._now: Collected | None = None

    @property
    def whose(self) -> object:
        """Whoever collects, between the turns of others."""
        return self

    def compose_page(self) -> Iterable[Widget]:
        """Lay out the page; the numbers come when they have been counted."""
        yield Static(_("Antwoorden verzamelen"), classes="title", markup=False)
        yield Static(id="about", classes="muted", markup=False)
        yield Counter()
        yield Menu(_ways())
        yield Static(classes="notice hidden", markup=False)

    def on_screen_resume(self, _event: events.ScreenResume) -> None:
        """Count anew each time this page is there again."""
        self.call_after_refresh(self.action_refresh)

    @work(exclusive=True, group="count")
    async def action_refresh(self) -> None:
        """Count anew."""
        try:
            now = await asyncio.to_thread(collected, self._groups, self._group_id)
        except NotFoundError as error:  # erased elsewhere: staying here would say so again each time
            if self.is_active:
                self.navigator.back_to(AllGroups())
                self.navigator.show_problem(str(error))
            return
        except StorageError as error:
            self.navigator.show_problem(str(error))
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
        self.query_one(Counter).show(now.people, [_took_part(now.people), *now.lines()])
        drafts = [_drafts_entry(len(now.drafts))] if now.drafts else []
        practice = [_practice_entry()] if may_answer(now.stored, now.people) else []
        self.query_one(Menu).replace([*practice, *drafts, *_ways()])
        notice = self.query_one(".notice", Static)
        said = meervoud(
            "Er is {n} melding. Lees die met m.", "Er zijn {n} meldingen. Lees die met m.", len(now.notices)
        )
        notice.update(said.format(n=len(now.notices)))
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
            case "notices":
                return self._now is not None and bool(self._now.notices)
            case _:
                return super().check_action(action, parameters)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Go one of the ways."""
        now = self._now
        if now is None or not self.is_active:
            return
        match event.option_id:
            case "turn":
                intake = partial(IntakeScreen, self._groups, now.stored, now.questionnaire)
                self._unseen(_("U ziet de antwoorden van wie aan de beurt is, en het kenmerk."), intake)
            case "drafts":
                self._unseen(_("U ziet hoever iemand was."), lambda: DraftsScreen(self._groups, now.stored))
            case "code":
                screen = partial(CodeScreen, self._groups, now.stored, now.questionnaire)
                self._unseen(_("U ziet de code die u typt."), screen)
            case "practice":
                self._practise(now)
            case "type_over":
                self.navigator.open(TypeOver(self._group_id))
            case "reveal":
                self.app.push_screen(RevealScreen(self._groups, now))
            case way:
                self._read(paper=way == "paper")

    @work(exclusive=True, group="practice")
    async def _practise(self, now: Collected) -> None:
        """Let the people of a practice group answer."""
        try:
            added = await asyncio.to_thread(answer, self._groups, now.stored)
        except StorageError as error:
            self.navigator.show_problem(str(error))
        else:
            text = meervoud("{n} verzonnen antwoord ingelezen.", "{n} verzonnen antwoorden ingelezen.", added)
            self.notify(text.format(n=added), markup=False)
        self.action_refresh()

    def action_read_again(self) -> None:
        """Read the same file or folder once more."""
        self._read(at_once=True)

    def _read(self, *, paper: bool = False, at_once: bool = False) -> None:
        if (now := self._now) is not None:
            screen = partial(FilesScreen, self._groups, now.stored, now.questionnaire, paper=paper, at_once=at_once)
            self._unseen(_("U ziet namen van mappen en bestanden."), screen)

    @work(exclusive=True, group="ask")
    async def _unseen(self, what: str, screen: Callable[[], Screen[None]]) -> None:
        """Open a screen that is not for the room, after asking."""
        if await self.ask(beamer_question(what)) and self.is_active:
            self.app.push_screen(screen())

    def action_notices(self) -> None:
        """Show what must be said of the group's files, which names them."""
        if (now := self._now) is not None:
            text = "\n\n".join(now.notices)
            self._unseen(_("U ziet namen van bestanden."), lambda: DialogScreen(_("Meldingen"), text))

    def action_take_back(self) -> None:
        """Take a response back, by its name."""
        self._take_back()

    @work(exclusive=True, group="ask")
    async def _take_back(self) -> None:
        if self._now is not None and await self.ask(beamer_question(_("U ziet het kenmerk dat iemand typt."))):
            window = take_back(self._groups, self._now.stored, self._now.questionnaire)
            self.app.push_screen(window, self._said)

    def action_form(self) -> None:
        """Save a form to mail."""
        if self._now is not None:
            self.app.push_screen(save_form(self._now.questionnaire))

    def action_minimum(self) -> None:
        """Choose another minimum."""
        if self._now is not None:
            self.app.push_screen(change_minimum(self._groups, self._now.stored), self._said)

    def _said(self, done: str | None) -> None:
        if done:
            self.notify(done, markup=False)


def _ways() -> list[MenuEntry]:
    """Return the ways in, each with who could read the answers on the way, and the reveal."""
    return [
        MenuEntry(
            "turn",
            _("Om de beurt op deze laptop"),
            _("Beamer uit: wie meekijkt, kan de antwoorden lezen."),
            "1",
        ),
        MenuEntry(
            "files",
            _("Bestanden of een map inlezen"),
            _("Van een formulier of ‘Uw uitslag’ (g); ook PDF. Wie ze heeft, leest ze."),
            "2",
        ),
        MenuEntry(
            "code",
            _("Een code overtypen"),
            _("Van een formulier of ‘Uw uitslag’ (g). Wie hem heeft, kan hem lezen."),
            "3",
        ),
        MenuEntry(
            "paper", _("Papieren formulieren (CSV of PDF)"), _("Wie de formulieren overtypt, leest de antwoorden."), "4"
        ),
        MenuEntry(
            "type_over",
            _("Papieren formulieren overtypen"),
            _("Met de cijfers: ongeveer één minuut per formulier."),
            "p",
        ),
        MenuEntry("reveal", _("Onthullen"), _("Eén keer en voorgoed. U leest eerst wat er dan te zien is."), "5"),
    ]


def _took_part(number: int) -> str:
    """Say what the large number counts."""
    return meervoud("persoon deed mee", "mensen deden mee", number)


def _practice_entry() -> MenuEntry:
    """Return the entry with which the people of a practice group answer."""
    who = _("Alleen in een oefengroep: de verzonnen mensen doen weer mee.")
    return MenuEntry("practice", _("Verzonnen antwoorden inlezen"), who, "o")


def _drafts_entry(number: int) -> MenuEntry:
    """Return the entry for turns that were not finished."""
    title = meervoud("Verder: er was {n} persoon bezig", "Verder: er waren {n} mensen bezig", number).format(n=number)
    return MenuEntry("drafts", title, _("De antwoorden zijn bewaard en hier niet te zien."), "v")

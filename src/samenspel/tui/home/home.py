"""The first screen: its doors, and at the top the self-test that was left half-way.

It is painted before the store is read; what the store has to say comes a moment later.
"""

import asyncio
from collections.abc import Iterable
from datetime import date

from msgspec.structs import replace
from textual import events, work
from textual.binding import Binding
from textual.widget import Widget
from textual.widgets import OptionList, Static

from samenspel import walk
from samenspel.first_step import FirstStep, put_off, reminder
from samenspel.hygiene import visible
from samenspel.questionnaire.model import Questionnaire
from samenspel.response import Form
from samenspel.storage import StorageError
from samenspel.storage.selftests import SelfTest
from samenspel.taal import _, meervoud
from samenspel.tui import themes
from samenspel.tui.kit.screen import BaseScreen
from samenspel.tui.kit.summaries import StillOpen, Summary, counted, still_open
from samenspel.tui.navigation import (
    AllGroups,
    ChooseQuestionnaire,
    NewSelfTest,
    OpenSelfTest,
    OwnData,
    OwnResults,
    Presentation,
    StepToAskAbout,
)
from samenspel.tui.widgets.menu import Menu, MenuEntry

_NOTICES = 2


class HomeScreen(BaseScreen):
    """Lets a person choose what to do."""

    HELP = _(
        "Dit is het begin. Kies wat u wilt doen: met het cijfer dat ervoor staat, met de pijltjes en Enter, "
        "of met de muis.\n\n"
        "Met de zelftest kijkt u hoe de samenwerking ervoor staat. U krijgt meteen uw uitslag en advies. "
        "Was u al begonnen? Dan staat bovenaan ‘Verder waar u was’. Koos u na een zelftest een stap, en is die dag er? "
        "Dan vraagt samenspel daar hoe het ging. Met m komt die vraag morgen weer.\n\n"
        "Bij ‘Samen vergelijken’ kijkt u met een groep: iedereen geeft antwoorden, en daarna bespreekt u de uitslag."
        " Bij ‘Voorlichting geven’ vertelt u een zaal over samenwerken. Dat gaat steeds met de vragenlijst die u bij "
        "‘Vragenlijst’ kiest; er is er al een gekozen.\n\n"
        "Alles blijft op deze computer. Bij ‘Mijn gegevens’ ziet u wat er bewaard is. Staat er een groep op? Dan wordt "
        "bij uw eigen uitslagen en gegevens eerst gevraagd of de beamer uit is."
    )
    BINDINGS = [
        Binding("v", "go_on", _("verder")),
        Binding("m", "put_off", _("stap: morgen weer")),
        Binding("q", "app.quit", _("stoppen")),
    ]

    def __init__(self) -> None:
        super().__init__(classes="list")
        self._found = StillOpen()
        self._questionnaire: Questionnaire | None = None
        self._which = _("Een andere kiezen.")

    def compose_page(self) -> Iterable[Widget]:
        """Show the name, the doors, and room for what must be said."""
        yield Static("samenspel", classes="title", markup=False)
        yield Static(_("Hoe gaat de samenwerking? En wat kunt u doen?"), classes="paragraph summary", markup=False)
        yield Menu(self._doors())
        yield Static(classes="notice hidden", markup=False)

    def on_mount(self) -> None:
        """Follow the colours, which have a door of their own."""
        self.app.theme_changed_signal.subscribe(self, lambda _theme: self._show())

    def on_screen_resume(self, _event: events.ScreenResume) -> None:
        """Look in the store each time this screen is there again, after it has been painted."""
        if self.desk.before_a_group or self.desk.before_a_room:
            self._show()  # at once: how far the owner was is not for the room
        self.call_after_refresh(self._look)

    @work(exclusive=True)
    async def _look(self) -> None:
        self._questionnaire, self._which = await asyncio.to_thread(self._in_use)
        usual = None if self._questionnaire is None else self._questionnaire.id
        self._found = await asyncio.to_thread(still_open, self.desk.store, usual, self._today)
        if not self.gone:
            self._show()

    @property
    def _today(self) -> date:
        return self.desk.clock().date()

    @property
    def _due(self) -> FirstStep | None:
        """The step that it is time to ask about; not where a group is about, or a room."""
        found, looked_at = self._found.step, self.desk.before_a_group or self.desk.before_a_room
        return None if found is None or looked_at else found.step

    def _in_use(self) -> tuple[Questionnaire | None, str]:
        """Return the questionnaire in use, if it can be used, and say which it is. Reads files."""
        shelf = self.desk.shelf
        if shelf.named is not None:
            named = shelf.load()
            return named, _("Nu: {titel}.").format(titel=named.asked.title)
        chosen = shelf.chosen()
        text = _("Nu: {titel} (van uzelf, in de map ‘{map}’).") if chosen.own else _("Nu: {titel}.")
        if chosen.questionnaire is None:
            text = _("‘{titel}’ kan nu niet. Kijk hier wat er mis is, of kies een andere.")
        return chosen.questionnaire, text.format(titel=chosen.title, map=visible(chosen.folder.name))

    def _show(self) -> None:
        menu = self.query_one(Menu)
        arrived = menu.highlighted == 0 and (self._found.newest is not None or self._due is not None)
        menu.replace(self._doors())
        if arrived:  # who has not moved yet stands at the top door, also when that one came later
            menu.highlighted = 0
        notice = self.query_one(".notice", Static)
        notice.update(self.navigator.seen_here(_told(self._found.notices)))
        notice.set_class(not self._found.notices, "hidden")
        self.refresh_bindings()

    def _doors(self) -> list[MenuEntry]:
        found, room = self._found, self.desk.before_a_group
        doors = [] if found.newest is None or room else [_go_on_door(found.newest, found.more)]
        asked = [] if self._due is None else [_step_door(self._due, self._today)]
        stored = f"{counted(found.stored)}." if found.stored else _("Nog geen zelftest gedaan.")
        data = _("Zien wat op deze computer bewaard is, en wissen.")
        if room:
            stored = data = _("Van de eigenaar van deze laptop. Er wordt eerst iets gevraagd.")
        return [
            *asked,
            *doors,
            MenuEntry(
                "start",
                _("Nieuwe zelftest doen") if doors else _("Zelftest doen"),
                _forms(self._questionnaire),
                "1",
            ),
            MenuEntry("groups", _("Samen vergelijken"), _("Met een groep: antwoorden verzamelen en bespreken."), "2"),
            MenuEntry("present", _("Voorlichting geven"), _("Een presentatie voor een zaal, met een beamer."), "3"),
            MenuEntry("results", _("Mijn uitslagen"), stored, "4"),
            MenuEntry("data", _("Mijn gegevens"), data, "5"),
            MenuEntry("questionnaires", _("Vragenlijst"), self._which, "6"),
            MenuEntry(
                "theme",
                _("Kleuren"),
                _("Nu: {naam}. Met F3 krijgt u de volgende.").format(naam=themes.NAMES.get(self.app.theme, "")),
                "7",
            ),
            MenuEntry("quit", _("Stoppen"), _("Wat u hebt ingevuld, blijft bewaard."), "8"),
        ]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer no way back, and *verder* only when a self-test is open."""
        if action == "go_on":
            return self._found.newest is not None and not self.desk.before_a_group
        if action == "put_off":
            return self._due is not None
        return action != "back" and super().check_action(action, parameters)

    async def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Open the chosen door."""
        match event.option_id:
            case "step":
                self.action_ask_about_step()
            case "go_on":
                self.action_go_on()
            case "start":
                self.navigator.open(NewSelfTest())
            case "groups":
                self.navigator.open(AllGroups())
            case "present":
                self.navigator.open(Presentation())
            case "results":
                self.navigator.open(OwnResults())
            case "data":
                self.navigator.open(OwnData())
            case "questionnaires":
                self.navigator.open(ChooseQuestionnaire())
            case "theme":
                await self.run_action("app.next_theme")
            case _:
                self.app.exit()

    def action_go_on(self) -> None:
        """Go on with the newest open self-test."""
        if self._found.newest is not None:
            self.navigator.open(OpenSelfTest(self._found.newest.selftest))

    def action_ask_about_step(self) -> None:
        """Show the step whose day has come, and ask how it went."""
        if self._found.step is not None:
            self.navigator.open(StepToAskAbout(self._found.step))
            self._look()  # was it answered in another window, then nothing was opened

    def action_put_off(self) -> None:
        """Do not ask about the step again today."""
        selftest, today = self._found.step, self._today
        if selftest is None:
            return

        def later(stored: SelfTest) -> SelfTest:
            return stored if stored.step is None else replace(stored, step=put_off(stored.step, today))

        try:
            self.desk.store.update(selftest.id, later)
        except StorageError as error:
            self.navigator.show_problem(str(error))
        self._look()


def _step_door(step: FirstStep, today: date) -> MenuEntry:
    # Without what it is: this screen may be on a beamer.
    return MenuEntry("step", reminder(step, today), _("Is dat gelukt? Druk op Enter. Liever niet nu: m."), "s")


def _go_on_door(summary: Summary, more: int) -> MenuEntry:
    # Without how far: of how many statements tells the party, and this screen may be on a beamer.
    title = _("Verder waar u was")
    text = _("{titel}, van {moment}.") if summary.other else _("Zelftest van {moment}.")
    detail = text.format(titel=summary.other, moment=summary.title)
    if more:
        detail += " " + _("Meer open zelftests staan bij Mijn uitslagen.")
    return MenuEntry("go_on", title, detail, "v")


def _forms(questionnaire: Questionnaire | None) -> str:
    """Name the two forms, with the time that each takes as soon as that is known."""
    if questionnaire is None:
        return _("Volledig of kort.")
    return _("Volledig ({volledig}) of kort ({kort}).").format(
        volledig=_minutes(questionnaire, "volledig"), kort=_minutes(questionnaire, "kort")
    )


def _minutes(questionnaire: Questionnaire, form: Form) -> str:
    time = walk.minutes(questionnaire, form)
    return meervoud("{n} minuut", "{n} minuten", time).format(n=time)


def _told(notices: tuple[str, ...]) -> str:
    told = list(notices[:_NOTICES])
    if len(notices) > _NOTICES:
        told.append(_("Er is nog meer niet te lezen: {aantal}.").format(aantal=len(notices) - _NOTICES))
    return "\n".join(told)

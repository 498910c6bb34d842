"""The actions that the group agrees on: their list, and the form of one."""

from calendar import monthrange
from collections.abc import Iterable
from datetime import date

from textual import work
from textual.binding import Binding
from textual.widget import Widget
from textual.widgets import Input, OptionList, Static, TextArea

from samenspel.exchange.give.calendar import SUFFIX
from samenspel.group.model import Action
from samenspel.group.workshop import (
    MOST_ACTIONS,
    RECOMMENDED_ACTIONS,
    advices_to_vote,
    faults,
    put_action,
    remove_action,
    touched,
    votes_shown,
)
from samenspel.report.groups.actions import outcome
from samenspel.report.groups.advice import advice_cards
from samenspel.report.groups.words import filled
from samenspel.taal import _, meervoud
from samenspel.tui.kit.dialogs import ConfirmScreen, beamer_question
from samenspel.tui.kit.save_report import SaveReportScreen
from samenspel.tui.kit.screen import BaseModal
from samenspel.tui.widgets.fields import Tick, WritingLine, Wrong
from samenspel.tui.widgets.menu import Menu, MenuEntry
from samenspel.tui.widgets.rows import PickRow, PickRows, action_drawing, row_keys, votes_words
from samenspel.tui.widgets.writing_area import WritingArea
from samenspel.tui.workshop.agenda import ActionsFile
from samenspel.tui.workshop.close import GroupOutcome
from samenspel.tui.workshop.screen import FieldsScreen, RowsScreen, WorkshopScreen
from samenspel.tui.workshop.talk import Talk
from samenspel.typed_day import DayError, in_words, typed_day

# Days. ------------------------------------------------------------------------------------


def _months_on(day: date, months: int) -> date:
    """Return the day some months later; a month that is too short gives its last day."""
    years, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, month + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def _as_typed(iso: str) -> str:
    """Write an ISO date as a person may type it: ``31-12-2026``."""
    day = date.fromisoformat(iso)
    return f"{day.day}-{day.month}-{day.year}"


# The form of one action. -----------------------------------------------------------------------------------------

_MONTHS = 3
"""After so many the group looks back, unless it says otherwise."""
_DAYS = ("when", "check_back")
"""The fields for a day."""
_ADVICE, _AGAIN, _LABEL, _FREE = "advies-", "opnieuw-", "label-", "nieuw"
"""What a new action is made of, as it stands in its place: an advice, an old action, a label of open answers (with its
question: ``label-toe-minder:drukte``), or nothing that there was."""


class ActionScreen(FieldsScreen):
    """What, who, when, when the group looks back, and which dimensions it is meant for.

    Nothing is stored before *bewaren*, and nothing typed is lost when that fails.
    """

    PART = "acties"
    HELP = _(
        "Schrijf op wat u gaat doen, wie dat doet, en wanneer. Bij wie schrijft u een rol op, of een naam als de groep "
        "dat wil en die persoon het goedvindt. Alles wat hier staat, komt in het rapport. Het komt ook in een "
        "presentatie van de uitslag.\n\n"
        "Komt de actie uit een advies? Dan staat de eerste stap er al, helemaal geselecteerd. Typt u iets, dan komt "
        "dat ervoor in de plaats. Wilt u een stukje veranderen? Druk dan eerst op ← of →.\n\n"
        "Een dag schrijft u zoals u wilt: 1 februari, 1 feb 2027 of 1-2-27. Onder het vak staat welke dag dat is. "
        "Zonder jaar is het de eerste die komt. Terugkijken staat op over drie maanden. Is de actie later? Dan schuift "
        "die dag mee. U kunt hem zelf veranderen.\n\n"
        "Met Tab of ↓ gaat u naar het volgende vak. Een onderdeel zet u aan of uit met spatie. Bewaren doet u met F8 "
        "of met de knop."
    )

    def __init__(self, talk: Talk, which: str, action: Action | None, place: int | None) -> None:
        super().__init__(talk)
        self._which = which
        self._action = action
        self._place = place

    @property
    def at(self) -> str:
        """The action is part of the place."""
        return f"actie:{self._which}"

    @property
    def above(self) -> str:
        """Esc goes to the list."""
        return "acties"

    @property
    def heading(self) -> str:
        """Say what is written down."""
        return _("Een nieuwe actie") if self._place is None else _("Actie {n}").format(n=self._place + 1)

    def compose_page(self) -> Iterable[Widget]:
        """Lay out the form."""
        asked = self.talk.questionnaire
        self._start = self._action or self._suggested(self.desk.clock().date())
        start = self._start
        self._proposed = _as_typed(start.check_back)
        if start.advice:
            title = filled(asked, asked.advice(start.advice).title)
            yield Static(_("Uit het advies: {titel}").format(titel=title), classes="paragraph", markup=False)
        if self._which.startswith(_LABEL):
            name = self._which.partition(":")[2]
            yield Static(_("Bij het label: {naam}").format(naam=name), classes="paragraph", markup=False)
        yield Static(_("Wat gaan wij doen?"), classes="label", markup=False)
        what = WritingArea(start.what)
        what.id = "what"
        yield what
        yield Wrong(id="wrong-what")
        for name, label, text in (
            ("who", _("Wie doet dat? Een rol, of een naam als de groep die wil opschrijven."), start.who),
            ("when", _("Wanneer? Bijvoorbeeld 1 februari 2027."), start.when and _as_typed(start.when)),
            ("check_back", _("Op welke dag kijken wij terug?"), _as_typed(start.check_back)),
        ):
            yield Static(label, classes="label", markup=False)
            yield WritingLine(text, id=name, select_on_focus=name != "who")
            if name in _DAYS:
                yield Static(id=f"read-{name}", classes="muted day hidden", markup=False)
            yield Wrong(id=f"wrong-{name}")
        yield Static(_("Voor welke onderdelen is dit bedoeld?"), classes="label", markup=False)
        for dimension in asked.asked.dimensions:
            yield Tick(dimension.name, on=dimension.id in start.dimensions, classes="meant")
        yield from self.buttons()

    async def show_step(self) -> None:
        """Begin at the top; a suggestion is selected as a whole, so that typing replaces it."""
        await super().show_step()
        if self._which.startswith(_ADVICE):
            self.query_one(TextArea).select_all()

    def _suggested(self, today: date) -> Action:
        check_back = _months_on(today, _MONTHS).isoformat()
        if self._which.startswith(_AGAIN):
            old = _unfinished(self.talk)[self._which]
            given = {one.id for one in self.talk.released.advice}
            advice = old.advice if old.advice in given else ""
            return Action(old.what, old.who, "", check_back, advice, old.dimensions)
        advice = self._which.removeprefix(_ADVICE) if self._which.startswith(_ADVICE) else ""
        asked = self.talk.questionnaire
        return Action(
            what=" ".join(filled(asked, asked.advice(advice).first_step).split()) if advice else "",
            who="",
            when="",
            check_back=check_back,
            advice=advice,
            dimensions=touched(asked, advice) if advice else (),
        )

    def _typed(self) -> Action:
        def text(name: str) -> str:
            return self.query_one(f"#{name}", Input).value

        dimensions = self.talk.questionnaire.asked.dimensions
        ticks = self.query(Tick).results(Tick)
        return Action(
            what=self.query_one(TextArea).text,
            who=text("who"),
            when=self._day("when"),
            check_back=self._day("check_back"),
            advice=self._start.advice,
            dimensions=tuple(one.id for one, tick in zip(dimensions, ticks, strict=True) if tick.on),
        )

    def _read(self, name: str) -> date:
        """Read the day in a field. Raises DayError."""
        return typed_day(self.query_one(f"#{name}", Input).value, self.desk.clock().date())

    def _day(self, name: str) -> str:
        """Return the day in a field as an ISO date; empty: it is not one."""
        try:
            return self._read(name).isoformat()
        except DayError:
            return ""

    def _tell_days(self) -> None:
        """Say in words below each field which day is meant."""
        for name in _DAYS:
            day, told = self._day(name), self.query_one(f"#read-{name}", Static)
            told.update(_("dat is {dag}").format(dag=in_words(date.fromisoformat(day))) if day else "")
            told.set_class(not day, "hidden")

    def on_tick_switched(self, event: Tick.Switched) -> None:
        """Switch a dimension on or off."""
        event.tick.show(on=event.on)

    def changed(self) -> bool:
        """Say whether something was typed or switched."""
        fields = [self.query_one(TextArea).text, *(field.value for field in self.query(Input).results(Input))]
        start = self._start
        before = [start.what, start.who, start.when and _as_typed(start.when), _as_typed(start.check_back)]
        return fields != before or self._typed().dimensions != start.dimensions

    def on_input_changed(self) -> None:
        """Take away what is no longer wrong; the day to look back that is proposed is never before the action."""
        self._propose()
        self._tell_days()
        self._say(self._faults(), only_known=True)

    def on_text_area_changed(self) -> None:
        """Take away what is no longer wrong."""
        self._say(self._faults(), only_known=True)

    def _faults(self) -> dict[str, str]:
        """Say by field what is wrong with what is typed; a new action is not for a day that is past."""
        today = self.desk.clock().date().isoformat()
        revealed = self.talk.wave.revealed
        found = faults(self._typed(), max(today, revealed) if self._place is None else revealed)
        for name in _DAYS:
            try:
                self._read(name)
            except DayError as error:
                found[name] = str(error)
        return found

    def _propose(self) -> None:
        field = self.query_one("#check_back", Input)
        if self._place is not None or field.value != self._proposed:
            return
        when, first = self._day("when"), self._start.check_back
        later = when and _months_on(date.fromisoformat(when), _MONTHS).isoformat()
        self._proposed = field.value = _as_typed(later if when > first else first)

    def _say(self, found: dict[str, str], *, only_known: bool = False) -> None:
        """Say at each field what is wrong with it; ``only_known``: where something was wrong already."""
        for wrong in self.query(Wrong).results(Wrong):
            if wrong.wrong or not only_known:
                wrong.say(found.get(str(wrong.id).removeprefix("wrong-"), ""))

    def save_form(self) -> bool:
        """Store the action; what is wrong is said at each field, and the first of those is where one goes."""
        action, asked, place = self._typed(), self.talk.questionnaire, self._place
        found = self._faults()
        self._say(found)
        for name in found:
            self.query_one(f"#{name}").focus()
            self.call_after_refresh(self.query_one(f"#wrong-{name}").scroll_visible, animate=False)
            return False
        return self.store(lambda: self.talk.change(lambda wave: put_action(wave, asked, action, place)))


def _unfinished(talk: Talk) -> dict[str, Action]:
    """Return the actions of the wave before that were not or partly done, and that the group did not take along yet."""
    agreed = {action.what for action in talk.wave.actions}
    before = talk.before.actions if talk.before else ()
    return {
        f"{_AGAIN}{place}": action
        for place, action in enumerate(before)
        if action.outcome in {"deels", "niet"} and action.what not in agreed
    }


def action_screen(talk: Talk, which: str) -> WorkshopScreen:
    """Return the form for ``which``: a place in the list, ``advies-<id>``, ``opnieuw-<place>`` or ``nieuw``.

    Anything else gives the list itself.
    """
    actions = talk.wave.actions
    if which.isdecimal() and int(which) < len(actions):
        return ActionScreen(talk, which, actions[int(which)], int(which))
    if (
        which == _FREE
        or which in _unfinished(talk)
        or which.startswith(_LABEL)
        or which.removeprefix(_ADVICE) in {one.id for one in talk.released.advice}
    ):
        return ActionScreen(talk, which, None, None)
    return ActionsScreen(talk)


# The list. -------------------------------------------------------------------------------------------------------


class ActionsScreen(RowsScreen):
    """Lists the actions: add one, change one, take one away. Three are recommended, five is the most."""

    PART = "acties"
    HELP = _(
        "Dit zijn de acties van de groep. Met n maakt u een nieuwe: uit een advies, of zelf bedacht. Enter of een "
        "cijfer opent een actie om die te veranderen. Met w haalt u een actie weg. Met d maakt u een bestand voor een "
        "agenda, met alle acties erin.\n\n"
        "Drie acties is een goed aantal. Meer dan vijf kan niet: dat lukt bijna nooit.\n\n"
        "Met → gaat u naar het afsluiten."
    )
    BINDINGS = [
        Binding("n", "new", _("nieuwe actie")),
        Binding("w,delete", "remove", _("weghalen")),
        Binding("d", "calendar", _("naar een agenda")),
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
        return meervoud("Er kan nog goed {n} actie bij.", "Er kunnen nog goed {n} acties bij.", left).format(n=left)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only what can be done now."""
        if action == "new":
            return self.talk.open and len(self.talk.wave.actions) < MOST_ACTIONS
        if action == "remove":
            return self.talk.open and self.here is not None
        if action == "calendar":
            return bool(self.talk.wave.actions)
        return super().check_action(action, parameters)

    @work(exclusive=True, group="ask")
    async def action_calendar(self) -> None:
        """Ask where the calendar file must come: a window with the names of folders and files."""
        if await self.ask(beamer_question(_("U ziet de map en de naam van het bestand."))):
            talk, today = self.talk, self.desk.clock().date()
            stem, last = GroupOutcome(talk, today).file_name, talk.wave.number == talk.stored.wave.number
            file = ActionsFile(talk.stored.id, talk.group.name, talk.wave, today, stem, last)
            self.app.push_screen(SaveReportScreen(file, SUFFIX, _("Acties bewaren voor een agenda")))

    def on_pick_row_opened(self, event: PickRow.Opened) -> None:
        """Change an action."""
        if self.talk.open:
            self.go(f"actie:{event.value}")

    def action_new(self) -> None:
        """Make an action: of an advice, or one that the group thought of itself."""
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


class ChooseScreen(BaseModal[str]):
    """Asks of which advice the new action is made, or whether the group thinks of it itself.

    Gives back ``advies-<id>``, ``opnieuw-<place>`` for an old action, or ``nieuw``; the empty string when left.
    """

    HELP = _(
        "Kies een advies. Dan staat de eerste stap van dat advies al klaar als voorstel. Of kies ‘Zelf bedenken’.\n\n"
        "De adviezen staan in dezelfde volgorde als op de bladzijde met adviezen. Is een actie van de vorige meting "
        "deels of niet gedaan? Dan staat die erboven, met ‘Opnieuw’ ervoor. Met ↑ gaat u erheen."
    )

    BINDINGS = [Binding("z", "free", _("zelf bedenken"))]

    def __init__(self, talk: Talk) -> None:
        super().__init__(classes="window choose")
        self._talk = talk

    def compose_page(self) -> Iterable[Widget]:
        """Lay out the window."""
        wave = self._talk.wave
        ids = [one.id for one in advices_to_vote(wave)]
        cards = advice_cards(self._talk.questionnaire, wave)
        given = votes_shown(wave)
        votes = [given.get(advice, 0) for advice in ids]
        again = _unfinished(self._talk)
        self._first = 1 + len(again)
        yield Static(_("Een nieuwe actie"), classes="title", markup=False)
        yield Menu(
            [
                MenuEntry(_FREE, _("Zelf bedenken"), _("Een actie die niet bij een advies hoort."), "z"),
                *(
                    MenuEntry(which, _("Opnieuw: {actie}").format(actie=old.what), outcome(old.outcome))
                    for which, old in again.items()
                ),
                *(
                    MenuEntry(f"{_ADVICE}{advice}", card.title, votes_words(count) if count else "", key)
                    for advice, card, count, key in zip(ids, cards, votes, row_keys(len(ids)), strict=True)
                ),
            ]
        )

    def on_mount(self) -> None:
        """Stand at the first advice, if there is one; what stands above it is in sight."""
        menu = self.query_one(Menu)
        menu.highlighted = min(self._first, menu.option_count - 1)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Give back what was chosen."""
        event.stop()
        self.dismiss(event.option_id or "")

    def action_free(self) -> None:
        """Give back that the group thinks of an action itself."""
        self.dismiss(_FREE)

    def action_back(self) -> None:
        """Close the window without choosing."""
        self.dismiss("")

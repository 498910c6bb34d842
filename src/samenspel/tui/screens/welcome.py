"""The first page of a self-test: what happens with the answers, how long it takes, and the choice of form."""

import asyncio
from collections.abc import Iterable, Iterator
from pathlib import Path

from textual import work
from textual.binding import Binding
from textual.widget import Widget
from textual.widgets import Static

from samenspel import walk
from samenspel.questionnaire.model import Questionnaire
from samenspel.response import Form
from samenspel.session import Session
from samenspel.storage import StorageError
from samenspel.taal import _, meervoud
from samenspel.tui.arrival import Found, look_in
from samenspel.tui.screens.base import BaseScreen
from samenspel.tui.screens.walk import WalkScreen
from samenspel.tui.widgets.choices import Choices, Option
from samenspel.tui.widgets.point import Point

_HELP = _(
    """Hier leest u wat er met uw antwoorden gebeurt. Daarna kiest u de volledige of de korte zelftest.

    Druk op het cijfer van uw keuze. Of ga met de pijltjes ↑ en ↓ naar uw keuze en druk op Enter. Klikken met de
    muis kan ook.

    U kunt op elk moment stoppen met Esc. Alles wat u antwoordde, is dan bewaard."""
)


class WelcomeScreen(BaseScreen):
    """The page for a new self-test; choosing the form starts it.

    Who came straight here, past the start screen, is told of a self-test that is still open, and can go on with it.
    """

    HELP = _HELP + "\n\n" + _("Met l kiest u een andere vragenlijst.")
    BINDINGS = [
        Binding("v", "go_on", _("verder waar u was")),
        Binding("l", "choose_questionnaire", _("andere vragenlijst")),
        Binding("escape", "back", _("terug")),
    ]

    def __init__(self, questionnaire: Questionnaire, *, look: bool = False) -> None:
        super().__init__()
        self._questionnaire = questionnaire
        self._look_for_open = look
        self._found = Found()

    def compose_page(self) -> Iterable[Widget]:
        """Lay out the page."""
        yield Static(classes="notice hidden", markup=False)
        yield from _page(self._questionnaire, self.main.store.folder, self.main.form)

    def on_mount(self) -> None:
        """Look for an open self-test, after this page has been painted."""
        if self._look_for_open:
            self.call_after_refresh(self._look)

    @work(exclusive=True)
    async def _look(self) -> None:
        self._found = await asyncio.to_thread(look_in, self.main.store)
        if (summary := self._found.open) is not None and not self.gone:
            notice = self.query_one(".notice", Static)
            notice.update(
                _("U was al bezig: {voortgang}. Druk op v om daar verder te gaan.").format(
                    voortgang=summary.progress or summary.title
                )
            )
            notice.remove_class("hidden")
            self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer *verder* only when a self-test is open."""
        if action == "go_on":
            return self._found.open is not None
        return super().check_action(action, parameters)

    def action_go_on(self) -> None:
        """Go on with the open self-test."""
        if self._found.open is not None:
            self.app.pop_screen()
            self.main.resume_selftest(self._found.open.selftest)

    def action_choose_questionnaire(self) -> None:
        """Choose another questionnaire, and begin with that one."""
        from samenspel.tui.screens.questionnaires import QuestionnairesScreen

        def again() -> None:
            self.app.pop_screen()
            self.main.start_selftest(look=self._look_for_open)

        self.app.push_screen(QuestionnairesScreen(again))

    def on_choices_picked(self, event: Choices.Picked) -> None:
        """Start the self-test, in the chosen form."""
        from samenspel.tui.screens.steps import screen_for

        form: Form = "kort" if event.value == "kort" else "volledig"
        try:
            session = Session.start(self.main.store, self._questionnaire, form, self.main.clock())
        except StorageError as error:
            self.main.show_problem(str(error))
            return
        self.app.switch_screen(screen_for(session))


class FormScreen(WalkScreen):
    """The same page, for a self-test that was started already."""

    KINDS = frozenset({"welcome"})
    HELP = _HELP

    def compose_page(self) -> Iterable[Widget]:
        """Lay out the page."""
        yield from self.occasion.opening(self) or _page(self.questionnaire, self.main.store.folder, self.response.form)

    def on_choices_picked(self, event: Choices.Picked) -> None:
        """Store the chosen form and go on."""
        form: Form = "kort" if event.value == "kort" else "volledig"
        if self.save(lambda: self.session.choose_form(form, self.main.clock())):
            self.action_next()


def _page(questionnaire: Questionnaire, folder: Path, form: Form | None) -> Iterator[Widget]:
    asked = questionnaire.asked
    yield Static(asked.title, classes="title", markup=False)
    yield Static(" ".join(asked.summary.split()), classes="paragraph summary", markup=False)
    yield Static(_("Wat gebeurt er met uw antwoorden?"), classes="heading", markup=False)
    for line in (
        _("Uw antwoorden blijven op deze computer. Er wordt niets verstuurd."),
        _("Wij vragen uw naam niet."),
        _("Elk antwoord wordt meteen bewaard. U kunt stoppen en later verdergaan."),
        _("U kunt alles weer wissen, bij ‘Mijn gegevens’."),
    ):
        yield Point(line)
    yield Point(_("Bewaard in: {map}").format(map=folder), classes="muted summary")
    yield from form_choice(questionnaire, form)


def form_choice(questionnaire: Questionnaire, form: Form | None) -> Iterator[Widget]:
    """Ask for the full or the short form."""
    yield Static(_("Hoeveel tijd hebt u?"), classes="heading", markup=False)
    yield Choices([_option("1", "volledig", questionnaire), _option("2", "kort", questionnaire)], chosen=form)


def _option(key: str, form: Form, questionnaire: Questionnaire) -> Option:
    name = _("volledig") if form == "volledig" else _("kort")
    time = walk.minutes(questionnaire, form)
    text = meervoud("{naam}, ongeveer {tijd} minuut", "{naam}, ongeveer {tijd} minuten", time)
    return Option(key, form, text.format(naam=name, tijd=time))

"""*Welke eerste stap kiest u?*: the advices' first steps and one of one's own, when, and when to look back.

From the result one comes here; what was chosen is shown, can be changed, and goes into a calendar.
"""

from collections.abc import Iterable
from datetime import date
from typing import Final

from msgspec import Struct
from textual import events, work
from textual.binding import Binding
from textual.containers import HorizontalGroup
from textual.widget import Widget
from textual.widgets import Button, Input, OptionList, Static, TextArea

from samenspel import first_step
from samenspel.exchange.give.calendar import SUFFIX, step_calendar, step_name
from samenspel.first_step import FirstStep, OfferedStep, StepError
from samenspel.questionnaire.model import Questionnaire
from samenspel.session import change_step
from samenspel.storage import StorageError
from samenspel.storage.selftests import SelfTest
from samenspel.taal import _
from samenspel.tui.kit.dialogs import DROP, SAVE, ConfirmScreen, unsaved_question
from samenspel.tui.kit.save_report import SaveReportScreen
from samenspel.tui.kit.screen import BaseScreen
from samenspel.tui.selftest.how_it_went import HowItWentScreen
from samenspel.tui.selftest.walk import no_names
from samenspel.tui.widgets.choices import Choices, Option
from samenspel.tui.widgets.fields import WritingLine, Wrong
from samenspel.tui.widgets.menu import Menu, MenuEntry
from samenspel.tui.widgets.writing_area import WritingArea
from samenspel.typed_day import DayError, in_words, typed_day

# Which one. ------------------------------------------------------------------------------------------------------


class ChooseStepScreen(BaseScreen):
    """Lists the first steps of the advices; the last place is for one of one's own. Then comes its form."""

    HELP = _(
        "Een uitslag alleen verandert nog niets. Kies hier één stap: met het cijfer, met de pijltjes en Enter, of "
        "met de muis. Liever iets anders? Kies dan ‘Zelf bedenken’.\n\n"
        "Daarna kiest u een dag. U mag de tekst nog veranderen. U hoeft niets te kiezen: met Esc gaat u terug.\n\n"
        "De stap is van u. Hij gaat niet mee als u antwoorden aan een groep geeft."
    )

    def __init__(self, selftest: SelfTest, questionnaire: Questionnaire) -> None:
        super().__init__(classes="list")
        self._selftest = selftest
        self._questionnaire = questionnaire
        offered = first_step.offered(questionnaire, selftest.response)
        self._offered = {str(number): one for number, one in enumerate(offered, 1)}

    def compose_page(self) -> Iterable[Widget]:
        """Lay out the list."""
        yield Static(_("Welke eerste stap kiest u?"), classes="title", markup=False)
        yield Static(
            _("Kies er één die u snel kunt doen. Onderaan bedenkt u er zelf een."),
            classes="paragraph summary",
            markup=False,
        )
        number = str(len(self._offered) + 1)
        own = MenuEntry(number, _("Zelf bedenken"), _("Een stap die hier niet staat."), number)
        yield Menu([*(MenuEntry(key, one.text, one.title, key) for key, one in self._offered.items()), own])

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Open the form of the step that was chosen."""
        chosen = self._offered.get(event.option_id or "", OfferedStep("", "", ""))
        self.app.switch_screen(StepFormScreen(self._selftest, self._questionnaire, chosen))


# Its words, and when. --------------------------------------------------------------------------------------------

_FIELDS: Final = ("text", "on", "look_back")


def _as_typed(day: date | None) -> str:
    """Write a day as a person may type it: ``31-12-2026``."""
    return "" if day is None else f"{day.day}-{day.month}-{day.year}"


class StepFormScreen(BaseScreen):
    """The text of a step, its day, and the day to look back. Nothing is stored before *bewaren*."""

    HELP = _(
        "Schrijf op wat u gaat doen, en wanneer. Een dag schrijft u zoals u wilt: morgen, 7 december of 7-12-26. "
        "Onder het vak staat welke dag dat is.\n\n"
        "Terugkijken staat op vier weken na de stap. Schuift de stap? Dan schuift die dag mee. U kunt hem zelf "
        "veranderen, of leegmaken.\n\n"
        "Met Tab of ↓ gaat u naar het volgende vak. Bewaren doet u met F8 of met de knop."
    )
    BINDINGS = [
        Binding("f8,ctrl+s", "save", _("bewaren"), key_display="F8", priority=True),
        Binding("down", "app.focus_next", show=False),
        Binding("up", "app.focus_previous", show=False),
    ]
    _left = False

    def __init__(self, selftest: SelfTest, questionnaire: Questionnaire, start: OfferedStep | FirstStep) -> None:
        """``start``: what is proposed, or the step that is changed."""
        super().__init__(classes="step-form")
        self._selftest = selftest
        self._questionnaire = questionnaire
        self._start = start

    def compose_page(self) -> Iterable[Widget]:
        """Lay out the form."""
        today = self._today
        start = self._start
        on, back = first_step.usual_day(today), first_step.usual_look_back(first_step.usual_day(today))
        days: dict[str, date | None] = {"on": on, "look_back": back}
        if isinstance(start, FirstStep):
            days = {"on": start.day, "look_back": start.look_back_day}
        self._before = (start.text, *map(_as_typed, days.values()))
        self._proposed = _as_typed(back)
        yield Static(_("Uw eerste stap"), classes="title", markup=False)
        yield Static(_("Wat gaat u doen?") + " " + no_names(), classes="label", markup=False)
        what = WritingArea(start.text)
        what.id = "text"
        yield what
        yield Wrong(id="wrong-text")
        for name, label in (
            ("on", _("Wanneer doet u het?")),
            ("look_back", _("Op welke dag kijkt u terug? Leeg is: niet.")),
        ):
            yield Static(label, classes="label", markup=False)
            yield WritingLine(_as_typed(days[name]), id=name)
            yield Static(id=f"read-{name}", classes="muted hidden", markup=False)
            yield Wrong(id=f"wrong-{name}")
        with HorizontalGroup(classes="buttons"):
            yield Button(_("Bewaren"), id=SAVE)
            yield Button(_("Terug"), id="back")

    def on_mount(self) -> None:
        """Begin at the text where that must still be written, else at the day: a step of an advice is there already."""
        self.query_one("#on" if self._start.text else "#text").focus()
        self._tell_days()

    @property
    def _today(self) -> date:
        return self.desk.clock().date()

    def _typed(self) -> tuple[str, str, str]:
        on, back = (self.query_one(f"#{name}", Input).value for name in _FIELDS[1:])
        return self.query_one(TextArea).text, on, back

    def _tell_days(self) -> None:
        """Say in words below each field which day is meant."""
        for name in _FIELDS[1:]:
            day, told = self._day(name), self.query_one(f"#read-{name}", Static)
            told.update("" if day is None else _("dat is {dag}").format(dag=in_words(day)))
            told.set_class(day is None, "hidden")

    def _day(self, name: str) -> date | None:
        try:
            return typed_day(self.query_one(f"#{name}", Input).value, self._today)
        except DayError:
            return None

    def on_input_changed(self) -> None:
        """Let the proposed day to look back move along; take away what is no longer wrong."""
        field, on = self.query_one("#look_back", Input), self._day("on")
        if on is not None and field.value == self._proposed and not isinstance(self._start, FirstStep):
            last = date.max - first_step.LOOK_BACK
            self._proposed = field.value = _as_typed(first_step.usual_look_back(min(on, last)))
        self._tell_days()
        self._say(only_known=True)

    def on_text_area_changed(self) -> None:
        """Take away what is no longer wrong."""
        self._say(only_known=True)

    def _say(self, *, only_known: bool = False) -> FirstStep | None:
        """Say at each field what is wrong with it (``only_known``: where something was); return the step."""
        step, faults = None, {}
        before = self._start if isinstance(self._start, FirstStep) else None
        try:
            step = first_step.chosen(*self._typed(), self._today, self._start.advice, before=before)
        except StepError as error:
            faults = error.faults
        for wrong in self.query(Wrong).results(Wrong):
            if wrong.wrong or not only_known:
                wrong.say(faults.get(str(wrong.id).removeprefix("wrong-"), ""))
        return step

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Go to the next place to fill in."""
        event.stop()
        self.app.action_focus_next()

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Do what the button says."""
        event.stop()
        if event.button.id == SAVE:
            self.action_save()
        else:
            self.action_back()

    def action_save(self) -> None:
        """Store the step and show it; what is wrong is said, and the first of those fields is where one goes."""
        if not self._save():
            return
        if isinstance(self.app.screen_stack[-2], StepScreen):
            self.dismiss()
        else:
            self.app.switch_screen(StepScreen(self._selftest, self._questionnaire))

    def _save(self) -> bool:
        step = self._say()
        if step is None:
            name = next(
                str(wrong.id).removeprefix("wrong-") for wrong in self.query(Wrong).results(Wrong) if wrong.wrong
            )
            self.query_one(f"#{name}").focus()
            self.call_after_refresh(self.query_one(f"#wrong-{name}").scroll_visible, animate=False)
            return False
        try:
            self._selftest = change_step(self.desk.store, self._selftest.id, lambda _before: step)
        except StorageError as error:
            self.navigator.show_problem(str(error))
            return False
        self._left = True
        self.app.notify(_("Bewaard."), markup=False)
        return True

    def _changed(self) -> bool:
        return self._typed() != self._before

    def keep(self) -> bool:
        """Store what was typed, when something was; else nothing was chosen."""
        if self._left or not self._changed() or self._save():
            return True
        if self.is_active:
            self.navigator.show_problem(_("Dit is nog niet goed ingevuld. Bij het vak staat wat er mis is."))
        return False

    def action_back(self) -> None:
        """Go back; what was typed is asked about first."""
        if not self._changed():
            self.dismiss()
            return
        self.app.push_screen(unsaved_question(_("U hebt hier iets veranderd. Wat wilt u doen?")), self._decided)

    def _decided(self, choice: str | None) -> None:
        if choice == SAVE:
            self.action_save()
        elif choice == DROP:
            self._left = True
            self.dismiss()


# The one that was chosen. ----------------------------------------------------------------------------------------


class StepFile(Struct, frozen=True):
    """A step as a calendar file, as a window can save it."""

    step: FirstStep
    selftest_id: str
    made: date

    @property
    def file_name(self) -> str:
        """The name that is suggested, without its ending."""
        return step_name(self.step)

    def caution(self, _suffix: str) -> str:
        """Say what a person should know before choosing a place."""
        return _("Open het bestand straks. Uw agenda neemt de stap dan over. Wie uw agenda ziet, kan de stap lezen.")

    def report(self, _suffix: str) -> bytes:
        """Return the file's content."""
        return step_calendar(self.step, self.selftest_id, self.made)


class StepScreen(BaseScreen):
    """Shows the step that was chosen, and what can be done with it."""

    HELP = _(
        "Dit is de eerste stap die u koos. Met 1 maakt u een bestand voor uw agenda. Met 2 verandert u de tekst of de "
        "dagen. Met 3 kiest u een andere stap.\n\n"
        "Met 4 zegt u hoe het ging. samenspel vraagt dat ook zelf, op het beginscherm, vanaf de dag van de stap.\n\n"
        "Met 5 haalt u de stap weg. De stap is van u. Hij gaat niet mee als u antwoorden aan een groep geeft."
    )

    def __init__(self, selftest: SelfTest, questionnaire: Questionnaire) -> None:
        super().__init__()
        self._selftest = selftest
        self._questionnaire = questionnaire

    def compose_page(self) -> Iterable[Widget]:
        """Lay out the page."""
        yield Static(_("Uw eerste stap"), classes="title", markup=False)
        yield Static(id="step", classes="paragraph", markup=False)
        yield Static(id="days", markup=False)
        yield Static(id="outcome", classes="paragraph", markup=False)
        done = (
            ("calendar", _("In mijn agenda zetten")),
            ("change", _("De tekst of de dagen veranderen")),
            ("other", _("Een andere stap kiezen")),
            ("outcome", _("Zeggen hoe het ging")),
            ("remove", _("De stap weghalen")),
        )
        yield Choices([Option(str(number), value, text) for number, (value, text) in enumerate(done, 1)], buttons=True)

    def on_screen_resume(self, _event: events.ScreenResume) -> None:
        """Read it again: it may have changed meanwhile, here or in another window."""
        try:
            self._selftest = self.desk.store.read(self._selftest.id)
        except StorageError as error:
            self.dismiss()
            self.navigator.show_problem(str(error))
            return
        step = self._selftest.step
        if step is None:
            self.dismiss()
            return
        self.query_one("#step", Static).update(step.text)
        self.query_one("#days", Static).update(first_step.days_told(step))
        told = _("Hoe het ging: {uitkomst}.").format(uitkomst=first_step.outcome_told(step))
        self.query_one("#outcome", Static).update(told if step.outcome else "")

    def on_choices_picked(self, event: Choices.Picked) -> None:
        """Do what was chosen."""
        event.stop()
        step = self._selftest.step
        if step is None:
            return
        match event.value:
            case "calendar":
                file = StepFile(step, self._selftest.id, self.desk.clock().date())
                self.app.push_screen(SaveReportScreen(file, SUFFIX, _("Bestand voor uw agenda bewaren")))
            case "change":
                self.app.push_screen(StepFormScreen(self._selftest, self._questionnaire, step))
            case "other":
                self.app.push_screen(ChooseStepScreen(self._selftest, self._questionnaire))
            case "outcome":
                self.app.push_screen(HowItWentScreen(self._selftest, step))
            case _:
                self._remove(step)

    @work(exclusive=True, group="ask")
    async def _remove(self, step: FirstStep) -> None:
        if not await self.ask(ConfirmScreen(_("Deze stap weghalen?"), step.text, yes=_("Ja, haal weg"))):
            return
        try:
            change_step(self.desk.store, self._selftest.id, lambda _before: None)
        except StorageError as error:
            self.navigator.show_problem(str(error))
        else:
            self.dismiss()

"""*Uitslag*: the picture, what goes well, and the advice; from here to each advice, the time before and the report."""

import asyncio
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace
from textual import events, work
from textual.binding import Binding
from textual.widget import Widget
from textual.widgets import Static

from samenspel.finishing import finished_on
from samenspel.first_step import days_told, in_a_line, outcome_told
from samenspel.questionnaire.model import Questionnaire
from samenspel.report.document import AdviceCard, Heading, Paragraph
from samenspel.report.personal.advices import advice_cards, by_catalogue, no_advice, strengths
from samenspel.report.personal.change import Previous, comparison
from samenspel.report.personal.parts import Personal
from samenspel.report.personal.picture import meanings, picture
from samenspel.report.wording import party_name
from samenspel.session import time_before
from samenspel.storage import StorageError
from samenspel.storage.selftests import SelfTest, SelfTests
from samenspel.taal import _, datum
from samenspel.tui.kit.screen import BaseScreen, Body, ReadingScreen
from samenspel.tui.kit.summaries import FORMS
from samenspel.tui.navigation import GiveAnswers, ReopenedSelfTest
from samenspel.tui.selftest.first_step import ChooseStepScreen, StepScreen
from samenspel.tui.selftest.report_parts import part_question, save_screen
from samenspel.tui.selftest.weighed import WeighedScreen
from samenspel.tui.widgets.blocks import AdviceCardView, widgets

Suffix = Literal[".pdf", ".html"]


class SelfTestOutcome(Struct, frozen=True):
    """All that is needed to show one self-test: its questionnaire as it was, and the time before."""

    selftest: SelfTest
    questionnaire: Questionnaire
    previous: Previous | None

    @property
    def day(self) -> date:
        """The day that the report carries."""
        return self.selftest.day

    @property
    def told(self) -> Personal:
        """What a report is made of."""
        selftest = self.selftest
        return Personal(self.questionnaire, selftest.response, self.day, self.previous, selftest.step)


def outcome(store: SelfTests, selftest: SelfTest) -> SelfTestOutcome:
    """Gather what is needed to show ``selftest``. Reads files, so meant for a worker.

    Raises:
        StorageError: its questionnaire is gone. Without that of the time before, there is no time before.
    """
    return SelfTestOutcome(selftest, store.questionnaire(selftest), time_before(store, selftest))


class ResultScreen(ReadingScreen):
    """Shows the outcome of a self-test, beside the previous one."""

    HELP = _(
        "Dit is uw uitslag. Elk onderdeel heeft een score van 1 tot 5. De naam ernaast zegt wat de score betekent. "
        "Een open rondje is de vorige keer, als toen dezelfde stellingen telden. "
        "Er is geen cijfer voor alles samen.\n\n"
        "Bij ‘Advies voor u’ staat wat u kunt doen. Een cijfer opent een advies. "
        "U kunt ook met Tab naar een advies gaan en op Enter drukken, of erop klikken.\n\n"
        "Met s kiest u uw eerste stap, met een dag erbij. Met l ziet u welke stellingen het meest telden.\n\n"
        "Met p of h maakt u een rapport, werkbladen of een gespreksblad. U kiest eerst welk deel. "
        "Met v ziet u nu en de vorige keer naast elkaar.\n\n"
        "Met g geeft u uw antwoorden aan een groep, als bestand of als code. U ziet eerst wat er meegaat.\n\n"
        "Met r heropent u de zelftest, om nog iets te veranderen. Daarna rondt u weer af. Dat kan alleen op de dag van "
        "het afronden, en niet meer als u de antwoorden aan een groep gaf."
    )
    BINDINGS = [
        Binding("s", "step", _("eerste stap")),
        Binding("l", "weighed", _("laagste en hoogste")),
        Binding("p", "save('.pdf')", _("PDF")),
        Binding("h", "save('.html')", _("webpagina (HTML)")),
        Binding("v", "compare", _("vergelijken")),
        Binding("g", "give", _("aan een groep geven")),
        Binding("r", "reopen", _("heropenen")),
        Binding("1", "advice(1)", _("advies")),
        *(Binding(digit, f"advice({digit})", show=False) for digit in "2345"),
    ]

    def __init__(self, selftest: SelfTest) -> None:
        super().__init__()
        self._selftest = selftest
        self._outcome: SelfTestOutcome | None = None
        self._cards: tuple[AdviceCard, ...] = ()

    def compose_page(self) -> Iterable[Widget]:
        """Lay out the page; the rest comes when it has been read."""
        yield Static(_("Uw uitslag"), classes="title", markup=False)

    def on_mount(self) -> None:
        """Gather what is shown, after the first paint."""
        self.call_after_refresh(self._fill)

    @work(exclusive=True, group="fill")
    async def _fill(self) -> None:
        try:
            found = await asyncio.to_thread(outcome, self.desk.store, self._selftest)
        except StorageError as error:
            if not self.gone:
                self.action_back()
                self.navigator.show_problem(str(error))
            return
        if self.gone:
            return
        self._outcome = found
        self._cards = advice_cards(found.questionnaire, self._selftest.response)
        await self.query_one("#page").mount_all(self._page(found))
        self._show_step()
        self.refresh_bindings()

    def _page(self, found: SelfTestOutcome) -> Iterable[Widget]:
        questionnaire, response = found.questionnaire, self._selftest.response
        about = (datum(found.day), party_name(questionnaire, response.party), FORMS[response.form])
        yield Static(" · ".join(about), classes="muted paragraph", markup=False)
        yield Static(id="step-above", classes="paragraph hidden", markup=False)
        yield from widgets((*picture(questionnaire, response, found.previous), meanings(questionnaire, response)))
        yield from widgets((Heading(2, _("Dit gaat al goed")), *strengths(questionnaire, response)))
        yield from widgets([Heading(2, _("Advies voor u"))])
        if self._cards:
            yield from widgets(
                [Paragraph(_("Het belangrijkste staat vooraan. Open een advies met zijn cijfer, of klik erop."))]
            )
            yield from widgets(by_catalogue(questionnaire, response))
        else:
            yield from widgets([no_advice(response)])
        for number, card in enumerate(self._cards, start=1):
            yield AdviceCardView(card, number)
        yield from widgets([Heading(2, _("Uw eerste stap"))])
        yield Static(id="step", classes="paragraph", markup=False)
        own = Paragraph(_("Dit is uw eigen beeld, geen oordeel en geen diagnose."))
        to_a_group = Paragraph(_("Vergelijkt u samen met een groep? Met g geeft u uw antwoorden aan een groep."))
        yield from widgets((own, to_a_group))

    @property
    def digits(self) -> str:
        """The keys that open an advice."""
        return "1" if len(self._cards) == 1 else f"1-{len(self._cards)}"

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what can be done: comparing needs a previous time."""
        match action:
            case "save" | "give" | "step" | "weighed":
                return self._outcome is not None
            case "reopen":
                return self._outcome is not None and finished_on(self._selftest, self.desk.clock().date())
            case "compare":
                return self._outcome is not None and self._outcome.previous is not None
            case "advice":
                return isinstance(parameters[0], int) and parameters[0] <= len(self._cards)
            case _:
                return super().check_action(action, parameters)

    def on_advice_card_view_opened(self, event: AdviceCardView.Opened) -> None:
        """Open the whole advice."""
        self.action_advice(event.number)

    def action_advice(self, number: int) -> None:
        """Open the advice with this number."""
        self.app.push_screen(AdviceScreen(self._cards, number, self._step_screen))

    def action_compare(self) -> None:
        """Show the previous time beside this one."""
        if self._outcome is not None:
            self.app.push_screen(CompareScreen(self._outcome))

    def action_weighed(self) -> None:
        """Show the statements that weighed most."""
        if self._outcome is not None:
            self.app.push_screen(WeighedScreen(self._outcome.questionnaire, self._selftest.response))

    # The first step ---------------------------------------------------------------------------------------------

    def on_screen_resume(self, _event: events.ScreenResume) -> None:
        """Look at the step again, after the first paint: it may have changed meanwhile."""
        if self._outcome is not None:
            self.call_after_refresh(self._look_at_step)

    @work(exclusive=True, group="step")
    async def _look_at_step(self) -> None:
        try:
            self._selftest = await asyncio.to_thread(self.desk.store.read, self._selftest.id)
        except StorageError:  # erased or broken meanwhile: what is shown here stays, and the next key says so
            return
        if not self.gone and self.query("#step"):
            self._show_step()

    def _show_step(self) -> None:
        step = self._selftest.step
        here, above = self.query_one("#step", Static), self.query_one("#step-above", Static)
        above.set_class(step is None, "hidden")
        if step is None:
            here.update(
                _("Een uitslag alleen verandert nog niets. Kies met s één stap die u snel kunt doen, en wanneer.")
            )
            return
        above.update(in_a_line(step))
        told = _("Hoe het ging: {uitkomst}.").format(uitkomst=outcome_told(step)) if step.outcome else ""
        more = _("Met s verandert u de stap, of zet u hem in uw agenda.")
        here.update("\n\n".join(filter(None, (step.text, days_told(step), told, more))))

    def action_step(self) -> None:
        """Choose the first step, or see the one that was chosen."""
        if (screen := self._step_screen()) is not None:
            self.app.push_screen(screen)

    def _step_screen(self) -> BaseScreen | None:
        """Return the page to choose the first step, or the one that shows it; None: the result is not there yet."""
        if self._outcome is None:
            return None
        page = ChooseStepScreen if self._selftest.step is None else StepScreen
        return page(self._selftest, self._outcome.questionnaire)

    def action_give(self) -> None:
        """Give the answers to a group."""
        self.navigator.open(GiveAnswers(self._selftest))

    def action_reopen(self) -> None:
        """Open the self-test again, on the day that it was finished."""
        self.navigator.replace(ReopenedSelfTest(self._selftest))

    @work(exclusive=True, group="ask")
    async def action_save(self, suffix: Suffix) -> None:
        """Ask which part of the report, and then where it must come."""
        if self._outcome is None:
            return
        told = replace(self._outcome.told, step=self._selftest.step)  # as it is now
        if chosen := await self.ask(part_question(told)):
            self.app.push_screen(save_screen(told, chosen, suffix))


# What opens from the result. -------------------------------------------------------------------------------------


class AdviceScreen(ReadingScreen):
    """Shows the advice with ``number`` (from 1) out of ``cards``; the arrows go to the one before and after."""

    HELP = _(
        "Dit is één advies. U leest wat het is, wat de eerste stap is en waarom u het krijgt.\n\n"
        "Met s kiest u uw eerste stap. "
        "Met ← en → gaat u naar het vorige en het volgende advies. Met ↑ en ↓ schuift u de tekst. "
        "Esc brengt u terug naar de uitslag."
    )
    BINDINGS = [
        Binding("left", "turn(-1)", _("vorige")),
        Binding("right", "turn(1)", _("volgende")),
        Binding("s", "step", _("eerste stap")),
    ]

    def __init__(self, cards: Sequence[AdviceCard], number: int, step_screen: Callable[[], BaseScreen | None]) -> None:
        """``step_screen`` gives the page of the first step, which comes in the place of this one."""
        super().__init__()
        self._step_screen = step_screen
        self._cards = cards
        self._number = number

    def compose_page(self) -> Iterable[Widget]:
        """Lay out the page."""
        place = _("Advies {nummer} van {totaal}").format(nummer=self._number, totaal=len(self._cards))
        yield Static(place, classes="muted", markup=False)
        yield from widgets([self._cards[self._number - 1]])

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer the one before and after where there is one."""
        if action == "turn" and isinstance(parameters[0], int):
            return 1 <= self._number + parameters[0] <= len(self._cards)
        return super().check_action(action, parameters)

    def action_step(self) -> None:
        """Choose the first step, or see the one that was chosen."""
        if (screen := self._step_screen()) is not None:
            self.app.switch_screen(screen)

    async def action_turn(self, by: int) -> None:
        """Show the advice ``by`` places further."""
        self._number += by
        page = self.query_one("#page")
        await page.remove_children()
        await page.mount_all(self.compose_page())
        self.query_one(Body).scroll_home(animate=False)
        self.refresh_bindings()


class CompareScreen(ReadingScreen):
    """Shows an outcome that has a previous time beside that time, statement by statement: described, not tested."""

    HELP = _(
        "Hier staat wat u nu anders antwoordt dan de vorige keer. Kleine verschillen zeggen weinig.\n\n"
        "Met ↑ en ↓ schuift u de tekst. Esc brengt u terug naar de uitslag."
    )

    def __init__(self, outcome: SelfTestOutcome) -> None:
        super().__init__()
        self._outcome = outcome

    def compose_page(self) -> Iterable[Widget]:
        """Lay out the page."""
        yield Static(_("Nu en de vorige keer"), classes="title", markup=False)
        shown = self._outcome
        if shown.previous is not None:
            yield from widgets(comparison(shown.questionnaire, shown.selftest.response, shown.previous))

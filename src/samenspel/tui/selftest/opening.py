"""The pages before the statements: what happens with the answers, one's situation, and what *wij* means."""

import asyncio
from collections.abc import Iterable, Iterator
from pathlib import Path

from textual import events, work
from textual.binding import Binding
from textual.widget import Widget
from textual.widgets import Input, Static

from samenspel.questionnaire.applicability import applicable_items
from samenspel.questionnaire.model import OTHER_ROLE, ContextQuestion, Questionnaire
from samenspel.response import Form
from samenspel.session import Session
from samenspel.storage import StorageError
from samenspel.taal import _
from samenspel.tui.kit.screen import BaseScreen
from samenspel.tui.kit.steps import SelfTestStep, form_choice
from samenspel.tui.kit.summaries import StillOpen, still_open
from samenspel.tui.navigation import ChooseQuestionnaire, NewSelfTest, OpenSelfTest
from samenspel.tui.selftest.walk import Oneself, WalkScreen
from samenspel.tui.widgets.choices import Choices, Option
from samenspel.tui.widgets.drawing import Passage
from samenspel.tui.widgets.fields import WritingLine
from samenspel.tui.widgets.heads import SavedSign, StepHead
from samenspel.tui.widgets.menu import Point
from samenspel.walk import Kind

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
        self._found = StillOpen()

    def compose_page(self) -> Iterable[Widget]:
        """Lay out the page."""
        yield Static(classes="notice hidden", markup=False)
        yield from _page(self._questionnaire, self.desk.store.folder, self.desk.form)

    def on_mount(self) -> None:
        """Look for an open self-test, after this page has been painted."""
        if self._look_for_open:
            self.call_after_refresh(self._look)

    @work(exclusive=True)
    async def _look(self) -> None:
        self._found = await asyncio.to_thread(still_open, self.desk.store)
        if (summary := self._found.newest) is not None and not self.gone:
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
            return self._found.newest is not None
        return super().check_action(action, parameters)

    def action_go_on(self) -> None:
        """Go on with the open self-test."""
        if self._found.newest is not None:
            self.app.pop_screen()
            self.navigator.open(OpenSelfTest(self._found.newest.selftest))

    def action_choose_questionnaire(self) -> None:
        """Choose another questionnaire, and begin with that one."""

        def again() -> None:
            self.app.pop_screen()
            self.navigator.open(NewSelfTest(look=self._look_for_open))

        self.navigator.open(ChooseQuestionnaire(again))

    def on_choices_picked(self, event: Choices.Picked) -> None:
        """Start the self-test, in the chosen form."""
        form: Form = "kort" if event.value == "kort" else "volledig"
        try:
            session = Session.start(self.desk.store, self._questionnaire, form, self.desk.clock())
        except StorageError as error:
            self.navigator.show_problem(str(error))
            return
        self.navigator.replace(SelfTestStep(session, Oneself(session)))


class ChooseFormScreen(WalkScreen):
    """The same page, for a self-test that was started already."""

    KINDS = frozenset({"welcome"})
    HELP = _HELP

    def compose_page(self) -> Iterable[Widget]:
        """Lay out the page."""
        yield from self.recipient.opening() or _page(self.questionnaire, self.desk.store.folder, self.response.form)

    def on_choices_picked(self, event: Choices.Picked) -> None:
        """Store the chosen form and go on."""
        form: Form = "kort" if event.value == "kort" else "volledig"
        if self.save(lambda: self.session.choose_form(form, self.desk.clock())):
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


# The context questions. ------------------------------------------------------------------------------------------

ORDER: tuple[Kind, ...] = ("party", "area", "experience", "meeting")


class ContextScreen(WalkScreen):
    """A question with answers to choose from: party, experience, joint meeting. The next one comes in its place."""

    KINDS = frozenset({"party", "experience", "meeting"})
    HELP = _(
        """Eerst een paar korte vragen over uw werk. Uw antwoorden bepalen welke stellingen u krijgt.

        Druk op het cijfer van uw antwoord. U gaat dan meteen verder. Met de pijltjes ← en → gaat u terug of slaat u
        een vraag over. Alleen de eerste vraag is nodig: zonder uw partij kan er geen uitslag komen."""
    )

    def compose_page(self) -> Iterable[Widget]:
        """Lay out the question."""
        yield StepHead()
        yield Passage(id="question")
        yield Passage(id="remark")
        yield Choices()
        yield SavedSign()

    def show_step(self) -> None:
        """Show the question where the session is."""
        kind = self.session.step.kind
        question: ContextQuestion = getattr(self.questionnaire.asked.context, kind)
        show_context_head(self.query_one(StepHead), kind, self.session.skipped)
        self.query_one("#question", Passage).put(self.filled(question.text))
        remark = self.query_one("#remark", Passage)
        remark.put(self._remark(kind, question))
        remark.display = bool(self._remark(kind, question))
        given = getattr(self.response, kind)
        self.query_one(Choices).show(self._options(kind, question), given)
        if given:
            self.query_one(SavedSign).saved()
        else:
            self.query_one(SavedSign).clear()

    def _remark(self, kind: Kind, question: ContextQuestion) -> str:
        needed = _("Deze vraag is nodig: uw stellingen en uw uitslag hangen ervan af.") if kind == "party" else ""
        return " ".join(filter(None, (self.filled(question.help), needed)))

    def _options(self, kind: Kind, question: ContextQuestion) -> list[Option]:
        if kind == "party":
            answers = [(party.id, party.singular) for party in self.questionnaire.asked.parties]
            answers.append((OTHER_ROLE, self.questionnaire.asked.context.other_role))
        else:
            answers = [(choice.id, self.filled(choice.text)) for choice in question.choices]
        return [Option(str(number), value, text) for number, (value, text) in enumerate(answers, 1)]

    def on_choices_picked(self, event: Choices.Picked) -> None:
        """Store the answer and go on."""
        if self.save(lambda: self.session.answer(event.value, self.desk.clock())):
            self.proceed()


def show_context_head(head: StepHead, kind: Kind, skipped: frozenset[Kind] = frozenset()) -> None:
    """Show which of the context questions this is."""
    order = [one for one in ORDER if one not in skipped]
    number, of = order.index(kind) + 1, len(order)
    head.show(_("Over u en uw werk"), _("vraag {nummer} van {aantal}").format(nummer=number, aantal=of), number / of)


_OTHER = ""


class AreaScreen(WalkScreen):
    """Where the person works: suggestions to choose from, or a text of one's own. It may stay empty."""

    KINDS = frozenset({"area"})
    HELP = _(
        """Kies een gebied met een cijfer, of typ zelf een naam. Druk na het typen op Enter.

        U mag deze vraag leeg laten: ga dan verder met het pijltje → of met F8. Met F4 ziet u het overzicht."""
    )
    BINDINGS = [
        Binding("down", "app.focus_next", show=False),
        Binding("up", "app.focus_previous", show=False),
        Binding("o", "write('o')", show=False),  # a name may begin with it; F4 still opens the list of questions
    ]

    def compose_page(self) -> Iterable[Widget]:
        """Lay out the question, its suggestions and a place to type."""
        question = self.questionnaire.asked.context.area
        yield StepHead()
        yield Static(self.filled(question.text), markup=False, id="question")
        if question.help:
            yield Static(self.filled(question.help), markup=False, id="remark")
        if question.suggestions:
            own = Option(str(len(question.suggestions) + 1), _OTHER, _("anders, zelf typen"))
            suggestions = [Option(str(number), text, text) for number, text in enumerate(question.suggestions, 1)]
            yield Choices([*suggestions, own], chosen=self.response.area or None, without=_("Leeg laten mag, met →."))
        area = self.response.area
        yield WritingLine(
            "" if area in question.suggestions else area, placeholder=_("typ hier uw gebied, dan Enter; leeg laten mag")
        )
        yield SavedSign()

    def show_step(self) -> None:
        """Show where this question stands, and whether it was answered."""
        show_context_head(self.query_one(StepHead), "area")
        if self.response.area:
            self.query_one(SavedSign).saved()

    def keep(self) -> bool:
        """Store what was typed; an empty place changes nothing that was chosen from the suggestions."""
        typed = self.query_one(Input).value
        suggestions = self.questionnaire.asked.context.area.suggestions
        if typed == self.response.area or (not typed and self.response.area in suggestions):
            return True
        return self.save(lambda: self.session.answer(typed, self.desk.clock(), stay=True))

    def on_choices_picked(self, event: Choices.Picked) -> None:
        """Store the suggestion and go on, or go to the place to type."""
        if event.value == _OTHER:
            self.query_one(Input).focus()
        elif self.save(lambda: self.session.answer(event.value, self.desk.clock())):
            self.proceed()

    def on_key(self, event: events.Key) -> None:
        """Begin to write at the first letter, wherever the keyboard is."""
        if event.character is not None and event.character.isalpha() and not self.query_one(Input).has_focus:
            event.stop()
            self.action_write(event.character)

    def action_write(self, letter: str) -> None:
        """Put a letter in the place to type, and go there."""
        line = self.query_one(Input)
        line.select_on_focus = False  # else the next letter takes the place of this one
        line.focus()
        line.insert_text_at_cursor(letter)

    def on_input_submitted(self) -> None:
        """Store what was typed and go on."""
        self.action_next()


# Between the situation and the statements. -----------------------------------------------------------------------


class WeScreen(WalkScreen):
    """Says once, before the first statement, what *wij* means and how the statements are answered."""

    KINDS = frozenset({"we"})
    HELP = _("Deze bladzijde legt uit wat ‘wij’ betekent en hoe u antwoordt. Druk op Enter om verder te gaan.")

    def compose_page(self) -> Iterable[Widget]:
        """Lay out the page."""
        number = len(applicable_items(self.questionnaire, self.response))
        yield Static(_("Nu komen {aantal} stellingen").format(aantal=number), classes="title", markup=False)
        yield Static(self.filled(self.questionnaire.asked.we), classes="paragraph", markup=False, id="question")
        for line in (
            _("Druk op een cijfer. Uw antwoord wordt bewaard en u gaat verder."),
            _(
                "Weet u het niet, of hebt u er geen ervaring mee? Kies dan 0. Ook dat telt mee. "
                "Bij sommige stellingen kan dat niet."
            ),
            _("Met ← en → gaat u terug of slaat u een stelling over."),
        ):
            yield Point(line)
        yield Choices([Option("1", "on", _("verder naar de stellingen"))])

    def on_choices_picked(self) -> None:
        """Go on to the statements."""
        self.action_next()

"""One form after another: the printed number, a key for each statement and straight on, a check before it is added.

All of a form is typed on this one page, so that no key that comes fast is meant for a page that is not there yet.
"""

import asyncio
from collections.abc import Callable, Iterable
from string import ascii_lowercase

from textual import work
from textual.binding import Binding
from textual.widget import Widget

from samenspel import hygiene
from samenspel.collecting.typed_over import Asked, FolderPile, GroupPile, Outcome, Pile, Remembered
from samenspel.exchange.receive.typed_over import KEYS, Printed, TypedOver, TypingError
from samenspel.refusals import RefusalError
from samenspel.taal import _, meervoud, opsomming
from samenspel.tui.kit.dialogs import ConfirmScreen, DialogScreen
from samenspel.tui.kit.screen import BaseScreen, Body
from samenspel.tui.paper import shown
from samenspel.tui.paper.asking import LetterScreen
from samenspel.tui.paper.by_hand import TickedScreen, WrittenScreen
from samenspel.tui.paper.folder import OtherFolderScreen
from samenspel.tui.widgets.choices import Choices, Option
from samenspel.tui.widgets.drawing import Passage
from samenspel.tui.widgets.heads import StepHead

_NEXT, _STOP, _NAMES, _NEW, _OLD = "next", "stop", "names", "new", "old"


class KeyedChoices(Choices, can_focus=False):
    """Answers that are chosen by the keys of the whole page: Enter leaves open here, and chooses nothing."""


class TypingScreen(BaseScreen):
    """Takes a pile of forms, one key at a time."""

    AUTO_FOCUS = ""
    HELP = _(
        "Typ wat er op het papier staat. Begin met het nummer van het formulier en druk op Enter. Daarna typt u bij "
        "elke vraag één cijfer: u gaat meteen verder. Het nummer van de stelling staat ervoor, zoals op het papier.\n\n"
        "Is er niets ingevuld? Druk op Enter of spatie: dan blijft het open. Met Backspace gaat u terug. Met → gaat u "
        "weer vooruit zonder iets te veranderen.\n\n"
        "De open antwoorden komen het laatst. Daarna ziet u hoeveel antwoorden er zijn en wat open bleef. Pas met "
        "Enter komt het formulier erbij, en begint het volgende. Tot dan is er niets bewaard.\n\n"
        "Met Esc stopt u. Is een formulier nog niet toegevoegd? Dan vraagt samenspel eerst wat u wilt. Zonder nummer "
        "op het papier kiest samenspel er een: schrijf dat erop."
    )
    BINDINGS = [
        Binding("1", "digit('1')", _("antwoord")),
        *(Binding(key, f"digit('{key}')", show=False) for key in "234567890" + ascii_lowercase),
        Binding("enter,space", "leave_open", _("open laten")),
        Binding("enter", "go_on", _("verder")),
        Binding("enter,space", "need_party", show=False),
        Binding("enter", "add", _("toevoegen")),
        Binding("backspace,left", "go_back", _("terug"), key_display="backspace"),
        Binding("right", "keep_on", _("vooruit")),
        Binding("f4", "names", _("kenmerken")),
        Binding("escape", "back", _("stoppen")),
    ]

    def __init__(self, pile: Pile, printed: Printed) -> None:
        super().__init__(classes="typing")
        self._pile, self._printed = pile, printed
        self._form = self._fresh()
        self._done: tuple[str, ...] = tuple(filter(None, [pile.already]))
        self._typed = False
        self._wrong = ""
        self._busy = False
        self._early: list[str] = []

    def _fresh(self) -> TypedOver:
        pile = self._pile
        return TypedOver(pile.questionnaire, self._printed, pile.numbers, least=pile.least, area=not pile.to_a_group)

    # What is shown -------------------------------------------------------------------------------------------------

    def compose_page(self) -> Iterable[Widget]:
        """Lay out the page: the same places for everything that is typed."""
        yield StepHead()
        yield Passage(id="question")
        yield KeyedChoices()
        yield Passage(id="before")
        yield Passage(id="remark")

    def on_mount(self) -> None:
        """Show the first form."""
        self.app.clear_notifications()
        self._show()

    @property
    def digits(self) -> str:
        """The keys that type, as one word."""
        match self._form.at.kind:
            case "number":
                return "0-9"
            case "item":
                keys = [key.key for key in self._form.offers()]
                return "0-5" if "0" in keys else "1-5"
            case _:
                keys = [option.key for option in shown.options(self._form)]
                return keys[0] if len(keys) == 1 else f"1-{keys[-1]}" if keys else ""

    def _show(self) -> None:
        form = self._form
        places = form.spots()
        done = places.index(form.at) / (len(places) - 1)
        self.query_one(StepHead).show(shown.whose(form), shown.where(form), done)
        self.query_one("#question", Passage).put(shown.question(form))
        choices = self.query_one(KeyedChoices)
        choices.set_class(form.at.kind == "item", "scale")
        options = shown.options(self._form)
        choices.display = bool(options)
        choices.show(options, form.cells.get(form.at.column))
        self.query_one("#remark", Passage).put(shown.remark(form, self._pile))
        self.query_one("#before", Passage).put(self._before())
        self.query_one(Body).scroll_home(animate=False)
        self.refresh_bindings()

    def _before(self) -> str:
        """Say what was typed last, or why a key does nothing; what came of the form before, or what there is now."""
        form = self._form
        if self._wrong:
            return f"! {self._wrong}"
        if form.at.kind == "number":
            return "\n".join(self._done)
        return shown.before(form, self._pile)

    # The keys --------------------------------------------------------------------------------------------------------

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what Enter does here, and what can be typed."""
        kind = self._form.at.kind
        match action:
            case "leave_open":
                return kind not in {"number", "party", "open", "check"}
            case "go_on":
                return kind in {"number", "open"} or (kind == "party" and bool(self._form.party))
            case "need_party":
                return kind == "party" and not self._form.party
            case "keep_on":
                return self._been_here
            case "add":
                return kind == "check"
            case "names":
                return kind == "number" and bool(self._names_of_the_pile and self._names_of_the_pile.names)
            case "digit" if parameters == ("1",):
                return kind != "check" or self._busy
            case _:
                return super().check_action(action, parameters)

    def action_digit(self, key: str) -> None:
        """Type a digit; one that comes while a form is being added belongs to the next form."""
        if self._busy:
            self._early.append(key)
            return
        form = self._form
        match form.at.kind:
            case "open":
                self._by_hand(key)
            case "area" if key == KEYS[len(form.offers())]:
                self._write("gebied", form.filled(form.questionnaire.asked.context.area.text), None)
            case _:
                self._do(lambda: form.press(key))

    def on_choices_picked(self, event: Choices.Picked) -> None:
        """Do by mouse what its key does."""
        event.stop()
        for option in shown.options(self._form):
            if option.key and option.value == event.value:
                self.action_digit(option.key)
                return

    def action_leave_open(self) -> None:
        """Leave this open, and go on."""
        self._do(self._form.leave_open)

    def action_go_on(self) -> None:
        """Go on after the number, or after the open questions."""
        self._do(self._form.forth)

    def action_need_party(self) -> None:
        """Say that this is needed: it cannot be left open."""
        self._do(self._form.forth)

    @property
    def _been_here(self) -> bool:
        """Whether one went back to this: what was never seen would be left open unseen."""
        form = self._form
        return form.at.kind == "open" or form.at.column in form.cells

    def action_keep_on(self) -> None:
        """Go on and change nothing, as far as one has been."""
        self._do(self._form.forth)

    def action_go_back(self) -> None:
        """Take a digit away, or go back."""
        self._do(self._form.back)

    def _do(self, change: Callable[[], None]) -> None:
        """Change the form, and show what comes now; what cannot be is told."""
        if self._busy:
            return
        self._wrong = ""
        try:
            change()
        except TypingError as error:
            self._wrong = str(error)
            self.app.bell()  # who types has the eyes on the paper
        self._show()
        if self._form.at.kind == "check":
            self.not_seen_yet()  # a key too many must not add what nobody looked at

    # What was written by hand ------------------------------------------------------------------------------------

    def _by_hand(self, key: str) -> None:
        questions = self._form.questionnaire.asked.open_questions
        place = KEYS.find(key)
        if not 0 <= place < len(questions):
            return
        question = questions[place]
        if question.activities:
            window = TickedScreen(self._form, question, shares=self._pile.to_a_group)
            self.app.push_screen(window, lambda _done: self._show())
        else:
            self._write(question.id, self._form.filled(question.text), question.id if self._pile.to_a_group else None)

    def _write(self, column: str, title: str, shared: str | None) -> None:
        limit = hygiene.AREA_LIMIT if column == "gebied" else hygiene.NOTE_LIMIT
        window = WrittenScreen(self._form, column, title, limit, shared)
        self.app.push_screen(window, lambda _done: self._written(column))

    def _written(self, column: str) -> None:
        """Go on after the area; the open questions stay, for there may be more."""
        if column == "gebied" and self._form.at.kind == "area" and "gebied" in self._form.cells:
            self._do(self._form.forth)
        else:
            self._show()

    # Adding ------------------------------------------------------------------------------------------------------

    def action_add(self) -> None:
        """Add this form, and begin with the next."""
        if not (self._busy or shown.cannot(self._form, self._pile)):
            self._busy = True
            self._add()

    @work(exclusive=True, group="add")
    async def _add(self, sure: frozenset[Asked] = frozenset()) -> None:
        form = self._form.form()
        try:
            outcome = await asyncio.to_thread(self._pile.add, form, sure)
        except RefusalError as error:
            if not isinstance(self._pile, FolderPile):
                self._settled(str(error))
                return
            self._early.clear()
            self._settled()
            self.app.push_screen(OtherFolderScreen(self._pile, str(error)), lambda _done: self._show())
            return
        if outcome.ask is not None:
            self._early.clear()
            self._ask_first(outcome, sure)
        elif outcome.added:
            text = meervoud(
                "✓ Formulier {nummer} is toegevoegd. Er is nu {n} formulier {waar}.",
                "✓ Formulier {nummer} is toegevoegd. Er zijn nu {n} formulieren {waar}.",
                len(self._pile.forms),
            )
            said = text.format(nummer=form.respondent, n=len(self._pile.forms), waar=self._pile.where)
            self._next(said, *outcome.told)
            self._settled()
        else:
            self._settled("\n".join(outcome.told))

    @work(exclusive=True, group="ask")
    async def _ask_first(self, outcome: Outcome, sure: frozenset[Asked]) -> None:
        """Ask what the answers do not tell; Esc leaves the form as it is, to be looked at again."""
        answer: str | None = ""
        try:
            answer = await self.ask(_question(outcome, self._form.number))
        finally:
            self._busy = answer == _NEW
        if answer == _NEW and outcome.ask is not None:
            self._add(sure | {outcome.ask})
            return
        if answer == _OLD:
            self._next(_("Formulier {nummer} is niet toegevoegd.").format(nummer=self._form.number))
        self._settled()

    def _settled(self, problem: str = "") -> None:
        """Go on typing: with what came meanwhile, or else with what could not be done."""
        early, self._early, self._busy = self._early, [], False
        self._show()
        if problem:
            self.navigator.show_problem(problem)
            return
        for key in early:
            self.action_digit(key)

    def _next(self, *told: str) -> None:
        self._done, self._typed, self._form = told, True, self._fresh()

    @property
    def _names_of_the_pile(self) -> Remembered | None:
        return self._pile.remembered if isinstance(self._pile, GroupPile) else None

    @property
    def _unseen(self) -> bool:
        return self._names_of_the_pile is not None and self._names_of_the_pile.unseen

    def action_names(self) -> None:
        """Show with what each form is taken back, after a warning."""
        self._names()

    @work(exclusive=True, group="ask")
    async def _names(self) -> None:
        question = ConfirmScreen(
            _("Staat de beamer uit?"),
            _("Wie een kenmerk overschrijft, kan dat antwoord terugnemen. Zorg dat niemand anders meekijkt."),
            yes=_("Ja, toon de kenmerken"),
        )
        remembered = self._names_of_the_pile
        if remembered is not None and await self.ask(question) and self.is_active:
            lines = "\n".join(f"{name}  {source}" for name, source in remembered.see())
            self.app.push_screen(DialogScreen(_("Kenmerken van papier"), lines))

    # Leaving -----------------------------------------------------------------------------------------------------

    def action_back(self) -> None:
        """Stop; of a form that is not in yet, ask first what must become of it."""
        if self._busy:
            return
        if self._form.begun:
            self._leave(
                _("Dit formulier is nog niet toegevoegd"),
                _("Wat u van dit formulier typte, is nog nergens bewaard. Wat wilt u?"),
                Option("v", "", _("verder typen aan dit formulier")),
                Option("w", _NEXT, _("dit formulier weggooien, en het volgende typen")),
                Option("s", _STOP, _("dit formulier weggooien, en stoppen")),
            )
        elif self._typed or self._unseen:
            self._leave(
                _("Stoppen met overtypen?"),
                "\n".join(self._done),
                Option("v", "", _("verder typen")),
                Option("s", _STOP, _("stoppen")),
            )
        else:
            super().action_back()

    def _leave(self, title: str, text: str, *options: Option) -> None:
        """Ask whether to leave: the page below takes digits too, which may be meant for a form."""
        if self._unseen:
            text += "\n\n" + _("U zag nog niet alle kenmerken. Dat kan tot u samenspel afsluit.")
            options = (*options, Option("k", _NAMES, _("kenmerken zien, met de beamer uit")))
        window = LetterScreen(title, text, options)

        def left(how: str | None) -> None:
            if how == _NAMES:
                self.action_names()
                return
            if how in {_NEXT, _STOP} and self._form.begun:
                self._throw_away(told=how == _STOP)
            elif not how and window.digits_typed:
                self._wrong = _("Wat u in het venster typte, telt niet. Kijk eerst waar u was.")
            self._show()
            if how == _STOP:
                super(TypingScreen, self).action_back()

        self.app.push_screen(window, left)

    def _throw_away(self, *, told: bool) -> None:
        """Begin anew, and say what is gone: on this page, or where one goes (``told``)."""
        text = _("Het formulier is weggegooid.")
        if self._form.number:
            text = _("Formulier {nummer} is weggegooid.").format(nummer=self._form.number)
        self._wrong = ""
        self._next(text)
        if told:
            self.notify(text, markup=False)

    def asks_before_quitting(self) -> bool:
        """Ask first when a form is under way, or names were not seen: these are kept nowhere."""
        if not (self._form.begun or self._busy or self._unseen):
            return False
        if self.is_active:
            self.action_back()
        else:
            self.notify(_("Sluit eerst dit venster, met Esc."), markup=False)
        return True


def _question(outcome: Outcome, number: str) -> LetterScreen:
    """Ask what the answers themselves do not tell."""
    if outcome.ask == "old":
        return LetterScreen(
            _("Is dit een nieuw formulier?"),
            _("Deze antwoorden zaten al in {meting}, of bijna. Wie meedoet, vult elke keer opnieuw in.").format(
                meting=" ".join(outcome.about)
            ),
            [
                Option("n", _OLD, _("nee, een oud formulier: telt niet mee")),
                Option("j", _NEW, _("ja, een nieuw formulier: telt mee")),
            ],
        )
    text = _(
        "Precies deze antwoorden zitten al in deze meting. Meestal is formulier {nummer} dan al eens ingelezen of "
        "overgetypt."
    )
    if outcome.about:
        text = meervoud(
            "Formulier {andere} heeft precies dezelfde antwoorden en teksten. Meestal is het dan hetzelfde papier.",
            "Formulieren {andere} hebben precies dezelfde antwoorden en teksten. Meestal is het dan hetzelfde papier.",
            len(outcome.about),
        )
    return LetterScreen(
        _("Is dit een tweede persoon?"),
        text.format(nummer=number, andere=opsomming([*outcome.about])),
        [
            Option("n", _OLD, _("nee, hetzelfde formulier: telt één keer")),
            Option("j", _NEW, _("ja, een tweede persoon: telt ook mee")),
        ],
    )

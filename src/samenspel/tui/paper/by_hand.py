"""What was written or ticked by hand on a paper form: windows over the page on which the rest is typed."""

from collections.abc import Iterable
from string import ascii_lowercase

from textual.binding import Binding
from textual.widget import Widget
from textual.widgets import Static, TextArea

from samenspel.exchange.receive.typed_over import KEYS, TypedOver
from samenspel.hygiene import TooLongError
from samenspel.questionnaire.model import OpenQuestion
from samenspel.taal import _
from samenspel.tui.kit.mistakes import too_long
from samenspel.tui.kit.screen import BaseModal
from samenspel.tui.widgets.choices import Choices, Option
from samenspel.tui.widgets.fields import Tick
from samenspel.tui.widgets.writing_area import WritingArea


class _ByHandScreen(BaseModal[None]):
    """What both windows have: the tick on the paper with which somebody shares an answer."""

    def __init__(self, form: TypedOver, shared: str | None) -> None:
        """``shared``: the question whose answer may be shared with a group; None: there is none."""
        super().__init__(classes="window by-hand")
        self.form = form
        self._shared = shared

    def foot(self) -> Iterable[Widget]:
        """Give the tick of sharing, where there is one."""
        if self._shared is not None:
            text = _("Staat erbij dat de groep dit mag lezen?")
            yield Tick(text, on=self._shared in self.form.shared, id="share")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer sharing only where it is asked."""
        return super().check_action(action, parameters) if action != "share" else self._shared is not None

    def action_share(self) -> None:
        """Switch sharing on or off."""
        self.query_one("#share", Tick).action_switch()

    def on_tick_switched(self, event: Tick.Switched) -> None:
        """Switch sharing."""
        if self._shared is not None:
            self.form.share(self._shared, on=event.on)
            event.tick.show(on=event.on)


class WrittenScreen(_ByHandScreen):
    """A text: closing the window keeps it with the form, however it is closed."""

    HELP = _(
        "Typ over wat er met de hand staat. Namen van mensen laat u weg. Met F8 of Esc gaat u terug naar het "
        "formulier: wat u typte, gaat mee. Gaat het naar een groep? Dan kiest u met F6 wat de persoon aankruiste."
    )
    BINDINGS = [
        Binding("f8,ctrl+s,escape", "back", _("klaar")),
        Binding("f6", "share", _("delen ja/nee")),
    ]

    def __init__(self, form: TypedOver, column: str, title: str, limit: int, shared: str | None) -> None:
        super().__init__(form, shared)
        self._column, self._title, self._limit = column, title, limit

    def compose_page(self) -> Iterable[Widget]:
        """Lay out the window."""
        yield Static(self._title, classes="title", markup=False)
        yield Static(_("Laat namen van mensen weg."), classes="muted", markup=False)
        yield WritingArea(self.form.cells.get(self._column, ""))
        yield Static(markup=False, classes="muted", id="count")
        yield from self.foot()

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Count what was typed."""
        length = len(event.text_area.text)
        count = self.query_one("#count", Static)
        count.update(_("{aantal} van {grens} tekens").format(aantal=length, grens=self._limit))
        count.set_class(length > self._limit, "-failed")

    def action_back(self) -> None:
        """Put the text with the form, and close the window."""
        try:
            self.form.put(self.query_one(TextArea).text, self._column)
        except TooLongError as error:
            self.navigator.show_problem(too_long(error))
        else:
            self.dismiss()


class TickedScreen(_ByHandScreen):
    """A list of activities: a key for each, which goes round the three that can stand on the paper."""

    AUTO_FOCUS = ""
    HELP = _(
        "Een cijfer kiest wat er bij een activiteit is aangekruist. Nog eens hetzelfde cijfer kiest het volgende: iets "
        "van gebleven, niets van gebleven, of niets aangekruist. Met Enter gaat u terug naar het formulier."
    )
    BINDINGS = [
        Binding("enter,f8,escape", "back", _("klaar")),
        Binding("1", "turn('1')", _("kruis")),
        *(Binding(key, f"turn('{key}')", show=False) for key in KEYS[1:] if key not in ascii_lowercase),
        Binding("f6", "share", _("delen ja/nee")),
    ]

    def __init__(self, form: TypedOver, question: OpenQuestion, *, shares: bool) -> None:
        super().__init__(form, question.id if shares else None)
        self._question = question

    def compose_page(self) -> Iterable[Widget]:
        """Lay out the window."""
        yield Static(self.form.filled(self._question.text), classes="title", markup=False)
        yield Choices(self._options())
        yield from self.foot()

    def on_mount(self) -> None:
        """Let no arrow stand in the list: a key is all it takes."""
        self.query_one(Choices).can_focus = False

    @property
    def digits(self) -> str:
        """The keys that choose."""
        return f"1-{len(self._question.activities)}"

    def _options(self) -> list[Option]:
        done = self.form.activities(self._question)
        words = {True: _("gedaan, er is iets van gebleven"), False: _("gedaan, er is niets van gebleven")}
        return [
            Option(
                key, one.id, f"{self.form.filled(one.text)}" + (f": {words[done[one.id]]}" if one.id in done else "")
            )
            for key, one in zip(KEYS, self._question.activities, strict=False)
        ]

    def action_turn(self, key: str) -> None:
        """Take what comes next for this activity."""
        place = KEYS.find(key)
        if place < len(self._question.activities):
            self._turn(self._question.activities[place].id)

    def on_choices_picked(self, event: Choices.Picked) -> None:
        """Do so by mouse."""
        event.stop()
        self._turn(event.value)

    def action_back(self) -> None:
        """Close the window; what was ticked is with the form already."""
        self.dismiss()

    def _turn(self, activity: str) -> None:
        self.form.next_activity(self._question, activity)
        self.query_one(Choices).show(self._options(), None)

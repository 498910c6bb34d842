"""The open questions; in a group's turn with the choice whether it may read the answer. Everything is optional."""

from collections.abc import Iterable

from textual.binding import Binding
from textual.containers import VerticalGroup
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Static, TextArea

from samenspel import walk
from samenspel.session import Session
from samenspel.storage.errors import BusyError
from samenspel.taal import _
from samenspel.tui.kit.steps import Recipient
from samenspel.tui.selftest.walk import WalkScreen, no_names
from samenspel.tui.widgets.fields import Tick
from samenspel.tui.widgets.heads import SavedSign, StepHead
from samenspel.tui.widgets.writing_area import WritingArea

PAUSE = 2.0
"""After so many seconds without typing, the text is saved by itself."""


class OpenStepScreen(WalkScreen):
    """What open questions have in common: their head and the switch to share the answer."""

    BINDINGS = [
        Binding("f7", "previous", _("vorige")),
        Binding("f8", "next", _("volgende")),
        Binding("f6", "share", _("delen ja/nee")),
    ]

    def __init__(self, session: Session, recipient: Recipient) -> None:
        super().__init__(session, recipient)
        # Of this screen for good: what was typed here may still come in when the session has gone on.
        self.question = self.questionnaire.open_question(session.step.id)

    def head(self) -> Iterable[Widget]:
        """Give the head and the question."""
        yield StepHead()
        yield Static(self.filled(self.question.text), markup=False, id="question")
        if self.question.help:
            yield Static(self.filled(self.question.help), markup=False, id="remark")

    def foot(self) -> Iterable[Widget]:
        """Give the switch to share, where there is one, and the sign."""
        with VerticalGroup(id="foot"):
            if self.recipient.SHARES:
                yield Tick(
                    _("Mag uw groep dit antwoord later lezen, zonder uw naam?"),
                    on=self.question.id in self.response.shared,
                    id="share",
                )
            yield SavedSign()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to share only to who answers for a group."""
        if action == "share":
            return self.recipient.SHARES
        return super().check_action(action, parameters)

    def show_step(self) -> None:
        """Show where this question stands, and whether it was answered."""
        place = walk.progress(self.questionnaire, self.response, self.session.step)
        self.query_one(StepHead).show(
            _("Open vragen"),
            _("deel {deel} van {delen} · vraag {nummer} van {aantal}").format(
                deel=place.part, delen=place.parts, nummer=place.number, aantal=place.of
            ),
            place.share,
        )
        if walk.is_answered(self.questionnaire, self.response, self.session.step):
            self.query_one(SavedSign).saved()

    def action_share(self) -> None:
        """Switch sharing on or off."""
        self.query_one("#share", Tick).action_switch()

    def switch_share(self, tick: Tick, *, on: bool) -> None:
        """Store whether the answer may be shared."""
        if self.save(lambda: self.session.share(on=on, now=self.desk.clock())):
            tick.show(on=on)
            self.query_one(SavedSign).saved()


class OpenScreen(OpenStepScreen):
    """A question with a place to write."""

    KINDS = frozenset()  # each question gets a screen of its own, so that the cursor starts afresh
    HELP = _(
        """Schrijf wat u wilt, of laat het leeg. Uw tekst wordt bewaard als u even niet typt en als u verdergaat.

        F8 gaat verder en F7 gaat terug. Ctrl+S bewaart meteen. Uw antwoord blijft bij u. Geeft u uw antwoorden later
        aan een groep? Dan leest u het eerst terug, en kiest u of de groep het mag lezen."""
    )
    BINDINGS = [
        Binding("ctrl+s", "keep", _("bewaren")),
    ]

    _pause: Timer | None = None

    def compose_page(self) -> Iterable[Widget]:
        """Lay out the question, the text and the switch."""
        yield from self.head()
        yield Static(no_names(), classes="muted no-names", markup=False)
        yield WritingArea(self.response.open.get(self.question.id, ""))
        yield from self.foot()

    def on_text_area_changed(self) -> None:
        """Save by itself after a pause."""
        if self._pause is not None:
            self._pause.stop()
        if self._typed:
            self.query_one(SavedSign).clear()
            self._wait()

    def _wait(self) -> None:
        self._pause = self.set_timer(PAUSE, self._save_by_itself)

    def _save_by_itself(self) -> None:
        """Save; is another window busy, then after the next pause: who types is not interrupted."""

        def unless_busy() -> None:
            try:
                self._store()
            except BusyError:
                self._wait()
            else:
                self.query_one(SavedSign).saved()

        if self.is_current and self._typed:
            self.save(unless_busy)

    @property
    def _typed(self) -> bool:
        return self.query_one(TextArea).text != self.response.open.get(self.question.id, "")

    def _store(self) -> None:
        self.session.answer(self.query_one(TextArea).text, self.desk.clock(), stay=True)

    def keep(self) -> bool:
        """Store the text as it stands."""
        return not self._typed or self.save(self._store)

    def action_keep(self) -> None:
        """Store the text and say so."""
        if self.is_current and self.keep():
            self.query_one(SavedSign).saved()

    def on_tick_switched(self, event: Tick.Switched) -> None:
        """Switch sharing."""
        self.switch_share(event.tick, on=event.on)


class ActivitiesScreen(OpenStepScreen):
    """The question which activities were undertaken: a list to tick. What is ticked gets a second line: did it last?"""

    KINDS = frozenset()
    HELP = _(
        """Zet een vinkje bij wat u samen gedaan hebt, met het cijfer of met de spatiebalk. Daaronder verschijnt een
        tweede vraag: is er iets van gebleven?

        Met ↑ en ↓ gaat u van regel naar regel. Alles wordt meteen bewaard. U mag alles leeg laten."""
    )
    BINDINGS = [
        Binding("down", "app.focus_next", show=False),
        Binding("up", "app.focus_previous", show=False),
        Binding("1", "tick(1)", _("aan of uit")),
        *(Binding(str(number), f"tick({number})", show=False) for number in range(2, 10)),
    ]

    @property
    def digits(self) -> str:
        """The keys that tick."""
        return f"1-{len(self.question.activities)}"

    def compose_page(self) -> Iterable[Widget]:
        """Lay out the list and the switch."""
        yield from self.head()
        for number, activity in enumerate(self.question.activities, 1):
            lasted = self.response.activities.get(activity.id)
            yield Tick(self.filled(activity.text), key=str(number), on=lasted is not None, id=f"done-{activity.id}")
            effect = Tick(_("is er iets van gebleven?"), on=bool(lasted), id=f"lasted-{activity.id}", classes="effect")
            effect.display = lasted is not None
            yield effect
        yield from self.foot()

    def action_tick(self, number: int) -> None:
        """Tick or untick the activity with this number."""
        activities = self.question.activities
        if number <= len(activities):
            tick = self.query_one(f"#done-{activities[number - 1].id}", Tick)
            tick.focus()
            tick.action_switch()

    def on_tick_switched(self, event: Tick.Switched) -> None:
        """Store a tick and show its second line."""
        part, _dash, activity = (event.tick.id or "").partition("-")
        if part == "share":
            self.switch_share(event.tick, on=event.on)
            return
        lasted = event.on if part == "lasted" else False if event.on else None
        if self.save(lambda: self.session.activity(activity, lasted=lasted, now=self.desk.clock())):
            event.tick.show(on=event.on)
            if part == "done":
                effect = self.query_one(f"#lasted-{activity}", Tick)
                effect.show(on=False)
                effect.display = event.on
            self.query_one(SavedSign).saved()

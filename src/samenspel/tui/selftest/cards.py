"""The role-knowledge cards: the page before them, and each card with its right answer once it was answered."""

from collections.abc import Iterable

from textual.binding import Binding
from textual.containers import HorizontalGroup
from textual.widget import Widget
from textual.widgets import Button, Static

from samenspel import walk
from samenspel.questionnaire.applicability import card_answers
from samenspel.questionnaire.citing import right_answer
from samenspel.questionnaire.model import DONT_KNOW_CARD, Card
from samenspel.report.wording import about_cards
from samenspel.taal import _, meervoud
from samenspel.tui.selftest.walk import WalkScreen
from samenspel.tui.widgets.choices import Choices, Option
from samenspel.tui.widgets.drawing import Passage
from samenspel.tui.widgets.heads import SavedSign, StepHead
from samenspel.tui.widgets.menu import Point


class CardsScreen(WalkScreen):
    """Says what the cards are. No digit does anything here: who answered statement after statement stops and reads."""

    KINDS = frozenset({"cards"})
    AUTO_FOCUS = ""
    HELP = _(
        """Na de stellingen komen kaarten. Op elke kaart staat een taak. U kiest wie dat werk doet.

        Met Enter of → begint u. Met ← gaat u terug. Een cijfer doet hier niets."""
    )
    BINDINGS = [
        Binding("enter", "begin", _("naar de kaarten")),
    ]

    def compose_page(self) -> Iterable[Widget]:
        """Lay out the page."""
        yield StepHead()
        cards, done = len(self.questionnaire.asked.cards), len(self.response.knowledge)
        title = meervoud("Nu iets anders: {n} kaart", "Nu iets anders: {n} kaarten", cards).format(n=cards)
        yield Static(title, classes="title", markup=False)
        for line in about_cards(self.questionnaire):
            yield Point(line)
        yield Point(_("Weet u het niet? Kies dan ‘weet ik niet’. Met → slaat u een kaart over."))
        if done:
            yield Point(_("U beantwoordde er al {n}.").format(n=done))
        with HorizontalGroup(classes="buttons"):
            yield Button(_("Naar de kaarten (Enter)"), id="begin")

    def show_step(self) -> None:
        """Show where the cards stand."""
        place = walk.progress(self.questionnaire, self.response, self.session.step)
        told = _("deel {deel} van {delen}").format(deel=place.part, delen=place.parts)
        self.query_one(StepHead).show(_("Rolkennis"), told, place.share)

    def action_begin(self) -> None:
        """Go to the first card without an answer."""
        self.action_next()

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Begin."""
        event.stop()
        self.action_begin()


class CardScreen(WalkScreen):
    """One card; the next one comes in its place."""

    KINDS = frozenset({"card"})
    HELP = _(
        """Wie doet dit werk? Kies met een cijfer. U ziet meteen het goede antwoord en waarom.

        Uw eerste antwoord telt. Daarna staat de kaart vast. Ga verder met Enter of →. U mag een kaart ook overslaan."""
    )
    BINDINGS = [
        Binding("enter,space", "go_on", _("verder")),
    ]

    def compose_page(self) -> Iterable[Widget]:
        """Lay out the card."""
        yield StepHead()
        yield Passage(id="remark")
        yield Passage(id="question")
        yield Choices()
        yield Passage(id="verdict")
        yield Passage(id="why")
        yield SavedSign()

    @property
    def card(self) -> Card:
        """The card where the session is."""
        return self.questionnaire.card(self.session.step.id)

    def show_step(self) -> None:
        """Show the card, and when it was answered: the right answer."""
        card, place = self.card, walk.progress(self.questionnaire, self.response, self.session.step)
        self.query_one(StepHead).show(
            _("Rolkennis"),
            _("deel {deel} van {delen} · kaart {nummer} van {aantal}").format(
                deel=place.part, delen=place.parts, nummer=place.number, aantal=place.of
            ),
            place.share,
        )
        remark = self.filled(self.questionnaire.asked.card_question)
        if place.number == 1:
            remark += " " + _("Uw eerste antwoord telt.")
        self.query_one("#remark", Passage).put(remark)
        self.query_one("#question", Passage).put(self.filled(card.text))
        given = self.response.knowledge.get(card.id)
        answers = self.query_one(Choices)
        answers.show(self._options(card, given), given)
        answers.disabled = given is not None
        self.query_one("#verdict", Passage).put(self._verdict(card, given) if given else "")
        self.query_one("#why", Passage).put(self.filled(card.why) if given else "")
        if given is None:
            answers.focus()
            self.query_one(SavedSign).clear()
        else:
            self.query_one(SavedSign).saved()
        self.refresh_bindings()

    def _options(self, card: Card, given: str | None) -> list[Option]:
        return [
            Option(
                str(number), value, _("{naam}  (goed)").format(naam=name) if given and value == card.who else name, ""
            )
            for number, (value, name) in enumerate(card_answers(self.questionnaire).items(), 1)
        ]

    def _verdict(self, card: Card, given: str) -> str:
        right = card_answers(self.questionnaire)[card.who]
        if given == card.who:
            return _("✓ Goed: {antwoord}.").format(antwoord=right)
        told = right_answer(self.questionnaire, right)
        return told if given == DONT_KNOW_CARD else _("✗ Niet goed. {uitleg}").format(uitleg=told)

    @property
    def _locked(self) -> bool:
        return self.session.step.kind == "card" and self.card.id in self.response.knowledge

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to go on after the answer."""
        if action == "go_on":
            return self._locked
        return super().check_action(action, parameters)

    def on_choices_picked(self, event: Choices.Picked) -> None:
        """Store the first answer and show the right one."""
        if not self._locked and self.save(lambda: self.session.answer(event.value, self.desk.clock(), stay=True)):
            self.show_step()

    def action_go_on(self) -> None:
        """Go to the next card."""
        self.action_next()

"""Knowledge cards: who does this? After the first answer the right one is shown, with why, and it is locked."""

from collections.abc import Iterable

from textual.binding import Binding
from textual.widget import Widget

from samenspel import walk
from samenspel.questionnaire.model import BOTH, DONT_KNOW_CARD, Card
from samenspel.taal import _
from samenspel.tui.screens.walk import WalkScreen
from samenspel.tui.widgets.choices import Choices, Option
from samenspel.tui.widgets.passage import Passage
from samenspel.tui.widgets.saved_sign import SavedSign
from samenspel.tui.widgets.step_head import StepHead


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
            place.number / place.of,
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

    def _names(self) -> dict[str, str]:
        parties = {party.id: party.singular for party in self.questionnaire.asked.parties}
        return {**parties, BOTH: _("allebei"), DONT_KNOW_CARD: _("weet ik niet")}

    def _options(self, card: Card, given: str | None) -> list[Option]:
        return [
            Option(
                str(number), value, _("{naam}  (goed)").format(naam=name) if given and value == card.who else name, ""
            )
            for number, (value, name) in enumerate(self._names().items(), 1)
        ]

    def _verdict(self, card: Card, given: str) -> str:
        right = self._names()[card.who]
        if given == card.who:
            return _("✓ Goed: {antwoord}.").format(antwoord=right)
        if given == DONT_KNOW_CARD:
            return _("Het goede antwoord is: {antwoord}.").format(antwoord=right)
        return _("✗ Niet goed. Het goede antwoord is: {antwoord}.").format(antwoord=right)

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
        if not self._locked and self.save(lambda: self.session.answer(event.value, self.main.clock(), stay=True)):
            self.show_step()

    def action_go_on(self) -> None:
        """Go to the next card."""
        self.action_next()

"""Votes that the facilitator counted in the room: a number for each advice."""

from collections.abc import Iterable

from textual.containers import HorizontalGroup, VerticalGroup
from textual.widget import Widget
from textual.widgets import Input, Static

from samenspel.group import workshop
from samenspel.report.group import advice_cards
from samenspel.taal import _
from samenspel.tui.screens.workshop_form import FormScreen
from samenspel.tui.talk import Talk

_DIGITS = 3


class CountScreen(FormScreen):
    """A place for a number beside each advice; they replace the votes that there were."""

    PART = "adviezen"
    HELP = _(
        "Vul achter elk advies in hoeveel stemmen het kreeg. Leeg is 0. Met ↓, Tab of Enter gaat u naar het volgende "
        "advies.\n\n"
        "Bewaren doet u met F8 of met de knop. De aantallen komen in de plaats van alle stemmen die er waren."
    )

    def __init__(self, talk: Talk) -> None:
        super().__init__(talk)
        self._advices = [one.id for one in workshop.advices_to_vote(talk.wave)]

    @property
    def at(self) -> str:
        """Counting is a place of its own."""
        return "tellen"

    @property
    def above(self) -> str:
        """Esc goes to the list."""
        return "adviezen"

    @property
    def heading(self) -> str:
        """Say what is asked."""
        return _("Hoeveel stemmen kreeg elk advies?")

    def compose_page(self) -> Iterable[Widget]:
        """Lay out the advices, each with its number."""
        wave = self.talk.wave
        if wave.voters:
            yield Static(
                _("Er is op de laptop gestemd. Wat u hier bewaart, komt daarvoor in de plaats."),
                classes="notice",
                markup=False,
            )
        cards = advice_cards(self.talk.questionnaire, wave)
        with VerticalGroup(id="counts"):
            for one, card in zip(self._advices, cards, strict=True):
                with HorizontalGroup(classes="count"):
                    votes = wave.votes.get(one, 0)
                    yield Input(
                        str(votes) if votes else "",
                        placeholder="0",
                        type="integer",
                        max_length=_DIGITS,
                        compact=True,
                    )
                    yield Static(card.title, markup=False, classes="cell")
        yield from self.buttons()

    def _votes(self) -> dict[str, int]:
        fields = self.query("#counts Input").results(Input)
        return {advice: _number(field.value) for advice, field in zip(self._advices, fields, strict=True)}

    def changed(self) -> bool:
        """Say whether a number was typed."""
        return self._votes() != {advice: self.talk.wave.votes.get(advice, 0) for advice in self._advices}

    def save_form(self) -> bool:
        """Store the numbers, in place of the votes that there were."""
        votes = self._votes()
        return self.store(lambda: self.talk.change(lambda wave: workshop.count_votes(wave, votes)))


def _number(typed: str) -> int:
    return int(typed) if typed.lstrip("-").isdigit() else 0

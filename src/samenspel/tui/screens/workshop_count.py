"""Votes that the facilitator counted in the room: a number for each advice."""

from collections.abc import Iterable

from textual.containers import HorizontalGroup, VerticalGroup
from textual.widget import Widget
from textual.widgets import Input, Static

from samenspel.group import workshop
from samenspel.report.group import advice_cards
from samenspel.taal import _
from samenspel.tui.group_lines import counted
from samenspel.tui.screens.confirm import ConfirmScreen
from samenspel.tui.screens.workshop_form import FormScreen
from samenspel.tui.talk import Talk

_DIGITS = 3


class CountScreen(FormScreen):
    """A place for a number beside each advice; they replace the votes that there were."""

    PART = "adviezen"
    HELP = _(
        "Vul voor elk advies in hoeveel stemmen het kreeg. Leeg is 0. Met ↓, Tab of Enter gaat u naar het volgende "
        "advies.\n\n"
        "Onderaan staat hoeveel stemmen u samen hebt ingevuld, en hoeveel het er met deze groep kunnen zijn. Zijn het "
        "er meer? Dan wordt er eerst gevraagd of het klopt.\n\n"
        "Bewaren doet u met F8 of met de knop. De aantallen komen in de plaats van alle stemmen die er waren."
    )

    def __init__(self, talk: Talk) -> None:
        super().__init__(talk)
        self._advices = [one.id for one in workshop.advices_to_vote(talk.wave)]
        self._before = workshop.votes_shown(talk.wave)

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
                    votes = self._before.get(one, 0)
                    yield Input(
                        str(votes) if votes else "",
                        placeholder="0",
                        restrict="[0-9]*",
                        max_length=_DIGITS,
                        compact=True,
                    )
                    yield Static(card.title, markup=False, classes="cell")
        yield from self.buttons()

    def compose_foot(self) -> Iterable[Widget]:
        """Give the total, which stays in sight."""
        yield Static(id="total", classes="foot", markup=False)

    def _votes(self) -> dict[str, int]:
        fields = self.query("#counts Input").results(Input)
        return {advice: _number(field.value) for advice, field in zip(self._advices, fields, strict=True)}

    async def show_step(self) -> None:
        """Begin at the top, with the total."""
        await super().show_step()
        self._count()

    def on_input_changed(self) -> None:
        """Count again."""
        self._count()

    def _count(self) -> None:
        total, most = self._total()
        text = _("Samen {n} van hooguit {meest} stemmen ({deelnemers}, ieder {ieder}).")
        if total > most:
            text = _("✗ Samen {n} stemmen. Dat is te veel: hooguit {meest} ({deelnemers}, ieder {ieder}).")
        shown = self.query_one("#total", Static)
        shown.update(self._filled(text))
        shown.set_class(total > most, "wrong")

    def _total(self) -> tuple[int, int]:
        """Return how many votes are filled in, and how many those who answered have together."""
        return sum(self._votes().values()), self.talk.released.n * workshop.VOTES

    def _filled(self, text: str) -> str:
        total, most = self._total()
        people = counted(self.talk.released.n)
        return text.format(n=total, meest=most, deelnemers=people, ieder=workshop.VOTES)

    def doubt(self) -> ConfirmScreen | None:
        """Ask when there are more votes than those who answered have: somebody miscounted, or more people came."""
        total, most = self._total()
        if total <= most:
            return None
        told = _("U vulde {n} stemmen in. Deze meting heeft {deelnemers}, ieder met {ieder} stemmen: samen {meest}.")
        asked = _("Kijk de aantallen na. Zijn er vandaag meer mensen in de zaal? Dan kan het kloppen.")
        return ConfirmScreen(
            _("Meer stemmen dan kan?"),
            f"{self._filled(told)}\n\n{asked}",
            yes=_("Ja, het klopt: bewaar"),
            no=_("Nee, ik kijk het na"),
        )

    def changed(self) -> bool:
        """Say whether a number was typed."""
        return self._votes() != {advice: self._before.get(advice, 0) for advice in self._advices}

    def save_form(self) -> bool:
        """Store the numbers, in place of the votes that there were; when nothing was typed these stay."""
        if not self.changed():
            return True
        votes = self._votes()
        return self.store(lambda: self.talk.change(lambda wave: workshop.count_votes(wave, votes)))


def _number(typed: str) -> int:
    return int(typed) if typed else 0

"""The group's advice, with the votes beside it: pinned first, then by votes, then as ranked."""

from collections.abc import Iterable, Iterator

from textual import events
from textual.binding import Binding
from textual.widget import Widget
from textual.widgets import Static

from samenspel.group.workshop import VOTES, advices_to_vote
from samenspel.report.group import advice_cards
from samenspel.taal import _, meervoud
from samenspel.tui.screens.workshop_advising import AdvisingScreen
from samenspel.tui.widgets.advice_rows import advice_drawing, dismissed_drawing, votes_words
from samenspel.tui.widgets.pick_row import PickRow, PickRows, digits


class AdvicesScreen(AdvisingScreen):
    """All advices of the group, those that were put aside last."""

    HELP = _(
        "Dit zijn de adviezen voor de groep. Bovenaan staat wat het best past bij de antwoorden. Enter of een cijfer "
        "opent een advies.\n\n"
        "Met p zet u een advies vast: het blijft bovenaan. Met w legt u een advies weg, met een reden. Met t haalt u "
        "het terug.\n\n"
        "Stemmen kan op twee manieren. Met s stemt iedereen om de beurt op deze laptop. Met n vult u aantallen in die "
        "u zelf geteld hebt, bijvoorbeeld stippen op een vel.\n\n"
        "Met a maakt u van een advies een actie. Met → gaat u naar de acties."
    )
    BINDINGS = [
        Binding("s", "vote", _("stemmen")),
        Binding("n", "count", _("aantallen invullen")),
        Binding("p", "pin", _("vastzetten/los")),
        Binding("w", "lay_aside", _("wegleggen")),
        Binding("t", "take_back", _("terughalen")),
        Binding("a", "act", _("actie maken")),
        Binding("1", "open('1')", _("openen"), show=False),
        *(Binding(digit, f"open('{digit}')", show=False) for digit in "23456789"),
    ]

    @property
    def heading(self) -> str:
        """Ask what the page answers."""
        return _("Wat kunnen wij doen?")

    def compose_page(self) -> Iterable[Widget]:
        """Lay out the page."""
        yield Static(id="votes", classes="paragraph", markup=False)
        yield PickRows()

    async def show_step(self) -> None:
        """Show the advices as they stand now."""
        self.query_one("#votes", Static).update(self._told())
        picks = self.query_one(PickRows)
        await picks.show(self._rows(), picks.here or self.talk.last_row)
        self.refresh_bindings()

    def _rows(self) -> Iterator[PickRow]:
        wave = self.talk.wave
        cards = advice_cards(self.talk.questionnaire, wave)
        ids = [one.id for one in advices_to_vote(wave)]
        for advice, card, key in zip(ids, cards, digits(len(ids)), strict=True):
            drawing = advice_drawing(card, wave.votes.get(advice, 0), pinned=advice in wave.pinned)
            yield PickRow(advice, drawing, key)
        for advice, reason in wave.dismissed.items():
            yield PickRow(advice, dismissed_drawing(self.title_of(advice), reason), classes="aside")

    def _told(self) -> str:
        wave = self.talk.wave
        if not self.talk.released.advice:
            return _(
                "Er is geen advies: er zijn te weinig antwoorden, of er gaat al veel goed. U kunt zelf een actie maken."
            )
        total = sum(wave.votes.values())
        if not total:
            return _("De groep heeft nog niet gestemd. Ieder heeft {n} stemmen.").format(n=VOTES)
        if not wave.voters:
            return _("{stemmen}, geteld in de zaal.").format(stemmen=votes_words(total))
        voters = meervoud("{n} persoon", "{n} personen", wave.voters).format(n=wave.voters)
        return _("{stemmen} van {mensen}.").format(stemmen=votes_words(total), mensen=voters)

    @property
    def advice(self) -> str:
        """The advice where one is."""
        return self.query_one(PickRows).here or ""

    @property
    def digits(self) -> str:
        """The digits that open a row."""
        return self.query_one(PickRows).keys

    def on_descendant_focus(self, _event: events.DescendantFocus) -> None:
        """Offer what can be done with the advice where one is."""
        self.refresh_bindings()

    def action_open(self, key: str) -> None:
        """Open the row with this digit."""
        self.query_one(PickRows).open(key)

    def on_pick_row_opened(self, event: PickRow.Opened) -> None:
        """Open an advice."""
        self.talk.last_row = event.value
        self.go(f"advies:{event.value}")

    def action_vote(self) -> None:
        """Vote in turn."""
        self.go("stemmen")

    def action_count(self) -> None:
        """Fill in votes that were counted in the room."""
        self.go("tellen")

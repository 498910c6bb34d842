"""The group's advice, with the votes beside it: pinned first, then by votes, then as ranked."""

from collections.abc import Iterable, Iterator

from textual.binding import Binding
from textual.widget import Widget
from textual.widgets import Static

from samenspel.group.workshop import VOTES, advices_to_vote, votes_shown
from samenspel.report.group import advice_cards
from samenspel.report.group_words import why_no_votes
from samenspel.taal import _, meervoud
from samenspel.tui.screens.confirm import ConfirmScreen
from samenspel.tui.screens.workshop_advising import AdvisingScreen
from samenspel.tui.screens.workshop_rows import RowsScreen
from samenspel.tui.talk import Talk
from samenspel.tui.widgets.advice_rows import advice_drawing, dismissed_drawing, votes_words
from samenspel.tui.widgets.pick_row import PickRow, PickRows, row_keys


class AdvicesScreen(RowsScreen, AdvisingScreen):
    """All advices of the group, those that were put aside last."""

    HELP = _(
        "Dit zijn de adviezen voor de groep. Bovenaan staat wat het best past bij de antwoorden. Enter opent een "
        "advies, en ook het cijfer of de letter die ervoor staat.\n\n"
        "Met p zet u een advies vast: het blijft bovenaan. Met w legt u een advies weg, met een reden. Met t haalt u "
        "het terug. Een weggelegd advies staat onderaan: met o gaat u erheen.\n\n"
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
        Binding("o", "to_aside", _("weggelegd")),
    ]

    def __init__(self, talk: Talk) -> None:
        super().__init__(talk)
        self._shown: list[str] = []
        self._aside = frozenset(talk.wave.dismissed)

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
        before, here = self._shown, self.here
        rows = list(self._rows())
        self._shown = [row.value for row in rows]
        if here in before and here in self.talk.wave.dismissed and here not in self._aside:
            here = self._shown[before.index(here)]  # it went to the end; the group goes on where it was
        self._aside = frozenset(self.talk.wave.dismissed)
        await self.show_rows(rows, here)

    def _rows(self) -> Iterator[PickRow]:
        wave = self.talk.wave
        cards = advice_cards(self.talk.questionnaire, wave)
        ids = [one.id for one in advices_to_vote(wave)]
        given = votes_shown(wave)
        for advice, card, key in zip(ids, cards, row_keys(len(ids)), strict=True):
            votes = given.get(advice, 0) if any(given.values()) else None
            drawing = advice_drawing(card, votes, pinned=advice in wave.pinned)
            yield PickRow(advice, drawing, key)
        for advice, reason in wave.dismissed.items():
            yield PickRow(advice, dismissed_drawing(self.title_of(advice), reason), classes="aside")

    def _told(self) -> str:
        if not self.talk.released.advice:
            return _(
                "Er is geen advies: er zijn te weinig antwoorden, of er gaat al veel goed. U kunt zelf een actie maken."
            )
        return f"{self._counted()} {self._voted()}"

    def _counted(self) -> str:
        wave = self.talk.wave
        left, aside = len(advices_to_vote(wave)), len(wave.dismissed)
        if not aside:
            return meervoud("Er is {n} advies.", "Er zijn {n} adviezen.", left).format(n=left)
        text = meervoud(
            "Er is {n} advies, en {weg} weggelegd: onderaan, met o.",
            "Er zijn {n} adviezen, en {weg} weggelegd: onderaan, met o.",
            left,
        )
        return text.format(n=left, weg=aside)

    def _voted(self) -> str:
        wave = self.talk.wave
        if why := why_no_votes(wave):
            return why
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
        return self.here or ""

    def on_pick_row_opened(self, event: PickRow.Opened) -> None:
        """Open an advice."""
        self.talk.last_row = event.value
        self.go(f"advies:{event.value}")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer the way to what was put aside while there is something."""
        if action == "to_aside":
            return bool(self.talk.wave.dismissed)
        return super().check_action(action, parameters)

    def action_to_aside(self) -> None:
        """Go to the first advice that was put aside."""
        self.query(".aside").first().focus()

    def action_vote(self) -> None:
        """Vote in turn; asks first when the totals are in sight: they would tell what one more person chose."""
        wave = self.talk.wave
        if self.talk.released.open_table or not (wave.voters and votes_shown(wave)):
            self.go("stemmen")
            return
        question = ConfirmScreen(
            _("Nog iemand laten stemmen?"),
            _(
                "De totalen zijn al te zien. Stemt er nu nog iemand, dan is straks te zien wat die persoon koos.\n\n"
                "Moeten er meer mensen stemmen? Laat hen dan na elkaar stemmen, en kijk pas daarna naar de totalen."
            ),
            yes=_("Ja, ga stemmen"),
            no=_("Nee, ga terug"),
        )
        self.app.push_screen(question, lambda sure: self.go("stemmen") if sure else None)

    def action_count(self) -> None:
        """Fill in votes that were counted in the room."""
        self.go("tellen")

"""The group's advice: all of it with the votes beside it, and each advice whole."""

from collections.abc import Iterable, Iterator

from textual import work
from textual.binding import Binding
from textual.containers import VerticalGroup
from textual.widget import Widget
from textual.widgets import Static

from samenspel.group import workshop
from samenspel.group.workshop import VOTES, advices_to_vote, votes_for, votes_shown
from samenspel.report.document import Notice
from samenspel.report.groups.advice import advice_card, advice_cards, rough_order
from samenspel.report.groups.words import filled, votes_aside, why_no_votes
from samenspel.taal import _, meervoud
from samenspel.tui.kit.dialogs import ConfirmScreen
from samenspel.tui.widgets.blocks import widgets
from samenspel.tui.widgets.rows import PickRow, PickRows, advice_drawing, dismissed_drawing, row_keys, votes_words
from samenspel.tui.workshop.screen import LineScreen, RowsScreen, WorkshopScreen
from samenspel.tui.workshop.talk import Talk


class AdvisingScreen(WorkshopScreen):
    """What the list and one advice have in common: pin :attr:`advice`, put it aside with a reason, take it back."""

    PART = "adviezen"

    @property
    def advice(self) -> str:
        """The id of the advice where one is; empty: none."""
        return ""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what can be done with the advice where one is; nothing in a wave that was closed."""
        if action in {"pin", "lay_aside", "take_back", "act", "vote", "count"}:
            advice, wave = self.advice, self.talk.wave
            aside = advice in wave.dismissed
            possible = {
                "pin": bool(advice) and not aside,
                "lay_aside": bool(advice) and not aside,
                "take_back": aside,
                "act": bool(advice) and not aside and len(wave.actions) < workshop.MOST_ACTIONS,
            }
            return self.talk.open and possible.get(action, bool(workshop.advices_to_vote(wave)))
        return super().check_action(action, parameters)

    def title_of(self, advice: str) -> str:
        """Name an advice."""
        return filled(self.talk.questionnaire, self.talk.questionnaire.advice(advice).title)

    async def action_pin(self) -> None:
        """Keep the advice on top, or no longer."""
        advice, on = self.advice, self.advice not in self.talk.wave.pinned
        if self.store(lambda: self.talk.change(lambda wave: workshop.pin(wave, advice, on=on))):
            await self.show_step()

    def action_lay_aside(self) -> None:
        """Put the advice aside, after asking why."""
        advice = self.advice

        def save(reason: str) -> None:
            self.talk.change(lambda wave: workshop.dismiss(wave, advice, reason))

        window = LineScreen(
            _("Advies wegleggen: {advies}").format(advies=self.title_of(advice)),
            _(
                "Waarom legt de groep dit weg? De reden komt in het rapport: schrijf er geen namen in. "
                "Terughalen kan altijd."
            ),
            save,
        )
        self.app.push_screen(window, self._decided)

    async def _decided(self, stored: bool | None) -> None:  # noqa: FBT001
        if stored:
            await self.show_step()

    async def action_take_back(self) -> None:
        """Take back an advice that was put aside."""
        advice = self.advice
        if self.store(lambda: self.talk.change(lambda wave: workshop.dismiss(wave, advice, None))):
            await self.show_step()

    def action_act(self) -> None:
        """Make an action of this advice."""
        self.go(f"actie:advies-{self.advice}")


class AdvicesScreen(RowsScreen, AdvisingScreen):
    """All advices of the group: pinned first, then by votes, then as ranked; those that were put aside last."""

    HELP = _(
        "Dit zijn de adviezen voor de groep. Bovenaan staat wat u vastzet. Daarna komt wat het best past bij de "
        "antwoorden, en na het stemmen wat de meeste stemmen kreeg. De volgorde vóór het stemmen is grof. Enter opent "
        "een advies, en ook het cijfer of de letter die ervoor staat.\n\n"
        "Met p zet u een advies vast: het blijft bovenaan. Met w legt u een advies weg, met een reden. Met t haalt u "
        "het terug. Een weggelegd advies staat onderaan: met o gaat u erheen.\n\n"
        "Stemmen kan op twee manieren. Met s stemt iedereen om de beurt op deze laptop. Met n vult u aantallen in die "
        "u zelf geteld hebt, bijvoorbeeld stippen op een vel.\n\n"
        "Zolang het stemmen op de laptop loopt, staat er nergens een totaal. Met g sluit u het stemmen af. Daarna kan "
        "er niemand meer bij.\n\n"
        "Met a maakt u van een advies een actie. Met → gaat u naar de acties."
    )
    BINDINGS = [
        Binding("s", "vote", _("stemmen")),
        Binding("n", "count", _("aantallen invullen")),
        Binding("g", "end", _("stemmen afsluiten")),
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
        for advice, card, key in zip(ids, cards, row_keys(len(ids)), strict=True):
            drawing = advice_drawing(card, votes_for(wave, advice), pinned=advice in wave.pinned)
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
            said = _("De groep heeft nog niet gestemd. Ieder heeft {n} stemmen.").format(n=VOTES)
            return f"{said} {rough_order(wave)}"
        said = _("{stemmen}, geteld in de zaal.").format(stemmen=votes_words(total))
        if wave.voters:
            voters = meervoud("{n} persoon", "{n} personen", wave.voters).format(n=wave.voters)
            said = _("{stemmen} van {mensen}.").format(stemmen=votes_words(total), mensen=voters)
        return f"{said} {votes_aside(wave)}".rstrip()

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
        if action == "end":
            wave = self.talk.wave
            return self.talk.open and workshop.still_voting(wave) and not workshop.too_few_voters(wave)
        return super().check_action(action, parameters)

    def action_to_aside(self) -> None:
        """Go to the first advice that was put aside."""
        self.query(".aside").first().focus()

    def action_vote(self) -> None:
        """Vote in turn; asks first when the totals are in sight: everyone votes anew then."""
        if not votes_shown(self.talk.wave):
            self._begin(sure=True)
            return
        question = ConfirmScreen(
            _("Opnieuw stemmen?"),
            _(
                "De totalen zijn al te zien. Stemt er nu nog iemand, dan is straks te zien wat die persoon koos.\n\n"
                "Daarom stemt iedereen opnieuw. De stemmen die er nu staan, worden gewist."
            ),
            yes=_("Ja, wis ze en stem opnieuw"),
            no=_("Nee, ga terug"),
        )
        self.app.push_screen(question, lambda sure: self._begin(sure=bool(sure)))

    def _begin(self, *, sure: bool) -> None:
        if sure and self.store(lambda: self.talk.change(workshop.begin_voting)):
            self.go(workshop.VOTING)

    @work(exclusive=True, group="ask")
    async def action_end(self) -> None:
        """Close the voting, after asking: then the totals come on the screen."""
        question = ConfirmScreen(
            _("Stemmen afsluiten?"),
            _("Stemden tot nu toe: {n}. De totalen komen op het scherm. Daarna kan er niemand meer bij.").format(
                n=self.talk.wave.voters
            ),
            yes=_("Ja, laat de totalen zien"),
            no=_("Nee, er stemt nog iemand"),
        )
        if await self.ask(question) and self.store(lambda: self.talk.change(workshop.end_voting)):
            await self.show_step()
            self.query_one(PickRows).begin()  # the totals stand above the first

    def action_count(self) -> None:
        """Fill in votes that were counted in the room."""
        self.go("tellen")


class WorkshopAdviceScreen(AdvisingScreen):
    """One advice whole: what it is, the first step, why. The arrows go to the one before and after."""

    AUTO_FOCUS = ""
    HELP = _(
        "Dit is één advies. U leest wat het is, wat de eerste stap is en waarom de groep het krijgt.\n\n"
        "Met p zet u het vast. Met w legt u het weg, met een reden. Met t haalt u het terug. Met a maakt u er een "
        "actie van.\n\n"
        "Met ← en → gaat u naar het vorige en het volgende advies. Met ↑ en ↓ schuift u de tekst."
    )
    BINDINGS = [
        Binding("p", "pin", _("vastzetten/los")),
        Binding("w", "lay_aside", _("wegleggen")),
        Binding("t", "take_back", _("terughalen")),
        Binding("a", "act", _("actie maken")),
        Binding("left,f7", "turn(-1)", _("vorige")),
        Binding("right,f8", "turn(1)", _("volgende")),
        Binding("escape", "back", _("terug")),
    ]

    def __init__(self, talk: Talk, advice: str) -> None:
        super().__init__(talk)
        self._advice = advice

    @property
    def at(self) -> str:
        """The advice is part of the place."""
        return f"advies:{self._advice}"

    @property
    def above(self) -> str:
        """Esc goes to the list."""
        return "adviezen"

    @property
    def advice(self) -> str:
        """The advice that is shown."""
        return self._advice

    def compose_page(self) -> Iterable[Widget]:
        """Leave room for the advice."""
        yield VerticalGroup(id="advice")

    async def show_step(self) -> None:
        """Show the advice as it stands now."""
        wave = self.talk.wave
        reason = wave.dismissed.get(self._advice)
        aside = () if reason is None else (Notice(_("Weggelegd door de groep: {reden}").format(reden=reason)),)
        shown = self.query_one("#advice")
        with self.app.batch_update():
            await shown.remove_children()
            await shown.mount_all(widgets((*aside, advice_card(self.talk.questionnaire, wave, self._advice))))
        self.refresh_bindings()

    def _place(self) -> tuple[list[str], int]:
        wave = self.talk.wave
        ids = [*(one.id for one in advices_to_vote(wave)), *wave.dismissed]
        return ids, ids.index(self._advice)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer the advice before and after where there is one."""
        if action == "turn" and isinstance(parameters[0], int):
            ids, place = self._place()
            return 0 <= place + parameters[0] < len(ids)
        return super().check_action(action, parameters)

    def action_turn(self, by: int) -> None:
        """Go to the advice before or after this one."""
        ids, place = self._place()
        self.go(f"advies:{ids[place + by]}")

    def action_back(self) -> None:
        """Go to the list, at the row of this advice."""
        self.talk.last_row = self._advice
        super().action_back()

"""Dot voting: in turn on this laptop, each with three votes on a clean page; or counted in the room and filled in.

The totals stay hidden until the voting is closed, and until as many voted as the minimum. There is no way back to
somebody's votes.
"""

from collections.abc import Callable, Iterable
from functools import partial

from msgspec.structs import replace
from textual.binding import Binding
from textual.containers import HorizontalGroup, VerticalGroup
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Static

from samenspel.group import workshop
from samenspel.group.model import Wave
from samenspel.report.groups.advice import advice_cards
from samenspel.report.groups.words import participants, why_no_votes
from samenspel.taal import _, meervoud
from samenspel.tui.kit.dialogs import ConfirmScreen
from samenspel.tui.kit.screen import Body
from samenspel.tui.widgets.rows import KEYS, VOTE, PickRow, PickRows, row_keys, wrapped
from samenspel.tui.workshop.screen import FieldsScreen, WorkshopScreen
from samenspel.tui.workshop.talk import Talk


class VoteRow(PickRow):
    """An advice to vote for; ``full``: all votes have been given."""

    BINDINGS = [Binding("enter,space", "open", _("stem geven"))]
    full = False

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer a vote while there is one left."""
        return not (action == "open" and self.full) and super().check_action(action, parameters)


class VoteScreen(WorkshopScreen):
    """One person after another votes on a clean page; between two it shows nothing but whose turn it is."""

    PART = "adviezen"
    HELP = _(
        "Ieder heeft drie stemmen. Ga met ↑ en ↓ naar een advies en geef een stem met spatie of Enter. Het cijfer of "
        "de letter voor een advies geeft ook een stem. Klikken kan ook. Meer stemmen op hetzelfde advies mag. Met − of "
        "Backspace haalt u een stem weg.\n\n"
        "Druk op g als u klaar bent. Uw stemmen worden dan opgeteld en de bladzijde is weer leeg. Teruggaan naar uw "
        "stemmen kan niet, ook niet voor een ander.\n\n"
        "U stemt over de eerste acht adviezen. Met a komen de andere erbij. Dat kan tot de eerste persoon stemt.\n\n"
        "Met Esc gaat u naar de adviezen. Er staan dan nog geen totalen, en u kunt verder stemmen. De totalen komen "
        "pas als u het stemmen daar afsluit. Ook moeten er zoveel mensen stemmen als het minimum.\n\n"
        "Stemden er zoveel mensen als er meededen? Dan staat er dat iedereen is geweest. Met n kan er nog iemand bij."
    )
    BINDINGS = [
        Binding("1", "key('1')", _("meteen stem geven")),
        *(Binding(key, f"key('{key}')", show=False) for key in KEYS[1:]),
        Binding("minus,backspace", "take", _("stem terug"), key_display="−"),
        Binding("g", "hand_on", _("klaar, geef door")),
        Binding("enter", "begin", _("beginnen")),
        Binding("enter", "totals", _("naar de totalen")),
        Binding("n", "another", _("nog iemand")),
        Binding("a", "more", _("alle adviezen")),
        Binding("escape", "back", _("naar de adviezen")),
    ]

    def __init__(self, talk: Talk) -> None:
        super().__init__(talk)
        self._titles: dict[str, str] = {}
        self._given: list[str] = []
        self._voting = False
        self._read_titles()

    def _read_titles(self) -> None:
        """Take the advices that are voted on, without the votes: who comes later must not see who came before."""
        wave = replace(self.talk.wave, votes={})
        self._titles = _titles(self.talk, wave, (one.id for one in workshop.ballot(wave)))

    @property
    def _others(self) -> int:
        """How many advices are not voted on."""
        return len(workshop.advices_to_vote(self.talk.wave)) - len(self._titles)

    @property
    def whose(self) -> object:
        """Whoever votes now."""
        return self, self.talk.wave.voters, self._voting

    @property
    def at(self) -> str:
        """Voting is a place of its own."""
        return workshop.VOTING

    @property
    def above(self) -> str:
        """Esc goes to the list."""
        return "adviezen"

    def compose_page(self) -> Iterable[Widget]:
        """Leave room for the turn, and for the advices."""
        yield Static(id="turn", classes="title", markup=False)
        yield Static(id="between", classes="paragraph", markup=False)
        yield PickRows()

    def compose_foot(self) -> Iterable[Widget]:
        """Give the number of votes that are left, which stays in sight."""
        yield Static(id="votes-left", classes="foot", markup=False)

    async def show_step(self) -> None:
        """Show whose turn it is, or that person's page."""
        self.query_one("#turn", Static).update(self._turn())
        self.query_one("#between", Static).update(self._between())
        rows = [
            VoteRow(advice, partial(_drawing, title, 0), key)
            for (advice, title), key in zip(self._titles.items(), row_keys(len(self._titles)), strict=True)
        ]
        await self.query_one(PickRows).show(rows if self._voting else (), next(iter(self._titles)))
        self.query_one(Body).scroll_home(animate=False)
        self._count()

    @property
    def _everyone(self) -> bool:
        """Whether nobody votes now, and as many people did as took part."""
        return not self._voting and self.talk.wave.voters >= self.talk.released.n

    def _turn(self) -> str:
        if self._voting:
            return _("Kies wat het meest helpt")
        if self._everyone:
            return _("Iedereen is geweest")
        return _("Persoon {n} is aan de beurt").format(n=self.talk.wave.voters + 1)

    def _between(self) -> str:
        if self._everyone:
            return _(
                "Er stemden {n} mensen, en er deden er {mee} mee. Druk op Enter om de totalen te zien. "
                "Moet er nog iemand stemmen? Druk dan op n."
            ).format(n=self.talk.wave.voters, mee=self.talk.released.n)
        begin = _(
            "Geef de laptop door en zet de beamer even uit. De anderen kijken niet mee. Druk op Enter om te beginnen."
        )
        if workshop.too_few_voters(self.talk.wave):
            return f"{begin}\n\n{why_no_votes(self.talk.wave)}"
        if self.talk.wave.voters:
            return begin + "\n\n" + _("Heeft iedereen gestemd? Ga dan met Esc naar de adviezen en druk op g.")
        if not self._others:
            return begin
        most = meervoud("U stemt over {n} advies.", "U stemt over {n} adviezen.", len(self._titles))
        more = meervoud(
            "Er is nog {n} ander advies. Met a komt dat erbij.",
            "Er zijn nog {n} andere adviezen. Met a komen die erbij.",
            self._others,
        )
        return f"{begin}\n\n{most.format(n=len(self._titles))} {more.format(n=self._others)}"

    def _count(self) -> None:
        left = workshop.VOTES - len(self._given)
        said = _("U hebt al uw stemmen gegeven. Druk op g en geef de laptop door.")
        if left:
            said = meervoud("U hebt nog {n} stem.", "U hebt nog {n} stemmen.", left).format(n=left)
        self.query_one("#votes-left", Static).update(said)
        self.query_one("#votes-left").display = self._voting
        self.query_one("#between").display = not self._voting
        for row in self.query(VoteRow):
            row.full = not left
            row.put(partial(_drawing, self._titles[row.value], self._given.count(row.value)))
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what this person can do now."""
        match action:
            case "begin":
                return not self._voting and not self._everyone
            case "totals" | "another":
                return self._everyone
            case "more":
                return not self._voting and not self.talk.wave.voters and self._others > 0
            case "key":
                return self._voting and len(self._given) < workshop.VOTES
            case "take" | "hand_on":
                return self._voting and bool(self._given)
            case _:
                return super().check_action(action, parameters)

    async def action_begin(self) -> None:
        """Show the next person a clean page."""
        self._voting = True
        await self.show_step()

    def action_totals(self) -> None:
        """Close the voting: everyone voted. Then go to the list, with the totals."""
        if self.store(lambda: self.talk.change(workshop.end_voting)):
            self.go(self.above)

    async def action_more(self) -> None:
        """Put the other advices to the vote as well."""
        if self.store(lambda: self.talk.change(workshop.vote_on_all)):
            self._read_titles()
            await self.show_step()

    async def action_another(self) -> None:
        """Go on though everyone has voted."""
        await self.action_begin()

    @property
    def digits(self) -> str:
        """The keys that vote at once, as the foot shows them."""
        return self.query_one(PickRows).keys

    def action_key(self, key: str) -> None:
        """Vote for the row with this key."""
        self.query_one(PickRows).open(key)

    def on_pick_row_opened(self, event: PickRow.Opened) -> None:
        """Vote by Enter, by the key before a row, or by mouse."""
        if len(self._given) < workshop.VOTES:
            self._given.append(event.value)
            self._count()

    def action_take(self) -> None:
        """Take a vote back: one for the row where one is, or else the last one given."""
        here = self.query_one(PickRows).here
        vote = here if here in self._given else self._given[-1]
        self._given.remove(vote)
        self._count()

    async def action_hand_on(self) -> None:
        """Store these votes; then the page is empty for the next person."""
        if self.store(lambda: self.talk.change(lambda wave: workshop.vote(wave, self._given))):
            self._given, self._voting = [], False
            await self.show_step()

    def action_back(self) -> None:
        """Go to the list, without the totals; votes that were not handed on do not count, so that is asked first."""
        if self._given:
            self._ask(lambda: self.go(self.above))
        else:
            self.go(self.above)

    def asks_before_quitting(self) -> bool:
        """Ask that at ctrl+q too, once."""
        if not self._given or isinstance(self.app.screen, ConfirmScreen):
            return False
        self._ask(self.app.exit)
        return True

    def _ask(self, stop: Callable[[], None]) -> None:
        question = ConfirmScreen(
            _("Stoppen met stemmen?"),
            _("De stemmen van deze persoon zijn nog niet doorgegeven en tellen dan niet mee."),
            yes=_("Ja, stop"),
        )
        self.app.push_screen(question, lambda sure: stop() if sure else None)


def _titles(talk: Talk, wave: Wave, advices: Iterable[str]) -> dict[str, str]:
    """Return the titles of some advices by their id, in the order in which the group sees them."""
    found = {*advices}
    shown = zip(workshop.advices_to_vote(wave), advice_cards(talk.questionnaire, wave), strict=True)
    return {one.id: card.title for one, card in shown if one.id in found}


def _drawing(title: str, votes: int, width: int) -> list[Content]:
    lines = wrapped(title, width - 6, "bold" if votes else "")
    return [
        Content.styled(f"{VOTE * votes:<{workshop.VOTES}}", "bold $accent") + "  " + lines[0],
        *(Content(" " * (workshop.VOTES + 2)) + line for line in lines[1:]),
    ]


# Votes that the facilitator counted in the room. -----------------------------------------------------------------

_DIGITS = 3


class CountScreen(FieldsScreen):
    """A place for a number beside each advice. The numbers replace the votes that there were."""

    PART = "adviezen"
    HELP = _(
        "Vul voor elk advies in hoeveel stemmen het kreeg. Leeg is 0. Met ↓, Tab of Enter gaat u naar het volgende "
        "advies.\n\n"
        "U ziet de eerste acht adviezen. Met F6 komen de andere erbij.\n\n"
        "Onderaan staat hoeveel stemmen u samen hebt ingevuld, en hoeveel het er met deze groep kunnen zijn. Zijn het "
        "er meer? Dan wordt er eerst gevraagd of het klopt.\n\n"
        "Bewaren doet u met F8 of met de knop. De aantallen komen in de plaats van alle stemmen die er waren."
    )

    BINDINGS = [Binding("f6", "more", _("alle adviezen"), priority=True)]

    def __init__(self, talk: Talk) -> None:
        super().__init__(talk)
        self._before = workshop.votes_shown(talk.wave)
        self._titles = _titles(talk, talk.wave, {one.id for one in workshop.ballot(talk.wave)} | self._before.keys())

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
        with VerticalGroup(id="counts"):
            for advice, title in self._titles.items():
                yield self._place(advice, title)
        yield from self.buttons()

    def _place(self, advice: str, title: str) -> HorizontalGroup:
        """Return an advice with the place for its number."""
        votes = self._before.get(advice, 0)
        number = Input(
            str(votes) if votes else "", placeholder="0", restrict="[0-9]*", max_length=_DIGITS, compact=True
        )
        return HorizontalGroup(number, Static(title, markup=False, classes="cell"), classes="count")

    def _others(self) -> dict[str, str]:
        """Return the titles of the advices that have no place here yet."""
        every = _titles(self.talk, self.talk.wave, (one.id for one in workshop.advices_to_vote(self.talk.wave)))
        return {advice: title for advice, title in every.items() if advice not in self._titles}

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer the other advices while there are."""
        return bool(self._others()) if action == "more" else super().check_action(action, parameters)

    async def action_more(self) -> None:
        """Give the other advices a place too, and go to the first of them."""
        others = self._others()
        places = [self._place(advice, title) for advice, title in others.items()]
        self._titles |= others
        await self.query_one("#counts").mount_all(places)
        for place in places[:1]:
            place.query_one(Input).focus()
        self.refresh_bindings()

    def compose_foot(self) -> Iterable[Widget]:
        """Give the total, which stays in sight."""
        yield Static(id="total", classes="foot", markup=False)

    def _votes(self) -> dict[str, int]:
        fields = self.query("#counts Input").results(Input)
        return {advice: _number(field.value) for advice, field in zip(self._titles, fields, strict=True)}

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
        people = participants(self.talk.released.n)
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
        return self._votes() != {advice: self._before.get(advice, 0) for advice in self._titles}

    def save_form(self) -> bool:
        """Store the numbers, in place of the votes that there were; when nothing was typed these stay."""
        if not self.changed():
            return True
        votes = self._votes()
        return self.store(lambda: self.talk.change(lambda wave: workshop.count_votes(wave, votes)))


def _number(typed: str) -> int:
    return int(typed) if typed else 0

"""What people chose to share in their own words: opened by the facilitator, who reads it first, never by itself.

A way of writing may give somebody away, so it is asked about first, and after a kill the comparison opens instead.
Names, or whole answers, are struck out before the group sees them.
"""

from collections.abc import Iterable, Iterator
from functools import partial

from textual import work
from textual.binding import Binding
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from samenspel.group.model import Released
from samenspel.group.workshop import STRUCK
from samenspel.report.groups.account import voices
from samenspel.report.groups.words import filled
from samenspel.taal import _
from samenspel.tui.kit.dialogs import ConfirmScreen, DialogScreen
from samenspel.tui.widgets.blocks import widgets
from samenspel.tui.widgets.choices import Option
from samenspel.tui.widgets.rows import PickRow, PickRows, row_keys, wrapped
from samenspel.tui.workshop.labels import LabelsScreen
from samenspel.tui.workshop.screen import BesideComparison, LineScreen, RowsScreen, WorkshopScreen
from samenspel.tui.workshop.talk import Talk

_NAME, _ALL = "name", "all"


def voices_screen(talk: Talk) -> WorkshopScreen:
    """Return what comes first: the answers for the facilitator alone, where there are any."""
    return FirstReadScreen(talk) if talk.released.open_answers else VoicesScreen(talk)


def spoken(released: Released) -> bool:
    """Say whether anything in people's own words may be shown."""
    return bool(released.open_answers or released.activities)


def beamer_off() -> ConfirmScreen:
    """Return what is asked before these words come on the screen."""
    return ConfirmScreen(
        _("Open antwoorden laten zien?"),
        _(
            "Deze antwoorden wilden mensen delen met de groep. Er staat geen naam bij. Toch is aan een manier van "
            "schrijven soms iemand te herkennen.\n\n"
            "Zet de beamer uit en lees ze eerst zelf."
        ),
        yes=_("Ja, laat zien"),
        no=_("Nee, nog niet"),
    )


class _InOwnWords(BesideComparison):
    """From here the answers can be ordered with labels."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer labels where there are answers to order."""
        if action == "label":
            return bool(self.talk.released.open_answers)
        return super().check_action(action, parameters)

    def action_label(self) -> None:
        """Order the answers with labels."""
        if self.is_active:
            self.app.switch_screen(LabelsScreen(self.talk))


class FirstReadScreen(_InOwnWords, RowsScreen):
    """Each open answer as a row; what is struck out is gone from the disk, and that it was is told with the answers."""

    HELP = _(
        "Hier leest u de open antwoorden eerst alleen, met de beamer uit. Is te zien wie iets schreef, of over wie het "
        "gaat? Kies dat antwoord met een cijfer of Enter. Dan kunt u een naam doorstrepen, of het hele antwoord.\n\n"
        "Wat u doorstreept, is voorgoed weg: ook van deze laptop, en uit elk rapport dat u daarna maakt. De groep "
        "leest dat er iets is doorgestreept, en hoe vaak. Wat er stond, leest zij niet.\n\n"
        "Een rapport dat u al bewaarde, verandert niet. Ook een kopie van de map houdt wat er stond.\n\n"
        "Met t laat u de antwoorden aan de groep zien. Met l ordent u ze alleen, met labels. Met Esc gaat u terug naar "
        "het vergelijken."
    )
    BINDINGS = [
        Binding("t", "show", _("laat zien aan de groep")),
        Binding("l", "label", _("labelen")),
        Binding("escape", "back", _("terug")),
    ]

    @property
    def heading(self) -> str:
        """Say what stands here."""
        return _("Lees eerst zelf, met de beamer uit")

    def compose_page(self) -> Iterable[Widget]:
        """Lay out the rows."""
        about = _("Staat er een naam in? Kies dat antwoord en streep de naam door.")
        yield Static(about, classes="paragraph", markup=False)
        yield PickRows()
        yield Static(_("Is alles goed? Druk dan op t."), classes="notice", markup=False)

    async def show_step(self) -> None:
        """Show the answers as they are now."""
        await self.show_rows(self._rows())

    def _rows(self) -> Iterator[PickRow]:
        """Give a row for each answer; the first to a question has the question above it."""
        answers = [
            (question, place, text)
            for question in self.talk.questionnaire.asked.open_questions
            for place, text in enumerate(self.talk.released.open_answers.get(question.id, ()))
        ]
        for (question, place, text), key in zip(answers, row_keys(len(answers)), strict=True):
            asked = "" if place else filled(self.talk.questionnaire, question.text)
            yield PickRow(f"{question.id}:{place}", partial(_draw, asked, text), key)

    def action_show(self) -> None:
        """Show the answers to the group."""
        if self.is_active and self.store(self.talk.open_answers_read):
            self.app.switch_screen(VoicesScreen(self.talk))

    def on_pick_row_opened(self, event: PickRow.Opened) -> None:
        """Ask what is to be struck out of an answer."""
        question, place = event.value.rsplit(":", 1)
        texts = self.talk.released.open_answers.get(question, ())
        if int(place) < len(texts):
            self._strike_out(question, texts[int(place)])

    @work(exclusive=True, group="ask")
    async def _strike_out(self, question: str, text: str) -> None:
        options = (
            Option("1", "", _("niets doorstrepen")),
            Option("2", _NAME, _("een naam of een paar woorden doorstrepen")),
            Option("3", _ALL, _("het hele antwoord doorstrepen")),
        )
        explained = _("‘{antwoord}’\n\nWat u doorstreept, is voorgoed weg.").format(antwoord=text)
        what = await self.ask(DialogScreen(_("Wat wilt u doorstrepen?"), explained, options))
        if what == _ALL:
            self.store(lambda: self.talk.strike_out(question, text))
        elif what == _NAME:
            title = _("Welke naam of woorden?")
            how = _("‘{antwoord}’\n\nTyp over wat weg moet. Er komt {streep} te staan.")
            how = how.format(antwoord=text, streep=STRUCK)
            await self.ask(_Words(title, how, lambda typed: self.talk.strike_out(question, text, typed)))
        await self.show_step()


class _Words(LineScreen):
    HELP = _(
        "Typ over wat weg moet, zoals het in het antwoord staat. Hoofdletters maken niet uit. Staat het er vaker? Dan "
        "gaat het overal in dit antwoord weg. Enter of F8 streept door. Met Esc verandert er niets."
    )


def _draw(asked: str, text: str, width: int) -> list[Content]:
    return [*(wrapped(asked, width, "bold") if asked else ()), *wrapped(text, width)]


class VoicesScreen(_InOwnWords):
    """The open answers that were shared, shuffled and without party, by question."""

    AUTO_FOCUS = ""
    HELP = _(
        "Hier staan de open antwoorden die mensen wilden delen met de groep. Er staat geen naam bij en geen partij. "
        "De volgorde is willekeurig.\n\n"
        "Vraag niet wie wat schreef. Wie iets wil toelichten, doet dat zelf.\n\n"
        "Met l ordent u de antwoorden: elk krijgt een label. Met ↑ en ↓ schuift u. Met Esc gaat u terug naar het "
        "vergelijken."
    )
    BINDINGS = [Binding("l", "label", _("labelen")), Binding("escape", "back", _("terug"))]

    @property
    def heading(self) -> str:
        """Say what stands here."""
        return _("In eigen woorden")

    def compose_page(self) -> Iterable[Widget]:
        """Lay out what the report tells of it."""
        told = voices(self.talk.questionnaire, self.talk.released)
        yield from widgets(told)
        if spoken(self.talk.released):
            yield Static(_("Vraag niet wie wat schreef: dat blijft van iedereen zelf."), classes="notice", markup=False)

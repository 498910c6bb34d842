"""*Uitslag*: the picture, what goes well, and the advice; from here to the report."""

import asyncio
from collections.abc import Iterable

from textual import work
from textual.binding import Binding
from textual.widget import Widget
from textual.widgets import Static

from samenspel.report.document import AdviceCard, Heading, Paragraph
from samenspel.report.personal import advice_cards, meanings, no_advice, picture, strengths
from samenspel.report.wording import party_name
from samenspel.storage import StorageError
from samenspel.storage.selftests import SelfTest
from samenspel.taal import _, datum
from samenspel.tui.outcome import Outcome, Suffix, outcome
from samenspel.tui.screens.reading import ReadingScreen
from samenspel.tui.summary import FORMS
from samenspel.tui.widgets.advice_card import AdviceCardView
from samenspel.tui.widgets.blocks import widgets


class ResultScreen(ReadingScreen):
    """Shows the outcome of a self-test, beside the previous one."""

    HELP = _(
        "Dit is uw uitslag. Elk onderdeel heeft een score van 1 tot 5. De naam ernaast zegt wat de score betekent. "
        "Een open rondje is de vorige keer. Er is geen cijfer voor alles samen.\n\n"
        "Bij ‘Advies voor u’ staat wat u kunt doen. Een cijfer opent een advies. "
        "U kunt ook met Tab naar een advies gaan en op Enter drukken, of erop klikken.\n\n"
        "Met p of h maakt u een rapport. Daar staan ook uw toelichtingen en de werkbladen in. "
        "Met v ziet u nu en de vorige keer naast elkaar."
    )
    BINDINGS = [
        Binding("p", "save('.pdf')", _("PDF")),
        Binding("h", "save('.html')", _("webpagina (HTML)")),
        Binding("v", "compare", _("vergelijken")),
        Binding("1", "advice(1)", _("advies")),
        *(Binding(digit, f"advice({digit})", show=False) for digit in "2345"),
    ]

    def __init__(self, selftest: SelfTest) -> None:
        super().__init__()
        self._selftest = selftest
        self._outcome: Outcome | None = None
        self._cards: tuple[AdviceCard, ...] = ()

    def compose_page(self) -> Iterable[Widget]:
        """Lay out the page; the rest comes when it has been read."""
        yield Static(_("Uw uitslag"), classes="title", markup=False)

    def on_mount(self) -> None:
        """Gather what is shown, after the first paint."""
        self.call_after_refresh(self._fill)

    @work(exclusive=True, group="fill")
    async def _fill(self) -> None:
        try:
            found = await asyncio.to_thread(outcome, self.main.store, self._selftest)
        except StorageError as error:
            if not self.gone:
                self.action_back()
                self.main.show_problem(str(error))
            return
        if self.gone:
            return
        self._outcome = found
        self._cards = advice_cards(found.questionnaire, self._selftest.response)
        await self.query_one("#page").mount_all(self._page(found))
        self.refresh_bindings()

    def _page(self, found: Outcome) -> Iterable[Widget]:
        questionnaire, response = found.questionnaire, self._selftest.response
        about = (datum(found.day), party_name(questionnaire, response.party), FORMS[response.form])
        yield Static(" · ".join(about), classes="muted paragraph", markup=False)
        yield from widgets((*picture(questionnaire, response, found.previous), meanings(questionnaire, response)))
        yield from widgets((Heading(2, _("Dit gaat al goed")), *strengths(questionnaire, response)))
        yield from widgets([Heading(2, _("Advies voor u"))])
        if self._cards:
            yield from widgets(
                [Paragraph(_("Het belangrijkste staat vooraan. Open een advies met zijn cijfer, of klik erop."))]
            )
        else:
            yield from widgets([no_advice(response)])
        for number, card in enumerate(self._cards, start=1):
            yield AdviceCardView(card, number)
        yield from widgets([Paragraph(_("Dit is uw eigen beeld, geen oordeel en geen diagnose."))])

    @property
    def digits(self) -> str:
        """The keys that open an advice."""
        return "1" if len(self._cards) == 1 else f"1-{len(self._cards)}"

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what can be done: comparing needs a previous time."""
        match action:
            case "save":
                return self._outcome is not None
            case "compare":
                return self._outcome is not None and self._outcome.previous is not None
            case "advice":
                return isinstance(parameters[0], int) and parameters[0] <= len(self._cards)
            case _:
                return super().check_action(action, parameters)

    def on_advice_card_view_opened(self, event: AdviceCardView.Opened) -> None:
        """Open the whole advice."""
        self.action_advice(event.number)

    def action_advice(self, number: int) -> None:
        """Open the advice with this number."""
        from samenspel.tui.screens.advice import AdviceScreen

        self.app.push_screen(AdviceScreen(self._cards, number))

    def action_compare(self) -> None:
        """Show the previous time beside this one."""
        from samenspel.tui.screens.compare import CompareScreen

        if self._outcome is not None:
            self.app.push_screen(CompareScreen(self._outcome))

    def action_save(self, suffix: Suffix) -> None:
        """Ask where the report must come."""
        from samenspel.tui.screens.save_report import SaveReportScreen

        if self._outcome is not None:
            self.app.push_screen(SaveReportScreen(self._outcome, suffix))

"""*Mijn uitslagen*: the person's own self-tests, newest first; and what is asked before these come up near a group."""

from collections.abc import Iterator

from textual import work
from textual.binding import Binding
from textual.widgets import OptionList

from samenspel.finishing import finished_on
from samenspel.storage.selftests import SelfTests
from samenspel.taal import _
from samenspel.tui.kit.dialogs import ConfirmScreen
from samenspel.tui.kit.listing import ListingScreen
from samenspel.tui.kit.summaries import Summaries, Summary, counted
from samenspel.tui.navigation import GiveAnswers, OpenSelfTest, ReopenedSelfTest, SelfTestResult


class ResultsScreen(ListingScreen[Summary, SelfTests]):
    """Lists the self-tests: open one, go on with one, erase one."""

    HELP = _(
        "Hier staan al uw zelftests, de nieuwste eerst. Loop met de pijltjes door de lijst.\n\n"
        "Enter opent een zelftest. Is die af? Dan ziet u de uitslag. Is die nog open? Dan gaat u verder waar u was.\n\n"
        "Met g geeft u de antwoorden van een zelftest die af is aan een groep. U ziet eerst wat er meegaat. "
        "Met r heropent u een zelftest die u vandaag afrondde.\n\n"
        "Met w wist u een zelftest. Er wordt eerst gevraagd of u het zeker weet."
    )
    LIST_TITLE = _("Mijn uitslagen")
    BINDINGS = [
        Binding("g", "give", _("aan een groep geven")),
        Binding("r", "reopen", _("heropenen")),
        Binding("w,delete", "erase", _("wissen")),
    ]

    def find(self, store: SelfTests) -> tuple[str, Iterator[Summary]]:
        """Count the self-tests and give them one by one."""
        number = len(store.ids())
        about = _("{aantal}, de nieuwste eerst.").format(aantal=counted(number)) if number else _NONE
        several = len(list(store.snapshots.glob("*"))) > 1  # then each says which questionnaire it has
        usual = "" if several else self.desk.shelf.usual()
        return about, map(Summaries(store, usual).of, store.newest())

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer erasing only where there is something to erase, giving where it is finished, reopening that day."""
        here = self.here() if action in {"erase", "give", "reopen"} else None
        if action == "erase":
            return here is not None
        if action == "give":
            return here is not None and here.selftest.finished is not None
        if action == "reopen":
            return here is not None and finished_on(here.selftest, self.desk.clock().date())
        return super().check_action(action, parameters)

    def on_option_list_option_selected(self, _event: OptionList.OptionSelected) -> None:
        """Show the result, or go on where the person was."""
        summary = self.here()
        if summary is None:
            return
        if summary.selftest.finished is None:
            self.navigator.open(OpenSelfTest(summary.selftest))
        else:
            self.navigator.open(SelfTestResult(summary.selftest))

    def action_give(self) -> None:
        """Give the answers of the self-test where one is to a group."""
        if (summary := self.here()) is not None:
            self.navigator.open(GiveAnswers(summary.selftest))

    def action_reopen(self) -> None:
        """Open the self-test where one is again."""
        if (summary := self.here()) is not None:
            self.navigator.open(ReopenedSelfTest(summary.selftest))

    @work(exclusive=True, group="ask")
    async def action_erase(self) -> None:
        """Erase the self-test where one is, after asking."""
        summary = self.here()
        if summary is not None and await self.ask(_question(summary.title)):
            store, selftest_id = self.kept, summary.selftest.id
            done = _("Gewist: zelftest van {moment}.").format(moment=summary.title)
            self.erase(lambda: store.delete(selftest_id), done)


def _question(title: str) -> ConfirmScreen:
    """Ask whether the self-test with this title (its date) may be erased, and say what erasing does not reach."""
    return ConfirmScreen(
        _("De zelftest van {moment} wissen?").format(moment=title),
        _(
            "Uw antwoorden, toelichtingen en stap verdwijnen van deze computer. Dit is niet terug te draaien.\n\n"
            "Rapporten, en antwoorden die u aan een groep gaf, blijven bestaan. Die wist u zelf, of de begeleider."
        ),
        yes=_("Ja, wis deze zelftest"),
    )


_NONE = _("U hebt nog geen zelftest gedaan. Ga terug met Esc en kies ‘Zelftest doen’.")


def owner_question() -> ConfirmScreen:
    """Ask, when a group is about, whether the owner of this laptop sits here: what comes is hers."""
    return ConfirmScreen(
        _("Dit is van de eigenaar van deze laptop"),
        _(
            "Hier staan eigen antwoorden en uitslagen. Die zijn niet voor de groep.\n\n"
            "Zet de beamer uit. Bent u niet de eigenaar? Ga dan terug."
        ),
        yes=_("Ja, ik ben de eigenaar en de beamer is uit"),
        no=_("Nee, ga terug"),
    )

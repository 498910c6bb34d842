"""*Vragenlijst*: which questionnaire a new self-test, a new group and a presentation get."""

from collections.abc import Callable, Iterator

from msgspec import Struct
from textual import work
from textual.widgets import OptionList

from samenspel.storage.shelf import Offered, Shelf
from samenspel.taal import _
from samenspel.tui.kit.dialogs import ConfirmScreen, DialogScreen
from samenspel.tui.kit.listing import ListingScreen
from samenspel.tui.widgets.menu import MenuEntry

_DIGITS = 9


class OfferedLine(Struct, frozen=True):
    """A questionnaire, and how it stands in the list."""

    offered: Offered
    entry: MenuEntry


class QuestionnairesScreen(ListingScreen[OfferedLine, Shelf]):
    """Lists the questionnaires to choose from; one with errors says what is wrong."""

    HELP = _(
        "Hier kiest u de vragenlijst voor een nieuwe zelftest, een nieuwe groep en voorlichting. samenspel onthoudt "
        "uw keuze. Wat al begonnen is, houdt de vragenlijst die het had.\n\n"
        "Trainers kunnen zelf vragenlijsten maken, met ‘samenspel vragenlijst nieuw’. Ze staan in een eigen map. "
        "Zitten er fouten in een vragenlijst, dan staat dat erbij. Met Enter leest u wat er mis is en wat u kunt doen."
    )
    LIST_TITLE = _("Vragenlijst kiezen")

    def __init__(self, kept: Shelf, then: Callable[[], object]) -> None:
        """``then``: what follows when one was chosen and this screen is closed."""
        super().__init__(kept)
        self._then = then

    def find(self, store: Shelf) -> tuple[str, Iterator[OfferedLine]]:
        """Say where her own ones stand, and give the questionnaires one by one."""
        return _("Uw eigen vragenlijsten staan in: {map}").format(map=store.own), (
            _line(number, offered, here=store.is_chosen(offered)) for number, offered in enumerate(store.all(), 1)
        )

    def on_option_list_option_selected(self, _event: OptionList.OptionSelected) -> None:
        """Choose the questionnaire, or say what is wrong with it."""
        line = self.here()
        if line is None:
            return
        if line.offered.questionnaire is None:
            self.app.push_screen(DialogScreen(line.offered.title, line.offered.faults()))
        else:
            self._choose(line.offered)

    @work(exclusive=True, group="ask")
    async def _choose(self, offered: Offered) -> None:
        question = ConfirmScreen(
            _("Uw eigen vragenlijst kiezen?"), offered.twin_notice(), yes=_("Ja, neem die van mij")
        )
        if offered.twin and not await self.ask(question):
            return
        self.kept.choose(offered)
        self.dismiss()
        self._then()
        self.notify(_("Vanaf nu: {titel}.").format(titel=offered.title), markup=False)


def _line(number: int, offered: Offered, *, here: bool) -> OfferedLine:
    title = offered.title
    if here:
        title = _("{titel} (nu gekozen)").format(titel=title)
    key = str(number) if number <= _DIGITS else ""
    return OfferedLine(offered, MenuEntry(offered.key, title, offered.about(), key))

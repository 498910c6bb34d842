"""*Vragenlijst*: which questionnaire a new self-test, a new group and a presentation get."""

from collections.abc import Callable, Iterator

from msgspec import Struct
from textual import work
from textual.binding import Binding
from textual.widgets import OptionList

from samenspel.authoring.new_folder import own_version
from samenspel.storage.shelf import Offered, Shelf
from samenspel.taal import _
from samenspel.tui.home.edit_questionnaire import EditStatementsScreen
from samenspel.tui.kit.dialogs import ConfirmScreen, DialogScreen
from samenspel.tui.kit.listing import ListingScreen
from samenspel.tui.kit.one_line import AskScreen, asked_field
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
        "Met k maakt u een eigen versie van een vragenlijst, voor dezelfde twee partijen. Met e past u de stellingen "
        "van uw eigen vragenlijst aan. Een vragenlijst voor twee andere partijen maakt u met "
        "‘samenspel vragenlijst nieuw’. Eigen vragenlijsten staan in een eigen map. "
        "Zitten er fouten in een vragenlijst, dan staat dat erbij. Met Enter leest u wat er mis is en wat u kunt doen."
    )
    LIST_TITLE = _("Vragenlijst kiezen")
    BINDINGS = [
        Binding("e", "edit", _("stellingen aanpassen")),
        Binding("e", "say_it_is_not_yours", show=False),
        Binding("k", "copy", _("eigen versie maken")),
    ]

    def __init__(self, kept: Shelf, then: Callable[[], object]) -> None:
        """``then``: what follows when one was chosen and this screen is closed."""
        super().__init__(kept)
        self._then = then

    def find(self, store: Shelf) -> tuple[str, Iterator[OfferedLine]]:
        """Say where her own ones stand, and give the questionnaires one by one."""
        return _("Uw eigen vragenlijsten staan in: {map}").format(map=store.own), (
            _line(number, offered, here=store.is_chosen(offered)) for number, offered in enumerate(store.all(), 1)
        )

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what can be done with the questionnaire where one is."""
        line = self.here()
        if action in {"edit", "copy", "say_it_is_not_yours"}:
            sound = line is not None and line.offered.questionnaire is not None
            own = line is not None and line.offered.own
            return sound and (action == "copy" or own == (action == "edit"))
        return super().check_action(action, parameters)

    def action_edit(self) -> None:
        """Change the statements of a questionnaire of one's own."""
        line = self.here()
        if line is not None and line.offered.own and line.offered.questionnaire is not None:
            self.app.push_screen(EditStatementsScreen(line.offered, line.offered.questionnaire))

    def action_say_it_is_not_yours(self) -> None:
        """Say how one comes at a questionnaire that can be changed."""
        told = _("Deze vragenlijst hoort bij samenspel. Maak met k een eigen versie. Die kunt u aanpassen.")
        self.notify(told, markup=False)

    @work(exclusive=True, group="ask")
    async def action_copy(self) -> None:
        """Make a questionnaire of one's own out of the one where one is."""
        line = self.here()
        if line is None or line.offered.questionnaire is None:
            return
        source = line.offered
        explained = _(
            "U krijgt een eigen versie van ‘{titel}’, met alles erin. Hoe gaat die heten? Gebruik een korte naam, "
            "zoals de plaats of de wijk."
        )
        field = asked_field(_("Naam:"))
        window = AskScreen(
            _("Eigen versie maken"),
            explained.format(titel=source.title),
            field,
            lambda typed: own_version(source.folder, self.kept.own, typed),
        )
        left_behind = await self.ask(window)
        if left_behind is not None:
            for told in left_behind:
                self.notify(told, severity="warning", markup=False)
            self.notify(_("Uw vragenlijst staat in de lijst. Met e past u de stellingen aan."), markup=False)
            self.read_anew()

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

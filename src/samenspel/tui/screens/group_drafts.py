"""Who was busy on this laptop: going on at the very statement, or throwing the answers away. No answer is shown."""

from collections.abc import Iterator

from textual import work
from textual.widgets import OptionList

from samenspel.collecting.turn import Turn
from samenspel.storage import StorageError
from samenspel.storage.groups import StoredGroup
from samenspel.storage.selftests import SelfTests
from samenspel.taal import _
from samenspel.tui.screens.dialog import DialogScreen
from samenspel.tui.screens.listing import ListingScreen
from samenspel.tui.screens.steps import screen_for
from samenspel.tui.summary import Summaries, Summary
from samenspel.tui.widgets.choices import Option

_GO_ON, _DROP = "go_on", "drop"


class DraftsScreen(ListingScreen[Summary, SelfTests]):
    """Lists the turns that were not finished, by the moment at which they began."""

    HELP = _(
        "Hier staat wie begon en nog niet klaar was. Alleen die persoon gaat verder: dan komen de eigen antwoorden op "
        "het scherm. Is die persoon er niet meer? Gooi de antwoorden dan weg.\n\n"
        "Kies met de pijltjes en Enter."
    )
    LIST_TITLE = _("Wie was er bezig?")

    def __init__(self, group: StoredGroup) -> None:
        super().__init__()
        self._group = group
        self._drafts: SelfTests | None = None

    @property
    def kept(self) -> SelfTests:
        """The drafts of this group."""
        if self._drafts is None:
            self._drafts = self.main.groups.drafts(self._group.id)
        return self._drafts

    def find(self, store: SelfTests) -> tuple[str, Iterator[Summary]]:
        """Give the drafts one by one."""
        about = _("Alleen wie bezig was, gaat verder. Op het scherm komt de stelling waar die persoon was.")
        return about, map(Summaries(store).of, store.newest())

    @work(exclusive=True, group="ask")
    async def on_option_list_option_selected(self, _event: OptionList.OptionSelected) -> None:
        """Ask what to do with this draft."""
        if (draft := self.here()) is None:
            return
        options = (
            Option("1", "", _("terug")),
            Option("2", _GO_ON, _("ik was dit: verder met antwoorden")),
            Option("3", _DROP, _("de antwoorden weggooien")),
        )
        text = _("Begonnen op {moment}. Niemand anders mag deze antwoorden zien.").format(moment=draft.title)
        choice = await self.ask(DialogScreen(_("Was u dit?"), text, options))
        try:
            if choice == _GO_ON and self.is_active:
                turn = Turn.go_on(self.main.groups, self._group, draft.selftest)
                self.app.switch_screen(screen_for(turn))
            elif choice == _DROP:
                self.kept.delete(draft.selftest.id)
                self.notify(_("De antwoorden zijn weggegooid."), markup=False)
                self.read_anew()
        except StorageError as error:
            self.main.show_problem(str(error))

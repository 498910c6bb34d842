"""One group: its waves, the newest first, and how far each is."""

from collections.abc import Iterator

from textual import work
from textual.binding import Binding
from textual.widgets import OptionList, Static

from samenspel.collecting.forecast import people_expected
from samenspel.storage import StorageError
from samenspel.storage.groups import Groups, StoredGroup
from samenspel.taal import _, opsomming
from samenspel.tui.group_lines import WaveLine, wave_line
from samenspel.tui.screens.confirm import ConfirmScreen
from samenspel.tui.screens.group_rename import rename
from samenspel.tui.screens.listing import ListingScreen
from samenspel.tui.widgets.menu import Menu


class GroupScreen(ListingScreen[WaveLine, Groups]):
    """Lists the waves: open one, begin the next one."""

    HELP = _(
        "Hier staan de metingen van deze groep, de nieuwste bovenaan. Een meting begint met antwoorden verzamelen. "
        "Na het onthullen bespreekt u samen de uitslag.\n\n"
        "Enter opent een meting: verder met verzamelen, of verder met het gesprek. "
        "Met m begint u een nieuwe meting, bijvoorbeeld na drie maanden. Dat kan als de vorige is onthuld."
    )
    BINDINGS = [
        Binding("m", "measure", _("nieuwe meting")),
        Binding("h", "rename", _("hernoemen")),
    ]

    def __init__(self, group_id: str) -> None:
        super().__init__()
        self._group_id = group_id
        self._group: StoredGroup | None = None
        self._waves = 0

    @property
    def kept(self) -> Groups:
        """The groups in the data folder."""
        return self.main.groups

    def find(self, store: Groups) -> tuple[str, Iterator[WaveLine]]:
        """Say who the group is, and give its waves."""
        stored = self._group = store.read(self._group_id)
        questionnaire = store.questionnaire(stored)
        group = stored.group
        about = [group.area] if group.area else []
        about.append(_("minimum {k}").format(k=group.minimum))
        if group.open_table:
            about.append(_("open tafel: niet anoniem"))
        if group.expected:
            people = opsomming(people_expected(questionnaire, group.expected))
            about.append(_("verwacht: {aantallen}").format(aantallen=people))
        return " · ".join(about), (wave_line(store, stored, wave) for wave in reversed(stored.waves))

    def told(self) -> None:
        """Show the name, which may have changed, and go to a wave that is new: one comes back from it."""
        if self._group is not None:
            self.query_one(".title", Static).update(self._group.group.name)
            if len(self._group.waves) > self._waves:
                self._waves = len(self._group.waves)
                self.query_one(Menu).highlighted = 0

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer a new wave when the last one no longer collects."""
        if action == "measure":
            return self._group is not None and self._group.wave.phase != "verzamelen"
        if action == "rename":
            return self._group is not None
        return super().check_action(action, parameters)

    def on_option_list_option_selected(self, _event: OptionList.OptionSelected) -> None:
        """Go on collecting, or with the talk."""
        if (line := self.here()) is None:
            return
        if line.wave.phase == "verzamelen":
            self.main.open_collecting(self._group_id)
        else:
            self.main.open_workshop(self._group_id, line.wave.number)

    def action_rename(self) -> None:
        """Give the group another name."""
        if self._group is not None:
            self.app.push_screen(rename(self.main.groups, self._group))

    @work(exclusive=True, group="ask")
    async def action_measure(self) -> None:
        """Begin the next wave, after asking."""
        if self._group is None:
            return
        number = self._group.wave.number + 1
        question = ConfirmScreen(
            _("Meting {nummer} beginnen?").format(nummer=number),
            _("Nieuwe antwoorden komen in deze meting. De vorige meting blijft zoals zij is."),
            yes=_("Ja, begin meting {nummer}").format(nummer=number),
        )
        if await self.ask(question):
            try:
                stored = self.main.groups.new_wave(self._group_id, self.main.clock().date())
            except StorageError as error:
                self.main.show_problem(str(error))
            else:
                self._open_new(stored)

    def _open_new(self, stored: StoredGroup) -> None:
        """Go on collecting; the actions of the wave before come first, while nobody said how they went."""
        self.main.open_collecting(self._group_id)
        if any(not action.outcome for action in stored.waves[-2].actions):
            from samenspel.tui.screens.workshop_review import ActionsReviewScreen

            self.app.push_screen(ActionsReviewScreen(self._group_id, stored.wave.number))

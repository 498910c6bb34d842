"""*Samen vergelijken*: the groups on this computer."""

from collections.abc import Iterator

from textual import work
from textual.binding import Binding
from textual.widgets import OptionList

from samenspel.storage.groups import Groups
from samenspel.taal import _, meervoud
from samenspel.tui.group_lines import GroupLine, group_line
from samenspel.tui.screens.confirm import ConfirmScreen
from samenspel.tui.screens.group_rename import rename
from samenspel.tui.screens.listing import ListingScreen


class GroupsScreen(ListingScreen[GroupLine, Groups]):
    """Lists the groups: open one, make one, give one another name, erase one."""

    HELP = _(
        "Hier staan de groepen op deze computer. In een groep kijken twee partijen samen naar hun samenwerking.\n\n"
        "Met n maakt u een nieuwe groep. Enter opent een groep: daar verzamelt u antwoorden en bekijkt u samen de "
        "uitkomsten. Met h geeft u een groep een andere naam. Met w wist u een groep; er wordt eerst gevraagd of u "
        "het zeker weet."
    )
    LIST_TITLE = _("Samen vergelijken")
    BINDINGS = [
        Binding("n", "make", _("nieuwe groep")),
        Binding("h", "rename", _("hernoemen")),
        Binding("w,delete", "erase", _("wissen")),
    ]

    @property
    def kept(self) -> Groups:
        """The groups in the data folder."""
        return self.main.groups

    def find(self, store: Groups) -> tuple[str, Iterator[GroupLine]]:
        """Count the groups and give them one by one."""
        found = store.all()
        about = meervoud("{n} groep op deze computer.", "{n} groepen op deze computer.", len(found))
        return about.format(n=len(found)) if found else _NONE, (group_line(store, stored) for stored in found)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what needs a group only where there is one."""
        if action in {"rename", "erase"}:
            return self.here() is not None
        return super().check_action(action, parameters)

    def on_option_list_option_selected(self, _event: OptionList.OptionSelected) -> None:
        """Open the group."""
        if (line := self.here()) is not None:
            self.main.open_group(line.stored.id)

    def action_make(self) -> None:
        """Make a group."""
        from samenspel.tui.screens.group_form import GroupFormScreen

        self.app.push_screen(GroupFormScreen(self.main.questionnaire))

    def action_rename(self) -> None:
        """Give the group where one is another name."""
        if (line := self.here()) is not None:
            self.app.push_screen(rename(self.main.groups, line.stored))

    @work(exclusive=True, group="ask")
    async def action_erase(self) -> None:
        """Erase the group where one is, after asking."""
        line = self.here()
        if line is not None and await self.ask(_question(line)):
            groups, group_id = self.main.groups, line.stored.id
            done = _("Gewist: groep ‘{naam}’.").format(naam=line.stored.group.name)
            self.erase(lambda: groups.delete(group_id), done)


def _question(line: GroupLine) -> ConfirmScreen:
    return ConfirmScreen(
        _("De groep ‘{naam}’ wissen?").format(naam=line.stored.group.name),
        _(
            "Alle metingen van deze groep verdwijnen van deze computer: antwoorden, uitkomsten, stemmen en acties. "
            "Dit kan niet ongedaan worden gemaakt.\n\n"
            "Bestanden en rapporten die u of anderen hebben bewaard, blijven bestaan."
        ),
        yes=_("Ja, wis deze groep"),
    )


_NONE = _("Er is nog geen groep. Druk op n om er een te maken.")

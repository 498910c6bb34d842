"""The doors to the groups: their list, one group, collecting its answers, and talking about what came out."""

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from textual.app import App

from samenspel.storage import StorageError
from samenspel.taal import _

if TYPE_CHECKING:
    from samenspel.storage.groups import Groups
    from samenspel.storage.selftests import SelfTests


class GroupDoors(App[None]):
    """The part of the app that opens what belongs to groups; each screen is imported when it is opened."""

    store: "SelfTests"
    seconds: Callable[[], float]
    before_a_group = False
    """Whether answers were collected or talked about since the app began: what is the owner's own then asks first."""

    @cached_property
    def groups(self) -> "Groups":
        """The groups in the same data folder as the self-tests."""
        from samenspel.storage.groups import Groups

        return Groups(self.store.folder)

    def open_groups(self) -> None:
        """Open the list of groups."""
        from samenspel.tui.screens.groups import GroupsScreen

        self.push_screen(GroupsScreen())

    def open_group(self, group_id: str) -> None:
        """Open the page of one group: its waves."""
        from samenspel.tui.screens.group import GroupScreen

        self.push_screen(GroupScreen(group_id))

    def open_collecting(self, group_id: str) -> None:
        """Open the page on which the wave under way collects its answers."""
        from samenspel.tui.screens.group_collect import CollectScreen

        self.before_a_group = True
        self.push_screen(CollectScreen(group_id))

    def open_workshop(self, group_id: str, number: int) -> None:
        """Open the workshop of wave ``number`` of a group, after its reveal, at the very step that was left."""
        from samenspel.group.workshop import WorkshopError
        from samenspel.tui.screens.workshop_steps import workshop_screen
        from samenspel.tui.talk import Talk

        try:
            talk = Talk(self.groups, group_id, number, self.seconds)
            _released = talk.released
        except (StorageError, WorkshopError) as error:
            self.show_problem(str(error))
            return
        self.before_a_group = True
        self.push_screen(workshop_screen(talk))

    def show_problem(self, text: str) -> None:
        """Say in a window what went wrong and what to do; everything else stays as it is."""
        from samenspel.tui.screens.dialog import DialogScreen

        self.push_screen(DialogScreen(_("Dat lukte niet"), text))

"""Another name for a group."""

from msgspec.structs import replace

from samenspel.group.founding import checked_group
from samenspel.group.model import Group
from samenspel.storage.groups import Groups, StoredGroup
from samenspel.taal import _
from samenspel.tui.screens.ask import AskScreen


def rename(groups: Groups, stored: StoredGroup) -> AskScreen:
    """Return the window that asks for the name and stores it."""

    def act(typed: str) -> str:
        name = checked_group(typed).name

        def renamed(group: Group) -> Group:
            return replace(group, name=name)

        return groups.change(stored.id, renamed).group.name

    return AskScreen(
        _("Groep hernoemen"),
        _("De antwoorden en de uitslag van de groep veranderen niet."),
        _("Naam van de groep"),
        stored.group.name,
        act,
    )

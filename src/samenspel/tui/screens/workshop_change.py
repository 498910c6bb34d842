"""What changed since the wave before: only what is larger than chance, beside the actions that were meant to."""

from collections.abc import Iterable

from textual.widget import Widget

from samenspel.report.group import change
from samenspel.taal import _
from samenspel.tui.screens.workshop_base import WorkshopScreen
from samenspel.tui.widgets.blocks import widgets


class ChangeScreen(WorkshopScreen):
    """Each dimension then and now."""

    PART = "veranderd"
    AUTO_FOCUS = ""
    HELP = _(
        "Hier ziet u per onderdeel de vorige meting en deze. ‘Veranderd’ staat er alleen als het verschil groter is "
        "dan toeval. Anders staat er ‘niet aantoonbaar veranderd’. Dat betekent niet dat er niets gebeurde.\n\n"
        "Naast een onderdeel staan de acties die ervoor bedoeld waren. Wij volgen geen personen.\n\n"
        "Met ↑ en ↓ schuift u. Met → gaat u verder."
    )

    @property
    def heading(self) -> str:
        """Ask what the page answers."""
        return _("Wat is er veranderd?")

    def compose_page(self) -> Iterable[Widget]:
        """Lay out what the report tells of it."""
        before = self.talk.before
        return () if before is None else widgets(change(self.talk.questionnaire, self.talk.wave, before))

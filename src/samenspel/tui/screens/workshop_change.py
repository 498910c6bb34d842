"""What changed since the wave before: only what is larger than chance, beside the actions that were meant to."""

from collections.abc import Iterable
from functools import partial

from textual.widget import Widget
from textual.widgets import Static

from samenspel.report.document import GapChart
from samenspel.report.group import change, outcomes
from samenspel.taal import _
from samenspel.tui.screens.workshop_base import WorkshopScreen
from samenspel.tui.widgets.blocks import widgets
from samenspel.tui.widgets.drawing import Drawing
from samenspel.tui.widgets.gap_chart import legend
from samenspel.tui.widgets.gap_rows import row_drawings


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
        """Lay out what the report tells of it; how the actions went stands on the screen before this one."""
        talk = self.talk
        if talk.before is None:
            return
        told = outcomes(talk.questionnaire, talk.before)
        for block in change(talk.questionnaire, talk.wave, talk.before)[len(told) :]:
            if isinstance(block, GapChart):
                yield Static(block.sentence, classes="paragraph", markup=False)
                yield Drawing(partial(legend, block))
                for draw in row_drawings(block):
                    yield Drawing(draw)
            else:
                yield from widgets([block])

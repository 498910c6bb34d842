"""This time beside the previous time, dimension by dimension: described, not tested."""

from collections.abc import Iterable

from textual.widget import Widget
from textual.widgets import Static

from samenspel.report.comparison import comparison
from samenspel.taal import _
from samenspel.tui.outcome import Outcome
from samenspel.tui.screens.reading import ReadingScreen
from samenspel.tui.widgets.blocks import widgets


class CompareScreen(ReadingScreen):
    """Shows an outcome that has a previous time beside that time."""

    HELP = _(
        "Hier staan uw scores van nu naast die van de vorige keer. Kleine verschillen zeggen weinig.\n\n"
        "Met ↑ en ↓ schuift u de tekst. Esc brengt u terug naar de uitslag."
    )

    def __init__(self, outcome: Outcome) -> None:
        super().__init__()
        self._outcome = outcome

    def compose_page(self) -> Iterable[Widget]:
        """Lay out the page."""
        yield Static(_("Nu en de vorige keer"), classes="title", markup=False)
        shown = self._outcome
        if shown.previous is not None:
            yield from widgets(comparison(shown.questionnaire, shown.selftest.response, shown.previous))

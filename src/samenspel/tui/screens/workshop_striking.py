"""The statements that stand out, over all dimensions: the same lists as in the report, to talk about."""

from collections.abc import Iterable
from functools import partial

from msgspec.structs import replace
from textual.binding import Binding
from textual.widget import Widget
from textual.widgets import Static

from samenspel.report.document import GapChart
from samenspel.report.group import striking_chart
from samenspel.report.group_words import names_in_statements
from samenspel.taal import _
from samenspel.tui.screens.workshop_rows import SortedScreen
from samenspel.tui.talk import striking
from samenspel.tui.widgets.drawing import Drawing
from samenspel.tui.widgets.gap_chart import legend
from samenspel.tui.widgets.gap_rows import row_drawings
from samenspel.tui.widgets.pick_row import PickRow, PickRows, row_keys

AT = "opvalt"


class StrikingScreen(SortedScreen):
    """The statements with the largest gap, the least agreement or the lowest mean; a row opens the conversation."""

    PART = "vergelijken"
    HELP = _(
        "Dit zijn stellingen uit alle onderdelen, hooguit vijf. Met v ziet u waar de partijen het meest verschillen. "
        "Met d ziet u waar de antwoorden het meest uiteenlopen, en met l wat het laagst scoort. De lijsten van v en d "
        "staan ook in het rapport, bij ‘Wat opvalt’.\n\n"
        "‘Eensgezindheid’ loopt van 0 tot 1. Bij 1 gaf iedereen hetzelfde antwoord. Een onderdeel telt al zijn "
        "stellingen samen. Daardoor kan de groep het daar eens zijn, en over één stelling toch verdeeld.\n\n"
        "Hier staan alleen stellingen die aan beide partijen zijn gesteld. Kies er een met Enter of een cijfer. Dan "
        "ziet u een vraag om over te praten. Met Esc gaat u terug naar de onderdelen."
    )
    BINDINGS = [
        Binding("escape", "back", _("onderdelen")),
    ]

    @property
    def at(self) -> str:
        """A place of its own, so that the group resumes here."""
        return AT

    @property
    def above(self) -> str:
        """Esc goes to the comparison."""
        return "vergelijken"

    def compose_page(self) -> Iterable[Widget]:
        """Lay out what the list is of, and its rows."""
        yield Static(id="list", classes="title", markup=False)
        yield Drawing(partial(legend, self._chart()))
        yield PickRows()
        yield Static(id="said", classes="paragraph", markup=False)
        yield Static(names_in_statements(self.talk.questionnaire), classes="muted", markup=False)

    async def show_sorted(self, *, anew: bool) -> None:
        """Show the list of the stored order; when that is a new one, go to the first."""
        chart = self._chart()
        title = chart.title[:1].lower() + chart.title[1:]
        self.query_one("#list", Static).update(_("Wat opvalt: {lijst}").format(lijst=title))
        self.query_one("#said", Static).update(chart.sentence)
        ids = striking(self.talk)
        rows = zip(ids, row_drawings(chart), row_keys(len(ids)), strict=True)
        await self.show_rows((PickRow(*row) for row in rows), ids[0] if anew and ids else None)

    def on_pick_row_opened(self, event: PickRow.Opened) -> None:
        """Open a statement, as one of this list."""
        self.go(f"{AT}:{event.value}")

    def _chart(self) -> GapChart:
        """Return the chart of the report, each row with its dimension: here they come from all of them."""
        talk = self.talk
        chart = striking_chart(talk.questionnaire, talk.released, talk.wave.order)
        of = [talk.questionnaire.item(item).dimension for item in striking(talk)]
        names = [talk.questionnaire.dimension(one).name for one in of]
        rows = [replace(row, remark=f"{row.remark} · {name}") for row, name in zip(chart.rows, names, strict=True)]
        return replace(chart, rows=tuple(rows))

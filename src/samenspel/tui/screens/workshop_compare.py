"""The comparison: the dimensions with two parties on one line, sorted as the group wants to look."""

from collections.abc import Iterable
from functools import partial

from textual.binding import Binding
from textual.widget import Widget
from textual.widgets import Static

from samenspel.group.model import Order
from samenspel.report.group import comparison, dimension_chart
from samenspel.report.group_order import ordered
from samenspel.taal import _
from samenspel.tui.screens.workshop_rows import SortedScreen
from samenspel.tui.talk import Talk
from samenspel.tui.widgets.blocks import widgets
from samenspel.tui.widgets.drawing import Drawing
from samenspel.tui.widgets.gap_chart import legend
from samenspel.tui.widgets.gap_rows import row_drawings
from samenspel.tui.widgets.pick_row import PickRow, PickRows, row_keys

_ORDERS: dict[Order, str] = {
    "laagste": _("Laagste eerst: het laagste cijfer van de hele groep."),
    "verschil": _("Grootste verschil tussen de partijen eerst. Losse stellingen verschillen soms meer: druk op w."),
    "verdeeldheid": _("Meeste verdeeldheid eerst. Ook bij ‘eens’ kan één stelling verdeeld zijn: druk op w."),
}
"""What the rows are sorted by: a figure that stands in each of them, but may hide a single statement."""


class CompareScreen(SortedScreen):
    """The dimensions, one a row; a row opens its statements."""

    PART = "vergelijken"
    HELP = _(
        "Hier staan de onderdelen. Op elke lijn van 1 tot 5 staan de twee partijen. Daaronder staat het verschil, de "
        "spreiding en of de groep het eens is. ‘Kan toeval zijn’ betekent: hecht er niet te veel aan.\n\n"
        "Staat er geen cijfer? Dan staat er waarom. Een cijfer staat er alleen als het over genoeg mensen gaat.\n\n"
        "Achter ‘het eens’, ‘verdeeld’ of ‘sterk verdeeld’ staat een getal: de eensgezindheid. Bij 1 gaf iedereen "
        "hetzelfde antwoord. Bij 0 lopen de antwoorden uiteen alsof iedereen maar wat invulde.\n\n"
        "Met l, v en d sorteert u: laagste, grootste verschil, meeste verdeeldheid. Met w ziet u welke stellingen "
        "opvallen, uit alle onderdelen. Een onderdeel telt al zijn stellingen samen. Daardoor kan de groep het daar "
        "eens zijn, en over één stelling toch verdeeld.\n\n"
        "Enter of een cijfer opent een onderdeel. Met o opent u de open antwoorden die mensen met de groep delen. "
        "Met → gaat u naar de adviezen."
    )
    BINDINGS = [
        Binding("w", "striking", _("wat opvalt")),
        Binding("o", "voices", _("open antwoorden")),
    ]

    def __init__(self, talk: Talk) -> None:
        super().__init__(talk)
        self._chart = dimension_chart(talk.questionnaire, talk.released)

    @property
    def heading(self) -> str:
        """Ask what the picture answers."""
        return _("Hoe kijken wij naar de samenwerking?")

    def compose_page(self) -> Iterable[Widget]:
        """Lay out the rows, and what else the comparison tells."""
        yield Drawing(partial(legend, self._chart))
        yield Static(id="order", classes="muted paragraph", markup=False)
        yield PickRows()
        yield Static(self._chart.sentence, classes="said", markup=False)
        _whole, *more = comparison(self.talk.questionnaire, self.talk.released)
        yield from widgets(more)

    async def show_sorted(self, *, anew: bool) -> None:
        """Show the rows in the stored order; when that is a new one, go to the first: the group wants to see it."""
        talk = self.talk
        order = talk.wave.order
        self.query_one("#order", Static).update(_ORDERS[order])
        chart = dimension_chart(talk.questionnaire, talk.released, order)
        ids = [one.id for one in ordered(talk.released.dimensions, order)]
        rows = zip(ids, row_drawings(chart), row_keys(len(ids)), strict=True)
        await self.show_rows((PickRow(*row) for row in rows), ids[0] if anew else None)

    def action_striking(self) -> None:
        """Show the statements that stand out, over all dimensions."""
        self.go("opvalt")

    def action_voices(self) -> None:
        """Open what people shared in their own words, after asking."""
        from samenspel.tui.screens.workshop_voices import VoicesScreen, question, spoken

        def decided(sure: bool | None) -> None:  # noqa: FBT001
            if sure and self.is_active:
                self.app.switch_screen(VoicesScreen(self.talk))

        if spoken(self.talk.released):
            self.app.push_screen(question(), decided)
        else:
            decided(sure=True)

    def on_pick_row_opened(self, event: PickRow.Opened) -> None:
        """Open a dimension."""
        self.talk.last_row = event.value
        self.go(f"onderdeel:{event.value}")

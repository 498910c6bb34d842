"""One dimension: its statements, each with how the answers are spread."""

from collections.abc import Iterable
from functools import partial

from msgspec.structs import replace
from textual.binding import Binding
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from samenspel.group.model import Order
from samenspel.group.released import ReleasedItem
from samenspel.report.document import GapChart, SpreadChart
from samenspel.report.group import dimension_chart, items_by, spread_chart
from samenspel.report.group_words import agreement_of_item, gap
from samenspel.taal import _
from samenspel.tui.screens.workshop_rows import RowsScreen
from samenspel.tui.talk import Talk
from samenspel.tui.widgets.drawing import Drawing
from samenspel.tui.widgets.gap_rows import row_drawings
from samenspel.tui.widgets.pick_row import PickRow, PickRows, row_keys
from samenspel.tui.widgets.spread_chart import draw, legend

_ORDERS: dict[Order, str] = {
    "laagste": _("Laagste eerst: het laagste gemiddelde."),
    "verschil": _("Grootste verschil tussen de partijen eerst."),
    "verdeeldheid": _("Meeste verdeeldheid eerst: de laagste eensgezindheid, van 0 tot 1."),
}
"""What the rows are sorted by: a figure that stands in each of them."""


class DimensionScreen(RowsScreen):
    """The statements of one dimension, in the order of the comparison; a row opens the conversation about it."""

    PART = "vergelijken"
    HELP = _(
        "Dit zijn de stellingen van één onderdeel. Bij elke stelling ziet u hoe de antwoorden zijn verdeeld. Links van "
        "het midden staat oneens, rechts eens. ‘Niet eens, niet oneens’ en ‘weet ik niet’ staan apart.\n\n"
        "Staat er ‘alleen’ met een partij? Dan is die stelling niet aan de andere partij gesteld. Zij staat "
        "onderaan.\n\n"
        "Gaven bijna allen hetzelfde antwoord? Dan staat dat er in woorden, zonder aantallen.\n\n"
        "Kies een stelling met Enter of een cijfer. Dan ziet u een vraag om over te praten."
    )
    BINDINGS = [
        Binding("escape", "back", _("terug")),
    ]

    def __init__(self, talk: Talk, dimension: str) -> None:
        super().__init__(talk)
        self._dimension = dimension
        self._chart = spread_chart(talk.questionnaire, talk.released, dimension)

    @property
    def at(self) -> str:
        """The dimension is part of the place."""
        return f"onderdeel:{self._dimension}"

    @property
    def above(self) -> str:
        """Esc goes to the comparison."""
        return "vergelijken"

    @property
    def heading(self) -> str:
        """The dimension's name."""
        return self.talk.questionnaire.dimension(self._dimension).name

    def compose_page(self) -> Iterable[Widget]:
        """Lay out the dimension's own line, then its statements."""
        whole = dimension_chart(self.talk.questionnaire, self.talk.released)
        place = [one.id for one in self.talk.released.dimensions].index(self._dimension)
        yield Static(self.talk.questionnaire.dimension(self._dimension).help, classes="paragraph", markup=False)
        yield Drawing(row_drawings(_only(whole, place))[0])
        yield Static(_("De stellingen"), classes="heading", markup=False)
        yield Static(_ORDERS[self.talk.wave.order], classes="muted", markup=False)
        yield Drawing(partial(legend, self._chart))
        yield PickRows()

    async def show_step(self) -> None:
        """Show the statements in the order of the comparison."""
        items = statements(self.talk, self._dimension)
        drawn = spread_drawings(self.talk, self._dimension)
        rows = [PickRow(item, drawn[item], key) for item, key in zip(items, row_keys(len(items)), strict=True)]
        await self.show_rows(rows)

    def on_pick_row_opened(self, event: PickRow.Opened) -> None:
        """Open a statement."""
        self.go(f"stelling:{event.value}")

    def action_back(self) -> None:
        """Go to the comparison, at the row of this dimension."""
        self.talk.last_row = self._dimension
        super().action_back()


def statements(talk: Talk, dimension: str) -> list[str]:
    """Return the ids of the statements of a dimension, in the order of the comparison."""
    inside = {item.id for item in talk.questionnaire.asked.items if item.dimension == dimension}
    return [one.id for one in items_by(talk.questionnaire, talk.released, talk.wave.order) if one.id in inside]


def spread_drawings(talk: Talk, dimension: str) -> dict[str, partial[list[Content]]]:
    """Return what draws the spread of each statement of a dimension, with what it is sorted by, by its id."""
    chart = spread_chart(talk.questionnaire, talk.released, dimension)
    inside = {item.id for item in talk.questionnaire.asked.items if item.dimension == dimension}
    found = [one for one in talk.released.items if one.id in inside]
    drawn = {}
    for one, row in zip(found, chart.rows, strict=True):
        said = " · ".join(part for part in (row.words, _sorted_by(talk, one)) if part)
        drawn[one.id] = partial(_spread, replace(chart, rows=(replace(row, words=said),)))
    return drawn


def _sorted_by(talk: Talk, one: ReleasedItem) -> str:
    match talk.wave.order:
        case "verschil":
            return gap(talk.questionnaire, one)
        case "verdeeldheid":
            return agreement_of_item(one)
        case _:  # the mean stands there already
            return ""


def _spread(chart: SpreadChart, width: int) -> list[Content]:
    lines = list(draw(chart, width))
    return lines if lines[-1] else lines[:-1]  # rows keep a distance of their own


def _only(chart: GapChart, place: int) -> GapChart:
    return replace(chart, rows=(chart.rows[place],))

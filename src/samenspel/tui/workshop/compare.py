"""The comparison: the dimensions, the statements of one, those that stand out, what changed, and people's own words."""

from collections.abc import Iterable, Sequence
from functools import partial

from msgspec.structs import replace
from textual import events
from textual.binding import Binding
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from samenspel.group.model import Order, ReleasedItem
from samenspel.questionnaire.applicability import asked_of_all
from samenspel.report.charts import sides_words
from samenspel.report.document import GapChart, GapRow, SpreadChart
from samenspel.report.groups.actions import change, outcomes
from samenspel.report.groups.picture import comparison, dimension_chart
from samenspel.report.groups.statements import items_by, spread_chart, striking_chart, striking_items
from samenspel.report.groups.words import Figures, gap, having, in_a_word, names_in_statements, ordered
from samenspel.taal import _
from samenspel.tui.widgets.blocks import widgets
from samenspel.tui.widgets.charts import draw_spreads, gap_legend, spread_legend
from samenspel.tui.widgets.drawing import Drawing
from samenspel.tui.widgets.rows import PickRow, PickRows, brief_drawings, row_drawings, row_keys
from samenspel.tui.workshop.screen import RowsScreen, SortedScreen, WorkshopScreen
from samenspel.tui.workshop.talk import Talk, striking
from samenspel.tui.workshop.voices import beamer_off, spoken, voices_screen

_STRIKING = "opvalt"
"""The place of the statements that stand out."""

_ORDERS: dict[Order, str] = {
    "laagste": _("Laagste cijfer van de hele groep eerst."),
    "verschil": _("Grootste verschil tussen de partijen eerst."),
    "verdeeldheid": _("Meeste verdeeldheid eerst."),
}
"""What rows are sorted by: a figure of each of them."""


def _sorted_by(cells: Sequence[Figures], order: Order) -> str:
    """Say in which order dimensions or statements stand; what has no figure to sort by stands last."""
    seen = len(having(cells, order))
    if not seen:
        return _("Hiervan is niets te zien. Dit is de volgorde van de vragenlijst.")
    last = _("Wat niet te zien is, staat onderaan.") if seen < len(cells) else ""
    return f"{_ORDERS[order]} {last}".rstrip()


class ComparisonScreen(SortedScreen):
    """The dimensions, large: name, both parties by name on a line, one word; the figures of the one where one is.

    Sorted as the group wants; a row opens its statements.
    """

    PART = "vergelijken"
    HELP = _(
        "Hier staan de onderdelen. Op elke lijn van 1 tot 5 staan de twee partijen, met hun naam. Rechts staat of ze "
        "verschillen. ‘Duidelijk verschil’ is meer dan toeval. ‘Mogelijk’ kan toeval zijn. ‘Geen’ betekent: er is geen "
        "verschil aangetoond. Het kan er wel zijn.\n\n"
        "Onderaan staan de cijfers van het onderdeel waar u bent. Staat een partij er niet? Dan staat onderaan "
        "waarom.\n\n"
        "Of mensen het eens zijn, staat er voor de groep en voor elke partij: eens, deels eens of sterk uiteen. "
        "Binnen een partij gaat het over die mensen onder elkaar, niet over de andere partij. Verschillen de "
        "partijen duidelijk? Dan staat het er alleen per partij. Is hun verschil verborgen? Dan staat er nooit dat "
        "de groep het eens is.\n\n"
        "Met l, v en d sorteert u: laagste, grootste verschil, meeste verdeeldheid. Met w ziet u welke stellingen "
        "opvallen, uit alle onderdelen. Een onderdeel telt de stellingen samen die aan beide partijen zijn gesteld. "
        "Daardoor kan de groep het daar eens zijn, en over één stelling toch verdeeld.\n\n"
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
        self._told: dict[str, str] = {}

    @property
    def heading(self) -> str:
        """Ask what the picture answers."""
        return _("Hoe kijken wij naar de samenwerking?")

    def compose_page(self) -> Iterable[Widget]:
        """Lay out the rows, and what else the comparison tells."""
        yield Static(id="order", classes="muted", markup=False)
        yield PickRows()
        yield Static(self._chart.sentence, classes="said", markup=False)
        _whole, *more = comparison(self.talk.questionnaire, self.talk.released)
        yield from widgets(more)

    def compose_foot(self) -> Iterable[Widget]:
        """Give the figures of the dimension where one is, which stay in sight."""
        yield Static(id="chosen", classes="foot", markup=False)

    async def show_sorted(self, *, anew: bool) -> None:
        """Show the rows in the stored order; when that is a new one, go to the first: the group wants to see it."""
        talk = self.talk
        order = talk.wave.order
        self.query_one("#order", Static).update(_sorted_by(talk.released.dimensions, order))
        chart = dimension_chart(talk.questionnaire, talk.released, order)
        found = ordered(talk.released.dimensions, order)
        ids = [one.id for one in found]
        self._told = {one: _told(chart, row) for one, row in zip(ids, chart.rows, strict=True)}
        drawings = brief_drawings(chart, [in_a_word(one) for one in found])
        rows = zip(ids, drawings, row_keys(len(ids)), strict=True)
        await self.show_rows((PickRow(*row) for row in rows), ids[0] if anew else None)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Tell the figures of the dimension where one is."""
        super().on_descendant_focus(event)
        if (here := self.here) is not None:
            self.query_one("#chosen", Static).update(self._told[here])

    def action_striking(self) -> None:
        """Show the statements that stand out, over all dimensions."""
        self.go(_STRIKING)

    def action_voices(self) -> None:
        """Open what people shared in their own words, after asking."""

        def decided(sure: bool | None) -> None:  # noqa: FBT001
            if sure and self.is_active:
                self.app.switch_screen(voices_screen(self.talk))

        if spoken(self.talk.released):
            self.app.push_screen(beamer_off(), decided)
        else:
            decided(sure=True)

    def on_pick_row_opened(self, event: PickRow.Opened) -> None:
        """Open a dimension."""
        self.talk.last_row = event.value
        self.go(f"onderdeel:{event.value}")


def _told(chart: GapChart, row: GapRow) -> str:
    """Tell the figures of one dimension: where the sides stand, the difference, and who agrees."""
    figures = " · ".join(sides_words(chart, row))
    told = " · ".join(text for text in (row.gap, row.remark) if text)
    return f"{row.label} – {figures}\n{told}" if told else f"{row.label} – {figures}"


class ChangeScreen(WorkshopScreen):
    """Each dimension then and now, and whether the group as a whole is shown to have changed, beside its actions."""

    PART = "veranderd"
    AUTO_FOCUS = ""
    HELP = _(
        "Hier ziet u per onderdeel de vorige meting en deze. ‘Duidelijk veranderd’ is meer dan toeval. ‘Mogelijk "
        "veranderd’ kan toeval zijn. ‘Geen verandering aangetoond’ betekent niet dat er niets gebeurde.\n\n"
        "Deze woorden gaan over de groep als geheel. Of één partij veranderde, is niet getoetst. Wel ziet u wat het "
        "gemiddelde van elke partij was en is, waar beide metingen dat laten zien.\n\n"
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
                yield Drawing(partial(gap_legend, block))
                for draw in row_drawings(block):
                    yield Drawing(draw)
            else:
                yield from widgets([block])


# Single statements: of one dimension, or of all. ------------------------------------------------------------------


class DimensionScreen(RowsScreen):
    """The statements of one dimension, each with how the answers are spread; a row opens the conversation about it."""

    PART = "vergelijken"
    HELP = _(
        "Dit zijn de stellingen van één onderdeel. Bij elke stelling ziet u hoe de antwoorden zijn verdeeld. Links van "
        "het midden staat oneens, rechts eens. De 3 en ‘weet ik niet’ staan apart.\n\n"
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
        asked = [item for item in self.talk.questionnaire.asked.items if item.dimension == self._dimension]
        of_both = {item.id for item in asked if asked_of_all(self.talk.questionnaire, item)}
        inside = [one for one in self.talk.released.items if one.id in of_both]
        yield Static(_sorted_by(inside, self.talk.wave.order), classes="muted", markup=False)
        yield Drawing(partial(spread_legend, self._chart))
        yield PickRows()

    async def show_step(self) -> None:
        """Show the statements in the order of the comparison."""
        items = statements(self.talk, self._dimension)
        drawn = _spread_drawings(self.talk, self._dimension)
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


def _spread_drawings(talk: Talk, dimension: str) -> dict[str, partial[list[Content]]]:
    """Return what draws the spread of each statement of a dimension, with what it is sorted by, by its id."""
    chart = spread_chart(talk.questionnaire, talk.released, dimension)
    inside = {item.id for item in talk.questionnaire.asked.items if item.dimension == dimension}
    found = [one for one in talk.released.items if one.id in inside]
    drawn = {}
    for one, row in zip(found, chart.rows, strict=True):
        said = " · ".join(part for part in (row.words, _gap(talk, one)) if part)
        drawn[one.id] = partial(_spread, replace(chart, rows=(replace(row, words=said),)))
    return drawn


def _gap(talk: Talk, one: ReleasedItem) -> str:
    """Say the gap where statements are sorted by it; the mean and the spread stand there already."""
    return gap(talk.questionnaire, one) if talk.wave.order == "verschil" else ""


def _spread(chart: SpreadChart, width: int) -> list[Content]:
    lines = list(draw_spreads(chart, width))
    return lines if lines[-1] else lines[:-1]  # rows keep a distance of their own


def _only(chart: GapChart, place: int) -> GapChart:
    return replace(chart, rows=(chart.rows[place],))


class StrikingScreen(SortedScreen):
    """The statements of all dimensions that stand out: largest gap, least agreement or lowest mean, as in the report.

    A row opens the conversation about it.
    """

    PART = "vergelijken"
    HELP = _(
        "Dit zijn stellingen uit alle onderdelen, hooguit vijf. Met v ziet u waar de partijen het meest verschillen. "
        "Met d ziet u waar de antwoorden het meest uiteenlopen, en met l wat het laagst scoort. De lijsten van v en d "
        "staan ook in het rapport, bij ‘Waar u over kunt praten’.\n\n"
        "De spreiding zegt hoe ver de antwoorden uit elkaar liggen. Bij 0 gaf iedereen hetzelfde antwoord. Een "
        "onderdeel telt de stellingen voor beide partijen samen. Daardoor kan de groep het daar eens zijn, en over "
        "één stelling toch verdeeld.\n\n"
        "Hier staan alleen stellingen die aan beide partijen zijn gesteld. Kies er een met Enter of een cijfer. Dan "
        "ziet u een vraag om over te praten. Met Esc gaat u terug naar de onderdelen."
    )
    BINDINGS = [
        Binding("escape", "back", _("onderdelen")),
    ]

    @property
    def at(self) -> str:
        """A place of its own, so that the group resumes here."""
        return _STRIKING

    @property
    def above(self) -> str:
        """Esc goes to the comparison."""
        return "vergelijken"

    def compose_page(self) -> Iterable[Widget]:
        """Lay out what the list is of, and its rows."""
        yield Static(id="list", classes="title", markup=False)
        yield Drawing(partial(gap_legend, self._chart()))
        yield PickRows()
        yield Static(id="said", classes="paragraph", markup=False)
        yield Static(id="names", classes="muted", markup=False)

    async def show_sorted(self, *, anew: bool) -> None:
        """Show the list of the stored order; when that is a new one, go to the first."""
        chart = self._chart()
        title = chart.title[:1].lower() + chart.title[1:]
        self.query_one("#list", Static).update(_("Wat opvalt: {lijst}").format(lijst=title))
        self.query_one("#said", Static).update(chart.sentence)
        found = striking_items(self.talk.questionnaire, self.talk.released, self.talk.wave.order)
        self.query_one("#names", Static).update(names_in_statements(self.talk.questionnaire, found))
        ids = striking(self.talk)
        rows = zip(ids, row_drawings(chart), row_keys(len(ids)), strict=True)
        await self.show_rows((PickRow(*row) for row in rows), ids[0] if anew and ids else None)

    def on_pick_row_opened(self, event: PickRow.Opened) -> None:
        """Open a statement, as one of this list."""
        self.go(f"{_STRIKING}:{event.value}")

    def _chart(self) -> GapChart:
        """Return the chart of the report, each row with its dimension: here they come from all of them."""
        talk = self.talk
        chart = striking_chart(talk.questionnaire, talk.released, talk.wave.order)
        of = [talk.questionnaire.item(item).dimension for item in striking(talk)]
        names = [talk.questionnaire.dimension(one).name for one in of]
        rows = [replace(row, remark=f"{row.remark} · {name}") for row, name in zip(chart.rows, names, strict=True)]
        return replace(chart, rows=tuple(rows))

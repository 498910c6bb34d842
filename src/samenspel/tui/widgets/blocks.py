"""The blocks of a report on the screen: every block has a widget. All text is shown as text, never as markup."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import TypeVar, assert_never

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import HorizontalGroup, VerticalGroup
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from samenspel.report.document import (
    AdviceCard,
    Beside,
    Block,
    Bullets,
    Facts,
    GapChart,
    Heading,
    Notice,
    Paragraph,
    ScoreChart,
    ShareChart,
    SideList,
    SpreadChart,
    Table,
    WorksheetPage,
)
from samenspel.taal import _
from samenspel.tui.widgets import Deed, charts
from samenspel.tui.widgets.drawing import ChartView

C = TypeVar("C", GapChart, ScoreChart, ShareChart, SpreadChart)

_WHOLE = 18
"""A word in a table stays whole up to so many characters; a longer one would leave too little for the other columns."""
_CELL_GAP = 1
"""The room that the style sheet keeps free beside a cell."""


def widgets(blocks: Iterable[Block]) -> list[Widget]:
    """Return the widgets that show these blocks, in their order."""
    return [widget for block in blocks for widget in _shown(block)]


def _shown(block: Block) -> list[Widget]:  # noqa: C901, PLR0912 - one case for each kind of block
    match block:
        case Heading():
            return [_text(block.text, "title" if block.level == 1 else "heading")]
        case Paragraph():
            return [_text(block.text, "paragraph")]
        case Notice():
            return [_text(block.text, "notice")]
        case Bullets():
            return [_bullets(block.items, "•")]
        case Beside():
            return [part for column in (block.left, block.right) for part in _column(column)]
        case Facts():
            return [_facts(block.rows)]
        case ScoreChart():
            return [_chart(block, charts.score_legend, charts.draw_scores)]
        case ShareChart():
            return [_chart(block, charts.draw_shares)]
        case GapChart():
            return [_chart(block, charts.gap_legend, charts.draw_gaps)]
        case SpreadChart():
            return [_chart(block, charts.spread_legend, charts.draw_spreads)]
        case Table():
            return [_table(block)]
        case AdviceCard():
            return _advice(block)
        case WorksheetPage():
            return _worksheet(block)
        case _:
            assert_never(block)


def _chart(chart: C, *draws: Callable[[C, int], Sequence[Content]]) -> Widget:
    return ChartView(chart.title, chart.sentence, *(partial(draw, chart) for draw in draws))


def _text(text: str, classes: str) -> Static:
    return Static(text, classes=classes, markup=False)


def _bullets(items: Iterable[str], sign: str) -> Widget:
    rows = [HorizontalGroup(_text(sign, "bullet"), _text(item, "cell"), classes="row") for item in items]
    return VerticalGroup(*rows, classes="paragraph")


def _column(column: SideList) -> list[Widget]:
    title = [_text(column.title, "heading")] if column.title else []
    return [*title, _bullets(column.items, "•")]


def _row(cells: Sequence[str], widths: Iterable[int], classes: str = "row", words: Sequence[int] = ()) -> Widget:
    """Return cells beside each other; ``words``: how long the longest word in each column is, which stays whole."""
    shown = []
    for text, width, word in zip(cells, widths, words or [0] * len(cells), strict=True):
        cell = _text(text, "cell")
        cell.styles.width = f"{width}fr"
        cell.styles.min_width = min(word, _WHOLE) + _CELL_GAP
        shown.append(cell)
    return HorizontalGroup(*shown, classes=classes)


def _longest_word(text: str) -> int:
    return max(map(len, text.split()), default=0)


def _facts(rows: Iterable[tuple[str, str]]) -> Widget:
    return VerticalGroup(*(_row(row, (1, 4)) for row in rows), classes="table")


def _table(table: Table) -> Widget:
    words = [max(_longest_word(row[place]) for row in (table.head, *table.rows)) for place in range(len(table.head))]
    rows = [_row(row, table.widths, words=words) for row in table.rows]
    head = _row(table.head, table.widths, "row head", words)
    title = [_text(table.title, "heading")] if table.title else []
    return VerticalGroup(*title, head, *rows, classes="table")


def _advice(card: AdviceCard) -> list[Widget]:
    return [
        _text(card.title, "title"),
        _text(card.what, "paragraph"),
        _text(_("Eerste stap"), "heading"),
        _text(card.first_step, "paragraph"),
        *_named(_("Waarom u dit krijgt"), card.why),
        _facts(card.facts),
        *_named(_("Uit het onderzoek"), (card.study,) if card.study else ()),
        *_named(
            _("Werkblad"),
            (_("{titel}. Dit staat bij uw werkbladen.").format(titel=card.worksheet),) if card.worksheet else (),
        ),
    ]


def _named(heading: str, texts: tuple[str, ...]) -> list[Widget]:
    return [_text(heading, "heading"), *(_text(text, "paragraph") for text in texts)] if texts else []


def _worksheet(page: WorksheetPage) -> list[Widget]:
    shown: list[Widget] = [_text(page.title, "title"), _text(page.intro, "paragraph")]
    for part in page.parts:
        shown += [_text(part.heading, "heading")] if part.heading else []
        shown += [_text(part.text, "paragraph")] if part.text else []
        shown += [_bullets(part.ticks, "☐")] if part.ticks else []
        shown += [_bullets(part.questions, "?")] if part.questions else []
        shown += [_row(row, (1,) * len(row)) for row in (part.columns, *part.rows) if row]
    return shown


# An advice in short: why, and the first step. It opens with Enter, its digit or the mouse. -----------------------


class AdviceCardView(VerticalGroup, can_focus=True):
    """One advice card, with its number in the order of urgency (from 1)."""

    BINDINGS = [Binding("enter,space", "open", _("advies openen"))]

    class Opened(Deed):
        """A person wants to read the whole advice with this number."""

        def __init__(self, number: int) -> None:
            super().__init__()
            self.number = number

    def __init__(self, card: AdviceCard, number: int) -> None:
        super().__init__()
        self._card = card
        self.number = number

    def compose(self) -> ComposeResult:
        """Lay out the card."""
        card = self._card
        yield Static(classes="card-title", markup=False)
        for name, text in ((_("Waarom"), next(iter(card.why), "")), (_("Eerste stap"), card.first_step)):
            if text:
                yield Static(Content.assemble((f"{name}: ", "bold"), text), classes="card-line", markup=False)
        time = next((value for name, value in card.facts if name == _("Tijd")), "")
        if time:
            yield Static(Content.assemble((_("Tijd") + ": ", "bold"), time), classes="card-line", markup=False)

    def on_mount(self) -> None:
        """Draw the title."""
        self._mark(here=False)

    def on_focus(self) -> None:
        """Show that one is here."""
        self._mark(here=True)

    def on_blur(self) -> None:
        """Show that one is elsewhere."""
        self._mark(here=False)

    def _mark(self, *, here: bool) -> None:
        sign = "▸" if here else " "
        self.query_one(".card-title", Static).update(f"{sign} {self.number}  {self._card.title}")

    def on_click(self) -> None:
        """Open the advice."""
        self.action_open()

    def action_open(self) -> None:
        """Open the advice."""
        self.post_message(self.Opened(self.number))

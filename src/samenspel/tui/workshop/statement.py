"""One statement to talk about: the question, the parties, how the answers are spread, and a timer for the talk."""

from collections.abc import Iterable, Iterator
from functools import partial

from msgspec.structs import replace
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import HorizontalGroup
from textual.widget import Widget
from textual.widgets import Button, Digits, Static

from samenspel.report.document import Block, GapChart, Heading, SpreadChart
from samenspel.report.groups.statements import item_detail
from samenspel.report.groups.words import statement
from samenspel.taal import _
from samenspel.tui.kit.screen import Body
from samenspel.tui.widgets import charts
from samenspel.tui.widgets.blocks import widgets
from samenspel.tui.widgets.drawing import Drawing
from samenspel.tui.widgets.rows import row_drawings
from samenspel.tui.workshop.compare import statements
from samenspel.tui.workshop.screen import WorkshopScreen
from samenspel.tui.workshop.talk import Countdown, Talk
from samenspel.tui.workshop.talk import striking as striking_ids

_TICK = 0.2
"""Seconds between two looks at the clock: the seconds that are shown never lag."""


class TalkTimer(HorizontalGroup):
    """Shows a :class:`Countdown`, large, at the foot; the screen has the keys, the buttons are for the mouse."""

    def __init__(self, countdown: Countdown) -> None:
        super().__init__()
        self.countdown = countdown
        self._told: tuple[str, bool] | None = None

    def compose(self) -> ComposeResult:
        """Lay out the time, what it does, and the buttons."""
        yield Digits(self.countdown.shown)
        yield Static(id="time", markup=False)
        for name, text in (("less", "−"), ("start", _("start")), ("more", "+")):
            button = Button(text, id=name, compact=True)
            button.can_focus = False
            yield button

    def on_mount(self) -> None:
        """Look at the clock from now on."""
        self.set_interval(_TICK, self.show)
        self.show()

    def show(self) -> None:
        """Show the time that is left, if that is not what is shown: the terminal is quiet while nothing changes."""
        countdown, shown = self.countdown, self.countdown.shown
        if self._told == (shown, countdown.running):
            return
        self._told = shown, countdown.running
        over = countdown.left == 0
        said = _("De tijd is om.") if over else _("gesprek loopt") if countdown.running else _("tijd voor het gesprek")
        self.set_class(countdown.running, "-running")
        self.set_class(over, "-over")
        self.query_one(Digits).update(shown)
        self.query_one("#time", Static).update(f"{shown}  {said}")
        self.query_one("#start", Button).label = _("stop") if countdown.running else _("start")

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Do what the button says."""
        event.stop()
        if event.button.id == "start":
            self.countdown.switch()
        else:
            self.countdown.add(1 if event.button.id == "more" else -1)
        self.show()


class ItemScreen(WorkshopScreen):
    """What the group talks about, with its own timer: that goes on while one scrolls or looks at another statement."""

    PART = "vergelijken"
    AUTO_FOCUS = ""
    HELP = _(
        "Dit is één stelling. Bovenaan staat een vraag om samen over te praten. Daaronder staan de twee partijen en "
        "hoe de antwoorden zijn verdeeld. Vraag niet wie wat antwoordde: dat blijft van iedereen zelf.\n\n"
        "Met s start en stopt u de klok. Met + en − krijgt het gesprek een minuut meer of minder. Elke stelling heeft "
        "een eigen klok, die op 5:00 begint. De klok loopt door als u schuift met ↑ en ↓, of even iets anders "
        "bekijkt. De klok maakt geen geluid.\n\n"
        "Met ← en → gaat u naar de vorige en de volgende stelling."
    )
    BINDINGS = [
        Binding("s,space", "timer", _("klok start/stop")),
        Binding("plus,equals_sign", "minutes(1)", _("minuut meer"), key_display="+"),
        Binding("minus", "minutes(-1)", _("minuut minder"), key_display="−"),
        Binding("left,f7", "turn(-1)", _("vorige")),
        Binding("right,f8", "turn(1)", _("volgende")),
        Binding("escape", "back", _("terug")),
    ]

    def __init__(self, talk: Talk, item: str, *, striking: bool = False) -> None:
        """Show a statement among those of its dimension, or among those that stand out."""
        super().__init__(talk)
        self._item = talk.questionnaire.item(item)
        self._list = "opvalt" if striking else "stelling"
        self._others = striking_ids(talk) if striking else statements(talk, self._item.dimension)
        self._countdown = talk.countdown(item)

    @property
    def at(self) -> str:
        """The statement is part of the place, and so is the list that it was opened from."""
        return f"{self._list}:{self._item.id}"

    @property
    def above(self) -> str:
        """Esc goes to where it was opened from."""
        return self._list if self._list == "opvalt" else f"onderdeel:{self._item.dimension}"

    @property
    def heading(self) -> str:
        """The statement, as a group reads it."""
        return statement(self.talk.questionnaire, self._item)

    def compose_page(self) -> Iterable[Widget]:
        """Lay out the question first, so that it is in sight, then the figures, then the study's."""
        _statement, *blocks = item_detail(self.talk.questionnaire, self.talk.released, self._item.id)
        place = next(place for place, block in enumerate(blocks) if isinstance(block, Heading))
        figures, (heading, question, *study) = blocks[:place], blocks[place:]
        yield from widgets((heading, question))
        yield from (widget for block in figures for widget in _figure(block))
        if study:
            yield from widgets((Heading(3, _("Uit het onderzoek")), *study))

    def compose_foot(self) -> Iterable[Widget]:
        """Give the timer."""
        yield TalkTimer(self._countdown)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer the statement before and after where there is one."""
        if action == "turn" and isinstance(parameters[0], int):
            return 0 <= self._others.index(self._item.id) + parameters[0] < len(self._others)
        return super().check_action(action, parameters)

    def action_turn(self, by: int) -> None:
        """Go to the statement before or after this one."""
        self.go(f"{self._list}:{self._others[self._others.index(self._item.id) + by]}")

    def action_timer(self) -> None:
        """Start or stop the timer."""
        self._countdown.switch()
        self.query_one(TalkTimer).show()

    def action_minutes(self, minutes: int) -> None:
        """Give the conversation more or less time."""
        self._countdown.add(minutes)
        self.query_one(TalkTimer).show()

    def action_back(self) -> None:
        """Go to where it was opened from, at the row of this statement."""
        self.talk.last_row = self._item.id
        super().action_back()

    def action_scroll_line(self, direction: int) -> None:
        """Scroll a few lines: nothing here has the focus."""
        self.query_one(Body).scroll_relative(y=2 * direction, animate=False)


def _figure(block: Block) -> Iterator[Widget]:
    """Show a chart of one row without what stands above it already: the statement itself."""
    match block:
        case GapChart(rows=(row,)):
            said = block.sentence.rstrip(".")  # it stands among other words
            chart = replace(block, rows=(replace(row, label="", gap=said[:1].lower() + said[1:]),))
            yield Static(block.title, classes="heading", markup=False)
            yield Drawing(partial(charts.gap_legend, chart))
            yield Drawing(row_drawings(chart)[0])
        case SpreadChart(rows=(row,)):
            spread = replace(block, rows=(replace(row, label=""),))
            yield Static(block.title, classes="heading", markup=False)
            yield Drawing(partial(charts.spread_legend, spread))
            yield Drawing(lambda width: [line for line in charts.draw_spreads(spread, width) if line.plain.strip()])
        case _:
            yield from widgets([block])

"""What is drawn in characters, for the width that it gets: a chart by a function, a changing text by its widget."""

from collections.abc import Callable, Sequence
from typing import Self

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.containers import VerticalGroup
from textual.content import Content
from textual.geometry import Region, Size
from textual.reactive import Reactive
from textual.widget import Widget
from textual.widgets import Static

from samenspel.tui.textual_private import QuickWidget

Draw = Callable[[int], Sequence[Content]]
"""Width in columns → lines, none wider than that."""

LEAST = 20
"""For fewer columns nothing is ever drawn."""


def lines_of(draw: Draw, width: int) -> Sequence[Content]:
    """Draw for a space of ``width`` columns; where there is less room than ``LEAST``, what does not fit is cut off."""
    return draw(max(LEAST, width))


class Drawing(Widget):
    """Shows what ``draw`` makes of the width, and is as high as that."""

    DEFAULT_CSS = "Drawing { width: 100%; height: auto; }"

    def __init__(self, draw: Draw) -> None:
        super().__init__()
        self._draw = draw

    def lines(self, width: int) -> Sequence[Content]:
        """Return what is drawn for a space of ``width`` columns."""
        return lines_of(self._draw, width)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - Textual's own
        """Return how many lines there are at this width."""
        return len(self.lines(width))

    def redraw(self, least: int = 0) -> None:
        """Draw anew; all is laid out again only when this gets another height, which takes as long as all the rest.

        ``least``: the height that it has however little there is to draw.
        """
        width, height = self.content_size
        if width:  # else it has no place yet, and will be laid out anyway
            self.refresh(layout=max(least, len(self.lines(width))) != height)

    def render(self) -> Content:
        """Draw."""
        return Content("\n").join(self.lines(self.content_size.width))


class ChartView(VerticalGroup):
    """A chart: its title, its drawings (a legend, the rows), and its sentence."""

    def __init__(self, title: str, sentence: str, *draws: Draw) -> None:
        super().__init__()
        self._title, self._sentence, self._draws = title, sentence, draws

    def compose(self) -> ComposeResult:
        """Lay out the chart."""
        yield Static(self._title, classes="heading", markup=False)
        yield from map(Drawing, self._draws)
        yield Static(self._sentence, classes="said", markup=False)


def packed(parts: Sequence[Content], width: int, between: str) -> list[Content]:
    """Put parts beside each other as far as they fit in ``width``; only a part wider than that is itself broken."""
    lines: list[Content] = []
    for part in parts:
        if lines and lines[-1].cell_length + len(between) + part.cell_length <= width:
            lines[-1] = lines[-1] + between + part
        else:
            lines += part.wrap(width) if part.cell_length > width else [part]
    return lines


# Texts that change often: the page is laid out again only when they take more or fewer lines than before. --------


class Drawn(QuickWidget, Widget):
    """A widget that draws itself as text, for the width it has. Its width must not depend on what it draws."""

    auto_links: Reactive[bool] = Reactive(False)  # noqa: FBT003 - no text here can be clicked: Textual need not look
    _laid_out = 0
    _ready: tuple[int, Content] | None = None
    """What is to be painted and for which width, when it was drawn already to count its lines."""

    def drawn(self, width: int) -> Content:
        """Give what is to be seen now in a space of ``width`` columns."""
        raise NotImplementedError

    def redraw(self) -> None:
        """Show what :meth:`drawn` gives now."""
        least = self.styles.min_height
        room = ((least and least.cells) or 0) - self.gutter.height
        width = self.content_size.width
        text = self.drawn(width)
        if max(_lines(text, width), room) == max(self._laid_out, room):
            self.repaint()
        else:
            self.refresh(layout=True)
        self._ready = width, text

    def refresh(
        self,
        *regions: Region,
        repaint: bool = True,
        layout: bool = False,
        recompose: bool = False,
    ) -> Self:
        """Draw anew when it is painted: how it looks may have changed."""
        self._ready = None
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)

    def render(self) -> Content:
        """Draw for the width there is."""
        width = self.content_size.width
        ready, self._ready = self._ready, None
        return ready[1] if ready and ready[0] == width else self.drawn(width)

    def get_content_width(self, container: Size, viewport: Size) -> int:  # noqa: ARG002
        """Take the room there is."""
        return container.width

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """Count the lines."""
        self._laid_out = _lines(self.drawn(width), width)
        return self._laid_out


def _lines(text: Content, width: int) -> int:
    if not (width and text):
        return 0
    lines = text.plain.split("\n")
    if all(cell_len(line) <= width for line in lines):  # nothing to wrap
        return len(lines)
    return text.get_height({}, width)


class Passage(Drawn):
    """A text, shown as it is."""

    def __init__(self, text: str = "", *, id: str | None = None, classes: str = "") -> None:  # noqa: A002
        super().__init__(id=id, classes=classes)
        self._text = Content(text)

    def put(self, text: str) -> None:
        """Show ``text`` from now on."""
        if text != self._text.plain:
            self._text = Content(text)
            self.redraw()

    def drawn(self, width: int) -> Content:  # noqa: ARG002
        """Give the text."""
        return self._text

"""Something drawn in characters that fits itself to the width it gets; a chart is a few of those."""

from collections.abc import Callable, Sequence

from textual.app import ComposeResult
from textual.containers import VerticalGroup
from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget
from textual.widgets import Static

Draw = Callable[[int], Sequence[Content]]
"""Width in columns → lines, none wider than that."""


class Drawing(Widget):
    """Shows what ``draw`` makes of the width, and is as high as that."""

    DEFAULT_CSS = "Drawing { width: 100%; height: auto; }"

    def __init__(self, draw: Draw) -> None:
        super().__init__()
        self._draw = draw

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - Textual's own
        """Return how many lines there are at this width."""
        return len(self._draw(width))

    def redraw(self, least: int = 0) -> None:
        """Draw anew; all is laid out again only when this gets another height, which takes as long as all the rest.

        ``least``: the height that it has however little there is to draw.
        """
        width, height = self.content_size
        if width:  # else it has no place yet, and will be laid out anyway
            self.refresh(layout=max(least, len(self._draw(width))) != height)

    def render(self) -> Content:
        """Draw."""
        return Content("\n").join(self._draw(self.content_size.width))


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

"""How far one is: a line that fills, with the share in per cent beside it."""

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget


class ProgressLine(Widget):
    """One line; ``share`` goes from 0 to 1."""

    COMPONENT_CLASSES = {"progress-line--done", "progress-line--rest"}

    share: reactive[float] = reactive(0.0)

    def render(self) -> Content:
        """Draw the line over the whole width."""
        figure = f"{self.share:5.0%}".replace("%", " %")
        width = max(0, self.size.width - len(figure))
        done = round(self.share * width)
        rest = width - done
        return Content.assemble(
            ("━" * done, self.get_visual_style("progress-line--done")),
            ("╌" * rest, self.get_visual_style("progress-line--rest")),
            figure,
        )

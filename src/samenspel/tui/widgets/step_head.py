"""The head of a step: what it is about, where it stands, and the line that fills."""

from textual.content import Content

from samenspel.tui.widgets.passage import Drawn


class StepHead(Drawn):
    """Two lines at the top of every step of the self-test."""

    COMPONENT_CLASSES = {"head--about", "head--place", "head--done", "head--rest"}

    _about = ""
    _place = ""
    _share = 0.0

    def show(self, about: str, place: str, share: float) -> None:
        """Show what the step is about, its place in words, and how far (0..1) that is."""
        self._about, self._place, self._share = about, place, share
        self.redraw()

    def drawn(self, width: int) -> Content:
        """Put the place at the right, below when it does not fit beside; then the line and its per cent."""
        about = Content.styled(self._about, self.get_visual_style("head--about", partial=True))
        place = Content.styled(self._place, self.get_visual_style("head--place", partial=True))
        room = width - about.cell_length - place.cell_length
        between = " " * room if room > 1 else "\n"
        return Content.assemble(about, between, place, "\n", self._line(width))

    def _line(self, width: int) -> Content:
        figure = f"{self._share:5.0%}".replace("%", " %")
        room = max(0, width - len(figure))
        done = round(self._share * room)
        return Content.assemble(
            ("━" * done, self.get_visual_style("head--done", partial=True)),
            ("╌" * (room - done), self.get_visual_style("head--rest", partial=True)),
            figure,
        )

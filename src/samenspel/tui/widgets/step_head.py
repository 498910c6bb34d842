"""The head of a step: what it is about, where it stands, and the line that fills."""

from textual.app import ComposeResult
from textual.containers import HorizontalGroup, VerticalGroup

from samenspel.tui.widgets.passage import Passage
from samenspel.tui.widgets.progress_line import ProgressLine


class StepHead(VerticalGroup):
    """Two lines at the top of every step of the self-test."""

    def compose(self) -> ComposeResult:
        """Lay out the head."""
        with HorizontalGroup():
            yield Passage(classes="about")
            yield Passage(classes="place")
        yield ProgressLine()

    def show(self, about: str, place: str, share: float) -> None:
        """Show what the step is about, its place in words, and how far (0..1) that is."""
        self.query_one(".about", Passage).put(about)
        self.query_one(".place", Passage).put(place)
        self.query_one(ProgressLine).share = share

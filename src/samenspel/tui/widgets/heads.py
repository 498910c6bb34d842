"""The head of a page: of a step of the self-test, with the sign that an answer is stored; and of the workshop."""

from textual.content import Content

from samenspel.taal import _
from samenspel.tui.widgets.drawing import Drawn, Passage


class StepHead(Drawn):
    """Two lines at the top of every step of the self-test: what it is about and where it stands; a line that fills."""

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


class SavedSign(Passage):
    """Says whether what was answered is on the disk: *bewaard ✓* or not; empty while there is nothing to say."""

    def saved(self, what: str = "") -> None:
        """Say that ``what`` was saved."""
        self.remove_class("-failed")
        self.put(" ".join(filter(None, (what, _("bewaard ✓")))))

    def failed(self) -> None:
        """Say that it was not saved."""
        self.add_class("-failed")
        self.put(_("niet bewaard ✗"))

    def clear(self) -> None:
        """Say nothing."""
        self.remove_class("-failed")
        self.put(" ")  # still a line, so that the page stays as it is


class WorkshopHead(Drawn):
    """Three lines that do not scroll away: the parts with the one where the group is; group, wave and k; a rule."""

    COMPONENT_CLASSES = {"head--here", "head--other", "head--rule"}

    def __init__(self, parts: tuple[str, ...], here: int, about: str, anonymity: str) -> None:
        super().__init__()
        self._parts, self._here, self._about, self._anonymity = parts, here, about, anonymity

    def drawn(self, width: int) -> Content:
        """Draw for this width; where the parts do not fit beside each other, only the one where the group is."""
        rule = Content.styled("━" * width, self.get_visual_style("head--rule", partial=True))
        return Content("\n").join((self._trail(width), self._whose(width), rule))

    def _trail(self, width: int) -> Content:
        here = self.get_visual_style("head--here", partial=True)
        other = self.get_visual_style("head--other", partial=True)
        shown = [
            Content.styled(f"▸ {name}" if place == self._here else name, here if place == self._here else other)
            for place, name in enumerate(self._parts)
        ]
        trail = Content("   ").join(shown)
        if trail.cell_length <= width:
            return trail
        place = _("deel {nummer} van {totaal}").format(nummer=self._here + 1, totaal=len(self._parts))
        return Content.assemble((f"▸ {self._parts[self._here]}", here), "   ", (place, other))

    def _whose(self, width: int) -> Content:
        k = Content.styled(self._anonymity, self.get_visual_style("head--here", partial=True))
        room = max(1, width - k.cell_length - 2)
        about = Content(self._about)
        if about.cell_length > room:
            about = about.truncate(room, ellipsis=True)
        return about + Content(" " * max(0, width - about.cell_length - k.cell_length)) + k

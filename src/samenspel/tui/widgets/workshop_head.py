"""The head of every workshop screen: where the group is, whose workshop it is, and k. It does not scroll away."""

from textual.content import Content

from samenspel.taal import _
from samenspel.tui.widgets.passage import Drawn


class WorkshopHead(Drawn):
    """Three lines: the parts with the one where the group is; the group, the wave and k; a rule."""

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

"""The groups of a typed code as they are read: each with ✓ or ✗ as soon as it is complete."""

from textual.content import Content

from samenspel.exchange.code import GROUP, as_read
from samenspel.taal import _
from samenspel.tui.widgets.passage import Drawn


class CodeGroups(Drawn):
    """What is typed, divided into groups; a wrong one can be seen without colour."""

    def __init__(self) -> None:
        super().__init__()
        self._parts: list[Content] = []

    def show(self, typed: str, wrong: tuple[int, ...]) -> None:
        """Show the groups of what is typed."""
        read = as_read(typed)
        groups = [read[start : start + GROUP] for start in range(0, len(read), GROUP)]
        self._parts = [_part(number, group, number in wrong) for number, group in enumerate(groups, 1)]
        self.redraw()

    def drawn(self, width: int) -> Content:  # noqa: ARG002
        """Draw the groups, one after another."""
        return Content("  ").join(self._parts)


def _part(number: int, group: str, wrong: bool) -> Content:  # noqa: FBT001
    sign = "✗" if wrong else "✓" if len(group) == GROUP else "…"
    text = _("{nummer}:{groep} {teken}").format(nummer=number, groep=group, teken=sign)
    return Content.styled(text, "bold reverse" if wrong else "bold" if sign == "✓" else "")

"""The answers to one question: boxes side by side, each with its label."""

from collections.abc import Sequence

from reportlab.platypus import Flowable

from samenspel.report.pdf.fields import BOX, lone_box, tick_box
from samenspel.report.pdf.lines import CELL, Lines


class Options(Flowable):  # type: ignore[misc]  # reportlab has no types
    """Boxes of one field with a label behind each, side by side as far as they fit."""

    _GAP, _PITCH = 16.0, 20.0

    def __init__(self, name: str, tooltip: str, options: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self._name, self._tooltip, self._options = name, tooltip, options
        self._places: list[tuple[float, float]] = []

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """Place the boxes."""
        self._labels = [Lines(label, CELL, width - BOX - 6, 3) for _value, label in self._options]
        self._places.clear()
        x = y = 0.0
        down = self._PITCH
        for label in self._labels:
            taken = BOX + 5 + label.width
            if x and x + taken > width:
                x, y, down = 0.0, y + down, self._PITCH
            self._places.append((x, y))
            down = max(down, label.height + 6)
            x += taken + self._GAP
        self.width, self.height = width, y + down
        return self.width, self.height + 4

    def draw(self) -> None:
        """Draw the boxes and their labels."""
        for (value, text), label, (x, down) in zip(self._options, self._labels, self._places, strict=True):
            top = self.height + 4 - down
            tooltip = f"{self._tooltip} – {text}" if len(self._options) == 1 else self._tooltip
            if len(self._options) == 1:
                lone_box(self.canv, x, top - BOX - 2, self._name, tooltip)
            else:
                tick_box(self.canv, x, top - BOX - 2, self._name, value, tooltip)
            label.draw(self.canv, x + BOX + 5, top - BOX + 2)

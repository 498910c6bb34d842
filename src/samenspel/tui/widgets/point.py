"""A point of a list: its text stays beside its sign, also when it takes more lines."""

from textual.containers import HorizontalGroup
from textual.widgets import Static


class Point(HorizontalGroup):
    """One point, with ``sign`` before it."""

    def __init__(self, text: str, sign: str = "•", *, classes: str = "") -> None:
        super().__init__(
            Static(sign, markup=False, classes="point-sign"),
            Static(text, markup=False, classes="point-text"),
            classes=classes,
        )

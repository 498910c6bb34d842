"""A line to fill in: its name before it, and what is wrong with it below it."""

from collections.abc import Iterable

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import HorizontalGroup, VerticalGroup
from textual.widget import Widget
from textual.widgets import Input, Static

from samenspel.tui.widgets.writing import WritingLine


class FieldLine(WritingLine):
    """The place to type; the arrows go to the next field or the one before."""

    BINDINGS = [
        Binding("down", "app.focus_next", show=False),
        Binding("up", "app.focus_previous", show=False),
    ]


class Field(VerticalGroup):
    """One field. What is typed stays, whatever is said about it.

    ``whole``: who comes here has the whole value selected, so that typing replaces it.
    """

    def __init__(self, label: str, value: str = "", *, id: str | None = None, whole: bool = False) -> None:  # noqa: A002
        super().__init__(id=id)
        self._label = label
        self._value = value
        self._whole = whole
        self.wrong = ""

    def compose(self) -> ComposeResult:
        """Lay out the field."""
        yield from self._parts()

    def _parts(self) -> Iterable[Widget]:
        with HorizontalGroup():
            yield Static(self._label, classes="field-label", markup=False)
            yield FieldLine(self._value, compact=True, select_on_focus=self._whole)
        yield Static(classes="field-wrong hidden", markup=False)

    @property
    def value(self) -> str:
        """What is typed."""
        return self.query_one(Input).value

    @value.setter
    def value(self, value: str) -> None:
        self.query_one(Input).value = value

    def enter(self) -> None:
        """Put the keyboard here."""
        self.query_one(Input).focus()

    def say(self, wrong: str) -> None:
        """Say what is wrong; the empty text takes it away."""
        self.wrong = wrong
        said = self.query_one(".field-wrong", Static)
        said.update(f"✗ {wrong}" if wrong else "")
        said.set_class(not wrong, "hidden")
        if wrong:
            said.scroll_visible(animate=False)

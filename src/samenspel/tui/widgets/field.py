"""A line to fill in: its name before it, and what is wrong with it below it."""

from collections.abc import Iterable

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import HorizontalGroup, VerticalGroup
from textual.widget import Widget
from textual.widgets import Input, Static

from samenspel.taal import _
from samenspel.tui.widgets.writing import WritingLine


class FieldLine(WritingLine):
    """The place to type; the arrows go to the next field or the one before."""

    BINDINGS = [
        Binding("enter", "submit", _("verder")),
        Binding("down", "app.focus_next", show=False),
        Binding("up", "app.focus_previous", show=False),
    ]


class Wrong(Static):
    """What is wrong with the field above it; not there while nothing is."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(markup=False, id=id, classes="field-wrong hidden")
        self.wrong = ""

    def say(self, wrong: str) -> None:
        """Say what is wrong; the empty text takes it away."""
        self.wrong = wrong
        self.update(f"✗ {wrong}" if wrong else "")
        self.set_class(not wrong, "hidden")


class Field(VerticalGroup):
    """One field. What is typed stays, whatever is said about it.

    ``whole``: who comes here has the whole value selected, so that typing replaces it.
    """

    def __init__(self, label: str, value: str = "", *, id: str | None = None, whole: bool = False) -> None:  # noqa: A002
        super().__init__(id=id)
        self._label = label
        self._value = value
        self._whole = whole

    def compose(self) -> ComposeResult:
        """Lay out the field."""
        yield from self._parts()

    def _parts(self) -> Iterable[Widget]:
        with HorizontalGroup():
            yield Static(self._label, classes="field-label", markup=False)
            yield FieldLine(self._value, compact=True, select_on_focus=self._whole)
        yield Wrong()

    @property
    def value(self) -> str:
        """What is typed."""
        return self.query_one(Input).value

    @value.setter
    def value(self, value: str) -> None:
        self.query_one(Input).value = value

    def enter(self) -> None:
        """Put the keyboard here, with what is wrong in sight."""
        self.query_one(Input).focus()
        self.call_after_refresh(self.scroll_visible, animate=False)

    @property
    def wrong(self) -> str:
        """What was said to be wrong."""
        return self.query_one(Wrong).wrong

    def say(self, wrong: str) -> None:
        """Say what is wrong; the empty text takes it away."""
        self.query_one(Wrong).say(wrong)

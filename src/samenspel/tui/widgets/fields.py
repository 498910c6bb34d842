"""What is filled in: a line of text, a field with its name and what is wrong with it, and what is ticked."""

import sys

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import HorizontalGroup, VerticalGroup
from textual.content import Content
from textual.widgets import Input, Static

from samenspel import hygiene
from samenspel.taal import _
from samenspel.tui.widgets import Deed
from samenspel.tui.widgets.menu import Hanging


class WritingLine(Input):
    """One line of text. What is pasted passes hygiene first, so that no control character reaches the terminal."""

    def on_paste(self, event: events.Paste) -> None:
        """Clean what is pasted before it is put in."""
        event.text = self.cleaned(event.text)

    def cleaned(self, text: str) -> str:
        """Return what is pasted as it is put in."""
        return hygiene.clean(text, sys.maxsize)


class FieldLine(WritingLine):
    """The place to type; the arrows go to the next field or the one before."""

    BINDINGS = [
        Binding("enter", "submit", _("verder")),
        Binding("down", "app.focus_next", show=False),
        Binding("up", "app.focus_previous", show=False),
    ]


class PathLine(FieldLine):
    """The place to type a path, or to drop a file."""

    def cleaned(self, text: str) -> str:
        """Return what is pasted as one line; nothing else of a path may change."""
        return hygiene.path_line(text)


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


class BareField(VerticalGroup):
    """A place to type, with what is wrong below it. What is typed stays, whatever is said about it."""

    def __init__(self, line: Input, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self._place = line

    def compose(self) -> ComposeResult:
        """Lay out the field."""
        yield self._place
        yield Wrong()

    @property
    def value(self) -> str:
        """What is typed."""
        return self._place.value

    @value.setter
    def value(self, value: str) -> None:
        self._place.value = value

    def enter(self) -> None:
        """Put the keyboard here, with what is wrong in sight."""
        self._place.focus()
        self.call_after_refresh(self.scroll_visible, animate=False)

    @property
    def wrong(self) -> str:
        """What was said to be wrong."""
        return self.query_one(Wrong).wrong

    def say(self, wrong: str) -> None:
        """Say what is wrong; the empty text takes it away."""
        self.query_one(Wrong).say(wrong)


class Field(BareField):
    """A place to type with its name before it.

    ``whole``: who comes here has the whole value selected, so that typing replaces it. ``line``: what one types in.
    """

    def __init__(
        self,
        label: str,
        value: str = "",
        *,
        id: str | None = None,  # noqa: A002 - Textual's name
        whole: bool = False,
        line: type[FieldLine] = FieldLine,
    ) -> None:
        super().__init__(line(value, compact=True, select_on_focus=whole), id=id)
        self._label = label

    def compose(self) -> ComposeResult:
        """Lay out the field."""
        with HorizontalGroup():
            yield Static(self._label, classes="field-label", markup=False)
            yield self._place
        yield Wrong()


# Something to switch on or off, with the state in words and signs. -----------------------------------------------


class Tick(Static, can_focus=True):
    """A text with ``[ ]`` or ``[✓]`` before it. It asks to be switched; :meth:`show` sets what is true."""

    BINDINGS = [Binding("enter,space", "switch", _("aan of uit"), show=False)]

    class Switched(Deed):
        """A person wants the tick the other way."""

        def __init__(self, tick: "Tick", *, on: bool) -> None:
            super().__init__()
            self.tick = tick
            self.on = on

        @property
        def control(self) -> "Tick":
            """The tick that was switched."""
            return self.tick

    def __init__(self, text: str, *, key: str = "", on: bool = False, id: str | None = None, classes: str = "") -> None:  # noqa: A002
        super().__init__(markup=False, id=id, classes=classes)
        self._text = text
        self._key = key
        self.on = on

    def on_mount(self) -> None:
        """Draw the first time."""
        self._draw()

    def show(self, *, on: bool) -> None:
        """Show what is true now."""
        self.on = on
        self._draw()

    def watch_has_focus(self, has_focus: bool) -> None:  # noqa: FBT001
        """Show where the keyboard is."""
        super().watch_has_focus(has_focus)
        self._draw()

    def _draw(self) -> None:
        self.set_class(self.on, "-on")
        sign = f"{'▸' if self.has_focus else ' '} [{'✓' if self.on else ' '}] "
        text = self._text if self._text.endswith("?") else f"{self._text}:"
        state = _("ja") if self.on else _("nee")
        head = Content.assemble(sign, (f"{self._key} " if self._key else "", "bold"))
        self.update(Hanging(head, Content(f"{text} {state}")))

    def on_click(self) -> None:
        """Switch by mouse."""
        self.action_switch()

    def action_switch(self) -> None:
        """Ask for the other state."""
        self.post_message(self.Switched(self, on=not self.on))

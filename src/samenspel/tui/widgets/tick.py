"""Something to switch on or off, with the state in words and signs."""

from textual.binding import Binding
from textual.content import Content
from textual.widgets import Static

from samenspel.taal import _
from samenspel.tui.widgets.deed import Deed
from samenspel.tui.widgets.hanging import Hanging


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

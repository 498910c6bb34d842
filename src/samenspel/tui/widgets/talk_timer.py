"""The timer of a conversation, large: it counts down at the foot of the screen, whatever else happens there."""

from textual.app import ComposeResult
from textual.containers import HorizontalGroup
from textual.widgets import Button, Digits, Static

from samenspel.taal import _
from samenspel.tui.countdown import Countdown

_TICK = 0.2
"""Seconds between two looks at the clock: the seconds that are shown never lag."""


class TalkTimer(HorizontalGroup):
    """Shows a :class:`Countdown`; the screen has the keys, the buttons are for the mouse."""

    def __init__(self, countdown: Countdown) -> None:
        super().__init__()
        self.countdown = countdown

    def compose(self) -> ComposeResult:
        """Lay out the time, what it does, and the buttons."""
        yield Digits(self.countdown.shown)
        yield Static(id="time", markup=False)
        for name, text in (("less", "−"), ("start", _("start")), ("more", "+")):
            button = Button(text, id=name, compact=True)
            button.can_focus = False
            yield button

    def on_mount(self) -> None:
        """Look at the clock from now on."""
        self.set_interval(_TICK, self.show)
        self.show()

    def show(self) -> None:
        """Show the time that is left."""
        countdown, shown = self.countdown, self.countdown.shown
        over = countdown.left == 0
        said = _("De tijd is om.") if over else _("gesprek loopt") if countdown.running else _("tijd voor het gesprek")
        self.set_class(countdown.running, "-running")
        self.set_class(over, "-over")
        self.query_one(Digits).update(shown)
        self.query_one("#time", Static).update(f"{shown}  {said}")
        self.query_one("#start", Button).label = _("stop") if countdown.running else _("start")

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Do what the button says."""
        event.stop()
        if event.button.id == "start":
            self.countdown.switch()
        else:
            self.countdown.add(1 if event.button.id == "more" else -1)
        self.show()

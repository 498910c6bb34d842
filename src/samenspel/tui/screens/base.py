"""What every screen has: a page in the middle, its keys below, F1 for help, Esc to go back.

A screen says in ``compose_page`` what stands on its page and in ``HELP`` what F1 explains. The page scrolls when
the terminal is small; screens carry the class ``-narrow``, ``-normal`` or ``-wide``.
"""

from collections.abc import Iterable
from math import inf
from typing import TYPE_CHECKING, ClassVar, cast

from textual import events
from textual.app import ComposeResult
from textual.await_complete import AwaitComplete
from textual.binding import Binding
from textual.containers import VerticalGroup, VerticalScroll
from textual.message import Message
from textual.screen import ModalScreen, Screen, ScreenResultType
from textual.widget import Widget
from textual.widgets import Button, Input, OptionList

from samenspel.taal import _
from samenspel.tui.widgets.choices import Choices
from samenspel.tui.widgets.key_line import KeyLine
from samenspel.tui.widgets.tick import Tick

if TYPE_CHECKING:
    from samenspel.tui.app import SamenspelApp

BREAKPOINTS: list[tuple[int, str]] = [(0, "-narrow"), (80, "-normal"), (100, "-wide")]
_DONE = (Choices.Picked, Tick.Switched, OptionList.OptionSelected, Input.Submitted, Button.Pressed)
"""What tells a screen that the person did something there."""

HEIGHTS: list[tuple[int, str]] = [(0, "-low"), (24, "-normal-height"), (34, "-high")]


class Body(VerticalScroll, can_focus=False, inherit_bindings=False):
    """What scrolls when the page is longer than the terminal."""


class Page(Screen[ScreenResultType]):
    """What whole screens and windows have in common."""

    HELP: ClassVar[str] = ""
    """What F1 says about this screen: plain text, paragraphs apart by an empty line."""

    HORIZONTAL_BREAKPOINTS = BREAKPOINTS
    VERTICAL_BREAKPOINTS = HEIGHTS
    AUTO_FOCUS = "*"
    BINDINGS = [
        Binding("escape", "back", _("terug")),
        Binding("f1", "explain", _("uitleg")),
        Binding("pagedown", "scroll_page(1)", show=False),
        Binding("pageup", "scroll_page(-1)", show=False),
        Binding("down", "scroll_line(1)", show=False),
        Binding("up", "scroll_line(-1)", show=False),
    ]

    seen_since = inf

    @property
    def main(self) -> "SamenspelApp":
        """The app, by its own type."""
        return cast("SamenspelApp", self.app)

    @property
    def gone(self) -> bool:
        """Whether this screen was closed, by a key in a burst or with the whole app: there is nothing left to fill."""
        return not self.is_attached or self not in self.app.screen_stack

    def compose(self) -> ComposeResult:
        """Lay out the screen."""
        with Body(id="body"), VerticalGroup(id="page"):
            yield from self.compose_page()
        yield KeyLine()

    def compose_page(self) -> Iterable[Widget]:
        """Give what stands on the page (a generator, like ``compose``)."""
        return ()

    def on_mount(self) -> None:
        """Wait for the first paint."""
        self.not_seen_yet()

    def not_seen_yet(self) -> None:
        """Take nothing that the person does here until what stands here now has been painted."""
        self.seen_since = inf
        self.call_after_refresh(self._seen)

    def _seen(self) -> None:
        self.seen_since = Message().time

    async def _on_message(self, message: Message) -> None:
        """Leave what was done before this was seen, or after it was left: keys in a burst, meant for what went before.

        Textual checks a message when it is posted only, which is too early: what comes before it may still change
        what stands here.
        """
        if not isinstance(message, _DONE) or (self.is_active and message.time >= self.seen_since):
            await super()._on_message(message)

    def keep(self) -> bool:
        """Save what is being typed here, before this screen goes; False: that failed, so it must stay."""
        return True

    def asks_before_quitting(self) -> bool:
        """Ask the person something first, before the app stops; False: there is nothing to ask."""
        return False

    @property
    def help_text(self) -> str:
        """What F1 says now."""
        return self.HELP

    def action_back(self) -> None:
        """Go back to the screen below; the start screen, the lowest one, stays."""
        if self.is_active and len(self.app.screen_stack) > 1:
            self.app.pop_screen()

    def dismiss(self, result: ScreenResultType | None = None) -> AwaitComplete:
        """Close and give ``result``, unless that was done: Textual would close the screen below the second time."""
        return super().dismiss(result) if self.is_active else AwaitComplete()

    def action_explain(self) -> None:
        """Show the help of this screen."""
        from samenspel.tui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen(self.help_text, KeyLine.keys_of(self)))

    def action_scroll_page(self, direction: int) -> None:
        """Scroll the page a screenful down (1) or up (-1)."""
        body = self.query_one(Body)
        body.scroll_relative(y=direction * max(1, body.size.height - 2), animate=False)

    def action_scroll_line(self, direction: int) -> None:
        """Scroll the page a line down (1) or up (-1)."""
        self.query_one(Body).scroll_relative(y=direction, animate=False)

    def on_screen_resume(self, _event: events.ScreenResume) -> None:
        """Take over a size that changed while another screen was on top."""
        self.post_message(events.Resize(self.app.size, self.app.size))


class BaseScreen(Page[None]):
    """A whole screen."""

    def on_mount(self) -> None:
        """Take away what was said on the screen before: it would stand in the way here."""
        self.app.clear_notifications()


class BaseModal(Page[ScreenResultType], ModalScreen[ScreenResultType]):
    """A window over a screen, which may give something back with ``dismiss``."""

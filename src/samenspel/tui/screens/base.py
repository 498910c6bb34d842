"""What every screen has: a page in the middle, its keys below, F1 for help, Esc to go back.

A screen says in ``compose_page`` what stands on its page and in ``HELP`` what F1 explains. The page scrolls when
the terminal is small; screens carry the class ``-narrow``, ``-normal`` or ``-wide``.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar, cast

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalGroup, VerticalScroll
from textual.screen import ModalScreen, Screen, ScreenResultType
from textual.widget import Widget

from samenspel.taal import _
from samenspel.tui.screens.seen import Seen
from samenspel.tui.widgets.key_line import KeyLine

if TYPE_CHECKING:
    from samenspel.tui.app import SamenspelApp

BREAKPOINTS: list[tuple[int, str]] = [(0, "-narrow"), (80, "-normal"), (100, "-wide")]
HEIGHTS: list[tuple[int, str]] = [(0, "-low"), (24, "-normal-height"), (34, "-high")]


class Body(VerticalScroll, can_focus=False, inherit_bindings=False):
    """What scrolls when the page is longer than the terminal."""


class Page(Seen[ScreenResultType], Screen[ScreenResultType]):
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

    @property
    def main(self) -> "SamenspelApp":
        """The app, by its own type."""
        return cast("SamenspelApp", self.app)

    def compose(self) -> ComposeResult:
        """Lay out the screen."""
        with Body(id="body"), VerticalGroup(id="page"):
            yield from self.compose_page()
        yield KeyLine()

    def compose_page(self) -> Iterable[Widget]:
        """Give what stands on the page (a generator, like ``compose``)."""
        return ()

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

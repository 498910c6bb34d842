"""What every screen is: a page in the middle, its keys below, F1 for help, Esc to go back; and what it does not take.

A screen says in ``compose_page`` what stands on its page and in ``HELP`` what F1 explains. The page scrolls when
the terminal is small; screens carry the class ``-narrow``, ``-normal`` or ``-wide``.
"""

import asyncio
from collections.abc import Iterable, Sequence
from math import inf
from typing import ClassVar, TypeVar, cast

from textual import events
from textual.app import ComposeResult
from textual.await_complete import AwaitComplete
from textual.binding import Binding
from textual.containers import VerticalGroup, VerticalScroll
from textual.message import Message
from textual.screen import ModalScreen, Screen, ScreenResultType
from textual.widget import Widget
from textual.widgets import Button, Input, OptionList, Static

from samenspel.taal import _
from samenspel.tui.navigation import Desk, Destination, Host, Navigator
from samenspel.tui.textual_private import GatedScreen, QuickWidget
from samenspel.tui.widgets import Deed
from samenspel.tui.widgets.key_line import Key, KeyLine

# What every screen does about keys that come faster than the screens: nothing is done where nothing was seen. ----
# A screen takes what a person does from its first paint on, as long as it is on top; once closed it does nothing.
# The second click of a double one does nothing either: it comes after what the first one did.

_DONE = (Deed, OptionList.OptionSelected, Input.Submitted, Button.Pressed)
"""What tells a screen that the person did something there."""
_CLICKED_OFTEN = "Button, KeyLine, Input, TextArea"
"""Where one clicks many times in a row, and in text a double click means something else: a selector, because a TextArea
takes long to import and the first screen has none."""
_TYPED = ("on_input_changed", "on_text_area_changed")
_UPKEEP = (events.Callback, events.ScreenSuspend, events.Unmount)
"""What a screen that was closed still takes: Textual's own tidying up."""
T = TypeVar("T")


class GuardedScreen(GatedScreen[ScreenResultType]):
    """A screen that leaves what was not meant for it; stands before ``Screen`` among the bases."""

    seen_since = inf
    _clicked = False
    """Whether the clicks that follow each other now began at what stands here."""

    @property
    def gone(self) -> bool:
        """Whether this screen was closed, by a key in a burst or with the whole app: there is nothing left to fill."""
        return not (self.is_attached and self.app.is_running) or self not in self.app.screen_stack

    def on_screen_resume(self, _event: events.ScreenResume) -> None:
        """Wait for the paint, each time: Textual forgets who waits for it when another screen comes over it."""
        self.not_seen_yet()

    def not_seen_yet(self) -> None:
        """Take nothing that the person does here until what stands here now has been painted."""
        self.seen_since = inf
        self._clicked = False
        self.call_after_refresh(self._seen)

    def _seen(self) -> None:
        self.seen_since = Message().time

    async def ask(self, window: Screen[T]) -> T:
        """Show a window and wait for its answer, in a worker of this screen.

        When this is not on top any more nothing is asked, and the work ends: a window that comes after its screen was
        left stands over another one, and nobody hears its answer.
        """
        if not self.is_active:
            raise asyncio.CancelledError
        # Shielded: work that is stopped must not take the answer from a window that is still there.
        return await asyncio.shield(self.app.push_screen(window, wait_for_dismiss=True))

    def takes_event(self, event: events.Event) -> bool:
        """Leave the second click of a double one."""
        if not isinstance(event, events.Click):
            return True
        if event.chain == 1:
            self._clicked = True
            return True
        return self._clicked and event.widget in self.query(_CLICKED_OFTEN).nodes

    async def on_event(self, event: events.Event) -> None:
        """Do nothing any more once this is closed: closed before it came, it has not even a content.

        Its work in the background stops before its content goes; Textual stops it after, and what such work does to a
        widget that is gone raises.
        """
        if self not in self.app.screen_stack:
            self.workers.cancel_node(self)
            if not isinstance(event, _UPKEEP):
                return
        await super().on_event(event)

    def takes_message(self, message: Message) -> bool:
        """Leave what was done before this was seen, or after it was left: keys in a burst, meant for another."""
        if isinstance(message, _DONE) and not (self.is_active and message.time >= self.seen_since):
            return False
        return not (message.handler_name in _TYPED and self.gone)

    def dismiss(self, result: ScreenResultType | None = None) -> AwaitComplete:
        """Close and give ``result``, when this is on top: else Textual would close what lies there."""
        return super().dismiss(result) if self.is_active else AwaitComplete()


BREAKPOINTS: list[tuple[int, str]] = [(0, "-narrow"), (80, "-normal"), (100, "-wide")]
HEIGHTS: list[tuple[int, str]] = [(0, "-low"), (24, "-normal-height"), (34, "-high")]


class Body(QuickWidget, VerticalScroll, can_focus=False, inherit_bindings=False):
    """What scrolls when the page is longer than the terminal.

    It takes no focus and no keys: else the arrows would go to it, and not to what stands on the page.
    """


class _Column(QuickWidget, VerticalGroup):
    """What stands below each other on a page."""


class Page(GuardedScreen[ScreenResultType], Screen[ScreenResultType]):
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

    destination: Destination | None = None
    """Where one is here, when somebody may come back to it."""

    @property
    def whose(self) -> object:
        """Whoever is at this laptop while this page is open; None: whoever was on the page below."""
        return None

    @property
    def desk(self) -> Desk:
        """What this page works with."""
        return cast("Host", self.app).desk

    @property
    def navigator(self) -> Navigator:
        """Who brings one to other pages."""
        return cast("Host", self.app).navigator

    def compose(self) -> ComposeResult:
        """Lay out the screen."""
        with Body(id="body"), _Column(id="page"):
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
        self.app.push_screen(HelpScreen(self.help_text, KeyLine.keys_of(self)))

    def action_scroll_page(self, direction: int) -> None:
        """Scroll the page a screenful down (1) or up (-1)."""
        body = self.query_one(Body)
        body.scroll_relative(y=direction * max(1, body.size.height - 2), animate=False)

    def action_scroll_line(self, direction: int) -> None:
        """Scroll the page a line down (1) or up (-1)."""
        self.query_one(Body).scroll_relative(y=direction, animate=False)

    def on_screen_resume(self, _event: events.ScreenResume) -> None:
        """Take over a size that changed while another screen was on top; that may be one with no room."""
        self.post_message(events.Resize(self.app.size, self.app.size))
        cast("Host", self.app).cover_where_there_is_no_room(self.app.size)


class BaseScreen(Page[None]):
    """A whole screen."""

    def on_mount(self) -> None:
        """Take away what was said on the screen before: it would stand in the way here."""
        self.app.clear_notifications()


class BaseModal(Page[ScreenResultType], ModalScreen[ScreenResultType]):
    """A window over a screen, which may give something back with ``dismiss``."""


class HelpScreen(BaseModal[None]):
    """F1: a window that says what a screen is for, and every key that works on it."""

    HELP = _("Dit is de uitleg zelf. Druk op Esc om terug te gaan.")
    BINDINGS = [
        Binding("escape,enter,f1", "back", _("terug")),
    ]

    def __init__(self, text: str, keys: Sequence[Key]) -> None:
        super().__init__(classes="window")
        self._text = text
        self._keys = keys

    def compose_page(self) -> Iterable[Widget]:
        """Lay out the page."""
        yield Static(_("Uitleg"), classes="title", markup=False)
        for paragraph in self._text.split("\n\n"):
            yield Static(" ".join(paragraph.split()), classes="paragraph", markup=False)
        yield Static(_("Toetsen"), classes="heading", markup=False)
        width = max((len(key.shown) for key in self._keys), default=0)
        yield Static("\n".join(f"{key.shown:<{width}}   {key.does}" for key in self._keys), markup=False)


class ReadingScreen(BaseScreen):
    """A page to read: it opens at its top and scrolls with the arrows, whatever has the focus."""

    AUTO_FOCUS = ""
    DEFAULT_CLASSES = "reading"
    BINDINGS = [
        Binding("up", "scroll_lines(-1)", _("omhoog"), show=False),
        Binding("down", "scroll_lines(1)", _("omlaag"), show=False),
        Binding("home", "scroll_to_end(False)", _("naar het begin"), show=False),
        Binding("end", "scroll_to_end(True)", _("naar het eind"), show=False),
    ]

    def action_scroll_lines(self, lines: int) -> None:
        """Scroll a few lines down, or up when negative."""
        self.query_one(Body).scroll_relative(y=2 * lines, animate=False)

    def action_scroll_to_end(self, end: bool) -> None:  # noqa: FBT001 - Textual calls it with the key's value
        """Scroll to the end, or to the beginning."""
        body = self.query_one(Body)
        if end:
            body.scroll_end(animate=False)
        else:
            body.scroll_home(animate=False)

"""All that we use of Textual's private side: what its documentation does not promise, and a release may change.

Nothing else in the app names or overrides what is private there. tests/tui/test_textual_private.py says what changed
when Textual changes it, and finds names of ours that Textual has taken meanwhile.
"""

import asyncio
from typing import TYPE_CHECKING, Any, Generic

from rich.cells import cell_len
from rich.console import Console
from rich.segment import Segment
from textual import events
from textual.app import App
from textual.geometry import Region
from textual.message import Message
from textual.screen import ScreenResultType
from textual.strip import Strip
from textual.worker import WorkerFailed

from samenspel.hygiene import visible

if TYPE_CHECKING:
    from textual.screen import Screen as _Screen
    from textual.widget import Widget as _Widget
else:  # no Screen or Widget of its own: of two, Textual would take the style and the bindings of the first one only

    class _Screen(Generic[ScreenResultType]):
        pass

    class _Widget:
        pass


class GatedScreen(_Screen[ScreenResultType]):
    """A screen that says of each event and message whether it takes it; stands before ``Screen`` among the bases."""

    def takes_event(self, event: events.Event) -> bool:  # noqa: ARG002
        """Say whether an event of the keyboard or the mouse goes on to what stands here."""
        return True

    def takes_message(self, message: Message) -> bool:  # noqa: ARG002
        """Say whether a message is handled here now."""
        return True

    def _forward_event(self, event: events.Event) -> None:
        """Leave an event. Without this a click cannot be stopped: Textual makes its clicks after ``App.on_event``."""
        if self.takes_event(event):
            super()._forward_event(event)

    async def _on_message(self, message: Message) -> None:
        """Leave a message. ``check_message_enabled`` is asked when it is posted only, which is too early.

        What comes before it may still change what stands here, or close this screen.
        """
        if self.takes_message(message):
            await super()._on_message(message)


class QuickApp(App[None]):
    """An app whose style sheets are read once before its first paint."""

    def refresh_css(self, animate: bool = True) -> None:  # noqa: FBT001, FBT002 - Textual's own signature
        """Style everything anew; before the first screen is there, only say with which colours it will be styled.

        Without this Textual reads every style sheet twice before the first paint when the colours are not its own: the
        theme is set before there is a screen, and setting it styles everything.
        """
        if self.screen_stack:
            super().refresh_css(animate)
        else:
            self.stylesheet.set_variables(self.get_css_variables())

    def clear_notifications(self) -> None:
        """Take away what was said; when nothing was, Textual sends a message about that all the same."""
        if self._notifications:
            super().clear_notifications()


class QuickWidget(_Widget):
    """A widget that takes no time to paint while it is as it was, and whose screen hears at once when it is not.

    It stands before what it is besides among the bases, as :class:`GatedScreen` does.
    """

    _painted: tuple[Region, list[Strip]] | None = None

    def render_lines(self, crop: Region) -> list[Strip]:
        """Give the lines as they were given last, when none of them changed.

        Whenever a text on a page changes, Textual asks all that stands there for its lines. It keeps them too, but each
        time it finds out which colours lie below, and passes each line through its filters.
        """
        kept = self._styles_cache
        if self._painted is None or self._painted[0] != crop or kept._dirty_lines or not kept._cache:  # noqa: SLF001
            self._painted = crop, super().render_lines(crop)
        return self._painted[1]

    def repaint(self) -> None:
        """Be painted anew, as with :meth:`refresh`, where it stands.

        Textual sends a message to the widget for that, which sends one to its screen: with a few texts that change
        together that takes as long as painting them.
        """
        if not (self.is_mounted and self.is_attached and self.display):
            self.refresh()
            return
        self._set_dirty()
        self._layout_cache.clear()
        self.clear_cached_dimensions()
        self.screen._dirty_widgets.add(self)  # noqa: SLF001
        self.screen.check_idle()


class QuietApp(QuickApp):
    """An app that prints nothing of an error in the program: Textual prints it with the values of all that is open."""

    @property
    def fault(self) -> BaseException | None:
        """The error in the program that ended it; None: there was none."""
        error = self._exception
        return error.error if isinstance(error, WorkerFailed) else error

    def on_load(self) -> None:
        """Hear of what fails while nobody waits for it: asyncio prints it in its own words."""
        asyncio.get_running_loop().set_exception_handler(self._unawaited)

    def _unawaited(self, _loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        if isinstance(error := context.get("exception"), Exception):
            self._handle_exception(error)

    def panic(self, *_renderables: object) -> None:
        """Stop; what is given is what Textual would print."""
        self._exception = self._exception or RuntimeError()  # the thread that reads the keyboard tells no more
        self._close_messages_no_wait()

    def _fatal_error(self) -> None:
        """Stop. Textual has noted the error already."""
        self._close_messages_no_wait()


# Whatever is drawn comes through here, so that no name or text steers the terminal. Textual writes it as it stands. ---

_render = Strip.render


def _rendered(strip: Strip, console: Console) -> str:
    """Return a line as it goes to the terminal: what hides or steers is a dot in it, if it takes any room."""
    text = strip.text
    if visible(text) != text:
        shown = [Segment(visible(one.text, _in_its_room), one.style, one.control) for one in strip]
        strip = Strip(shown, strip.cell_length)
    return _render(strip, console)


def _in_its_room(hidden: str) -> str:
    return "·" * cell_len(hidden)


Strip.render = _rendered  # type: ignore[assignment, method-assign]


def option_of(strip: Strip) -> int | None:
    """Return the place of the option that a drawn line of an ``OptionList`` belongs to; None: to none.

    The list says nowhere else which lines are whose: it marks them, so that a click knows its option.
    """
    style = next((segment.style for segment in strip), None)
    return None if style is None else style.meta.get("option")

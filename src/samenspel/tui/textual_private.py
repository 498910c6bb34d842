"""All that we use of Textual's private side: what its documentation does not promise, and a release may change.

Nothing else in the app names or overrides what is private there. tests/tui/test_textual_private.py says what changed
when Textual changes it, and finds names of ours that Textual has taken meanwhile.
"""

from typing import TYPE_CHECKING, Generic

from textual import events
from textual.app import App
from textual.message import Message
from textual.screen import ScreenResultType
from textual.strip import Strip

if TYPE_CHECKING:
    from textual.screen import Screen as _Screen
else:  # no Screen of its own: of two, Textual would take the style and the bindings of the first one only

    class _Screen(Generic[ScreenResultType]):
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


def option_of(strip: Strip) -> int | None:
    """Return the place of the option that a drawn line of an ``OptionList`` belongs to; None: to none.

    The list says nowhere else which lines are whose: it marks them, so that a click knows its option.
    """
    style = next((segment.style for segment in strip), None)
    return None if style is None else style.meta.get("option")

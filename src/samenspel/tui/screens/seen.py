"""What every screen does about keys that come faster than the screens: nothing is done where nothing was seen.

A screen takes what a person does from its first paint on, as long as it is on top; once it was closed it does nothing.
The second click of a double one does nothing either: it comes after what the first one did.
"""

import asyncio
from math import inf
from typing import TYPE_CHECKING, Generic, TypeVar

from textual import events
from textual.await_complete import AwaitComplete
from textual.message import Message
from textual.screen import Screen, ScreenResultType
from textual.widgets import Button, Input, OptionList

from samenspel.tui.widgets.deed import Deed

_DONE = (Deed, OptionList.OptionSelected, Input.Submitted, Button.Pressed)
"""What tells a screen that the person did something there."""
_CLICKED_OFTEN = "Button, KeyLine, Input, TextArea"
"""Where one clicks many times in a row, and in text a double click means something else: a selector, because a TextArea
takes long to import and the first screen has none."""
T = TypeVar("T")
_TYPED = ("on_input_changed", "on_text_area_changed")
_UPKEEP = (events.Callback, events.ScreenSuspend, events.Unmount)
"""What a screen that was closed still takes: Textual's own tidying up."""

if TYPE_CHECKING:
    from textual.screen import Screen as _Screen
else:  # no Screen of its own: of two, Textual would take the style and the bindings of the first one only

    class _Screen(Generic[ScreenResultType]):
        pass


class Seen(_Screen[ScreenResultType]):
    """A screen that leaves what was not meant for it; stands before ``Screen`` among the bases."""

    seen_since = inf
    _clicked = False
    """Whether the clicks that follow each other now began at what stands here."""

    @property
    def gone(self) -> bool:
        """Whether this screen was closed, by a key in a burst or with the whole app: there is nothing left to fill."""
        return not self.is_attached or self not in self.app.screen_stack

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

    def _forward_event(self, event: events.Event) -> None:
        """Leave the second click of a double one. Not public either: Textual makes its clicks after ``on_event``."""
        if isinstance(event, events.Click):
            if event.chain == 1:
                self._clicked = True
            elif not (self._clicked and event.widget in self.query(_CLICKED_OFTEN).nodes):
                return
        super()._forward_event(event)

    async def on_event(self, event: events.Event) -> None:
        """Do nothing any more once this is closed: closed before it came, it has not even a content.

        Its work in the background stops before its content goes; Textual stops it after.
        """
        if self not in self.app.screen_stack:
            self.workers.cancel_node(self)
            if not isinstance(event, _UPKEEP):
                return
        await super().on_event(event)

    async def _on_message(self, message: Message) -> None:
        """Leave what was done before this was seen, or after it was left: keys in a burst, meant for what went before.

        Not public, but Textual has no other place: it checks a message when it is posted only, which is too early,
        for what comes before it may still change what stands here.
        """
        if isinstance(message, _DONE) and not (self.is_active and message.time >= self.seen_since):
            return
        if not (message.handler_name in _TYPED and self.gone):
            await super()._on_message(message)

    def dismiss(self, result: ScreenResultType | None = None) -> AwaitComplete:
        """Close and give ``result``, when this is on top: else Textual would close what lies there."""
        return super().dismiss(result) if self.is_active else AwaitComplete()

"""A place to write several lines in. It has a file of its own: a TextArea takes long to import."""

import sys

from textual import events
from textual.binding import Binding
from textual.widgets import TextArea

from samenspel import hygiene

_OF_THE_SCREEN = ("f6", "f7")


class WritingArea(TextArea, inherit_bindings=False):
    """Several lines of text, without control characters. How long it may be is checked when it is saved.

    The keys that belong to the screen pass through it, so that they never overtake what was typed before them.
    """

    BINDINGS = [
        binding for binding in TextArea.BINDINGS if isinstance(binding, Binding) and binding.key not in _OF_THE_SCREEN
    ]

    def __init__(self, text: str) -> None:
        super().__init__(hygiene.clean(text, sys.maxsize, lines=True), soft_wrap=True, highlight_cursor_line=False)

    def on_resize(self) -> None:
        """Draw all lines anew: Textual wraps the text for the new width and leaves some as they were."""
        self.refresh()

    def on_paste(self, event: events.Paste) -> None:
        """Clean what is pasted before it is put in."""
        event.text = hygiene.clean(event.text, sys.maxsize, lines=True)

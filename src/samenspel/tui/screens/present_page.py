"""How a presentation stands on the screen: its title, the page, the notes, and where one is.

Nothing of anyone's own can come up here: it knows a questionnaire and no store.
"""

from collections.abc import Sequence

from textual import events
from textual.app import ComposeResult
from textual.containers import VerticalGroup
from textual.content import Content
from textual.widgets import Static

from samenspel.questionnaire.model import Questionnaire
from samenspel.taal import _
from samenspel.tui.elapsed import Elapsed
from samenspel.tui.presenting.large import heading
from samenspel.tui.presenting.show import Show
from samenspel.tui.screens.base import BaseScreen, Body
from samenspel.tui.widgets.drawing import Drawing
from samenspel.tui.widgets.key_line import KeyLine

_TICK = 0.5
_LARGE, _LARGER = 24, 28
"""Rows from which a title may take one line, or two, of block letters."""
_BESIDE_TITLE, _BELOW = 8, 5
"""Columns beside the title, and rows below the page."""
_TEAM = 5
"""Rows more that a fictional team needs for itself."""


class PresentPage(BaseScreen):
    """Shows one page at a time; the next page takes the place of this one in the same widgets."""

    AUTO_FOCUS = ""

    def __init__(self, questionnaire: Questionnaire) -> None:
        super().__init__(classes="present")
        self.show_ = Show(questionnaire)
        self._keys: object = None

    def compose(self) -> ComposeResult:
        """Lay out the title, the page, the notes, where one is, and the keys."""
        yield Drawing(self._head).add_class("present-title")
        with Body(id="body"), VerticalGroup(id="page"):
            yield Drawing(self._drawn)
        yield Static(id="notes", markup=False)
        yield Drawing(self._place).add_class("present-place")
        yield KeyLine()

    def on_mount(self) -> None:
        """Show the first page; look at the clock from now on."""
        super().on_mount()
        self.elapsed = Elapsed(self.main.seconds)
        self.set_interval(_TICK, self._tick)
        self._told = self.elapsed.shown
        self.show_page()

    def on_resize(self, _event: events.Resize) -> None:
        """Say anew whether there is more than fits."""
        self.call_after_refresh(self.tell)

    def _drawn(self, width: int) -> Sequence[Content]:
        # Not the height that the page has now: that may still be the one beside the title before this one.
        title = len(self._head(self.app.size.width - _BESIDE_TITLE))
        return self.show_.drawing(self.app.size.height - title - _BELOW)(width)

    def _head(self, width: int) -> Sequence[Content]:
        height = self.app.size.height - _TEAM * (self.show_.play is not None)
        most = 0 if height < _LARGE else 1 if height < _LARGER else 2
        return heading(self.show_.page.title, width, most)

    def _place(self, width: int) -> list[Content]:
        show, body = self.show_, self.query_one(Body)
        deck = show.deck
        place = f"{show.page.title}   {show.at + 1}/{len(deck.pages)}"
        planned = _("gepland tot hier {tot} van {minuten} min").format(tot=deck.due(show.at), minuten=deck.minutes)
        stopped = "" if self.elapsed.running or self.elapsed.shown == "0:00" else _(" (klok staat stil)")
        more = _("   ▼ er is meer") if body.scroll_offset.y < body.max_scroll_y else ""
        parts = (
            f"{place}   {self.elapsed.shown}{stopped}   {planned}{more}",
            f"{show.at + 1}/{len(deck.pages)}   {self.elapsed.shown}{stopped}   {planned}{more}",
            f"{show.at + 1}/{len(deck.pages)}   {self.elapsed.shown}{more}",
        )
        return [Content(next((text for text in parts if len(text) <= width), parts[-1][:width]))]

    def show_page(self) -> None:
        """Show where the presentation is now, from its top."""
        head, page, _foot = self.query(Drawing)
        head.refresh(layout=True)
        page.refresh(layout=True)
        self.query_one(Body).scroll_home(animate=False, force=True)
        self.show_notes()
        self.tell()
        keys = (self.show_.riddle is None, self.show_.play is None, self.show_.at == 0)
        if keys != self._keys:
            self._keys = keys
            self.refresh_bindings()
        self.call_after_refresh(self.tell)

    def show_notes(self) -> None:
        """Put the notes of this page where they stand, if they are shown."""
        notes = self.query_one("#notes", Static)
        if notes.has_class("-open"):
            notes.update(self.show_.page.notes or _("Bij deze dia staan geen notities."))

    def tell(self) -> None:
        """Say at the foot where the presentation is now."""
        self.query(Drawing).last().refresh()

    def _tick(self) -> None:
        if self._told != self.elapsed.shown:
            self._told = self.elapsed.shown
            self.tell()

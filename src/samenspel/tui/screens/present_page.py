"""How a presentation stands on the screen: its title, the page, the notes, and where one is.

Nothing of anyone's own can come up here: it knows a questionnaire and no store.
"""

from collections.abc import Sequence

from textual import events
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from samenspel.presenting.pages import Asked
from samenspel.questionnaire.model import Questionnaire, Team
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
_BESIDE_TITLE, _AROUND = 8, 4
"""Columns beside the title, and rows around the page."""
_BESIDE_NOTES = 4
_ITSELF = {Team: 5, Asked: 4}
"""Rows more that such a page needs for itself, at the cost of its title."""


class PresentPage(BaseScreen):
    """Shows one page at a time; the next page takes the place of this one in the same widgets."""

    AUTO_FOCUS = ""

    def __init__(self, questionnaire: Questionnaire) -> None:
        super().__init__(classes="present")
        self.show_ = Show(questionnaire)
        self._keys: object = None
        self._title: object = None
        self._more = False

    def compose(self) -> ComposeResult:
        """Lay out the title, the page, the notes, where one is, and the keys."""
        yield Drawing(self._head).add_class("present-title")
        with Body(id="body"):
            yield Drawing(self._drawn).add_class("present-page")
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
        self.call_after_refresh(self.look)

    def _drawn(self, width: int) -> Sequence[Content]:
        # Not the height that the page has now: that may still be the one beside the title before this one.
        screen = self.app.size
        taken = len(self._head(screen.width - _BESIDE_TITLE)) + _AROUND
        if self.query_one("#notes").has_class("-open"):
            taken += len(Content(self._notes).wrap(screen.width - _BESIDE_NOTES))
        return self.show_.drawing(screen.height - taken)(width)

    def _head(self, width: int) -> Sequence[Content]:
        height = self.app.size.height - _ITSELF.get(type(self.show_.page.body), 0)
        most = 0 if height < _LARGE else 1 if height < _LARGER else 2
        return heading(self.show_.page.title, width, most)

    def _place(self, width: int) -> list[Content]:
        show = self.show_
        deck = show.deck
        place = f"{show.page.title}   {show.at + 1}/{len(deck.pages)}"
        planned = _("gepland tot hier {tot} van {minuten} min").format(
            tot=deck.planned(show.shown), minuten=deck.minutes
        )
        stopped = "" if self.elapsed.running or self.elapsed.shown == "0:00" else _(" (klok staat stil)")
        self._more = self._is_more()
        last = _("   dit is de laatste") if show.at + 1 == len(deck.pages) else ""
        more = _("   ▼ er is meer") if self._more else last
        parts = (
            f"{place}   {self.elapsed.shown}{stopped}   {planned}{more}",
            f"{show.at + 1}/{len(deck.pages)}   {self.elapsed.shown}{stopped}   {planned}{more}",
            f"{show.at + 1}/{len(deck.pages)}   {self.elapsed.shown}{more}",
        )
        return [Content(next((text for text in parts if len(text) <= width), parts[-1][:width]))]

    def show_page(self) -> None:
        """Show where the presentation is now, from its top."""
        title = (self.show_.page.title, type(self.show_.page.body))
        if title != self._title:
            self._title = title
            self.query(Drawing).first().redraw()
        self.redraw()
        self.query_one(Body).scroll_home(animate=False, force=True)
        self.show_notes()
        self.tell()
        keys = (self.show_.riddle is None, self.show_.play is None, self.show_.at == 0)
        if keys != self._keys:
            self._keys = keys
            self.refresh_bindings()
        self.call_after_refresh(self.look)

    def redraw(self) -> None:
        """Show what is on this page now."""
        body = self.query_one(Body)
        body.query_one(Drawing).redraw(body.size.height)

    def show_notes(self) -> None:
        """Put the notes of this page where they stand, if they are shown."""
        notes = self.query_one("#notes", Static)
        if notes.has_class("-open"):
            notes.update(self._notes)

    @property
    def _notes(self) -> str:
        return self.show_.page.notes or _("Bij deze dia staan geen notities.")

    def tell(self) -> None:
        """Say at the foot where the presentation is now."""
        self.query(Drawing).last().refresh()

    def look(self) -> None:
        """Say at the foot whether there is more than fits, when that is not what stands there."""
        if self._more != self._is_more():
            self.tell()

    def _is_more(self) -> bool:
        body = self.query_one(Body)
        return body.scroll_offset.y < body.max_scroll_y

    def _tick(self) -> None:
        if self._told != self.elapsed.shown:
            self._told = self.elapsed.shown
            self.tell()

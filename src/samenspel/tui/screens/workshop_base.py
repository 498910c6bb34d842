"""What every workshop screen has: large and calm on a beamer, k in sight, and each step stored before it shows.

Nothing private can come up here: a screen gets a :class:`Talk`, which holds one group and what was released of it.
One workshop screen is open at a time; it gives its place to the next, so that each can be the first after a kill.
"""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalGroup
from textual.widget import Widget
from textual.widgets import Static

from samenspel.group.workshop import WorkshopError
from samenspel.hygiene import TooLongError, visible
from samenspel.storage import StorageError
from samenspel.taal import _
from samenspel.tui.screens.base import BaseScreen, Body
from samenspel.tui.screens.walk import too_long
from samenspel.tui.talk import Part, Talk
from samenspel.tui.widgets.key_line import KeyLine
from samenspel.tui.widgets.more import More
from samenspel.tui.widgets.workshop_head import WorkshopHead

_NAMES: dict[Part, str] = {
    "terugblik": _("terugkijken"),
    "veranderd": _("wat veranderde"),
    "vergelijken": _("vergelijken"),
    "adviezen": _("adviezen"),
    "acties": _("acties"),
    "afsluiten": _("afsluiten"),
}


class WorkshopScreen(BaseScreen):
    """One step of the talk: ``PART`` is the part of the talk, :attr:`at` the very place, :attr:`parent` above it."""

    CSS_PATH = Path(__file__).parents[1] / "workshop.tcss"
    PART: ClassVar[Part] = "vergelijken"
    BINDINGS = [
        Binding("left,f7", "part(-1)", _("vorige deel")),
        Binding("right,f8", "part(1)", _("volgende deel")),
        Binding("escape", "back", _("stoppen")),
    ]

    def __init__(self, talk: Talk) -> None:
        super().__init__(classes="workshop")
        self.talk = talk

    @property
    def at(self) -> str:
        """Where in the workshop this is, as it is stored."""
        return self.PART

    @property
    def above(self) -> str:
        """The place to which Esc goes; empty: out of the workshop."""
        return ""

    @property
    def heading(self) -> str:
        """The large words at the top."""
        return ""

    def compose(self) -> ComposeResult:
        """Lay out the head, what scrolls, what stands below it, and the keys."""
        yield self._head()
        with Body(id="body") as body, VerticalGroup(id="page"):
            if self.heading:
                yield Static(self.heading, classes="title", markup=False)
            yield from self.compose_page()
        yield More(body)
        yield from self.compose_foot()
        yield KeyLine()

    def compose_foot(self) -> Iterable[Widget]:
        """Give what stands below the page and does not scroll."""
        return ()

    def _head(self) -> WorkshopHead:
        talk = self.talk
        about = _("{groep} · meting {nummer}").format(groep=visible(talk.group.name), nummer=talk.number)
        parts = talk.parts
        return WorkshopHead(tuple(_NAMES[part] for part in parts), parts.index(self.PART), about, talk.anonymity)

    @on(events.Mount)
    async def _mounted(self) -> None:
        await self.arrive()

    async def arrive(self) -> None:
        """Store that the group is here, and show what there is."""
        self.store(lambda: self.talk.go(self.PART, self.at))
        await self.show_step()

    async def show_step(self) -> None:
        """Show what is stored now."""

    def begin_at_top(self) -> None:
        """Scroll to the top: what has the focus may have got it before everything had its place."""
        self.call_after_refresh(self.query_one(Body).scroll_home, animate=False)

    # Going on --------------------------------------------------------------------------------------------------

    def go(self, at: str) -> None:
        """Show another place in the workshop, in the place of this one; what is being typed is kept first."""
        from samenspel.tui.screens.workshop_steps import step_screen

        if self.is_active and self.keep():
            self.app.switch_screen(step_screen(self.talk, at))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer the parts before and after where there is one."""
        if action == "part" and isinstance(parameters[0], int):
            return not self.above and 0 <= self.talk.parts.index(self.PART) + parameters[0] < len(self.talk.parts)
        return super().check_action(action, parameters)

    def action_part(self, by: int) -> None:
        """Go to the part before or after this one."""
        parts = self.talk.parts
        self.go(parts[parts.index(self.PART) + by])

    def action_back(self) -> None:
        """Go up, or leave the workshop; it is all stored."""
        if self.above:
            self.go(self.above)
        elif self.keep():
            self.dismiss()
            if self.talk.open:
                self.app.notify(_("Alles is bewaard. De workshop gaat straks hier verder."), markup=False)

    # Storing ---------------------------------------------------------------------------------------------------

    def store(self, step: Callable[[], None]) -> bool:
        """Store a step; when that cannot be done, say why in one message and return False."""
        try:
            step()
        except (StorageError, WorkshopError) as error:
            self.main.show_problem(str(error))
        except TooLongError as error:
            self.main.show_problem(too_long(error))
        else:
            return True
        return False

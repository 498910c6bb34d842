"""What every workshop screen has: large and calm on a beamer, k in sight, and each step stored before it shows.

Nothing private can come up here: a screen gets a :class:`Talk`, which holds one group and what was released of it.
"""

from collections.abc import Callable, Iterable
from typing import ClassVar

from textual.binding import Binding
from textual.widget import Widget
from textual.widgets import Static

from samenspel.group.model import Phase
from samenspel.group.workshop import WorkshopError
from samenspel.hygiene import TooLongError
from samenspel.storage import StorageError
from samenspel.taal import _
from samenspel.tui.screens.base import BaseScreen
from samenspel.tui.screens.walk import too_long
from samenspel.tui.talk import Talk


class WorkshopScreen(BaseScreen):
    """One step of the talk. ``PHASE`` and :attr:`at` say where the group is, so that it resumes here."""

    PHASE: ClassVar[Phase] = "vergelijken"
    AT: ClassVar[str] = ""
    TITLE_TEXT: ClassVar[str] = ""
    BINDINGS = [Binding("escape", "back", _("stoppen"))]

    def __init__(self, talk: Talk) -> None:
        super().__init__(classes="workshop")
        self.talk = talk

    @property
    def at(self) -> str:
        """Where in the workshop this is."""
        return self.AT

    def compose_page(self) -> Iterable[Widget]:
        """Lay out the head, then what the screen shows."""
        yield Static(self.heading, classes="title", markup=False)
        yield Static(self.under_heading, id="where", classes="muted paragraph", markup=False)
        yield from self.compose_step()

    @property
    def heading(self) -> str:
        """The large words at the top."""
        return self.TITLE_TEXT

    @property
    def under_heading(self) -> str:
        """Whose workshop this is, and what k is: on every screen."""
        return " · ".join(
            (
                self.talk.group.name,
                _("meting {nummer}").format(nummer=self.talk.number),
                anonymity(self.talk),
            )
        )

    def compose_step(self) -> Iterable[Widget]:
        """Give what this step shows."""
        return ()

    def on_mount(self) -> None:
        """Store that the group is here."""
        self.store(lambda: self.talk.go(self.PHASE, self.at))

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


def anonymity(talk: Talk) -> str:
    """Say k, or that an open table is not anonymous."""
    minimum = talk.wave.released.minimum if talk.wave.released else talk.group.minimum
    is_open = talk.wave.released.open_table if talk.wave.released else talk.group.open_table
    return _("niet anoniem") if is_open else _("k = {k}").format(k=minimum)

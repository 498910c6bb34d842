"""The folder into which the forms of nobody's group go: where it is typed, and another one when it refuses."""

import asyncio
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeVar

from textual import work
from textual.binding import Binding
from textual.widget import Widget
from textual.widgets import Input, Static

from samenspel.collecting.typed_over import FolderPile
from samenspel.exchange.give.report_file import documents
from samenspel.refusals import RefusalError
from samenspel.taal import _
from samenspel.tui.kit.screen import BaseModal
from samenspel.tui.widgets.fields import Field, PathLine
from samenspel.typed_path import typed_path

T = TypeVar("T")


class FolderField(Field):
    """The place to type the folder."""

    def __init__(self, value: str = "") -> None:
        super().__init__(_("Map voor de rapporten"), value, line=PathLine)

    async def tried(self, use: Callable[[Path], T]) -> T | None:
        """Return what ``use`` makes of the folder that is typed; None: it cannot be, which is said here."""
        try:
            return await asyncio.to_thread(use, typed_path(self.value, documents()))
        except RefusalError as error:
            self.say(str(error))
        except (OSError, RuntimeError, ValueError):
            self.say(_("Deze plek kan niet. Kijk na wat u typte."))
        self.enter()
        return None


class OtherFolderScreen(BaseModal[None]):
    """A window for when a form cannot be kept: it lets another folder be chosen, and the form stays as it is."""

    HELP = _(
        "Dit formulier kon niet in de map. Kies een andere map en druk op Enter. Wat u typte, blijft staan. Met Esc "
        "houdt u dezelfde map."
    )
    BINDINGS = [Binding("escape", "back", _("dezelfde map"))]

    def __init__(self, pile: FolderPile, why: str) -> None:
        """``why``: what went wrong."""
        super().__init__(classes="window")
        self._pile, self._why = pile, why
        self._field = FolderField(str(pile.folder))

    def compose_page(self) -> Iterable[Widget]:
        """Lay out the window."""
        yield Static(_("Dat lukte niet"), classes="title", markup=False)
        yield Static(self._why, classes="paragraph", markup=False)
        yield Static(
            _("Het formulier staat er nog. Kies een andere map, of druk op Esc."), classes="paragraph", markup=False
        )
        yield self._field

    def on_input_changed(self) -> None:
        """What was wrong is being changed."""
        self._field.say("")

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Go on in this folder."""
        event.stop()
        self._move()

    @work(exclusive=True, group="read")
    async def _move(self) -> None:
        if await self._field.tried(self._pile.move) and self.is_active:
            self.dismiss()

    def action_back(self) -> None:
        """Leave everything as it is."""
        self.dismiss()

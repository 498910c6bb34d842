"""A screen with a list out of the store, read a few at a time in the background, so that thousands do not block."""

import asyncio
from abc import abstractmethod
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import Generic, Protocol, TypeVar

from textual import events, work
from textual.widget import Widget
from textual.widgets import OptionList, Static

from samenspel.storage import NotFoundError, StorageError
from samenspel.taal import _
from samenspel.tui.kit.screen import BaseScreen
from samenspel.tui.widgets.menu import Menu, MenuEntry

BATCH = 50
"""How many are read at a time; the next ones come when the person gets near the end of the list."""


class Listed(Protocol):
    """One thing in the list."""

    @property
    def entry(self) -> MenuEntry:
        """How it stands in the list."""


class Kept(Protocol):
    """A store: it tells what was skipped."""

    notices: list[str]


T = TypeVar("T", bound=Listed)
S = TypeVar("S", bound=Kept)


class ListingScreen(BaseScreen, Generic[T, S]):
    """Shows a title, a sentence about the whole, the list, and what must be said about files that were skipped."""

    LIST_TITLE = ""
    FOR_THE_OWNER = True
    """Whether no room sees this list: then what it says of a file names its folder too."""

    def __init__(self, kept: S) -> None:
        """``kept`` is the store that is listed."""
        super().__init__(classes="list")
        self.kept = kept
        self._listed: dict[str, T] = {}
        self._source: Iterator[T] | None = None

    @abstractmethod
    def find(self, store: S) -> tuple[str, Iterator[T]]:
        """Return a sentence about the whole, and the things one by one. Runs in a thread; may raise StorageError."""

    def compose_page(self) -> Iterable[Widget]:
        """Lay out the page."""
        yield Static(self.LIST_TITLE, classes="title", markup=False)
        yield Static(_("Even kijken …"), id="about", classes="paragraph", markup=False)
        yield Menu()
        yield Static(classes="notice hidden", markup=False)

    def here(self) -> T | None:
        """Return the thing where one is."""
        return self._listed.get(self.query_one(Menu).current() or "")

    def on_screen_resume(self, _event: events.ScreenResume) -> None:
        """Read the list anew, after the first paint: something may have changed meanwhile."""
        self.call_after_refresh(self.read_anew)

    @work(exclusive=True, group="read anew")
    async def read_anew(self) -> None:
        """Read the list from its beginning."""
        try:
            about, source = await asyncio.to_thread(self.find, self.kept)
            found = await asyncio.to_thread(_batch, source)
        except NotFoundError as error:  # erased elsewhere: staying here would say so again each time
            if self.is_active:
                self.action_back()
                self.navigator.show_problem(str(error))
            return
        except StorageError as error:
            self.navigator.show_problem(str(error))
            return
        if self.gone:
            return
        self._source = source
        self._listed = {thing.entry.id: thing for thing in found}
        self.query_one(Menu).replace(thing.entry for thing in found)
        self.query_one("#about", Static).update(about)
        self._tell()

    @work(group="read on")
    async def _read_on(self) -> None:
        # Taking the source away while it is read keeps a second reader from starting.
        source, self._source = self._source, None
        if source is None:
            return
        try:
            found = await asyncio.to_thread(_batch, source)
        except StorageError as error:
            self.navigator.show_problem(str(error))
            return
        if self._source is None and found and not self.gone:  # else the list was begun anew meanwhile
            self._source = source
            self._listed |= {thing.entry.id: thing for thing in found}
            self.query_one(Menu).add(thing.entry for thing in found)
            self._tell()

    @work(group="erase")
    async def erase(self, work_to_do: Callable[[], None], done: str) -> None:
        """Erase something in the background; then say ``done`` and read the list anew."""
        try:
            await asyncio.to_thread(work_to_do)
        except StorageError as error:
            self.navigator.show_problem(str(error))
        else:
            self.notify(done, markup=False)
        if not self.gone:
            self.read_anew()

    def told(self) -> None:
        """Show what else the store said, beside the list."""

    def _tell(self) -> None:
        notices = self.kept.notices
        notice = self.query_one(".notice", Static)
        notice.update("\n".join(notices if self.FOR_THE_OWNER else map(self.navigator.seen_here, notices)))
        notice.set_class(not notices, "hidden")
        self.told()
        self.refresh_bindings()

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Read on when the end of the list comes near; what can be done depends on where one is."""
        self.refresh_bindings()
        if event.option_index >= len(self._listed) - BATCH // 2:
            self._read_on()


def _batch(source: Iterator[T]) -> list[T]:
    return list(islice(source, BATCH))

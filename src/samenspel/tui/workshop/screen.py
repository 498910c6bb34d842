"""What every workshop screen has: large and calm on a beamer, k in sight, and each step stored before it shows.

Nothing private can come up here: a screen gets a :class:`Talk`, which holds one group and what was released of it.
One workshop screen is open at a time; it gives its place to the next, so that each can be the first after a kill.
"""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import HorizontalGroup, VerticalGroup
from textual.widget import Widget
from textual.widgets import Button, Input, Static

from samenspel.group.model import Order
from samenspel.hygiene import TooLongError, visible
from samenspel.refusals import RefusalError
from samenspel.taal import _
from samenspel.tui.kit.dialogs import DROP, SAVE, ConfirmScreen, unsaved_question
from samenspel.tui.kit.mistakes import too_long
from samenspel.tui.kit.one_line import AskScreen
from samenspel.tui.kit.screen import BaseScreen, Body
from samenspel.tui.navigation import Workshop
from samenspel.tui.widgets.fields import BareField, WritingLine, Wrong
from samenspel.tui.widgets.heads import WorkshopHead
from samenspel.tui.widgets.key_line import KeyLine, More
from samenspel.tui.widgets.rows import KEYS, PickRow, PickRows
from samenspel.tui.workshop.talk import Part, Talk

_NAMES: dict[Part, str] = {
    "terugblik": _("terugkijken"),
    "veranderd": _("wat veranderde"),
    "vergelijken": _("vergelijken"),
    "adviezen": _("adviezen"),
    "acties": _("acties"),
    "afsluiten": _("afsluiten"),
}


class WorkshopScreen(BaseScreen):
    """One step of the talk: ``PART`` is the part of the talk, :attr:`at` the place, :attr:`above` where Esc goes."""

    # Not among those of the app, which are all read before its first paint. A whole path: a bare name would be looked
    # for beside the module of each screen.
    CSS_PATH = Path(__file__).with_name("workshop.tcss")
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
        if self.is_active and self.keep():
            self.navigator.replace(Workshop(self.talk.stored.id, self.talk.number, at))

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
        except RefusalError as error:
            self.navigator.show_problem(str(error))
        except TooLongError as error:
            self.navigator.show_problem(too_long(error))
        else:
            return True
        return False


class BesideComparison(WorkshopScreen):
    """What people wrote in their own words: no place of its own, so that after a kill it does not come up by itself.

    It comes only when it is asked for, from the comparison; Esc leads back there.
    """

    PART = "vergelijken"

    @property
    def above(self) -> str:
        """Esc goes to the comparison."""
        return "vergelijken"


# Where is typed. -------------------------------------------------------------------------------------------------


class FieldsScreen(WorkshopScreen):
    """A workshop screen to fill in, stored with F8 or its button; nothing typed is lost without asking.

    :meth:`changed` says whether something was typed, :meth:`save_form` stores it and says whether that was done.
    """

    AUTO_FOCUS = "TextArea, Input"
    BINDINGS = [
        Binding("f8,ctrl+s", "save", _("bewaren"), priority=True),
        Binding("down", "app.focus_next", show=False),
        Binding("up", "app.focus_previous", show=False),
        Binding("escape", "back", _("terug")),
    ]
    _left = False

    async def show_step(self) -> None:
        """Begin at the top."""
        self.begin_at_top()

    def changed(self) -> bool:
        """Say whether something was typed that is not stored."""
        return False

    def save_form(self) -> bool:
        """Store what was typed; when that cannot be done, say why and return False."""
        return True

    def doubt(self) -> ConfirmScreen | None:
        """Return what must be asked before storing; None: nothing."""
        return None

    def buttons(self) -> Iterator[Widget]:
        """Give the buttons, for the mouse."""
        with HorizontalGroup(classes="buttons"):
            yield Button(_("Bewaren"), id=SAVE)
            yield Button(_("Terug"), id="back")

    def keep(self) -> bool:
        """Store what was typed, unless the person said not to; what is doubtful is asked about first, so it stays."""
        if self._left or not self.changed():
            return True
        if self.doubt() is not None:
            self.action_save()
            return False
        stored = self.save_form()
        if not stored and self.is_active:  # it is said at the fields: who wants to stop the app must not miss it
            self.navigator.show_problem(_("Dit is nog niet goed ingevuld. Bij het vak staat wat er mis is."))
        return stored

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Go to the next place to fill in."""
        event.stop()
        self.app.action_focus_next()

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Do what the button says."""
        if event.button.id == SAVE:
            self.action_save()
        else:
            self.action_back()

    def action_save(self) -> None:
        """Store the form and go back; what is doubtful is asked about first."""
        question = self.doubt()
        if question is None:
            self._save(sure=True)
        else:
            self.app.push_screen(question, lambda sure: self._save(sure=bool(sure)))

    def _save(self, *, sure: bool) -> None:
        if sure and self.save_form():
            self._leave()

    def action_back(self) -> None:
        """Go back; what was typed is asked about first."""
        if not self.changed():
            self._leave()
            return
        self.app.push_screen(unsaved_question(_("U hebt hier iets veranderd. Wat wilt u doen?")), self._decided)

    def _decided(self, choice: str | None) -> None:
        if choice == SAVE:
            self.action_save()
        elif choice == DROP:
            self._leave()

    def _leave(self) -> None:
        self._left = True
        self.go(self.above)


class _Line(WritingLine):
    BINDINGS = [Binding("enter", "submit", _("bewaren"), key_display=_("Enter of F8"))]


class LineScreen(AskScreen[bool]):
    """Asks for one line of text in the workshop: ``save`` stores it. Gives back True when it was stored."""

    HELP = _(
        "Typ één regel. Enter of F8 bewaart. Met Esc sluit u het venster zonder te bewaren.\n\n"
        "Dit komt in het rapport van de groep. Schrijf er niets in waaraan iemand te herkennen is."
    )
    BINDINGS = [
        Binding("f8,ctrl+s", "save", _("bewaren"), show=False, priority=True),
        Binding("escape", "back", _("niet bewaren")),
    ]
    EXPLAINED = ""

    def __init__(self, title: str, explanation: str, save: Callable[[str], None], text: str = "") -> None:
        def stored(typed: str) -> bool:
            save(typed)
            return True

        super().__init__(title, explanation, BareField(_Line(text, select_on_focus=False)), stored)

    def compose_answers(self) -> Iterable[Widget]:
        """Give the buttons, for the mouse."""
        with HorizontalGroup(classes="buttons"):
            yield Button(_("Bewaren"), id=SAVE)
            yield Button(_("Niet bewaren"), id=DROP)

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Do what the button says."""
        event.stop()
        if event.button.id == SAVE:
            self.action_save()
        else:
            self.action_back()

    def on_input_changed(self) -> None:
        """What was wrong is being changed."""
        self.query_one(Wrong).say("")


# Where rows are chosen from. -------------------------------------------------------------------------------------


class RowsScreen(WorkshopScreen):
    """Rows to choose from by their key, by arrows and Enter, or by mouse; what can be done depends on the row."""

    BINDINGS = [Binding(key, f"open('{key}')", show=False) for key in KEYS]

    @property
    def here(self) -> str | None:
        """What the row where one is stands for."""
        return self.query_one(PickRows).here

    async def show_rows(self, rows: Iterable[PickRow], here: str | None = None) -> None:
        """Show these rows, and go to the one that stands for ``here`` (None: stay where one is)."""
        picks = self.query_one(PickRows)
        await picks.show(rows, here or picks.here or self.talk.last_row)
        self.refresh_bindings()

    def on_descendant_focus(self, _event: events.DescendantFocus) -> None:
        """Offer what can be done with the row where one is."""
        self.refresh_bindings()

    def action_open(self, key: str) -> None:
        """Open the row with this key."""
        self.query_one(PickRows).open(key)


class SortedScreen(RowsScreen):
    """Rows that the group sorts as it wants to look: the order is stored, and is the same on every such screen."""

    BINDINGS = [
        Binding("l", "sort('laagste')", _("laagste")),
        Binding("v", "sort('verschil')", _("verschil")),
        Binding("d", "sort('verdeeldheid')", _("verdeeldheid")),
    ]

    async def show_sorted(self, *, anew: bool) -> None:
        """Show the rows in the stored order; when that is a new one (``anew``), go to the first of them."""

    async def show_step(self) -> None:
        """Show the rows as they are sorted."""
        await self.show_sorted(anew=False)

    async def action_sort(self, order: Order) -> None:
        """Store another order, and show it."""
        if self.store(lambda: self.talk.sort(order)):
            await self.show_sorted(anew=True)

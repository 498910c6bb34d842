"""Voorlichting: the pages of a presentation, one by one and large. Nothing of anyone's own is known here."""

from collections.abc import Sequence

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
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
_TEAM = 5
"""Rows more that a fictional team needs for itself."""


class PresentScreen(BaseScreen):
    """One page at a time; the next page takes the place of this one in the same widgets."""

    AUTO_FOCUS = ""
    HELP = _(
        "Dit is de presentatie. Met →, de spatiebalk of Page Down gaat u verder, met ← of Page Up terug. Een klikker "
        "werkt ook. Past een bladzijde niet op het scherm? Dan schuift hij eerst. Met ↑ en ↓ schuift u zelf.\n\n"
        "Met n ziet u uw notities, en de zaal dus ook. Met o kiest u een dia. Met b wordt het scherm zwart. De klok "
        "loopt vanaf de eerste keer verder. Met t zet u haar stil.\n\n"
        "Bij ‘Raad het cijfer’ typt u het getal van de zaal. Precies goed geeft 3 punten, één ernaast 2, twee ernaast "
        "1. Bij ‘Wat als’ kiest u een stelling met ↑ en ↓. Met 0 tot 5, + en − verandert u het antwoord.\n\n"
        "Hier staat niets van uzelf of van een groep. Het team is verzonnen. Met Esc stopt u."
    )
    BINDINGS = [
        Binding("right,space,pagedown", "onward", _("verder"), key_display="→"),
        Binding("left,pageup", "backward", show=False),
        Binding("backspace,delete", "erase", show=False),
        Binding("up", "move(-1)", show=False),
        Binding("down", "move(1)", show=False),
        Binding("1", "digit(1)", _("cijfer")),
        *(Binding(str(digit), f"digit({digit})", show=False) for digit in (0, *range(2, 10))),
        Binding("plus,equals_sign", "step(1)", _("anders"), key_display="+/−"),
        Binding("minus", "step(-1)", show=False),
        Binding("enter", "open", _("laat zien")),
        Binding("n", "notes", _("notities")),
        Binding("o,l", "jump", _("dia's")),
        Binding("b,full_stop", "black", _("zwart")),
        Binding("t", "clock", _("klok"), show=False),
        Binding("home", "go(0)", show=False),
        Binding("end", "go(-1)", show=False),
        Binding("escape", "back", _("stoppen")),
    ]

    def __init__(self, questionnaire: Questionnaire) -> None:
        super().__init__(classes="present")
        self.show_ = Show(questionnaire)
        self._keys: object = None

    @property
    def digits(self) -> str:
        """Which digits work here, as the foot shows them."""
        return "0-9" if self.show_.riddle else "0-5"

    def compose(self) -> ComposeResult:
        """Lay out the title, the page, the notes, where one is, and the keys."""
        yield Drawing(self._head).add_class("head")
        with Body(id="body"), VerticalGroup(id="page"):
            yield Drawing(self._drawn)
        yield Static(id="notes", markup=False)
        yield Drawing(self._place).add_class("foot")
        yield KeyLine()

    def on_mount(self) -> None:
        """Show the first page; look at the clock from now on."""
        super().on_mount()
        self.elapsed = Elapsed(self.main.seconds)
        self.set_interval(_TICK, self._tick)
        self._told = self.elapsed.shown
        self._page()

    def on_resize(self, _event: events.Resize) -> None:
        """Say anew whether there is more than fits."""
        self.call_after_refresh(self._tell)

    def _drawn(self, width: int) -> Sequence[Content]:
        return self.show_.drawing(self.query_one(Body).size.height - 3)(width)

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

    def _page(self) -> None:
        """Show where the presentation is now, from its top."""
        head, page, _foot = self.query(Drawing)
        head.refresh(layout=True)
        page.refresh(layout=True)
        self.query_one(Body).scroll_home(animate=False, force=True)
        self._notes()
        self._tell()
        keys = (self.show_.riddle is None, self.show_.play is None, self.show_.at == 0)
        if keys != self._keys:
            self._keys = keys
            self.refresh_bindings()
        self.call_after_refresh(self._tell)

    def _notes(self) -> None:
        notes = self.query_one("#notes", Static)
        if notes.has_class("-open"):
            notes.update(self.show_.page.notes or _("Bij deze dia staan geen notities."))

    def _tell(self) -> None:
        self.query(Drawing).last().refresh()

    def _tick(self) -> None:
        if self._told != self.elapsed.shown:
            self._told = self.elapsed.shown
            self._tell()

    # Keys ------------------------------------------------------------------------------------------------------

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what this page takes."""
        show = self.show_
        match action:
            case "backward":
                return show.at > 0
            case "digit":
                return show.riddle is not None or show.play is not None
            case "open":
                return show.riddle is not None
            case "step":
                return show.play is not None
            case _:
                return super().check_action(action, parameters)

    def action_onward(self) -> None:
        """Scroll to what did not fit, else go to the next page."""
        self.elapsed.begin()
        body = self.query_one(Body)
        if self.show_.riddle is None and body.scroll_offset.y < body.max_scroll_y:
            self.action_scroll_page(1)
            self.call_after_refresh(self._tell)
        elif self.show_.turn(1):
            self._page()

    def action_backward(self) -> None:
        """Go to the page before this one."""
        if self.show_.turn(-1):
            self._page()

    def action_go(self, page: int) -> None:
        """Go to a page; -1 is the last."""
        self.show_.go(page % len(self.show_.deck.pages))
        self._page()

    def action_move(self, by: int) -> None:
        """Choose a statement of the team; elsewhere scroll."""
        if self.show_.play is not None:
            self.show_.choose(by)
            self._again()
        else:
            self.query_one(Body).scroll_relative(y=2 * by, animate=False)
            self.call_after_refresh(self._tell)

    def action_digit(self, digit: int) -> None:
        """Take a digit."""
        self.show_.type(digit)
        self._again()

    def action_step(self, by: int) -> None:
        """Put the team's answer a step up or down."""
        self.show_.step(by)
        self._again()

    def action_erase(self) -> None:
        """Take the guess back; where there is none, go to the page before this one."""
        if self.show_.guess is None:
            self.action_backward()
        else:
            self.show_.erase()
            self._again()

    def action_open(self) -> None:
        """Show the figure."""
        self.show_.open()
        self._page()

    def _again(self) -> None:
        self.query_one("#page Drawing", Drawing).refresh(layout=True)

    def action_notes(self) -> None:
        """Show the presenter's notes, or hide them."""
        self.query_one("#notes").toggle_class("-open")
        self._notes()
        self.call_after_refresh(self._tell)

    def action_clock(self) -> None:
        """Stop the clock, or let it go on."""
        self.elapsed.switch()
        self._tell()

    def action_black(self) -> None:
        """Make the screen black."""
        from samenspel.tui.screens.present_black import BlackScreen

        self.app.push_screen(BlackScreen())

    def action_jump(self) -> None:
        """Choose a slide from the list."""
        from samenspel.tui.screens.present_jump import JumpScreen

        def go(page: int | None) -> None:
            if page is not None:
                self.action_go(page)

        self.app.push_screen(JumpScreen(self.show_.deck, self.show_.page.slide), go)

    def action_back(self) -> None:
        """Ask whether to stop."""
        from samenspel.tui.screens.confirm import ConfirmScreen

        question = _("Stoppen met de presentatie?")
        told = _("De punten van de zaal en het verzonnen team worden niet bewaard.")
        self.app.push_screen(ConfirmScreen(question, told, yes=_("Ja, stoppen")), self._stop)

    def _stop(self, sure: bool | None) -> None:  # noqa: FBT001 - Textual calls it with what the window gave
        if sure and len(self.app.screen_stack) > 1:
            self.app.pop_screen()
        elif sure:  # nothing lies below: it was opened on its own
            self.app.exit()

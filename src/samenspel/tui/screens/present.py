"""Voorlichting: what a presenter does with the pages: turning, guessing, playing, notes, a black screen, stopping."""

from collections.abc import Callable

from textual.binding import Binding

from samenspel.taal import _
from samenspel.tui.screens.base import Body
from samenspel.tui.screens.present_page import PresentPage


class PresentScreen(PresentPage):
    """What the presenter can do."""

    HELP = _(
        "Dit is de presentatie. Met →, de spatiebalk of Page Down gaat u verder, met ← of Page Up terug. Een klikker "
        "werkt ook. Past een bladzijde niet op het scherm? Dan schuift hij eerst. Met ↑ en ↓ schuift u zelf.\n\n"
        "Met n ziet u uw notities, en de zaal dus ook. Met o kiest u een dia. Met b wordt het scherm zwart. De klok "
        "begint als u iets doet: verdergaan, springen of een cijfer typen. Met t zet u de klok stil.\n\n"
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
        *(Binding(str(digit), f"digit({digit})", show=False) for digit in range(10)),
        Binding("plus,equals_sign", "step(1)", _("anders"), key_display="+/−"),
        Binding("minus", "step(-1)", show=False),
        Binding("enter", "open", show=False),
        Binding("n", "notes", _("notities")),
        Binding("o,l", "jump", _("dia's")),
        Binding("b,full_stop", "black", _("zwart")),
        Binding("t", "clock", _("klok"), show=False),
        Binding("home", "go(0)", _("begin/eind"), key_display="Home/End"),
        Binding("end", "go(-1)", show=False),
        Binding("escape", "back", _("stoppen")),
    ]

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
            self.call_after_refresh(self.look)
        elif self.show_.turn(1):
            self.show_page()

    def action_backward(self) -> None:
        """Go to the page before this one."""
        if self.show_.turn(-1):
            self.show_page()

    def action_go(self, page: int) -> None:
        """Go to a page; -1 is the last."""
        self.elapsed.begin()
        self.show_.go(page % len(self.show_.deck.pages))
        self.show_page()

    def action_move(self, by: int) -> None:
        """Choose a statement of the team; elsewhere scroll."""
        if self.show_.play is not None:
            self.show_.choose(by)
            self.redraw()
        else:
            self.query_one(Body).scroll_relative(y=2 * by, animate=False)
            self.call_after_refresh(self.look)

    def action_digit(self, digit: int) -> None:
        """Take a digit."""
        self.elapsed.begin()
        self.show_.type(digit)
        self.redraw()

    def action_step(self, by: int) -> None:
        """Put the team's answer a step up or down."""
        self.elapsed.begin()
        self.show_.step(by)
        self.redraw()

    def action_erase(self) -> None:
        """Take the guess back; where nothing can be guessed, go to the page before this one."""
        if self.show_.riddle is None:
            self.action_backward()
        else:
            self.show_.erase()
            self.redraw()

    def action_open(self) -> None:
        """Show the figure."""
        self.elapsed.begin()
        self.show_.open()
        self.show_page()

    def action_notes(self) -> None:
        """Show the presenter's notes, or hide them."""
        self.query_one("#notes").toggle_class("-open")
        self.show_notes()
        self.redraw()
        self.call_after_refresh(self.look)

    def action_clock(self) -> None:
        """Stop the clock, or let it go on."""
        self.elapsed.switch()
        self.tell()

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
        self._ask(self._stop)

    def asks_before_quitting(self) -> bool:
        """Ask that at ctrl+q too, once."""
        from samenspel.tui.screens.confirm import ConfirmScreen

        if isinstance(self.app.screen, ConfirmScreen):
            return False
        self._ask(lambda sure: self.app.exit() if sure else None)
        return True

    def _ask(self, decided: Callable[[bool | None], None]) -> None:
        from samenspel.tui.screens.confirm import ConfirmScreen

        question = _("Stoppen met de presentatie?")
        told = _("De punten van de zaal en het verzonnen team worden niet bewaard.")
        self.app.push_screen(ConfirmScreen(question, told, yes=_("Ja, stoppen")), decided)

    def _stop(self, sure: bool | None) -> None:  # noqa: FBT001 - Textual calls it with what the window gave
        if sure and len(self.app.screen_stack) > 1:
            self.app.pop_screen()
        elif sure:  # nothing lies below: it was opened on its own
            self.app.exit()

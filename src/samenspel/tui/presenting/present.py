"""*Voorlichting* on the screen: a page at a time, with its notes, and all that a presenter does."""

from collections.abc import Callable, Iterable, Sequence

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList, Static

from samenspel.presenting.pages import Compared, Deck, Question, Quiz, Riddle, SlideEntry
from samenspel.presenting.sentences import NO_NOTES
from samenspel.questionnaire.model import Questionnaire, Team
from samenspel.taal import _
from samenspel.tui.kit.dialogs import ConfirmScreen
from samenspel.tui.kit.screen import BaseModal, BaseScreen, Body
from samenspel.tui.navigation import TypeOver
from samenspel.tui.presenting.draw import heading
from samenspel.tui.presenting.show import Show
from samenspel.tui.widgets.drawing import Drawing, lines_of
from samenspel.tui.widgets.key_line import KeyLine
from samenspel.tui.widgets.menu import Menu, MenuEntry


class Elapsed:
    """How long a presentation takes, from the first move on. It asks ``clock`` for seconds, and so cannot drift."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._before = 0.0
        self._since: float | None = None
        self._begun = False

    @property
    def running(self) -> bool:
        """Whether it counts now."""
        return self._since is not None

    @property
    def shown(self) -> str:
        """Minutes and seconds: ``12:05``."""
        gone = self._before + (0.0 if self._since is None else self._clock() - self._since)
        minutes, seconds = divmod(int(gone), 60)
        return f"{minutes}:{seconds:02}"

    def begin(self) -> None:
        """Start when it has not been started yet; a clock that somebody stopped stays so."""
        if not self._begun:
            self.switch()

    def switch(self) -> None:
        """Start or stop."""
        self._begun = True
        if self._since is None:
            self._since = self._clock()
        else:
            self._before, self._since = self._before + self._clock() - self._since, None


# The presentation. Nothing of anyone's own can come up here: it looks at a questionnaire and at no store. --------

_TICK = 0.5
_LARGE, _LARGER = 24, 28
"""Rows from which a title may take one line, or two, of block letters."""
_BESIDE_TITLE = 8
"""Columns beside the title."""
_BESIDE_NOTES = 4
_ITSELF = {Team: 5, Question: 4, Quiz: 3, Compared: 7}
"""Rows more that such a page needs for itself, at the cost of its title."""


class PresentScreen(BaseScreen):
    """Shows one page at a time; the next page takes the place of this one in the same widgets."""

    AUTO_FOCUS = ""
    HELP = _(
        "Dit is de presentatie. Met →, de spatiebalk of Page Down gaat u verder, met ← of Page Up terug. Een klikker "
        "werkt ook. Past een bladzijde niet op het scherm? Dan schuift hij eerst. Met ↑ en ↓ schuift u zelf.\n\n"
        "Met n ziet u uw notities, en de zaal dus ook. Met o kiest u een dia. Met b wordt het scherm zwart. De klok "
        "begint als u iets doet: verdergaan, springen of een cijfer typen. Met t zet u de klok stil.\n\n"
        "Bij ‘Raad het cijfer’ typt u het getal van de zaal. Precies goed geeft 3 punten, één ernaast 2, twee ernaast "
        "1. Bij een kaart typt u het nummer dat de zaal kiest. Bij ‘Wat als’ kiest u een stelling met ↑ en ↓. Met 0 "
        "tot 5, + en − verandert u het antwoord.\n\n"
        "Op de eerste bladzijde kiest u met v het korte programma of het hele.\n\n"
        "Met p typt u papieren formulieren over, voor mensen zonder groep. Zet dan eerst de beamer uit.\n\n"
        "Hier staat niets van uzelf of van een groep. Het team is verzonnen. Met Esc stopt u."
    )
    LOST = _("De punten van de zaal en het verzonnen team worden niet bewaard.")
    """What is said when one stops."""
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
        Binding("v", "programme(False)", _("hele programma")),
        Binding("v", "programme(True)", _("kort programma")),
        Binding("p", "type_over(True)", _("papier overtypen")),
        Binding("p", "type_over(False)", show=False),
        Binding("home", "go(0)", _("begin/eind"), key_display="Home/End"),
        Binding("end", "go(-1)", show=False),
        Binding("escape", "back", _("stoppen")),
    ]

    def __init__(self, questionnaire: Questionnaire, made: Deck | None = None, *, short: bool = False) -> None:
        """``made``: the pages to show; None: those of the questionnaire, or of its ``short`` programme."""
        super().__init__(classes="present")
        self.show_ = Show(questionnaire, made, short=short)
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
        self.elapsed = Elapsed(self.desk.seconds)
        self.set_interval(_TICK, self._tick)
        self._told = self.elapsed.shown
        self.show_page()

    def on_resize(self, _event: events.Resize) -> None:
        """Say anew whether there is more than fits."""
        self.call_after_refresh(self.look)

    def _drawn(self, width: int) -> Sequence[Content]:
        # Not the height that the page has now: that may still be the one beside the title before this one.
        screen, title, body = self.app.size, self.query(Drawing).first(), self.query_one(Body)
        place, keys = 1, self.query_one(KeyLine).size.height
        taken = len(title.lines(screen.width - _BESIDE_TITLE)) + title.gutter.height + body.gutter.height + place + keys
        notes = self.query_one("#notes")
        if notes.has_class("-open"):
            most = notes.styles.max_height
            lines = len(lines_of(Content(self._notes).wrap, screen.width - _BESIDE_NOTES)) + notes.gutter.height
            taken += min(lines, int((most and most.cells) or lines))
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
        keys = (self.show_.puzzle is None, self.show_.play is None, self.show_.at == 0)
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
        return self.show_.page.notes or NO_NOTES

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

    # What the presenter does -----------------------------------------------------------------------------------

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what this page takes."""
        show = self.show_
        match action:
            case "backward":
                return show.at > 0
            case "digit":
                return show.puzzle is not None or show.play is not None
            case "open":
                return show.puzzle is not None
            case "step":
                return show.play is not None
            case "programme":  # on the first page, where it is chosen
                return show.at == 0 and show.has_short and parameters == (not show.deck.short,)
            case "type_over":  # named on the first page only: the foot of the others is for the talk
                return parameters == (show.at == 0,)
            case _:
                return super().check_action(action, parameters)

    def action_onward(self) -> None:
        """Scroll to what did not fit, else go to the next page."""
        self.elapsed.begin()
        body = self.query_one(Body)
        if self.show_.puzzle is None and body.scroll_offset.y < body.max_scroll_y:
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
        if self.show_.puzzle is None:
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
        self.app.push_screen(BlackScreen())

    def action_type_over(self, _named: bool) -> None:  # noqa: FBT001 - Textual calls it with the key's value
        """Type paper forms over of people who belong to no group."""
        self.navigator.open(TypeOver())

    def action_programme(self, short: bool) -> None:  # noqa: FBT001 - Textual calls it with the key's value
        """Begin with the short programme, or with the whole."""
        self.show_.begin(short=short)
        self.show_page()

    def action_jump(self) -> None:
        """Choose a slide from the list."""

        def go(page: int | None) -> None:
            if page is not None:
                self.action_go(page)

        self.app.push_screen(JumpScreen(self.show_.deck, self.show_.page.slide), go)

    def action_back(self) -> None:
        """Ask whether to stop."""
        self._ask(self._stop)

    def asks_before_quitting(self) -> bool:
        """Ask that at ctrl+q too, once."""
        if isinstance(self.app.screen, ConfirmScreen):
            return False
        self._ask(lambda sure: self.app.exit() if sure else None)
        return True

    def _ask(self, decided: Callable[[bool | None], None]) -> None:
        question = _("Stoppen met de presentatie?")
        self.app.push_screen(ConfirmScreen(question, self.LOST, yes=_("Ja, stoppen")), decided)

    def _stop(self, sure: bool | None) -> None:  # noqa: FBT001 - Textual calls it with what the window gave
        if sure and len(self.app.screen_stack) > 1:
            self.app.pop_screen()
        elif sure:  # nothing lies below: it was opened on its own
            self.app.exit()


# A black screen: the room looks at the presenter, not at the wall. Any key brings the page back. -----------------


class BlackScreen(BaseModal[None]):
    """Nothing at all."""

    HELP = _("Het scherm is zwart. Elke toets brengt de bladzijde terug.")

    def compose(self) -> ComposeResult:
        """Show nothing."""
        yield from self.compose_page()

    def compose_page(self) -> Iterable[Widget]:
        """Give one black thing."""
        yield Static(markup=False)

    async def on_event(self, event: events.Event) -> None:
        """Go at any key or click."""
        if isinstance(event, events.Key | events.MouseDown):
            event.stop()
            self.dismiss(None)
            return
        await super().on_event(event)


# The list of slides, to jump to one. -----------------------------------------------------------------------------


class JumpScreen(BaseModal[int]):
    """Gives back the first page of the chosen slide; None when left with Esc."""

    HELP = _(
        "Typ het nummer van een dia en druk op Enter. Of kies met de pijltjes, Home en End, of met de muis. Met Esc "
        "blijft u waar u was."
    )
    BINDINGS = [
        *(Binding(str(digit), f"digit({digit})", show=False) for digit in range(10)),
        Binding("escape,o,l", "back", _("sluiten")),
    ]

    def __init__(self, deck: Deck, here: int) -> None:
        super().__init__(classes="window choose")
        self._deck = deck
        self._here = here
        self._typed = 0

    def compose_page(self) -> Iterable[Widget]:
        """List the slides."""
        yield Static(_("Naar welke dia? Typ het nummer, of kies met de pijltjes."), classes="title", markup=False)
        yield Menu(
            MenuEntry(str(slide.first), _title(slide), self._asked(slide), number=f"{number:>2}")
            for number, slide in enumerate(self._deck.slides, start=1)
        )

    def _asked(self, slide: SlideEntry) -> str:
        """Return what the room guesses: such slides often have the same title."""
        body = self._deck.pages[slide.first].body
        return body.question if isinstance(body, Riddle) else ""

    def on_mount(self) -> None:
        """Begin at the slide that is shown."""
        self.query_one(Menu).highlighted = self._here

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Give back what was chosen."""
        event.stop()
        self.dismiss(int(event.option_id or 0))

    def action_digit(self, digit: int) -> None:
        """Go to the slide with this number in the list; a second digit goes on with the first."""
        menu = self.query_one(Menu)
        before = self._typed if menu.highlighted == self._typed - 1 else 0  # moved meanwhile: begin anew
        wanted = next((n for n in (10 * before + digit, digit) if 0 < n <= len(self._deck.slides)), 0)
        if wanted:
            self._typed, menu.highlighted = wanted, wanted - 1

    def action_back(self) -> None:
        """Close the list."""
        self.dismiss(None)


def _title(slide: SlideEntry) -> str:
    return _("{titel} ({minuten} min)").format(titel=slide.title, minuten=slide.minutes)

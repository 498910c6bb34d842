"""The app: its looks, its keys and its menu, and how it begins and stops.

What its pages work with is its :class:`~samenspel.tui.navigation.Desk`; from page to page one goes through its
:class:`~samenspel.tui.routes.Routes`.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any, Literal

from textual import events
from textual.app import SystemCommand
from textual.binding import Binding
from textual.command import CommandPalette
from textual.dom import DOMNode
from textual.geometry import Size
from textual.screen import Screen
from textual.widget import Widget

from samenspel.presenting.pages import Deck
from samenspel.questionnaire.model import Questionnaire
from samenspel.response import Form
from samenspel.storage import durable, preferences
from samenspel.storage.selftests import SelfTest, SelfTests
from samenspel.storage.shelf import Shelf
from samenspel.taal import _
from samenspel.tui import themes
from samenspel.tui.commands import Commands, Palette, commands
from samenspel.tui.kit.screen import Page
from samenspel.tui.kit.summaries import still_open
from samenspel.tui.kit.too_small import TooSmallScreen, too_small
from samenspel.tui.navigation import Desk, NewSelfTest, OpenSelfTest
from samenspel.tui.routes import Routes
from samenspel.tui.textual_private import QuietApp

if TYPE_CHECKING:
    from textual.actions import ActionParseResult

Start = Literal["home", "selftest", "presenting"]
"""What the app begins with."""

_DONE = (events.Key, events.MouseEvent, events.Paste)
"""What a person does."""

_KEYS = {
    "escape": "esc",
    "left": "←",
    "right": "→",
    "up": "↑",
    "down": "↓",
    "enter": "enter",
    "space": _("spatie"),
    "delete": "delete",
    "pageup": "pgup",
    "pagedown": "pgdn",
    "question_mark": "?",
}


class SamenspelApp(QuietApp):
    """The self-test as an app for people who may never have used a terminal program."""

    TITLE = "samenspel"
    CSS_PATH = ["samenspel.tcss", "pages.tcss", "groups/groups.tcss", "presenting/presenting.tcss"]
    COMMANDS = {Commands}
    ENABLE_COMMAND_PALETTE = True
    ESCAPE_TO_MINIMIZE = False
    BINDINGS = [
        Binding("f2", "command_palette", _("menu"), tooltip=_("Alles wat u hier kunt doen.")),
        Binding("f3", "next_theme", _("kleuren"), show=False),
        Binding("ctrl+q", "quit", _("afsluiten"), show=False, priority=True),
    ]

    def __init__(  # noqa: PLR0913 - what the app begins with
        self,
        store: SelfTests,
        *,
        load_questionnaire: Callable[[], Questionnaire] | None = None,
        start: Start = "home",
        form: Form | None = None,
        selftest: SelfTest | None = None,
        made: Deck | None = None,
        clock: Callable[[], datetime] = datetime.now,
    ) -> None:
        """Prepare the app; nothing is read yet but the colours.

        Args:
            store: where self-tests are kept.
            load_questionnaire: gives the questionnaire that was named for what is begun now; None: the chosen one.
            start: the first screen.
            form: the form chosen beforehand, if any: of the self-test, or short for a presentation.
            selftest: the open one to go on with at once.
            made: the pages of a group's result, where ``start`` is presenting.
            clock: tells the time.
        """
        super().__init__()
        self.desk = Desk(store, Shelf(store.folder, named=load_questionnaire), clock, form)
        self.navigator = Routes(self, self.desk, self._a_group_comes)
        self._start = start
        self._selftest = selftest
        self._made = made
        self._reason_to_stay: Screen[Any] | None = None
        self._unsaved = False  # whether one stopped without what was being typed
        self._taken = ""  # what was cut or copied …
        self._taken_by: object = None  # … and who did that
        self._handed_out = False  # whether the system's clipboard has something of ours
        for theme in themes.THEMES:
            self.register_theme(theme)
        chosen = preferences.read(store.folder).theme
        self.theme = chosen if chosen in themes.NAMES else themes.DARK

    def get_default_screen(self) -> Screen[Any]:
        """Give the screen that lies below everything else."""
        return self.navigator.lowest(presenting=self._start == "presenting", made=self._made)

    def on_load(self) -> None:
        """Say it when work beside the screen has to wait; what begins later, in a thread too, finds this."""
        durable.told_of_wait.set(self._say_that_it_waits)

    def _say_that_it_waits(self) -> None:
        self.notify(_("Een ander venster van samenspel is bezig met uw gegevens. Even wachten …"), markup=False)

    def on_mount(self) -> None:
        """Go straight into the self-test when that was asked for."""
        if self._selftest is not None:
            self.navigator.open(OpenSelfTest(self._selftest))
        elif self._start == "selftest":
            self.navigator.open(NewSelfTest(look=True))

    async def action_quit(self) -> None:
        """Stop; what is being typed is saved first. When that fails the app stays open, until it is asked again."""
        pages = [screen for screen in reversed(self.screen_stack) if isinstance(screen, Page)]
        if any(page.asks_before_quitting() for page in pages):
            return
        self._unsaved = self.screen is self._reason_to_stay
        if self._unsaved or all(page.keep() for page in pages):
            self.exit()
        else:  # the window that says why is on top now
            self._reason_to_stay = self.screen
            self.notify(_("Toch stoppen, zonder dit te bewaren? Druk nog eens op ctrl+q."), markup=False)

    def last_line(self) -> str:
        """Say in one line what was kept and how to come back; after a group nothing of who was busy with what.

        It stays in sight in the terminal, so nothing of anybody's answers is in it. Reads files.
        """
        if self._made is not None:
            return _("Er is niets veranderd. De presentatie opent u weer met ‘samenspel voorlichting --groep’.")
        if self._start == "presenting":
            return _("Er is niets bewaard. De presentatie opent u weer met ‘samenspel voorlichting’.")
        if self._unsaved:
            return _("Het laatste is niet bewaard, de rest wel. Start samenspel om verder te gaan.")
        if self.desk.before_a_group:
            return _("Bewaard: alles van de groep. Start samenspel en kies ‘Samen vergelijken’.")
        found = still_open(self.desk.store)
        if found.newest is not None:
            return _("Bewaard: uw zelftest is nog open. Start samenspel en kies ‘Verder waar u was’.")
        if found.stored:
            return _("Bewaard: uw uitslag. Start samenspel en kies ‘Mijn uitslagen’.")
        if found.notices:  # said in the app; whatever it is, nothing was lost by stopping
            return _("Start samenspel om verder te gaan.")
        return _("Er is nog niets bewaard. Wilt u de zelftest doen? Start dan samenspel.")

    # What was cut or copied ------------------------------------------------------------------------------------

    @property
    def clipboard(self) -> str:
        """What was cut or copied by whoever is at this laptop now: what somebody else left is gone."""
        if self._taken_by != self._sitting:
            self._taken = ""
        return self._taken

    def copy_to_clipboard(self, text: str) -> None:
        """Keep what was cut or copied. Only who is alone with one's own gives it to the system's clipboard too."""
        self._taken, self._taken_by = text, self._sitting
        if not self.desk.before_a_group:
            self._handed_out = bool(text)
            super().copy_to_clipboard(text)

    def _a_group_comes(self) -> None:
        """Others use this laptop from now on: what is the owner's is asked for first, and is on no clipboard."""
        if self._handed_out:
            self.copy_to_clipboard("")
        self.desk.before_a_group = True

    @property
    def _sitting(self) -> object:
        """Whoever is at this laptop, as the pages know it; None: whoever has it open."""
        pages = (screen.whose for screen in reversed(self.screen_stack) if isinstance(screen, Page))
        return next((whose for whose in pages if whose is not None), None)

    # Keys, menu and colours ------------------------------------------------------------------------------------

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Give our own variable a value in themes that are not ours."""
        return {"muted": "#888888"}

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        """Give what the menu offers."""
        return commands(self, screen, self.choose_theme)

    def action_command_palette(self) -> None:
        """Open the menu; not over what says that there is no room, where its list has no line to go to."""
        if not isinstance(self.screen, CommandPalette | TooSmallScreen):
            self.push_screen(Palette(placeholder=_("Wat wilt u doen?")))

    def action_help_quit(self) -> None:
        """Say how to stop: ctrl+c does not."""
        self.notify(_("Afsluiten doet u met ctrl+q. Wat bewaard is, blijft bewaard."), markup=False)

    def action_next_theme(self) -> None:
        """Take the next look."""
        self.choose_theme(themes.after(self.theme))
        self.notify(_("Kleuren: {naam}").format(naam=themes.NAMES[self.theme]), markup=False)

    def choose_theme(self, theme: str) -> None:
        """Take this look, and remember it for the next time."""
        self.theme = theme
        preferences.keep(self.desk.store.folder, theme=theme)

    def get_key_display(self, binding: Binding) -> str:
        """Write a key as people know it."""
        if binding.key == "1":
            for owner in (self.focused, self.screen):
                if digits := str(getattr(owner, "digits", "")):
                    return digits
        if binding.key_display:
            return binding.key_display
        if binding.key.startswith("f") and binding.key[1:].isdigit():
            return binding.key.upper()
        return _KEYS.get(binding.key, binding.key)

    async def on_event(self, event: events.Event) -> None:
        """Leave what was done before the present screen was there to be seen: keys in a burst, meant for another."""
        if isinstance(event, _DONE) and not self._is_for_this_screen(event):
            return
        await super().on_event(event)

    def _is_for_this_screen(self, event: events.Event) -> bool:
        if not self.screen_stack or not self.screen.is_attached:  # the app is closing, and keys may still come
            return False
        return event.time >= getattr(self.screen, "seen_since", 0.0)

    async def run_action(
        self,
        action: "str | ActionParseResult",
        default_namespace: DOMNode | None = None,
        namespaces: Mapping[str, DOMNode] | None = None,
    ) -> bool:
        """Leave an action of a screen that is not on top: the menu, a click and a slow key run theirs later."""
        if isinstance(default_namespace, Widget):
            over_it = default_namespace.ancestors_with_self
            if not self.screen_stack or self.screen not in over_it:
                return False
        return await super().run_action(action, default_namespace, namespaces)

    def on_resize(self, event: events.Resize) -> None:
        """Cover everything with one message while there is no room; what is below stays as it is."""
        if not self.screen_stack:  # the app is closing
            return
        if isinstance(self.screen, TooSmallScreen) and not too_small(event.size):
            self.pop_screen()
        else:
            self.cover_where_there_is_no_room(event.size)

    def cover_where_there_is_no_room(self, size: Size) -> None:
        """Cover what is on top, when a terminal of this size has no room for it: it is not laid out any more then."""
        if too_small(size) and not isinstance(self.screen, TooSmallScreen):
            self.push_screen(TooSmallScreen())


def run(  # noqa: PLR0913 - what the app begins with
    store: SelfTests,
    *,
    load_questionnaire: Callable[[], Questionnaire] | None = None,
    start: Start = "home",
    form: Form | None = None,
    selftest: SelfTest | None = None,
    made: Deck | None = None,
) -> str:
    """Run the app in this terminal until the person stops it; return the line to say when the screen is gone.

    An error of its own is raised then.
    """
    app = SamenspelApp(
        store, load_questionnaire=load_questionnaire, start=start, form=form, selftest=selftest, made=made
    )
    app.run()
    if app.fault is not None:
        raise app.fault
    return app.last_line()

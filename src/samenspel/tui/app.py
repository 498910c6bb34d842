"""The app: it holds the store, the questionnaire and the clock, and opens screens.

Screens are imported when they are opened, so that the first one is there at once. They go through the app to
each other: :meth:`SamenspelApp.start_selftest`, :meth:`SamenspelApp.resume_selftest`, :meth:`SamenspelApp.go_home`;
those to the groups stand in :mod:`samenspel.tui.app`.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from functools import cached_property, partial
from time import monotonic
from typing import TYPE_CHECKING, Any, Literal

from textual import events
from textual.app import App, SystemCommand
from textual.binding import Binding
from textual.command import CommandPalette
from textual.dom import DOMNode
from textual.geometry import Size
from textual.screen import Screen
from textual.widget import Widget

from samenspel.questionnaire.model import Questionnaire
from samenspel.response import Form
from samenspel.storage import StorageError, preferences
from samenspel.storage.selftests import SelfTest, SelfTests
from samenspel.storage.shelf import Shelf
from samenspel.taal import _
from samenspel.tui import themes
from samenspel.tui.commands import Commands, Palette, commands
from samenspel.tui.kit.screen import Page

if TYPE_CHECKING:
    from textual.actions import ActionParseResult

    from samenspel.session import Session
    from samenspel.storage.groups import Groups


# Beginning something new, with the questionnaire in use; when that cannot be used now, another can be chosen. ----


def begin(app: "SamenspelApp", screen: Callable[[Questionnaire], Screen[Any]]) -> None:
    """Open the screen that ``screen`` makes for the questionnaire in use; see :func:`in_use`."""
    if (questionnaire := in_use(app, lambda: begin(app, screen))) is not None:
        app.push_screen(screen(questionnaire))


def in_use(app: "SamenspelApp", again: Callable[[], object]) -> Questionnaire | None:
    """Return the questionnaire for what begins now, read anew.

    Has it got errors by now, then that is said, and where to choose another; None. After the choice comes ``again``.
    """
    from samenspel.authoring import QuestionnaireError

    try:
        return app.questionnaire
    except QuestionnaireError:
        _say_why(app, again)
        return None


def _say_why(app: "SamenspelApp", again: Callable[[], object]) -> None:
    from samenspel.tui.home.questionnaires import QuestionnairesScreen
    from samenspel.tui.kit.dialogs import DialogScreen
    from samenspel.tui.widgets.choices import Option

    chosen = app.shelf.chosen()
    options = (Option("1", "other", _("een andere vragenlijst kiezen")), Option("2", "", _("terug")))

    def go(answer: str | None) -> None:
        if answer:
            app.push_screen(QuestionnairesScreen(again))

    text = f"‘{chosen.title}’. {chosen.trouble()}"
    app.push_screen(DialogScreen(_("Deze vragenlijst kan nu niet"), text, options), go)


# The doors to the groups: their list, one group, collecting its answers, and talking about what came out. --------


class GroupDoors(App[None]):
    """The part of the app that opens what belongs to groups; each screen is imported when it is opened."""

    store: "SelfTests"
    seconds: Callable[[], float]
    before_a_group = False
    """Whether answers were collected or talked about since the app began: what is the owner's own then asks first."""

    @cached_property
    def groups(self) -> "Groups":
        """The groups in the same data folder as the self-tests."""
        from samenspel.storage.groups import Groups

        return Groups(self.store.folder)

    def open_groups(self) -> None:
        """Open the list of groups."""
        from samenspel.tui.groups.groups import GroupsScreen

        self.push_screen(GroupsScreen())

    def open_group(self, group_id: str) -> None:
        """Open the page of one group: its waves."""
        from samenspel.tui.groups.groups import GroupScreen

        self.push_screen(GroupScreen(group_id))

    def open_collecting(self, group_id: str) -> None:
        """Open the page on which the wave under way collects its answers."""
        from samenspel.tui.groups.collect import CollectScreen

        self.before_a_group = True
        self.push_screen(CollectScreen(group_id))

    def open_workshop(self, group_id: str, number: int) -> None:
        """Open the workshop of wave ``number`` of a group, after its reveal, at the very step that was left."""
        from samenspel.group.workshop import WorkshopError
        from samenspel.tui.routes import workshop_screen
        from samenspel.tui.workshop.talk import Talk

        try:
            talk = Talk(self.groups, group_id, number, self.seconds)
            _released = talk.released
        except (StorageError, WorkshopError) as error:
            self.show_problem(str(error))
            return
        self.before_a_group = True
        self.push_screen(workshop_screen(talk))

    def show_problem(self, text: str) -> None:
        """Say in a window what went wrong and what to do; everything else stays as it is."""
        from samenspel.tui.kit.dialogs import DialogScreen

        self.push_screen(DialogScreen(_("Dat lukte niet"), text))


SMALLEST = (50, 15)
"""Columns and rows below which there is no room for a statement and its answers."""

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


class SamenspelApp(GroupDoors):
    """The self-test as an app for people who may never have used a terminal program."""

    TITLE = "samenspel"
    CSS_PATH = ["samenspel.tcss", "results.tcss", "groups.tcss", "presenting.tcss"]
    COMMANDS = {Commands}
    ENABLE_COMMAND_PALETTE = True
    ESCAPE_TO_MINIMIZE = False
    BINDINGS = [
        Binding("f2", "command_palette", _("menu"), tooltip=_("Alles wat u hier kunt doen.")),
        Binding("f3", "next_theme", _("kleuren"), show=False),
        Binding("ctrl+q", "quit", _("afsluiten"), show=False, priority=True),
    ]

    def __init__(
        self,
        store: SelfTests,
        *,
        load_questionnaire: Callable[[], Questionnaire] | None = None,
        start: Literal["home", "selftest", "presenting"] = "home",
        form: Form | None = None,
        clock: Callable[[], datetime] = datetime.now,
    ) -> None:
        """Prepare the app; nothing is read yet but the colours.

        Args:
            store: where self-tests are kept.
            load_questionnaire: gives the questionnaire that was named for what is begun now; None: the chosen one.
            start: the first screen.
            form: the form chosen beforehand, if any.
            clock: tells the time.
        """
        super().__init__()
        self.store = store
        self.clock = clock
        self.seconds: Callable[[], float] = monotonic
        """Counts seconds for the timer of a conversation."""
        self.form = form
        self.shelf = Shelf(store.folder, named=load_questionnaire)
        self._start = start
        self._reason_to_stay: Screen[Any] | None = None
        for theme in themes.THEMES:
            self.register_theme(theme)
        chosen = preferences.read(store.folder).theme
        self.theme = chosen if chosen in themes.NAMES else themes.DARK

    @property
    def questionnaire(self) -> Questionnaire:
        """The questionnaire for what begins now, read anew. Raises QuestionnaireError: by now it has errors."""
        return self.shelf.load()

    def get_default_screen(self) -> Screen[None]:
        """Give the screen that lies below everything else: the start screen, or for a room the presentation alone."""
        if self._start == "presenting":
            from samenspel.tui.presenting.present import PresentScreen

            return PresentScreen(self.questionnaire)
        from samenspel.tui.home.home import HomeScreen

        return HomeScreen()

    def on_mount(self) -> None:
        """Go straight into the self-test when that was asked for."""
        if self._start == "selftest":
            self.start_selftest(look=True)

    # Going from screen to screen -------------------------------------------------------------------------------

    def start_selftest(self, *, look: bool = False) -> None:
        """Open the first page of a new self-test; ``look``: it offers to go on with one that is still open.

        Nothing is stored until the form is chosen.
        """
        from samenspel.tui.selftest.opening import WelcomeScreen

        begin(self, partial(WelcomeScreen, look=look))

    def resume_selftest(self, selftest: SelfTest) -> None:
        """Go on with ``selftest`` at the very step that was left."""
        from samenspel.session import Session

        try:
            # Read again: another window may have gone on with it, or erased it.
            session = Session.reopen(self.store, self.store.read(selftest.id))
        except StorageError as error:
            self.show_problem(str(error))
            return
        self.open_step(session)

    def open_step(self, session: "Session") -> None:
        """Open the screen for the step where ``session`` is, on top of the current one."""
        from samenspel.tui.routes import screen_for

        self.push_screen(screen_for(session))

    def open_presentation(self) -> None:
        """Open the presentation for a room."""
        from samenspel.tui.presenting.present import PresentScreen

        begin(self, PresentScreen)

    async def action_quit(self) -> None:
        """Stop; what is being typed is saved first. When that fails the app stays open, until it is asked again."""
        pages = [screen for screen in reversed(self.screen_stack) if isinstance(screen, Page)]
        if any(page.asks_before_quitting() for page in pages):
            return
        if self.screen is self._reason_to_stay or all(page.keep() for page in pages):
            self.exit()
        else:  # the window that says why is on top now
            self._reason_to_stay = self.screen
            self.notify(_("Toch stoppen, zonder dit te bewaren? Druk nog eens op ctrl+q."), markup=False)

    def go_home(self, message: str = "") -> None:
        """Close what is open and show the start screen; ``message`` is shown there for a moment."""
        while len(self.screen_stack) > 1:
            self.pop_screen()
        if message:
            self.notify(message, markup=False)

    def go_back_to(self, kind: type[Screen[Any]], message: str = "") -> None:
        """Close what lies over the topmost screen of this kind; ``message`` is shown there for a moment."""
        while len(self.screen_stack) > 1 and not isinstance(self.screen, kind):
            self.pop_screen()
        if message:
            self.notify(message, markup=False)

    # Keys, menu and colours ------------------------------------------------------------------------------------

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Give our own variable a value in themes that are not ours."""
        return {"muted": "#888888"}

    def refresh_css(self, animate: bool = True) -> None:  # noqa: FBT001, FBT002 - Textual's own signature
        """Style everything anew; before the first screen is there, only say with which colours it will be styled.

        Textual would read every style sheet twice before the first paint when the colours are not its own.
        """
        if self.screen_stack:
            super().refresh_css(animate)
        else:
            self.stylesheet.set_variables(self.get_css_variables())

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        """Give what the menu offers."""
        return commands(self, screen)

    def action_command_palette(self) -> None:
        """Open the menu."""
        if not isinstance(self.screen, CommandPalette):
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
        preferences.keep(self.store.folder, theme=theme)

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
        if isinstance(event, _DONE) and not self._was_for(self.screen, event):
            return
        await super().on_event(event)

    @staticmethod
    def _was_for(screen: Screen[Any], event: events.Event) -> bool:
        # Not attached: the app is closing.
        return screen.is_attached and event.time >= getattr(screen, "seen_since", 0.0)

    async def run_action(
        self,
        action: "str | ActionParseResult",
        default_namespace: DOMNode | None = None,
        namespaces: Mapping[str, DOMNode] | None = None,
    ) -> bool:
        """Leave an action of a screen that is not on top: the menu, a click and a slow key run theirs later."""
        if isinstance(default_namespace, Widget) and self.screen not in default_namespace.ancestors_with_self:
            return False
        return await super().run_action(action, default_namespace, namespaces)

    # A terminal that is too small ------------------------------------------------------------------------------

    @staticmethod
    def too_small(size: Size) -> bool:
        """Say whether a terminal of this size has no room for a statement and its answers."""
        return size.width < SMALLEST[0] or size.height < SMALLEST[1]

    def on_resize(self, event: events.Resize) -> None:
        """Cover everything with one message while there is no room; what is below stays as it is."""
        from samenspel.tui.kit.dialogs import TooSmallScreen

        small = self.too_small(event.size)
        covered = isinstance(self.screen, TooSmallScreen)
        if small and not covered:
            self.push_screen(TooSmallScreen())
        elif covered and not small:
            self.pop_screen()


def run(
    store: SelfTests,
    *,
    load_questionnaire: Callable[[], Questionnaire] | None = None,
    start: Literal["home", "selftest", "presenting"] = "home",
    form: Form | None = None,
) -> None:
    """Run the app in this terminal until the person stops it."""
    SamenspelApp(store, load_questionnaire=load_questionnaire, start=start, form=form).run()

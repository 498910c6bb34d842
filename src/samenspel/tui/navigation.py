"""Where one can go in the app, and what a page asks of whoever brings one there: a page knows no other feature's page.

A destination is a value; :mod:`samenspel.tui.routes` alone knows which screen shows it. One more stands elsewhere,
beside what it carries: the step of a self-test, in :mod:`samenspel.tui.kit.steps`.
"""

from collections.abc import Callable
from datetime import datetime
from time import monotonic
from typing import Protocol

from msgspec import Struct
from textual.geometry import Size

from samenspel.questionnaire.model import Questionnaire
from samenspel.response import Form
from samenspel.storage.selftests import SelfTest, SelfTests
from samenspel.storage.shelf import Shelf


class Destination(Struct, frozen=True):
    """Somewhere to go."""


# One's own: self-tests, their results, and what is kept. ---------------------------------------------------------


class NewSelfTest(Destination, frozen=True):
    """The first page of a new self-test; ``look``: it offers to go on with one that is still open.

    Nothing is stored until the form is chosen.
    """

    look: bool = False


class OpenSelfTest(Destination, frozen=True):
    """The very step of ``selftest`` that was left."""

    selftest: SelfTest


class ReopenedSelfTest(Destination, frozen=True):
    """The last step of ``selftest``, which was finished and is opened again on the way."""

    selftest: SelfTest


class SelfTestResult(Destination, frozen=True):
    """The result of a self-test that was finished."""

    selftest: SelfTest


class StepToAskAbout(Destination, frozen=True):
    """The window that asks how the first step of ``selftest`` went."""

    selftest: SelfTest


class GiveAnswers(Destination, frozen=True):
    """The page on which the answers of ``selftest`` are given to a group."""

    selftest: SelfTest


class OwnResults(Destination, frozen=True):
    """The person's own self-tests."""


class OwnData(Destination, frozen=True):
    """Every file that is kept on this computer."""


class ChooseQuestionnaire(Destination, frozen=True):
    """The questionnaires to choose from; ``then``: what follows when one was chosen and that page is closed."""

    then: Callable[[], object] = lambda: None


# Groups, and talking about what came out. ------------------------------------------------------------------------


class AllGroups(Destination, frozen=True):
    """The groups on this computer."""


class NewGroup(Destination, frozen=True):
    """The page that makes a group; ``name`` and ``area``: what was typed already."""

    name: str = ""
    area: str = ""


class OneGroup(Destination, frozen=True):
    """One group: its waves."""

    group_id: str


class Collecting(Destination, frozen=True):
    """The page on which the wave under way collects its answers."""

    group_id: str


class TypeOver(Destination, frozen=True):
    """Typing paper forms over, for the wave under way of a group; without a group, into a folder."""

    group_id: str = ""


class Workshop(Destination, frozen=True):
    """The workshop of a wave, after its reveal, at the place ``at``; the empty one is the very step that was left."""

    group_id: str
    wave: int
    at: str = ""


class OldActions(Destination, frozen=True):
    """How the actions of the wave before ``wave`` went, while that wave may still collect."""

    group_id: str
    wave: int


# What else there is. ---------------------------------------------------------------------------------------------


class Presentation(Destination, frozen=True):
    """The presentation for a room."""


class GroupPresentation(Destination, frozen=True):
    """The result of a revealed wave of a group, for a room."""

    group_id: str
    wave: int


# What a page has of the app. -------------------------------------------------------------------------------------


class Desk:
    """What every page works with; ``form`` is the form that was chosen beforehand, if any."""

    def __init__(self, store: SelfTests, shelf: Shelf, clock: Callable[[], datetime], form: Form | None) -> None:
        self.store = store
        self.shelf = shelf
        self.clock = clock
        self.form = form
        self.seconds: Callable[[], float] = monotonic
        """Counts seconds for the timer of a conversation."""
        self.before_a_group = False
        """Whether answers were collected or talked about since the app began: the owner's own then asks first."""
        self.before_a_room = False
        """Whether a presentation was opened since the app began: the beamer may be on after it as well."""


class Navigator(Protocol):
    """Brings one somewhere. What cannot be opened is said in a window instead."""

    def open(self, destination: Destination) -> None:
        """Show ``destination`` on top of what is open."""

    def replace(self, destination: Destination) -> None:
        """Show ``destination`` in the place of the screen on top."""

    def back_to(self, destination: Destination, message: str = "") -> None:
        """Close what lies over ``destination``, or else all but the lowest screen; ``message`` is shown."""

    def home(self, message: str = "") -> None:
        """Close what is open and show the lowest screen; ``message`` is shown there for a moment."""

    def show_problem(self, text: str) -> None:
        """Say in a window what went wrong and what to do; everything else stays as it is."""

    def seen_here(self, text: str) -> str:
        """Return a message as it may be read on this page: without folders where a group may be looking on."""

    def questionnaire_in_use(self, again: Callable[[], object]) -> Questionnaire | None:
        """Return the questionnaire for what begins now, read anew.

        Has it got errors by now, then that is said, and where to choose another; None. After the choice comes
        ``again``.
        """


class Host(Protocol):
    """What the app is to its pages."""

    desk: Desk
    navigator: Navigator

    def cover_where_there_is_no_room(self, size: Size) -> None:
        """Cover the screen on top, when a terminal of this size has no room for it."""

"""Answering a questionnaire, for oneself or for a group: a step of it, and who receives the answers.

The steps are the same for both; what differs is in the :class:`Recipient` that each step is given.
"""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Iterator
from typing import ClassVar

from textual.widget import Widget
from textual.widgets import Static

from samenspel import walk
from samenspel.questionnaire.model import Questionnaire
from samenspel.response import Form
from samenspel.session import Session
from samenspel.taal import _, meervoud
from samenspel.tui.kit.screen import BaseScreen
from samenspel.tui.navigation import Destination
from samenspel.tui.widgets.choices import Choices, Option
from samenspel.walk import Kind, Step


class StepPage(BaseScreen):
    """The page of a step, as the recipient of the answers knows it."""

    @abstractmethod
    def save(self, change: Callable[[], None]) -> bool:
        """Make a change in the session; when it cannot be stored, say so and return False."""

    @abstractmethod
    def jump(self, step: Step | None) -> None:
        """Keep what is being typed, then go to ``step`` (None: stay)."""


class Recipient(ABC):
    """Who receives the answers of a session, and what follows from it: what is said and can be done, where it ends."""

    NOTES: ClassVar[bool]
    """Whether a note with a statement is kept."""
    FINISH: ClassVar[str]
    """What the person chooses at the end."""
    FIXED: ClassVar[str]
    """What the person is told of that: the answers cannot be changed after it."""
    SHARES: ClassVar[bool]
    """Whether it is asked here which open answers the group may read; one's own are chosen when they are given."""

    def help_for(self, kind: Kind) -> str:  # noqa: ARG002
        """Give another help for a step of this kind; empty: its own."""
        return ""

    def opening(self) -> Iterable[Widget]:
        """Give another page before the first question; nothing: its own."""
        return ()

    @abstractmethod
    def leave(self, page: StepPage) -> None:
        """Stop for now."""

    def gone(self, page: StepPage) -> bool:  # noqa: ARG002
        """Leave, and say so, when what is answered is kept nowhere any more; False: it is."""
        return False

    def asks_before_quitting(self, page: StepPage) -> bool:  # noqa: ARG002
        """Ask something before the app stops; False: there is nothing to ask."""
        return False

    @abstractmethod
    def finish(self, page: StepPage) -> None:
        """Finish, and show what comes after it."""


class SelfTestStep(Destination, frozen=True):
    """The step where ``session`` is."""

    session: Session
    recipient: Recipient


def form_choice(questionnaire: Questionnaire, form: Form | None) -> Iterator[Widget]:
    """Ask for the full or the short form."""
    yield Static(_("Hoeveel tijd hebt u?"), classes="heading", markup=False)
    yield Choices([_option("1", "volledig", questionnaire), _option("2", "kort", questionnaire)], chosen=form)


def _option(key: str, form: Form, questionnaire: Questionnaire) -> Option:
    name = _("volledig") if form == "volledig" else _("kort")
    time = walk.minutes(questionnaire, form)
    text = meervoud("{naam}, ongeveer {tijd} minuut", "{naam}, ongeveer {tijd} minuten", time)
    return Option(key, form, text.format(naam=name, tijd=time))

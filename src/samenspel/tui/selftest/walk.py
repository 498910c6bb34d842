"""What every step of the self-test has in common: saving before moving on, and the ways on, back and out.

The screen shows what is stored, never what was merely pressed: it drives a ``Session``, which returns only when the
change is on the disk. When that fails, one message says so and the step stays.
"""

from collections.abc import Callable, Iterable
from typing import ClassVar

from textual import events
from textual.binding import Binding
from textual.widget import Widget

from samenspel.hygiene import TooLongError
from samenspel.questionnaire.applicability import fill
from samenspel.questionnaire.model import Questionnaire
from samenspel.response import Response
from samenspel.session import Session
from samenspel.storage import StorageError
from samenspel.taal import _
from samenspel.tui.kit.screen import BaseScreen, Body
from samenspel.tui.widgets.heads import SavedSign
from samenspel.walk import Kind, Step

# For whom a person answers, and what follows from it: what is said, what can be done, and where it ends. ---------
# The steps are the same for oneself and for a group; what differs stands here and in :mod:`samenspel.tui.groups.turn`.


class Occasion:
    """Answering for oneself: kept on this computer, and finished with the person's own result."""

    NOTES: ClassVar[bool] = True
    """Whether a note with a statement is kept."""
    FINISH: ClassVar[str] = _("afronden en de uitslag bekijken")
    NOTHING_SHARED: ClassVar[str] = _("U deelt geen open antwoorden. Alles blijft op deze computer.")
    SHARED: ClassVar[str] = _("Uw antwoord op deze vragen mag de groep lezen, als u uw antwoorden aan een groep geeft:")

    def help_for(self, kind: Kind) -> str:  # noqa: ARG002
        """Give another help for a step of this kind; empty: its own."""
        return ""

    def opening(self, screen: "WalkScreen") -> Iterable[Widget]:  # noqa: ARG002
        """Give another page before the first question; nothing: its own."""
        return ()

    def leave(self, screen: "WalkScreen") -> None:
        """Stop for now: everything is kept."""
        screen.main.go_home(_("Bewaard. Met ‘Verder waar u was’ gaat u straks door."))

    def asks_before_quitting(self, screen: "WalkScreen") -> bool:  # noqa: ARG002
        """Ask something before the app stops; False: there is nothing to ask."""
        return False

    def finish(self, screen: "WalkScreen") -> None:
        """Finish, and show the result."""
        if screen.save(lambda: screen.session.finish(screen.main.clock())):
            from samenspel.tui.selftest.result import ResultScreen

            screen.app.switch_screen(ResultScreen(screen.session.selftest))


_OWN = Occasion()


def occasion_of(session: Session) -> Occasion:
    """Return the occasion on which ``session`` is answered."""
    if not session.group_id:
        return _OWN
    from samenspel.tui.groups.turn import InTurn

    return InTurn()


_BEFORE_PARTY = ("welcome", "party")


class WalkScreen(BaseScreen):
    """One step, or the steps of a kind in turn. ``KINDS`` says which; :meth:`show_step` shows the current one."""

    KINDS: ClassVar[frozenset[Kind]] = frozenset()
    _late = False

    BINDINGS = [
        Binding("left,f7", "previous", _("vorige")),
        Binding("right,f8", "next", _("volgende")),
        Binding("o,f4", "overview", _("overzicht")),
        Binding("escape", "back", _("stoppen")),
    ]

    def __init__(self, session: Session) -> None:
        super().__init__(classes="walk")
        self.session = session

    @property
    def questionnaire(self) -> Questionnaire:
        """What is asked."""
        return self.session.questionnaire

    @property
    def response(self) -> Response:
        """What was answered so far."""
        return self.session.response

    @property
    def occasion(self) -> Occasion:
        """For whom the answers are, and what follows from it."""
        return occasion_of(self.session)

    @property
    def help_text(self) -> str:
        """What F1 says: for a group it can be something else."""
        return self.occasion.help_for(self.session.step.kind) or self.HELP

    def filled(self, text: str) -> str:
        """Put the name of the other party into ``text``."""
        return fill(self.questionnaire, self.response.party, text)

    def on_mount(self) -> None:
        """Show the step where the session is: keys in a burst may have moved it on since this screen was made."""
        if self.KINDS and self.session.step.kind not in self.KINDS:
            self.proceed()
        else:
            self.show_step()

    def on_screen_resume(self, event: events.ScreenResume) -> None:
        """Catch up with what the session did while something covered this screen."""
        super().on_screen_resume(event)
        if self._late:
            self.proceed()

    def show_step(self) -> None:
        """Show the step where the session is now."""

    # Saving ----------------------------------------------------------------------------------------------------

    def save(self, change: Callable[[], None]) -> bool:
        """Make a change in the session; when it cannot be stored, say so and return False."""
        try:
            change()
        except StorageError as error:
            self._refused(str(error))
        except TooLongError as error:
            self._refused(too_long(error))
        else:
            self.app.clear_notifications()  # what was said before is done with
            return True
        return False

    def _refused(self, text: str) -> None:
        for sign in self.query(SavedSign):
            sign.failed()
        self.main.show_problem(text)

    # Going on --------------------------------------------------------------------------------------------------

    def proceed(self) -> None:
        """Show the step where the session is now, here or on the screen of its kind; covered, when it is seen again."""
        self._late = not self.is_active
        if self._late:
            return
        if self.session.step.kind in self.KINDS:
            self.query_one(Body).scroll_home(animate=False)
            self.show_step()
            self.not_seen_yet()
        else:
            from samenspel.tui.routes import screen_for

            self.app.switch_screen(screen_for(self.session))

    def action_next(self) -> None:
        """Go to the next step without answering this one."""
        self.jump(self.session.next_step)

    def action_previous(self) -> None:
        """Go to the step before."""
        self.jump(self.session.preceding(self.session.step))

    def action_overview(self) -> None:
        """Show all steps; the one chosen there is gone to."""
        if self.keep():
            from samenspel.tui.selftest.overview import OverviewScreen

            self.app.push_screen(OverviewScreen(self.session), self.jump)

    def jump(self, step: Step | None) -> None:
        """Keep what is being typed, then go to ``step`` (None: stay)."""
        if step is None or not self.keep():
            return
        if not self.response.party and step.kind not in _BEFORE_PARTY:
            self.main.show_problem(
                _("Kies eerst bij welke partij u hoort. Uw stellingen en uw uitslag hangen ervan af.")
            )
        elif self.save(lambda: self.session.go(step, self.main.clock())):
            self.proceed()

    def action_back(self) -> None:
        """Stop for now."""
        if self.keep():
            self.occasion.leave(self)

    def asks_before_quitting(self) -> bool:
        """In a group's turn, ask what must become of the answers."""
        return self.occasion.asks_before_quitting(self)


def no_names() -> str:
    """Say what must not be written, at every place to write."""
    return _("Schrijf geen namen op, ook niet van collega's.")


def too_long(error: TooLongError) -> str:
    """Say that a text is too long, and by how much."""
    return _(
        "Uw tekst is te lang: {lengte} tekens. Er passen {grens} tekens in. "
        "Maak hem korter en bewaar hem dan. Wat u typte, staat er nog."
    ).format(lengte=error.length, grens=error.limit)

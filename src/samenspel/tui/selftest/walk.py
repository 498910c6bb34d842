"""What every step of the self-test has in common: saving before moving on, and the ways on, back and out.

The screen shows what is stored, never what was merely pressed: it drives a ``Session``, which returns only when the
change is on the disk. When that fails, one message says so and the step stays.
"""

from collections.abc import Callable
from typing import ClassVar

from textual import events
from textual.binding import Binding

from samenspel import finishing
from samenspel.hygiene import TooLongError
from samenspel.questionnaire.applicability import fill
from samenspel.questionnaire.model import Questionnaire
from samenspel.response import Response
from samenspel.session import FinishedElsewhereError, Session
from samenspel.storage import NotFoundError, StorageError
from samenspel.taal import _
from samenspel.tui.kit.dialogs import DialogScreen
from samenspel.tui.kit.mistakes import too_long
from samenspel.tui.kit.screen import Body
from samenspel.tui.kit.steps import Recipient, SelfTestStep, StepPage
from samenspel.tui.navigation import SelfTestResult
from samenspel.tui.selftest.overview import OverviewScreen
from samenspel.tui.widgets.choices import Option
from samenspel.tui.widgets.heads import SavedSign
from samenspel.walk import Kind, Step

_HOME, _FINISH = "home", "finish"


class Oneself(Recipient):
    """The answers are kept on this computer, and finished with the person's own result."""

    NOTES: ClassVar[bool] = True
    FINISH: ClassVar[str] = _("afronden en de uitslag bekijken")
    FIXED: ClassVar[str] = finishing.FIXED
    SHARES: ClassVar[bool] = False

    def __init__(self, session: Session) -> None:
        self._session = session

    def leave(self, page: StepPage) -> None:
        """Stop for now: everything is kept, unless another window erased it or finished it."""
        if self._session.erased:
            page.navigator.home()
            page.navigator.show_problem(
                _("Deze zelftest is gewist, misschien in een ander venster. Er is niets bewaard.")
            )
            return
        if self._session.finished_elsewhere:
            page.navigator.home(_("Deze zelftest is al afgerond. De uitslag staat bij ‘Mijn uitslagen’."))
            return
        page.navigator.home(_("Bewaard. Met ‘Verder waar u was’ gaat u straks door."))

    def gone(self, page: StepPage) -> bool:
        """Ask where to go when another window erased or finished it: what was typed can still be copied.

        False: it is there, and open.
        """
        if self._session.erased:
            title = _("Deze zelftest is gewist")
            text = _(
                "Dat gebeurde misschien in een ander venster. Uw antwoorden zijn er niet meer. Wat u nu typte of koos, "
                "kan niet worden bewaard."
            )
        elif self._session.finished_elsewhere:
            title = _("Deze zelftest is al afgerond")
            text = _(
                "Dat gebeurde misschien in een ander venster. De antwoorden staan vast. Wat u nu typte of koos, is "
                "niet bewaard. De uitslag staat bij ‘Mijn uitslagen’."
            )
        else:
            return False
        options = (
            Option("1", "", _("terug, om te kopiëren wat ik typte")),
            Option("2", _HOME, _("naar het beginscherm")),
        )
        dialog = DialogScreen(title, text, options)
        page.app.push_screen(dialog, lambda how: page.navigator.home() if how == _HOME else None)
        return True

    def finish(self, page: StepPage) -> None:
        """Finish, and show the result; when much was left open, after asking once more."""
        if not page.is_active:  # a key pressed twice
            return
        left = finishing.much_left_open(self._session.questionnaire, self._session.response)
        if not left:
            self._finish(page)
            return
        # What the key that chose to finish does here as well must not be *yes*.
        options = (Option("1", "", _("nee, ik vul nog iets in")), Option("2", _FINISH, _("ja, nu afronden")))
        dialog = DialogScreen(_("Toch afronden?"), left, options)
        page.app.push_screen(dialog, lambda how: self._finish(page) if how == _FINISH else None)

    def _finish(self, page: StepPage) -> None:
        if page.save(lambda: self._session.finish(page.desk.clock())):
            page.navigator.replace(SelfTestResult(self._session.selftest))


_BEFORE_PARTY = ("welcome", "party")


class WalkScreen(StepPage):
    """One step, or the steps of a kind in turn. ``KINDS`` says which; :meth:`show_step` shows the current one."""

    KINDS: ClassVar[frozenset[Kind]] = frozenset()
    _late = False

    BINDINGS = [
        Binding("left,f7", "previous", _("vorige")),
        Binding("right,f8", "next", _("volgende")),
        Binding("o,f4", "overview", _("overzicht")),
        Binding("escape", "back", _("stoppen")),
    ]

    def __init__(self, session: Session, recipient: Recipient) -> None:
        super().__init__(classes="walk")
        self.session = session
        self.recipient = recipient

    @property
    def whose(self) -> object:
        """Whoever answers in this session."""
        return self.session

    @property
    def questionnaire(self) -> Questionnaire:
        """What is asked."""
        return self.session.questionnaire

    @property
    def response(self) -> Response:
        """What was answered so far."""
        return self.session.response

    @property
    def help_text(self) -> str:
        """What F1 says: for a group it can be something else."""
        return self.recipient.help_for(self.session.step.kind) or self.HELP

    def filled(self, text: str) -> str:
        """Put the name of the other party into ``text``."""
        return fill(self.questionnaire, self.response.party, text)

    def on_mount(self) -> None:
        """Show the step where the session is: keys in a burst may have moved it on since this screen was made."""
        if self.KINDS and self.session.step.kind not in self.KINDS:
            self.proceed()
        else:
            self.show_step()

    def on_screen_resume(self, _event: events.ScreenResume) -> None:
        """Catch up with what the session did while something covered this screen."""
        if self._late:
            self.proceed()

    def show_step(self) -> None:
        """Show the step where the session is now."""

    # Saving ----------------------------------------------------------------------------------------------------

    def save(self, change: Callable[[], None]) -> bool:
        """Make a change in the session; when it cannot be stored, say so and return False.

        Was the place where it is kept erased elsewhere, or all of it finished, then this page may be closed by then.
        """
        try:
            change()
        except (NotFoundError, FinishedElsewhereError) as error:
            self._not_saved()
            if not self.recipient.gone(self):
                self._refused(str(error))
        except StorageError as error:
            self._refused(str(error))
        except TooLongError as error:
            self._refused(too_long(error))
        else:
            self.app.clear_notifications()  # what was said before is done with
            return True
        return False

    def _not_saved(self) -> None:
        for sign in self.query(SavedSign):
            sign.failed()

    def _refused(self, text: str) -> None:
        self._not_saved()
        self.navigator.show_problem(text)

    # Going on --------------------------------------------------------------------------------------------------

    def proceed(self) -> None:
        """Show the step where the session is now, here or on the screen of its kind; covered, when it is seen again."""
        self._late = not self.is_active
        if self._late:
            return
        if self.session.step.kind in self.KINDS:
            body = self.query_one(Body)
            if body.scroll_target_y:
                body.scroll_home(animate=False)
            self.show_step()
            self.not_seen_yet()
        else:
            self.navigator.replace(SelfTestStep(self.session, self.recipient))

    def action_next(self) -> None:
        """Go to the next step without answering this one."""
        self.jump(self.session.next_step)

    def action_previous(self) -> None:
        """Go to the step before."""
        self.jump(self.session.preceding(self.session.step))

    def action_overview(self) -> None:
        """Show all steps; the one chosen there is gone to."""
        if self.keep():
            self.app.push_screen(OverviewScreen(self.session), self.jump)

    def jump(self, step: Step | None) -> None:
        """Keep what is being typed, then go to ``step`` (None: stay)."""
        if step is None or not self.keep():
            return
        if not self.response.party and step.kind not in _BEFORE_PARTY:
            self.navigator.show_problem(
                _("Kies eerst bij welke partij u hoort. Uw stellingen en uw uitslag hangen ervan af.")
            )
        elif self.save(lambda: self.session.go(step, self.desk.clock())):
            self.proceed()

    def action_back(self) -> None:
        """Stop for now."""
        if self.keep():
            self.recipient.leave(self)

    def asks_before_quitting(self) -> bool:
        """In a group's turn, ask what must become of the answers."""
        return self.recipient.asks_before_quitting(self)


def no_names() -> str:
    """Say what must not be written, at every place to write."""
    return _("Schrijf geen namen op, ook niet van collega's.")

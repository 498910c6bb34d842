"""For whom a person answers, and what follows from it: what is said, what can be done, and where it ends.

The steps are the same for oneself and for a group; what differs stands here and in :mod:`samenspel.tui.in_turn`.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from textual.widget import Widget

from samenspel.session import Session
from samenspel.taal import _
from samenspel.walk import Kind

if TYPE_CHECKING:
    from samenspel.tui.screens.walk import WalkScreen


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
            from samenspel.tui.screens.result import ResultScreen

            screen.app.switch_screen(ResultScreen(screen.session.selftest))


_OWN = Occasion()


def occasion_of(session: Session) -> Occasion:
    """Return the occasion on which ``session`` is answered."""
    if not session.group_id:
        return _OWN
    from samenspel.tui.in_turn import InTurn

    return InTurn()

"""The conversation under way: the self-test, who asks, and the time; plus the actions that most questions offer."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Final

from samenspel.hygiene import TooLongError
from samenspel.line.prompter import Choice, Prompter
from samenspel.questionnaire.applicability import fill
from samenspel.session import Session
from samenspel.taal import _

BACK: Final = Choice("v", _("vorige"), "vorige")
ON: Final = Choice("s", _("verder"), "verder")
SKIP: Final = ON._replace(text=_("overslaan"))
OVERVIEW: Final = Choice("o", _("overzicht"), "overzicht")
STOP: Final = Choice("q", _("stoppen"), "stoppen")

NO_NAMES: Final = _("Schrijf geen namen op, ook niet van collega's.")
"""Said at every place to write."""


class Stopped(Exception):  # noqa: N818 - not an error: the person wants to stop, for now
    """The person chose to stop; everything is on the disk."""


class Talk:
    """What every question needs."""

    def __init__(self, session: Session, prompter: Prompter, clock: Callable[[], datetime]) -> None:
        self.session = session
        self.prompter = prompter
        self.clock = clock

    def say(self, text: str) -> None:
        """Show ``text``, with the other party's name filled in."""
        self.prompter.say(self.filled(text))

    def filled(self, text: str) -> str:
        """Put the name of the other party into ``text``."""
        return fill(self.session.questionnaire, self.session.response.party, text)

    def choose(self, answers: Sequence[Choice], actions: Sequence[Choice], *, current: str = "") -> str:
        """Ask for an answer or an action; return its id."""
        return self.prompter.choose(_("Uw keuze:"), answers, actions, current=current)

    def do(self, action: str) -> None:
        """Carry out one of the shared actions.

        Raises:
            Stopped: the person wants to stop.
        """
        match action:
            case ON.id:
                self.session.forward(self.clock())
            case BACK.id:
                self.session.back(self.clock())
            case OVERVIEW.id:
                from samenspel.line.overview import jump

                jump(self)
            case _:
                raise Stopped

    def text(self, question: str, save: Callable[[str], None], actions: Sequence[Choice] = ()) -> str:
        """Ask for a text and save it, again until it is short enough; nothing typed saves nothing.

        Returns:
            The id of the action that was typed instead (one of ``actions``), or else what was typed.
        """
        while True:
            typed = self.prompter.write(question)
            wanted = next((a.id for a in actions if typed.strip().lower() in {a.key, a.id}), "")
            if wanted or not typed.strip():
                return wanted
            try:
                save(typed)
            except TooLongError as error:
                self.say(
                    _("Deze tekst heeft {lengte} tekens. Hooguit {grens} mag. Maak hem korter.").format(
                        lengte=error.length, grens=error.limit
                    )
                )
            else:
                return typed

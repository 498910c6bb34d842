"""The conversation under way: the self-test, who asks, and the time; plus the actions that most questions offer.

Two of these are a conversation of their own: the overview, and *Bijna klaar*, the last step.
"""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Final

from samenspel.finishing import FIXED, much_left_open
from samenspel.hygiene import TooLongError, clean
from samenspel.line.prompter import CHOICE, HELP, ON, Pick, Prompter, numbered
from samenspel.questionnaire.applicability import fill
from samenspel.session import Session
from samenspel.taal import _
from samenspel.walk import Step, answered, is_answered, steps

BACK: Final = Pick("v", _("vorige"), "vorige")
SKIP: Final = ON._replace(text=_("overslaan"))
OVERVIEW: Final = Pick("o", _("overzicht"), "overzicht")
NOTE: Final = Pick("t", _("toelichting"), "toelichting")
STOP: Final = Pick("q", _("stoppen"), "stoppen")

LETTERS: Final[Sequence[tuple[str, Sequence[Pick]]]] = (
    (_("hulp: wat u hier kunt typen; een vraagteken doet dat ook"), [HELP]),
    (_("vorige: een stap terug"), [BACK]),
    (_("verder; een vraag zonder antwoord slaat u dan over"), [ON, SKIP]),
    (_("overzicht van alle vragen"), [OVERVIEW]),
    (_("toelichting schrijven bij een stelling"), [NOTE]),
    (_("stoppen; wat u antwoordde, blijft bewaard"), [STOP]),
)
"""What each letter does that may be typed at many questions. No letter ever does anything else."""

ERASE: Final = "-"
"""Typed in place of a text, it takes away the one that stands there."""
_KEEP: Final = Pick("b", _("het begin bewaren"), "begin")
_SHORTEN: Final = Pick("k", _("een kortere tekst typen (alleen Enter: terug naar deze keuze)"), "korter")
_END: Final = 60
"""So many characters show where the beginning of a text ends."""

NO_NAMES: Final = _("Schrijf geen namen op, ook niet van collega's.")
"""Said at every place to write."""


class Stopped(Exception):  # noqa: N818 - not an error: the person wants to stop, for now
    """The person chose to stop; everything is on the disk."""


class Conversation:
    """What every question needs."""

    def __init__(self, session: Session, prompter: Prompter, clock: Callable[[], datetime]) -> None:
        self.session = session
        self.prompter = prompter
        self.clock = clock
        self.part = ""  # of the questions, of which the name was said

    def say(self, text: str) -> None:
        """Show ``text``, with the other party's name filled in."""
        self.prompter.say(self.filled(text))

    def filled(self, text: str) -> str:
        """Put the name of the other party into ``text``."""
        return fill(self.session.questionnaire, self.session.response.party, text)

    def choose(
        self,
        answers: Sequence[Pick],
        actions: Sequence[Pick],
        *,
        current: str = "",
        scale: bool = False,
        consent: bool = False,
    ) -> str:
        """Ask for an answer or an action; return its id. ``scale``, ``consent``: see ``Prompter.choose``."""
        return self.prompter.choose(CHOICE, answers, actions, current=current, scale=scale, consent=consent)

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
                jump(self)
            case _:
                raise Stopped

    def text(
        self, question: str, save: Callable[[str], None], actions: Sequence[Pick] = (), *, erasable: bool = False
    ) -> str:
        """Ask for a text and save it; nothing typed saves nothing. One that is too long is kept until it is shorter.

        Args:
            question: what to ask.
            save: saves it. Raises TooLongError.
            actions: what may be typed instead.
            erasable: there is a text that ``ERASE`` takes away.

        Returns:
            The id of the action that was typed instead (one of ``actions``), or else what was typed.
        """
        never_early = ERASE if erasable else ""
        typed = self.prompter.write(question, never_early=never_early)
        while actions and typed.strip().lower() in {HELP.key, HELP.id}:
            self.prompter.beside(actions, again=True)
            typed = self.prompter.write(question, never_early=never_early)
        wanted = next((a.id for a in actions if typed.strip().lower() in {a.key, a.id}), "")
        if wanted or not typed.strip():
            return wanted
        try:
            save(typed)
        except TooLongError as error:
            return self._shortened(typed, error, question, save)
        return typed

    def _shortened(self, typed: str, error: TooLongError, question: str, save: Callable[[str], None]) -> str:
        """Ask what to do with a text that is too long; return what was saved. Who stops here keeps its beginning."""
        while True:
            beginning = clean(typed, 4 * len(typed), lines=True)[: error.limit].strip()
            counted = _("Deze tekst heeft {lengte} tekens. Hooguit {grens} mag.")
            self.say(counted.format(lengte=error.length, grens=error.limit))
            self.prompter.say(_("Het begin dat past, eindigt zo: … {einde}").format(einde=beginning[-_END:]))
            try:
                chosen = self.prompter.choose(CHOICE, [_KEEP, _SHORTEN], consent=True)
                again = self.prompter.write(question, begun=typed) if chosen == _SHORTEN.id else ""
            except (EOFError, KeyboardInterrupt):
                save(beginning)
                self.say(_("Het begin is bewaard."))
                raise
            if chosen == _KEEP.id:
                save(beginning)
                return beginning
            if not again.strip():  # nothing typed is nothing lost
                continue
            try:
                save(again)
            except TooLongError as longer:
                typed, error = again, longer
            else:
                return again

    def saved(self, text: str) -> None:
        """Say that a text was saved; of a paste, that all of it was."""
        lines = len([line for line in text.splitlines() if line.strip()])
        self.say(_("Bewaard.") if lines < 2 else _("Bewaard: {n} regels, als één tekst.").format(n=lines))  # noqa: PLR2004


# The overview: every question with its state, to jump to; and the last step. --------------------------------------

_RETURN = BACK._replace(text=_("terug"))


def jump(talk: Conversation) -> None:
    """Show every question with its state and go to the one that is chosen."""
    session = talk.session
    questions = [
        step for step in steps(session.questionnaire, session.response) if step.kind in {"item", "card", "open"}
    ]
    talk.say("\n" + _("Overzicht"))
    chosen = talk.choose(numbered([(step.key, _line(talk, step)) for step in questions]), [_RETURN, STOP])
    if chosen == STOP.id:
        raise Stopped
    for step in questions:
        if step.key == chosen:
            session.go(step, talk.clock())


def review(talk: Conversation) -> bool:
    """Ask at the last step what to do. Returns whether the person finished the self-test."""
    session = talk.session
    done, of = answered(session.questionnaire, session.response)
    talk.say("\n" + _("Bijna klaar. U beantwoordde {n} van de {van} stellingen.").format(n=done, van=of))
    talk.say(FIXED)
    answers = [("klaar", _("afronden en de uitslag zien"))]
    if (gap := session.gap) is not None:
        answers.append(("open", _("naar een vraag zonder antwoord")))
    match talk.choose(numbered(answers), [BACK, OVERVIEW, STOP], consent=True):
        case "klaar" if _sure(talk):
            session.finish(talk.clock())
            return True
        case "klaar":
            pass
        case "open" if gap is not None:
            session.go(gap, talk.clock())
        case other:
            talk.do(other)
    return False


def _sure(talk: Conversation) -> bool:
    """Ask once more when much was left open."""
    if not (left := much_left_open(talk.session.questionnaire, talk.session.response)):
        return True
    talk.say(left)
    answers = [("nee", _("nee, ik vul nog iets in")), ("ja", _("ja, nu afronden"))]
    return talk.prompter.choose(_("Toch afronden?"), numbered(answers), consent=True) == "ja"


def _line(talk: Conversation, step: Step) -> str:
    session = talk.session
    done = is_answered(session.questionnaire, session.response, step)
    state = _("beantwoord: {vraag}") if done else _("nog open: {vraag}")
    return state.format(vraag=talk.filled(_text(talk, step)))


def _text(talk: Conversation, step: Step) -> str:
    questionnaire = talk.session.questionnaire
    match step.kind:
        case "item":
            return questionnaire.item(step.id).text
        case "card":
            return f"{questionnaire.asked.card_question} {questionnaire.card(step.id).text}"
        case _:
            return questionnaire.open_question(step.id).text

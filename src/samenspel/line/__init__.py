"""Line mode: the same walk as the app, question after question, with menus or as plain numbered text.

``walk_through`` opens or resumes a self-test and asks until it is finished or the person stops. Every answer is on
the disk before the next question comes.
"""

from collections.abc import Callable
from datetime import date, datetime
from typing import Final

from samenspel.line import opening, questions
from samenspel.line.conversation import LETTERS, STOP, Conversation, Stopped, review
from samenspel.line.opening import choose_questionnaire
from samenspel.line.prompter import CHOICE, MenuPrompter, PlainPrompter, Prompter, numbered
from samenspel.line.results import results_text
from samenspel.line.step import ask_step, remind, show_step
from samenspel.questionnaire.model import Questionnaire
from samenspel.response import Form
from samenspel.session import Session, change_step
from samenspel.storage import StorageError
from samenspel.storage.selftests import SelfTest, SelfTests
from samenspel.storage.shelf import Shelf
from samenspel.taal import _
from samenspel.walk import Kind, answered

INTERRUPTED: Final = 130
"""The exit code after Ctrl-C or the end of the input, as shells have it."""

_ASK: Final[dict[Kind, Callable[[Conversation], None]]] = {
    "welcome": opening.ask_form_again,
    "party": questions.ask_party,
    "area": questions.ask_area,
    "experience": questions.ask_experience,
    "meeting": questions.ask_meeting,
    "we": opening.explain_we,
    "item": questions.ask_statement,
    "cards": questions.explain_cards,
    "card": questions.ask_card,
    "open": questions.ask_open,
}


def walk_through(  # noqa: PLR0913 - what a walk begins with
    store: SelfTests,
    prompter: Prompter,
    *,
    load_questionnaire: Callable[[], Questionnaire],
    named: bool,
    form: Form | None,
    selftest: SelfTest | None = None,
    somebody_there: bool = False,
) -> int:
    """Do a self-test in the terminal, or without one.

    Args:
        store: where self-tests are kept.
        prompter: who asks; see ``prompter_for``.
        load_questionnaire: gives the questionnaire for a new self-test, if no other is chosen on the way.
        named: the person named a questionnaire, so only a self-test with that one may be resumed.
        form: the form chosen beforehand, if any.
        selftest: the open one to go on with at once.
        somebody_there: a person sits at a terminal: they are asked about a first step too. A pipe answers what it
            knows of, and nothing more.

    Returns:
        The exit code: 0 also after stopping on purpose, 130 after Ctrl-C or the end of the input.

    Raises:
        StorageError, QuestionnaireError: what was acknowledged is kept.
    """
    session = None
    try:
        if somebody_there:
            remind(store, prompter, _today())
        if selftest is None:
            session = _resumed(store, prompter, load_questionnaire if named else None)
        else:
            session = Session.reopen(store, selftest)
            prompter.say(session.questionnaire.asked.title)
            prompter.say(_("Deze zelftest is weer open. Uw antwoorden staan er nog. Rond straks weer af."))
        shelf = Shelf(store.folder, named=load_questionnaire if named else None)
        session = session or _started(store, prompter, load_questionnaire(), form, shelf)
        prompter.letters(LETTERS)
        _walk(Conversation(session, prompter, datetime.now))
    except Stopped:
        _how_to_go_on(prompter, session)
        return 0
    except (KeyboardInterrupt, EOFError):
        _how_to_go_on(prompter, session)
        return INTERRUPTED
    _show_results(store, prompter, session)
    return _choose_step(store, prompter, session) if somebody_there else 0


def prompter_for(*, plain: bool, spoken: bool = False) -> Prompter:
    """Return who asks: menus, or (``plain``) numbered text; ``spoken``: a screen reader reads it out."""
    if plain:
        return PlainPrompter(spoken=spoken)
    return MenuPrompter()


def _resumed(store: SelfTests, prompter: Prompter, only: Callable[[], Questionnaire] | None) -> Session | None:
    selftest = store.latest(finished=False)
    for notice in store.notices:
        prompter.say(notice)
    if selftest is None or (only is not None and only().id != selftest.questionnaire.id):
        return None
    try:
        session = Session.reopen(store, selftest)
    except StorageError as error:  # its questionnaire is gone; that must not keep anyone from a new one
        prompter.say(f"{error}\n")
        return None
    prompter.say(session.questionnaire.asked.title)
    done, of = answered(session.questionnaire, session.response)
    prompter.say(_("U bent al bezig met een zelftest ({n} van de {van} stellingen beantwoord).").format(n=done, van=of))
    choices = numbered(
        [("verder", _("verder waar u was")), ("nieuw", _("een nieuwe beginnen; de andere blijft bewaard"))]
    )
    match prompter.choose(CHOICE, choices, [STOP]):
        case "verder":
            return session
        case STOP.id:
            raise Stopped
        case _:
            return None


def _started(
    store: SelfTests,
    prompter: Prompter,
    questionnaire: Questionnaire,
    form: Form | None,
    shelf: Shelf,
) -> Session:
    opening.welcome(prompter, questionnaire, store.folder)
    while (chosen := form or opening.ask_form(prompter, questionnaire, others=True)) is None:
        other = choose_questionnaire(prompter, shelf)
        if other is not None and other.questionnaire is not None:
            questionnaire = other.questionnaire
            opening.welcome(prompter, questionnaire, store.folder)
    return Session.start(store, questionnaire, chosen, datetime.now())  # noqa: DTZ005 - the wall clock of who answers


def _walk(talk: Conversation) -> None:
    """Ask what the current step asks, until the person finishes at the review."""
    finished = False
    while not finished:
        kind = talk.session.step.kind
        if kind == "review":
            finished = review(talk)
        else:
            _ASK[kind](talk)


def _show_results(store: SelfTests, prompter: Prompter, session: Session) -> None:
    prompter.say("\n" + _("Uw zelftest is af en bewaard."))
    prompter.say("")
    prompter.say(results_text(store, session.questionnaire, session.selftest, spoken=prompter.spoken))
    prompter.say("\n" + _("Het rapport als PDF maakt u met: samenspel rapport"))
    if prompter.spoken:
        prompter.say(_("Het rapport om te laten voorlezen maakt u met: samenspel rapport --html"))
    prompter.say(_("De uitslag ziet u terug met: samenspel uitslag"))
    prompter.say(_("Vandaag nog iets veranderen: samenspel zelftest --heropen"))
    prompter.say(_("Uw antwoorden aan een groep geven: samenspel delen (als bestand) of samenspel code"))


def _choose_step(store: SelfTests, prompter: Prompter, session: Session) -> int:
    """Ask for a first step, and keep it; who stops here has finished all the same. Returns the exit code."""
    prompter.say("")
    if session.selftest.step is not None:  # chosen before the self-test was opened again
        show_step(prompter, session.selftest.step)
        prompter.say(_("Veranderen: samenspel stap --verander"))
        return 0
    try:
        step = ask_step(prompter, session.questionnaire, session.selftest, _today())
        if step is not None:
            change_step(store, session.selftest.id, lambda _before: step)
    except (KeyboardInterrupt, EOFError):
        prompter.say("\n" + _("Er is geen stap gekozen. Uw uitslag is bewaard."))
        return INTERRUPTED
    if step is None:
        prompter.say(_("Later alsnog kiezen: samenspel stap"))
    else:
        show_step(prompter, step)
        prompter.say(_("Bewaard. In uw agenda zetten: samenspel stap --agenda stap.ics"))
    return 0


def _today() -> date:
    return datetime.now().date()  # noqa: DTZ005 - the wall clock of who answers


def _how_to_go_on(prompter: Prompter, session: Session | None) -> None:
    stopped = _("Gestopt. Wat u antwoordde, is bewaard.") if session else _("Gestopt. Er is niets veranderd.")
    prompter.say(f"\n{stopped}")
    prompter.say(_("Verder gaat u met: samenspel zelftest --regel"))

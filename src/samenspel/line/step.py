"""The first step in line mode: which one, when, when to look back; and from its day on, whether it worked out.

Nothing need be chosen: Enter alone goes on.
"""

from collections.abc import Callable
from datetime import date
from typing import Final, TypeVar

from samenspel import first_step
from samenspel.first_step import ANSWERS, ASKED, FirstStep, Outcome, StepError
from samenspel.line.conversation import NO_NAMES
from samenspel.line.prompter import CHOICE, HELP, Pick, Prompter, numbered
from samenspel.questionnaire.model import Questionnaire
from samenspel.session import change_step
from samenspel.storage.groups import Groups
from samenspel.storage.selftests import RECENT, SelfTest, SelfTests, to_ask_about
from samenspel.taal import _
from samenspel.typed_day import in_words

_NO_DAY: Final = "-"
"""Typed in place of the day to look back: none."""
_OWN: Final = ""
"""The id of the advice that a step of one's own is of."""
T = TypeVar("T")


def ask_step(prompter: Prompter, questionnaire: Questionnaire, selftest: SelfTest, today: date) -> FirstStep | None:
    """Ask for a first step, when it is and when the person looks back. None: they choose none, or change nothing."""
    found = first_step.offered(questionnaire, selftest.response)
    own = len(found) + 1
    texts = [*(one.text for one in found), _("een eigen stap")]
    if selftest.step is not None:
        texts.append(_("dezelfde stap, op een andere dag"))
    numbers = {str(number): number for number in range(1, len(texts) + 1)}
    question = _("Typ een cijfer van 1 tot en met {n}, of alleen Enter om niets te kiezen:").format(n=len(texts))
    if len(texts) == 1:  # no advice
        question = _("Typ 1, of alleen Enter om niets te kiezen:")

    def tell() -> None:
        prompter.say(_("Welke eerste stap kiest u?"))
        for number, text in enumerate(texts, start=1):
            prompter.say(f"  {number}  {text}")

    tell()
    while (typed := prompter.key(question).strip().lower()) not in {"", *numbers}:
        if typed in {HELP.key, HELP.id}:
            tell()
        else:
            prompter.say(_("Dat kan hier niet."))
    if not typed:
        return None
    place = numbers[typed]
    if place < own:
        text, advice = found[place - 1].text, found[place - 1].advice
    elif selftest.step is not None and place > own:
        text, advice = selftest.step.text, selftest.step.advice
    else:
        text, advice = _own_text(prompter), _OWN
    return _when(prompter, text, advice, today) if text else None


def _when(prompter: Prompter, text: str, advice: str, today: date) -> FirstStep:
    """Ask on which day, and when the person looks back."""
    usual = first_step.usual_day(today)
    prompter.say(_("Wanneer doet u dit?"))
    question = _("Typ een dag, of alleen Enter voor {dag}:").format(dag=in_words(usual))
    on = _asked(prompter, question, lambda day: first_step.read_day(day, today) if day.strip() else usual)
    back = first_step.usual_look_back(on)
    prompter.say(_("Wanneer kijkt u terug? Met een min (-) kijkt u niet terug."))

    def read_back(typed: str) -> date | None:
        if typed.strip() == _NO_DAY:
            return None
        return first_step.read_look_back(typed, on, today) if typed.strip() else back

    question = _("Typ een dag, of alleen Enter voor {dag}:").format(dag=in_words(back))
    look_back = _asked(prompter, question, read_back)
    return first_step.chosen(text, on.isoformat(), look_back.isoformat() if look_back else "", today, advice)


def _own_text(prompter: Prompter) -> str:
    """Ask for a step of one's own; empty: none."""
    prompter.say(_("Typ wat u gaat doen, in één zin. Alleen Enter: geen stap."))
    prompter.say(NO_NAMES)
    return _asked(
        prompter,
        "",
        lambda text: first_step.read_text(text) if text.strip() else "",
        lambda: prompter.write(_("Uw stap:")),
    )


def _asked(prompter: Prompter, question: str, read: Callable[[str], T], ask: Callable[[], str] | None = None) -> T:
    """Ask until what was typed can be read; what is wrong with it is said."""
    while True:
        typed = ask() if ask else prompter.key(question)
        try:
            return read(typed)
        except StepError as error:
            prompter.say(str(error))


def show_step(prompter: Prompter, step: FirstStep) -> None:
    """Tell the step, its days, and how it went when that is known."""
    prompter.say(_("Uw eerste stap: {tekst}").format(tekst=step.text))
    prompter.say(first_step.days_told(step))
    if step.outcome:
        prompter.say(_("Hoe het ging: {uitkomst}.").format(uitkomst=first_step.outcome_told(step)))


# From its day on. ------------------------------------------------------------------------------------------------

_SHOW: Final = "show"
_LATER: Final = Pick("m", _("vraag het morgen weer"), "morgen")
_MOVE: Final = "andere-dag"


def remind(store: SelfTests, prompter: Prompter, today: date) -> None:
    """Ask about the step whose day has come, if there is one; its text is shown only to who wants to see it now."""
    selftest = to_ask_about(store.newest(RECENT), today)
    if selftest is None or selftest.step is None:
        return
    prompter.say(f"{first_step.reminder(selftest.step, today)}.")
    if Groups(store.folder).ids():
        prompter.say(_("Kijkt er iemand mee, of staat de beamer aan? Kies dan morgen."))
    # With consent: what was typed for the question that comes after this one must not show it.
    if prompter.choose(CHOICE, [Pick("1", _("de stap laten zien"), _SHOW)], [_LATER], consent=True) == _SHOW:
        ask_how_it_went(store, prompter, selftest, today)
    else:
        change_step(store, selftest.id, lambda step: step and first_step.put_off(step, today))
    prompter.say("")


def ask_how_it_went(store: SelfTests, prompter: Prompter, selftest: SelfTest, today: date) -> None:
    """Show the step, ask whether it worked out, and keep the answer."""
    if selftest.step is None:
        return
    show_step(prompter, selftest.step)
    answers = numbered([*ANSWERS.items(), (_MOVE, _("nog niet: een andere dag"))])
    question = _("Op welke dag doet u het? Typ een dag, of alleen Enter om terug te gaan:")
    on = None
    while on is None and (chosen := prompter.choose(ASKED, answers, [_LATER], consent=True)) == _MOVE:
        on = _asked(prompter, question, lambda day: first_step.read_day(day, today) if day.strip() else None)
    outcomes: dict[str, Outcome] = {answer: answer for answer in ANSWERS}
    if chosen in outcomes:
        change_step(store, selftest.id, lambda step: step and first_step.answered(step, outcomes[chosen], today))
    elif on is not None:
        change_step(store, selftest.id, lambda step: step and first_step.moved(step, on))
    else:
        change_step(store, selftest.id, lambda step: step and first_step.put_off(step, today))
    prompter.say(_("Bewaard."))

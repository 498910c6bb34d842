"""The four questions about the person's situation."""

from collections.abc import Sequence

from samenspel.line.prompter import Choice
from samenspel.line.talk import BACK, ON, SKIP, STOP, Talk
from samenspel.questionnaire.model import OTHER_ROLE, ContextQuestion
from samenspel.taal import _, opsomming


def ask_party(talk: Talk) -> None:
    """Ask to which party the person belongs; the rest of the questions depends on it, so it cannot be left open."""
    asked = talk.session.questionnaire.asked
    named = [(party.id, party.singular) for party in asked.parties]
    answers = numbered([*named, (OTHER_ROLE, asked.context.other_role)])
    _ask(talk, asked.context.party, answers, [BACK, STOP], talk.session.response.party)


def ask_experience(talk: Talk) -> None:
    """Ask how long the person has worked with the others."""
    question = talk.session.questionnaire.asked.context.experience
    _ask_choices(talk, question, talk.session.response.experience)


def ask_meeting(talk: Talk) -> None:
    """Ask whether the person takes part in a joint meeting."""
    question = talk.session.questionnaire.asked.context.meeting
    _ask_choices(talk, question, talk.session.response.meeting)


def ask_area(talk: Talk) -> None:
    """Ask where the person works; free text, and it may stay empty."""
    session = talk.session
    question = session.questionnaire.asked.context.area
    talk.say("\n" + "\n".join(filter(None, [question.text, question.help])))
    if question.suggestions:
        talk.say(_("Bijvoorbeeld: {voorbeelden}.").format(voorbeelden=opsomming([*question.suggestions], _("of"))))
    if session.response.area:
        talk.prompter.say(_("Uw antwoord nu: {antwoord}").format(antwoord=session.response.area))
        talk.say(_("Alleen Enter laat dit zo. Een min (-) haalt het weg."))
    else:
        talk.say(_("Typ uw antwoord. Alleen Enter slaat de vraag over."))
    talk.say(_("Of: v = vorige, q = stoppen"))
    done = talk.text(
        _("Uw antwoord:"),
        lambda typed: session.answer("" if typed.strip() == "-" else typed, talk.clock()),
        [BACK, STOP],
    )
    if done in {BACK.id, STOP.id}:
        talk.do(done)
    elif not done:
        talk.do(ON.id)
    else:
        talk.say(_("Bewaard."))


def numbered(texts: Sequence[tuple[str, str]]) -> list[Choice]:
    """Number (id, text) pairs from 1."""
    return [Choice(str(number), text, id_) for number, (id_, text) in enumerate(texts, start=1)]


def _ask_choices(talk: Talk, question: ContextQuestion, current: str) -> None:
    answers = numbered([(choice.id, talk.filled(choice.text)) for choice in question.choices])
    _ask(talk, question, answers, [ON, BACK, STOP], current)


def _ask(talk: Talk, question: ContextQuestion, answers: list[Choice], actions: list[Choice], current: str) -> None:
    talk.say("\n" + "\n".join(filter(None, [question.text, question.help])))
    known = current if current in {choice.id for choice in answers} else ""
    chosen = talk.choose(answers, actions if known else [SKIP if a is ON else a for a in actions], current=known)
    if chosen in {choice.id for choice in answers}:
        talk.session.answer(chosen, talk.clock())
        talk.say(_("Bewaard: {antwoord}").format(antwoord=next(c.text for c in answers if c.id == chosen)))
    else:
        talk.do(chosen)

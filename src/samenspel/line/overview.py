"""The overview: every question with its state, to jump to; and the last look before finishing."""

from samenspel.line.context import numbered
from samenspel.line.prompter import Choice
from samenspel.line.talk import BACK, OVERVIEW, STOP, Stopped, Talk
from samenspel.taal import _
from samenspel.walk import Step, answered, first_unanswered, is_answered, steps

_RETURN = Choice("0", _("terug"), "terug")


def jump(talk: Talk) -> None:
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


def review(talk: Talk) -> bool:
    """Take a last look. Returns whether the person finished the self-test."""
    session = talk.session
    done, of = answered(session.questionnaire, session.response)
    talk.say("\n" + _("Een laatste blik. U beantwoordde {n} van de {van} stellingen.").format(n=done, van=of))
    answers = [("klaar", _("afronden en de uitslag zien"))]
    gap = first_unanswered(session.questionnaire, session.response)
    if gap.kind != "review":
        answers.append(("open", _("naar de eerste vraag zonder antwoord")))
    match talk.choose(numbered(answers), [BACK, OVERVIEW, STOP]):
        case "klaar":
            session.finish(talk.clock())
            return True
        case "open":
            session.go(gap, talk.clock())
        case other:
            talk.do(other)
    return False


def _line(talk: Talk, step: Step) -> str:
    session = talk.session
    done = is_answered(session.questionnaire, session.response, step)
    return talk.filled(_text(talk, step)) + " " + (_("[beantwoord]") if done else _("[nog open]"))


def _text(talk: Talk, step: Step) -> str:
    questionnaire = talk.session.questionnaire
    match step.kind:
        case "item":
            return questionnaire.item(step.id).text
        case "card":
            return f"{questionnaire.asked.card_question} {questionnaire.card(step.id).text}"
        case _:
            return questionnaire.open_question(step.id).text

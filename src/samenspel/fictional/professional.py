"""A fictional professional, as ``professional.yaml`` has her: what she answers, and her walk through the self-test."""

from datetime import datetime
from functools import cache

from samenspel.fictional.data import read_as
from samenspel.response import Response
from samenspel.session import Session


@cache
def her_answers() -> Response:
    """Return what she answers to the questionnaire ``samenwerking-jeugd``, read when it is first asked for."""
    return read_as("professional.yaml", Response)


def answer_all(session: Session, wanted: Response, now: datetime) -> None:
    """Walk a new self-test from the first question to the end, answering as ``wanted`` does, and finish it.

    Raises:
        StorageError: it could not be stored.
        AnswerError, TooLongError: ``wanted`` holds what the questionnaire does not take.
    """
    while (step := session.step).kind != "review":
        match step.kind:
            case "party" | "area" | "experience" | "meeting":
                session.answer(getattr(wanted, step.kind), now)
            case "item":
                if step.id in wanted.notes:
                    session.note(wanted.notes[step.id], now)
                session.answer(str(wanted.answers.get(step.id, "")), now)
            case "card":
                session.answer(wanted.knowledge.get(step.id, ""), now)
            case "open":
                _answer_open(session, wanted, now)
            case _:
                session.forward(now)
    session.finish(now)


def _answer_open(session: Session, wanted: Response, now: datetime) -> None:
    question = session.questionnaire.open_question(session.step.id)
    for activity in question.activities:
        if activity.id in wanted.activities:
            session.activity(activity.id, lasted=wanted.activities[activity.id], now=now)
    if question.id in wanted.shared:
        session.share(on=True, now=now)
    if question.activities:
        session.forward(now)
    else:
        session.answer(wanted.open.get(question.id, ""), now)

"""Recording answers: what a step takes, and the response that results. Every front end and file goes through here."""

from typing import TypeVar

from msgspec.structs import replace

from samenspel import hygiene
from samenspel.questionnaire.applicability import offered_answers
from samenspel.questionnaire.model import BOTH, DONT_KNOW_CARD, OTHER_ROLE, Questionnaire
from samenspel.response import Form, Response
from samenspel.walk import Step

V = TypeVar("V")


class AnswerError(ValueError):
    """An answer that this step does not take: ``found`` is what was given, ``allowed`` what may be given."""

    def __init__(self, step: Step, found: object, allowed: tuple[str, ...] = ()) -> None:
        super().__init__(f"{step.key}: {found!r}")
        self.step = step
        self.found = found
        self.allowed = allowed


def allowed(questionnaire: Questionnaire, step: Step) -> tuple[str, ...]:
    """Return what may be answered at ``step``, as it stands in files; empty for free text."""
    asked = questionnaire.asked
    match step.kind:
        case "party":
            return (*(party.id for party in asked.parties), OTHER_ROLE)
        case "experience":
            return tuple(choice.id for choice in asked.context.experience.choices)
        case "meeting":
            return tuple(choice.id for choice in asked.context.meeting.choices)
        case "item":
            return tuple(str(answer) for answer in offered_answers(questionnaire.item(step.id)))
        case "card":
            return (*(party.id for party in asked.parties), BOTH, DONT_KNOW_CARD)
        case "open":
            return tuple(activity.id for activity in questionnaire.open_question(step.id).activities)
        case _:
            return ()


def fits(questionnaire: Questionnaire, response: Response) -> bool:
    """Say whether all in ``response`` (from a file, perhaps) is asked, and each answer one that its question takes."""
    asked = questionnaire.asked
    items, questions = {item.id for item in asked.items}, {question.id for question in asked.open_questions}
    activities = {activity.id for question in asked.open_questions for activity in question.activities}
    known = (
        response.answers.keys() | response.notes.keys() <= items
        and response.knowledge.keys() <= {card.id for card in asked.cards}
        and response.open.keys() | {*response.shared} <= questions
        and response.activities.keys() <= activities
        and len({*response.shared}) == len(response.shared)
    )
    given = [
        (Step("party"), response.party),
        (Step("experience"), response.experience),
        (Step("meeting"), response.meeting),
        *((Step("item", i.id), str(response.answers[i.id])) for i in asked.items if i.id in response.answers),
        *((Step("card", c.id), response.knowledge[c.id]) for c in asked.cards if c.id in response.knowledge),
    ]
    return known and all(not answer or answer in allowed(questionnaire, step) for step, answer in given)


def choose_form(response: Response, form: Form) -> Response:
    """Choose the full or the short form; answers already given are kept."""
    return replace(response, form=form)


def record(questionnaire: Questionnaire, response: Response, step: Step, answer: str) -> Response:
    """Record the answer to one step, as it stands in files, and return the new response.

    Args:
        questionnaire: what is asked.
        response: what was answered so far.
        step: a context question, statement, card or open text question.
        answer: an id, a digit or free text (which passes hygiene here); empty takes the answer back. Only at a
            knowledge card the first answer counts: after it the right one is shown, and it is locked.

    Raises:
        AnswerError: the step does not take this answer.
        hygiene.TooLongError: a free text is too long.
    """
    choices = allowed(questionnaire, step)
    if choices and answer and answer not in choices:
        raise AnswerError(step, answer, choices)
    match step.kind:
        case "party" | "experience" | "meeting":
            return replace(response, **{step.kind: answer})
        case "area":
            return replace(response, area=hygiene.clean(answer, hygiene.AREA_LIMIT))
        case "item":
            return replace(response, answers=_put(response.answers, step.id, int(answer) if answer else None))
        case "card":
            if step.id in response.knowledge:
                return response
            return replace(response, knowledge=_put(response.knowledge, step.id, answer or None))
        case "open":
            return replace(response, open=_put(response.open, step.id, hygiene.clean(answer, lines=True) or None))
        case _:
            raise AnswerError(step, answer)


def record_note(questionnaire: Questionnaire, response: Response, item_id: str, note: str) -> Response:
    """Record the note with a statement; an empty one takes it away. Raises hygiene.TooLongError."""
    item = questionnaire.item(item_id)
    return replace(response, notes=_put(response.notes, item.id, hygiene.clean(note, lines=True) or None))


def record_activity(
    questionnaire: Questionnaire, response: Response, step: Step, activity: str, *, lasted: bool | None
) -> Response:
    """Record that an activity was undertaken and whether it lasted; ``lasted=None`` unticks it.

    Raises:
        AnswerError: the question has no such activity.
    """
    choices = allowed(questionnaire, step)
    if activity not in choices:
        raise AnswerError(step, activity, choices)
    return replace(response, activities=_put(response.activities, activity, lasted))


def share(response: Response, question_id: str, *, on: bool) -> Response:
    """Choose whether the answer to an open question may be shared with the group."""
    rest = tuple(shared for shared in response.shared if shared != question_id)
    return replace(response, shared=(*rest, question_id) if on else rest)


def _put(mapping: dict[str, V], key: str, value: V | None) -> dict[str, V]:
    rest = {k: v for k, v in mapping.items() if k != key}
    return rest if value is None else {**rest, key: value}

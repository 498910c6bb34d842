"""The order of the questions: next, previous, resume. Every front end uses this.

A self-test is a row of :class:`Step`. Which steps a person gets depends on the answers so far (party, form, joint
meeting); answers to steps that no longer apply are kept, and count again when they apply again.
"""

from typing import Literal, assert_never

from msgspec import Struct

from samenspel.questionnaire.applicability import applicable_items, applies, dimension_items, ordered_items
from samenspel.questionnaire.model import Questionnaire
from samenspel.response import Form, Response

_SECONDS_STATEMENT = 9
_SECONDS_OPEN = 50

Kind = Literal["welcome", "party", "area", "experience", "meeting", "we", "item", "card", "open", "review"]

_AFTER: tuple[Kind, ...] = ("card", "open")
"""What comes after the statements; each is a part of its own."""


class Step(Struct, frozen=True):
    """One screen of the walk: its kind and, for an item, card or open question, its id."""

    kind: Kind
    id: str = ""

    @property
    def key(self) -> str:
        """The step as one word, to be stored: ``item:rol-eigen``."""
        return f"{self.kind}:{self.id}" if self.id else self.kind


class Progress(Struct, frozen=True):
    """Where a step stands: part ``part`` of ``parts`` (0 before the statements), number ``number`` of ``of``.

    ``name`` is the dimension's name for a statement, else empty.
    """

    part: int
    parts: int
    name: str
    number: int
    of: int


def all_steps(questionnaire: Questionnaire) -> tuple[Step, ...]:
    """Return every step that anyone can get, in order."""
    asked = questionnaire.asked
    return (
        Step("welcome"),
        Step("party"),
        Step("area"),
        Step("experience"),
        Step("meeting"),
        Step("we"),
        *(Step("item", item.id) for item in ordered_items(questionnaire)),
        *(Step("card", card.id) for card in asked.cards),
        *(Step("open", question.id) for question in asked.open_questions),
        Step("review"),
    )


def steps(questionnaire: Questionnaire, response: Response) -> tuple[Step, ...]:
    """Return the steps of this person, in order."""
    return tuple(step for step in all_steps(questionnaire) if is_asked(questionnaire, response, step))


def is_asked(questionnaire: Questionnaire, response: Response, step: Step) -> bool:
    """Say whether ``step`` is one of this person's."""
    return step.kind != "item" or applies(questionnaire, questionnaire.item(step.id), response)


def following(questionnaire: Questionnaire, response: Response, step: Step) -> Step:
    """Return the step after ``step``; the last step is followed by itself."""
    order = all_steps(questionnaire)
    later = order[order.index(step) + 1 :]
    return next((s for s in later if is_asked(questionnaire, response, s)), order[-1])


def preceding(questionnaire: Questionnaire, response: Response, step: Step) -> Step:
    """Return the step before ``step``; the first step is preceded by itself."""
    order = all_steps(questionnaire)
    earlier = reversed(order[: order.index(step)])
    return next((s for s in earlier if is_asked(questionnaire, response, s)), order[0])


def after_answer(questionnaire: Questionnaire, response: Response, step: Step, *, first: bool) -> Step:
    """Return where one goes after answering ``step``; ``first``: it had no answer before.

    Mostly that is the step after it. But who fills a gap, so that the statement or card after it was answered long
    ago, goes on to the next gap: what is answered must not come by again, where a key would change it. After the last
    gap comes the review: whoever passed by a question about herself is not sent round again.
    """
    after = following(questionnaire, response, step)
    if not (first and _counts(step) and _counts(after) and is_answered(questionnaire, response, after)):
        return after
    order = steps(questionnaire, response)
    place = order.index(after)
    round_ = (*order[place:], *order[:place])
    gaps = (s for s in round_ if _counts(s) and not is_answered(questionnaire, response, s))
    return next(gaps, Step("review"))


def _counts(step: Step) -> bool:
    """Say whether a person may leave a gap at ``step`` that a key would fill: a statement or a card."""
    return step.kind in {"item", "card"}


def resume(questionnaire: Questionnaire, response: Response, at: str) -> Step:
    """Return the step whose key is ``at``; when that is none of this person's, the first one unanswered."""
    step = next((step for step in all_steps(questionnaire) if step.key == at), None)
    if step is not None and is_asked(questionnaire, response, step):
        return step
    return first_unanswered(questionnaire, response)


def first_unanswered(questionnaire: Questionnaire, response: Response) -> Step:
    """Return the first question without an answer (open questions apart, they are optional), else the review."""
    questions = (s for s in steps(questionnaire, response) if s.kind not in {"welcome", "area", "we", "open", "review"})
    return next((step for step in questions if not is_answered(questionnaire, response, step)), Step("review"))


def is_answered(questionnaire: Questionnaire, response: Response, step: Step) -> bool:
    """Say whether ``step`` has an answer; pages without a question have none."""
    match step.kind:
        case "item":
            return step.id in response.answers
        case "card":
            return step.id in response.knowledge
        case "open":
            question = questionnaire.open_question(step.id)
            return step.id in response.open or any(a.id in response.activities for a in question.activities)
        case "party" | "area" | "experience" | "meeting":
            return bool(getattr(response, step.kind))
        case "welcome" | "we" | "review":
            return False
        case _:
            assert_never(step.kind)


def answered(questionnaire: Questionnaire, response: Response) -> tuple[int, int]:
    """Return how many of the applicable statements are answered, and how many there are."""
    items = applicable_items(questionnaire, response)
    return sum(item.id in response.answers for item in items), len(items)


def progress(questionnaire: Questionnaire, response: Response, step: Step) -> Progress:
    """Say where ``step`` (one of this person's) stands among its kind."""
    items = applicable_items(questionnaire, response)
    dimensions = [d for d in questionnaire.asked.dimensions if dimension_items(items, d)]
    after = [kind for kind in _AFTER if any(s.kind == kind for s in all_steps(questionnaire))]
    parts = len(dimensions) + len(after)
    same = [s for s in steps(questionnaire, response) if s.kind == step.kind]
    number, of = same.index(step) + 1, len(same)
    if step.kind == "item":
        dimension = questionnaire.item(step.id).dimension
        part = [d.id for d in dimensions].index(dimension) + 1
        return Progress(part, parts, dimensions[part - 1].name, number, of)
    part = len(dimensions) + after.index(step.kind) + 1 if step.kind in after else 0
    return Progress(part, parts, "", number, of)


def minutes(questionnaire: Questionnaire, form: Form) -> int:
    """Estimate how many minutes a form takes; the short one leaves the open questions to who has the time."""
    asked = questionnaire.asked
    seconds = _SECONDS_STATEMENT * (sum(item.short or form == "volledig" for item in asked.items) + len(asked.cards))
    if form == "volledig":
        seconds += _SECONDS_OPEN * len(asked.open_questions)
    return max(1, round(seconds / 60))

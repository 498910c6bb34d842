"""The order of the questions: next, previous, resume. Every front end uses this.

A self-test is a row of :class:`Step`. Which steps a person gets depends on the answers so far (party, form, joint
meeting); answers to steps that no longer apply are kept, and count again when they apply again.
"""

from collections import Counter
from typing import Literal, assert_never

from msgspec import Struct

from samenspel.questionnaire.applicability import applicable_items, applies, deciding, dimension_items, ordered_items
from samenspel.questionnaire.model import Item, Questionnaire
from samenspel.questionnaire.remembering import once
from samenspel.response import Form, Response

_SECONDS_STATEMENT = 9
_SECONDS_OPEN = 50

Kind = Literal["welcome", "party", "area", "experience", "meeting", "we", "item", "cards", "card", "open", "review"]
"""``cards`` is the page before the role-knowledge cards: the digits that answered the statements stop there."""

_BEFORE: tuple[Kind, ...] = ("welcome", "party", "area", "experience", "meeting", "we")
_AFTER: tuple[Kind, ...] = ("card", "open")
"""What comes after the statements; each is a part of its own."""
_MEASURED: frozenset[Kind] = frozenset({"item", *_AFTER})
"""What says how far one is."""
_NEEDED: frozenset[Kind] = frozenset({"party", "experience", "meeting", "item", "card"})
"""What is told to be open when it was not answered; a text is optional."""


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

    ``name`` is the dimension's name for a statement, else empty. ``share`` (0..1) is how far that is in all that comes
    after the questions about oneself: it goes on from part to part.
    """

    part: int
    parts: int
    name: str
    number: int
    of: int
    share: float


@once
def all_steps(questionnaire: Questionnaire) -> tuple[Step, ...]:
    """Return every step that anyone can get, in order."""
    return _row(questionnaire, ordered_items(questionnaire))


@once
def _places(questionnaire: Questionnaire) -> dict[str, int]:
    """Return the place of every step among all: key → place."""
    return {step.key: place for place, step in enumerate(all_steps(questionnaire))}


def steps(questionnaire: Questionnaire, response: Response) -> tuple[Step, ...]:
    """Return the steps of this person, in order."""
    return _steps_of(questionnaire, *deciding(response))


@once
def _steps_of(questionnaire: Questionnaire, party: str, form: Form, meeting: str) -> tuple[Step, ...]:
    someone = Response(party=party, form=form, meeting=meeting)
    return _row(questionnaire, applicable_items(questionnaire, someone))


def _row(questionnaire: Questionnaire, items: tuple[Item, ...]) -> tuple[Step, ...]:
    cards, questions = questionnaire.asked.cards, questionnaire.asked.open_questions
    return (
        *map(Step, _BEFORE),
        *(Step("item", item.id) for item in items),
        *([Step("cards")] if cards else []),
        *(Step("card", card.id) for card in cards),
        *(Step("open", question.id) for question in questions),
        Step("review"),
    )


def is_asked(questionnaire: Questionnaire, response: Response, step: Step) -> bool:
    """Say whether ``step`` is one of this person's."""
    return step.kind != "item" or applies(questionnaire, questionnaire.item(step.id), response)


def following(questionnaire: Questionnaire, response: Response, step: Step) -> Step:
    """Return the step after ``step``; the last step is followed by itself."""
    order = all_steps(questionnaire)
    later = order[_places(questionnaire)[step.key] + 1 :]
    return next((s for s in later if is_asked(questionnaire, response, s)), order[-1])


def preceding(questionnaire: Questionnaire, response: Response, step: Step) -> Step:
    """Return the step before ``step``; the first step is preceded by itself."""
    order = all_steps(questionnaire)
    earlier = reversed(order[: _places(questionnaire)[step.key]])
    return next((s for s in earlier if is_asked(questionnaire, response, s)), order[0])


def after_answer(questionnaire: Questionnaire, response: Response, step: Step, *, first: bool) -> Step:
    """Return where one goes after answering ``step``; ``first``: it had no answer before.

    Mostly that is the step after it. But who fills a gap, so that the statement or card after it was answered long
    ago, goes on to the next gap: what is answered must not come by again, where a key would change it. After the last
    gap comes the review: whoever passed by a question about herself is not sent round again. From a statement one comes
    to a card by the page before the cards, so that no digit meant for a statement answers one.
    """
    after = following(questionnaire, response, step)
    ahead = following(questionnaire, response, after) if after.kind == "cards" else after
    if not (first and _counts(step) and _counts(ahead) and is_answered(questionnaire, response, ahead)):
        return after
    order = steps(questionnaire, response)
    place = order.index(ahead)
    round_ = (*order[place:], *order[:place])
    gaps = (s for s in round_ if _counts(s) and not is_answered(questionnaire, response, s))
    gap = next(gaps, Step("review"))
    return Step("cards") if (step.kind, gap.kind) == ("item", "card") else gap


def _counts(step: Step) -> bool:
    """Say whether a person may leave a gap at ``step`` that a key would fill: a statement or a card."""
    return step.kind in {"item", "card"}


def resume(questionnaire: Questionnaire, response: Response, at: str) -> Step:
    """Return the step whose key is ``at``; when that is none of this person's, the first one unanswered."""
    place = _places(questionnaire).get(at)
    if place is not None and is_asked(questionnaire, response, step := all_steps(questionnaire)[place]):
        return step
    return first_unanswered(questionnaire, response)


def first_unanswered(questionnaire: Questionnaire, response: Response) -> Step:
    """Return the first question without an answer, else the review."""
    return next(iter(unanswered(questionnaire, response)), Step("review"))


def unanswered(questionnaire: Questionnaire, response: Response) -> tuple[Step, ...]:
    """Return the questions without an answer; those for a text apart, they are optional."""
    needed = (step for step in steps(questionnaire, response) if step.kind in _NEEDED)
    return tuple(step for step in needed if not is_answered(questionnaire, response, step))


def next_card(questionnaire: Questionnaire, response: Response) -> Step:
    """Return the card to begin with: the first one without an answer; when all have one, the first."""
    cards = [step for step in steps(questionnaire, response) if step.kind == "card"]
    return next((card for card in cards if not is_answered(questionnaire, response, card)), cards[0])


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
        case "welcome" | "we" | "cards" | "review":
            return False
        case _:
            assert_never(step.kind)


def answered(questionnaire: Questionnaire, response: Response) -> tuple[int, int]:
    """Return how many of the applicable statements are answered, and how many there are."""
    items = applicable_items(questionnaire, response)
    return sum(item.id in response.answers for item in items), len(items)


def progress(questionnaire: Questionnaire, response: Response, step: Step) -> Progress:
    """Say where ``step`` (one of this person's) stands among its kind, and in the whole."""
    return _progress_of(questionnaire, *deciding(response))[step.key]


@once
def _progress_of(questionnaire: Questionnaire, party: str, form: Form, meeting: str) -> dict[str, Progress]:
    """Return where each step of such a person stands: key → progress."""
    someone = Response(party=party, form=form, meeting=meeting)
    row = steps(questionnaire, someone)
    items = applicable_items(questionnaire, someone)
    dimensions = [d for d in questionnaire.asked.dimensions if dimension_items(items, d)]
    after = [kind for kind in _AFTER if any(step.kind == kind for step in row)]
    of, sofar = Counter(step.kind for step in row), Counter[Kind]()
    found = {}
    for step in row:
        sofar[step.kind] += 1
        kind: Kind = "card" if step.kind == "cards" else step.kind
        name, part = "", len(dimensions) + after.index(kind) + 1 if kind in after else 0
        if kind == "item":
            dimension = questionnaire.item(step.id).dimension
            part = [d.id for d in dimensions].index(dimension) + 1
            name = dimensions[part - 1].name
        done, all_ = (sum(counted[measured] for measured in _MEASURED) for counted in (sofar, of))
        parts = len(dimensions) + len(after)
        found[step.key] = Progress(part, parts, name, sofar[kind], of[kind], done / max(1, all_))
    return found


def minutes(questionnaire: Questionnaire, form: Form) -> int:
    """Estimate how many minutes a form takes; the short one leaves the open questions to who has the time."""
    asked = questionnaire.asked
    seconds = _SECONDS_STATEMENT * (sum(item.short or form == "volledig" for item in asked.items) + len(asked.cards))
    if form == "volledig":
        seconds += _SECONDS_OPEN * len(asked.open_questions)
    return max(1, round(seconds / 60))

"""Types a paper form over in the app as somebody does who has the paper beside the keyboard."""

from collections.abc import Iterator

from msgspec.structs import replace

from pilot import pasted
from samenspel.exchange.receive.forms import PaperForm
from samenspel.exchange.receive.typed_over import KEYS, Printed, TypedOver, kinds_of
from samenspel.questionnaire.applicability import applicable_items
from samenspel.questionnaire.model import OpenQuestion, Questionnaire
from samenspel.response import Response


def as_it_is_asked(questionnaire: Questionnaire, response: Response, printed: Printed, nth: int = 0) -> Response:
    """Return what such a person can have written on this form: nothing that is not asked there, and no notes.

    Who answered no statement answers all of them; ``nth``: each such person otherwise.
    """
    one = replace(response, form=printed.form, party=printed.party or response.party, area="", notes={})
    items = applicable_items(questionnaire, one)
    answers = {item.id: one.answers[item.id] for item in items if item.id in one.answers}
    return replace(one, answers=answers or {item.id: 1 + (nth * 2 + place) % 5 for place, item in enumerate(items)})


def kind_key(questionnaire: Questionnaire, printed: Printed) -> str:
    """The key with which this form is chosen."""
    return KEYS[kinds_of(questionnaire).index(printed)]


def typed(
    questionnaire: Questionnaire, form: PaperForm, printed: Printed, *, to_a_group: bool = True, add: bool = True
) -> Iterator[str]:
    """Give the keys that type one form over, from its number to the Enter that adds it."""
    given = form.response
    yield from form.respondent
    yield "enter"
    context = {"party": given.party, "experience": given.experience, "meeting": given.meeting}
    sheet = TypedOver(questionnaire, printed, area=not to_a_group)
    sheet.cells |= {"partij": given.party, "overleg": given.meeting}  # who is asked what
    for place in sheet.spots():
        match place.kind:
            case "area":
                yield from _area(questionnaire, given.area)
            case "item":
                yield str(given.answers.get(place.id, "space"))
            case "party" | "experience" | "meeting" | "card":
                answer = context[place.kind] if place.kind in context else given.knowledge.get(place.id, "")
                yield next((offer.key for offer in sheet.offers(place) if offer.answer == answer), "enter")
            case "open":
                for key, question in zip(KEYS, questionnaire.asked.open_questions, strict=False):
                    yield from _open(key, question, given, shares=to_a_group)
                yield "enter"
            case "check" if add:
                yield "enter"


def _area(questionnaire: Questionnaire, area: str) -> Iterator[str]:
    suggestions = questionnaire.asked.context.area.suggestions
    if not area:
        yield "enter"
    elif area in suggestions:
        yield KEYS[suggestions.index(area)]
    else:
        yield from (KEYS[len(suggestions)], pasted(area), "f8")


def _open(key: str, question: OpenQuestion, given: Response, *, shares: bool) -> Iterator[str]:
    done = [one.id for one in question.activities if one.id in given.activities]
    if question.id not in given.open and not done:
        return
    yield key
    if question.activities:
        for nth, one in zip(KEYS, question.activities, strict=False):
            if one.id in done:
                yield from (nth,) if given.activities[one.id] else (nth, nth)
    else:
        yield pasted(given.open[question.id])
    if shares and question.id in given.shared:
        yield "f6"
    yield "f8"

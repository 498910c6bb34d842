"""The *gespreksblad*: one page to take to the other party. No answer, note or score stands on it."""

from samenspel.advice import lowest_items
from samenspel.questionnaire.applicability import applicable_items, fill
from samenspel.questionnaire.model import Dimension, Item, Questionnaire
from samenspel.report.document import Document, SheetPart, WorksheetPage
from samenspel.response import Response
from samenspel.scoring import item_score, score, weights
from samenspel.taal import _

_QUESTIONS, _DIMENSIONS, _ROWS = 3, 2, 4


def conversation_sheet(questionnaire: Questionnaire, response: Response) -> Document | None:
    """Return the page for a talk with the other party; None when no statement was answered 1-5 or 0."""
    dimensions = _subjects(questionnaire, response)
    asked = _questions(questionnaire, response, dimensions)
    if not asked:
        return None

    def filled(text: str) -> str:
        return fill(questionnaire, response.party, text)

    meant = _("Achter elk onderdeel staat hoe het is als het goed gaat.")
    about = (meant, *(f"{one.name}: {_begun(filled(one.help))}" for one in dimensions))
    page = WorksheetPage(
        title=_("Samen in gesprek"),
        intro=_("Neem dit blad mee naar een gesprek. Er staan geen antwoorden, scores of namen op."),
        kind=_("Gespreksblad"),
        parts=(
            SheetPart(_("Hier gaat het over"), "\n".join(about), (), (), (), ()),
            SheetPart(_("Vragen aan elkaar"), "", (), tuple(filled(item.discussion) for item in asked), (), ()),
            SheetPart(
                _("Dit spreken wij af"),
                "",
                (),
                (),
                (_("wat"), _("wie"), _("wanneer"), _("terugkijken op")),
                (("",) * 4,) * _ROWS,
            ),
        ),
    )
    return Document(
        title=questionnaire.asked.title,
        subtitle=_("Voor een gesprek met de ander"),
        footer=questionnaire.asked.title,
        blocks=(page,),
        loose=True,
    )


def _subjects(questionnaire: Questionnaire, response: Response) -> tuple[Dimension, ...]:
    """Return the two dimensions with the lowest scores; where scores are lacking, those of the lowest statements."""
    scored = [one for one in score(questionnaire, response).dimensions if one.score is not None]
    lowest = [one.id for one in sorted(scored, key=lambda one: one.score or 0.0)]
    first = (item.dimension for item in _from_low(questionnaire, response))
    return tuple(questionnaire.dimension(one) for one in list(dict.fromkeys((*lowest, *first)))[:_DIMENSIONS])


def _questions(questionnaire: Questionnaire, response: Response, dimensions: tuple[Dimension, ...]) -> tuple[Item, ...]:
    """Return the statements to ask about: of each subject its lowest, then the lowest of what is left of them.

    Whoever gets the page sees questions about its subjects; others only where these have too few.
    """
    low = _from_low(questionnaire, response)
    subjects = [one.id for one in dimensions]
    first = [next((item for item in low if item.dimension == one), None) for one in subjects]
    order = (*filter(None, first), *(item for item in low if item.dimension in subjects), *low)
    return tuple(dict.fromkeys(order))[:_QUESTIONS]


def _from_low(questionnaire: Questionnaire, response: Response) -> tuple[Item, ...]:
    """Return the answered statements, lowest first; none that only one party gets: the other has no answer to it."""
    asked = [item for item in applicable_items(questionnaire, response) if not item.only]
    low = lowest_items(questionnaire, response, len(questionnaire.asked.items))
    weight = weights(questionnaire)
    answered = [
        (value, -weight.get(item.id, 0.0), item)
        for item in asked
        if item not in low and (value := item_score(item, response.answers.get(item.id))) is not None
    ]
    rest = tuple(item for _value, _weight, item in sorted(answered, key=lambda one: one[:2]))
    return (*(item for item in low if item in asked), *rest)


def _begun(text: str) -> str:
    return text[:1].lower() + text[1:]

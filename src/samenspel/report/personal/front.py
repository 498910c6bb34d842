"""The front sheet, which stands by itself: what stands out, the picture, the lowest and the strongest, a first step."""

from msgspec.structs import replace

from samenspel.advice import advise, lowest_items
from samenspel.first_step import ANSWERS, ASKED, FirstStep, days_told
from samenspel.questionnaire.applicability import fill
from samenspel.questionnaire.model import Item, Questionnaire
from samenspel.report import wording
from samenspel.report.document import Beside, Block, Heading, Notice, Paragraph, ScoreChart, SideList
from samenspel.report.personal.advices import no_advice
from samenspel.report.personal.change import Previous
from samenspel.report.personal.picture import extremes, lowest_band, score_chart, unclear_notice
from samenspel.response import Response
from samenspel.scoring import Scores, score, strong_items
from samenspel.taal import _

_NAMED = 3
"""So many statements stand in each of the two lists."""


def front_sheet(
    questionnaire: Questionnaire,
    response: Response,
    *,
    previous: Previous | None = None,
    step: FirstStep | None = None,
) -> tuple[Block, ...]:
    """Return the first page of the report of one person.

    Args:
        questionnaire: what was asked.
        response: what was answered.
        previous: the time before, with the step that was chosen then.
        step: the step that the person chose now; without one it is that of the first advice.
    """
    scores = score(questionnaire, response)
    return (
        Heading(1, _("In het kort")),
        _chart(questionnaire, response, scores, previous),
        Paragraph(_meaning(questionnaire, scores)),
        *unclear_notice(questionnaire, response),
        outstanding(questionnaire, response),
        Heading(2, _("Uw eerste stap")),
        *_first_step(questionnaire, response, step),
        *_step_before(previous),
    )


def _chart(questionnaire: Questionnaire, response: Response, scores: Scores, previous: Previous | None) -> ScoreChart:
    """Return the picture, with what stands out as its sentence: in which band a dimension is, its row says."""
    chart = score_chart(questionnaire, response, scores, previous)
    return replace(chart, sentence=" ".join(extremes(questionnaire, scores)))


def _meaning(questionnaire: Questionnaire, scores: Scores) -> str:
    own = _("Dit is uw eigen beeld, geen oordeel en geen diagnose.")
    return f"{lowest_band(questionnaire, scores)} {own}".strip()


def outstanding(questionnaire: Questionnaire, response: Response) -> Beside:
    """Set the statements that asked for most attention beside the strongest, each with its answer."""

    def told(items: tuple[Item, ...], none: str) -> tuple[str, ...]:
        return tuple(wording.answered(questionnaire, response, item) for item in items) or (none,)

    low, high = lowest_items(questionnaire, response, _NAMED), strong_items(questionnaire, response, _NAMED)
    nothing = _("Bij geen enkele stelling gaf u een laag antwoord.")
    if not any(item.id in response.answers for item in questionnaire.asked.items):
        nothing = _("U beantwoordde nog geen stelling.")
    return Beside(
        SideList(_("Dit vroeg de meeste aandacht"), told(low, nothing)),
        SideList(
            _("Dit gaat het best"),
            told(high, _("Bij geen enkele stelling gaf u een hoog antwoord. Wat al wel lukt, weet u zelf het beste.")),
        ),
    )


# The first step: what, when, and how it went. -----------------------------------------------------------------------


def told_step(questionnaire: Questionnaire, response: Response, step: FirstStep | None) -> str:
    """Return the first step on the front sheet: the chosen one, else that of the first advice; empty without any."""
    if step is not None:
        return step.text
    given = advise(questionnaire, response)
    return fill(questionnaire, response.party, questionnaire.advice(given[0].id).first_step) if given else ""


def _first_step(questionnaire: Questionnaire, response: Response, step: FirstStep | None) -> tuple[Block, ...]:
    text = told_step(questionnaire, response, step)
    if not text:
        return (no_advice(response),)
    if step is None:
        choose = _("Kies zelf een dag, en een dag om terug te kijken.")
        return (Notice(f"{text}\n{choose}"),)
    went = f" {_went(step)}" if step.outcome else ""
    return (Notice(f"{text}\n{days_told(step)}{went}"),)


def _step_before(previous: Previous | None) -> tuple[Block, ...]:
    if previous is None or previous.step is None:
        return ()
    told = _("De vorige keer koos u: ‘{stap}’").format(stap=previous.step.text)
    return (Paragraph(f"{told} {_went(previous.step)}"),)


def _went(step: FirstStep) -> str:
    answer = ANSWERS[step.outcome] if step.outcome else _("nog niet ingevuld")
    return _("{vraag} {antwoord}.").format(vraag=ASKED, antwoord=answer.capitalize())

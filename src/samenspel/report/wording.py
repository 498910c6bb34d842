"""Names, answers and reasons in plain Dutch, for every road out: report, screen and line.

Everything here is pure: a questionnaire, an answer or a score comes in, a text comes out.
"""

from samenspel.advice import Reason
from samenspel.questionnaire.applicability import fill
from samenspel.questionnaire.model import (
    DONT_KNOW,
    EXPERIENCE,
    KNOWLEDGE,
    MEETING,
    OTHER_ROLE,
    Item,
    OpenQuestion,
    Questionnaire,
)
from samenspel.response import Response
from samenspel.scoring import DimensionScore, Knowledge, knowledge
from samenspel.taal import _, getal, meervoud


def percentage(share: float) -> str:
    """Write a share (0..1) as a whole percentage: ``38 %``, with a space that does not break."""
    return f"{getal(100 * share, 0)}\N{NO-BREAK SPACE}%"


def figure(value: float | None, decimals: int = 1) -> str:
    """Write a figure, such as a score; a dash where there is none."""
    return "–" if value is None else getal(value, decimals)


def moved(before: float, now: float) -> str:
    """Say how much higher or lower, of the figures as printed: a reader who subtracts finds the same."""
    difference = round(_printed(now) - _printed(before), 1)
    if not difference:
        return _("gelijk gebleven")
    return (_("{verschil} hoger") if difference > 0 else _("{verschil} lager")).format(verschil=getal(abs(difference)))


def _printed(value: float) -> float:
    return float(getal(value).replace(",", "."))


def party_name(questionnaire: Questionnaire, party: str) -> str:
    """Name the party a person chose; another role as the questionnaire names it; empty: *niet ingevuld*."""
    if party == OTHER_ROLE:
        return questionnaire.asked.context.other_role
    return questionnaire.party(party).singular if party else _("niet ingevuld")


def answer_label(questionnaire: Questionnaire, answer: int | None) -> str:
    """Name an answer to a statement (None, 0 or 1..5) as the scale does."""
    if answer is None:
        return _("niet beantwoord")
    scale = questionnaire.asked.scale
    return scale.dont_know if answer == DONT_KNOW else scale.labels[answer - 1]


def answered(questionnaire: Questionnaire, response: Response, item: Item, *, dimension: bool = False) -> str:
    """Name a statement with the answer to it, and ``dimension`` behind that; say so where *oneens* is favourable."""
    told = _("‘{stelling}’ – {antwoord}").format(
        stelling=fill(questionnaire, response.party, item.text),
        antwoord=answer_label(questionnaire, response.answers.get(item.id)),
    )
    if dimension:
        told = _("{regel} ({onderdeel})").format(regel=told, onderdeel=questionnaire.dimension(item.dimension).name)
    return _with_direction(item, told)


def _with_direction(item: Item, told: str) -> str:
    """Add to what is told of an answer that *oneens* is favourable, where it is."""
    return _("{regel} Hier is ‘oneens’ gunstig.").format(regel=told) if item.reverse else told


def about_cards(questionnaire: Questionnaire) -> tuple[str, ...]:
    """Say what the role-knowledge cards are and what comes after them, before the first one."""
    questions = len(questionnaire.asked.open_questions)
    after = meervoud("Daarna komt nog {n} open vraag.", "Daarna komen nog {n} open vragen.", questions).format(
        n=questions
    )
    return (
        _("Op elke kaart staat een taak. U kiest wie dat werk doet."),
        _("U ziet meteen het antwoord, en waarom. Uw eerste antwoord telt."),
        _("Dit is geen examen. Het laat zien wat u van elkaars werk weet."),
        *([after] if questions else []),
    )


def because(questionnaire: Questionnaire, response: Response, reason: Reason) -> str:
    """Say in one sentence which answer of this person brought an advice up."""
    if reason.item == KNOWLEDGE:
        known = knowledge(questionnaire, response)
        return "" if known is None else cards_right(known)
    if reason.item in {EXPERIENCE, MEETING}:
        context = questionnaire.asked.context
        question = context.experience if reason.item == EXPERIENCE else context.meeting
        answer = next((choice.text for choice in question.choices if choice.id == reason.answer), str(reason.answer))
        return _("U antwoordde ‘{antwoord}’ op de vraag: ‘{vraag}’").format(
            antwoord=answer, vraag=fill(questionnaire, response.party, question.text)
        )
    item = questionnaire.item(reason.item)
    told = _("U antwoordde ‘{antwoord}’ bij: ‘{stelling}’").format(
        antwoord=answer_label(questionnaire, response.answers.get(item.id)),
        stelling=fill(questionnaire, response.party, item.text),
    )
    return _with_direction(item, told)


def cards_right(known: Knowledge) -> str:
    """Say how many of the answered role-knowledge cards were right."""
    if known.of == 1:
        return _("U had de enige beantwoorde kaart goed.") if known.right else _("U had de ene kaart niet goed.")
    return _("U had {goed} van de {totaal} kaarten goed.").format(goed=known.right, totaal=known.of)


def activities_done(questionnaire: Questionnaire, response: Response, question: OpenQuestion) -> tuple[str, ...]:
    """Name the activities that were ticked at an open question, and say of which something lasted."""
    done = [activity for activity in question.activities if activity.id in response.activities]
    texts = {activity.id: fill(questionnaire, response.party, activity.text) for activity in done}
    return tuple(
        # Not ticked as lasting says nothing: a person may not know.
        _("{activiteit} – er is iets van gebleven").format(activiteit=texts[activity.id])
        if response.activities[activity.id]
        else texts[activity.id]
        for activity in done
    )


def too_few() -> str:
    """Name the state of a dimension without a score."""
    return _("geen score")


def band_name(questionnaire: Questionnaire, score: DimensionScore) -> str:
    """Name the band of a dimension's score; without a score: *geen score*."""
    return next((band.name for band in questionnaire.asked.bands if band.id == score.band), too_few())


def name_of(questionnaire: Questionnaire, score: DimensionScore) -> str:
    """Name the dimension of a score."""
    return questionnaire.dimension(score.id).name

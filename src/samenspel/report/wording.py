"""Scores and reasons in plain Dutch sentences, for every road out: report, screen and line.

Everything here is pure: a questionnaire, an answer or a score comes in, a text or a count comes out.
"""

from datetime import date

from msgspec import Struct

from samenspel.advice import Reason
from samenspel.questionnaire.applicability import applicable_items, fill
from samenspel.questionnaire.model import DONT_KNOW, EXPERIENCE, KNOWLEDGE, MEETING, OTHER_ROLE, Item, Questionnaire
from samenspel.response import Response
from samenspel.scoring import DimensionScore, Knowledge, Scores, knowledge, strongest, weakest
from samenspel.taal import _, getal, opsomming

ROLE_CLARITY = "rol"
"""Fixed id of the dimension that role knowledge is shown beside."""

_MONTHS = (
    _("januari"),
    _("februari"),
    _("maart"),
    _("april"),
    _("mei"),
    _("juni"),
    _("juli"),
    _("augustus"),
    _("september"),
    _("oktober"),
    _("november"),
    _("december"),
)


class Unclear(Struct, frozen=True):
    """How often *weet ik niet* (``count``) was answered, ``of`` the answered statements that offer it."""

    count: int
    of: int

    @property
    def share(self) -> float:
        """The share, 0..1; 0 when nothing was answered."""
        return self.count / self.of if self.of else 0.0

    @property
    def words(self) -> str:
        """The counts and the share: *3 van de 8 keer (38 %)*."""
        return _("{aantal} van de {totaal} keer ({procent})").format(
            aantal=self.count, totaal=self.of, procent=percentage(self.share)
        )


def day(value: date) -> str:
    """Write a date in full: ``23 november 2026``."""
    return f"{value.day} {_MONTHS[value.month - 1]} {value.year}"


def percentage(share: float) -> str:
    """Write a share (0..1) as a whole percentage: ``38 %``, with a space that does not break."""
    return f"{getal(100 * share, 0)}\N{NO-BREAK SPACE}%"


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


def because(questionnaire: Questionnaire, response: Response, reason: Reason) -> str:
    """Say in one sentence which answer of this person brought an advice up."""
    if reason.item == KNOWLEDGE:
        known = knowledge(questionnaire, response)
        return "" if known is None else cards_right(known)
    if reason.item in {EXPERIENCE, MEETING}:
        context = questionnaire.asked.context
        question = context.experience if reason.item == EXPERIENCE else context.meeting
        answer = next((choice.text for choice in question.choices if choice.id == reason.answer), str(reason.answer))
        return _('U antwoordde "{antwoord}" op de vraag: "{vraag}"').format(
            antwoord=answer, vraag=fill(questionnaire, response.party, question.text)
        )
    item = questionnaire.item(reason.item)
    return _('U antwoordde "{antwoord}" bij: "{stelling}"').format(
        antwoord=answer_label(questionnaire, response.answers.get(item.id)),
        stelling=fill(questionnaire, response.party, item.text),
    )


def cards_right(known: Knowledge) -> str:
    """Say how many of the answered role-knowledge cards were right."""
    if known.of == 1:
        return _("U had de enige beantwoorde kaart goed.") if known.right else _("U had de ene kaart niet goed.")
    return _("U had {goed} van de {totaal} kaarten goed.").format(goed=known.right, totaal=known.of)


def extremes(questionnaire: Questionnaire, scores: Scores) -> tuple[str, ...]:
    """Say which dimension is strongest and which needs most, ties named as ties; without scores: say that."""
    best, worst = strongest(scores), weakest(scores)
    scored = [d for d in scores.dimensions if d.score is not None]
    if not scored:
        return (_("Er zijn nog te weinig antwoorden voor een score."),)
    if len(scored) == 1:
        return (_("Alleen {naam} heeft een score: {score}.").format(**_named(questionnaire, best)),)
    if len(best) == len(scored):
        return (_("Gelijk, met elk een {score}: {naam}.").format(**_named(questionnaire, best)),)
    return (
        (
            _("Het sterkst, gelijk met {score}: {naam}.") if len(best) > 1 else _("Het sterkst is {naam}: {score}.")
        ).format(**_named(questionnaire, best)),
        (
            _("De meeste aandacht vragen, gelijk met {score}: {naam}.")
            if len(worst) > 1
            else _("De meeste aandacht vraagt {naam}: {score}.")
        ).format(**_named(questionnaire, worst)),
    )


def bands_sentence(questionnaire: Questionnaire, scores: Scores) -> str:
    """Say the whole score chart in words: which dimensions stand in which band, lowest band first."""
    parts = [
        (band.name, [name_of(questionnaire, d) for d in scores.dimensions if d.band == band.id])
        for band in questionnaire.asked.bands
    ]
    parts.append((too_few(), [name_of(questionnaire, d) for d in scores.dimensions if d.score is None]))
    return " ".join(f"{capital(band)}: {opsomming(names)}." for band, names in parts if names)


def too_few() -> str:
    """Name the state of a dimension without a score."""
    return _("onvoldoende beantwoord")


def band_name(questionnaire: Questionnaire, score: DimensionScore) -> str:
    """Name the band of a dimension's score; without a score: *onvoldoende beantwoord*."""
    return next((band.name for band in questionnaire.asked.bands if band.id == score.band), too_few())


def name_of(questionnaire: Questionnaire, score: DimensionScore) -> str:
    """Name the dimension of a score."""
    return questionnaire.dimension(score.id).name


def unclear(questionnaire: Questionnaire, response: Response, dimension: str | None = None) -> Unclear:
    """Count *weet ik niet* in one dimension, or (None) over all applicable statements that offer it."""
    answers = [
        response.answers[item.id]
        for item in applicable_items(questionnaire, response)
        if _offers(item, dimension) and item.id in response.answers
    ]
    return Unclear(answers.count(DONT_KNOW), len(answers))


def unclear_sentences(questionnaire: Questionnaire, response: Response) -> tuple[str, ...]:
    """Name the *onduidelijkheid*, over all and per dimension, where it reaches the questionnaire's threshold."""
    asked = questionnaire.asked
    parts = [(_("Onduidelijkheid, over alles"), unclear(questionnaire, response))]
    parts += [
        (_("Onduidelijkheid bij {naam}").format(naam=d.name), unclear(questionnaire, response, d.id))
        for d in asked.dimensions
    ]
    return tuple(
        _('{waar}: u antwoordde {deel} "{antwoord}".').format(
            waar=where, deel=part.words, antwoord=asked.scale.dont_know
        )
        for where, part in parts
        if part.count and part.share >= asked.unclear_from
    )


def knowledge_sentence(questionnaire: Questionnaire, scores: Scores) -> str:
    """Set role knowledge beside role clarity, unmixed; empty when no card was answered."""
    if scores.knowledge is None:
        return ""
    known = cards_right(scores.knowledge)
    clarity = next((d for d in scores.dimensions if d.id == ROLE_CLARITY and d.score is not None), None)
    if clarity is None or clarity.score is None:
        return known
    return _("Hoe duidelijk de rollen voor u zijn: {score} ({band}). Hoeveel u van de rollen weet: {goed}").format(
        score=getal(clarity.score), band=band_name(questionnaire, clarity), goed=known[0].lower() + known[1:]
    )


def capital(text: str) -> str:
    """Begin ``text`` with a capital."""
    return text[:1].upper() + text[1:]


def _offers(item: Item, dimension: str | None) -> bool:
    return item.dont_know and dimension in {None, item.dimension}


def _named(questionnaire: Questionnaire, scores: tuple[DimensionScore, ...]) -> dict[str, str]:
    names = opsomming([name_of(questionnaire, score) for score in scores])
    return {"naam": names, "score": "" if scores[0].score is None else getal(scores[0].score)}

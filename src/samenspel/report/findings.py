"""What a person's scores come down to, in sentences: the extremes, the bands, *onduidelijkheid*, role knowledge."""

from msgspec import Struct

from samenspel.questionnaire.applicability import applicable_items
from samenspel.questionnaire.model import DONT_KNOW, Item, Questionnaire
from samenspel.report.wording import band_name, cards_right, name_of, percentage
from samenspel.response import Response
from samenspel.scoring import DimensionScore, Scores, strongest, weakest
from samenspel.taal import _, getal, opsomming

ROLE_CLARITY = "rol"
"""Fixed id of the dimension that role knowledge is shown beside."""


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


def extremes(questionnaire: Questionnaire, scores: Scores) -> tuple[str, ...]:
    """Say which dimension is strongest and which needs most, ties named as ties; without scores: say that."""
    best, worst = strongest(scores), weakest(scores)
    scored = [d for d in scores.dimensions if d.score is not None]
    if not scored:
        return (_("Er zijn nog te weinig antwoorden voor een score."),)
    if len(scored) == 1:
        return (_("Alleen {naam} heeft een score: {score}.").format(**_named(questionnaire, scores, best)),)
    if len(best) == len(scored):
        return (_("Gelijk, met elk een {score}: {naam}.").format(**_named(questionnaire, scores, best)),)
    high = _("Het hoogst, gelijk met {score}: {naam}.") if len(best) > 1 else _("Het hoogst is {naam}: {score}.")
    low = (
        _("De meeste aandacht vragen, gelijk met {score}: {naam}.")
        if len(worst) > 1
        else _("De meeste aandacht vraagt {naam}: {score}.")
    )
    return (
        high.format(**_named(questionnaire, scores, best)),
        low.format(**_named(questionnaire, scores, worst)),
    )


def bands_sentence(questionnaire: Questionnaire, scores: Scores) -> str:
    """Say the whole score chart in words: which dimensions stand in which band, lowest band first."""
    parts = [
        (band.name, [name_of(questionnaire, d) for d in scores.dimensions if d.band == band.id])
        for band in questionnaire.asked.bands
    ]
    none = _("geen score (te weinig antwoorden van 1 tot 5)")
    parts.append((none, [name_of(questionnaire, d) for d in scores.dimensions if d.score is None]))
    # The name of a band is the questionnaire's, and has no plural: it stands behind what it is about.
    return " ".join(f"{opsomming(names)}: {band}." for band, names in parts if names)


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
    whole = unclear(questionnaire, response)
    parts = [
        _("{onderdeel} ({aantal} van de {totaal} keer)").format(
            onderdeel=dimension.name, aantal=part.count, totaal=part.of
        )
        for dimension in asked.dimensions
        if _is_much(part := unclear(questionnaire, response, dimension.id), asked.unclear_from)
    ]
    sentences = []
    if _is_much(whole, asked.unclear_from):
        sentences.append(
            _("Onduidelijkheid: u antwoordde in totaal {deel} ‘{antwoord}’.").format(
                deel=whole.words, antwoord=asked.scale.dont_know
            )
        )
    if parts and sentences:
        sentences.append(_("Dat is vooral bij {onderdelen}.").format(onderdelen=opsomming(parts)))
    elif parts:
        sentences.append(
            _("Onduidelijkheid: u antwoordde vaak ‘{antwoord}’ bij {onderdelen}.").format(
                antwoord=asked.scale.dont_know, onderdelen=opsomming(parts)
            )
        )
    return tuple(sentences)


def _is_much(part: Unclear, edge: float) -> bool:
    return part.count > 0 and part.share >= edge


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


def _named(questionnaire: Questionnaire, scores: Scores, named: tuple[DimensionScore, ...]) -> dict[str, str]:
    """Return the names of equal scores and their figure, in as many decimals as set it apart from the others."""
    value = named[0].score or 0.0
    others = [d.score for d in scores.dimensions if d.score is not None and d.score != value]
    decimals = 2 if getal(value) in map(getal, others) else 1
    names = opsomming([name_of(questionnaire, score) for score in named])
    return {"naam": names, "score": getal(value, decimals)}


def _offers(item: Item, dimension: str | None) -> bool:
    return item.dont_know and dimension in {None, item.dimension}

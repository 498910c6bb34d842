"""The picture: dimensions side by side, strongest and most in need, *onduidelijkheid* and role knowledge.

There is no overall grade, on purpose: six dimensions side by side say what one number would hide.
"""

from msgspec import Struct

from samenspel.questionnaire.applicability import applicable_items, fill
from samenspel.questionnaire.model import DONT_KNOW, Item, Questionnaire
from samenspel.report import wording
from samenspel.report.document import Block, Notice, Paragraph, ScoreChart, ScoreRow, ShareChart, Table
from samenspel.report.personal.change import Previous, comparable_scores
from samenspel.response import Response
from samenspel.scoring import DimensionScore, Knowledge, Scores, score, strongest, weakest
from samenspel.taal import _, getal, opsomming


def picture(questionnaire: Questionnaire, response: Response, previous: Previous | None = None) -> tuple[Block, ...]:
    """Tell how this person sees the collaboration, with the previous time as hollow dots."""
    scores = score(questionnaire, response)
    return (
        score_chart(questionnaire, response, scores, previous),
        Paragraph(" ".join(extremes(questionnaire, scores))),
        *unclear_notice(questionnaire, response),
        *knowledge_chart(questionnaire, scores),
    )


def score_chart(
    questionnaire: Questionnaire, response: Response, scores: Scores, previous: Previous | None = None
) -> ScoreChart:
    """Return the dimensions as dots on the 1-5 axis, *weet ik niet* beside them."""
    before = {} if previous is None else comparable_scores(questionnaire, response, previous)
    return ScoreChart(
        title=_("Uw score per onderdeel"),
        sentence=bands_sentence(questionnaire, scores),
        rows=tuple(
            ScoreRow(
                label=wording.name_of(questionnaire, one),
                value=one.score,
                previous=before.get(one.id),
                band=wording.band_name(questionnaire, one),
                remark=_remark(questionnaire, response, one),
                counted=_counted(questionnaire, response, one),
            )
            for one in scores.dimensions
        ),
        bands=tuple((band.from_, band.name) for band in questionnaire.asked.bands),
        counts=_("weet ik niet"),
    )


def _remark(questionnaire: Questionnaire, response: Response, one: DimensionScore) -> str:
    if one.score is None:
        return _("te weinig antwoorden van 1 tot 5: {aantal} van {totaal}").format(
            aantal=one.scored, totaal=one.applicable
        )
    counted = _counted(questionnaire, response, one)
    return _("weet ik niet: {aantal}").format(aantal=counted) if counted else ""


def _counted(questionnaire: Questionnaire, response: Response, one: DimensionScore) -> str:
    found = unclear(questionnaire, response, one.id)
    if one.score is None or not found.count:
        return ""
    return _("{aantal} van {totaal}").format(aantal=found.count, totaal=found.of)


def unclear_notice(questionnaire: Questionnaire, response: Response) -> tuple[Block, ...]:
    """Name the *onduidelijkheid* where it is much, and say what it is worth."""
    sentences = unclear_sentences(questionnaire, response)
    if not sentences:
        return ()
    meaning = _("Hier is nog niet alles duidelijk: vraag ernaar of praat erover.")
    return (Notice(" ".join((*sentences, meaning))),)


def knowledge_chart(questionnaire: Questionnaire, scores: Scores) -> tuple[Block, ...]:
    """Draw role knowledge, and set it beside role clarity; nothing when no card was answered."""
    known = scores.knowledge
    if known is None:
        return ()
    return (
        ShareChart(
            title=_("Rolkennis naast rolduidelijkheid"),
            sentence=knowledge_sentence(questionnaire, scores),
            rows=_knowledge_rows(known),
        ),
        Paragraph(
            _("Rolduidelijkheid is hoe u het ziet. Rolkennis is wat u weet. U kunt ze niet bij elkaar optellen.")
        ),
    )


def _knowledge_rows(known: Knowledge) -> tuple[tuple[str, int, int], ...]:
    return (
        (_("goed"), known.right, known.of),
        (_("niet goed"), known.of - known.right - known.unknown, known.of),
        (_("weet ik niet"), known.unknown, known.of),
    )


def meanings(questionnaire: Questionnaire, response: Response) -> Table:
    """Explain what each dimension is about: below the picture on the screen, at the back on paper."""
    return Table(
        title=_("Wat de onderdelen betekenen"),
        head=(_("onderdeel"), _("betekenis")),
        rows=tuple(
            (dimension.name, fill(questionnaire, response.party, dimension.help))
            for dimension in questionnaire.asked.dimensions
        ),
        widths=(2, 9),
    )


# What the scores come down to, in sentences. ------------------------------------------------------------------------


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
            aantal=self.count, totaal=self.of, procent=wording.percentage(self.share)
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
    if worst[0].band == questionnaire.asked.bands[-1].id:  # what goes well asks for nothing
        low = _("Het laagst, gelijk met {score}: {naam}.") if len(worst) > 1 else _("Het laagst is {naam}: {score}.")
    elif len(worst) > 1:
        low = _("De meeste aandacht vragen, gelijk met {score}: {naam}.")
    else:
        low = _("De meeste aandacht vraagt {naam}: {score}.")
    return (
        high.format(**_named(questionnaire, scores, best)),
        low.format(**_named(questionnaire, scores, worst)),
    )


def bands_sentence(questionnaire: Questionnaire, scores: Scores) -> str:
    """Say the whole score chart in words: which dimensions stand in which band, lowest band first, and what that is."""
    parts = [
        (band.name, [wording.name_of(questionnaire, d) for d in scores.dimensions if d.band == band.id])
        for band in questionnaire.asked.bands
    ]
    none = _("geen score (te weinig antwoorden van 1 tot 5)")
    parts.append((none, [wording.name_of(questionnaire, d) for d in scores.dimensions if d.score is None]))
    # The name of a band is the questionnaire's, and has no plural: it stands behind what it is about.
    every = _("Alle onderdelen") if len(scores.dimensions) > 1 else ""
    told = [
        f"{every if every and len(names) == len(scores.dimensions) else opsomming(names)}: {band}."
        for band, names in parts
        if names
    ]
    if meaning := lowest_band(questionnaire, scores):
        told.insert(1, meaning)
    return " ".join(told)


def lowest_band(questionnaire: Questionnaire, scores: Scores) -> str:
    """Say in a sentence what the name of the lowest band means; empty where no dimension has it."""
    lowest = questionnaire.asked.bands[0]
    if not lowest.help or len(questionnaire.asked.bands) == 1 or all(d.band != lowest.id for d in scores.dimensions):
        return ""
    meaning, *_more = lowest.help.split(". ")  # one sentence: the whole stands on one page with the picture
    name, meaning = lowest.name[0].upper() + lowest.name[1:], meaning[0].lower() + meaning[1:].rstrip(".")
    return _("‘{band}’ betekent: {uitleg}.").format(band=name, uitleg=meaning)


def unclear(questionnaire: Questionnaire, response: Response, dimension: str | None = None) -> Unclear:
    """Count *weet ik niet* in one dimension, or (None) over all applicable statements that offer it."""
    answers = [
        response.answers[item.id]
        for item in applicable_items(questionnaire, response)
        if _offers(item, dimension) and item.id in response.answers
    ]
    return Unclear(answers.count(DONT_KNOW), len(answers))


def unclear_sentences(questionnaire: Questionnaire, response: Response) -> tuple[str, ...]:
    """Name the *onduidelijkheid*, over all and per dimension: from two answers and the questionnaire's share on."""
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
    if sentences and len(parts) == len(asked.dimensions):
        sentences.append(_("Dat is bij elk onderdeel."))
    elif parts and sentences:
        sentences.append(_("Dat is vooral bij {onderdelen}.").format(onderdelen=opsomming(parts)))
    elif parts:
        sentences.append(
            _("Onduidelijkheid: u antwoordde vaak ‘{antwoord}’ bij {onderdelen}.").format(
                antwoord=asked.scale.dont_know, onderdelen=opsomming(parts)
            )
        )
    return tuple(sentences)


AT_LEAST = 2
"""One *weet ik niet* says nothing of a dimension: *onduidelijkheid* is named from this many on."""


def _is_much(part: Unclear, edge: float) -> bool:
    return part.count >= AT_LEAST and part.share >= edge


def knowledge_sentence(questionnaire: Questionnaire, scores: Scores) -> str:
    """Set role knowledge beside role clarity, unmixed; empty when no card was answered."""
    if scores.knowledge is None:
        return ""
    known = wording.cards_right(scores.knowledge)
    beside = questionnaire.asked.role_clarity
    clarity = next((d for d in scores.dimensions if beside is not None and d.id == beside.id), None)
    if clarity is None or clarity.score is None:
        return known
    return _("Hoe duidelijk de rollen voor u zijn: {score} ({band}). Hoeveel u van de rollen weet: {goed}").format(
        score=getal(clarity.score), band=wording.band_name(questionnaire, clarity), goed=known[0].lower() + known[1:]
    )


def _named(questionnaire: Questionnaire, scores: Scores, named: tuple[DimensionScore, ...]) -> dict[str, str]:
    """Return the names of equal scores and their figure, in as many decimals as set it apart from the others."""
    value = named[0].score or 0.0
    others = [d.score for d in scores.dimensions if d.score is not None and d.score != value]
    decimals = 2 if getal(value) in map(getal, others) else 1
    names = opsomming([wording.name_of(questionnaire, score) for score in named])
    return {"naam": names, "score": getal(value, decimals)}


def _offers(item: Item, dimension: str | None) -> bool:
    return item.dont_know and dimension in {None, item.dimension}

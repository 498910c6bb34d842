"""The picture: dimensions side by side, strongest and most in need, *onduidelijkheid*, role knowledge.

There is no overall grade, on purpose: six dimensions side by side say what one number would hide.
"""

from samenspel.questionnaire.applicability import fill
from samenspel.questionnaire.model import Questionnaire
from samenspel.report import findings, wording
from samenspel.report.comparison import Previous, previous_scores
from samenspel.report.document import Block, Notice, Paragraph, ScoreChart, ScoreRow, ShareChart, Table
from samenspel.response import Response
from samenspel.scoring import DimensionScore, Knowledge, Scores, score
from samenspel.taal import _


def picture(questionnaire: Questionnaire, response: Response, previous: Previous | None = None) -> tuple[Block, ...]:
    """Tell how this person sees the collaboration, with the previous time as hollow dots."""
    scores = score(questionnaire, response)
    return (
        score_chart(questionnaire, response, scores, previous),
        Paragraph(" ".join(findings.extremes(questionnaire, scores))),
        *_unclear(questionnaire, response),
        *_knowledge(questionnaire, scores),
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


def score_chart(
    questionnaire: Questionnaire, response: Response, scores: Scores, previous: Previous | None = None
) -> ScoreChart:
    """Return the dimensions as dots on the 1-5 axis, *weet ik niet* beside them."""
    before = {} if previous is None else previous_scores(previous)
    return ScoreChart(
        title=_("Uw score per onderdeel"),
        sentence=findings.bands_sentence(questionnaire, scores),
        rows=tuple(
            ScoreRow(
                label=wording.name_of(questionnaire, one),
                value=one.score,
                previous=before.get(one.id),
                band=wording.band_name(questionnaire, one),
                remark=_remark(questionnaire, response, one),
            )
            for one in scores.dimensions
        ),
        bands=tuple((band.from_, band.name) for band in questionnaire.asked.bands),
    )


def _remark(questionnaire: Questionnaire, response: Response, one: DimensionScore) -> str:
    if one.score is None:
        return _("te weinig antwoorden van 1 tot 5: {aantal} van {totaal}").format(
            aantal=one.scored, totaal=one.applicable
        )
    unclear = findings.unclear(questionnaire, response, one.id)
    if not unclear.count:
        return ""
    return _("weet ik niet: {aantal} van {totaal}").format(aantal=unclear.count, totaal=unclear.of)


def _unclear(questionnaire: Questionnaire, response: Response) -> tuple[Block, ...]:
    sentences = findings.unclear_sentences(questionnaire, response)
    if not sentences:
        return ()
    meaning = _("Ook dat zegt iets: hier is nog niet alles duidelijk. Vraag ernaar of praat erover.")
    return (Notice(" ".join((*sentences, meaning))),)


def _knowledge(questionnaire: Questionnaire, scores: Scores) -> tuple[Block, ...]:
    known = scores.knowledge
    if known is None:
        return ()
    return (
        ShareChart(
            title=_("Rolkennis naast rolduidelijkheid"),
            sentence=findings.knowledge_sentence(questionnaire, scores),
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

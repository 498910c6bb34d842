"""The scores of the fictional team that a room plays with, as a chart: each with how it began."""

from samenspel.presenting.play import Picture
from samenspel.questionnaire.model import Questionnaire
from samenspel.report import wording
from samenspel.report.document import ScoreChart, ScoreRow


def team_chart(questionnaire: Questionnaire, now: Picture, before: Picture) -> ScoreChart:
    """Return how the team stands now, and where it was before."""
    began = {one.id: one.score for one in before.scores.dimensions}
    return ScoreChart(
        title="",
        sentence="",
        rows=tuple(
            ScoreRow(
                label=wording.name_of(questionnaire, one),
                value=one.score,
                previous=began[one.id],
                band=wording.band_name(questionnaire, one),
            )
            for one in now.scores.dimensions
        ),
        bands=tuple((band.from_, band.name) for band in questionnaire.asked.bands),
    )

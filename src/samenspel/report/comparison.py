"""Now beside the previous time, dimension by dimension: described, not tested."""

from datetime import date

from msgspec import Struct

from samenspel.questionnaire.model import Questionnaire
from samenspel.report import wording
from samenspel.report.document import Block, Paragraph, Table
from samenspel.response import Response
from samenspel.scoring import DimensionScore, score
from samenspel.taal import _, datum, getal


class Previous(Struct, frozen=True):
    """The self-test before this one: its answers, the questionnaire as it was then, and its date."""

    response: Response
    questionnaire: Questionnaire
    date: date


def previous_scores(previous: Previous) -> dict[str, float]:
    """Return the scores of the previous time, by dimension id; dimensions without a score are left out."""
    return {d.id: d.score for d in score(previous.questionnaire, previous.response).dimensions if d.score is not None}


def comparison(questionnaire: Questionnaire, response: Response, previous: Previous) -> tuple[Block, ...]:
    """Set each dimension beside the previous time, and say what makes the two hard to compare."""
    before = previous_scores(previous)
    rows = tuple(
        (wording.name_of(questionnaire, now), _figure(before.get(now.id)), _figure(now.score), _change(before, now))
        for now in score(questionnaire, response).dimensions
    )
    table = Table(
        title=_("Vergelijking met {datum}").format(datum=datum(previous.date)),
        head=(_("onderdeel"), _("vorige keer"), _("nu"), _("verschil")),
        rows=rows,
        widths=(5, 2, 2, 4),
    )
    caution = _("Kleine verschillen zeggen weinig: uw antwoord kan per dag anders zijn.")
    return (table, Paragraph(" ".join((caution, *_differences(questionnaire, response, previous)))))


def _figure(value: float | None) -> str:
    return "–" if value is None else getal(value)


def _change(before: dict[str, float], now: DimensionScore) -> str:
    if now.score is None or now.id not in before:
        return _("niet te vergelijken")
    # Of the figures as printed: a reader who subtracts finds the same.
    difference = round(round(now.score, 1) - round(before[now.id], 1), 1)
    if not difference:
        return _("gelijk gebleven")
    return (_("{verschil} hoger") if difference > 0 else _("{verschil} lager")).format(verschil=getal(abs(difference)))


def _differences(questionnaire: Questionnaire, response: Response, previous: Previous) -> list[str]:
    found = []
    if previous.questionnaire.hash != questionnaire.hash:
        found.append(_("De vragenlijst is intussen veranderd. Vergelijk daarom voorzichtig."))
    if previous.response.form != response.form:
        found.append(
            _("De ene keer vulde u de korte vorm in, de andere keer de volledige. Vergelijk daarom voorzichtig.")
        )
    if previous.response.party != response.party:
        found.append(_("U koos toen een andere partij."))
    return found

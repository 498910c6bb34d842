"""Whether a filled-in form belongs to the questionnaire: what it says of itself, and whether all of it is there."""

from collections.abc import Collection
from typing import get_args

from samenspel.answering import allowed
from samenspel.exchange.filled_places import places
from samenspel.exchange.given import shown
from samenspel.exchange.pdf_fields import Fields, PdfError
from samenspel.questionnaire.model import Questionnaire
from samenspel.report import sheet_fields as names
from samenspel.report.sheet import Sheet
from samenspel.report.sheet_blocks import paper_sheet
from samenspel.response import Form
from samenspel.taal import _, meervoud
from samenspel.walk import Step

_REMEDY = _("Neem het formulier en de vragenlijst die bij elkaar horen.")
_OTHER = _("Gebruik daarvoor: --vragenlijst {id}")


def check_marks(fields: Fields, questionnaire: Questionnaire, others: Collection[str] = ()) -> Sheet:
    """Make sure that these are the fields of a form of ours, for this questionnaire, and return that form.

    Args:
        fields: what was read.
        questionnaire: what the form should answer.
        others: ids of the questionnaires that may be asked for instead.

    Raises:
        PdfError: it says what they are instead.
    """
    kind, asked, version, asks, form, party = (
        " ".join(fields.get(name, ())) for name in names.marks(questionnaire, "", "")
    )
    if not kind or not asked:
        raise PdfError(_("dit is een ander formulier, niet een van samenspel."))
    if kind != names.SCHEMA:
        raise PdfError(
            _("dit formulier is gemaakt met een andere versie van samenspel. Werk samenspel bij."), ours=True
        )
    if asked != questionnaire.id:
        text = _("dit formulier hoort bij de vragenlijst ‘{hun}’ (versie {versie}), niet bij ‘{ons}’.")
        remedy = _OTHER.format(id=asked) if asked in others else _REMEDY
        raise PdfError(
            f"{text.format(hun=shown(asked), versie=shown(version), ons=questionnaire.id)} {remedy}", ours=True
        )
    if version != questionnaire.version:
        text = _("dit formulier hoort bij versie {hun} van de vragenlijst, niet bij versie {ons}.")
        raise PdfError(f"{text.format(hun=shown(version), ons=questionnaire.version)} {_REMEDY}", ours=True)
    if asks != names.fingerprint(questionnaire):
        text = _("dit formulier stelt andere vragen dan de vragenlijst, al is het versienummer hetzelfde.")
        raise PdfError(f"{text} {_REMEDY}", ours=True)
    if form not in get_args(Form) or (party and party not in allowed(questionnaire, Step("party"))):
        raise PdfError(_("in dit formulier is veranderd voor wie het is. Neem een nieuw formulier."), ours=True)
    sheet = paper_sheet(questionnaire, "kort" if form == "kort" else "volledig", party)
    if missing := sorted(sheet.names() - fields.keys()):
        text = meervoud(
            "in dit formulier ontbreekt een veld: {eerste}. Is er een bladzijde uit gehaald?",
            "in dit formulier ontbreken {n} velden, zoals {eerste}. Is er een bladzijde uit gehaald?",
            len(missing),
        )
        first = places(questionnaire, sheet).get(missing[0], missing[0])
        raise PdfError(text.format(n=len(missing), eerste=first), ours=True)
    return sheet

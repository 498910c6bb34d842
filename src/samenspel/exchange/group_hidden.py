"""What of a wave is hidden, and why, as a typed table."""

from samenspel.exchange.sheets import Sheet
from samenspel.group.released import Released, Suppressed
from samenspel.questionnaire.model import OTHER_ROLE, Questionnaire
from samenspel.report import group_words as words
from samenspel.taal import _


def suppressed(questionnaire: Questionnaire, released: Released) -> Sheet:
    """Return what is hidden, and why."""
    rows = tuple(
        (
            _kind(one),
            one.id,
            _name(questionnaire, one),
            _party(questionnaire, one),
            one.why,
            _why(one, released.minimum),
        )
        for one in released.suppressed
    )
    return Sheet(
        "verborgen",
        (_("wat"), _("id"), _("naam"), _("van wie"), _("code"), _("reden")),
        rows,
        (
            _("groep, partij, onderdeel, stelling, of het aandeel weet ik niet van een onderdeel."),
            _("Vaste naam van het onderdeel of de stelling."),
            _("Naam van het onderdeel of de stelling."),
            _("De partij van wie het cijfer verborgen is, of de hele groep."),
            _("minimum, complementary, other-role of unanimous."),
            _("De code in woorden."),
        ),
    )


def _kind(one: Suppressed) -> str:
    return {
        "group": _("groep"),
        "party": _("partij"),
        "dimension": _("onderdeel"),
        "item": _("stelling"),
        "unclear": _("aandeel weet ik niet"),
    }[one.what]


def _name(questionnaire: Questionnaire, one: Suppressed) -> str | None:
    if one.id is None or one.what == "group":
        return None
    if one.what == "party":
        return questionnaire.asked.context.other_role if one.id == OTHER_ROLE else questionnaire.party(one.id).plural
    if one.what in {"dimension", "unclear"}:
        return questionnaire.dimension(one.id).name
    return words.statement(questionnaire, questionnaire.item(one.id))


def _party(questionnaire: Questionnaire, one: Suppressed) -> str:
    if one.party is None:
        return words.the_group()
    return questionnaire.asked.context.other_role if one.party == OTHER_ROLE else questionnaire.party(one.party).plural


def _why(one: Suppressed, minimum: int) -> str:
    return {
        "minimum": _("minder dan {k} mensen").format(k=minimum),
        "complementary": _("een andere groep is te klein, en was anders uit te rekenen"),
        "other-role": _("minder dan {k} mensen met een andere rol: zij tellen niet mee").format(k=minimum),
        "unanimous": _("bijna iedereen gaf hetzelfde antwoord: geen aantallen"),
    }[one.why]

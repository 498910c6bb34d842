"""The statements that stand out, over all dimensions: the same on the screen of the workshop and in the report.

All of them were asked of both parties: a list is for a room that talks about it together.
"""

from samenspel.group.agreement import AGREED, DIVIDED
from samenspel.group.released import Released, ReleasedItem
from samenspel.questionnaire.model import Questionnaire
from samenspel.report.document import Block, GapChart, Heading, Paragraph
from samenspel.report.group_items import item_chart, of_both
from samenspel.report.group_order import DECIMALS, having
from samenspel.report.group_words import Order
from samenspel.taal import _

SHOWN = 5
"""How many statements a list holds at most."""
_TITLES: dict[Order, str] = {
    "laagste": _("De laagste cijfers"),
    "verschil": _("De grootste verschillen tussen de partijen"),
    "verdeeldheid": _("De meeste verdeeldheid"),
}
_SAID: dict[Order, str] = {
    "laagste": _("Deze stellingen scoren het laagst."),
    "verschil": _("Hier zien de partijen het meest verschillend."),
    "verdeeldheid": _("Hier lopen de antwoorden het meest uiteen."),
}
_NONE: dict[Order, str] = {
    "laagste": _("Er zijn te weinig antwoorden om dit te laten zien."),
    "verschil": _("Er is geen verschil tussen de partijen te laten zien."),
    "verdeeldheid": _("Er is geen verdeeldheid te laten zien."),
}


def striking_items(questionnaire: Questionnaire, released: Released, order: Order) -> tuple[ReleasedItem, ...]:
    """Return the statements to talk about: the lowest means, the largest gaps, or the lowest r_wg; maybe none."""
    found = having([one for one in released.items if of_both(questionnaire, one)], order)
    if order == "verschil":
        found = tuple(one for one in found if one.gap)
    if order == "verdeeldheid":
        found = tuple(one for one in found if one.rwg is not None and one.rwg < 1)
    return found[:SHOWN]


def strongest_items(questionnaire: Questionnaire, released: Released) -> tuple[ReleasedItem, ...]:
    """Return the statements with the highest means, without those on which the group is divided: no mean hides a split.

    Left out is what is *sterk verdeeld*, and what stands among the most divided without being *eens*.
    """
    divided = {one.id for one in striking_items(questionnaire, released, "verdeeldheid") if not _from(one, AGREED)}
    shown = [one for one in released.items if of_both(questionnaire, one) and one.mean is not None]
    found = [one for one in shown if _from(one, DIVIDED) and one.id not in divided]
    return tuple(sorted(found, key=lambda one: -round(one.mean or 0.0, DECIMALS))[:SHOWN])


def striking_chart(questionnaire: Questionnaire, released: Released, order: Order) -> GapChart:
    """Return a chart of the statements of :func:`striking_items`; one without rows says that there are none."""
    found = striking_items(questionnaire, released, order)
    return item_chart(questionnaire, released, found, _TITLES[order], (_SAID if found else _NONE)[order])


def largest_gaps(questionnaire: Questionnaire, released: Released) -> tuple[Block, ...]:
    """Tell the statements on which the parties differ most."""
    return _told(striking_chart(questionnaire, released, "verschil"))


def most_divided(questionnaire: Questionnaire, released: Released) -> tuple[Block, ...]:
    """Tell the statements on which the group agrees least."""
    return _told(striking_chart(questionnaire, released, "verdeeldheid"))


def strongest(questionnaire: Questionnaire, released: Released) -> tuple[Block, ...]:
    """Tell the statements that score high, and on which the group is not divided."""
    found = strongest_items(questionnaire, released)
    title = _("De sterkste punten")
    if not found:
        anything = any(one.mean is not None for one in released.items)
        none = _("Bij elke stelling lopen de antwoorden ver uiteen.") if anything else _NONE["laagste"]
        return (Heading(3, title), Paragraph(none))
    good = all((one.mean or 0.0) >= questionnaire.asked.bands[-1].from_ for one in found)
    said = _("Dit gaat al goed. Houd het vast.") if good else _("Deze stellingen scoren het hoogst.")
    return (item_chart(questionnaire, released, found, title, f"{said} {without_divided()}"),)


def without_divided() -> str:
    """Say what is left out of the strongest."""
    return _("Bij de sterkste punten staan geen stellingen met veel verdeeldheid.")


def _told(chart: GapChart) -> tuple[Block, ...]:
    return (chart,) if chart.rows else (Heading(3, chart.title), Paragraph(chart.sentence))


def _from(one: ReleasedItem, least: float) -> bool:
    return one.nearly_all is not None or one.rwg is None or one.rwg >= least

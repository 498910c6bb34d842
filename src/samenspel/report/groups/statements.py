"""Statement by statement: how the parties compare, how the answers are spread, and which statements stand out."""

from collections.abc import Sequence

from msgspec.structs import replace

from samenspel.group.model import Order, Released, ReleasedItem
from samenspel.questionnaire.applicability import ordered_items as in_order
from samenspel.questionnaire.citing import with_source
from samenspel.questionnaire.model import Questionnaire
from samenspel.report import wording
from samenspel.report.document import Block, GapChart, GapRow, Heading, Paragraph, SpreadChart, SpreadRow
from samenspel.report.groups import words
from samenspel.report.groups.words import LARGE_SPREAD, SMALL_SPREAD, having, ordered
from samenspel.taal import _, getal, opsomming


def items_by(questionnaire: Questionnaire, released: Released, order: Order) -> tuple[ReleasedItem, ...]:
    """Return all statements, sorted: first those asked of both parties, which the room can talk about together.

    Of each of the two kinds, what cannot be sorted comes last, in the questionnaire's order.
    """
    places = {item.id: place for place, item in enumerate(in_order(questionnaire))}
    found = ordered(sorted(released.items, key=lambda one: places[one.id]), order)
    return tuple(sorted(found, key=lambda one: not of_both(questionnaire, one)))


def of_both(questionnaire: Questionnaire, one: ReleasedItem) -> bool:
    """Say whether a statement was asked of both parties, so that they can talk about it together."""
    return not words.asked_only_of(questionnaire, questionnaire.item(one.id))


def item_chart(
    questionnaire: Questionnaire, released: Released, items: Sequence[ReleasedItem], title: str, sentence: str
) -> GapChart:
    """Return statements with both parties on one line, in the order given."""
    return GapChart(
        title=title,
        sentence=sentence,
        sides=words.sides(questionnaire),
        rows=tuple(_row(questionnaire, released, one) for one in items),
        whole=words.the_group(),
    )


def spread_chart(questionnaire: Questionnaire, released: Released, dimension: str) -> SpreadChart:
    """Return how the answers to the statements of a dimension are spread, *weet ik niet* among them."""
    inside = {item.id for item in questionnaire.asked.items if item.dimension == dimension}
    found = [one for one in released.items if one.id in inside]
    return _spread(questionnaire, released, questionnaire.dimension(dimension).name, found)


def item_detail(questionnaire: Questionnaire, released: Released, item_id: str) -> tuple[Block, ...]:
    """Open one statement: the parties, how the answers are spread, a question to discuss, the study's figure.

    Raises KeyError when the questionnaire has no such statement.
    """
    item = questionnaire.item(item_id)
    one = next(found for found in released.items if found.id == item_id)
    text = words.statement(questionnaire, item)
    row = _row(questionnaire, released, one)
    sentence = row.gap or _("Het verschil tussen de partijen is niet te laten zien.")
    if only := words.asked_only_of(questionnaire, item):
        sentence = _("Deze stelling is alleen aan {partij} gesteld.").format(partij=only)
    parties = GapChart(
        title=_("De partijen naast elkaar"),
        sentence=sentence,
        sides=words.sides(questionnaire),
        rows=(replace(row, label=_("Gemiddelde"), gap=""),),
        whole="" if only else words.the_group(),
    )
    spread = _spread(questionnaire, released, _("Hoe de antwoorden zijn verdeeld"), [one])
    spread = replace(spread, rows=tuple(replace(found, label=_("Antwoorden")) for found in spread.rows))
    found = with_source(questionnaire, words.filled(questionnaire, item.study))
    study = (Paragraph(found, small=True),) if found else ()
    return (
        Heading(2, text),
        parties,
        spread,
        Heading(3, _("Om over te praten")),
        Paragraph(words.filled(questionnaire, item.discussion)),
        *study,
    )


def in_words(questionnaire: Questionnaire, released: Released, one: ReleasedItem) -> str:
    """Say what may be said of one statement for all who were asked: mean and spread, or why there is none."""
    if one.mean is None and one.nearly_all is None:
        return words.why_hidden(questionnaire, released, one.id, None)
    if one.nearly_all is not None:
        label = wording.answer_label(questionnaire, one.nearly_all)
        said = _("bijna iedereen antwoordde ‘{antwoord}’").format(antwoord=label)
    else:
        parts = [_("gemiddeld {score}").format(score=getal(one.mean or 0.0)), words.spread(one.sd)]
        said = " · ".join(part for part in parts if part)
    return words.of_whom(questionnaire, questionnaire.item(one.id), said)


def _row(questionnaire: Questionnaire, released: Released, one: ReleasedItem) -> GapRow:
    values, hidden = words.on_the_line(questionnaire, released, one)
    return GapRow(
        label=words.statement(questionnaire, questionnaire.item(one.id)),
        values=values,
        hidden=hidden,
        whole=one.mean if of_both(questionnaire, one) else None,
        gap=words.gap(questionnaire, one),
        remark=_remark(questionnaire, released, one),
    )


def _remark(questionnaire: Questionnaire, released: Released, one: ReleasedItem) -> str:
    if one.nearly_all is not None or one.mean is None:
        return in_words(questionnaire, released, one)
    return words.spread(one.sd)


def _spread(questionnaire: Questionnaire, released: Released, title: str, items: Sequence[ReleasedItem]) -> SpreadChart:
    asked = questionnaire.asked
    rows = tuple(
        SpreadRow(
            label=words.statement(questionnaire, questionnaire.item(one.id)),
            counts=one.counts if one.nearly_all is None else None,
            unknown=(one.unknown or 0) if one.nearly_all is None and one.counts is not None else 0,
            words=in_words(questionnaire, released, one),
        )
        for one in items
    )
    return SpreadChart(
        title=title,
        sentence=_spread_sentence(questionnaire, items),
        rows=rows,
        labels=asked.scale.labels,
        dont_know=asked.scale.dont_know,
    )


def _spread_sentence(questionnaire: Questionnaire, items: Sequence[ReleasedItem]) -> str:
    shown = having([one for one in items if one.nearly_all is None], "verdeeldheid")
    if not shown:
        return _("Hier is geen verdeling te laten zien.")
    if len(items) == 1:
        return _("Links van het midden staat oneens, rechts eens.")
    # The room talks about it as one group, so a statement that both were asked goes before one for a single party.
    both = [one for one in shown if of_both(questionnaire, one)]
    told = [] if len(both) in {0, len(shown)} else [_("Dit gaat over de stellingen voor beide partijen.")]
    among = both or shown
    most = [one for one in among if one.sd == among[0].sd]
    if len(most) == len(among) > 1:
        said = _("De antwoorden lopen bij elke stelling even ver uiteen.")
    elif len(most) > _MOST_NAMED:
        said = _("De antwoorden lopen het meest uiteen bij {n} stellingen, daar even ver.").format(n=len(most))
    else:
        names = [
            _("‘{stelling}’").format(stelling=words.statement(questionnaire, questionnaire.item(one.id)))
            for one in most
        ]
        said = _("De antwoorden lopen het meest uiteen bij: {stellingen}").format(stellingen=opsomming(names))
    return " ".join([said, *told])


_MOST_NAMED = 2
"""Statements whose answers spread as far as each other are named up to so many; more are only counted."""


# The statements that stand out, over all dimensions. -------------------------------------------------------------
# All of them were asked of both parties: a list is for a room that talks about it together.

SHOWN = 5
"""How many statements a list holds at most."""
_TITLES: dict[Order, str] = {
    "laagste": _("De laagste cijfers"),
    "verschil": _("De grootste verschillen tussen de partijen"),
    "verdeeldheid": _("De meeste verdeeldheid"),
}
_SAID: dict[Order, str] = {
    "laagste": _("Deze stellingen scoren het laagst van wat aan beide partijen is gevraagd en te zien is."),
    "verschil": _("Hier zien de partijen het meest verschillend."),
    "verdeeldheid": _("Hier lopen de antwoorden het meest uiteen, van wat aan beide partijen is gevraagd."),
}
_NONE: dict[Order, str] = {
    "laagste": _("Er zijn te weinig antwoorden om dit te laten zien."),
    "verschil": _("Er is geen verschil tussen de partijen te laten zien."),
    "verdeeldheid": _("Er is geen verdeeldheid te laten zien."),
}


def striking_items(questionnaire: Questionnaire, released: Released, order: Order) -> tuple[ReleasedItem, ...]:
    """Return the statements to talk about: the lowest means, the largest gaps, or the most spread; maybe none."""
    found = having([one for one in released.items if of_both(questionnaire, one)], order)
    if order == "verschil":
        found = tuple(one for one in found if one.gap)
    if order == "verdeeldheid":
        found = tuple(one for one in found if one.sd)
    return found[:SHOWN]


def strongest_items(questionnaire: Questionnaire, released: Released) -> tuple[ReleasedItem, ...]:
    """Return what goes well: the highest means from the highest band on, as shown, of which :func:`strong_from` tells.

    Left out is what hides a split: a large spread, a clear difference between the parties, and what stands among the
    most divided without a small spread. So is what cannot be a strong point (``strength`` is false).
    """
    least = questionnaire.asked.bands[-1].from_
    divided = {
        one.id for one in striking_items(questionnaire, released, "verdeeldheid") if not _below(one, SMALL_SPREAD)
    }
    found = [
        one
        for one in released.items
        if of_both(questionnaire, one) and questionnaire.item(one.id).strength
        if one.mean is not None and one.mean >= least and one.difference != "duidelijk"
        if _below(one, LARGE_SPREAD) and one.id not in divided
    ]
    return tuple(sorted(found, key=lambda one: -one.ranks["laagste"])[:SHOWN])


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
    """Tell what goes well, if anything does; the most divided statements are told before it."""
    found = strongest_items(questionnaire, released)
    title = _("De sterkste punten")
    if found:
        return (item_chart(questionnaire, released, found, title, strong_from(questionnaire, found)),)
    anything = any(one.mean is not None for one in released.items)
    none = strong_from(questionnaire, found) if anything else _NONE["laagste"]
    return (Heading(3, title), Paragraph(none))


def no_strong_point(released: Released) -> str:
    """Say in a sentence that nothing is among the strongest: no statement is strong enough, or none can be shown."""
    if any(one.mean is not None for one in released.items):
        return _("Nog geen enkele stelling is een sterk punt.")
    return _NONE["laagste"]


def strong_from(questionnaire: Questionnaire, found: Sequence[ReleasedItem]) -> str:
    """Say of the strongest statements, or of there being none, exactly how they were chosen."""
    told = [
        _("Het gaat om de hoogste gemiddelden, vanaf {grens}, van stellingen voor beide partijen.").format(
            grens=getal(questionnaire.asked.bands[-1].from_)
        ),
        _("Een stelling met een grote spreiding of een duidelijk verschil tussen de partijen telt niet mee."),
        _("Wat bij de meeste verdeeldheid staat, telt alleen mee met een kleine spreiding."),
    ]
    if not all(item.strength for item in questionnaire.asked.items):
        told.append(_("Een stelling waarbij een hoog antwoord niet zegt dat het goed gaat, telt niet mee."))
    if found:
        told.insert(0, _("Dit gaat volgens de antwoorden al goed. Houd het vast."))
    else:
        told.append(_("Geen enkele stelling voldoet hieraan."))
    return " ".join(told)


def _told(chart: GapChart) -> tuple[Block, ...]:
    return (chart,) if chart.rows else (Heading(3, chart.title), Paragraph(chart.sentence))


def _below(one: ReleasedItem, spread: float) -> bool:
    return one.nearly_all is not None or one.sd is None or one.sd < spread

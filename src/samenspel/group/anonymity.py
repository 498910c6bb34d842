"""What of a wave may be shown: every rule of anonymity, in one function that everything shown has to come from."""

from hashlib import sha256

from samenspel.advice import RankedAdvice
from samenspel.group.advising import group_advice
from samenspel.group.cells import ALL_RULES, Cell, Rules, cell
from samenspel.group.inference import Figures
from samenspel.group.protecting import protected
from samenspel.group.released import Released, ReleasedItem, Suppressed
from samenspel.group.results import DimensionResults, ItemResults, Results
from samenspel.group.showing import shown_dimension, shown_item
from samenspel.group.statistics import gap
from samenspel.questionnaire.model import OTHER_ROLE, Questionnaire

MINIMA = range(3, 21)
DEFAULT_MINIMUM = 5
OPEN_ANSWERS_FROM = 8


def release(
    questionnaire: Questionnaire,
    found: Results,
    minimum: int,
    *,
    open_table: bool = False,
    rules: Rules = ALL_RULES,
) -> Released:
    """Return what may be shown of ``found``.

    Args:
        questionnaire: what was asked.
        found: the figures of the wave, made with the same ``minimum``.
        minimum: k, the smallest number of people that a figure may rest on (``MINIMA``).
        open_table: everyone at the table agreed to see all of it.
        rules: which rules hold. Only a test that shows what a rule is for takes one away.
    """
    least = 1 if open_table else minimum
    whole = found.n >= least
    inside = {item.id: item.dimension for item in questionnaire.asked.items}
    cells = {i.id: cell(i.whole, i.parties, least, hidden=not whole, rules=rules) for i in found.items}
    dimensions = {d.id: cell(d.whole, d.parties, least, hidden=not whole, rules=rules) for d in found.dimensions}
    if rules.through_dimensions:
        for d in found.dimensions:
            figures = Figures(dimensions[d.id], {item: one for item, one in cells.items() if inside[item] == d.id})
            dimensions[d.id] = protected(d.people, figures, least)
    items = tuple(shown_item(i, cells[i.id], _unknown(i, least, rules), least) for i in found.items)
    unclear = {d.id: _unclear(questionnaire, d, found, least, rules) for d in found.dimensions}
    enough_texts = found.n >= (1 if open_table else max(minimum, OPEN_ANSWERS_FROM))
    enough_cards = whole and len(found.knowledge) >= (least if rules.knowledge else 1)
    return Released(
        n=found.n,
        minimum=minimum,
        parties={party: n if n >= least or open_table else None for party, n in found.parties.items()},
        dimensions=tuple(
            shown_dimension(d, dimensions[d.id], [i for i in items if inside[i.id] == d.id], unclear[d.id])
            for d in found.dimensions
        ),
        items=items,
        suppressed=tuple(_suppressed(found, dimensions, cells, items, whole=whole)) + _hidden_shares(found, unclear),
        advice=_advice(questionnaire, found, items, least, rules) if whole else (),
        knowledge=sum(found.knowledge) / len(found.knowledge) if enough_cards else None,
        open_answers={q: _shuffled(q, texts) for q, texts in found.open_answers.items()} if enough_texts else {},
        activities=found.activities if enough_texts else {},
        open_table=open_table,
    )


def _unknown(one: ItemResults, least: int, rules: Rules) -> int | None:
    return one.unknown if not rules.unknown or one.whole.n + one.unknown >= least else None


def _unclear(
    questionnaire: Questionnaire, one: DimensionResults, found: Results, least: int, rules: Rules
) -> float | None:
    """Return the share of *weet ik niet*, or None where a number that is hidden would follow from it.

    It is a sum over the items. With the numbers of the other items shown, that of an item that 1 to k - 1 answered is
    what is left of the sum.
    """
    if one.answerers < least:
        return None
    offering = {i.id for i in questionnaire.asked.items if i.dimension == one.id and i.dont_know}
    few = any(0 < i.whole.n + i.unknown < least for i in found.items if i.id in offering)
    return None if few and rules.unclear else one.unclear


def _hidden_shares(found: Results, unclear: dict[str, float | None]) -> tuple[Suppressed, ...]:
    return tuple(
        Suppressed("unclear", d.id, None, "complementary")
        for d in found.dimensions
        if d.unclear is not None and unclear[d.id] is None
    )


def _advice(
    questionnaire: Questionnaire, found: Results, items: tuple[ReleasedItem, ...], least: int, rules: Rules
) -> tuple[RankedAdvice, ...]:
    return group_advice(questionnaire, found, _gaps(found, items, rules), least, exact_context=not rules.context)


def _gaps(found: Results, items: tuple[ReleasedItem, ...], rules: Rules) -> dict[str, float | None]:
    """Return the gaps that advice may rest on: those shown. Its priority is exact, so a gap could be read from it."""
    if rules.gaps:
        return {i.id: i.gap for i in items}
    return {i.id: among.difference if (among := gap(*i.parties.values())) else None for i in found.items}


def _shuffled(question: str, texts: tuple[str, ...]) -> tuple[str, ...]:
    """Put texts in an order that nobody's place can be read from, another for each question."""
    return tuple(sorted(texts, key=lambda text: sha256(f"{question}\n{text}".encode()).digest()))


def _suppressed(
    found: Results,
    dimensions: dict[str, Cell],
    cells: dict[str, Cell],
    items: tuple[ReleasedItem, ...],
    *,
    whole: bool,
) -> list[Suppressed]:
    rows = [] if whole else [Suppressed("group", None, None, "minimum")]
    if found.left_out:
        rows.append(Suppressed("party", OTHER_ROLE, OTHER_ROLE, "other-role"))
    rows += [Suppressed("dimension", d, party, why) for d, one in dimensions.items() for party, why in one.hidden()]
    for i, row in zip(found.items, items, strict=True):
        hidden = [(party, why) for party, why in cells[i.id].hidden() if party is None or party in i.asked]
        rows += [Suppressed("item", i.id, party, why) for party, why in hidden]
        if row.nearly_all is not None:
            rows.append(Suppressed("item", i.id, None, "unanimous"))
    return rows

"""What of a wave may be shown: every rule of anonymity, in one function that everything shown has to come from."""

from collections.abc import Sequence
from hashlib import sha256

from samenspel.advice import RankedAdvice
from samenspel.group.advising import group_advice
from samenspel.group.figures import ALL_RULES, Answered, Cell, Figures, Rules, cell, patterns
from samenspel.group.inference import follows
from samenspel.group.model import Interval, Released, ReleasedDimension, ReleasedItem, Suppressed
from samenspel.group.pinning import Target, pinned
from samenspel.group.results import DimensionResults, ItemResults, Results
from samenspel.group.statistics import agreement_in_words, gap, rwg, rwgj
from samenspel.questionnaire.model import OTHER_ROLE, Questionnaire

MINIMA = range(3, 21)
DEFAULT_MINIMUM = 5
OPEN_ANSWERS_FROM = 8

_Hidden = frozenset[str | None]
"""The parties (None: the whole group) whose dimension mean is hidden."""
_NOTHING: _Hidden = frozenset()


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
            dimensions[d.id] = _protected(d.people, figures, least)
    items = tuple(_shown_item(i, cells[i.id], _unknown(i, least, rules), least) for i in found.items)
    unclear = {d.id: _unclear(questionnaire, d, found, least, rules) for d in found.dimensions}
    enough_texts = found.n >= (1 if open_table else max(minimum, OPEN_ANSWERS_FROM))
    enough_cards = whole and len(found.knowledge) >= (least if rules.knowledge else 1)
    return Released(
        n=found.n,
        minimum=minimum,
        parties={party: n if n >= least or open_table else None for party, n in found.parties.items()},
        dimensions=tuple(
            _shown_dimension(d, dimensions[d.id], [i for i in items if inside[i.id] == d.id], unclear[d.id])
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


def _protected(people: Sequence[Answered], figures: Figures, minimum: int) -> Cell:
    """Return the dimension's cell with as little hidden as keeps answers of fewer than ``minimum`` from following.

    Tried in this order: nothing more, the smallest shown party, the other one, both, the whole dimension. The last
    always helps: what follows without the dimension's means is not theirs to give away. (With the rules for the items
    that is only unanimity, which cannot be hidden.)
    """
    cell = figures.dimension
    if not cell.shown() or not (follows(patterns(people), figures, minimum) or pinned(people, figures, minimum)):
        return cell
    parties = sorted([p for p in reversed(cell.parties) if cell.shown(p)], key=lambda p: cell.parties[p].n)
    # With nobody outside the parties shown, one party follows from the group and the other: hiding one is no help.
    one_helps = any(one.party not in parties for one in people)
    ones: list[_Hidden] = [frozenset({party}) for party in parties]
    whole = frozenset[str | None]({None, *cell.parties})
    found = {
        hidden: pinned(people, Figures(cell.hiding(hidden), figures.items), minimum)
        for hidden in (_NOTHING, *ones, frozenset[str | None](parties), whole)
    }
    for hidden in (_NOTHING, *(ones if one_helps else ()), frozenset[str | None](parties)):
        # What follows from less follows from this too, even where it was too hard to see.
        seen = [its for more, its in found.items() if more != whole and more >= hidden]
        left = Figures(cell.hiding(hidden), figures.items)
        if frozenset[Target]().union(*seen) <= found[whole] and not follows(patterns(people), left, minimum):
            return left.dimension
    return cell.hiding(whole)


# Figures and what of them is hidden → what is shown: nothing passes that its cell hides, nor what the last three say.


def _shown_item(one: ItemResults, shown: Cell, unknown: int | None, least: int) -> ReleasedItem:
    """Return an item as it is shown; where all but at most one gave the same answer without counts, from k = 2 on."""
    whole = shown.shown()
    nearly_all = _nearly_all(one) if whole and least > 1 else None
    difference, interval = _gap(shown)
    return ReleasedItem(
        id=one.id,
        n=one.whole.n,
        mean=one.whole.mean if whole else None,
        sd=one.whole.sd if whole else None,
        rwg=rwg(one.whole.sd**2) if whole and one.whole.sd is not None else None,
        counts=one.counts if whole and nearly_all is None else None,
        unknown=unknown,
        parties=_means(shown),
        gap=difference,
        gap_interval=interval,
        nearly_all=nearly_all,
    )


def _shown_dimension(
    one: DimensionResults, shown: Cell, items: Sequence[ReleasedItem], unclear: float | None
) -> ReleasedDimension:
    """Return a dimension as it is shown; its r_wg(j) comes from the shown spreads of its ``items``."""
    whole = shown.shown()
    variances = [item.sd**2 for item in items if item.sd is not None]
    together = rwgj(variances) if whole else None
    difference, interval = _gap(shown)
    return ReleasedDimension(
        id=one.id,
        n=one.whole.n,
        mean=one.whole.mean if whole else None,
        sd=one.whole.sd if whole else None,
        rwgj=together,
        agreement=agreement_in_words(together, one.whole.n, len(variances)),
        unclear=unclear,
        parties=_means(shown),
        gap=difference,
        gap_interval=interval,
    )


def _means(shown: Cell) -> dict[str, float | None]:
    return {party: sample.mean if shown.shown(party) else None for party, sample in shown.parties.items()}


def _gap(shown: Cell) -> tuple[float | None, Interval | None]:
    if not all(map(shown.shown, shown.parties)):
        return None, None
    first, second = shown.parties.values()
    found = gap(first, second)
    return (None, None) if found is None else (found.difference, found.interval)


def _nearly_all(one: ItemResults) -> int | None:
    given = (one.unknown, *one.counts)
    most = max(given)
    return given.index(most) if most >= sum(given) - 1 else None


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

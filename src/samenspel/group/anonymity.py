"""What of a wave may be shown: every rule of anonymity, in one function that everything shown has to come from."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from hashlib import sha256

from msgspec.structs import replace

from samenspel.advice import DECIMALS, RankedAdvice
from samenspel.group.advising import group_advice
from samenspel.group.figures import ALL_RULES, Answered, Cell, Figures, Rules, cell, patterns
from samenspel.group.inference import follows
from samenspel.group.model import Released, ReleasedItem, Suppressed
from samenspel.group.pinning import Target, pinned
from samenspel.group.results import DimensionResults, ItemResults, Results, offering_dont_know
from samenspel.group.rounding import tenth
from samenspel.group.setting_apart import set_apart
from samenspel.group.showing import EXACT, ROUNDED, shown_dimensions, shown_items
from samenspel.group.statistics import gap
from samenspel.questionnaire.applicability import asked_of_all
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
    inside = {item.id: item.dimension for item in questionnaire.asked.items if asked_of_all(questionnaire, item)}
    cells = {i.id: cell(i.whole, i.parties, least, hidden=not whole, rules=rules) for i in found.items}
    dimensions = {d.id: cell(d.whole, d.parties, least, hidden=not whole, rules=rules) for d in found.dimensions}
    counted = {d.id: {item: one for item, one in cells.items() if inside.get(item) == d.id} for d in found.dimensions}
    for d in found.dimensions:
        dimensions[d.id] = _protected(d.people, Figures(dimensions[d.id], counted[d.id]), least, rules)
    unclear = {d.id: _unclear(questionnaire, d, found, least, rules) for d in found.dimensions}
    leaves = ROUNDED if rules.rounded else EXACT
    items = shown_items(found, cells, {i.id: _unknown(i, least, rules) for i in found.items}, least, leaves)
    enough_texts = found.n >= (1 if open_table else max(minimum, OPEN_ANSWERS_FROM))
    enough_cards = whole and len(found.knowledge) >= (least if rules.knowledge else 1)
    return Released(
        n=found.n,
        minimum=minimum,
        parties={party: n if n >= least or open_table else None for party, n in found.parties.items()},
        dimensions=shown_dimensions(found, dimensions, counted, unclear, leaves),
        items=items,
        suppressed=tuple(_suppressed(found, dimensions, cells, items, whole=whole)) + _hidden_shares(found, unclear),
        advice=_advice(questionnaire, found, cells, least, rules) if whole else (),
        knowledge=leaves.share(Fraction(sum(found.knowledge), len(found.knowledge))) if enough_cards else None,
        open_answers={q: _shuffled(q, texts) for q, texts in found.open_answers.items()} if enough_texts else {},
        activities=activities(found.activities, least) if enough_texts else {},
        open_table=open_table,
    )


def activities(
    counts: Mapping[str, tuple[int | None, int | None]], least: int
) -> dict[str, tuple[int | None, int | None]]:
    """Return of each activity how many shared it, and of how many it lasted, where neither tells of fewer than least.

    What 0.1.0 released is shown through this too: it gave every number.
    """
    shown: dict[str, tuple[int | None, int | None]] = {}
    for activity, (number, lasted) in counts.items():
        if number is None or number < least:
            shown[activity] = (None, None)
        else:
            few = lasted is None or any(0 < part < least for part in (lasted, number - lasted))
            shown[activity] = (number, None if few else lasted)
    return shown


def _protected(people: Sequence[Answered], figures: Figures, minimum: int, rules: Rules) -> Cell:
    """Return the dimension's cell with as little hidden as keeps answers of fewer than ``minimum`` from following.

    Tried in this order: nothing more, the smallest shown party, the other one, both, the whole dimension. The last
    always helps: what follows without the dimension's means is not theirs to give away. (With the rules for the items
    that is only unanimity, which cannot be hidden.)
    """
    cell = figures.dimension
    if not cell.shown():
        return cell
    if rules.through_dimensions and (follows(patterns(people), figures, minimum) or pinned(people, figures, minimum)):
        cell = _not_through(people, figures, minimum)
    if rules.set_apart and cell.shown():
        cell = _not_set_apart(people, Figures(cell, figures.items), minimum)
    return cell


def _not_through(people: Sequence[Answered], figures: Figures, minimum: int) -> Cell:
    cell = figures.dimension
    singly, both = _hidings(cell)
    whole = frozenset[str | None]({None, *cell.parties})
    found = {
        hidden: pinned(people, Figures(cell.hiding(hidden), figures.items), minimum)
        for hidden in (_NOTHING, *singly, both, whole)
    }
    for hidden in (_NOTHING, *(singly if _others(cell, people) else ()), both):
        # What follows from less follows from this too, even where it was too hard to see.
        seen = [its for more, its in found.items() if more != whole and more >= hidden]
        left = Figures(cell.hiding(hidden), figures.items)
        if frozenset[Target]().union(*seen) <= found[whole] and not follows(patterns(people), left, minimum):
            return left.dimension
    return cell.hiding(whole)


def _not_set_apart(people: Sequence[Answered], figures: Figures, minimum: int) -> Cell:
    cell = figures.dimension
    singly, both = _hidings(cell)
    for hidden in (_NOTHING, *(singly if _others(cell, people) else ()), both):
        left = Figures(cell.hiding(hidden), figures.items)
        if not set_apart(people, left, minimum):
            return left.dimension
    return cell.hiding({None, *cell.parties})


def _hidings(cell: Cell) -> tuple[list[_Hidden], _Hidden]:
    """Return what can be hidden of the shown parties: one of them, smallest first, or all."""
    parties = sorted([p for p in reversed(cell.parties) if cell.shown(p)], key=lambda p: cell.parties[p].n)
    return [frozenset({party}) for party in parties], frozenset(parties)


def _others(cell: Cell, people: Sequence[Answered]) -> bool:
    """Say whether there is anybody outside the shown parties: else one follows from the group and the other."""
    return any(one.party not in cell.parties or not cell.shown(one.party) for one in people)


def _unknown(one: ItemResults, least: int, rules: Rules) -> int | None:
    return one.unknown if not rules.unknown or one.whole.n + one.unknown >= least else None


def _unclear(
    questionnaire: Questionnaire, one: DimensionResults, found: Results, least: int, rules: Rules
) -> Fraction | None:
    """Return the share of *weet ik niet*, or None where a number that is hidden would follow from it.

    It is a sum over the items. With the numbers of the other items shown, that of an item that 1 to k - 1 answered is
    what is left of the sum.
    """
    if one.answerers < least:
        return None
    offering = {item.id for item in offering_dont_know(questionnaire, one.id)}
    few = any(0 < i.whole.n + i.unknown < least for i in found.items if i.id in offering)
    return None if few and rules.unclear else one.unclear


def _hidden_shares(found: Results, unclear: dict[str, Fraction | None]) -> tuple[Suppressed, ...]:
    return tuple(
        Suppressed("unclear", d.id, None, "complementary")
        for d in found.dimensions
        if d.unclear is not None and unclear[d.id] is None
    )


def _advice(
    questionnaire: Questionnaire, found: Results, cells: Mapping[str, Cell], least: int, rules: Rules
) -> tuple[RankedAdvice, ...]:
    gaps = {i: _gap(one) if not rules.gaps or one.side_by_side() else None for i, one in cells.items()}
    given = group_advice(questionnaire, found, gaps, least, exact_context=not rules.context)
    if not rules.rounded:
        return given
    return tuple(replace(one, priority=tenth(Fraction(str(round(one.priority, DECIMALS))))) for one in given)


def _gap(cell: Cell) -> Fraction | None:
    """Return the gap, shown or not: advice may only rest on those shown. From its priority a gap could be read."""
    between = gap(*cell.parties.values())
    return between.difference if between else None


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

"""Figures, and what of them is hidden → what is shown. No rule stands here: nothing passes that its cell hides.

Words and places in an order rest on exact figures; the figures themselves leave rounded.
"""

from collections.abc import Callable, Mapping
from fractions import Fraction

from msgspec import Struct

from samenspel.group import agreement
from samenspel.group.agreement import Agreement
from samenspel.group.differences import Difference, of_dimensions, of_items
from samenspel.group.figures import Cell
from samenspel.group.model import Interval, ReleasedDimension, ReleasedItem
from samenspel.group.ranking import Keys, ranked
from samenspel.group.results import ItemResults, Results
from samenspel.group.rounding import apart, hundredth, tenth, tenth_of_root
from samenspel.group.statistics import Sample, gap


class Leaving(Struct, frozen=True):
    """How figures leave: a figure, the root of one, the difference of two that left, and a share."""

    figure: Callable[[Fraction], float]
    root: Callable[[Fraction], float]
    apart: Callable[[float, float], float]
    share: Callable[[Fraction], float]


ROUNDED = Leaving(tenth, tenth_of_root, apart, hundredth)
EXACT = Leaving(float, lambda square: float(square) ** 0.5, lambda one, other: one - other, float)
"""Only for a test that shows what rounding is for."""


class _Shown(Struct, frozen=True):
    """What of a cell is shown, as it leaves."""

    mean: float | None
    sd: float | None
    parties: dict[str, float | None]
    gap: float | None
    gap_interval: Interval | None


def _shown(cell: Cell, leaves: Leaving) -> _Shown:
    whole = cell.whole if cell.shown() else None
    parties = {
        party: leaves.figure(one.mean) if cell.shown(party) and one.mean is not None else None
        for party, one in cell.parties.items()
    }
    first, second = parties.values()
    between = gap(*cell.parties.values()) if cell.side_by_side() else None
    interval = between.interval if between else None
    return _Shown(
        mean=leaves.figure(whole.mean) if whole and whole.mean is not None else None,
        sd=leaves.root(whole.variance) if whole and whole.variance is not None else None,
        parties=parties,
        gap=None if first is None or second is None else leaves.apart(first, second),
        gap_interval=(leaves.figure(interval[0]), leaves.figure(interval[1])) if interval else None,
    )


def shown_items(
    found: Results, cells: Mapping[str, Cell], unknown: Mapping[str, int | None], least: int, leaves: Leaving
) -> tuple[ReleasedItem, ...]:
    """Return items as they are shown; where all but at most one gave the same answer without counts, from k = 2 on.

    Args:
        found: the figures of the wave.
        cells: item id → what of its figures is hidden.
        unknown: item id → how many said *weet ik niet*, None where that is hidden.
        least: how many people a figure may rest on.
        leaves: how figures leave.
    """
    shown = {one: _shown(cell, leaves) for one, cell in cells.items()}
    pairs = {i.id: tuple(i.party_scores.values()) for i in found.items if cells[i.id].side_by_side()}
    words = of_items({one: (first, second) for one, (first, second) in pairs.items()})
    ranks = ranked({one: _keys(cells[one], its, cells[one].whole.variance) for one, its in shown.items()})
    items = []
    for i in found.items:
        whole, its = cells[i.id].shown(), shown[i.id]
        nearly_all = _nearly_all(i) if whole and least > 1 else None
        items.append(
            ReleasedItem(
                id=i.id,
                n=i.whole.n,
                mean=its.mean,
                sd=its.sd,
                counts=i.counts if whole and nearly_all is None else None,
                unknown=unknown[i.id],
                parties=its.parties,
                gap=its.gap,
                gap_interval=its.gap_interval,
                difference=words.get(i.id),
                nearly_all=nearly_all,
                ranks=ranks[i.id],
            )
        )
    return tuple(items)


def shown_dimensions(
    found: Results,
    cells: Mapping[str, Cell],
    counted: Mapping[str, Mapping[str, Cell]],
    unclear: Mapping[str, Fraction | None],
    leaves: Leaving,
) -> tuple[ReleasedDimension, ...]:
    """Return dimensions as they are shown; how far people agree comes from the shown cells of the items ``counted``."""
    shown = {one: _shown(cell, leaves) for one, cell in cells.items()}
    pairs = {one: tuple(cell.parties.values()) for one, cell in cells.items() if cell.side_by_side()}
    words = of_dimensions({one: (first, second) for one, (first, second) in pairs.items()})
    spread = {one: agreement.agreement(_variances(its, None)) for one, its in counted.items()}
    ranks = ranked({one: _keys(cells[one], its, _negative(spread[one])) for one, its in shown.items()})
    return tuple(
        ReleasedDimension(
            id=d.id,
            n=d.whole.n,
            mean=shown[d.id].mean,
            sd=shown[d.id].sd,
            agreement=_of_all(cells[d.id], counted[d.id], words.get(d.id)),
            agreement_parties={party: _agreement(cells[d.id], counted[d.id], party) for party in d.parties},
            unclear=None if (share := unclear[d.id]) is None else leaves.share(share),
            parties=shown[d.id].parties,
            gap=shown[d.id].gap,
            gap_interval=shown[d.id].gap_interval,
            difference=words.get(d.id),
            ranks=ranks[d.id],
        )
        for d in found.dimensions
    )


def _of_all(cell: Cell, items: Mapping[str, Cell], difference: Difference | None) -> Agreement | None:
    """Say how far all agree, if the parties are not apart; *eens* only where it is shown how far apart they are.

    People of both parties may be apart where the gap is hidden: a few at 4 beside many at 2 hardly spread the whole.
    To say nothing in place of *eens* tells exactly as much.
    """
    word = None if _apart(cell, difference) else _agreement(cell, items, None)
    both = all(one.n for one in cell.parties.values())
    return None if word == "eens" and both and not cell.side_by_side() else word


def _apart(cell: Cell, word: Difference | None) -> bool:
    """Say whether the parties differ so clearly that all together cannot be said to agree.

    Where all of a party have the same score no difference is called clear, however large it may be.
    """
    flat = any(one.variance == 0 for one in cell.parties.values())
    return word == "duidelijk" or (word == "mogelijk" and flat)


def _agreement(cell: Cell, items: Mapping[str, Cell], party: str | None) -> Agreement | None:
    """Say how far all (None), or those of a party, agree on a dimension, where its own figure is shown."""
    if not cell.shown(party):
        return None
    variances = _variances(items, party)
    return agreement.in_words(agreement.agreement(variances), _of(cell, party).n, len(variances))


def _variances(items: Mapping[str, Cell], party: str | None) -> list[Fraction]:
    found = [_of(cell, party).variance for cell in items.values() if cell.shown(party)]
    return [one for one in found if one is not None]


def _of(cell: Cell, party: str | None) -> Sample:
    return cell.whole if party is None else cell.parties[party]


def _negative(value: Fraction | None) -> Fraction | None:
    return None if value is None else -value


def _keys(cell: Cell, shown: _Shown, spread: Fraction | None) -> Keys:
    """Return by what a cell is sorted, where it is shown: first by what stands on the screen, then by what is exact."""
    first, second = (one.mean for one in cell.parties.values())
    between = None if shown.gap is None or first is None or second is None else abs(first - second)
    return {
        "laagste": (cell.whole.mean,) if shown.mean is not None and cell.whole.mean is not None else None,
        "verschil": None if shown.gap is None or between is None else (-abs(Fraction(shown.gap)), -between),
        "verdeeldheid": (-spread,) if cell.shown() and spread is not None else None,
    }


def _nearly_all(one: ItemResults) -> int | None:
    given = (one.unknown, *one.counts)
    most = max(given)
    return given.index(most) if most >= sum(given) - 1 else None

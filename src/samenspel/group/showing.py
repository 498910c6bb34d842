"""Figures and what of them is hidden → what is shown: no rule stands here, and nothing passes it that a cell hides."""

from collections.abc import Sequence

from samenspel.group import agreement
from samenspel.group.cells import Cell
from samenspel.group.released import Interval, ReleasedDimension, ReleasedItem
from samenspel.group.results import DimensionResults, ItemResults
from samenspel.group.statistics import gap


def shown_item(one: ItemResults, shown: Cell, unknown: int | None, least: int) -> ReleasedItem:
    """Return an item as it is shown; where all but at most one gave the same answer without counts, from k = 2 on."""
    whole = shown.shown()
    nearly_all = _nearly_all(one) if whole and least > 1 else None
    difference, interval = _gap(shown)
    return ReleasedItem(
        id=one.id,
        n=one.whole.n,
        mean=one.whole.mean if whole else None,
        sd=one.whole.sd if whole else None,
        rwg=agreement.rwg(one.whole.sd**2) if whole and one.whole.sd is not None else None,
        counts=one.counts if whole and nearly_all is None else None,
        unknown=unknown,
        parties=_means(shown),
        gap=difference,
        gap_interval=interval,
        nearly_all=nearly_all,
    )


def shown_dimension(
    one: DimensionResults, shown: Cell, items: Sequence[ReleasedItem], unclear: float | None
) -> ReleasedDimension:
    """Return a dimension as it is shown; its r_wg(j) comes from the shown spreads of its ``items``."""
    whole = shown.shown()
    variances = [item.sd**2 for item in items if item.sd is not None]
    together = agreement.rwgj(variances) if whole else None
    difference, interval = _gap(shown)
    return ReleasedDimension(
        id=one.id,
        n=one.whole.n,
        mean=one.whole.mean if whole else None,
        sd=one.whole.sd if whole else None,
        rwgj=together,
        agreement=agreement.in_words(together, one.whole.n, len(variances)),
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

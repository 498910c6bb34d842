"""In which order the figures of a group are told: lowest first, largest gap first, least agreement first."""

from collections.abc import Sequence
from typing import TypeVar

from samenspel.group.released import ReleasedDimension, ReleasedItem
from samenspel.report.group_words import Order

Cell = TypeVar("Cell", ReleasedDimension, ReleasedItem)
DECIMALS = 9
"""Figures are compared at this many decimals, so that the order of adding up never decides."""


def ordered(cells: Sequence[Cell], order: Order | None) -> tuple[Cell, ...]:
    """Sort items or dimensions; what has no figure to sort by comes last, ties keep the questionnaire's order."""
    if order is None:
        return tuple(cells)
    keys = {"laagste": _mean, "verschil": _gap, "verdeeldheid": _agreement}

    def key(one: Cell) -> tuple[bool, float]:
        value = keys[order](one)
        return value is None, 0.0 if value is None else round(value, DECIMALS)

    return tuple(sorted(cells, key=key))


def having(cells: Sequence[Cell], order: Order) -> tuple[Cell, ...]:
    """Sort as :func:`ordered`, without what has no figure to sort by."""
    keys = {"laagste": _mean, "verschil": _gap, "verdeeldheid": _agreement}
    return ordered([one for one in cells if keys[order](one) is not None], order)


def _mean(one: ReleasedDimension | ReleasedItem) -> float | None:
    return one.mean


def _gap(one: ReleasedDimension | ReleasedItem) -> float | None:
    return None if one.gap is None else -abs(one.gap)


def _agreement(one: ReleasedDimension | ReleasedItem) -> float | None:
    return one.rwgj if isinstance(one, ReleasedDimension) else one.rwg

"""In which order the figures of a group are told: lowest first, largest gap first, least agreement first.

The order rests on exact figures, which do not leave; so where each figure stands is kept with it.
"""

from collections.abc import Iterable, Mapping
from fractions import Fraction

from samenspel.group.model import Order, Ranks

Key = tuple[Fraction, ...]
"""What figures are sorted by: the smallest comes first."""
Keys = Mapping[Order, Key | None]
"""By which key one figure is sorted in each order; None: it has none."""


def ranked(cells: Mapping[str, Keys]) -> dict[str, Ranks]:
    """Return where each of some figures stands in each order, by id; equal keys stand together."""
    found: dict[str, Ranks] = {one: {} for one in cells}
    orders: Iterable[Order] = ("laagste", "verschil", "verdeeldheid")
    for order in orders:
        keys = {one: key for one, its in cells.items() if (key := its[order]) is not None}
        places = {key: place for place, key in enumerate(sorted(set(keys.values())))}
        for one, key in keys.items():
            found[one][order] = places[key]
    return found

"""Hides as little of a dimension's means as keeps them from giving away, with the items', what a few answered."""

from collections.abc import Sequence

from samenspel.group.cells import Cell
from samenspel.group.inference import Figures, follows
from samenspel.group.patterns import Answered, patterns
from samenspel.group.pinning import pinned


def protected(people: Sequence[Answered], figures: Figures, minimum: int) -> Cell:
    """Return the dimension's cell with as little hidden as keeps answers of fewer than ``minimum`` from following.

    Tried in this order: nothing more, the smallest shown party, the other one, both, the whole dimension. The last
    always helps: what follows without the dimension's means is not theirs to give away. (With the rules for the items
    that is only unanimity, which cannot be hidden.)
    """
    cell = figures.dimension
    if not cell.shown() or not (follows(patterns(people), figures, minimum) or pinned(people, figures, minimum)):
        return cell
    parties = sorted([p for p in reversed(cell.parties) if cell.shown(p)], key=lambda p: cell.parties[p].n)
    more: list[tuple[str | None, ...]] = [(), *((party,) for party in parties), (*parties,), (None, *cell.parties)]
    tried = [Figures(cell.hiding(hidden), figures.items) for hidden in more]
    found = [pinned(people, left, minimum) for left in tried]
    for place, left in enumerate(tried):
        # What follows when more is hidden follows from this too, even where it was too hard to see.
        seen = frozenset(
            one
            for its, more_hidden in zip(found[place:-1], more[place:], strict=False)
            if {*more_hidden} >= {*more[place]}
            for one in its
        )
        if seen <= found[-1] and not follows(patterns(people), left, minimum):
            return left.dimension
    return tried[-1].dimension

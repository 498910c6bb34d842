"""Hides as little of a dimension's means as keeps them from giving away, with the items', what a few answered."""

from collections.abc import Sequence

from samenspel.group.cells import Cell
from samenspel.group.inference import Figures, follows
from samenspel.group.patterns import Answered, patterns
from samenspel.group.pinning import Asked, pinned

Hidden = frozenset[str | None]
"""The parties (None: the whole group) whose dimension mean is hidden."""
_NOTHING: Hidden = frozenset()


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
    # With nobody outside the parties shown, one party follows from the group and the other: hiding one is no help.
    one_helps = any(one.party not in parties for one in people)
    ones: list[Hidden] = [frozenset({party}) for party in parties]
    whole = frozenset[str | None]({None, *cell.parties})
    found = {
        hidden: pinned(people, Figures(cell.hiding(hidden), figures.items), minimum)
        for hidden in (_NOTHING, *ones, frozenset[str | None](parties), whole)
    }
    for hidden in (_NOTHING, *(ones if one_helps else ()), frozenset[str | None](parties)):
        # What follows from less follows from this too, even where it was too hard to see.
        seen = [its for more, its in found.items() if more != whole and more >= hidden]
        left = Figures(cell.hiding(hidden), figures.items)
        if frozenset[Asked]().union(*seen) <= found[whole] and not follows(patterns(people), left, minimum):
            return left.dimension
    return cell.hiding(whole)

"""Whether the answers of a few can be one thing only, because every answer is a whole number from 1 to 5.

``inference`` finds what follows exactly, whatever was answered. This finds what follows from what *was* answered: when
what is left for a few is so much, or so little, that there is one possibility. That happens at the ends of the scale.
It plays the attacker: it uses nothing but the figures shown, and who answered what.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import combinations
from math import lcm

from msgspec import Struct

from samenspel.group.cells import Cell
from samenspel.group.classes import Class, class_sums, classes
from samenspel.group.inference import Figures, Some, small_sets
from samenspel.group.patterns import Answered, patterns
from samenspel.group.sums import Range, Sums
from samenspel.questionnaire.model import HIGHEST, LOWEST

LARGEST = 30
"""Up to so many people, what one who takes part can tell of one other is looked at as well. For more people all of
them would have to be at an end of the scale, and it takes long."""


class Asked(Struct, frozen=True):
    """A set of people whose answers an onlooker, or one who takes part (``me``), could be after."""

    some: Some
    me: Answered | None = None


def pinned(people: Sequence[Answered], figures: Figures, minimum: int) -> frozenset[Asked]:
    """Return the sets of fewer than ``minimum`` people whose answers can be one thing only.

    Also the sets of two of which one can tell what the other answered, and the sets of one of which someone else can.
    """
    counts = patterns(people)
    some = small_sets(counts, minimum)
    if not some:
        return frozenset()
    sizes, actual = classes(counts), class_sums(people)
    ways = _Ways(figures, sorted(sizes, key=sizes.__getitem__))
    ranges = {one: (LOWEST * n, HIGHEST * n) for one, n in sizes.items()}
    found = {Asked(one) for one in _pinned(ways, ranges, actual, some)}
    tiny = [one for one in some if one.size <= 2 and Asked(one) not in found]  # noqa: PLR2004 - she and one other
    if tiny and len(people) <= LARGEST:
        for me in sorted(set(people)):
            hers = dict(ranges)
            for item, its_score in me.scores:
                one = Class(me.party, item, me.pattern.divisor)
                hers[one] = LOWEST * (sizes[one] - 1) + its_score, HIGHEST * (sizes[one] - 1) + its_score
            others = [one for one in tiny if one.without((me.party, me.pattern)).size == 1]
            found |= {Asked(one, me) for one in _pinned(ways, hers, actual, others)}
    return frozenset(found)


class _Ways:
    """The equations solved in two orders: what one equation at a time does not tell, another way of writing may.

    First for the classes of most people: what is left free are those of few, of which all combinations can be tried.
    """

    def __init__(self, figures: Figures, order: Sequence[Class]) -> None:
        self._figures = figures
        self._orders = [order, order[::-1]]
        self._solved: list[Sums[Class]] = []

    def each(self) -> Iterator[Sums[Class]]:
        """Give both, each solved when it is first asked for."""
        for place, order in enumerate(self._orders):
            if place == len(self._solved):
                self._solved.append(_sums(self._figures, order))
            yield self._solved[place]


def _pinned(ways: _Ways, ranges: Mapping[Class, Range], actual: Mapping[Class, int], some: Iterable[Some]) -> set[Some]:
    left = {
        one: {c: c.weight if one.several and c.divisor else Fraction(1) for c in ranges if one.has(c)} for one in some
    }
    for sums in ways.each():
        left = {one: row for one, row in left.items() if not sums.movable(row, ranges, actual)}
        if not left:
            return set()
    rooms = [sums.within(ranges) for sums in ways.each()]
    return {one for one, row in left.items() if any(room.pinned(row) for room in rooms)}


def _sums(figures: Figures, known: Sequence[Class]) -> Sums[Class]:
    """Return what the shown figures say of the classes' sums."""
    sums = Sums[Class](known)
    for item, cell in figures.items.items():
        its = [one for one in known if one.item == item]
        if its:
            _add(sums, cell, its, lambda _one: Fraction(1), 1)
    common = lcm(*(one.divisor or 1 for one in known))
    _add(sums, figures.dimension, [one for one in known if one.divisor], lambda one: one.weight, common)
    return sums


def _add(sums: Sums[Class], cell: Cell, its: Sequence[Class], share: Callable[[Class], Fraction], common: int) -> None:
    """Make known what is shown of one cell: the group, the parties, and the group less one or more of those."""
    parties = [party for party in cell.parties if cell.shown(party)]
    totals = {party: round((cell.parties[party].mean or 0) * cell.parties[party].n * common) for party in parties}
    for party in parties:
        sums.add({one: share(one) for one in its if one.party == party}, Fraction(totals[party], common))
    if not cell.shown():
        return
    everybody = round((cell.whole.mean or 0) * cell.whole.n * common)
    for size in range(len(parties) + 1):
        for less in combinations(parties, size):
            left = everybody - sum(totals[party] for party in less)
            sums.add({one: share(one) for one in its if one.party not in less}, Fraction(left, common))

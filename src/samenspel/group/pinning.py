"""Whether the answers of a few can be one thing only, because every answer is a whole number from 1 to 5.

``inference`` finds what follows exactly, whatever was answered. This finds what follows from what *was* answered: when
what is left for a few is so much, or so little, that there is one possibility. That happens at the ends of the scale.
It plays the attacker: it uses nothing but the figures shown, and who answered what.
"""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import combinations, product
from math import lcm, prod
from typing import Generic, TypeVar

from msgspec import Struct

from samenspel.group.figures import Answered, Cell, Figures, patterns
from samenspel.group.inference import Class, Some, class_sums, classes, small_sets
from samenspel.questionnaire.model import HIGHEST, LOWEST

LARGEST = 30
"""Up to so many people, what one who takes part can tell of one other is looked at as well. For more people all of
them would have to be at an end of the scale, and it takes long."""
MOST_TRIES = 20_000
"""So many combinations of values are tried; above that, only ranges are looked at."""

_ROUNDS = 6
_NOTHING = Fraction(0)

Key = TypeVar("Key", bound=Hashable)
Range = tuple[int, int]
Shares = dict[Key, Fraction]
"""Unknown → with what it counts in a sum."""


# What unknown sums can still be, when some sums of them are known: whole numbers, each within a range. -----------
# The equations are solved exactly (Gauss-Jordan, in fractions). That a sum can be something else is most easily shown
# by an example: what it is, and a step away from that. Where no step will do, each unknown's range is narrowed to what
# the others leave it, and where few combinations of values are left, all of them are tried.


class Sums(Generic[Key]):
    """Unknown whole numbers and what is known of their sums."""

    def __init__(self, order: Sequence[Key]) -> None:
        """``order``: of the unknowns in an equation the last is solved for; best those that can be least come first."""
        self._rank = {one: place for place, one in enumerate(order)}
        self._given: list[tuple[int, dict[Key, int]]] = []
        self._solved: dict[Key, tuple[Fraction, Shares[Key]]] = {}  # unknown → constant, shares of the free ones

    def add(self, row: Mapping[Key, Fraction], value: Fraction) -> None:
        """Make known that Σ share · unknown is ``value``."""
        self._given.append(_whole(row, -value))
        constant, form = self.form(row)
        if not form:
            return
        unknown = max(form, key=self._rank.__getitem__)
        pivot = form.pop(unknown)
        solution = (value - constant) / pivot, {one: -share / pivot for one, share in form.items()}
        for other, (its_constant, its_form) in self._solved.items():
            share = its_form.pop(unknown, None)
            if share is not None:
                self._solved[other] = its_constant + share * solution[0], _plus(its_form, solution[1], share)
        self._solved[unknown] = solution

    def form(self, row: Mapping[Key, Fraction]) -> tuple[Fraction, Shares[Key]]:
        """Return Σ share · unknown as a constant and shares of unknowns that are free."""
        constant, form = _NOTHING, dict[Key, Fraction]()
        for unknown, share in row.items():
            its_constant, its_form = self._solved.get(unknown, (_NOTHING, {unknown: Fraction(1)}))
            constant += share * its_constant
            form = _plus(form, its_form, share)
        return constant, form

    def movable(self, row: Mapping[Key, Fraction], ranges: Mapping[Key, Range], actual: Mapping[Key, int]) -> bool:
        """Say whether a step from what the unknowns are changes Σ share · unknown, and nothing that is known."""
        return any(self._steps(free, ranges, actual) for free in self.form(row)[1])

    def _steps(self, free: Key, ranges: Mapping[Key, Range], actual: Mapping[Key, int]) -> bool:
        along = {one: form[free] for one, (_c, form) in self._solved.items() if free in form} | {free: Fraction(1)}
        step = lcm(*(share.denominator for share in along.values()))
        moves = [(actual[one], int(share * step), *ranges[one]) for one, share in along.items()]
        return any(all(low <= value + sign * move <= high for value, move, low, high in moves) for sign in (1, -1))

    def within(self, ranges: Mapping[Key, Range]) -> "Solutions[Key]":
        """Return what the unknowns can be within ``ranges``."""
        solved = [_whole({**form, one: Fraction(-1)}, c) for one, (c, form) in self._solved.items()]
        return Solutions(self, self._given, solved, ranges)


class Solutions(Generic[Key]):
    """What unknown sums can be: ranges, narrowed one equation at a time, and the combinations that are left."""

    def __init__(
        self,
        sums: Sums[Key],
        given: list[tuple[int, dict[Key, int]]],
        solved: list[tuple[int, dict[Key, int]]],
        ranges: Mapping[Key, Range],
    ) -> None:
        # Equations in whole numbers: constant + Σ share · unknown = 0; in a solved one the last unknown is solved for.
        self._sums = sums
        self._solved = solved
        self._ranges = dict(ranges)
        self._tried: dict[frozenset[Key], list[dict[Key, int]] | None] = {}
        for _round in range(_ROUNDS):
            before = dict(self._ranges)
            for constant, row in (*given, *solved):
                self._narrow(constant, row)
            if before == self._ranges:
                break

    def pinned(self, row: Mapping[Key, Fraction]) -> bool:
        """Say whether Σ share · unknown can have one value only."""
        for constant, form in ((_NOTHING, row), self._sums.form(row)):
            low, high = self._span(*_whole(form, constant))
            if low == high:
                return True
        constant, form = self._sums.form(row)
        possible = self._possible(frozenset(form))
        return possible is not None and len({sum(s * at[one] for one, s in form.items()) for at in possible}) == 1

    def _possible(self, free: frozenset[Key]) -> list[dict[Key, int]] | None:
        """Return all values that these free unknowns, and those tied to them, can have; None when it is too many."""
        tied = self._tied(free)
        if tied not in self._tried:
            order = sorted(tied, key=str)
            spread = [range(self._ranges[one][0], self._ranges[one][1] + 1) for one in order]
            equations = [(c, row) for c, row in self._solved if not tied.isdisjoint(list(row)[:-1])]
            few = prod(map(len, spread)) <= MOST_TRIES
            tries = (dict(zip(order, values, strict=True)) for values in product(*spread)) if few else ()
            self._tried[tied] = [at for at in tries if self._fits(at, equations)] if few else None
        return self._tried[tied]

    def _fits(self, at: Mapping[Key, int], equations: list[tuple[int, dict[Key, int]]]) -> bool:
        for constant, row in equations:
            *others, unknown = row
            total = sum((row[one] * at[one] for one in others), constant)
            value, rest = divmod(-total, row[unknown])
            if rest or not self._ranges[unknown][0] <= value <= self._ranges[unknown][1]:
                return False
        return True

    def _tied(self, free: frozenset[Key]) -> frozenset[Key]:
        while True:
            rows = [list(row)[:-1] for _constant, row in self._solved]
            more = free.union(*(row for row in rows if not free.isdisjoint(row)))
            if more == free:
                return free
            free = more

    def _narrow(self, constant: int, row: Mapping[Key, int]) -> None:
        low, high = self._span(constant, row)
        for one, share in row.items():
            first, last = self._ranges[one]
            ends = sorted((share * first, share * last))
            # share · one makes up for the rest, and the rest lies between low - ends[0] and high - ends[1].
            most, least = ends[0] - low, ends[1] - high
            new = (-(-least // share), most // share) if share > 0 else (-(most // -share), -least // -share)
            if new[0] > first or new[1] < last:
                self._ranges[one] = max(first, new[0]), min(last, new[1])
                low, high = self._span(constant, row)

    def _span(self, constant: int, row: Mapping[Key, int]) -> tuple[int, int]:
        low = high = constant
        for one, share in row.items():
            first, last = self._ranges[one]
            low += share * (first if share > 0 else last)
            high += share * (last if share > 0 else first)
        return low, high


def _plus(form: Shares[Key], other: Shares[Key], share: Fraction) -> Shares[Key]:
    found = dict(form)
    for one, its in other.items():
        found[one] = found.get(one, _NOTHING) + share * its
        if not found[one]:
            del found[one]
    return found


def _whole(form: Mapping[Key, Fraction], constant: Fraction) -> tuple[int, dict[Key, int]]:
    common = lcm(constant.denominator, *(share.denominator for share in form.values()))
    return int(constant * common), {one: int(share * common) for one, share in form.items()}


# What the figures shown say of the sums of those who can be told apart, and of whom that says too much. ----------


class Target(Struct, frozen=True):
    """A set of people whose answers an onlooker, or one who takes part (``me``), could be after."""

    some: Some
    me: Answered | None = None


def pinned(people: Sequence[Answered], figures: Figures, minimum: int) -> frozenset[Target]:
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
    found = {Target(one) for one in _pinned(ways, ranges, actual, some)}
    tiny = [one for one in some if one.size <= 2 and Target(one) not in found]  # noqa: PLR2004 - she and one other
    if tiny and len(people) <= LARGEST:
        for me in sorted(set(people)):
            hers = dict(ranges)
            for item, its_score in me.scores:
                one = Class(me.party, item, me.pattern.divisor)
                hers[one] = LOWEST * (sizes[one] - 1) + its_score, HIGHEST * (sizes[one] - 1) + its_score
            others = [one for one in tiny if one.without((me.party, me.pattern)).size == 1]
            found |= {Target(one, me) for one in _pinned(ways, hers, actual, others)}
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

"""Whether the answers of a few whom a form, the meeting or a skipped statement sets apart follow from what is shown.

Their dimension score divides by another number than that of the others. With exact figures their sum followed from
that. Of ten people one takes no part in the meetings: the sums of the items and the dimension's mean are two equations
for her sum and that of the others. What leaves is rounded, and mostly that hides it. Where not, the dimension hides.

That a set's answers are not pinned down is shown by an example: two people, one in the set and one outside, who trade
their answers to one statement, and maybe two others who do so too. What is shown of the statement stays as it is, also
of a party that is shown. If what is shown of the dimension does too, nobody can tell the one from the other, and the
sum of the set is another. Where no example is found the set counts as pinned down.

It is taken for granted that everyone knows who answered what.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import combinations, product
from math import isqrt, lcm
from typing import NamedTuple, TypeVar

from samenspel.group.figures import Answered, Cell, Figures
from samenspel.group.rounding import tenth
from samenspel.group.statistics import Sample, gap, summed
from samenspel.questionnaire.model import HIGHEST, LOWEST

_MOST_FIRSTS, _MOST_EFFECTS, _MOST_ALIKE = 40, 24, 6
"""So many trades of one in the set are tried, each with so many others in each party, and so many examples of that."""

_Any = TypeVar("_Any")
_Effect = tuple[tuple[str, int, int], ...]
"""By party: what is added to the sum of its scores, and to that of their squares."""
_Set = frozenset[int]
"""Places of people in the order in which they are given."""


def set_apart(people: Sequence[Answered], figures: Figures, minimum: int) -> bool:
    """Say whether the sum of the answers of 1 to ``minimum`` - 1 people who are set apart is pinned down.

    Also whether one of two can tell the other's, or someone else that of one.
    """
    room = _Room(people, figures)
    return any(room.pinned(some) for some in _sets(people) if len(some) < minimum)


def _sets(people: Sequence[Answered]) -> set[_Set]:
    """Return, of each party and of several, who answered the same items, divide by the same, or left an item out.

    And who have the same form, or do or do not take part in the meetings: where all of a party's scores are at an end
    of the scale, nothing else has to set them apart.
    """
    found: set[_Set] = set()
    parties = sorted({one.party for one in people})
    for size in range(1, len(parties) + 1):
        for among in combinations(parties, size):
            theirs = [(place, one) for place, one in enumerate(people) if one.valid and one.party in among]
            items = frozenset[str]().union(*(one.pattern.items for _place, one in theirs))
            kinds: dict[object, set[int]] = {}
            for place, one in theirs:
                its = one.pattern
                known = (its, its.divisor, ("form", one.form), ("meets", one.meets))
                for kind in (*known, *(items - its.items)):
                    kinds.setdefault(kind, set()).add(place)
            found |= {frozenset(some) for some in kinds.values() if len(some) < len(theirs)}
    return found


class _Trade(NamedTuple):
    """Two people (by place) trade their answers to an item; ``other`` None: one gives another to one that is hidden."""

    item: str
    one: int
    other: int | None
    more: int  # by how much the score of the one rises, and that of the other falls

    @property
    def who(self) -> frozenset[int]:
        """Those who trade."""
        return frozenset({self.one} if self.other is None else {self.one, self.other})


class _Room:
    """What can be otherwise in a dimension without anything that is shown becoming so."""

    def __init__(self, people: Sequence[Answered], figures: Figures) -> None:
        self._people = people
        self._figures = figures
        self._scores = [dict(one.scores) for one in people]
        self._shown = _Shown(people, figures.dimension)

    def pinned(self, some: _Set) -> bool:
        """Say whether the sum of the answers of ``some``, who are set apart, can be one thing only.

        Of two, each knows her own answers: each of them must be able to trade. Of one, somebody else may have traded
        and knows it: there must be examples without anyone in particular. Where no answers can be traded at all that is
        unanimity, which cannot be hidden.
        """
        parts = [some] if len(some) > 2 else [frozenset({one}) for one in some]  # noqa: PLR2004
        return any(self._kept(some, part) for part in parts)

    def _kept(self, some: _Set, part: _Set) -> bool:
        firsts = list(self._trades(some, part))
        if not firsts:
            return False
        bound = _in_all(one.who - part for one in firsts)  # who has to be in it whatever is shown of the dimension
        left: _Set | None = None
        for example in self._examples(some, firsts):
            left = example if left is None else left & example
            if len(some) > 1 or left <= bound | some:
                return False
        return True

    def _examples(self, some: _Set, firsts: Sequence[_Trade]) -> Iterator[_Set]:
        """Give who trade in each example: one in the set with another, and maybe two others of each party."""
        for first in firsts:
            if self._shown.same([self._shown.effect(first)]):
                yield first.who
        for first in _evenly(firsts, _MOST_FIRSTS):
            around = [self._by_effect(trades, some | first.who) for trades in self._outside]
            for effects in product(*([(), *found] for found in around)):
                if self._shown.same([self._shown.effect(first), *effects]):
                    used = [found[effect] for found, effect in zip(around, effects, strict=True) if effect]
                    for nth in range(_MOST_ALIKE):  # other people with the same effect
                        yield first.who.union(*(trades[nth % len(trades)].who for trades in used))

    @cached_property
    def _outside(self) -> list[list[_Trade]]:
        """All trades of two people within a party."""
        found: dict[str, list[_Trade]] = {}
        for trade in self._trades(frozenset(), range(len(self._people))):
            parties = {self._people[place].party for place in trade.who}
            if trade.other is not None and trade.one < trade.other and len(parties) == 1:
                found.setdefault(parties.pop(), []).append(trade)
        return list(found.values())

    def _by_effect(self, trades: Sequence[_Trade], without: _Set) -> dict[_Effect, list[_Trade]]:
        """Return trades of people outside ``without`` by what they do, evenly from the least to the most."""
        found: dict[_Effect, list[_Trade]] = {}
        for trade in trades:
            if not trade.who & without:
                found.setdefault(self._shown.effect(trade), []).append(trade)
        return {effect: found[effect] for effect in _evenly(sorted(found), _MOST_EFFECTS)}

    def _trades(self, some: _Set, part: Iterable[int]) -> Iterator[_Trade]:
        """Give every trade of one in ``part`` with one outside ``some``."""
        for one in sorted(part):
            for item, score in self._scores[one].items():
                cell = self._figures.items[item]
                if not cell.shown():
                    yield from (_Trade(item, one, None, up) for up in (1, -1) if LOWEST <= score + up <= HIGHEST)
                    continue
                where = _where(cell, self._people[one].party)
                for other, its in enumerate(self._scores):
                    differs = other not in some and its.get(item, score) != score
                    if differs and _where(cell, self._people[other].party) == where:
                        yield _Trade(item, one, other, its[item] - score)


class _Sums(NamedTuple):
    """Of dimension scores: how many, their sum, and that of their squares."""

    n: int
    total: int
    squares: int


class _Shown:
    """What is shown of a dimension, and whether that stays the same with other answers.

    Scores are whole numbers here: times ``common``. Rounded figures then are bounds of whole numbers.
    """

    def __init__(self, people: Sequence[Answered], cell: Cell) -> None:
        self._cell = cell
        self._party = [one.party for one in people]
        self._common = lcm(*(one.pattern.divisor or 1 for one in people))
        self._share = [self._common // one.pattern.divisor if one.valid else 0 for one in people]
        self._score = [
            sum(score for _item, score in one.scores) * share for one, share in zip(people, self._share, strict=True)
        ]
        self._sums = {party: _Sums(0, 0, 0) for party in {*self._party, *cell.parties}}
        for party, score, share in zip(self._party, self._score, self._share, strict=True):
            if share:
                n, total, squares = self._sums[party]
                self._sums[party] = _Sums(n + 1, total + score, squares + score**2)
        self._figures = list(self._each(self._sums))

    def effect(self, trade: _Trade) -> _Effect:
        """Return what a trade does to the sums: what it adds for each party to the sum, and to that of the squares."""
        moves = ((trade.one, trade.more), (trade.other, -trade.more))
        added: dict[str, tuple[int, int]] = {}
        for place, more in moves:
            if place is not None and self._share[place]:
                total, squares = added.get(self._party[place], (0, 0))
                step, was = more * self._share[place], self._score[place]
                added[self._party[place]] = total + step, squares + 2 * was * step + step**2
        return tuple((party, *its) for party, its in sorted(added.items()) if any(its))

    def same(self, effects: Sequence[_Effect]) -> bool:
        """Say whether nothing that is shown becomes otherwise, when other people each trade with these effects."""
        sums = dict(self._sums)
        for effect in effects:
            for party, total, squares in effect:
                its = sums[party]
                sums[party] = _Sums(its.n, its.total + total, its.squares + squares)
        return all(new == shown for new, shown in zip(self._each(sums), self._figures, strict=True))

    def _each(self, sums: Mapping[str, _Sums]) -> Iterator[object]:
        """Give the figures one by one, what takes longest last."""
        cell = self._cell
        for party in cell.parties:
            if cell.shown(party):
                yield self._mean(sums[party])
        if cell.shown():
            whole = _Sums(*(sum(each) for each in zip(*sums.values(), strict=True)))
            yield self._mean(whole)
            yield self._spread(whole)
        if cell.side_by_side():
            between = gap(*(self._sample(sums[party]) for party in cell.parties))
            interval = between.interval if between else None
            yield None if interval is None else tuple(map(tenth, interval))

    def _mean(self, sums: _Sums) -> int | None:
        """Return the mean in tenths, rounded."""
        n = sums.n * self._common
        return (20 * sums.total + n) // (2 * n) if n else None

    def _spread(self, sums: _Sums) -> int | None:
        """Return the standard deviation in tenths, rounded."""
        n, total, squares = sums
        if n < 2:  # noqa: PLR2004
            return None
        return (isqrt(400 * (n * squares - total**2) // (n * (n - 1) * self._common**2)) + 1) // 2

    def _sample(self, sums: _Sums) -> Sample:
        return summed(*sums, self._common)


def _where(cell: Cell, party: str) -> str | None:
    """Return the party within which answers to an item can be traded unseen: None, those of all that are not shown."""
    return party if party in cell.parties and cell.shown(party) else None


def _evenly(all_: Sequence[_Any], most: int) -> Sequence[_Any]:
    """Return at most about so many of these, evenly from first to last."""
    return all_[:: max(1, len(all_) // most)]


def _in_all(sets: Iterable[_Set]) -> _Set:
    return frozenset[int].intersection(*sets)

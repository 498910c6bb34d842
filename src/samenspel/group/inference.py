"""Whether a dimension's means and its items' means, each of which may be shown, together give away fewer than k.

Example with k = 5: ten people, five of each party; one does not answer item X. X is hidden for both parties. But when
the other five answered everything, their dimension mean times the number of items, less their sums on the other items,
is their sum on X; and what is left of the group's sum on X is that of four people.

The general case is linear algebra. Put together whoever is of one party, answered one item, and has a dimension score
that divides by the same number: a *class*. Each figure is then a sum of the classes' sums with known weights:

    an item's sum, of the group            α                   for each class of the item
    an item's sum, of a party              γ                   for each class of the item and party
    a dimension's sum, group and parties   e_party / divisor   for each class (0 without a dimension score)

Something of a small set follows when a combination of what is shown is 0 on every class outside the set, and not on
each class inside it. α and γ are free for each item (where shown), so what is to be found is e: a number per party.

It is taken for granted that everyone knows who answered what: a rule that holds only while that is secret is weak.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import combinations, pairwise

from msgspec import Struct

from samenspel.group.figures import Answered, Cell, Figures, Pattern, Patterns

# Classes of answers that count alike in a dimension's figures, and the little algebra for them. ------------------

Row = Mapping[str, Fraction]
"""Party → coefficient: a sum over the parties that has to be 0."""


class Class(Struct, frozen=True):
    """The answers to one item of those of one party whose dimension score divides by ``divisor`` (0: has no score)."""

    party: str
    item: str
    divisor: int

    @property
    def weight(self) -> Fraction:
        """With what these answers count in the dimension's sum."""
        return Fraction(1, self.divisor) if self.divisor else Fraction(0)


def classes(patterns: Patterns) -> Counter[Class]:
    """Return each class that occurs, with how many people are in it; in the same order for the same patterns."""
    found: Counter[Class] = Counter()
    for party, counts in patterns.items():
        for pattern, n in counts.items():
            for item in sorted(pattern.items):
                found[Class(party, item, pattern.divisor)] += n
    return found


def class_sums(people: Iterable[Answered]) -> Counter[Class]:
    """Return the sum of each class's answers."""
    found: Counter[Class] = Counter()
    for one in people:
        for item, its_score in one.scores:
            found[Class(one.party, item, one.pattern.divisor)] += its_score
    return found


def null_space(parties: Sequence[str], rows: Sequence[Row]) -> list[dict[str, Fraction]]:
    """Return a basis of all e (a number per party) with Σ row · e = 0 for every row; empty when only 0 does."""
    solved: dict[str, dict[str, Fraction]] = {}  # party → how it follows from the parties that are free
    for row in rows:
        left: dict[str, Fraction] = {}
        for party, factor in row.items():
            for other, share in solved.get(party, {party: Fraction(1)}).items():
                left[other] = left.get(other, Fraction(0)) + factor * share
        left = {party: factor for party, factor in left.items() if factor}
        if not left:
            continue
        first, pivot = left.popitem()
        means = {party: -factor / pivot for party, factor in left.items()}
        for party, shares in solved.items():
            share = shares.pop(first, Fraction(0))
            for other, factor in means.items():
                shares[other] = shares.get(other, Fraction(0)) + share * factor
            solved[party] = shares
        solved[first] = means
    free = [party for party in parties if party not in solved]
    return [
        {
            party: solved[party].get(one, Fraction(0)) if party in solved else Fraction(int(party == one))
            for party in parties
        }
        for one in free
    ]


# Sets of people, and whether their answers follow from what is shown. --------------------------------------------

Members = frozenset[tuple[tuple[str, Pattern], int]]
"""(party, pattern) with how many of them: people, as far as they can be told apart."""
Classes = dict[str, dict[str, list[Fraction]]]
"""Item → party → the weights with which its answers count in the dimension's sum."""


class Some(Struct, frozen=True):
    """People: those of ``parties`` who answered ``items`` (``valid``: and have a score for the dimension)."""

    parties: frozenset[str]
    items: frozenset[str]
    members: Members
    valid: bool = False

    @property
    def size(self) -> int:
        """How many people they are."""
        return sum(n for _who, n in self.members)

    @property
    def several(self) -> bool:
        """Whether it is about more than the answers to one item: then their dimension score is meant."""
        return self.valid or len(self.items) > 1

    def has(self, one: Class) -> bool:
        """Say whether the answers of class ``one`` are theirs."""
        return one.party in self.parties and one.item in self.items and (one.divisor > 0 or not self.valid)

    def without(self, who: tuple[str, Pattern]) -> "Some":
        """Return the same people but for one."""
        left = Counter(dict(self.members)) - Counter([who])
        return Some(self.parties, self.items, frozenset(left.items()), self.valid)


def follows(patterns: Patterns, figures: Figures, minimum: int) -> bool:
    """Say whether answers of 1 to ``minimum`` - 1 people follow from ``figures``.

    Also whether someone who takes part, and takes away her own answers, learns those of one other.
    """
    small = [some for some in _sets(patterns) if some.size < minimum]
    whole = classes(patterns)
    if any(_follow(whole.keys(), figures, some) for some in _merged(small)):
        return True
    tiny = [some for some in small if some.size <= 2]  # noqa: PLR2004 - she and one other
    tried = set()
    for who in ((party, pattern) for party, counts in patterns.items() for pattern in counts) if tiny else ():
        gone = frozenset(one for one in classes({who[0]: {who[1]: 1}}) if whole[one] == 1)
        others = frozenset(some for one in tiny if (some := one.without(who)).size == 1)
        if (gone, others) not in tried and any(_follow(whole.keys() - gone, figures, one) for one in _merged(others)):
            return True
        tried.add((gone, others))
    return False


def small_sets(patterns: Patterns, minimum: int) -> list[Some]:
    """Return the sets of 1 to ``minimum`` - 1 people that the rules are for."""
    return _merged(some for some in _sets(patterns) if some.size < minimum)


def _sets(patterns: Patterns) -> Iterator[Some]:
    """Give the sets of people that the rules are for: of each party, or several: who answered an item, has a score."""
    for size in range(1, len(patterns) + 1):
        for parties in map(frozenset, combinations(sorted(patterns), size)):
            inside = {(party, pattern): n for party in parties for pattern, n in patterns[party].items()}
            everything = frozenset(item for _party, pattern in inside for item in pattern.items)
            yield Some(parties, everything, frozenset(inside.items()))
            scored = frozenset((who, n) for who, n in inside.items() if who[1].valid)
            if scored:
                yield Some(parties, everything, scored, valid=True)
            for item in everything:
                answered = frozenset((who, n) for who, n in inside.items() if item in who[1].items)
                yield Some(parties, frozenset({item}), answered)


def _merged(some: Iterable[Some]) -> list[Some]:
    """Put together the items that exactly the same people answered: a sum over those is theirs too."""
    items: dict[tuple[frozenset[str], Members, bool], frozenset[str]] = {}
    for one in some:
        key = (one.parties, one.members, one.valid)
        items[key] = items.get(key, frozenset()) | one.items
    return [Some(parties, theirs, members, valid) for (parties, members, valid), theirs in items.items()]


def _follow(known: Iterable[Class], figures: Figures, some: Some) -> bool:
    """Say whether a combination of ``figures`` holds answers of ``some``, and of nobody else."""
    inside: Classes = {}
    outside: Classes = {}
    for one in known:
        (inside if some.has(one) else outside).setdefault(one.item, {}).setdefault(one.party, []).append(one.weight)
    parties = sorted({party for by_party in (*inside.values(), *outside.values()) for party in by_party})
    bounds = _shown_bounds(parties, figures.dimension)
    for item, cell in figures.items.items():
        bounds += _outside_bounds(outside.get(item, {}), cell)
    return any(
        _reaches(e, inside[item], outside.get(item, {}), figures.items[item])
        for e in null_space(parties, bounds) or [dict.fromkeys(parties, Fraction(0))]
        for item in inside
    )


def _shown(cell: Cell, party: str) -> bool:
    return party in cell.parties and cell.shown(party)


def _shown_bounds(parties: list[str], dimension: Cell) -> list[Row]:
    """Return what e is bound to by what is hidden: a hidden party's sum comes only as part of the group's."""
    if not dimension.shown():
        return [{party: Fraction(1)} for party in parties]
    hidden = [party for party in parties if not _shown(dimension, party)]
    return [{one: Fraction(1), other: Fraction(-1)} for one, other in pairwise(hidden)]


def _outside_bounds(outside: Mapping[str, list[Fraction]], cell: Cell) -> list[Row]:
    """Return what e is bound to when all ``outside`` classes of an item (party → weights) have to come out at 0."""
    # One γ (or α) cannot make up for two weights.
    bounds: list[Row] = [{party: Fraction(1)} for party, weights in outside.items() if len(weights) > 1]
    hidden = [(party, weights[0]) for party, weights in outside.items() if not _shown(cell, party)]
    if not cell.shown():
        return bounds + [{party: weight} for party, weight in hidden]
    return bounds + [{one: weight, other: -its} for (one, weight), (other, its) in pairwise(hidden)]  # they share α


def _reaches(
    e: Mapping[str, Fraction], inside: Mapping[str, list[Fraction]], outside: Mapping[str, list[Fraction]], cell: Cell
) -> bool:
    """Say whether an item's classes ``inside`` do not all come out at 0."""
    shared = next((-weights[0] * e[party] for party, weights in outside.items() if not _shown(cell, party)), None)
    for party, weights in inside.items():
        if _shown(cell, party):
            factor = -outside[party][0] * e[party] if party in outside else None
        else:
            factor = shared if cell.shown() else Fraction(0)
        if factor is None or any(factor + weight * e[party] for weight in weights):  # None: free to be anything
            return True
    return False

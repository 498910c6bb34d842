"""Classes of answers that count alike in a dimension's figures, and the little algebra that ``inference`` needs."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction

from msgspec import Struct

from samenspel.group.patterns import Answered, Patterns

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

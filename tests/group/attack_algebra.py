"""What follows from sums: exact linear algebra over unknown sums, and reasoning with whole numbers and ranges.

Written apart from ``samenspel.group.inference``: an attacker that shares its defender's algebra shares its mistakes.
"""

from collections.abc import Hashable, Iterable, Mapping
from fractions import Fraction
from itertools import product
from math import ceil, floor

MOST_TRIES = 2_000
ZERO = Fraction(0)


class System:
    """Equations Σ coefficient · unknown = value, solved as they come: each pivot in terms of the free unknowns."""

    def __init__(self, ranges: Mapping[Hashable, tuple[int, int]]) -> None:
        self.ranges = dict(ranges)
        self.pivots: dict[Hashable, tuple[Fraction, dict[Hashable, Fraction]]] = {}  # unknown → constant, Σ free

    def add(self, row: Mapping[Hashable, Fraction], value: Fraction) -> None:
        constant, form = self.form(row)
        if not form:
            assert constant == value, "what is shown contradicts itself"
            return
        unknown = min(form, key=lambda one: (sum(one in f for _c, f in self.pivots.values()), str(one)))
        factor = form.pop(unknown)
        solved = (value - constant) / factor, {one: -share / factor for one, share in form.items()}
        for pivot, (its_constant, its_form) in self.pivots.items():
            if unknown in its_form:
                share = its_form.pop(unknown)
                for one, extra in solved[1].items():
                    new = its_form.get(one, ZERO) + share * extra
                    if new:
                        its_form[one] = new
                    else:
                        del its_form[one]
                self.pivots[pivot] = its_constant + share * solved[0], its_form
        self.pivots[unknown] = solved

    def form(self, row: Mapping[Hashable, Fraction]) -> tuple[Fraction, dict[Hashable, Fraction]]:
        """A sum in terms of the free unknowns."""
        constant, form = ZERO, {}
        for unknown, share in row.items():
            its_constant, its_form = self.pivots.get(unknown, (ZERO, {unknown: Fraction(1)}))
            constant += share * its_constant
            for one, factor in its_form.items():
                form[one] = form.get(one, ZERO) + share * factor
        return constant, {one: share for one, share in form.items() if share}

    def known_combination(self, unknowns: Iterable[Hashable]) -> tuple[dict[Hashable, Fraction], Fraction] | None:
        """A combination of these unknowns, and no other, that is known; with its value."""
        rows: list[tuple[dict, Fraction, dict]] = []  # form, constant, the combination it is of
        for unknown in unknowns:
            constant, form = self.form({unknown: Fraction(1)})
            combination = {unknown: Fraction(1)}
            for its_form, its_constant, its_combination in rows:
                lead = next(iter(its_form))
                if lead in form:
                    share = form[lead] / its_form[lead]
                    form = _less(form, its_form, share)
                    combination = _less(combination, its_combination, share)
                    constant -= share * its_constant
            if not form:
                return combination, constant
            rows.append((form, constant, combination))
        return None

    def tighten(self, rounds: int = 4) -> None:
        """Narrow the ranges: what is left of a sum when all others are as large, or as small, as they can be."""
        for _round in range(rounds):
            before = dict(self.ranges)
            for pivot, (constant, form) in self.pivots.items():
                row = {pivot: Fraction(-1), **form}
                for unknown, share in row.items():
                    rest = {one: factor for one, factor in row.items() if one != unknown}
                    low, high = self.span(constant, rest)
                    ends = sorted((-low / share, -high / share))
                    old = self.ranges[unknown]
                    self.ranges[unknown] = max(old[0], ceil(ends[0])), min(old[1], floor(ends[1]))
            if before == self.ranges:
                return

    def span(self, constant: Fraction, form: Mapping[Hashable, Fraction]) -> tuple[Fraction, Fraction]:
        low = high = constant
        for unknown, share in form.items():
            ends = sorted(share * end for end in self.ranges[unknown])
            low, high = low + ends[0], high + ends[1]
        return low, high

    def only_value(self, row: Mapping[Hashable, Fraction]) -> Fraction | None:
        """The only value that ``row`` can have within the ranges, in whole numbers; None when there is more than one.

        Tries all values of the free unknowns where these are few; else it only looks at the ranges.
        """
        direct, through = self.span(ZERO, row), self.span(*self.form(row))
        low, high = max(direct[0], through[0]), min(direct[1], through[1])
        if low == high:
            return low
        free = self._tied_to(row)
        tries = 1
        for one in free:
            tries *= self.ranges[one][1] - self.ranges[one][0] + 1
        if tries > MOST_TRIES:
            return None
        touched = [(p, c, f) for p, (c, f) in self.pivots.items() if f.keys() & free]
        constant, form = self.form(row)
        found = set()
        order = list(free)
        for values in product(*(range(self.ranges[one][0], self.ranges[one][1] + 1) for one in order)):
            at = dict(zip(order, values, strict=True))
            if all(self._possible(p, c + sum(s * at[one] for one, s in f.items())) for p, c, f in touched):
                found.add(constant + sum(s * at[one] for one, s in form.items()))
                if len(found) > 1:
                    return None
        return found.pop() if found else None

    def _tied_to(self, row: Mapping[Hashable, Fraction]) -> set[Hashable]:
        free = set(self.form(row)[1])
        while True:
            more = {one for _c, form in self.pivots.values() if form.keys() & free for one in form} - free
            if not more:
                return free
            free |= more

    def _possible(self, unknown: Hashable, value: Fraction) -> bool:
        low, high = self.ranges[unknown]
        return value.denominator == 1 and low <= value <= high


def _less(row: dict, other: dict, share: Fraction) -> dict:
    found = dict(row)
    for one, factor in other.items():
        found[one] = found.get(one, ZERO) - share * factor
    return {one: factor for one, factor in found.items() if factor}

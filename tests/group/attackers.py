"""Two attackers who see everything that is released, know all rules, and know *who answered what* (not: what).

The outsider wins when something of the answers of 1 to k - 1 people follows: those of a party, of the other roles, or
of several of these, who answered an item (or have a dimension score, or answered anything). The participant knows her
own answers besides, and wins when she learns those of one other.

They know more than anyone will in practice: the numbers behind every mean, and who skipped what. What they do not do
is told in ``docs/privacy.md``.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations
from math import lcm
from typing import NamedTuple

from attack_algebra import System

from samenspel.advice import item_shortfall
from samenspel.group.model import Contribution, Released, ReleasedItem
from samenspel.questionnaire.applicability import applicable_items
from samenspel.questionnaire.model import DONT_KNOW, KNOWLEDGE, MEETING, OTHER_ROLE, ContextTrigger, Questionnaire
from samenspel.scoring import item_score, score

ME = "ik"
SCALE = 5


class Person(NamedTuple):
    """What the attacker knows of someone in one dimension: party, answered items, what the score divides by."""

    party: str
    items: frozenset[str]
    divisor: int


class Unknown(NamedTuple):
    """A sum: the answers to an item by those of a party whose score has the same divisor."""

    party: str
    item: str
    divisor: int


class Claim(NamedTuple):
    """What an attacker says: a combination of sums, its value, of how many people; ``exactly`` or by ranges."""

    where: str
    who: frozenset[str]
    items: frozenset[str]
    people: int
    combination: dict
    value: Fraction
    exactly: bool


def outsider(questionnaire: Questionnaire, everyone: Sequence[Contribution], seen: Released) -> list[Claim]:
    """What follows of 1 to k - 1 people."""
    return [
        claim
        for dimension in questionnaire.asked.dimensions
        for claim in _dimension(questionnaire, everyone, seen, dimension.id, None, seen.minimum - 1)
    ]


def participant(questionnaire: Questionnaire, everyone: Sequence[Contribution], seen: Released, me: int) -> list[Claim]:
    """What follows, for the one at place ``me`` who takes away her own answers, of one other."""
    return [
        claim
        for dimension in questionnaire.asked.dimensions
        for claim in _dimension(questionnaire, everyone, seen, dimension.id, me, 1)
    ]


def truth(questionnaire: Questionnaire, everyone: Sequence[Contribution], claim: Claim, me: int | None) -> Fraction:
    """What the claimed combination really is."""
    actual = _actual(questionnaire, everyone, claim.where, me)
    return sum((share * actual[unknown] for unknown, share in claim.combination.items()), Fraction(0))


def _dimension(questionnaire, everyone, seen, dimension: str, me: int | None, most: int) -> Iterator[Claim]:
    people = _people(questionnaire, everyone, dimension, me)
    targets = list(_targets(people, most))
    if not targets:
        return
    system = _system(questionnaire, everyone, seen, dimension, people, me)
    rest = []
    for who, items, members, unknowns in targets:
        found = system.known_combination(unknowns)
        if found:
            yield Claim(dimension, who, items, members, *found, exactly=True)
        else:
            rest.append((who, items, members, unknowns))
    system.tighten()
    for who, items, members, unknowns in rest:
        row = {unknown: Fraction(1) if len(items) == 1 else Fraction(1, unknown.divisor or 1) for unknown in unknowns}
        value = system.only_value(row)
        if value is not None:
            yield Claim(dimension, who, items, members, row, value, exactly=False)


def _people(questionnaire, everyone, dimension: str, me: int | None) -> list[Person]:
    place = [d.id for d in questionnaire.asked.dimensions].index(dimension)
    found = []
    for nth, one in enumerate(everyone):
        answers = one.response.answers
        items = frozenset(
            i.id
            for i in applicable_items(questionnaire, one.response)
            if i.dimension == dimension and item_score(i, answers.get(i.id)) is not None
        )
        valid = score(questionnaire, one.response).dimensions[place].score is not None
        if items:
            found.append(Person(ME if nth == me else one.response.party, items, len(items) if valid else 0))
    return found


def _actual(questionnaire, everyone, dimension: str, me: int | None) -> Counter:
    found = Counter()
    items = {i.id: i for i in questionnaire.asked.items}
    for nth, one in enumerate(everyone):
        for person in _people(questionnaire, [one], dimension, 0 if nth == me else None):
            for item in person.items:
                key = Unknown(person.party, item, person.divisor)
                found[key] += item_score(items[item], one.response.answers[item])
    return found


def _targets(people: list[Person], most: int):
    """Sets of 1 to ``most`` people: parties, items, how many, the sums that are theirs."""
    parties = sorted({p.party for p in people} - {ME})
    for size in range(1, len(parties) + 1):
        for who in map(frozenset, combinations(parties, size)):
            theirs = [p for p in people if p.party in who]
            items = frozenset(i for p in theirs for i in p.items)
            same: dict[tuple[int, ...], set[str]] = {}
            for item in items:
                same.setdefault(tuple(nth for nth, p in enumerate(theirs) if item in p.items), set()).add(item)
            for members, answered in same.items():
                if len(members) <= most:
                    yield who, frozenset(answered), len(members), _sums(theirs, answered)
            scored = [p for p in theirs if p.divisor]
            if 0 < len(scored) <= most:
                yield who, items, len(scored), _sums(scored, items)
            if len(theirs) <= most:
                yield who, items, len(theirs), _sums(theirs, items)


def _sums(people, items) -> list[Unknown]:
    return sorted({Unknown(p.party, i, p.divisor) for p in people for i in p.items if i in items})


def _system(questionnaire, everyone, seen: Released, dimension: str, people: list[Person], me: int | None) -> System:
    sizes = Counter(Unknown(p.party, i, p.divisor) for p in people for i in p.items)
    system = System({unknown: (n, SCALE * n) for unknown, n in sizes.items()})
    if me is not None:
        mine = {u: n for u, n in _actual(questionnaire, everyone, dimension, me).items() if u.party == ME}
        for unknown, value in mine.items():
            system.add({unknown: Fraction(1)}, Fraction(value))
    own = everyone[me].response.party if me is not None else ""
    parties = [p.id for p in questionnaire.asked.parties]

    def add(mean, among, items, weight, denominator):
        """The equation of one shown mean, over those of the parties ``among`` (her own among them)."""
        among = {*among, ME} if own in among else among
        theirs = {u for u in sizes if u.party in among and u.item in items}
        row = {u: weight(u) for u in theirs if weight(u)}
        counting = [p for p in people if p.party in among and p.items & items and (weight(p) != 0)]
        if mean is not None and counting:
            system.add(row, Fraction(round(mean * len(counting) * denominator), denominator))

    everybody = {*parties, OTHER_ROLE}
    for item in seen.items:
        if any(u.item == item.id for u in sizes):
            add(item.mean, everybody, {item.id}, lambda _one: Fraction(1), 1)
            for party in parties:
                add(item.parties[party], {party}, {item.id}, lambda _one: Fraction(1), 1)
    (shown,) = [d for d in seen.dimensions if d.id == dimension]
    items = {u.item for u in sizes}
    common = lcm(*(p.divisor or 1 for p in people))
    add(shown.mean, everybody, items, _part, common)
    for party in parties:
        add(shown.parties[party], {party}, items, _part, common)
    return system


def _part(one: Unknown | Person) -> Fraction:
    return Fraction(1, one.divisor) if one.divisor else Fraction(0)


def hidden_unknowns(
    questionnaire: Questionnaire, everyone: Sequence[Contribution], seen: Released
) -> list[tuple[str, int, int]]:
    """Of items that 1 to k - 1 people answered: how many said *weet ik niet*, where that follows (item, people, it)."""
    answered: Counter[str] = Counter()
    for one in everyone:
        answered.update(i.id for i in applicable_items(questionnaire, one.response) if i.id in one.response.answers)
    found = []
    for dimension in seen.dimensions:
        mine = [i.id for i in questionnaire.asked.items if i.dimension == dimension.id and i.dont_know]
        items = [i for i in seen.items if i.id in mine]
        few = [i for i in items if 0 < answered[i.id] < seen.minimum]
        found += [(i.id, answered[i.id], i.unknown) for i in few if i.unknown is not None]
        hidden = [i for i in items if i.unknown is None and answered[i.id]]
        total = sum(answered[i.id] for i in items)
        if dimension.unclear is not None and len(hidden) == 1:
            left = round(dimension.unclear * total) - sum(i.unknown for i in items if i.unknown is not None)
            found.append((hidden[0].id, answered[hidden[0].id], left))
    return found


def shares_of_few(everyone: Sequence[Contribution], seen: Released) -> float | None:
    """The summed share of cards right of 1 to k - 1 people, where it is shown."""
    people = sum(one.knowledge is not None for one in everyone)
    return seen.knowledge * people if seen.knowledge is not None and 0 < people < seen.minimum else None


def gaps_in_advice(
    questionnaire: Questionnaire, everyone: Sequence[Contribution], seen: Released
) -> list[tuple[str, float]]:
    """Gaps that are not shown but can be read from the priority of an advice (item, |gap|).

    The attacker knows everything else that the priority is made of.
    """
    items = {i.id: i for i in seen.items}
    found = []
    for ranked in seen.advice:
        advice = questionnaire.advice(ranked.id)
        counting = {key: _shortfall(questionnaire, everyone, seen, key, t) for key, t in advice.triggers.items()}
        weights = {k: t.weight if isinstance(t, ContextTrigger) else t for k, t in advice.triggers.items()}
        total = sum(weights[key] for key, s in counting.items() if s is not None)
        without = sum(weights[key] * s for key, s in counting.items() if s is not None)
        strength = ranked.priority / 100 / (0.85 + 0.15 * advice.evidence_weight) * max(6, total)
        hidden = [k for k, s in counting.items() if k in items and s is not None and items[k].gap is None]
        if len(hidden) == 1 and strength - without > 1e-6:
            found.append((hidden[0], (strength - without) / weights[hidden[0]] * 16))
    return found


def _shortfall(questionnaire, everyone, seen: Released, key: str, trigger) -> float | None:
    if isinstance(trigger, ContextTrigger):
        values = [trigger.shortfalls.get(one, 0) for one in _told(everyone, key)]
        return context_shortfall(values, seen.minimum)
    if key == KNOWLEDGE:
        return None if seen.knowledge is None else 1 - seen.knowledge
    item = questionnaire.item(key)
    given = [
        c.response.answers[key]
        for c in everyone
        if key in c.response.answers and item in applicable_items(questionnaire, c.response)
    ]
    shown: ReleasedItem = next(i for i in seen.items if i.id == key)
    if len(given) < seen.minimum:
        return None
    if shown.n < seen.minimum:
        return item_shortfall(item, DONT_KNOW)
    mean = sum(item_shortfall(item, one) for one in given) / len(given)
    return min(1.0, mean + abs(shown.gap or 0) / 16)


def _told(everyone: Sequence[Contribution], key: str) -> list[str]:
    """What was answered to the question about the meeting, or about experience."""
    given = [c.response.meeting if key == MEETING else c.response.experience for c in everyone]
    return [one for one in given if one]


def context_shortfall(values: Sequence[float], minimum: int) -> float | None:
    """The rule for a context trigger, in fractions: each value is what one who answered the question lacks."""
    short = [Fraction(value) for value in values if value]
    if len(values) < minimum or len(short) < minimum:
        return None
    over = len(values) if len(values) - len(short) >= minimum else len(short)
    quarters = int(4 * sum(short) / over + Fraction(1, 2))
    return max(1, quarters) / 4


def contexts_of_few(
    questionnaire: Questionnaire, everyone: Sequence[Contribution], seen: Released, *, exact: bool = False
) -> list[tuple[str, str, int]]:
    """Numbers of 1 to k - 1 people that follow from the priority of an advice with a context trigger.

    Each is (advice, which people, how many): those who gave an answer that counts whole (s = 1), half, any at all, or
    none of these. The attacker knows everything else that the priority is made of, how many answered the question, and
    whether the rule holds (``exact``: it does not); she tries all numbers.
    """
    found = []
    for ranked in seen.advice:
        advice = questionnaire.advice(ranked.id)
        contexts = [(key, t) for key, t in advice.triggers.items() if isinstance(t, ContextTrigger)]
        if len(contexts) != 1:
            continue
        ((key, trigger),) = contexts
        others = {k: _shortfall(questionnaire, everyone, seen, k, t) for k, t in advice.triggers.items() if k != key}
        weights = {k: advice.triggers[k] for k, s in others.items() if s is not None}
        rest, total = sum(w * others[k] for k, w in weights.items()), sum(weights.values())
        halves = range(len(_told(everyone, key)) + 1) if 0.5 in trigger.shortfalls.values() else (0,)
        n = len(_told(everyone, key))
        fitting = []
        for whole in range(n + 1):
            for half in (one for one in halves if whole + one <= n):
                values = [1.0] * whole + [0.5] * half + [0.0] * (n - whole - half)
                s = context_shortfall(values, seen.minimum)
                if exact:
                    s = sum(values) / n if n >= seen.minimum and any(values) else None
                strength = (rest + trigger.weight * (s or 0)) / max(6, total + (trigger.weight if s is not None else 0))
                if abs(100 * strength * (0.85 + 0.15 * advice.evidence_weight) - ranked.priority) < 1e-6:
                    fitting.append({"whole": whole, "half": half, "any": whole + half, "none": n - whole - half})
        for who in ("whole", "half", "any", "none"):
            numbers = {one[who] for one in fitting}
            if len(numbers) == 1 and 0 < (number := numbers.pop()) < seen.minimum:
                found.append((ranked.id, who, number))
    return found


def unanimous(questionnaire: Questionnaire, everyone: Sequence[Contribution], minimum: int, claim: Claim) -> bool:
    """Whether the claim is about unanimity, which cannot be hidden.

    So it is when on each of its items all but at most one gave the same answer (or: of those who answered 1 to 5), in a
    set of at least k that they belong to: the whole group, or one or more parties.
    """
    parties = sorted({c.response.party for c in everyone})
    around = [set(who) for size in range(1, len(parties) + 1) for who in combinations(parties, size)]
    around = [who for who in around if claim.who <= who]
    for item in {unknown.item for unknown in claim.combination}:
        asked = questionnaire.item(item)
        given = [
            (c.response.party, c.response.answers[item])
            for c in everyone
            if item in c.response.answers and asked in applicable_items(questionnaire, c.response)
        ]
        sets = [[answer for party, answer in given if party in who] for who in around]
        sets += [[answer for answer in one if answer != DONT_KNOW] for one in sets]
        if not any(len(one) >= minimum and max(Counter(one).values()) >= len(one) - 1 for one in sets):
            return False
    return True

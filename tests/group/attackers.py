"""Three attackers who see everything that is released, know all rules, and know *who answered what* (not: what).

The outsider wins when something of the answers of 1 to k - 1 people follows: those of a party, of the other roles, or
of several of these, who answered an item (or have a dimension score, or answered anything). The participant knows her
own answers besides, and wins when she learns those of one other. The watcher knows who takes no part in the meetings,
and wins when the sum of the answers of 1 to k - 1 of those follows.

They know more than anyone will in practice: the numbers behind every mean, and who skipped what. A figure that is
rounded is to them a range, and an exact one (``exact``) an equation. What they do not do: see ``docs/privacy.md``.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations
from math import ceil, floor, lcm
from typing import NamedTuple

from attack_algebra import System

from samenspel.advice import item_shortfall
from samenspel.group.model import Contribution, Released, ReleasedItem
from samenspel.questionnaire.applicability import applicable_items
from samenspel.questionnaire.model import DONT_KNOW, KNOWLEDGE, MEETING, OTHER_ROLE, ContextTrigger, Questionnaire
from samenspel.scoring import item_score

ME = "ik"
SCALE = 5
ROUNDING = 0.05 + 1e-9
"""How far a priority may be from what is shown."""


class Person(NamedTuple):
    """What the attacker knows of someone in one dimension: party, answered items, what the score divides by."""

    party: str
    items: frozenset[str]
    divisor: int
    absent: bool


class Unknown(NamedTuple):
    """A sum: the answers to an item by those of a party whose score has the same divisor.

    ``absent``: of those who take no part in the meetings; False when the attacker does not know who these are.
    """

    party: str
    item: str
    divisor: int
    absent: bool


class Claim(NamedTuple):
    """What an attacker says: a combination of sums, its value, of how many people; ``exactly`` or by ranges."""

    where: str
    who: frozenset[str]
    items: frozenset[str]
    people: int
    combination: dict
    value: Fraction
    exactly: bool
    watched: bool = False


def outsider(
    questionnaire: Questionnaire, everyone: Sequence[Contribution], seen: Released, *, exact: bool = False
) -> list[Claim]:
    """What follows of 1 to k - 1 people."""
    return [
        claim
        for dimension in questionnaire.asked.dimensions
        for claim in Attack(questionnaire, everyone, seen, dimension.id, exact=exact).claims(seen.minimum - 1)
    ]


def participant(
    questionnaire: Questionnaire, everyone: Sequence[Contribution], seen: Released, me: int, *, exact: bool = False
) -> list[Claim]:
    """What follows, for the one at place ``me`` who takes away her own answers, of one other."""
    return [
        claim
        for dimension in questionnaire.asked.dimensions
        for claim in Attack(questionnaire, everyone, seen, dimension.id, me=me, exact=exact).claims(1)
    ]


def watcher(
    questionnaire: Questionnaire, everyone: Sequence[Contribution], seen: Released, *, exact: bool = False
) -> list[Claim]:
    """What follows of 1 to k - 1 people who take no part in the meetings."""
    return [
        claim
        for dimension in questionnaire.asked.dimensions
        for claim in Attack(questionnaire, everyone, seen, dimension.id, watched=True, exact=exact).claims(
            seen.minimum - 1
        )
    ]


def truth(questionnaire: Questionnaire, everyone: Sequence[Contribution], claim: Claim, me: int | None) -> Fraction:
    """What the claimed combination really is."""
    actual = Attack(questionnaire, everyone, None, claim.where, me=me, watched=claim.watched).actual
    return sum((share * actual[unknown] for unknown, share in claim.combination.items()), Fraction(0))


class Attack:
    """What one attacker makes of one dimension."""

    def __init__(
        self,
        questionnaire: Questionnaire,
        everyone: Sequence[Contribution],
        seen: Released | None,
        dimension: str,
        *,
        me: int | None = None,
        watched: bool = False,
        exact: bool = False,
    ) -> None:
        self.parties = [p.id for p in questionnaire.asked.parties]
        self.dimension, self.seen, self.exact, self.watched = dimension, seen, exact, watched
        self.items = {i.id: i for i in questionnaire.asked.items if i.dimension == dimension}
        self.counted = {i.id for i in self.items.values() if not i.only or {*i.only} >= {*self.parties}}
        self.own = everyone[me].response.party if me is not None else ""
        self.mine: Counter[Unknown] = Counter()
        self.actual: Counter[Unknown] = Counter()
        self.people: list[Person] = []
        without = {c.id for c in questionnaire.asked.context.meeting.choices if c.no_meeting}
        for nth, one in enumerate(everyone):
            absent = watched and one.response.meeting in without
            self._meet(questionnaire, one, ME if nth == me else one.response.party, absent=absent)

    def _meet(self, questionnaire, one: Contribution, party: str, *, absent: bool) -> None:
        asked = [i for i in applicable_items(questionnaire, one.response) if i.id in self.items]
        given = {i.id: item_score(i, one.response.answers.get(i.id)) for i in asked}
        given = {item: value for item, value in given.items() if value is not None}
        if not given:
            return
        counted, applicable = len(given.keys() & self.counted), sum(i.id in self.counted for i in asked)
        valid = counted >= min(2, applicable) and 2 * counted >= applicable
        person = Person(party, frozenset(given), counted if valid else 0, absent)
        self.people.append(person)
        for item, value in given.items():
            unknown = Unknown(party, item, person.divisor, absent)
            self.actual[unknown] += value
            if party == ME:
                self.mine[unknown] += value

    def claims(self, most: int) -> Iterator[Claim]:
        targets = list(self._absentees(most) if self.watched else self._targets(most))
        if not targets:
            return
        system = self._system()
        rest = []
        for who, items, members, unknowns in targets:
            found = system.known_combination(unknowns)
            if found:
                yield Claim(self.dimension, who, items, members, *found, exactly=True, watched=self.watched)
            else:
                rest.append((who, items, members, unknowns))
        system.tighten()
        for who, items, members, unknowns in rest:
            row = {u: Fraction(1) if len(items) == 1 or self.watched else self.part(u) or Fraction(1) for u in unknowns}
            value = system.only_value(row)
            if value is not None:
                yield Claim(self.dimension, who, items, members, row, value, exactly=False, watched=self.watched)

    def part(self, one: Unknown | Person) -> Fraction:
        """With what an answer, or anything of someone, counts in the dimension's sum."""
        counts = one.divisor and (isinstance(one, Person) or one.item in self.counted)
        return Fraction(1, one.divisor) if counts else Fraction(0)

    def _targets(self, most: int):
        """Sets of 1 to ``most`` people: parties, items, how many, the sums that are theirs."""
        parties = sorted({p.party for p in self.people} - {ME})
        for size in range(1, len(parties) + 1):
            for who in map(frozenset, combinations(parties, size)):
                theirs = [p for p in self.people if p.party in who]
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

    def _absentees(self, most: int):
        """Sets of 1 to ``most`` people who take no part in the meetings, and have a score."""
        parties = sorted({p.party for p in self.people})
        for size in range(1, len(parties) + 1):
            for who in map(frozenset, combinations(parties, size)):
                theirs = [p for p in self.people if p.party in who and p.absent and p.divisor]
                items = frozenset(i for p in theirs for i in p.items & self.counted)
                if 0 < len(theirs) <= most and who == {p.party for p in theirs}:
                    yield who, items, len(theirs), _sums(theirs, items)

    def _system(self) -> System:
        sizes = Counter(Unknown(p.party, i, p.divisor, p.absent) for p in self.people for i in p.items)
        system = System({unknown: (n, SCALE * n) for unknown, n in sizes.items()})
        for unknown, value in self.mine.items():
            system.add({unknown: Fraction(1)}, Fraction(value))

        def add(name, mean, among, items, weight, denominator, total=None):
            """The equation of one shown mean, over those of the parties ``among`` (her own among them).

            A rounded one is an equation with an unknown of its own: how far the sum lies above the least that it is.
            """
            among = {*among, ME} if self.own in among else among
            theirs = {u for u in sizes if u.party in among and u.item in items}
            row = {u: weight(u) for u in theirs if weight(u)}
            n = sum(1 for p in self.people if p.party in among and p.items & items and weight(p) != 0)
            if mean is None or not n:
                return
            if total is not None or self.exact:
                system.add(row, Fraction(round(mean * n * denominator), denominator) if total is None else total)
                return
            shown = Fraction(round(10 * mean), 10)
            low, high = (n * denominator * (shown + off) for off in (Fraction(-1, 20), Fraction(1, 20)))
            least, most = ceil(low), ceil(high) - 1
            if least == most:
                system.add(row, Fraction(least, denominator))
                return
            system.ranges[name] = (0, most - least)
            system.add({**row, name: Fraction(-1, denominator)}, Fraction(least, denominator))

        everybody = {*self.parties, OTHER_ROLE}
        for item in self.seen.items:
            if any(u.item == item.id for u in sizes):
                one, total = lambda _one: Fraction(1), _sum(self.items[item.id], item)
                add(("item", item.id, ""), item.mean, everybody, {item.id}, one, 1, total)
                for party in self.parties:
                    add(("item", item.id, party), item.parties[party], {party}, {item.id}, one, 1)
        (shown,) = [d for d in self.seen.dimensions if d.id == self.dimension]
        common = lcm(*(p.divisor or 1 for p in self.people))
        for party, mean in {"": shown.mean, **shown.parties}.items():
            among = {party} if party else everybody
            add(("dimension", party), mean, among, {u.item for u in sizes}, self.part, common)
        return system


def _sum(item, shown: ReleasedItem) -> Fraction | None:
    """The sum of the scores, where each answer's count is shown."""
    if shown.counts is None:
        return None
    return Fraction(sum(n * item_score(item, answer) for answer, n in enumerate(shown.counts, start=1)))


def _sums(people, items) -> list[Unknown]:
    return sorted({Unknown(p.party, i, p.divisor, p.absent) for p in people for i in p.items if i in items})


def hidden_unknowns(
    questionnaire: Questionnaire, everyone: Sequence[Contribution], seen: Released
) -> list[tuple[str, int, int]]:
    """Of items that 1 to k - 1 people answered: how many said *weet ik niet*, where that follows (item, people, it)."""
    answered: Counter[str] = Counter()
    for one in everyone:
        answered.update(i.id for i in applicable_items(questionnaire, one.response) if i.id in one.response.answers)
    found = []
    for dimension in seen.dimensions:
        parties = {p.id for p in questionnaire.asked.parties}
        mine = [
            i.id
            for i in questionnaire.asked.items
            if i.dimension == dimension.id and i.dont_know and (not i.only or {*i.only} >= parties)
        ]
        items = [i for i in seen.items if i.id in mine]
        few = [i for i in items if 0 < answered[i.id] < seen.minimum]
        found += [(i.id, answered[i.id], i.unknown) for i in few if i.unknown is not None]
        hidden = [i for i in items if i.unknown is None and answered[i.id]]
        total = sum(answered[i.id] for i in items)
        if dimension.unclear is not None and len(hidden) == 1:
            known = sum(i.unknown for i in items if i.unknown is not None)
            here = range(known, known + answered[hidden[0].id] + 1)
            percent = round(100 * dimension.unclear)
            fitting = [c for c in here if floor(Fraction(100 * c, total) + Fraction(1, 2)) == percent]
            if len(fitting) == 1:
                found.append((hidden[0].id, answered[hidden[0].id], fitting[0] - known))
    return found


def shares_of_few(everyone: Sequence[Contribution], seen: Released) -> float | None:
    """The summed share of cards right of 1 to k - 1 people, where it is shown."""
    people = sum(one.knowledge is not None for one in everyone)
    return seen.knowledge * people if seen.knowledge is not None and 0 < people < seen.minimum else None


def gaps_in_advice(
    questionnaire: Questionnaire, everyone: Sequence[Contribution], seen: Released
) -> list[tuple[str, float, float]]:
    """Gaps that are not shown but can be read from the priority of an advice (item, least and most |gap|).

    The attacker knows everything else that the priority is made of, exactly.
    """
    items = {i.id: i for i in seen.items}
    found = []
    for ranked in seen.advice:
        advice = questionnaire.advice(ranked.id)
        counting = {key: _shortfall(questionnaire, everyone, seen, key, t) for key, t in advice.triggers.items()}
        weights = {k: t.weight if isinstance(t, ContextTrigger) else t for k, t in advice.triggers.items()}
        parts = {key: weights[key] * s for key, s in counting.items() if s is not None}
        full = max(6, sum(weights[key] for key in parts))
        scale = 0.85 + 0.15 * advice.evidence_weight
        ends = [(ranked.priority + off) / 100 / scale for off in (-ROUNDING, ROUNDING)]
        hidden = [k for k in parts if k in items and items[k].gap is None]
        if len(hidden) == 1 and ends[0] > max(sum(parts.values()) / full, max(parts.values()) / 6) + 1e-6:
            # Together with the rest, or alone: the smaller of both gaps is the one that the larger strength comes from.
            [one] = hidden
            least = [min(end * full - sum(parts.values()), end * 6 - parts[one]) for end in ends]
            found.append((one, *(more / weights[one] * 16 for more in least)))
    return found


def _shortfall(questionnaire, everyone, seen: Released, key: str, trigger) -> float | None:
    if isinstance(trigger, ContextTrigger):
        values = [trigger.shortfalls.get(one, 0) for one in _told(everyone, key)]
        return context_shortfall(values, seen.minimum)
    if key == KNOWLEDGE:
        shares = [one.knowledge.share for one in everyone if one.knowledge]
        return None if seen.knowledge is None else 1 - sum(shares) / len(shares)
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
    return min(1.0, mean + (abs(_gap(questionnaire, everyone, item)) if shown.gap is not None else 0) / 16)


def _gap(questionnaire, everyone, item) -> float:
    first, second = (
        [
            item_score(item, c.response.answers[item.id])
            for c in everyone
            if c.response.party == party.id
            and c.response.answers.get(item.id)
            and item in applicable_items(questionnaire, c.response)
        ]
        for party in questionnaire.asked.parties
    )
    return sum(first) / len(first) - sum(second) / len(second)


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
    whether the rules hold (``exact``: they do not, nor is the priority rounded); she tries all numbers.
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
                away = abs(100 * strength * (0.85 + 0.15 * advice.evidence_weight) - ranked.priority)
                if away < (1e-6 if exact else ROUNDING):
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
    theirs = {unknown.party for unknown in claim.combination} & {*parties}  # nobody of the others has these answers
    around = [who for who in around if theirs <= who]
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


# Two waves side by side --------------------------------------------------------------------------------------


class Few(NamedTuple):
    """What she says of the few who are in one of two waves only: the sum of their scores on an item."""

    item: str
    who: str | None
    people: int
    sum: int


def side_by_side(
    questionnaire: Questionnaire,
    waves: tuple[Sequence[Contribution], Sequence[Contribution]],
    stayed: int,
    seen: tuple[Released, Released],
) -> list[Few]:
    """What follows of 1 to k - 1 people who came, or went, when she takes it that the others answered the same again.

    The first ``stayed`` of both waves are the others. She knows who is who, and who answered what; not what.
    """
    found = []
    for who in (None, *(party.id for party in questionnaire.asked.parties)):
        came, went = ([one for one in wave[stayed:] if who in {None, one.response.party}] for wave in reversed(waves))
        few = came or went
        if (came and went) or not 0 < len(few) < seen[1].minimum:
            continue
        for item in questionnaire.asked.items:
            people = sum(item_score(item, one.response.answers.get(item.id)) is not None for one in few)
            then, now = (_sum_shown(item, who, wave, released) for wave, released in zip(waves, seen, strict=True))
            if people and then is not None and now is not None:
                found.append(Few(item.id, who, people, now - then if came else then - now))
    return found


def _sum_shown(item, who: str | None, wave: Sequence[Contribution], seen: Released) -> int | None:
    """The sum of scores that a wave shows: exactly, by the counts of answers, or by the mean of fewer than ten."""
    (shown,) = (one for one in seen.items if one.id == item.id)
    if who is None and shown.counts is not None:
        return sum(item_score(item, answer) * n for answer, n in enumerate(shown.counts, 1))
    mean = shown.mean if who is None else shown.parties[who]
    among = [one for one in wave if who in {None, one.response.party}]
    n = sum(item_score(item, one.response.answers.get(item.id)) is not None for one in among)
    return round(mean * n) if mean is not None and n < 10 else None


def truth_of_few(questionnaire: Questionnaire, few: Sequence[Contribution], claim: Few) -> bool:
    """Whether the claim is true of those who came or went."""
    item = questionnaire.item(claim.item)
    scores = [
        item_score(item, one.response.answers.get(item.id)) for one in few if claim.who in {None, one.response.party}
    ]
    return sum(one for one in scores if one is not None) == claim.sum

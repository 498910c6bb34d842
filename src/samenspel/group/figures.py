"""One figure for the whole group and for each party, which of them the rules hide, and who answered what of it.

``Rules`` lists the rules. Each is on; a test that shows what a rule is for switches that one off.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from fractions import Fraction

from msgspec import Struct

from samenspel.group.model import Why
from samenspel.group.statistics import Sample
from samenspel.questionnaire.applicability import applicable_items, asked_of_all, without_meeting
from samenspel.questionnaire.model import Questionnaire
from samenspel.response import Response
from samenspel.scoring import enough, item_score


class Rules(Struct, frozen=True):
    """What hides.

    Attributes:
        minimum: a figure of fewer than k answers.
        complementary: the smallest shown party, while fewer than k stay outside the shown parties.
        rounded: figures leave with one decimal, shares as whole percents.
        through_dimensions: a dimension's means, where an answer of fewer than k follows from them and from the items.
        set_apart: the same, where it follows for those whom a form, the meeting or a skipped statement sets apart.
        unknown: how many gave *weet ik niet*, of fewer than k who answered.
        unclear: a dimension's share of *weet ik niet*, where such a number follows from it.
        knowledge: the share of cards right of fewer than k.
        gaps: in advice, gaps that may not be shown.
        context: in advice, how many gave an answer about their experience or the meeting.
    """

    minimum: bool = True
    complementary: bool = True
    rounded: bool = True
    through_dimensions: bool = True
    set_apart: bool = True
    unknown: bool = True
    unclear: bool = True
    knowledge: bool = True
    gaps: bool = True
    context: bool = True


ALL_RULES = Rules()


class Cell(Struct, frozen=True):
    """One figure for the whole group and for each party; ``why`` holds what is hidden (the group under None)."""

    whole: Sample
    parties: dict[str, Sample]
    why: dict[str | None, Why]

    def shown(self, party: str | None = None) -> bool:
        """Say whether the figures of the group (None) or of ``party`` may be shown."""
        return party not in self.why

    def side_by_side(self) -> bool:
        """Say whether every party has figures that may be shown, so that they can be compared."""
        return all(self.shown(party) and sample.n for party, sample in self.parties.items())

    def hidden(self) -> list[tuple[str | None, Why]]:
        """Return what is hidden and why: the group (None), then the parties in questionnaire order."""
        return [(party, self.why[party]) for party in (None, *self.parties) if party in self.why]

    def hiding(self, parties: Iterable[str | None]) -> "Cell":
        """Return this cell with more hidden, being complementary; what was hidden keeps its reason."""
        more: dict[str | None, Why] = dict.fromkeys(parties, "complementary")
        return Cell(self.whole, self.parties, {**more, **self.why})

    def n_shown(self) -> int:
        """Return how many scores the shown parties have."""
        return sum(sample.n for party, sample in self.parties.items() if self.shown(party))

    def smallest_shown(self) -> str | None:
        """Return the shown party with the fewest scores (equal sizes: the later one); None when none is shown."""
        shown = [party for party in self.parties if self.shown(party)]
        return min(reversed(shown), key=lambda party: self.parties[party].n, default=None)


def cell(
    whole: Sample,
    parties: Mapping[str, Sample],
    minimum: int,
    *,
    hidden: bool = False,
    rules: Rules = ALL_RULES,
) -> Cell:
    """Decide what of one cell is hidden: figures of fewer than ``minimum``, and what they would follow from.

    Args:
        whole: the scores of the whole group.
        parties: those of each party, in questionnaire order.
        minimum: k.
        hidden: the group as a whole is too small: nothing is shown.
        rules: which rules hold.
    """
    least = minimum if rules.minimum else 1
    why: dict[str | None, Why] = {party: "minimum" for party, sample in parties.items() if sample.n < least}
    if hidden or whole.n < least:
        return Cell(whole, dict(parties), {**dict.fromkeys(parties, "minimum"), **why, None: "minimum"})
    found = Cell(whole, dict(parties), why)
    while rules.complementary and 0 < whole.n - found.n_shown() < minimum:
        smallest = found.smallest_shown()
        if smallest is None:
            break
        found = found.hiding([smallest])
    return found


class Figures(Struct, frozen=True):
    """What of a dimension may be shown: its own cell, and those of its items."""

    dimension: Cell
    items: Mapping[str, Cell]


# Who answered which statements of a dimension: whether figures give more away together depends on it. ------------


class Pattern(Struct, frozen=True):
    """Which items of a dimension someone answered 1..5, and whether that was enough for a dimension score."""

    items: frozenset[str]
    valid: bool

    @property
    def divisor(self) -> int:
        """The dimension score is the sum of the item scores divided by this; 0 when there is no score."""
        return len(self.items) if self.valid else 0


class Answered(Struct, frozen=True, order=True):
    """One person in one dimension: party (or ``andere-rol``), (item, item score) by item id, and validity.

    ``form`` and ``meets`` (whether she takes part in the meetings) are known of her, also where they change nothing of
    what she is asked.
    """

    party: str
    scores: tuple[tuple[str, int], ...]
    valid: bool
    form: str
    meets: bool

    @property
    def pattern(self) -> Pattern:
        """Which items these are."""
        return Pattern(frozenset(item for item, _score in self.scores), self.valid)

    @property
    def score(self) -> Fraction | None:
        """The dimension score; None when too little was answered."""
        return Fraction(sum(one for _item, one in self.scores), len(self.scores)) if self.valid else None


Patterns = Mapping[str, Mapping[Pattern, int]]
"""Party id (or ``andere-rol``) → pattern → how many answered so; only parties and patterns that occur."""


def answered(questionnaire: Questionnaire, responses: Iterable[Response]) -> tuple[tuple[Answered, ...], ...]:
    """Return for each dimension, in questionnaire order, who answered something 1..5, in no order of persons.

    In a group a dimension counts the items that are asked of every party: else the parties would be compared on other
    questions. A score takes at least half of those that apply to a person.
    """
    counted = {item.id for item in questionnaire.asked.items if asked_of_all(questionnaire, item)}
    found: dict[str, list[Answered]] = {dimension.id: [] for dimension in questionnaire.asked.dimensions}
    for response in responses:
        given: dict[str, list[tuple[str, int]]] = {}
        applicable: Counter[str] = Counter()
        for item in applicable_items(questionnaire, response):
            if item.id in counted:
                applicable[item.dimension] += 1
                its_score = item_score(item, response.answers.get(item.id))
                if its_score is not None:
                    given.setdefault(item.dimension, []).append((item.id, its_score))
        for dimension, scores in given.items():
            valid = enough(len(scores), applicable[dimension])
            meets = not without_meeting(questionnaire, response)
            found[dimension].append(Answered(response.party, tuple(sorted(scores)), valid, response.form, meets))
    return tuple(tuple(sorted(people)) for people in found.values())


def patterns(people: Iterable[Answered]) -> Patterns:
    """Count the patterns, in the order of ``people``."""
    found: dict[str, Counter[Pattern]] = {}
    for one in people:
        found.setdefault(one.party, Counter())[one.pattern] += 1
    return found

"""What may be shown of a wave: the only thing that screens, reports, exports and JSON ever get.

``anonymity.release`` makes it, once; it is kept as it was, so that nothing can be learnt by looking again later.
None stands for what is not to be had; why it is hidden stands in ``Released.suppressed``.
"""

from typing import Literal

from msgspec import Struct

from samenspel.advice import RankedAdvice
from samenspel.group.agreement import Agreement
from samenspel.taal import _

Why = Literal["minimum", "complementary", "other-role", "unanimous"]
Interval = tuple[float, float]


class ReleasedDimension(Struct, frozen=True):
    """One dimension: see ``docs`` of the JSON contract; ``n`` respondents with a valid score is always there."""

    id: str
    n: int
    mean: float | None
    sd: float | None
    rwgj: float | None
    agreement: Agreement | None
    unclear: float | None
    parties: dict[str, float | None]
    gap: float | None
    gap_interval: Interval | None


class ReleasedItem(Struct, frozen=True):
    """One item. ``nearly_all`` is the answer (0..5) that everyone gave, or all but one; ``counts`` are hidden then."""

    id: str
    n: int
    mean: float | None
    sd: float | None
    rwg: float | None
    counts: tuple[int, ...] | None
    unknown: int | None
    parties: dict[str, float | None]
    gap: float | None
    gap_interval: Interval | None
    nearly_all: int | None = None


class Suppressed(Struct, frozen=True):
    """What is hidden, and why: an item or dimension (``party`` None: of the whole group), or a party itself.

    ``unclear`` is a dimension's share of *weet ik niet*, hidden while its means are shown.
    """

    what: Literal["group", "party", "dimension", "item", "unclear"]
    id: str | None
    party: str | None
    why: Why


class Released(Struct, frozen=True):
    """A wave as it may be shown.

    Attributes:
        n: respondents that count.
        minimum: k.
        parties: how many of each party; None for 1 to k - 1 (*minder dan k*).
        dimensions, items: in questionnaire order.
        suppressed: everything hidden.
        advice: the group's advice, most urgent first; reasons are ids only.
        knowledge: mean share (0..1) of role-knowledge cards right, None when fewer than k answered any.
        open_answers: question id → shared texts, shuffled; empty below the number of responses that takes.
        activities: activity id → how many shared that it was undertaken, and of them that it lasted.
        open_table: everyone agreed to look at results that are not anonymous.
    """

    n: int
    minimum: int
    parties: dict[str, int | None]
    dimensions: tuple[ReleasedDimension, ...]
    items: tuple[ReleasedItem, ...]
    suppressed: tuple[Suppressed, ...]
    advice: tuple[RankedAdvice, ...]
    knowledge: float | None
    open_answers: dict[str, tuple[str, ...]]
    activities: dict[str, tuple[int, int]]
    open_table: bool = False


def fewer_than(minimum: int) -> str:
    """Say the number of a party that is below the minimum: no more than that, also when it has nobody."""
    return _("minder dan {k}").format(k=minimum)

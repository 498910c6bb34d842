"""A group's results in the shape that others may build on: what ``groep uitslag --json`` prints."""

from msgspec import Struct

from samenspel.group.released import Interval, Released, ReleasedDimension, Suppressed


class ItemResult(Struct, frozen=True):
    """One item, as in the contract."""

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


class AdviceResult(Struct, frozen=True):
    """A given advice with its unrounded priority (15..100); reasons are ids only."""

    id: str
    priority: float
    reasons: tuple[str, ...]


class GroupResult(Struct, frozen=True):
    """A wave's results; numbers unrounded, None (``null``) where the rules hide or there is nothing to be had."""

    group: str
    wave: int
    n: int
    minimum: int
    parties: dict[str, int | None]
    dimensions: tuple[ReleasedDimension, ...]
    items: tuple[ItemResult, ...]
    suppressed: tuple[Suppressed, ...]
    advice: tuple[AdviceResult, ...]


def group_result(name: str, number: int, released: Released) -> GroupResult:
    """Return what was released of wave ``number`` of the group ``name``."""
    return GroupResult(
        group=name,
        wave=number,
        n=released.n,
        minimum=released.minimum,
        parties=released.parties,
        dimensions=released.dimensions,
        items=tuple(
            ItemResult(**{name: getattr(item, name) for name in ItemResult.__struct_fields__})
            for item in released.items
        ),
        suppressed=released.suppressed,
        advice=tuple(AdviceResult(one.id, one.priority, one.reasons) for one in released.advice),
    )

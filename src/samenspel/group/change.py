"""What changed between two waves: said only where it is larger than chance allows. No person is followed."""

from msgspec import Struct

from samenspel.group.released import Released
from samenspel.group.statistics import Gap, Sample, gap


class Change(Struct, frozen=True):
    """One dimension now and before: the difference (now - before) with its Welch interval.

    ``changed`` says whether the interval leaves out 0; without an interval nothing has been shown to change.
    """

    id: str
    before: float
    now: float
    interval: tuple[float, float] | None

    @property
    def difference(self) -> float:
        """How much higher (or, below 0, lower) it is now."""
        return self.now - self.before

    @property
    def changed(self) -> bool:
        """Whether the difference is larger than chance allows."""
        return self.interval is not None and not self.interval[0] <= 0 <= self.interval[1]


def changes(before: Released, now: Released) -> tuple[Change, ...]:
    """Set the dimensions of two waves beside each other, wherever each may be shown on its own."""
    earlier = {one.id: one for one in before.dimensions}
    found = []
    for one in now.dimensions:
        was = earlier.get(one.id)
        if was is None or was.mean is None or one.mean is None:
            continue
        difference: Gap | None = gap(Sample(one.n, one.mean, one.sd), Sample(was.n, was.mean, was.sd))
        found.append(Change(one.id, was.mean, one.mean, difference.interval if difference else None))
    return tuple(found)

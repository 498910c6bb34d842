"""The timer of a conversation: it asks a clock that only goes forward, and so cannot drift. Nothing is stored."""

from collections.abc import Callable
from math import ceil
from time import monotonic

MINUTE = 60
DEFAULT, LONGEST = 5 * MINUTE, 60 * MINUTE


class Countdown:
    """Counts down from ``DEFAULT`` seconds; ``clock`` gives seconds."""

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self._clock = clock
        self._left = float(DEFAULT)
        self._since: float | None = None

    @property
    def running(self) -> bool:
        """Whether it counts now."""
        return self._since is not None and self.left > 0

    @property
    def left(self) -> float:
        """The seconds that are left, never below 0."""
        gone = 0.0 if self._since is None else self._clock() - self._since
        return max(0.0, self._left - gone)

    @property
    def shown(self) -> str:
        """Minutes and seconds, begun seconds counted whole: ``5:00``."""
        minutes, seconds = divmod(ceil(round(self.left, 3)), MINUTE)
        return f"{minutes}:{seconds:02}"

    def switch(self) -> None:
        """Start or stop; at the end it starts anew."""
        if self.running:
            self._left, self._since = self.left, None
        else:
            self._left = self.left or float(DEFAULT)
            self._since = self._clock()

    def add(self, minutes: int) -> None:
        """Give some minutes more, or fewer when negative; also while it counts."""
        left = min(float(LONGEST), max(0.0, self.left + minutes * MINUTE))
        if self.running:
            self._since = self._clock()
        elif self.left == 0:
            self._since = None
        self._left = left

"""How long a presentation takes: counts up from the first move; a clock that cannot drift."""

from collections.abc import Callable


class Elapsed:
    """Counts seconds up; ``clock`` gives seconds."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._before = 0.0
        self._since: float | None = None
        self._begun = False

    @property
    def running(self) -> bool:
        """Whether it counts now."""
        return self._since is not None

    @property
    def shown(self) -> str:
        """Minutes and seconds: ``12:05``."""
        gone = self._before + (0.0 if self._since is None else self._clock() - self._since)
        minutes, seconds = divmod(int(gone), 60)
        return f"{minutes}:{seconds:02}"

    def begin(self) -> None:
        """Start when it has not been started yet; a clock that somebody stopped stays so."""
        if not self._begun:
            self.switch()

    def switch(self) -> None:
        """Start or stop."""
        self._begun = True
        if self._since is None:
            self._since = self._clock()
        else:
            self._before, self._since = self._before + self._clock() - self._since, None

"""Raad het cijfer: how near a guess was, and the running score of the room.

The rule: the very figure gives 3 points, one off gives 2, two off gives 1, further off or no guess gives none.
"""

from collections.abc import Mapping

from msgspec import Struct, field

from samenspel.presenting.pages import Riddle

MOST = 3
"""The points for the very figure."""


def points(riddle: Riddle, guess: int | None) -> int:
    """Return the points for a guess: 3 minus the distance, never below 0; no guess has none."""
    return 0 if guess is None else max(0, MOST - abs(guess - riddle.n))


def typed(riddle: Riddle, before: int | None, digit: int) -> int | None:
    """Return the guess after one more digit; None when there are not so many people."""
    more = 10 * (before or 0) + digit
    return more if more <= riddle.of else None


class Board(Struct, frozen=True):
    """What the room guessed so far: page → (riddle, guess or None when it was shown without a guess)."""

    given: Mapping[int, tuple[Riddle, int | None]] = field(default_factory=dict)

    def with_guess(self, page: int, riddle: Riddle, guess: int | None) -> "Board":
        """Return the board with a guess more; a page that is open already stays as it is."""
        return self if page in self.given else Board({**self.given, page: (riddle, guess)})

    @property
    def score(self) -> int:
        """The points together."""
        return sum(points(riddle, guess) for riddle, guess in self.given.values())

    @property
    def highest(self) -> int:
        """The points that could have been had so far."""
        return MOST * len(self.given)

"""What a room plays: guessing a figure (*raad het cijfer*), who does what, and a fictional team (*wat als*)."""

from collections.abc import Mapping

from msgspec import Struct, field
from msgspec.structs import replace

from samenspel.advice import RankedAdvice, advise
from samenspel.presenting.pages import Puzzle, Quiz, Riddle
from samenspel.questionnaire.applicability import applicable_items, offered_answers
from samenspel.questionnaire.model import OTHER_ROLE, Item, Questionnaire, Team
from samenspel.response import Response
from samenspel.scoring import Scores, score
from samenspel.taal import getal

# Guessing: the very figure gives 3 points, one off gives 2, two off gives 1, further off or no guess gives none. ---

MOST = 3
"""The points for the very figure."""


def points(riddle: Riddle, guess: int | None) -> int:
    """Return the points for a guess: 3 minus the distance, never below 0; no guess has none."""
    return 0 if guess is None else max(0, MOST - abs(guess - riddle.n))


def typed(puzzle: Puzzle, before: int | None, digit: int) -> int | None:
    """Return what the room says after one more digit; None: not so many people, no such choice."""
    if isinstance(puzzle, Quiz):
        return digit if 0 < digit <= len(puzzle.choices) else None
    more = 10 * (before or 0) + digit
    return more if more <= puzzle.of else None


class Board(Struct, frozen=True):
    """What the room said so far: page → (riddle or card, what was said or None when it was shown without)."""

    given: Mapping[int, tuple[Puzzle, int | None]] = field(default_factory=dict)

    def with_guess(self, page: int, puzzle: Puzzle, guess: int | None) -> "Board":
        """Return the board with a guess more; a page that is open already stays as it is."""
        return self if page in self.given else Board({**self.given, page: (puzzle, guess)})

    @property
    def score(self) -> int:
        """The points for figures together."""
        return sum(points(one, guess) for one, guess in self.given.values() if isinstance(one, Riddle))

    @property
    def highest(self) -> int:
        """The points that could have been had so far: what was shown without a guess costs nothing."""
        return sum(MOST for one, guess in self.given.values() if isinstance(one, Riddle) and guess is not None)

    @property
    def cards(self) -> tuple[int, int]:
        """How many cards the room had right, of those that it said something to."""
        said = [guess == one.right for one, guess in self.given.values() if isinstance(one, Quiz) and guess is not None]
        return sum(said), len(said)


# A fictional team whose answers the room changes; scores and advice are the product's own, no imitation. ---------
# The team answers as one, with a role of its own: it gets the statements that everyone gets.

NEUTRAL = 3
"""What a fictional team answers where its writer gives nothing."""
_VARIED = (2, 4, 3)
"""What it answers dimension after dimension where its writer gives no answer at all: so that scores differ."""
SHOWN = 3
"""So many advices stand beside the answers."""


class Picture(Struct, frozen=True):
    """How a team stands: its scores, and the advices that come first."""

    scores: Scores
    advices: tuple[RankedAdvice, ...]


def begin(questionnaire: Questionnaire, team: Team) -> Response:
    """Return the answers with which a team begins."""
    empty = Response(party=OTHER_ROLE)
    asked = applicable_items(questionnaire, empty)
    order = {dimension.id: place for place, dimension in enumerate(questionnaire.asked.dimensions)}
    varied = {item.id: _VARIED[order[item.dimension] % len(_VARIED)] for item in asked}
    given = team.answers or varied
    return replace(empty, answers={item.id: given.get(item.id, NEUTRAL) for item in asked})


def offered(questionnaire: Questionnaire, team: Team) -> tuple[Item, ...]:
    """Return the statements that the room may change: those of the team, or else the first of each dimension."""
    if team.items:
        return tuple(questionnaire.item(item_id) for item_id in team.items)
    asked = applicable_items(questionnaire, Response(party=OTHER_ROLE))
    firsts = {item.dimension: item for item in reversed(asked)}
    return tuple(firsts[one.id] for one in questionnaire.asked.dimensions if one.id in firsts)


def takes(item: Item, given: int) -> bool:
    """Return whether the statement offers this answer."""
    return given in offered_answers(item)


def answer(response: Response, item: Item, given: int) -> Response:
    """Return the answers with another one to ``item``; what the statement does not offer changes nothing."""
    if not takes(item, given):
        return response
    return replace(response, answers={**response.answers, item.id: given})


def picture(questionnaire: Questionnaire, response: Response) -> Picture:
    """Return how the team stands with these answers."""
    return Picture(score(questionnaire, response), advise(questionnaire, response)[:SHOWN])


def moved(before: float, now: float) -> int:
    """Return whether a score went up (1), down (-1) or not (0), as it is shown: a room cannot see half a tenth."""
    return 0 if getal(before) == getal(now) else (now > before) - (now < before)

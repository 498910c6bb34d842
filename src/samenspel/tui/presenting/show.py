"""A presentation under way: where it is, what the room guessed, and how the fictional teams stand. Nothing is kept."""

from functools import partial

from msgspec.structs import replace

from samenspel.presenting import play
from samenspel.presenting.deck import deck, has_short
from samenspel.presenting.pages import Compared, Deck, Puzzle, Quiz, Riddle, SlidePage
from samenspel.presenting.play import Board
from samenspel.questionnaire.model import DONT_KNOW, Questionnaire, Team
from samenspel.tui.presenting import compared, draw, team
from samenspel.tui.presenting.draw import Guessed
from samenspel.tui.presenting.team import Play
from samenspel.tui.widgets.drawing import Draw


class Show:
    """Turns pages and takes what the room says; :meth:`drawing` is how it looks now.

    ``shown``: the places of the slides that the room saw so far.
    """

    def __init__(self, questionnaire: Questionnaire, made: Deck | None = None, *, short: bool = False) -> None:
        """``made``: the pages to show; None: those of the questionnaire, or of its ``short`` programme."""
        self.questionnaire = questionnaire
        self._made = made
        self.has_short = made is None and has_short(questionnaire)
        self.begin(short=short)

    def begin(self, *, short: bool) -> None:
        """Begin at the first page: of what was made, or of the whole presentation or its short programme."""
        self.deck = self._made or deck(self.questionnaire, short=short)
        self.at = 0
        self.shown = {0}
        self.board = Board()
        self.guess: int | None = None
        self.refused = False
        self._plays: dict[int, Play] = {}

    @property
    def page(self) -> SlidePage:
        """The page that is shown."""
        return self.deck.pages[self.at]

    @property
    def puzzle(self) -> Puzzle | None:
        """The figure or the card of this page while it is still closed."""
        body = self.page.body
        return body if isinstance(body, Riddle | Quiz) and self.at not in self.board.given else None

    @property
    def play(self) -> Play | None:
        """The fictional team of this page, if that is what it is."""
        body = self.page.body
        if isinstance(body, Team) and self.at not in self._plays:
            begun = play.begin(self.questionnaire, body)
            picture = play.picture(self.questionnaire, begun)
            items = play.offered(self.questionnaire, body)
            self._plays[self.at] = Play(self.questionnaire, items, 0, begun, picture, picture)
        return self._plays.get(self.at)

    def drawing(self, height: int) -> Draw:
        """Return how this page looks; ``height``: how many lines there is room for."""
        page, board = self.page, self.board
        body = page.body
        if isinstance(body, Riddle | Quiz):
            closed = self.at not in board.given
            guess = self.guess if closed else board.given[self.at][1]
            score = (board.score, board.highest) if isinstance(body, Riddle) else board.cards
            now = Guessed(guess, not closed, closed and self.refused, score)
            if isinstance(body, Quiz):
                return partial(draw.quiz, body, now, page.below, height)
            return partial(draw.riddle, body, now, page.below, height)
        if self.play is not None:
            return partial(team.team, self.play)
        if isinstance(body, Team):
            raise TypeError(body)
        if isinstance(body, Compared):
            return partial(compared.compared, body, page.below, height)
        return partial(draw.draw, body, page.below, height)

    # Turning ---------------------------------------------------------------------------------------------------

    def turn(self, by: int) -> bool:
        """Go to the page after (1) or before (-1) this one; what is closed is opened first. False: there is none."""
        if by > 0 and self.puzzle is not None:
            self.open()
            return True
        return self.go(self.at + by)

    def go(self, page: int) -> bool:
        """Go to a page. False: there is no such page."""
        if not 0 <= page < len(self.deck.pages):
            return False
        self.at, self.guess, self.refused = page, None, False
        self.shown.add(self.page.slide)
        return True

    # What the room says ----------------------------------------------------------------------------------------

    def open(self) -> None:
        """Show the figure or the answer, with what was said."""
        if self.puzzle is not None:
            self.board = self.board.with_guess(self.at, self.puzzle, self.guess)

    def type(self, digit: int) -> None:
        """Take a digit: of a guess, or as the answer of the team."""
        if self.puzzle is not None:
            self.guess = play.typed(self.puzzle, self.guess, digit)
            self.refused = self.guess is None
        elif self.play is not None:
            self._answered(digit)

    def erase(self) -> None:
        """Take the guess back."""
        self.guess, self.refused = None, False

    def step(self, by: int) -> None:
        """Put the answer where one is a step up or down."""
        if self.play is not None:
            self._answered(self.play.response.answers[self.play.items[self.play.here].id] + by)

    def choose(self, by: int) -> None:
        """Go to the statement below (1) or above (-1)."""
        if self.play is not None:
            here = min(max(self.play.here + by, 0), len(self.play.items) - 1)
            self._plays[self.at] = replace(self.play, here=here, refused=False)

    def _answered(self, given: int) -> None:
        if self.play is not None:
            item = self.play.items[self.play.here]
            response = play.answer(self.play.response, item, given)
            picture = play.picture(self.questionnaire, response)
            refused = given == DONT_KNOW and not play.takes(item, given)
            self._plays[self.at] = replace(self.play, response=response, now=picture, refused=refused)

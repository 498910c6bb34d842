"""What stands on the screen at one moment: a page. A slide has one page or more."""

from collections.abc import Set as AbstractSet

from msgspec import Struct

from samenspel.questionnaire.model import Image, Team
from samenspel.taal import _


class Words(Struct, frozen=True):
    """Text, and points under each other; ``numbered`` when they are steps."""

    text: str
    points: tuple[str, ...] = ()
    numbered: bool = False


class Tally(Struct, frozen=True):
    """``n`` of ``of`` people, and what they said."""

    n: int
    of: int
    text: str

    @property
    def apart(self) -> bool:
        """Whether the figure may stand apart, large: a longer one has no room, and its words say it."""
        return self.n < _LONG


_LONG = 10_000


class Side(Struct, frozen=True):
    """One group of people, a party most often, with what they said."""

    party: str
    tallies: tuple[Tally, ...]


class StudyFinding(Struct, frozen=True):
    """What was found on one question: the groups of people side by side, two at most."""

    question: str
    sides: tuple[Side, ...]
    remark: str = ""


class Question(Struct, frozen=True):
    """A question for the room."""

    question: str


class Fits(Struct, frozen=True):
    """An advice that fits: its title, what it is, how to begin, and whether there is a worksheet.

    ``label``: what stands above it, where that is not the usual words.
    """

    title: str
    what: str
    first_step: str
    worksheet: str = ""
    label: str = ""


class Riddle(Struct, frozen=True):
    """A figure to guess: how many of the ``of`` people of ``party``?"""

    question: str
    party: str
    n: int
    of: int
    after: str


class Quiz(Struct, frozen=True):
    """A card for the room: who does this ``task``? ``right``: the place of the answer in ``choices``, from 1."""

    question: str
    task: str
    choices: tuple[str, ...]
    right: int
    after: str


class ComparedRow(Struct, frozen=True):
    """One line of a comparison, as in a report's gap chart.

    ``values``: where each side stands (1..5); None where that is not shown, and ``hidden`` says why. ``whole``: where
    all together stand. ``said``: the difference in words.
    """

    label: str
    values: tuple[float | None, float | None]
    hidden: tuple[str, str] = ("", "")
    whole: float | None = None
    said: str = ""


class Compared(Struct, frozen=True):
    """Two sides beside each other on the line from 1 to 5, row by row: the two parties, or (``waves``) two waves.

    ``whole`` names all together; empty: they are not drawn. ``remark`` stands below the rows.
    """

    sides: tuple[str, str]
    rows: tuple[ComparedRow, ...]
    whole: str = ""
    waves: bool = False
    remark: str = ""


Puzzle = Riddle | Quiz
"""What the room says something to before it is opened."""
Body = Words | Image | StudyFinding | Question | Fits | Puzzle | Team | Compared


class SlidePage(Struct, frozen=True):
    """One page: the place of its slide in the deck, the slide's title, what is on it, and what is said with it.

    ``source``: of a slide's text and picture. ``study``: where the figures on this page come from.
    """

    slide: int
    title: str
    body: Body
    source: str = ""
    notes: str = ""
    study: str = ""

    @property
    def below(self) -> tuple[str, ...]:
        """What stands at the foot of the page: where its text comes from, and where its figures do."""
        text = (
            _("Bron: {bron}").format(bron=self.source) if self.source and isinstance(self.body, Words | Image) else ""
        )
        return tuple(line for line in (text, self.study) if line)


class SlideEntry(Struct, frozen=True):
    """A slide in the list to jump to: its title, its first page, the minutes planned for it."""

    title: str
    first: int
    minutes: int


class Deck(Struct, frozen=True):
    """A whole presentation; it has at least one page. ``short``: it is the short programme."""

    title: str
    pages: tuple[SlidePage, ...]
    slides: tuple[SlideEntry, ...]
    short: bool = False

    @property
    def minutes(self) -> int:
        """The minutes planned for all of it."""
        return sum(slide.minutes for slide in self.slides)

    def planned(self, shown: AbstractSet[int]) -> int:
        """Return the minutes planned for the slides that were shown, by their places."""
        return sum(self.slides[place].minutes for place in shown)

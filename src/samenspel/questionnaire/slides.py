"""The slides of ``voorlichting.yaml``: what a presenter shows to a room, and plays with it; and whose figures it tells.

A slide shows whatever it has, from top to bottom: text, points, steps, a picture, figures, a question for the room, an
advice. A slide with ``raad`` lets the room guess a figure, one with ``kaarten`` who does what; a slide with ``team``
lets it change a fictional team.
"""

from typing import Annotated, Final

from msgspec import Meta, field

from samenspel.questionnaire.parts import Id, Part, Text

MOST_PEOPLE = 60
"""More people than this cannot be drawn one by one, and cannot be guessed."""
MOST_COUNTED = 20_000_000
"""More people than live in the country are a slip."""

Counted = Annotated[int, Meta(ge=0, le=MOST_COUNTED)]
OfCounted = Annotated[int, Meta(ge=1, le=MOST_COUNTED)]
Minutes = Annotated[int, Meta(ge=0, le=120)]
Whole = Annotated[int, Meta(ge=0, le=MOST_PEOPLE)]
People = Annotated[int, Meta(ge=1, le=MOST_PEOPLE)]
Notes = Annotated[str, Meta(max_length=600)]
Given = Annotated[int, Meta(ge=0, le=5)]


LIMITS: Final = "grenzen"
"""The id of the slide that says what nobody found out."""


class Study(Part, frozen=True, rename={"name": "naam", "source": "bron", "limit": "grens"}):
    """The study that figures come from: how texts call it, who wrote it, and what its figures do not say."""

    name: Text
    source: Text
    limit: Text


class Count(Part, frozen=True, rename={"party": "partij", "who": "wie", "of": "van", "text": "tekst"}):
    """What ``n`` of ``of`` people said or did: the people of one ``party``, or else those whom ``who`` names."""

    n: Counted
    of: OfCounted
    text: Text
    party: Id | None = None
    who: str = ""


class Figure(
    Part,
    frozen=True,
    rename={
        "question": "vraag",
        "counts": "stand",
        "remark": "toelichting",
        "source": "bron",
        "limit": "grens",
        "paper": "papier",
    },
):
    """What was found on one question, for one or two groups of people.

    ``source`` and ``limit``: of a figure that is not the study's. ``paper``: only in the hand-outs, not on a slide.
    """

    question: Text
    counts: Annotated[tuple[Count, ...], Meta(min_length=1, max_length=6)]
    remark: str = ""
    source: str = ""
    limit: str = ""
    paper: bool = False


class Guess(
    Part,
    frozen=True,
    rename={
        "question": "vraag",
        "party": "partij",
        "of": "van",
        "after": "daarna",
        "source": "bron",
        "limit": "grens",
    },
):
    """A figure to guess: how many of the ``of`` people of a party; ``after`` is said with the figure.

    ``source`` and ``limit``: of a figure that is not the study's.
    """

    question: Text
    party: Id
    n: Whole
    of: People
    after: Text
    source: str = ""
    limit: str = ""


class Team(Part, frozen=True, rename={"items": "stellingen", "answers": "antwoorden"}):
    """A fictional team: the statements that the room may change, and its answers; what is not answered is a 3."""

    items: Annotated[tuple[Id, ...], Meta(max_length=8)] = ()
    answers: dict[Id, Given] = field(default_factory=dict)


class Image(Part, frozen=True, rename={"file": "bestand", "text": "tekst"}):
    """A picture of one's own: a file beside the questionnaire, and in words what there is to see."""

    file: Text
    text: Text


class Slide(
    Part,
    frozen=True,
    rename={
        "title": "titel",
        "dimension": "dimensie",
        "text": "tekst",
        "points": "punten",
        "steps": "stappen",
        "image": "beeld",
        "figures": "cijfers",
        "question": "vraag",
        "advice": "advies",
        "guess": "raad",
        "cards": "kaarten",
        "source": "bron",
        "notes": "notities",
        "minutes": "minuten",
        "short": "kort",
    },
):
    """One slide. ``dimension``: what it is about; ``advice``: the id of an advice that fits; ``minutes``: planned.

    ``short``: the minutes in the short programme; None: it is not in it.
    """

    id: Id
    title: Text
    dimension: Id | None = None
    text: str = ""
    points: tuple[Text, ...] = ()
    steps: tuple[Text, ...] = ()
    image: Image | None = None
    figures: tuple[Figure, ...] = ()
    question: str = ""
    advice: Id | None = None
    guess: Guess | None = None
    cards: tuple[Id, ...] = ()
    team: Team | None = None
    source: str = ""
    notes: Notes = ""
    minutes: Minutes = 1
    short: Minutes | None = None

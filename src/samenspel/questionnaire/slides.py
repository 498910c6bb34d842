"""The slides of ``voorlichting.yaml``: what a presenter shows to a room, and plays with it; and whose figures it tells.

A slide shows whatever it has, from top to bottom: text, points, steps, figures of a study, a question for the room,
an advice. A slide with ``raad`` lets the room guess a figure; a slide with ``team`` lets it change a fictional team.
"""

from typing import Annotated, Final

from msgspec import Meta, field

from samenspel.questionnaire.parts import Id, Part, Text

MOST_PEOPLE = 60
"""More people than this cannot be drawn one by one."""

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


class Count(Part, frozen=True, rename={"party": "partij", "of": "van", "text": "tekst"}):
    """What ``n`` of the ``of`` people of one party said."""

    party: Id
    n: Whole
    of: People
    text: Text


class Figure(Part, frozen=True, rename={"question": "vraag", "counts": "stand", "remark": "toelichting"}):
    """What a study found on one question, for one or both parties."""

    question: Text
    counts: Annotated[tuple[Count, ...], Meta(min_length=1, max_length=6)]
    remark: str = ""


class Guess(Part, frozen=True, rename={"question": "vraag", "party": "partij", "of": "van", "after": "daarna"}):
    """A figure to guess: how many of the ``of`` people of a party; ``after`` is said with the figure."""

    question: Text
    party: Id
    n: Whole
    of: People
    after: Text


class Team(Part, frozen=True, rename={"items": "stellingen", "answers": "antwoorden"}):
    """A fictional team: the statements that the room may change, and its answers; what is not answered is a 3."""

    items: Annotated[tuple[Id, ...], Meta(max_length=8)] = ()
    answers: dict[Id, Given] = field(default_factory=dict)


class Slide(
    Part,
    frozen=True,
    rename={
        "title": "titel",
        "dimension": "dimensie",
        "text": "tekst",
        "points": "punten",
        "steps": "stappen",
        "figures": "cijfers",
        "question": "vraag",
        "advice": "advies",
        "guess": "raad",
        "source": "bron",
        "notes": "notities",
        "minutes": "minuten",
    },
):
    """One slide. ``dimension``: what it is about; ``advice``: the id of an advice that fits; ``minutes``: planned."""

    id: Id
    title: Text
    dimension: Id | None = None
    text: str = ""
    points: tuple[Text, ...] = ()
    steps: tuple[Text, ...] = ()
    figures: tuple[Figure, ...] = ()
    question: str = ""
    advice: Id | None = None
    guess: Guess | None = None
    team: Team | None = None
    source: str = ""
    notes: Notes = ""
    minutes: Annotated[int, Meta(ge=0, le=120)] = 1

"""``vragenlijst.yaml``: what is asked, of whom, and how it is scored."""

from typing import Annotated

from msgspec import Meta, field

from samenspel.questionnaire.parts import Id, Part, Share, Text
from samenspel.taal import _


class Party(Part, frozen=True, rename={"singular": "enkelvoud", "plural": "meervoud"}):
    """One of the two parties that work together."""

    id: Id
    singular: Text
    plural: Text


class Choice(Part, frozen=True, rename={"text": "tekst", "no_meeting": "geen_overleg"}):
    """One answer to a context question; ``no_meeting`` makes statements about the meeting not applicable."""

    id: Id
    text: Text
    no_meeting: bool = False


class ContextQuestion(
    Part,
    frozen=True,
    rename={"text": "tekst", "help": "uitleg", "choices": "antwoorden", "suggestions": "suggesties"},
):
    """A question about the person's situation: with choices, or free text with suggestions."""

    text: Text
    help: str = ""
    choices: tuple[Choice, ...] = ()
    suggestions: tuple[Text, ...] = ()


class Context(
    Part,
    frozen=True,
    rename={"party": "partij", "area": "gebied", "experience": "ervaring", "meeting": "overleg"},
):
    """The four context questions. The choices of ``party`` are the parties, plus ``andere-rol``."""

    party: ContextQuestion
    area: ContextQuestion
    experience: ContextQuestion
    meeting: ContextQuestion
    other_role: Text = field(default="andere rol", name="andere_rol")


class Condition(Part, frozen=True, rename={"text": "tekst"}):
    """A condition for success within a dimension: what one looks at."""

    id: Id
    text: Text


class Dimension(Part, frozen=True, rename={"name": "naam", "help": "uitleg", "conditions": "voorwaarden"}):
    """What is scored: a success factor, or role clarity."""

    id: Id
    name: Text
    help: Text
    conditions: tuple[Condition, ...]


class Item(
    Part,
    frozen=True,
    rename={
        "text": "tekst",
        "dimension": "dimensie",
        "condition": "voorwaarde",
        "topic": "onderwerp",
        "only": "alleen",
        "needs_meeting": "bij_overleg",
        "reverse": "omgekeerd",
        "dont_know": "weet_niet",
        "short": "kort",
        "discussion": "gesprek",
        "study": "onderzoek",
    },
):
    """One statement, answered on the scale 1-5 or, where ``dont_know``, with 0."""

    id: Id
    text: Text
    dimension: Id
    condition: Id
    topic: Text
    discussion: Text
    only: tuple[Id, ...] = ()
    needs_meeting: bool = False
    reverse: bool = False
    dont_know: bool = True
    short: bool = False
    study: str = ""


class Scale(Part, frozen=True, rename={"labels": "antwoorden", "dont_know": "weet_niet"}):
    """The labels of the answers 1..5, in that order, and of 0."""

    labels: Annotated[tuple[Text, ...], Meta(min_length=5, max_length=5)]
    dont_know: Text


class Band(Part, frozen=True, rename={"name": "naam", "from_": "vanaf", "help": "uitleg"}):
    """A named range of scores: from ``from_`` (inclusive) up to the next band."""

    id: Id
    name: Text
    from_: Annotated[float, Meta(ge=1, le=5)]
    help: str = ""


class Card(Part, frozen=True, rename={"text": "tekst", "who": "wie", "why": "uitleg"}):
    """A role-knowledge card: who does this? ``who`` is a party's id or ``allebei``."""

    id: Id
    text: Text
    who: Id
    why: Text


class Activity(Part, frozen=True, rename={"text": "tekst"}):
    """One activity that may be ticked at an open question with activities."""

    id: Id
    text: Text


class OpenQuestion(Part, frozen=True, rename={"text": "tekst", "help": "uitleg", "activities": "activiteiten"}):
    """An optional question after the statements: free text, or activities to tick (and: did it last?)."""

    id: Id
    text: Text
    help: str = ""
    activities: tuple[Activity, ...] = ()


class QuestionnaireFile(
    Part,
    frozen=True,
    rename={
        "version": "versie",
        "title": "titel",
        "summary": "samenvatting",
        "parties": "partijen",
        "we": "wij",
        "scale": "schaal",
        "bands": "banden",
        "unclear_from": "onduidelijk_vanaf",
        "dimensions": "dimensies",
        "items": "stellingen",
        "card_question": "kennisvraag",
        "cards": "rolkennis",
        "open_questions": "open_vragen",
        "account": "verantwoording",
    },
):
    """``vragenlijst.yaml``: what is asked, and how it is scored."""

    id: Id
    version: Annotated[str, Meta(pattern=r"^\d+\.\d+\.\d+$", description=_("drie getallen, zoals 1.0.0"))]
    title: Text
    summary: Text
    parties: Annotated[tuple[Party, ...], Meta(min_length=2, max_length=2)]
    context: Context
    we: Text
    scale: Scale
    bands: Annotated[tuple[Band, ...], Meta(min_length=1)]
    unclear_from: Share
    dimensions: Annotated[tuple[Dimension, ...], Meta(min_length=1)]
    items: Annotated[tuple[Item, ...], Meta(min_length=1)]
    card_question: Text
    cards: tuple[Card, ...]
    open_questions: tuple[OpenQuestion, ...]
    account: tuple[Text, ...]

"""What a questionnaire is: the shape of the files that a trainer may edit.

Three YAML files make one questionnaire: ``vragenlijst.yaml``, ``adviezen.yaml`` and ``voorlichting.yaml``. Whoever
uses one imports its types from here, also what all parts share (``parts``) and the slides (``slides``). Keys in the
files are Dutch, because trainers write them; names in code are the field's English terms. The JSON Schema for editors,
``questionnaires/schema.json``, is generated from these types. What the types cannot say (a trigger that names no item,
a double id) is checked by ``authoring``.
"""

from functools import cached_property
from typing import Annotated, Any, TypeVar

from msgspec import Meta, Struct, field

from samenspel.questionnaire.parts import (
    BOTH,
    DONT_KNOW,
    DONT_KNOW_CARD,
    EXPERIENCE,
    HIGHEST,
    KNOWLEDGE,
    LOWEST,
    MEETING,
    OTHER_ROLE,
    ROLE_CLARITY,
    Id,
    Part,
    Share,
    Text,
    Weight,
)
from samenspel.questionnaire.slides import LIMITS, MOST_PEOPLE, Count, Figure, Guess, Image, Slide, Study, Team
from samenspel.taal import _

__all__ = [
    "BOTH",
    "DONT_KNOW",
    "DONT_KNOW_CARD",
    "EXPERIENCE",
    "HIGHEST",
    "KNOWLEDGE",
    "LIMITS",
    "LOWEST",
    "MEETING",
    "MOST_PEOPLE",
    "OTHER_ROLE",
    "Activity",
    "Advice",
    "AdviceFile",
    "Band",
    "Card",
    "Choice",
    "Condition",
    "Context",
    "ContextQuestion",
    "ContextTrigger",
    "Count",
    "Dimension",
    "EducationFile",
    "Figure",
    "Guess",
    "Image",
    "Item",
    "OpenQuestion",
    "Party",
    "Questionnaire",
    "QuestionnaireFile",
    "Scale",
    "Slide",
    "Study",
    "Team",
    "Theory",
    "Weight",
    "Worksheet",
    "WorksheetPart",
]

# ``vragenlijst.yaml``: what is asked, of whom, and how it is scored. ---------------------------------------------


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
        "strength": "sterk_punt",
    },
):
    """One statement, answered on the scale 1-5 or, where ``dont_know``, with 0.

    ``strength``: whether a high item score says that this goes well; needing each other, for one, is no merit.
    """

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
    strength: bool = True


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
        "cards_source": "rolkennis_bron",
        "cards_beside": "rolkennis_bij",
        "open_questions": "open_vragen",
        "account": "verantwoording",
    },
):
    """``vragenlijst.yaml``: what is asked, and how it is scored.

    ``cards_source``: by whose account the cards tell who does what, as it is said after *volgens*.
    ``cards_beside``: the dimension that says how clear the roles are, to set what is known of them beside it.
    """

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
    cards_source: str = ""
    cards_beside: Id | None = None

    @property
    def role_clarity(self) -> Dimension | None:
        """The dimension that the cards are set beside; None: there is no such dimension."""
        wanted = self.cards_beside or ROLE_CLARITY
        return next((dimension for dimension in self.dimensions if dimension.id == wanted), None)


# ``adviezen.yaml`` and ``voorlichting.yaml``: what is advised, and what the literature says. ---------------------


class ContextTrigger(Part, frozen=True, rename={"weight": "gewicht", "shortfalls": "bij"}):
    """A context question that triggers an advice: the shortfall (0..1) for each of the answers that count."""

    weight: Weight
    shortfalls: Annotated[dict[Id, Share], Meta(min_length=1)]


class WorksheetPart(
    Part,
    frozen=True,
    rename={
        "heading": "kop",
        "text": "tekst",
        "ticks": "vinkjes",
        "questions": "vragen",
        "columns": "kolommen",
        "first_column": "eerste_kolom",
        "rows": "rijen",
    },
):
    """A piece of a worksheet: a text, boxes to tick, questions with lines to write on, and/or an empty table."""

    heading: str = ""
    text: str = ""
    ticks: tuple[Text, ...] = ()
    questions: tuple[Text, ...] = ()
    columns: tuple[Text, ...] = ()
    first_column: tuple[Text, ...] = ()
    rows: Annotated[int, Meta(ge=0, le=12)] = 0


class Worksheet(Part, frozen=True, rename={"title": "titel", "intro": "inleiding", "parts": "delen"}):
    """One page to fill in with a pen."""

    title: Text
    intro: Text
    parts: Annotated[tuple[WorksheetPart, ...], Meta(min_length=1)]


class Advice(
    Part,
    frozen=True,
    rename={
        "title": "titel",
        "what": "wat",
        "first_step": "eerste_stap",
        "who": "wie",
        "effort": "tijd",
        "lasting": "blijvend",
        "evidence": "bewijs",
        "evidence_weight": "bewijskracht",
        "worksheet": "werkblad",
    },
):
    """One advice of the catalogue: what it is, the first step, and which answers bring it up.

    ``triggers`` maps an item id or ``kennis`` to a weight, or a context question to a :class:`ContextTrigger`;
    its order is the order in which ties between reasons are settled.
    """

    id: Id
    title: Text
    what: Text
    first_step: Text
    who: Text
    effort: Text
    lasting: Text
    evidence: Text
    evidence_weight: Share
    triggers: Annotated[dict[Id, Weight | ContextTrigger], Meta(min_length=1)]
    worksheet: Worksheet | None = None


class AdviceFile(Part, frozen=True, rename={"advices": "adviezen"}):
    """``adviezen.yaml``: the catalogue, in catalogue order."""

    advices: Annotated[tuple[Advice, ...], Meta(min_length=1)]


class Theory(Part, frozen=True, rename={"dimension": "dimensie", "text": "tekst", "source": "bron"}):
    """What the literature says of one dimension, in plain words."""

    dimension: Id
    text: Text
    source: Text


class EducationFile(
    Part,
    frozen=True,
    rename={"theories": "theorie", "sources": "bronnen", "slides": "presentatie", "study": "onderzoek"},
):
    """``voorlichting.yaml``: theory for each dimension, the sources, and the slides (none: made from the theory).

    ``study``: where the figures come from, in all three files. ``logo``: of whoever presents.
    """

    theories: tuple[Theory, ...]
    sources: tuple[Text, ...]
    slides: tuple[Slide, ...] = ()
    study: Study | None = None
    logo: Image | None = None


# All three files together. ----------------------------------------------------------------------------------------

_Found = TypeVar("_Found", Item, Card, OpenQuestion, Dimension, Advice, Party)


class Questionnaire(Struct, frozen=True, dict=True):
    """The whole: what is asked, advised and explained. ``hash`` is the SHA-256 (hex) of the files' content."""

    hash: str
    asked: QuestionnaireFile
    advices: tuple[Advice, ...]
    education: EducationFile

    @cached_property
    def remembered(self) -> dict[object, Any]:
        """What was worked out from it; only ``remembering`` puts something here. No part of what it is."""
        return {}

    @property
    def id(self) -> str:
        """The questionnaire's id."""
        return self.asked.id

    @property
    def version(self) -> str:
        """The questionnaire's version."""
        return self.asked.version

    def item(self, item_id: str) -> Item:
        """The statement with this id. Raises KeyError."""
        return _find(self.asked.items, item_id)

    def card(self, card_id: str) -> Card:
        """The role-knowledge card with this id. Raises KeyError."""
        return _find(self.asked.cards, card_id)

    def open_question(self, question_id: str) -> OpenQuestion:
        """The open question with this id. Raises KeyError."""
        return _find(self.asked.open_questions, question_id)

    def dimension(self, dimension_id: str) -> Dimension:
        """The dimension with this id. Raises KeyError."""
        return _find(self.asked.dimensions, dimension_id)

    def advice(self, advice_id: str) -> Advice:
        """The advice with this id. Raises KeyError."""
        return _find(self.advices, advice_id)

    def party(self, party_id: str) -> Party:
        """The party with this id. Raises KeyError."""
        return _find(self.asked.parties, party_id)


def _find(things: tuple[_Found, ...], wanted: str) -> _Found:
    for thing in things:
        if thing.id == wanted:
            return thing
    raise KeyError(wanted)

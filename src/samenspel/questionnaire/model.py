"""What a questionnaire is: the shape of the files that a trainer may edit.

Three YAML files make one questionnaire: ``vragenlijst.yaml`` (module ``asked``), ``adviezen.yaml`` and
``voorlichting.yaml`` (module ``catalogue``); whoever uses one imports its types from here. Keys in the files are
Dutch, because trainers write them; names in code are the field's English terms. ``questionnaires/schema.json`` is
generated from these types. What the types cannot say (a trigger that names no item, a double id) is checked by
``authoring``.
"""

from typing import TypeVar

from msgspec import Struct

from samenspel.questionnaire.asked import (
    Activity,
    Band,
    Card,
    Choice,
    Condition,
    Context,
    ContextQuestion,
    Dimension,
    Item,
    OpenQuestion,
    Party,
    QuestionnaireFile,
    Scale,
)
from samenspel.questionnaire.catalogue import (
    Advice,
    AdviceFile,
    ContextTrigger,
    EducationFile,
    Theory,
    Worksheet,
    WorksheetPart,
)
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
    Weight,
)
from samenspel.questionnaire.slides import MOST_PEOPLE, Count, Figure, Guess, Slide, Team

__all__ = [
    "BOTH",
    "DONT_KNOW",
    "DONT_KNOW_CARD",
    "EXPERIENCE",
    "HIGHEST",
    "KNOWLEDGE",
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
    "Item",
    "OpenQuestion",
    "Party",
    "Questionnaire",
    "QuestionnaireFile",
    "Scale",
    "Slide",
    "Team",
    "Theory",
    "Weight",
    "Worksheet",
    "WorksheetPart",
]

Found = TypeVar("Found", Item, Card, OpenQuestion, Dimension, Advice, Party)


class Questionnaire(Struct, frozen=True):
    """The whole: what is asked, advised and explained. ``hash`` is the SHA-256 (hex) of the files' content."""

    hash: str
    asked: QuestionnaireFile
    advices: tuple[Advice, ...]
    education: EducationFile

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


def _find(things: tuple[Found, ...], wanted: str) -> Found:
    for thing in things:
        if thing.id == wanted:
            return thing
    raise KeyError(wanted)

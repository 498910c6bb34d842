"""A questionnaire on paper before it has a form: blocks that say what is printed and what may be filled in.

All texts are plain text. How it looks is the renderer's; what it is called when it is read back is ``sheet_fields``'.
"""

from hashlib import sha256
from typing import Final, Literal

import msgspec
from msgspec import Struct

from samenspel.questionnaire.model import Questionnaire


class Head(Struct, frozen=True):
    """A heading: level 1 opens a part, 2 stands within it."""

    level: Literal[1, 2]
    text: str


class Say(Struct, frozen=True):
    """Running text; ``boxed`` for what must not be missed."""

    text: str
    boxed: bool = False


class Points(Struct, frozen=True):
    """A list of short texts."""

    items: tuple[str, ...]


class Choose(Struct, frozen=True):
    """A question with answers of which one is ticked; ``options`` holds (value, label).

    ``aside`` says that it goes with the question before it, and takes little room.
    """

    name: str
    text: str
    options: tuple[tuple[str, str], ...]
    help: str = ""
    aside: bool = False


class Write(Struct, frozen=True):
    """A question with room to write; at most ``limit`` characters when it is typed."""

    name: str
    text: str
    lines: int
    limit: int
    help: str = ""


class Column(Struct, frozen=True):
    """One answer of a grid: its value, the mark beside each box (may be empty), and what it means."""

    value: str
    mark: str
    label: str


class Line(Struct, frozen=True):
    """One row of a grid: what is asked, for whom in words, which of the columns it offers, and its note's field."""

    name: str
    text: str
    values: tuple[str, ...]
    number: str = ""
    remark: str = ""
    note: str = ""


class Grid(Struct, frozen=True):
    """Questions under each other with the same answers; ``title`` is a heading (empty: none)."""

    title: str
    columns: tuple[Column, ...]
    lines: tuple[Line, ...]
    help: str = ""


class Together(Struct, frozen=True):
    """Questions that stay on one page where they can."""

    blocks: tuple[Choose | Write | Grid, ...]


Block = Head | Say | Points | Choose | Write | Grid | Together


class Sheet(Struct, frozen=True):
    """The whole form. ``marks`` are the fields that are not shown, name → value."""

    title: str
    subtitle: str
    footer: str
    marks: dict[str, str]
    note_limit: int
    blocks: tuple[Block, ...]

    def names(self) -> frozenset[str]:
        """Return the names of all fields, those that are not shown included."""
        return frozenset(self.marks).union(*map(_names, self.blocks))


def _names(block: Block) -> frozenset[str]:
    match block:
        case Choose() | Write():
            return frozenset([block.name])
        case Grid():
            return frozenset(name for line in block.lines for name in (line.name, line.note) if name)
        case Together():
            return frozenset().union(*map(_names, block.blocks))
        case _:
            return frozenset()


# The names of the fields on a paper form, so that what is written by one is found by the other. ------------------
# A field is called what its question is called (an id); other names hold a ``:``, which no id does. A name in a PDF may
# not hold a ``.``, which an id may: there it is written ``_``, which no id holds either.

SCHEMA: Final = "1"
"""The version of the fields of a form. A change of their meaning raises it."""

KEYWORD: Final = "samenspel-formulier"
"""What the file of a form says it is, and how its name begins, for whoever looks for forms among other files."""

NUMBER: Final = "nummer:formulier"
PARTY, AREA, EXPERIENCE, MEETING = "partij", "gebied", "ervaring", "overleg"

OURS: Final = "samenspel:"
# What a form says of itself, in fields that are not shown.
KIND, ASKED_ID, VERSION, FINGERPRINT, FORM, FOR_PARTY = (
    f"{OURS}{name}" for name in ("formulier", "vragenlijst", "versie", "vragen", "vorm", "partij")
)

YES, NO = "ja", "nee"
LASTED, DONE = "gebleven", "gedaan"


def field(id_: str) -> str:
    """Return the name of the field for the question (or activity) with this id."""
    return id_.replace(".", "_")


def note_field(item_id: str) -> str:
    """Return the name of the field for the note with a statement."""
    return f"toelichting:{field(item_id)}"


def share_field(question_id: str) -> str:
    """Return the name of the field that says whether the group may read an open answer."""
    return f"delen:{field(question_id)}"


def activity_field(activity_id: str) -> str:
    """Return the name of the field for an activity."""
    return f"activiteit:{field(activity_id)}"


def marks(questionnaire: Questionnaire, form: str, party: str) -> dict[str, str]:
    """Return what a form says of itself: which questionnaire it is, which form, and for which party ('' is any)."""
    return {
        KIND: SCHEMA,
        ASKED_ID: questionnaire.id,
        VERSION: questionnaire.version,
        FINGERPRINT: fingerprint(questionnaire),
        FORM: form,
        FOR_PARTY: party,
    }


def fingerprint(questionnaire: Questionnaire) -> str:
    """Return a hash of what is asked: it stays the same when only advices, bands or theory change."""
    asked = questionnaire.asked
    items = [(i.id, i.text, i.dimension, i.only, i.needs_meeting, i.dont_know, i.short) for i in asked.items]
    cards = [(card.id, card.text) for card in asked.cards]
    questions = (asked.parties, asked.context, asked.we, asked.scale, items, asked.card_question, cards)
    return sha256(msgspec.json.encode((questions, asked.open_questions), order="deterministic")).hexdigest()[:32]

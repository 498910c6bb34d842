"""What the fields on a paper form are called, so that what is written by one is found by the other.

A field is called what its question is called (an id); other names hold a ``:``, which no id does. A name in a PDF may
not hold a ``.``, which an id may: there it is written ``_``, which no id holds either.
"""

from typing import Final

from samenspel.questionnaire.edition import fingerprint
from samenspel.questionnaire.model import Questionnaire

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

"""What all parts of a questionnaire share: the fixed ids, and the kinds of value that may stand in its files."""

from typing import Annotated

from msgspec import Meta, Struct

from samenspel.taal import _

# Fixed ids of the instrument: they stand in files and exports, whatever the questionnaire.
OTHER_ROLE = "andere-rol"
BOTH = "allebei"
DONT_KNOW_CARD = "weet-niet"
KNOWLEDGE = "kennis"  # as a trigger of an advice
ROLE_CLARITY = "rol"  # the dimension that the cards are set beside, in a questionnaire that names none
EXPERIENCE = "ervaring"  # context question, also as a trigger
MEETING = "overleg"  # context question, also as a trigger
DONT_KNOW = 0  # as an answer to a statement
LOWEST, HIGHEST = 1, 5

Id = Annotated[
    str,
    Meta(
        pattern="^[a-z0-9]+([.-][a-z0-9]+)*$",
        max_length=60,
        description=_("kleine letters, cijfers, - en . (geen spaties)"),
    ),
]
Text = Annotated[str, Meta(min_length=1, max_length=4000)]
Weight = Annotated[float, Meta(gt=0, le=10)]
Share = Annotated[float, Meta(ge=0, le=1)]


class Part(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """What every part of a questionnaire is: immutable, and strict about keys."""

"""What one person answered. Immutable: every change gives a new one."""

from typing import Annotated, Literal

from msgspec import Meta, Struct, field

Form = Literal["volledig", "kort"]
Answer = Annotated[int, Meta(ge=0, le=5)]


class Response(Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """The answers of one person to one questionnaire; empty means not answered.

    Attributes:
        party: id of the party, or ``andere-rol``; empty while not chosen.
        form: all statements, or the short form.
        area, experience, meeting: the context answers (free text; ids of choices).
        answers: item id → 1..5 as given (not yet reversed), or 0 for *weet ik niet*.
        notes: item id → the note (*toelichting*) with that statement.
        knowledge: card id → a party's id, ``allebei`` or ``weet-niet``.
        open: open question id → text.
        activities: activity id → whether it lasted.
        shared: ids of the open questions that the person chose to share with the group.
    """

    party: str = ""
    form: Form = "volledig"
    area: str = ""
    experience: str = ""
    meeting: str = ""
    answers: dict[str, Answer] = field(default_factory=dict)
    notes: dict[str, str] = field(default_factory=dict)
    knowledge: dict[str, str] = field(default_factory=dict)
    open: dict[str, str] = field(default_factory=dict)
    activities: dict[str, bool] = field(default_factory=dict)
    shared: tuple[str, ...] = ()


class HandedOver(Response, frozen=True):
    """What one person handed over to others: of the knowledge cards only how they went.

    Attributes:
        right: how many were right.
        of: how many were answered.
        unknown: at how many it was *weet ik niet*.
    """

    right: int = 0
    of: int = 0
    unknown: int = 0

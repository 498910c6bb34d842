"""The first step that somebody chose after the result: what, when, and how it went."""

from datetime import date
from typing import Annotated, Literal

from msgspec import Meta, Struct

Outcome = Literal["", "ja", "deels", "nee"]
"""Whether it worked out; empty while that was not answered."""

_Day = Annotated[str, Meta(pattern=r"\A(\d{4}-\d\d-\d\d)?\Z")]


class FirstStep(Struct, frozen=True, forbid_unknown_fields=True):
    """A chosen step.

    Attributes:
        text: what the person is going to do, in the words of the advice or their own.
        on: the day on which they do it, in ISO form.
        look_back: the day on which they look back on it; empty when none was chosen.
        advice: id of the advice that the step is of; empty for a step of one's own.
        outcome: whether it worked out.
        answered: the day on which they said so; empty while they did not.
    """

    text: str
    on: _Day
    look_back: _Day = ""
    advice: str = ""
    outcome: Outcome = ""
    answered: _Day = ""

    def due(self, today: date) -> bool:
        """Say whether it is time to ask how it went."""
        return not self.outcome and date.fromisoformat(self.on) <= today

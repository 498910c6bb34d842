"""What one respondent gives to a group: the answers, and nothing that says who it was."""

from typing import Annotated

from msgspec import Meta, Struct
from msgspec.structs import replace

from samenspel.questionnaire.model import Questionnaire
from samenspel.response import Response
from samenspel.scoring import Knowledge, knowledge


class Contribution(Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """One respondent's part in a wave.

    Attributes:
        response: without area, notes and cards; open answers only those that the writer chose to share. Within a
            stored wave without ``experience`` too, which is tallied apart (see ``Wave.experience``).
        knowledge: how the role-knowledge cards went; None when none was answered.
    """

    response: Response
    knowledge: Knowledge | None = None


ResponseId = Annotated[str, Meta(pattern=r"\A[0-9a-f]{32}\Z")]
"""The name of a response: it says nothing of whose it is or when it came."""


class Entry(Struct, frozen=True):
    """A contribution on its way into a wave, ``experience`` still with it, under the name that makes it known.

    Attributes:
        id: random, or made of the answers where they brought no name (a code, a paper form).
        contribution: the answers.
        from_answers: the name is made of the answers: in another wave it may be somebody else's.
    """

    id: ResponseId
    contribution: Contribution
    from_answers: bool = False


def contribution(questionnaire: Questionnaire, response: Response) -> Contribution:
    """Return what of ``response`` goes to a group; ``experience`` is still with it."""
    shared = [q for q in questionnaire.asked.open_questions if q.id in response.shared]
    activities = {activity.id for question in shared for activity in question.activities}
    return Contribution(
        replace(
            response,
            area="",
            notes={},
            knowledge={},
            open={q.id: response.open[q.id] for q in shared if q.id in response.open},
            activities={a: lasted for a, lasted in response.activities.items() if a in activities},
            shared=tuple(q.id for q in shared),
        ),
        knowledge(questionnaire, response),
    )

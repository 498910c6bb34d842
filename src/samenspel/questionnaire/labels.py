"""The labels of open answers: what a questionnaire begins with (``labels.yaml``), and what a group makes of it.

The file is optional and no part of what is asked: it stands outside the hash of a questionnaire's content, so that
other labels make no other edition.
"""

from collections.abc import Mapping
from typing import Annotated, Final

from msgspec import Meta

from samenspel.questionnaire.model import QuestionnaireFile
from samenspel.questionnaire.parts import Id, Part

MOST_LABELS: Final = 40
"""The largest number of labels of one question, and of sub-labels of one label: more nobody oversees on a screen."""
WITH_A_DIGIT: Final = 9
"""So many labels can each be chosen with one digit."""
LONGEST_NAME: Final = 60
"""The largest number of characters of a label's name: it stands beside an answer, and in a table."""
LONGEST_HELP: Final = 200
"""The largest number of characters of the line that says what falls under a label."""

Name = Annotated[str, Meta(min_length=1, max_length=LONGEST_NAME)]
Help = Annotated[str, Meta(max_length=LONGEST_HELP)]


class SubLabel(Part, frozen=True, rename={"name": "naam", "help": "uitleg"}):
    """A part of a label; its name is its own within the label, in capitals or not."""

    name: Name
    help: Help = ""


class Label(Part, frozen=True, rename={"name": "naam", "help": "uitleg"}):
    """A label of one open question: ``help`` says what falls under it. Its name is its own within the question."""

    name: Name
    help: Help = ""
    sublabels: Annotated[tuple[SubLabel, ...], Meta(max_length=MOST_LABELS)] = ()


Labels = Annotated[tuple[Label, ...], Meta(max_length=MOST_LABELS)]


class LabelFile(Part, frozen=True):
    """``labels.yaml``: for each open question, by its id, the labels that a group begins with."""

    labels: dict[Id, Labels]


Scheme = Mapping[str, tuple[Label, ...]]
"""Open question → its labels, in the order in which they are offered."""


def take_labels(asked: QuestionnaireFile) -> tuple[str, ...]:
    """Return the ids of the open questions that take labels, in order: those that are answered in words."""
    return tuple(question.id for question in asked.open_questions if not question.activities)

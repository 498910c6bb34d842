"""Which labels were attached to which open answer of a wave, by whom, and what they settled on.

The study in Enschede (2016) cut interviews into answers, gave each a label and sometimes a sub-label, two people on
their own first, then together. An answer is known by its text: two that say exactly the same have the same labels.
"""

from typing import Annotated, Literal

from msgspec import Meta, Struct, field

from samenspel.hygiene import NOTE_LIMIT, folded, is_clean
from samenspel.questionnaire.labels import LONGEST_NAME, Label, Labels, Name, SubLabel
from samenspel.questionnaire.parts import Id

Coder = Literal["first", "second", "agreed"]
"""Whose labels they are: those of the first person, of a second, or what the two settled on where they differed."""
CODERS: tuple[Coder, ...] = ("first", "second", "agreed")


MOST_AT_ANSWER = 20
"""So many labels a person may attach to one answer: with more it is about everything."""


class Attached(Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """A label at an answer, and the part of it (``sub``) that the answer is about, if one was chosen."""

    label: Name
    sub: Annotated[str, Meta(max_length=LONGEST_NAME)] = ""


Text = Annotated[str, Meta(min_length=1, max_length=NOTE_LIMIT)]
AtAnswer = Annotated[tuple[Attached, ...], Meta(min_length=1)]
Coding = dict[Id, dict[Text, AtAnswer]]
"""Open question → answer → its labels, in the order in which they were attached. What has none does not stand in it."""


class Labelling(Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """The labels of a wave's open answers, whole: ``scheme`` is what there is to choose from, for each question."""

    scheme: dict[Id, Labels] = field(default_factory=dict)
    first: Coding = field(default_factory=dict)
    second: Coding = field(default_factory=dict)
    agreed: Coding = field(default_factory=dict)

    def by(self, coder: Coder) -> Coding:
        """Return all that ``coder`` attached."""
        return {"first": self.first, "second": self.second, "agreed": self.agreed}[coder]

    def of(self, coder: Coder, question: str, answer: str) -> tuple[Attached, ...]:
        """Return what ``coder`` attached to an answer; nothing where it has no label."""
        return self.by(coder).get(question, {}).get(answer, ())

    def settled(self, question: str, answer: str) -> tuple[Attached, ...] | None:
        """Return the labels that an answer counts with; None: two people differ, and have not settled it yet."""
        first, second = self.of("first", question, answer), self.of("second", question, answer)
        if first and second and set(first) != set(second):
            return self.of("agreed", question, answer) or None
        return first or second


def find(labels: tuple[Label, ...], name: str) -> Label | None:
    """Return the label that is called so, in capitals or not; None: there is none."""
    return next((label for label in labels if folded(label.name) == folded(name)), None)


def sound(labelling: Labelling) -> bool:
    """Say whether what is stored can be so: names once each, each label known, no sign that nobody can type."""
    for labels in labelling.scheme.values():
        lists: list[tuple[Label | SubLabel, ...]] = [labels, *(label.sublabels for label in labels)]
        if any(len({folded(one.name) for one in each}) != len(each) for each in lists):
            return False
        if not all(is_clean(one.name) and is_clean(one.help) for each in lists for one in each):
            return False
    return all(
        len({*attached}) == len(attached) and all(is_known(labelling, question, one) for one in attached)
        for coder in CODERS
        for question, answers in labelling.by(coder).items()
        for attached in answers.values()
    )


def is_known(labelling: Labelling, question: str, one: Attached) -> bool:
    """Say whether a label, with its part, is in the scheme of a question."""
    label = next((label for label in labelling.scheme.get(question, ()) if label.name == one.label), None)
    return label is not None and (not one.sub or any(sub.name == one.sub for sub in label.sublabels))

"""The scheme: for each open question the labels with the number of answers, and the sub-labels under them.

The study set its labels in such a scheme for each party. Here no party is known: answers are shared without it.
"""

from collections.abc import Sequence

from msgspec import Struct

from samenspel.hygiene import folded
from samenspel.labelling.attaching import OpenAnswers
from samenspel.labelling.model import Attached, Labelling


class LabelCount(Struct, frozen=True):
    """A label, or a sub-label, with the answers that have it.

    Attributes:
        name, help: as in the scheme.
        answers: their texts, in the order in which the answers are shown; two of one text are two.
        before: how many had it in the wave before; None: there nothing was labelled, or it was no label there.
        sublabels: its parts, most answers first; an answer may have several.
    """

    name: str
    help: str
    answers: tuple[str, ...]
    before: int | None = None
    sublabels: tuple["LabelCount", ...] = ()

    @property
    def n(self) -> int:
        """The number of answers with this label, whichever of its parts they have."""
        return len(self.answers)


class QuestionScheme(Struct, frozen=True):
    """The scheme of one open question.

    Attributes:
        question: its id.
        labels: all of them, most answers first; those with as many stand as in the scheme.
        answers: how many answers there are.
        unlabelled: those without a label.
        unsettled: those on which two people differ, which count at no label yet.
        before: how it was in an earlier wave; None: there nothing of it was labelled.
    """

    question: str
    labels: tuple[LabelCount, ...]
    answers: int
    unlabelled: tuple[str, ...]
    unsettled: tuple[str, ...]
    before: "Before | None" = None

    @property
    def labelled(self) -> int:
        """The number of answers that count at a label."""
        return self.answers - len(self.unlabelled) - len(self.unsettled)


class Before(Struct, frozen=True):
    """Of an open question in an earlier wave: how many ``answers`` there were, and how many counted at a label.

    ``counts``: of each label and sub-label, by its name and the one above it, in small letters.
    """

    number: int
    answers: int
    labelled: int
    counts: dict[tuple[str, str], int]


class Labelled(Struct, frozen=True):
    """What was labelled in wave ``number``: the labels, and the answers that there are."""

    labelling: Labelling
    answers: OpenAnswers
    number: int


def schemes(now: Labelled, before: Labelled | None = None) -> tuple[QuestionScheme, ...]:
    """Return the scheme of each open question with answers, in their order.

    Args:
        now: the labels and answers of a wave.
        before: those of an earlier wave, for the counts beside them.
    """
    earlier = {}
    if before is not None:
        found = [one for one in schemes(before) if one.labelled]
        earlier = {one.question: Before(before.number, one.answers, one.labelled, _counts(one)) for one in found}
    return tuple(
        _scheme(now.labelling, question, texts, earlier.get(question))
        for question, texts in now.answers.items()
        if texts
    )


def _scheme(labelling: Labelling, question: str, texts: Sequence[str], before: Before | None) -> QuestionScheme:
    having: dict[Attached, list[str]] = {}
    unlabelled, unsettled = [], []
    for text in texts:
        attached = labelling.settled(question, text)
        if attached is None:
            unsettled.append(text)
        elif not attached:
            unlabelled.append(text)
        else:
            for one in {Attached(one.label) for one in attached} | {one for one in attached if one.sub}:
                having.setdefault(one, []).append(text)

    def counted(name: str, told: str, one: Attached, parts: tuple[LabelCount, ...] = ()) -> LabelCount:
        was = None if before is None else before.counts.get((folded(one.label), folded(one.sub)))
        return LabelCount(name, told, tuple(having.get(one, ())), was, parts)

    found = []
    for label in labelling.scheme.get(question, ()):
        parts = [counted(sub.name, sub.help, Attached(label.name, sub.name)) for sub in label.sublabels]
        found.append(counted(label.name, label.help, Attached(label.name), _most_first(parts)))
    return QuestionScheme(question, _most_first(found), len(texts), tuple(unlabelled), tuple(unsettled), before)


def _most_first(counts: list[LabelCount]) -> tuple[LabelCount, ...]:
    return tuple(sorted(counts, key=lambda one: -one.n))


def _counts(scheme: QuestionScheme) -> dict[tuple[str, str], int]:
    """Return how many answers each label and sub-label has, by its name and the one above it."""
    found = {}
    for label in scheme.labels:
        found[folded(label.name), ""] = label.n
        found |= {(folded(label.name), folded(sub.name)): sub.n for sub in label.sublabels}
    return found

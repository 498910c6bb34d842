"""On how many answers two people agreed, each having labelled them without seeing the other's labels.

No index of agreement: of some twenty answers it would say little. A count of answers says what it says.
"""

from fractions import Fraction

from msgspec import Struct

from samenspel.labelling.attaching import OpenAnswers
from samenspel.labelling.model import Attached, Labelling


class LabelDifference(Struct, frozen=True):
    """An answer to which two people attached other labels; ``settled`` says whether they chose together since."""

    question: str
    answer: str
    first: tuple[Attached, ...]
    second: tuple[Attached, ...]
    settled: bool


class Agreement(Struct, frozen=True):
    """How many of the answers that both labelled got the same labels.

    Attributes:
        same: exactly the same labels and sub-labels.
        partly: at least one label in common, but not all; a label of which only the sub-label differs is in common.
        none: no label in common.
        one_only: answers that only one of the two labelled, which do not count in the three.
        differences: the answers of ``partly`` and ``none``, each text once, in the order of the answers.
    """

    same: int
    partly: int
    none: int
    one_only: int
    differences: tuple[LabelDifference, ...]

    @property
    def both(self) -> int:
        """The answers that both labelled."""
        return self.same + self.partly + self.none

    @property
    def share(self) -> Fraction | None:
        """The share (0..1) of the answers that both labelled with exactly the same labels; None: there are none."""
        return Fraction(self.same, self.both) if self.both else None

    @property
    def open(self) -> int:
        """The differences that are not settled yet."""
        return sum(not one.settled for one in self.differences)


def agreement(labelling: Labelling, answers: OpenAnswers) -> Agreement:
    """Hold the labels of two people beside each other, answer by answer; two answers of one text are two."""
    counts = {"same": 0, "partly": 0, "none": 0, "one_only": 0}
    found: dict[tuple[str, str], LabelDifference] = {}
    for question, texts in answers.items():
        for answer in texts:
            first, second = labelling.of("first", question, answer), labelling.of("second", question, answer)
            if not (first and second):
                counts["one_only"] += bool(first or second)
                continue
            alike = set(first) == set(second)
            common = {one.label for one in first} & {one.label for one in second}
            counts["same" if alike else "partly" if common else "none"] += 1
            if not alike:
                settled = labelling.settled(question, answer) is not None
                found[question, answer] = LabelDifference(question, answer, first, second, settled)
    return Agreement(**counts, differences=tuple(found.values()))

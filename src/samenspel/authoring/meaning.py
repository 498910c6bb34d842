"""What a schema cannot say: ids that are double or unknown, scores without an order, advice nobody gets, odd text.

The checks read plain data and pass over whatever has not the shape they need, because on a file with errors they run
beside the schema, not after it. On a sound questionnaire they find nothing.
"""

from collections.abc import Iterator, Mapping

from samenspel.authoring.ids import double_ids, reserved_ids
from samenspel.authoring.problems import Finding
from samenspel.authoring.reach import unreachable_advice
from samenspel.authoring.references import unknown_references
from samenspel.authoring.slides import odd_slides
from samenspel.authoring.structure import misplaced
from samenspel.authoring.texts import odd_texts


def findings(data: Mapping[str, object]) -> Iterator[Finding]:
    """Yield what has no meaning in a questionnaire.

    Args:
        data: the plain data of each file by name; a file that cannot be read is left out, and what would be
            checked against it is not checked.
    """
    for check in (double_ids, reserved_ids, unknown_references, misplaced, unreachable_advice, odd_slides, odd_texts):
        yield from check(data)

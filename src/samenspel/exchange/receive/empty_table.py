"""The empty table to type paper forms into in a spreadsheet, and how its readers know the row with printed numbers."""

from samenspel.exchange.receive.forms import FORM, PARTY, RESPONDENT, columns
from samenspel.exchange.receive.rewritten import understood
from samenspel.questionnaire.model import Questionnaire
from samenspel.report.paper.printed import printed_numbers
from samenspel.response import Form

NUMBERS = "nr"
"""What stands first in the row with the numbers that are printed on the form."""
_ASKED = ("item", "card", "open")


def empty_table(questionnaire: Questionnaire, form: Form = "volledig", party: str = "") -> bytes:
    """Return a table (CSV) to type forms into, a row for each: the columns in the order in which they are printed.

    Below their names stand the printed numbers. ``party``: for whom the form was printed; '' is for anyone.
    """
    numbers = printed_numbers(questionnaire, form, party)
    steps = columns(questionnaire)
    context = [name for name, step in steps.items() if step is None or step.kind not in _ASKED]
    names = [*context, *numbers, *(name for name, step in steps.items() if step and step.kind == "open")]
    second = [NUMBERS, *(numbers.get(name, "") for name in names[1:])]
    return "".join(f"{';'.join(row)}\r\n" for row in (names, second)).encode("utf-8-sig")


def is_numbers(cells: dict[str, str]) -> bool:
    """Say whether a row (column → what stands there) is the one with the printed numbers, and so no form."""
    return understood(cells.get(RESPONDENT, ""), (NUMBERS,)) == NUMBERS and PARTY not in cells and FORM not in cells

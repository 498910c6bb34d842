"""What one can hand over of a self-test, each a document of its own: worksheets are for two, notes for one."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Final, Literal, assert_never, get_args

from msgspec import Struct

from samenspel.first_step import FirstStep
from samenspel.questionnaire.model import Questionnaire
from samenspel.report.document import Document
from samenspel.report.personal.advices import worksheets
from samenspel.report.personal.appendix import appendix
from samenspel.report.personal.change import Previous
from samenspel.report.personal.conversation import conversation_sheet
from samenspel.report.personal.report import personal_report
from samenspel.response import Response
from samenspel.taal import _

Part = Literal["rapport", "werkbladen", "bijlage", "gespreksblad"]
PARTS: Final[tuple[Part, ...]] = get_args(Part)
TITLES: Final[Mapping[Part, str]] = {
    "rapport": _("Het rapport"),
    "werkbladen": _("De werkbladen"),
    "bijlage": _("De bijlage"),
    "gespreksblad": _("Het gespreksblad"),
}
STANDS: Final[Mapping[Part, str]] = {
    "rapport": _("Het rapport staat in {pad}"),
    "werkbladen": _("De werkbladen staan in {pad}"),
    "bijlage": _("De bijlage staat in {pad}"),
    "gespreksblad": _("Het gespreksblad staat in {pad}"),
}
LACKING: Final[Mapping[Part, str]] = {
    "werkbladen": _("Bij uw adviezen hoort geen werkblad."),
    "gespreksblad": _("Er is nog geen stelling beantwoord. Daarom is er geen gespreksblad."),
}
"""Why there is no such part, where there can be none."""


class Personal(Struct, frozen=True):
    """One self-test as it is told: what was asked and answered, when, the time before, and the step that was chosen."""

    questionnaire: Questionnaire
    response: Response
    date: date
    previous: Previous | None = None
    step: FirstStep | None = None

    def part(self, part: Part, *, notes: bool = False) -> Document | None:
        """Return one part; None when there is nothing to put in it (``LACKING``). ``notes``: in the report as well."""
        questionnaire, response = self.questionnaire, self.response
        match part:
            case "rapport":
                return personal_report(
                    questionnaire, response, date=self.date, previous=self.previous, step=self.step, notes=notes
                )
            case "werkbladen":
                return worksheet_file(questionnaire, response)
            case "bijlage":
                return appendix(questionnaire, response, date=self.date)
            case "gespreksblad":
                return conversation_sheet(questionnaire, response)
            case _:
                assert_never(part)

    def parts(self, *, notes: bool = False) -> Iterator[tuple[Part, Document]]:
        """Give all parts that there are, one by one."""
        for part in PARTS:
            if (document := self.part(part, notes=notes)) is not None:
                yield part, document


def worksheet_file(questionnaire: Questionnaire, response: Response) -> Document | None:
    """Return the worksheets of the advices that a person is shown, with nothing of the person; None without any."""
    sheets = worksheets(questionnaire, response)
    if not sheets:
        return None
    return Document(
        title=_("Werkbladen"),
        subtitle=questionnaire.asked.title,
        footer=questionnaire.asked.title,
        blocks=sheets,
        loose=True,
    )

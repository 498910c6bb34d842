"""All that is needed to show one self-test: its questionnaire as it was, and the time before. Reads files."""

from datetime import date, datetime
from typing import TYPE_CHECKING, Literal

from msgspec import Struct

from samenspel.questionnaire.model import Questionnaire
from samenspel.report.comparison import Previous
from samenspel.storage import StorageError
from samenspel.storage.selftests import SelfTest, SelfTests
from samenspel.taal import _

if TYPE_CHECKING:
    from samenspel.report.document import Document

Suffix = Literal[".pdf", ".html"]


class Outcome(Struct, frozen=True):
    """A self-test with what belongs to it."""

    selftest: SelfTest
    questionnaire: Questionnaire
    previous: Previous | None

    @property
    def day(self) -> date:
        """The day that the report carries."""
        return _day(self.selftest)

    @property
    def file_name(self) -> str:
        """The name that is suggested for the report, without its ending."""
        return f"samenspel-zelftest-{self.day.isoformat()}"

    def caution(self, _suffix: str) -> str:
        """Say what a person should know before choosing a place."""
        return _("In het rapport staan ook uw toelichtingen en open antwoorden. Kies een plek waar alleen u bij kunt.")

    def report(self, suffix: str) -> bytes:
        """Return the personal report as a file's content."""
        from samenspel.report.personal import personal_report

        response = self.selftest.response
        return rendered(personal_report(self.questionnaire, response, date=self.day, previous=self.previous), suffix)


def outcome(store: SelfTests, selftest: SelfTest) -> Outcome:
    """Gather what is needed to show ``selftest``.

    Raises:
        StorageError: its questionnaire is gone. Without that of the time before, there is no time before.
    """
    questionnaire = store.questionnaire(selftest)
    before = store.previous(selftest)
    if before is None:
        return Outcome(selftest, questionnaire, None)
    try:
        previous = Previous(before.response, store.questionnaire(before), _day(before))
    except StorageError:
        return Outcome(selftest, questionnaire, None)
    return Outcome(selftest, questionnaire, previous)


def rendered(document: "Document", suffix: str) -> bytes:
    """Return a report as a file's content: HTML, or else PDF. Slow the first time: the renderers are imported here."""
    if suffix == ".html":
        from samenspel.report.html import render as render_html

        return render_html(document).encode()
    from samenspel.report.pdf import render

    return render(document)


def _day(selftest: SelfTest) -> date:
    return datetime.fromisoformat(selftest.finished or selftest.changed).date()

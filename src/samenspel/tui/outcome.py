"""All that is needed to show one self-test: its questionnaire as it was, and the time before. Reads files."""

from datetime import date, datetime
from typing import Literal

from msgspec import Struct

from samenspel.questionnaire.model import Questionnaire
from samenspel.report.comparison import Previous
from samenspel.storage import StorageError
from samenspel.storage.selftests import SelfTest, SelfTests

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

    def report(self, suffix: Suffix) -> bytes:
        """Return the personal report as a file's content. Slow the first time: the renderers are imported here."""
        from samenspel.report.personal import personal_report

        document = personal_report(self.questionnaire, self.selftest.response, date=self.day, previous=self.previous)
        if suffix == ".html":
            from samenspel.report.html import render as render_html

            return render_html(document).encode()
        from samenspel.report.pdf import render

        return render(document)


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


def _day(selftest: SelfTest) -> date:
    return datetime.fromisoformat(selftest.finished or selftest.changed).date()

"""The form that a facilitator mails to who has no samenspel: what the window that saves it asks and says."""

from samenspel.exchange.browser.form import browser_form
from samenspel.questionnaire.model import Questionnaire
from samenspel.report.paper.field_names import KEYWORD
from samenspel.taal import _
from samenspel.tui.kit.save_report import SaveReportScreen

_TITLE = _("Formulier om te mailen (HTML)")


class MailedForm:
    """The form in full, for anybody in the group."""

    def __init__(self, questionnaire: Questionnaire) -> None:
        self._questionnaire = questionnaire

    @property
    def file_name(self) -> str:
        """The name that is suggested, without its ending."""
        return f"{KEYWORD}-{self._questionnaire.id}"

    def caution(self, _suffix: str) -> str:
        """Say what it is, and how the answers come back."""
        return _(
            "Mail dit bestand aan iedereen. Het opent in elke browser en verstuurt zelf niets. U krijgt een bestand of "
            "een code terug. Zeg erbij: bewaar het eerst op uw computer, en open het dan."
        )

    def report(self, _suffix: str) -> bytes:
        """Return the form as a file's content."""
        return browser_form(self._questionnaire).encode()


def save_form(questionnaire: Questionnaire) -> SaveReportScreen:
    """Return the window that asks where the form must come."""
    return SaveReportScreen(MailedForm(questionnaire), ".html", _TITLE)

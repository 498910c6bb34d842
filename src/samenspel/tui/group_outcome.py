"""The report of a wave, as the window that saves a report wants it."""

import re
import unicodedata
from datetime import date

from samenspel.report.group import group_report
from samenspel.taal import _
from samenspel.tui.outcome import Suffix, rendered
from samenspel.tui.talk import Talk

_LONGEST = 30


class GroupOutcome:
    """What the group's report is made of: read before, so that it can be made in a thread."""

    def __init__(self, talk: Talk, day: date) -> None:
        self._questionnaire, self._group, self._wave = talk.questionnaire, talk.group, talk.wave
        self._previous = talk.before if "veranderd" in talk.parts else None
        self._day = day

    @property
    def file_name(self) -> str:
        """The name that is suggested: of the group only plain letters and digits."""
        return f"samenspel-{_plain(self._group.name)}-meting-{self._wave.number}-{self._day.isoformat()}"

    @property
    def caution(self) -> str:
        """What a group should know before choosing a place."""
        return _(
            "In het rapport staat wat hier te zien was, met de stemmen en de acties. Er staan geen namen in, "
        ) + _("behalve die u zelf bij een actie opschreef.")

    def report(self, suffix: Suffix) -> bytes:
        """Return the group's report as a file's content."""
        document = group_report(self._questionnaire, self._group, self._wave, previous=self._previous, date=self._day)
        return rendered(document, suffix)


def _plain(name: str) -> str:
    letters = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", letters).strip("-")[:_LONGEST].strip("-") or "groep"

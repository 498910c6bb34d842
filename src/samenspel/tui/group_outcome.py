"""The report of a wave, as the window that saves a report wants it."""

import re
import unicodedata
from datetime import date
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from samenspel.exchange.group_export import export_csv, export_xlsx
from samenspel.report.group import group_report
from samenspel.taal import _
from samenspel.tui.outcome import rendered
from samenspel.tui.talk import Talk

_LONGEST = 30


class GroupOutcome:
    """What the group's report is made of: read before, so that it can be made in a thread."""

    def __init__(self, talk: Talk, day: date) -> None:
        self._questionnaire, self._group, self._wave = talk.questionnaire, talk.group, talk.wave
        self._previous = talk.before
        self._day = day

    @property
    def file_name(self) -> str:
        """The name that is suggested: of the group only plain letters and digits."""
        released = self._wave.released
        mark = "niet-anoniem-" if released is not None and released.open_table else ""
        return f"samenspel-{mark}{_plain(self._group.name)}-meting-{self._wave.number}-{self._day.isoformat()}"

    def caution(self, suffix: str) -> str:
        """Say what a group should know before choosing a place."""
        what = _("In het rapport staat wat hier te zien was, met de stemmen en de acties.")
        names = _("Namen staan er alleen in als iemand ze opschreef: bij een actie, opmerking, reden of open antwoord.")
        if suffix in {".xlsx", ".zip"}:
            what = _("In het bestand staan de cijfers die hier te zien waren, met de stemmen en de acties.")
            names = _("Namen staan er alleen in als iemand ze opschreef: bij een actie, een opmerking of een reden.")
        return f"{what} {names}"

    def report(self, suffix: str) -> bytes:
        """Return the group's report, or for ``.xlsx`` and ``.zip`` its figures, as a file's content."""
        match suffix:
            case ".xlsx":
                return export_xlsx(self._questionnaire, self._group, self._wave, previous=self._previous)
            case ".zip":
                return _zipped(export_csv(self._questionnaire, self._group, self._wave, previous=self._previous))
            case _:
                document = group_report(
                    self._questionnaire, self._group, self._wave, previous=self._previous, date=self._day
                )
                return rendered(document, suffix)


def _zipped(files: dict[str, bytes]) -> bytes:
    """Put files in one, without the moment in it: same figures, same bytes."""
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(ZipInfo(name), content, ZIP_DEFLATED)
    return made.getvalue()


def _plain(name: str) -> str:
    letters = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", letters).strip("-")[:_LONGEST].strip("-") or "groep"

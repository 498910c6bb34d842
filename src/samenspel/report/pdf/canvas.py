"""The canvas of a report: it knows its headings for the bookmarks, and in the end its number of pages."""

from reportlab.pdfgen.canvas import Canvas

from samenspel.report.pdf import styles
from samenspel.report.pdf.fonts import REGULAR
from samenspel.taal import _

_TOTAL = "aantal-bladzijden"
_FOOT = 34.0
FOOT_SIZE = 7.5
FOOT_WIDTH = 0.7 * styles.WIDTH
"""What the text at the foot may take, in points."""


class ReportCanvas(Canvas):  # type: ignore[misc]  # reportlab has no types
    """A canvas with bookmarks out of headings, and ``bladzijde x van y`` at the foot of every page."""

    _level = -1
    _headings = 0

    def add_heading(self, text: str, level: int, height: float) -> None:
        """Add a heading, drawn at the origin, to the bookmarks at ``level`` (0 is the highest).

        A level that would skip one is brought up: bookmarks may not.
        """
        self._level = min(level, self._level + 1)
        self._headings += 1
        key = f"kop-{self._headings}"
        self.bookmarkHorizontal(key, 0, height)
        self.addOutlineEntry(text, key, self._level, closed=False)

    def draw_foot(self, text: str) -> None:
        """Draw the line, the page number and ``text`` at the foot of this page; the total comes when it is known."""
        page = _("bladzijde {nummer} van ").format(nummer=self.getPageNumber())
        right = styles.PAGE[0] - styles.RIGHT
        self.saveState()
        self.setStrokeColor(styles.LINE)
        self.setLineWidth(0.5)
        self.line(styles.LEFT, _FOOT + 12, right, _FOOT + 12)
        self.setFont(REGULAR, FOOT_SIZE)
        self.setFillColor(styles.SOFT)
        self.drawRightString(right, _FOOT, text)
        self.drawString(styles.LEFT, _FOOT, page)
        self.translate(styles.LEFT + self.stringWidth(page, REGULAR, FOOT_SIZE), _FOOT)
        self.doForm(_TOTAL)
        self.restoreState()

    def save(self) -> None:
        """Draw the number of pages, to which every page refers, and finish the document."""
        pages = self.getPageNumber() - 1
        self.setViewerPreference("DisplayDocTitle", "true")
        self.showOutline()
        self.beginForm(_TOTAL)
        self.setFont(REGULAR, FOOT_SIZE)
        self.setFillColor(styles.SOFT)
        self.drawString(0, 0, str(pages))
        self.endForm()
        super().save()

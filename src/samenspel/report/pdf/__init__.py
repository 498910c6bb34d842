"""The document on paper: A4, with fonts embedded, bookmarks and page numbers. The only place that knows reportlab.

The same document always gives the same bytes: reportlab's *invariant* mode leaves out the clock and all that is random.

This is the gate to the modules in this folder: reportlab takes longer to load than all else that a command needs, so it
is loaded when the first page is made, and whoever may have to make one can import this at the top.
"""

from samenspel.report.document import Document
from samenspel.report.paper.sheet import Sheet

MADE_BY = b" ReportLab Generated PDF document"
"""The second line of what is rendered here; a program that writes a PDF anew leaves it out."""


def render(document: Document) -> bytes:
    """Return ``document`` as a PDF; the same document gives the same bytes."""
    from samenspel.report.pdf import document as pages

    return pages.render(document)


def render_sheet(sheet: Sheet) -> bytes:
    """Return the form as a PDF with fields; the same form gives the same bytes."""
    from samenspel.report.pdf import form

    return form.render_sheet(sheet)

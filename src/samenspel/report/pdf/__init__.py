"""The document on paper: A4, with fonts embedded, bookmarks and page numbers. The only place that knows reportlab.

The same document always gives the same bytes: reportlab's *invariant* mode leaves out the clock and all that is random.
"""

from samenspel.report.pdf.render import render

__all__ = ["render"]

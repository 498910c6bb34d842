"""The document as one accessible HTML page, without script or outside resources.

The PDF is not tagged, so this page is the one for a screen reader: landmarks, headings, tables with scopes, and charts
as drawings with a description and a table beside them.
"""

from html import escape
from importlib.resources import files

from samenspel.report.document import Block, Document, Heading, WorksheetPage
from samenspel.report.html.blocks import anchor, html, worksheet_title
from samenspel.taal import _

_WORTH_LISTING = 2
"""Of so few parts no list is made."""
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def render(document: Document) -> str:
    """Return ``document`` as a whole page; every text in it is escaped."""
    style = files(__name__).joinpath("page.css").read_text(encoding="utf-8")
    title = escape(document.title)
    skip = _("Naar de inhoud")
    body = "\n".join(html(block, place) for place, block in enumerate(document.blocks))
    return f"""<!DOCTYPE html>
<html lang="{escape(document.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{escape(_POLICY)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="author" content="{escape(document.author)}">
<title>{title} · {escape(document.subtitle)}</title>
<style>
{style}</style>
</head>
<body>
<a class="skip" href="#inhoud">{escape(skip)}</a>
<header><h1>{title}</h1><p>{escape(document.subtitle)}</p></header>
{_contents(document.blocks)}
<main id="inhoud">
{body}
</main>
<footer><p>{escape(document.footer)}</p></footer>
</body>
</html>
"""


def _contents(blocks: tuple[Block, ...]) -> str:
    entries = []
    for place, block in enumerate(blocks):
        if isinstance(block, Heading) and block.level == 1:
            entries.append((place, block.text))
        elif isinstance(block, WorksheetPage):
            entries.append((place, worksheet_title(block)))
    if len(entries) < _WORTH_LISTING:
        return ""
    links = "".join(f'<li><a href="#{anchor(place)}">{escape(text)}</a></li>' for place, text in entries)
    label = escape(_("Inhoud"))
    return f'<nav aria-labelledby="wegwijzer"><h2 id="wegwijzer">{label}</h2><ul>{links}</ul></nav>'

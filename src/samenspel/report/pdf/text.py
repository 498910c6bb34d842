"""Paragraphs out of plain text, and what is free below them; a heading also stands in the bookmarks."""

from typing import Any

from reportlab.platypus import Paragraph, Spacer

from samenspel.report.pdf.styles import markup, shown, style


def paragraph(text: str, name: str = "body", bullet: str | None = None) -> Paragraph:
    """Return plain ``text`` as a paragraph in the style with this name."""
    return Paragraph(markup(text), style(name), bulletText=bullet)


def labelled(label: str, text: str, name: str = "body") -> Paragraph:
    """Return a paragraph that begins with ``label`` in bold."""
    return Paragraph(f"<b>{markup(label)}</b> {markup(text)}", style(name))


class Bookmarked(Paragraph):  # type: ignore[misc]  # reportlab has no types
    """A heading that, when it is drawn, adds itself to the bookmarks at ``outline_level``."""

    outline_text = ""
    outline_level = 0

    def draw(self) -> None:
        """Draw the heading, and add it to the bookmarks of the document."""
        if self.outline_text:
            self.canv.add_heading(self.outline_text, self.outline_level, self.height)
        super().draw()


def heading(text: str, name: str, level: int) -> Any:  # noqa: ANN401 - reportlab has no types
    """Return a heading that stands in the bookmarks at ``level`` (0 is the highest)."""
    found = Bookmarked(markup(text), style(name))
    found.outline_text = shown(text)
    found.outline_level = level
    return found


class FreeBelow(Spacer):  # type: ignore[misc]  # reportlab has no types
    """What is left free below something; nothing where a page begins: there it would push down what comes first."""

    def __init__(self, height: float) -> None:
        super().__init__(0, height)

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """Return no width, and the height that it takes where it stands."""
        page = getattr(self, "_frame", None)
        return 0.0, 0.0 if page is not None and page._atTop else self.height  # noqa: SLF001 - it has no other name

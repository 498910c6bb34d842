"""Texts that change often: the page is laid out again only when they take more or fewer lines than before."""

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget


class Drawn(Widget):
    """A widget that draws itself as text, for the width it has. Its width must not depend on what it draws."""

    _laid_out = 0

    def drawn(self, width: int) -> Content:
        """Give what is to be seen now in a space of ``width`` columns."""
        raise NotImplementedError

    def redraw(self) -> None:
        """Show what :meth:`drawn` gives now."""
        least = self.styles.min_height
        room = ((least and least.cells) or 0) - self.gutter.height
        before, now = self._laid_out, self._lines(self.content_size.width)
        self.refresh(layout=max(now, room) != max(before, room))

    def render(self) -> Content:
        """Draw for the width there is."""
        return self.drawn(self.content_size.width)

    def get_content_width(self, container: Size, viewport: Size) -> int:  # noqa: ARG002
        """Take the room there is."""
        return container.width

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """Count the lines."""
        self._laid_out = self._lines(width)
        return self._laid_out

    def _lines(self, width: int) -> int:
        text = self.drawn(width)
        return text.get_height({}, width) if width and text else 0


class Passage(Drawn):
    """A text, shown as it is."""

    def __init__(self, text: str = "", *, id: str | None = None, classes: str = "") -> None:  # noqa: A002
        super().__init__(id=id, classes=classes)
        self._text = Content(text)

    def put(self, text: str) -> None:
        """Show ``text`` from now on."""
        if text != self._text.plain:
            self._text = Content(text)
            self.redraw()

    def drawn(self, width: int) -> Content:  # noqa: ARG002
        """Give the text."""
        return self._text

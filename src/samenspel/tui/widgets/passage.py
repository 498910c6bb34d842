"""A text that changes often: the page is laid out again only when the text takes more or fewer lines."""

from textual.content import Content
from textual.widgets import Static


class Passage(Static):
    """A text, shown as it is. Its width must not depend on the text."""

    def __init__(self, text: str = "", *, id: str | None = None, classes: str = "") -> None:  # noqa: A002
        super().__init__(text, markup=False, id=id, classes=classes)
        self._now = Content(text)

    def put(self, text: Content | str) -> None:
        """Show ``text`` from now on."""
        new = text if isinstance(text, Content) else Content(text)
        if new.is_same(self._now):
            return
        before, self._now = self._now, new
        self.update(new, layout=self._lines(new) != self._lines(before))

    def _lines(self, text: Content) -> int:
        width = self.content_size.width
        return text.get_height({}, width) if width and text else 0

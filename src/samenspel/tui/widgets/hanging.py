"""A text in a list whose further lines stand below its first words, not below its sign or its number."""

from textual.content import Content
from textual.css.styles import RulesMap
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual


class Hanging(Visual):
    """``head`` (a sign, a number) with ``text`` beside it, for the width that it gets."""

    def __init__(self, head: Content, text: Content) -> None:
        self.head = head
        self.text = text

    @property
    def plain(self) -> str:
        """Head and text as they are, not wrapped."""
        return self.head.plain + self.text.plain

    def lines(self, width: int) -> Content:
        """Give head and text for a space of ``width`` columns."""
        indent = self.head.cell_length
        wrapped = self.text.wrap(max(1, width - indent))
        return Content.assemble(self.head, Content("\n" + " " * indent).join(wrapped))

    def render_strips(self, width: int, height: int | None, style: Style, options: RenderOptions) -> list[Strip]:
        """Draw."""
        return self.lines(width).render_strips(width, height, style, options)

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        """Say how wide it is when nothing has to be wrapped."""
        return self.head.cell_length + self.text.get_optimal_width(rules, container_width)

    def get_height(self, rules: RulesMap, width: int) -> int:
        """Say how many lines it takes."""
        return self.lines(width).get_height(rules, width)

"""Lists: one to choose from, and points to read; a line that is too long goes on below its own first words."""

from collections.abc import Iterable

from msgspec import Struct
from rich.segment import Segment
from textual.binding import Binding
from textual.containers import HorizontalGroup
from textual.content import Content
from textual.css.styles import RulesMap
from textual.events import Key
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from samenspel.taal import _
from samenspel.tui.textual_private import option_of


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


HERE = "▸"


class MenuEntry(Struct, frozen=True):
    """One line to choose: ``key`` is typed to choose it at once (may be empty), ``detail`` stands under the title.

    ``number`` stands where the key would, but cannot be typed.
    """

    id: str
    title: str
    detail: str = ""
    key: str = ""
    number: str = ""


class Menu(OptionList):
    """An option list whose place can be seen without colour (▸), and whose entries answer to their own key.

    Choosing posts ``OptionList.OptionSelected`` with the entry's id, however it was chosen.
    """

    BINDINGS = [Binding("enter", "select", _("kiezen"))]

    def __init__(self, entries: Iterable[MenuEntry] = (), *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(markup=False, id=id)
        self._keys: dict[str, str] = {}
        self.add(entries)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to choose only where there is something to choose."""
        if action == "select":
            return self.option_count > 0
        return super().check_action(action, parameters)

    def add(self, entries: Iterable[MenuEntry]) -> None:
        """Add entries at the end; the first one ever added becomes the place where one is."""
        entries = list(entries)
        self._keys |= {entry.key: entry.id for entry in entries if entry.key}
        self.add_options([Option(_prompt(entry), id=entry.id) for entry in entries])
        if self.highlighted is None and entries:
            self.highlighted = 0

    def replace(self, entries: Iterable[MenuEntry]) -> None:
        """Show other entries; one stays at the same entry, or else at the same place."""
        here = self.highlighted
        option = None if here is None else self.get_option_at_index(here).id
        self._keys.clear()
        self.clear_options()
        self.add(entries)
        ids = [o.id for o in self.options]
        if option in ids:
            self.highlighted = ids.index(option)
        elif here is not None and ids:
            self.highlighted = min(here, len(ids) - 1)

    def current(self) -> str | None:
        """Return the id of the entry where one is; None in an empty list."""
        return None if self.highlighted is None else self.get_option_at_index(self.highlighted).id

    def on_key(self, event: Key) -> None:
        """Choose the entry that this key belongs to."""
        wanted = self._keys.get(event.character or "")
        if wanted is not None:
            event.stop()
            self.highlighted = self.get_option_index(wanted)
            self.action_select()

    def render_line(self, y: int) -> Strip:
        """Draw a line, with the sign before the first line of the entry where one is."""
        strip = super().render_line(y)
        here = option_of(strip)
        line = self.scroll_offset.y + y
        first = line == 0 or option_of(super().render_line(y - 1)) != here
        if not self.has_focus or here is None or here != self.highlighted or not first:
            return strip
        return Strip.join([Strip([Segment(HERE, next(iter(strip)).style)]), strip.crop(1)])


def _prompt(entry: MenuEntry) -> Hanging:
    sign = entry.key or entry.number
    key = Content.assemble((f"{sign}  ", "bold")) if sign else Content("")
    title = Content.styled(entry.title, "bold")
    return Hanging(key, Content.assemble(title, "\n", entry.detail) if entry.detail else title)


class Point(HorizontalGroup):
    """A point to read, with ``sign`` before it: the text stays beside its sign, also when it takes more lines."""

    def __init__(self, text: str, sign: str = "•", *, classes: str = "") -> None:
        super().__init__(
            Static(sign, markup=False, classes="point-sign"),
            Static(text, markup=False, classes="point-text"),
            classes=classes,
        )

"""The labels beside an answer: chosen by digit, by a few letters, by arrows or by mouse; ✓ stands at those attached.

Nothing rests on colour alone: ▸ is where one is, ✓ what is attached.
"""

from collections.abc import Iterator, Sequence
from unicodedata import combining, normalize

from msgspec import Struct
from textual.content import Content
from textual.style import Style

from samenspel.labelling.model import Attached
from samenspel.questionnaire.labels import Label
from samenspel.report.groups.labels import called
from samenspel.taal import _
from samenspel.tui.widgets.drawing import Drawn

DIGITS = "123456789"
_SIGNS = 7
"""The columns before a name: where one is, the digit, and whether it is attached."""
_INDENT = 2
"""A part stands so much further to the right than its label."""


class LabelRow(Struct, frozen=True):
    """A label, or one of its parts, that can be attached; ``key`` is the digit that chooses it."""

    one: Attached
    help: str
    key: str = ""

    @property
    def name(self) -> str:
        """What it is called where it stands without the others."""
        return called(self.one)


class LabelList(Drawn):
    """Draws the labels that can be chosen now, and keeps which one is.

    All of them are one widget: with twenty of them a widget each would make every key slow.
    """

    def __init__(self) -> None:
        super().__init__(id="labels")
        self._labels: Sequence[Label] = ()
        self._attached: Sequence[Attached] = ()
        self.typed = ""
        self._here: Attached | None = None
        self._rows: list[LabelRow] = []
        self._shown: object = None

    @property
    def chosen(self) -> LabelRow | None:
        """The row where one is; None: nothing was chosen yet."""
        return next((row for row in self._rows if row.one == self._here), None)

    @property
    def line(self) -> int:
        """The place of the chosen row among the lines."""
        return next((place for place, row in enumerate(self._rows) if row.one == self._here), 0)

    def show(self, labels: Sequence[Label], attached: Sequence[Attached]) -> None:
        """Show these labels, with a sign at those that are attached; nothing is chosen."""
        self._labels, self._attached = labels, attached
        self.typed, self._here = "", None
        self._again()

    def type(self, typed: str) -> None:
        """Leave only what these letters stand in, and choose the first of it; nothing typed shows all again."""
        self.typed, self._here = typed, None
        self._rows = self._found()
        self._here = self._rows[0].one if typed and self._rows else None
        self._again()

    def choose(self, key: str) -> None:
        """Choose the row with this digit."""
        self._go(next((row.one for row in self._rows if row.key == key), self._here))

    def choose_row(self, one: Attached) -> None:
        """Choose this label."""
        self._go(one)

    def move(self, by: int) -> None:
        """Go one row down or up, and round at the end."""
        if self._rows:
            place = self.line + by if self.chosen else (0 if by > 0 else -1)
            self._go(self._rows[place % len(self._rows)].one)

    def _go(self, one: Attached | None) -> None:
        self._here = one
        self._again()

    def _again(self) -> None:
        self._rows = self._found()
        shown = (self._rows, self._here, tuple(self._attached), self.typed)
        if shown != self._shown:  # at the next answer to the same question it mostly is what stands there already
            self._shown = shown
            self.redraw()

    def _found(self) -> list[LabelRow]:
        if self.typed:
            found = [row for row in self._all() if _letters(self.typed) in _letters(row.name)]
        else:
            # The parts stand under a label only where one is, or where it is attached: with a mouse one gets there so.
            open_ = {one.label for one in self._attached} | ({self._here.label} if self._here else set())
            found = [row for row in self._all() if not row.one.sub or row.one.label in open_]
        keyed = [row for row in found if self.typed or not row.one.sub]
        keys = dict(zip((row.one for row in keyed), DIGITS, strict=False))
        return [LabelRow(row.one, row.help, keys.get(row.one, "")) for row in found]

    def _all(self) -> Iterator[LabelRow]:
        for label in self._labels:
            yield LabelRow(Attached(label.name), label.help)
            for sub in label.sublabels:
                yield LabelRow(Attached(label.name, sub.name), sub.help)

    def drawn(self, width: int) -> Content:
        """Draw a line for each, cut where there is no room; a click on it attaches it."""
        if not self._rows:
            told = _("Geen label met ‘{letters}’.").format(letters=self.typed) if self.typed else _("Nog geen labels.")
            return Content(told)
        return Content("\n").join(self._row(row, place, width) for place, row in enumerate(self._rows))

    def _row(self, row: LabelRow, place: int, width: int) -> Content:
        part = row.one.sub and not self.typed
        name, on = row.one.sub if part else row.name, self.hangs(row)
        signs = f"{'▸' if row.one == self._here else ' '} {row.key or ' '}  {'✓' if on else ' '} "
        text = Content.styled(" " * (_INDENT if part else 0) + name, "bold" if on else "")
        line = Content.assemble((signs, "bold"), text).truncate(max(_SIGNS, width), ellipsis=True)
        return line.stylize(Style.from_meta({"@click": f"screen.attach_row({place})"}))

    def hangs(self, row: LabelRow) -> bool:
        """Say whether a label is attached: a whole one also by a part of it."""
        whole = not row.one.sub and any(one.label == row.one.label for one in self._attached)
        return row.one in self._attached or whole

    def is_cut(self, row: LabelRow) -> bool:
        """Say whether its name does not fit on its line."""
        part = row.one.sub and not self.typed
        name = " " * _INDENT + row.one.sub if part else row.name
        return _SIGNS + Content(name).cell_length > self.content_size.width

    def row(self, place: int) -> LabelRow | None:
        """Return the row at this place; None: it is not there any more."""
        return self._rows[place] if 0 <= place < len(self._rows) else None


def _letters(text: str) -> str:
    """Return a text to look in: in small letters, without the signs above them (``een`` finds ``één``)."""
    return "".join(sign for sign in normalize("NFD", text.casefold()) if not combining(sign))

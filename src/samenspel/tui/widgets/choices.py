"""A list of answers: chosen by digit, by arrows and Enter, or by mouse.

The chosen answer carries ◆, ✓ and bold letters, the place of the arrows carries ▸: nothing rests on colour alone.
The arrows stand nowhere until they are used, so that Enter never gives an answer that nobody chose.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalGroup
from textual.content import Content
from textual.reactive import reactive
from textual.widgets import Input, Static

from samenspel.taal import _
from samenspel.tui.textual_private import QuickWidget
from samenspel.tui.widgets import Deed
from samenspel.tui.widgets.drawing import Drawn

_NOWHERE = -1
_BESIDE = 24
"""From this width on, an answer's text stands beside its signs."""


class Option(NamedTuple):
    """One answer: the key that chooses it, what it stands for, its text, and the sign when it was chosen.

    Without a key it is an empty place: it keeps the page as it is where an answer is not offered.
    """

    key: str
    value: str
    text: str
    tick: str = " ✓"


class ChoiceLine(Drawn):
    """One answer on the screen: its signs, and its text beside them, or below them where there is little room."""

    def __init__(self, option: Option) -> None:
        super().__init__()
        self.option = option
        self._here = False
        self._chosen = False
        self._typing = False
        self._shown: object = None

    def show(self, *, here: bool, chosen: bool, typing: bool = False) -> None:
        """Show the option, with the signs of where the arrows are and of what was chosen; no key while one types."""
        if self._shown == (self.option, here, chosen, typing):
            return
        self._shown = (self.option, here, chosen, typing)
        self._here, self._chosen, self._typing = here, chosen, typing
        self.set_class(here, "-here")
        self.set_class(chosen, "-chosen")
        self.set_class(self.option.key in ("", "0"), "-apart")
        self.redraw()

    def drawn(self, width: int) -> Content:
        """Draw the answer; further lines of its text stand below its first."""
        if not self.option.key:
            return Content(" ")
        signs = f"{'▸' if self._here else ' '} {'◆' if self._chosen else ' '} "
        head = Content.assemble(signs, (f"{' ' if self._typing else self.option.key}  ", "bold"))
        text = Content(self.option.text + (self.option.tick if self._chosen else ""))
        if width < _BESIDE:
            return Content.assemble(head, "\n", text)
        lines = text.wrap(width - head.cell_length)
        return Content.assemble(head, Content("\n" + " " * head.cell_length).join(lines))


class Choices(QuickWidget, VerticalGroup, can_focus=True):
    """The answers to one question.

    Digits are taken while the list has the focus. The arrows begin at the answer given; where there is none, at the
    only option, or at the first one of ``buttons``: what a window offers, of which Enter takes the first. Where nothing
    need be chosen, ``without`` says how to go on; it is told to whoever presses Enter before choosing.

    It posts :class:`Picked`; what is marked as chosen is set from outside with :meth:`show`, so that the screen never
    shows an answer that was not saved.
    """

    BINDINGS = [
        Binding("up", "move(-1)", _("antwoord hoger"), show=False),
        Binding("down", "move(1)", _("antwoord lager"), show=False),
        Binding("enter,space", "pick_here", _("kies"), show=False),
        Binding("1", "pick('1')", _("kiezen")),
        *(Binding(digit, f"pick('{digit}')", show=False) for digit in "23456789"),
        Binding("0", "pick('0')", _("weet ik niet")),
    ]

    here: reactive[int] = reactive(_NOWHERE, repaint=False)
    """The place of the arrows."""

    class Picked(Deed, bubble=False):
        """A person chose the option with this value."""

        def __init__(self, choices: "Choices", value: str) -> None:
            super().__init__()
            self.choices = choices
            self.value = value

        @property
        def control(self) -> "Choices":
            """The list in which was chosen."""
            return self.choices

    def __init__(
        self,
        options: Sequence[Option] = (),
        *,
        chosen: str | None = None,
        buttons: bool = False,
        without: str = "",
        classes: str = "",
    ) -> None:
        super().__init__(classes=classes)
        self._buttons = buttons
        self._options = tuple(options)
        self._chosen = chosen
        self._places = [ChoiceLine(option) for option in self._options]
        self._drawn: object = None
        told = " ".join(filter(None, [_("Kies eerst: een cijfer, of ↑ en ↓ en dan Enter."), without]))
        self._first = Static(told, classes="choose-first", markup=False)
        self._first.display = False

    def compose(self) -> ComposeResult:
        """Lay out the answers, one below the other."""
        yield from self._places
        yield self._first

    def on_mount(self) -> None:
        """Draw the first time, and again when one begins or stops typing in a field: its digits would not choose."""
        self._start()
        self.watch(self.screen, "focused", self._draw, init=False)

    def show(self, options: Iterable[Option], chosen: str | None) -> None:
        """Show these options, with ``chosen`` (a value) marked as the answer given."""
        keys = [option.key for option in self._options]
        self._options, self._chosen = tuple(options), chosen
        if keys != [option.key for option in self._options]:
            self.refresh_bindings()
        if not self.is_mounted:
            return
        for choice, option in zip(self._places, self._options, strict=False):
            choice.option = option
            choice.display = True
        for choice in self._places[len(self._options) :]:
            choice.display = False
        if more := [ChoiceLine(option) for option in self._options[len(self._places) :]]:
            self._places += more
            self.mount_all(more, before=self._first)
        self._start()

    @property
    def digits(self) -> str:
        """The keys that choose, as one word: ``1-5``."""
        keys = [option.key for option in self._options if option.key not in ("", "0")]
        return keys[0] if len(keys) == 1 else f"{keys[0]}-{keys[-1]}" if keys else ""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only the digits that choose something."""
        if action == "pick":
            return any(option.key == parameters[0] for option in self._options)
        return super().check_action(action, parameters)

    def _start(self) -> None:
        self._first.display = False
        values = [option.value for option in self._options]
        first = 0 if self._buttons or len(values) == 1 else _NOWHERE
        # Not assigned: ``watch_here`` would scroll to it before everything has its place.
        self.set_reactive(Choices.here, values.index(self._chosen) if self._chosen in values else first)
        self._draw()

    def _draw(self) -> None:
        typing = isinstance(self.screen.focused, Input)
        now = self._options, self._chosen, self.here if self.has_focus else _NOWHERE, typing
        if now == self._drawn:
            return
        self._drawn = now
        for place, choice in enumerate(self._places):
            here, chosen = self.has_focus and place == self.here, choice.option.value == self._chosen
            choice.show(here=here, chosen=chosen, typing=typing)

    def watch_here(self) -> None:
        """Move the sign, and keep it in sight."""
        self._first.display = False
        self._draw()
        if self.here != _NOWHERE:
            self._places[self.here].scroll_visible(animate=False)

    def watch_has_focus(self, has_focus: bool) -> None:  # noqa: FBT001
        """Show where the arrows are, or hide it."""
        super().watch_has_focus(has_focus)
        self._draw()

    def on_click(self, event: events.Click) -> None:
        """Choose the answer under the mouse."""
        for widget in event.widget.ancestors_with_self if event.widget else ():
            if isinstance(widget, ChoiceLine) and widget.option.key:
                self._tell(widget.option.value)

    def action_move(self, by: int) -> None:
        """Go ``by`` answers down, and round at the end."""
        places = [place for place, option in enumerate(self._options) if option.key]
        if places and self.here == _NOWHERE:
            self.here = places[0 if by > 0 else -1]
        elif places:
            self.here = places[(places.index(self.here) + by) % len(places)]

    def action_pick_here(self) -> None:
        """Choose the answer where the arrows are."""
        if self.here != _NOWHERE:
            self._tell(self._options[self.here].value)
        elif self._options:
            self._first.display = True
            self.call_after_refresh(self._first.scroll_visible, animate=False)

    def action_pick(self, key: str) -> None:
        """Choose the answer with this digit, if there is one."""
        for option in self._options:
            if option.key == key:
                self._tell(option.value)

    def _tell(self, value: str) -> None:
        """Tell the screen, and nobody on the way there: each of those takes a moment between the key and the answer."""
        self.screen.post_message(self.Picked(self, value))

"""A window for one line of text in the workshop; it stays open, with what was typed, until that can be stored."""

from collections.abc import Callable, Iterable

from textual.binding import Binding
from textual.containers import HorizontalGroup
from textual.widget import Widget
from textual.widgets import Button, Input, Static

from samenspel.taal import _
from samenspel.tui.screens.base import BaseModal
from samenspel.tui.trouble import GROUP_TROUBLE, told
from samenspel.tui.widgets.field import Wrong
from samenspel.tui.widgets.writing import WritingLine


class _Line(WritingLine):
    BINDINGS = [Binding("enter", "submit", _("bewaren"), key_display=_("Enter of F8"))]


class LineScreen(BaseModal[bool]):
    """Asks for one line; what ``save`` raises is said at the line. Gives back whether it was stored."""

    HELP = _(
        "Typ één regel. Enter of F8 bewaart. Met Esc sluit u het venster zonder te bewaren.\n\n"
        "Dit komt in het rapport van de groep. Schrijf er niets in waaraan iemand te herkennen is."
    )
    BINDINGS = [
        Binding("f8,ctrl+s", "save", _("bewaren"), show=False, priority=True),
        Binding("escape", "back", _("niet bewaren")),
    ]

    def __init__(self, title: str, explanation: str, save: Callable[[str], None], text: str = "") -> None:
        super().__init__(classes="window")
        self._title = title
        self._explanation = explanation
        self._save = save
        self._text = text

    def compose_page(self) -> Iterable[Widget]:
        """Lay out the window."""
        yield Static(self._title, classes="title", markup=False)
        yield Static(self._explanation, markup=False)
        yield _Line(self._text, select_on_focus=False)
        yield Wrong()
        with HorizontalGroup(classes="buttons"):
            yield Button(_("Bewaren"), id="save")
            yield Button(_("Niet bewaren"), id="drop")

    def on_mount(self) -> None:
        """Begin in the line."""
        self.query_one(Input).focus()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Store what was typed."""
        event.stop()
        self.action_save()

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Do what the button says."""
        event.stop()
        if event.button.id == "save":
            self.action_save()
        else:
            self.action_back()

    def on_input_changed(self) -> None:
        """What was wrong is being changed."""
        self.query_one(Wrong).say("")

    def action_save(self) -> None:
        """Store what was typed."""
        line = self.query_one(Input)
        try:
            self._save(line.value)
        except GROUP_TROUBLE as error:
            self.query_one(Wrong).say(told(error))
            line.focus()
        else:
            self.dismiss(result=True)

    def action_back(self) -> None:
        """Close the window without storing."""
        self.dismiss(result=False)

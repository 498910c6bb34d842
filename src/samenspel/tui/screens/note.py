"""The note with a statement: a window to write in."""

from collections.abc import Iterable

from textual.binding import Binding
from textual.containers import HorizontalGroup
from textual.widget import Widget
from textual.widgets import Button, Static, TextArea

from samenspel.hygiene import NOTE_LIMIT, TooLongError
from samenspel.questionnaire.applicability import fill
from samenspel.session import Session
from samenspel.storage import StorageError
from samenspel.taal import _
from samenspel.tui.screens.base import BaseModal
from samenspel.tui.screens.dialog import DialogScreen
from samenspel.tui.screens.walk import no_names, too_long
from samenspel.tui.widgets.choices import Option
from samenspel.tui.widgets.writing import WritingArea

_SAVE, _DROP, _STAY = "save", "drop", "stay"


class NoteScreen(BaseModal[bool]):
    """Writes the note with the statement where the session is. Gives back whether something was saved."""

    HELP = _(
        """Schrijf hier wat u bij deze stelling kwijt wilt. Het komt in uw eigen rapport.

        Bewaren doet u met F8, met ctrl+s of met de knop. Met Tab gaat u van het tekstvak naar de knoppen. Een leeg
        vak bewaren haalt de toelichting weg. Met Esc sluit u het venster."""
    )
    BINDINGS = [
        Binding("f8,ctrl+s", "save", _("bewaren")),
        Binding("escape", "back", _("sluiten")),
    ]

    def __init__(self, session: Session) -> None:
        super().__init__(classes="window")
        self._session = session
        self._item = session.questionnaire.item(session.step.id)
        self._before = session.response.notes.get(self._item.id, "")

    def compose_page(self) -> Iterable[Widget]:
        """Lay out the window."""
        text = fill(self._session.questionnaire, self._session.response.party, self._item.text)
        yield Static(_("Toelichting bij: {stelling}").format(stelling=text), classes="title", markup=False)
        yield Static(no_names(), classes="muted", markup=False)
        yield WritingArea(self._before)
        yield Static(markup=False, classes="muted", id="count")
        with HorizontalGroup(classes="buttons"):
            yield Button(_("Bewaren"), id=_SAVE)
            yield Button(_("Sluiten"), id="close")

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Count what was typed."""
        length = len(event.text_area.text)
        count = self.query_one("#count", Static)
        count.update(_("{aantal} van {grens} tekens").format(aantal=length, grens=NOTE_LIMIT))
        count.set_class(length > NOTE_LIMIT, "-failed")

    def keep(self) -> bool:
        """Store the note as it stands."""
        text = self.query_one(TextArea).text
        if text == self._before:
            return True
        try:
            self._session.note(text, self.main.clock())
        except StorageError as error:
            self.main.show_problem(str(error))
        except TooLongError as error:
            self.main.show_problem(too_long(error))
        else:
            self._before = text
            return True
        return False

    def action_save(self) -> None:
        """Store the note and close the window."""
        if self.keep():
            self.dismiss(result=True)

    def action_back(self) -> None:
        """Close the window; when the note was changed, ask first what to do with it."""
        if self.query_one(TextArea).text == self._before:
            self.dismiss(result=False)
            return
        options = (
            Option("1", _SAVE, _("bewaren")),
            Option("2", _DROP, _("niet bewaren")),
            Option("3", _STAY, _("verder schrijven")),
        )
        question = _("U hebt de toelichting veranderd. Wat wilt u doen?")
        self.app.push_screen(DialogScreen(_("Nog niet bewaard"), question, options), self._decided)

    def _decided(self, choice: str | None) -> None:
        if choice == _SAVE:
            self.action_save()
        elif choice == _DROP:
            self.dismiss(result=False)

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Do what the button says."""
        if event.button.id == _SAVE:
            self.action_save()
        else:
            self.action_back()

"""The statements, one a screen: answered with one digit, each with its note."""

from collections.abc import Iterable

from textual.binding import Binding
from textual.containers import HorizontalGroup
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Button, Static, TextArea

from samenspel import walk
from samenspel.hygiene import NOTE_LIMIT, TooLongError
from samenspel.questionnaire.applicability import fill, offered_answers
from samenspel.questionnaire.model import DONT_KNOW, HIGHEST, LOWEST, Item
from samenspel.session import Session
from samenspel.storage import StorageError
from samenspel.taal import _
from samenspel.tui.kit.dialogs import DROP, SAVE, unsaved_question
from samenspel.tui.kit.mistakes import too_long
from samenspel.tui.kit.screen import BaseModal
from samenspel.tui.selftest.walk import WalkScreen, no_names
from samenspel.tui.widgets.choices import Choices, Option
from samenspel.tui.widgets.drawing import Passage
from samenspel.tui.widgets.heads import SavedSign, StepHead
from samenspel.tui.widgets.writing_area import WritingArea

_NOTE_LINES = 2
"""So much of a note stands below its statement."""


class StatementScreen(WalkScreen):
    """A statement with its answers and note. A digit answers it, saves it and shows the next one in its place."""

    KINDS = frozenset({"item"})
    HELP = _(
        """Lees de stelling en druk op het cijfer van uw antwoord. Uw antwoord wordt meteen bewaard en u ziet de
        volgende stelling. Bij ‘bewaard ✓’ staat het op de schijf.

        Bij sommige stellingen kunt u ook 0 kiezen: weet ik niet, of geen ervaring mee. Ook dat telt mee in de uitslag.

        Met ← gaat u terug en met → slaat u een stelling over. U kunt er later op terugkomen. Met t schrijft u een
        toelichting. Met o ziet u alle stellingen. Met Esc stopt u; alles blijft bewaard.

        Met de muis klikt u op een antwoord, of op een toets onder aan het scherm."""
    )
    BINDINGS = [
        Binding("t", "note", _("toelichting")),
        Binding("0", "no_zero", show=False),  # only where the list of answers has no use for it
    ]

    def compose_page(self) -> Iterable[Widget]:
        """Lay out the statement."""
        yield StepHead()
        yield Passage(id="question")
        yield Choices(classes="scale")
        with HorizontalGroup(id="below"):
            yield NoteLine(id="note")
            yield SavedSign()

    _told = ""
    """What was saved just now, to be told beside the statement that comes next."""

    def show_step(self) -> None:
        """Show the statement where the session is, with the answer given and the note."""
        answered = self._show().id in self.response.answers
        told, self._told = self._told, ""
        sign = self.query_one(SavedSign)
        if told or answered:
            sign.saved(told)
        else:
            sign.clear()

    def _show(self) -> Item:
        step = self.session.step
        item, place = self.questionnaire.item(step.id), walk.progress(self.questionnaire, self.response, step)
        self.query_one(StepHead).show(
            place.name,
            _("deel {deel} van {delen} · stelling {nummer} van {aantal}").format(
                deel=place.part, delen=place.parts, nummer=place.number, aantal=place.of
            ),
            place.share,
        )
        self.query_one("#question", Passage).put(self.filled(item.text))
        given = self.response.answers.get(item.id)
        self.query_one(Choices).show(self._options(item), None if given is None else str(given))
        note = " ".join(self.response.notes.get(item.id, "").split())
        self.query_one("#note", NoteLine).put(_("toelichting: ‘{tekst}’").format(tekst=note) if note else "")
        return item

    def _options(self, item: Item) -> list[Option]:
        scale = self.questionnaire.asked.scale
        options = [
            Option(str(answer), str(answer), label)
            for answer, label in zip(range(LOWEST, HIGHEST + 1), scale.labels, strict=True)
        ]
        offered = DONT_KNOW in offered_answers(item)
        zero = Option(str(DONT_KNOW), str(DONT_KNOW), scale.dont_know) if offered else Option("", "", "")
        return [*options, zero]

    def on_choices_picked(self, event: Choices.Picked) -> None:
        """Store the answer, then show the next step."""
        if self.save(lambda: self.session.answer(event.value, self.desk.clock())):
            self._told = _("vorige: {antwoord} ·").format(antwoord=event.value)
            self.proceed()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer a note only where it is kept."""
        return super().check_action(action, parameters) if action != "note" else self.recipient.NOTES

    def action_no_zero(self) -> None:
        """Say why 0 does nothing here."""
        self.notify(_("Bij deze stelling kunt u geen 0 kiezen. U mag hem overslaan met →."), markup=False)

    def action_note(self) -> None:
        """Write a note with this statement."""
        if self.session.step.kind in self.KINDS:  # a key in the same burst may have left the statements
            self.app.push_screen(NoteScreen(self.session), self._noted)

    def _noted(self, saved: bool | None) -> None:  # noqa: FBT001
        self._told = _("toelichting") if saved else ""
        self.proceed()


class NoteLine(Passage):
    """The note below a statement; what does not fit in two lines is cut, and then it ends in *…*."""

    def drawn(self, width: int) -> Content:
        """Give as much as fits."""
        text = super().drawn(width)
        lines = text.wrap(max(1, width))
        if len(lines) <= _NOTE_LINES:
            return text
        *whole, last = lines[:_NOTE_LINES]
        return Content("\n").join([*whole, last.rstrip().truncate(max(0, width - 1)) + "…"])


# The note with a statement: a window to write in. ----------------------------------------------------------------


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
        super().__init__(classes="window note")
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
            yield Button(_("Bewaren"), id=SAVE)
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
            self._session.note(text, self.desk.clock())
        except StorageError as error:
            self.navigator.show_problem(str(error))
        except TooLongError as error:
            self.navigator.show_problem(too_long(error))
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
        self.app.push_screen(unsaved_question(_("U hebt de toelichting veranderd. Wat wilt u doen?")), self._decided)

    def _decided(self, choice: str | None) -> None:
        if choice == SAVE:
            self.action_save()
        elif choice == DROP:
            self.dismiss(result=False)

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Do what the button says."""
        if event.button.id == SAVE:
            self.action_save()
        else:
            self.action_back()

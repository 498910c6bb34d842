"""The context question about the area: suggestions to choose from, or a text of one's own. It may stay empty."""

from collections.abc import Iterable

from textual import events
from textual.binding import Binding
from textual.widget import Widget
from textual.widgets import Input, Static

from samenspel.taal import _
from samenspel.tui.screens.context import show_context_head
from samenspel.tui.screens.walk import WalkScreen
from samenspel.tui.widgets.choices import Choices, Option
from samenspel.tui.widgets.saved_sign import SavedSign
from samenspel.tui.widgets.step_head import StepHead
from samenspel.tui.widgets.writing import WritingLine

_OTHER = ""


class AreaScreen(WalkScreen):
    """Where the person works."""

    KINDS = frozenset({"area"})
    HELP = _(
        """Kies een gebied met een cijfer, of typ zelf een naam. Druk na het typen op Enter.

        U mag deze vraag leeg laten: ga dan verder met het pijltje → of met F8. Met F4 ziet u het overzicht."""
    )
    BINDINGS = [
        Binding("down", "app.focus_next", show=False),
        Binding("up", "app.focus_previous", show=False),
        Binding("o", "write('o')", show=False),  # a name may begin with it; F4 still opens the list of questions
    ]

    def compose_page(self) -> Iterable[Widget]:
        """Lay out the question, its suggestions and a place to type."""
        question = self.questionnaire.asked.context.area
        yield StepHead()
        yield Static(self.filled(question.text), markup=False, id="question")
        if question.help:
            yield Static(self.filled(question.help), markup=False, id="remark")
        if question.suggestions:
            own = Option(str(len(question.suggestions) + 1), _OTHER, _("anders, zelf typen"))
            suggestions = [Option(str(number), text, text) for number, text in enumerate(question.suggestions, 1)]
            yield Choices([*suggestions, own], chosen=self.response.area or None, without=_("Leeg laten mag, met →."))
        area = self.response.area
        yield WritingLine(
            "" if area in question.suggestions else area, placeholder=_("typ hier uw gebied, dan Enter; leeg laten mag")
        )
        yield SavedSign()

    def show_step(self) -> None:
        """Show where this question stands, and whether it was answered."""
        show_context_head(self.query_one(StepHead), "area")
        if self.response.area:
            self.query_one(SavedSign).saved()

    def keep(self) -> bool:
        """Store what was typed; an empty place changes nothing that was chosen from the suggestions."""
        typed = self.query_one(Input).value
        suggestions = self.questionnaire.asked.context.area.suggestions
        if typed == self.response.area or (not typed and self.response.area in suggestions):
            return True
        return self.save(lambda: self.session.answer(typed, self.main.clock(), stay=True))

    def on_choices_picked(self, event: Choices.Picked) -> None:
        """Store the suggestion and go on, or go to the place to type."""
        if event.value == _OTHER:
            self.query_one(Input).focus()
        elif self.save(lambda: self.session.answer(event.value, self.main.clock())):
            self.proceed()

    def on_key(self, event: events.Key) -> None:
        """Begin to write at the first letter, wherever the keyboard is."""
        if event.character is not None and event.character.isalpha() and not self.query_one(Input).has_focus:
            event.stop()
            self.action_write(event.character)

    def action_write(self, letter: str) -> None:
        """Put a letter in the place to type, and go there."""
        line = self.query_one(Input)
        line.select_on_focus = False  # else the next letter takes the place of this one
        line.focus()
        line.insert_text_at_cursor(letter)

    def on_input_submitted(self) -> None:
        """Store what was typed and go on."""
        self.action_next()

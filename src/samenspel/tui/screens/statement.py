"""One statement a screen: a digit answers it, saves it and shows the next one."""

from collections.abc import Iterable

from textual.binding import Binding
from textual.containers import HorizontalGroup
from textual.widget import Widget

from samenspel import walk
from samenspel.questionnaire.applicability import offered_answers
from samenspel.questionnaire.model import DONT_KNOW, HIGHEST, LOWEST, Item
from samenspel.taal import _
from samenspel.tui.screens.walk import WalkScreen
from samenspel.tui.widgets.choices import Choices, Option
from samenspel.tui.widgets.passage import Passage
from samenspel.tui.widgets.saved_sign import SavedSign
from samenspel.tui.widgets.step_head import StepHead


class StatementScreen(WalkScreen):
    """A statement with its answers and note. The next statement comes in its place."""

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
            yield Passage(id="note")
            yield SavedSign()

    def show_step(self) -> None:
        """Show the statement where the session is, with the answer given and the note."""
        if self._show().id in self.response.answers:
            self.query_one(SavedSign).saved()
        else:
            self.query_one(SavedSign).clear()

    def _show(self) -> Item:
        step = self.session.step
        item, place = self.questionnaire.item(step.id), walk.progress(self.questionnaire, self.response, step)
        self.query_one(StepHead).show(
            place.name,
            _("deel {deel} van {delen} · stelling {nummer} van {aantal}").format(
                deel=place.part, delen=place.parts, nummer=place.number, aantal=place.of
            ),
            place.number / place.of,
        )
        self.query_one("#question", Passage).put(self.filled(item.text))
        given = self.response.answers.get(item.id)
        self.query_one(Choices).show(self._options(item), None if given is None else str(given))
        note = " ".join(self.response.notes.get(item.id, "").split())
        self.query_one("#note", Passage).put(_("toelichting: ‘{tekst}’").format(tekst=note) if note else "")
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
        if self.save(lambda: self.session.answer(event.value, self.main.clock())):
            self.proceed()
            for sign in self.query(SavedSign):
                sign.saved(_("vorige: {antwoord} ·").format(antwoord=event.value))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer a note only where it is kept."""
        return super().check_action(action, parameters) if action != "note" else self.occasion.NOTES

    def action_no_zero(self) -> None:
        """Say why 0 does nothing here."""
        self.notify(_("Bij deze stelling kunt u geen 0 kiezen. U mag hem overslaan met →."), markup=False)

    def action_note(self) -> None:
        """Write a note with this statement."""
        from samenspel.tui.screens.note import NoteScreen

        if self.session.step.kind in self.KINDS:  # a key in the same burst may have left the statements
            self.app.push_screen(NoteScreen(self.session), self._noted)

    def _noted(self, saved: bool | None) -> None:  # noqa: FBT001
        self.proceed()
        if saved:
            for sign in self.query(SavedSign):
                sign.saved(_("toelichting"))

"""All steps with their state; choosing one goes there."""

from collections.abc import Iterable

from textual.binding import Binding
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option as Line

from samenspel import walk
from samenspel.questionnaire.applicability import fill
from samenspel.session import Session
from samenspel.taal import _
from samenspel.tui.kit.screen import BaseModal
from samenspel.tui.widgets.menu import Hanging
from samenspel.walk import Kind, Step

_PAGES: frozenset[Kind] = frozenset({"welcome", "we", "cards", "review"})
"""Steps without a question."""


class _Steps(OptionList):
    BINDINGS = [Binding("enter", "select", _("ernaartoe"))]

    def action_page_up(self) -> None:
        """Move up a page; at the top stands a heading, which cannot be chosen: then to the first step."""
        super().action_page_up()  # type: ignore[no-untyped-call]  # Textual gives it no types
        if self.highlighted is None:
            self.action_first()


class OverviewScreen(BaseModal[Step]):
    """A list of the steps of this person. Gives back the chosen step, or None."""

    HELP = _(
        """Hier staan alle vragen en stellingen. Een ✓ betekent: beantwoord. Een open rondje ○ betekent: nog niet.

        Ga met ↑ en ↓ naar een regel en druk op Enter, of klik erop. U gaat er dan meteen naartoe."""
    )

    def __init__(self, session: Session) -> None:
        super().__init__(classes="window overview")
        self._session = session

    def compose_page(self) -> Iterable[Widget]:
        """Lay out the list."""
        questionnaire, response = self._session.questionnaire, self._session.response
        given, of = walk.answered(questionnaire, response)
        yield Static(_("Overzicht"), classes="title", markup=False)
        done = _("{aantal} van {alle} stellingen beantwoord").format(aantal=given, alle=of)
        yield Static(done, classes="paragraph", markup=False)
        yield _Steps(*self._lines(), markup=False)

    def on_mount(self) -> None:
        """Start at the step where the session is."""
        steps = self.query_one(OptionList)
        keys = [option.id for option in steps.options]
        if self._session.step.key in keys:
            steps.highlighted = keys.index(self._session.step.key)
        else:
            steps.action_first()

    def action_back(self) -> None:
        """Close without choosing."""
        self.dismiss(None)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Give back the chosen step."""
        self.dismiss(next(step for step in self._session.steps() if step.key == event.option_id))

    def _lines(self) -> Iterable[Line]:
        questionnaire, response = self._session.questionnaire, self._session.response
        part = ""
        for step in self._session.steps():
            done = walk.is_answered(questionnaire, response, step)
            name = self._part(step)
            if name != part:
                part = name
                yield Line(Hanging(Content("  "), Content.styled(name, "bold")), disabled=True)
            sign = " " if step.kind in _PAGES else "✓" if done else "○"
            yield Line(Hanging(Content(f"{sign} "), Content(self._text(step))), id=step.key)

    def _part(self, step: Step) -> str:
        match step.kind:
            case "item":
                return walk.progress(self._session.questionnaire, self._session.response, step).name
            case "cards" | "card":
                return _("Rolkennis")
            case "open":
                return _("Open vragen")
            case "review":
                return _("Bijna klaar")
            case _:
                return _("Over u en uw werk")

    def _text(self, step: Step) -> str:
        questionnaire, response = self._session.questionnaire, self._session.response
        asked = questionnaire.asked
        match step.kind:
            case "item":
                number = walk.progress(questionnaire, response, step).number
                given = response.answers.get(step.id)
                answer = "" if given is None else f"  [{given}]"
                note = _("  (toelichting)") if step.id in response.notes else ""
                text = f"{number}. {questionnaire.item(step.id).text}{answer}{note}"
            case "card":
                text = questionnaire.card(step.id).text
            case "open":
                text = questionnaire.open_question(step.id).text
            case "party" | "area" | "experience" | "meeting":
                text = getattr(asked.context, step.kind).text
            case "welcome":
                text = _("Uw antwoorden en de keuze: volledig of kort")
            case "we":
                text = _("Wat ‘wij’ betekent")
            case "cards":
                text = _("Wat de kaarten zijn")
            case _:
                text = _("Kijk wat nog open staat, en rond af")
        return fill(questionnaire, response.party, text)

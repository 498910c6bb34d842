"""The context questions with answers to choose from: party, experience, joint meeting."""

from collections.abc import Iterable

from textual.widget import Widget

from samenspel.questionnaire.model import OTHER_ROLE, ContextQuestion
from samenspel.taal import _
from samenspel.tui.screens.walk import WalkScreen
from samenspel.tui.widgets.choices import Choices, Option
from samenspel.tui.widgets.passage import Passage
from samenspel.tui.widgets.saved_sign import SavedSign
from samenspel.tui.widgets.step_head import StepHead
from samenspel.walk import Kind

ORDER: tuple[Kind, ...] = ("party", "area", "experience", "meeting")


class ContextScreen(WalkScreen):
    """One question about the person's situation; the next one comes in its place."""

    KINDS = frozenset({"party", "experience", "meeting"})
    HELP = _(
        """Eerst een paar korte vragen over uw werk. Uw antwoorden bepalen welke stellingen u krijgt.

        Druk op het cijfer van uw antwoord. U gaat dan meteen verder. Met de pijltjes ← en → gaat u terug of slaat u
        een vraag over. Alleen de eerste vraag is nodig: zonder uw partij kan er geen uitslag komen."""
    )

    def compose_page(self) -> Iterable[Widget]:
        """Lay out the question."""
        yield StepHead()
        yield Passage(id="question")
        yield Passage(id="remark")
        yield Choices()
        yield SavedSign()

    def show_step(self) -> None:
        """Show the question where the session is."""
        kind = self.session.step.kind
        question: ContextQuestion = getattr(self.questionnaire.asked.context, kind)
        show_context_head(self.query_one(StepHead), kind, self.session.skipped)
        self.query_one("#question", Passage).put(self.filled(question.text))
        remark = self.query_one("#remark", Passage)
        remark.put(self._remark(kind, question))
        remark.display = bool(self._remark(kind, question))
        given = getattr(self.response, kind)
        self.query_one(Choices).show(self._options(kind, question), given)
        if given:
            self.query_one(SavedSign).saved()
        else:
            self.query_one(SavedSign).clear()

    def _remark(self, kind: Kind, question: ContextQuestion) -> str:
        needed = _("Deze vraag is nodig: uw stellingen en uw uitslag hangen ervan af.") if kind == "party" else ""
        return " ".join(filter(None, (self.filled(question.help), needed)))

    def _options(self, kind: Kind, question: ContextQuestion) -> list[Option]:
        if kind == "party":
            answers = [(party.id, party.singular) for party in self.questionnaire.asked.parties]
            answers.append((OTHER_ROLE, self.questionnaire.asked.context.other_role))
        else:
            answers = [(choice.id, self.filled(choice.text)) for choice in question.choices]
        return [Option(str(number), value, text) for number, (value, text) in enumerate(answers, 1)]

    def on_choices_picked(self, event: Choices.Picked) -> None:
        """Store the answer and go on."""
        if self.save(lambda: self.session.answer(event.value, self.main.clock())):
            self.proceed()


def show_context_head(head: StepHead, kind: Kind, skipped: frozenset[Kind] = frozenset()) -> None:
    """Show which of the context questions this is."""
    order = [one for one in ORDER if one not in skipped]
    number, of = order.index(kind) + 1, len(order)
    head.show(_("Over u en uw werk"), _("vraag {nummer} van {aantal}").format(nummer=number, aantal=of), number / of)

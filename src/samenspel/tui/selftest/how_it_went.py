"""*Is dat gelukt?*: a window that shows the step whose day has come, and asks how it went. It can be put off."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Final

from textual.widget import Widget
from textual.widgets import Static

from samenspel import first_step
from samenspel.first_step import ANSWERS, ASKED, FirstStep, Outcome
from samenspel.session import change_step
from samenspel.storage import StorageError
from samenspel.storage.selftests import SelfTest
from samenspel.taal import _
from samenspel.tui.kit.one_line import AskScreen, asked_field
from samenspel.tui.kit.screen import BaseModal
from samenspel.tui.widgets.choices import Choices, Option
from samenspel.typed_day import in_words

_MOVE, _LATER = "another-day", "later"
_OUTCOMES: Final[dict[str, Outcome]] = {answer: answer for answer in ANSWERS}


class HowItWentScreen(BaseModal[None]):
    """Shows the step of a self-test and asks how it went. Closed without an answer, it does not come back today."""

    HELP = _(
        "Dit is de stap die u koos na uw zelftest. Zeg hoe het ging: met een cijfer, met de pijltjes en Enter, of met "
        "de muis.\n\n"
        "Nog niet gedaan? Kies dan een andere dag. Met Esc vraagt samenspel het morgen weer.\n\n"
        "Uw antwoord staat daarna bij ‘Mijn uitslagen’. Het gaat nergens anders heen."
    )

    def __init__(self, selftest: SelfTest, step: FirstStep) -> None:
        super().__init__(classes="window")
        self._selftest = selftest
        self._step = step

    def compose_page(self) -> Iterable[Widget]:
        """Lay out the window."""
        yield Static(ASKED, classes="title", markup=False)
        yield Static(self._step.text, id="step", classes="paragraph", markup=False)
        yield Static(in_words(self._step.day), classes="muted", markup=False)
        answers = [*ANSWERS.items(), (_MOVE, _("nog niet: een andere dag")), (_LATER, _("vraag het morgen weer"))]
        yield Choices([Option(str(number), value, text) for number, (value, text) in enumerate(answers, 1)])

    def on_choices_picked(self, event: Choices.Picked) -> None:
        """Keep the answer, or ask for another day."""
        event.stop()
        today = self._today
        if event.value in _OUTCOMES:
            outcome = _OUTCOMES[event.value]
            said = _("Bewaard. U ziet het terug bij ‘Mijn uitslagen’.")
            self._keep(lambda step: first_step.answered(step, outcome, today), said)
        elif event.value == _MOVE:
            self.app.push_screen(ask_day(today), self._move)
        else:
            self.action_back()

    def action_back(self) -> None:
        """Put the question off until tomorrow; one leaves also when that cannot be kept, or the step is gone."""
        today = self._today
        self._keep(lambda step: first_step.put_off(step, today), "", leaves=True)

    @property
    def _today(self) -> date:
        return self.desk.clock().date()

    def _move(self, on: date | None) -> None:
        if on is not None:
            self._keep(
                lambda step: first_step.moved(step, on), _("De stap staat nu op {dag}.").format(dag=in_words(on))
            )

    def _keep(self, change: Callable[[FirstStep], FirstStep], said: str, *, leaves: bool = False) -> None:
        try:
            change_step(self.desk.store, self._selftest.id, lambda step: step and change(step))
        except StorageError as error:
            if leaves:
                self.dismiss()
            self.navigator.show_problem(str(error))
            return
        self.dismiss()
        if said:
            self.app.notify(said, markup=False)


def ask_day(today: date) -> AskScreen[date]:
    """Return the window that asks on which day the step will be done."""
    return AskScreen(
        _("Wanneer doet u het?"),
        _("Schrijf een dag zoals u wilt: 1 februari, 1 feb 2027 of 1-2-27."),
        asked_field(_("Dag"), in_words(first_step.usual_day(today))),
        lambda typed: first_step.read_day(typed, today),
    )

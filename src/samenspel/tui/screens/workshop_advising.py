"""What the list of advices and a single advice have in common: pin, put aside with a reason, take back."""

from samenspel.group import workshop
from samenspel.report.group_words import filled
from samenspel.taal import _
from samenspel.tui.screens.workshop_base import WorkshopScreen


class AdvisingScreen(WorkshopScreen):
    """Acts on :attr:`advice`, the advice where one is."""

    PART = "adviezen"

    @property
    def advice(self) -> str:
        """The id of the advice where one is; empty: none."""
        return ""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what can be done with the advice where one is; nothing in a wave that was closed."""
        if action in {"pin", "lay_aside", "take_back", "act", "vote", "count"}:
            advice, wave = self.advice, self.talk.wave
            aside = advice in wave.dismissed
            possible = {
                "pin": bool(advice) and not aside,
                "lay_aside": bool(advice) and not aside,
                "take_back": aside,
                "act": bool(advice) and not aside and len(wave.actions) < workshop.MOST_ACTIONS,
            }
            return self.talk.open and possible.get(action, bool(workshop.advices_to_vote(wave)))
        return super().check_action(action, parameters)

    def title_of(self, advice: str) -> str:
        """Name an advice."""
        return filled(self.talk.questionnaire, self.talk.questionnaire.advice(advice).title)

    async def action_pin(self) -> None:
        """Keep the advice on top, or no longer."""
        advice, on = self.advice, self.advice not in self.talk.wave.pinned
        if self.store(lambda: self.talk.change(lambda wave: workshop.pin(wave, advice, on=on))):
            await self.show_step()

    def action_lay_aside(self) -> None:
        """Put the advice aside, after asking why."""
        from samenspel.tui.screens.workshop_reason import LineScreen

        advice = self.advice

        def save(reason: str) -> None:
            self.talk.change(lambda wave: workshop.dismiss(wave, advice, reason))

        window = LineScreen(
            _("Advies wegleggen: {advies}").format(advies=self.title_of(advice)),
            _(
                "Waarom legt de groep dit weg? De reden komt in het rapport: schrijf er geen namen in. "
                "Terughalen kan altijd."
            ),
            save,
        )
        self.app.push_screen(window, self._decided)

    async def _decided(self, stored: bool | None) -> None:  # noqa: FBT001
        if stored:
            await self.show_step()

    async def action_take_back(self) -> None:
        """Take back an advice that was put aside."""
        advice = self.advice
        if self.store(lambda: self.talk.change(lambda wave: workshop.dismiss(wave, advice, None))):
            await self.show_step()

    def action_act(self) -> None:
        """Make an action of this advice."""
        self.go(f"actie:advies-{self.advice}")

"""A last look before finishing: what has no answer yet, and for a group what it may read."""

from collections.abc import Iterable

from textual.widget import Widget
from textual.widgets import Static

from samenspel import walk
from samenspel.taal import _, meervoud
from samenspel.tui.selftest.overview import OverviewScreen
from samenspel.tui.selftest.walk import WalkScreen
from samenspel.tui.widgets.choices import Choices, Option
from samenspel.tui.widgets.menu import Point

_FINISH, _UNANSWERED, _OVERVIEW = "finish", "unanswered", "overview"


class ReviewScreen(WalkScreen):
    """The last step. Finishing leads to the result."""

    KINDS = frozenset({"review"})
    HELP = _(
        """Dit is de laatste stap. U ziet wat nog geen antwoord heeft.

        U mag stellingen openlaten. Laat u er in een onderdeel te veel open, of kiest u daar te vaak ‘weet ik niet’?
        Dan krijgt dat onderdeel geen score.

        Na het afronden ziet u uw uitslag. U kunt uw antwoorden dan niet meer veranderen. Ze staan in uw rapport."""
    )

    def compose_page(self) -> Iterable[Widget]:
        """Lay out the page."""
        yield Static(_("Bijna klaar"), classes="title", markup=False)
        given, of = walk.answered(self.questionnaire, self.response)
        yield Point(self._answered(of - given, of), "✓" if given == of else "○")
        cards = [step for step in walk.steps(self.questionnaire, self.response) if step.kind == "card"]
        done = sum(step.id in self.response.knowledge for step in cards)
        if cards:
            line = _("Rolkennis: {aantal} van {alle} kaarten beantwoord.").format(aantal=done, alle=len(cards))
            yield Point(line, "✓" if done == len(cards) else "○")
        if self.recipient.SHARES:
            yield Static(_("Delen met de groep"), classes="heading", markup=False)
            yield from self._sharing()
        yield Choices(self._options())

    def _answered(self, missing: int, of: int) -> str:
        if not missing:
            return _("Alle {alle} stellingen hebben een antwoord.").format(alle=of)
        return meervoud(
            "{aantal} van de {alle} stellingen heeft nog geen antwoord.",
            "{aantal} van de {alle} stellingen hebben nog geen antwoord.",
            missing,
        ).format(aantal=missing, alle=of)

    def _sharing(self) -> Iterable[Widget]:
        steps = walk.steps(self.questionnaire, self.response)
        shared = [
            self.filled(self.questionnaire.open_question(step.id).text)
            for step in steps
            if step.kind == "open"
            and step.id in self.response.shared
            and walk.is_answered(self.questionnaire, self.response, step)
        ]
        if not shared:
            yield Static(_("De groep krijgt geen open antwoorden van u te lezen."), markup=False)
            return
        told = _("Uw antwoord op deze vragen kan de groep lezen, zonder uw naam en uw partij:")
        yield Static(told, markup=False)
        for text in shared:
            yield Point(text)

    def _options(self) -> list[Option]:
        given, of = walk.answered(self.questionnaire, self.response)
        options = [(_FINISH, self.recipient.FINISH)]
        if given < of:
            options.append((_UNANSWERED, _("naar een stelling zonder antwoord")))
        options.append((_OVERVIEW, _("alles nog eens nalopen")))
        return [Option(str(number), value, text) for number, (value, text) in enumerate(options, 1)]

    def on_choices_picked(self, event: Choices.Picked) -> None:
        """Do what was chosen."""
        if event.value == _FINISH:
            self.recipient.finish(self)
        elif event.value == _UNANSWERED:
            self.app.push_screen(OverviewScreen(self.session, only_open=True), self.jump)
        else:
            self.action_overview()

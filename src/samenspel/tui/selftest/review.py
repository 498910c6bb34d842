"""*Bijna klaar*, the last step: what has no answer yet, what finishing does, and for a group what it may read."""

from collections.abc import Iterable

from textual.widget import Widget
from textual.widgets import Static

from samenspel import walk
from samenspel.taal import _, meervoud
from samenspel.tui.selftest.walk import WalkScreen
from samenspel.tui.widgets.choices import Choices, Option
from samenspel.tui.widgets.heads import StepHead
from samenspel.tui.widgets.menu import Point

_FINISH, _UNANSWERED, _OVERVIEW = "finish", "unanswered", "overview"


class ReviewScreen(WalkScreen):
    """The last step. Finishing leads to the result."""

    KINDS = frozenset({"review"})
    HELP = _(
        """Dit is de laatste stap. U ziet wat nog geen antwoord heeft.

        U mag stellingen openlaten. Laat u er in een onderdeel te veel open, of kiest u daar te vaak ‘weet ik niet’?
        Dan krijgt dat onderdeel geen score.

        Na het afronden ziet u uw uitslag. Uw antwoorden staan dan vast, en ze staan in uw rapport. Alleen op dezelfde
        dag kunt u de zelftest nog heropenen. Dat kan niet meer als u de antwoorden aan een groep gaf."""
    )

    def compose_page(self) -> Iterable[Widget]:
        """Lay out the page."""
        yield StepHead()
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
        yield Static(self.recipient.FIXED, id="fixed", markup=False)
        yield Choices(self._options())

    def show_step(self) -> None:
        """Show that this is the last step."""
        self.query_one(StepHead).show(_("Bijna klaar"), _("laatste stap"), 1)

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
        options = [(_FINISH, self.recipient.FINISH)]
        if self.session.gap is not None:
            options.append((_UNANSWERED, _("naar een vraag zonder antwoord")))
        options.append((_OVERVIEW, _("alles nog eens nalopen")))
        return [Option(str(number), value, text) for number, (value, text) in enumerate(options, 1)]

    def on_choices_picked(self, event: Choices.Picked) -> None:
        """Do what was chosen."""
        if event.value == _FINISH:
            self.recipient.finish(self)
        elif event.value == _UNANSWERED:
            self.jump(self.session.gap)
        else:
            self.action_overview()

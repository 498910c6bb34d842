"""Answering for a group, in turn on one laptop: what is otherwise than for oneself, and how it ends without a trace."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar, cast

from textual.widget import Widget

from samenspel.collecting.turn import Turn
from samenspel.storage import StorageError
from samenspel.storage.group_names import shown
from samenspel.taal import _
from samenspel.tui.intake import HELP, intake
from samenspel.tui.occasion import Occasion
from samenspel.tui.screens.dialog import DialogScreen
from samenspel.tui.widgets.choices import Option
from samenspel.walk import Kind

if TYPE_CHECKING:
    from samenspel.tui.screens.walk import WalkScreen

_GIVE, _LATER, _DROP, _ANSWER = "give", "later", "drop", "answer"


class InTurn(Occasion):
    """The next person on the facilitator's laptop."""

    NOTES: ClassVar[bool] = False
    FINISH: ClassVar[str] = _("mijn antwoorden aan de groep geven")
    NOTHING_SHARED: ClassVar[str] = _("De groep krijgt geen open antwoorden van u te lezen.")
    SHARED: ClassVar[str] = _("Uw antwoord op deze vragen kan de groep lezen, zonder uw naam en uw partij:")

    def help_for(self, kind: Kind) -> str:
        """Say what is otherwise than in one's own self-test."""
        return HELP.get(kind, "")

    def opening(self, screen: "WalkScreen") -> Iterable[Widget]:
        """Give the page that the person started with."""
        from samenspel.tui.screens.welcome import form_choice

        turn = _turn(screen)
        yield from intake(turn.group.group, turn.questionnaire)
        yield from form_choice(turn.questionnaire, turn.response.form)

    def leave(self, screen: "WalkScreen") -> None:
        """Ask what must become of the answers so far."""
        options = (
            Option("1", "", _("doorgaan met antwoorden")),
            Option("2", _LATER, _("later verder: mijn antwoorden blijven zolang op deze laptop")),
            Option("3", _DROP, _("mijn antwoorden weggooien")),
        )
        text = _("Uw antwoorden zitten nog niet bij de groep. Wat wilt u?")
        screen.app.push_screen(DialogScreen(_("Wilt u stoppen?"), text, options), lambda how: self._left(screen, how))

    def _left(self, screen: "WalkScreen", how: str | None) -> None:
        from samenspel.tui.screens.group_collect import CollectScreen

        if how == _LATER:
            screen.main.go_back_to(CollectScreen, _("Bewaard. Kies straks ‘Verder’ om verder te gaan."))
        elif how == _DROP:
            try:
                _turn(screen).throw_away()
            except StorageError as error:
                screen.main.show_problem(str(error))
            else:
                screen.main.go_back_to(CollectScreen, _("De antwoorden zijn weggegooid."))

    def asks_before_quitting(self, screen: "WalkScreen") -> bool:
        """Ask first; the app does not stop in the middle of somebody's turn."""
        if screen.is_active:
            screen.action_back()
        else:
            screen.notify(_("Sluit eerst dit venster, met Esc."), markup=False)
        return True

    def finish(self, screen: "WalkScreen") -> None:
        """Ask once more, with the name under which the answers can be taken back; then hand them in."""
        if not screen.is_active:  # a key pressed twice
            return
        if _turn(screen).blank:
            self._nothing_to_give(screen)
            return
        text = _(
            "Hierna kunt u uw antwoorden niet meer zien of veranderen.\n\n"
            "Wilt u ze misschien nog terugnemen? Dat kan tot het onthullen. Schrijf dan dit kenmerk op:\n{kenmerk}"
        ).format(kenmerk=shown(_turn(screen).response_id))
        options = (
            Option("1", _GIVE, _("ja, geef mijn antwoorden aan de groep")),
            Option("2", "", _("nee, nog niet")),
        )
        dialog = DialogScreen(_("Uw antwoorden aan de groep geven?"), text, options)
        screen.app.push_screen(dialog, lambda how: self._give(screen) if how == _GIVE else None)

    def _nothing_to_give(self, screen: "WalkScreen") -> None:
        """Say that who answered no statement does not count; go to the first one, or stop."""
        options = (
            Option("1", _ANSWER, _("naar de eerste stelling")),
            Option("2", _DROP, _("stoppen: ik doe niet mee")),
            Option("3", "", _("terug")),
        )
        text = _(
            "Wie geen enkele stelling beantwoordt, telt niet mee. Er gaat dan niets naar de groep. "
            "‘Weet ik niet’ is ook een antwoord."
        )
        dialog = DialogScreen(_("U beantwoordde nog geen stelling"), text, options)

        def chosen(how: str | None) -> None:
            if how == _ANSWER:
                screen.jump(next(step for step in screen.session.steps() if step.kind == "item"))
            else:
                self._left(screen, how)

        screen.app.push_screen(dialog, chosen)

    def _give(self, screen: "WalkScreen") -> None:
        turn = _turn(screen)
        if screen.save(lambda: turn.hand_in(screen.main.clock())):
            from samenspel.tui.screens.group_collect import CollectScreen
            from samenspel.tui.screens.group_thanks import ThanksScreen

            main = screen.main
            main.go_back_to(CollectScreen)  # whatever lies open: nothing of this person stays below the thanks
            main.push_screen(ThanksScreen(turn.group, turn.questionnaire))


def _turn(screen: "WalkScreen") -> Turn:
    return cast("Turn", screen.session)

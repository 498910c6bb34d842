"""Which screen shows which step; each is imported when it is opened."""

from samenspel.session import Session
from samenspel.tui.screens.walk import WalkScreen


def screen_for(session: Session) -> WalkScreen:
    """Return a new screen for the step where ``session`` is."""
    step = session.step
    match step.kind:
        case "welcome":
            from samenspel.tui.screens.welcome import FormScreen

            return FormScreen(session)
        case "area":
            from samenspel.tui.screens.area import AreaScreen

            return AreaScreen(session)
        case "party" | "experience" | "meeting":
            from samenspel.tui.screens.context import ContextScreen

            return ContextScreen(session)
        case "we":
            from samenspel.tui.screens.we import WeScreen

            return WeScreen(session)
        case "item":
            from samenspel.tui.screens.statement import StatementScreen

            return StatementScreen(session)
        case "card":
            from samenspel.tui.screens.card import CardScreen

            return CardScreen(session)
        case "open" if session.questionnaire.open_question(step.id).activities:
            from samenspel.tui.screens.activities import ActivitiesScreen

            return ActivitiesScreen(session)
        case "open":
            from samenspel.tui.screens.open import OpenScreen

            return OpenScreen(session)
        case _:
            from samenspel.tui.screens.review import ReviewScreen

            return ReviewScreen(session)

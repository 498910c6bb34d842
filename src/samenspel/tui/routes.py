"""Which screen shows which step; each is imported when it is opened."""

from samenspel.group.workshop import advices_to_vote
from samenspel.session import Session
from samenspel.tui.selftest.walk import WalkScreen
from samenspel.tui.workshop.screen import WorkshopScreen
from samenspel.tui.workshop.talk import Talk, striking


def screen_for(session: Session) -> WalkScreen:
    """Return a new screen for the step where ``session`` is."""
    step = session.step
    match step.kind:
        case "welcome":
            from samenspel.tui.selftest.opening import ChooseFormScreen

            return ChooseFormScreen(session)
        case "area":
            from samenspel.tui.selftest.opening import AreaScreen

            return AreaScreen(session)
        case "party" | "experience" | "meeting":
            from samenspel.tui.selftest.opening import ContextScreen

            return ContextScreen(session)
        case "we":
            from samenspel.tui.selftest.opening import WeScreen

            return WeScreen(session)
        case "item":
            from samenspel.tui.selftest.statement import StatementScreen

            return StatementScreen(session)
        case "card":
            from samenspel.tui.selftest.statement import CardScreen

            return CardScreen(session)
        case "open" if session.questionnaire.open_question(step.id).activities:
            from samenspel.tui.selftest.open import ActivitiesScreen

            return ActivitiesScreen(session)
        case "open":
            from samenspel.tui.selftest.open import OpenScreen

            return OpenScreen(session)
        case _:
            from samenspel.tui.selftest.overview import ReviewScreen

            return ReviewScreen(session)


# Which screen shows which place in the workshop; each is imported when it is opened. -----------------------------


def workshop_screen(talk: Talk) -> WorkshopScreen:
    """Return a new screen for where the workshop was left; one that begins opens with the old actions, if any."""
    if talk.wave.at:
        return step_screen(talk, talk.wave.at)
    if not talk.open:
        return step_screen(talk, "vergelijken")
    return step_screen(talk, talk.parts[0])


def step_screen(talk: Talk, at: str) -> WorkshopScreen:  # noqa: C901, PLR0912 - one case for each place
    """Return a new screen for the place ``at``; a place that is not there (any more) gives the comparison."""
    questionnaire = talk.questionnaire
    match at.split(":", 1):
        case ["onderdeel", dimension] if any(dimension == one.id for one in questionnaire.asked.dimensions):
            from samenspel.tui.workshop.compare import DimensionScreen

            return DimensionScreen(talk, dimension)
        case ["stelling", item] if any(item == one.id for one in questionnaire.asked.items):
            from samenspel.tui.workshop.statement import ItemScreen

            return ItemScreen(talk, item)
        case ["opvalt"]:
            from samenspel.tui.workshop.compare import StrikingScreen

            return StrikingScreen(talk)
        case ["opvalt", item] if item in striking(talk):
            from samenspel.tui.workshop.statement import ItemScreen

            return ItemScreen(talk, item, striking=True)
        case ["advies", advice] if any(advice == one.id for one in talk.released.advice):
            from samenspel.tui.workshop.advice import WorkshopAdviceScreen

            return WorkshopAdviceScreen(talk, advice)
        case ["stemmen"] if talk.open and advices_to_vote(talk.wave):
            from samenspel.tui.workshop.vote import VoteScreen

            return VoteScreen(talk)
        case ["tellen"] if talk.open and advices_to_vote(talk.wave):
            from samenspel.tui.workshop.vote import CountScreen

            return CountScreen(talk)
        case ["adviezen" | "advies" | "stemmen" | "tellen", *_]:
            from samenspel.tui.workshop.advice import AdvicesScreen

            return AdvicesScreen(talk)
        case ["actie", which] if talk.open:
            from samenspel.tui.workshop.actions import action_screen

            return action_screen(talk, which)
        case ["acties" | "actie", *_]:
            from samenspel.tui.workshop.actions import ActionsScreen

            return ActionsScreen(talk)
        case ["afsluiten"]:
            from samenspel.tui.workshop.close import CloseScreen

            return CloseScreen(talk)
        case ["terugblik"] if "terugblik" in talk.parts:
            from samenspel.tui.workshop.close import LookBackScreen

            return LookBackScreen(talk)
        case ["veranderd"] if "veranderd" in talk.parts:
            from samenspel.tui.workshop.compare import ChangeScreen

            return ChangeScreen(talk)
        case _:
            from samenspel.tui.workshop.compare import ComparisonScreen

            return ComparisonScreen(talk)

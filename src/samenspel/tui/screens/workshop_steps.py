"""Which screen shows which place in the workshop; each is imported when it is opened."""

from samenspel.group.workshop import advices_to_vote
from samenspel.tui.screens.workshop_base import WorkshopScreen
from samenspel.tui.talk import Talk, striking


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
            from samenspel.tui.screens.workshop_dimension import DimensionScreen

            return DimensionScreen(talk, dimension)
        case ["stelling", item] if any(item == one.id for one in questionnaire.asked.items):
            from samenspel.tui.screens.workshop_item import ItemScreen

            return ItemScreen(talk, item)
        case ["opvalt"]:
            from samenspel.tui.screens.workshop_striking import StrikingScreen

            return StrikingScreen(talk)
        case ["opvalt", item] if item in striking(talk):
            from samenspel.tui.screens.workshop_item import ItemScreen

            return ItemScreen(talk, item, striking=True)
        case ["advies", advice] if any(advice == one.id for one in talk.released.advice):
            from samenspel.tui.screens.workshop_advice import WorkshopAdviceScreen

            return WorkshopAdviceScreen(talk, advice)
        case ["stemmen"] if talk.open and advices_to_vote(talk.wave):
            from samenspel.tui.screens.workshop_vote import VoteScreen

            return VoteScreen(talk)
        case ["tellen"] if talk.open and advices_to_vote(talk.wave):
            from samenspel.tui.screens.workshop_count import CountScreen

            return CountScreen(talk)
        case ["adviezen" | "advies" | "stemmen" | "tellen", *_]:
            from samenspel.tui.screens.workshop_advices import AdvicesScreen

            return AdvicesScreen(talk)
        case ["actie", which] if talk.open:
            from samenspel.tui.screens.workshop_action import action_screen

            return action_screen(talk, which)
        case ["acties" | "actie", *_]:
            from samenspel.tui.screens.workshop_actions import ActionsScreen

            return ActionsScreen(talk)
        case ["afsluiten"]:
            from samenspel.tui.screens.workshop_close import CloseScreen

            return CloseScreen(talk)
        case ["terugblik"] if "terugblik" in talk.parts:
            from samenspel.tui.screens.workshop_review import ReviewScreen

            return ReviewScreen(talk)
        case ["veranderd"] if "veranderd" in talk.parts:
            from samenspel.tui.screens.workshop_change import ChangeScreen

            return ChangeScreen(talk)
        case _:
            from samenspel.tui.screens.workshop_compare import CompareScreen

            return CompareScreen(talk)

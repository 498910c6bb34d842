"""Which page of the workshop stands at which place, as a wave keeps it: ``stelling:rol-eigen``, ``acties``."""

from samenspel.group.workshop import advices_to_vote
from samenspel.tui.workshop.actions import ActionsScreen, action_screen
from samenspel.tui.workshop.advice import AdvicesScreen, WorkshopAdviceScreen
from samenspel.tui.workshop.close import CloseScreen, LookBackScreen
from samenspel.tui.workshop.compare import ChangeScreen, ComparisonScreen, DimensionScreen, StrikingScreen
from samenspel.tui.workshop.screen import WorkshopScreen
from samenspel.tui.workshop.statement import ItemScreen
from samenspel.tui.workshop.talk import Talk, striking
from samenspel.tui.workshop.vote import CountScreen, VoteScreen


def first_part(talk: Talk) -> str:
    """Return where a talk begins: with the old actions, if any; one that was closed, with the comparison."""
    return talk.parts[0] if talk.open else "vergelijken"


def workshop_screen(talk: Talk, at: str) -> WorkshopScreen:  # noqa: C901, PLR0912 - one case for each place
    """Return a new screen for the place ``at``; a place that is not there (any more) gives the comparison."""
    questionnaire = talk.questionnaire
    match at.split(":", 1):
        case ["onderdeel", dimension] if any(dimension == one.id for one in questionnaire.asked.dimensions):
            return DimensionScreen(talk, dimension)
        case ["stelling", item] if any(item == one.id for one in questionnaire.asked.items):
            return ItemScreen(talk, item)
        case ["opvalt"]:
            return StrikingScreen(talk)
        case ["opvalt", item] if item in striking(talk):
            return ItemScreen(talk, item, striking=True)
        case ["advies", advice] if any(advice == one.id for one in talk.released.advice):
            return WorkshopAdviceScreen(talk, advice)
        case ["stemmen"] if talk.open and advices_to_vote(talk.wave):
            return VoteScreen(talk)
        case ["tellen"] if talk.open and advices_to_vote(talk.wave):
            return CountScreen(talk)
        case ["adviezen" | "advies" | "stemmen" | "tellen", *_]:
            return AdvicesScreen(talk)
        case ["actie", which] if talk.open:
            return action_screen(talk, which)
        case ["acties" | "actie", *_]:
            return ActionsScreen(talk)
        case ["afsluiten"]:
            return CloseScreen(talk)
        case ["terugblik"] if "terugblik" in talk.parts:
            return LookBackScreen(talk)
        case ["veranderd"] if "veranderd" in talk.parts:
            return ChangeScreen(talk)
        case _:
            return ComparisonScreen(talk)

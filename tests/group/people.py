"""Small groups of the small questionnaire (bakkers and slagers), written down person by person."""

from samenspel.group.model import Contribution
from samenspel.group.results import Results, results
from samenspel.questionnaire.model import Questionnaire
from samenspel.response import Response
from samenspel.scoring import Knowledge

ITEMS = ("rol-eigen", "rol-brood", "rol-ander", "rel-overleg", "rel-kennen", "rel-lastig")


def person(party: str, answers: str = "", right: int | None = None, **more: object) -> Contribution:
    """``answers`` in the order of ``ITEMS``, a character each: 1..5, 0 = weet ik niet, - = not answered."""
    given = {item: int(answer) for item, answer in zip(ITEMS, answers, strict=False) if answer != "-"}
    known = None if right is None else Knowledge(right, 2, 0)
    return Contribution(Response(party=party, answers=given, **more), known)


def bakkers(*answers: str) -> list[Contribution]:
    return [person("bakker", one) for one in answers]


def slagers(*answers: str) -> list[Contribution]:
    return [person("slager", one) for one in answers]


def others(*answers: str) -> list[Contribution]:
    return [person("andere-rol", one) for one in answers]


def add_up(questionnaire: Questionnaire, everyone: list[Contribution], minimum: int = 3, **tally: dict) -> Results:
    return results(questionnaire, everyone, tally, minimum)

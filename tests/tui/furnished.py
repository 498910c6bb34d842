"""A data folder in which every feature has something to show, and where each of them begins."""

from collections.abc import Callable
from pathlib import Path

from groups_help import give, make, person
from results_help import GOOD, POOR, finished, half_way
from talker import Table
from walker import MOMENT

from samenspel.collecting.turn import Turn
from samenspel.questionnaire.model import Questionnaire
from samenspel.storage.groups import Groups
from samenspel.storage.selftests import SelfTests
from samenspel.tui import navigation as to
from samenspel.tui.groups.turn import TheGroup
from samenspel.tui.kit.steps import SelfTestStep
from samenspel.tui.navigation import Destination

COLLECTS, TALKS = "Wijk Zuid", "Wijkteam West"


def furnish(folder: Path, small: Questionnaire, real: Questionnaire) -> None:
    """Put self-tests, a group that collects, and one that talks about its second wave, in ``folder``."""
    store, groups = SelfTests(folder), Groups(folder)
    finished(store, small, POOR)
    finished(store, small, GOOD, days=90)
    half_way(store, small, days=91)
    collects = make(groups, small, COLLECTS)
    give(groups, collects, small, person(), person(1), person(2, "slager"))
    Table(folder, real).next_wave()


def begins(folder: Path) -> dict[str, Callable[[], Destination]]:
    """Return for each feature where it begins in a furnished folder."""
    store, groups = SelfTests(folder), Groups(folder)

    def turn() -> SelfTestStep:
        begun = Turn.begin(groups, groups.find(COLLECTS), "volledig", MOMENT)
        begun.answer("bakker", MOMENT)
        return SelfTestStep(begun, TheGroup(groups, begun))

    def workshop(at: str) -> to.Workshop:
        return to.Workshop(groups.find(TALKS).id, 2, at)

    return {
        "walk": lambda: to.OpenSelfTest(next(store.newest())),
        "new": lambda: to.NewSelfTest(look=True),
        "result": lambda: to.SelfTestResult([*store.newest()][1]),
        "giving": lambda: to.GiveAnswers([*store.newest()][1]),
        "results": to.OwnResults,
        "data": to.OwnData,
        "questionnaires": to.ChooseQuestionnaire,
        "presentation": to.Presentation,
        "groups": to.AllGroups,
        "new-group": to.NewGroup,
        "collecting": lambda: to.Collecting(groups.find(COLLECTS).id),
        "turn": turn,
        "workshop": lambda: workshop("vergelijken"),
        "advices": lambda: workshop("adviezen"),
        "voting": lambda: workshop("stemmen"),
        "action": lambda: workshop("actie:nieuw"),
        "closing": lambda: workshop("afsluiten"),
    }

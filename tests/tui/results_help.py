"""Self-tests in a store, and waiting until the screen has caught up."""

from datetime import datetime, timedelta

from msgspec.structs import replace

from samenspel.first_step import FirstStep
from samenspel.questionnaire.model import Questionnaire
from samenspel.response import Response
from samenspel.session import change_step
from samenspel.storage.selftests import SelfTest, SelfTests

FIRST = datetime(2026, 1, 5, 9, 5)  # noqa: DTZ001
HOSTILE = '[/] [bold]x[/bold] <b>vet</b> <img src="/etc/passwd"> =1+1'
GOOD = {"rol-eigen": 5, "rol-brood": 4, "rol-ander": 5, "rel-overleg": 4, "rel-kennen": 4, "rel-lastig": 2}
POOR = {"rol-eigen": 2, "rol-brood": 0, "rol-ander": 1, "rel-overleg": 2, "rel-kennen": 1, "rel-lastig": 4}


def response(answers: dict[str, int], **more: object) -> Response:
    usual = {
        "party": "bakker",
        "experience": "nog-niet",
        "meeting": "ja",
        "notes": {"rol-eigen": HOSTILE},
        "knowledge": {"kennis-brood": "bakker", "kennis-klant": "weet-niet"},
    }
    return Response(answers=answers, **usual | more)


def finished(
    store: SelfTests, questionnaire: Questionnaire, answers: dict[str, int], days: int = 0, **more: object
) -> SelfTest:
    now = FIRST + timedelta(days=days)
    made = store.create(questionnaire, response(answers, **more), at="review", now=now)
    stamp = (now + timedelta(minutes=12)).isoformat(timespec="seconds")
    return store.update(made.id, lambda stored: replace(stored, finished=stamp))


def half_way(store: SelfTests, questionnaire: Questionnaire, days: int = 0) -> SelfTest:
    answers = {"rol-eigen": 4, "rol-brood": 3}
    now = FIRST + timedelta(days=days)
    return store.create(questionnaire, response(answers), at="item:rol-ander", now=now)


def with_step(store: SelfTests, questionnaire: Questionnaire, **more: str) -> SelfTest:
    """A finished self-test after which a step was chosen, for the day that ``walker.MOMENT`` is."""
    step = FirstStep(**{"text": "Bel een slager.", "on": "2026-03-02", "look_back": "2026-03-30"} | more)
    return change_step(store, finished(store, questionnaire, POOR).id, lambda _before: step)

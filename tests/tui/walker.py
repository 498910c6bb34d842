"""Answers the questionnaire in the app by keys alone, so that what is stored equals a script."""

import os
from collections.abc import Callable
from datetime import datetime

from textual.pilot import Pilot

from pilot import pasted
from samenspel import walk
from samenspel.questionnaire.model import BOTH, DONT_KNOW_CARD, OTHER_ROLE, ContextQuestion, Questionnaire
from samenspel.response import Response
from samenspel.session import Session
from samenspel.tui.selftest.walk import WalkScreen

MOMENT = datetime(2026, 3, 2, 16, 30)  # noqa: DTZ001
"""What the clock of every app in these tests says."""
SIZES = [(60, 20), (80, 24), (120, 40)]
"""The three sizes at which every screen must work."""
WALKED = SIZES if os.environ.get("SAMENSPEL_FULL") else SIZES[:1]
"""The sizes of the longest walks: in the suite the smallest, where least fits; all of them with ``--full``."""


def sized(size: tuple[int, int]) -> str:
    """Name a size."""
    return f"{size[0]}x{size[1]}"


async def walk_tui(pilot: Pilot[None], script: Response, *, typing: bool = False) -> None:
    """Walk from the welcome page to the review, giving the answers of ``script`` and leaving the rest open.

    The app must show the welcome page of a new self-test. Long texts are pasted, or typed with ``typing``.
    """
    write = typed if typing else lambda text: [pasted(text)]
    await pilot.press("1" if script.form == "volledig" else "2")
    while (session := session_of(pilot)).step.kind != "review":
        step = session.step
        await _answer(pilot, session.questionnaire, script, step, write)
        assert session_of(pilot).step != step, f"still at {step.key}"


def session_of(pilot: Pilot[None]) -> Session:
    screen = pilot.app.screen
    assert isinstance(screen, WalkScreen), screen
    return screen.session


async def _answer(
    pilot: Pilot[None],
    questionnaire: Questionnaire,
    script: Response,
    step: walk.Step,
    write: Callable[[str], list[str]],
) -> None:
    context = questionnaire.asked.context
    parties = [party.id for party in questionnaire.asked.parties]
    match step.kind:
        case "party":
            await pilot.press(_digit([*parties, OTHER_ROLE], script.party))
        case "area":
            await _area(pilot, context.area, script.area)
        case "experience" | "meeting":
            question: ContextQuestion = getattr(context, step.kind)
            await pilot.press(_digit([choice.id for choice in question.choices], getattr(script, step.kind)))
        case "we" | "cards":
            await pilot.press("enter")
        case "item":
            if step.id in script.notes:
                await pilot.press("t", *write(script.notes[step.id]), "ctrl+s")
            await pilot.press(str(script.answers[step.id]) if step.id in script.answers else "right")
        case "card":
            digit = _digit([*parties, BOTH, DONT_KNOW_CARD], script.knowledge.get(step.id, ""))
            await pilot.press(digit)
            if digit != "right":
                await pilot.press("enter")
        case "open":
            await _open(pilot, questionnaire, script, step, write)


async def _area(pilot: Pilot[None], question: ContextQuestion, area: str) -> None:
    suggestions = list(question.suggestions)
    if not area or area in suggestions:
        await pilot.press(_digit(suggestions, area))
    else:
        await pilot.press(str(len(suggestions) + 1))
        await pilot.press(*area, "enter")


async def _open(
    pilot: Pilot[None],
    questionnaire: Questionnaire,
    script: Response,
    step: walk.Step,
    write: Callable[[str], list[str]],
) -> None:
    for number, activity in enumerate(questionnaire.open_question(step.id).activities, 1):
        if activity.id in script.activities:
            await pilot.press(str(number))
            if script.activities[activity.id]:
                while pilot.app.focused is None or pilot.app.focused.id != f"lasted-{activity.id}":
                    await pilot.press("down")
                await pilot.press("space")
    if step.id in script.open:
        await pilot.press(*write(script.open[step.id]))
    if step.id in script.shared:  # asked only of who answers for a group
        await pilot.press("f6")
    await pilot.press("f8")


def typed(text: str) -> list[str]:
    """Return the keys that type ``text``."""
    return ["enter" if character == "\n" else character for character in text]


def _digit(values: list[str], value: str) -> str:
    return str(values.index(value) + 1) if value else "right"

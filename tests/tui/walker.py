"""Answers the questionnaire in the app by keys alone, so that what is stored equals a script."""

import os
from datetime import datetime
from math import inf

from textual.pilot import Pilot

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


async def walk_tui(pilot: Pilot[None], script: Response) -> None:
    """Walk from the welcome page to the review, giving the answers of ``script`` and leaving the rest open.

    The app must show the welcome page of a new self-test.
    """
    await press(pilot, "1" if script.form == "volledig" else "2")
    while (session := session_of(pilot)).step.kind != "review":
        step = session.step
        await _answer(pilot, session.questionnaire, script, step)
        assert session_of(pilot).step != step, f"still at {step.key}"


def session_of(pilot: Pilot[None]) -> Session:
    screen = pilot.app.screen
    assert isinstance(screen, WalkScreen), screen
    return screen.session


async def press(pilot: Pilot[None], *keys: str) -> None:
    while getattr(pilot.app.screen, "seen_since", 0) == inf:
        await pilot.pause()  # keys count from the first paint on
    await pilot.press(*keys)
    await pilot.pause()


async def _answer(pilot: Pilot[None], questionnaire: Questionnaire, script: Response, step: walk.Step) -> None:
    context = questionnaire.asked.context
    parties = [party.id for party in questionnaire.asked.parties]
    match step.kind:
        case "party":
            await press(pilot, _digit([*parties, OTHER_ROLE], script.party))
        case "area":
            await _area(pilot, context.area, script.area)
        case "experience" | "meeting":
            question: ContextQuestion = getattr(context, step.kind)
            await press(pilot, _digit([choice.id for choice in question.choices], getattr(script, step.kind)))
        case "we":
            await press(pilot, "enter")
        case "item":
            if step.id in script.notes:
                await press(pilot, "t", *typed(script.notes[step.id]), "ctrl+s")
            await press(pilot, str(script.answers[step.id]) if step.id in script.answers else "right")
        case "card":
            digit = _digit([*parties, BOTH, DONT_KNOW_CARD], script.knowledge.get(step.id, ""))
            await press(pilot, digit)
            if digit != "right":
                await press(pilot, "enter")
        case "open":
            await _open(pilot, questionnaire, script, step)


async def _area(pilot: Pilot[None], question: ContextQuestion, area: str) -> None:
    suggestions = list(question.suggestions)
    if not area or area in suggestions:
        await press(pilot, _digit(suggestions, area))
    else:
        await press(pilot, str(len(suggestions) + 1))
        await press(pilot, *area, "enter")


async def _open(pilot: Pilot[None], questionnaire: Questionnaire, script: Response, step: walk.Step) -> None:
    for number, activity in enumerate(questionnaire.open_question(step.id).activities, 1):
        if activity.id in script.activities:
            await press(pilot, str(number))
            if script.activities[activity.id]:
                while pilot.app.focused is None or pilot.app.focused.id != f"lasted-{activity.id}":
                    await press(pilot, "down")
                await press(pilot, "space")
    await press(pilot, *typed(script.open.get(step.id, "")))
    if step.id in script.shared:
        await press(pilot, "f6")
    await press(pilot, "f8")


def typed(text: str) -> list[str]:
    """Return the keys that type ``text``."""
    return ["enter" if character == "\n" else character for character in text]


def _digit(values: list[str], value: str) -> str:
    return str(values.index(value) + 1) if value else "right"

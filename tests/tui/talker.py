"""Talks a group through its workshop by keys alone."""

from collections.abc import Callable
from pathlib import Path

from room import GROUP, next_wave, revealed
from textual.pilot import Pilot
from walker import MOMENT

from pilot import pasted
from samenspel.group.model import Group, Wave
from samenspel.questionnaire.model import Questionnaire
from samenspel.storage.groups import Groups, StoredGroup
from samenspel.storage.selftests import SelfTests
from samenspel.tui.app import SamenspelApp
from samenspel.tui.navigation import Workshop
from samenspel.tui.workshop.screen import WorkshopScreen


class Table:
    """A data folder with one group, and apps over it that can be killed."""

    def __init__(self, folder: Path, questionnaire: Questionnaire, group: Group = GROUP, *, people: int = 16) -> None:
        self.folder, self.questionnaire = folder, questionnaire
        self.groups = Groups(folder)
        self.stored = revealed(self.groups, questionnaire, group, people=people)

    def next_wave(self) -> StoredGroup:
        self.stored = next_wave(self.groups, self.questionnaire, self.groups.read(self.stored.id))
        return self.stored

    def app(self, seconds: Callable[[], float] | None = None) -> SamenspelApp:
        app = SamenspelApp(SelfTests(self.folder), load_questionnaire=lambda: self.questionnaire, clock=lambda: MOMENT)
        if seconds is not None:
            app.desk.seconds = seconds
        return app

    def wave(self, number: int = 1) -> Wave:
        """The wave as it is on the disk now."""
        return self.groups.read(self.stored.id).waves[number - 1]


async def opened(pilot: Pilot[None], table: Table, number: int = 1) -> None:
    pilot.app.navigator.open(Workshop(table.stored.id, number))
    await pilot.pause()


async def write_action(pilot: Pilot[None], who: str, when: str, what: str = "") -> None:
    """Fill in the form of an action and store it; without ``what`` the suggestion stays."""
    if what:
        await pilot.press("end", "ctrl+u", pasted(what))
    await pilot.press("tab", pasted(who), "tab", pasted(when), "f8")


def place(app: SamenspelApp) -> str:
    screen = app.screen
    assert isinstance(screen, WorkshopScreen), screen
    return screen.at

"""Every destination has its screen, and what is slow to import waits until it is needed."""

import subprocess
import sys

from groups_help import make
from results_help import FIRST, GOOD, finished, half_way, with_step
from talker import Table
from walker import MOMENT

from samenspel.session import Session
from samenspel.storage.groups import Groups
from samenspel.tui import navigation as to
from samenspel.tui.kit.steps import SelfTestStep
from samenspel.tui.navigation import Destination
from samenspel.tui.selftest.walk import Oneself


def everywhere(store, small, real) -> list[Destination]:
    """One destination of each kind."""
    table = Table(store.folder, real)
    table.next_wave()
    own = half_way(store, small)
    session = Session.reopen(store, own)
    return [
        SelfTestStep(session, Oneself(session)),
        to.NewSelfTest(),
        to.OpenSelfTest(own),
        to.ReopenedSelfTest(finished(store, small, GOOD, days=(MOMENT - FIRST).days)),
        to.SelfTestResult(finished(store, small, GOOD)),
        to.StepToAskAbout(with_step(store, small)),
        to.GiveAnswers(finished(store, small, GOOD)),
        to.OwnResults(),
        to.OwnData(),
        to.ChooseQuestionnaire(),
        to.AllGroups(),
        to.NewGroup(),
        to.OneGroup(table.stored.id),
        to.Collecting(make(Groups(store.folder), small, "Wijk Zuid").id),
        to.TypeOver(table.stored.id),
        to.Workshop(table.stored.id, 1),
        to.OldActions(table.stored.id, 2),
        to.Presentation(),
        to.GroupPresentation(table.stored.id, 1),
    ]


async def test_every_destination_has_a_screen_and_one_finds_the_way_back(app_for, store, small, real):
    destinations = everywhere(store, small, real)
    assert {type(one) for one in destinations} == set(Destination.__subclasses__())
    app = app_for()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        for destination in destinations:
            app.desk.before_a_group = False
            app.navigator.open(destination)
            if isinstance(
                destination, to.OwnResults | to.OwnData | to.StepToAskAbout | to.TypeOver
            ):  # there are groups, and a beamer
                await pilot.press("j")
            shown = app.screen
            assert shown.destination == destination
            app.navigator.show_problem("Er is iets.")
            app.navigator.back_to(destination)
            assert app.screen is shown
            app.navigator.home()
            await pilot.pause()
            assert len(app.screen_stack) == 1, destination


def loaded_by(code: str) -> set[str]:
    found = subprocess.run(
        [sys.executable, "-c", f"{code}\nimport sys\nprint(*sys.modules)"], capture_output=True, text=True, check=True
    )
    return set(found.stdout.split())


FIRST_SCREEN = "import samenspel.tui.app, samenspel.tui.home.home"


LATE = {
    "samenspel.session",
    "samenspel.storage.groups",
    "samenspel.tui.home.results",
    "samenspel.tui.kit.dialogs",
    "samenspel.tui.selftest",
    "samenspel.tui.workshop",
    "textual.widgets._text_area",
    "urllib.request",
}


def test_the_first_screen_waits_for_nothing_that_it_does_not_show():
    assert loaded_by(FIRST_SCREEN) & LATE == set()


def test_a_page_from_which_a_file_is_saved_does_not_wait_for_what_makes_it():
    loaded = loaded_by("import samenspel.tui.selftest.result, samenspel.tui.workshop.actions")
    assert not {"reportlab", "icalendar"} & loaded


def test_the_list_of_own_data_does_not_wait_for_the_trial_run_of_a_questionnaire():
    assert "samenspel.authoring.trial" not in loaded_by("import samenspel.tui.home.my_data")

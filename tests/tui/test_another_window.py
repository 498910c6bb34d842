"""Another process is busy with the same data: the screen goes on, it is said, and nothing that was given is lost."""

import asyncio
import subprocess
import sys
from collections.abc import Callable
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from furnished import begins, furnish
from groups_help import everything_shown, person
from results_help import GOOD, POOR, finished
from walker import MOMENT

from pilot import pasted
from samenspel.collecting.turn import Turn
from samenspel.exchange.code import encode
from samenspel.response import Response
from samenspel.storage import durable, inventory
from samenspel.storage.groups import Groups
from samenspel.storage.selftests import SelfTests
from samenspel.tui import navigation as to
from samenspel.tui.app import SamenspelApp
from samenspel.tui.groups.turn import TheGroup
from samenspel.tui.kit.dialogs import DialogScreen
from samenspel.tui.kit.steps import SelfTestStep
from samenspel.walk import Step

BUSY = "Een ander venster van samenspel is bezig met uw gegevens."
WRITTEN = "eigen-woorden"
HOLD = """
import sys
from pathlib import Path
from samenspel.storage.durable import locked
with locked(Path(sys.argv[1])):
    print("in", flush=True)
    sys.stdin.read()
"""


@contextmanager
def another_process(folder: Path):
    """A process that is busy with the data in ``folder``."""
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, folder], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as busy:
        assert busy.stdout.readline() == "in\n"
        yield
        busy.communicate()


def on_the_disk(folder: Path):
    return {path: path.read_bytes() for path in inventory.files(folder)}


@dataclass(frozen=True)
class Deed:
    """Where one is, what is done there while nobody is busy, and then the keys that need the store."""

    where: Callable[[Path], to.Destination]
    before: tuple[str, ...]
    keys: tuple[str, ...]


def own(at: str, answers: dict[str, int] | None = None) -> Callable[[Path], to.Destination]:
    def where(folder):
        store, small = SelfTests(folder), Groups(folder).questionnaire(Groups(folder).find("Wijk Zuid"))
        return to.OpenSelfTest(store.create(small, Response(party="bakker", answers=answers or {}), at=at, now=MOMENT))

    return where


def turn(at: Step) -> Callable[[Path], to.Destination]:
    def where(folder):
        groups = Groups(folder)
        begun = Turn.begin(groups, groups.find("Wijk Zuid"), "volledig", MOMENT)
        begun.answer("bakker", MOMENT)
        begun.go(Step("item", "rol-eigen"), MOMENT)
        begun.answer("4", MOMENT)
        begun.go(at, MOMENT)
        return SelfTestStep(begun, TheGroup(groups, begun))

    return where


def given(folder: Path) -> to.GiveAnswers:
    store, small = SelfTests(folder), Groups(folder).questionnaire(Groups(folder).find("Wijk Zuid"))
    return to.GiveAnswers(finished(store, small, GOOD, open={"toe-goed": "Wij bellen."}))


def place(name: str) -> Callable[[Path], to.Destination]:
    return lambda folder: begins(folder)[name]()


DEEDS = {
    "answer": Deed(own("item:rol-eigen"), (), ("4",)),
    "note": Deed(own("item:rol-eigen"), ("t", *WRITTEN), ("ctrl+s",)),
    "area": Deed(own("area"), ("3", *WRITTEN), ("enter",)),
    "words": Deed(own("open:toe-goed"), tuple(WRITTEN), ("f8",)),
    "sharing": Deed(given, (), ("1",)),
    "sharing-in-turn": Deed(turn(Step("open", "toe-goed")), (), ("f6",)),
    "new": Deed(place("new"), (), ("1",)),
    "finish": Deed(own("review", POOR), (), ("1",)),
    "answer-in-turn": Deed(turn(Step("item", "rol-ander")), (), ("2",)),
    "thrown-away": Deed(turn(Step("item", "rol-ander")), (), ("escape", "3")),
    "handed-in": Deed(turn(Step("review")), (), ("1", "1")),
    "new-group": Deed(place("new-group"), tuple(WRITTEN), ("f8",)),
    "action": Deed(place("action"), (pasted(WRITTEN), "tab", *WRITTEN, "tab", *"1-4-2029"), ("f8",)),
    "votes": Deed(place("voting"), ("enter", "1"), ("g",)),
}


@pytest.fixture(scope="module")
def furnished(tmp_path_factory, small, real):
    """A data folder with everything in it, to which each test adds."""
    folder = tmp_path_factory.mktemp("ingericht")
    furnish(folder, small, real)
    return folder


@pytest.mark.parametrize("deed", DEEDS)
async def test_what_another_window_keeps_from_the_disk_can_be_done_when_it_is_ready(
    deed, furnished, small, monkeypatch
):
    deed = DEEDS[deed]
    app = SamenspelApp(SelfTests(furnished), load_questionnaire=lambda: small, clock=lambda: MOMENT)
    async with app.run_test(size=(80, 24)) as pilot:
        app.navigator.open(deed.where(furnished))
        await pilot.press(*deed.before)
        page, before = app.screen, on_the_disk(furnished)
        with another_process(furnished):
            await pilot.press(*deed.keys)
            assert BUSY in everything_shown(app)
            if isinstance(app.screen, DialogScreen):
                await pilot.press("enter")
            assert app.screen is page
            assert (WRITTEN in everything_shown(app)) is (WRITTEN[0] in deed.before or pasted(WRITTEN) in deed.before)
            assert on_the_disk(furnished) == before
        await pilot.press(*deed.keys)
        assert BUSY not in everything_shown(app)
        assert on_the_disk(furnished) != before


async def test_who_types_is_not_interrupted(furnished, small, monkeypatch):
    monkeypatch.setattr(durable, "SCREEN_TIMEOUT", 0.01)
    monkeypatch.setattr("samenspel.tui.selftest.open.PAUSE", 0.01)
    store = SelfTests(furnished)
    app = SamenspelApp(store, load_questionnaire=lambda: small, clock=lambda: MOMENT)
    async with app.run_test(size=(80, 24)) as pilot:
        app.navigator.open(own("open:toe-goed")(furnished))
        await pilot.pause()
        page, selftest = app.screen, app.screen.session.selftest
        with another_process(furnished):
            for key in WRITTEN:
                await pilot.press(key)
                await pilot.pause(0.02)
            assert app.screen is page
            assert app.focused.text == WRITTEN
        await pilot.until(lambda: store.read(selftest.id).response.open == {"toe-goed": WRITTEN})


# What is done beside the screen. ---------------------------------------------------------------------------------


@pytest.fixture
def app(furnished, small):
    return SamenspelApp(SelfTests(furnished), load_questionnaire=lambda: small, clock=lambda: MOMENT)


@pytest.fixture
def kept(furnished, small):
    """A self-test that is the first in the list."""
    return finished(SelfTests(furnished), small, GOOD, days=900)


async def begun(pilot, *keys):
    """Press keys and wait for the paint, but not for the work."""
    for key in keys:
        pilot.app.simulate_key(key)
        await pilot.glance()


async def test_beside_the_screen_it_is_said_that_it_waits_and_then_done(app, furnished, kept, seen):
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("4", "j", "w")
        with another_process(furnished):
            await begun(pilot, "j")
            async with asyncio.timeout(60):
                while "Even wachten …" not in seen(app):  # noqa: ASYNC110 - it comes from a thread
                    await asyncio.sleep(0.01)
            await begun(pilot, "f1")
            assert "Toetsen" in seen(app)
            await begun(pilot, "escape")
            assert kept.id in SelfTests(furnished).ids()
        await pilot.pause()
        assert "Gewist" in seen(app)
    assert kept.id not in SelfTests(furnished).ids()


async def test_beside_the_screen_it_waits_no_longer_than_this(app, furnished, kept, monkeypatch):
    monkeypatch.setattr(durable, "TIMEOUT", 0.05)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("4", "j", "w")
        with another_process(furnished):
            await pilot.press("j")
            assert BUSY in everything_shown(app)
            assert sum(isinstance(screen, DialogScreen) for screen in app.screen_stack) == 1, "it is said once"
        await pilot.press("enter", "w", "j")
    assert kept.id not in SelfTests(furnished).ids()


async def test_a_code_that_had_to_wait_stays_where_it_was_typed(app, furnished, small, monkeypatch):
    monkeypatch.setattr(durable, "TIMEOUT", 0.05)
    groups, code = Groups(furnished), encode(small, person(3))
    stored = groups.find("Wijk Zuid")
    before = groups.names(stored.id, 1)
    async with app.run_test(size=(80, 24)) as pilot:
        app.navigator.open(to.Collecting(stored.id))
        await pilot.press("3", "j", pasted(code))
        with another_process(furnished):
            await pilot.press("enter")
            assert BUSY in everything_shown(app)
            assert app.focused.value == code
            assert groups.names(stored.id, 1) == before
        await pilot.press("enter")
        assert app.focused.value == ""
    assert len(groups.names(stored.id, 1)) == len(before) + 1


async def test_a_report_is_saved_while_another_window_is_busy(app, furnished, kept, tmp_path, monkeypatch):
    monkeypatch.setattr(durable, "TIMEOUT", 0.05)
    async with app.run_test(size=(80, 24)) as pilot:
        app.navigator.open(to.SelfTestResult(kept))
        await pilot.pause()
        with another_process(furnished):
            await pilot.press("p", "1")
            app.focused.value = str(tmp_path / "mijn.pdf")
            await pilot.press("enter")
            assert "✓ Bewaard in:" in everything_shown(app)
    assert (tmp_path / "mijn.pdf").read_bytes().startswith(b"%PDF")

"""When the disk refuses: one message, the step stays, nothing is shown as saved, and the app goes on."""

import pytest
from walker import MOMENT, session_of

from pilot import pasted
from samenspel.response import Response
from samenspel.session import Session
from samenspel.storage import StorageError
from samenspel.tui.kit.dialogs import DialogScreen
from samenspel.tui.navigation import OpenSelfTest
from samenspel.tui.selftest.opening import WelcomeScreen, WeScreen
from samenspel.tui.selftest.statement import StatementScreen
from samenspel.tui.selftest.walk import Oneself
from samenspel.walk import Step

MESSAGE = "De schijf is vol [/]. Maak ruimte vrij."


@pytest.fixture
def disk(store, monkeypatch):
    """A switch: ``disk.full = True`` makes every change fail."""

    class Disk:
        full = False

    whole = store.update

    def update(selftest_id, change):
        if Disk.full:
            raise StorageError(MESSAGE)
        return whole(selftest_id, change)

    monkeypatch.setattr(store, "update", update)
    return Disk


async def open_at(pilot, store, small, step, response=None):
    selftest = store.create(small, response or Response(party="bakker"), at=step, now=MOMENT)
    pilot.app.navigator.open(OpenSelfTest(selftest))
    await pilot.pause()


@pytest.mark.parametrize(
    ("step", "keys"),
    [
        ("welcome", ["2"]),
        ("party", ["2"]),
        ("area", ["1"]),
        ("area", ["3", *"Oost", "enter"]),
        ("experience", ["1"]),
        ("item:rol-eigen", ["3"]),
        ("item:rol-eigen", ["right"]),
        ("card:kennis-brood", ["1"]),
        ("open:toe-goed", [*"ja", "f8"]),
        ("open:toe-goed", [*"ja", "escape"]),
        ("open:toe-activiteiten", ["1"]),
        ("review", ["1", "2"]),
    ],
)
async def test_each_step_stays_and_says_why(app_for, store, small, seen, disk, step, keys):
    app = app_for()
    async with app.run_test(size=(80, 24)) as pilot:
        await open_at(pilot, store, small, step, Response() if step == "party" else None)
        before = store.read(store.ids()[0])
        disk.full = True
        await pilot.press(*keys)
        assert isinstance(app.screen, DialogScreen)
        assert MESSAGE in seen(app)
        await pilot.press("enter")
        assert session_of(pilot).step.key == step
        text = seen(app)
        assert "bewaard ✓" not in text
        assert "◆" not in text.replace("◆ 1  volledig", "")
        assert "[✓]" not in text
        assert store.read(store.ids()[0]) == before
        disk.full = False
        await pilot.press(*([*keys[-1:]] if step.startswith(("open", "area")) else keys))
        assert store.read(store.ids()[0]) != before


async def test_a_note_that_cannot_be_saved_stays_on_the_screen(app_for, store, small, seen, disk):
    app = app_for()
    async with app.run_test(size=(80, 24)) as pilot:
        await open_at(pilot, store, small, "item:rol-eigen")
        disk.full = True
        await pilot.press("t", pasted("belangrijk"), "f8")
        assert MESSAGE in seen(app)
        await pilot.press("enter", "ctrl+q")
        assert MESSAGE in seen(app), "the app may not stop while something would be lost"
        disk.full = False
        await pilot.press("enter", "f8")
    assert store.read(store.ids()[0]).response.notes == {"rol-eigen": "belangrijk"}


async def test_a_new_self_test_that_cannot_be_made(app_for, store, seen, monkeypatch):
    def refuse(*_args, **_options):
        raise StorageError(MESSAGE)

    monkeypatch.setattr(store, "create", refuse)
    app = app_for(start="selftest")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("1")
        assert MESSAGE in seen(app)
        await pilot.press("enter")
        assert isinstance(app.screen, WelcomeScreen)


async def test_erased_in_another_window(app_for, store, small, seen):
    app = app_for()
    async with app.run_test(size=(80, 24)) as pilot:
        await open_at(pilot, store, small, "item:rol-eigen")
        store.delete(store.ids()[0])
        await pilot.press("3")
        assert isinstance(app.screen, DialogScreen)
        await pilot.press("enter")
        assert session_of(pilot).step.id == "rol-eigen"
        assert "niet bewaard" in seen(app)


async def test_two_windows_on_the_same_self_test_keep_both(app_for, store, small):
    app = app_for()
    async with app.run_test(size=(80, 24)) as pilot:
        await open_at(pilot, store, small, "item:rol-eigen")
        other = Session.reopen(store, store.read(store.ids()[0]))
        await pilot.press("3")
        other.answer("5", MOMENT)
        other.answer("4", MOMENT)
        await pilot.press("2")
    assert store.read(store.ids()[0]).response.answers == {"rol-eigen": 5, "rol-brood": 2}


async def test_a_screen_whose_step_was_left_before_it_came_shows_where_the_self_test_is(app_for, store, small):
    """Keys in a burst can move the self-test on between the making of a screen and its first paint."""
    app = app_for()
    async with app.run_test(size=(80, 24)) as pilot:
        selftest = store.create(small, Response(party="bakker"), at="item:rol-eigen", now=MOMENT)
        session = Session.reopen(store, selftest)
        screen = StatementScreen(session, Oneself(session))
        session.go(Step("we"), MOMENT)
        app.push_screen(screen)
        await pilot.pause()
        assert isinstance(app.screen, WeScreen)


async def test_no_note_is_opened_where_there_is_no_statement_any_more(app_for, store, small):
    app = app_for()
    async with app.run_test(size=(80, 24)) as pilot:
        await open_at(pilot, store, small, "item:rol-eigen")
        screen = app.screen
        screen.session.go(Step("we"), MOMENT)
        screen.action_note()
        await pilot.pause()
        assert app.screen is screen


async def test_a_covered_screen_catches_up_when_it_is_seen_again(app_for, store, small):
    app = app_for()
    async with app.run_test(size=(80, 24)) as pilot:
        await open_at(pilot, store, small, "item:rol-eigen")
        statement = app.screen
        await pilot.press("f1")
        covering = app.screen
        statement.session.go(Step("we"), MOMENT)
        statement.proceed()
        await pilot.pause()
        assert app.screen is covering
        await pilot.press("escape")
        assert isinstance(app.screen, WeScreen)


async def test_a_window_that_is_closed_twice_closes_nothing_else(app_for, store, small):
    app = app_for()
    async with app.run_test(size=(80, 24)) as pilot:
        await open_at(pilot, store, small, "item:rol-eigen")
        statement = app.screen
        for key in ("f1", "f2"):
            await pilot.press(key)
            window = app.screen
            window.dismiss()
            window.dismiss()
            await pilot.pause()
            assert app.screen is statement

"""The same self-test open in two windows, or erased in the other one: each shows what is stored, and nobody is lost."""

import pytest
from msgspec.structs import replace
from walker import MOMENT, session_of

from samenspel.response import Response
from samenspel.session import Session
from samenspel.tui.kit.dialogs import DialogScreen
from samenspel.tui.navigation import OpenSelfTest
from samenspel.tui.selftest.result import ResultScreen
from samenspel.walk import Step


async def test_a_note_with_a_statement_that_the_other_window_took_away(app_for, store, small):
    app = app_for()
    async with app.run_test(size=(80, 24)) as pilot:
        app.navigator.open(OpenSelfTest(store.create(small, Response(party="bakker"), at="item:rol-brood", now=MOMENT)))
        await pilot.press("t", *"ja")
        store.update(store.ids()[0], lambda stored: replace(stored, response=replace(stored.response, party="slager")))
        await pilot.press("f8")
        assert session_of(pilot).step == Step("experience")
    assert store.read(store.ids()[0]).response.notes == {"rol-brood": "ja"}


async def test_going_on_shows_what_the_other_window_did(app_for, store, small, seen):
    selftest = store.create(small, Response(party="bakker"), at="item:rol-eigen", now=MOMENT)
    app = app_for()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        other = Session.reopen(store, selftest)
        other.answer("5", MOMENT)
        await pilot.press("v")
        assert session_of(pilot).step == Step("item", "rol-brood")
        await pilot.press("left")
        assert "◆" in seen(app)


async def test_going_on_with_what_the_other_window_erased(app_for, store, small, seen):
    selftest = store.create(small, Response(party="bakker"), at="item:rol-eigen", now=MOMENT)
    app = app_for()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        store.delete(selftest.id)
        await pilot.press("v")
        assert isinstance(app.screen, DialogScreen)
        await pilot.press("enter")
        assert "Verder waar u was" not in seen(app)


async def test_stopping_with_what_the_other_window_erased_does_not_say_that_it_is_kept(app_for, store, small, seen):
    app = app_for()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        app.navigator.open(OpenSelfTest(store.create(small, Response(party="bakker"), at="item:rol-eigen", now=MOMENT)))
        await pilot.pause()
        store.delete(store.ids()[0])
        await pilot.press("escape")
        assert "Deze zelftest is gewist" in seen(app)
        assert not app._notifications
        await pilot.press("enter")
        assert app.screen is app.screen_stack[0]


async def test_stopping_with_a_text_for_what_the_other_window_erased(app_for, store, small, seen):
    app = app_for()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        app.navigator.open(OpenSelfTest(store.create(small, Response(party="bakker"), at="open:toe-goed", now=MOMENT)))
        await pilot.press(*"ja")
        store.delete(store.ids()[0])
        await pilot.press("ctrl+q")
        assert isinstance(app.screen, DialogScreen)
        assert "nog eens op ctrl+q" in " ".join(seen(app).replace("▌", "").split())
        await pilot.press("enter")
        await pilot.press("ctrl+q")
        assert isinstance(app.screen, DialogScreen), "asked for anew: so said anew"
        await pilot.press("ctrl+q")
        assert not app.is_running


@pytest.mark.parametrize("at", ["open:toe-goed", "area", "item:rol-eigen"])
async def test_there_is_a_way_out_with_a_text_for_what_the_other_window_erased(app_for, store, small, seen, at):
    app = app_for()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        app.navigator.open(OpenSelfTest(store.create(small, Response(party="bakker"), at=at, now=MOMENT)))
        await pilot.pause()
        store.delete(store.ids()[0])
        page = app.screen
        leave = ["3"] if at.startswith("item") else [*"ja", "escape"]
        await pilot.press(*leave)
        assert "Deze zelftest is gewist" in seen(app)
        await pilot.press("1")
        assert app.screen is page, "what was typed can be copied"
        if at != "item:rol-eigen":
            assert "ja" in seen(app)
        await pilot.press(leave[-1], "2")
        assert app.screen is app.screen_stack[0]
    assert store.ids() == []


@pytest.mark.parametrize(("at", "before", "key"), [("open:toe-goed", "j", "escape"), ("item:rol-eigen", "right", "5")])
async def test_what_the_other_window_finished_stays_as_it_was_given(app_for, store, small, seen, at, before, key):
    selftest = store.create(small, Response(party="bakker"), at=at, now=MOMENT)
    app = app_for()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        app.navigator.open(OpenSelfTest(selftest))
        await pilot.press(before)
        Session.reopen(store, store.read(selftest.id)).finish(MOMENT)
        kept = store.read(selftest.id)
        await pilot.press(key)
        assert "Deze zelftest is al afgerond" in seen(app)
        await pilot.press("2")
        assert app.screen is app.screen_stack[0]
        app.navigator.open(OpenSelfTest(selftest))
        await pilot.pause()
        assert isinstance(app.screen, ResultScreen), "an old list, or the start screen, still calls it open"
    assert store.read(selftest.id) == kept

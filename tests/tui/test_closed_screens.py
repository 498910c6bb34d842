"""Screens that are closed before they come, while they work, or under another: nothing is done there any more."""

import asyncio
from math import inf

import pytest
from textual import events, work
from textual.geometry import Size
from textual.widgets import Input, Static
from walker import MOMENT, session_of

from samenspel.response import Response
from samenspel.tui.kit.dialogs import DialogScreen
from samenspel.tui.kit.screen import BaseScreen
from samenspel.tui.navigation import OpenSelfTest
from samenspel.tui.selftest.overview import OverviewScreen


async def statement_of(pilot, store, small):
    selftest = store.create(small, Response(party="bakker"), at="item:rol-eigen", now=MOMENT)
    pilot.app.navigator.open(OpenSelfTest(selftest))
    await pilot.pause()
    return pilot.app.screen


async def test_a_terminal_made_small_and_large_at_once_leaves_the_page(app_for, store, small):
    app = app_for()
    async with app.run_test(size=(80, 24)) as pilot:
        statement = await statement_of(pilot, store, small)
        for size in (Size(40, 10), Size(80, 24)):
            app.on_resize(events.Resize(size, size))
        await pilot.pause()
        assert app.screen is statement


@pytest.mark.parametrize("opened", ["menu", "overview"])
async def test_what_is_closed_before_it_came_does_nothing(app_for, store, small, opened):
    app = app_for()
    async with app.run_test(size=(80, 24)) as pilot:
        statement = await statement_of(pilot, store, small)
        if opened == "menu":
            app.action_command_palette()
        else:
            app.push_screen(OverviewScreen(statement.session))
        app.pop_screen()
        await pilot.pause(0.2)
        assert app.screen is statement


async def test_what_was_typed_in_the_menu_does_not_reach_it_when_it_is_closed(app_for, store, small):
    app = app_for()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f2")
        menu, field = app.screen, app.screen.query_one(Input)
        searches = []
        menu._gather_commands = searches.append
        menu.dismiss()
        menu.post_message(Input.Changed(field, "kleuren"))
        await pilot.pause()
    assert not searches


async def test_an_action_of_a_screen_that_is_not_on_top_is_left(app_for, store, small):
    app = app_for()
    async with app.run_test(size=(80, 24)) as pilot:
        statement = await statement_of(pilot, store, small)
        before = session_of(pilot).step
        app.push_screen(DialogScreen("Vraag", "Wat nu?"))
        await pilot.pause()
        assert not await app.run_action("next", statement)
        assert statement.session.step == before
        app.navigator.home()
        await pilot.pause()
        assert not await app.run_action("scroll_page(1)", statement)


async def test_a_screen_that_comes_back_takes_keys_once_it_is_painted(app_for, store, small):
    app = app_for()
    async with app.run_test(size=(80, 24)) as pilot:
        statement = await statement_of(pilot, store, small)
        await pilot.press("f1")
        statement.seen_since = inf  # it waited for a paint that another screen was to tell it of
        await pilot.press("escape")
        await pilot.press("4")
        assert store.read(store.ids()[0]).response.answers == {"rol-eigen": 4}


async def test_work_in_the_background_stops_before_the_content_of_its_screen_goes(app_for):
    last_seen = asyncio.Event()

    class Last(Static):
        def on_unmount(self):
            last_seen.set()

    class Working(BaseScreen):
        def compose_page(self):
            yield Last("…")

        @work
        async def on_mount(self):
            await last_seen.wait()
            self.query_one(Last)

    app = app_for()
    async with app.run_test(size=(80, 24)) as pilot:
        app.push_screen(Working())
        await pilot.glance()
        app.pop_screen()
        await pilot.pause()
        assert last_seen.is_set()

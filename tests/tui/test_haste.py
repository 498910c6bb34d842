"""Keys and clicks faster than the screen: nothing is answered that was not seen, and nothing typed is lost."""

import pytest
from groups_help import make
from results_help import finished
from textual import events
from textual.geometry import Size
from walker import MOMENT, session_of

from samenspel.response import Response
from samenspel.storage.groups import Groups
from samenspel.tui.groups.form import GroupFormScreen
from samenspel.tui.kit.dialogs import DialogScreen
from samenspel.tui.navigation import AllGroups, OpenSelfTest
from samenspel.tui.selftest.result import ResultScreen
from samenspel.tui.widgets.blocks import AdviceCardView
from samenspel.tui.widgets.choices import ChoiceLine
from samenspel.tui.widgets.fields import Field, Tick
from samenspel.tui.widgets.key_line import KeyLine
from samenspel.tui.widgets.menu import Menu


async def burst(pilot, *keys):
    """Press these keys at once, as a slow line or a key that is held down does."""
    await pilot.pause()
    for key in keys:
        pilot.app.simulate_key(key)
    await pilot.pause()


async def double_click(pilot, widget, x=2, *, slowly=False):
    """Click twice at one place, as a terminal tells it; ``slowly``: the screen has time to change in between."""
    at = widget.content_region.offset
    pilot.app.CLICK_CHAIN_TIME_THRESHOLD = 600  # a busy machine is slow between two clicks
    for _click in range(2):
        for kind in (events.MouseDown, events.MouseUp):
            pilot.app.post_message(kind(None, at.x + x, at.y, 0, 0, 1, shift=False, meta=False, ctrl=False))
        if slowly:
            await pilot.pause()
    await pilot.pause()


async def open_at(pilot, store, small, step, response=None):
    selftest = store.create(small, response or Response(party="bakker"), at=step, now=MOMENT)
    pilot.app.navigator.open(OpenSelfTest(selftest))
    await pilot.pause()


@pytest.mark.parametrize(
    ("step", "keys", "after", "answered"),
    [
        ("party", "22", "area", Response(party="slager")),
        ("experience", "22", "meeting", Response(party="bakker", experience="langer-1")),
        ("meeting", "11", "we", Response(party="bakker", meeting="ja")),
        ("we", "111", "item:rol-eigen", Response(party="bakker")),
        ("item:rol-ander", "0123", "item:rel-overleg", Response(party="bakker", answers={"rol-ander": 0})),
        ("item:rel-lastig", "555", "cards", Response(party="bakker", answers={"rel-lastig": 5})),
    ],
)
async def test_a_burst_answers_only_what_was_on_the_screen(app_for, store, small, step, keys, after, answered):
    async with app_for().run_test(size=(80, 24)) as pilot:
        await open_at(pilot, store, small, step, Response() if step == "party" else None)
        await burst(pilot, *keys)
        assert session_of(pilot).step.key == after
    assert store.read(store.ids()[0]).response == answered


async def test_a_form_chosen_twice_makes_one_self_test(app_for, store):
    async with app_for(start="selftest").run_test(size=(80, 24)) as pilot:
        await burst(pilot, "2", "2", "2")
    assert len(store.ids()) == 1


async def test_a_double_click_answers_once(app_for, store, small):
    async with app_for().run_test(size=(80, 24)) as pilot:
        await open_at(pilot, store, small, "item:rol-eigen")
        await pilot.double_click(list(pilot.app.screen.query(ChoiceLine))[2])
        assert session_of(pilot).step.id == "rol-brood"
        await open_at(pilot, store, small, "open:toe-activiteiten")
        await pilot.double_click(pilot.app.screen.query(Tick).first())
        assert session_of(pilot).response.activities == {"lunch": False}


async def test_a_double_click_opens_once(app_for, store, real):
    own = finished(store, real, {item.id: 2 for item in real.asked.items}, party="wijkcoach", knowledge={})
    app = app_for(real)
    async with app.run_test(size=(80, 24)) as pilot:
        app.push_screen(ResultScreen(own))
        await pilot.pause()
        card = app.screen.query(AdviceCardView).first()
        card.scroll_visible(animate=False)
        await pilot.pause()
        below = len(app.screen_stack)
        await double_click(pilot, card)
        assert len(app.screen_stack) == below + 1


async def test_a_double_click_on_a_key_at_the_foot_does_not_reach_the_next_screen(app_for, store, small):
    make(Groups(store.folder), small)
    app = app_for()
    async with app.run_test(size=(120, 40)) as pilot:
        app.navigator.open(AllGroups())
        await pilot.pause()
        foot = app.screen.query_one(KeyLine)
        await double_click(pilot, foot, str(foot.render()).index("nieuwe groep") + 2, slowly=True)
        assert isinstance(app.screen, GroupFormScreen)
        assert not any(field.wrong for field in app.screen.query(Field))  # nor was the form sent


async def test_a_screen_that_was_left_opens_no_window(app_for, store, small):
    make(Groups(store.folder), small)
    app = app_for()
    async with app.run_test(size=(80, 24)) as pilot:
        app.navigator.open(AllGroups())
        await pilot.pause()
        await burst(pilot, "w", "escape")
        await pilot.pause()
        assert app.screen is app.screen_stack[0]  # no question whose answer nobody hears


async def test_a_window_that_is_answered_twice_leaves_the_one_below(app_for, store, small):
    app = app_for()
    async with app.run_test(size=(80, 24)) as pilot:
        await open_at(pilot, store, small, "item:rol-eigen")
        below = app.screen
        app.push_screen(DialogScreen("Vraag", "Wat nu?"))
        await pilot.pause()
        await burst(pilot, "1", "1")
        assert app.screen is below


async def test_text_and_the_key_that_goes_on_at_once(app_for, store, small):
    async with app_for().run_test(size=(80, 24)) as pilot:
        await open_at(pilot, store, small, "open:toe-goed")
        for character in "prima":
            pilot.app.post_message(events.Key(character, character))
        for key in ("f8", "f8", "f8"):
            pilot.app.simulate_key(key)
        await pilot.pause()
    assert store.read(store.ids()[0]).response.open == {"toe-goed": "prima"}


async def test_what_comes_when_the_app_has_closed_its_screens_does_nothing(app_for):
    app = app_for()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        menu = app.screen.query_one(Menu)
    assert app.screen_stack == []
    await app.on_event(events.Key("a", "a"))
    app.on_resize(events.Resize(Size(20, 5), Size(20, 5)))
    assert not await app.run_action("select", default_namespace=menu)

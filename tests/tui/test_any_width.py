"""A terminal of any width: nothing is ever drawn for fewer columns than it can be drawn for."""

import asyncio
from functools import partial

import pytest
from furnished import begins, furnish
from textual.command import CommandPalette
from textual.geometry import Size
from walker import MOMENT

from pilot import unpainted
from samenspel.report.groups.picture import dimension_chart
from samenspel.report.groups.statements import spread_chart
from samenspel.storage.groups import Groups
from samenspel.storage.selftests import SelfTests
from samenspel.tui.app import SamenspelApp
from samenspel.tui.kit.too_small import SMALLEST, TooSmallScreen, too_small
from samenspel.tui.presenting.show import Show
from samenspel.tui.widgets.charts import draw_gaps, draw_spreads, gap_legend, spread_legend
from samenspel.tui.widgets.drawing import LEAST, lines_of
from samenspel.tui.widgets.menu import Menu
from samenspel.tui.widgets.rows import row_drawings

SIZES = [(9, 24), (1, 1), (200, 60), (8, 40), (10, 15), (50, 15)]
"""One after another, so that what is small becomes large and the other way round."""
PLACES = ["presentation", "workshop", "voting", "groups", "result"]


@pytest.fixture(scope="module")
def furnished(tmp_path_factory, small, real):
    """A data folder with everything in it."""
    folder = tmp_path_factory.mktemp("ingericht")
    furnish(folder, small, real)
    return folder


@pytest.mark.parametrize("place", PLACES)
async def test_every_page_takes_every_size(place, furnished, real):
    app = SamenspelApp(SelfTests(furnished), load_questionnaire=lambda: real, clock=lambda: MOMENT)
    async with app.run_test(size=(80, 24)) as pilot:
        app.navigator.open(begins(furnished)[place]())
        await pilot.pause()
        shown = app.screen
        for size in SIZES:
            await pilot.resize_terminal(*size)
            assert isinstance(app.screen, TooSmallScreen) is too_small(Size(*size)), size
        assert app.screen is shown


@pytest.mark.parametrize("size", [(9, 59), (3, 16)])
async def test_every_page_that_opens_where_there_is_no_room_stands_still(size, furnished, real):
    """Else it is laid out again and again, below what says that there is no room."""
    app = SamenspelApp(SelfTests(furnished), load_questionnaire=lambda: real, clock=lambda: MOMENT)
    async with app.run_test(size=size) as pilot:
        for name in [*PLACES, "new", "walk"]:
            app.navigator.open(begins(furnished)[name]())
            async with asyncio.timeout(20):
                await pilot.pause()
            assert not unpainted(app.screen), name
            app.navigator.home()


async def test_the_menu_takes_every_size(app_for):
    app = app_for()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("f2")
        for size in SIZES:
            await pilot.resize_terminal(*size)
        assert app.screen_stack[0].query_one(Menu).option_count


KEYS = ["f1", "f2", "pageup", "pagedown", "up", "down", "f3", "enter"]


@pytest.mark.parametrize("size", [(80, 4), (80, 1), (20, 24), (1, 1), (49, 14), (80, 14)])
async def test_nothing_opens_where_there_is_no_room(app_for, size):
    app = app_for()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        before = [*app.screen_stack]
        await pilot.resize_terminal(*size)
        for key in KEYS:
            await pilot.press(key)
            assert isinstance(app.screen, TooSmallScreen), key
        await pilot.resize_terminal(80, 24)
        assert app.screen_stack == before
        assert app.is_running


async def test_the_menu_takes_every_key_in_the_least_room_there_is(app_for):
    app = app_for()
    async with app.run_test(size=SMALLEST) as pilot:
        await pilot.pause()
        await pilot.press("f2")
        assert isinstance(app.screen, CommandPalette)
        await pilot.press("pageup", "pagedown", "down", "pagedown", "pageup", "up", "z", "q", "pageup", "pagedown")
        assert isinstance(app.screen, CommandPalette)


WIDTHS = range(-4, 41)


@pytest.mark.parametrize("height", [-9, 1, 14, 50])
def test_every_page_of_a_presentation_is_drawn_at_every_width(real, height):
    show = Show(real)
    for page in range(len(show.deck.pages)):
        show.go(page)
        assert all(lines_of(show.drawing(height), width) for width in WIDTHS)


def test_every_chart_of_a_group_is_drawn_at_every_width(furnished, real):
    released = Groups(furnished).find("Wijkteam West").waves[0].released
    gaps, spread = dimension_chart(real, released), spread_chart(real, released, real.asked.dimensions[0].id)
    draws = [partial(draw_gaps, gaps), partial(gap_legend, gaps), *row_drawings(gaps)]
    draws += [partial(draw_spreads, spread), partial(spread_legend, spread)]
    assert all(lines_of(draw, width) for draw in draws for width in WIDTHS)


def test_what_is_drawn_is_never_asked_for_less():
    asked = []
    for width in (-3, 0, LEAST - 1, LEAST, 80):
        lines_of(lambda columns: asked.append(columns) or (), width)
    assert asked == [LEAST, LEAST, LEAST, LEAST, 80]

"""How a presentation looks on a laptop and on a beamer."""

import pytest

SIZES = {"80x24": (80, 24), "100x30": (100, 30)}
PAGES = {
    "figures": (7, ()),
    "question": (8, ("n",)),
    "typed": (4, ("6",)),
    "guessed": (4, ("6", "enter")),
    "team": (56, ("5", "down", "5")),
}


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("size", SIZES)
def test_presentation(page, size, app_for, real, snap_compare):
    app = app_for(real, start="presenting")
    app.desk.seconds = lambda: 0.0
    place, keys = PAGES[page]

    async def walk(pilot) -> None:
        await pilot.pause()
        app.screen.action_go(place)
        await pilot.press(*keys)

    assert snap_compare(app, terminal_size=SIZES[size], run_before=walk)

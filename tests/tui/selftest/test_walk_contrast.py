"""Every word can be read: at least 4.5 to 1 between letters and ground, in each of our own colour schemes."""

import pytest
from contrast import has_letters
from contrast import poor as too_little
from walker import MOMENT

from samenspel.response import Response
from samenspel.tui import themes
from samenspel.tui.navigation import OpenSelfTest

SCREENS = {
    "welcome": ("welcome", []),
    "party": ("party", []),
    "area": ("area", []),
    "we": ("we", []),
    "statement": ("item:rol-brood", []),
    "note": ("item:rol-brood", ["t"]),
    "overview": ("item:rol-brood", ["o"]),
    "help": ("item:rol-brood", ["f1"]),
    "cards": ("cards", []),
    "card": ("card:kennis-brood", []),
    "open": ("open:toe-goed", []),
    "activities": ("open:toe-activiteiten", ["1"]),
    "review": ("review", []),
    "dialog": ("item:rol-brood", ["t", "x", "escape"]),
}
RESPONSE = Response(
    party="bakker",
    area="noord",
    answers={"rol-brood": 2},
    notes={"rol-brood": "soms"},
    knowledge={"kennis-brood": "slager"},
)


@pytest.mark.parametrize("theme", [themes.DARK, themes.LIGHT, themes.HIGH_CONTRAST])
async def test_every_word_can_be_read(app_for, store, small, theme):
    app = app_for()
    poor: list[tuple[str, str, float]] = []
    async with app.run_test(size=(80, 24)) as pilot:
        app.theme = theme
        for name, (step, keys) in SCREENS.items():
            selftest = store.create(small, RESPONSE, at=step, now=MOMENT)
            app.navigator.open(OpenSelfTest(selftest))
            await pilot.pause()
            await pilot.press(*keys)
            poor += [(name, *found) for found in too_little(app, has_letters)]
            app.navigator.home()
            await pilot.pause()
    assert poor == []

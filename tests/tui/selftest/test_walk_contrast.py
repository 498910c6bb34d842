"""Every word can be read: at least 4.5 to 1 between letters and ground, in each of our own colour schemes."""

import pytest
from textual.color import Color
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


def contrast(one: Color, other: Color) -> float:
    def luminance(color: Color) -> float:
        parts = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in color.normalized]
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]

    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", [themes.DARK, themes.LIGHT, themes.HIGH_CONTRAST])
async def test_every_word_can_be_read(app_for, store, small, theme):
    app = app_for()
    poor = []
    async with app.run_test(size=(80, 24)) as pilot:
        app.theme = theme
        for name, (step, keys) in SCREENS.items():
            selftest = store.create(small, RESPONSE, at=step, now=MOMENT)
            app.navigator.open(OpenSelfTest(selftest))
            await pilot.pause()
            await pilot.press(*keys)
            for strip in app.screen._compositor.render_strips(app.size):
                for text, style, _control in strip:
                    if any(map(str.isalnum, text)):
                        front, back = Color.from_rich_color(style.color), Color.from_rich_color(style.bgcolor)
                        if style.reverse:
                            front, back = back, front
                        if contrast(front, back) < 4.5:
                            poor.append((name, text.strip(), round(contrast(front, back), 1)))
            app.navigator.home()
            await pilot.pause()
    assert poor == []

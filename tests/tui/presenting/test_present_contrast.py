"""A slide can be read in each of our own colour schemes: letters, block letters, people, notes and the lines below."""

from contrast import poor

from samenspel.presenting.pages import Fits, Question, Riddle, StudyFinding, Words
from samenspel.questionnaire.model import Team
from samenspel.tui import themes

KINDS = {Words: (), StudyFinding: (), Question: (), Fits: ("n",), Riddle: ("9", "enter"), Team: ("5",)}


async def test_every_sign_on_a_slide_can_be_read(app_for, real):
    found = []
    async with (app := app_for(real, start="presenting")).run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        screen = app.screen
        for theme in (themes.DARK, themes.LIGHT, themes.HIGH_CONTRAST):
            app.theme = theme
            screen.show_.board = type(screen.show_.board)()
            for kind, keys in KINDS.items():
                screen.action_go(next(at for at, page in enumerate(screen.show_.deck.pages) if type(page.body) is kind))
                await pilot.pause()
                found += [(theme, kind.__name__, *one) for one in poor(app, str.strip)]
                await pilot.press(*keys)
                found += [(theme, kind.__name__, *one) for one in poor(app, str.strip)]
                if "n" in keys:
                    await pilot.press("n")
    assert found == []

"""The whole short form by mouse alone: from the start screen to the saved PDF, no key is ever pressed."""

import re

import pytest
from textual import events
from walker import WALKED, sized

from samenspel.storage.selftests import SelfTests
from samenspel.tui.selftest.open import ActivitiesScreen
from samenspel.tui.selftest.result import AdviceScreen, ResultScreen
from samenspel.tui.selftest.review import ReviewScreen
from samenspel.tui.selftest.walk import WalkScreen


class Mouse:
    """Clicks on what can be read on the screen."""

    def __init__(self, pilot, seen):
        self.pilot = pilot
        self.seen = seen

    async def foot(self, pattern):
        """Click on a key at the foot of the screen."""
        await self.click(pattern, order=-1)

    async def click(self, pattern, *, order=1):
        """Click on the first place where ``pattern`` stands; turn the wheel while it does not."""
        app = self.pilot.app
        for _turn in range(60):
            await self.pilot.pause()
            for y, line in list(enumerate(self.seen(app).split("\n")))[::order]:
                if match := re.search(pattern, line):
                    self._press_button(match.start(), y)
                    await self.pilot.pause()
                    return
            self._happens(events.MouseScrollDown, app.size.width // 2, app.size.height // 2)
        raise AssertionError(f"no {pattern!r} on the screen:\n{self.seen(app)}")

    def _press_button(self, x, y):
        self._happens(events.MouseDown, x, y)
        self._happens(events.MouseUp, x, y)

    def _happens(self, kind, x, y):
        """Tell the app what a terminal tells it; it makes clicks of that itself."""
        button = 0 if kind is events.MouseScrollDown else 1
        self.pilot.app.post_message(kind(None, x, y, 0, 0, button, shift=False, meta=False, ctrl=False))


@pytest.mark.campaign
@pytest.mark.parametrize("size", WALKED, ids=sized)
async def test_the_short_form_up_to_the_saved_pdf(  # noqa: PLR0915 - one walk
    app_for, store: SelfTests, real, seen, size, tmp_path, monkeypatch
):
    monkeypatch.setattr("samenspel.tui.kit.save_report.documents", lambda: tmp_path)
    app = app_for(questionnaire=real)
    monkeypatch.setattr(app, "CLICK_CHAIN_TIME_THRESHOLD", 0)  # a person takes time: no two clicks are a double one
    async with app.run_test(size=size) as pilot:
        mouse = Mouse(pilot, seen)
        await mouse.click("Zelftest doen")
        await mouse.click("2  kort")
        await mouse.click("[12]  wijkcoach")
        await mouse.click(real.asked.context.area.suggestions[0])
        await mouse.click("3  ")
        await mouse.click("2  ")
        await mouse.click("verder naar de stellingen")

        # A note, the overview, back and forth, the menu and the help: each by its place in the foot.
        await mouse.foot("toelichting")
        await mouse.click("Sluiten")
        await mouse.foot("overzicht")
        await mouse.foot("esc")
        await mouse.foot("uitleg")
        await mouse.foot("terug")
        await mouse.foot("→ ")
        await mouse.foot("← ")
        assert store.read(store.ids()[0]).at == "item:rol-eigen"

        number = 0
        while not isinstance(app.screen, ReviewScreen):
            assert isinstance(app.screen, WalkScreen)
            step = app.screen.session.step
            number += 1
            match step.kind:
                case "item":
                    await mouse.click(f" {number % 5 + 1}  ")
                case "cards":
                    await mouse.click("Naar de kaarten")
                case "card":
                    await mouse.click(f" {number % 3 + 1}  ")
                    await mouse.foot("verder")
                case _:
                    await mouse.click(r"\[ \] 1 " if isinstance(app.screen, ActivitiesScreen) else "bewaren")
                    await mouse.foot("volgende")
            assert app.screen.session.step != step, seen(app)
        await mouse.click("afronden en")

        assert isinstance(app.screen, ResultScreen)
        await mouse.click(" 1  [A-Z]")
        assert isinstance(app.screen, AdviceScreen)
        await mouse.foot("volgende")
        await mouse.foot("terug")
        await mouse.foot("aan een groep geven")
        await mouse.click("Mag de groep dit antwoord")
        await mouse.click("Als code \\(c\\)")
        await mouse.foot("sluiten")
        await mouse.foot("terug")
        await mouse.foot("PDF")
        await mouse.click("Het rapport: ")
        await mouse.click("Bewaren \\(Enter\\)")
        await pilot.pause()
        await mouse.click("Klaar")
        await mouse.foot("terug")
        await mouse.click("Stoppen")
    (report,) = tmp_path.glob("*.pdf")
    assert report.read_bytes().startswith(b"%PDF")
    stored = store.read(store.ids()[0])
    assert stored.finished
    assert len(stored.response.answers) == len([item for item in real.asked.items if item.short])
    assert stored.response.shared == ("toe-activiteiten",)
    assert len(stored.response.knowledge) == len(real.asked.cards)

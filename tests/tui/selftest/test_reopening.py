"""Reopening a finished self-test that day: from its result and from the list; never once it was given out."""

from msgspec.structs import replace
from results_help import FIRST, GOOD, finished
from walker import MOMENT, session_of

from samenspel import giving
from samenspel.tui.kit.dialogs import DialogScreen
from samenspel.tui.navigation import OwnResults, SelfTestResult
from samenspel.tui.selftest.result import ResultScreen

DAYS = (MOMENT.date() - FIRST.date()).days


async def test_from_the_result_and_from_the_list_until_it_was_given_out(app_for, store, small, seen):
    old = finished(store, small, GOOD)
    kept = finished(store, small, GOOD, days=DAYS)
    app = app_for()
    async with app.run_test(size=(80, 24)) as pilot:
        app.navigator.open(SelfTestResult(old))
        await pilot.press("r")
        assert isinstance(app.screen, ResultScreen)
        assert "heropenen" not in seen(app), "it was finished on another day"
        app.navigator.replace(SelfTestResult(kept))
        await pilot.pause()
        assert "r heropenen" in seen(app)
        await pilot.press("r")
        assert "Bijna klaar" in seen(app)
        await pilot.press("o", "end", *["up"] * 7, "enter")
        assert session_of(pilot).step.id == "rel-kennen"
        await pilot.press("1")
        assert session_of(pilot).step.kind == "review"
        await pilot.press("escape")
        assert store.read(kept.id).finished is None
        app.navigator.open(OwnResults())
        await pilot.press("enter", "1")
        assert isinstance(app.screen, ResultScreen)
        again = store.read(kept.id)
        assert (again.finished, again.response.answers["rel-kennen"]) == (MOMENT.isoformat(), 1)
        await pilot.press("escape")
        assert "r heropenen" in seen(app)
        giving.as_code(store, kept.id)
        await pilot.press("r")
        assert isinstance(app.screen, DialogScreen)
        assert "een bestand of een code voor een groep gemaakt" in " ".join(seen(app).replace("│", " ").split())
        await pilot.press("escape", "down")
        assert "heropenen" not in seen(app)
    assert store.read(kept.id) == replace(again, coded=True)

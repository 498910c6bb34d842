"""``samenspel zelftest`` while an earlier self-test is still open: it is told of, and one key goes on with it."""

from samenspel.session import Session
from samenspel.tui.selftest.opening import WelcomeScreen
from samenspel.tui.selftest.statement import StatementScreen


async def test_going_on_with_the_open_one(app_for, store, small, seen) -> None:
    session = Session.start(store, small, "volledig", app_for().desk.clock())
    for answer in ("slager", "", "", ""):
        session.answer(answer, app_for().desk.clock())
    session.forward(app_for().desk.clock())
    session.answer("4", app_for().desk.clock())
    app = app_for(start="selftest")
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.pause()
        assert "U was al bezig: 1 van 5" in seen(app)
        assert "volledig, ongeveer" in seen(app)
        assert "kort, ongeveer" in seen(app)
        await pilot.press("v")
        assert isinstance(app.screen, StatementScreen)
        assert app.screen.session.selftest.id == session.selftest.id
        assert app.screen.session.step.id == "rol-ander"


async def test_nothing_is_said_when_nothing_is_open(app_for, store, small, seen) -> None:
    app = app_for(start="selftest")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "U was al bezig" not in seen(app)
        await pilot.press("v")
        assert isinstance(app.screen, WelcomeScreen)

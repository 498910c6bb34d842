"""The timer of a conversation: by an injected clock, without a second of waiting."""

import pytest
from talker import Table, opened
from textual.widgets import Button, Digits

from samenspel.tui.kit.screen import Body
from samenspel.tui.workshop.statement import TalkTimer
from samenspel.tui.workshop.talk import Countdown


class Seconds:
    now = 1_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def seconds() -> Seconds:
    return Seconds()


def test_it_follows_the_clock_and_nothing_else(seconds):
    timer = Countdown(seconds)
    assert (timer.shown, timer.running) == ("5:00", False)
    seconds.now += 100
    assert timer.shown == "5:00"
    timer.switch()
    for _look in range(1_000):  # how often it is looked at does not matter: no drift
        seconds.now += 0.1
        assert timer.running
    assert timer.left == pytest.approx(200)
    assert timer.shown == "3:20"
    timer.switch()
    seconds.now += 50
    assert timer.shown == "3:20"
    timer.switch()
    seconds.now += 199.5
    assert timer.shown == "0:01"
    seconds.now += 1_000
    assert (timer.shown, timer.running) == ("0:00", False)
    timer.switch()
    assert (timer.shown, timer.running) == ("5:00", True)


def test_more_and_less_time(seconds):
    timer = Countdown(seconds)
    timer.add(2)
    assert timer.shown == "7:00"
    timer.switch()
    seconds.now += 30
    timer.add(-1)
    assert (timer.shown, timer.running) == ("5:30", True)
    seconds.now += 30
    assert timer.shown == "5:00"
    for _press in range(100):
        timer.add(1)
    assert timer.shown == "60:00"
    for _press in range(100):
        timer.add(-1)
    assert (timer.shown, timer.running) == ("0:00", False)
    timer.add(1)
    assert (timer.shown, timer.running) == ("1:00", False)
    timer.switch()
    seconds.now += 61
    timer.add(1)
    assert (timer.shown, timer.running) == ("1:00", False)


async def test_it_counts_on_while_one_scrolls_or_looks_elsewhere(tmp_path, real, seen, seconds):
    table = Table(tmp_path, real)
    async with (app := table.app(seconds)).run_test(size=(60, 20)) as pilot:
        await opened(pilot, table)
        await pilot.press("1", "1", "plus", "minus", "minus", "s")
        assert "4:00  gesprek loopt" in seen(app)
        seconds.now += 61
        await pilot.press("down", "down", "pagedown", "f1", "escape")
        assert app.screen.query_one(Body).scroll_y > 0
        await pilot.until(lambda: _shown(app) == "2:59")
        await pilot.press("right")
        assert _shown(app) == "5:00"  # every conversation begins with the whole time
        assert "tijd voor het gesprek" in seen(app)
        await pilot.press("plus", "left", "escape", "enter")
        assert _shown(app) == "2:59"
        seconds.now += 179
        app.screen.query_one(TalkTimer).show()
        await pilot.pause()
        assert "De tijd is om." in seen(app)
        assert table.wave() == table.wave()
        assert "countdown" not in str(table.wave())


async def test_it_works_by_mouse(tmp_path, real, seconds, monkeypatch):
    table = Table(tmp_path, real)
    async with (app := table.app(seconds)).run_test(size=(100, 30)) as pilot:
        await opened(pilot, table)
        await pilot.press("1", "1")
        for button, shown in (("more", "6:00"), ("less", "5:00"), ("start", "5:00")):
            await pilot.click(f"#{button}")
            assert _shown(app) == shown
        assert str(app.screen.query_one("#start", Button).label) == "stop"
        await pilot.press("s")
        monkeypatch.setattr(app.screen.query_one("#time"), "update", pytest.fail)
        app.screen.query_one(TalkTimer).show()  # while nothing changes there is nothing to paint


def _shown(app) -> str:
    return app.screen.query_one(TalkTimer).query_one(Digits).value

"""How the start screen and a result look: two pictures, so that a change of look is seen."""

from results_help import GOOD, POOR, finished, half_way

from pilot import Person
from samenspel.tui.selftest.result import ResultScreen


def test_start(app_for, store, small, snap_compare):
    half_way(store, small)
    assert snap_compare(app_for(), terminal_size=(80, 24), run_before=Person.pause)


def test_result(app_for, store, small, snap_compare):
    finished(store, small, GOOD)
    selftest = finished(store, small, POOR, days=90)
    app = app_for()

    async def open_result(pilot) -> None:
        await app.push_screen(ResultScreen(selftest))
        await pilot.pause()

    assert snap_compare(app, terminal_size=(120, 40), run_before=open_result)

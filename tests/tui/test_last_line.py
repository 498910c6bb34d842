"""What the terminal says in one line when the app has stopped: what was kept, and how to come back."""

import pytest
from results_help import GOOD, finished, half_way
from walker import MOMENT

from samenspel.storage import StorageError
from samenspel.tui import navigation as to


@pytest.mark.parametrize(
    ("made", "said"),
    [
        (lambda _store, _small: None, "Er is nog niets bewaard."),
        (half_way, "Bewaard: uw zelftest is nog open. Start samenspel en kies ‘Verder waar u was’."),
        (lambda store, small: finished(store, small, GOOD), "Bewaard: uw uitslag. Start samenspel en kies ‘Mijn"),
    ],
)
async def test_the_last_line_says_what_was_kept(app_for, store, small, made, said):
    made(store, small)
    app = app_for()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("ctrl+q")
    line = app.last_line()
    assert line.startswith(said)
    assert len(line) <= 80, "one line of any terminal"
    assert "\n" not in line


async def test_the_last_line_says_what_was_not_kept(app_for, store, small, monkeypatch):
    selftest = store.create(small, half_way(store, small).response, at="open:toe-goed", now=MOMENT)

    def full(*_what):
        raise StorageError("De schijf is vol.")

    app = app_for()
    async with app.run_test(size=(80, 24)) as pilot:
        app.navigator.open(to.OpenSelfTest(selftest))
        await pilot.press(*"Geheim")
        monkeypatch.setattr(store, "update", full)
        await pilot.press("ctrl+q", "ctrl+q")
    assert app.last_line().startswith("Het laatste is niet bewaard, de rest wel.")

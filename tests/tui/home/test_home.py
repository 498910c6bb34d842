"""The start screen: painted before the store is read, every door opens, thousands of self-tests are no burden."""

import threading

import pytest
from results_help import GOOD, finished, half_way

from samenspel.storage import inventory
from samenspel.storage.selftests import SelfTest, SelfTests


async def test_without_self_tests_nothing_is_read_or_made(app_for, seen, store):
    app = app_for()
    async with app.run_test() as pilot:
        await pilot.pause()
        assert "Nog geen zelftest gedaan" in seen(app)
        assert "Verder" not in seen(app)
    assert not store.folder.exists()


async def test_it_is_painted_before_the_store_answers(app_for, seen, store, monkeypatch):
    answers = threading.Event()
    ids = store.ids

    def slow() -> list[str]:
        assert answers.wait(30)
        return ids()

    monkeypatch.setattr(store, "ids", slow)
    app = app_for()
    async with app.run_test() as pilot:
        await pilot.glance()
        assert "Zelftest doen" in seen(app)
        answers.set()
        await pilot.pause()


async def test_ten_thousand_self_tests(app_for, seen, store, small, monkeypatch):
    first = finished(store, small, GOOD)
    content = next(path for path in inventory.files(store.folder) if path.stem == first.id).read_bytes()
    folder = store.folder / "zelftests"
    for number in range(9_999):
        (folder / f"20250101-{number:06}-aaaa.json").write_bytes(content)
    reads = []
    read = SelfTests.read

    def counting(self: SelfTests, selftest_id: str) -> SelfTest:
        reads.append(selftest_id)
        return read(self, selftest_id)

    monkeypatch.setattr(SelfTests, "read", counting)
    app = app_for()
    async with app.run_test() as pilot:
        await pilot.pause()
        assert "10.000 zelftests" in seen(app)
        assert len(reads) <= 20
        await pilot.press("4")
        assert "10.000 zelftests" in seen(app)
        assert "5 januari 2026, 9:05" in seen(app)
        assert len(reads) <= 20 + 2 * 50


@pytest.mark.parametrize("keys", [["v"], ["enter"]])
async def test_going_on_at_the_very_statement(app_for, seen, store, small, keys):
    finished(store, small, GOOD, days=1)
    half_way(store, small, days=2)
    half_way(store, small, days=3)
    app = app_for()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "Zelftest van 8 januari 2026, 9:05. Meer open zelftests" in seen(app)
        await pilot.resize_terminal(60, 20)
        lines = seen(app).split("\n")
        place = next(number for number, line in enumerate(lines) if "Zelftest van" in line)
        first, second = lines[place : place + 2]
        assert first.index("Zelftest van") == len(second) - len(second.lstrip())  # a line goes on below its own words
        assert second.endswith("Mijn uitslagen.")
        await pilot.press(*keys)
        assert "rol-ander" in seen(app)


async def test_going_on_by_mouse(app_for, seen, store, small):
    half_way(store, small)
    app = app_for()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "terug" not in seen(app)
        await pilot.click("Menu", offset=(10, 0))
        assert "rol-ander" in seen(app)


async def test_doors_by_digit_and_by_arrow(app_for, seen):
    app = app_for()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("1")
        assert type(app.screen).__name__ == "WelcomeScreen"
        await pilot.press("escape", "down", "down", "down", "enter")
        assert "U hebt nog geen zelftest gedaan" in seen(app)
        assert "enter kiezen" not in seen(app)
        await pilot.press("escape", "5")
        assert "Er is nog niets bewaard" in seen(app)
        await pilot.press("escape")
        theme = app.theme
        await pilot.press("7")
        assert app.theme != theme
        assert "Nu: licht" in seen(app)
        await pilot.press("8")
    assert not app.is_running


async def test_the_place_is_seen_without_colour(app_for, seen):
    app = app_for()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "▸ 1  Zelftest doen" in seen(app)
        await pilot.press("down")
        assert "▸ 2  Samen vergelijken" in seen(app)
        assert "▸ 1" not in seen(app)


async def test_an_unreadable_file_is_named(app_for, seen, store, small):
    half_way(store, small)
    (store.folder / "zelftests" / "20260101-090000-aaaa.json").write_text("kapot [/]")
    app = app_for()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "‘20260101-090000-aaaa’ is beschadigd" in seen(app)
        assert "Verder waar u was" in seen(app)
        assert "2 van 6" not in seen(app)  # of how many tells the party: not where a beamer may show it


async def test_a_data_folder_that_is_a_file(app_for, seen, store):
    store.folder.write_text("in de weg")
    app = app_for()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "samenspel kan niet bij de map" in seen(app)
        assert "Zelftest doen" in seen(app)


async def test_help_and_leaving(app_for, seen):
    app = app_for()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("escape", "f1")
        assert "Dit is het begin" in seen(app)
        await pilot.press("escape", "q")
    assert not app.is_running

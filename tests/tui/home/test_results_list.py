"""*Mijn uitslagen*: newest first, read in batches, opened, gone on with, and erased only after a yes."""

from results_help import GOOD, POOR, finished, half_way

from samenspel.tui.selftest.result import ResultScreen
from samenspel.tui.widgets.menu import Menu


async def test_newest_first_with_form_and_state(app_for, seen, store, small):
    finished(store, small, GOOD, form="kort")
    half_way(store, small, days=3)
    app = app_for()
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.press("4")
        text = seen(app)
        assert "2 zelftests, de nieuwste eerst." in text
        assert text.index("8 januari 2026") < text.index("nog niet af: 2 van 6 beantwoord · volledige vorm")
        assert text.index("nog niet af") < text.index("5 januari 2026") < text.index("af · korte vorm")


async def test_enter_opens_a_result_or_goes_on(app_for, seen, store, small):
    finished(store, small, GOOD)
    half_way(store, small, days=3)
    app = app_for()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("4", "down", "enter")
        assert isinstance(app.screen, ResultScreen)
        await pilot.press("escape", "up", "enter")
        assert "rol-ander" in seen(app)


async def test_a_long_list_is_read_as_one_goes_down(app_for, seen, store, small):
    for day in range(120):
        half_way(store, small, days=day)
    app = app_for()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("4")
        menu = app.screen.query_one(Menu)
        assert menu.option_count == 50
        await pilot.press("end")
        assert menu.option_count == 100
        await pilot.press("end", "end")
        assert menu.option_count == 120
        assert "5 januari 2026" in seen(app)


async def test_erasing_asks_and_no_is_the_default(app_for, seen, store, small):
    finished(store, small, GOOD)
    kept = finished(store, small, POOR, days=1)
    app = app_for()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("4", "down", "w")
        assert "De zelftest van 5 januari 2026, 9:05 wissen?" in seen(app)
        assert "antwoorden die u aan een groep gaf, blijven bestaan" in " ".join(seen(app).replace("│", " ").split())
        await pilot.press("enter")
        assert len(store.ids()) == 2
        await pilot.press("w", "escape", "w", "n")
        assert len(store.ids()) == 2
        await pilot.press("w", "j")
        assert store.ids() == [kept.id]
        assert "1 zelftest, de nieuwste eerst." in seen(app)
        await pilot.press("w", "2")
        assert store.ids() == []
        assert "U hebt nog geen zelftest gedaan" in seen(app)
        assert "wissen" not in seen(app).splitlines()[-1]


async def test_erasing_what_another_window_erased(app_for, seen, store, small):
    gone = finished(store, small, GOOD)
    app = app_for()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("4", "w")
        store.delete(gone.id)
        await pilot.press("j")
        assert "Dat lukte niet" in seen(app)
        await pilot.press("enter")
        assert "U hebt nog geen zelftest gedaan" in seen(app)


async def test_a_self_test_whose_questionnaire_is_gone(app_for, seen, store, small):
    made = finished(store, small, GOOD)
    for snapshot in store.snapshots.iterdir():
        snapshot.unlink()
    app = app_for()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("4")
        assert "af · volledige vorm" in seen(app)
        await pilot.press("enter")
        assert "De vragenlijst van deze zelftest" in seen(app)
        await pilot.press("enter")
        assert "Mijn uitslagen" in seen(app)
        assert store.ids() == [made.id]
        await pilot.pause()

"""*Mijn gegevens*: every file with what is in it; erasing reaches what it says, and nothing more."""

import re

from results_help import GOOD, finished, half_way

from samenspel.storage import inventory


async def test_every_file_with_what_is_in_it(app_for, seen, store, small):
    finished(store, small, GOOD)
    half_way(store, small, days=2)
    (store.folder / "zelftests" / "20250101-090000-aaaa.json").write_text("kapot")
    list(store.newest())
    app = app_for()
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.press("5")
        text = seen(app)
        for _nth in range(4):  # down to the last
            await pilot.press("down")
            text += seen(app)
        folded = " ".join(re.sub("[▁-█]", " ", text).split())  # without the scroll bar
        assert "5 bestanden:" in folded
        assert "Zelftest van 7 januari 2026, 9:05" in folded
        held = "3 vragen over uw werk, 2 stellingen, 1 toelichting en 2 kenniskaarten"
        assert f"nog niet af: 2 van 6 beantwoord · volledige vorm · {held}" in folded
        assert "6 stellingen, 1 toelichting en 2 kenniskaarten" in folded
        assert "Hulpbestand: .samenspel.lock" in folded
        assert str(store.folder)[-20:] in text.replace("\n", "").replace(" ", "")


async def test_the_colours_that_were_chosen_are_told(app_for, seen):
    app = app_for()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f3", "5")
        assert "Voorkeuren" in seen(app)
        assert "De kleuren en de vragenlijst die u koos. Er staat verder niets van u in." in seen(app)
        assert "x alles wissen" not in seen(app)


async def test_a_file_says_where_it_stands(app_for, seen, store, small):
    made = finished(store, small, GOOD)
    app = app_for()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("5", "enter")
        folded = "".join(seen(app).split()).replace("│", "")
        assert f"zelftests/{made.id}.json" in folded


async def test_erasing_one_says_what_it_cannot_reach(app_for, seen, store, small):
    kept = finished(store, small, GOOD)
    gone = finished(store, small, GOOD, days=1)
    app = app_for()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("5", "w")
        assert "antwoorden die u aan een groep gaf, blijven bestaan" in " ".join(seen(app).replace("│", " ").split())
        await pilot.press("enter")
        assert store.ids() == [gone.id, kept.id]
        await pilot.press("w", "j")
        assert store.ids() == [kept.id]
        assert "Zelftest van 6 januari" not in seen(app)


async def test_what_was_set_aside_can_be_erased(app_for, seen, store, small):
    finished(store, small, GOOD)
    (store.folder / "zelftests" / "20250101-090000-aaaa.json").write_text("kapot")
    list(store.newest())
    app = app_for()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("5", "down")
        assert "▸ Onleesbaar: 20250101-090000-aaaa" in seen(app)
        await pilot.press("w", "j")
        assert "onleesbaar" not in " ".join(path.name for path in inventory.files(store.folder))
        assert len(store.ids()) == 1


async def test_what_a_kill_left_of_a_self_test_may_hold_answers(app_for, seen, store):
    (store.folder / "zelftests").mkdir(parents=True)
    (store.folder / "zelftests" / ".20250101-090000-aaaa.json.0123abcd.tmp").write_text("half")
    app = app_for()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("5")
        assert "Rest van wat werd onderbroken. Er kunnen antwoorden in staan." in seen(app)
        await pilot.press("w", "j")
        assert not list((store.folder / "zelftests").iterdir())


async def test_a_questionnaire_is_nothing_to_erase(app_for, seen, store, small):
    finished(store, small, GOOD)
    app = app_for()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("5", "down")
        assert "▸ Vragenlijst" in seen(app)
        assert "w wissen" not in seen(app)
        before = inventory.files(store.folder)
        await pilot.press("w")
        assert "wissen?" not in seen(app)
        assert inventory.files(store.folder) == before


async def test_erasing_all_asks_twice(app_for, seen, store, small):
    finished(store, small, GOOD)
    half_way(store, small, days=2)
    (store.folder / "zelftests" / "20250101-090000-aaaa.json").write_text("kapot")
    list(store.newest())
    app = app_for()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("5", "x", "j", "enter")
        assert len(store.ids()) == 2
        await pilot.press("x", "n")
        assert len(store.ids()) == 2
        await pilot.press("x", "j", "j")
        assert store.ids() == []
        assert not list((store.folder / "zelftests").iterdir())
        assert "x alles wissen" not in seen(app)

"""The app itself: start, colours, menu, stopping, a terminal that is too small, and what cannot be opened."""

import re

import pytest
from results_help import GOOD, finished
from walker import MOMENT, session_of

from samenspel.response import Response
from samenspel.storage import StorageError, inventory
from samenspel.tui import themes
from samenspel.tui.home.home import HomeScreen
from samenspel.tui.kit.dialogs import DialogScreen
from samenspel.tui.kit.too_small import TooSmallScreen
from samenspel.tui.navigation import OpenSelfTest
from samenspel.tui.selftest.opening import WelcomeScreen
from samenspel.tui.selftest.result import ResultScreen

ENGLISH = re.compile(
    r"\b(the|theme|quit|keys|save|screenshot|focus|search|press|show|hide|commands|palette|maximize|copy|next|"
    r"previous|back|close|cancel|yes|scroll|select|found)\b",
    re.IGNORECASE,
)


async def test_starts_at_home(app_for):
    app = app_for()
    async with app.run_test() as pilot:
        await pilot.pause()
        assert isinstance(app.screen, HomeScreen)


async def test_can_start_in_the_self_test_with_home_below(app_for):
    app = app_for(start="selftest")
    async with app.run_test() as pilot:
        await pilot.pause()
        assert isinstance(app.screen, WelcomeScreen)
        await pilot.press("escape")
        assert isinstance(app.screen, HomeScreen)


async def test_looking_around_stores_nothing(app_for, store):
    async with app_for(start="selftest").run_test() as pilot:
        await pilot.press("f1", "escape", "enter", "escape")
    assert inventory.files(store.folder) == []


async def test_a_form_chosen_beforehand_is_marked_and_enter_takes_it(app_for, seen, store):
    app = app_for(start="selftest", form="kort")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert re.search(r"▸ ◆ 2 +kort.*✓", seen(app))
        await pilot.press("enter")
    assert store.read(store.ids()[0]).response.form == "kort"


async def test_a_key_goes_round_all_colours(app_for):
    app = app_for()
    async with app.run_test() as pilot:
        found = []
        for _ in themes.NAMES:
            found.append(app.theme)
            await pilot.press("f3")
        assert found == list(themes.NAMES)
        assert app.theme == themes.DARK


async def test_the_colours_are_remembered(app_for, store):
    async with app_for().run_test() as pilot:
        await pilot.press("f3")
    assert app_for().theme == themes.LIGHT
    assert [path.name for path in inventory.files(store.folder)] == ["voorkeuren.json"]


@pytest.mark.parametrize("content", [b"", b"kapot", b"[]", b'{"kleuren": 3}', b'{"kleuren": "paars"}', b"\xff" * 9])
async def test_preferences_that_cannot_be_read_cost_nothing(app_for, store, content):
    store.folder.mkdir()
    (store.folder / "voorkeuren.json").write_bytes(content)
    async with app_for().run_test() as pilot:
        assert pilot.app.theme == themes.DARK
        await pilot.press("f3")
    assert app_for().theme == themes.LIGHT


async def test_preferences_that_cannot_be_written_cost_nothing(app_for, seen, store):
    store.folder.write_text("in de weg")
    app = app_for()
    async with app.run_test() as pilot:
        await pilot.press("f3", "7")
        assert app.theme == themes.HIGH_CONTRAST
        assert "lukte niet" not in seen(app)


async def test_the_menu_writes_abbreviations_as_they_are(app_for, seen, store, small):
    app = app_for()
    async with app.run_test(size=(120, 40)) as pilot:
        await app.push_screen(ResultScreen(finished(store, small, GOOD)))
        await pilot.press("f2")
        assert "PDF" in seen(app)
        assert "Webpagina (HTML)" in seen(app)
        assert "andere kleuren (met F3 krijgt u de volgende)" in seen(app)


@pytest.mark.parametrize("theme", list(themes.NAMES))
async def test_every_colour_scheme_can_show_the_walk(app_for, seen, theme):
    app = app_for(start="selftest")
    async with app.run_test(size=(80, 24)) as pilot:
        app.theme = theme
        await pilot.press("1", "1", "1", "1", "1", "1", "t")
        assert "Toelichting" in seen(app)


async def test_the_menu_is_dutch(app_for, seen):
    app = app_for(start="selftest")
    async with app.run_test(size=(100, 60)) as pilot:
        await pilot.press("1", "f2")
        text = seen(app)
        assert "Wat wilt u doen?" in text
        assert "Kleuren: hoog contrast" in text
        assert "Afsluiten" in text
        assert ENGLISH.findall(text) == []


async def test_the_menu_says_in_dutch_that_nothing_matches(app_for, seen):
    app = app_for()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f2", *"xyzq")
        assert "Niets gevonden" in seen(app)


async def test_the_menu_changes_the_colours(app_for):
    app = app_for()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f2", *"licht")
        await pilot.press("down", "enter")
        assert app.theme == themes.LIGHT


async def test_ctrl_c_says_how_to_stop(app_for, seen):
    app = app_for()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("ctrl+c")
        assert "ctrl+q" in seen(app)
        assert ENGLISH.findall(seen(app)) == []


async def test_ctrl_q_stops(app_for):
    app = app_for()
    async with app.run_test() as pilot:
        await pilot.press("ctrl+q")
    assert app.return_code == 0


async def test_ctrl_q_keeps_what_is_being_typed(app_for, store):
    async with app_for(start="selftest").run_test(size=(80, 24)) as pilot:
        await pilot.press("1", "1", "3", *"Oost", "ctrl+q")
    assert store.latest(finished=False).response.area == "Oost"


async def test_f1_explains_every_screen_and_its_keys(app_for, seen):
    app = app_for(start="selftest")
    async with app.run_test(size=(80, 40)) as pilot:
        await pilot.press("f1")
        assert "Uitleg" in seen(app)
        assert "volledige of de korte" in seen(app)
        assert "F2" in seen(app)
        await pilot.press("f1")
        assert isinstance(app.screen, WelcomeScreen)


@pytest.mark.parametrize("size", [(49, 24), (80, 14), (20, 5)])
async def test_too_small_says_so_and_loses_nothing(app_for, store, seen, size):
    app = app_for(start="selftest")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("1", "1", "1", "1", "1", "enter", "4")
        before = session_of(pilot).step
        await pilot.resize_terminal(*size)
        assert isinstance(app.screen, TooSmallScreen)
        assert "te klein" in " ".join(seen(app).split())
        await pilot.press("5", "escape")
        await pilot.resize_terminal(60, 20)
        assert session_of(pilot).step == before
        assert store.latest(finished=False).response.answers == {"rol-eigen": 4}


async def test_a_terminal_too_small_from_the_start(app_for, seen):
    app = app_for()
    async with app.run_test(size=(30, 8)) as pilot:
        await pilot.pause()
        assert isinstance(app.screen, TooSmallScreen)
        await pilot.resize_terminal(80, 24)
        assert isinstance(app.screen, HomeScreen)


async def test_resumes_at_the_very_step(app_for, store, small, seen):
    selftest = store.create(small, Response(party="bakker"), at="item:rel-kennen", now=MOMENT)
    app = app_for()
    async with app.run_test(size=(80, 24)) as pilot:
        app.navigator.open(OpenSelfTest(selftest))
        await pilot.pause()
        assert session_of(pilot).step.key == "item:rel-kennen"
        assert "Dit is stelling rel-kennen over de slagers." in seen(app)


async def test_a_self_test_that_cannot_be_opened_is_said(app_for, store, small, seen, monkeypatch):
    def gone(_selftest):
        raise StorageError("De map [/] is weg.")

    selftest = store.create(small, Response(), at="party", now=MOMENT)
    monkeypatch.setattr(store, "questionnaire", gone)
    app = app_for()
    async with app.run_test(size=(80, 24)) as pilot:
        app.navigator.open(OpenSelfTest(selftest))
        await pilot.pause()
        assert isinstance(app.screen, DialogScreen)
        assert "De map [/] is weg." in seen(app)
        await pilot.press("enter")
        assert isinstance(app.screen, HomeScreen)


async def test_room_again_under_a_window_that_came_while_it_was_too_small(app_for):
    app = app_for()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.resize_terminal(40, 10)
        app.navigator.show_problem("De schijf is vol.")
        await pilot.pause()
        await pilot.resize_terminal(80, 24)
        await pilot.press("enter")
        assert isinstance(app.screen, HomeScreen)


@pytest.mark.parametrize("theme", list(themes.NAMES))
async def test_what_the_menu_explains_is_not_dimmed(app_for, theme):
    app = app_for()
    async with app.run_test(size=(80, 24)) as pilot:
        app.theme = theme
        await pilot.press("f2", "down")
        drawn = [segment for strip in app.screen._compositor.render_strips(app.size) for segment in strip]
        styles = {segment.text.strip(): segment.style for segment in drawn}
        assert not styles["toets: q"].dim
        assert styles["toets: q"].color == styles["Stoppen"].color

"""Every step by keys and by mouse: what is stored, what is said, where one goes."""

import re

import pytest
from textual import events
from textual.widgets import TextArea
from walker import MOMENT, session_of

from pilot import pasted
from samenspel.hygiene import NOTE_LIMIT
from samenspel.response import Response
from samenspel.tui.home.home import HomeScreen
from samenspel.tui.kit.dialogs import DialogScreen
from samenspel.tui.navigation import OpenSelfTest
from samenspel.tui.selftest.overview import OverviewScreen
from samenspel.tui.selftest.statement import NoteScreen, StatementScreen
from samenspel.tui.widgets.choices import ChoiceLine
from samenspel.tui.widgets.fields import Tick

HOSTILE = "[/] [bold]x <b>&amp;</b> <img src=/etc/passwd> \x1b[31m =1+1 {ander} \u202e 😀"
CLEAN = "[/] [bold]x <b>&amp;</b> <img src=/etc/passwd> [31m =1+1 {ander} 😀"


@pytest.fixture
def at(app_for, store, small):
    """``at("item:rol-eigen", Response(…))``: an app that opens a stored self-test at that step."""

    def make(step, response=None):
        app = app_for()
        selftest = store.create(small, response or Response(party="bakker"), at=step, now=MOMENT)
        app.call_later(app.navigator.open, OpenSelfTest(selftest))
        return app

    return make


def stored(store) -> Response:
    return store.read(store.ids()[0]).response


async def test_a_digit_answers_saves_and_moves_on(at, store, seen):
    app = at("item:rol-eigen")
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.press("4")
        assert stored(store).answers == {"rol-eigen": 4}
        assert session_of(pilot).step.id == "rol-brood"
        assert "vorige: 4 · bewaard ✓" in seen(app)
        await pilot.press("left")
        assert re.search(r"◆ 4", seen(app))
        assert "eens ✓" in seen(app)
        assert "bewaard ✓" in seen(app)


async def test_nothing_is_marked_before_an_answer(at, seen):
    app = at("item:rol-eigen")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "◆" not in seen(app)
        assert "✓" not in seen(app)


async def test_arrows_and_enter_answer(at, store):
    async with at("item:rol-eigen").run_test(size=(60, 20)) as pilot:
        await pilot.press("down", "down", "down", "enter")
    assert stored(store).answers == {"rol-eigen": 3}


async def test_up_begins_at_the_last_answer(at, store):
    async with at("item:rol-eigen").run_test(size=(80, 24)) as pilot:
        await pilot.press("up", "enter")
    assert stored(store).answers == {"rol-eigen": 5}


@pytest.mark.parametrize("key", ["enter", "space"])
@pytest.mark.parametrize(
    "step", ["party", "area", "experience", "meeting", "item:rol-ander", "card:kennis-brood", "review"]
)
async def test_enter_by_itself_answers_nothing_and_says_what_to_do(at, store, seen, step, key):
    answers = dict.fromkeys(("rol-eigen", "rol-brood", "rol-ander", "rel-overleg", "rel-kennen", "rel-lastig"), 3)
    response = Response() if step == "party" else Response(party="bakker", answers=answers if step == "review" else {})
    app = at(step, response)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.pause()
        assert "▸" not in seen(app)
        await pilot.press(key, key)
        assert "Kies eerst: een cijfer, of ↑ en ↓ en dan Enter." in seen(app)
        assert ("Leeg laten mag, met →." in seen(app)) == (step == "area")
        assert session_of(pilot).step.key == step
        await pilot.press("1")
        assert "Kies eerst" not in seen(app)
    if step != "review":
        assert stored(store) != response
    assert (store.read(store.ids()[0]).finished is None) == (step != "review")


async def test_the_arrows_begin_at_the_answer_given(at, store, seen):
    app = at("item:rol-eigen", Response(party="bakker", answers={"rol-eigen": 4}))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "▸ ◆ 4" in seen(app)
        await pilot.press("up", "enter")
    assert stored(store).answers == {"rol-eigen": 3}


async def test_enter_twice_after_a_card_leaves_the_next_card_open(at, store):
    async with at("card:kennis-brood").run_test(size=(80, 24)) as pilot:
        await pilot.press("1", "enter", "enter")
        assert session_of(pilot).step.id == "kennis-klant"
    assert stored(store).knowledge == {"kennis-brood": "bakker"}


async def test_only_the_first_card_says_that_the_first_answer_counts(at, seen):
    app = at("card:kennis-brood")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "Uw eerste antwoord telt." in seen(app)
        await pilot.press("right")
        assert "Uw eerste antwoord telt." not in seen(app)


async def test_filling_a_gap_does_not_lead_into_an_answer(at, store):
    answers = {"rol-eigen": 2, "rol-ander": 4, "rel-overleg": 4, "rel-kennen": 3, "rel-lastig": 5}
    cards = {"kennis-brood": "bakker", "kennis-klant": "bakker"}
    response = Response(party="bakker", experience="nog-niet", meeting="ja", answers=answers, knowledge=cards)
    async with at("review", response).run_test(size=(80, 24)) as pilot:
        await pilot.press("2", "1", "1")
        assert type(pilot.app.screen).__name__ == "ResultScreen"
    assert stored(store).answers == answers | {"rol-brood": 1}


async def test_a_click_answers(at, store):
    app = at("item:rol-ander")
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.pause()
        choice = next(choice for choice in app.screen.query(ChoiceLine) if choice.option.value == "0")
        await pilot.click(choice)
    assert stored(store).answers == {"rol-ander": 0}


async def test_a_key_below_can_be_clicked(at, seen):
    app = at("item:rol-eigen")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        line = seen(app).split("\n")
        row = next(row for row, text in enumerate(line) if "t toelichting" in text)
        await pilot.click(offset=(line[row].index("toelichting"), row))
        assert isinstance(app.screen, NoteScreen)


async def test_zero_only_where_it_is_offered(at, store, seen):
    app = at("item:rol-eigen")
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("0")
        assert "0 weet ik niet" not in seen(app)
        assert "geen 0 kiezen. U mag hem" in " ".join(seen(app).replace("▌", "").split())
        assert stored(store).answers == {}
        await pilot.press("right", "0")
    assert stored(store).answers == {"rol-brood": 0}


async def test_the_keys_below_follow_the_number_of_answers(at, seen):
    app = at("party")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "1-3 kiezen" in seen(app)
        await pilot.press("1", "right")
        assert "1-2 kiezen" in seen(app)
        assert "0 weet ik niet" not in seen(app)
        await pilot.press("o", "end", "up", "up", "up", "up", "up", "up", "enter")
        assert "1-5 kiezen  0 weet ik niet" in seen(app)


async def test_skipping_and_going_back(at, store):
    async with at("item:rol-eigen").run_test(size=(80, 24)) as pilot:
        await pilot.press("right")
        assert session_of(pilot).step.id == "rol-brood"
        await pilot.press("left", "left")
        assert session_of(pilot).step.kind == "we"
    assert stored(store).answers == {}


async def test_stopping_goes_home_and_says_how_to_go_on(at, store, seen):
    app = at("item:rol-eigen")
    async with app.run_test(size=(60, 20), notifications=True) as pilot:
        await pilot.press("2", "escape")
        assert isinstance(app.screen, HomeScreen)
        assert "Bewaard. Met ‘Verder waar u was’ gaat u straks door." in seen(app)
        assert "enter kiezen" in seen(app)
        await pilot.press("3")
        assert "straks door" not in seen(app)
    assert store.read(store.ids()[0]).at == "item:rol-brood"


async def test_without_a_party_one_goes_no_further(at, seen):
    app = at("party", Response())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("right")
        assert "Kies eerst bij welke partij" in seen(app)
        await pilot.press("enter", "o", "end", "enter")
        assert isinstance(app.screen, DialogScreen)
        await pilot.press("escape", "2")
        assert session_of(pilot).step.kind == "area"


async def test_an_area_of_ones_own(at, store):
    async with at("area").run_test(size=(80, 24)) as pilot:
        await pilot.press("3", *"A [/] 1", "enter")
        assert session_of(pilot).step.kind == "experience"
    assert stored(store).area == "A [/] 1"


async def test_whoever_just_types_an_area_writes_it(at, store, seen):
    async with at("area").run_test(size=(80, 24)) as pilot:
        assert "typ hier uw gebied, dan Enter; leeg laten mag" in seen(pilot.app)
        assert "F4 overzicht" in seen(pilot.app)
        await pilot.press(*"oost 2", "enter")
        assert session_of(pilot).step.kind == "experience"
    assert stored(store).area == "oost 2"


async def test_an_area_that_is_too_long_stays_to_be_mended(at, store, seen):
    app = at("area")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("3", pasted("a" * 81), "enter")
        assert "te lang" in seen(app)
        await pilot.press("escape", "backspace", "enter")
    assert stored(store).area == "a" * 80


async def test_a_note_is_shown_as_text(at, store, seen):
    app = at("item:rol-eigen")
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.press("t")
        app.post_message(events.Paste(HOSTILE))
        await pilot.pause()
        assert "\x1b" not in seen(app)
        await pilot.press("f8")
        assert isinstance(app.screen, StatementScreen)
        assert "toelichting: ‘[/] [bold]x" in seen(app)
        assert "bewaard ✓" in seen(app)
        await pilot.press("o")
        assert "(toelichting)" in seen(app)
    assert stored(store).notes == {"rol-eigen": CLEAN}


async def test_an_unchanged_note_closes_at_once(at, seen):
    app = at("item:rol-eigen")
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.press("t")
        assert "Schrijf geen namen op, ook niet van collega's." in seen(app)
        await pilot.press("escape")
        assert isinstance(app.screen, StatementScreen)


@pytest.mark.parametrize(("choice", "expected"), [("1", {"rol-eigen": "ja"}), ("2", {}), ("3", {})])
async def test_a_changed_note_asks_before_it_closes(at, store, seen, choice, expected):
    app = at("item:rol-eigen")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("t", *"ja", "escape")
        assert "Wat wilt u doen?" in seen(app)
        await pilot.press(choice)
        assert isinstance(app.screen, NoteScreen if choice == "3" else StatementScreen)
        assert stored(store).notes == expected


async def test_a_note_that_is_too_long_is_kept_on_the_screen(at, store, seen):
    app = at("item:rol-eigen")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("t")
        app.screen.query_one(TextArea).load_text("x" * 20_000)
        await pilot.press("f8")
        assert "te lang: 20000 tekens" in seen(app)
        await pilot.press("enter")
        assert isinstance(app.screen, NoteScreen)
        app.screen.query_one(TextArea).load_text("x" * NOTE_LIMIT)
        await pilot.press("f8")
    assert stored(store).notes == {"rol-eigen": "x" * NOTE_LIMIT}


async def test_the_note_window_works_by_mouse(at, store):
    app = at("item:rol-eigen")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("t", *"ja")
        await pilot.click("#save")
        assert isinstance(app.screen, StatementScreen)
    assert stored(store).notes == {"rol-eigen": "ja"}


async def test_the_overview_shows_states_and_jumps(at, seen):
    app = at("item:rol-ander", Response(party="bakker", answers={"rol-eigen": 2}))
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.press("o")
        assert isinstance(app.screen, OverviewScreen)
        assert "enter ernaartoe" in seen(app)
        assert "1 van 6 stellingen beantwoord" in seen(app)
        assert re.search(r"✓ 1\. .*\[2\]", seen(app))
        assert "○ 2." in seen(app)
        await pilot.press("down", "enter")
        assert session_of(pilot).step.id == "rel-overleg"
        await pilot.press("o", "escape")
        assert session_of(pilot).step.id == "rel-overleg"
        await pilot.press("o", "pageup", "pageup", "enter")  # above all stands a heading, where Enter would do nothing
        assert session_of(pilot).step.key == session_of(pilot).steps()[0].key


@pytest.mark.parametrize(
    ("digit", "said"),
    [
        ("1", "✓ Goed: bakker."),
        ("2", "✗ Niet goed. Volgens deze vragenlijst is het antwoord: bakker. Bij u kan het anders zijn."),
        ("4", "Volgens deze vragenlijst is het antwoord: bakker. Bij u kan het anders zijn."),
    ],
)
async def test_a_card_says_at_once_what_is_right_and_why(at, store, seen, digit, said):
    app = at("card:kennis-brood")
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.press(digit)
        assert said in " ".join(seen(app).split())
        assert ("Niet goed" in seen(app)) == (digit == "2")
        assert "De bakker bakt brood." in seen(app)
        first = stored(store).knowledge
        await pilot.press("3", "1")
        assert stored(store).knowledge == first
        await pilot.press("enter")
        assert session_of(pilot).step.id == "kennis-klant"
        assert "Goed" not in seen(app)


async def test_a_card_may_be_skipped(at, store):
    async with at("card:kennis-brood").run_test(size=(80, 24)) as pilot:
        await pilot.press("right", "3")
        assert stored(store).knowledge == {"kennis-klant": "allebei"}


async def test_an_open_answer_is_saved_on_leaving(at, store):
    async with at("open:toe-goed").run_test(size=(60, 20)) as pilot:
        await pilot.press(*"Top", "enter", *"[/]", "f8")
        assert session_of(pilot).step.id == "toe-activiteiten"
    assert stored(store).open == {"toe-goed": "Top\n[/]"}
    assert stored(store).shared == ()


@pytest.mark.parametrize("way", ["ctrl+s", "f7", "f4", "escape", "ctrl+q"])
async def test_every_way_out_keeps_the_open_answer(at, store, way):
    async with at("open:toe-goed").run_test(size=(80, 24)) as pilot:
        await pilot.press(*"ja", way)
    assert stored(store).open == {"toe-goed": "ja"}


async def test_an_open_answer_saves_itself_after_a_pause(at, store, seen, monkeypatch):
    monkeypatch.setattr("samenspel.tui.selftest.open.PAUSE", 0.01)
    app = at("open:toe-goed")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*"ja")
        await pilot.until(lambda: "bewaard ✓" in seen(app))
        assert stored(store).open == {"toe-goed": "ja"}


async def test_alone_nothing_is_asked_of_sharing(at, store, seen):
    app = at("open:toe-goed")
    async with app.run_test(size=(60, 20)) as pilot:
        for key in (*"ja", "f6", "f8", "f6", "f8"):
            await pilot.press(key)
            assert "groep" not in seen(app)
        assert session_of(pilot).step.kind == "review"
    assert stored(store).shared == ()


async def test_an_answer_that_is_too_long_stays(at, store, seen):
    app = at("open:toe-goed")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        app.screen.query_one(TextArea).load_text("y" * 3000)
        await pilot.pause()
        await pilot.press("f8")
        assert "te lang: 3000" in seen(app)
        await pilot.press("enter")
        assert session_of(pilot).step.id == "toe-goed"
        assert "niet bewaard" in seen(app)
        assert app.screen.query_one(TextArea).text == "y" * 3000
    assert stored(store).open == {}


async def test_activities_by_key_and_mouse(at, store, seen):
    app = at("open:toe-activiteiten")
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.press("2")
        assert stored(store).activities == {"anders": False}
        assert "is er iets van gebleven? nee" in seen(app)
        await pilot.press("down", "space")
        assert stored(store).activities == {"anders": True}
        await pilot.click("#done-lunch")
        assert stored(store).activities == {"anders": True, "lunch": False}
        await pilot.press("2")
        assert stored(store).activities == {"lunch": False}
        assert not app.screen.query_one("#lasted-anders", Tick).display


async def test_the_review_leads_to_what_is_open(at, seen):
    answers = {"rol-eigen": 2, "rol-brood": 3, "rol-ander": 0, "rel-overleg": 4, "rel-lastig": 5}
    app = at("review", Response(party="bakker", answers=answers))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "1 van de 6 stellingen heeft nog geen antwoord" in seen(app)
        gone_to = []
        for keys in ("21", "21", "23", "21"):  # two keys for each
            await pilot.press(keys[0])
            gone_to.append(session_of(pilot).step.key)
            await pilot.press(keys[1])
        assert gone_to == ["experience", "meeting", "item:rel-kennen", "card:kennis-brood"]
        assert "enter verder" in seen(app)
        await pilot.press("enter")
        assert session_of(pilot).step.kind == "review"
        assert "Alle 6 stellingen hebben een antwoord" in seen(app)


async def test_with_much_left_open_finishing_asks_once_more_and_then_shows_the_result(at, store, seen):
    app = at("review")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("1", "1")  # a key pressed twice is no *yes*
        assert session_of(pilot).step.kind == "review"
        await pilot.press("1")
        assert "Deze onderdelen krijgen zo geen score: Rolduidelijkheid en Relatie." in " ".join(
            seen(app).replace("│", " ").split()
        )
        await pilot.press("2")
        assert type(app.screen).__name__ == "ResultScreen"
    assert store.read(store.ids()[0]).finished == "2026-03-02T16:30:00"


async def test_the_digits_of_the_statements_stop_before_the_cards(at, store, seen):
    app = at("item:rel-lastig")
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.press(*"4441")
        assert "Nu iets anders: 2 kaarten" in seen(app)
        assert "enter naar de kaarten" in seen(app)
        assert session_of(pilot).step.kind == "cards"
        await pilot.press("enter", "1", "left")
        assert "U beantwoordde er al 1." in seen(app)
        await pilot.click("#begin")
        assert session_of(pilot).step.id == "kennis-klant"
    assert stored(store).knowledge == {"kennis-brood": "bakker"}


async def test_going_back_to_the_form_changes_it(at, store):
    async with at("party").run_test(size=(80, 24)) as pilot:
        await pilot.press("left", "2")
        assert session_of(pilot).step.kind == "party"
    assert stored(store).form == "kort"


@pytest.mark.parametrize("to", [(60, 20), (120, 40), (80, 24)])
async def test_resizing_keeps_everything(at, seen, to):
    app = at("item:rol-eigen", Response(party="bakker", answers={"rol-eigen": 2}))
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("t", *"half")
        await pilot.resize_terminal(*to)
        assert app.screen.query_one(TextArea).text == "half"
        await pilot.press("f8")
        assert app.screen.has_class("-wide") == (to[0] >= 100)
        assert "◆ 2" in seen(app)
        assert "‘half’" in seen(app)


async def test_wide_screens_put_the_five_answers_on_one_line(at, seen):
    app = at("item:rol-ander")
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        assert any(all(digit in line for digit in "12345") for line in seen(app).split("\n"))
        await pilot.resize_terminal(80, 24)
        assert not any(all(digit in line for digit in "12345") for line in seen(app).split("\n"))

"""A presentation given by keys alone, from the first page to the last, at every size."""

import re

import pytest
from msgspec.structs import replace

from samenspel.authoring import find, load
from samenspel.presenting.pages import Fits, Question, Quiz, Riddle, StudyFinding, Words
from samenspel.questionnaire.model import Team
from samenspel.storage.selftests import SelfTests
from samenspel.taal import getal
from samenspel.tui.home.home import HomeScreen
from samenspel.tui.kit.screen import Body
from samenspel.tui.presenting.block_letters import block_letters
from samenspel.tui.presenting.present import PresentScreen
from samenspel.tui.presenting.team import team

SIZES = {"60x20": (60, 20), "80x24": (80, 24), "100x30": (100, 30)}


def words(body) -> str:
    """Everything that must be read on a page."""
    match body:
        case Words():
            return " ".join((body.text, *body.points))
        case Question():
            return body.question
        case StudyFinding():
            told = (f"{one.n} van {one.of} {one.text}" for side in body.sides for one in side.tallies)
            return " ".join((body.question, body.remark, *told))
        case Fits():
            return f"{body.title} {body.what} {body.first_step}"
        case Riddle():
            return f"{body.question} {body.n} van {body.of} {body.party} {body.after}"
        case Quiz():
            return " ".join((body.question, body.task, *body.choices, body.after))
        case Team():
            return "verzonnen team. Antwoorden Scores Eerste adviezen"
    raise AssertionError(body)


def drawn(word, screen: str) -> bool:
    """Whether a word stands on a screen in block letters."""
    rows = [line.ljust(200) for line in screen.splitlines()]
    for narrow in (False, True):
        letters = block_letters(word, 99, 1, narrow=narrow) or ("\0",)
        first, *others = (line.ljust(max(map(len, letters))) for line in letters)
        for at, row in enumerate(rows):
            place = row.find(first)
            while place >= 0:
                if all(below.startswith(line, place) for below, line in zip(rows[at + 1 :], others, strict=False)):
                    return True
                place = row.find(first, place + 1)
    return False


async def to_page(pilot, kind) -> int:
    """Go to the first page of a kind."""
    show = pilot.app.screen.show_
    place = next(place for place, page in enumerate(show.deck.pages) if isinstance(page.body, kind))
    await pilot.pause()
    pilot.app.screen.action_go(place)
    await pilot.pause()
    return place


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)
async def test_the_whole_deck_can_be_read(size, app_for, real, seen):
    async with (app := app_for(real, start="presenting")).run_test(size=size) as pilot:
        await pilot.pause()
        screen = app.screen
        assert isinstance(screen, PresentScreen)
        read: dict[int, str] = {}
        for _key in range(400):
            at = screen.show_.at
            read[at] = read.get(at, "") + "\n" + seen(app)
            state = (at, screen.show_.puzzle, screen.query_one(Body).scroll_offset.y)
            await pilot.press("space")
            if state == (screen.show_.at, screen.show_.puzzle, screen.query_one(Body).scroll_offset.y):
                break
        pages = screen.show_.deck.pages
        assert len(read) == len(pages)
        for place, page in enumerate(pages):
            unread = {
                word
                for word in set(words(page.body).split()) - set(read[place].split())
                if not drawn(word, read[place])
            }
            assert not unread, (place, page.title, unread)


@pytest.mark.parametrize("size", [(80, 24), (100, 30)], ids=["80x24", "100x30"])
@pytest.mark.parametrize("name", ["samenwerking-jeugd", "school-wijkteam"])
async def test_on_a_laptop_and_a_beamer_no_page_of_ours_scrolls(name, size, app_for, seen):
    async with (app := app_for(load(find(name)), start="presenting")).run_test(size=size) as pilot:
        await pilot.pause()
        for place, page in enumerate(app.screen.show_.deck.pages):
            app.screen.action_go(place)
            await pilot.pause()
            app.screen.show_.open()
            assert app.screen.query_one(Body).max_scroll_y == 0, page.title
            assert "er is meer" not in seen(app)


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)
async def test_notes_of_every_page_fit(size, app_for, real, seen):
    async with (app := app_for(real, start="presenting")).run_test(size=size) as pilot:
        await pilot.pause()
        assert "buur praten" not in seen(app)
        await pilot.press("n")
        for slide in app.screen.show_.deck.slides:
            app.screen.action_go(slide.first)
            await pilot.pause()
            shown = set(seen(app).split())
            assert set(app.screen.show_.page.notes.split()) <= shown, slide
        await pilot.press("n")
        assert "werkbladen" not in seen(app)


async def test_the_room_guesses_and_the_score_runs(app_for, real, seen):
    async with (app := app_for(real, start="presenting")).run_test(size=(80, 24)) as pilot:
        await to_page(pilot, Riddle)  # 7 of 11
        assert "? van 11 wijkcoaches" in seen(app)
        assert "Score van de zaal" not in seen(app)
        await pilot.press("1", "2")
        assert "Er zijn 11 wijkcoaches. Typ een getal dat niet hoger is." in seen(app)
        assert app.screen.show_.guess is None
        await pilot.press("backspace", "6", "backspace", "backspace")  # nothing left to erase: it stays here
        assert "? van 11 wijkcoaches" in seen(app)
        await pilot.press("6")
        assert "niet hoger" not in seen(app)
        assert "De zaal denkt: 6" in seen(app)
        await pilot.press("backspace", "8", "enter")
        assert "7 van 11 wijkcoaches" in seen(app)
        assert "De zaal raadde 8: 2 punten." in seen(app)
        assert "Score van de zaal: 2 van 3 punten" in seen(app)
        await pilot.press("9")  # it is open: no second guess
        assert "De zaal raadde 8" in seen(app)
        here = app.screen.show_.at
        while not isinstance(app.screen.show_.puzzle, Riddle):
            await pilot.press("right")
        await pilot.press("2", "right")  # 2 of 11: a clicker opens it too
        assert "De zaal raadde 2: 3 punten." in seen(app)
        assert "Score van de zaal: 5 van 6 punten" in seen(app)
        app.screen.action_go(here)
        await pilot.pause()
        assert "De zaal raadde 8" in seen(app)


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)
async def test_a_guess_is_no_figure_until_the_figure_is_shown(size, app_for, real, seen):
    """Whoever looks up after a number was typed sees no figure, no people filled in, and no source."""
    async with (app := app_for(real, start="presenting")).run_test(size=size) as pilot:
        await to_page(pilot, Riddle)  # 7 of 11
        empty = seen(app)
        await pilot.press("9")
        typed = seen(app)
        assert "De zaal denkt: 9" in typed
        assert [line for line in typed.splitlines() if "9" in line and "denkt" not in line] == [
            line for line in empty.splitlines() if "9" in line
        ]
        assert "? van 11 wijkcoaches" in typed
        figure = [line for line in typed.splitlines() if "van 11" in line or set(line.split()) & {"▮", "██", "░░", "·"}]
        assert figure
        assert set(figure) <= set(empty.splitlines())
        assert "Kuijpers" not in typed
        await pilot.press("enter")
        told = seen(app)
        if app.screen.query_one(Body).max_scroll_y:  # the smallest screen of all
            await pilot.press("right")
            told += seen(app)
        told = " ".join(told.split())
        assert "7 van 11 wijkcoaches" in told
        assert "Kuijpers & Nijkamp (2016). Enschede, 2015-2016: 19 gesprekken" in told


async def test_a_figure_shown_without_a_guess_costs_nothing_and_scolds_nobody(app_for, real, seen):
    async with (app := app_for(real, start="presenting")).run_test(size=(80, 24)) as pilot:
        await to_page(pilot, Riddle)
        await pilot.press("space")
        assert "7 van 11 wijkcoaches" in seen(app)
        assert "raadde" not in seen(app)
        assert "punten" not in seen(app)
        while not isinstance(app.screen.show_.puzzle, Riddle):
            await pilot.press("right")
        await pilot.press("2", "enter")
        assert "Score van de zaal: 3 van 3 punten" in seen(app)


async def test_the_room_says_who_does_what(app_for, real, seen):
    async with (app := app_for(real, start="presenting")).run_test(size=(80, 24)) as pilot:
        here = await to_page(pilot, Quiz)  # 2: jongerenwerker
        assert "Bij u kan het anders zijn" not in seen(app)
        await pilot.press("4")
        assert "Typ een nummer van 1 tot en met 3." in seen(app)
        await pilot.press("1")
        assert "De zaal kiest: wijkcoach" in seen(app)
        await pilot.press("2", "enter")
        assert "De zaal koos dat ook: jongerenwerker." in seen(app)
        assert "Kaarten met hetzelfde antwoord: 1 van 1" in seen(app)
        await pilot.press("space", "3", "space")  # the next card is the wijkcoach's; a clicker opens it too
        assert "De zaal koos iets anders: allebei." in seen(app)
        assert "Volgens het onderzoek in Enschede (2016) is het antwoord: wijkcoach." in " ".join(seen(app).split())
        await pilot.press("space", "space")  # without a word of the room
        assert "Kaarten met hetzelfde antwoord: 1 van 2" in seen(app)
        assert app.screen.show_.at == here + 2
        assert app.screen.show_.board.highest == 0


async def test_the_short_programme_is_chosen_on_the_first_page(app_for, real, seen):
    async with (app := app_for(real, start="presenting")).run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        assert "van 93 min" in seen(app)
        await pilot.press("v")
        assert "gepland tot hier 2 van 20 min" in seen(app)
        titles = [slide.title for slide in app.screen.show_.deck.slides]
        assert "Wat dit onderzoek niet zegt" in titles
        await pilot.press("right", "v")  # not once it has begun
        assert app.screen.show_.deck.minutes == 20
        await pilot.press("home", "v")
        assert "gepland tot hier 5 van 93 min" in seen(app)


async def test_scores_and_advice_move_with_the_answers(app_for, real, seen):
    async with (app := app_for(real, start="presenting")).run_test(size=(100, 30)) as pilot:
        await to_page(pilot, Team)
        assert "2,6" in seen(app)
        assert "Leg vast welke informatie u mag delen" in seen(app)
        await pilot.press("0")
        assert "geen ervaring mee’ kan hier niet. Kies 1 tot en met 5." in seen(app)
        await pilot.press("5")
        assert "kan hier niet" not in seen(app)
        assert "(was 2,6)" in seen(app)
        await pilot.press("down", "down", "down", "5", "minus")
        play = app.screen.show_.play
        assert play.items[play.here].id == "org-privacy"
        assert play.response.answers["org-privacy"] == 4
        assert "Leg vast welke informatie u mag delen" not in seen(app)
        assert "(nieuw)" in seen(app)
        await pilot.press("left", "right")  # what the room changed is still there
        await to_page(pilot, Team)
        assert "(was 2,6)" in seen(app)


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)
async def test_a_score_that_moves_keeps_its_band_and_an_arrow_means_another_figure(size, app_for, real):
    async with (app := app_for(real, start="presenting")).run_test(size=size) as pilot:
        await to_page(pilot, Team)
        for _item in app.screen.show_.play.items:
            for key in "15":
                await pilot.press(key)
                play = app.screen.show_.play
                for one, before in zip(play.now.scores.dimensions, play.before.scores.dimensions, strict=True):
                    name, now, then = real.dimension(one.id).name, getal(one.score), getal(before.score)
                    arrow = "" if now == then else "↑ " if one.score > before.score else "↓ "
                    band = next(band.name for band in reversed(real.asked.bands) if one.score >= band.from_)
                    shown = "\n".join(line.plain for line in team(play, size[0] - 8))
                    assert re.search(rf"{name} +{now} {arrow} *{band}", shown), (name, shown)
            await pilot.press("down")


async def test_jump_black_and_the_ends(app_for, real, seen):
    async with (app := app_for(real, start="presenting")).run_test(size=(80, 24)) as pilot:
        await pilot.press("left")
        assert app.screen.show_.at == 0
        await pilot.press("o")
        assert "Naar welke dia?" in seen(app)
        assert "Hoeveel wijkcoaches noemen veiligheid" in seen(app)  # which figure it is that one guesses
        await pilot.press("down", "down", "enter")
        assert app.screen.show_.page.title == "Waar komen de cijfers vandaan?"
        await pilot.press("o", "2", "3", "enter")
        assert app.screen.show_.page.slide == 22
        await pilot.press("o", "2", "down", "3", "up", "enter")  # after an arrow a number begins anew
        assert app.screen.show_.page.slide == 1
        await pilot.press("o", "2", "9", "0", "6", "3", "enter")  # there are 23: 9, not 29
        assert app.screen.show_.page.slide == 2
        await pilot.press("l", "escape")
        assert app.screen.show_.page.title == "Waar komen de cijfers vandaan?"
        await pilot.press("b")
        assert not seen(app).strip()
        await pilot.press("x")
        assert "twee studenten van Saxion" in seen(app)
        await pilot.press("end", "right", "pagedown", "space")
        assert app.screen.show_.at == len(app.screen.show_.deck.pages) - 1
        await pilot.press("home")
        assert app.screen.show_.at == 0


async def test_a_guess_starts_the_clock(app_for, real):
    async with (app := app_for(real, start="presenting")).run_test(size=(80, 24)) as pilot:
        app.screen.show_.go(
            next(n for n, page in enumerate(app.screen.show_.deck.pages) if isinstance(page.body, Riddle))
        )
        await pilot.press("enter")
        assert app.screen.elapsed.running


async def test_the_clock_begins_at_the_first_page_that_is_turned(app_for, real, seen):
    async with (app := app_for(real, start="presenting")).run_test(size=(80, 24)) as pilot:
        now = 100.0
        app.desk.seconds = app.screen.elapsed._clock = lambda: now
        await pilot.pause()
        now += 500
        app.screen._tick()
        assert app.screen.elapsed.shown == "0:00"
        await pilot.press("right")
        now += 125
        app.screen._tick()
        await pilot.pause()
        assert "2:05" in seen(app)
        await pilot.press("t")
        now += 60
        app.screen._tick()
        await pilot.pause()
        assert "2:05 (klok staat stil)" in seen(app)
        await pilot.press("t")
        now += 5
        assert app.screen.elapsed.shown == "2:10"


@pytest.mark.parametrize("keys", [("o", "down", "enter"), ("end",), ("space",)], ids=["jump", "end", "next"])
async def test_any_move_starts_the_clock_and_the_plan_is_of_what_was_shown(keys, app_for, real, seen):
    async with (app := app_for(real, start="presenting")).run_test(size=(100, 30)) as pilot:
        show = app.screen.show_
        await pilot.press("n", "n")
        assert not app.screen.elapsed.running
        await pilot.press(*keys)
        assert app.screen.elapsed.running
        minutes = {slide.first: slide.minutes for slide in show.deck.slides}
        planned = sum(minutes[place] for place in {0, show.deck.slides[show.page.slide].first})
        assert f"gepland tot hier {planned} van {show.deck.minutes} min" in seen(app)
        assert ("dit is de laatste" in seen(app)) == (keys == ("end",))


async def test_it_can_be_left_and_asks_first(app_for, real, seen):
    async with (app := app_for(real)).run_test(size=(80, 24)) as pilot:
        await pilot.press("3")
        assert isinstance(app.screen, PresentScreen)
        await pilot.press("right", "escape")
        assert "Stoppen met de presentatie?" in seen(app)
        await pilot.press("n")
        assert isinstance(app.screen, PresentScreen)
        await pilot.press("escape", "j")
        assert isinstance(app.screen, HomeScreen)
    async with (alone := app_for(real, start="presenting")).run_test(size=(80, 24)) as pilot:
        await pilot.press("escape", "j")
        assert not alone.is_running or alone._exit
    async with (alone := app_for(real, start="presenting")).run_test(size=(80, 24)) as pilot:
        await pilot.press("ctrl+q")
        assert "Stoppen met de presentatie?" in seen(alone)
        assert not alone._exit
        await pilot.press("ctrl+q")
        assert not alone.is_running or alone._exit


async def test_nothing_of_ones_own_can_come_up(app_for, real, store, monkeypatch):
    """On its own the presentation never looks into the store, and its menu offers the presentation alone."""
    for name in ("latest", "newest", "ids", "read", "files", "snapshots"):  # in the folder itself stand the colours
        monkeypatch.setattr(SelfTests, name, property(_refuse), raising=False)
    async with (app := app_for(real, start="presenting")).run_test(size=(80, 24)) as pilot:
        await pilot.press("right", "f1", "escape", "o", "escape", "b", "x", "n", "f3", "space")
        offered = [command.title.lower() for command in app.get_system_commands(app.screen)]
        private = ("uitslag", "gegevens", "zelftest", "groep", "verder waar")
        assert not [title for title in offered if any(word in title for word in private)]
        assert not [screen for screen in app.screen_stack if isinstance(screen, HomeScreen)]
    assert app.last_line().startswith("Er is niets bewaard."), "nor when it has stopped"


def _refuse(*_args):
    raise AssertionError("the presentation looked into the store")


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)
async def test_another_questionnaire_without_slides(size, app_for, small, seen):
    async with (app := app_for(small, start="presenting")).run_test(size=size) as pilot:
        await pilot.pause()
        everything = ""
        for _page in range(60):
            everything += seen(app)
            await pilot.press("right")
        assert app.screen.show_.at == len(app.screen.show_.deck.pages) - 1
        assert "belt elkaar sneller" in everything or drawn("sneller", everything)
        for foreign in ("wijkcoach", "jongerenwerker", "Enschede"):
            assert foreign not in everything


async def test_texts_are_shown_as_text(app_for, small, seen):
    hostile = "[/] [b]vet[/b] <b>x</b>"
    slides = tuple(
        replace(slide, title=hostile, text=hostile, question=hostile, notes=hostile)
        for slide in (real_slide(small) for _once in "1")
    )
    mine = replace(small, education=replace(small.education, slides=slides))
    async with (app := app_for(mine, start="presenting")).run_test(size=(80, 24)) as pilot:
        await pilot.press("n")
        assert seen(app).count(hostile) >= 2
        await pilot.press("o", "escape", "right", "right")


def real_slide(questionnaire):
    from samenspel.presenting.deck import standard_slides

    return standard_slides(questionnaire)[1]

"""From the result to a step, into a calendar, and on the start screen from its day on."""

from datetime import datetime, timedelta

import pytest
from groups_help import make
from icalendar import Calendar
from msgspec.structs import replace
from results_help import POOR, finished, with_step
from textual.widgets import TextArea
from walker import MOMENT

from pilot import pasted
from samenspel.first_step import FirstStep, answered
from samenspel.session import change_step
from samenspel.storage.groups import Groups
from samenspel.tui.app import SamenspelApp
from samenspel.tui.home.home import HomeScreen
from samenspel.tui.selftest.first_step import StepFormScreen, StepScreen
from samenspel.tui.selftest.how_it_went import HowItWentScreen
from samenspel.tui.selftest.result import ResultScreen

OWN = "Bel de slager over vlees."


@pytest.fixture
def documents(tmp_path, monkeypatch):
    folder = tmp_path / "Documenten"
    folder.mkdir()
    monkeypatch.setattr("samenspel.tui.kit.save_report.documents", lambda: folder)
    return folder


def at(store, small, moment: datetime) -> SamenspelApp:
    return SamenspelApp(store, load_questionnaire=lambda: small, clock=lambda: moment)


def step_of(store) -> FirstStep | None:
    return next(store.newest()).step


async def test_from_the_result_to_a_step_and_a_calendar(app_for, seen, store, small, documents):
    selftest = finished(store, small, POOR)
    app = app_for()
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.press("4", "enter")
        assert "Kies met s één stap" not in seen(app)
        await pilot.press("end")
        assert "Kies met s één stap" in " ".join(seen(app).split())
        await pilot.press("2", "s")
        assert "Welke eerste stap kiest u?" in seen(app)
        assert "Zelf bedenken" in seen(app)
        await pilot.press("1")
        assert isinstance(app.screen, StepFormScreen)
        assert "dat is maandag 9 maart 2026" in seen(app)
        assert "dat is maandag 6 april 2026" in seen(app)
        await pilot.press("end", "shift+home", *"1-3-26", "f8")
        assert "Deze dag is al voorbij. Kies 2 maart 2026" in " ".join(seen(app).split())
        await pilot.press("shift+home", *"4 mrt")
        assert "dat is woensdag 1 april 2026" in seen(app)  # the day to look back moves along
        await pilot.press("shift+tab", "end", "space", pasted("Vandaag nog."), "f8")
        assert isinstance(app.screen, StepScreen)
        assert "Bel vandaag een slager. Vandaag nog." in seen(app)
        await pilot.press("1", "enter")
        assert "✓ Bewaard in:" in seen(app)
        await pilot.press("escape", "escape", "home")
        assert isinstance(app.screen, ResultScreen)
        assert "Stap op 4 maart 2026: Bel vandaag" in seen(app)
        await pilot.press("escape")
        assert "Stap op 4 maart 2026: Bel vandaag" in seen(app)  # Mijn uitslagen
    kept = step_of(store)
    assert kept == FirstStep("Bel vandaag een slager. Vandaag nog.", "2026-03-04", "2026-04-01", kept.advice)
    assert kept.advice
    (file,) = documents.iterdir()
    assert file.name == "samenspel-stap-2026-03-04.ics"
    assert len(Calendar.from_ical(file.read_bytes()).walk("VEVENT")) == 2
    assert selftest.response == next(store.newest()).response


async def test_from_its_day_on_the_start_screen_asks_and_shows_it_after_enter(seen, store, small):
    with_step(store, small, text=OWN, on="2026-03-04", look_back="2026-03-20", advice="praten")
    app = at(store, small, MOMENT + timedelta(days=1))
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.pause()
        assert "U had een stap" not in seen(app)

    app = at(store, small, MOMENT + timedelta(days=3))
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.pause()
        assert "U had een stap voor 4 maart" in seen(app)
        assert "slager" not in seen(app)
        await pilot.press("enter")
        assert "Is dat gelukt?" in seen(app)
        assert OWN in seen(app)
        await pilot.press("4", pasted("12 maart"), "enter")
        assert isinstance(app.screen, HomeScreen)
        assert "U had een stap" not in seen(app)
    assert step_of(store) == FirstStep(OWN, "2026-03-12", "2026-03-20", "praten")

    app = at(store, small, MOMENT + timedelta(days=10))
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.pause()
        assert "U had een stap voor vandaag" in seen(app)
        await pilot.press("s", "2")
        assert "U had een stap" not in seen(app)
        await pilot.press("4")
        assert "Stap op 12 maart 2026, deels gelukt: " in " ".join(seen(app).split())
    assert (step_of(store).outcome, step_of(store).answered) == ("deels", "2026-03-12")


@pytest.mark.parametrize("keys", [["m"], ["enter", "escape"], ["enter", "5"]])
async def test_it_is_put_off_until_tomorrow(seen, store, small, keys):
    with_step(store, small)
    app = at(store, small, MOMENT)
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.pause()
        await pilot.press(*keys)
        assert isinstance(app.screen, HomeScreen)
        assert "U had een stap" not in seen(app)
    assert step_of(store).put_off == "2026-03-02"
    stored = step_of(store)
    assert not stored.due(MOMENT.date())
    assert stored.due(MOMENT.date() + timedelta(days=1))


async def test_who_erased_it_meanwhile_is_not_held_by_the_question(seen, store, small):
    selftest = with_step(store, small)
    app = at(store, small, MOMENT)
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.pause()
        await pilot.press("enter")
        store.delete(selftest.id)
        await pilot.press("1")
        assert "Dat lukte niet" in seen(app)
        await pilot.press("enter", "escape")
        assert "Dat lukte niet" in seen(app)
        await pilot.press("enter")
        assert isinstance(app.screen, HomeScreen)
        assert "U had een stap" not in seen(app)


async def test_where_a_group_is_about_its_text_comes_after_the_owners_yes_and_then_not_at_all(seen, store, small):
    with_step(store, small, text=OWN)
    group = make(Groups(store.folder), small)
    app = at(store, small, MOMENT)
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.pause()
        await pilot.press("s")
        assert "Dit is van de eigenaar van deze laptop" in seen(app)
        assert "slager" not in seen(app)
        await pilot.press("n")
        assert isinstance(app.screen, HomeScreen)
        await pilot.press("s", "j")
        assert isinstance(app.screen, HowItWentScreen)
        await pilot.press("escape")
    assert group.id
    app = at(store, small, MOMENT + timedelta(days=1))
    app.desk.before_a_group = True
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.pause()
        await pilot.press("s", "m")
        assert isinstance(app.screen, HomeScreen)
        assert "stap" not in seen(app)
    assert step_of(store).put_off == "2026-03-02"


async def test_what_another_window_answered_is_not_asked_once_more(seen, store, small):
    selftest = with_step(store, small)
    app = at(store, small, MOMENT)
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.pause()
        change_step(store, selftest.id, lambda step: answered(step, "ja", MOMENT.date()))
        await pilot.press("s")
        assert isinstance(app.screen, HomeScreen)
        assert "U had een stap" not in seen(app)
    assert step_of(store).outcome == "ja"


async def test_after_a_presentation_it_is_not_in_sight_and_what_is_the_owners_asks_first(app_for, seen, store, small):
    with_step(store, small, text=OWN, on=MOMENT.date().isoformat())
    app = app_for()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "U had een stap" in seen(app)
        await pilot.press("3", "escape", "j")
        assert isinstance(app.screen, HomeScreen)
        assert "U had een stap" not in seen(app)
        await pilot.press("s", "m")
        assert isinstance(app.screen, HomeScreen)
        await pilot.press("4")
        assert "Dit is van de eigenaar van deze laptop" in seen(app)
    assert step_of(store).put_off == ""


async def test_a_step_can_be_changed_replaced_and_taken_away(app_for, seen, store, small):
    # An advice may have any id: that of none of our own places in the list stands in its way.
    own = {"praten": "eigen"}
    small = replace(small, advices=tuple(replace(one, id=own.get(one.id, one.id)) for one in small.advices))
    selftest = with_step(store, small)
    app = app_for()
    async with app.run_test(size=(80, 24)) as pilot:
        await app.push_screen(ResultScreen(selftest))
        await pilot.press("s", "2", "shift+tab", "end", pasted("Echt."), "escape")
        assert "Nog niet bewaard" in seen(app)
        await pilot.press("2")
        assert step_of(store).text == "Bel een slager."
        await pilot.press("2", "f8")
        assert step_of(store).text == "Bel een slager."
        await pilot.press("3", "4", pasted("x" * 301), "f8")
        assert "Dit is te lang: 301 tekens. Hooguit 300 mag." in seen(app)
        app.screen.query_one(TextArea).text = OWN
        await pilot.press("f8")
        assert isinstance(app.screen, StepScreen)
        assert step_of(store) == FirstStep(OWN, "2026-03-09", "2026-04-06")
        await pilot.press("4", "1")
        assert "Hoe het ging: gelukt." in seen(app)
        await pilot.press("5", "j")
        assert isinstance(app.screen, ResultScreen)
        assert OWN not in seen(app)
    assert step_of(store) is None

"""The reveal: a warning first, nothing without an explicit choice, and then the talk opens."""

import pytest
from groups_help import everything_shown, give, make, open_collecting, person
from walker import MOMENT

from samenspel.collecting.turn import Turn
from samenspel.response import Response
from samenspel.storage.groups import Groups
from samenspel.tui.groups.collect import CollectScreen
from samenspel.tui.groups.reveal import RevealScreen
from samenspel.tui.navigation import Workshop
from samenspel.tui.routes import Routes
from samenspel.tui.widgets.choices import Choices


@pytest.fixture
def groups(store):
    return Groups(store.folder)


@pytest.fixture
def opened(monkeypatch):
    """What was asked of the talk."""
    asked = []
    usual = Routes.open

    def instead(routes, destination):
        if isinstance(destination, Workshop):
            asked.append((destination.group_id, destination.wave))
        else:
            usual(routes, destination)

    monkeypatch.setattr(Routes, "open", instead)
    return asked


@pytest.mark.parametrize("keys", [["down", "enter"], ["1"], ["escape"]])
async def test_nothing_happens_without_the_explicit_choice(app_for, groups, small, opened, keys):
    stored = make(groups, small)
    give(groups, stored, small, *(person(n) for n in range(3)))
    app = app_for()
    async with app.run_test(size=(80, 24)) as pilot:
        await open_collecting(pilot, stored)
        await pilot.press("5")
        assert isinstance(app.screen, RevealScreen)
        await pilot.press(*keys)
        assert isinstance(app.screen, CollectScreen)
    assert groups.read(stored.id).wave.phase == "verzamelen"
    assert opened == []


async def test_it_says_what_will_be_visible_and_opens_the_talk(app_for, groups, small, seen, opened):
    stored = make(groups, small)
    give(groups, stored, small, *(person(n) for n in range(4)), *(person(n, "slager") for n in range(2)))
    Turn.begin(groups, stored, "kort", MOMENT)
    app = app_for()
    async with app.run_test(size=(60, 20)) as pilot:
        await open_collecting(pilot, stored)
        await pilot.press("5")
        text = everything_shown(app)
        assert "6 deelnemers" in text
        assert "bakkers: 4 van 4 · slagers: minder dan 3" in text
        assert "De groep als geheel." in text
        assert "Niet de bakkers apart: anders zijn de anderen uit te rekenen." in text
        assert "niet terug te draaien" in text
        assert "nog 1 persoon bezig" in text
        assert "Heeft iemand iets overgeslagen, of ‘weet ik niet’ gekozen?" in text
        await pilot.press("2")
        assert opened == [(stored.id, 1)]
        assert not any(isinstance(screen, CollectScreen) for screen in app.screen_stack)
    assert groups.read(stored.id).wave.released.n == 6


async def test_the_talk_really_opens(app_for, groups, small, seen):
    stored = make(groups, small)
    give(groups, stored, small, *(person(n) for n in range(3)), *(person(n, "slager") for n in range(3)))
    app = app_for()
    async with app.run_test(size=(80, 24)) as pilot:
        await open_collecting(pilot, stored)
        await pilot.press("5", "2")
        assert type(app.screen).__name__.startswith(("Compar", "Workshop", "Change"))
        assert "Wijk Noord" in seen(app)


async def test_too_few_can_only_wait(app_for, groups, small, seen):
    stored = make(groups, small)
    give(groups, stored, small, person(0), *(person(n, "andere-rol") for n in range(2)))
    app = app_for()
    async with app.run_test(size=(80, 24)) as pilot:
        await open_collecting(pilot, stored)
        await pilot.press("5")
        assert "Wacht tot 3 of meer" in seen(app)
        assert "onthul nu" not in seen(app)
        await pilot.press("2")
        assert isinstance(app.screen, RevealScreen)
    assert groups.read(stored.id).wave.phase == "verzamelen"


async def test_an_open_table_that_was_agreed_beforehand(app_for, groups, small, seen, opened):
    stored = make(groups, small, minimum=5, expected={"bakker": 1, "slager": 1}, open_table=True)
    give(groups, stored, small, person(0), person(0, "slager"))
    app = app_for()
    async with app.run_test(size=(80, 24)) as pilot:
        await open_collecting(pilot, stored)
        await pilot.press("5")
        assert "niet anoniem" in " ".join(seen(app).split())
        await pilot.press("2")
    assert groups.read(stored.id).wave.released.open_table
    assert opened


async def test_more_people_than_the_minimum_make_an_open_table_anonymous(app_for, groups, small, seen, opened):
    stored = make(groups, small, expected={"bakker": 1, "slager": 1}, open_table=True)
    give(groups, stored, small, *(person(n) for n in range(3)))
    app = app_for()
    async with app.run_test(size=(80, 24)) as pilot:
        await open_collecting(pilot, stored)
        await pilot.press("5")
        assert "De groep als geheel." in seen(app)
        await pilot.press("2")
    assert not groups.read(stored.id).wave.released.open_table


async def test_revealed_in_another_window_meanwhile(app_for, groups, small, seen, opened):
    stored = make(groups, small)
    give(groups, stored, small, *(person(n) for n in range(3)))
    app = app_for()
    async with app.run_test(size=(80, 24)) as pilot:
        await open_collecting(pilot, stored)
        await pilot.press("5")
        groups.reveal(stored.id, MOMENT.date())
        await pilot.press("2")
        assert "al onthuld" in seen(app)
        await pilot.press("enter", "1")
        assert not isinstance(app.screen, CollectScreen)


async def test_numbers_that_changed_meanwhile_are_read_again(app_for, groups, small, seen, opened):
    stored = make(groups, small)
    mine, *_others = give(groups, stored, small, *(person(n) for n in range(3)))
    app = app_for()
    async with app.run_test(size=(80, 24)) as pilot:
        await open_collecting(pilot, stored)
        await pilot.press("5")
        groups.withdraw(stored.id, mine)
        await pilot.press("2")
        assert isinstance(app.screen, RevealScreen)
        assert "Wacht tot 3 of meer" in seen(app)
        assert "te zien?" not in seen(app)  # nothing is promised of what cannot be revealed
        await pilot.press("1")
        assert isinstance(app.screen, CollectScreen)
    assert opened == []


async def test_a_key_pressed_twice_reveals_once(app_for, groups, small, seen, opened):
    stored = make(groups, small)
    give(groups, stored, small, *(person(n) for n in range(3)))
    app = app_for()
    async with app.run_test(size=(80, 24)) as pilot:
        await open_collecting(pilot, stored)
        await pilot.press("5")
        choices = app.screen.query_one(Choices)
        choices.action_pick("2")
        choices.action_pick("2")
        await pilot.pause()
        assert opened == [(stored.id, 1)]
        assert "lukte niet" not in seen(app)


async def test_an_open_table_without_answers_has_nothing_to_reveal(app_for, groups, small, seen):
    stored = make(groups, small, minimum=5, expected={"bakker": 1}, open_table=True)
    app = app_for()
    async with app.run_test(size=(60, 20)) as pilot:
        await open_collecting(pilot, stored)
        await pilot.press("5")
        assert "Er zijn nog geen antwoorden." in seen(app)
        assert "onthul nu" not in seen(app)
        give(groups, stored, small, person(0, "andere-rol"))
        await pilot.press("escape", "5")
        text = " ".join(seen(app).split())
        assert "nog geen antwoorden" not in text
        assert "Van de twee partijen deden samen minder dan 5 mensen mee" in text
        assert "onthul nu" not in text


async def test_what_would_tell_of_a_few_can_only_wait(app_for, groups, real):
    """The same six as the first time, and one more."""
    stored = make(groups, real, expected={})
    statements = {item.id: item.dont_know for item in real.asked.items}
    people = [
        Response(
            party="wijkcoach" if nth < 4 else "jongerenwerker",
            answers={item: 1 + (nth * place) % 5 for place, item in enumerate(statements, nth)},
        )
        for nth in range(7)
    ]
    give(groups, stored, real, *people[:6])
    groups.reveal(stored.id, MOMENT.date())
    stored = groups.new_wave(stored.id, MOMENT.date())
    give(groups, stored, real, *people)
    app = app_for()
    async with app.run_test(size=(80, 40)) as pilot:
        await open_collecting(pilot, stored)
        await pilot.press("5")
        text = everything_shown(app)
        assert "Bij de hele groep zijn minder dan 3 antwoorden nieuw." in text
        assert "Zijn er oude formulieren bij?" in text
        assert "onthul nu" not in text
        await pilot.press("2")
        assert isinstance(app.screen, RevealScreen)
    assert groups.read(stored.id).wave.phase == "verzamelen"

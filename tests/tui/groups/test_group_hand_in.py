"""A hand-in that was killed half way counts on each page of the app that counts, and above all in the reveal."""

import pytest
from groups_help import everything_shown, make, open_collecting
from walker import MOMENT

from killed_turn import five, killed
from samenspel.storage import StorageError
from samenspel.storage.groups import Groups
from samenspel.tui.groups.collect import CollectScreen
from samenspel.tui.groups.reveal import RevealScreen
from samenspel.tui.navigation import AllGroups


@pytest.fixture
def groups(store):
    return Groups(store.folder)


@pytest.fixture
def west(groups, small):
    """A group of five people."""
    stored = make(groups, small, "West")
    five(groups, stored, "bakker")
    return stored


async def test_the_reveal_is_of_six(app_for, groups, west, seen):
    killed(groups, west, "bakker")
    app = app_for()
    async with app.run_test(size=(80, 24)) as pilot:
        await open_collecting(pilot, west)
        await pilot.press("5")
        assert "6 deelnemers" in seen(app)
        await pilot.press("2")
    assert groups.read(west.id).wave.released.n == 6
    assert groups.drafts(west.id).ids() == []


async def test_who_is_killed_while_the_warning_stands_there_is_told_and_is_in_it(app_for, groups, west, seen):
    app = app_for()
    async with app.run_test(size=(80, 24)) as pilot:
        await open_collecting(pilot, west)
        await pilot.press("5")
        assert "5 deelnemers" in seen(app)
        killed(groups, west, "bakker")
        await pilot.press("2")
        assert isinstance(app.screen, RevealScreen)
        assert "6 deelnemers" in seen(app)
        await pilot.press("2")
    assert groups.read(west.id).wave.released.n == 6


async def test_the_lists_of_groups_and_of_waves_count_six(app_for, groups, west, seen):
    killed(groups, west, "bakker")
    app = app_for()
    async with app.run_test(size=(80, 24)) as pilot:
        app.navigator.open(AllGroups())
        await pilot.pause()
        assert "6 deelnemers" in seen(app)
        killed(groups, west, "bakker")
        await pilot.press("enter")
        assert "7 deelnemers" in seen(app)


async def test_it_is_taken_back_with_its_name(app_for, groups, west, seen):
    response_id = killed(groups, west, "bakker")
    app = app_for()
    async with app.run_test(size=(80, 24)) as pilot:
        await open_collecting(pilot, west)
        await pilot.press("t", "j", *response_id[:8], "enter")
        assert isinstance(app.screen, CollectScreen)
    assert len(groups.contributions(west, 1)) == 5
    assert groups.drafts(west.id).ids() == []


async def test_what_the_disk_refuses_is_told_and_keeps_the_reveal(app_for, groups, west, seen, monkeypatch):
    killed(groups, west, "bakker")

    def full(*_args):
        raise StorageError("De schijf is vol [/].")

    monkeypatch.setattr(Groups, "add", full)
    app = app_for()
    async with app.run_test(size=(120, 40)) as pilot:
        await open_collecting(pilot, west)
        assert "Er is 1 melding. Lees die met m." in seen(app)  # it may name a file: not for the room
        await pilot.press("m", "j")
        text = " ".join(everything_shown(app).split())
        assert "Iemand gaf antwoorden aan groep ‘West’, maar ze tellen nog niet mee. De schijf is vol [/]." in text
        await pilot.press("enter", "5", "2")
        assert "Onthullen kan pas" in " ".join(seen(app).split())
        assert groups.read(west.id).wave.phase == "verzamelen"
        monkeypatch.undo()
        await pilot.press("enter", "2")
        assert "6 deelnemers" in seen(app)
        await pilot.press("2")
    assert groups.read(west.id).wave.released.n == 6
    assert groups.read(west.id).wave.revealed == MOMENT.date().isoformat()

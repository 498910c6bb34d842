"""Kill the app in any step of the workshop: the next one opens on the same step, and what was given is there."""

import pytest
from talker import Table, opened, place

from pilot import pasted
from samenspel.group import workshop
from samenspel.group.model import Action

PLACES = {
    "comparison": ("vergelijken", ()),
    "dimension": ("onderdeel:", ("2",)),
    "item": ("stelling:", ("2", "2")),
    "what stands out": ("opvalt", ("v", "w", "d")),
    "an item that stands out": ("opvalt:", ("w", "v", "2")),
    "advices": ("adviezen", ("right",)),
    "advice": ("advies:", ("right", "3")),
    "voting": ("stemmen", ("right", "s", "enter", "1", "g", "enter", "2")),
    "counting": ("tellen", ("right", "n", "4")),
    "actions": ("acties", ("right", "right")),
    "a new action": ("actie:nieuw", ("right", "right", "n", "z", pasted("Half getypt"))),
    "an action of an advice": ("actie:advies-", ("right", "a")),
    "closing": ("afsluiten", ("right", "right", "right")),
}


@pytest.mark.parametrize("at", PLACES)
async def test_the_same_step_after_a_kill(at, tmp_path, real):
    start, pressed = PLACES[at]
    table = Table(tmp_path, real)
    async with (app := table.app()).run_test(size=(80, 24)) as pilot:
        await opened(pilot, table)
        await pilot.press(*pressed)
        left = place(app)
        assert left.startswith(start)
        app.exit()  # nothing is saved on the way out: everything was stored before it was shown
    async with (app := table.app()).run_test(size=(80, 24)) as pilot:
        await opened(pilot, table)
        assert place(app) == left
        if at == "voting":  # the one who was handed on counts, the one who was busy begins anew
            assert table.wave().voters == 1
            await pilot.press("enter", "1", "1", "g")
            assert table.wave().voters == 2


async def test_a_place_that_is_gone_opens_near_it(tmp_path, real):
    table = Table(tmp_path, real)
    for at, near in (
        ("onderdeel:weg", "vergelijken"),
        ("stelling:../../etc", "vergelijken"),
        ("opvalt:weg", "vergelijken"),
        ("advies:weg", "adviezen"),
        ("actie:7", "acties"),
        ("actie:advies-weg", "acties"),
        ("terugblik", "vergelijken"),
        ("veranderd", "vergelijken"),
        ("[/]", "vergelijken"),
    ):
        table.groups.update_wave(table.stored.id, 1, lambda wave, at=at: workshop.go_to(wave, "vergelijken", at))
        async with (app := table.app()).run_test(size=(80, 24)) as pilot:
            await opened(pilot, table)
            assert place(app) == near, at


async def test_a_second_wave_resumes_in_its_looking_back(tmp_path, real):
    table = Table(tmp_path, real)
    action = Action("Samen lunchen", "wij", "2026-04-01", "2026-06-01")
    table.groups.update_wave(table.stored.id, 1, lambda wave: workshop.put_action(wave, real, action))
    table.next_wave()
    async with (app := table.app()).run_test(size=(80, 24)) as pilot:
        await opened(pilot, table, 2)
        await pilot.press("d")
        assert place(app) == "terugblik"
    async with (app := table.app()).run_test(size=(80, 24)) as pilot:
        await opened(pilot, table, 2)
        assert place(app) == "terugblik"
        assert table.wave(1).actions[0].outcome == "deels"


async def test_a_closed_wave_can_be_read_and_not_changed(tmp_path, real):
    table = Table(tmp_path, real)
    closed = table.groups.update_wave(table.stored.id, 1, lambda wave: workshop.close(wave, table_day()))
    async with (app := table.app()).run_test(size=(80, 24)) as pilot:
        await opened(pilot, table)
        await pilot.press("1", "1", "escape", "escape", "right", "p", "w", "s", "n", "a", "enter", "p", "escape")
        await pilot.press("right", "n", "right", "a", "6")  # where finishing stands while a wave is open
        assert place(app) == "afsluiten"
    assert table.wave() == closed.wave


def table_day():
    from room import FIRST

    return FIRST

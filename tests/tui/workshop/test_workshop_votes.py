"""Votes: every advice can be reached and voted for by key and by mouse, and what is counted in the room is checked."""

import re

import pytest
from room import FIRST
from talker import Table, opened, place
from textual.widgets import Input
from walker import WALKED, sized

from pilot import pasted
from samenspel.exchange.give.group_tables import group_sheets
from samenspel.group import workshop
from samenspel.group.workshop import VOTES
from samenspel.report.groups.report import group_report
from samenspel.tui.kit.dialogs import ConfirmScreen
from samenspel.tui.kit.screen import Body
from samenspel.tui.widgets.rows import KEYS, PickRow
from samenspel.tui.workshop.actions import ActionsScreen
from samenspel.tui.workshop.advice import AdvicesScreen
from samenspel.tui.workshop.close import LookBackScreen
from samenspel.tui.workshop.compare import ComparisonScreen, DimensionScreen
from samenspel.tui.workshop.vote import VoteScreen


@pytest.fixture
def table(tmp_path, real) -> Table:
    return Table(tmp_path, real)


def test_no_screen_with_rows_takes_a_key_of_a_row_for_itself():
    for screen in (ActionsScreen, AdvicesScreen, ComparisonScreen, DimensionScreen, LookBackScreen, VoteScreen):
        for kind in screen.__mro__:
            for binding in vars(kind).get("BINDINGS", ()):
                own = not binding.action.startswith(("open(", "key("))
                assert not own or set(binding.key.split(",")).isdisjoint(KEYS), (screen, binding)


@pytest.mark.campaign
@pytest.mark.parametrize("size", WALKED, ids=sized)
async def test_every_advice_gets_votes_by_key_and_by_mouse(table, seen, size):
    given = [one.id for one in table.wave().released.advice]
    assert len(given) > 9
    async with (app := table.app()).run_test(size=size) as pilot:
        await opened(pilot, table)
        await pilot.press("right", "s", "a", "enter")
        foot = " ".join(seen(app).split("\n")[-5:])
        assert "1-9 b-y meteen stem geven" in " ".join(foot.split())
        for start in range(0, len(given), VOTES):
            part = KEYS[start : min(start + VOTES, len(given))]
            await pilot.press(*part)
            assert "g klaar, geef door" in " ".join(seen(app).split())
            await pilot.press("g", "enter")
        row = app.screen.query(PickRow).last()
        row.scroll_visible(animate=False)
        await pilot.pause()
        await pilot.click(row)
        await pilot.press("g", "escape")
    assert table.wave().votes == dict.fromkeys(given, 1) | {given[-1]: 2}


async def test_votes_of_few_are_nowhere_and_at_the_end_everyone_has_been(tmp_path, real, seen):
    table = Table(tmp_path, real, people=10)
    last = table.wave().released.advice[-1].id
    title = real.advice(last).title
    votes = lambda: [d["stemmen"] for d in _exported(table) if d["id"] == last]  # noqa: E731 - a word for it
    for voters in range(1, 11):
        table.groups.update_wave(table.stored.id, 1, lambda wave: workshop.vote(wave, [last]))
        if voters in (4, 5):
            report = repr(group_report(real, table.stored.group, table.wave(), date=FIRST))
            assert ("nog te weinig mensen" in report) == (voters == 4)
            assert ("Het stemmen loopt nog" in report) == (voters == 5)
            assert votes() == [None]
    async with (app := table.app()).run_test(size=(100, 30)) as pilot:
        await opened(pilot, table)
        await pilot.press("right", "s")
        assert "Iedereen is geweest" in seen(app)
        assert "enter naar de totalen" in " ".join(seen(app).split()).lower()
        await pilot.press("n", "1", "g")
        assert table.wave().voters == 11
        assert "Er stemden 11 mensen, en er deden er 10 mee" in " ".join(seen(app).split())
        await pilot.press("escape")  # between two voters: no total, and no order that tells it
        assert "Het stemmen loopt nog" in " ".join(seen(app).split())
        assert not re.search(r"\d stem", seen(app))
        assert app.screen.query(PickRow).first().value != last
        assert votes() == [None]  # on no road
        await pilot.press("s", "enter")
        assert place(app) == "adviezen"
        assert app.screen.query(PickRow).first().value == last
        assert title in seen(app)
        assert "10 stemmen" in seen(app)
        await pilot.press("s")
        assert "Daarom stemt iedereen opnieuw" in " ".join(seen(app).split())
        await pilot.press("n")
        assert table.wave().voters == 11
        await pilot.press("s", "j", "enter", "1", "g")
        assert (table.wave().voters, [*table.wave().votes.values()]) == (1, [1])


async def test_who_stays_away_is_not_waited_for(tmp_path, real, seen):
    table = Table(tmp_path, real, people=10)
    async with (app := table.app()).run_test(size=(80, 24)) as pilot:
        await opened(pilot, table)
        await pilot.press("right", "n", "9", "f8")
        assert "9 stemmen, geteld in de zaal." in seen(app)
        await pilot.press("s", "j", "escape")
        assert not table.wave().votes
        for _ in range(4):
            table.groups.update_wave(table.stored.id, 1, lambda wave: workshop.vote(wave, [*wave.ballot[:1]]))
        await pilot.press("s")
        told = " ".join(seen(app).split())
        assert "te weinig mensen om de stemmen te laten zien: 4 van minstens 5" in told
        assert "druk op g" not in told  # there g does nothing yet
        await pilot.press("escape")
        for more in ("", "g"):
            text = " ".join(seen(app).split())
            assert not re.search(r"\d stem(men)?\b", text)
            assert ("g stemmen afsluiten" in text) == bool(more)
            await pilot.press("s", *(("enter", "1", "g", "escape") if not more else ("escape",)))
        await pilot.press("g")
        assert "Stemden tot nu toe: 5." in seen(app)
        await pilot.press("j")
        assert "5 stemmen van 5 personen." in " ".join(seen(app).split())
        assert app.screen.here == app.screen.query(PickRow).first().value
        assert app.screen.query_one(Body).scroll_y == 0  # the totals stand at the top


async def test_eight_are_voted_on_and_the_others_come_with_a_key(table, seen):
    given = [one.id for one in table.wave().released.advice]
    async with (app := table.app()).run_test(size=(80, 24)) as pilot:
        await opened(pilot, table)
        await pilot.press("right", "s")
        assert f"Er zijn nog {len(given) - 8} andere adviezen. Met a komen die erbij." in " ".join(seen(app).split())
        await pilot.press("enter")
        assert len(app.screen.query(PickRow)) == 8
        await pilot.press("escape", "n")
        assert len(app.screen.query("#counts Input")) == 8
        await pilot.press("7", "f6", "3", "f8")
    assert table.wave().votes == {given[0]: 7, given[8]: 3}
    assert table.wave().ballot == tuple(given)


def _exported(table: Table) -> list[dict[str, object]]:
    sheets = group_sheets(table.questionnaire, table.stored.group, table.wave())
    sheet = next(one for one in sheets if one.name == "adviezen")
    return [dict(zip(sheet.head, row, strict=True)) for row in sheet.rows]


async def test_what_was_put_aside_is_counted_and_reached_with_one_key(table, seen):
    given = [one.id for one in table.wave().released.advice]
    async with (app := table.app()).run_test(size=(80, 24)) as pilot:
        await opened(pilot, table)
        await pilot.press("right", "w", pasted("Kan nu niet"), "enter")
        assert f"Er zijn {len(given) - 1} adviezen, en 1 weggelegd: onderaan, met o." in " ".join(seen(app).split())
        await pilot.press("o")
        assert app.screen.here == given[0]
        assert "t terughalen" in " ".join(seen(app).split())
        await pilot.press("t")
        assert f"Er zijn {len(given)} adviezen." in seen(app)


async def test_a_double_click_votes_once(table):
    async with (app := table.app()).run_test(size=(80, 24)) as pilot:
        await opened(pilot, table)
        await pilot.press("right", "s", "enter")
        await pilot.double_click(app.screen.query(PickRow).first())
        assert str(app.screen.query_one("#votes-left").render()) == "U hebt nog 2 stemmen."


async def test_votes_that_were_not_handed_on_are_asked_about_when_the_app_stops(table, seen):
    async with (app := table.app()).run_test(size=(80, 24)) as pilot:
        await opened(pilot, table)
        await pilot.press("right", "s", "enter", "1", "ctrl+q")
        assert "Stoppen met stemmen?" in seen(app)
        await pilot.press("escape")
        assert app.is_running
        assert str(app.screen.query_one("#votes-left").render()) == "U hebt nog 2 stemmen."
        await pilot.press("ctrl+q", "j")
    assert app.return_code == 0
    assert not table.wave().voters


async def test_more_below_the_edge_is_said(table, seen, size):
    more = "hieronder staat meer"
    async with (app := table.app()).run_test(size=size) as pilot:
        await opened(pilot, table)
        await pilot.press("right", "s")
        assert more not in seen(app)  # between two people there is nothing else
        for key in ("enter", *["down"] * 3, "home", "up", "up"):
            await pilot.press(key)
            body = app.screen.query_one(Body)
            assert (more in seen(app)) == (body.scroll_y < body.max_scroll_y), key
        await pilot.press("escape")
        assert place(app) == "adviezen"
        assert more in seen(app)
        await pilot.press("y", "escape")
        assert app.screen.here == table.wave().released.advice[-1].id
        await pilot.resize_terminal(120, 200)
        assert more not in seen(app)


async def test_the_last_advice_can_become_an_action_with_one_key(table):
    async with (app := table.app()).run_test(size=(80, 24)) as pilot:
        await opened(pilot, table)
        await pilot.press("right", "right", "n", "y")
        assert place(app) == f"actie:advies-{table.wave().released.advice[-1].id}"


async def test_more_votes_than_the_group_has_are_asked_about(table, seen):
    most = 16 * VOTES
    async with (app := table.app()).run_test(size=(60, 20)) as pilot:
        await opened(pilot, table)
        await pilot.press("right", "n", *str(most - 1), "tab", "1")
        assert f"Samen {most} van hooguit {most} stemmen" in " ".join(seen(app).split())
        await pilot.press("minus", "backspace", "2")  # a minus cannot be typed
        assert f"Samen {most + 1} stemmen. Dat is te veel" in " ".join(seen(app).split())
        for leave in ("f8", "ctrl+q"):
            await pilot.press(leave)
            assert isinstance(app.screen, ConfirmScreen)
            assert f"U vulde {most + 1} stemmen in" in " ".join(seen(app).split())
            await pilot.press("enter")
            assert place(app) == "tellen"
            assert [field.value for field in app.screen.query(Input)][:2] == [str(most - 1), "2"]
            assert not table.wave().votes
        await pilot.press("f8", "j")
        assert place(app) == "adviezen"
    assert sorted(table.wave().votes.values()) == [2, most - 1]


async def test_as_many_votes_as_the_group_has_are_not_asked_about(table):
    async with (app := table.app()).run_test(size=(80, 24)) as pilot:
        await opened(pilot, table)
        await pilot.press("right", "n", *str(16 * VOTES), "f8")
        assert place(app) == "adviezen"
    assert sum(table.wave().votes.values()) == 16 * VOTES

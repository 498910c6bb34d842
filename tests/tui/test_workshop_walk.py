"""A whole workshop by keys: compare, talk, advise, vote, act, close, report; then a second wave."""

import re
from pathlib import Path

import pytest
from room import SECOND
from talker import Table, keys, opened, place, settled, write_action
from textual.widgets import Input
from walker import typed

from samenspel.group.model import Action
from samenspel.tui.navigation import OldActions, Workshop
from samenspel.tui.widgets.rows import PickRow

SIZES = [(60, 20), (100, 30)]


@pytest.fixture
def table(tmp_path, real) -> Table:
    return Table(tmp_path / "gegevens", real)


@pytest.mark.parametrize("size", SIZES, ids=["60x20", "100x30"])
async def test_a_whole_workshop(table, seen, size, tmp_path, monkeypatch):
    monkeypatch.setattr("samenspel.tui.kit.save_report.documents", lambda: tmp_path)
    async with (app := table.app()).run_test(size=size) as pilot:
        await opened(pilot, table)
        await _compare(pilot, table, seen, size)
        await _advise(pilot, table, seen)
        await _act(pilot, table, seen)
        await _close(pilot, table, seen, tmp_path)
        await keys(pilot, "escape")
        assert app.screen is app.screen_stack[0]


async def _compare(pilot, table, seen, size) -> None:
    app = pilot.app
    assert "minimum 5" in seen(app)
    if size[1] >= 30:  # a beamer shows all six at once
        assert all(one.name in seen(app) for one in table.questionnaire.asked.dimensions)
    for key, order in (("v", "verschil"), ("d", "verdeeldheid"), ("l", "laagste")):
        await keys(pilot, key)
        assert table.wave().order == order
    first = app.screen.here
    await keys(pilot, "down", "enter")
    assert place(app).startswith("onderdeel:")
    assert place(app) != f"onderdeel:{first}"
    await keys(pilot, "1")
    assert place(app).startswith("stelling:")
    item = table.questionnaire.item(place(app).removeprefix("stelling:"))
    assert table.wave().at == f"stelling:{item.id}"
    assert item.discussion.split()[0] in seen(app)
    assert "De cijfers zijn antwoorden, geen personen." in _page(app)
    await keys(pilot, "right")
    assert place(app) != f"stelling:{item.id}"
    await keys(pilot, "left", "escape")
    assert app.screen.here == item.id
    await keys(pilot, "escape")
    assert place(app) == "vergelijken"
    assert app.screen.here != first  # back at the row that was opened
    await _striking(pilot, table, seen)


async def _striking(pilot, table, seen) -> None:
    """The statements that stand out, as in the report: one key away, whatever dimension they are of."""
    app, released, asked = pilot.app, table.wave().released, table.questionnaire
    both = [one for one in released.items if not asked.item(one.id).only]
    lists = {
        "v": ("verschillen", sorted((one for one in both if one.gap), key=lambda one: -abs(round(one.gap, 9)))),
        "d": ("verdeeldheid", sorted(both, key=lambda one: round(one.rwg, 9))),
        "l": ("laagste", sorted(both, key=lambda one: round(one.mean, 9))),
    }
    await keys(pilot, "w")
    for key, (title, expected) in lists.items():
        await keys(pilot, key)
        await settled(pilot)
        assert (place(app), table.wave().at) == ("opvalt", "opvalt")
        rows = app.screen.query(PickRow)
        assert title in seen(app)
        assert [row.value for row in rows] == [one.id for one in expected[:5]]
        assert app.screen.here == rows.first().value
        dimension = asked.dimension(asked.item(rows.first().value).dimension)
        assert dimension.name in " ".join(str(rows.first().render()).split())
    await keys(pilot, "2", "right")
    third = expected[2].id
    assert (place(app), table.wave().at) == (f"opvalt:{third}", f"opvalt:{third}")
    assert not app.screen.check_action("turn", (3,))  # five in all
    await keys(pilot, "escape")
    assert (place(app), app.screen.here) == ("opvalt", third)
    await keys(pilot, "escape")
    assert place(app) == "vergelijken"


async def _advise(pilot, table, seen) -> None:
    app = pilot.app
    await keys(pilot, "right")
    assert (place(app), table.wave().phase) == ("adviezen", "adviezen")
    first, second, third = [one.id for one in table.wave().released.advice[:3]]
    await keys(pilot, "p")
    assert table.wave().pinned == (first,)
    await keys(pilot, "down", "w")
    assert "Enter of F8 bewaren" in seen(app)
    await keys(pilot, *typed("Dat doen wij al"), "f8")
    assert table.wave().dismissed == {second: "Dat doen wij al"}
    assert app.screen.here == third  # the group goes on where it was
    await keys(pilot, "s", "enter", "1", "1", "2", "g")
    assert (table.wave().votes, table.wave().voters) == ({first: 2, third: 1}, 1)
    assert table.questionnaire.advice(third).title not in seen(app)
    await keys(pilot, "enter", "down", "space", "minus", "space", "g", "escape")
    assert (table.wave().votes, table.wave().voters) == ({first: 2, third: 2}, 2)
    assert place(app) == "adviezen"
    assert "nog te weinig mensen om de stemmen te laten zien: 2 van minstens 5" in " ".join(seen(app).split())
    assert "●" not in seen(app)
    await keys(pilot, "n", "f8")
    assert (table.wave().votes, table.wave().voters) == ({first: 2, third: 2}, 2)  # nothing typed, nothing replaced
    await keys(pilot, "n", "5", "tab", "9", "f8")
    assert table.wave().votes == {first: 5, third: 9}
    while app.screen.here != second:
        await keys(pilot, "up")
    await keys(pilot, "t")
    assert not table.wave().dismissed
    await keys(pilot, "enter", "right", "left")
    assert place(app).startswith("advies:")
    await keys(pilot, "escape")


async def _act(pilot, table, seen) -> None:
    app = pilot.app
    await keys(pilot, "1", "a")
    assert place(app).startswith("actie:advies-")
    await write_action(pilot, "de teamleiders", "31-3-2026")
    [action] = table.wave().actions
    advice = table.questionnaire.advice(action.advice)
    assert action.what.split()[:3] == advice.first_step.split()[:3]
    assert (action.who, action.when, action.check_back) == ("de teamleiders", "2026-03-31", "2026-06-02")
    assert action.dimensions
    for number in range(2, 6):
        await keys(pilot, "n", "z")
        assert place(app) == "actie:nieuw"
        await write_action(pilot, "iedereen", "1-4-2026", f"Plan {number}")
        assert len(table.wave().actions) == number
        assert ("goed aantal" in seen(app)) == (number in (3, 4))
    await keys(pilot, "n")
    assert place(app) == "acties"  # five is the most
    await keys(pilot, "5", "end", "ctrl+u", *typed("Plan vijf"), "f8")
    assert table.wave().actions[4].what == "Plan vijf"
    await keys(pilot, "down", "w", "j")
    assert len(table.wave().actions) == 4


async def _close(pilot, table, seen, folder: Path) -> None:
    app = pilot.app
    await keys(pilot, "right", "1")
    for suffix, following in ((".pdf", "h"), (".html", "x"), (".xlsx", "c"), (".zip", "")):
        assert ("Cijfers" if suffix in {".xlsx", ".zip"} else "Rapport") + " bewaren" in seen(app)
        assert app.screen.query_one(Input).value.endswith(f"samenspel-wijkteam-west-meting-1-2026-03-02{suffix}")
        await keys(pilot, "enter")
        await settled(pilot)
        await settled(pilot)
        assert (folder / f"samenspel-wijkteam-west-meting-1-2026-03-02{suffix}").stat().st_size > 1_000
        await keys(pilot, "escape", *following)
    await keys(pilot, "a", "j")
    await settled(pilot)
    assert (table.wave().phase, table.wave().closed) == ("afgerond", "2026-03-02")
    assert "afgerond op 2 maart 2026" in seen(app)
    await keys(pilot, "left", "w", "n", "1")
    assert place(app) == "acties"
    assert len(table.wave().actions) == 4


SORTED_BY = {
    "l": (r"hele groep: (\d,\d)", r"gemiddeld (\d,\d)"),
    "v": (r"verschil (\d,\d)", r"verschil (\d,\d)"),
    "d": (r"eens \((\d,\d\d)\)", r"eensgezindheid (\d,\d\d)"),
}


@pytest.mark.parametrize("key", SORTED_BY)
async def test_the_rows_show_what_they_are_sorted_by(table, seen, key):
    async with (app := table.app()).run_test(size=(100, 30)) as pilot:
        await opened(pilot, table)
        await keys(pilot, "l", "v", key)
        assert {"l": "Laagste", "v": "Grootste verschil", "d": "Meeste verdeeldheid"}[key] in seen(app)
        for pattern in SORTED_BY[key]:
            rows = [" ".join(str(row.render()).split()) for row in app.screen.query(PickRow)]
            both = [row for row in rows if "alleen " not in row]
            assert rows[: len(both)] == both  # what only one party was asked comes after what both can talk about
            found = [re.search(pattern, row) for row in both]
            figures = [float(one[1].replace(",", ".")) for one in found if one]
            assert len(figures) > 2
            assert figures == sorted(figures, reverse=key == "v")
            assert app.screen.here == app.screen.query(PickRow).first().value
            await keys(pilot, "1")


async def test_a_second_wave_opens_with_the_old_actions_and_shows_what_changed(table, seen, size):
    _agree(table, "Samen lunchen", "Op papier zetten")
    table.next_wave()
    async with (app := table.app()).run_test(size=size) as pilot:
        await opened(pilot, table, 2)
        assert place(app) == "terugblik"
        await keys(pilot, "g", "down", "n", "enter", *typed("Geen tijd"), "enter")
        lunch, paper = table.wave(1).actions
        assert (lunch.outcome, paper.outcome, paper.remark) == ("gedaan", "niet", "Geen tijd")
        await keys(pilot, "up", "d")
        assert table.wave(1).actions[0].outcome == "deels"
        await keys(pilot, "right")
        assert place(app) == "veranderd"
        await keys(pilot, *["down"] * 3)
        page = _page(app)
        assert "niet aantoonbaar veranderd" in page
        assert "veranderd: " in page
        assert "Samen lunchen (deels gedaan)" in page
        await keys(pilot, "right")
        assert place(app) == "vergelijken"
        await keys(pilot, "right", "right", "n")
        told = " ".join(seen(app).split())
        assert "Opnieuw: Samen lunchen" in told
        assert "deels gedaan" in told
        await keys(pilot, "up", "up", "enter")
        await write_action(pilot, "", "1-9-2026")
        [again] = table.wave(2).actions
        assert (again.what, again.who, again.dimensions, again.outcome) == ("Samen lunchen", "wij", ("rel",), "")
        await keys(pilot, "n")
        assert "Opnieuw: Samen lunchen" not in seen(app)  # it was taken along
        assert "Opnieuw: Op papier zetten" in seen(app)


async def test_the_old_actions_before_the_next_wave_is_revealed(table, seen, size):
    _agree(table, "Samen lunchen")
    table.groups.new_wave(table.stored.id, SECOND)
    async with (app := table.app()).run_test(size=size) as pilot:
        app.navigator.open(OldActions(table.stored.id, 2))
        await settled(pilot)
        await keys(pilot, "g", "right")
        assert table.wave(1).actions[0].outcome == "gedaan"
        assert app.screen is app.screen_stack[0]
        app.navigator.open(Workshop(table.stored.id, 2))
        await settled(pilot)
        assert "nog niet onthuld" in seen(app)


async def test_a_wave_without_old_actions_says_so(table, seen):
    async with (app := table.app()).run_test(size=(80, 24)) as pilot:
        for number in (1, 2):
            app.navigator.open(OldActions(table.stored.id, number))
            await settled(pilot)
            assert "Dat lukte niet" in seen(app)
            await keys(pilot, "enter")
            assert app.screen is app.screen_stack[0]


def _agree(table: Table, *whats: str) -> None:
    from msgspec.structs import replace

    from samenspel.group import workshop

    for what in whats:
        action = Action(what, "wij", "2026-04-01", "2026-06-01", dimensions=("rel",))
        table.groups.update_wave(
            table.stored.id, 1, lambda wave, action=action: workshop.put_action(wave, table.questionnaire, action)
        )
    table.groups.update_wave(table.stored.id, 1, lambda wave: replace(wave, phase="afgerond", closed="2026-03-02"))


def _page(app) -> str:
    from textual.widgets import Static

    from samenspel.tui.widgets.drawing import Drawing

    texts = [str(one.render()) for one in app.screen.query("#page Static").results(Static)]
    return " ".join(" ".join(texts + [one.render().plain for one in app.screen.query(Drawing)]).split())

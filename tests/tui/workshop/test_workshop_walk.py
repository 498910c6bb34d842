"""A whole workshop by keys: compare, talk, advise, vote, act, close, report; then a second wave."""

import re
from pathlib import Path

import pytest
from room import SECOND
from talker import Table, opened, place, write_action
from textual.widgets import Input

from pilot import pasted
from samenspel.group.model import Action
from samenspel.tui.kit.screen import Body
from samenspel.tui.navigation import OldActions, Workshop
from samenspel.tui.widgets.rows import PickRow


@pytest.fixture
def table(tmp_path, real) -> Table:
    return Table(tmp_path / "gegevens", real)


async def test_a_whole_workshop(table, seen, tmp_path, monkeypatch):
    monkeypatch.setattr("samenspel.tui.kit.save_report.documents", lambda: tmp_path)
    async with (app := table.app()).run_test(size=(60, 20)) as pilot:
        await opened(pilot, table)
        await _compare(pilot, table, seen)
        await _advise(pilot, table, seen)
        await _act(pilot, table, seen, tmp_path)
        await _close(pilot, table, seen, tmp_path)
        await pilot.press("escape")
        assert app.screen is app.screen_stack[0]


async def _compare(pilot, table, seen) -> None:
    app = pilot.app
    assert "minimum 5" in seen(app)
    for key, order in (("v", "verschil"), ("d", "verdeeldheid"), ("l", "laagste")):
        await pilot.press(key)
        assert table.wave().order == order
    first = app.screen.here
    await pilot.press("down", "enter")
    assert place(app).startswith("onderdeel:")
    assert place(app) != f"onderdeel:{first}"
    await pilot.press("1")
    assert place(app).startswith("stelling:")
    item = table.questionnaire.item(place(app).removeprefix("stelling:"))
    assert table.wave().at == f"stelling:{item.id}"
    assert item.discussion.split()[0] in seen(app)
    assert "De cijfers zijn antwoorden, geen personen." in _page(app)
    await pilot.press("right")
    assert place(app) != f"stelling:{item.id}"
    await pilot.press("left", "escape")
    assert app.screen.here == item.id
    await pilot.press("escape")
    assert place(app) == "vergelijken"
    assert app.screen.here != first  # back at the row that was opened
    await _striking(pilot, table, seen)


async def _striking(pilot, table, seen) -> None:
    """The statements that stand out, as in the report: one key away, whatever dimension they are of."""
    app, released, asked = pilot.app, table.wave().released, table.questionnaire
    both = [one for one in released.items if not asked.item(one.id).only]
    lists = {
        "v": ("verschillen", sorted((one for one in both if one.gap), key=lambda one: one.ranks["verschil"])),
        "d": ("verdeeldheid", sorted(both, key=lambda one: one.ranks["verdeeldheid"])),
        "l": ("laagste", sorted(both, key=lambda one: one.ranks["laagste"])),
    }
    await pilot.press("w")
    for key, (title, expected) in lists.items():
        await pilot.press(key)
        assert (place(app), table.wave().at) == ("opvalt", "opvalt")
        rows = app.screen.query(PickRow)
        assert title in seen(app)
        assert [row.value for row in rows] == [one.id for one in expected[:5]]
        assert app.screen.here == rows.first().value
        dimension = asked.dimension(asked.item(rows.first().value).dimension)
        assert dimension.name in " ".join(str(rows.first().render()).split())
    await pilot.press("2", "right")
    third = expected[2].id
    assert (place(app), table.wave().at) == (f"opvalt:{third}", f"opvalt:{third}")
    assert not app.screen.check_action("turn", (3,))  # five in all
    await pilot.press("escape")
    assert (place(app), app.screen.here) == ("opvalt", third)
    await pilot.press("escape")
    assert place(app) == "vergelijken"


async def _advise(pilot, table, seen) -> None:
    app = pilot.app
    await pilot.press("right")
    assert (place(app), table.wave().phase) == ("adviezen", "adviezen")
    first, second, third = [one.id for one in table.wave().released.advice[:3]]
    await pilot.press("p")
    assert table.wave().pinned == (first,)
    await pilot.press("down", "w")
    assert "Enter of F8 bewaren" in seen(app)
    await pilot.press(pasted("Dat doen wij al"), "f8")
    assert table.wave().dismissed == {second: "Dat doen wij al"}
    assert app.screen.here == third  # the group goes on where it was
    await pilot.press("s", "enter", "1", "1", "2", "g")
    assert (table.wave().votes, table.wave().voters) == ({first: 2, third: 1}, 1)
    assert table.questionnaire.advice(third).title not in seen(app)
    await pilot.press("enter", "down", "space", "minus", "space", "g", "escape")
    assert (table.wave().votes, table.wave().voters) == ({first: 2, third: 2}, 2)
    assert place(app) == "adviezen"
    assert "nog te weinig mensen om de stemmen te laten zien: 2 van minstens 5" in " ".join(seen(app).split())
    assert "×" not in seen(app)
    await pilot.press("n", "f8")
    assert (table.wave().votes, table.wave().voters) == ({first: 2, third: 2}, 2)  # nothing typed, nothing replaced
    await pilot.press("n", "5", "tab", "9", "f8")
    assert table.wave().votes == {first: 5, third: 9}
    while app.screen.here != second:
        await pilot.press("up")
    await pilot.press("t")
    assert not table.wave().dismissed
    await pilot.press("enter", "right", "left")
    assert place(app).startswith("advies:")
    await pilot.press("escape")


async def _act(pilot, table, seen, folder: Path) -> None:
    app = pilot.app
    await pilot.press("1", "a")
    assert place(app).startswith("actie:advies-")
    await write_action(pilot, "de teamleiders", "31-3-2026")
    [action] = table.wave().actions
    advice = table.questionnaire.advice(action.advice)
    assert action.what.split()[:3] == advice.first_step.split()[:3]
    assert (action.who, action.when, action.check_back) == ("de teamleiders", "2026-03-31", "2026-06-02")
    assert action.dimensions
    for number in range(2, 6):
        await pilot.press("n", "z")
        assert place(app) == "actie:nieuw"
        await write_action(pilot, "iedereen", "1-4-2026", f"Plan {number}")
        assert len(table.wave().actions) == number
        assert ("goed aantal" in seen(app)) == (number in (3, 4))
    await pilot.press("n")
    assert place(app) == "acties"  # five is the most
    await pilot.press("5", "end", "ctrl+u", pasted("Plan vijf"), "f8")
    assert table.wave().actions[4].what == "Plan vijf"
    await pilot.press("down", "w", "j")
    assert len(table.wave().actions) == 4
    await pilot.press("d")
    assert "Is de beamer uit?" in seen(app)
    await pilot.press("j", "enter")
    assert (folder / "samenspel-wijkteam-west-meting-1-2026-03-02-agenda.ics").read_bytes().count(b"BEGIN:VEVENT") == 6
    await pilot.press("escape")


async def _close(pilot, table, seen, folder: Path) -> None:
    app = pilot.app
    await pilot.press("right", "1", "j")
    for suffix, following in ((".pdf", "h"), (".html", "x"), (".xlsx", "c"), (".zip", "")):
        assert ("Cijfers" if suffix in {".xlsx", ".zip"} else "Rapport") + " bewaren" in seen(app)
        assert app.screen.query_one(Input).value.endswith(f"samenspel-wijkteam-west-meting-1-2026-03-02{suffix}")
        await pilot.press("enter")
        assert (folder / f"samenspel-wijkteam-west-meting-1-2026-03-02{suffix}").stat().st_size > 1_000
        await pilot.press("escape", *((following, "j") if following else ()))
    await pilot.press("a", "j")
    assert (table.wave().phase, table.wave().closed) == ("afgerond", "2026-03-02")
    assert "afgerond op 2 maart 2026" in seen(app)
    await pilot.press("left", "w", "n", "1")
    assert place(app) == "acties"
    assert len(table.wave().actions) == 4


SORTED_BY = {
    "l": (r"hele groep: (\d,\d)", r"gemiddeld (\d,\d)"),
    "v": (r"verschil[a-z ]*\((?:\w+ )?(\d,\d)", r"verschil[a-z ]*\((?:\w+ )?(\d,\d)"),
    "d": (r"groep(?:, ook binnen elke partij)?: ((?:deels )?eens|sterk uiteen)", r"spreiding \w+ \((\d,\d)\)"),
}
AGREEMENT = {"sterk uiteen": 2.0, "deels eens": 1.0, "eens": 0.0}
"""The least agreement comes first, as does the largest spread."""


@pytest.mark.parametrize("key", SORTED_BY)
async def test_the_rows_show_what_they_are_sorted_by(table, seen, key):
    async with (app := table.app()).run_test(size=(100, 30)) as pilot:
        await opened(pilot, table)
        assert all(one.name in seen(app) for one in table.questionnaire.asked.dimensions)  # all six at once
        await pilot.press("l", "v", key)
        assert {"l": "Laagste cijfer", "v": "Grootste verschil", "d": "Meeste verdeeldheid"}[key] in seen(app)
        for pattern in SORTED_BY[key]:
            if place(app) == "vergelijken":
                rows = await _chosen_one_by_one(pilot)
            else:
                rows = [" ".join(str(row.render()).split()) for row in app.screen.query(PickRow)]
            both = [row for row in rows if "alleen " not in row]
            assert rows[: len(both)] == both  # what only one party was asked comes after what both can talk about
            found = [re.search(pattern, row) for row in both]
            figures = [
                AGREEMENT[one[1]] if one[1] in AGREEMENT else float(one[1].replace(",", ".")) for one in found if one
            ]
            assert len(figures) > 2
            assert figures == sorted(figures, reverse=key in {"v", "d"})
            assert app.screen.here == app.screen.query(PickRow).first().value
            await pilot.press("1")


async def _chosen_one_by_one(pilot) -> list[str]:
    """What stands at the foot of the comparison with each row; ends at the first."""
    told = []
    for row in pilot.app.screen.query(PickRow):
        row.focus()
        await pilot.pause()
        told.append(" ".join(str(pilot.app.screen.query_one("#chosen").render()).split()))
    pilot.app.screen.query(PickRow).first().focus()
    await pilot.pause()
    return told


@pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=["80x24", "120x40"])
async def test_a_beamer_shows_six_dimensions_with_names_and_a_word_and_figures_of_one(table, seen, size):
    async with (app := table.app()).run_test(size=size) as pilot:
        await opened(pilot, table)
        rows = [" ".join(str(row.render()).split()) for row in app.screen.query(PickRow)]
        text = " ".join(seen(app).split())
        for one, row in zip(table.questionnaire.asked.dimensions, sorted(rows, key=_in_order(table)), strict=True):
            assert one.name in text
            assert re.search(r"(duidelijk verschil|mogelijk|geen)( 1|$)", row) or row.endswith("5")
            assert "wijkcoaches" in row
            assert "jongerenwerkers" in row
            assert not re.search(r"\d,\d", row)
        assert len(re.findall(r"wijkcoaches ●|● wijkcoaches|■● wijkcoaches", text)) == 6  # all six in sight
        chosen = str(app.screen.query_one("#chosen").render())
        assert chosen.count("hele groep: ") == 1
        assert not re.search(r"\d,\d\d", text)


def _in_order(table: Table):
    names = [one.name for one in table.questionnaire.asked.dimensions]
    return lambda row: next(place for place, name in enumerate(names) if name in row)


async def test_a_second_wave_opens_with_the_old_actions_and_shows_what_changed(table, seen):
    _agree(table, "Samen lunchen", "Op papier zetten")
    table.next_wave()
    async with (app := table.app()).run_test(size=(60, 20)) as pilot:
        await opened(pilot, table, 2)
        assert place(app) == "terugblik"
        await pilot.press("g", "down", "n", "enter", pasted("Geen tijd"), "enter")
        lunch, paper = table.wave(1).actions
        assert (lunch.outcome, paper.outcome, paper.remark) == ("gedaan", "niet", "Geen tijd")
        await pilot.press("up", "d")
        assert table.wave(1).actions[0].outcome == "deels"
        await pilot.press("right")
        assert place(app) == "veranderd"
        await pilot.press(*["down"] * 3)
        page = _page(app)
        assert "geen verandering aangetoond" in page
        assert "duidelijk veranderd (" in page
        assert "Samen lunchen (deels gedaan)" in page
        await pilot.press("right")
        assert place(app) == "vergelijken"
        await pilot.press("right", "right", "n")
        told = " ".join(seen(app).split())
        assert "Opnieuw: Samen lunchen" in told
        assert "deels gedaan" in told
        await pilot.press("up", "up", "enter")
        await write_action(pilot, "", "1-9-2026")
        [again] = table.wave(2).actions
        assert (again.what, again.who, again.dimensions, again.outcome) == ("Samen lunchen", "wij", ("rel",), "")
        await pilot.press("n")
        assert "Opnieuw: Samen lunchen" not in seen(app)  # it was taken along
        assert "Opnieuw: Op papier zetten" in seen(app)


async def test_the_old_actions_before_the_next_wave_is_revealed(table, seen):
    _agree(table, "Samen lunchen")
    table.groups.new_wave(table.stored.id, SECOND)
    async with (app := table.app()).run_test(size=(60, 20)) as pilot:
        app.navigator.open(OldActions(table.stored.id, 2))
        await pilot.pause()
        await pilot.press("g", "right")
        assert table.wave(1).actions[0].outcome == "gedaan"
        assert app.screen is app.screen_stack[0]
        app.navigator.open(Workshop(table.stored.id, 2))
        await pilot.pause()
        assert "nog niet onthuld" in seen(app)


async def test_a_wave_without_old_actions_says_so(table, seen):
    async with (app := table.app()).run_test(size=(80, 24)) as pilot:
        for number in (1, 2):
            app.navigator.open(OldActions(table.stored.id, number))
            await pilot.pause()
            assert "Dat lukte niet" in seen(app)
            await pilot.press("enter")
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


async def test_an_order_that_rests_on_nothing_seen_is_not_told(tmp_path, real, seen):
    """Of nine and three no difference is shown; of a wave with some hidden figures it is said where those stand."""
    table = Table(tmp_path / "gegevens", real, people=12)
    shown = [one for one in table.wave().released.dimensions if "laagste" in one.ranks]
    async with (app := table.app()).run_test(size=(80, 24)) as pilot:
        await opened(pilot, table)
        await pilot.press("v")
        assert "Grootste verschil" not in seen(app)
        assert "Hiervan is niets te zien. Dit is de volgorde van de vragenlijst." in seen(app)
        assert "verschil niet te zien" in seen(app)
        await pilot.press("l")
        hidden = "Wat niet te zien is, staat onderaan." in seen(app)
        assert hidden == (len(shown) < len(table.questionnaire.asked.dimensions))


@pytest.mark.parametrize("key", "lvd")
async def test_all_six_stand_on_one_small_screen_in_every_order(table, key):
    async with (app := table.app()).run_test(size=(80, 24)) as pilot:
        await opened(pilot, table)
        await pilot.press("v" if key == "l" else "l", key)
        rows = [*app.screen.query(PickRow)]
        body = app.screen.query_one(Body).content_region
        assert len(rows) == 6
        assert all(body.contains_region(row.region) for row in rows)

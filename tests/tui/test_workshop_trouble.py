"""Hostile texts, a full disk and things that cannot be: one clear message, and nothing typed is lost."""

import pytest
from msgspec.structs import replace
from room import FIRST, GROUP
from talker import Table, keys, opened, place, settled, write_action
from textual import events
from textual.widgets import Input, TextArea
from walker import SIZES, WALKED, sized, typed

from samenspel import hygiene
from samenspel.group import workshop
from samenspel.group.model import Action
from samenspel.storage import StorageError
from samenspel.tui.kit.dialogs import DialogScreen
from samenspel.tui.navigation import Workshop
from samenspel.tui.widgets.fields import Wrong
from samenspel.tui.workshop.screen import LineScreen

HOSTILE = ["[/]", "[red]rood[/red]", "<b>vet</b>", "\u202etfel\u202c", "a" * 300, "🧑‍🤝‍🧑 samen", "=1+1", "\x1b[31m"]


@pytest.fixture
def table(tmp_path, real) -> Table:
    return Table(tmp_path, real)


@pytest.mark.parametrize(
    ("text", "size"), [(text, SIZES[nth % 3]) for nth, text in enumerate(HOSTILE)], ids=range(len(HOSTILE))
)
async def test_hostile_texts_are_shown_as_text(text, tmp_path, real, seen, size):
    table = Table(tmp_path, real, replace(GROUP, name=hygiene.clean(text, 1000)[:80]))
    first = table.wave().released.advice[0].id
    action = Action(text, text, "2026-04-01", "2026-06-01", first, ("rel",), "deels", text)
    for step in (
        lambda wave: workshop.dismiss(wave, first, text),
        lambda wave: workshop.put_action(wave, real, action),
        lambda wave: workshop.follow_up(wave, 0, "niet", text),
        lambda wave: workshop.close(wave, FIRST),
    ):
        table.groups.update_wave(table.stored.id, 1, step)
    table.next_wave()
    async with (app := table.app()).run_test(size=size) as pilot:
        await opened(pilot, table, 2)
        assert place(app) == "terugblik"
        await keys(pilot, "g", "enter", "escape", *["right"] * 3)
        assert place(app) == "adviezen"
        app.navigator.open(Workshop(table.stored.id, 1))
        await settled(pilot)
        await keys(pilot, *["right"] * 4, "left", "1")
        assert "\u202e" not in seen(app)
        assert "\x1b" not in seen(app)
        app.navigator.open(Workshop(table.stored.id, 1))
        await settled(pilot)
        await keys(pilot, "right", "right", "left", "up", "enter")
        assert place(app) == f"advies:{first}"


async def test_a_text_that_is_too_long_stays(table, seen):
    async with (app := table.app()).run_test(size=(80, 24)) as pilot:
        await opened(pilot, table)
        await keys(pilot, "right", "w")
        app.screen.query_one(Input).value = "a" * 301
        await keys(pilot, "enter")
        assert "te lang: 301 tekens" in seen(app)
        assert app.screen.query_one(Input).value == "a" * 301
        app.screen.query_one(Input).value = ""
        await keys(pilot, "tab", "enter")  # on the button
        assert "Schrijf erbij waarom" in " ".join(seen(app).split())
        await keys(pilot, *typed("nee"))
        assert "Schrijf erbij waarom" not in " ".join(seen(app).split())
        await keys(pilot, "enter")
        assert list(table.wave().dismissed.values()) == ["nee"]


@pytest.mark.campaign
@pytest.mark.parametrize("size", WALKED, ids=sized)
async def test_every_fault_of_a_form_is_said_at_its_field(table, seen, size):
    async with (app := table.app()).run_test(size=size) as pilot:
        await opened(pilot, table)
        await keys(pilot, "right", "right", "n", "z", "tab", "tab", *typed("31 februari"), "f8")
        assert place(app) == "actie:nieuw"  # no window over it
        assert _faults(app) == {
            "what": "Schrijf op wat u gaat doen.",
            "who": "Schrijf op wie dat doet.",
            "when": "Schrijf een datum als 31-12-2026.",
        }
        assert app.focused.id == "what"
        assert "✗ Schrijf op wat u gaat doen." in seen(app)
        await keys(pilot, *typed("Bellen"))
        assert list(_faults(app)) == ["who", "when"]  # what is right again, is said no more
        await keys(pilot, "f8")
        assert app.focused.id == "who"
        await keys(pilot, *typed("wij"), "tab", *typed("31-02-2027"), "f8")
        assert _faults(app) == {"when": "Deze dag bestaat niet. Kijk de dag en de maand na."}
        await keys(pilot, "home", "ctrl+k", *typed("1-1-2020"), "f8")
        assert _faults(app)["when"].startswith("Deze dag is al voorbij. Kies ")
        await keys(pilot, "home", "ctrl+k", *typed("31-12-2026"), "tab", *typed("30-12-2026"), "f8")
        assert list(_faults(app)) == ["check_back"]
        assert app.focused.id == "check_back"
        assert "of op een dag daarna" in " ".join(seen(app).split())
        await keys(pilot, "home", "ctrl+k", *typed("1-2-2027"), "f8")
        assert table.wave().actions == (Action("Bellen", "wij", "2026-12-31", "2027-02-01"),)


def _faults(app) -> dict[str, str]:
    return {one.id.removeprefix("wrong-"): one.wrong for one in app.screen.query(Wrong) if one.wrong}


async def test_leaving_a_form_asks(table):
    async with (app := table.app()).run_test(size=(80, 24)) as pilot:
        await opened(pilot, table)
        await keys(pilot, "right", "right", "n", "z", "escape")
        assert place(app) == "acties"  # nothing typed, nothing asked
        await keys(pilot, "n", "z", *typed("Bellen"), "escape")
        assert isinstance(app.screen, DialogScreen)
        await keys(pilot, "3")
        assert app.screen.query_one(TextArea).text == "Bellen"
        await app.action_quit()
        await settled(pilot)
        assert isinstance(app.screen, DialogScreen)  # it could not be stored, so the app stays
        await keys(pilot, "enter", "escape", "2")
        assert place(app) == "acties"
        assert not table.wave().actions
        await keys(pilot, "left", "n", "7", "escape", "1")
        assert sum(table.wave().votes.values()) == 7


async def test_a_full_disk_is_said_and_nothing_is_lost(table, seen, monkeypatch):
    async with (app := table.app()).run_test(size=(80, 24)) as pilot:
        await opened(pilot, table)
        await keys(pilot, "right", "right", "n", "z", *typed("Bellen"), "tab", *typed("wij"), "tab", *typed("1-4-2026"))
        real_write = monkeypatch.setattr("samenspel.storage.durable.write", _full)
        await keys(pilot, "f8")
        assert "De schijf is vol" in seen(app)
        await keys(pilot, "enter")
        assert app.screen.query_one(TextArea).text == "Bellen"
        monkeypatch.undo()
        await keys(pilot, "f8")
        assert [action.what for action in table.wave().actions] == ["Bellen"]
        assert real_write is None


def _full(*_args: object, **_more: object) -> None:
    raise StorageError("De schijf is vol.")


async def test_pasted_text_is_cleaned(table):
    async with (app := table.app()).run_test(size=(80, 24)) as pilot:
        await opened(pilot, table)
        await keys(pilot, "right", "w")
        assert isinstance(app.screen, LineScreen)
        app.screen.query_one(Input).post_message(events.Paste("a\u202eb\x1b[31m"))
        await settled(pilot)
        assert app.screen.query_one(Input).value == "ab[31m"


async def test_no_group_no_wave_and_not_revealed(table, seen):
    async with (app := table.app()).run_test(size=(80, 24)) as pilot:
        for group_id, number, said in (
            ("weg", 1, "Er is geen groep"),
            (table.stored.id, 7, "geen meting 7"),
            (table.stored.id, 0, "geen meting 0"),
        ):
            app.navigator.open(Workshop(group_id, number))
            await settled(pilot)
            assert said in seen(app)
            await keys(pilot, "enter")


async def test_a_suggestion_is_replaced_by_typing_and_looking_back_moves_along(table, seen):
    async with (app := table.app()).run_test(size=(100, 30)) as pilot:
        await opened(pilot, table)
        await keys(pilot, "right", "a")
        text = app.screen.query_one(TextArea)
        assert text.selected_text == text.text != ""
        await keys(pilot, *typed("Samen eten"), "tab", *typed("wij"), "tab", *typed("1-12-2026"))
        back = app.screen.query_one("#check_back", Input)
        assert back.value == "1-3-2027"
        await keys(pilot, "backspace", *typed("7"))
        assert back.value == "1-3-2028"
        await keys(pilot, "tab", *typed("1-1-2026"), "f8")
        assert "Kijk terug op de dag van de actie zelf, of op een dag daarna." in " ".join(seen(app).split())
        await keys(pilot, "home", "ctrl+k", *typed("5-1-2028"), "shift+tab", *typed("1-1-2028"), "f8")
    [action] = table.wave().actions
    assert (action.what, action.when, action.check_back) == ("Samen eten", "2028-01-01", "2028-01-05")


async def test_stopping_while_somebody_votes_asks(table):
    async with (app := table.app()).run_test(size=(80, 24)) as pilot:
        await opened(pilot, table)
        await keys(pilot, "right", "s", "enter", "1", "escape", "n")
        assert place(app) == "stemmen"
        await keys(pilot, "escape", "j")
        assert place(app) == "adviezen"
        assert not table.wave().voters


async def test_by_mouse(table):
    async with (app := table.app()).run_test(size=(100, 30)) as pilot:
        await opened(pilot, table)
        await pilot.click("PickRow")
        await settled(pilot)
        assert place(app).startswith("onderdeel:")
        await pilot.click("PickRow")
        await settled(pilot)
        assert place(app).startswith("stelling:")
        await keys(pilot, "escape", "escape", "right", "right", "n", "z")
        await write_action(pilot, "wij", "1-4-2026", "Bellen")
        await keys(pilot, "1")
        for target in ("Tick", "#save"):
            app.screen.query(target).first().scroll_visible(animate=False)
            await settled(pilot)
            await pilot.click(target)
        await settled(pilot)
        assert place(app) == "acties"

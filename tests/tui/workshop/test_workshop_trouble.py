"""Hostile texts, a full disk and things that cannot be: one clear message, and nothing typed is lost."""

from functools import partial

import pytest
from msgspec.structs import replace
from room import FIRST
from talker import Table, opened, place, write_action
from textual import events
from textual.widgets import Input, TextArea
from walker import SIZES, WALKED, sized, typed

from pilot import pasted
from samenspel import hygiene
from samenspel.group import workshop
from samenspel.group.model import Action
from samenspel.storage import StorageError
from samenspel.tui.kit.dialogs import DialogScreen
from samenspel.tui.navigation import Workshop
from samenspel.tui.widgets.fields import Wrong
from samenspel.tui.workshop.screen import LineScreen

HOSTILE = ["[/]", "[red]rood[/red]", "<b>vet</b>", "\u202etfel\u202c", "a" * 300, "🧑‍🤝‍🧑 samen", "\x1b[31m", "=1+1"]


@pytest.fixture
def table(tmp_path, real) -> Table:
    return Table(tmp_path, real)


@pytest.mark.campaign
@pytest.mark.parametrize("size", WALKED, ids=sized)
async def test_hostile_texts_are_shown_as_text(tmp_path, real, seen, size):
    """Each with an advice that was put aside and in an action: some at each size."""
    texts = HOSTILE[SIZES.index(size) :: len(SIZES)]
    table = Table(tmp_path, real)
    aside = [one.id for one in table.wave().released.advice[: len(texts)]]
    for place_, (text, advice) in enumerate(zip(texts, aside, strict=True)):
        action = Action(text, text, "2026-04-01", "2026-06-01", advice, ("rel",), "deels", text)
        for step in (
            partial(workshop.dismiss, advice=advice, reason=text),
            partial(workshop.put_action, questionnaire=real, action=action),
            partial(workshop.follow_up, place=place_, outcome="niet", remark=text),
        ):
            table.groups.update_wave(table.stored.id, 1, step)
    table.groups.update_wave(table.stored.id, 1, lambda wave: workshop.close(wave, FIRST))
    table.next_wave()
    async with (app := table.app()).run_test(size=size) as pilot:
        await opened(pilot, table, 2)
        assert place(app) == "terugblik"
        for _text in texts:
            await pilot.press("g", "enter", "escape", "down")
        await pilot.press(*["right"] * 3)
        assert place(app) == "adviezen"
        app.navigator.open(Workshop(table.stored.id, 1))
        await pilot.pause()
        await pilot.press(*["right"] * 4, "left")
        for number in range(1, len(texts) + 1):
            await pilot.press(str(number))
            assert "\u202e" not in seen(app)
            assert "\x1b" not in seen(app)
            await pilot.press("escape")
        app.navigator.open(Workshop(table.stored.id, 1))
        await pilot.pause()
        await pilot.press("right", "right", "left")
        for advice in reversed(aside):
            await pilot.press("up", "enter")
            assert place(app) == f"advies:{advice}"
            assert "\u202e" not in seen(app)
            assert "\x1b" not in seen(app)
            await pilot.press("escape")


async def test_hostile_names_of_a_group_are_shown_as_text(table, seen):
    async with (app := table.app()).run_test(size=(60, 20)) as pilot:
        for text in HOSTILE:
            name = hygiene.clean(text, 1000)[:80]
            table.groups.change(table.stored.id, lambda group, name=name: replace(group, name=name))
            await opened(pilot, table)
            assert place(app) == "vergelijken"
            assert name[:10] in seen(app)
            assert "\u202e" not in seen(app)
            assert "\x1b" not in seen(app)
            app.navigator.home()
            await pilot.pause()


async def test_a_text_that_is_too_long_stays(table, seen):
    async with (app := table.app()).run_test(size=(80, 24)) as pilot:
        await opened(pilot, table)
        await pilot.press("right", "w")
        app.screen.query_one(Input).value = "a" * 301
        await pilot.press("enter")
        assert "te lang: 301 tekens" in seen(app)
        assert app.screen.query_one(Input).value == "a" * 301
        app.screen.query_one(Input).value = ""
        await pilot.press("tab", "enter")  # on the button
        assert "Schrijf erbij waarom" in " ".join(seen(app).split())
        await pilot.press(*"nee")
        assert "Schrijf erbij waarom" not in " ".join(seen(app).split())
        await pilot.press("enter")
        assert list(table.wave().dismissed.values()) == ["nee"]


@pytest.mark.campaign
@pytest.mark.parametrize("size", WALKED, ids=sized)
async def test_every_fault_of_a_form_is_said_at_its_field(table, seen, size):
    async with (app := table.app()).run_test(size=size) as pilot:
        await opened(pilot, table)
        await pilot.press("right", "right", "n", "z", "tab", "tab", pasted("31 februari"), "f8")
        assert place(app) == "actie:nieuw"  # no window over it
        assert _faults(app) == {
            "what": "Schrijf op wat u gaat doen.",
            "who": "Schrijf op wie dat doet.",
            "when": "Deze dag bestaat niet. Kijk de dag en de maand na.",
        }
        assert app.focused.id == "what"
        assert "✗ Schrijf op wat u gaat doen." in seen(app)
        await pilot.press(*"Bellen")
        assert list(_faults(app)) == ["who", "when"]  # what is right again, is said no more
        await pilot.press("f8")
        assert app.focused.id == "who"
        await pilot.press(*"wij", "tab", pasted("31-02-2027"), "f8")
        assert _faults(app) == {"when": "Deze dag bestaat niet. Kijk de dag en de maand na."}
        await pilot.press("home", "ctrl+k", pasted("1-1-2020"), "f8")
        assert _faults(app)["when"].startswith("Deze dag is al voorbij. Kies ")
        await pilot.press("home", "ctrl+k", pasted("31-12-2026"), "tab", pasted("30-12-2026"), "f8")
        assert list(_faults(app)) == ["check_back"]
        assert app.focused.id == "check_back"
        assert "of op een dag daarna" in " ".join(seen(app).split())
        await pilot.press("home", "ctrl+k", pasted("1-2-2027"), "f8")
        assert table.wave().actions == (Action("Bellen", "wij", "2026-12-31", "2027-02-01"),)


def _faults(app) -> dict[str, str]:
    return {one.id.removeprefix("wrong-"): one.wrong for one in app.screen.query(Wrong) if one.wrong}


async def test_leaving_a_form_asks(table):
    async with (app := table.app()).run_test(size=(80, 24)) as pilot:
        await opened(pilot, table)
        await pilot.press("right", "right", "n", "z", "escape")
        assert place(app) == "acties"  # nothing typed, nothing asked
        await pilot.press("n", "z", pasted("Bellen"), "escape")
        assert isinstance(app.screen, DialogScreen)
        await pilot.press("3")
        assert app.screen.query_one(TextArea).text == "Bellen"
        await app.action_quit()
        await pilot.pause()
        assert isinstance(app.screen, DialogScreen)  # it could not be stored, so the app stays
        await pilot.press("enter", "escape", "2")
        assert place(app) == "acties"
        assert not table.wave().actions
        await pilot.press("left", "n", "7", "escape", "1")
        assert sum(table.wave().votes.values()) == 7


async def test_a_full_disk_is_said_and_nothing_is_lost(table, seen, monkeypatch):
    async with (app := table.app()).run_test(size=(80, 24)) as pilot:
        await opened(pilot, table)
        await pilot.press("right", "right", "n", "z", pasted("Bellen"), "tab", pasted("wij"), "tab", pasted("1-4-2026"))
        real_write = monkeypatch.setattr("samenspel.storage.durable.write", _full)
        await pilot.press("f8")
        assert "De schijf is vol" in seen(app)
        await pilot.press("enter")
        assert app.screen.query_one(TextArea).text == "Bellen"
        monkeypatch.undo()
        await pilot.press("f8")
        assert [action.what for action in table.wave().actions] == ["Bellen"]
        assert real_write is None


def _full(*_args: object, **_more: object) -> None:
    raise StorageError("De schijf is vol.")


async def test_pasted_text_is_cleaned(table):
    async with (app := table.app()).run_test(size=(80, 24)) as pilot:
        await opened(pilot, table)
        await pilot.press("right", "w")
        assert isinstance(app.screen, LineScreen)
        app.screen.query_one(Input).post_message(events.Paste("a\u202eb\x1b[31m"))
        await pilot.pause()
        assert app.screen.query_one(Input).value == "ab[31m"


async def test_no_group_no_wave_and_not_revealed(table, seen):
    async with (app := table.app()).run_test(size=(80, 24)) as pilot:
        for group_id, number, said in (
            ("weg", 1, "Er is geen groep"),
            (table.stored.id, 7, "geen meting 7"),
            (table.stored.id, 0, "geen meting 0"),
        ):
            app.navigator.open(Workshop(group_id, number))
            await pilot.pause()
            assert said in seen(app)
            await pilot.press("enter")


async def test_a_suggestion_is_replaced_by_typing_and_looking_back_moves_along(table, seen):
    async with (app := table.app()).run_test(size=(100, 30)) as pilot:
        await opened(pilot, table)
        await pilot.press("right", "a")
        text = app.screen.query_one(TextArea)
        assert text.selected_text == text.text != ""
        await pilot.press(*typed("Samen eten"), "tab", *"wij", "tab", *typed("1-12-2026"))
        back = app.screen.query_one("#check_back", Input)
        assert back.value == "1-3-2027"
        await pilot.press("backspace", "7")
        assert back.value == "1-3-2028"
        await pilot.press("tab", pasted("1-1-2026"), "f8")
        assert "Kijk terug op de dag van de actie zelf, of op een dag daarna." in " ".join(seen(app).split())
        await pilot.press("home", "ctrl+k", pasted("5-1-2028"), "shift+tab", pasted("1-1-2028"), "f8")
    [action] = table.wave().actions
    assert (action.what, action.when, action.check_back) == ("Samen eten", "2028-01-01", "2028-01-05")


async def test_the_day_that_was_understood_is_said_in_words(table, seen):
    async with (app := table.app()).run_test(size=(80, 24)) as pilot:
        await opened(pilot, table)
        await pilot.press("right", "right", "n", "z", pasted("Bellen"), "tab", pasted("wij"), "tab", pasted("1 april"))
        assert "dat is woensdag 1 april 2026" in seen(app)
        for wrong, said in (("1-2-26", "Deze dag is al voorbij."), ("31 april", "Deze dag bestaat niet.")):
            await pilot.press("home", "ctrl+k", pasted(wrong), "f8")
            assert said in seen(app)
        await pilot.press("home", "ctrl+k", pasted("1 apr '26"), "f8")
    [action] = table.wave().actions
    assert action.when == "2026-04-01"


async def test_stopping_while_somebody_votes_asks(table):
    async with (app := table.app()).run_test(size=(80, 24)) as pilot:
        await opened(pilot, table)
        await pilot.press("right", "s", "enter", "1", "escape", "n")
        assert place(app) == "stemmen"
        await pilot.press("escape", "j")
        assert place(app) == "adviezen"
        assert not table.wave().voters


async def test_by_mouse(table):
    async with (app := table.app()).run_test(size=(100, 30)) as pilot:
        await opened(pilot, table)
        await pilot.click("PickRow")
        assert place(app).startswith("onderdeel:")
        await pilot.click("PickRow")
        assert place(app).startswith("stelling:")
        await pilot.press("escape", "escape", "right", "right", "n", "z")
        await write_action(pilot, "wij", "1-4-2026", "Bellen")
        await pilot.press("1")
        for target in ("Tick", "#save"):
            app.screen.query(target).first().scroll_visible(animate=False)
            await pilot.pause()
            await pilot.click(target)
        await pilot.pause()
        assert place(app) == "acties"

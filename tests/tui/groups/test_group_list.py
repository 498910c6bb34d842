"""The list of groups, making one, and the page of one group."""

import pytest
from groups_help import everything_shown, give, make, open_collecting, person
from msgspec.structs import replace
from walker import MOMENT

from samenspel.fictional.practice import practise
from samenspel.group import workshop
from samenspel.group.model import Action
from samenspel.response import Response
from samenspel.storage.groups import Groups
from samenspel.tui.groups.collect import CollectScreen
from samenspel.tui.groups.form import GroupFormScreen
from samenspel.tui.groups.groups import GroupScreen, GroupsScreen
from samenspel.tui.navigation import Collecting, OneGroup

HOSTILE = "[/] [bold]x\u202e\x1b[31m {naam}"


@pytest.fixture
def groups(store):
    return Groups(store.folder)


async def fill(pilot, *values: str) -> None:
    """Fill the fields from the first one on."""
    for value in values:
        await pilot.press(*value, "enter")


async def test_the_door_opens_the_list(app_for, groups, small, seen):
    give(groups, make(groups, small), small, person(0), person(1))
    make(groups, small, "Oost")
    app = app_for()
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.press("2")
        text = seen(app)
        assert "2 groepen op deze computer" in text
        assert "Wijk Noord" in text
        assert "meting 1 · antwoorden verzamelen · 2 deelnemers" in text
        assert "nog niemand" in text
        await pilot.press("enter")
        assert isinstance(app.screen, GroupScreen)
        assert "Oost" in seen(app)
        await pilot.press("escape", "escape")
        assert "samenspel" in seen(app)


async def test_an_unreadable_group_is_named_and_the_others_stay(app_for, groups, small, seen):
    make(groups, small)
    broken = make(groups, small, "Stuk")
    (groups.folder / "groepen" / broken.id / "groep.json").write_text("[/]")
    app = app_for()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("2")
        assert "Wijk Noord" in seen(app)
        assert "beschadigd" in seen(app)
        assert "groep.json" in seen(app)
        assert groups.folder.name not in everything_shown(app)  # where it stands is not for the room


async def test_where_a_file_stands_is_told_when_the_beamer_is_off(app_for, groups, small):
    """What cannot be read is named at once; of its place a room sees the name alone."""
    stored = make(groups, small)
    (groups.folder / "groepen" / stored.id / "groep.json").write_text("[/]")
    app = app_for()
    async with app.run_test(size=(100, 30)) as pilot:
        make(groups, small, "Oost")
        app.navigator.open(OneGroup(stored.id))
        await pilot.pause()
        whole = str(groups.folder)
        told = everything_shown(app)
        assert "Dat lukte niet" in told
        assert "groep.json" in told
        assert whole not in told
        await pilot.press("2")
        assert whole not in everything_shown(app)
        await pilot.press("n")
        assert whole not in everything_shown(app)
        app.navigator.show_problem(f"Het bestand {whole}/groepen/x/groep.json is beschadigd.")
        await pilot.press("2", "j")
        assert f"{whole}/groepen/x/groep.json is beschadigd." in everything_shown(app)


async def test_without_a_group_a_fault_says_at_once_where_it_is(app_for, groups):
    app = app_for()
    async with app.run_test(size=(100, 30)) as pilot:
        app.navigator.show_problem(f"samenspel kan niet bij de map {groups.folder}: de schijf is stuk.")
        await pilot.pause()
        assert str(groups.folder) in everything_shown(app)


async def test_making_one_by_keyboard(app_for, groups, small, seen):
    app = app_for()
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.press("2", "n")
        assert isinstance(app.screen, GroupFormScreen)
        await fill(pilot, "Wijk Zuid", "Zuid", "6", "3")
        await pilot.press("f8")
        assert isinstance(app.screen, CollectScreen)
        await pilot.press("escape")
        assert "verwacht: 6 bakkers en 3 slagers" in " ".join(seen(app).split())
        await pilot.press("escape")
        assert isinstance(app.screen, GroupsScreen)
    (stored,) = groups.all()
    assert (stored.group.name, stored.group.area, stored.group.minimum) == ("Wijk Zuid", "Zuid", 5)
    assert stored.group.expected == {"bakker": 6, "slager": 3}


async def test_a_number_that_was_left_out_is_asked_about(app_for, groups, small, seen):
    app = app_for()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("2", "n")
        await fill(pilot, "Wijk Zuid", "9", "7", "")  # the area may be left empty, and was overlooked
        await pilot.press("f8")
        assert "Verwacht u geen slagers?" in seen(app)
        await pilot.press("n")
        assert app.focused is app.screen.query_one("#expected-1 Input")
        assert not list(groups.all())
        await pilot.press("f8", "j")
        assert isinstance(app.screen, CollectScreen)
    (stored,) = groups.all()
    assert stored.group.expected.get("slager", 0) == 0


async def test_what_will_be_visible_follows_the_numbers(app_for, seen):
    app = app_for()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("2", "n")
        assert "Vul in hoeveel mensen" in seen(app)
        await fill(pilot, "Zuid", "", "6", "6")
        assert "✓ Het verschil tussen de twee." in seen(app)
        assert "Voeg gebieden samen" not in seen(app)
        await pilot.press("shift+tab", "backspace", "3")
        text = seen(app)
        assert "– Niet de slagers apart: dat zijn er minder dan 5." in text
        assert "– Niet de bakkers apart: anders zijn de anderen uit te rekenen." in text
        assert "Voeg gebieden samen tot één grotere groep" in text
        await pilot.press("tab", "tab", "2")
        assert "✓ De slagers apart." in seen(app)
        assert "minimum 3 kiezen" not in seen(app)


async def test_every_mistake_is_said_at_its_field_and_nothing_is_lost(app_for, groups, small, seen):
    make(groups, small, "Bezet")
    app = app_for()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("2", "n", "f8")
        assert "Geef de groep een naam." in seen(app)
        await pilot.press(*"bezet", "down", *"Zuid", "down", *"12x", "down", "3", "down", *"21", "f8")
        assert "Er is al een groep ‘bezet’" in seen(app)
        assert "Vul een getal in van 0 tot en met 999." in seen(app)
        assert "van 3 tot en met 20" in seen(app)
        assert "Vul eerst de getallen goed in." in seen(app)
        assert app.focused.value == "bezet"
        await pilot.press("down", "down", "backspace", "down", "down", "backspace", "backspace", "5", "f8")
        assert "Vul een getal" not in seen(app)
        assert app.focused.value == "bezet"
        assert [one.value for one in app.screen.query("Input")] == ["bezet", "Zuid", "12", "3", "5"]
        app.screen.query("Input").last().value = "21"
        await pilot.press("f8")
        assert "van 3 tot en met 20" in seen(app)
    assert len(groups.all()) == 1


async def test_hostile_and_endless_names(app_for, groups, seen):
    app = app_for()
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.press("2", "n")
        app.focused.value = "x" * 300
        await pilot.press("f8")
        assert "heeft 300 tekens. Hooguit 80 mag." in " ".join(seen(app).split())
        assert app.focused.value == "x" * 300
        app.focused.value = HOSTILE
        await pilot.press("f8", "1")
        assert "\u202e" not in seen(app)
        await pilot.press("escape", "escape", "escape", "w")
        assert "[/] [bold]x[31m {naam}" in seen(app)
        await pilot.press("n")
        app.screen.action_rename()
        await pilot.press("escape")
    (stored,) = groups.all()
    assert stored.group.name == "[/] [bold]x[31m {naam}"


async def test_an_open_table_needs_everyone(app_for, groups, seen):
    app = app_for()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("2", "n")
        await fill(pilot, "Klein", "", "2", "1")
        assert "open tafel" in seen(app)
        await pilot.press("tab", "3")
        assert "Is iedereen aan tafel akkoord?" in seen(app)
        await pilot.press("n")
        assert groups.all() == []
        await pilot.press("3", "j")
        assert "open tafel: niet anoniem" in seen(app)
    (stored,) = groups.all()
    assert stored.group.open_table


async def test_no_open_table_for_a_group_that_is_large_enough(app_for, seen):
    app = app_for()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("2", "n")
        await fill(pilot, "Groot", "", "4", "1")
        assert "open tafel" not in seen(app)


async def test_renaming_and_erasing(app_for, groups, small, seen):
    make(groups, small, "Bezet")
    stored = make(groups, small, "Wijk")
    app = app_for()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("2", "down", "h")
        app.focused.value = "bezet"
        await pilot.press("enter")
        assert "Er is al een groep" in seen(app)
        app.focused.value = "Wijk West"
        await pilot.press("enter")
        assert "Wijk West" in seen(app)
        assert groups.read(stored.id).group.name == "Wijk West"
        await pilot.press("w", "enter")
        assert len(groups.all()) == 2
        await pilot.press("w", "j")
        assert [one.group.name for one in groups.all()] == ["Bezet"]


async def test_by_mouse(app_for, groups, small):
    make(groups, small)
    app = app_for()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.click("Menu", offset=(10, 2))
        assert isinstance(app.screen, GroupsScreen)
        await pilot.click("Menu", offset=(10, 0))
        await pilot.click("Menu", offset=(10, 0))
        assert isinstance(app.screen, CollectScreen)


async def test_a_new_wave_after_the_reveal(app_for, groups, small, seen):
    stored = make(groups, small)
    give(groups, stored, small, *(person(n) for n in range(3)))
    app = app_for()
    async with app.run_test(size=(80, 24)) as pilot:
        app.navigator.open(OneGroup(stored.id))
        await pilot.press("m")
        assert "nieuwe meting" not in seen(app)
        groups.reveal(stored.id, MOMENT.date())
        await pilot.press("escape")
        app.navigator.open(OneGroup(stored.id))
        await pilot.press("m", "j")
        assert isinstance(app.screen, CollectScreen)
        assert "meting 2" in seen(app)
        await pilot.press("escape")
        assert "onthuld, in gesprek · 3 deelnemers" in seen(app)
        assert app.screen.here().wave.number == 2  # back at the wave one came from


@pytest.mark.parametrize(("keys", "version"), [(["enter"], "1.0.0"), (["2"], "1.1.0"), (["escape"], None)])
async def test_a_new_wave_of_an_older_group_asks_which_version(app_for, groups, real, seen, keys, version):
    asked = replace(real, hash="0" * 64, asked=replace(real.asked, version="1.0.0"))
    expected = {party.id: 4 for party in asked.asked.parties}
    stored = make(groups, asked, expected=expected)
    answers = dict.fromkeys((item.id for item in asked.asked.items if not item.only), 3)
    give(groups, stored, asked, *(Response(party=party, answers=answers) for party in expected for _ in range(3)))
    groups.reveal(stored.id, MOMENT.date())
    app = app_for()
    async with app.run_test(size=(80, 24)) as pilot:
        app.navigator.open(OneGroup(stored.id))
        await pilot.pause()
        await pilot.press("m", "j")
        text = " ".join(seen(app).split())
        assert "Welke versie van de vragenlijst?" in text
        assert "1 versie 1.0.0, zoals de vorige meting" in text
        assert "2 versie 1.1.0" in text
        await pilot.press(*keys)
        await pilot.pause()
        assert isinstance(app.screen, CollectScreen) == (version is not None)
    found = groups.read(stored.id)
    assert len(found.waves) == (1 if version is None else 2)
    assert groups.questionnaire(found).version == (version or "1.0.0")


async def test_a_new_wave_opens_with_the_actions_that_nobody_told_of(app_for, groups, small, seen):
    stored = make(groups, small)
    give(groups, stored, small, *(person(n) for n in range(3)))
    groups.reveal(stored.id, MOMENT.date())
    action = Action("samen lunchen", "de bakkers", "2026-04-01", "2026-06-01")
    groups.update_wave(stored.id, 1, lambda wave: workshop.put_action(wave, small, action))
    app = app_for()
    async with app.run_test(size=(80, 24)) as pilot:
        app.navigator.open(OneGroup(stored.id))
        await pilot.press("m", "j")
        assert "samen lunchen" in seen(app)
        await pilot.press("escape")
        assert isinstance(app.screen, CollectScreen)


async def test_practising_needs_one_key_and_a_yes(app_for, groups, small, seen):
    app = app_for()
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.press("2")
        assert "oefenen? Druk dan op o" in " ".join(seen(app).split())
        await pilot.press("o")
        assert "9 bakkers" in " ".join(seen(app).replace("│", " ").split())
        await pilot.press("n")
        assert groups.all() == []
        await pilot.press("o", "j")
        assert isinstance(app.screen, CollectScreen)
        assert "Oefengroep (verzonnen)" in seen(app)
        assert "9 van 9" in seen(app)
        assert "Verzonnen antwoorden inlezen" not in seen(app)
        await pilot.press("escape", "escape")
        assert "Oefengroep (verzonnen)" in seen(app)
        await pilot.press("o", "j")
        assert "Oefengroep 2 (verzonnen)" in seen(app)
        await pilot.press("escape", "escape", "h")
        app.focused.value = "Wijk Oost"
        await pilot.press("enter")
        assert "Wijk Oost (verzonnen)" in seen(app)
        await pilot.press("w", "j")
    assert len(groups.all()) == 1


async def test_the_fictional_people_answer_again_in_the_next_wave(app_for, groups, small, seen):
    stored = practise(groups, small, MOMENT.date())
    groups.reveal(stored.id, MOMENT.date())
    app = app_for()
    async with app.run_test(size=(60, 20)) as pilot:
        app.navigator.open(OneGroup(stored.id))
        await pilot.press("m", "j")
        assert "Verzonnen antwoorden inlezen" in seen(app)
        await pilot.press("o")
        assert "7 van 7" in seen(app)
        assert "Verzonnen antwoorden inlezen" not in seen(app)
        await pilot.press("o")
    assert groups.counts(groups.read(stored.id)) == {"bakker": 9, "slager": 7}


async def test_no_one_answers_of_himself_in_another_group(app_for, groups, small, seen):
    stored = make(groups, small)
    give(groups, stored, small, *(person(n) for n in range(3)))
    groups.reveal(stored.id, MOMENT.date())
    groups.new_wave(stored.id, MOMENT.date())
    app = app_for()
    async with app.run_test(size=(80, 24)) as pilot:
        await open_collecting(pilot, stored)
        await pilot.press("o")
        assert "erzonnen" not in seen(app)
    assert groups.counts(groups.read(stored.id)) == {}


async def test_help_on_every_screen(app_for, groups, small, seen):
    stored = make(groups, small)
    app = app_for()
    async with app.run_test(size=(60, 20)) as pilot:
        await open_collecting(pilot, stored)
        for _screen in range(3):
            await pilot.press("f1")
            assert "Uitleg" in seen(app)
            await pilot.press("escape", "escape")


async def test_leaving_a_form_that_was_filled_in_asks(app_for, groups, seen):
    app = app_for()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("2", "n", "escape")
        assert isinstance(app.screen, GroupsScreen)
        await pilot.press("n", *"Oost", "escape")
        assert "Stoppen met deze groep?" in seen(app)
        await pilot.press("n")
        assert app.focused.value == "Oost"
        await pilot.press("escape", "j")
        assert isinstance(app.screen, GroupsScreen)


async def test_notices_of_another_group_do_not_show_while_collecting(app_for, groups, small, seen):
    stored = make(groups, small)
    broken = make(groups, small, "Stuk")
    (groups.folder / "groepen" / broken.id / "groep.json").write_text("kapot")
    app = app_for()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("2")
        assert broken.id in "".join(seen(app).split())
        app.navigator.open(Collecting(stored.id))
        await pilot.pause()
        assert broken.id not in "".join(seen(app).split())


async def test_my_data_tells_what_of_groups_is_kept(app_for, groups, small, seen):
    give(groups, make(groups, small), small, person(0))
    app = app_for()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("5")
        assert "groep.json" not in seen(app)
        await pilot.press("j")
        text = seen(app)
        assert "Van een groep: groep.json" in text
        assert "De antwoorden aan de groep: zonder naam, zonder tijd" in text
        await pilot.press("w")
        assert "wissen?" not in seen(app)
    assert len(groups.all()) == 1

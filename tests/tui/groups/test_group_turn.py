"""In turn on one laptop: what each person answers comes to the group, and nothing of it stays on the screen."""

import pytest
from groups_help import counted, everything_shown, make, open_collecting, person, take_turn
from results_help import half_way
from walker import MOMENT, WALKED, session_of, sized, walk_tui

from samenspel.collecting.turn import Turn
from samenspel.group.model import contribution
from samenspel.storage import StorageError, inventory
from samenspel.storage.groups import Groups
from samenspel.tui.groups.collect import CollectScreen
from samenspel.tui.groups.groups import GroupsScreen
from samenspel.tui.groups.turn import IntakeScreen, ThanksScreen
from samenspel.tui.home.my_data import MyDataScreen
from samenspel.tui.home.results import ResultsScreen
from samenspel.tui.kit.dialogs import DialogScreen
from samenspel.tui.navigation import AllGroups, OneGroup
from samenspel.tui.selftest.statement import StatementScreen
from samenspel.tui.selftest.walk import WalkScreen
from samenspel.tui.widgets.choices import Choices
from samenspel.walk import Step

OWN_WORDS = "alleen-van-mij"
SHARED = "dit-mag-iedereen"


@pytest.fixture
def groups(store):
    return Groups(store.folder)


def people():
    return [
        person(0, open={"toe-goed": f"{OWN_WORDS}-0"}),
        person(1, "slager", open={"toe-goed": f"{SHARED}-1"}, shared=("toe-goed",)),
        person(2, "andere-rol", form="kort", answers={"rol-eigen": 5, "rol-ander": 1, "rel-overleg": 2}, knowledge={}),
        person(3, activities={"lunch": True}, shared=("toe-activiteiten",), answers={"rol-eigen": 1}),
    ]


@pytest.mark.campaign
@pytest.mark.parametrize("size", WALKED, ids=sized)
async def test_whole_turns_equal_what_the_wave_holds_and_leave_no_trace(app_for, groups, store, small, seen, size):
    stored = make(groups, small)
    app = app_for()
    scripts = people()
    async with app.run_test(size=size) as pilot:
        await open_collecting(pilot, stored)
        await pilot.press("1", "j")
        for number, script in enumerate(scripts):
            assert isinstance(app.screen, IntakeScreen)
            await take_turn(pilot, script)
            assert isinstance(app.screen, ThanksScreen)
            assert "Geef de laptop door" in seen(app)
            for screen in (ThanksScreen, IntakeScreen):
                assert isinstance(app.screen, screen)
                shown = everything_shown(app)
                assert OWN_WORDS not in shown
                assert SHARED not in shown
                assert "◆" not in shown
                assert "stelling" not in seen(app)
                assert not app._notifications
                if screen is ThanksScreen:
                    await pilot.press("q" if number % 2 else "enter")
        await pilot.press("escape")
        assert isinstance(app.screen, CollectScreen)
        assert "mensen deden mee" in seen(app)
        assert "bakkers: minder dan 3" in seen(app)
    assert counted(groups.contributions(stored, 1)) == counted(contribution(small, script) for script in scripts)
    assert groups.drafts(stored.id).ids() == []
    assert store.ids() == []
    assert not any(
        OWN_WORDS in path.read_text() for path in inventory.files(groups.folder / "groepen") if path.suffix == ".json"
    )


async def test_before_a_turn_it_is_asked_whether_the_beamer_is_off(app_for, groups, small, seen):
    """Whoever answers sees the own answers, and at the end a kenmerk: none of it is for the room."""
    stored = make(groups, small)
    app = app_for()
    async with app.run_test(size=(80, 24)) as pilot:
        await open_collecting(pilot, stored)
        for no in ("enter", "n", "escape"):
            await pilot.press("1")
            assert "Is de beamer uit?" in seen(app)
            await pilot.press(no)
            assert isinstance(app.screen, CollectScreen)
        await pilot.press("1", "j")
        assert isinstance(app.screen, IntakeScreen)
    assert groups.drafts(stored.id).ids() == []


@pytest.mark.parametrize("door", ["4", "5"])
async def test_from_the_thanks_nobody_comes_at_what_is_the_owners_without_a_step(
    app_for, groups, store, small, seen, door
):
    half_way(store, small)
    stored = make(groups, small)
    app = app_for()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "Verder waar u was" in seen(app)
        await open_collecting(pilot, stored)
        await pilot.press("1", "j")
        await take_turn(pilot, person(0))
        assert isinstance(app.screen, ThanksScreen)
        await pilot.press(*["escape"] * 4)
        home = app.screen_stack[0]
        assert app.screen is home
        assert "Verder waar u was" not in seen(app)  # how far the owner was is not for the room
        assert "van de 6" not in seen(app)
        await pilot.press("v")
        assert app.screen is home
        for no in ("enter", "n", "escape"):
            await pilot.press(door)
            assert "Zet de beamer uit" in seen(app)
            await pilot.press(no)
            assert app.screen is home
        await pilot.press(door, "j")
        assert isinstance(app.screen, ResultsScreen if door == "4" else MyDataScreen)


async def test_the_check_for_traces_sees_what_is_there(app_for, groups, small):
    stored = make(groups, small)
    app = app_for()
    async with app.run_test(size=(80, 24)) as pilot:
        await open_collecting(pilot, stored)
        await pilot.press("1", "j")
        await walk_tui(pilot, person(0, open={"toe-goed": OWN_WORDS}))
        await pilot.press("f7", "f7")
        assert OWN_WORDS in everything_shown(app)


async def test_sharing_is_chosen_per_answer(app_for, groups, small, seen):
    stored = make(groups, small)
    app = app_for()
    async with app.run_test(size=(60, 20)) as pilot:
        await open_collecting(pilot, stored)
        await pilot.press("1", "j")
        await walk_tui(pilot, person(0))
        await pilot.press("f7", "f7")
        shared = lambda: session_of(pilot).response.shared  # noqa: E731
        await pilot.press(*"ja", "tab", "space")
        assert "zonder uw naam? ja" in " ".join(seen(app).split())
        assert shared() == ("toe-goed",)
        await pilot.press("f6")
        assert shared() == ()
        await pilot.click("#share")
        assert shared() == ("toe-goed",)
        await pilot.press("f8", "f8")
        assert "Wat gaat goed?" in seen(app)


async def test_the_intake_says_what_cannot_be_hidden(app_for, groups, small, seen):
    stored = make(groups, small, minimum=4)
    app = app_for()
    async with app.run_test(size=(80, 24)) as pilot:
        await open_collecting(pilot, stored)
        await pilot.press("1", "j")
        text = " ".join(seen(app).split())
        assert "bijna iedereen hetzelfde antwoord" in text
        assert "andere rol dan bakker of slager" in text
        assert "als 4 of meer mensen een andere rol hebben" in text
        assert "naam niet" in text
        assert "Wie nu meekijkt" in text


async def test_a_killed_turn_goes_on_at_the_very_statement(app_for, groups, small, seen):
    stored = make(groups, small)
    first = app_for()
    async with first.run_test(size=(80, 24)) as pilot:
        await open_collecting(pilot, stored)
        await pilot.press("1", "j", "1", "1", "1", "1", "enter", "4")
        left = session_of(pilot).step
        assert left.key == "item:rol-brood"
    # Nobody asked to stop: the app is gone as after a kill.
    again = app_for()
    async with again.run_test(size=(80, 24)) as pilot:
        await open_collecting(pilot, stored)
        assert "er was 1 persoon bezig" in seen(again)
        assert "rol-brood" not in seen(again)
        await pilot.press("v", "j", "enter")
        assert "Was u dit?" in seen(again)
        await pilot.press("2")
        assert isinstance(again.screen, StatementScreen)
        assert session_of(pilot).step == left
        assert session_of(pilot).response.answers == {"rol-eigen": 4}


async def test_a_draft_can_be_thrown_away(app_for, groups, small, seen):
    stored = make(groups, small)
    Turn.begin(groups, stored, "kort", MOMENT)
    app = app_for()
    async with app.run_test(size=(60, 20)) as pilot:
        await open_collecting(pilot, stored)
        await pilot.press("v", "j", "enter", "3")
        assert groups.drafts(stored.id).ids() == []
        await pilot.press("escape")
        assert "bezig" not in seen(app)


@pytest.mark.parametrize("choice", ["2", "3"])
@pytest.mark.parametrize("erased", ["group", "draft"])
async def test_the_list_of_who_was_busy_is_left_or_read_anew_when_it_was_erased_elsewhere(
    app_for, groups, small, seen, choice, erased
):
    stored = make(groups, small)
    Turn.begin(groups, stored, "kort", MOMENT)
    app = app_for()
    async with app.run_test(size=(80, 24)) as pilot:
        await open_collecting(pilot, stored)
        await pilot.press("v", "j")
        await pilot.pause()
        if erased == "group":
            Groups(groups.folder).delete(stored.id)
        else:
            groups.drafts(stored.id).delete(*groups.drafts(stored.id).ids())
        await pilot.press("enter", choice)
        await pilot.pause()
        assert ("De groep is gewist" if erased == "group" else "Uw antwoorden zijn hier niet meer") in seen(app)
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, GroupsScreen if erased == "group" else CollectScreen)


async def test_the_list_of_who_was_busy_says_that_nobody_is(app_for, groups, small, seen):
    stored = make(groups, small)
    Turn.begin(groups, stored, "kort", MOMENT)
    app = app_for()
    async with app.run_test(size=(80, 24)) as pilot:
        await open_collecting(pilot, stored)
        await pilot.press("v", "j")
        await pilot.pause()
        await pilot.press("enter")
        groups.drafts(stored.id).delete(*groups.drafts(stored.id).ids())
        await pilot.press("1")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert "Er is niemand meer bezig." in seen(app)


async def test_a_group_that_was_erased_elsewhere_is_left_and_told_once(app_for, groups, small, seen):
    stored = make(groups, small)
    app = app_for()
    async with app.run_test(size=(80, 24)) as pilot:
        app.navigator.open(AllGroups())
        app.navigator.open(OneGroup(stored.id))
        await app.workers.wait_for_complete()
        await pilot.pause()
        Groups(groups.folder).delete(stored.id)
        await pilot.press("enter")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert "Deze groep is er niet meer" in seen(app)
        await pilot.press("enter")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert isinstance(app.screen, GroupsScreen)


@pytest.mark.parametrize(("choice", "left"), [("2", 1), ("3", 0)])
@pytest.mark.parametrize("stop", ["escape", "ctrl+q"])
async def test_stopping_asks(app_for, groups, small, seen, choice, left, stop):
    stored = make(groups, small)
    app = app_for()
    async with app.run_test(size=(80, 24)) as pilot:
        await open_collecting(pilot, stored)
        await pilot.press("1", "j", "1", "1", "1", "1", "enter", "4")
        for answer in ("1", "escape", choice):
            await pilot.press(stop)
            assert "Wilt u stoppen?" in seen(app)
            await pilot.press(answer)
            assert app.is_running
            assert isinstance(app.screen, CollectScreen if answer == choice else StatementScreen)
            assert len(groups.drafts(stored.id).ids()) == (left if answer == choice else 1)
    assert groups.contributions(stored, 1) == ()


@pytest.mark.parametrize("erased", ["group", "draft"])
@pytest.mark.parametrize("way", ["later", "drop", "answer", "hand in", "typing", "typed and quit"])
async def test_a_turn_of_which_the_group_or_the_draft_was_erased_elsewhere_is_left(
    app_for, groups, small, seen, way, erased
):
    stored = make(groups, small)
    app = app_for()
    async with app.run_test(size=(80, 24)) as pilot:
        await open_collecting(pilot, stored)
        await pilot.press("1", "j", "1", "1", "1", "1", "enter", "4")
        if way == "hand in":
            session_of(pilot).go(Step("review"), MOMENT)
            app.screen.proceed()
            await pilot.pause()
        elif way in {"typing", "typed and quit"}:
            session_of(pilot).go(Step("open", "toe-goed"), MOMENT)
            app.screen.proceed()
            await pilot.pause()
            await pilot.press("a", "b")
        if erased == "group":
            Groups(groups.folder).delete(stored.id)
        else:
            (draft,) = groups.drafts(stored.id).ids()
            groups.drafts(stored.id).delete(draft)
        keys = {
            "later": ["escape", "2"],
            "drop": ["escape", "3"],
            "answer": ["4"],
            "hand in": ["1", "1"],
            "typing": ["escape"],
            "typed and quit": ["ctrl+q"],
        }
        await pilot.press(*keys[way])
        await pilot.pause()
        text = " ".join(seen(app).split())
        if erased == "group":
            assert "De groep is gewist" in text
            assert "Er is niets van u bewaard." in text
        else:
            assert "Uw antwoorden zijn hier niet meer" in text
        assert "Dat lukte niet" not in text
        assert not app._notifications
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, GroupsScreen if erased == "group" else CollectScreen)
        assert app.is_running
    assert groups.all() == [] if erased == "group" else groups.contributions(stored, 1) == ()


async def test_nothing_of_others_can_be_reached_during_a_turn(app_for, groups, store, small, seen):
    stored = make(groups, small)
    app = app_for()
    async with app.run_test(size=(80, 24)) as pilot:
        await open_collecting(pilot, stored)
        await pilot.press("1", "j", "1", "1", "1", "1", "enter")
        names = {command.title for command in app.get_system_commands(app.screen)}
        assert names.isdisjoint({"Mijn uitslagen", "Mijn gegevens", "Samen vergelijken", "Toelichting"})
        await pilot.press("t")
        assert isinstance(app.screen, StatementScreen)
        await pilot.press("f1")
        assert "weggegooid" in seen(app)


async def test_the_area_is_not_asked(app_for, groups, small):
    stored = make(groups, small)
    app = app_for()
    async with app.run_test(size=(80, 24)) as pilot:
        await open_collecting(pilot, stored)
        await pilot.press("1", "j", "1", "1")
        assert session_of(pilot).step.kind == "experience"
        await pilot.press("left")
        assert session_of(pilot).step.kind == "party"
        await pilot.press("right")
        assert session_of(pilot).step.kind == "experience"
        await pilot.press("o")
        assert "Waar werkt u" not in everything_shown(app)


async def test_a_full_disk_at_the_end_loses_nothing(app_for, groups, small, seen, monkeypatch):
    stored = make(groups, small)
    app = app_for()
    script = person(0)
    async with app.run_test(size=(80, 24)) as pilot:
        await open_collecting(pilot, stored)
        await pilot.press("1", "j")
        await walk_tui(pilot, script)
        whole = app.navigator.groups.add

        def full(*_args):
            raise StorageError("De schijf is vol [/].")

        monkeypatch.setattr(app.navigator.groups, "add", full)
        await pilot.press("1", "1")
        assert "De schijf is vol [/]." in seen(app)
        assert groups.contributions(stored, 1) == ()
        monkeypatch.setattr(app.navigator.groups, "add", whole)
        await pilot.press("enter", "1", "1")
        assert isinstance(app.screen, ThanksScreen)
    assert counted(groups.contributions(stored, 1)) == counted([contribution(small, script)])


async def test_what_was_on_its_way_in_is_delivered_when_the_page_opens(app_for, groups, small, seen, monkeypatch):
    stored = make(groups, small)
    turn = Turn.begin(groups, stored, "volledig", MOMENT)
    turn.answer("bakker", MOMENT)
    turn.go(Step("item", "rol-eigen"), MOMENT)
    turn.answer("4", MOMENT)
    monkeypatch.setattr(Groups, "add", lambda *_args: (_ for _ in ()).throw(StorageError("gedood")))
    with pytest.raises(StorageError):
        turn.hand_in(MOMENT)
    monkeypatch.undo()
    app = app_for()
    async with app.run_test(size=(80, 24)) as pilot:
        await open_collecting(pilot, stored)
        await pilot.pause()
        assert "persoon deed mee" in seen(app)
        assert "bezig" not in seen(app)
    assert len(groups.contributions(stored, 1)) == 1


async def test_keys_pressed_twice_leave_nothing_below_the_thanks(app_for, groups, small):
    stored = make(groups, small)
    app = app_for()
    async with app.run_test(size=(80, 24)) as pilot:
        await open_collecting(pilot, stored)
        await pilot.press("1", "j")
        intake = app.screen.query_one(Choices)
        intake.action_pick("1")
        intake.action_pick("1")
        await pilot.pause()
        assert len(groups.drafts(stored.id).ids()) == 1
        await pilot.press("1")
        session_of(pilot).go(Step("item", "rol-eigen"), MOMENT)
        session_of(pilot).answer("4", MOMENT)
        session_of(pilot).go(Step("review"), MOMENT)
        app.screen.proceed()
        await pilot.pause()
        for _dialog in ("1", "1"):
            choices = app.screen.query_one(Choices)
            choices.action_pick("1")
            choices.action_pick("1")
            await pilot.pause()
        assert isinstance(app.screen, ThanksScreen)
        assert not any(isinstance(screen, WalkScreen | DialogScreen) for screen in app.screen_stack)
        await pilot.press("escape")
        assert isinstance(app.screen, CollectScreen)
    assert len(groups.contributions(stored, 1)) == 1


@pytest.mark.parametrize("stop", [False, True])
async def test_who_answered_no_statement_goes_back_to_the_first_or_stops_without_counting(
    app_for, groups, small, seen, stop
):
    stored = make(groups, small)
    app = app_for()
    async with app.run_test(size=(80, 24)) as pilot:
        await open_collecting(pilot, stored)
        await pilot.press("1", "j", "1", "1")
        session_of(pilot).go(Step("review"), MOMENT)
        app.screen.proceed()
        await pilot.press("1")
        assert "telt niet mee" in seen(app)
        assert "kenmerk" not in seen(app)
        await pilot.press("2" if stop else "1")
        if stop:
            assert isinstance(app.screen, CollectScreen)
            assert groups.drafts(stored.id).ids() == []
        else:
            assert session_of(pilot).step == Step("item", "rol-eigen")
            await pilot.press("4")
            session_of(pilot).go(Step("review"), MOMENT)
            app.screen.proceed()
            await pilot.press("1", "1")
            assert isinstance(app.screen, ThanksScreen)
    assert len(groups.contributions(stored, 1)) == (0 if stop else 1)

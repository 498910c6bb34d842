"""People who use one laptop after another: what one cut, copied or typed cannot be had by the next."""

import pytest
from groups_help import everything_shown, make, open_collecting
from talker import Table, opened
from textual import events
from textual.command import CommandPalette
from textual.drivers.headless_driver import HeadlessDriver
from textual.widgets import Input, TextArea
from walker import MOMENT, session_of

from samenspel.collecting.turn import Turn
from samenspel.response import Response
from samenspel.storage.groups import Groups
from samenspel.tui.groups.collect import CollectScreen
from samenspel.tui.groups.turn import IntakeScreen, ThanksScreen, TheGroup
from samenspel.tui.kit.steps import SelfTestStep
from samenspel.tui.navigation import Collecting, NewGroup, OpenSelfTest
from samenspel.tui.selftest.open import OpenScreen
from samenspel.walk import Step

WRITTEN = "eigen-woorden"


@pytest.fixture
def groups(store):
    return Groups(store.folder)


@pytest.fixture
def to_terminal(monkeypatch):
    """What is written to the terminal beside the screen itself."""
    sent = []
    monkeypatch.setattr(HeadlessDriver, "write", lambda _driver, text: sent.append(text))
    return sent


def given_away(sent):
    """What of it went to the system's clipboard."""
    return [text for text in sent if text.startswith("\x1b]52;")]


def at(pilot, groups, stored, key):
    """Put somebody, who answered no statement yet, at a step of a new turn."""
    asked = groups.questionnaire(stored)
    draft = groups.drafts(stored.id).create(asked, Response(party="bakker"), at=key, now=MOMENT)
    turn = Turn.go_on(groups, stored, draft)
    show = pilot.app.navigator.replace if isinstance(pilot.app.screen, IntakeScreen) else pilot.app.navigator.open
    show(SelfTestStep(turn, TheGroup(groups, turn)))


async def to_the_question(pilot, groups, stored):
    """Put somebody at the first place to write."""
    at(pilot, groups, stored, "open:toe-goed")
    await pilot.pause()
    assert isinstance(pilot.app.screen, OpenScreen)


async def written(pilot):
    """Type at the place where one is."""
    await pilot.press(*WRITTEN)


async def cut(pilot):
    await written(pilot)
    await pilot.press("ctrl+x")


async def copied(pilot):
    await written(pilot)
    await pilot.press("shift+home", "ctrl+c")


async def deleted_word_by_word(pilot):
    await written(pilot)
    await pilot.press("ctrl+w", "ctrl+u")


async def marked_with_the_mouse(pilot):
    """The statement, marked with the mouse and copied."""
    await written(pilot)
    words = pilot.app.screen.query_one("#question").region
    for kind, x in ((events.MouseDown, 2), (events.MouseMove, 8), (events.MouseMove, 12), (events.MouseUp, 12)):
        pilot.app.post_message(kind(None, words.x + x, words.y, 0, 0, 1, shift=False, meta=False, ctrl=False))
        await pilot.pause()
    assert pilot.app.screen.get_selected_text()
    await pilot.press("ctrl+c")


async def handed_in(pilot):
    """Answer one statement and give it all to the group."""
    session_of(pilot).go(Step("item", "rol-eigen"), MOMENT)
    session_of(pilot).answer("4", MOMENT)
    session_of(pilot).go(Step("review"), MOMENT)
    pilot.app.screen.proceed()
    await pilot.press("1", "1")
    assert isinstance(pilot.app.screen, ThanksScreen)
    await pilot.press("1")


async def later(pilot):
    await pilot.press("escape", "2")
    assert isinstance(pilot.app.screen, CollectScreen)
    await pilot.press("1", "j")


async def thrown_away(pilot):
    await pilot.press("escape", "3")
    assert isinstance(pilot.app.screen, CollectScreen)
    await pilot.press("1", "j")


async def stopping_asks(pilot):
    await pilot.press("ctrl+q", "3")
    assert isinstance(pilot.app.screen, CollectScreen)
    await pilot.press("1", "j")


@pytest.mark.parametrize(
    ("take", "go"),
    [
        (cut, handed_in),
        (copied, later),
        (deleted_word_by_word, thrown_away),
        (marked_with_the_mouse, stopping_asks),
    ],
    ids=lambda step: step.__name__,
)
async def test_the_next_person_has_nothing_of_the_first(app_for, groups, small, to_terminal, take, go):
    stored = make(groups, small)
    app = app_for()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await open_collecting(pilot, stored)
        await to_the_question(pilot, groups, stored)
        await take(pilot)
        await go(pilot)
        assert isinstance(app.screen, IntakeScreen)
        assert WRITTEN not in everything_shown(app)
        assert app.clipboard == ""
        await to_the_question(pilot, groups, stored)
        place = app.screen.query_one(TextArea)
        for key in ("ctrl+v", "ctrl+z", "ctrl+y", "ctrl+shift+z", "super+v"):
            await pilot.press(key)
            assert place.text == "", key
        assert not app.screen.selections
        await pilot.press("f2")
        assert isinstance(app.screen, CommandPalette)
        assert app.screen.query_one(Input).value == ""
        assert WRITTEN not in everything_shown(app)
    assert given_away(to_terminal) == []


async def test_within_her_turn_a_person_can_move_what_she_wrote(app_for, groups, small, to_terminal):
    stored = make(groups, small)
    app = app_for()
    async with app.run_test(size=(80, 24)) as pilot:
        await open_collecting(pilot, stored)
        await to_the_question(pilot, groups, stored)
        await cut(pilot)
        await pilot.press("f1", "escape", "f7", "f8", "ctrl+v")
        assert app.screen.query_one(TextArea).text.strip() == WRITTEN
    assert given_away(to_terminal) == []


async def test_for_oneself_what_is_copied_is_on_the_system_s_clipboard_until_a_group_comes(
    app_for, store, groups, small, to_terminal
):
    stored = make(groups, small)
    app = app_for()
    async with app.run_test(size=(80, 24)) as pilot:
        own = store.create(small, Response(party="bakker"), at="open:toe-goed", now=MOMENT)
        app.navigator.open(OpenSelfTest(own))
        await pilot.pause()
        await cut(pilot)
        assert len(given_away(to_terminal)) == 1
        await pilot.press("ctrl+v", "escape")
        app.navigator.open(NewGroup())
        await pilot.press("ctrl+v")
        assert app.screen.query(Input).first().value == ""
        await pilot.press("escape")
        app.navigator.open(Collecting(stored.id))
        await pilot.pause()
        assert given_away(to_terminal)[1:] == ["\x1b]52;c;\a"], "what was ours there is taken away"
        await to_the_question(pilot, groups, stored)
        await pilot.press("ctrl+v")
        assert app.screen.query_one(TextArea).text == ""


async def test_a_group_takes_nothing_from_the_clipboard_that_is_not_ours(app_for, groups, small, to_terminal):
    stored = make(groups, small)
    async with app_for().run_test(size=(80, 24)) as pilot:
        await open_collecting(pilot, stored)
    assert given_away(to_terminal) == []


async def test_what_the_facilitator_copied_is_not_for_who_takes_a_turn_nor_the_other_way(
    app_for, groups, small, to_terminal
):
    stored = make(groups, small)
    app = app_for()
    async with app.run_test(size=(80, 24)) as pilot:
        await open_collecting(pilot, stored)
        await pilot.press("2", "j", "ctrl+x")
        assert app.clipboard
        await pilot.press("escape")
        await to_the_question(pilot, groups, stored)
        await pilot.press("ctrl+v")
        assert app.screen.query_one(TextArea).text == ""
        await cut(pilot)
        await pilot.press("escape", "3", "3", "j", "ctrl+v")
        assert app.screen.query_one(Input).value == ""
    assert given_away(to_terminal) == []


async def test_votes_that_were_marked_are_not_for_the_next_voter(tmp_path, real, to_terminal):
    table = Table(tmp_path, real)
    app = table.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot, table)
        await pilot.press("right", "s", "enter", "2")
        app.screen.text_select_all()
        await pilot.press("ctrl+c")
        assert "×" in app.clipboard
        await pilot.press("g")
        assert app.clipboard == ""
        await pilot.press("enter")
        assert app.clipboard == ""
    assert given_away(to_terminal) == []


async def test_the_check_sees_what_is_there(app_for, store, small):
    app = app_for()
    async with app.run_test(size=(80, 24)) as pilot:
        own = store.create(small, Response(party="bakker"), at="open:toe-goed", now=MOMENT)
        app.navigator.open(OpenSelfTest(own))
        await pilot.pause()
        await written(pilot)
        assert WRITTEN in everything_shown(app)

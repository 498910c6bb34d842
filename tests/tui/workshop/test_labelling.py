"""Labelling in the app: every key is on the disk before it shows, and can be taken back."""

import re
import shutil

import pytest
from msgspec.structs import replace
from talker import Table, opened
from walker import SIZES, sized

from pilot import pasted
from samenspel.authoring import builtin_root
from samenspel.labelling.attaching import put
from samenspel.labelling.model import Attached
from samenspel.storage.groups import Groups
from samenspel.storage.shelf import OWN_QUESTIONNAIRES
from samenspel.tui.navigation import Workshop
from samenspel.tui.workshop.actions import ActionScreen
from samenspel.tui.workshop.label_answers import LabelScreen
from samenspel.tui.workshop.label_list import LabelList
from samenspel.tui.workshop.labels import LabelsScreen
from samenspel.tui.workshop.voices import FirstReadScreen

ALL = ("o", "j", "l")
"""From the comparison to *Antwoorden labelen*."""


@pytest.fixture
def table(tmp_path, real):
    return Table(tmp_path, real)


def labels(table, coder="first"):
    """What hangs at each answer, in words."""
    found = table.groups.labels.read(table.stored.id, 1)
    answers = (found.by(coder) if found else {}).values()
    return [one.label + (f"/{one.sub}" if one.sub else "") for its in answers for at in its.values() for one in at]


def said(shown):
    """What stands there, as one line without the frame of a window."""
    return " ".join(shown.replace("│", " ").split())


def everyone(table):
    """How many answers of their own there are, and the question of the first."""
    shared = table.wave().released.open_answers
    return sum(len(set(texts)) for texts in shared.values())


async def test_a_digit_and_enter_attach_and_enter_goes_on(table, seen):
    async with (app := table.app()).run_test(size=(80, 24)) as pilot:
        await opened(pilot, table)
        await pilot.press(*ALL)
        assert isinstance(app.screen, LabelsScreen)
        assert labels(table) == []
        assert "nadat u bij de open antwoorden op t drukt" in said(seen(app))
        await pilot.press("1")
        assert f"antwoord 1 van {everyone(table)}" in seen(app)
        assert "nog geen label" in seen(app)
        await pilot.press("1", "enter")
        assert labels(table) == ["de sfeer"]
        assert "labels: de sfeer" in seen(app)
        assert "bewaard ✓" in seen(app)
        await pilot.press("3", "down", "enter")  # an answer may have several; down goes to the first part
        assert labels(table) == ["de sfeer", "elkaar vinden/korte lijnen"]
        await pilot.press("1")
        assert "Enter haalt het weg." in said(seen(app))
        await pilot.press("enter")
        assert labels(table) == ["elkaar vinden/korte lijnen"]
        await pilot.press("enter")
        assert f"antwoord 2 van {everyone(table)}" in seen(app)
        await pilot.press("left")
        assert "labels: elkaar vinden: korte lijnen" in seen(app)


async def test_letters_look_for_a_label_also_those_of_the_keys(table, seen):
    async with (app := table.app()).run_test(size=(80, 24)) as pilot:
        await opened(pilot, table)
        await pilot.press(*ALL, "1", "b", "e", "l")
        assert "een gezamenlijk belang" in seen(app)
        assert "de sfeer" not in seen(app)
        await pilot.press("backspace", "backspace", "backspace", "i", "n", "n")
        assert "een gezamenlijk belang" not in seen(app)
        await pilot.press("escape")  # first takes away what was typed
        assert isinstance(app.screen, LabelScreen)
        assert "de sfeer" in seen(app)
        await pilot.press("z", "z", "backspace", "backspace", "é", "n", "space", "g")  # and signs above letters or not
        assert "een gezamenlijk belang" in seen(app)
        await pilot.press("escape", "z", "z")
        assert "Geen label met ‘zz’." in seen(app)
        assert "Druk op Esc, en dan op n." in said(seen(app))
        await pilot.press("enter")  # nothing to attach, and it does not go on by itself
        assert f"antwoord 1 van {everyone(table)}" in seen(app)
        await pilot.press("escape", "k", "e", "n", "n", "i", "s", "enter")
        assert labels(table) == ["elkaars kennis gebruiken"]
        assert app.screen.query_one(LabelList).typed == ""


async def test_a_new_label_hangs_at_once_and_all_is_taken_back_in_order(table, seen):
    async with (app := table.app()).run_test(size=(80, 24), notifications=True) as pilot:
        await opened(pilot, table)
        await pilot.press(*ALL, "1", "s")
        assert "Kies eerst een label" in seen(app)
        await pilot.press("n", "enter")
        assert "Typ een naam voor het label" in seen(app)
        await pilot.press(pasted("[/] vreemd"), "enter", "s", pasted("een deel"), "enter")
        assert labels(table) == ["[/] vreemd/een deel"]
        assert "labels: [/] vreemd: een deel" in seen(app)
        await pilot.press("n", pasted("[/] VREEMD"), "enter")  # that hangs there, by its part
        assert labels(table) == ["[/] vreemd/een deel"]
        await pilot.press("right", "2", "enter")
        assert sorted(labels(table)) == ["[/] vreemd/een deel", "de wil om samen te werken"]
        await pilot.press("u")
        assert labels(table) == ["[/] vreemd/een deel"]
        await pilot.press("u")
        assert f"antwoord 1 van {everyone(table)}" in seen(app)
        assert labels(table) == ["[/] vreemd"]
        await pilot.press("u")
        scheme = table.groups.labels.read(table.stored.id, 1).scheme
        assert all(label.name != "[/] vreemd" for its in scheme.values() for label in its)
        await pilot.press("u")
        assert "niets om ongedaan te maken" in seen(app)


async def test_a_label_that_hangs_nowhere_can_go(table, seen):
    def names():
        labels_ = table.groups.labels.read(table.stored.id, 1).scheme[app.screen._now.question]
        return [label.name for label in labels_]

    async with (app := table.app()).run_test(size=(80, 24), notifications=True) as pilot:
        await opened(pilot, table)
        await pilot.press(*ALL, "1", "delete")
        assert "Kies eerst een label" in seen(app)
        await pilot.press("n", pasted("verkeerd getipt"), "enter", "t", "i", "p", "t", "delete")
        assert "hangt nog aan een antwoord" in seen(app)
        assert "verkeerd getipt" in names()
        await pilot.press("enter", "t", "i", "p", "t", "delete")
        assert "verkeerd getipt" not in names()
        await pilot.press("escape", "2", "1", "delete")  # the second one must not find out what the first one used
        assert "de sfeer" in names()


async def test_it_goes_on_where_it_was_killed_and_the_beamer_shows_no_answer_by_itself(table, seen):
    async with table.app().run_test(size=(60, 20)) as pilot:
        await opened(pilot, table)
        await pilot.press(*ALL, "1", "1", "enter", "right", "1", "enter", "right")
    async with (app := table.app()).run_test(size=(60, 20)) as pilot:
        await opened(pilot, table)
        assert "Hoe kijken wij" in seen(app)
        await pilot.press(*ALL)
        assert f"2 van {everyone(table)} antwoorden hebben een label" in seen(app)
        await pilot.press("1")
        assert f"antwoord 3 van {everyone(table)}" in seen(app)
        await pilot.press("escape", "escape", "o", "j")
        assert isinstance(app.screen, FirstReadScreen)


async def test_two_people_their_differences_the_scheme_and_an_action(table, seen):
    count = everyone(table)
    async with (app := table.app()).run_test(size=(100, 30), notifications=True) as pilot:
        await opened(pilot, table)
        await pilot.press(*ALL, "3")
        assert "Er zijn geen verschillen" in seen(app)
        await pilot.press("1", *["1", "enter", "enter"] * count)
        assert isinstance(app.screen, LabelsScreen)  # after the last one
        await pilot.press("2")
        assert "nog geen label" in seen(app)  # what the first one chose is not to be seen
        assert "✓" not in seen(app)
        await pilot.press("2", "enter", "enter", "1", "enter", "2", "enter", "enter")
        await pilot.press(*["1", "enter", "enter"] * (count - 2))
        assert f"bij {count - 2} van de {count} gelijk · bij 1 deels · bij 1 anders" in seen(app)
        assert "nog 2 verschillen te bespreken" in seen(app)
        await pilot.press("4")
        assert "zijn twee mensen het nog niet eens" in said(seen(app))
        await pilot.press("escape", "3")
        assert "de eerste koos: de sfeer" in seen(app)
        assert "de tweede koos: de wil om samen te werken" in seen(app)
        await pilot.press("1", "enter", "enter", "2", "enter", "enter")
        assert "alle verschillen zijn besproken" in seen(app)
        assert labels(table, "agreed") == ["de sfeer", "de wil om samen te werken"]
        await pilot.press("4")
        (first, *_rest) = table.groups.labels.schemes(table.groups.read(table.stored.id), 1)
        assert [(one.name, one.n) for one in first.labels[:2]] == [("de sfeer", 1), ("de wil om samen te werken", 1)]
        assert "de sfeer – 1 antwoord" in seen(app)
        await pilot.press("1")
        assert "• " + first.labels[0].answers[0] in said(seen(app))
        await pilot.press("escape", "a")
        assert isinstance(app.screen, ActionScreen)
        assert "Bij het label: de sfeer" in seen(app)


async def test_an_answer_that_is_struck_out_meanwhile_is_said_and_the_others_stay(table, seen):
    count = everyone(table)
    async with (app := table.app()).run_test(size=(80, 24)) as pilot:
        await opened(pilot, table)
        await pilot.press(*ALL, "1", "1", "enter", "right")
        here = app.screen._tasks[1]
        Groups(table.folder).strike_out(table.stored.id, 1, here.question, here.answer)
        await pilot.press("2", "enter")
        assert "net veranderd of doorgestreept" in said(seen(app))
        await pilot.press("enter")
        assert f"antwoord 2 van {count - 1}" in seen(app)
        await pilot.press("2", "enter")
        assert len(labels(table)) == 2


async def test_two_windows_at_the_same_answers_lose_nothing(table, seen):
    async with table.app().run_test(size=(80, 24)) as one:
        await opened(one, table)
        await one.press(*ALL, "1", "1", "enter")
        task = one.app.screen._tasks[0]
        other = Groups(table.folder)
        other.labels.change(
            table.stored.id,
            1,
            lambda found, _released: type(found)(
                found.scheme, {task.question: {task.answer: (*found.of("first", *task.place), Attached("het overleg"))}}
            ),
        )
        await one.press("2", "enter")
        assert labels(table) == ["de sfeer", "het overleg", "de wil om samen te werken"]
        await one.press("u")
        assert labels(table) == ["de sfeer", "het overleg"]
        await one.press("3", "enter")

        def hang(coder, of, nth):
            def hung(found, released):
                one_ = Attached(found.scheme[of.question][nth].name)
                return put(found, coder, of.place, (one_,), released.open_answers)

            other.labels.change(table.stored.id, 1, hung)

        hang("first", task, 0)
        await one.press("u")  # only what hung by this key goes
        assert labels(table) == ["de sfeer"]
        last = one.app.screen._tasks[-1]
        for coder, nth in (("first", 0), ("second", 1)):
            hang(coder, task, nth)
            hang(coder, last, nth)
        await one.press("escape", "3", "1", "enter")
        assert labels(table, "agreed") == ["de sfeer"]
        hang("second", task, 0)  # the other window takes the difference away
        await one.press("n", "escape", "u")
        assert labels(table, "agreed") == []
        assert "verschil 1 van 1" in seen(one.app)
        other.strike_out(table.stored.id, 1, *task.place)  # what is gone is not shown on the pages beside it either
        await one.press("escape", "1")
        assert task.answer not in said(seen(one.app))


async def test_a_damaged_file_is_told_and_stays(table, seen):
    table.groups.labels.begin(table.stored.id, 1, {})
    (path,) = table.folder.rglob("labels.json")
    path.write_text("{", encoding="utf-8")
    async with (app := table.app()).run_test(size=(100, 30)) as pilot:
        await opened(pilot, table)
        await pilot.press(*ALL)
        assert "met de labels is beschadigd" in said(seen(app))
        await pilot.press("enter", "escape")
        assert path.read_text(encoding="utf-8") == "{"
        app.navigator.open(Workshop(table.stored.id, 1, "afsluiten"))
        await pilot.pause()
        assert "Wij ronden af" in seen(app)
        await pilot.press("p", "j")
        assert "De labels zijn niet te lezen en komen er niet in." in said(seen(app))


async def test_a_fault_in_the_labels_to_begin_with_is_read_and_once_mended_they_are_there(table, seen):
    own = table.folder / OWN_QUESTIONNAIRES / table.questionnaire.id
    shutil.copytree(builtin_root() / table.questionnaire.id, own)
    (own / "labels.yaml").write_text("labels:\n  weg: []\n", encoding="utf-8")
    async with (app := table.app()).run_test(size=(80, 24)) as pilot:
        await opened(pilot, table)
        await pilot.press(*ALL, "1")
        assert "U begint zonder de labels van deze vragenlijst." in said(seen(app))
        await pilot.press("escape")
        assert "Nog geen labels." in seen(app)
        (own / "labels.yaml").write_text("labels:\n  toe-goed:\n    - naam: gemaakt\n", encoding="utf-8")
        await pilot.press("escape", "1")
        assert "gemaakt" in seen(app)


@pytest.mark.parametrize("size", SIZES, ids=sized)
async def test_the_page_shows_answer_and_labels_at_every_size(table, seen, size):
    async with (app := table.app()).run_test(size=size) as pilot:
        await opened(pilot, table)
        await pilot.press(*ALL, "1", "9")
        first, second, *_rest = (" ".join(task.answer.split()[:2]) for task in app.screen._tasks)
        assert first in seen(app)
        assert "▸ 9" in seen(app)  # what is chosen is in sight
        await pilot.press("enter", "enter")
        assert second in seen(app)


async def test_a_long_answer_is_read_on_before_a_label_is_chosen(table, seen):
    long = "\n".join(f"regel {n}" for n in range(30))
    text = table.wave().released.open_answers["toe-goed"][0]
    released = replace(table.wave().released, open_answers={"toe-goed": (long, text)})
    table.groups._folders.write_wave(table.stored.id, replace(table.wave(), released=released))
    async with (app := table.app()).run_test(size=(60, 20)) as pilot:
        await opened(pilot, table)
        await pilot.press(*ALL, "1")
        read = seen(app)
        while "▸ 1" not in read:
            await pilot.press("down")
            read += seen(app)
        assert set(re.findall(r"regel (\d+)", read)) == {str(n) for n in range(30)}
        await pilot.press("9", "enter", "enter")
        assert " ".join(text.split()[:2]) in seen(app)


async def test_with_a_mouse_alone_one_comes_to_a_part_of_a_label(table, seen):
    async with (app := table.app()).run_test(size=(80, 24)) as pilot:
        await opened(pilot, table)
        await pilot.press(*ALL, "1")
        for words, told in (("elkaar vinden", ["elkaar vinden"]), ("korte lijnen", ["elkaar vinden/korte lijnen"])):
            lines = seen(app).split("\n")
            at = next((line.index(words), row) for row, line in enumerate(lines) if words in line)
            await pilot.click(offset=at)
            assert labels(table) == told

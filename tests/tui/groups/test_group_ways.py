"""Files, a folder, paper forms, typed codes; taking back, and the minimum. All of it in words, nothing twice."""

import threading
import unicodedata

import pytest
from groups_help import counted, everything_shown, give, make, open_collecting, person
from msgspec.structs import replace
from walker import MOMENT

from pilot import pasted
from samenspel.collecting.files import bring, look
from samenspel.exchange.code import decode, encode
from samenspel.exchange.handover import to_file
from samenspel.group.model import contribution
from samenspel.storage.group_names import new_response_id
from samenspel.storage.groups import Groups
from samenspel.tui.groups import files
from samenspel.tui.groups.code import CodeScreen
from samenspel.tui.groups.collect import CollectScreen
from samenspel.tui.groups.files import usual_folder
from samenspel.tui.widgets.fields import Field


@pytest.fixture
def groups(store):
    return Groups(store.folder)


@pytest.fixture
def folder(tmp_path, small):
    """A folder with three responses, a damaged one and another file."""
    folder = tmp_path / "binnen [b]x"
    folder.mkdir()
    for number in range(3):
        content = to_file(small, person(number), new_response_id())
        (folder / f"samenspel-antwoord-{number}.json").write_bytes(content)
    (folder / "samenspel-antwoord-stuk.json").write_bytes(content.replace(b'"rol-eigen": ', b'"rol-eigen":  '))
    (folder / "samenspel-antwoord-fout.json").write_bytes(content.replace(b"bakker", b"slager"))
    (folder / "vakantie.jpg").write_text("x")
    return folder


def said(app) -> str:
    return str(app.screen.query_one("#said").render())


def in_one_line(text: str) -> str:
    return " ".join(text.replace("│", " ").split())


async def type_over(pilot, text: str) -> None:
    pilot.app.focused.value = text
    await pilot.pause()


NAMES = ["twee  spaties.json", unicodedata.normalize("NFD", "één.json"), " ervoor.json", "hard\u00a0\u00a0wit.json"]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("how", ["{0}", "'{0}'", "{0}\r\n", "\x1b'{0}'\x07\n"])
async def test_a_path_that_is_dropped_stays_what_it_is(app_for, groups, small, tmp_path, name, how):
    (tmp_path / name).write_bytes(to_file(small, person(), new_response_id()))
    stored = make(groups, small)
    app = app_for()
    async with app.run_test(size=(80, 24)) as pilot:
        await open_collecting(pilot, stored)
        await pilot.press("2", "j", pasted(how.format(tmp_path / name)))
        assert app.focused.value.strip("'") == str(tmp_path / name)
        await pilot.press("enter")
        assert "1 antwoord toegevoegd" in said(app)


async def test_a_whole_folder_and_once_more_on_a_key(app_for, groups, small, folder, seen):
    stored = make(groups, small)
    app = app_for()
    async with app.run_test(size=(60, 20)) as pilot:
        await open_collecting(pilot, stored)
        assert "opnieuw inlezen" not in seen(app)
        await pilot.press("2", "j")
        await type_over(pilot, str(folder))
        await pilot.press("enter")
        assert "✓ 3 antwoorden toegevoegd." in said(app)
        assert "1 ander bestand overgeslagen: geen formulier of antwoord van samenspel (vakantie.jpg)." in said(app)
        assert "1  opnieuw inlezen" in seen(app)  # the digits stand there, for they choose here
        await pilot.press("1")
        assert "3 antwoorden waren er al" in said(app)
        assert "✗ samenspel-antwoord-fout.json: dit bestand is veranderd" in said(app)
        await pilot.press("escape")
        assert "mensen deden mee" in seen(app)
        assert "bakkers: 3 van 4" in seen(app)
        content = to_file(small, person(0, "slager"), new_response_id())
        (folder / "samenspel-antwoord-nieuw.json").write_bytes(content)
    async with (app := app_for()).run_test(size=(60, 20)) as pilot:  # the laptop was off in between
        await open_collecting(pilot, stored)
        await pilot.press("i", "j")
        assert "✓ 1 antwoord toegevoegd." in said(app)
        assert "3 antwoorden waren er al. Ze tellen één keer." in said(app)
    expected = [*(contribution(small, person(n)) for n in range(3)), contribution(small, person(0, "slager"))]
    assert counted(groups.contributions(stored, 1)) == counted(expected)
    assert groups.read(stored.id).wave.source == str(folder)
    assert not groups.reveal(stored.id, MOMENT.date()).wave.source


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("", "Vul in welk bestand"),
        ("nergens/x.json", "✗ Hier is geen bestand of map"),
        ("a\0b", "Hier is geen bestand of map"),
        ("~nob0dy/x", "kan"),
    ],
)
async def test_a_place_that_is_not_there(app_for, groups, small, seen, typed, says):
    stored = make(groups, small)
    app = app_for()
    async with app.run_test(size=(80, 24)) as pilot:
        await open_collecting(pilot, stored)
        await pilot.press("2", "j")
        assert app.focused.value == app.focused.selected_text == str(usual_folder())  # so typing replaces it
        assert "enter verder" in seen(app)  # no digit stands before what can be chosen while one types
        await type_over(pilot, typed)
        await pilot.press("enter")
        assert says in " ".join(seen(app).split())
        assert app.focused.value == typed
        assert app.screen.query_one(Field).wrong


async def test_paper_forms(app_for, groups, small, tmp_path, seen):
    stored = make(groups, small)
    wrong, right = tmp_path / "fout.csv", tmp_path / "goed [1] é.csv"
    wrong.write_text("respondent;partij;rol-eigen\n1;bakker;9\n")
    right.write_text("respondent;partij;rol-eigen\n1;bakker;4\n2;slager;2\n")
    app = app_for()
    async with app.run_test(size=(80, 24)) as pilot:
        await open_collecting(pilot, stored)
        await pilot.press("4", "j")
        assert "leest de antwoorden" in " ".join(seen(app).split())
        await type_over(pilot, str(wrong))
        await pilot.press("enter")
        assert "fout.csv, rij 2, kolom C (rol-eigen)" in said(app)
        assert "0 antwoorden toegevoegd." in said(app)
        assert "✓" not in said(app)  # nothing was done well
        assert "1  opnieuw inlezen" not in seen(app)  # one still types: a digit would go into the place
        await type_over(pilot, str(tmp_path / "nergens.csv"))
        await pilot.press("enter")
        assert "Hier is geen bestand of map" in in_one_line(seen(app))
        assert "toegevoegd" not in seen(app)  # what came of the file before
        await type_over(pilot, right.as_uri())
        await pilot.press("enter")
        assert "✓ 2 antwoorden toegevoegd" in said(app)
        await pilot.press("1")
        assert "2 antwoorden waren er al" in said(app)
        assert "goed [1]" not in said(app)  # a name to take an answer back with is shown only when asked for
        await pilot.press("3")
        assert "Staat de beamer uit?" in seen(app)
        await pilot.press("n")
        assert "goed [1]" not in said(app)
        await pilot.press("3", "j")
        marks = [line.split("  ")[1] for line in said(app).splitlines() if "goed [1] é.csv, formulier" in line]
        assert len(marks) == 2
        await pilot.press("escape", "t", "j")  # with what stood there, one of them is taken back
        await type_over(pilot, marks[1])
        await pilot.press("enter")
    assert [given.response.party for given in groups.contributions(stored, 1)] == ["bakker"]


async def test_another_version_is_offered_in_words(app_for, groups, small, tmp_path, seen):
    stored = make(groups, small)
    other = replace(small, hash="1" * 64, asked=replace(small.asked, version="2.0.0"))
    place = tmp_path / "ander.json"
    place.write_bytes(to_file(other, person(0), new_response_id()))
    app = app_for()
    async with app.run_test(size=(80, 24)) as pilot:
        await open_collecting(pilot, stored)
        await pilot.press("2", "j")
        await type_over(pilot, str(place))
        await pilot.press("enter")
        assert "versie 2.0.0" in said(app)
        assert "--andere-versie" not in said(app)
        await pilot.press("tab", "3")
        assert "1 antwoord toegevoegd" in said(app)


async def test_the_screen_never_waits_for_a_folder(app_for, groups, small, folder, seen, monkeypatch):
    stored = make(groups, small)
    go_on = threading.Event()
    look = files.look

    def slow(*args, **options):
        assert go_on.wait(30)
        return look(*args, **options)

    monkeypatch.setattr(files, "look", slow)
    app = app_for()
    async with app.run_test(size=(80, 24)) as pilot:
        await open_collecting(pilot, stored)
        await pilot.press("2", "j")
        await type_over(pilot, str(folder))
        app.simulate_key("enter")
        await pilot.glance()
        assert "Bezig met lezen" in said(app)
        app.simulate_key("escape")
        await pilot.glance()
        assert isinstance(app.screen, CollectScreen)
        go_on.set()


async def test_codes_are_checked_group_by_group(app_for, groups, small, seen):
    stored = make(groups, small)
    code = encode(small, person(0))
    messy = code.lower().replace("-", "  ").replace("0", "O")
    first, second = code.split("-")[:2]
    wrong = first + "-" + ("1" if second[0] != "1" else "2") + second[1:]
    app = app_for()
    async with app.run_test(size=(60, 20)) as pilot:
        await open_collecting(pilot, stored)
        await pilot.press("3", "j")
        assert isinstance(app.screen, CodeScreen)
        await pilot.press(pasted(wrong[:-1]))
        assert "klopt niet" not in seen(app)
        await pilot.press(wrong[-1])
        assert "Groep 2 klopt niet" in seen(app)
        assert f"1:{first} ✓" in seen(app)
        assert "✗" in seen(app)
        await type_over(pilot, code[:-2])
        await pilot.press("enter")
        assert "Er ontbreken nog 2 tekens" in seen(app)
        assert app.focused.value == code[:-2]
        await type_over(pilot, messy)
        assert "klopt niet" not in seen(app)
        await pilot.press("enter")
        assert "✓ Toegevoegd" in seen(app)
        assert app.focused.value == ""
        assert first not in everything_shown(app)
    assert counted(groups.contributions(stored, 1)) == counted([contribution(small, person(0))])


async def test_the_same_code_asks_whether_it_is_a_second_person(app_for, groups, small, seen):
    stored = make(groups, small)
    code = encode(small, person(0))
    app = app_for()
    async with app.run_test(size=(80, 24)) as pilot:
        await open_collecting(pilot, stored)
        await pilot.press("3", "j")
        for answer, number in (("", 1), ("n", 1), ("j", 2), ("j", 3)):
            await type_over(pilot, code)
            await pilot.press("enter")
            if answer:
                assert "Is dit een tweede persoon?" in seen(app)
                await pilot.press(answer)
            assert len(groups.contributions(stored, 1)) == number
            assert app.focused.value == (code if answer == "n" else "")


async def test_a_code_is_judged_in_its_own_wave_and_its_file_is_known(app_for, groups, small, seen):
    stored = make(groups, small)
    old, again, other = (encode(small, person(n)) for n in range(3))
    give(groups, stored, small, person(0), person(5, "slager"), person(4))  # the first came in as a file, say
    groups.reveal(stored.id, MOMENT.date())
    groups.new_wave(stored.id, MOMENT.date())
    give(groups, stored, small, person(1))
    app = app_for()
    async with app.run_test(size=(80, 24)) as pilot:
        await open_collecting(pilot, stored)
        await pilot.press("3", "j")
        for code, asked, answer, number in (
            (old, "Is dit een nieuwe code?", "n", 1),
            (old, "zaten al in meting 1 van 2 maart 2026", "j", 2),
            (old, "Is dit een tweede persoon?", "n", 2),  # now it is in this wave too
            (again, "Is dit een tweede persoon?", "n", 2),  # as a file: the same answers
            (again, "als bestand, op papier of om de beurt", "j", 3),
            (other, "✓ Toegevoegd", "", 4),
        ):
            await type_over(pilot, code)
            await pilot.press("enter")
            assert asked in in_one_line(seen(app))
            if answer:
                await pilot.press(answer)
            assert len(groups.contributions(groups.read(stored.id), 2)) == number


async def test_a_code_that_is_in_another_group_asks(app_for, groups, small, seen):
    stored, east = make(groups, small), make(groups, small, "Oost [b]")
    code = encode(small, person(0))
    groups.add(east.id, [decode(small, code)])
    app = app_for()
    async with app.run_test(size=(80, 24)) as pilot:
        await open_collecting(pilot, stored)
        await pilot.press("3", "j")
        for answer, number in (("n", 0), ("j", 1)):
            await type_over(pilot, code)
            await pilot.press("enter")
            assert "zit al in groep ‘Oost [b]’" in in_one_line(seen(app))
            await pilot.press(answer)
            assert len(groups.contributions(stored, 1)) == number
    assert len(groups.contributions(east, 1)) == 1


async def test_no_code_at_all(app_for, groups, small, real, seen):
    stored = make(groups, small)
    app = app_for()
    async with app.run_test(size=(80, 24)) as pilot:
        await open_collecting(pilot, stored)
        await pilot.press("3", "j", "enter")
        assert "Typ de code over" in seen(app)
        await type_over(pilot, "[/] é" * 900)
        await pilot.press("enter")
        assert "Dit is geen code" in seen(app)
        await type_over(pilot, encode(real, replace(person(0, "wijkcoach"), answers={}, experience="", meeting="")))
        await pilot.press("enter")
        assert "andere vragenlijst" in in_one_line(seen(app))
        await type_over(pilot, encode(small, person(0, answers={})))
        await pilot.press("enter")
        assert "geen enkele stelling beantwoord" in in_one_line(seen(app))
        await pilot.press("tab", "2")
        assert isinstance(app.screen, CollectScreen)
    assert groups.contributions(stored, 1) == ()


async def test_taking_back_by_its_name(app_for, groups, small, seen):
    stored = make(groups, small)
    mine, _other = give(groups, stored, small, person(0), person(1))
    app = app_for()
    async with app.run_test(size=(80, 24)) as pilot:
        await open_collecting(pilot, stored)
        for typed, says in ((mine[:7], "minstens 8 tekens"), ("0" * 32, "geen antwoord met dit kenmerk")):
            await pilot.press("t", "j")
            await type_over(pilot, typed)
            await pilot.press("enter")
            assert says in seen(app)
            await pilot.press("escape")
        await pilot.press("t", "j")
        await type_over(pilot, f"{mine[:4].upper()} {mine[4:8]}")
        await pilot.press("enter")
        assert isinstance(app.screen, CollectScreen)
        assert "persoon deed mee" in seen(app)
    assert counted(groups.contributions(stored, 1)) == counted([contribution(small, person(1))])


async def test_taking_back_by_the_code(app_for, groups, small, seen):
    stored = make(groups, small)
    code = encode(small, person(0))
    groups.add(stored.id, [decode(small, code)])
    app = app_for()
    async with app.run_test(size=(80, 24)) as pilot:
        await open_collecting(pilot, stored)
        await pilot.press("t", "j")
        await type_over(pilot, code[:-3])
        await pilot.press("enter")
        assert "geen hele code" in seen(app)
        await type_over(pilot, code.lower())
        await pilot.press("enter")
        assert "mensen deden mee" in seen(app)
    assert groups.contributions(stored, 1) == ()


async def test_the_minimum_changes_only_before_the_first_response(app_for, groups, small, seen):
    stored = make(groups, small, minimum=5)
    app = app_for()
    async with app.run_test(size=(80, 24)) as pilot:
        await open_collecting(pilot, stored)
        await pilot.press("k")
        await type_over(pilot, "2")
        await pilot.press("enter")
        assert "van 3 tot en met 20" in seen(app)
        await type_over(pilot, "4")
        give(groups, stored, small, person(0))
        await pilot.press("enter")
        assert "ligt vast" in seen(app)
        await pilot.press("escape", "r", "k")
        assert isinstance(app.screen, CollectScreen)
    assert groups.read(stored.id).group.minimum == 5


async def test_the_counter_never_names_and_follows_on_a_key(app_for, groups, small, seen):
    stored = make(groups, small)
    app = app_for()
    async with app.run_test(size=(80, 24)) as pilot:
        await open_collecting(pilot, stored)
        give(groups, stored, small, *(person(n) for n in range(3)), person(0, "slager"))
        await pilot.press("r")
        text = seen(app)
        assert "bakkers: 3 van 4" in text
        assert "slagers: minder dan 3" in text
        for number in range(2):  # below the minimum nothing tells whether nobody has another role, or somebody
            assert "andere rol" not in seen(app)
            give(groups, stored, small, person(number, "andere-rol"))
            await pilot.press("r")
        assert "andere rol" not in seen(app)
        give(groups, stored, small, person(2, "andere-rol"))
        await pilot.press("r")
        assert "andere rol: 3" in seen(app)


@pytest.mark.parametrize(
    ("answers", "added"), [(("2", "1", "enter"), 1), (("enter", "escape"), 0), (("1", "2", "2"), 2)]
)
async def test_of_old_paper_each_form_is_asked_about(app_for, groups, real, tmp_path, seen, answers, added):
    """Where one stands is *no*; Esc is no for all that are left."""
    stored = make(groups, real, expected={})
    items = [item.id for item in real.asked.items if not item.only and not item.needs_meeting][:10]
    forms = tmp_path / "f.csv"
    rows = (f"{nth};wijkcoach" + f";{nth}" * 10 for nth in range(1, 4))
    forms.write_text("\n".join((";".join(("respondent", "partij", *items)), *rows)), encoding="utf-8")
    bring(groups, stored.id, real, look(groups, stored.id, real, [forms]))
    groups.reveal(stored.id, MOMENT.date())
    stored = groups.new_wave(stored.id, MOMENT.date())
    app = app_for()
    async with app.run_test(size=(80, 30)) as pilot:
        await open_collecting(pilot, stored)
        await pilot.press("4", "j")
        await type_over(pilot, str(forms))
        await pilot.press("enter")
        assert "Is dit een nieuw formulier? (1 van 3)" in seen(app)
        assert "f.csv, formulier 1: deze antwoorden zaten al in meting 1 van" in " ".join(seen(app).split())
        assert len(groups.names(stored.id, 2)) == 0
        await pilot.press(*answers)
        told = said(app)
        assert f"  {3}  f.csv, formulier 3" in told or added == 2
        assert told.index("tellen niet mee") < told.index("toegevoegd")
    assert len(groups.names(stored.id, 2)) == added

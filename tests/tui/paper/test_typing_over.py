"""Typing paper forms over: one key a statement, a check before it is added, and nothing lost in silence."""

import csv
import errno
import os

import pytest
from groups_help import counted, give, make, person
from msgspec.structs import replace
from paper_typist import as_it_is_asked, kind_key, typed
from walker import MOMENT

from bots import some_people
from bringing import brought
from samenspel.collecting import typed_over
from samenspel.collecting.typed_over import FolderPile
from samenspel.exchange.code import decode, encode
from samenspel.exchange.give.report_file import ReportFileError
from samenspel.exchange.receive.csv_forms import read_forms
from samenspel.exchange.receive.forms import FormsError, PaperForm, cells_of, columns
from samenspel.exchange.receive.typed_over import Printed
from samenspel.group.model import contribution
from samenspel.questionnaire.applicability import applicable_items
from samenspel.response import Response
from samenspel.storage.group_names import shown
from samenspel.storage.groups import Groups
from samenspel.tui.navigation import TypeOver
from samenspel.tui.paper.folder import FolderField
from samenspel.tui.paper.typing import TypingScreen
from samenspel.tui.widgets.choices import ChoiceLine

SIZE = (80, 24)
ANYONE = Printed()
FULL = bool(os.environ.get("SAMENSPEL_FULL"))


@pytest.fixture
def groups(store):
    return Groups(store.folder)


@pytest.fixture
def stored(groups, small):
    return make(groups, small)


async def begin(pilot, questionnaire, group_id="", printed=ANYONE):
    """Choose the form that lies there."""
    pilot.app.navigator.open(TypeOver(group_id))
    await pilot.press("j", kind_key(questionnaire, printed))
    assert isinstance(pilot.app.screen, TypingScreen)


def told(app, seen):
    """What stands on the page and in the messages over it."""
    return " ".join([seen(app), *(one.message for one in app._notifications)])


def inside(groups, stored):
    return counted(groups.contributions(groups.read(stored.id), 1))


async def test_forms_go_into_the_group_one_after_another(app_for, groups, small, stored, seen):
    people = [person(0), person(1), person(2, "slager")]
    forms = [PaperForm(str(number), one) for number, one in enumerate(people, 1)]
    app = app_for()
    async with app.run_test(size=SIZE) as pilot:
        await begin(pilot, small, stored.id)
        for number, form in enumerate(forms, 1):
            await pilot.press(*typed(small, form, Printed()))
            assert f"✓ Formulier {number} is toegevoegd." in seen(app)
        assert "Er zijn nu 3 formulieren bij de groep." in seen(app)
        await pilot.press("escape", "s")
        assert "✓ 3 formulieren bij de groep." in seen(app)
    assert sum(inside(groups, stored).values()) == 3


# The same as the CSV way. ---------------------------------------------------------------------------------------------

KINDS = [Printed(), Printed("kort"), Printed("volledig", "wijkcoach"), Printed("kort", "andere-rol")]


def table(path, questionnaire, *forms):
    """Write forms as somebody types them into a spreadsheet."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, list(columns(questionnaire)), delimiter=";")
        writer.writeheader()
        writer.writerows(cells_of(questionnaire, form) for form in forms)
    return path


@pytest.mark.campaign
@pytest.mark.parametrize("printed", KINDS if FULL else KINDS[1:3], ids=lambda one: f"{one.form} {one.party}")
async def test_a_random_person_is_the_same_as_in_a_table(app_for, groups, real, tmp_path, printed):
    forms = [
        PaperForm(str(number), as_it_is_asked(real, one, printed))
        for number, one in enumerate(some_people(real, 5 if FULL else 1), 1)
    ]
    here, other = make(groups, real, "A", expected={}), Groups(tmp_path / "andere")
    there = make(other, real, "A", expected={})
    app = app_for(questionnaire=real)
    async with app.run_test(size=(60, 20)) as pilot:
        await begin(pilot, real, here.id, printed)
        for form in forms:
            await pilot.press(*typed(real, form, printed))
    unshared = [replace(form, response=replace(form.response, shared=())) for form in forms]
    assert brought(other, there.id, real, [table(tmp_path / "f.csv", real, *unshared)]).added == len(forms)
    if not any(form.response.shared for form in forms):  # a table cannot say what is shared
        assert groups.names(here.id, 1) == other.names(there.id, 1)
    assert inside(groups, here) == counted(contribution(real, form.response) for form in forms)
    assert counted(unshared_of(groups, here)) == inside(other, there)


def unshared_of(groups, stored):
    for one in groups.contributions(groups.read(stored.id), 1):
        yield replace(one, response=replace(one.response, open={}, activities={}, shared=()))


async def test_a_form_takes_ten_keys_more_than_there_are_answers(app_for, real, groups, tmp_path, monkeypatch):
    monkeypatch.setattr("samenspel.tui.paper.pile.documents", lambda: tmp_path)
    given = as_it_is_asked(real, Response(party="jongerenwerker", meeting="ja", experience="1-3"), Printed())
    app = app_for(questionnaire=real)
    async with app.run_test(size=SIZE) as pilot:
        for group_id in (make(groups, real, expected={}).id, ""):
            form = PaperForm("12", given)
            keys = [*typed(real, form, Printed(), to_a_group=bool(group_id))]
            await begin(pilot, real, group_id)
            statements, cards = len(applicable_items(real, given)), len(real.asked.cards)
            assert len(keys) <= statements + cards + 10
            await pilot.press(*keys)
            assert len(app.screen._pile.forms) == 1
            await pilot.press("escape", "s", "escape")


# Correcting, and what is told. ---------------------------------------------------------------------------------------


async def test_back_and_forth_and_left_open(app_for, groups, small, stored, seen):
    app = app_for()
    async with app.run_test(size=SIZE) as pilot:
        await begin(pilot, small, stored.id)
        await pilot.press("1", "2", "backspace", "enter")
        assert "Formulier 1 " in seen(app)
        await pilot.press("enter")  # no party: that cannot be left open
        assert "Zonder partij telt een formulier niet mee" in seen(app)
        await pilot.press("9")
        assert "‘9’ kan hier niet. Kies 1, 2 of 3." in seen(app)
        assert "open laten" not in seen(app)
        await pilot.press("1")
        assert "open laten" in seen(app)
        assert "vooruit" not in seen(app)
        await pilot.press("left")
        assert "vooruit" in seen(app)
        assert "Klopt de partij? Druk op Enter." in seen(app)
        await pilot.press("enter", "enter", "space", "0")
        assert "Bij deze stelling staat geen 0 op het papier." in seen(app)
        await pilot.press("4")
        assert "geen 0" not in seen(app)
        assert "vorige: 1 → 4  eens" in seen(app)
        assert "2  Dit is stelling rol-brood" in seen(app)
        await pilot.press("5", "left", "left")
        assert "1  Dit is stelling rol-eigen" in seen(app)
        assert "4  eens ✓" in seen(app)
        await pilot.press("enter", "right")  # left open; what comes next stays
        assert "vorige: 2 → 5  helemaal eens" in seen(app)
        await pilot.press("right")
        assert "3  Dit is stelling rol-ander" in seen(app)  # nobody has been further
        await pilot.press("3", "3", "3", "0", "1", "enter", "enter")
        assert "Klopt dit?" in seen(app)
        told = " ".join(seen(app).split())
        assert "Beantwoord: 5 van 6 stellingen, 1 van 2 kaarten en 0 van 2 open vragen." in told
        assert "Open gebleven: ervaring; overleg; stelling 1; kaart 2." in told
        await pilot.press("enter")
    (one,) = groups.contributions(groups.read(stored.id), 1)
    assert one.response.answers == {"rol-brood": 5, "rol-ander": 3, "rel-overleg": 3, "rel-kennen": 3, "rel-lastig": 0}
    assert (one.knowledge.right, one.knowledge.of) == (1, 1)


async def test_a_party_that_is_corrected_takes_its_statements_along(app_for, groups, small, stored):
    app = app_for()
    async with app.run_test(size=SIZE) as pilot:
        await begin(pilot, small, stored.id)
        await pilot.press("1", "enter", "1", "enter", "enter", "4", "5", *["left"] * 5)
        await pilot.press("2", "enter", "enter", "4")
        assert "3  Dit is stelling rol-ander" in str(app.screen.query_one("#question").render())  # as on the paper
        await pilot.press(*["1"] * 4, *["enter"] * 4)
    (one,) = groups.contributions(groups.read(stored.id), 1)
    assert one.response.party == "slager"
    assert "rol-brood" not in one.response.answers


async def test_by_mouse(app_for, groups, small, stored, seen):
    app = app_for()
    async with app.run_test(size=SIZE) as pilot:
        await begin(pilot, small, stored.id)
        await pilot.press("enter")
        await pilot.click(app.screen.query(ChoiceLine)[1])
        assert "Formulier 1 · slager" in seen(app)
        await pilot.press(*["enter"] * 2)
        await pilot.click(app.screen.query(ChoiceLine)[3])
        assert "vorige: 1 → 4  eens" in seen(app)
        await pilot.press(*["enter"] * 6)
        await pilot.click(app.screen.query(ChoiceLine)[0])
        assert "Laat namen van mensen weg." in seen(app)


async def test_a_number_is_given_once(app_for, groups, small, stored, seen):
    app = app_for()
    async with app.run_test(size=SIZE) as pilot:
        await begin(pilot, small, stored.id)
        await pilot.press(*typed(small, PaperForm("8", person(0)), Printed()), "8", "enter")
        assert "Formulier 8 typte u al over." in seen(app)
        assert "Druk op Enter" not in seen(app)
        await pilot.press("backspace")
        assert "het wordt 9" in " ".join(seen(app).split())
        await pilot.press("enter")
        assert "Formulier 9 " in seen(app)


async def test_a_number_that_swallows_answers_is_said_at_once(app_for, small, stored, seen):
    app = app_for()
    async with app.run_test(size=SIZE) as pilot:
        await begin(pilot, small, stored.id)
        await pilot.press(*"1234567")
        assert "123456▏" in seen(app)
        assert "! Een nummer heeft hooguit 6 cijfers." in seen(app)
        assert "Klopt het nummer? Druk dan op Enter." in seen(app)


async def test_a_form_without_any_statement_is_not_added(app_for, groups, small, stored, seen):
    app = app_for()
    async with app.run_test(size=SIZE) as pilot:
        await begin(pilot, small, stored.id)
        await pilot.press(*typed(small, PaperForm("1", Response(party="slager")), Printed()))
        assert "! Er is geen enkele stelling beantwoord." in seen(app)
        assert "Druk op Enter" not in seen(app)
        await pilot.press("enter")
    assert not inside(groups, stored)


async def test_keys_that_come_too_fast_add_nothing_and_lose_nothing(app_for, groups, small, stored, seen):
    """All of a form in one burst, with Enters too many: it is not added before somebody saw the check."""
    app = app_for()
    async with app.run_test(size=SIZE) as pilot:
        await begin(pilot, small, stored.id)
        keys = [*typed(small, PaperForm("1", person(0)), Printed(), add=False)]
        await app._press_keys([*keys, "enter", "enter", "enter"])
        await pilot.pause()
        assert "Klopt dit?" in seen(app)
        assert not inside(groups, stored)
        await app._press_keys(["enter", "1", "7"])  # on to the next one without waiting
        await pilot.pause()
        assert "17▏" in seen(app)
    assert sum(inside(groups, stored).values()) == 1


# Whose answers they are. ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("answer", "number"), [("enter", 1), ("n", 1), ("j", 2)])
async def test_the_same_form_twice_in_one_pile_is_asked_about(app_for, groups, small, stored, seen, answer, number):
    app = app_for()
    async with app.run_test(size=SIZE) as pilot:
        await begin(pilot, small, stored.id)
        await pilot.press(*typed(small, PaperForm("1", person(0)), Printed()))
        await pilot.press(*typed(small, PaperForm("2", person(0)), Printed(), add=False))
        assert "formulieren 1 en 2: alle antwoorden en teksten zijn gelijk." in " ".join(seen(app).split())
        await pilot.press("enter")
        assert "Is dit een tweede persoon?" in seen(app)
        assert "Formulier 1 heeft precies dezelfde antwoorden en teksten." in " ".join(seen(app).split())
        await pilot.press(*"12", answer)
        assert f"Formulier 2 is {'toegevoegd' if number == 2 else 'niet toegevoegd'}." in seen(app)
    assert sum(inside(groups, stored).values()) == number


@pytest.mark.parametrize(("answer", "number"), [("n", 1), ("j", 2), ("escape", 1)])
async def test_a_form_that_is_in_already_is_asked_about(app_for, groups, small, stored, seen, tmp_path, answer, number):
    form = PaperForm("1", person(0))
    brought(groups, stored.id, small, [table(tmp_path / "f.csv", small, form)])
    app = app_for()
    async with app.run_test(size=SIZE) as pilot:
        await begin(pilot, small, stored.id)
        await pilot.press(*typed(small, form, Printed()))
        assert "Is dit een tweede persoon?" in seen(app)
        await pilot.press(answer)
        said = {"n": "Formulier 1 is niet toegevoegd.", "j": "is toegevoegd", "escape": "Klopt dit?"}
        assert said[answer] in seen(app)
    assert sum(inside(groups, stored).values()) == number


@pytest.mark.parametrize(("answer", "number"), [("n", 0), ("j", 1)])
async def test_a_form_of_an_earlier_wave_is_asked_about(app_for, groups, real, seen, answer, number):
    stored = make(groups, real, expected={})
    people = [as_it_is_asked(real, Response(party="wijkcoach", meeting="ja"), Printed(), nth) for nth in range(6)]
    give(groups, stored, real, *people)
    groups.reveal(stored.id, MOMENT.date())
    groups.new_wave(stored.id, MOMENT.date())
    app = app_for(questionnaire=real)
    async with app.run_test(size=SIZE) as pilot:
        await begin(pilot, real, stored.id)
        await pilot.press(*typed(real, PaperForm("1", people[0]), Printed()))
        assert "Is dit een nieuw formulier?" in seen(app)
        assert "Deze antwoorden zaten al in meting 1" in " ".join(seen(app).split())
        await pilot.press(answer)
    assert len(groups.names(stored.id, 2)) == number


async def test_a_form_of_whom_a_code_is_in_already_is_told(app_for, groups, small, stored, seen):
    """As for a form in a table: the way out is told, and what was typed stays."""
    one = person(0, activities={}, open={})
    groups.add(stored.id, [decode(small, encode(small, one))])
    app = app_for()
    async with app.run_test(size=SIZE) as pilot:
        await begin(pilot, small, stored.id)
        await pilot.press(*typed(small, PaperForm("5", one), Printed()))
        told = " ".join(seen(app).replace("│", " ").split())
        assert "overgetypt, formulier 5: precies deze antwoorden zitten al in deze meting, als code." in told
        await pilot.press("escape")
        assert "Klopt dit?" in seen(app)
    assert len(groups.names(stored.id, 1)) == 1


async def test_what_was_written_goes_along_when_it_is_shared(app_for, groups, small, stored, seen):
    one = person(0, open={"toe-goed": "Het contact [/] ☕."}, activities={"lunch": True, "anders": False})
    one = replace(one, shared=("toe-goed", "toe-activiteiten"))
    app = app_for()
    async with app.run_test(size=SIZE) as pilot:
        await begin(pilot, small, stored.id)
        keys = [*typed(small, PaperForm("1", one), Printed(), add=False)]
        await pilot.press(*keys[:-1])
        assert "(getypt)" in seen(app)
        assert "(2 aangekruist)" in " ".join(seen(app).split())
        await pilot.press("1")
        assert "Het contact [/] ☕." in seen(app)
        assert "dit mag lezen? ja" in " ".join(seen(app).split())
        await pilot.press("escape", "enter", "enter")
    assert inside(groups, stored) == counted([contribution(small, one)])


async def test_a_form_is_taken_back_by_its_name(app_for, groups, small, stored, seen):
    app = app_for()
    async with app.run_test(size=SIZE) as pilot:
        await begin(pilot, small, stored.id)
        assert "kenmerken" not in seen(app)
        await pilot.press(*typed(small, PaperForm("31", person(0)), Printed()))
        await pilot.press("f4", "j")
        (name,) = groups.names(stored.id, 1)
        assert f"{shown(name)}  overgetypt, formulier 31" in seen(app)


async def test_names_that_nobody_saw_are_said_and_stay_while_the_app_runs(app_for, groups, small, stored, seen):
    line = "U zag nog niet alle kenmerken."
    app = app_for()
    async with app.run_test(size=SIZE) as pilot:
        await begin(pilot, small, stored.id)
        await pilot.press(*typed(small, PaperForm("31", person(0)), Printed()), "ctrl+q")
        assert line in seen(app)
        await pilot.press("s", "escape")
        await begin(pilot, small, stored.id)
        assert "het wordt 32" in " ".join(seen(app).split())
        await pilot.press("4", "escape")
        assert line in seen(app)
        await pilot.press("k", "j")
        (name,) = groups.names(stored.id, 1)
        assert f"{shown(name)}  overgetypt, formulier 31" in seen(app)
        await pilot.press("escape", "escape")
        assert line not in seen(app)


async def test_a_name_that_was_lost_comes_back_when_the_form_is_typed_again(app_for, groups, small, stored, seen):
    for nth_run in range(2):
        app = app_for()
        async with app.run_test(size=SIZE) as pilot:
            await begin(pilot, small, stored.id)
            assert ("De groep heeft al 1 antwoord." in seen(app)) == (nth_run == 1)
            assert f"het wordt {nth_run + 1}" in " ".join(seen(app).split())
            await pilot.press(*typed(small, PaperForm("31", person(0)), Printed()))
            if nth_run:  # after a kill its number is not known any more
                assert "Is dit een tweede persoon?" in seen(app)
                await pilot.press("n", "f4", "j")
                (name,) = groups.names(stored.id, 1)
                assert f"{shown(name)}  overgetypt, formulier 31" in seen(app)


# Leaving, and what cannot be kept. -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("answer", "there"),
    [
        ("v", "vorige: 1 → 4"),
        ("enter", "vorige: 1 → 4"),
        ("w", "Formulier 1 is weggegooid."),
        ("s", "Formulier 1 is weggegooid."),
    ],
)
async def test_nothing_that_was_typed_is_lost_in_silence(app_for, small, stored, seen, answer, there):
    app = app_for()
    async with app.run_test(size=SIZE) as pilot:
        await begin(pilot, small, stored.id)
        await pilot.press("1", "enter", "1", "enter", "enter", "4")
        for key in ("escape", "ctrl+q"):
            await pilot.press(key)
            assert "is nog nergens bewaard" in " ".join(seen(app).split())
            await pilot.press("escape")
        await pilot.press("escape", answer)
        assert there in told(app, seen)
        assert isinstance(app.screen, TypingScreen) == (answer != "s")
        assert app.is_running


async def test_digits_typed_on_after_a_slip_throw_nothing_away(app_for, groups, small, stored, seen):
    """Whoever types blind goes on typing: the digits of the paper choose nothing in a window or on another page."""
    app = app_for()
    async with app.run_test(size=SIZE) as pilot:
        await begin(pilot, small, stored.id)
        await pilot.press("1", "enter", "1", "enter", "enter", "4", "escape", *"3213")
        assert "is nog nergens bewaard" in " ".join(seen(app).split())
        await pilot.press("enter")
        assert "! Wat u in het venster typte, telt niet." in seen(app)
        assert "2  Dit is stelling rol-brood" in seen(app)
        await pilot.press("1", "escape", "w", "escape", *"123")
        assert "Stoppen met overtypen?" in seen(app)
        await pilot.press("escape", *typed(small, PaperForm("2", person(0)), Printed()), "escape", *"123")
        assert "Stoppen met overtypen?" in seen(app)
        await pilot.press("s")
        assert "✓ 1 formulier bij de groep." in seen(app)


async def test_a_group_that_is_gone_keeps_the_form_on_the_screen(app_for, groups, small, stored, seen):
    app = app_for()
    async with app.run_test(size=SIZE) as pilot:
        await begin(pilot, small, stored.id)
        await pilot.press(*typed(small, PaperForm("1", person(0)), Printed(), add=False))
        groups.delete(stored.id)
        await pilot.press("enter")
        assert "Dat lukte niet" in seen(app)
        await pilot.press("escape")
        assert "Klopt dit?" in seen(app)


# Without a group. ----------------------------------------------------------------------------------------------------


async def test_forms_of_nobodys_group_go_into_a_folder(app_for, small, seen, tmp_path, monkeypatch):
    monkeypatch.setattr("samenspel.tui.paper.pile.documents", lambda: tmp_path)
    one = person(0, area="Noord; =1+1", open={"toe-goed": "=Het contact"}, activities={"lunch": True})
    app = app_for(start="presenting")
    folder = tmp_path / "samenspel-papier-2026-03-02"
    async with app.run_test(size=SIZE) as pilot:
        assert "p papier overtypen" in seen(app)
        await pilot.press("p")
        assert "Is de beamer uit?" in seen(app)
        await pilot.press("j", "1")
        await pilot.press(*typed(small, PaperForm("3", one), Printed(), to_a_group=False))
        assert "✓ Formulier 3 is toegevoegd. Er is nu 1 formulier in de map." in " ".join(seen(app).split())
        await pilot.press("escape", "s", "escape", "p", "j", "1")  # later, in the same folder
        await pilot.press(*typed(small, PaperForm("4", person(1, "slager")), Printed(), to_a_group=False))
        assert "Er zijn nu 2 formulieren in de map." in " ".join(seen(app).split())
    assert sorted(path.name for path in folder.iterdir()) == ["3.pdf", "4.pdf", "formulieren.csv"]
    forms = read_forms(folder / "formulieren.csv", small)
    assert [form.respondent for form in forms] == ["3", "4"]
    guarded = replace(one, area="Noord; '=1+1", open={"toe-goed": "'=Het contact"})
    assert forms[0].response == guarded  # once, however often it is written
    assert not (tmp_path / "gegevens").exists()


@pytest.mark.parametrize("content", ["respondent;partij\n3;bakkr\n", "iets anders"])
async def test_a_folder_with_another_table_is_left_alone(app_for, small, seen, tmp_path, monkeypatch, content):
    monkeypatch.setattr("samenspel.tui.paper.pile.documents", lambda: tmp_path)
    folder = tmp_path / "samenspel-papier-2026-03-02"
    folder.mkdir()
    (folder / "formulieren.csv").write_text(content)
    app = app_for()
    async with app.run_test(size=SIZE) as pilot:
        app.navigator.open(TypeOver())
        await pilot.press("j", "1")
        assert "✗ formulieren.csv" in seen(app)
    assert (folder / "formulieren.csv").read_text() == content


async def test_a_report_of_somebody_else_stays(small, tmp_path):
    (tmp_path / "1.pdf").write_bytes(b"van een ander")
    pile = FolderPile(tmp_path, small, MOMENT.date())
    assert pile.add(PaperForm("1", person(0))).added
    assert (tmp_path / "1.pdf").read_bytes() == b"van een ander"
    assert (tmp_path / "1-2.pdf").read_bytes().startswith(b"%PDF")
    assert pile.add(PaperForm("2", person(0))).ask == "second"
    assert pile.add(PaperForm("2", person(0)), {"second"}).added
    (tmp_path / "formulieren.csv").write_text("stuk")
    with pytest.raises(FormsError):
        pile.add(PaperForm("3", person(1)))
    assert (tmp_path / "formulieren.csv").read_text() == "stuk"


async def test_a_folder_that_cannot_be_written_is_refused_before_anybody_types(
    app_for, small, seen, tmp_path, monkeypatch
):
    def refused(folder):
        raise PermissionError(errno.EACCES, "", str(folder))

    monkeypatch.setattr("samenspel.tui.paper.pile.documents", lambda: tmp_path)
    monkeypatch.setattr(typed_over, "make_folder", refused)
    app = app_for()
    async with app.run_test(size=SIZE) as pilot:
        app.navigator.open(TypeOver())
        await pilot.press("j", "1")
        assert "✗ U mag niet schrijven in deze map" in seen(app)
        assert not isinstance(app.screen, TypingScreen)


def test_a_report_that_is_not_saved_says_how_to_make_it(small, tmp_path, monkeypatch):
    pile = FolderPile(tmp_path, small, MOMENT.date())
    whole = typed_over.write

    def refused(path, content):
        if path.suffix == ".pdf":
            raise ReportFileError("vol")
        whole(path, content)

    monkeypatch.setattr(typed_over, "write", refused)
    outcome = pile.add(PaperForm("1", person(0)))
    assert outcome.added
    assert "samenspel verwerk formulieren.csv -o rapporten" in outcome.told[0]
    assert [form.respondent for form in read_forms(tmp_path / "formulieren.csv", small)] == ["1"]


async def test_a_folder_that_refuses_later_can_be_another(app_for, small, seen, tmp_path, monkeypatch):
    monkeypatch.setattr("samenspel.tui.paper.pile.documents", lambda: tmp_path)
    whole, full = typed_over.write, tmp_path / "samenspel-papier-2026-03-02"

    def refused(path, content):
        if path.parent == full:
            raise ReportFileError("De schijf is vol.")
        whole(path, content)

    monkeypatch.setattr(typed_over, "write", refused)
    app = app_for()
    async with app.run_test(size=SIZE) as pilot:
        app.navigator.open(TypeOver())
        await pilot.press("j", "1", *typed(small, PaperForm("3", person(0)), Printed(), to_a_group=False))
        assert "De schijf is vol." in seen(app)
        app.screen.query_one(FolderField).value = str(tmp_path / "ander")
        await pilot.press("enter")
        await app.workers.wait_for_complete()
        assert "Klopt dit?" in seen(app)
        await pilot.press("enter")
        await app.workers.wait_for_complete()
        await pilot.press("escape", "s")
        assert "ander" in app.screen.query_one(FolderField).value
    assert [form.respondent for form in read_forms(tmp_path / "ander" / "formulieren.csv", small)] == ["3"]

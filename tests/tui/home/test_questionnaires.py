"""Choosing a questionnaire: one key, remembered; one's own ones beside those that come along, and never a crash."""

import io
import shutil
from pathlib import Path

import msgspec
import pytest
from msgspec.structs import replace
from pypdf import PdfReader
from results_help import GOOD, POOR, half_way, response
from walker import MOMENT, session_of, walk_tui

from commands import write_questionnaire
from samenspel.report import html, pdf
from samenspel.report.handouts import handouts
from samenspel.report.paper.form import paper_sheet
from samenspel.report.pdf import render_sheet
from samenspel.report.personal.report import personal_report
from samenspel.response import Response
from samenspel.storage import preferences
from samenspel.tui.app import SamenspelApp

STANDARD = "Zelftest samenwerking in de wijk"
SECOND = "Zelftest school en wijkteam"
BUILT_IN = Path(__file__).parents[3] / "questionnaires"


@pytest.fixture
def opened(store):
    """An app that was opened without a questionnaire's name."""

    def make(**options):
        return SamenspelApp(store, clock=lambda: MOMENT, **options)

    return make


@pytest.fixture
def own(store, small):
    """``own("mijn")``: the small questionnaire among the person's own."""

    def make(name="mijn", questionnaire=small):
        return write_questionnaire(store.folder / "eigen-vragenlijsten" / name, questionnaire)

    return make


def folded(text):
    return " ".join(text.replace("│", " ").split())


async def test_one_key_changes_it_and_the_choice_is_remembered(opened, own, seen, store):
    own()
    app = opened()
    async with app.run_test(size=(60, 20), notifications=True) as pilot:
        await pilot.pause()
        assert f"Nu: {STANDARD}." in folded(seen(app))
        assert "Volledig (13 minuten) of kort (5 minuten)." in seen(app)
        await pilot.press("6")
        text = folded(seen(app))
        assert f"1 {STANDARD} (nu gekozen) Hoort bij samenspel." in text
        assert f"2 {SECOND} Hoort bij samenspel." in text
        assert "3 Kleine zelftest Van uzelf, in de map ‘mijn’." in text
        await pilot.press("3")
        text = folded(seen(app))
        assert "Nu: Kleine zelftest (van uzelf, in de map ‘" in text
        assert "Volledig (3 minuten) of kort (1 minuut)." in text
        assert "Vanaf nu: Kleine zelftest." in text
        await pilot.press("1")
        assert "Kleine zelftest" in seen(app)
    again = opened(start="selftest")
    async with again.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "Kleine zelftest" in seen(again)
    assert store.ids() == []


async def test_looking_and_going_back_changes_and_makes_nothing(opened, seen, store):
    app = opened()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("6", "e")  # one that comes along
        await pilot.pause()
        assert "Deze vragenlijst hoort bij samenspel. Maak met k" in seen(app)
        await pilot.press("down", "escape", "1", "l", "escape", "escape")
        assert f"Nu: {STANDARD}." in seen(app)
    assert not store.folder.exists()


async def test_another_one_at_the_door_of_the_self_test_and_of_a_group(opened, own, seen, store):
    own()
    app = opened()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("1", "l", "2")
        assert SECOND in seen(app)
        await pilot.press("l", "3", "1", "1")
        assert session_of(pilot).questionnaire.id == "klein"
        await pilot.press("escape", "2", "n")
        assert "Vragenlijst: Kleine zelftest" in seen(app)
        assert "Hoeveel bakkers?" in seen(app)
        await pilot.press(*"Oost", "f4", "2")
        assert f"Vragenlijst: {SECOND}" in seen(app)
        assert "Hoeveel schoolmedewerkers?" in seen(app)
        assert "Oost" in seen(app)
        await pilot.press("f8")
    (group,) = app.navigator.groups.all()
    assert (group.group.name, group.questionnaire.id) == ("Oost", "school-wijkteam")


async def test_one_with_errors_is_listed_with_what_is_wrong_and_cannot_be_chosen(opened, own, seen):
    own("goed")
    folder = own("stuk")
    (folder / "adviezen.yaml").write_text("adviezen: [\n", encoding="utf-8")
    app = opened()
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.press("6", "end")
        text = folded(seen(app))
        assert "4 stuk Niet te gebruiken: 1 fout. adviezen.yaml, regel " in text
        assert "Kijk met: samenspel vragenlijst controleer stuk" in text
        await pilot.press("enter")
        assert "Verbeter dit in een tekstprogramma." in folded(seen(app))
        await pilot.press("enter", "escape")
        assert f"Nu: {STANDARD}." in seen(app)


async def test_errors_that_came_after_it_was_chosen(opened, own, seen, store):
    folder = own()
    preferences.keep(store.folder, questionnaire="eigen-vragenlijsten/mijn")
    (folder / "vragenlijst.yaml").write_text("id: [\n", encoding="utf-8")
    app = opened()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "‘mijn’ kan nu niet." in seen(app)
        assert "Volledig of kort." in seen(app)
        for door in (["1"], ["2", "n"], ["3"]):
            await pilot.press(*door)
            text = folded(seen(app))
            assert "Deze vragenlijst kan nu niet" in text
            assert "samenspel vragenlijst controleer mijn" in text
            await pilot.press("escape")
            if len(door) > 1:
                await pilot.press("escape")
        await pilot.press("1", "1", "2")  # another one: that opens the door that was meant
        assert SECOND in seen(app)
        assert "Hoeveel tijd hebt u?" in seen(app)
    assert preferences.read(store.folder).questionnaire == "school-wijkteam"


async def test_one_that_is_gone(opened, seen, store):
    preferences.keep(store.folder, questionnaire="eigen-vragenlijsten/weg")
    app = opened()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("1")
        assert "‘weg’. Deze vragenlijst is er niet meer." in folded(seen(app))


@pytest.mark.parametrize(
    ("answer", "now"), [("1", "Nu: Zelftest samenwerking in de wijk."), ("2", "(van uzelf, in de map ‘")]
)
async def test_one_with_the_id_of_one_that_comes_along_is_taken_only_after_a_notice(opened, seen, store, answer, now):
    shutil.copytree(BUILT_IN / "samenwerking-jeugd", store.folder / "eigen-vragenlijsten" / "samenwerking-jeugd")
    app = opened()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "van uzelf" not in seen(app)
        await pilot.press("6", "3")
        assert "heeft dezelfde id als een meegeleverde vragenlijst" in folded(seen(app))
        await pilot.press(answer)
        if answer == "1":
            await pilot.press("escape")
        assert now in folded(seen(app))


async def test_what_is_under_way_keeps_its_questions(opened, own, seen, store, small):
    folder = own()
    app = opened()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("6", "3", "1", "1", "1", "right", "right", "right", "enter", "4")
        before = session_of(pilot).step.id
        assert f"stelling {before} over de slagers." in folded(seen(app))
        items = tuple(replace(item, text=f"Iets anders over {item.id}.") for item in small.asked.items)
        own(questionnaire=replace(small, asked=replace(small.asked, title="Nieuwe titel", items=items)))
        await pilot.press("escape", "v")
        assert f"stelling {before} over de slagers." in folded(seen(app))
        await pilot.press("5", "escape", "1")
        assert "Nieuwe titel" in seen(app)  # a new one gets the new questions
        shutil.rmtree(folder)
        await pilot.press("escape", "v")
        assert "over de slagers." in folded(seen(app))
    assert len(store.latest(finished=False).response.answers) == 2


async def test_a_self_test_says_its_questionnaire_when_that_is_another_than_the_one_in_use(opened, seen, store, small):
    half_way(store, small)
    app = opened()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "Kleine zelftest, van 5 januari 2026, 9:05." in seen(app)
        await pilot.press("4")
        assert " · volledige vorm · Kleine zelftest" in seen(app)


async def test_with_two_questionnaires_each_result_says_which(opened, seen, store, small, real):
    half_way(store, small)
    store.create(real, Response(party="wijkcoach"), at="area", now=MOMENT)
    async with opened().run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("4")
        assert " · Kleine zelftest" in seen(pilot.app)
        assert f" · {real.asked.title}" in folded(seen(pilot.app))


async def test_my_data_lists_them_with_what_a_check_finds(opened, own, seen, store):
    own()
    folder = own("stuk")
    (folder / "adviezen.yaml").write_text("adviezen: [\n", encoding="utf-8")
    app = opened()
    async with app.run_test(size=(100, 40)) as pilot:
        await pilot.press("5")
        text = folded(seen(app))
        assert "Alles staat in deze map, 2 eigen vragenlijsten:" in text
        assert "Eigen vragenlijst: Kleine zelftest Geen fouten. Er staan geen antwoorden in." in text
        assert "Eigen vragenlijst: stuk Niet te gebruiken: 1 fout." in text
        await pilot.press("enter")
        text = folded(seen(app))
        assert "Proefronde met" in text
        assert "Scores: bij elke dimensie komt alles voor" in text
        assert str(store.folder)[-30:] in text.replace(" ", "")
        await pilot.press("enter", "down", "enter")
        assert "Alle fouten ziet u met: samenspel vragenlijst controleer stuk" in folded(seen(app))
        await pilot.press("enter")
        assert "w wissen" not in seen(app)


async def test_without_cards_none_are_told(app_for, seen, small):
    app = app_for(questionnaire=replace(small, asked=replace(small.asked, cards=())), start="selftest")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await walk_tui(pilot, response(GOOD, knowledge={}, notes={}))
        assert "Alle 6 stellingen hebben een antwoord." in seen(app)
        assert "kaarten" not in seen(app)


MARKUP = "[/] [b]<b>&amp;</b> =1+1 "
NO_TEXT = {"id", "versie", "dimensie", "voorwaarde", "alleen", "triggers"}


def marked(part, key=""):
    """The same part of a questionnaire, with markup before each text."""
    if key in NO_TEXT or part in ("bakker", "slager", "allebei"):
        return part
    if isinstance(part, dict):
        return {name: marked(value, name) for name, value in part.items()}
    if isinstance(part, list):
        return [marked(value, key) for value in part]
    return f"{MARKUP}{part}" if isinstance(part, str) else part


async def test_markup_in_every_text_of_ones_own_is_only_text(opened, own, seen, store):
    for path in own().glob("*.yaml"):
        path.write_bytes(msgspec.json.encode(marked(msgspec.json.decode(path.read_bytes()))))
    app = opened()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("6")
        assert f"{MARKUP}Kleine zelftest" in seen(app)
        await pilot.press("3")
        assert f"Nu: {MARKUP}Kleine zelftest (van uzelf, in de map ‘" in seen(app)
        await pilot.press("1")
        assert f"{MARKUP}Kleine zelftest" in seen(app)
        await walk_tui(pilot, response(POOR, notes={}))
        await pilot.press("1", "1")
        assert f"{MARKUP}Advies" in folded(seen(app))
        await pilot.press("escape", "escape", "2", "n")
        assert f"Hoeveel {MARKUP}bakkers?" in folded(seen(app))
        await pilot.press("escape", "escape", "3")
        assert f"{MARKUP}Een kleine vragenlijst om mee te testen." in folded(seen(app))
        await pilot.press("right")
        assert f"{MARKUP}Wie weet wie wat doet" in folded(seen(app))
    taken = store.questionnaire(store.latest())
    paper = personal_report(taken, store.latest().response, date=MOMENT.date())
    for document in (paper, *handouts(taken).values()):
        page = html.render(document)
        assert "&lt;b&gt;&amp;amp;&lt;/b&gt;" in page
        assert "<b>" not in page
    assert pdf.render(paper).startswith(b"%PDF")
    assert "<b>&amp;</b>" in PdfReader(io.BytesIO(render_sheet(paper_sheet(taken, "kort", "")))).pages[0].extract_text()

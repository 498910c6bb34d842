"""A second questionnaire, for two other parties: what the program says comes from the content, not from the code."""

import ast
import io
import re
from collections.abc import Callable
from contextlib import redirect_stdout
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

import fillers
import samenspel
from bots import lines_for, responses
from pilot import Person
from samenspel.advice import advise
from samenspel.authoring import find, load
from samenspel.exchange.give.group_tables import export_csv
from samenspel.exchange.handover import Reading, to_file
from samenspel.exchange.receive.pdf_forms import read_filled
from samenspel.group.founding import checked_group
from samenspel.group.model import Group, Wave
from samenspel.line import prompter_for, walk_through
from samenspel.questionnaire.applicability import applicable_items, fill
from samenspel.questionnaire.model import (
    BOTH,
    DONT_KNOW_CARD,
    EXPERIENCE,
    KNOWLEDGE,
    MEETING,
    OTHER_ROLE,
    Item,
    Questionnaire,
)
from samenspel.report import html, pdf, text
from samenspel.report.document import Document, Paragraph
from samenspel.report.groups.report import group_report
from samenspel.report.handouts import handouts
from samenspel.report.personal.advices import worksheet
from samenspel.report.personal.report import personal_report
from samenspel.response import Response
from samenspel.scoring import score
from samenspel.storage.group_names import new_response_id
from samenspel.storage.groups import Groups
from samenspel.storage.selftests import SelfTests
from samenspel.storage.shelf import STANDARD
from samenspel.tui.app import SamenspelApp
from samenspel.tui.presenting.show import Show
from tui import walker

DAY = date(2026, 11, 23)
PARTIES = ("school", "wijkteam", OTHER_ROLE)
FORMS = ("volledig", "kort")
DIMENSIONS = ["rol", "org", "pro", "bel", "amb", "rel"]
OTHER_PARTIES = re.compile(r"wijkcoach|jongerenwerk|weegtafel|alifa", re.IGNORECASE)
STUDY = "Enschede"
"""Where the study was done: a text may say so where the questionnaire itself does."""
MOST_WORDS = 20


@pytest.fixture(scope="module")
def second() -> Questionnaire:
    return load(find("school-wijkteam"))


def texts(part: object) -> list[str]:
    """Every text in a piece of plain data."""
    if isinstance(part, str):
        return [part]
    inside = part.values() if isinstance(part, dict) else part if isinstance(part, list | tuple) else ()
    return [found for piece in inside for found in texts(piece)]


def foreign(questionnaire: Questionnaire, shown: str | Document) -> list[str]:
    """What in a text, or in the parts of a document, belongs to the first questionnaire."""
    sources = [
        fill(questionnaire, party, content)
        for content in contents(questionnaire)
        for party in PARTIES
        if STUDY in content
    ]
    parts = [shown] if isinstance(shown, str) else texts(msgspec.to_builtins(shown, enc_hook=str))
    return [
        part
        for part in parts
        if OTHER_PARTIES.search(part) or (STUDY in part and not any(source in part for source in sources))
    ]


def contents(questionnaire: Questionnaire) -> list[str]:
    return texts(msgspec.to_builtins(questionnaire))


def answered(questionnaire: Questionnaire, party: str, answer: int, form: str = "volledig") -> Response:
    """Someone who answers the same to every statement, and *weet ik niet* to every card."""
    person = Response(
        party=party,
        form=form,
        area="oost",
        experience="nog-niet",
        meeting="ja",
        knowledge={card.id: DONT_KNOW_CARD for card in questionnaire.asked.cards},
    )
    return answering(questionnaire, person, lambda _item: answer)


def answering(questionnaire: Questionnaire, person: Response, answer: Callable[[Item], int]) -> Response:
    """The same person with an answer to every statement that is asked."""
    answers = {item.id: answer(item) for item in applicable_items(questionnaire, person)}
    return msgspec.structs.replace(person, answers=answers)


def test_it_loads_and_is_as_large_as_a_self_test_should_be(second: Questionnaire) -> None:
    asked = second.asked
    assert (second.id, second.version) == ("school-wijkteam", "1.1.0")
    assert [party.id for party in asked.parties] == ["school", "wijkteam"]
    assert [dimension.id for dimension in asked.dimensions] == DIMENSIONS
    assert 46 <= len(asked.items) <= 50
    assert 12 <= len(asked.cards) <= 14
    assert {card.who for card in asked.cards} == {"school", "wijkteam", BOTH}
    assert [item.only for item in asked.items if item.only] == [("wijkteam",)]
    assert {theory.dimension for theory in second.education.theories} == set(DIMENSIONS)


def test_no_text_in_the_files_names_the_other_parties() -> None:
    for file in find("school-wijkteam").glob("*.yaml"):
        assert not OTHER_PARTIES.search(file.read_text(encoding="utf-8")), file.name


@pytest.mark.parametrize("party", PARTIES)
def test_no_sentence_is_longer_than_anyone_can_take_in(second: Questionnaire, party: str) -> None:
    sentences = [
        sentence
        for content in contents(second)
        for sentence in re.split(r"(?<=[.?!])\s+", fill(second, party, content))
    ]
    assert not [sentence for sentence in sentences if len(sentence.split()) > MOST_WORDS]


@pytest.mark.parametrize("party", PARTIES)
@pytest.mark.parametrize("meeting", ["ja", "soms", "collega", "leiding", "geen", ""])
def test_the_short_form_asks_enough_of_every_dimension(second: Questionnaire, party: str, meeting: str) -> None:
    items = applicable_items(second, Response(party=party, form="kort", meeting=meeting))
    asked = [item.dimension for item in items]
    assert {dimension: asked.count(dimension) >= 2 for dimension in DIMENSIONS} == dict.fromkeys(DIMENSIONS, True)
    assert len(items) <= 18


@pytest.mark.parametrize("party", PARTIES)
def test_every_band_can_be_reached_in_every_dimension(second: Questionnaire, party: str) -> None:
    for answer, band in ((1, "knelpunt"), (3, "aandachtspunt"), (5, "sterk")):
        scores = score(second, answered(second, party, answer))
        assert [dimension.band for dimension in scores.dimensions] == [band] * len(DIMENSIONS)


def test_every_advice_can_be_the_first_that_a_person_is_given(second: Questionnaire) -> None:
    assert [advice.id for advice in second.advices if not can_be_first(second, advice.id)] == []


def can_be_first(questionnaire: Questionnaire, wanted: str) -> bool:
    """Say whether a person of any party, for whom only what this advice is about goes wrong, gets it first."""
    triggers = questionnaire.advice(wanted).triggers
    meeting = "geen" if MEETING in triggers else "ja"
    experience = "nog-niet" if EXPERIENCE in triggers else "langer-3"
    cards = {card.id: DONT_KNOW_CARD if KNOWLEDGE in triggers else card.who for card in questionnaire.asked.cards}
    for party in PARTIES:
        person = Response(party=party, form="volledig", experience=experience, meeting=meeting, knowledge=cards)
        found = advise(questionnaire, answering(questionnaire, person, lambda item: 1 if item.id in triggers else 5))
        if found and found[0].id == wanted:
            return True
    return False


def test_where_one_dimension_goes_wrong_the_first_advice_is_about_that(second: Questionnaire) -> None:
    for dimension in DIMENSIONS:
        person = Response(party="school", form="volledig", experience="langer-3", meeting="ja")
        low = {item.id for item in second.asked.items if item.dimension == dimension}
        first = advise(second, answering(second, person, lambda item, low=low: 1 if item.id in low else 5))[0]
        assert set(first.reasons) <= low


def test_what_brings_an_advice_up_is_asked_and_every_statement_brings_one_up(second: Questionnaire) -> None:
    triggers = {key for advice in second.advices for key in advice.triggers}
    assert {item.id for item in second.asked.items} == triggers - {KNOWLEDGE, EXPERIENCE, MEETING}


def test_the_figures_are_never_said_to_be_about_schools(second: Questionnaire) -> None:
    for advice in second.advices:
        if "Enschede" in advice.evidence:
            assert re.search(r"zonder scholen|geen scholen", advice.evidence), advice.id
        else:
            assert advice.evidence_weight == 0, advice.id
        assert advice.evidence_weight <= 0.6
    assert not [item.id for item in second.asked.items if item.study]


@pytest.mark.parametrize("party", PARTIES)
@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("answer", [1, 3, 5])
def test_no_report_names_the_other_parties(second: Questionnaire, party: str, form: str, answer: int) -> None:
    response = answered(second, party, answer, form)
    document = personal_report(second, response, date=DAY)
    assert not foreign(second, document)
    for rendered in (text.render(document), html.render(document)):
        assert second.asked.title in rendered
        assert not OTHER_PARTIES.search(rendered)
        assert "{ander" not in rendered


@settings(max_examples=8)
@given(data=st.data())
def test_a_walk_in_line_mode_is_stored_as_typed_and_names_no_other_parties(
    second: Questionnaire, data: st.DataObject
) -> None:
    response = data.draw(responses(second))
    with TemporaryDirectory() as folder:
        said, stored = walked(second, Path(folder), response)
    assert stored == response
    assert second.asked.title in said
    assert not OTHER_PARTIES.search(said)


def walked(questionnaire: Questionnaire, folder: Path, response: Response) -> tuple[str, Response]:
    """Type a self-test into plain line mode; return what was said and what was stored."""
    store, said = SelfTests(folder), io.StringIO()
    typed = "".join(f"{line}\n" for line in lines_for(questionnaire, response))
    with pytest.MonkeyPatch.context() as patch, redirect_stdout(said):
        patch.setattr("sys.stdin", io.StringIO(typed))
        done = walk_through(
            store, prompter_for(plain=True), load_questionnaire=lambda: questionnaire, named=True, form=None
        )
    assert done == 0
    return said.getvalue(), next(store.newest()).response


def test_every_worksheet_fits_on_one_page(second: Questionnaire) -> None:
    sheets = [worksheet(advice) for advice in second.advices if advice.worksheet]
    document = Document("t", "s", "f", (Paragraph("De eerste bladzijde."), *sheets))
    assert len(PdfReader(io.BytesIO(pdf.render(document))).pages) == 1 + len(sheets)


def test_no_sentence_in_the_code_is_about_the_first_parties() -> None:
    files = [*Path(samenspel.__file__).parent.rglob("*.py")]
    assert len(files) > 200
    found = [
        (path.name, said)
        for path in files
        for said in sentences_in(path)
        if OTHER_PARTIES.search(said) or re.search(rf"jeugd|{STUDY}", said)
    ]
    assert found == [("shelf.py", STANDARD)]


def sentences_in(path: Path) -> list[str]:
    """Every text in the code of a file, apart from what explains the code."""
    nodes = list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
    explaining = {id(node.value) for node in nodes if isinstance(node, ast.Expr)}
    texts_in = [node for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)]
    return [node.value for node in texts_in if id(node) not in explaining]


async def test_the_app_shows_no_other_parties(
    second: Questionnaire, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, by_a_person: None
) -> None:
    app = SamenspelApp(SelfTests(tmp_path), load_questionnaire=lambda: second, clock=lambda: walker.MOMENT)
    shown: list[str] = []
    press = Person.press

    async def press_and_look(pilot: Person, *keys: str) -> None:
        await press(pilot, *keys)
        strips = app.screen._compositor.render_strips(app.size)
        shown.append("\n".join(strip.text.rstrip() for strip in strips))

    monkeypatch.setattr(Person, "press", press_and_look)
    known = {card.id: card.who for card in second.asked.cards[:2]}
    wanted = msgspec.structs.replace(answered(second, "wijkteam", 2, "kort"), area="oost", knowledge=known)
    async with app.run_test(size=(100, 40)) as pilot:
        await pilot.press("1")
        await walker.walk_tui(pilot, wanted)
        await pilot.press("enter")
        await pilot.press("1")
        await pilot.press("escape", "escape", "2", "n")
        await pilot.press(*"Oost", "f8")
        await pilot.press("escape")
    whole = "\n".join(shown)
    assert next(SelfTests(tmp_path).newest()).response == wanted
    assert "Hoeveel wijkteammedewerkers?" in whole
    assert len(shown) > 40
    assert not [screen for screen in shown if foreign(second, screen)]


@pytest.fixture(scope="module")
def wave(second: Questionnaire, tmp_path_factory: pytest.TempPathFactory) -> tuple[Group, Wave]:
    """A group of sixteen, each by a response file, revealed; with an action."""
    groups = Groups(tmp_path_factory.mktemp("groep"))
    stored = groups.create(checked_group("Plein Oost"), second, DAY)
    bag = Reading(second)
    for number in range(16):
        party = "school" if number < 8 else "wijkteam"
        answer = answering(second, answered(second, party, 3), lambda item, n=number: (n + len(item.id)) % 5 + 1)
        written = {"toe-goed": f"De korte lijnen ({number})."}
        person = msgspec.structs.replace(answer, open=written, shared=("toe-goed",))
        groups.add(stored.id, [bag.content(to_file(second, person, new_response_id()))])
    revealed = groups.reveal(stored.id, DAY)
    return revealed.group, revealed.wave


def test_a_group_s_report_and_export_name_no_other_parties(second: Questionnaire, wave: tuple[Group, Wave]) -> None:
    group, revealed = wave
    assert revealed.released.n == 16
    document = group_report(second, group, revealed, date=DAY)
    assert not foreign(second, document)
    pages = [page.extract_text() for page in PdfReader(io.BytesIO(pdf.render(document))).pages]
    assert "Schoolmedewerkers" in pages[0]
    for rendered in (*pages, text.render(document), html.render(document)):
        assert not OTHER_PARTIES.search(rendered)
    tables = export_csv(second, group, revealed)
    assert len(tables) > 5
    for table in tables.values():
        assert not foreign(second, table.decode("utf-8-sig"))


def test_every_slide_and_every_hand_out_names_no_other_parties(second: Questionnaire) -> None:
    show = Show(second)
    shown = []
    for place in range(len(show.deck.pages)):
        show.go(place)
        shown.append("\n".join(line.plain for line in show.drawing(30)(96)))
        if show.puzzle is not None:
            show.open()
            shown.append("\n".join(line.plain for line in show.drawing(30)(96)))
        shown.append(f"{show.page.title} {show.page.notes}")
    assert len(shown) > 40
    assert not [page for page in shown if OTHER_PARTIES.search(page)]
    assert not [found for document in handouts(second).values() for found in foreign(second, document)]
    assert not foreign(second, "\n".join(texts(msgspec.to_builtins(second.education))))


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("party", ["", "school"])
def test_the_form_on_paper_names_no_other_parties_and_comes_back(
    second: Questionnaire, tmp_path: Path, form: str, party: str
) -> None:
    empty = fillers.form(second, form, party)
    pages = [page.extract_text() for page in PdfReader(io.BytesIO(empty)).pages]
    assert second.asked.title in " ".join(pages[0].split())
    assert not [page for page in pages if foreign(second, page)]
    wanted = answered(second, "school", 4, form)
    filled = tmp_path / "school.pdf"
    filled.write_bytes(fillers.by_pymupdf(empty, fillers.answers_of(second, wanted, party=party)))
    assert [found.response for found in read_filled([filled], second)] == [wanted]

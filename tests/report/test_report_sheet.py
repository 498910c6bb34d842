"""The questionnaire on paper: what stands on it, in which order, and that it can be ticked, typed in and printed."""

import io
import itertools
import json
import subprocess
from functools import cache
from pathlib import Path

import pypdfium2
import pytest
from msgspec.structs import replace
from PIL import ImageChops
from pypdf import PdfReader

from fillers import by_pdfium, form
from samenspel import hygiene
from samenspel.authoring import load
from samenspel.questionnaire import model as m
from samenspel.questionnaire.applicability import ordered_items
from samenspel.report.paper import field_names
from samenspel.report.paper.form import paper_sheet
from samenspel.report.paper.sheet import Grid, Head, Points, Say, Together
from samenspel.report.pdf import render_sheet
from samenspel.walk import all_steps
from tools import needed

ROOT = Path(__file__).parents[2]
BUILT_IN = sorted(path.parent for path in (ROOT / "questionnaires").glob("*/vragenlijst.yaml"))
EVERY = [
    pytest.param(folder, kind, place, id=f"{folder.name}-{kind}-{place}")
    for folder in BUILT_IN
    for kind in ("volledig", "kort")
    for place in (0, 1, "andere-rol", None)
]


@cache
def loaded(folder: Path) -> m.Questionnaire:
    return load(folder)


def made(folder: Path, kind: str, place) -> tuple[m.Questionnaire, str, bytes]:
    questionnaire = loaded(folder)
    party = questionnaire.asked.parties[place].id if isinstance(place, int) else place or ""
    return questionnaire, party, form(questionnaire, kind, party)


@cache
def widgets(data: bytes) -> list[tuple[int, str, tuple[float, ...], dict]]:
    """Page, field, rectangle and dictionary of every place to fill in, in the order of the file."""
    found = []
    for number, page in enumerate(PdfReader(io.BytesIO(data)).pages):
        for one in page.get("/Annots", []):
            widget = one.get_object()
            field = widget if "/T" in widget else widget["/Parent"].get_object()
            found.append((number, field["/T"], tuple(map(float, widget["/Rect"])), {**field, **widget}))
    return [one for one in found if not one[1].startswith(field_names.OURS)]


def texts(data: bytes) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(io.BytesIO(data)).pages).split())


@pytest.mark.parametrize(("folder", "kind", "place"), EVERY)
def test_every_box_can_be_ticked_and_no_question_is_torn(folder, kind, place) -> None:
    _questionnaire, _party, data = made(folder, kind, place)
    found = widgets(data)
    for _page, name, (left, low, right, high), field in found:
        assert 50 < left < right < 545, name
        assert 60 < low < high < 800, name
        least = 13 if field["/FT"] == "/Btn" else 20  # points: a box for a cross, room for a line
        assert right - left >= least
        assert high - low >= least
    for page in {page for page, *_ in found}:
        places = [(name, box) for number, name, box, _ in found if number == page]
        for (one, a), (two, b) in itertools.combinations(places, 2):
            apart = a[2] <= b[0] or b[2] <= a[0] or a[3] <= b[1] or b[3] <= a[1]
            assert apart, (one, two)
    pages: dict[str, set[int]] = {}
    for page, name, _box, _field in found:
        pages.setdefault(name.removeprefix("toelichting:"), set()).add(page)
    assert all(len(on) == 1 for on in pages.values())
    assert "…" not in texts(data)


@pytest.mark.parametrize(("folder", "kind", "place"), EVERY)
def test_the_fields_come_in_the_order_of_the_walk(folder, kind, place) -> None:
    questionnaire, party, data = made(folder, kind, place)
    order = list(dict.fromkeys(name for _page, name, _box, _field in widgets(data)))
    wanted = [field_names.NUMBER]
    for step in all_steps(questionnaire):
        match step.kind:
            case "party":
                wanted += [] if party else [field_names.PARTY]
            case "area" | "experience" | "meeting":
                wanted.append(
                    {"area": field_names.AREA, "experience": field_names.EXPERIENCE, "meeting": field_names.MEETING}[
                        step.kind
                    ]
                )
            case "item":
                item = questionnaire.item(step.id)
                if (item.short or kind == "volledig") and (not party or not item.only or party in item.only):
                    wanted += [field_names.field(step.id), field_names.note_field(step.id)]
            case "card":
                wanted.append(field_names.field(step.id))
            case "open":
                activities = questionnaire.open_question(step.id).activities
                wanted += [field_names.activity_field(one.id) for one in activities] or [field_names.field(step.id)]
                wanted.append(field_names.share_field(step.id))
            case _:
                pass
    assert order == wanted
    on_page = [(page, -round(box[3]), box[0]) for page, _name, box, _field in widgets(data)]
    tops = [(page, top) for page, top, _left in on_page]
    assert all(b >= (a[0], a[1] - 60) for a, b in itertools.pairwise(tops))  # a question's own boxes lie together
    in_file = [one.get_object()["/T"] for one in PdfReader(io.BytesIO(data)).root_object["/AcroForm"]["/Fields"]]
    assert [name for name in in_file if not name.startswith(field_names.OURS)] == wanted
    assert set(in_file) == paper_sheet(questionnaire, kind, party).names()


@pytest.mark.parametrize("folder", BUILT_IN, ids=lambda folder: folder.name)
def test_nothing_of_the_key_is_on_it_and_everything_asked_is(folder) -> None:
    questionnaire, _party, data = made(folder, "volledig", None)
    asked = questionnaire.asked
    sheet = json.dumps([str(block) for block in paper_sheet(questionnaire).blocks], ensure_ascii=False)
    on_paper = texts(data).replace(" ", "")
    for card in asked.cards:
        assert card.why not in sheet
        assert card.text.replace(" ", "") in on_paper
    for item in ordered_items(questionnaire):
        assert item.text.split("{")[0].replace(" ", "") in on_paper
        assert item.discussion not in sheet
        assert not item.study or item.study not in sheet
    assert "{" not in sheet.replace("{'", "")
    for field in (one[3] for one in widgets(data)):
        assert field.get("/V") in {None, "", "/Off"}


def test_privacy_comes_first_and_names_who_can_read_it(real) -> None:
    blocks = paper_sheet(real).blocks
    heads = [block.text for block in blocks if isinstance(block, Head)]
    assert heads[0] == "Wat er met dit formulier gebeurt"
    first = next(block for block in blocks if isinstance(block, Points))
    assert "Wie dit formulier in handen heeft, kan uw antwoorden lezen" in first.items[0]
    assert any("naam" in line for line in first.items)
    assert any("toelichtingen gaan niet naar de groep" in line for line in first.items)


def test_for_whom_a_statement_is_stands_in_words(small) -> None:
    def remarks(party: str) -> dict[str, str]:
        grids = [block for block in paper_sheet(small, "volledig", party).blocks if isinstance(block, Grid)]
        return {line.name: line.remark for grid in grids for line in grid.lines if line.note}

    assert remarks("") == {
        "rol-eigen": "",
        "rol-brood": "alleen voor bakkers",
        "rol-ander": "",
        "rel-overleg": "alleen als u meedoet aan een overleg",
        "rel-kennen": "",
        "rel-lastig": "",
    }
    assert remarks("bakker")["rol-brood"] == ""
    assert "rol-brood" not in remarks("slager")
    both = replace(small.asked.items[1], needs_meeting=True)
    other = replace(small, asked=replace(small.asked, items=(both,)))
    (grid, *_rest) = [block for block in paper_sheet(other).blocks if isinstance(block, Grid)]
    assert grid.lines[0].remark == "alleen voor bakkers die meedoen aan een overleg"


def test_a_form_for_a_party_is_in_their_words(real) -> None:
    coach, anyone = (str(paper_sheet(real, "volledig", party).blocks) for party in ("wijkcoach", ""))
    assert "wat de jongerenwerkers weten en kunnen" in coach
    assert "wat de wijkcoaches en jongerenwerkers weten en kunnen" in anyone
    assert "Leest u ‘wijkcoach of jongerenwerker’, of ‘wijkcoaches en jongerenwerkers’?" in anyone
    assert "Leest u" not in coach


def test_the_steps_of_a_scale_are_all_as_large(real) -> None:
    lefts = sorted(box[0] for _page, name, box, _field in widgets(form(real)) if name == "rol-verdeling")
    steps = {round(b - a, 1) for a, b in itertools.pairwise(lefts)}
    assert len(lefts) == 6
    assert len(steps) == 1


def test_0_stands_only_where_it_is_offered(small) -> None:
    found = widgets(form(small))
    states = {
        name: {state for one in found if one[1] == name for state in one[3]["/AP"]["/N"]}
        for name in ("rol-eigen", "rol-ander")
    }
    assert states["rol-eigen"] == {"/1", "/2", "/3", "/4", "/5", "/Off"}
    assert states["rol-ander"] == {"/0", "/1", "/2", "/3", "/4", "/5", "/Off"}


def test_what_the_file_says_of_itself(real) -> None:
    data = form(real, "kort")
    reader = PdfReader(io.BytesIO(data))
    assert reader.metadata.title == "Zelftest samenwerking in de wijk, formulier op papier, korte vorm"
    assert reader.metadata["/Keywords"] == field_names.KEYWORD
    assert field_names.KEYWORD.encode() in data
    assert reader.root_object["/Lang"] == "nl"
    outline = [one.title for one in reader.outline if not isinstance(one, list)]
    assert {"Over u", "De stellingen", "Wie doet wat?", "Open vragen"} <= set(outline)
    fields = reader.get_fields()
    marks = {name: one for name, one in fields.items() if name.startswith(field_names.OURS)}
    assert {name: str(one["/V"]) for name, one in marks.items()} == field_names.marks(real, "kort", "")
    for name in marks:
        (widget,) = [
            one.get_object() for page in reader.pages for one in page["/Annots"] if one.get_object().get("/T") == name
        ]
        assert widget["/F"] & 2  # hidden
        assert widget["/Ff"] & 1  # read-only


def test_lengths_are_bounded_where_they_are_typed(small) -> None:
    limits = {name: field.get("/MaxLen") for _page, name, _box, field in widgets(form(small)) if field["/FT"] == "/Tx"}
    assert limits.pop(field_names.NUMBER) == hygiene.RESPONDENT_LIMIT
    assert limits.pop(field_names.AREA) == hygiene.AREA_LIMIT
    assert set(limits.values()) == {hygiene.NOTE_LIMIT}


def test_the_same_form_gives_the_same_bytes(real) -> None:
    assert render_sheet(paper_sheet(real)) == render_sheet(paper_sheet(real)) == form(real)
    assert form(real, "kort") != form(real)


def test_all_that_is_printed_has_its_font_in_the_file(real, tmp_path) -> None:
    path = tmp_path / "een.pdf"
    path.write_bytes(form(real))
    listed = subprocess.run([needed("pdffonts"), path], capture_output=True, text=True, check=True).stdout.splitlines()
    fonts = {line.split()[0]: " yes " in line for line in listed[2:]}
    # Typed text is shown in the one font that every viewer brings along; nothing is printed in it.
    assert {name for name, embedded in fonts.items() if not embedded} == {"Helvetica"}
    assert len(listed) == 5


def test_each_field_has_a_drawing_of_its_own(small) -> None:
    """A program that fills in one must not show it in another."""
    texts_ = [one.get_object() for page in PdfReader(io.BytesIO(form(small))).pages for one in page["/Annots"]]
    drawn = [one["/AP"].raw_get("/N").idnum for one in texts_ if one.get("/FT") == "/Tx"]
    assert len(drawn) == len(set(drawn))


def test_a_screen_reader_hears_the_statement(small) -> None:
    told = {name: field.get("/TU") for _page, name, _box, field in widgets(form(small))}
    assert told["rol-eigen"] == "1. Dit is stelling rol-eigen over de bakkers en slagers."
    assert told["toelichting:rol-eigen"] == "Toelichting bij stelling 1"
    assert all(told.values())


def test_filling_in_changes_only_what_was_filled_in(small) -> None:
    """Seen by PDFium, before and after: the frames stay, and the cross stands in its box."""

    def page(data: bytes):
        document = pypdfium2.PdfDocument(data)
        document.init_forms()
        return document[0].render(scale=1, may_draw_forms=True).to_pil().convert("L")

    empty = form(small)
    (box,) = [b for p, n, b, f in widgets(empty) if n == "partij" and "/bakker" in f["/AP"]["/N"] and p == 0]
    before, after = page(empty), page(by_pdfium(empty, {"partij": "bakker"}))
    changed = ImageChops.difference(before, after).point(lambda v: 255 if v > 60 else 0).getbbox()
    height = before.height
    assert changed is not None
    assert box[0] - 2 <= changed[0] < changed[2] <= box[2] + 2
    assert height - box[3] - 2 <= changed[1] < changed[3] <= height - box[1] + 2


HOSTILE = "<b>[/]</b> & {x} %s \\( <img src='/etc/passwd'/> )' \u00e9\u20ac\U0001f600 "


def test_hostile_texts_are_only_text(small) -> None:
    asked = small.asked
    odd = replace(
        asked,
        title=HOSTILE,
        summary=HOSTILE,
        we=HOSTILE,
        card_question=HOSTILE,
        items=tuple(replace(one, text=(HOSTILE * 90)[: 500 if one.short else 4_000]) for one in asked.items),
        cards=tuple(replace(one, text=HOSTILE) for one in asked.cards),
        parties=tuple(replace(one, singular="w" * 70, plural=HOSTILE) for one in asked.parties),
        open_questions=tuple(replace(one, text=HOSTILE, help=HOSTILE) for one in asked.open_questions),
        scale=replace(asked.scale, labels=(HOSTILE,) * 5, dont_know="x" * 60),
    )
    data = render_sheet(paper_sheet(replace(small, asked=odd)))
    found = widgets(data)
    assert "<b>[/]</b>" in texts(data)
    assert all(50 < box[0] < box[2] < 545 for _page, _name, box, _field in found)
    assert b"/JavaScript" not in data


def test_a_questionnaire_with_hardly_anything(small) -> None:
    from samenspel.exchange.receive.pdf_forms import form_in

    asked = small.asked
    context = replace(
        asked.context,
        experience=replace(asked.context.experience, choices=()),
        meeting=replace(asked.context.meeting, choices=asked.context.meeting.choices[:1]),
    )
    bare = replace(small, asked=replace(asked, cards=(), open_questions=(), context=context, items=asked.items[:1]))
    assert not [block for block in paper_sheet(bare).blocks if isinstance(block, Together)]
    data = form(bare)
    assert "overleg" in {name for _page, name, _box, _field in widgets(data)}
    found = form_in(by_pdfium(data, {"partij": "slager", "overleg": "Yes"}), "x.pdf", bare, {}).response
    assert (found.party, found.meeting) == ("slager", "ja")


def test_ids_with_a_dot_come_back(small) -> None:
    from samenspel.exchange.receive.pdf_forms import form_in

    asked = small.asked
    dotted = tuple(replace(one, id=one.id.replace("-", ".")) for one in asked.items)
    other = replace(small, asked=replace(asked, items=dotted))
    data = by_pdfium(form(other), {"partij": "slager", "rol_eigen": "3"})
    assert form_in(data, "x.pdf", other, {}).response.answers == {"rol.eigen": 3}


def test_words_in_a_sentence_are_few(real) -> None:
    for block in paper_sheet(real).blocks:
        lines = block.items if isinstance(block, Points) else (block.text,) if isinstance(block, Say) else ()
        for line in lines:
            if line in {real.asked.we, real.asked.summary}:
                continue
            for sentence in line.replace("?", ".").split(". "):
                assert len(sentence.split()) <= 20, sentence

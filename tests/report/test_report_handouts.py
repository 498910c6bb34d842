"""The hand-outs: which there are, one page where one page is meant, and always the same bytes."""

import io

import pytest
from msgspec.structs import replace
from pypdf import PdfReader

from samenspel.presenting.deck import deck
from samenspel.report import html, pdf
from samenspel.report.handouts import handouts


def pages(document) -> list[str]:
    return [page.extract_text() for page in PdfReader(io.BytesIO(pdf.render(document))).pages]


def test_each_dimension_has_one_page_and_all_together_have_one(real):
    made = handouts(real)
    dimensions = ["01-rol", "02-org", "03-pro", "04-bel", "05-amb", "06-rel"]
    assert list(made) == ["00-overzicht", *dimensions, "werkbladen", "notities"]
    for name, document in made.items():
        if name[0] == "0":
            assert len(pages(document)) == 1, name
    (overview,) = pages(made["00-overzicht"])
    assert all(dimension.name in overview for dimension in real.asked.dimensions)


def test_worksheets_have_a_page_each_after_the_list(real):
    sheets = [advice.worksheet for advice in real.advices if advice.worksheet]
    found = pages(handouts(real)["werkbladen"])
    assert len(found) == len(sheets) + 1
    for sheet, text in zip(sheets, found[1:], strict=True):
        assert sheet.title in text
    page = html.render(handouts(real)["werkbladen"])  # begins with links to them: no second list
    assert page.count(f"<li>{sheets[0].title}</li>") == 0
    assert page.count("<li><a href=") == len(sheets)


@pytest.mark.parametrize("which", ["real", "small"])
def test_notes_hold_every_slide_with_its_notes(which, request):
    questionnaire = request.getfixturevalue(which)
    told = " ".join(" ".join(pages(handouts(questionnaire)["notities"])).split())
    page = html.render(handouts(questionnaire)["notities"])
    for place, slide in enumerate(deck(questionnaire).slides, start=1):
        assert f"{place}. {slide.title} ({slide.minutes} min" in told
    for one in deck(questionnaire).pages:
        assert one.notes.split(".")[0].replace("'", "&#x27;") in page
        assert all(source in told for source in one.below)


def test_no_page_begins_with_the_notes_of_what_stands_on_the_page_before(real):
    notes = [" ".join(one.notes.split()) for one in deck(real).pages if one.notes]
    for page in pages(handouts(real)["notities"]):
        beginning = " ".join(page.split("\n", 3)[3].split())  # after what stands at the foot
        assert not any(beginning.startswith(note[:40]) for note in notes), beginning[:80]


def test_notes_hold_what_one_must_know_of_a_figure(real):
    told = " ".join(" ".join(pages(handouts(real)["notities"])).split())
    remarks = [
        figure.remark
        for slide in real.education.slides
        for figure in slide.figures
        if figure.remark and not figure.paper
    ]
    assert remarks
    assert [remark for remark in remarks if " ".join(remark.split()) not in told] == []


def test_what_nobody_found_out_stands_on_the_sheet_with_all(real, small):
    for one in (real, small):
        (overview,) = pages(handouts(one)["00-overzicht"])
        assert " ".join(one.asked.account[-1].split()) in " ".join(overview.split())


def test_the_figures_stand_on_the_page_of_their_dimension(real):
    (text,) = pages(handouts(real)["01-rol"])
    assert "4 van 11 weten niet wat jongerenwerkers doen" in " ".join(text.split())
    assert "▮▮▮▮·······" in text


def test_the_same_questionnaire_gives_the_same_bytes(real):
    for name, document in handouts(real).items():
        assert pdf.render(document) == pdf.render(handouts(real)[name])
        assert html.render(document) == html.render(handouts(real)[name])


def test_another_questionnaire_gets_its_own(small):
    made = handouts(small)
    assert list(made) == ["00-overzicht", "01-rol", "02-rel", "werkbladen", "notities"]
    everything = "".join(html.render(document) for document in made.values())
    assert "wijkcoach" not in everything
    assert "{ander" not in everything
    without = replace(small, advices=tuple(replace(advice, worksheet=None) for advice in small.advices))
    assert "werkbladen" not in handouts(without)

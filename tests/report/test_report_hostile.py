"""Whatever a person typed arrives as text, in every renderer: never as markup, never lost, never in the way."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from report_help import DAY, HOSTILE, PageReader, document, filled_in, pdf_text, squeezed

from samenspel import hygiene
from samenspel.questionnaire import model as m
from samenspel.report import document as d
from samenspel.report import html, pdf, text
from samenspel.report.paper.form import paper_sheet
from samenspel.report.pdf.styles import UNKNOWN, shown
from samenspel.report.personal.appendix import appendix
from strategies import lines

MARKUP = st.text(st.sampled_from("ab <>&\"'/[]{}\\%$#*_-=;:!?.€éïÿ→✓"), min_size=1, max_size=60)


def with_texts(small: m.Questionnaire, typed: str) -> d.Document:
    """An appendix in which someone typed this in a note, an open answer and as the area; as hygiene leaves it."""
    clean = hygiene.clean(typed, lines=True)
    told = filled_in(small, notes={"rol-eigen": clean}, open={"toe-goed": clean}, area=hygiene.clean(typed)[:80])
    return appendix(small, told, date=DAY)


@pytest.mark.parametrize("typed", HOSTILE, ids=lambda typed: ascii(typed[:20]))
def test_hostile_text_arrives_in_pdf_html_and_text(small, typed):
    report, clean = with_texts(small, typed), hygiene.clean(typed, lines=True)
    in_pdf = pdf_text(pdf.render(report))
    for number in range(1, 40):  # a long text is broken by the foot of a page
        in_pdf = in_pdf.replace(f"bladzijde {number} van", "")
    told = squeezed(shown(clean))
    if len(told) < 200:
        assert squeezed(in_pdf).count(told) >= 2
    else:
        assert squeezed(in_pdf).count(told[0]) >= 2 * told.count(told[0])
    assert PageReader(html.render(report)).text.count(clean) >= 2
    assert squeezed(text.render(report)).count(squeezed(clean)) >= 2
    assert squeezed(text.render(report, 40)).count(squeezed(clean)) >= 2


@pytest.mark.parametrize("typed", HOSTILE, ids=lambda typed: ascii(typed[:20]))
def test_html_has_no_tag_or_attribute_of_the_person(small, typed):
    page, plain = (
        PageReader(html.render(with_texts(small, typed))),
        PageReader(html.render(with_texts(small, "gewoon"))),
    )
    assert page.tags == plain.tags
    assert page.attributes == plain.attributes


@given(MARKUP)
def test_markup_is_text_everywhere(typed):
    blocks = (
        d.Paragraph(typed),
        d.Table(typed, (typed,), ((typed,),), (1,)),
        d.AdviceCard("t", typed, (), "", "e", ()),
    )
    plain = (d.Paragraph("x"), d.Table("x", ("x",), (("x",),), (1,)), d.AdviceCard("t", "x", (), "", "e", ()))
    page = PageReader(html.render(document(*blocks)))
    assert page.text.count(typed) >= 5
    if squeezed(typed):
        assert page.tags == PageReader(html.render(document(*plain))).tags
    assert squeezed(pdf_text(pdf.render(document(*blocks)))).count(squeezed(typed)) >= 5
    assert squeezed(text.render(blocks)).count(squeezed(typed)) >= 4


@settings(max_examples=40)
@given(st.text(max_size=200))
def test_any_text_at_all_gives_a_report(typed):
    blocks = (d.Heading(2, typed), d.Paragraph(typed), d.Table(typed, (typed,), ((typed,),), (1,)), d.Notice(typed))
    assert pdf.render(document(*blocks)).startswith(b"%PDF")
    assert PageReader(html.render(document(*blocks))).tags
    told = text.render(blocks, 40)
    assert not {c for c in told if unicodedata.category(c) == "Cc" and c != "\n"}


@given(lines)
def test_a_character_the_font_lacks_becomes_a_box(typed):
    in_print = shown(typed)
    assert len(in_print) == len(typed)
    assert all(b in (a, UNKNOWN) for a, b in zip(typed, in_print, strict=True))
    assert shown("🦄") == UNKNOWN
    assert shown("Één → ✓ ● ▲ IJ Ĳ €") == "Één → ✓ ● ▲ IJ Ĳ €"


SAID = "□ staat voor een teken dat niet in een PDF kan, zoals een emoji."


def test_a_pdf_with_a_box_says_at_its_end_what_it_stands_for(small):
    part = d.SheetPart("", "", (), ("Wat was leuk? 🦄",), (), ())
    for block in (d.Paragraph("Leuk 🦄"), d.Facts((("gebied", "👍🏽 oost"),)), d.WorksheetPage("Blad", "", (part,))):
        printed = " ".join(pdf_text(pdf.render(document(block))).split())
        assert printed.count(SAID) == 1
        assert "🦄" not in printed
    for block in (d.Paragraph("De koffie. ☕ é → ✓"), d.Bullets(("Zonder.",))):
        assert SAID not in " ".join(pdf_text(pdf.render(document(block))).split())
    assert "Leuk 🦄" in html.render(document(d.Paragraph("Leuk 🦄")))
    for we, times in (("🦄 wij", 1), ("wij", 0)):
        asked = replace(small.asked, title=f"Vragen over {we}")
        form = pdf.render_sheet(paper_sheet(replace(small, asked=asked)))
        assert " ".join(pdf_text(form).split()).count(SAID) == times


@pytest.mark.parametrize("tall", ["a\n" * 150, "x" * 4_000, "woord " * 600], ids=["lines", "word", "words"])
def test_very_tall_texts_find_a_place_in_every_block(tall):
    card = d.AdviceCard(tall, tall, (tall,), tall, tall, ((tall, tall),), tall)
    part = d.SheetPart(tall, tall, (tall,), (tall,), ("a", "b"), ((tall, ""), ("", "")))
    whole = document(
        d.Heading(1, tall),
        d.Table(tall, ("a", "b"), (("kort", "1"), (tall, "2"), (tall, tall)), (7, 3)),
        d.Beside(d.SideList(tall, (tall, "kort")), d.SideList("", (tall,))),
        d.Facts(((tall, tall),)),
        d.Notice(tall),
        card,
        d.WorksheetPage(tall, tall, (part,)),
        d.ScoreChart(tall, tall, (d.ScoreRow(tall, 2.0, None, tall, tall),) * 30, ((1.0, tall), (3.0, tall))),
        d.ShareChart(tall, tall, ((tall, 1, 2),) * 60),
        d.GapChart(tall, tall, (tall, tall), (d.GapRow(tall, (1.0, None), ("", tall), 2.0, tall, tall),) * 30, tall),
        d.SpreadChart(tall, tall, (d.SpreadRow(tall, (1, 0, 2, 0, 3), 1, tall),) * 30, (tall,) * 5, tall),
    )
    assert pdf.render(replace(whole, footer=tall)).startswith(b"%PDF")

"""Every renderer shows every block, and everything in it."""

from typing import get_args

import pytest
from report_help import SAMPLES, PageReader, document, pdf_text, squeezed, texts

from samenspel.report import document as d
from samenspel.report import html, pdf, text
from samenspel.taal import getal

RENDERED = {
    "pdf": lambda block: pdf_text(pdf.render(document(block))),
    "html": lambda block: PageReader(html.render(document(block))).text,
    "text": lambda block: text.render([block]),
    "narrow text": lambda block: text.render([block], 40),
}


def test_there_is_a_sample_of_every_block():
    assert {type(sample) for sample in SAMPLES} == set(get_args(d.Block))


@pytest.mark.parametrize("renderer", RENDERED)
@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: type(sample).__name__)
def test_everything_in_a_block_is_shown(renderer, sample):
    shown = squeezed(RENDERED[renderer](sample))
    missing = [part for part in texts(sample) if squeezed(part) not in shown]
    assert not missing


@pytest.mark.parametrize("renderer", RENDERED)
def test_figures_of_charts_are_shown_in_dutch(renderer):
    scores, shares = (next(s for s in SAMPLES if isinstance(s, kind)) for kind in (d.ScoreChart, d.ShareChart))
    assert getal(2.75) in RENDERED[renderer](scores)
    assert "3van4" in squeezed(RENDERED[renderer](shares))


@pytest.mark.parametrize("renderer", RENDERED)
def test_figures_of_a_group_are_shown_in_dutch(renderer):
    gaps, spread = (next(s for s in SAMPLES if isinstance(s, kind)) for kind in (d.GapChart, d.SpreadChart))
    shown = squeezed(RENDERED[renderer](gaps))
    assert all(getal(value) in shown for value in (2.75, 3.5, 3.1, 2.4))
    assert "1:1×2:2×3:3×4:4×5:5×0:2×" in squeezed(RENDERED[renderer](spread)).replace("·", "")


@pytest.mark.parametrize("renderer", RENDERED)
@pytest.mark.parametrize(
    "empty",
    [
        d.Bullets(()),
        d.Facts(()),
        d.ScoreChart("t", "s", (), ((1.0, "band"),)),
        d.ShareChart("t", "s", ()),
        d.ShareChart("t", "s", (("niets", 0, 0),)),
        d.GapChart("t", "s", ("een", "twee"), ()),
        d.GapChart("t", "s", ("een", "twee"), (d.GapRow("rij", (None, None)),)),
        d.SpreadChart("t", "s", (), ("a", "b", "c", "e", "f"), "w"),
        d.SpreadChart("t", "s", (d.SpreadRow("rij", (0, 0, 0, 0, 0), 0, ""),), ("a", "b", "c", "e", "f"), "w"),
        d.Table("t", ("kop",), (), (1,)),
        d.AdviceCard("t", "w", (), "", "e", ()),
        d.WorksheetPage("t", "i", ()),
    ],
    ids=lambda block: type(block).__name__,
)
def test_an_empty_block_is_no_problem(renderer, empty):
    shown = squeezed(RENDERED[renderer](empty))
    assert all(
        squeezed(part) in shown for part in texts(empty) if part not in {"kop", "band", *"abcefw", "een", "twee"}
    )


def test_a_whole_document_shows_title_subtitle_and_footer():
    whole = document(*SAMPLES)
    for shown in (pdf_text(pdf.render(whole)), PageReader(html.render(whole)).text, text.render(whole)):
        for part in (whole.title, whole.subtitle, whole.footer):
            assert squeezed(part) in squeezed(shown)

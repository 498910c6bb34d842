"""Plain text: lines that fit, charts as a line with a dot, tables that stay readable when narrow."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from report_help import SAMPLES, document

from samenspel.report import document as d
from samenspel.report import text


@pytest.mark.parametrize("width", [40, 41, 60, 76, 120])
def test_every_line_fits(width, real_report):
    for whole in (real_report, document(*SAMPLES)):
        assert max(map(len, text.render(whole, width).splitlines())) <= width


@given(st.text(max_size=120), st.integers(40, 90))
def test_every_line_fits_whatever_is_in_it(typed, width):
    blocks = (
        d.Heading(1, typed),
        d.Bullets((typed,)),
        d.Facts(((typed, typed),)),
        d.Table(typed, (typed, typed), ((typed, typed),), (2, 1)),
        d.WorksheetPage(typed, typed, (d.SheetPart(typed, typed, (typed,), (typed,), (typed,), (("",),)),)),
    )
    assert max(map(len, text.render(blocks, width).split("\n"))) <= max(width, len(typed.upper()) - len(typed) + width)


def test_narrower_than_forty_counts_as_forty(real_report):
    assert text.render(real_report, 10) == text.render(real_report, 40)


@pytest.mark.parametrize(
    ("value", "line"),
    [
        (1.0, "  1 ▲──────────────────────────────── 5"),
        (3.0, "  1 ────────────────◆──────────────── 5"),
        (5.0, "  1 ────────────────────────────────★ 5"),
    ],
)
def test_a_score_is_a_dot_on_a_line(value, line):
    bands = ((1.0, "knelpunt"), (3.0, "aandachtspunt"), (4.0, "sterk"))
    told = text.render([d.ScoreChart("t", "s", (d.ScoreRow("Relatie", value, None, "b"),), bands)])
    assert line in told.splitlines()


def test_the_previous_time_is_a_hollow_dot_and_a_word():
    bands = ((1.0, "knelpunt"), (3.0, "sterk"))
    told = text.render([d.ScoreChart("t", "s", (d.ScoreRow("Relatie", 5.0, 1.0, "sterk", "let op"),), bands)])
    assert "  1 ○───────────────────────────────★ 5" in told.splitlines()
    assert "5,0, sterk · vorige keer 1,0 · let op" in told
    assert "○ is de vorige keer" in told


def test_a_narrow_table_is_told_row_by_row():
    table = d.Table("Kaarten", ("kaart", "uw antwoord", "het is"), (("Bakt brood.", "slager", "bakker"),), (6, 3, 3))
    assert text.render([table], 40).splitlines() == [
        "Kaarten",
        "- kaart: Bakt brood.",
        "  uw antwoord: slager",
        "  het is: bakker",
    ]


def test_a_column_is_as_wide_as_its_longest_word_where_there_is_room():
    table = d.Table("Onderdelen", ("onderdeel", "betekenis"), (("Rolduidelijkheid", "Wie doet wat? " * 8),), (2, 9))
    assert "Rolduidelijkheid  Wie doet wat?" in text.render([table], 70)

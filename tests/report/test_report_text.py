"""Plain text: lines that fit, charts as a line with a dot, tables that stay readable when narrow; and for the ear."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
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


def test_an_advice_is_named_by_its_number():
    card = d.AdviceCard("Bel elkaar", "Dat helpt.", (), "", "Bel vandaag.", ())
    cards = text.numbered([card, replace(card, title="Lunch samen")])
    assert {"1. Bel elkaar", "2. Lunch samen"} <= set(text.render(cards).splitlines())
    heard = text.render(cards, spoken=True).splitlines()
    assert heard[:3] == ["Advies: 1. Bel elkaar", "Dat helpt.", "Eerste stap: Bel vandaag."]


# Whoever listens hears words: nothing is drawn, and no sign is spelled out. --------------------------------------

BANDS = ((1.0, "knelpunt"), (3.0, "sterk"))
SPELLED_OUT = re.compile(r"[^\w\s.,:;?!()'‘’%…+€@°²×-]|_|--|\d-\d|  ")
"""What is no letter, digit or mark of a sentence; and two spaces, which make a column."""


def test_nothing_is_drawn_for_whoever_listens(real_report):
    for whole in (real_report, document(*SAMPLES)):
        heard = text.render(whole, spoken=True)
        assert not SPELLED_OUT.findall(heard)
        assert max(map(len, heard.splitlines())) <= 76
        assert max(len(block) for block in re.findall(r"\n+", heard)) <= 2


def test_a_score_is_heard_with_its_name_band_and_remark():
    row = d.ScoreRow("Relatie", 5.0, 1.5, "sterk", "weet ik niet: 1 van 4")
    assert text.render([d.ScoreChart("Uw score", "", (row,), BANDS)], spoken=True).splitlines() == [
        "Uw score",
        "Een score loopt van 1 tot en met 5: knelpunt vanaf 1,0; sterk vanaf 3,0.",
        "Relatie: 5,0, sterk. Vorige keer 1,5. Weet ik niet: 1 van 4.",
    ]


def test_of_a_group_both_parties_are_heard_and_the_word():
    rows = (
        d.GapRow("Relatie", (2.0, 3.5), whole=2.5, gap="duidelijk verschil (1,5)", remark="groep: eens"),
        d.GapRow("Proces", (None, 3.0), hidden=("te weinig antwoorden", "")),
    )
    heard = text.render([d.GapChart("t", "s", ("bakkers", "slagers"), rows, whole="de groep")], 200, spoken=True)
    assert heard.splitlines()[2:] == [
        "Relatie. Bakkers: 2,0. Slagers: 3,5. De groep: 2,5. Duidelijk verschil (1,5). Groep: eens.",
        "Proces. Bakkers: te weinig antwoorden. Slagers: 3,0.",
    ]


def test_how_answers_spread_is_heard_as_counts_of_answers():
    rows = (
        d.SpreadRow("Wij lunchen.", (0, 2, 0, 1, 0), 3, "spreiding groot"),
        d.SpreadRow("Zij?", None, 0, "te klein"),
    )
    labels = ("helemaal oneens", "oneens", "neutraal", "eens", "helemaal eens")
    heard = text.render([d.SpreadChart("", "s", rows, labels, "weet ik niet / geen ervaring")], 200, spoken=True)
    assert heard.splitlines()[1:] == [
        "Wij lunchen. 2 keer oneens, 1 keer eens en 3 keer weet ik niet of geen ervaring. Spreiding groot.",
        "Zij? Te klein.",
    ]


def test_a_table_is_heard_row_by_row():
    two = d.Table("Onderdelen", ("naam", "wat"), (("Relatie", "Elkaar kennen."),), (1, 1))
    three = d.Table("Kaarten", ("kaart", "u", "het is"), (("Bakt brood.", "✗ slager", ""),), (1, 1, 1))
    assert text.render([two, three], spoken=True).splitlines() == [
        "Onderdelen",
        "Relatie: Elkaar kennen.",
        "",
        "Kaarten",
        "Bakt brood. U: slager. Het is: leeg.",
    ]

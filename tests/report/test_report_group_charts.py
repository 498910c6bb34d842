"""Where two sides stand on one line, and how answers diverge around the middle: the same numbers for every renderer."""

import re
from itertools import pairwise

import pymupdf
from hypothesis import example, given
from hypothesis import strategies as st
from pytest import approx  # noqa: PT013 - reads as a word here

from samenspel.report import charts, pdf, text
from samenspel.report import document as d
from samenspel.report.charts import gap_table, spread_table

LABELS = ("helemaal oneens", "oneens", "geen van beide", "eens", "helemaal eens")
counts_ = st.lists(st.integers(0, 30), min_size=5, max_size=5).map(tuple)


def gaps(*rows: d.GapRow) -> d.GapChart:
    return d.GapChart("Titel", "Zin.", ("bakkers", "slagers"), rows, "allen")


def spread(*rows: d.SpreadRow) -> d.SpreadChart:
    return d.SpreadChart("Titel", "Zin.", rows, LABELS, "weet ik niet")


def test_the_axis_is_always_the_whole_scale():
    (pair,) = charts.pairs(gaps(d.GapRow("r", (1.0, 5.0), whole=3.0)))
    assert (pair.at, pair.whole, pair.near) == ((0.0, 1.0), 0.5, False)


@given(st.floats(1, 5), st.floats(1, 5))
def test_marks_on_paper_never_overlap(first, second):
    (pair,) = charts.pairs(gaps(d.GapRow("r", (first, second))))
    from samenspel.report.pdf import charts as marks
    from samenspel.report.pdf import group_charts

    assert pair.near or abs(pair.at[0] - pair.at[1]) * group_charts._AXIS >= 2 * marks._RADIUS
    assert group_charts._APART >= marks._RADIUS
    assert sorted(pair.outward) == [-1, 1]
    assert first == second or (pair.outward[0] < 0) == (first < second)


def test_a_hidden_side_has_no_place():
    (pair,) = charts.pairs(gaps(d.GapRow("r", (None, 2.0), ("minder dan 5", ""))))
    assert pair.at == (None, 0.25)
    assert not pair.near


@example((1, 2, 0, 0, 0), 0)
@given(counts_, st.integers(0, 30))
def test_pieces_add_up_and_never_overlap(counts, unknown):
    row = d.SpreadRow("r", counts, unknown, "")
    pieces = charts.segments(row)
    total = sum(counts) + unknown
    assert sum(p.count for p in pieces) == total
    assert [p.answer for p in pieces] == [a for a in (1, 2, 4, 5, 3, 0) if ((unknown, *counts)[a])]
    for piece in pieces:
        assert piece.end - piece.start == approx(charts.FULL * piece.count / total)
    assert all(0 <= p.start < p.end <= 1 + 1e-9 for p in pieces)
    assert all(left.end <= right.start + 1e-9 for left, right in pairwise(pieces))
    for piece in pieces:
        middle = (piece.start + piece.end) / 2
        assert (middle < charts.CENTRE) == (piece.answer in {1, 2})


def test_neutral_and_unknown_stand_apart():
    pieces = {p.answer: p for p in charts.segments(d.SpreadRow("r", (1, 1, 1, 1, 1), 1, ""))}
    assert pieces[2].end == approx(charts.CENTRE)
    assert pieces[4].start == approx(charts.CENTRE)
    assert pieces[3].start == charts.NEUTRAL > charts.CENTRE + charts.FULL
    assert pieces[0].start == charts.UNKNOWN > charts.NEUTRAL + charts.FULL


def test_hidden_counts_have_no_pieces_and_no_numbers():
    chart = spread(d.SpreadRow("r", None, 0, "minder dan k antwoorden"))
    assert charts.segments(chart.rows[0]) == ()
    (row,) = spread_table(chart).rows
    assert set(row[1:-1]) == {"–"}
    shown = text.render([chart]).splitlines()
    assert shown[shown.index("r") + 1].strip() == "minder dan k antwoorden"


def test_the_table_gives_the_reason_in_the_place_of_the_figure():
    chart = gaps(d.GapRow("r", (2.0, None), ("", "minder dan 5 antwoorden"), 2.4, "", "let op"))
    assert gap_table(chart).rows == (("r", "2,0", "minder dan 5 antwoorden", "2,4", "–", "let op"),)


def test_dots_stand_where_they_should_in_text():
    lines = text.render([gaps(d.GapRow("rij", (1.0, 5.0), whole=3.0))], 60).splitlines()
    line = next(line for line in lines if line.startswith("  1 "))
    assert line.startswith("  1 ●━")
    assert line.endswith("━■ 5")
    assert line.count("┃") == 1
    same = text.render([gaps(d.GapRow("rij", (3.0, 3.0)))], 60)
    assert "◈ op dezelfde plek" in same


@given(counts_, st.integers(0, 9), st.integers(40, 120))
def test_no_line_is_wider_than_the_room(counts, unknown, width):
    row = d.SpreadRow("Een stelling over iets", counts, unknown, "gemiddeld 3,0")
    blocks = [
        spread(row),
        gaps(d.GapRow("rij", (2.0, 3.5), whole=3.0, gap="verschil 1,5", remark="de groep is verdeeld")),
    ]
    assert all(len(line) <= width for line in text.render(blocks, width).splitlines())


def test_every_answer_has_its_own_digit_in_text():
    lines = text.render([spread(d.SpreadRow("rij", (6, 5, 4, 3, 2), 7, ""))], 80).splitlines()
    assert any(re.fullmatch(r" +1+2+│4+5+ +3+ +0+ +1: 6× · 2: 5× · 3: 4×", line) for line in lines)
    assert [line.count(" = ") for line in lines if " = " in line] == [3, 3]
    assert "antwoorden, geen personen" in " ".join(" ".join(lines).split())


def test_counts_stand_beside_the_bar_and_below_it_only_where_there_is_no_room():
    chart = spread(d.SpreadRow("rij", (6, 5, 4, 3, 2), 7, "woorden"))
    wide, narrow = (text.render([chart], width).splitlines() for width in (80, 40))
    at = wide.index("rij")
    assert wide[at + 1].endswith("  1: 6× · 2: 5× · 3: 4×")
    assert wide[at + 2].strip() == "4: 3× · 5: 2× · 0: 7×"
    assert wide[at + 3].strip() == "woorden"
    assert wide[at + 1].index("1: 6×") == wide[at + 2].index("4: 3×")
    assert narrow[narrow.index("rij") + 2].strip().startswith("1: 6× · 2: 5× · 3: 4× · 4: 3×")


def test_counts_stand_beside_the_bar_on_paper():
    """Right of the whole bar, with the first line of them as high as the bar."""
    chart = spread(d.SpreadRow("rij", (6, 5, 4, 3, 2), 7, "woorden"))
    with pymupdf.open(stream=pdf.render(d.Document("t", "s", "f", (chart,)))) as paper:
        page = paper[0]
        (first,), (second,) = page.search_for("1: 6× · 2: 5× · 3: 4×"), page.search_for("4: 3× · 5: 2× · 0: 7×")
        bars = [one["rect"] for one in page.get_drawings() if one["fill"] and abs(one["rect"].height - 13) < 1]
    assert len(bars) == 6
    assert max(bar.x1 for bar in bars) < min(first.x0, second.x0)
    assert any(bar.y0 < (first.y0 + first.y1) / 2 < bar.y1 for bar in bars)
    assert abs(first.x0 - second.x0) < 1

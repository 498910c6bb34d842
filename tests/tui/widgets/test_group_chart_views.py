"""The group's charts in characters: never wider than the room, at 60, 80, 100 and 120 columns."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from samenspel.report import charts as report_charts
from samenspel.report.document import GapChart, GapRow, SpreadChart, SpreadRow
from samenspel.tui.widgets import charts

WIDTHS = (46, 60, 80, 100, 120)
LABELS = ("helemaal oneens", "oneens", "geen van beide", "eens", "helemaal eens")
values = st.none() | st.floats(1, 5)
rows_ = st.builds(
    GapRow,
    st.text("abc ", min_size=1, max_size=90),
    st.tuples(values, values),
    st.just(("minder dan 5 antwoorden", "minder dan 5 antwoorden")),
    values,
    st.just("geen verschil aangetoond (0,4)"),
    st.just("groep: deels eens · binnen elke partij: eens"),
)


def gaps(*rows: GapRow) -> GapChart:
    return GapChart("Titel", "Zin.", ("bakkers", "slagers"), rows, "allen")


@given(st.lists(rows_, min_size=1, max_size=3), st.sampled_from(WIDTHS))
def test_no_line_of_a_gap_chart_is_wider_than_the_room(rows, width):
    assert all(line.cell_length <= width for line in charts.draw_gaps(gaps(*rows), width))


@given(values, values, values, st.sampled_from((17, 21, 29, 41, 61)))
def test_the_names_stand_in_the_line_whole_or_cut_and_never_over_a_sign(first, second, whole, line):
    chart = gaps(GapRow("Rol", (first, second), whole=whole))
    (pair,) = report_charts.pairs(chart)
    drawn = charts.named_line(chart, pair, line).plain
    assert len(drawn) == line
    signs = report_charts.pair_signs(replace(pair, whole=None), line)
    assert all(drawn[place] == sign for place, sign in signs.items() if sign != "━")
    if line == 61:
        named = {"bakkers": first, "slagers": second}
        assert all((name in drawn) == (value is not None) for name, value in named.items())
        assert ("allen" in drawn) == (first is None and second is None and whole is not None)


@pytest.mark.parametrize(
    ("values", "line"),
    [
        ((3.2, 4.3), " wijkcoaches ●━jongerenwer…━■"),  # the other name fits nowhere beside its own sign
        ((4.6, 4.9), " wijkcoaches, jongerenwerkers ●━━━━■"),  # so close that both names stand beside both signs
        ((1.2, 1.5), "●━━━■ wijkcoaches, jongerenwerkers "),
        ((4.3, 3.2), " jongerenwerkers ■━━wijkcoaches━●"),
    ],
)
def test_a_name_is_read_as_that_of_its_own_sign(values, line):
    chart = GapChart("T", "Z", ("wijkcoaches", "jongerenwerkers"), (GapRow("Rol", values),), "allen")
    (pair,) = report_charts.pairs(chart)
    assert line in charts.named_line(chart, pair, 57).plain


@given(st.lists(st.integers(0, 20), min_size=5, max_size=5), st.integers(0, 9), st.sampled_from(WIDTHS))
def test_no_line_of_a_spread_chart_is_wider_than_the_room(counts, unknown, width):
    chart = SpreadChart("T", "Z", (SpreadRow("stelling " * 9, tuple(counts), unknown, "woorden"),), LABELS, "weet niet")
    assert all(line.cell_length <= width for line in charts.draw_spreads(chart, width))


@pytest.mark.parametrize("width", WIDTHS)
def test_sides_stand_where_the_scale_says(width):
    lines = [line.plain for line in charts.draw_gaps(gaps(GapRow("Rol", (1.0, 5.0), whole=3.0)), width)]
    scale = next(line for line in lines if line.strip().startswith("1 "))
    line = next(line for line in lines if "●" in line)
    assert line[scale.index("1")] == "●"
    assert line[scale.index("5")] == "■"
    assert line[scale.index("3")] == "┃"
    said = " ".join(" ".join(lines).split())
    assert "bakkers: 1,0" in said
    assert "slagers: 5,0" in said


@pytest.mark.parametrize("width", WIDTHS)
def test_a_hidden_side_says_why(width):
    row = GapRow("Rol", (None, 3.0), ("minder dan 5 antwoorden", ""))
    drawn = charts.draw_gaps(gaps(row), width)
    shown = " ".join("".join(f"{line.plain} " for line in drawn).split())
    assert "●" not in shown
    assert all(word in shown for word in ("bakkers:", "minder", "dan", "antwoorden"))


def test_hidden_counts_are_only_words():
    chart = SpreadChart("T", "Z", (SpreadRow("stelling", None, 0, "bijna iedereen zei eens"),), LABELS, "weet niet")
    shown = [line.plain.strip() for line in charts.draw_spreads(chart, 80)]
    assert shown == ["stelling", "bijna iedereen zei eens", ""]


@pytest.mark.parametrize("width", WIDTHS)
def test_every_answer_has_its_own_sign_without_colour_and_on_an_old_terminal(width):
    chart = SpreadChart("T", "Z", (SpreadRow("stelling", (6, 5, 4, 3, 2), 7, ""),), LABELS, "weet niet")
    bar = next(line.plain for line in charts.draw_spreads(chart, width) if "│" in line.plain)
    bar, beside, _counts = bar.partition("  1: 6× · 2: 5× · 3: 4×")
    assert re.fullmatch(r" *1+2+│4+5+ +3+ +0+ *", bar)
    assert bool(beside) == (width >= 60)
    legend = " ".join(line.plain for line in charts.spread_legend(chart, width))
    for sign, label in (*enumerate(LABELS, start=1), (0, "weet niet")):
        assert f" {sign}  {label}" in legend
    assert bar.encode("cp437")


@pytest.mark.parametrize("width", WIDTHS)
def test_legends_fit_and_break_between_names(width):
    for lines in (
        charts.gap_legend(gaps(), width),
        charts.spread_legend(SpreadChart("T", "Z", (), LABELS, "nee"), width),
    ):
        assert all(line.cell_length <= width for line in lines)
    told = [line.plain for line in charts.spread_legend(SpreadChart("T", "Z", (), LABELS, "nee"), width)]
    assert all(any(f"{n}  {label}" in line for line in told) for n, label in enumerate(LABELS, start=1))

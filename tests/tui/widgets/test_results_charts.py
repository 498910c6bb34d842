"""Charts in characters: the same geometry as on paper, never wider than the room."""

from hypothesis import given
from hypothesis import strategies as st

from samenspel.report.document import ScoreChart, ScoreRow, ShareChart
from samenspel.tui.widgets import charts

BANDS = ((1.0, "knelpunt"), (3.0, "aandachtspunt"), (4.0, "sterk"))


def chart(*rows: ScoreRow) -> ScoreChart:
    return ScoreChart("Titel", "Zin.", rows, BANDS)


values = st.none() | st.floats(1, 5)
rows_ = st.builds(
    ScoreRow,
    st.text("abc ", min_size=1, max_size=25),
    values,
    values,
    st.sampled_from(["knelpunt", "sterk"]),
    st.just(""),
)


@given(st.lists(rows_, min_size=1, max_size=7), st.integers(46, 120))
def test_no_line_is_wider_than_the_room(rows, width):
    lines = charts.draw_scores(chart(*rows), width)
    assert all(line.cell_length <= width for line in lines)


def test_dots_stand_where_the_scale_says():
    lines = charts.draw_scores(chart(ScoreRow("Rol", 5.0, 1.0, "sterk"), ScoreRow("Relatie", 3.0, None, "x")), 80)
    scale, first, second = (line.plain for line in lines)
    assert first[scale.index("1")] == "○"
    assert first[scale.index("5")] == "★"
    assert second[scale.index("3")] == "◆"
    assert "5,0 sterk (was 1,0)" in first


def test_a_narrow_screen_puts_the_line_below():
    lines = charts.draw_scores(chart(ScoreRow("Rolduidelijkheid", 1.0, 3.0, "knelpunt")), 50)
    scale, words, line = (line.plain for line in lines)
    assert "▲ 1,0 knelpunt (was 3,0)" in words
    assert line[scale.index("1")] == "▲"
    assert line[scale.index("3")] == "○"


def test_no_score_has_no_dot_but_words():
    (_scale, line, remark) = charts.draw_scores(chart(ScoreRow("Rol", None, None, "geen score", "1 van de 7")), 60)
    assert "–  geen score" in line.plain
    assert not set("▲◆★○") & set(line.plain)
    assert remark.plain.strip() == "1 van de 7"


def test_the_legend_names_a_previous_time_only_when_there_is_one():
    before, without = (charts.score_legend(chart(ScoreRow("Rol", 2.0, was, "x")), 80)[0].plain for was in (3.0, None))
    assert "vorige keer" in before
    assert without == "▲ knelpunt   ◆ aandachtspunt   ★ sterk"


@given(st.integers(0, 13), st.integers(40, 120))
def test_bars_fit_and_grow(count, width):
    lines = charts.draw_shares(ShareChart("T", "Z", (("goed", count, 13), ("weet ik niet", 13, 13))), width)
    assert all(line.cell_length <= width for line in lines)
    less, whole = (line.plain.count("█") for line in lines)
    assert less <= whole
    assert f"{count} van 13" in lines[0].plain


def test_a_remark_that_does_not_fit_goes_on_below_itself():
    remark = "te weinig antwoorden van 1 tot 5: 0 van 3"
    _scale, _line, *told = charts.draw_scores(chart(ScoreRow("Rolduidelijkheid", None, None, "geen score", remark)), 57)
    assert [len(line.plain) - len(line.plain.lstrip()) for line in told] == [18, 18]
    assert " ".join(line.plain.strip() for line in told) == remark

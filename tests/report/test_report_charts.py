"""The geometry of charts: everything inside the axis, in order, and in the zone of its band."""

import re
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import samenspel
from samenspel.report import charts
from samenspel.report.document import ScoreChart, ScoreRow, ShareChart

scores = st.floats(1, 5)
edges = st.lists(st.floats(1.01, 4.99), min_size=0, max_size=4, unique=True).map(lambda found: (1.0, *sorted(found)))


def chart(bands: tuple[float, ...], *rows: tuple[float | None, float | None]) -> ScoreChart:
    return ScoreChart(
        "t",
        "s",
        tuple(ScoreRow("r", value, previous, "b") for value, previous in rows),
        tuple((edge, f"band {place}") for place, edge in enumerate(bands)),
    )


@pytest.mark.parametrize(("value", "at"), [(1, 0.0), (2, 0.25), (3, 0.5), (4, 0.75), (5, 1.0)])
def test_the_axis_runs_from_1_to_5(value, at):
    assert charts.position(value) == at
    assert (at, str(value)) in charts.ticks()


@given(scores, scores)
def test_a_higher_score_never_stands_more_to_the_left(one, other):
    assert (charts.position(one) <= charts.position(other)) == (one <= other)


@given(edges)
def test_zones_cover_the_axis_without_gaps(bands):
    zones = charts.zones(chart(bands))
    assert zones[0].start == 0.0
    assert zones[-1].end == 1.0
    assert all(left.end == right.start for left, right in pairwise(zones))
    assert all(zone.start < zone.end for zone in zones)


@given(edges, scores, st.none() | scores)
def test_a_dot_has_the_mark_of_the_zone_it_stands_in(bands, value, before):
    drawn = chart(bands, (value, before))
    (dot,) = charts.dots(drawn)
    place = max(n for n, edge in enumerate(bands) if edge <= value)
    zone = charts.zones(drawn)[place]
    assert zone.start <= dot.at <= zone.end
    assert dot.mark == zone.mark
    assert dot.before == (None if before is None else charts.position(before))


def test_without_a_score_there_is_no_dot():
    (dot,) = charts.dots(chart((1.0, 3.0), (None, None)))
    assert (dot.at, dot.before, dot.mark) == (None, None, None)


def test_lowest_and_highest_band_differ_in_shape_sign_and_colour():
    low, middle, high = (charts.mark(place, 3) for place in range(3))
    for one, other in ((low, middle), (middle, high), (low, high)):
        assert one.shape != other.shape
        assert one.sign != other.sign
        assert one.colour != other.colour


def test_the_signs_of_the_parties_stand_for_nothing_else():
    """Of all that the code and the questionnaires can show, only the two sides of a gap chart have these signs."""
    source = Path(samenspel.__file__).parent
    read = {path: path.read_text(encoding="utf-8") for kind in ("*.py", "*.yaml") for path in source.rglob(kind)}
    lines = [line for text in read.values() for line in text.splitlines() if re.search(r'["\']\s*[●■]\s*["\']', line)]
    assert sorted(line.split(" = ")[0] for line in lines) == ["FIRST", "SECOND"]
    marks = [charts.mark(place, of) for of in range(1, 5) for place in range(of)] + [charts.BEFORE, charts.NOW]
    parties = (charts.FIRST, charts.SECOND)
    assert not {one.sign for one in marks} & {one.sign for one in parties}
    assert not {one.shape for one in marks} & {one.shape for one in parties}


@given(st.integers(0, 50), st.integers(0, 50))
def test_a_bar_is_as_long_as_its_share(count, more):
    (bar,) = charts.bars(ShareChart("t", "s", (("r", count, count + more),)))
    assert 0 <= bar.length <= 1
    assert bar.length * bar.total == pytest.approx(bar.count)

"""What changed between two waves is said only where it is more than chance allows."""

import pytest

from samenspel.group.model import Released, ReleasedDimension
from samenspel.group.results import changes


def dimension(id_: str, n: int, mean: float | None, sd: float | None) -> ReleasedDimension:
    return ReleasedDimension(id_, n, mean, sd, None, None, None, {}, None, None)


def wave(*dimensions: ReleasedDimension) -> Released:
    return Released(10, 5, {}, dimensions, (), (), (), None, {}, {})


def test_a_difference_that_chance_allows_is_no_change() -> None:
    """The published sleep data: the interval holds 0 (see test_statistics)."""
    before = wave(dimension("rol", 10, 2.33, 2.002249))
    now = wave(dimension("rol", 10, 0.75, 1.789010))
    (found,) = changes(before, now)
    assert found.difference == pytest.approx(-1.58)
    assert found.interval == pytest.approx((-3.3654832, 0.2054832), abs=1e-5)
    assert not found.changed


@pytest.mark.parametrize(("before", "now"), [(2.0, 4.0), (4.0, 2.0)])
def test_an_interval_without_0_is_a_change_up_or_down(before: float, now: float) -> None:
    (found,) = changes(wave(dimension("rol", 10, before, 0.5)), wave(dimension("rol", 12, now, 0.5)))
    assert found.changed
    assert found.difference == now - before


def test_an_interval_that_begins_at_0_is_no_change() -> None:
    (found,) = changes(wave(dimension("rol", 10, 3.0, 0.0)), wave(dimension("rol", 10, 3.0, 0.0)))
    assert found.interval == (0, 0)
    assert not found.changed


def test_what_either_wave_hides_or_lacks_is_not_compared() -> None:
    before = wave(dimension("rol", 4, None, None), dimension("rel", 9, 3.0, 1.0), dimension("weg", 9, 3.0, 1.0))
    now = wave(dimension("rol", 9, 3.0, 1.0), dimension("rel", 4, None, None), dimension("nieuw", 9, 3.0, 1.0))
    assert changes(before, now) == ()


def test_without_an_interval_nothing_has_been_shown_to_change() -> None:
    (found,) = changes(wave(dimension("rol", 1, 1.0, None)), wave(dimension("rol", 9, 5.0, 0.1)))
    assert found.interval is None
    assert not found.changed

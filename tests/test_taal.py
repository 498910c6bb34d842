from datetime import date

import pytest

from samenspel.taal import datum, geheel, getal, opsomming


@pytest.mark.parametrize(
    ("value", "decimals", "written"),
    [
        (2.25, 1, "2,3"),
        (2.75, 1, "2,8"),
        (3, 1, "3,0"),
        (23 / 8, 1, "2,9"),
        (8 / 3, 2, "2,67"),
        (12.5, 0, "13"),
        (1e-9, 1, "0,0"),
    ],
)
def test_numbers_are_written_the_dutch_way(value: float, decimals: int, written: str) -> None:
    assert getal(value, decimals) == written


def test_a_large_number_has_points():
    assert [geheel(one) for one in (0, 9800, 10_000, 17_500_000)] == ["0", "9800", "10.000", "17.500.000"]


def test_words_are_joined_as_in_a_sentence() -> None:
    assert opsomming([]) == ""
    assert opsomming(["een"]) == "een"
    assert opsomming(["een", "twee"], "of") == "een of twee"
    assert opsomming(["een", "twee", "drie"]) == "een, twee en drie"


def test_dates_are_written_in_full() -> None:
    assert datum(date(2026, 3, 1)) == "1 maart 2026"
    assert datum(date(2027, 12, 31)) == "31 december 2027"

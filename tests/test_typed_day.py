"""Days as people write them."""

from datetime import date

import pytest

from samenspel.typed_day import DayError, in_words, typed_day

TODAY = date(2026, 11, 30)


@pytest.mark.parametrize(
    "typed",
    [
        "1 februari", "1 Februari 2027", "1 feb", "1 feb. 2027", "1 feb 27", "1 feb '27", "1-2-27", "1-2-2027",
        "01/02/2027", "1.2.27", "1-2", "1/2", " 1 - 2 - 2027 ", "1 2 2027", "2027-02-01", "maandag 1 februari",
        "ma 1 feb", "Ma. 1-2-27", "1e februari", "1februari", "1-feb-2027", "1–2–2027",
    ],
)  # fmt: skip
def test_a_day_is_read_as_people_write_it(typed: str) -> None:
    assert typed_day(typed, TODAY) == date(2027, 2, 1)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("30 november", date(2026, 11, 30)),
        ("29 november", date(2027, 11, 29)),
        ("29 februari", date(2028, 2, 29)),
        ("1 mrt", date(2027, 3, 1)),
        ("1 maart", date(2027, 3, 1)),
        ("31-12-26", date(2026, 12, 31)),
        ("1-11-2026", date(2026, 11, 1)),
        ("Vandaag", date(2026, 11, 30)),
        (" morgen ", date(2026, 12, 1)),
        ("overmorgen", date(2026, 12, 2)),
        ("2december", date(2026, 12, 2)),
        ("2de december", date(2026, 12, 2)),
    ],
)
def test_without_a_year_it_is_the_first_that_comes(typed: str, day: date) -> None:
    assert typed_day(typed, TODAY) == day


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("", "Schrijf een dag"),
        ("februari", "Schrijf een dag"),
        ("volgende week", "Schrijf een dag"),
        ("1 m 2027", "Schrijf een dag"),
        ("1 ju 2027", "Schrijf een dag"),
        ("1-2-027", "Schrijf een dag"),
        ("1-2-2027 [/]", "Schrijf een dag"),
        ("١-٢-٢٠٢٧", "Schrijf een dag"),
        ("xyz 1 feb", "Schrijf een dag"),
        ("31-2-2027", "bestaat niet"),
        ("31 april", "bestaat niet"),
        ("29-2-2027", "bestaat niet"),
        ("1-13-2027", "bestaat niet"),
        ("0 mei", "bestaat niet"),
        ("dinsdag 1 februari 2027", "1 februari 2027 is een maandag"),
    ],
)
def test_what_is_no_day_is_refused_in_words(typed: str, says: str) -> None:
    with pytest.raises(DayError, match=says):
        typed_day(typed, TODAY)


def test_a_day_is_said_with_its_weekday() -> None:
    assert in_words(date(2027, 2, 1)) == "maandag 1 februari 2027"

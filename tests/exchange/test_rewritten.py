"""What a spreadsheet makes of an id, and back; what is not certain stays as it is."""

import pytest

from samenspel.exchange.receive.rewritten import is_error, readings, understood

EXPERIENCE = ("nog-niet", "korter-1", "1-3", "langer-3")


@pytest.mark.parametrize(
    "found",
    [
        *("1-mrt", "1-mrt.", "1 mrt", "01-mrt-26", "1-mrt-2026", "1 maart 2026", "zondag 1 maart 2026", "zo 1-3-26"),
        *(
            "01-03-2026",
            "1-3-2026",
            "01/03/26",
            "1/3",
            "1.3.2026",
            "2026-03-01",
            "2026-03-01 00:00",
            "46082",
            "46082,00",
        ),
        *(
            "3-Jan",
            "Jan-3",
            "Mar 1, 2026",
            "Sunday, March 1, 2026",
            "03/01/26",
            "1/3/2026 12:00:00 AM",
            "01-03-2026 0:00",
            "1 mrt. 2026 om 00:00",
        ),
        *(
            "2027-03-01T00:00:00",
            "1 – 3",
            "'1-3",
            "‘1-3’",
            '="1-3"',
            "1−3",
            " 1-3 ",
            "1\u00a0-\u00a03",
            "maart 1",
            "3-1",
        ),
    ],
)
def test_a_date_made_of_1_3_is_understood(found):
    assert understood(found, EXPERIENCE) == "1-3"


@pytest.mark.parametrize(
    "found",
    [
        *("01-03-2019", "1-mrt-1987", "2-mrt", "2026-04-01", "mrt-26", "maart 2026", "36951", "1-13", "13", "1", "3"),
        *("1-3-", "1-3 jaar", "31-02-2026", "0-3", "1--", "99-99-9999", "1:03", "13%"),
    ],
)
def test_another_date_is_not(found):
    assert understood(found, EXPERIENCE) == found


@pytest.mark.parametrize(
    ("id_", "others", "found"),
    [
        ("4-6", ("1-3", "7-9"), "4-jun"),
        ("7-9", ("1-3", "4-6"), "07-09-2026"),
        ("3-26", ("1-3",), "mrt-26"),
        ("2-30", ("1-3",), "feb-30"),
        ("mei-1", ("jun-1",), "01-05-2026"),
        ("1-2-27", (), "01-02-2027"),
        ("2.5", ("2",), "2,5"),
        ("1.2", ("1.3",), "1-feb"),
        ("1e3", ("1e4",), "1,00E+03"),
        ("007", ("8",), "7"),
        ("waar", ("onwaar",), "WAAR"),
        ("4", ("0", "1", "2", "3", "5"), "4,00E+00"),
        ("andere-rol", ("bakker",), "Andere rol"),
        ("weet-niet", ("allebei",), "Weet–niet"),
        ("0", ("1",), "0,0"),
    ],
)
def test_other_ids_that_a_spreadsheet_rewrites(id_, others, found):
    assert understood(found, (*others, id_)) == id_


@pytest.mark.parametrize(
    ("allowed", "found"),
    [
        (("1-3", "3-1"), "01-03-2026"),  # 1 March or 3 January
        (("2", "2.0"), "2,00"),
        (("1", "2", "3", "4", "5"), "3,5"),
        (("1", "2", "3", "4", "5"), "300%"),
        (("1", "2", "3", "4", "5"), "WAAR"),
        (("1", "2", "3", "4", "5"), "-3"),
        (("1", "2", "3", "4", "5"), "3.000"),  # three thousand
        (("1", "2", "3", "4", "5"), "3,000"),
        (("1", "2", "3", "4", "5"), "3 4"),
        (("1", "2", "3", "4", "5"), "³"),
        (("ja", "soms"), "J"),
        (("ja-1", "ja1"), "ja.1"),
        ((), "wat dan ook"),
    ],
)
def test_what_is_not_certain_stays_as_it_is(allowed, found):
    assert understood(found, allowed) == found


@pytest.mark.parametrize("text", ["", "gisteren", "1", "1-2-3-4", "mei", "x-1", "1-x-2026", "00-00-0000", "9" * 400])
def test_what_is_no_day(text):
    assert readings(text) == frozenset()


@pytest.mark.parametrize("text", ["#1", "# goed", "#samen", "Err is niets", "Goed!", "1#", "#", "C#?"])
def test_what_somebody_wrote_is_no_error(text):
    assert not is_error(text)

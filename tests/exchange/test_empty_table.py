"""The empty table to type paper forms into: its printed numbers, and that its readers pass over exactly that row."""

from pathlib import Path

import pytest

from samenspel.exchange.receive.basket import gather
from samenspel.exchange.receive.csv_forms import is_forms, read_forms
from samenspel.exchange.receive.csv_table import MOST_ROWS
from samenspel.exchange.receive.empty_table import empty_table
from samenspel.exchange.receive.forms import FormsError, columns
from samenspel.report.paper.form import paper_sheet
from samenspel.report.paper.sheet import Grid

ROOT = Path(__file__).parents[2]
SAVED = ROOT / "tests" / "data" / "rekenprogramma"


def rows(data: bytes) -> list[list[str]]:
    return [line.split(";") for line in data.decode("utf-8-sig").splitlines()]


@pytest.mark.parametrize("form", ["volledig", "kort"])
@pytest.mark.parametrize("party", ["", "wijkcoach", "andere-rol"])
def test_the_numbers_are_those_that_are_printed(real, form, party):
    head, numbers = rows(empty_table(real, form, party))
    printed = [
        (line.name, line.number)
        for block in paper_sheet(real, form, party).blocks
        if isinstance(block, Grid)
        for line in block.lines
    ]
    assert [one for one in zip(head, numbers, strict=True) if one[1]] == [("respondent", "nr"), *printed]
    assert set(head) <= set(columns(real))
    assert form == "kort" or party or set(head) == set(columns(real))


@pytest.mark.parametrize("name", ["overgetypt.csv", "overgetypt-windows.csv", "overgetypt-tab.txt"])
def test_what_a_dutch_spreadsheet_saved_of_it_is_the_example_again(real, name):
    assert read_forms(SAVED / name, real) == read_forms(ROOT / "docs" / "voorbeeld-formulieren.csv", real)
    assert is_forms(SAVED / name, real)


@pytest.fixture
def typed(small, tmp_path):
    """Write a table with rows below the printed numbers, and read it."""

    def read(*below: str, numbers: str | None = None):
        head, second = empty_table(small).decode("utf-8-sig").splitlines()
        path = tmp_path / "tabel.csv"
        path.write_text("\n".join([head, second if numbers is None else numbers, *below]) + "\n", encoding="utf-8")
        return path, [form.respondent for form in read_forms(path, small)]

    return read


@pytest.mark.parametrize("numbers", ["Nr", "NR;;;;;;1,0;2,0", '="nr";;;;;;1', " nr ;"])
def test_a_spreadsheet_may_rewrite_the_row(typed, numbers):
    assert typed("1;bakker;;;;;4", "2;slager", numbers=numbers)[1] == ["1", "2"]


def test_sorting_the_rows_may_move_it(typed):
    assert typed("1;bakker", "nr;;;;;;1;2", numbers="3;slager")[1] == ["3", "1"]


def test_only_that_row_is_passed_over(typed):
    assert typed("nr;bakker;;;;;4")[1] == ["nr"]
    with pytest.raises(FormsError, match="rij 3, kolom B"):
        typed("nr 2;;;;;;4")
    with pytest.raises(FormsError, match="Onder de kop hoort per formulier een rij"):
        typed()
    with pytest.raises(FormsError, match="rij 4, kolom G"):  # as a spreadsheet counts, with the numbers
        typed("1;bakker;;;;;4", "2;slager;;;;;9")


def test_it_takes_no_room_of_the_forms(typed):
    people = [f"{number};bakker;;;;;4" for number in range(MOST_ROWS)]
    assert len(typed(*people)[1]) == MOST_ROWS
    with pytest.raises(FormsError, match="meer dan"):
        typed(*people, "te veel;bakker;;;;;4")


def test_a_group_takes_it(typed, small):
    path, _numbers = typed("1;bakker;;;;;4", "2;slager;;;;;3")
    found = gather([path], small)
    assert (len(found.entries), found.refusals) == (2, ())

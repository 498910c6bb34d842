"""Files as other programs saved them: see the README beside them."""

from pathlib import Path

import pytest

from samenspel.exchange.receive.pdf_fields import read_fields
from samenspel.exchange.receive.pdf_forms import _check_number
from samenspel.exchange.receive.pdf_tokens import PdfError

FOLDER = Path(__file__).parents[1] / "data" / "ingevuld"
ANSWERS = {
    "samenspel:formulier": ("1",),
    "samenspel:partij": (),
    "partij": ("slager",),
    "rol-eigen": ("4",),
    "overleg": ("Yes",),
    "gebied": ("Zuid – één €",),
    "rol-ander": ("2",),
    "toe-goed": ("Koffie (samen)\nen \\ taart",),
}
ONE_LINE = {"pdfbox": {"toe-goed": ("Koffie (samen) en \\ taart",)}}
"""What was given to a program without its line end."""


@pytest.mark.parametrize("name", ["pdf-lib", "pdfbox", "pdfjs", "pdftk", "poppler"])
def test_every_answer_is_read(name: str) -> None:
    found = read_fields((FOLDER / f"{name}.pdf").read_bytes())
    assert found.fields == ANSWERS | ONE_LINE.get(name, {})
    rest = (found.odd, found.unsaved, found.written_on, found.in_parts, found.holds_files, found.converted)
    assert not any(rest)
    _check_number(found)


@pytest.mark.parametrize("name", ["pdftk", "pdfunite", "pdfbox"])
def test_two_in_one_file_are_told_apart(name: str) -> None:
    with pytest.raises(PdfError, match="in deze PDF zitten 2 formulieren"):
        _check_number(read_fields((FOLDER / f"twee-{name}.pdf").read_bytes()))


def test_fields_that_lost_their_names_are_not_those_of_the_form() -> None:
    found = read_fields((FOLDER / "twee-pdfbox-oud.pdf").read_bytes())
    assert {name for name, answers in found.fields.items() if answers} - ANSWERS.keys() == {
        f"dummyFieldName{number}" for number in (1, 3, 4, 5, 6, 7, 8)
    }

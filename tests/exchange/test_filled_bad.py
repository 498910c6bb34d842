"""Files that are no good form: each gives one clear line, all faults come at once, and nothing of it is used."""

import io
import os
import sys

import pytest
from msgspec.structs import replace
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    NameObject,
    NumberObject,
    TextStringObject,
)
from reportlab.pdfgen.canvas import Canvas

from fillers import by_pymupdf, by_pypdf, changed, form, with_value
from pdf_traps import TRAPS
from pdf_ways import KINDS_OF_LOCK, locked
from samenspel.exchange.receive.forms import FormsError
from samenspel.exchange.receive.pdf_forms import read_filled
from samenspel.questionnaire.model import Questionnaire
from samenspel.report.pdf import render
from samenspel.report.personal.report import personal_report
from samenspel.response import Response

PLACES = {
    "partij": "‘Bij welke partij hoort u?’ (partij)",
    "overleg": "‘Doet u mee aan een overleg?’ (overleg)",
    "gebied": "‘Waar werkt u?’ (gebied)",
    "nummer:formulier": "‘Nummer van dit formulier’",
    "rol-eigen": "stelling 1 (rol-eigen)",
    "toelichting:rol-eigen": "toelichting bij stelling 1 (rol-eigen)",
    "kennis-brood": "kaart 1 (kennis-brood)",
    "toe-goed": "‘Wat gaat goed?’ (toe-goed)",
    "delen:toe-goed": "delen bij ‘Wat gaat goed?’ (toe-goed)",
}
GOOD = {"partij": "bakker", "rol-eigen": "4"}


@pytest.fixture
def told(tmp_path, small):
    """What is said of a file with these bytes."""

    def lines(data: bytes, name: str = "een.pdf", questionnaire: Questionnaire = small) -> list[str]:
        path = tmp_path / name
        path.write_bytes(data)
        with pytest.raises(FormsError) as caught:
            read_filled([path], questionnaire)
        return str(caught.value).splitlines()

    return lines


@pytest.fixture
def good(small) -> bytes:
    return by_pypdf(form(small), GOOD)


def nothing_but(text: str = "Dit is een brief.") -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out)
    canvas.drawString(50, 700, text)
    canvas.save()
    return out.getvalue()


def test_a_form_of_another_questionnaire_version_or_wording(told, small, good) -> None:
    def other(**change) -> Questionnaire:
        return replace(small, asked=replace(small.asked, **change))

    (line,) = told(good, questionnaire=other(id="groot"))
    assert line == (
        "een.pdf: dit formulier hoort bij de vragenlijst ‘klein’ (versie 1.0.0), niet bij ‘groot’. "
        "Neem het formulier en de vragenlijst die bij elkaar horen."
    )
    (line,) = told(good, questionnaire=other(version="2.0.0"))
    assert "hoort bij versie 1.0.0 van de vragenlijst, niet bij versie 2.0.0." in line
    items = tuple(replace(one, text="Iets heel anders.") for one in small.asked.items)
    (line,) = told(good, questionnaire=other(items=items))
    assert "stelt andere vragen dan de vragenlijst, al is het versienummer hetzelfde" in line


def test_what_changes_no_question_changes_no_form(small, good, tmp_path) -> None:
    path = tmp_path / "een.pdf"
    path.write_bytes(good)
    bands = tuple(replace(band, help="Andere uitleg.") for band in small.asked.bands)
    changed_advices = replace(small, hash="1" * 64, asked=replace(small.asked, bands=bands), advices=())
    assert read_filled([path], changed_advices)[0].response.answers == {"rol-eigen": 4}


def test_a_flattened_form(told, good) -> None:
    import pymupdf

    document = pymupdf.open(stream=good, filetype="pdf")
    document.bake()
    for data in (document.tobytes(), nothing_but()):
        (line,) = told(data)
        assert "hier zitten geen invulvelden (meer) in. Is het via ‘Afdrukken’ opgeslagen?" in line
        assert "typ de antwoorden over in een CSV-bestand" in line


def test_a_form_that_asks_for_a_password(told, good) -> None:
    for kind in KINDS_OF_LOCK:
        (line,) = told(locked(good, kind, user="geheim"))
        assert line.startswith("een.pdf: deze PDF gaat alleen open met een wachtwoord. Sla het formulier op zonder")


def read_or_told(path, questionnaire) -> tuple[Response | None, str]:
    """The answers, or else what was said."""
    try:
        (found,) = read_filled([path], questionnaire)
    except FormsError as error:
        return None, str(error)
    return found.response, ""


def test_a_broken_form_gives_one_line_or_is_repaired(good, tmp_path, small) -> None:
    path = tmp_path / "stuk.pdf"
    for cut in range(50, len(good), len(good) // 25):
        path.write_bytes(good[:cut])
        found, said = read_or_told(path, small)
        assert found is None or found.answers == {"rol-eigen": 4}
        assert found or (said.startswith("stuk.pdf: ") and "\n" not in said)


@pytest.mark.campaign
def test_bytes_that_were_changed_give_lines_and_never_another_error(good, tmp_path, small) -> None:
    import random

    chance = random.Random(7)
    path = tmp_path / "stuk.pdf"
    for _ in range(2_000 if os.environ.get("SAMENSPEL_FULL") else 60):
        data = bytearray(good)
        for _ in range(chance.randint(1, 30)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        path.write_bytes(data)
        found, said = read_or_told(path, small)
        assert found or all(line.startswith("stuk.pdf") for line in said.splitlines())


def test_what_is_no_pdf(told) -> None:
    for data in (b"", b"respondent;partij\n1;bakker\n", b"PK\x03\x04", b"\0" * 5000):
        assert told(data) == ["een.pdf: dit is geen PDF. Geef het formulier zelf, zoals het is opgeslagen."]


def test_of_a_file_of_200_mb_only_the_beginning_is_read(told, tmp_path, small, monkeypatch) -> None:
    path = tmp_path / "groot.pdf"
    with path.open("wb") as file:
        file.write(b"%PDF-1.7\n")
        file.truncate(200_000_000)
    asked, read = [], os.read
    monkeypatch.setattr(os, "read", lambda handle, size: asked.append(size) or read(handle, size))
    with pytest.raises(FormsError) as caught:
        read_filled([path], small)
    assert sum(asked) <= 1_000_000
    assert str(caught.value) == ("groot.pdf: dit bestand is te groot: hooguit 10 MB mag. Is het wel het goede bestand?")


def test_what_is_not_there_or_no_file(tmp_path, small) -> None:
    (tmp_path / "map.pdf").mkdir()
    paths = [tmp_path / "weg.pdf", tmp_path / "map.pdf"]
    with pytest.raises(FormsError) as caught:
        read_filled(paths, small)
    one, two = str(caught.value).splitlines()
    assert one == "weg.pdf: dit bestand is er niet. Kijk of de naam en de map kloppen."
    assert two.startswith("map.pdf: dit is geen gewoon bestand")


@pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX")
def test_a_pipe_does_not_hang_and_a_link_is_not_followed(tmp_path, small, good) -> None:
    os.mkfifo(tmp_path / "pijp.pdf")
    (tmp_path / "echt").write_bytes(good)
    (tmp_path / "link.pdf").symlink_to(tmp_path / "echt")
    with pytest.raises(FormsError) as caught:
        read_filled([tmp_path / "pijp.pdf", tmp_path / "link.pdf"], small)
    one, two = str(caught.value).splitlines()
    assert "geen gewoon bestand" in one
    assert "snelkoppeling" in two


def test_a_script_is_never_run_and_the_form_is_read(good, tmp_path, small) -> None:
    def change(writer, fields):
        script = TextStringObject("this.getField('rol-eigen').value = '1'; app.alert('x');")
        action = DictionaryObject({NameObject("/S"): NameObject("/JavaScript"), NameObject("/JS"): script})
        writer.root_object[NameObject("/OpenAction")] = action
        fields["rol-eigen"][NameObject("/AA")] = DictionaryObject({NameObject("/K"): action})

    path = tmp_path / "een.pdf"
    path.write_bytes(changed(good, change))
    assert b"JavaScript" in path.read_bytes()
    assert read_filled([path], small)[0].response == Response(party="bakker", answers={"rol-eigen": 4})


def test_two_answers_at_one_statement(told, good) -> None:
    def two_boxes(_writer, fields):
        for kid in fields["rol-eigen"]["/Kids"]:
            states = set(kid.get_object()["/AP"]["/N"]) - {"/Off"}
            if states & {"/2"}:
                kid.get_object()[NameObject("/AS")] = NameObject("/2")

    def two_fields(writer, fields):
        twin = DictionaryObject(
            {
                NameObject("/T"): TextStringObject("rol-eigen"),
                NameObject("/FT"): NameObject("/Btn"),
                NameObject("/V"): NameObject("/2"),
            }
        )
        writer.root_object["/AcroForm"]["/Fields"].append(writer._add_object(twin))

    line = "een.pdf, stelling 1 (rol-eigen): hier staan 2 antwoorden: ‘4’ en ‘2’. Laat er één staan."
    assert told(changed(good, two_boxes)) == [line]
    assert told(changed(good, two_fields)) == [line]
    both = ArrayObject([NameObject("/4"), NameObject("/2")])
    assert told(with_value(good, "rol-eigen", both)) == [line]


def test_a_field_that_is_there_twice_with_one_answer_is_one_answer(good, tmp_path, small) -> None:
    def twin(writer, fields):
        writer.root_object["/AcroForm"]["/Fields"].append(writer._add_object(DictionaryObject(fields["rol-eigen"])))

    path = tmp_path / "een.pdf"
    path.write_bytes(changed(good, twin))
    assert read_filled([path], small)[0].response.answers == {"rol-eigen": 4}


@pytest.mark.parametrize(
    ("field", "value", "expected"),
    [
        ("rol-eigen", NameObject("/7"), "‘7’ mag hier niet. Kies uit: 1, 2, 3, 4 of 5, of laat het veld leeg."),
        ("rol-eigen", NameObject("/0"), "‘0’ mag hier niet. Kies uit: 1, 2, 3, 4 of 5, of laat het veld leeg."),
        ("rol-eigen", TextStringObject("４"), "‘４’ mag hier niet"),
        ("rol-eigen", NumberObject(44), "‘44’ mag hier niet"),
        ("partij", NameObject("/baker"), "‘baker’ is geen partij. Kies uit: bakker, slager of andere-rol. Bedoelde u"),
        ("partij", NameObject("/Off"), "hier staat niets. Kies uit: bakker, slager of andere-rol."),
        (
            "overleg",
            NameObject("/misschien"),
            "‘misschien’ mag hier niet. Kies uit: ja of geen, of laat het veld leeg.",
        ),
        ("kennis-brood", NameObject("/../../etc"), "‘../../etc’ mag hier niet"),
        ("delen:toe-goed", NameObject("/ja hoor"), "‘ja hoor’ mag hier niet. Kies uit: nee of ja"),
        ("gebied", TextStringObject("x" * 81), "deze tekst heeft 81 tekens, hooguit 80 mag."),
        ("toelichting:rol-eigen", TextStringObject("x" * 20_000), "deze tekst heeft 20000 tekens, hooguit 2000 mag."),
        ("toe-goed", TextStringObject("é" * 20_000), "deze tekst heeft 20000 tekens, hooguit 2000 mag."),
        ("nummer:formulier", TextStringObject("9" * 61), "deze tekst heeft 61 tekens, hooguit 60 mag."),
    ],
)
def test_a_wrong_answer_is_told_with_its_field(told, good, field, value, expected) -> None:
    (line,) = told(with_value(good, field, value))
    assert line.startswith(f"een.pdf, {PLACES[field]}: {expected}")


def test_a_wrong_answer_at_an_activity(told, good) -> None:
    (line,) = told(with_value(good, "activiteit:lunch", NameObject("/vaak")))
    assert line.startswith(
        "een.pdf, ‘Wat deed u samen?’ (toe-activiteiten): ‘lunch vaak’ mag hier niet. Kies uit: lunch of anders"
    )


def test_all_faults_of_all_files_come_at_once(tmp_path, small, good) -> None:
    bad = with_value(with_value(good, "rol-eigen", NameObject("/9")), "overleg", NameObject("/x"))
    for name, data in {"a.pdf": bad, "b.pdf": b"niets", "c.pdf": good, "d.pdf": bad}.items():
        (tmp_path / name).write_bytes(data)
    with pytest.raises(FormsError) as caught:
        read_filled([tmp_path / name for name in ("a.pdf", "b.pdf", "c.pdf", "d.pdf")], small)
    assert [(one.file, one.field) for one in caught.value.problems] == [
        ("a.pdf", "overleg"),
        ("a.pdf", "rol-eigen"),
        ("b.pdf", ""),
        ("d.pdf", "overleg"),
        ("d.pdf", "rol-eigen"),
    ]


def test_an_empty_form_and_one_with_only_a_number(told, small) -> None:
    for answers in ({}, {"nummer:formulier": "7"}):
        for party in ("", "bakker"):
            (line,) = told(by_pypdf(form(small, party=party), answers))
            assert "dit formulier is leeg. Is het na het invullen wel opgeslagen?" in line


def test_a_form_of_others_and_our_own_report(told, small) -> None:
    out = io.BytesIO()
    canvas = Canvas(out)
    canvas.acroForm.textfield(name="partij", value="bakker")
    canvas.showPage()
    canvas.save()
    assert told(out.getvalue()) == ["een.pdf: dit is een ander formulier, niet een van samenspel."]
    from datetime import date

    report = render(personal_report(small, Response(party="bakker"), date=date(2026, 1, 1)))
    assert "geen invulvelden" in told(report)[0]


def test_a_form_without_one_of_its_pages_or_fields(told, good) -> None:
    def without(writer, fields):
        form_fields = writer.root_object["/AcroForm"]["/Fields"]
        gone = [one.get_object() for one in form_fields[-3:]]
        del form_fields[-3:]
        for page in writer.pages:
            boxes = [one for one in page["/Annots"] if one.get_object().get("/Parent", one).get_object() not in gone]
            page[NameObject("/Annots")] = ArrayObject(boxes)

    (line,) = told(changed(good, without))
    assert "in dit formulier ontbreken 3 velden, zoals ‘Wat deed u samen?’ (toe-activiteiten). Is er" in line
    assert "Is er een bladzijde uit gehaald?" in line


@pytest.mark.parametrize(
    ("mark", "value", "expected"),
    [
        ("samenspel:formulier", "2", "gemaakt met een andere versie van samenspel"),
        ("samenspel:vorm", "lang", "veranderd voor wie het is"),
        ("samenspel:partij", "visboer", "veranderd voor wie het is"),
        ("samenspel:vragenlijst", "\x1b[31m\u202e" + "x" * 500, "hoort bij de vragenlijst ‘[31m" + "x" * 36 + "…’"),
    ],
)
def test_what_a_form_says_of_itself_was_changed(told, good, mark, value, expected) -> None:
    (line,) = told(with_value(good, mark, TextStringObject(value)))
    assert expected in line
    assert line.isprintable()


def test_a_form_saved_by_another_program_over_and_over_is_still_read(small, tmp_path) -> None:
    data = form(small)
    for answer in "12345":
        data = by_pymupdf(data, {**GOOD, "rol-eigen": answer})
    path = tmp_path / "een.pdf"
    path.write_bytes(data)
    assert read_filled([path], small)[0].response.answers == {"rol-eigen": 5}


def test_the_reader_says_nothing_of_its_own(told, capfd, good) -> None:
    told(good[: len(good) // 2])
    told(TRAPS["deep arrays"]())
    assert capfd.readouterr() == ("", "")

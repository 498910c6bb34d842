"""Forms as other programs write them: every answer comes in, or it is said why not; never less in silence."""

import io
import re
from functools import partial

import pymupdf
import pytest
from msgspec.structs import replace
from pypdf import PdfReader
from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    ByteStringObject,
    DecodedStreamObject,
    DictionaryObject,
    NameObject,
    TextStringObject,
)

from fillers import FILLERS, by_pypdf, changed, form, with_value
from pdf_traps import raw_pdf
from pdf_ways import (
    KINDS_OF_LOCK,
    appended,
    by_appending,
    by_boxes_only,
    by_preview,
    by_qpdf,
    by_values_only,
    flattened,
    joined_by_mupdf,
    joined_by_pypdf,
    joined_under_numbers,
    locked,
    locked_by_pypdf,
    only_drawn,
    packed,
    saved_again,
    scanned,
    with_file_in_it,
    with_letter,
    written_on,
)
from samenspel.exchange.receive.forms import FormsError
from samenspel.exchange.receive.pdf_forms import form_in, read_filled
from samenspel.exchange.receive.pdf_tokens import PdfError
from samenspel.questionnaire.model import Questionnaire
from samenspel.response import Response
from tools import needed

ANSWERS = {
    "nummer:formulier": "12",
    "partij": "bakker",
    "gebied": "Noord",
    "overleg": "ja",
    "rol-eigen": "4",
    "rol-ander": "0",
    "rel-kennen": "3",
    "toelichting:rol-eigen": "Zo is het: één €",
    "kennis-brood": "slager",
    "toe-goed": "Koffie",
    "delen:toe-goed": "ja",
    "activiteit:lunch": "gebleven",
}
WANTED = Response(
    party="bakker",
    area="Noord",
    meeting="ja",
    answers={"rol-eigen": 4, "rol-ander": 0, "rel-kennen": 3},
    notes={"rol-eigen": "Zo is het: één €"},
    knowledge={"kennis-brood": "slager"},
    open={"toe-goed": "Koffie"},
    shared=("toe-goed",),
    activities={"lunch": True},
)
OTHER = {"partij": "slager", "rel-kennen": "1", "rel-lastig": "2"}
"""A second person, who answered what the first did, and something else."""
TWO = "in deze PDF zitten 2 formulieren. Geef elk formulier als een eigen PDF."
UNREADABLE = "hier staat iets wat samenspel niet kan lezen: "
STRAY = "hierin is iets ingevuld dat niet bij het formulier hoort: "


def read(data: bytes, questionnaire: Questionnaire) -> Response:
    return form_in(data, "een.pdf", questionnaire, {}).response


@pytest.fixture
def why(small):
    """Why a file is not taken."""

    def told(data: bytes, questionnaire: Questionnaire = small) -> str:
        with pytest.raises((PdfError, FormsError)) as caught:
            read(data, questionnaire)
        assert str(caught.value).isprintable()
        return str(caught.value)

    return told


@pytest.fixture(scope="module")
def empty(small) -> bytes:
    return form(small)


@pytest.fixture(scope="module")
def filled(empty) -> bytes:
    return by_pypdf(empty, ANSWERS)


# --- how programs fill in ---------------------------------------------------------------------------------------------

WAYS = {
    **FILLERS,
    "preview": by_preview,
    "preview, half of the boxes": partial(by_preview, every=2),
    "preview, and the tree lets go of the box": partial(by_preview, loose=True),
    "only what a box shows": by_boxes_only,
    "only values, as texts": by_values_only,
    "appended, as firefox does": by_appending,
}


@pytest.mark.parametrize("way", WAYS)
def test_every_answer_comes_in(small, empty, way: str) -> None:
    assert read(WAYS[way](empty, ANSWERS), small) == WANTED


@pytest.mark.parametrize("way", ["preview, half of the boxes", "appended, as firefox does"])
def test_a_real_form_with_every_statement_answered(real, way: str) -> None:
    party = real.asked.parties[0].id
    answers = {
        item.id: str(n % 5 + 1) for n, item in enumerate(real.asked.items) if not item.only or party in item.only
    }
    found = read(WAYS[way](form(real), {"partij": party, **answers}), real)
    assert found.answers == {id_: int(answer) for id_, answer in answers.items()}


def test_fields_that_only_stand_on_the_pages(small, filled) -> None:
    def without_tree(writer, _fields):
        writer.root_object["/AcroForm"][NameObject("/Fields")] = ArrayObject()

    assert read(changed(filled, without_tree), small) == WANTED


def test_fields_that_only_stand_in_the_tree(small, filled) -> None:
    def without_pages(writer, _fields):
        for page in writer.pages:
            page[NameObject("/Annots")] = ArrayObject()

    assert read(changed(filled, without_pages), small) == WANTED


def test_a_box_without_a_name_is_never_passed_over(filled, why) -> None:
    def orphan(_writer, fields):
        field = fields["rol-eigen"]
        del field["/V"]
        for box in field["/Kids"]:
            del box.get_object()["/Parent"]
        field[NameObject("/Kids")] = ArrayObject()

    assert why(changed(filled, orphan)).startswith(STRAY + "‘’.")


def test_a_form_that_preview_changed_after_another_program_says_that_there_are_two(empty, why) -> None:
    first = by_pypdf(empty, {"partij": "bakker", "rol-eigen": "4"})

    def click_again(_writer, fields):
        box = next(one.get_object() for one in fields["rol-eigen"]["/Kids"] if "/2" in one.get_object()["/AP"]["/N"])
        del box["/Parent"]
        for key, value in {
            "/T": TextStringObject("rol-eigen"),
            "/FT": NameObject("/Btn"),
            "/V": NameObject("/2"),
        }.items():
            box[NameObject(key)] = value

    assert "hier staan 2 antwoorden: ‘4’ en ‘2’" in why(changed(first, click_again))


def test_a_value_that_was_left_in_a_box_does_not_count_and_alone_it_is_told(small, filled, why) -> None:
    """pypdf gives each box a value too; a program that changes the answer leaves it there."""

    def change(answer: str | None):
        def changing(_writer, fields):
            field = fields["rol-eigen"]
            field[NameObject("/V")] = NameObject(f"/{answer or 'Off'}")
            for box in (one.get_object() for one in field["/Kids"]):
                on = answer is not None and f"/{answer}" in box["/AP"]["/N"]
                box[NameObject("/AS")] = NameObject(f"/{answer}" if on else "/Off")

        return changed(filled, changing)

    assert read(change("2"), small).answers["rol-eigen"] == 2
    assert why(change(None)).startswith(UNREADABLE + "stelling 1 (rol-eigen).")


def test_boxes_that_only_have_numbers_are_not_taken_for_answers(filled, why) -> None:
    def numbered(_writer, fields):
        fields["rol-eigen"][NameObject("/Opt")] = ArrayObject([TextStringObject(one) for one in "12345"])
        fields["rol-eigen"][NameObject("/V")] = NameObject("/3")  # the fourth: its answer is 4

    assert why(changed(filled, numbered)).startswith(
        "hier staat iets wat samenspel niet kan lezen: stelling 1 (rol-eigen)"
    )


@pytest.mark.parametrize(
    "value",
    [
        ByteStringObject("één €".encode()),
        ByteStringObject(b"\xef\xbb\xbf" + "één €".encode()),
        ByteStringObject(b"\xff\xfe" + "één €".encode("utf-16-le")),
        ByteStringObject(b"\xfe\xff" + "\x1bnlNL\x1béén €".encode("utf-16-be")),
        ByteStringObject(b"\xe9\xe9n \xa0"),
    ],
    ids=["utf-8", "utf-8 that says so", "utf-16-le", "with a language", "the code of a PDF"],
)
def test_a_text_in_whatever_code(small, filled, value) -> None:
    assert read(with_value(filled, "toe-goed", value), small).open == {"toe-goed": "één €"}


@pytest.mark.parametrize(
    ("written", "text"),
    [
        (b"h\xe9\x8e\x83 of niet", "hé”… of niet"),
        (b"\xef\x8d\x854", "ï“–4"),
        (b"het CAF\xc9\x8e", "het CAFÉ”"),
        *((text.encode(), text) for text in ("Ja – ‘één’ €", "Kovačić", "Őri", "α", "Да", "你好", "😀")),
    ],
)
def test_a_text_that_can_be_read_in_two_codes_is_read_as_somebody_wrote_it(small, filled, written, text) -> None:
    assert read(with_value(filled, "toe-goed", ByteStringObject(written)), small).open == {"toe-goed": text}


def test_a_long_text_in_a_stream(small, filled) -> None:
    stream = DecodedStreamObject()
    stream.set_data(b"\xfe\xff" + "één\rtwee".encode("utf-16-be"))

    def change(writer, fields):
        fields["toe-goed"][NameObject("/V")] = writer._add_object(stream)

    assert read(changed(filled, change), small).open == {"toe-goed": "één\ntwee"}


def test_a_text_that_cannot_be_read_is_told(filled, why) -> None:
    line = (
        "hier staat iets wat samenspel niet kan lezen: ‘Wat gaat goed?’ (toe-goed). Vul het opnieuw in, en sla het op."
    )
    assert why(with_value(filled, "toe-goed", ByteStringObject(b"\xfe\xff\x00a\x00"))) == line
    assert why(with_value(filled, "toe-goed", DictionaryObject())) == line
    assert why(with_value(filled, "toe-goed", BooleanObject(value=True))) == line


# --- how programs save ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", KINDS_OF_LOCK)
def test_a_form_with_only_an_owners_password(small, filled, kind: str) -> None:
    assert read(locked(filled, kind), small) == WANTED


@pytest.mark.parametrize("kind", [*KINDS_OF_LOCK, "aes-256-r5"])
def test_a_form_with_an_owners_password_of_another_maker(small, filled, kind: str) -> None:
    assert read(locked_by_pypdf(filled, kind), small) == WANTED


@pytest.mark.parametrize(
    "kind",
    [["256"], ["128", "--use-aes=y"], ["128", "--use-aes=y", "--cleartext-metadata"], ["128", "--use-aes=n"], ["40"]],
    ids=" ".join,
)
def test_a_form_that_qpdf_locked_and_packed(small, filled, tmp_path, kind: list[str]) -> None:
    needed("qpdf")
    lock = ["--allow-weak-crypto", "--encrypt", "", "baas", *kind, "--"]
    data = by_qpdf(tmp_path, [filled], "--linearize", "--object-streams=generate", *lock, "{0}", "{out}")
    assert read(data, small) == WANTED


@pytest.mark.parametrize("save", [packed, saved_again])
def test_a_form_that_was_saved_in_another_way(small, filled, save) -> None:
    assert read(save(filled), small) == WANTED


def test_a_form_that_was_changed_and_saved_time_and_again(small, empty) -> None:
    data = by_appending(empty, {**ANSWERS, "rol-eigen": "1", "gebied": "Zuid"})
    for answers in ({"rol-eigen": "2"}, {"rol-eigen": "4", "gebied": "Noord"}):
        data = by_appending(data, answers)
    assert data.count(b"%%EOF") == 4
    found = form_in(data, "x", small, {})
    assert (found.response.area, found.response.answers) == ("Noord", WANTED.answers)


def test_what_stands_before_and_behind_the_pdf_is_no_harm(small, filled) -> None:
    shifted = b"\r\n\r\nHTTP\r\n" + filled + b"\r\n--grens--\r\n"
    assert read(shifted, small) == WANTED
    assert read(filled + b"\0" * 5_000, small) == WANTED


def test_of_a_file_that_was_cut_off_no_older_answers_are_read(small, empty) -> None:
    """Half of what was saved behind a form is no newer form; and what stood there before does not count."""
    first = by_pypdf(empty, {"partij": "slager", "rol-eigen": "1"})
    data = saved_again(first, {"gebied": "Noord"})
    assert data.startswith(first)
    assert read(data, small).area == "Noord"
    for end in range(len(first) + 40, len(data) - 8, max(1, (len(data) - len(first)) // 40)):
        with pytest.raises(PdfError, match="niet heel"):
            read(data[:end], small)


def test_of_a_file_that_was_cut_off_in_its_first_new_letters_no_older_answers_are_read(small, empty) -> None:
    first = by_pypdf(empty, {"partij": "slager", "rol-eigen": "1"})
    data = by_appending(first, {"rol-eigen": "4"})
    (begun,) = re.findall(rb"\A\d+ 0 obj", data[len(first) :])
    for end in range(len(first) + 1, len(first) + len(begun) + 1):
        with pytest.raises(PdfError, match="niet heel"):
            read(data[:end], small)
    assert read(data[: len(first)], small).answers == {"rol-eigen": 1}  # this is the older file, byte for byte
    assert read(first + b"12 bladzijden\n", small).answers == {"rol-eigen": 1}


# --- more than one form -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("join", [joined_by_pypdf, joined_by_mupdf, joined_under_numbers])
@pytest.mark.parametrize("way", ["pdfium", "preview", "appended, as firefox does"])
def test_two_forms_in_one_file(empty, why, way: str, join) -> None:
    assert why(join(WAYS[way](empty, ANSWERS), by_pypdf(empty, OTHER))) == TWO


@pytest.mark.parametrize("join", [joined_by_pypdf, joined_by_mupdf, joined_under_numbers])
def test_a_second_form_that_is_empty_or_of_another_kind(filled, empty, small, why, join) -> None:
    assert why(join(filled, empty)) == TWO
    assert why(join(empty, filled)) == TWO
    assert why(join(filled, by_pypdf(form(small, "kort", "slager"), {"rol-eigen": "1"}))) == TWO
    assert why(join(filled, form(replace(small, asked=replace(small.asked, id="groot"))))) == TWO


@pytest.mark.parametrize("second", [ANSWERS, OTHER, {}])
def test_two_forms_that_qpdf_put_together(filled, empty, why, tmp_path, second) -> None:
    needed("qpdf")
    pages = ("--empty", "--pages", "{0}", "{1}", "--", "{out}")
    assert why(by_qpdf(tmp_path, [filled, by_pypdf(empty, second)], *pages)) == TWO


def pages_as_drawings(data: bytes) -> bytes:
    """Each page drawn on a new one."""
    document, source = pymupdf.open(), pymupdf.open(stream=data, filetype="pdf")
    for number in range(len(source)):
        page = document.new_page()
        page.show_pdf_page(page.rect, source, number)
    return document.tobytes()


def without_fields(data: bytes) -> bytes:
    document = pymupdf.open()
    document.insert_pdf(pymupdf.open(stream=data, filetype="pdf"), widgets=False)
    return document.tobytes()


@pytest.mark.parametrize("flat", [flattened, pages_as_drawings, without_fields, lambda data: scanned(4, form=data)])
@pytest.mark.parametrize("join", [joined_by_pypdf, joined_by_mupdf])
def test_a_second_form_that_has_no_fields_any_more(filled, empty, why, flat, join) -> None:
    second = flat(by_pypdf(empty, OTHER))
    for data in (join(filled, second), join(second, filled)):
        assert why(data) == (
            "in deze PDF zitten 4 bladzijden te veel: een ander formulier, of iets wat er niet bij hoort. Geef elk "
            "formulier als een eigen PDF, met niets erbij."
        )


def test_a_second_form_that_qpdf_flattened_and_put_with_it(filled, empty, why, tmp_path) -> None:
    needed("qpdf")
    second = by_qpdf(tmp_path, [by_pypdf(empty, OTHER)], "--flatten-annotations=all", "{0}", "{out}")
    pages = ("--empty", "--pages", "{0}", "{1}", "--", "{out}")
    for files in ([filled, second], [second, filled]):
        assert "4 bladzijden te veel" in why(by_qpdf(tmp_path, files, *pages))


def test_one_other_page(filled, why) -> None:
    letter = "in deze PDF zit 1 bladzijde te veel: van een ander formulier, of iets wat er niet bij hoort. "
    assert why(with_letter(filled)).startswith(letter)
    assert why(joined_by_mupdf(filled, scanned(1))).startswith(letter)


def test_a_form_whose_last_page_has_no_field(small, why) -> None:
    *others, last = small.asked.open_questions

    def with_help(text: str) -> Questionnaire:
        return replace(small, asked=replace(small.asked, open_questions=(*others, replace(last, help=text))))

    longer = (with_help("Zo is het. " * n) for n in range(10, 600, 10))
    one = next(one for one in longer if not list(pymupdf.open(stream=form(one), filetype="pdf")[-1].widgets()))
    data = by_pypdf(form(one), ANSWERS)
    assert read(data, one) == WANTED
    assert "1 bladzijde te veel" in why(joined_by_mupdf(data, scanned(1)), one)


def test_three_forms(filled, empty, why) -> None:
    three = joined_by_pypdf(joined_by_pypdf(filled, empty), filled)
    assert why(three) == TWO.replace("2", "3")


def test_two_forms_whose_fields_became_one(filled, why) -> None:
    """As Acrobat puts forms together: one field with the boxes of both, so that one of the two answers is gone."""

    def change(writer, _fields):
        for page in list(writer.pages):
            boxes = [DictionaryObject(one.get_object()) for one in page["/Annots"]]
            for box in boxes:
                field = box.get("/Parent", None)
                if field is not None:
                    field.get_object()["/Kids"].append(writer._add_object(box))
            other = writer.add_blank_page(600, 800)
            other[NameObject("/Annots")] = ArrayObject([writer._add_object(box) for box in boxes if "/Parent" in box])

    data = changed(filled, change)
    assert why(data) == TWO


def test_a_field_of_a_second_form_without_the_rest_of_it(filled, why) -> None:
    def change(writer, _fields):
        stray = DictionaryObject(
            {NameObject("/T"): TextStringObject("rol-eigen+1"), NameObject("/FT"): NameObject("/Btn")}
        )
        stray[NameObject("/V")] = NameObject("/2")
        writer.root_object["/AcroForm"]["/Fields"].append(writer._add_object(stray))

    assert why(changed(filled, change)).startswith(STRAY + "‘rol-eigen+1’. Is het samengevoegd of bewerkt?")


def test_a_form_whose_fields_were_given_other_names(filled, why) -> None:
    def change(_writer, fields):
        for name, field in fields.items():
            field[NameObject("/T")] = TextStringObject(f"{name}_2")

    assert why(changed(filled, change)).startswith(
        "de velden in deze PDF hebben andere namen gekregen, zoals ‘samenspel:"
    )


# --- what a person put on it beside the fields ------------------------------------------------------------------------


@pytest.mark.parametrize("how", ["pen", "text", "stamp", "note", "marker", "line"])
def test_a_form_that_was_written_on(filled, empty, why, how: str) -> None:
    for data in (filled, empty):
        assert why(written_on(data, how, page=1)) == (
            "op bladzijde 2 is geschreven of getekend. samenspel leest alleen de velden. Vul de velden in en haal het "
            "andere weg, of typ de antwoorden over in een CSV-bestand."
        )
    assert why(written_on(written_on(filled, how), "text", page=1)).startswith("op de bladzijden 1 en 2 is geschreven")


def typed_over_the_page(page) -> None:
    page.insert_text((100, 200), "X")


def signed(page) -> None:
    picture = pymupdf.Pixmap(pymupdf.csRGB, pymupdf.IRect(0, 0, 20, 20))
    page.insert_image(pymupdf.Rect(100, 100, 160, 120), pixmap=picture)


def crossed(page) -> None:
    page.draw_line((100, 100), (110, 110))


@pytest.mark.parametrize("write", [typed_over_the_page, signed, crossed])
def test_a_form_with_more_in_its_pages_than_was_printed(filled, empty, why, write) -> None:
    """As with ‘fill and sign’, or a website where one can type on a PDF."""
    for data in (filled, empty):
        document = pymupdf.open(stream=data, filetype="pdf")
        write(document[1])
        assert why(document.tobytes()).startswith("op bladzijde 2 is geschreven of getekend. samenspel leest alleen")


def in_parts(data: bytes) -> bytes:
    """As Acrobat may save a page: cut in eight, wherever a line ends."""

    def cut(writer, _fields):
        for page in writer.pages:
            lines = page["/Contents"].get_object().get_data().splitlines(keepends=True)
            parts = ArrayObject()
            for number in range(8):
                part = DecodedStreamObject()
                part.set_data(b"".join(lines[len(lines) * number // 8 : len(lines) * (number + 1) // 8]))
                parts.append(writer._add_object(part))
            page[NameObject("/Contents")] = parts

    return changed(data, cut)


def wrapped(data: bytes) -> bytes:
    document = pymupdf.open(stream=data, filetype="pdf")
    for page in document:
        page.wrap_contents()
    return document.tobytes()


@pytest.mark.parametrize("save", [in_parts, wrapped])
def test_pages_in_parts_with_nothing_added(small, filled, save) -> None:
    assert read(save(filled), small) == WANTED


def test_a_text_that_can_be_seen_and_is_not_in_the_field(small, empty, why) -> None:
    filled = by_pypdf(empty, {"partij": "bakker", "rol-eigen": "4"})
    line = "hier is een tekst te zien die niet is opgeslagen: ‘Waar werkt u?’ (gebied). Vul die opnieuw in, en kies"
    for shown in (b"(Noord) Tj", b"<4E6F6F7264> Tj", b"[(No) -20 (ord)] TJ", b"(Noord) '"):
        assert why(only_drawn(filled, "gebied", shown)).startswith(line)
    assert read(only_drawn(filled, "gebied", b"( ) Tj"), small).answers == {"rol-eigen": 4}
    typed = by_pypdf(empty, {"partij": "bakker", "gebied": "Oost"})
    assert read(only_drawn(typed, "gebied", b"(Noord) Tj"), small).area == "Oost"


def test_a_text_with_a_style_that_is_not_in_the_field(filled, why) -> None:
    def change(_writer, fields):
        fields["gebied"].pop("/V")
        fields["gebied"][NameObject("/RV")] = TextStringObject("<body><p>Noord</p></body>")

    assert why(changed(filled, change)).startswith(
        "hier staat iets wat samenspel niet kan lezen: ‘Waar werkt u?’ (gebied)"
    )


def test_a_signature_and_any_other_field_that_is_filled_in(small, filled, why) -> None:
    def field(name: str, value):
        def change(writer, _fields):
            one = DictionaryObject({NameObject("/T"): TextStringObject(name), NameObject("/FT"): NameObject("/Sig")})
            if value is not None:
                one[NameObject("/V")] = value
            writer.root_object["/AcroForm"]["/Fields"].append(writer._add_object(one))

        return changed(filled, change)

    assert why(field("Handtekening1", DictionaryObject())).startswith(STRAY + "‘Handtekening1’.")
    assert why(field("extra", TextStringObject("4"))).startswith(STRAY + "‘extra’.")
    assert read(field("extra", None), small) == WANTED
    assert read(field("extra", TextStringObject(" ")), small) == WANTED


def test_a_form_that_was_made_into_one_of_another_kind(filled, why) -> None:
    def change(writer, _fields):
        writer.root_object["/AcroForm"][NameObject("/XFA")] = ArrayObject([TextStringObject("datasets")])

    assert why(changed(filled, change)).startswith("dit formulier is door een ander programma omgezet (XFA).")


def test_a_pdf_with_files_in_it(filled, empty, why) -> None:
    line = "in deze PDF zitten andere bestanden. Haal ze eruit, en geef elk formulier als een eigen PDF."
    document = pymupdf.open()
    document.new_page()
    assert why(with_file_in_it(document.tobytes(), filled)) == line
    assert why(with_file_in_it(empty, filled)) == line
    assert why(with_file_in_it(filled, filled)) == line
    portfolio = raw_pdf([b"<</Type/Catalog/Pages 2 0 R/Collection<<>>>>", b"<</Type/Pages/Kids[]>>"])
    assert why(portfolio) == line


# --- scans, photos and prints -----------------------------------------------------------------------------------------

SCAN = "dit is een foto of een scan. Dat kan samenspel niet lezen. Typ de antwoorden over in een rekenprogramma."


def test_a_scan_or_a_photo(filled, why, small, tmp_path) -> None:
    assert why(scanned(form=filled)) == SCAN
    assert why(scanned(noise=2_000_000)) == SCAN
    picture = pymupdf.open(stream=filled, filetype="pdf")[0].get_pixmap(dpi=20)
    assert why(picture.tobytes("png")) == SCAN
    assert why(picture.tobytes("jpg")) == SCAN
    large = tmp_path / "scan.pdf"
    large.write_bytes(scanned(noise=12_000_000))
    assert large.stat().st_size > 10_000_000
    with pytest.raises(FormsError) as caught:
        read_filled([large], small)
    assert str(caught.value) == f"scan.pdf: {SCAN}"


def test_a_form_that_was_printed(filled, why) -> None:
    assert "Is het via ‘Afdrukken’ opgeslagen?" in why(flattened(filled))


def test_a_form_that_was_appended_to_by_hand_is_the_newest(small, filled) -> None:
    """The table of contents says what counts, not the order in the file."""
    fields = PdfReader(io.BytesIO(filled)).root_object["/AcroForm"]["/Fields"]
    (number,) = [one.idnum for one in fields if one.get_object()["/T"] == "gebied"]
    newer = appended(filled, {number: b"<</T(gebied)/FT/Tx/V(Oost)>>"})
    assert read(newer, small).area == "Oost"

"""What programs do with a form: other ways of filling in, of saving, and of putting files together.

They are made by hand where the program itself cannot be run here: as it is described to do it.
"""

import io
import re
import subprocess
import tempfile
from pathlib import Path
from random import Random

import pymupdf
from pypdf import PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    DecodedStreamObject,
    DictionaryObject,
    NameObject,
    TextStringObject,
)

from fillers import Answers, saved

# --- filling in -------------------------------------------------------------------------------------------------------


def _written(data: bytes, change) -> bytes:
    """The file after ``change(writer, fields)``, where fields is name → the dictionary at the top of the tree."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(data)))
    found = [one.get_object() for one in writer.root_object["/AcroForm"]["/Fields"]]
    change(writer, {one["/T"]: one for one in found})
    return saved(writer)


def _clicked(field: DictionaryObject, answer: str) -> DictionaryObject:
    """The box of a field that stands for this answer."""
    boxes = [one.get_object() for one in field.get("/Kids", [])] or [field]
    return next(box for box in boxes if f"/{answer}" in box["/AP"]["/N"])


def _is_text(field: DictionaryObject) -> bool:
    return field["/FT"] == "/Tx"


def _type(field: DictionaryObject, text: str) -> None:
    field[NameObject("/V")] = TextStringObject(text)


def by_preview(data: bytes, answers: Answers, *, every: int = 1, loose: bool = False) -> bytes:
    """As Preview and iOS Files are described: a clicked box becomes a field of its own, without its parent.

    ``every``: only each so manieth is written so, the others as everybody does. ``loose``: the tree lets go of it too.
    """

    def change(_writer, fields) -> None:
        for place, (name, answer) in enumerate(answers.items()):
            field = fields[name]
            if _is_text(field):
                _type(field, answer)
                continue
            box = _clicked(field, answer)
            box[NameObject("/AS")] = NameObject(f"/{answer}")
            if place % every or box is field:
                field[NameObject("/V")] = NameObject(f"/{answer}")
                continue
            del box["/Parent"]
            box[NameObject("/T")] = TextStringObject(name)
            box[NameObject("/FT")] = NameObject("/Btn")
            box[NameObject("/V")] = NameObject(f"/{answer}")
            if loose:
                kids = [one for one in field["/Kids"] if one.get_object() is not box]
                field[NameObject("/Kids")] = ArrayObject(kids)

    return _written(data, change)


def by_boxes_only(data: bytes, answers: Answers) -> bytes:
    """What a box shows is written, and no value."""

    def change(_writer, fields) -> None:
        for name, answer in answers.items():
            if _is_text(fields[name]):
                _type(fields[name], answer)
            else:
                _clicked(fields[name], answer)[NameObject("/AS")] = NameObject(f"/{answer}")

    return _written(data, change)


def by_values_only(data: bytes, answers: Answers) -> bytes:
    """Values are written, as texts, and the viewer has to draw them."""

    def change(writer, fields) -> None:
        for name, answer in answers.items():
            _type(fields[name], answer)
        writer.root_object["/AcroForm"][NameObject("/NeedAppearances")] = BooleanObject(value=True)

    return _written(data, change)


def by_appending(data: bytes, answers: Answers) -> bytes:
    """As Firefox does: the file stays as it was, and what changed is written behind it."""
    reader = PdfReader(io.BytesIO(data))
    changed: dict[int, bytes] = {}
    for one in reader.root_object["/AcroForm"]["/Fields"]:
        field = one.get_object()
        if (answer := answers.get(field["/T"])) is None:
            continue
        if _is_text(field):
            value = b"<FEFF%s>" % answer.encode("utf-16-be").hex().encode()
        else:
            value = _name(answer)
            for box in [kid.get_object() for kid in field.get("/Kids", [])] or [field]:
                on = box is _clicked(field, answer)
                if on or box.get("/AS", "/Off") != "/Off":
                    box[NameObject("/AS")] = NameObject(f"/{answer}" if on else "/Off")
                    changed[box.indirect_reference.idnum] = _bytes(box)
        field.pop("/V", None)
        changed[one.idnum] = b"<</V %s %s" % (value, _bytes(field).strip()[2:])
    return appended(data, changed)


def _name(answer: str) -> bytes:
    return b"/" + b"".join(b"#%02X" % one for one in answer.encode())  # every letter written out, which is allowed


def _bytes(what) -> bytes:
    out = io.BytesIO()
    what.write_to_stream(out)
    return out.getvalue()


def appended(data: bytes, objects: dict[int, bytes]) -> bytes:
    """The file with newer versions of some objects behind it; it has a table of contents of the old kind."""
    start = int(re.findall(rb"startxref\s+(\d+)", data)[-1])
    trailer = re.findall(rb"trailer\s*<<(.*?)>>", data, re.DOTALL)[-1]
    out, table = bytearray(data.rstrip() + b"\n"), b"xref\n0 0\n"
    for number, one in sorted(objects.items()):
        table += b"%d 1\n%010d 00000 n \n" % (number, len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    trailer = re.sub(rb"/Prev\s+\d+", b"", trailer) + b"/Prev %d" % start
    end = b"trailer\n<<%s>>\nstartxref\n%d\n%%%%EOF\n" % (trailer, len(out))
    return bytes(out + table + end)


# --- saving -----------------------------------------------------------------------------------------------------------


def rewritten(data: bytes) -> bytes:
    """By pypdf."""
    return saved(PdfWriter(clone_from=PdfReader(io.BytesIO(data))))


def packed(data: bytes) -> bytes:
    """By MuPDF: objects in streams, numbered anew."""
    return pymupdf.open(stream=data, filetype="pdf").tobytes(garbage=3, deflate=True, use_objstms=1)


def saved_again(data: bytes, change: Answers | None = None) -> bytes:
    """By MuPDF, behind what there was; perhaps after typing something more."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "een.pdf")
        path.write_bytes(data)
        document = pymupdf.open(path)
        for page in document if change else ():
            for box in page.widgets():
                if box.field_name in change:
                    box.field_value = change[box.field_name]
                    box.update()
        document.set_metadata({"title": "Bewaard"})
        document.saveIncr()
        document.close()
        return path.read_bytes()


KINDS_OF_LOCK = {
    "aes-256": pymupdf.PDF_ENCRYPT_AES_256,
    "aes-128": pymupdf.PDF_ENCRYPT_AES_128,
    "rc4-128": pymupdf.PDF_ENCRYPT_RC4_128,
    "rc4-40": pymupdf.PDF_ENCRYPT_RC4_40,
}


def locked(data: bytes, kind: str = "aes-256", user: str = "") -> bytes:
    """By MuPDF, with an owner's password, and perhaps one to open it with."""
    document = pymupdf.open(stream=data, filetype="pdf")
    return document.tobytes(encryption=KINDS_OF_LOCK[kind], owner_pw="baas", user_pw=user, use_objstms=1)


def locked_by_pypdf(data: bytes, kind: str = "aes-256") -> bytes:
    """By pypdf."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(data)))
    writer.encrypt("", "baas", algorithm=kind.upper())
    return saved(writer)


def by_qpdf(tmp_path, files: list[bytes], *arguments: str) -> bytes:
    """By qpdf; ``{0}`` and so on are the files, ``{out}`` is what it writes."""
    paths = {}
    for place, data in enumerate(files):
        path = tmp_path / f"{place}.pdf"
        path.write_bytes(data)
        paths[str(place)] = path
    out = tmp_path / "uit.pdf"
    places = {f"{{{key}}}": str(path) for key, path in paths.items()} | {"{out}": str(out)}
    subprocess.run(["qpdf", *(places.get(one, one) for one in arguments)], check=True, capture_output=True)
    return out.read_bytes()


# --- putting together -------------------------------------------------------------------------------------------------


def joined_by_pypdf(one: bytes, two: bytes) -> bytes:
    writer = PdfWriter()
    for data in (one, two):
        writer.append(io.BytesIO(data))
    return saved(writer)


def joined_by_mupdf(one: bytes, two: bytes) -> bytes:
    document = pymupdf.open(stream=one, filetype="pdf")
    document.insert_pdf(pymupdf.open(stream=two, filetype="pdf"))
    return document.tobytes(garbage=3)


def joined_under_numbers(one: bytes, two: bytes) -> bytes:
    """As pdftk is described: the fields of each file hang under its number."""
    writer = PdfWriter()
    tops = []
    for number, data in enumerate((one, two), start=1):
        reader = PdfReader(io.BytesIO(data))
        reader.add_form_topname(str(number))
        writer.append(reader)
    tops = writer.root_object["/AcroForm"]["/Fields"]
    assert [top.get_object()["/T"] for top in tops] == ["1", "2"]
    return saved(writer)


def with_letter(data: bytes) -> bytes:
    """A letter before the form."""
    document = pymupdf.open()
    document.new_page().insert_text((72, 72), "Hierbij mijn formulier.")
    writer = PdfWriter()
    writer.append(io.BytesIO(document.tobytes()))
    writer.append(io.BytesIO(data))
    return saved(writer)


# --- what a person puts on it otherwise -------------------------------------------------------------------------------


def written_on(data: bytes, how: str, page: int = 0) -> bytes:
    """With a pen, in a text box, with a stamp, a sticky note or a marker."""
    document = pymupdf.open(stream=data, filetype="pdf")
    on = document[page]
    match how:
        case "pen":
            on.add_ink_annot([[(100, 100), (110, 110)], [(110, 100), (100, 110)]])
        case "text":
            on.add_freetext_annot((100, 100, 200, 120), "X")
        case "stamp":
            on.add_stamp_annot((100, 100, 200, 150))
        case "note":
            on.add_text_annot((100, 100), "dit is een 4")
        case "marker":
            on.add_highlight_annot((100, 100, 200, 120))
        case "line":
            on.add_line_annot((100, 100), (120, 120))
    return document.tobytes()


def only_drawn(data: bytes, name: str, shown: bytes) -> bytes:
    """A text field that shows a text which is not its value."""

    def change(writer, fields) -> None:
        drawing = DecodedStreamObject()
        drawing.set_data(b"/Tx BMC q BT /Helv 9 Tf 2 4 Td %s ET Q EMC" % shown)
        drawing.update({NameObject("/Type"): NameObject("/XObject"), NameObject("/Subtype"): NameObject("/Form")})
        appearance = DictionaryObject({NameObject("/N"): writer._add_object(drawing)})
        fields[name][NameObject("/AP")] = appearance

    return _written(data, change)


def flattened(data: bytes) -> bytes:
    """As ‘print to PDF’ leaves it."""
    document = pymupdf.open(stream=data, filetype="pdf")
    document.bake()
    return document.tobytes()


def with_file_in_it(data: bytes, content: bytes = b"%PDF-1.4") -> bytes:
    document = pymupdf.open(stream=data, filetype="pdf")
    document.embfile_add("ingevuld.pdf", content)
    return document.tobytes()


def scanned(pages: int = 2, *, noise: int = 0, form: bytes = b"") -> bytes:
    """A photo of paper as a PDF; ``noise`` bytes of it cannot be packed. ``form`` is what is photographed."""
    source = pymupdf.open(stream=form, filetype="pdf") if form else pymupdf.open()
    document, chance = pymupdf.open(), Random(5)
    for number in range(pages):
        page = document.new_page()
        if noise:
            side = int((noise / pages / 3) ** 0.5)
            picture = pymupdf.Pixmap(pymupdf.csRGB, side, side, chance.randbytes(side * side * 3), 0)
        else:
            picture = (source[number] if form else page).get_pixmap(dpi=40)
        page.insert_image(page.rect, pixmap=picture)
    return document.tobytes()

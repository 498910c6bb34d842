"""Filling in a form as others do: pypdf as a program, PyMuPDF as another, PDFium as a person before a screen.

Each takes the empty form and field → answer (a box's value, or a text), and gives the file as it was saved.
"""

import ctypes
import io

import msgspec
import pymupdf
import pypdfium2
import pypdfium2.raw as pdfium
from pypdf import PdfReader, PdfWriter
from pypdf.generic import NameObject

from samenspel.questionnaire.model import Questionnaire
from samenspel.report.paper import field_names
from samenspel.report.paper.form import paper_sheet
from samenspel.report.pdf import render_sheet
from samenspel.response import Response

Answers = dict[str, str]


_made: dict[tuple[bytes, str, str], bytes] = {}


def form(questionnaire: Questionnaire, kind: str = "volledig", party: str = "") -> bytes:
    """The empty form; the same one is made only once."""
    key = (msgspec.json.encode(questionnaire, order="deterministic"), kind, party)
    if key not in _made:
        _made[key] = render_sheet(paper_sheet(questionnaire, kind, party))
    return _made[key]


def answers_of(questionnaire: Questionnaire, response: Response, number: str = "", *, party: str = "") -> Answers:
    """The fields that a person fills in to give exactly this response, on the form for ``party``."""
    given = {
        field_names.NUMBER: number,
        field_names.PARTY: "" if party else response.party,
        field_names.AREA: response.area,
        field_names.EXPERIENCE: response.experience,
        field_names.MEETING: response.meeting,
        **{field_names.field(id_): str(answer) for id_, answer in response.answers.items()},
        **{field_names.note_field(id_): note for id_, note in response.notes.items()},
        **{field_names.field(id_): answer for id_, answer in response.knowledge.items()},
        **{field_names.field(id_): text for id_, text in response.open.items()},
        **{
            field_names.activity_field(id_): field_names.LASTED if lasted else field_names.DONE
            for id_, lasted in response.activities.items()
        },
        **{field_names.share_field(id_): field_names.YES for id_ in response.shared},
    }
    return {name: answer for name, answer in given.items() if answer}


def by_pypdf(data: bytes, answers: Answers) -> bytes:
    """Fill in with pypdf."""
    reader = PdfReader(io.BytesIO(data))
    kinds = {name: found.get("/FT") for name, found in reader.get_fields().items()}
    writer = PdfWriter(clone_from=reader)
    values = {name: f"/{answer}" if kinds[name] == "/Btn" else answer for name, answer in answers.items()}
    for page in writer.pages:
        writer.update_page_form_field_values(page, values, auto_regenerate=False)
    return saved(writer)


def saved(writer: PdfWriter) -> bytes:
    """The file that a pypdf writer gives."""
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def by_pymupdf(data: bytes, answers: Answers) -> bytes:
    """Fill in with PyMuPDF."""
    document = pymupdf.open(stream=data, filetype="pdf")
    for page in document:
        for widget in page.widgets():
            wanted = answers.get(widget.field_name)
            if wanted is None:
                continue
            if widget.field_type == pymupdf.PDF_WIDGET_TYPE_TEXT:
                widget.field_value = wanted
            elif widget.on_state() == wanted:
                widget.field_value = True
            else:
                continue
            widget.update()
    return document.tobytes(garbage=3, deflate=True, use_objstms=1)


def by_pdfium(data: bytes, answers: Answers) -> bytes:
    """Click and type in PDFium, the viewer that is in Chrome, and save."""
    document = pypdfium2.PdfDocument(data)
    document.init_forms()
    environment = document.formenv.raw
    for number in range(len(document)):
        page = document[number]
        for place in range(pdfium.FPDFPage_GetAnnotCount(page.raw)):
            annotation = pdfium.FPDFPage_GetAnnot(page.raw, place)
            name = _read(pdfium.FPDFAnnot_GetFormFieldName, environment, annotation)
            wanted = answers.get(name)
            text = pdfium.FPDFAnnot_GetFormFieldType(environment, annotation) == pdfium.FPDF_FORMFIELD_TEXTFIELD
            value = "" if text else _read(pdfium.FPDFAnnot_GetFormFieldExportValue, environment, annotation)
            if wanted is not None and (text or value == wanted):
                _click(environment, page.raw, annotation)
                if text:
                    typed = ctypes.create_string_buffer(wanted.encode("utf-16-le") + b"\0\0")
                    pdfium.FORM_ReplaceSelection(
                        environment, page.raw, ctypes.cast(typed, ctypes.POINTER(ctypes.c_ushort))
                    )
            pdfium.FPDFPage_CloseAnnot(annotation)
        pdfium.FORM_ForceToKillFocus(environment)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _click(environment, page, annotation) -> None:
    rectangle = pdfium.FS_RECTF()
    pdfium.FPDFAnnot_GetRect(annotation, rectangle)
    x, y = (rectangle.left + rectangle.right) / 2, (rectangle.top + rectangle.bottom) / 2
    pdfium.FORM_OnMouseMove(environment, page, 0, x, y)
    pdfium.FORM_OnLButtonDown(environment, page, 0, x, y)
    pdfium.FORM_OnLButtonUp(environment, page, 0, x, y)


def _read(function, environment, annotation) -> str:
    length = function(environment, annotation, None, 0)
    buffer = ctypes.create_string_buffer(length)
    function(environment, annotation, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)), length)
    return buffer.raw.decode("utf-16-le").rstrip("\0")


FILLERS = {"pypdf": by_pypdf, "pymupdf": by_pymupdf, "pdfium": by_pdfium}


def changed(data: bytes, change) -> bytes:
    """The file after ``change(writer, fields)``; fields is name → dictionary."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(data)))
    found = writer.root_object["/AcroForm"]["/Fields"]
    change(writer, {one.get_object()["/T"]: one.get_object() for one in found})
    return saved(writer)


def with_value(data: bytes, name: str, value) -> bytes:
    """The file with ``value`` in a field, whatever it is."""

    def change(_writer, fields):
        fields[name][NameObject("/V")] = value
        for kid in fields[name].get("/Kids", []):
            kid.get_object()[NameObject("/AS")] = NameObject("/Off")
            kid.get_object().pop("/V", None)  # pypdf gives each box a value as well

    return changed(data, change)

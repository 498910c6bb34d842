"""Reading back one filled-in form against what pypdf itself takes to open it."""

import io

from pypdf import PdfReader, PdfWriter

from benchmarks.people import questionnaire, response
from benchmarks.table import Row, in_turn, ratio_row, timed
from samenspel.exchange.receive.pdf_forms import form_in
from samenspel.report.paper import field_names
from samenspel.report.paper.form import paper_sheet
from samenspel.report.pdf import render_sheet

ROUNDS = 25


def run() -> list[Row]:
    asked = questionnaire()
    empty = render_sheet(paper_sheet(asked))
    data = filled(empty)

    def ours() -> float:
        return timed(lambda: form_in(data, "een.pdf", asked, {}))

    rows = []
    for what, bare in {
        "opened and its fields listed by pypdf": lambda: PdfReader(io.BytesIO(data)).get_fields(),
        "only opened by pypdf, no field read": lambda: PdfReader(io.BytesIO(data)),
    }.items():
        figures = in_turn(ours, lambda bare=bare: timed(bare), ROUNDS)
        rows.append(ratio_row(f"one filled-in form read back / {what}", 3, *figures))
    return rows


def filled(empty: bytes) -> bytes:
    """Return the form with every statement answered and noted."""
    asked = questionnaire()
    answers = response(asked)
    values = {field_names.PARTY: f"/{answers.party}"}
    values |= {field_names.field(id_): f"/{answer}" for id_, answer in answers.answers.items()}
    values |= {field_names.note_field(item.id): "Wij bellen elkaar elke week." for item in asked.asked.items}
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(empty)))
    for page in writer.pages:
        writer.update_page_form_field_values(page, values, auto_regenerate=False)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()

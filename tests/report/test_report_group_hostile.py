"""Whatever a group typed arrives as text in every renderer: its name, actions, reasons and open answers."""

import io

import pytest
from msgspec.structs import replace
from pypdf import PdfReader
from report_help import PageReader, pdf_text, squeezed

from group_waves import DAY, HOSTILE, people, wave_of
from samenspel import hygiene
from samenspel.group.model import Action, Group, Wave
from samenspel.questionnaire import model as m
from samenspel.report import document as d
from samenspel.report import html, pdf, text
from samenspel.report.groups.report import group_report
from samenspel.report.pdf.styles import shown


def typed_everywhere(real: m.Questionnaire, typed: str) -> d.Document:
    """A report in which a group typed this wherever it can, as hygiene leaves it."""
    clean = hygiene.clean(typed, 300) or "leeg"
    answered = [replace(one, open={"toe-tips": clean}, shared=("toe-tips",)) for one in people(9, 7)]
    wave = wave_of(real, answered)
    action = Action(clean, clean, "2026-07-01", "2026-09-01", dimensions=("rol",), outcome="deels", remark=clean)
    advice = wave.released.advice[0].id
    wave = replace(wave, actions=(action,), dismissed={advice: clean})
    before: Wave = replace(wave_of(real, people(9, 7), number=1), actions=(action,))
    return group_report(real, Group(clean, 5, area=clean[:80]), wave, previous=before, date=DAY)


@pytest.mark.parametrize("typed", HOSTILE, ids=lambda typed: ascii(typed[:20]))
def test_it_arrives_in_every_renderer(real, typed):
    report, clean = typed_everywhere(real, typed), hygiene.clean(typed, 300)
    told = squeezed(shown(clean))
    file = pdf.render(report)
    in_pdf = squeezed(pdf_text(file))
    known = PdfReader(io.BytesIO(file)).metadata
    assert (known.title, known.subject) == (shown(report.title), shown(report.subtitle))
    if len(told) < 200:
        assert in_pdf.count(told) >= 6
    else:
        assert in_pdf.count(told[0]) >= 6 * len(told)
    page = PageReader(html.render(report))
    assert page.text.count(clean) >= 6
    assert squeezed(text.render(report)).count(squeezed(clean)) >= 4
    assert not {"\u202e", "\u2066"} & set(text.render(report) + html.render(report))


@pytest.mark.parametrize("typed", HOSTILE, ids=lambda typed: ascii(typed[:20]))
def test_html_has_no_tag_or_attribute_of_the_group(real, typed):
    page, plain = (PageReader(html.render(typed_everywhere(real, one))) for one in (typed, "gewoon"))
    assert page.tags == plain.tags
    assert page.attributes == plain.attributes

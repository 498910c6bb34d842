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


@pytest.fixture(scope="module")
def waves(real: m.Questionnaire) -> tuple[Wave, Wave]:
    answered = [replace(one, open={"toe-tips": "leeg"}, shared=("toe-tips",)) for one in people(9, 7)]
    return wave_of(real, people(9, 7), number=1), wave_of(real, answered)


@pytest.fixture(scope="module")
def plain(real: m.Questionnaire, waves: tuple[Wave, Wave]) -> PageReader:
    return PageReader(html.render(typed_everywhere(real, waves, "gewoon")))


def typed_everywhere(real: m.Questionnaire, waves: tuple[Wave, Wave], typed: str) -> d.Document:
    """A report in which a group typed this wherever it can, as hygiene leaves it."""
    clean = hygiene.clean(typed, 300) or "leeg"
    before, wave = waves
    action = Action(clean, clean, "2026-07-01", "2026-09-01", dimensions=("rol",), outcome="deels", remark=clean)
    shared = {question: [clean for _text in texts] for question, texts in wave.released.open_answers.items()}
    released = replace(wave.released, open_answers=shared)
    wave = replace(wave, released=released, actions=(action,), dismissed={released.advice[0].id: clean})
    before = replace(before, actions=(action,))
    return group_report(real, Group(clean, 5, area=clean[:80]), wave, previous=before, date=DAY)


@pytest.mark.parametrize("typed", HOSTILE, ids=lambda typed: ascii(typed[:20]))
def test_it_arrives_in_every_renderer_and_makes_no_tag(real, waves, plain, typed):
    report, clean = typed_everywhere(real, waves, typed), hygiene.clean(typed, 300)
    told = squeezed(shown(clean))
    file = pdf.render(report)
    in_pdf = squeezed(pdf_text(file))
    known = PdfReader(io.BytesIO(file)).metadata
    assert (known.title, known.subject) == (shown(report.title), shown(report.subtitle))
    if len(told) < 200:
        assert in_pdf.count(told) >= 6
    else:
        assert in_pdf.count(told[0]) >= 6 * len(told)
    as_html, as_text = html.render(report), text.render(report)
    page = PageReader(as_html)
    assert page.text.count(clean) >= 6
    assert page.tags == plain.tags
    assert page.attributes == plain.attributes
    assert squeezed(as_text).count(squeezed(clean)) >= 4
    assert not {"\u202e", "\u2066"} & set(as_text + as_html)

"""The pages of a group's report: the first is for who was not there, a summary can be taken off, and none is empty."""

import io

import pytest
from msgspec.structs import replace
from pypdf import PdfReader
from report_help import charts_of, lowest, pages, texts

from group_waves import DAY, people, wave_of
from samenspel.group.model import Change, Group
from samenspel.report import document as d
from samenspel.report import html, pdf
from samenspel.report.groups import words
from samenspel.report.groups.actions import what_changed
from samenspel.report.groups.report import group_report
from samenspel.taal import getal


@pytest.fixture(scope="module")
def report(real, demo):
    group, first, second = demo
    return group_report(real, group, second, previous=first, date=DAY)


def test_the_first_page_is_for_who_was_not_there(real, demo, report):
    group, first, second = demo
    one = group_report(real, group, first, date=DAY)
    for document, wave in ((report, second), (one, first)):
        points = charts_of(document, d.Bullets)[0].items
        assert len(points) == 5
        assert all(len(point) < 200 for point in points)
        page = " ".join(pages(document)[0].split())
        assert all(point in page for point in points)
        assert all(action.what in page for action in wave.actions)
        assert "Jongerenwerkers 7" in page
        assert points[4].startswith(f"De groep koos {len(wave.actions)} acties, en kijkt op ")
        chart = charts_of(document, d.GapChart)[0]
        assert not any(point in chart.sentence for point in points)  # nothing twice
    assert charts_of(report, d.Bullets)[0].items[2] == (
        "Sinds de vorige meting staan Rolduidelijkheid en Relatie duidelijk hoger."
    )
    assert charts_of(one, d.Bullets)[0].items[2].startswith("De antwoorden lopen het meest uiteen bij: ‘")
    few = group_report(real, Group("west", 5), wave_of(real, people(2, 2)), date=DAY)
    assert charts_of(few, d.Bullets)[0].items == ("Er zijn te weinig antwoorden om cijfers te laten zien.",)


@pytest.mark.parametrize(
    ("moved", "said"),
    [
        ({"rol": (0.7, "duidelijk")}, "Sinds de vorige meting staat Rolduidelijkheid duidelijk hoger."),
        (
            {"bel": (-0.7, "duidelijk"), "org": (0.4, "mogelijk"), "pro": (0.3, "mogelijk")},
            "Sinds de vorige meting staat Belangen duidelijk lager en staan Organisatie en Proces mogelijk hoger.",
        ),
        ({"rol": (0.1, "geen")}, "Bij geen enkel onderdeel is aangetoond dat de groep als geheel veranderde."),
        ({"rol": (0.1, None)}, ""),
    ],
)
def test_what_changed_is_one_sentence_that_says_which_way(real, demo, moved, said):
    _group, first, second = demo
    found = tuple(Change("dimension", one, by, word) for one, (by, word) in moved.items())
    now = replace(second, released=replace(second.released, changes=found))
    assert what_changed(real, now, first) == said


def test_the_first_five_pages_are_a_summary_that_can_be_taken_off(real, demo, report):
    group, first, second = demo
    one = group_report(real, group, first, date=DAY)
    for document, wave in ((report, second), (one, first)):
        found = pages(document)
        apart = next(place for place, page in enumerate(found) if "\nBijlage 1: de adviezen" in page)
        assert apart <= 5
        summary = " ".join("\n".join(found[:apart]).split())
        assert "Bijlage" not in summary
        backed = sorted(wave.votes, key=lambda advice: (advice not in wave.pinned, -wave.votes[advice]))[:8]
        assert all(real.advice(advice).title in summary for advice in backed)
        assert all(getal(dimension.mean) in summary for dimension in wave.released.dimensions)
    assert html.render(report).count('class="apart"') == 1


def test_no_page_is_less_than_half_full_but_the_last_before_the_worksheets(real, demo, report):
    group, first, _second = demo
    for document in (report, group_report(real, group, first, date=DAY)):
        found = PdfReader(io.BytesIO(pdf.render(document))).pages
        last = len(found) - len(charts_of(document, d.WorksheetPage))
        for place, page in enumerate(found[:last], start=1):
            assert place == last or lowest(page) >= 0.5, place
            assert not page.extract_text().splitlines()[-1].startswith("Bijlage")


@pytest.mark.parametrize(("first", "second"), [(9, 7), (2, 2), (9, 3)])
def test_appendices_are_numbered_and_named_in_the_summary(real, first, second):
    report = group_report(real, Group("west", 5), wave_of(real, people(first, second)), date=DAY)
    headings = [block for block in charts_of(report, d.Heading) if block.text.startswith("Bijlage")]
    numbers, names = zip(*(block.text.removeprefix("Bijlage ").split(": ") for block in headings), strict=True)
    assert list(numbers) == [str(n) for n in range(1, len(headings) + 1)]
    assert [block.apart for block in headings] == [True] + [False] * (len(headings) - 1)
    assert any(
        all(name in said for name in names) for said in texts(report) if said.startswith("De bladzijden hiervoor")
    )


def test_without_votes_the_summary_has_the_first_advices_as_ranked(real):
    wave = wave_of(real, people(9, 7))
    report = group_report(real, Group("west", 5), wave, date=DAY)
    titles = [words.filled(real, real.advice(one.id).title) for one in wave.released.advice]
    assert tuple(titles[:8]) in [block.items for block in charts_of(report, d.Bullets)]
    others = next(block for block in charts_of(report, d.Beside) if block.left.title == "Ook mogelijk")
    assert (*others.left.items, *others.right.items) == tuple(titles[8:])

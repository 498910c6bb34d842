"""The PDF as a file: the same bytes, embedded fonts, metadata, bookmarks, page numbers and decent pages."""

import hashlib
import io
import os
import subprocess
import sys

import pytest
from msgspec.structs import replace
from pypdf import PdfReader
from report_help import DAY, filled_in, lowest, parts

from samenspel.first_step import FirstStep
from samenspel.report import document as d
from samenspel.report import pdf
from samenspel.report.pdf import styles
from samenspel.report.personal.advices import worksheet
from samenspel.report.personal.change import Previous
from samenspel.report.personal.parts import Personal
from samenspel.report.personal.report import personal_report
from samenspel.response import Response

HASH = """
import hashlib, sys
sys.path[:0] = sys.argv[1:]
from conftest import small_questionnaire
from report_help import filled_in, parts
from samenspel.report import pdf
small = small_questionnaire()
print(hashlib.sha256(b"".join(map(pdf.render, parts(small, filled_in(small)).values()))).hexdigest())
"""


def reader(document: d.Document) -> PdfReader:
    return PdfReader(io.BytesIO(pdf.render(document)))


def fonts(pages: PdfReader) -> dict[str, bool]:
    """Every font with whether it is embedded, wherever it is used."""
    found = {}
    for number in range(1, len(pages.xref[0]) + 1):
        thing = pages.get_object(number) if number in pages.xref[0] else None
        if isinstance(thing, dict) and thing.get("/Type") == "/Font":
            descriptor = thing.get("/FontDescriptor")
            found[thing["/BaseFont"]] = descriptor is not None and "/FontFile2" in descriptor.get_object()
    return found


def outline(pages: PdfReader) -> list[tuple[int, str, int]]:
    """The bookmarks: level, title and page number."""
    found = []

    def walk(entries: list, level: int) -> None:
        for entry in entries:
            if isinstance(entry, list):
                walk(entry, level + 1)
            else:
                found.append((level, entry.title, pages.get_destination_page_number(entry)))

    walk(pages.outline, 0)
    return found


def lines_of(page) -> list[str]:
    return [line.strip() for line in page.extract_text().splitlines() if line.strip()]


def test_another_process_gives_the_same_bytes(small, filled):
    here = os.path.dirname(__file__)  # noqa: PTH120 - as text, for the other process
    found = {
        subprocess.run(
            [sys.executable, "-c", HASH, os.path.dirname(here), here],  # noqa: PTH120
            env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone},
            check=True,
            capture_output=True,
            text=True,
        ).stdout.strip()
        for seed, zone in (("1", "UTC"), ("2", "Asia/Tokyo"))
    }
    assert found == {hashlib.sha256(b"".join(map(pdf.render, parts(small, filled).values()))).hexdigest()}


def test_another_date_gives_other_bytes_but_for_what_tells_nothing_of_the_person(small, filled):
    made, again = (
        {name: pdf.render(part) for name, part in Personal(small, filled, day).parts()}
        for day in (DAY, DAY.replace(day=1))
    )
    assert {name for name in made if made[name] == again[name]} == {"werkbladen", "gespreksblad"}


def test_all_fonts_are_embedded(real_report):
    found = fonts(reader(real_report))
    assert {name.split("+")[1] for name in found} == {"DejaVuSans", "DejaVuSans-Bold"}
    assert all(found.values())


def test_metadata_says_what_it_is(report):
    pages = reader(report)
    assert pages.metadata.title == report.title
    assert pages.metadata.author == "samenspel"
    assert pages.metadata.subject == report.subtitle
    assert pages.metadata.creator.startswith("samenspel ")
    assert pages.trailer["/Root"]["/Lang"] == "nl-NL"
    assert pages.trailer["/Root"]["/ViewerPreferences"]["/DisplayDocTitle"]


def test_every_page_is_a4_and_numbered(real_report):
    pages = reader(real_report).pages
    for number, page in enumerate(pages, start=1):
        assert (round(page.mediabox.width), round(page.mediabox.height)) == (595, 842)
        assert f"bladzijde {number} van {len(pages)}" in " ".join(page.extract_text().split())
        assert real_report.footer in page.extract_text()


@pytest.mark.parametrize("part", ["rapport", "bijlage", "werkbladen"])
def test_bookmarks_lead_to_the_headings(real_parts, part):
    told = real_parts[part]
    pages = reader(told)
    found = outline(pages)
    expected = [b.text for b in told.blocks if isinstance(b, d.Heading)]
    titles = [title for _level, title, _page in found]
    assert [title for title in titles if title in expected] == expected
    assert {b.title for b in told.blocks if isinstance(b, d.AdviceCard | d.WorksheetPage)} <= set(titles)
    numbers = [page for _level, _title, page in found]
    assert numbers == sorted(numbers)
    assert len(set(numbers)) > 2
    for _level, title, page in found:
        assert title.replace(" ", "") in "".join(pages.pages[page].extract_text().split())


def test_what_is_handed_out_has_a_page_each_and_no_number(real_parts):
    for part in ("werkbladen", "gespreksblad"):
        sheets = real_parts[part].blocks
        pages = reader(real_parts[part]).pages
        assert len(pages) == len(sheets)
        for sheet, page in zip(sheets, pages, strict=True):
            told = page.extract_text()
            assert sheet.title.replace(" ", "") in "".join(told.split())
            assert "bladzijde" not in told
            assert real_parts[part].footer in told


def test_no_word_in_a_table_is_broken(real_parts):
    for name in ("rapport", "bijlage"):
        told = "\n".join(page.extract_text() for page in reader(real_parts[name]).pages)
        cells = [
            cell
            for block in real_parts[name].blocks
            if isinstance(block, d.Table)
            for row in block.rows
            for cell in row
        ]
        assert not {word for cell in cells for word in cell.split() if word not in told}


def test_no_empty_page_follows_a_table_that_fills_one():
    for rows in range(20, 40):
        table = d.Table("", ("a", "b"), (("regel", "regel"),) * rows, (1, 1))
        for page in reader(d.Document("t", "s", "f", (table,))).pages:
            assert "regel" in page.extract_text()


def test_a_page_begins_at_its_top_whatever_ended_the_one_before():
    """What is left free below a table that just fits would push down the first line of the next page."""
    tops = set()
    table = d.Table("", ("a", "b"), (("regel", "regel"),) * 20, (1, 1))
    for lines in range(18, 22):
        before = d.Paragraph("\n".join(["zin"] * lines))
        for page in reader(d.Document("t", "s", "f", (before, table, replace(table, title="titel")))).pages:
            heights: list[tuple[float, str]] = []
            page.extract_text(
                visitor_text=lambda text, moved, placed, _font, _size, found=heights: found.append(
                    (round(placed[4] * moved[1] + placed[5] * moved[3] + moved[5], 1), text.strip())
                )
            )
            top = max(one for one in heights if one[1])
            tops |= {top[0]} if top[1] == "titel" else set()
    assert len(tops) == 1


def test_what_belongs_together_in_a_chart_or_a_low_table_stays_on_a_page():
    bars = d.ShareChart("Kennis", "Zo zit het.", (("goed", 3, 4), ("anders", 1, 4), ("weet niet", 0, 4)))
    low = d.Table("Laag", ("kop", "b"), (("goed", "1"), ("anders", "2"), ("weet niet", "3")), (1, 1))
    for block in (bars, low):
        for lines in range(30, 42):
            document = d.Document("t", "s", "f", (d.Paragraph("\n".join(["zin"] * lines)), block))
            told = [page.extract_text() for page in reader(document).pages]
            assert sum("goed" in page for page in told) == 1
            assert next(page for page in told if "goed" in page) == next(page for page in told if "weet niet" in page)


def test_small_print_below_a_table_stays_with_it():
    rows = (("regel", "regel"),) * 5
    for lines in range(36, 44):
        blocks = (d.Paragraph("\n".join(["zin"] * lines)), d.Table("Tabel", ("a", "b"), rows, (1, 1)))
        small = d.Paragraph("Dit hoort erbij.", small=True)
        told = [p.extract_text() for p in reader(d.Document("t", "s", "f", (*blocks, small, d.Paragraph("na")))).pages]
        assert all(("Dit hoort erbij." in page) == ("regel" in page) for page in told)


def test_a_part_begins_on_a_new_page_unless_little_stands_on_this_one():
    part, line = d.Heading(1, "deel"), d.Paragraph("regel")
    assert len(reader(d.Document("t", "s", "f", (part, *[line] * 5, part, line))).pages) == 1
    assert len(reader(d.Document("t", "s", "f", (part, *[line] * 25, part, line))).pages) == 2


def test_the_front_sheet_stands_on_the_first_page(real):
    # The most there can be to tell: everywhere weet ik niet, a title of two lines, a step, a step before.
    title = "Zelftest samenwerking verpleegkundig specialisten en wijkteammedewerkers"
    long = replace(real, asked=replace(real.asked, title=title))
    answers = {item.id: (0 if place % 3 and item.dont_know else 2) for place, item in enumerate(real.asked.items)}
    response = replace(filled_in(long), answers=answers)
    text = "Ik bel Samira, en ik vraag haar of wij in januari een dag met elkaar mee kunnen lopen. Ik neem taart mee."
    step = FirstStep(text, "2026-11-30", "2026-12-14")
    before = Previous(response, long, DAY, replace(step, outcome="deels"))
    found = outline(reader(personal_report(long, response, date=DAY, previous=before, step=step)))
    assert next(page for _level, title, page in found if title == "Advies voor u") == 1
    assert next(page for _level, title, page in found if title == "Uw eerste stap") == 0


@pytest.mark.parametrize("answer", [None, 1, 2, 4, 5])
@pytest.mark.parametrize("form", ["volledig", "kort"])
def test_no_page_but_the_last_is_less_than_half_full(real, answer, form):
    answers = {item.id: answer for item in real.asked.items}
    base = filled_in(real) if answer is None else Response(party=real.asked.parties[0].id, answers=answers)
    response = replace(base, form=form)
    for name, report in parts(real, response, previous=Previous(filled_in(real), real, DAY)).items():
        if report.loose:
            continue
        pages = reader(report).pages
        assert len(pages) <= {"rapport": 8, "bijlage": 8}[name]
        headings = {b.text for b in report.blocks if isinstance(b, d.Heading)}
        headings |= {b.title for b in report.blocks if isinstance(b, d.Table | d.AdviceCard | d.ScoreChart)}
        for number, page in enumerate(pages, start=1):
            assert number == len(pages) or lowest(page) >= 0.5, (name, number, len(pages))
            assert lines_of(page)[-1] not in headings
            assert len(lines_of(page)) > 4


def test_text_to_read_is_ten_points_or_more(real_parts):
    small = {"small", "head", "label", "asked-help"}  # sources, heads of tables, and the paper form
    assert all(styles.style(name).fontSize >= 10 for name in styles.STYLES if name not in small)


def test_every_worksheet_fits_on_one_page(real):
    sheets = tuple(worksheet(advice) for advice in real.advices if advice.worksheet)
    pages = reader(d.Document("t", "s", "f", (d.Paragraph("vooraf"), *sheets, d.Paragraph("na"))))
    assert len(pages.pages) == len(sheets) + 2
    for sheet, page in zip(sheets, pages.pages[1:-1], strict=True):
        assert sheet.title.replace(" ", "") in "".join(page.extract_text().split())


def test_a_worksheet_first_or_last_leaves_no_empty_page(real):
    sheet = next(worksheet(advice) for advice in real.advices if advice.worksheet)
    assert len(reader(d.Document("t", "s", "f", (d.Heading(1, "k"), sheet))).pages) == 2
    assert len(reader(d.Document("t", "s", "f", (d.Heading(1, "k"), sheet, sheet, d.Heading(1, "k")))).pages) == 4

"""A group's figures as a spreadsheet: the released ones, typed, formula-safe, and the same bytes twice."""

import csv
import io
import re
import zipfile
from datetime import datetime
from xml.sax.saxutils import unescape

import pytest
from msgspec.structs import replace
from openpyxl import load_workbook

from group_waves import HOSTILE, people, wave_of
from samenspel import hygiene
from samenspel.exchange.give.group_tables import export_csv, export_xlsx, group_sheets
from samenspel.fictional.group import demo_group
from samenspel.group.model import Action, Group, Wave
from samenspel.report.groups.report import NotRevealedError

GROUP = Group("west", 5)


@pytest.fixture(scope="module")
def demo(real):
    return demo_group(real)


@pytest.fixture(scope="module")
def book(real, demo):
    group, first, second = demo
    return load_workbook(io.BytesIO(export_xlsx(real, group, second, previous=first)))


def near(figures) -> list:
    """A workbook keeps 16 digits of a number."""
    return [pytest.approx(figure, rel=1e-14, abs=1e-15) for figure in figures]


def rows_of(content: bytes) -> list[dict[str, str]]:
    assert content.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";"))


def by_head(page) -> list[dict[str, object]]:
    head, *rows = page.iter_rows(values_only=True)
    return [dict(zip(head, row, strict=True)) for row in rows]


def test_a_wave_before_the_reveal_is_not_exported(real):
    for export in (export_csv, export_xlsx, group_sheets):
        with pytest.raises(NotRevealedError):
            export(real, GROUP, Wave(1, "2026-03-02"))


def test_the_same_wave_gives_the_same_bytes(real, demo):
    group, first, second = demo
    assert export_xlsx(real, group, second, previous=first) == export_xlsx(real, group, second, previous=first)
    assert export_csv(real, group, second, previous=first) == export_csv(real, group, second, previous=first)


def test_the_workbook_is_dated_on_the_day_of_the_reveal(book):
    assert book.properties.created == datetime(2026, 6, 15)  # noqa: DTZ001
    assert book.sheetnames == [
        *("deelname", "onderdelen", "stellingen", "verborgen", "adviezen", "acties", "verandering", "uitleg")
    ]


def test_figures_are_the_released_ones_and_numbers(book, demo):
    released = demo[2].released
    assert {"gegeven": "minimum", "waarde": 5} in by_head(book["deelname"])
    for row, one in zip(by_head(book["onderdelen"]), released.dimensions, strict=True):
        assert row["id"] == one.id
        figures = ("n", "gemiddelde", "sd", "onduidelijk", "verschil", "verschil van", "verschil tot")
        assert [row[name] for name in figures] == [one.n, one.mean, one.sd, one.unclear, one.gap, *one.gap_interval]
        assert [row["gemiddelde wijkcoaches"], row["gemiddelde jongerenwerkers"]] == [*one.parties.values()]
        within = [row["eensgezindheid wijkcoaches"], row["eensgezindheid jongerenwerkers"]]
        assert [row["eensgezindheid"], *within] == [one.agreement, *one.agreement_parties.values()]
        assert row["verschil in een woord"] == one.difference
    for row, one in zip(by_head(book["stellingen"]), released.items, strict=True):
        given = [row[f"antwoord {n}"] for n in range(1, 6)]
        assert given == (list(one.counts) if one.counts else [None] * 5)
        assert (row["sd"], row["verschil"], row["verschil in een woord"]) == (one.sd, one.gap, one.difference)
        assert one.mean is None or isinstance(row["gemiddelde"], int | float)


def test_a_printed_sheet_can_be_read(book):
    """A table with many columns takes pages side by side, each with the head and the name of the row."""
    assert {page.title: page.page_setup.fitToWidth or 1 for page in book.worksheets} == {
        **dict.fromkeys(("deelname", "onderdelen", "verborgen", "adviezen", "verandering", "uitleg"), 1),
        **dict.fromkeys(("stellingen", "acties"), 2),
    }
    for page in book.worksheets:
        assert page.print_title_rows == "$1:$1"
        assert page.print_title_cols == "$A:$A"


def test_figures_stand_below_each_other_unless_texts_stand_among_them(book):
    assert {cell.alignment.horizontal for cell in book["deelname"]["B"]} == {"left"}
    head, *figures = book["onderdelen"]["D"]
    assert head.alignment.horizontal == "right"
    assert {cell.alignment.horizontal for cell in figures} == {None}  # a number's own place, at the right


def test_csv_has_decimal_commas_and_the_same_figures(real, demo):
    group, first, second = demo
    files = export_csv(real, group, second, previous=first)
    for row, one in zip(rows_of(files["onderdelen.csv"]), second.released.dimensions, strict=True):
        assert float(row["gemiddelde"].replace(",", ".")) == one.mean
        assert float(row["verschil"].replace(",", ".")) == one.gap
        assert "." not in row["gemiddelde"] + row["sd"] + row["verschil"]
    assert rows_of(files["acties.csv"])[0]["wanneer"] == "30-04-2026"
    assert all(b"\r\n" in content for content in files.values())


@pytest.mark.parametrize(("first", "second", "others"), [(9, 3, 0), (2, 2, 0), (4, 9, 0), (9, 6, 3)])
def test_hidden_cells_are_empty_and_have_a_reason(real, first, second, others):
    wave = wave_of(real, people(first, second, others))
    sheets = {sheet.name: sheet for sheet in group_sheets(real, GROUP, wave)}
    names = {party.id: f"gemiddelde {party.plural}" for party in real.asked.parties}
    for name, kind in (("onderdelen", "dimension"), ("stellingen", "item")):
        sheet = sheets[name]
        rows = {row[0]: dict(zip(sheet.head, row, strict=True)) for row in sheet.rows}
        for one in wave.released.suppressed:
            if one.what != kind or one.why == "unanimous":
                continue
            row = rows[one.id]
            if one.party is None:
                assert row["gemiddelde"] is None
            elif one.party in names:
                assert row[names[one.party]] is None
                assert row["verschil"] is None
    assert len(sheets["verborgen"].rows) == len(wave.released.suppressed)
    assert all(row[-1] for row in sheets["verborgen"].rows)


def test_what_nearly_all_answered_has_no_counts(real, demo):
    row = next(row for row in rows_of(export_csv(real, *demo[::2])["stellingen.csv"]) if row["bijna iedereen"])
    assert row["bijna iedereen"] == "eens"
    assert not "".join(row[f"antwoord {n}"] for n in range(6))


def test_every_column_is_explained(book):
    explained = {(row["blad"], row["kolom"]) for row in by_head(book["uitleg"])}
    for page in book.worksheets[:-1]:
        for name in next(page.iter_rows(values_only=True)):
            assert (page.title, name) in explained
    assert all(row["betekenis"] for row in by_head(book["uitleg"]))


@pytest.mark.parametrize("typed", [*HOSTILE, "+1", "-1", "@SUM(A1)", " =1+1", "＝1+1"], ids=lambda t: ascii(t[:20]))
def test_what_a_group_typed_never_becomes_a_formula(real, typed):
    clean = hygiene.clean(typed, 300)
    wave = wave_of(real, people(9, 7))
    action = Action(clean, clean, "2026-07-01", "2026-09-01", remark=clean)
    wave = replace(wave, actions=(action,), dismissed={wave.released.advice[0].id: clean})
    group = Group(clean, 5)
    book = load_workbook(io.BytesIO(export_xlsx(real, group, wave)))
    cells = [cell for page in book.worksheets for row in page.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "n", "d"}
    assert sum(cell.value == clean for cell in cells) >= 5
    for content in export_csv(real, group, wave).values():
        for row in csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";"):
            for cell in row:
                number = cell.replace(",", "").replace("-", "").replace("e", "").isdigit()
                assert number or not cell.lstrip().startswith(tuple("=+-@＝"))
    (written,) = rows_of(export_csv(real, group, wave)["acties.csv"])
    assert written["wat"].removeprefix("'") == clean


def test_an_open_table_says_so_and_has_no_rows_of_persons(real):
    wave = wave_of(real, people(2, 1), open_table=True)
    group = Group("aan tafel", 5, open_table=True)
    files = export_csv(real, group, wave)
    assert all(name.startswith("niet-anoniem-") for name in files)
    assert "niet anoniem" in files["niet-anoniem-deelname.csv"].decode("utf-8-sig")
    sheets = {sheet.name: sheet for sheet in group_sheets(real, group, wave)}
    assert set(sheets) == {"deelname", "onderdelen", "stellingen", "verborgen", "adviezen", "acties", "uitleg"}
    book = load_workbook(io.BytesIO(export_xlsx(real, group, wave)))
    assert all("niet anoniem" in page.oddFooter.left.text for page in book.worksheets)


GUESSES = (",", ";", "\t", "|")
SPLIT = [
    *("goed,=1+1", "goed, =HYPERLINK(1)", "a;=1", 'a,"=1+1"', "a|@SUM(1)", "€ 3,- per kop", "a\n=1", "a\t+1", "a,\n-1"),
    *("a,'=1", "a,\"'=1", '"=1+1"', "'=1", "x,＝1", "a;;=1", "a, ,+1", "-", "=", "a,=", '","=1'),
]


@pytest.mark.parametrize("typed", [*SPLIT, *HOSTILE], ids=lambda t: ascii(t[:20]))
def test_no_guess_of_a_separator_makes_a_formula(real, typed):
    """Read as a spreadsheet that takes another separator, or no quotes, and with every figure away."""
    wave = replace(
        wave_of(real, people(9, 7)), actions=(Action(typed, typed, "2026-07-01", "2026-09-01", remark=typed),)
    )
    content = export_csv(real, replace(GROUP, name=hygiene.clean(typed, 300)), wave)
    for name in ("acties.csv", "deelname.csv"):
        text = content[name].decode("utf-8-sig")
        for separator in GUESSES:
            for quoting in (csv.QUOTE_MINIMAL, csv.QUOTE_NONE):
                for row in csv.reader(io.StringIO(text, newline=""), delimiter=separator, quoting=quoting):
                    for cell in row:
                        assert not cell.lstrip(" \"'\u00a0").startswith(tuple("=+-@＝＋－＠")) or "'" in cell[:9], (
                            row,
                            cell,
                        )
    (row,) = rows_of(content["acties.csv"])
    assert row["wat"].replace("'", "").split() == typed.replace("'", "").split()  # nothing else changed


@pytest.mark.parametrize(
    "name",
    [
        "A&B",
        "&" * 80,
        "x&" * 40,
        "&R&P",
        "😀" * 80,
        "😀&" * 40,
        "A&[Page]B",
        '&"Arial"&22',
        "_x0041_&",
        "<&>]]>",
        "&5 mensen",
    ],
    ids=ascii,
)
@pytest.mark.parametrize("number", [1, 123])
def test_the_foot_of_a_sheet_holds_the_minimum_whatever_the_name(real, name, number):
    wave = replace(wave_of(real, people(9, 7), 12, open_table=True), number=number)
    content = export_xlsx(real, replace(GROUP, name=name, open_table=True), wave)
    begin = f"minimum 12 · niet anoniem · meting {number} · "
    book = load_workbook(io.BytesIO(content))
    for place in range(1, len(book.worksheets) + 1):
        page = zipfile.ZipFile(io.BytesIO(content)).read(f"xl/worksheets/sheet{place}.xml").decode()
        foot = unescape(re.search("<oddFooter>(.*)</oddFooter>", page)[1])
        assert len(foot.encode("utf-16-le")) // 2 <= 255
        # What a spreadsheet sees: && is a sign of the text, & and another sign an instruction.
        parts = re.findall("&&|&.|[^&]+", foot)
        assert [part for part in parts if part[0] == "&" and part != "&&"] == ["&L", "&R", "&P", "&N"]
        left = "".join("&" if part == "&&" else part for part in parts[1 : parts.index("&R")])
        assert left.startswith(begin)
        shown = left.removeprefix(begin).removesuffix("…").replace("_x005F_x", "_x")  # as the format writes _x0041_
        assert name.startswith(shown)
        assert len(shown) > 30 or shown == name
    assert name in {row["waarde"] for row in by_head(book["deelname"])}
    assert name in book.properties.title

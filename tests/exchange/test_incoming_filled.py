"""Filled-in forms that a facilitator brings for a group: one by one, in a folder, together with other files."""

from datetime import date

import pytest
from msgspec.structs import replace
from pypdf.generic import NameObject

from bringing import brought
from fillers import by_pymupdf, by_pypdf, form, with_value
from pdf_ways import flattened, locked, scanned, written_on
from samenspel.exchange.handover import derived, to_file
from samenspel.exchange.receive.basket import Source, gather
from samenspel.exchange.receive.pdf_fields import SCAN
from samenspel.group.founding import checked_group
from samenspel.group.model import contribution
from samenspel.report.pdf import render
from samenspel.report.personal.report import personal_report
from samenspel.response import Response
from samenspel.storage.groups import Groups

ANSWERS = {"partij": "bakker", "rol-eigen": "4", "toe-goed": "Koffie", "toelichting:rol-eigen": "geheim"}
RESPONSE = Response(
    party="bakker", answers={"rol-eigen": 4}, open={"toe-goed": "Koffie"}, notes={"rol-eigen": "geheim"}
)

PRINTED = "Is een van deze PDF's een formulier ({})? Dan is die geprint of gescand. Vraag om het formulier zelf, {}."
OTHER = "1 ander bestand overgeslagen: geen formulier of antwoord van samenspel"


@pytest.fixture
def put(tmp_path, small):
    def write(name, fill=by_pypdf, **more):
        path = tmp_path / "map" / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(fill(form(small), {**ANSWERS, **{key.replace("_", "-"): v for key, v in more.items()}}))
        return path

    return write


def test_a_form_becomes_an_answer_without_notes_and_unshared_texts(small, put) -> None:
    found = gather([put("een.PDF")], small)
    given = contribution(small, RESPONSE)
    assert [one.contribution for one in found.entries] == [given]
    assert not given.response.notes
    assert not given.response.open
    (id_,) = found.forms
    assert id_ == derived("papier", given)
    assert found.sources == {id_: Source("een.PDF")}
    assert (found.refused, found.passed_over) == ((), ())


def test_what_was_typed_over_and_what_was_filled_in_are_one_answer(small, put, tmp_path) -> None:
    csv = tmp_path / "formulieren.csv"
    csv.write_text("respondent;partij;rol-eigen;toe-goed\n9;bakker;4;Koffie\n", encoding="utf-8")
    found = gather([csv, put("een.pdf")], small)
    assert len(found.entries) == 1
    assert found.refused == (
        "een.pdf: dit formulier is hetzelfde als formulieren.csv, formulier 9. Het telt één keer.",
    )


def test_the_same_file_counts_once_and_two_people_of_one_mind_count_twice(small, put, tmp_path) -> None:
    one, two = put("a.pdf"), put("b.pdf", by_pymupdf)
    (tmp_path / "map" / "a (1).pdf").write_bytes(one.read_bytes())
    found = gather([tmp_path / "map"], small)
    assert len(found.entries) == 2
    assert found.refused == ("a.pdf: dit is hetzelfde bestand als ‘a (1).pdf’. Het telt één keer.",)
    again = gather([one, two], small)  # brought again, they are the same answers
    assert {entry.id for entry in again.entries} == {entry.id for entry in found.entries}


def test_a_folder_with_all_sorts_of_files(small, put, tmp_path) -> None:
    folder = tmp_path / "map"
    put("een.pdf")
    (folder / "antwoord.json").write_bytes(to_file(small, Response(party="slager", answers={"rol-ander": 0}), "a" * 32))
    (folder / "brief.pdf").write_bytes(b"%PDF-1.4 iets anders")
    from datetime import date

    report = render(personal_report(small, Response(party="bakker"), date=date(2026, 1, 1)))
    (folder / "rapport.pdf").write_bytes(report)
    (folder / "samenspel-formulier-stuk.pdf").write_bytes(b"%PDF-1.4 stuk")
    (folder / "leeg.pdf").write_bytes(form(small))
    without = {"partij": "bakker", "toe-goed": "Koffie", "kennis-brood": "bakker"}
    (folder / "niets.pdf").write_bytes(by_pypdf(form(small), without))
    put("fout.pdf", partij="bakker", overleg="").replace(folder / "goed.pdf")
    found = gather([folder], small)
    assert len(found.entries) == 3
    assert found.passed_over == (f"{OTHER} (rapport.pdf).", PRINTED.format("rapport.pdf", "ingevuld en bewaard"))
    assert [line.split(":")[0] for line in found.refused] == [
        "brief.pdf en samenspel-formulier-stuk.pdf",  # nobody can say what is in a file that is not whole
        "leeg.pdf",
        "niets.pdf",
    ]
    assert "er is geen enkele stelling beantwoord" in found.refused[2]


def test_a_form_with_faults_is_told_by_field_and_the_others_are_taken(small, put) -> None:
    bad = put("fout.pdf")
    bad.write_bytes(with_value(bad.read_bytes(), "rol-eigen", NameObject("/7")))
    found = gather([bad, put("goed.pdf")], small)
    assert len(found.entries) == 1
    (line,) = found.refused
    assert line.startswith("fout.pdf, stelling 1 (rol-eigen): ‘7’ mag hier niet.")


def test_a_form_that_another_program_packed_is_known_in_a_folder(small, put, tmp_path) -> None:
    put("x.pdf", by_pymupdf)
    assert len(gather([tmp_path / "map"], small).entries) == 1


# --- many at once -----------------------------------------------------------------------------------------------------

SAME = "alle antwoorden en teksten zijn gelijk. Alles telt mee. Is het van één persoon? Neem dan de rest terug."


def test_the_same_fault_of_sixteen_forms_is_one_line_that_names_them(small, put, tmp_path) -> None:
    older = replace(small, asked=replace(small.asked, version="0.9.0"))
    for number in range(1, 17):
        put(f"{number:02}.pdf").write_bytes(form(older) + b"\n%%%d" % number)
    put("goed.pdf")
    put("zo.pdf").write_bytes(written_on(by_pypdf(form(small), ANSWERS), "pen"))
    found = gather([tmp_path / "map"], small)
    assert len(found.entries) == 1
    assert len(found.refusals) == 17
    names = ", ".join(f"{number:02}.pdf" for number in range(1, 16)) + " en 16.pdf"
    older_line, written_line = found.refused
    assert older_line.startswith(
        f"{names} (16 keer): dit formulier hoort bij versie 0.9.0 van de vragenlijst, niet bij"
    )
    assert written_line.startswith("zo.pdf: op bladzijde 1 is geschreven of getekend.")


def test_the_same_fault_at_the_same_place_is_one_line(small, put) -> None:
    paths = [put("a.pdf"), put("b.pdf", by_pymupdf)]
    for path in paths:
        path.write_bytes(with_value(path.read_bytes(), "rol-eigen", NameObject("/7")))
    (line,) = gather(paths, small).refused
    assert line.startswith("a.pdf en b.pdf, stelling 1 (rol-eigen): ‘7’ mag hier niet.")


def test_of_very_many_the_first_hundred_are_named(small, tmp_path) -> None:
    for number in range(130):
        (tmp_path / f"{number:03}.pdf").write_bytes(b"%%PDF-1.7 %d" % number)
    (line,) = gather([tmp_path], small).refused
    assert "098.pdf, 099.pdf en nog 30 (130 keer): deze PDF is niet heel" in line


def test_what_cannot_be_opened_in_a_folder_is_told_since_it_may_be_a_form(small, put, tmp_path) -> None:
    folder = put("goed.pdf").parent
    filled = by_pypdf(form(small), ANSWERS)
    (folder / "slot.pdf").write_bytes(locked(filled, user="geheim"))
    (folder / "scan.pdf").write_bytes(scanned(form=filled))
    (folder / "half.pdf").write_bytes(filled[:-100])
    (folder / "brief.pdf").write_bytes(flattened(nothing_in_it()))
    (folder / "map.pdf").mkdir()
    found = gather([folder], small)
    assert [refusal.source.file for refusal in found.refusals] == ["half.pdf", "scan.pdf", "slot.pdf"]
    assert found.passed_over[:2] == (f"{OTHER} (brief.pdf).", PRINTED.format("brief.pdf", "ingevuld en bewaard"))
    assert found.passed_over[2].startswith("Een map in een map leest samenspel niet (map.pdf).")


def nothing_in_it() -> bytes:
    import pymupdf

    document = pymupdf.open()
    document.new_page().insert_text((72, 72), "Beste collega,")
    return document.tobytes()


def test_a_photo_is_not_taken_for_a_damaged_answer(small, tmp_path) -> None:
    path = tmp_path / "foto.JPG"
    path.write_bytes(b"\xff\xd8\xff\xe0\0\x10JFIF\0")
    assert gather([path], small).refused == (f"foto.JPG: {SCAN}",)


def test_two_forms_of_one_hand_both_count_and_are_told(small, put, tmp_path) -> None:
    one, two = put("a.pdf"), put("b.pdf", by_pymupdf)
    found = gather([one, two, put("c.pdf", **{"toelichting:rol-eigen": "anders"})], small)
    assert len(found.entries) == 3
    (ids,) = found.same
    assert {found.sources[id_] for id_ in ids} == {Source("a.pdf"), Source("b.pdf")}


def test_rows_and_response_files_of_one_hand_are_told_too(small, put, tmp_path) -> None:
    csv = tmp_path / "f.csv"
    rows = ("7;bakker;4;Koffie", "8;bakker;4;Koffie", "9;bakker;4;Thee")
    csv.write_text("\n".join(["respondent;partij;rol-eigen;toe-goed", *rows]), encoding="utf-8")
    files = []
    for number, text in ((1, "Ja"), (2, "Ja"), (3, "Nee")):
        response = Response(party="slager", answers={"rol-ander": 2}, open={"toe-goed": text}, shared=("toe-goed",))
        files.append(tmp_path / f"{number}.json")
        files[-1].write_bytes(to_file(small, response, f"{number:032x}"))
    found = gather([csv, *files], small)
    assert len(found.entries) == 6
    same = [sorted(str(found.sources[id_]) for id_ in ids) for ids in found.same]
    assert same == [["f.csv, formulier 7", "f.csv, formulier 8"], ["1.json", "2.json"]]


def test_who_brought_them_reads_it(small, put, tmp_path) -> None:
    groups = Groups(tmp_path / "data")
    group = groups.create(checked_group("West"), small, date(2026, 11, 3))
    came = brought(groups, group.id, small, [put("a.pdf"), put("b.pdf", by_pymupdf)])
    assert came.added == 2
    assert list(came.notes()) == [f"a.pdf en b.pdf: {SAME}"]
    assert not brought(groups, group.id, small, [put("a.pdf")]).same

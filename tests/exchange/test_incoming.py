"""What a facilitator brings: files, folders and CSV; what is right is taken, what is wrong is told with the remedy."""

import errno
import json
import os
import sys

import pytest
from msgspec.structs import replace

from samenspel.exchange.handover import HALFWAY, to_file
from samenspel.exchange.receive import folder as folder_of_others
from samenspel.exchange.receive.basket import Source, gather
from samenspel.group.model import contribution
from samenspel.response import Response

posix = pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX")
HEAD = "respondent;partij;ervaring;rol-eigen;rol-ander;toe-goed;gebied\n"


def response(number=0, **more):
    return Response(party="bakker", answers={"rol-eigen": 1 + number % 5}, **more)


@pytest.fixture
def put(tmp_path, small):
    """Put a response file in a folder; its id is the number."""

    def put_file(name, number=0, questionnaire=small, folder="map"):
        path = tmp_path / folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(to_file(questionnaire, response(number), f"{number:032x}"))
        return path

    return put_file


@pytest.fixture
def csv(tmp_path):
    def write(*rows, name="formulieren.csv"):
        path = tmp_path / name
        path.write_text(HEAD + "".join(f"{row}\n" for row in rows), encoding="utf-8")
        return path

    return write


def test_files_one_by_one(small, put):
    found = gather([put("een.json", 1), put("twee.txt", 2)], small)
    assert [one.id for one in found.entries] == [f"{n:032x}" for n in (1, 2)]
    assert found.entries[0].contribution == contribution(small, response(1))
    assert (found.refused, found.passed_over) == ((), ())
    assert found.sources == {f"{1:032x}": Source("een.json"), f"{2:032x}": Source("twee.txt")}


OTHERS = "{} andere bestanden overgeslagen: geen formulier of antwoord van samenspel ({})."
FOLDERS = "Een map in een map leest samenspel niet ({}). Staan er antwoorden in? Geef die map dan apart."


def test_a_folder_with_other_files_in_it(small, put, tmp_path):
    for number in range(3):
        put(f"samenspel-antwoord-{number}.json", number)
    put("andere naam.JSON", 3)
    put("antwoord.json", 4, folder="map/dieper")  # folders within are not looked into, and that is said
    folder = tmp_path / "map"
    (folder / "brief.txt").write_text("Dag")
    (folder / "instellingen.json").write_text("{}")
    (folder / "leeg.json").write_text("")
    (folder / "foto.jpg").write_bytes(bytes(1000))
    (folder / "map.json").mkdir()
    found = gather([folder], small)
    assert len(found.entries) == 4
    assert found.refused == ()
    others, folders = found.passed_over
    assert others == OTHERS.format(4, "brief.txt, foto.jpg en 2 andere")
    assert folders == FOLDERS.format("dieper en map.json")
    (folder / "formulieren.csv").write_text("respondent;partij;rol-eigen\n1;bakker;4\n")
    (folder / "cijfers.csv").write_text("maand;cijfer\nmei;4\n")
    found = gather([folder], small)
    assert found.passed_over[0] == OTHERS.format(5, "brief.txt, cijfers.csv en 3 andere")
    assert found.typed_over == ("formulieren.csv",)
    (folder / "overgetypt.txt").write_text("sep=\t\nRespondent\tPartij\n1\tbakker\n")
    assert gather([folder], small).typed_over == ("formulieren.csv", "overgetypt.txt")


def test_how_far_a_folder_is_read_is_told(small, put, tmp_path):
    for number in range(3):
        put(f"samenspel-antwoord-{number}.json", number)
    told = []
    gather([tmp_path / "map"], small, progress=lambda read, of: told.append((read, of)))
    assert told == [(1, 3), (2, 3), (3, 3)]


@posix
def test_what_is_wrong_under_the_name_of_a_response_is_told_one_by_one(small, put, tmp_path):
    good = put("samenspel-antwoord-goed.json", 1)
    folder = good.parent
    (folder / "samenspel-antwoord-zip.json").write_bytes(b"PK\x03\x04" + bytes(50))
    (folder / "samenspel-antwoord-leeg.json").write_bytes(b"")
    (folder / "samenspel-antwoord-link.json").symlink_to(good)
    (folder / "samenspel-antwoord-map.json").mkdir()
    os.mkfifo(folder / "samenspel-antwoord-pijp.json")
    (folder / "gewoon.json").write_bytes(good.read_bytes().replace(b'"rol-eigen": 2', b'"rol-eigen": 5'))
    with (folder / "samenspel-antwoord-groot.json").open("wb") as file:
        file.truncate(1_000_000_000)
    (folder / "samenspel-antwoord-\x1b[31m.json").write_bytes(b"x")
    found = gather([folder], small)
    assert len(found.entries) == 1
    assert found.passed_over == (FOLDERS.format("samenspel-antwoord-map.json"),)
    assert len(found.refusals) == 7
    told = "\n".join(found.refused)
    assert "\x1b" not in told
    for name, why in (
        ("zip", "geen antwoord van samenspel"),
        ("leeg", "geen antwoord van samenspel"),
        ("link", "snelkoppeling"),
        ("pijp", "geen gewoon bestand"),
        ("groot", "te groot"),
    ):
        assert any(file == f"samenspel-antwoord-{name}.json" and why in text for (file, _), text in found.refusals), (
            name
        )
        assert any(f"samenspel-antwoord-{name}.json" in line and why in line for line in found.refused), name
    assert any(line.startswith("gewoon.json: ") and "veranderd" in line for line in found.refused)


def test_an_empty_folder_says_so(small, tmp_path):
    (tmp_path / "leeg").mkdir()
    (tmp_path / "anders").mkdir()
    (tmp_path / "anders" / "brief.txt").write_text("")
    found = gather([tmp_path / "leeg", tmp_path / "anders"], small)
    assert found.entries == ()
    assert found.passed_over == ("1 ander bestand overgeslagen: geen formulier of antwoord van samenspel (brief.txt).",)
    (line,) = found.refused
    assert line.startswith("leeg en anders: ")
    assert "geen antwoorden" in line
    assert "samenspel delen" in line


def test_a_folder_that_may_not_be_read_says_so_in_dutch(small, tmp_path, monkeypatch):
    def refuse(_path):
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(os, "scandir", refuse)  # root may read any folder
    (found,) = gather([tmp_path], small).refused
    assert found == f"{tmp_path.name}: deze map gaat niet open (u mag het niet lezen)."


def test_what_is_not_there_is_told(small, tmp_path):
    found = gather([tmp_path / "weg.json", tmp_path / "weg.csv", tmp_path / "weg"], small)
    assert found.refused == ("weg.json, weg.csv en weg: dit bestand is er niet. Kijk of de naam en de map kloppen.",)


def test_the_same_person_twice_with_other_answers_is_told(small, put):
    one = put("een.json", 1)
    other = put("twee.json", 2)
    data = json.loads(one.read_bytes())
    other.write_bytes(to_file(small, Response(party="bakker", answers={"rol-eigen": 1}), data["id"]))
    found = gather([one.parent], small)
    assert len(found.entries) == 1
    (line,) = found.refused
    assert line.startswith("twee.json: dit is van dezelfde persoon als ‘een.json’, met andere antwoorden.")


def test_a_form_that_is_not_done_is_told_alone_and_in_a_folder(small, put):
    done = put("een.json", 1)
    half = done.with_name("samenspel-halverwege-12345678.json")
    half.write_text(json.dumps({"samenspel": HALFWAY, "schema": 1, "answers": {"party": "bakker"}}))
    for paths in ([half], [done.parent]):
        (line,) = gather(paths, small).refused
        assert line.startswith(f"{half.name}: dit is een formulier dat nog niet af is.")


def test_the_same_answer_twice_counts_once(small, put):
    one = put("een.json", 1)
    copy = one.with_name("kopie van een.json")
    copy.write_bytes(one.read_bytes())
    for paths in ([one, copy], [one.parent], [one.parent, one]):
        found = gather(paths, small)
        assert len(found.entries) == 1
        assert all("Het telt één keer" in line for line in found.refused)
        assert 0 < len(found.refused) <= 2


def test_ten_thousand_files(small, tmp_path, put, monkeypatch):
    folder = put("samenspel-antwoord-0.json", 0).parent
    for number in range(10_000):
        (folder / f"{number}.txt").touch()
    found = gather([folder], small)
    assert (len(found.entries), found.passed_over) == (1, (OTHERS.format(10_000, "0.txt, 1.txt en 9998 andere"),))
    monkeypatch.setattr(folder_of_others, "MOST", 20)
    for number in range(20):
        put(f"{number}.json", number)
    found = gather([folder], small)
    assert found.entries == ()
    assert "staan 21 bestanden, hooguit 20 mag" in found.refused[0]


def test_files_of_another_version_are_offered_and_taken_when_asked(small, put):
    other = replace(small, hash="1" * 64, asked=replace(small.asked, version="2.0.0"))
    path = put("een.json", 1, other)
    found = gather([path, path.parent], small)
    assert found.entries == ()
    assert "versie 2.0.0" in found.refused[0]
    assert "--andere-versie" in found.refused[0]
    found = gather([path], small, other_version=True)
    assert found.entries[0].contribution.response == response(1)
    assert found.refused == ()


def test_what_a_table_does_not_say_may_be_shared_is_told(small, csv):
    """The paper asks *mag uw groep dit lezen?*, and a table has no column for it: nobody chose to share nothing."""
    rows = ("1;bakker;nog-niet;4;1;Het contact.;west", "2;slager;;5;4;;", "3;bakker;;4;2;Meer bellen.;")
    (told,) = gather([csv(*rows)], small).unasked
    assert told.startswith("formulieren 1 en 3: er staan open antwoorden of activiteiten bij.")
    assert gather([csv(*rows[1:2])], small).unasked == ()


def test_paper_forms(small, csv):
    path = csv("1;bakker;nog-niet;4;0;Het contact.;west", "2;slager;;;5;;", "3;bakker;;4;0;;")
    found = gather([path], small)
    assert [one.contribution.response for one in found.entries] == [
        Response(party="bakker", experience="nog-niet", answers={"rol-eigen": 4, "rol-ander": 0}),
        Response(party="slager", answers={"rol-ander": 5}),
        Response(party="bakker", answers={"rol-eigen": 4, "rol-ander": 0}),
    ]
    assert [str(found.sources[one.id]) for one in found.entries] == [
        f"formulieren.csv, formulier {n}" for n in (1, 2, 3)
    ]
    assert found.forms == frozenset(found.sources)
    assert gather([path], small) == found  # the same file is recognised
    again = gather([path, path], small)
    assert again.entries == found.entries
    assert [line.split(":")[0] for line in again.refused] == [f"formulieren.csv, formulier {n}" for n in (1, 2, 3)]


def test_people_with_the_same_answers_each_count_and_forms_added_later_too(small, csv):
    same = gather([csv(*(f"{n};bakker;;4;4;;" for n in range(5)))], small)
    assert len({one.id for one in same.entries}) == 5
    more = gather([csv(*(f"{n};bakker;;4;4;;" for n in range(7)))], small)
    assert {one.id for one in same.entries} < {one.id for one in more.entries}


def test_neither_the_number_of_a_form_nor_the_experience_follows_from_the_name(small, csv):
    one = gather([csv("1;bakker;nog-niet;4;4;;")], small).entries[0]
    other = gather([csv("99;bakker;langer-1;4;4;;")], small).entries[0]
    assert one.id == other.id


def test_a_csv_file_with_faults_is_refused_whole_with_all_of_them(small, csv, put):
    hidden = "\u2028" if sys.platform == "win32" else "\n"  # which no name can hold there
    path = csv("1;bakker;;9;0;;", "1;kapper;;4;0;;", "3;bakker;;4;0;;", name=f"met{hidden}regel.csv")
    found = gather([path, put("goed.json", 1)], small)
    assert len(found.entries) == 1
    assert len(found.refused) == 3
    assert all(hidden not in line and "rij" in line for line in found.refused)


def test_who_answered_no_statement_is_refused_with_the_place_and_the_remedy(small, csv, put, tmp_path):
    blank = tmp_path / "map" / "samenspel-antwoord-leeg.json"
    good = put("goed.json", 1)
    texts = {"open": {"toe-goed": "Koffie"}, "shared": ("toe-goed",), "knowledge": {"kennis-brood": "bakker"}}
    blank.write_bytes(to_file(small, Response(party="bakker", **texts), "a" * 32))
    other = tmp_path / "ander.json"
    newer = replace(small, hash="1" * 64, asked=replace(small.asked, version="2.0.0"))
    other.write_bytes(to_file(newer, Response(party="slager", answers={"rol-brood": 3}), "b" * 32))
    rows = csv("een;slager;;;4;;", *(f"leeg{n};slager;nog-niet;;;Koffie;" for n in range(1, 6)))
    one = csv("een;slager;;;4;;", "leeg;slager", name="een.csv")
    found = gather([good.parent, other, rows, one], small, other_version=True)
    assert [entry.id for entry in found.entries] == [f"{1:032x}"]
    why = "er is geen enkele stelling beantwoord. Dit telt niet mee. Vraag die persoon om de stellingen in te vullen"
    of_many = "in de formulieren ‘leeg1’, ‘leeg2’, ‘leeg3’ en nog 2 is geen enkele stelling beantwoord."
    of_one = "in formulier ‘leeg’ is geen enkele stelling beantwoord."
    assert found.refused == (
        f"samenspel-antwoord-leeg.json en ander.json: {why} en het opnieuw te geven.",
        f"formulieren.csv: {of_many} Vul die in, of haal die rijen weg. Er is niets uit dit bestand ingelezen.",
        f"een.csv: {of_one} Vul die in, of haal die rij weg. Er is niets uit dit bestand ingelezen.",
    )

"""What somebody brings to ``verwerk`` and to ``groep voegtoe``: judged by what stands in it, whatever its name."""

import errno
import io
import json
import os
import shutil
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner
from msgspec.structs import replace

from commands import write_questionnaire
from fillers import answers_of, by_pypdf, form
from samenspel.cli import cli
from samenspel.exchange.give.json_results import result, to_json
from samenspel.exchange.handover import to_file
from samenspel.exchange.receive import forms_of_others
from samenspel.exchange.receive.csv_forms import read_forms
from samenspel.response import Response

DATA = Path(__file__).parents[1] / "data"
CASES, SAVED = DATA / "cases", DATA / "rekenprogramma"
SAVE = "Open het in uw rekenprogramma, en bewaar het blad als ‘CSV UTF-8’."
WORKBOOK = f"dit is een werkmap van een rekenprogramma. {SAVE}"
DOCUMENT = (
    "dit is een document van een tekstprogramma, zoals Word of RTF. Zet de antwoorden in een rekenprogramma, en bewaar "
    "dat blad als ‘CSV UTF-8’."
)
PICTURE = "dit is een foto of een scan. Dat kan samenspel niet lezen. Typ de antwoorden over in een rekenprogramma."


@pytest.fixture
def data(tmp_path, monkeypatch):
    monkeypatch.setenv("SAMENSPEL_DATA", str(tmp_path / "data"))
    monkeypatch.chdir(tmp_path)
    return tmp_path / "data"


def call(*args):
    return CliRunner().invoke(cli, [str(arg) for arg in args])


def both(path):
    """Bring it to both commands."""
    if not Path("data", "groepen").exists():
        assert call("groep", "maak", "West").exit_code == 0
    return call("verwerk", path, "--json"), call("groep", "voegtoe", "West", path)


def packed(*names):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as book:
        for name in names:
            book.writestr(name, "<x/>")
    return out.getvalue()


def numbers():
    """What a Mac's spreadsheet packs."""
    return packed("Index/Document.iwa", "Index/CalculationEngine.iwa", "Metadata/Properties.plist")


XLSX = (SAVED / "werkmap.xlsx").read_bytes()


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        *(
            (name, XLSX, WORKBOOK)
            for name in ("a.xlsx", "a.csv", "a.txt", "a.json", "a.pdf", "a", "samenspel-antwoord.x")
        ),
        ("a.ods", (SAVED / "werkmap.ods").read_bytes(), WORKBOOK),
        ("a.csv", (SAVED / "werkmap.xls").read_bytes(), WORKBOOK),
        ("a.numbers", numbers(), WORKBOOK),
        ("a.xls", (SAVED / "webpagina.html").read_bytes(), f"dit is een webpagina. {SAVE}"),
        ("a.docx", packed("[Content_Types].xml", "word/document.xml"), DOCUMENT),
        ("a.csv", (CASES / "y4-rtf-vragenlijst.yaml").read_bytes(), DOCUMENT),
        ("a.jpg", b"\xff\xd8\xff\xe0\0\x10JFIF\0", PICTURE),
        ("a.pdf", b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", PICTURE),
        ("a.zip", packed("formulieren.csv"), "dit is een ingepakt bestand, zoals een ZIP. Pak het eerst uit."),
    ],
)
def test_another_kind_of_file_is_told_by_its_content(data, tmp_path, name, content, told):
    (tmp_path / name).write_bytes(content)
    for done in both(tmp_path / name):
        assert done.exit_code == 1
        assert f"{name}: {told}" in done.stderr


def test_a_table_with_tabs_is_read_by_both(data, real, tmp_path):
    looked_at, added = both(CASES / "c06-tab.txt")
    forms = read_forms(CASES / "c06-tab.txt", real)
    assert looked_at.stdout == to_json([result(real, one.response, one.respondent) for one in forms]) + "\n"
    assert "3 antwoorden toegevoegd." in added.stdout
    shutil.copy(CASES / "c06-tab.txt", tmp_path / "formulieren")  # without an ending
    again = call("groep", "voegtoe", "West", tmp_path / "formulieren")
    assert "dit antwoord zit al in deze meting" in again.stdout


@pytest.mark.parametrize("name", ["tekst.csv", "tekst.txt"])
def test_a_text_that_is_no_table_says_so(data, tmp_path, name):
    (tmp_path / name).write_text("Beste collega,\ngraag voor vrijdag.\n", encoding="utf-8")
    for done in both(tmp_path / name):
        assert done.exit_code == 1
        assert f"{name}: dit is geen tabel met formulieren: er is geen kop met ‘respondent’ en ‘partij’." in done.stderr


def test_a_form_or_response_under_another_name_is_read(data, real, tmp_path):
    response = Response(party="wijkcoach", answers={item.id: 4 for item in real.asked.items})
    (tmp_path / "a.csv").write_bytes(by_pypdf(form(real), answers_of(real, response)))
    (tmp_path / "b.csv").write_bytes(to_file(real, replace(response, party="jongerenwerker"), "a" * 32))
    (tmp_path / "c.json").write_text(
        "respondent;partij;rol-eigen;rol-ander;rol-verdeling;rol-aansluiting\n1;wijkcoach;4;4;4;4\n"
    )
    for name in ("a.csv", "b.csv", "c.json"):
        looked_at, added = both(tmp_path / name)
        assert json.loads(looked_at.stdout)[0]["dimensions"][0]["score"] == 4
        assert "1 antwoord toegevoegd" in added.stdout
    (tmp_path / "d.json").write_text("[]")
    for done in both(tmp_path / "d.json"):
        assert "d.json: dit is geen antwoord van samenspel" in done.stderr


# ``verwerk``: all kinds at once, whole folders, each of its own questionnaire. -------------------------------------


@pytest.fixture
def second():
    from samenspel.authoring import builtin_root, load

    return load(builtin_root() / "school-wijkteam")


def full(questionnaire, party, **more):
    items = {item.id: 2 + place % 3 for place, item in enumerate(questionnaire.asked.items)}
    cards = {card.id: ("allebei", card.who)[place % 2] for place, card in enumerate(questionnaire.asked.cards)}
    return Response(party=party, meeting="ja", experience="1-3", answers=items, knowledge=cards, **more)


def same_but(name, found, expected):
    return {**found, "respondent": name} == {**json.loads(to_json(expected)), "respondent": name}


def test_all_kinds_at_once_in_the_order_of_the_files(data, real, second, tmp_path):
    school = full(second, second.asked.parties[0].id)
    wijk = full(real, "wijkcoach", notes={"rol-eigen": "Zo."}, area="noord", open={"toe-goed": "Koffie."})
    folder = tmp_path / "map"
    folder.mkdir()
    (folder / "b.pdf").write_bytes(by_pypdf(form(second), answers_of(second, school, "school 1")))
    (folder / "a-antwoord.json").write_bytes(to_file(real, wijk, "a" * 32))
    (folder / "c.csv").write_text("respondent;partij;rol-eigen\n12;wijkcoach;3\n", encoding="utf-8")
    (folder / "andere.csv").write_text("maand;cijfer\nmei;4\n", encoding="utf-8")
    (folder / "brief.txt").write_text("Beste", encoding="utf-8")
    (folder / "instellingen.json").write_text("{}", encoding="utf-8")
    (folder / "dieper").mkdir()
    (tmp_path / "los.json").write_bytes(to_file(second, school, "b" * 32))
    done = call("verwerk", tmp_path / "los.json", folder, "--json")
    assert done.exit_code == 0
    found = json.loads(done.stdout)
    assert [one["respondent"] for one in found] == ["los", "a-antwoord", "school 1", "12"]
    assert same_but("los", found[0], result(second, school, "los"))
    assert same_but("school 1", found[2], result(second, school, ""))
    # Handed over, the result is her own: what was right of the cards counts.
    assert same_but("a-antwoord", found[1], result(real, wijk, ""))
    assert found[1]["knowledge"]["of"] == len(real.asked.cards)
    skipped = "4 andere bestanden overgeslagen: geen formulier of antwoord van samenspel"
    assert done.stderr == f"{skipped} (andere.csv, brief.txt en 2 andere).\n"
    assert not (tmp_path / "data").exists()


def test_each_questionnaire_has_a_table_of_its_own_and_all_have_a_report(data, real, second, tmp_path):
    for name, asked in (("een", real), ("twee", second), ("drie", real)):
        file = to_file(asked, full(asked, asked.asked.parties[0].id), name.encode().hex().rjust(32, "0"))
        (tmp_path / f"{name}.json").write_bytes(file)
    files = [tmp_path / f"{name}.json" for name in ("een", "twee", "drie")]
    done = call("verwerk", *files)
    lines = done.stdout.splitlines()
    assert lines[0] == f"{real.asked.title} (samenwerking-jeugd)"
    at = lines.index(f"{second.asked.title} (school-wijkteam)")
    assert [line.split()[0] for line in (lines[3], lines[4], lines[at + 3])] == ["een", "drie", "twee"]
    done = call("verwerk", *files, "-o", tmp_path / "uit")
    assert sorted(path.name for path in (tmp_path / "uit").iterdir()) == ["drie.pdf", "een.pdf", "twee.pdf"]
    assert "staan geen gebied, toelichtingen en losse kaarten" in done.stderr


def test_what_is_wrong_in_all_of_it_is_told_at_once_and_nothing_is_written(data, real, small, tmp_path):
    other = replace(real, hash="1" * 64, asked=replace(real.asked, version="9.9.9"))
    issue = replace(real, hash="2" * 64)
    given = full(real, "wijkcoach")
    files = {
        "klein.json": to_file(small, Response(party="bakker", answers={"rol-eigen": 3}), "1" * 32),
        "nieuw.json": to_file(other, given, "2" * 32),
        "uitgave.json": to_file(issue, given, "3" * 32),
        "kapot.json": to_file(real, given, "4" * 32).replace(b": 2", b": 5"),
        "goed.json": to_file(real, given, "5" * 32),
        "kopie.json": to_file(real, given, "5" * 32),
        "f.csv": b"respondent;partij;rol-eigen\n1;kok;9\n",
        "g.csv": b"respondent;partij\ngoed;wijkcoach\n",
    }
    for name, content in files.items():
        (tmp_path / name).write_bytes(content)
    (tmp_path / "leeg").mkdir()
    done = call("verwerk", *(tmp_path / name for name in (*files, "leeg", "weg.pdf")), "-o", tmp_path / "uit")
    assert (done.exit_code, done.stdout) == (1, "")
    assert not (tmp_path / "uit").exists()
    folder = "Noem de map van die vragenlijst met --vragenlijst."
    for line in (
        f"klein.json: dit antwoord hoort bij de vragenlijst ‘klein’ (versie 1.0.0), niet bij ‘{real.id}’. {folder}",
        f"nieuw.json: dit antwoord hoort bij versie 9.9.9 van de vragenlijst, niet bij versie {real.version}. {folder}",
        f"uitgave.json: dit antwoord hoort bij een andere uitgave van de vragenlijst, met hetzelfde nummer. {folder}",
        "kapot.json: dit bestand is veranderd of beschadigd.",
        "kopie.json: dit is hetzelfde antwoord als ‘goed.json’. Haal er één weg.",
        "f.csv, rij 2, kolom B (partij): ‘kok’ is geen partij.",
        "f.csv, rij 2, kolom C (rol-eigen): ‘9’ mag hier niet.",
        "g.csv: formulier ‘goed’ staat ook in goed. Geef elk formulier een eigen nummer.",
        "leeg: in deze map staan geen ingevulde formulieren, en geen bestanden van ‘samenspel delen’.",
        "weg.pdf: dit bestand is er niet.",
    ):
        assert line in done.stderr


def test_a_folder_that_cannot_be_read_or_is_too_full_is_told(data, tmp_path, monkeypatch):
    (tmp_path / "vol").mkdir()
    for number in range(3):
        (tmp_path / "vol" / f"{number}.txt").touch()
    monkeypatch.setattr(forms_of_others, "_MOST", 2)
    assert "vol: in deze map staan 3 bestanden, hooguit 2 mag. Kies een andere map." in call("verwerk", "vol").stderr

    def refuse(_path):
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(os, "scandir", refuse)  # root may read any folder
    assert "vol: deze map gaat niet open (u mag het niet lezen)." in call("verwerk", "vol").stderr


@pytest.mark.parametrize("typed", ["", " ", "''"])
def test_nothing_is_no_folder(data, tmp_path, typed):
    """An empty variable of a shell is not the folder where somebody is."""
    (tmp_path / "f.csv").write_text("respondent;partij\n1;wijkcoach\n", encoding="utf-8")
    done = call("verwerk", typed, "--json")
    assert (done.exit_code, done.stdout) == (1, "")
    assert "Hier staat niets. Vul een bestand of een map in." in done.stderr


def test_response_files_of_one_name_each_have_a_number(data, real, tmp_path):
    for place in ("a", "b"):
        (tmp_path / place).mkdir()
        given = replace(full(real, "wijkcoach"), answers={"rol-eigen": 3})
        (tmp_path / place / "antwoord.json").write_bytes(to_file(real, given, place * 32))
    found = json.loads(call("verwerk", tmp_path / "a", tmp_path / "b", "--json").stdout)
    assert [one["respondent"] for one in found] == ["antwoord", "antwoord-2"]


def test_with_a_questionnaire_named_others_are_told_how_to_name_theirs(data, real, second, tmp_path):
    (tmp_path / "a.json").write_bytes(to_file(second, full(second, second.asked.parties[0].id), "a" * 32))
    done = call("verwerk", tmp_path / "a.json", "--vragenlijst", real.id)
    assert done.exit_code == 1
    assert f"niet bij ‘{real.id}’. Gebruik daarvoor: --vragenlijst school-wijkteam" in done.stderr


def test_a_table_of_another_questionnaire_says_which(data, real, second, tmp_path):
    own = sorted({item.id for item in second.asked.items} - {item.id for item in real.asked.items})
    party = second.asked.parties[0].id
    (tmp_path / "f.csv").write_text(f"respondent;partij;{own[0]}\n1;{party};4\n2;{party};2\n", encoding="utf-8")
    done = call("verwerk", "f.csv")
    assert done.exit_code == 1
    assert done.stderr == (
        f"Fout: f.csv: dit hoort bij de vragenlijst ‘school-wijkteam’, niet bij ‘{real.id}’. "
        "Gebruik daarvoor: --vragenlijst school-wijkteam\n"
    )
    assert call("verwerk", "f.csv", "--vragenlijst", "school-wijkteam").exit_code == 0
    (tmp_path / "f.csv").write_text(f"respondent;partij;{own[0]}\n1;{party};9\n", encoding="utf-8")  # of neither
    assert "deze kolom hoort er niet bij" in call("verwerk", "f.csv").stderr


def test_two_forms_of_one_hand_are_told(data, real, tmp_path):
    row = ";".join(["wijkcoach", *("3" for _item in real.asked.items), "Koffie."])
    head = ";".join(["respondent", "partij", *(item.id for item in real.asked.items), "toe-goed"])
    other = row.replace(";3;", ";4;", 1)
    (tmp_path / "f.csv").write_text(
        f"{head}\n1;{row}\n2;{other}\n3;{row}\n4;wijkcoach\n5;wijkcoach\n", encoding="utf-8"
    )
    done = call("verwerk", tmp_path / "f.csv")
    assert done.exit_code == 0
    assert done.stderr == (
        "formulier 1 en 3: alle antwoorden en teksten zijn gelijk. Is er een twee keer overgetypt?\n"
    )


def test_a_questionnaire_of_ones_own_with_faults_is_told(data, small, tmp_path):
    folder = write_questionnaire(tmp_path / "data" / "eigen-vragenlijsten" / "klein", small)
    (folder / "adviezen.yaml").write_text("adviezen: nee\n", encoding="utf-8")
    (tmp_path / "a.json").write_bytes(to_file(small, Response(party="bakker", answers={"rol-eigen": 3}), "1" * 32))
    done = call("verwerk", tmp_path / "a.json")
    assert done.exit_code == 1
    assert "adviezen.yaml:1:" in done.stderr

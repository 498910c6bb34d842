"""``verwerk``: typed-in forms of others, scored and reported; nothing of it in the own store."""

import json
import os

import pytest
from click.testing import CliRunner

from commands import run, write_questionnaire
from fillers import answers_of, by_pypdf, form
from samenspel.cli import cli
from samenspel.cli.verwerk import file_names
from samenspel.exchange.give.json_results import result, to_json
from samenspel.exchange.receive.csv_forms import read_forms
from samenspel.response import Response

FORMS = """respondent;partij;vorm;ervaring;overleg;rol-eigen;rol-ander;rol-brood;rel-kennen;rel-overleg;toe-activiteiten
1;bakker;;langer-1;ja;2;1;4;5;5;lunch+|anders
A/B ../x;slager;kort;;geen;3;0;;;;
con;andere-rol;;;;;;;;;
"""


@pytest.fixture
def folder(tmp_path, small, monkeypatch):
    monkeypatch.setenv("SAMENSPEL_DATA", str(tmp_path / "data"))
    monkeypatch.chdir(tmp_path)
    return write_questionnaire(tmp_path / "klein", small)


@pytest.fixture
def forms(tmp_path):
    path = tmp_path / "formulieren.csv"
    path.write_text(FORMS, encoding="utf-8")
    return path


def call(*args):
    return CliRunner().invoke(cli, ["verwerk", *map(str, args)])


def test_json_is_the_list_of_results_in_file_order(folder, forms, small, tmp_path):
    done = call(forms, "--json", "--vragenlijst", folder)
    assert done.exit_code == 0
    expected = [result(small, form.response, form.respondent) for form in read_forms(forms, small)]
    assert done.stdout == to_json(expected) + "\n"
    assert [row["respondent"] for row in json.loads(done.stdout)] == ["1", "A/B ../x", "con"]
    assert not (tmp_path / "data").exists()


def test_without_options_a_table_is_printed(folder, forms):
    done = call(forms, "--vragenlijst", folder)
    assert done.exit_code == 0
    rows = done.stdout.splitlines()
    assert rows[0].split() == ["formulier", "rol", "rel", "eerste", "advies"]
    assert rows[1].split() == ["1", "2,33", "5,00", "praten"]
    assert "rol = Rolduidelijkheid" in done.stdout


def test_reports_get_safe_names_in_the_folder(folder, forms, tmp_path):
    done = call(forms, "-o", tmp_path / "uit" / "hier", "--vragenlijst", folder)
    assert done.exit_code == 0
    written = sorted((tmp_path / "uit" / "hier").iterdir())
    assert [path.name for path in written] == ["1.pdf", "A-B-x.pdf", "formulier-con.pdf"]
    assert all(path.read_bytes().startswith(b"%PDF-") for path in written)
    assert "3 rapporten staan in" in done.stdout
    assert not (tmp_path / "data").exists()


def test_the_forms_themselves_are_not_replaced_by_their_reports(folder, small, tmp_path):
    place = tmp_path / "formulieren"
    place.mkdir()
    given = by_pypdf(form(small), answers_of(small, Response(party="bakker", answers={"rol-eigen": 2})))
    (place / "anna.pdf").write_bytes(given)
    done = call("formulieren", "-o", "formulieren", "--vragenlijst", folder)
    assert done.exit_code == 1
    assert "Dit bestand staat er al: anna.pdf." in done.stderr
    assert (place / "anna.pdf").read_bytes() == given


def test_that_a_report_is_replaced_is_said_beforehand():
    assert "wordt vervangen" in " ".join(call("verwerk", "--help").stdout.split())


def test_beside_json_the_standard_output_is_json_only(folder, forms, tmp_path):
    done = call(forms, "-o", tmp_path / "uit", "--json", "--vragenlijst", folder)
    assert len(json.loads(done.stdout)) == 3
    assert "3 rapporten" in done.stderr


@pytest.mark.parametrize(
    ("respondents", "names"),
    [
        (["a", "A", "a/"], ["a", "A-2", "a-3"]),
        (["a-2", "a", "a."], ["a-2", "a", "a-3"]),
        (["..", "///", "☕"], ["formulier", "formulier-2", "formulier-3"]),
        (["NUL", "com1"], ["formulier-NUL", "formulier-com1"]),
        (["Zoë 3"], ["Zoë-3"]),
    ],
)
def test_names_are_safe_and_all_different(respondents, names):
    assert file_names(respondents) == names


def test_every_fault_in_the_file_is_told_and_nothing_is_written(folder, forms, tmp_path):
    forms.write_text(FORMS.replace(";5;5;", ";7;5;").replace("slager;kort", "slagr;kort"), encoding="utf-8")
    done = call(forms, "-o", tmp_path / "uit", "--json", "--vragenlijst", folder)
    assert (done.exit_code, done.stdout) == (1, "")
    assert "formulieren.csv, rij 2, kolom I (rel-kennen): ‘7’ mag hier niet." in done.stderr
    assert "formulieren.csv, rij 3, kolom B (partij): ‘slagr’ is geen partij." in done.stderr
    assert "Bedoelde u ‘slager’?" in done.stderr
    assert not (tmp_path / "uit").exists()
    assert not (tmp_path / "data").exists()


def test_a_file_that_is_not_there_or_no_file_is_told(folder, tmp_path):
    for path in (tmp_path / "nergens.csv", tmp_path):
        done = call(path, "--vragenlijst", folder)
        assert (done.exit_code, done.stdout) == (1, "")
        assert path.name in done.stderr
    assert f"{tmp_path.name}: in deze map staan geen ingevulde formulieren, en geen bestanden van" in done.stderr


def test_a_form_of_another_questionnaire_says_how_to_name_that_one(folder, small, tmp_path):
    """Only where it can be found by its id."""
    path = tmp_path / "een.pdf"
    path.write_bytes(by_pypdf(form(small), {"partij": "bakker", "rol-eigen": "4"}))
    done = call(path)
    assert done.exit_code == 1
    assert "hoort bij de vragenlijst ‘klein’ (versie 1.0.0), niet bij ‘samenwerking-jeugd’. Neem het" in done.stderr
    write_questionnaire(tmp_path / "data" / "eigen-vragenlijsten" / "klein", small)
    done = call(path, "--vragenlijst", "samenwerking-jeugd")
    assert done.exit_code == 1
    assert "niet bij ‘samenwerking-jeugd’. Gebruik daarvoor: --vragenlijst klein" in done.stderr
    for named in ((), ("--vragenlijst", "klein")):  # a form names its own
        assert call(path, *named).exit_code == 0


def test_a_file_in_the_place_of_the_folder_is_told(folder, forms):
    for out in (forms, forms / "dieper"):
        done = call(forms, "-o", out, "--vragenlijst", folder)
        assert (done.exit_code, done.stdout) == (1, "")
        assert "bestand" in done.stderr


def test_an_unknown_questionnaire_is_told(forms, tmp_path):
    done = call(forms, "--vragenlijst", "samenwerking-jeugt")
    assert done.exit_code == 1
    assert "Bedoelde u ‘samenwerking-jeugd’?" in done.stderr


def test_a_questionnaire_with_errors_tells_them_all(folder, forms):
    file = folder / "vragenlijst.yaml"
    text = (
        file.read_text(encoding="utf-8")
        .replace('"rol-brood"', '"Rol Brood"')
        .replace('"versie": "1.0.0"', '"versie": "1"')
    )
    file.write_text(text, encoding="utf-8")
    done = call(forms, "--vragenlijst", folder)
    assert (done.exit_code, done.stdout) == (1, "")
    assert done.stderr.count("vragenlijst.yaml:") >= 2


def test_the_questionnaire_that_we_ship_is_the_default(forms, real, tmp_path):
    forms.write_text("respondent,partij,rol-eigen,rol-ander\n7,wijkcoach,5,2\n", encoding="utf-8-sig")
    done = run("verwerk", str(forms), "--json", data=tmp_path / "data")
    assert done.returncode == 0
    (row,) = json.loads(done.stdout)
    assert row["questionnaire"]["id"] == real.id
    assert not (tmp_path / "data").exists()


def test_one_report_is_told_as_one(folder, forms, tmp_path):
    forms.write_text("respondent;partij\n1;bakker\n", encoding="utf-8")
    assert call(forms, "-o", tmp_path / "uit", "--vragenlijst", folder).stdout.startswith("1 rapport staat in ")


def test_a_home_that_nobody_has_is_told(folder, forms):
    for args in (["~nergens-zo-iemand/x.csv"], [forms, "-o", "~nergens-zo-iemand/uit"]):
        done = call(*args, "--vragenlijst", folder)
        assert (done.exit_code, done.stdout) == (1, "")
        assert "Deze plek kan niet: ~nergens-zo-iemand/" in done.stderr


@pytest.mark.skipif(os.name == "nt", reason="Windows takes no such name")
def test_the_name_of_a_file_steers_no_terminal(folder, tmp_path):
    path = tmp_path / "a\x1b[31m\u202eb.csv"
    path.write_text("x\n")
    done = CliRunner().invoke(cli, ["verwerk", str(path), "--vragenlijst", str(folder)], color=True)
    assert done.exit_code == 1
    assert "a·[31m·b.csv: dit is geen tabel" in done.stderr


def test_many_equal_names_are_made_different_in_a_moment():
    names = file_names([f"formulier {nth}" for nth in range(20_000)])
    assert len(set(names)) == 20_000

"""``vragenlijst papier`` makes the form; ``verwerk`` and ``groep voegtoe`` take it back, filled in."""

import io
import json

import pytest
from click.testing import CliRunner
from pypdf import PdfReader

from commands import run, write_questionnaire
from fillers import answers_of, by_pymupdf
from samenspel.cli import cli
from samenspel.exchange.give.json_results import result, to_json
from samenspel.response import Response

ONE = Response(party="bakker", answers={"rol-eigen": 4, "rel-kennen": 2}, notes={"rol-eigen": "Ja."}, meeting="ja")
TWO = Response(party="slager", answers={"rol-eigen": 1}, form="kort")


@pytest.fixture
def folder(tmp_path, small, monkeypatch):
    monkeypatch.setenv("SAMENSPEL_DATA", str(tmp_path / "data"))
    monkeypatch.chdir(tmp_path)
    return write_questionnaire(tmp_path / "klein", small)


def call(*args):
    return CliRunner().invoke(cli, [*map(str, args)])


def paper(folder, *options):
    done = call("vragenlijst", "papier", folder, *options)
    assert done.exit_code == 0, done.output
    return done.stdout


@pytest.fixture
def filled(folder, tmp_path):
    """Two forms, made by the command and filled in by another program."""
    from samenspel.authoring import load

    questionnaire = load(folder)
    paper(folder, "-o", tmp_path / "een.pdf")
    paper(folder, "-o", tmp_path / "twee.pdf", "--kort", "--partij", "slager")
    for name, answers in {
        "een.pdf": answers_of(questionnaire, ONE, "A/1"),
        "twee.pdf": answers_of(questionnaire, TWO, party="slager"),
    }.items():
        path = tmp_path / name
        path.write_bytes(by_pymupdf(path.read_bytes(), answers))
    return questionnaire, [tmp_path / "een.pdf", tmp_path / "twee.pdf"]


def test_the_form_gets_a_name_that_is_free(folder, tmp_path):
    for name in ("samenspel-formulier-klein.pdf", "samenspel-formulier-klein-2.pdf"):
        assert str(tmp_path / name) in paper(folder)
        assert (tmp_path / name).read_bytes().startswith(b"%PDF-")
    assert "samenspel-formulier-klein-kort-slager.pdf" in paper(folder, "--kort", "--partij", "slager")
    assert not (tmp_path / "data").exists()


def test_the_same_questionnaire_gives_the_same_bytes(folder, tmp_path):
    for name in ("a.pdf", "b.pdf"):
        paper(folder, "-o", tmp_path / name)
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()


@pytest.mark.parametrize(
    ("options", "code", "told"),
    [
        (["--partij", "bakkr"], 2, "‘bakkr’ is geen partij. Kies uit: bakker, slager of andere-rol."),
        (["-o", "."], 1, "is een map"),
        (["-o", "weg/x.pdf"], 1, "Deze map bestaat niet"),
    ],
)
def test_what_cannot_be_is_told(folder, options, code, told):
    done = call("vragenlijst", "papier", folder, *options)
    assert done.exit_code == code
    assert told in done.stderr


def test_the_table_to_type_over_into(folder, tmp_path):
    told = paper(folder, "--csv")
    path = tmp_path / "samenspel-tabel-klein.csv"
    assert str(path) in told
    assert "Bij ‘partij’ typt u: bakker, slager of andere-rol." in told
    assert "vorm" not in told
    head, numbers = path.read_text("utf-8-sig").splitlines()
    assert head.startswith("respondent;partij;vorm;gebied;ervaring;overleg;rol-eigen;rol-brood;rol-ander;")
    assert numbers.startswith("nr;;;;;;1;2;3;")
    told = paper(folder, "--csv", "--kort", "--partij", "slager", "-o", tmp_path / "kort.csv")
    assert "Bij ‘partij’ typt u: slager.\nBij ‘vorm’ typt u in elke rij: kort." in told
    assert "rol-brood" not in (tmp_path / "kort.csv").read_text("utf-8-sig")
    done = call("vragenlijst", "papier", folder, "--csv", "-o", tmp_path / "x.pdf")
    assert done.exit_code == 2
    assert "Kies een naam op .csv." in done.stderr


def test_without_or_with_an_unknown_questionnaire(folder):
    assert call("vragenlijst", "papier").exit_code == 2
    done = call("vragenlijst", "papier", "bestaatniet")
    assert done.exit_code == 1
    assert "bestaatniet" in done.stderr


def test_filled_in_forms_are_scored(folder, filled, tmp_path):
    questionnaire, paths = filled
    done = call("verwerk", *paths, "--json", "--vragenlijst", folder)
    assert done.exit_code == 0, done.stderr
    expected = [result(questionnaire, ONE, "A/1"), result(questionnaire, TWO, "twee")]
    assert done.stdout == to_json(expected) + "\n"
    done = call("verwerk", *paths, "-o", tmp_path / "uit", "--deel", "bijlage", "--vragenlijst", folder)
    assert sorted(path.name for path in (tmp_path / "uit").iterdir()) == ["A-1.pdf", "twee.pdf"]
    text = PdfReader(io.BytesIO((tmp_path / "uit" / "A-1.pdf").read_bytes()))
    assert "Ja." in "".join(page.extract_text() for page in text.pages)
    assert not (tmp_path / "data").exists()


def test_one_wrong_form_and_nothing_is_written(folder, filled, tmp_path):
    _questionnaire, paths = filled
    (tmp_path / "stuk.pdf").write_bytes(b"%PDF-1.4")
    done = call("verwerk", *paths, tmp_path / "stuk.pdf", "-o", tmp_path / "uit", "--vragenlijst", folder)
    assert done.exit_code == 1
    assert "stuk.pdf: deze PDF is niet heel" in done.stderr
    assert not (tmp_path / "uit").exists()


def test_csv_and_pdf_go_together_in_their_order(folder, filled, tmp_path):
    _questionnaire, paths = filled
    (tmp_path / "a.csv").write_text("respondent;partij;rol-eigen\n3;slager;2\n", encoding="utf-8")
    done = call("verwerk", tmp_path / "a.csv", paths[0], "--vragenlijst", folder, "--json")
    assert done.exit_code == 0, done.stderr
    assert json.loads(done.stdout)[0]["respondent"] == "3"
    assert len(json.loads(done.stdout)) == 2


def test_the_form_of_another_questionnaire(filled):
    _questionnaire, paths = filled
    done = call("verwerk", *paths)
    assert done.exit_code == 1
    assert "een.pdf en twee.pdf: dit formulier hoort bij de vragenlijst ‘klein’" in done.stderr


def test_a_group_takes_them_and_gives_no_notes(folder, filled, tmp_path):
    _questionnaire, paths = filled
    assert call("groep", "maak", "west", "--vragenlijst", folder, "--verwacht", "bakker=5").exit_code == 0
    done = call("groep", "voegtoe", "west", *paths)
    assert done.exit_code == 0, done.stderr
    assert "2 antwoorden toegevoegd." in done.stdout
    assert "een.pdf" in done.stdout
    again = call("groep", "voegtoe", "west", tmp_path)
    assert "Meting 1 heeft 2 antwoorden" in again.stdout
    stored = b"".join(path.read_bytes() for path in (tmp_path / "data").rglob("*") if path.is_file())
    assert b"Ja." not in stored


def test_two_forms_of_one_hand_are_told_beside_the_results(folder, filled, tmp_path):
    _questionnaire, (one, _two) = filled
    (tmp_path / "f.csv").write_text(
        "respondent;partij;rol-eigen\n1;bakker;3\n2;bakker;3\n3;bakker;4\n4;bakker\n5;bakker\n", encoding="utf-8"
    )
    done = call("verwerk", tmp_path / "f.csv", "--json", "--vragenlijst", folder)
    assert done.exit_code == 0
    assert len(json.loads(done.stdout)) == 5
    assert done.stderr == ("formulieren 1 en 2: alle antwoorden en teksten zijn gelijk. Is er één dubbel?\n")
    assert call("verwerk", one, "--json", "--vragenlijst", folder).stderr == ""


def test_reading_forms_loads_nothing_heavy(folder, filled, tmp_path):
    import subprocess
    import sys

    _questionnaire, (one, _two) = filled
    (tmp_path / "f.csv").write_text("respondent;partij\n1;bakker\n", encoding="utf-8")
    script = (
        "import sys; from samenspel.cli import cli; "
        f"cli(['verwerk', 'f.csv', '--vragenlijst', {str(folder)!r}], standalone_mode=False); "
        f"cli(['verwerk', {str(one)!r}, '--vragenlijst', {str(folder)!r}], standalone_mode=False); "
        "print('pypdf' in sys.modules or 'cryptography' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, encoding="utf-8", check=True)
    assert done.stdout.splitlines()[-1] == "False"


def test_in_a_process_of_its_own(folder, filled, tmp_path):
    _questionnaire, paths = filled
    done = run("verwerk", *map(str, paths), "--json", "--vragenlijst", str(folder), data=tmp_path / "data")
    assert done.returncode == 0
    assert done.stderr == ""
    assert [one["respondent"] for one in json.loads(done.stdout)] == ["A/1", "twee"]

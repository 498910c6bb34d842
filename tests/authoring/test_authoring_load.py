"""Loading: what is accepted, what is refused before anything is read, and what is imported for it."""

import subprocess
import sys
from codecs import BOM_UTF8

import pytest

from samenspel.authoring import QuestionnaireError, builtin_root, load
from samenspel.authoring.files import LIMIT
from samenspel.authoring.nodes import yaml

Q, A, E = "vragenlijst.yaml", "adviezen.yaml", "voorlichting.yaml"


def test_a_questionnaire_is_loaded_whole(klein):
    questionnaire = load(klein)
    assert (questionnaire.id, questionnaire.version) == ("klein", "1.0.0")
    assert [item.id for item in questionnaire.asked.items][:2] == ["rol-eigen", "rol-brood"]
    assert questionnaire.item("rol-eigen").dont_know is False
    assert questionnaire.advice("meelopen").triggers["rol-ander"] == 3
    assert questionnaire.advice("meelopen").triggers["ervaring"].shortfalls == {"nog-niet": 1, "1-3": 0.5}
    assert questionnaire.education.theories[1].dimension == "rel"
    assert len(questionnaire.hash) == 64


def test_the_questionnaires_that_come_along_are_sound():
    folders = [folder for folder in builtin_root().iterdir() if folder.is_dir()]
    assert [load(folder).id for folder in folders] == [folder.name for folder in folders]


def test_the_c_parser_is_used():
    from ruamel.yaml.clib._ruamel_yaml import CParser

    assert yaml().Parser is CParser


@pytest.mark.parametrize("start", [b"", BOM_UTF8])
@pytest.mark.parametrize("line_end", [b"\n", b"\r\n"])
def test_windows_line_ends_and_a_byte_order_mark_are_accepted(klein, start, line_end):
    plain = load(klein)
    for name in (Q, A, E):
        path = klein / name
        path.write_bytes(start + path.read_bytes().replace(b"\n", line_end))
    same = load(klein)
    assert (same.asked, same.advices, same.education) == (plain.asked, plain.advices, plain.education)


def test_lines_are_counted_with_windows_line_ends(klein, change, problems):
    line = change(A, "rel-kennen: 1", "rel-kenen: 1")
    path = klein / A
    path.write_bytes(BOM_UTF8 + path.read_bytes().replace(b"\n", b"\r\n"))
    assert [(p.line, p.column) for p in problems()] == [(line, 7)]


@pytest.mark.parametrize("encoding", ["latin-1", "cp1252", "utf-16"])
def test_another_encoding_is_one_clear_error(klein, problems, encoding):
    path = klein / E
    path.write_bytes(path.read_text("utf-8").replace("Wie elkaar", "Wié elkaar").encode(encoding))
    (problem,) = problems()
    assert "niet opgeslagen als UTF-8" in problem.message
    assert problem.line == (1 if encoding == "utf-16" else 6)


def test_every_byte_counts_for_the_hash(klein):
    before = load(klein).hash
    with (klein / E).open("a", encoding="utf-8") as file:
        file.write("# een opmerking\n")
    assert load(klein).hash != before


def test_missing_files_are_all_told(klein, problems):
    (klein / A).rename(klein / "advies.yaml")
    (klein / E).unlink()
    (klein / E).mkdir()
    told = problems()
    assert [p.file for p in told] == [str(klein / A), str(klein / E)]
    assert "Bedoelde u ‘advies.yaml’?" in str(told[0])


def test_a_folder_that_is_not_there(tmp_path):
    with pytest.raises(QuestionnaireError) as caught:
        load(tmp_path / "weg")
    assert len(caught.value.problems) == 3


def test_a_file_that_may_not_be_read(klein, problems, monkeypatch):
    def refuse(*_):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("pathlib.Path.open", refuse)
    told = problems()
    assert [p.file for p in told] == [str(klein / name) for name in (Q, A, E)]
    assert all("kan niet worden gelezen" in p.message for p in told)


def test_a_file_that_is_too_large_is_not_read_whole(klein, problems):
    with (klein / A).open("ab") as file:
        file.truncate(LIMIT * 1000)  # a file with a hole: it takes no room on the disk
    (problem,) = problems()
    assert str(problem) == f"{klein / A}: Dit bestand is te groot. Hooguit 2 MB mag."


@pytest.mark.parametrize("content", ["", "# niets\n", "---\n"])
def test_an_empty_file(klein, problems, content):
    (klein / E).write_text(content, encoding="utf-8")
    (problem,) = problems()
    assert problem.message == "Dit bestand is leeg."


@pytest.mark.parametrize("content", ["gewoon tekst", "- a\n- b\n", "3", "[]"])
def test_a_file_that_is_something_else(klein, problems, content):
    (klein / E).write_text(content, encoding="utf-8")
    (problem,) = problems()
    assert "hoort een rijtje namen met een waarde erachter" in problem.message


def imported(code: str) -> set[str]:
    script = f"import sys\n{code}\nprint(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return {name.split(".")[0] for name in done.stdout.split()}


def test_importing_reads_no_yaml_and_validates_nothing():
    assert not {"ruamel", "jsonschema", "difflib"} & imported("import samenspel.authoring")


def test_a_sound_questionnaire_needs_no_jsonschema_and_a_snapshot_no_yaml(klein, tmp_path):
    code = (
        "from pathlib import Path\nfrom samenspel.authoring import load\n"
        f"load(Path({str(klein)!r}), snapshots=Path({str(tmp_path / 'snapshots')!r}))"
    )
    first = imported(code)
    assert "ruamel" in first
    assert not {"jsonschema", "reportlab"} & first
    assert not {"ruamel", "jsonschema", "reportlab"} & imported(code)


def test_a_folder_that_may_not_be_looked_into(klein, problems, monkeypatch):
    def refuse(*_, **__):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("pathlib.Path.stat", refuse)
    assert all("kan niet worden gelezen" in p.message for p in problems())

"""A file of another kind in the place of a questionnaire's, and a copy beside it: told, with the remedy that fits."""

import io
import shutil
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner

from samenspel.authoring import QuestionnaireError, builtin_root, find, load
from samenspel.authoring.files import copies, told_copies
from samenspel.authoring.lint import check
from samenspel.cli import cli
from samenspel.storage.shelf import Shelf

CASES = Path(__file__).parents[1] / "data" / "cases"
PLAIN = "Bewaar het daarin als platte tekst (tekst zonder opmaak), met codering UTF-8."
TEXT = "Een vragenlijst is platte tekst. Zet de tekst in een tekstprogramma, en bewaar die als platte tekst."
DOCUMENT = f"Dit is een document van een tekstprogramma, zoals Word of RTF. {PLAIN}"


def packed(*names):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as book:
        for name in names:
            book.writestr(name, "<x/>")
    return out.getvalue()


KINDS = {
    "RTF of TextEdit": ((CASES / "y4-rtf-vragenlijst.yaml").read_bytes(), DOCUMENT),
    "RTF of WordPad": (rb"{\rtf1\ansi\deff0{\fonttbl{\f0 Calibri;}}id: mijn\par" + b"\r\n}", DOCUMENT),
    "Word": (packed("[Content_Types].xml", "_rels/.rels", "word/document.xml"), DOCUMENT),
    "Word of 2003": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le"), DOCUMENT),
    "LibreOffice": (packed("mimetype") + b"application/vnd.oasis.opendocument.text", DOCUMENT),
    "a workbook": (
        packed("xl/workbook.xml"),
        f"Dit is een werkmap van een rekenprogramma. {TEXT}",
    ),
    "a PDF": (b"%PDF-1.7\nid: mijn\n", f"Dit is een PDF. {TEXT}"),
    "a photo": (b"\xff\xd8\xff\xe0\0\x10JFIF\0", f"Dit is een foto of een scan. {TEXT}"),
    "a page": (
        b"\n<!DOCTYPE html>\n<html><pre>id: mijn</pre></html>",
        "Dit is een webpagina. Bewaar alleen de tekst zelf, als platte tekst met codering UTF-8.",
    ),
    "a shortcut": (
        b"[InternetShortcut]\r\nURL=file:///a/vragenlijst.yaml\r\n",
        "Dit is een snelkoppeling naar een bestand. Zet het bestand zelf op deze plek.",
    ),
    "packed": (packed("vragenlijst.yaml"), "Dit is een ingepakt bestand, zoals een ZIP. Pak het eerst uit."),
    "UTF-16": (
        "id: mijn\n".encode("utf-16"),
        "Dit bestand is niet opgeslagen als UTF-8, maar als UTF-16 (‘Unicode’). Sla het op met codering UTF-8.",
    ),
    "UTF-16 without a mark": (
        "id: mijn\n".encode("utf-16-be"),
        "Dit bestand is niet opgeslagen als UTF-8, maar als UTF-16 (‘Unicode’). Sla het op met codering UTF-8.",
    ),
}


@pytest.mark.parametrize(("content", "told"), KINDS.values(), ids=KINDS)
@pytest.mark.parametrize("name", ["vragenlijst.yaml", "adviezen.yaml"])
def test_another_kind_of_file_is_told_with_its_remedy(klein, name, content, told):
    (klein / name).write_bytes(content)
    with pytest.raises(QuestionnaireError) as caught:
        load(klein)
    assert str(caught.value) == f"{klein / name}:1:1: {told}"


@pytest.mark.parametrize(("content", "told"), KINDS.values(), ids=KINDS)
def test_a_path_to_such_a_file_too(tmp_path, content, told):
    path = tmp_path / "mijn vragen.rtf"
    path.write_bytes(content)
    with pytest.raises(QuestionnaireError) as caught:
        find(str(path))
    assert str(caught.value) == f"mijn vragen.rtf:1:1: {told}"


def test_a_text_in_the_old_encoding_has_its_place(klein):
    path = klein / "vragenlijst.yaml"
    path.write_bytes(path.read_bytes() + "\n# één\n".encode("cp1252"))
    lines = path.read_bytes().count(b"\n")
    with pytest.raises(QuestionnaireError) as caught:
        load(klein)
    assert str(caught.value) == (
        f"{path}:{lines}:3: Dit bestand is niet opgeslagen als UTF-8. Sla het op met codering UTF-8."
    )


WRONGLY = ["cp1252", "mac-roman", "cp850"]


@pytest.mark.parametrize("encoding", WRONGLY)
def test_letters_that_were_opened_in_another_encoding_are_a_warning(klein, encoding):
    path = klein / "adviezen.yaml"
    text = path.read_text(encoding="utf-8") + "# één keer\n# twee\n# dan café, en\n# naïef\n"
    path.write_text(text.encode().decode(encoding), encoding="utf-8")
    first_ = text[: text.index("# één")].count("\n") + 1
    (told,) = [str(warning) for warning in check(klein).warnings if "vreemde tekens" in warning.message]
    assert told == (
        f"{path}:{first_}:1: Hier zijn letters veranderd in vreemde tekens. Ook in 2 andere regels. "
        "Verbeter ze, en sla het bestand op met codering UTF-8."
    )


def test_one_line_of_such_letters_is_told_alone(klein):
    path = klein / "vragenlijst.yaml"
    lines = path.read_text(encoding="utf-8").count("\n") + 1
    path.write_text(path.read_text(encoding="utf-8") + "# cafÈ\n", encoding="utf-8")
    (told,) = [str(warning) for warning in check(klein).warnings if "vreemde tekens" in warning.message]
    assert told.startswith(f"{path}:{lines}:1: Hier zijn letters veranderd in vreemde tekens. Verbeter ze,")


def test_what_comes_along_has_no_such_letters():
    for folder in builtin_root().iterdir():
        if folder.is_dir():
            assert not [one for one in check(folder).warnings if "vreemde tekens" in one.message]


def test_line_ends_of_an_older_mac_are_read(tmp_path):
    folder = tmp_path / "oud"
    shutil.copytree(builtin_root() / "samenwerking-jeugd", folder)
    before = [str(one).replace(str(folder), "") for one in check(folder).warnings]
    for path in folder.glob("*.yaml"):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r"))
    assert [str(one).replace(str(folder), "") for one in check(folder).warnings] == before


def test_a_folder_whose_questionnaire_has_another_name_is_found_and_told(klein):
    (klein / "vragenlijst.yaml").rename(klein / "vragenlijst.yaml.txt")
    assert find(klein.name, roots=[klein.parent]) == klein
    with pytest.raises(QuestionnaireError) as caught:
        load(find(klein.name, roots=[klein.parent]))
    assert "Bedoelde u ‘vragenlijst.yaml.txt’?" in str(caught.value)


def test_a_text_under_another_name_is_told(klein):
    path = (klein / "vragenlijst.yaml").rename(klein / "vragenlijst.yaml.txt")
    with pytest.raises(QuestionnaireError) as caught:
        find(str(path))
    assert str(caught.value) == (
        "vragenlijst.yaml.txt: Dit is een bestand met een andere naam dan vragenlijst.yaml. Geef de map van de "
        "vragenlijst. Daarin heten de bestanden vragenlijst.yaml, adviezen.yaml en voorlichting.yaml."
    )


COPIES = [
    "vragenlijst-LAPTOP-1A2B3C.yaml",  # OneDrive
    "vragenlijst (1).yaml",  # Google Drive, a browser
    "vragenlijst - kopie.yaml",  # Windows
    "vragenlijst kopie.yaml",  # macOS
    "Kopie van vragenlijst.yaml",  # Google Drive
    "vragenlijst (Conflicterende kopie van LAPTOP 2026-11-29).yaml",  # Dropbox
    "vragenlijst.sync-conflict-20261129-101112-ABCDEF.yaml",  # Syncthing
    "vragenlijst.yaml.orig",
    "vragenlijst.yaml~",
    "Vragenlijst_1.YAML",
    "vragenlijst.yaml.txt",
    "vragenlijst.yml",
]


@pytest.mark.parametrize("name", COPIES)
def test_a_copy_beside_it_is_a_warning(klein, name):
    (klein / name).write_text("id: anders\n", encoding="utf-8")
    told = [str(warning) for warning in check(klein).warnings if name in warning.message]
    text = f"Ernaast staat ‘{name}’. Dat leest samenspel niet."
    remedy = "Staan uw wijzigingen daarin? Zet ze dan hier. Haal de kopie weg."
    assert told == [f"{klein / 'vragenlijst.yaml'}: {text} {remedy}"]


def test_other_files_beside_it_are_none(klein):
    for name in ("leesmij.txt", "schema.json", ".vragenlijst.yaml.swp", "vragenlijst.pdf", "nieuw.yaml", "foto.yaml"):
        (klein / name).touch()
    assert copies(klein) == {}
    assert told_copies(klein / "er niet") == ""


def test_a_copy_is_told_once_and_by_the_first_name(klein):
    for number in range(5):
        (klein / f"adviezen ({number}).yaml").touch()
    (klein / "nieuw adviezen.yaml").touch()
    found = copies(klein, ("adviezen.yaml", "nieuw.yaml"))
    assert [len(found[name]) for name in found] == [6]
    assert told_copies(klein) == (
        "adviezen.yaml: Ernaast staan kopieën, zoals ‘adviezen (0).yaml’, ‘adviezen (1).yaml’ en "
        "‘adviezen (2).yaml’. Die leest samenspel niet."
    )


def test_who_uses_or_chooses_it_is_told(klein, tmp_path, monkeypatch):
    monkeypatch.setenv("SAMENSPEL_DATA", str(tmp_path / "data"))
    monkeypatch.chdir(tmp_path)
    own = tmp_path / "data" / "eigen-vragenlijsten" / "mijn"
    own.parent.mkdir(parents=True)
    klein.rename(own)
    (own / "adviezen-PC2.yaml").touch()
    told = "adviezen.yaml: Ernaast staat ‘adviezen-PC2.yaml’. Dat leest samenspel niet."
    done = CliRunner().invoke(cli, ["vragenlijst", "papier", "mijn", "-o", "uit.pdf"])
    assert done.exit_code == 0
    assert f"Let op: {told}" in done.stderr
    assert told not in CliRunner().invoke(cli, ["vragenlijst", "controleer", "mijn"]).stderr  # there it is a warning
    (offered,) = Shelf(tmp_path / "data").mine()
    assert offered.about().endswith(told)

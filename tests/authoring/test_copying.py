"""A copy of a questionnaire: everything goes along, it says what it came from, and it can be adapted at once."""

import difflib
import sys
from pathlib import Path

import pytest

from commands import run
from samenspel.authoring import find, load, load_labels
from samenspel.authoring.copying import copied, id_of
from samenspel.authoring.files import EDUCATION, LABELS, NAMES, QUESTIONNAIRE, builtin_root, decode, ids, read_files
from samenspel.authoring.new_folder import CopyNameError, copy


def source(id_):
    return {name: decode(name, raw) for name, raw in read_files(find(id_), (*NAMES, LABELS)).items()}


@pytest.mark.parametrize("id_", ids(builtin_root()))
def test_all_but_its_name_version_and_provenance_is_the_same(id_):
    before, after = source(id_), copied(source(id_), "mijn-wijk")
    for name in before:
        lines = [
            line
            for line in difflib.ndiff(before[name].splitlines(), after[name].splitlines())
            if line[:1] in "+-" and "schema" not in line
        ]
        if name == QUESTIONNAIRE:
            added = "\n".join(line[2:] for line in lines if line[0] == "+")
            assert "id: mijn-wijk" in added
            assert 'versie: "1.0.0"' in added
            assert "(eigen versie)" in added
            assert "begon als kopie van" in added
            assert len(lines) <= 9
        else:
            assert lines == []


@pytest.mark.parametrize(
    "account",
    [
        "verantwoording: []\n",
        "verantwoording: [ ] # nog leeg\n",
        "verantwoording:\n- Dit is van ons.\n",
        "verantwoording:\n    # Wees eerlijk.\n\n    - Dit is van ons.\n",
    ],
)
def test_where_it_comes_from_is_said_however_the_account_was_written(tmp_path, account):
    files = source("samenwerking-jeugd")
    files[QUESTIONNAIRE] = files[QUESTIONNAIRE][: files[QUESTIONNAIRE].index("verantwoording:")] + account
    for name, text in copied(files, "mijn-wijk").items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    first, *rest = load(tmp_path).asked.account
    assert "begon als kopie van" in first
    assert rest == ([] if "[" in account else ["Dit is van ons."])


def test_the_command_makes_one_that_is_sound_and_refuses_to_write_over_one(tmp_path):
    data = tmp_path / "gegevens"
    made = run("vragenlijst", "kopieer", "samenwerking-jeugd", "mijn-wijk", "--titel", "Zelftest: Almelo", data=data)
    assert made.returncode == 0, made.stderr
    folder = data / "eigen-vragenlijsten" / "mijn-wijk"
    copy = load(folder)
    assert (copy.id, copy.version, copy.asked.title) == ("mijn-wijk", "1.0.0", "Zelftest: Almelo")
    assert copy.asked.account[0].startswith("Deze vragenlijst begon als kopie van ‘Zelftest samenwerking in de wijk’")
    assert load_labels(folder, copy)
    before = (folder / QUESTIONNAIRE).read_bytes()
    again = run("vragenlijst", "kopieer", "mijn-wijk", "mijn-wijk", data=data)
    assert again.returncode == 1
    assert "bestaat al" in again.stderr
    assert (folder / QUESTIONNAIRE).read_bytes() == before
    once_more = run("vragenlijst", "kopieer", "mijn-wijk", "nog-een", data=data)
    assert once_more.returncode == 0
    assert len(load(data / "eigen-vragenlijsten" / "nog-een").asked.account) == len(copy.asked.account) + 1


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("Mijn Wijk!", "Bijvoorbeeld: mijn-wijk"),
        ("../weg", "kleine letters"),
        ("school-wijkteam", "school-wijkteam-eigen"),
        ("a" * 61, "hooguit 60 tekens"),
        ("…", "kleine letters"),
    ],
)
def test_a_name_that_cannot_be_is_refused_with_one_that_can(tmp_path, typed, said):
    made = run("vragenlijst", "kopieer", "samenwerking-jeugd", typed, data=tmp_path)
    assert made.returncode == 2
    assert said in made.stderr
    assert not (tmp_path / "eigen-vragenlijsten").exists()
    assert id_of("Mijn  Wijk") == "mijn-wijk"


def test_of_comments_only_a_command_gets_the_new_name():
    files = source("samenwerking-jeugd")
    text = files[QUESTIONNAIRE].replace("id: samenwerking-jeugd", "id: rol", 1)
    files[QUESTIONNAIRE] = f"# Elke rol telt.\n# Typ: samenspel vragenlijst controleer rol\n# Niet rol-ander.\n{text}"
    lines = copied(files, "mijn-wijk")[QUESTIONNAIRE].splitlines()
    assert lines[:3] == ["# Elke rol telt.", "# Typ: samenspel vragenlijst controleer mijn-wijk", "# Niet rol-ander."]


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such folder")
def test_where_nothing_can_be_made_the_place_that_was_asked_is_told():
    with pytest.raises(OSError, match="nietes") as raised:
        copy(find("samenwerking-jeugd"), Path("/dev/null/nietes"), "kopie")
    assert raised.value.filename == "/dev/null/nietes"


def test_a_title_that_cannot_be_shown_is_refused_before_anything_is_made(tmp_path):
    for title, said in (("Zelftest 漢", "Het teken ‘漢’"), ("Voor {ik}", "‘{ik}’ kan hier niet")):
        with pytest.raises(CopyNameError, match=f"De titel kan zo niet. {said}"):
            copy(find("samenwerking-jeugd"), tmp_path / "kopie", "kopie", title)
    assert list(tmp_path.iterdir()) == []


def test_one_with_errors_is_not_copied(tmp_path):
    folder = tmp_path / "stuk"
    folder.mkdir()
    for name, text in source("samenwerking-jeugd").items():
        (folder / name).write_text(text.replace("dimensie: rol\n", "dimensie: roll\n", 1), encoding="utf-8")
    made = run("vragenlijst", "kopieer", str(folder), "mijn-wijk", data=tmp_path / "gegevens")
    assert made.returncode == 1
    assert "vragenlijst.yaml:238" in made.stderr
    assert "Traceback" not in made.stderr


def test_the_pictures_that_it_names_go_along_and_what_cannot_is_told(tmp_path):
    folder = tmp_path / "eigen"
    folder.mkdir()
    for name, text in source("samenwerking-jeugd").items():
        (folder / name).write_text(text, encoding="utf-8")
    drawn = b'<svg xmlns="http://www.w3.org/2000/svg"/>'
    for name in ("logo.svg", "ander.svg"):
        (folder / name).write_bytes(drawn)
    slide = "presentatie:\n  - id: plein\n    titel: Kijk\n    beeld: {bestand: plein.jpg, tekst: Een plein.}\n"
    education = (folder / EDUCATION).read_text(encoding="utf-8").replace("presentatie:\n", slide, 1)
    (folder / EDUCATION).write_text(f"logo: {{bestand: logo.svg, tekst: Ons logo.}}\n{education}", encoding="utf-8")
    (told,) = copy(folder, tmp_path / "nieuw" / "mijn-wijk", "mijn-wijk")
    assert told.startswith("Dit beeld ging niet mee: plein.jpg. Het bestand ‘plein.jpg’ staat niet in deze map.")
    copies = {one.name for one in (tmp_path / "nieuw" / "mijn-wijk").iterdir()}
    assert copies == {*NAMES, LABELS, "schema.json", "logo.svg"}
    assert (tmp_path / "nieuw" / "mijn-wijk" / "logo.svg").read_bytes() == drawn

"""The folder for Windows: started as a person starts it, from any place, and every command once."""

import json
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest
from under_wine import seen

from bots import lines_for
from commands import run
from samenspel.exchange.give.json_results import result, to_json
from samenspel.exchange.handover import Reading
from samenspel.fictional.handing_in import FORMS_CSV, handed_in
from samenspel.response import Response

pytestmark = pytest.mark.wine


@pytest.fixture
def data(tmp_path):
    return tmp_path / "gegevens"


def test_the_launcher_passes_on_what_was_typed(folder, tmp_path):
    done = folder.launched("demo", "-o", seen(tmp_path / "dé mo"), SAMENSPEL_DATA=seen(tmp_path / "gegevens"))
    assert (done.returncode, done.stderr) == (0, "")
    assert f"Het rapport staat in {seen(tmp_path / 'dé mo')}" in done.stdout
    assert (tmp_path / "dé mo" / "demo-rapport.pdf").read_bytes().startswith(b"%PDF-")
    assert not (tmp_path / "gegevens").exists()


def test_a_wrong_call_gives_its_exit_code(folder):
    done = folder.launched("bestaatniet")
    assert done.returncode == 2
    assert "De opdracht ‘bestaatniet’ bestaat niet." in done.stderr


def test_what_fails_after_a_double_click_stays_to_be_read(folder, data):
    """Here there is no console: the app says so, and the window waits for a key."""
    done = folder.launched(SAMENSPEL_DATA=seen(data))
    assert done.returncode == 2
    assert "De app heeft een terminal nodig" in done.stderr
    assert "samenspel is gestopt. Hierboven staat waarom. Druk op een toets" in done.stdout


def _set_rights(place: Path, mode: int) -> None:
    """Give these rights to a folder and all folders in it."""
    for one in [place, *place.rglob("*/")]:
        one.chmod(mode)


def test_a_folder_that_may_only_be_read_works_as_well(folder, tmp_path, data):
    """Root is stopped by nothing but a mount; who may not mount is stopped by rights."""
    place = tmp_path / "alleen lezen"
    place.mkdir()
    mount = ["mount", "--bind", "-o", "ro", folder.path, place]
    mounted = not subprocess.run(mount, check=False, capture_output=True).returncode
    if not mounted:
        place.rmdir()
        shutil.copytree(folder.path, place)
        _set_rights(place, 0o555)
    try:
        done = folder.launched("vragenlijst", "controleer", "samenwerking-jeugd", at=place, SAMENSPEL_DATA=seen(data))
    finally:
        if mounted:
            subprocess.run(["umount", "-l", place], check=True)
        else:
            _set_rights(place, 0o755)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("beside", [(), ("python",)])
def test_started_without_its_folder_it_says_what_to_do_and_waits(folder, tmp_path, beside):
    """Whoever double-clicks it within the zip gets that one file, in a folder of its own."""
    for name in beside:
        shutil.copytree(folder.path / name, tmp_path / name)
    shutil.copy(folder.path / "Samenspel.cmd", tmp_path)
    done = folder.launched(at=tmp_path)
    assert done.returncode == 1
    what, then = done.stdout.splitlines()
    assert what.startswith("samenspel is niet compleet. Pak eerst het hele zip-bestand uit")
    assert then == "Druk op een toets om dit venster te sluiten."


def test_what_is_printed_is_utf_8_in_a_pipe(folder, data):
    """Also without the launcher: ``cp1252`` has no ‘✓’, and a reader expects no Latin letters."""
    done = folder.python("-m", "samenspel", "uitslag", SAMENSPEL_DATA=seen(data))
    assert done.stderr == "Fout: Er is nog geen zelftest. Begin met ‘samenspel zelftest’.\n"


def test_every_module_is_imported(folder):
    with zipfile.ZipFile(folder.archive) as archive:
        names = {name.partition("/lib/")[2] for name in archive.namelist() if "/lib/samenspel/" in name}
    modules = sorted(name[:-3].removesuffix("/__init__").replace("/", ".") for name in names if name.endswith(".py"))
    assert len(modules) > 200
    modules.remove("samenspel.__main__")
    done = folder.python("-c", f"import importlib\nfor name in {modules!r}: importlib.import_module(name)\nprint('ja')")
    assert (done.stdout, done.stderr) == ("ja\n", "")


def test_a_whole_self_test_in_line_mode_and_all_that_comes_of_it(folder, data, tmp_path, real):
    """Typed through a pipe, as a screen reader's program may do, with Windows' line ends; also without the launcher."""
    person = Response(
        party="wijkcoach",
        experience=real.asked.context.experience.choices[-1].id,
        meeting=real.asked.context.meeting.choices[0].id,
        answers={item.id: 1 + number % 5 for number, item in enumerate(real.asked.items)},
        open={real.asked.open_questions[0].id: "Wij drinken koffie. ☕"},
    )
    typed = "".join(f"{line}\r\n" for line in lines_for(real, person))
    done = folder.python("-m", "samenspel", "zelftest", "--regel", typed=typed, SAMENSPEL_DATA=seen(data))
    assert done.returncode == 0, done.stdout + done.stderr
    assert any("Wij drinken koffie. ☕" in path.read_text(encoding="utf-8") for path in data.rglob("*.json"))
    found = json.loads(folder.samenspel("uitslag", "--json", data=data).stdout)
    assert found == json.loads(to_json(result(real, person, found["respondent"])))
    for suffix, begin in ((".pdf", b"%PDF-"), (".html", b"<!DOCTYPE html>")):
        done = folder.samenspel("rapport", "-o", seen(tmp_path / f"één rapport{suffix}"), data=data)
        assert (done.returncode, done.stderr) == (0, "")
        assert (tmp_path / f"één rapport{suffix}").read_bytes().startswith(begin)
    done = folder.samenspel("delen", "-o", seen(tmp_path / "mijn.json"), data=data)
    assert done.returncode == 0, done.stderr
    assert Reading(real).file(tmp_path / "mijn.json").contribution.response.answers == person.answers
    done = folder.samenspel("gegevens", "wis", found["respondent"], "--ja", data=data)
    assert done.returncode == 0, done.stderr
    assert not list(data.rglob(f"{found['respondent']}*"))


def test_a_group_from_making_it_to_its_figures(folder, data, tmp_path, real):
    """The figures are the very ones that this machine gives."""
    for name, content in handed_in(real).items():
        path = tmp_path / "ontvangen" / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content)
    brought = tmp_path / "ontvangen", tmp_path / "ontvangen" / FORMS_CSV
    steps = (
        ("maak", "Wijkteam Één"),
        ("voegtoe", "Wijkteam Één", *brought),
        ("onthul", "Wijkteam Één", "--ja"),
        ("rapport", "Wijkteam Één", "-o", tmp_path / "groep.pdf", "--vervang"),
        ("export", "Wijkteam Één", "--naar", "xlsx", "-o", tmp_path / "groep.xlsx", "--vervang"),
        ("export", "Wijkteam Één", "--naar", "csv", "-o", tmp_path / "tabellen", "--vervang"),
        ("uitslag", "Wijkteam Één", "--json"),
    )
    for step in steps:
        there = [seen(one) if isinstance(one, Path) else one for one in step]
        done, ours = folder.samenspel("groep", *there, data=data), run("groep", *map(str, step), data=tmp_path / "hier")
        assert (done.returncode, ours.returncode) == (0, 0), done.stdout + done.stderr + ours.stderr
    assert done.stdout == ours.stdout
    assert (tmp_path / "groep.pdf").read_bytes().startswith(b"%PDF-")
    done = folder.samenspel("verwerk", seen(brought[0]), "-o", seen(tmp_path / "rapporten"), data=data)
    assert done.returncode == 0, done.stdout + done.stderr
    assert len(list((tmp_path / "rapporten").glob("*.pdf"))) == 14
    done = folder.samenspel("groep", "wis", "Wijkteam Één", "--ja", data=data)
    assert done.returncode == 0, done.stderr
    assert list((data / "groepen").iterdir()) == []


def test_files_that_are_refused_change_nothing(folder, data, tmp_path):
    """Each has its line; what is asked of the machine for one has its bounds, as the tests of exchange say."""
    place = tmp_path / "fout"
    place.mkdir()
    bad = {
        "leeg.pdf": b"",
        "half.pdf": b"%PDF-1.7\n1 0 obj\n<<",
        "geen.json": b"{",
        "ander.json": b'{"iets": 1}',
        "kop.csv": b"a;b\n1;2\n",
        "letters.csv": b"respondent;partij\n1;wijkcoach\xff\n",
    }
    for name, content in bad.items():
        (place / name).write_bytes(content)
    folder.samenspel("groep", "maak", "Proef", data=data)
    before = {path: path.read_bytes() for path in data.rglob("*.json")}
    for command in (("verwerk",), ("groep", "voegtoe", "Proef")):
        done = folder.samenspel(*command, *(seen(place / name) for name in bad), data=data)
        assert done.returncode == 1
        assert "Traceback" not in done.stderr
        assert [name for name in bad if name not in done.stdout + done.stderr] == []
    assert {path: path.read_bytes() for path in data.rglob("*.json")} == before
    done = folder.samenspel("verwerk", seen(tmp_path / "er-niet.csv"), data=data)
    assert "Kijk of de naam en de map kloppen." in done.stderr


def test_a_file_where_the_data_should_stand_is_told(folder, tmp_path):
    (tmp_path / "gegevens").write_text("geen map", encoding="utf-8")
    for args in (("uitslag",), ("gegevens", "toon"), ("groep", "maak", "Proef"), ("groep", "lijst")):
        done = folder.samenspel(*args, data=tmp_path / "gegevens")
        assert done.returncode == 1, args
        assert "daar staat een bestand in de weg" in done.stderr
    assert (tmp_path / "gegevens").read_text(encoding="utf-8") == "geen map"


@pytest.mark.parametrize("name", ["con.pdf", "NUL.pdf", "rapport:geheim.pdf", "wat?.pdf"])
def test_a_name_that_windows_keeps_for_itself_is_refused(folder, tmp_path, data, name):
    done = folder.samenspel("vragenlijst", "papier", "samenwerking-jeugd", "-o", f"{seen(tmp_path)}\\{name}", data=data)
    assert done.returncode == 1
    assert done.stderr.endswith("Kies een andere naam.\n")  # NUL is told as what it is: no ordinary file
    assert list(tmp_path.iterdir()) == []


def test_a_report_that_another_program_has_open_stays_and_is_told(folder, tmp_path, data):
    """As Acrobat holds what it shows, or a scanner what it reads."""
    path = tmp_path / "papier.pdf"
    path.write_bytes(b"oud")
    holding = f"""
import subprocess, sys
with open({seen(path)!r}, "rb"):
    done = subprocess.run([sys.executable, "-X", "utf8", "-m", "samenspel", *sys.argv[1:]], capture_output=True)
print(done.returncode, done.stderr.decode())
"""
    args = ("vragenlijst", "papier", "samenwerking-jeugd", "--vervang", "-o", seen(path))
    done = folder.python("-X", "utf8", "-c", holding, *args, SAMENSPEL_DATA=seen(data))
    assert done.stdout.startswith("1 "), done.stdout + done.stderr
    assert "Dit bestand is open in een ander programma." in done.stdout
    assert path.read_bytes() == b"oud"
    assert list(tmp_path.iterdir()) == [path]

"""What anyone sees who asks for help or mistypes: Dutch, at once, and with a way on."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from commands import run
from samenspel import __version__
from samenspel.cli import DOORS, cli, dutch

# click's own words; one of them in our output is a text that was not translated.
ENGLISH = re.compile(
    r"\b(usage|error|options?:|try|show|missing|such|unexpected|requires|invalid|aborted|commands?:|does|exit)\b",
    re.IGNORECASE,
)
HEAVY = (
    "textual",
    "rich",
    "reportlab",
    "questionary",
    "prompt_toolkit",
    "tinydb",
    "msgspec",
    "ruamel",
    "jsonschema",
    "xlsxwriter",
    "pypdf",
    "icalendar",
    "cryptography",
)


def commands(group=cli, path=()):
    """Every command with its path, the groups included."""
    yield path, group
    if isinstance(group, click.Group):
        context = click.Context(group)
        for name in group.list_commands(context):
            yield from commands(group.get_command(context, name), (*path, name))


ALL = dict(commands())


def call(*args, data):
    """The command in this process."""
    return CliRunner().invoke(cli, args, prog_name="samenspel", env={"SAMENSPEL_DATA": str(data)})


def test_help_names_every_command_that_works(tmp_path):
    done = run("--help", data=tmp_path / "data")
    assert done.returncode == 0
    assert re.findall(r"^  ([a-z]+) {2,}\S", done.stdout.split("Opdrachten:")[1], re.MULTILINE) == list(DOORS)
    assert "Antwoorden blijven op deze computer".lower() in " ".join(done.stdout.split()).lower()
    assert not (tmp_path / "data").exists()


@pytest.mark.parametrize("asked", ["--help", "--version"])
def test_help_loads_nothing_heavy(asked):
    script = f"import sys; from samenspel.cli import cli; cli(['{asked}'], standalone_mode=False); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, encoding="utf-8", check=True)
    loaded = set(done.stdout.splitlines()[-1].split())
    assert "click" in loaded
    assert loaded.isdisjoint(HEAVY)
    ours = {name for name in loaded if name.startswith("samenspel.") and not name.startswith("samenspel.cli")}
    # Small ones, which need no other of ours but these.
    assert ours == {f"samenspel.{name}" for name in ("hygiene", "keyboard", "refusals", "taal")}


def test_no_command_loads_a_screen_or_paper_before_it_draws_one():
    script = (
        "import click, sys\n"
        "from samenspel.cli import cli\n"
        "def load(group):\n"
        "    for name in group.list_commands(None):\n"
        "        command = group.get_command(None, name)\n"
        "        if isinstance(command, click.Group): load(command)\n"
        "load(cli)\n"
        "print(*sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, encoding="utf-8", check=True)
    loaded = set(done.stdout.split())
    assert {module for module, _line in DOORS.values()} <= loaded
    assert loaded.isdisjoint(set(HEAVY) - {"msgspec", "tinydb"})


@pytest.mark.parametrize("path", ALL, ids="-".join)
def test_every_command_explains_itself_and_each_option_in_dutch(path, tmp_path):
    for flag in ("-h", "--help"):
        done = call(*path, flag, data=tmp_path)
        assert done.exit_code == 0
        assert not ENGLISH.search(done.stdout.replace("--help", "")), done.stdout
        assert done.stdout.startswith("Gebruik: samenspel")
        assert "Toon deze uitleg." in done.stdout
    command = ALL[path]
    assert command.help
    for parameter in command.params:
        if isinstance(parameter, click.Option):
            assert parameter.help, parameter.name
            assert parameter.is_flag or parameter.metavar, parameter.name
        else:
            assert parameter.metavar, parameter.name


def test_version(tmp_path):
    assert run("--version", data=tmp_path).stdout == f"samenspel, versie {__version__}\n"


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        (["zelftst"], "De opdracht ‘zelftst’ bestaat niet. Bedoelde u ‘zelftest’?"),
        (
            ["xyz"],
            (
                "Kies uit: zelftest, uitslag, rapport, stap, verwerk, groep, delen, code, voorlichting, "
                "vragenlijst, gegevens of demo."
            ),
        ),
        (["gegevens", "tonen"], "Bedoelde u ‘toon’?"),
        (["\x1b[31mrood"], "De opdracht ‘[31mrood’ bestaat niet."),
        (["--hlep"], "De optie --hlep bestaat niet. Bedoelde u '--help'?"),
        (["uitslag", "--jsn"], "De optie --jsn bestaat niet. Bedoelde u '--json'?"),
        (["uitslag", "--json=ja"], "Achter de optie --json hoort geen waarde."),
        (["uitslag", "a", "b", "c"], "Dit hoort er niet bij: b c. Zet een naam met spaties tussen aanhalingstekens."),
        (["verwerk"], "Er ontbreekt iets: 'FORMULIEREN…'."),
        (["gegevens", "wis"], "Er ontbreekt iets: 'ID|BESTAND'."),
        (["rapport", "-o"], "Achter de optie -o hoort nog een waarde."),
    ],
)
def test_a_wrong_call_is_told_in_dutch_with_exit_code_2(typed, told, tmp_path):
    done = call(*typed, data=tmp_path / "data")
    assert done.exit_code == 2
    assert done.stdout == ""
    assert told in done.stderr
    assert "--help’" in done.stderr or "Achter de optie" in told  # click knows no command there
    assert not ENGLISH.search(done.stderr.replace("--help", "").replace("--hlep", "")), done.stderr
    assert "\x1b" not in done.stderr
    assert not (tmp_path / "data").exists()


@pytest.mark.parametrize(
    ("typed", "same"),
    [
        (["help"], ["--help"]),
        (["help", "rapport"], ["rapport", "--help"]),
        (["help", "groep", "maak"], ["groep", "maak", "--help"]),
        (["groep", "help", "maak"], ["groep", "maak", "--help"]),
    ],
)
def test_help_is_a_word_too(typed, same, tmp_path):
    done = call(*typed, data=tmp_path / "data")
    assert done.exit_code == 0
    assert done.stdout == call(*same, data=tmp_path / "data").stdout


def test_every_translated_text_is_still_one_of_clicks():
    texts = set()
    for file in Path(click.__file__).parent.glob("*.py"):
        texts |= {
            node.value
            for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
            if isinstance(node, ast.Constant) and isinstance(node.value, str)
        }
    assert set(dutch.TEXTS) <= texts


@pytest.mark.parametrize(("english", "ours"), dutch.TEXTS.items())
def test_a_translation_fills_in_nothing_that_click_does_not_give(english, ours):
    def named(text):
        return set(re.findall(r"{(\w+)", text))

    assert named(ours) <= named(english)


@pytest.mark.parametrize("call", [[], ["zelftest"]])
def test_without_a_terminal_the_app_says_so_and_names_what_works(call, tmp_path):
    done = run(*call, data=tmp_path / "data")
    assert done.returncode == 2
    assert done.stdout == ""
    assert "terminal" in done.stderr
    for command in ("zelftest --regel", *(name for name in DOORS if name != "zelftest")):
        assert command in done.stderr
    assert not (tmp_path / "data").exists()

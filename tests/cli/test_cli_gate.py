"""The gate to the terminal: whatever names, arguments and files hold, nothing that a command prints hides or steers."""

import ast
import io
import json
import os
import random
import sys
import unicodedata
from datetime import datetime
from functools import partial
from pathlib import Path

import click
import pytest

import samenspel
from commands import COMMAND, at_work, environment, write_questionnaire
from samenspel import cli
from samenspel.authoring import load
from samenspel.cli.gate import Gate, gated
from samenspel.exchange.give.json_results import to_json
from samenspel.exchange.handover import to_file
from samenspel.fictional.professional import answer_all
from samenspel.group.model import Group
from samenspel.hygiene import MARKS
from samenspel.response import Response
from samenspel.session import Session
from samenspel.storage.groups import Groups
from samenspel.storage.preferences import OWN_QUESTIONNAIRES
from samenspel.storage.selftests import SelfTests

if sys.platform != "win32":
    import pexpect

NOW = datetime(2026, 3, 1, 9, 30)  # noqa: DTZ001 - the wall clock of who answers


def steering(text: str, *, terminal: bool = False) -> set[str]:
    """Return what in an output is more than text and line ends; those of a terminal are two characters."""
    text = text.replace("\r\n", "\n") if terminal else text
    return {c for c in text if c != "\n" and (c in MARKS or unicodedata.category(c) in {"Cc", "Cs"})}


# The gate by itself. ---------------------------------------------------------------------------------------------


@pytest.fixture
def behind():
    return io.StringIO()


def test_every_way_to_print_passes_the_gate(monkeypatch, behind):
    hostile = "a\x1b]2J\x9b\u202e\u2028\u2060\udce9\tb\n"  # of a sequence with [ click takes away the whole
    monkeypatch.setattr(sys, "stdout", behind)
    monkeypatch.setattr(sys, "stderr", behind)
    with gated(), gated():
        ways = [
            partial(print, end="", file=sys.stdout),
            sys.stderr.write,
            partial(click.echo, nl=False),
            partial(click.echo, nl=False, err=True),
            lambda text: click.UsageError(text[:-1]).show(),
            lambda text: sys.stdout.writelines([text]),
            lambda text: sys.excepthook(ValueError, ValueError(text), None),
        ]
        for way in ways:
            way(hostile)
    assert (sys.stdout, sys.stderr) == (behind, behind)
    assert behind.getvalue().count("a·]2J······b\n") == len(ways)
    assert steering(behind.getvalue()) == set()


def test_there_is_no_way_past_the_gate(behind):
    gate = Gate(behind)
    assert not hasattr(gate, "buffer")
    with pytest.raises(io.UnsupportedOperation):
        gate.fileno()
    with pytest.raises(TypeError):
        gate.write(b"\x1b")
    assert behind.getvalue() == ""


def test_a_stream_that_was_put_in_its_place_meanwhile_stays(monkeypatch, behind):
    other = io.StringIO()
    monkeypatch.setattr(sys, "stdout", behind)
    with gated():
        sys.stdout = other  # as click does when nobody reads any more
    assert sys.stdout is other


def test_what_is_json_reads_as_it_was():
    hostile = {"naam": "a\x1b[2J\x9b\u202e\u2028\u2060\t\nb", "é": ["☕", "👩\u200d💻"]}
    written = to_json(hostile)
    assert json.loads(written) == hostile
    assert steering(written) == set()
    assert "☕" in written


# Nothing goes past it. --------------------------------------------------------------------------------------------

SOURCE = Path(samenspel.__file__).parent
PAST = frozenset(
    {
        *("__stdout__", "__stderr__", "buffer", "fileno", "fdopen", "openpty", "system", "popen"),
        *("get_binary_stream", "get_text_stream", "open_file", "open_stream", "echo_via_pager", "pause", "launch"),
        *("create_output", "print_formatted_text", "display_mappings"),
        *("/dev/tty", "/dev/stdout", "/dev/stderr", "CON", "CONOUT$"),
    }
)
"""What could print without ``sys.stdout`` and ``sys.stderr``."""
PARTS = {"questionary.Choice", "questionary.Separator"}  # of a menu, which prints them
KNOWN = {
    "keyboard.py Terminal._show os.write",  # what is typed, shown as it is typed
    "keyboard.py keyboard fileno",  # of the input
    "line/prompter.py _terminal __stdout__",
    "line/prompter.py _terminal create_output",
    "line/prompter.py _terminal display_mappings",
    "line/prompter.py MenuPrompter.choose.ask questionary.select",
    "line/prompter.py _typed questionary.text",
}


class WaysOut(ast.NodeVisitor):
    """The places in a module that may print past the gate."""

    def __init__(self, name: str) -> None:
        self.found: set[str] = set()
        self._name = name
        self._within: list[str] = []

    def _inside(self, node):
        self._within.append(node.name)
        self.generic_visit(node)
        self._within.pop()

    visit_FunctionDef = visit_AsyncFunctionDef = visit_ClassDef = _inside  # noqa: N815 - ast's own names

    def visit_Attribute(self, node):
        if node.attr in PAST:
            self._note(node.attr)
        self.generic_visit(node)

    def visit_Name(self, node):
        if node.id in PAST:
            self._note(node.id)

    def visit_Constant(self, node):
        if isinstance(node.value, str) and node.value in PAST:
            self._note(node.value)

    def visit_Call(self, node):
        called = ast.unparse(node.func)
        if called in {"os.write", "os.writev"}:
            self._note(called)
        elif called.startswith("questionary.") and called.count(".") == 1 and called not in PARTS:
            at = next((ast.unparse(word.value) for word in node.keywords if word.arg == "output"), "")
            self._note(called if at == "_terminal()" else f"{called} without output")
        self.generic_visit(node)

    def _note(self, what):
        self.found.add(f"{self._name} {'.'.join(self._within)} {what}")


def ways_out(name: str, code: str) -> set[str]:
    looked = WaysOut(name)
    looked.visit(ast.parse(code))
    return looked.found


def test_nothing_in_a_command_or_line_mode_prints_past_the_gate():
    files = [SOURCE / "keyboard.py", *SOURCE.glob("cli/**/*.py"), *SOURCE.glob("line/*.py")]
    found = set()
    for path in files:
        found |= ways_out(path.relative_to(SOURCE).as_posix(), path.read_text(encoding="utf-8"))
    assert len(files) > 30
    assert found == KNOWN


@pytest.mark.parametrize(
    "code",
    [
        "sys.stdout.buffer.write(b'x')",
        "print('x', file=sys.__stderr__)",
        "open('/dev/tty', 'w').write('x')",
        "click.get_binary_stream('stdout')",
        "os.write(1, b'x')",
        "questionary.confirm('x').ask()",
        "questionary.text('x', output=other).ask()",
    ],
)
def test_what_would_print_past_the_gate_is_found(code):
    assert ways_out("a.py", f"def f():\n    {code}")


# Two hundred commands and more, each with something hostile in its words, its files or its folder. -----------------

FORGED = "GEWIST"
HOSTILE = [
    "\x1b[2J\x1b[31mrood",
    "\x1b]0;titel\x07",
    "bel\x07\x7f",
    "\x9b2Jc1\x85\x90",
    "\u202egnp.fdp",
    "\u2066los\u2069\u200f",
    "nul\u200b\u2060\ufeff",
    f"regel\n{FORGED}: alles",
    f"regel\u2028{FORGED}\u2029",
    "\udce9\udcff",
    f"terug\r{FORGED}\x08\x08",
    "\tstap\x0b\x0c",
    "ë\u0301 [b] {naam} %s \\x1b",
]
NAMES = ["--partij", "leraar/leraren", "--overleg", "het overleg", "--voor", "het kind/kinderen"]
COMMANDS: list[list[str]] = [
    ["{h}"],
    ["--{h}"],
    ["uitslag", "{h}"],
    ["uitslag", "--{h}"],
    ["uitslag", "a", "b", "{h}"],
    ["uitslag"],
    ["uitslag", "--json"],
    ["rapport", "-o", "{h}/x.pdf"],
    ["rapport", "-o", "{h}.html"],
    ["rapport", "-o", "{h}.pdf", "--html"],
    ["rapport", "-o", "inhoud"],
    ["delen", "-o", "{h}.json"],
    ["delen", "-o", "{h}/"],
    ["code", "{h}"],
    ["verwerk", "{h}"],
    ["verwerk", "inhoud/{h}.csv"],
    ["verwerk", "inhoud/{h}.pdf"],
    ["verwerk", "goed.csv", "{h}.pdf"],
    ["verwerk", "inhoud"],
    ["verwerk", "nog eens {h}.csv", "goed.csv"],
    ["verwerk", "antwoord {h}.json", "antwoord {h} (1).json"],
    ["verwerk", "mappen", "inhoud/{h}.xlsx"],
    ["verwerk", "goed.csv", "-o", "{h}"],
    ["verwerk", "goed.csv", "--json"],
    ["verwerk", "goed.csv", "--vragenlijst", "{h}"],
    ["groep", "{h}"],
    ["groep", "maak", "{h}"],
    ["groep", "maak", "oost", "--gebied", "{h}", "--verwacht", "bakker={h}", "--vragenlijst", "klein"],
    ["groep", "maak", "oost", "--verwacht", "{h}=3"],
    ["groep", "maak", "oost", "--minimum", "{h}"],
    ["groep", "lijst"],
    ["groep", "voegtoe", "west", "{h}.csv"],
    ["groep", "voegtoe", "west", "inhoud"],
    ["groep", "voegtoe", "west", "inhoud/{h}.csv", "inhoud/{h}.json", "inhoud/{h}.pdf"],
    ["groep", "neemterug", "west", "{h}"],
    ["groep", "neemterug", "west", "inhoud/{h}.json"],
    ["groep", "uitslag", "{h}"],
    ["groep", "uitslag", "west", "--json"],
    ["groep", "onthul", "west", "{h}"],
    ["groep", "rapport", "west", "-o", "{h}/"],
    ["groep", "export", "west", "--naar", "{h}"],
    ["groep", "hernoem", "west", "{h}"],
    ["groep", "wis", "{h}", "--ja"],
    ["gegevens", "toon"],
    ["gegevens", "wis", "{h}"],
    ["gegevens", "wis", "{h}.txt"],
    ["gegevens", "wis", "{h}.txt", "--ja"],
    ["voorlichting", "--vragenlijst", "{h}"],
    ["voorlichting", "--uitdelen", "-o", "inhoud/{h}.csv"],
    ["vragenlijst", "controleer", "{h}"],
    ["vragenlijst", "controleer", "data{h}/eigen-vragenlijsten/{h}", "stuk{h}"],
    ["vragenlijst", "papier", "klein", "--partij", "{h}"],
    ["vragenlijst", "papier", "klein", "-o", "{h}.pdf"],
    ["vragenlijst", "vergelijk", "klein", "{h}"],
    ["vragenlijst", "vergelijk", "klein", "stuk{h}"],
    ["vragenlijst", "nieuw", "--partij", "{h}/{h}", *NAMES],
    ["vragenlijst", "nieuw", "--partij", "ouder/ouders", *NAMES, "-o", "data{h}"],
    ["vragenlijst", "map"],
    ["vragenlijst", "schema"],
    ["zelftest", "--regel"],
    ["zelftest", "--regel", "--vragenlijst", "{h}"],
    ["demo", "-o", "inhoud/{h}.csv"],
]
FULL = bool(os.environ.get("SAMENSPEL_FULL"))


@pytest.fixture
def world(tmp_path, monkeypatch, small):
    """Make a folder with a hostile text wherever one can stand; give what runs a command in it."""
    if sys.platform == "win32":
        pytest.skip("Windows takes no such names")
    monkeypatch.chdir(tmp_path)

    def make(hostile: str) -> Path:
        data = tmp_path / f"data{hostile}"
        own = data / OWN_QUESTIONNAIRES
        for name in ("klein", f"stuk{hostile}"):
            write_questionnaire(own / name, small)
        (own / f"stuk{hostile}" / "vragenlijst.yaml").write_text(f"id: {hostile!r}\ntitel: [\n", errors="replace")
        write_questionnaire(own / hostile, small)
        told = json.loads((own / hostile / "vragenlijst.yaml").read_text())
        told["titel"] = told["partijen"][0]["id"] = hostile.encode(errors="replace").decode()
        (own / hostile / "vragenlijst.yaml").write_text(json.dumps(told))
        store = SelfTests(data)
        answer_all(Session.start(store, small, "kort", NOW), Response(party="bakker", answers={"rol-eigen": 2}), NOW)
        session = Session.start(store, small, "volledig", NOW)
        session.answer("bakker", NOW)
        (data / "zelftests" / "20990101-000000-aaaa.json").write_text(json.dumps({"zelftest": hostile}))
        groups = Groups(data)
        groups.create(Group("west", 3), small, NOW.date())
        stored = groups.create(Group("stuk", 3), small, NOW.date())
        (file,) = data.glob(f"groepen/{stored.id}/groep.json")
        file.write_text(file.read_text().replace('"stuk"', json.dumps(hostile)))
        (data / f"{hostile}.txt").write_text("van mij")
        brought = tmp_path / "inhoud"
        brought.mkdir()
        for suffix in ("csv", "json", "pdf"):
            (brought / f"{hostile}.{suffix}").write_text(
                f"respondent;partij;{hostile}\n1;{hostile};{hostile}\n", errors="replace"
            )
        (tmp_path / "goed.csv").write_text(
            f"respondent;partij\n{hostile.replace(chr(10), ' ')};wijkcoach\n", errors="replace"
        )
        (tmp_path / f"nog eens {hostile}.csv").write_bytes((tmp_path / "goed.csv").read_bytes())
        handed_over = to_file(load(own / "klein"), Response(party="bakker", answers={"rol-eigen": 2}), "0" * 32)
        for name in (f"antwoord {hostile}.json", f"antwoord {hostile} (1).json"):
            (tmp_path / name).write_bytes(handed_over)
        (tmp_path / "mappen" / hostile).mkdir(parents=True)
        for name in (f"{hostile}.xlsx", f"{hostile}.txt"):
            (tmp_path / "mappen" / name).write_bytes(b"PK\x03\x04")
        return data

    return make


def _filled(command: list[str], hostile: str) -> list[str]:
    return [word.replace("{h}", hostile) for word in command]


def _in_this_process(monkeypatch, args: list[str]) -> tuple[object, str]:
    """Run a command as the whole process does; give its exit code, and what came out of its pipes."""
    pipes = [io.TextIOWrapper(io.BytesIO(), encoding="ascii") for _stream in range(2)]
    monkeypatch.setattr(sys, "argv", ["samenspel", *args])
    monkeypatch.setattr(sys, "stdin", io.StringIO(""))
    monkeypatch.setattr(sys, "stdout", pipes[0])
    monkeypatch.setattr(sys, "stderr", pipes[1])
    code: object = None
    try:
        cli.main()
    except SystemExit as ended:
        code = ended.code
    for pipe in pipes:
        pipe.flush()
    return code, "".join(pipe.buffer.getvalue().decode() for pipe in pipes)


def _fine(code: object, out: str, *, terminal: bool = False) -> str:
    """Say what is wrong with how a command ended and what it printed; nothing: an empty text."""
    wrong = [repr(c) for c in steering(out, terminal=terminal)]
    wrong += [line for line in out.splitlines() if line.strip().startswith(FORGED)]
    wrong += [word for word in ("Traceback", "Er ging iets mis in samenspel zelf") if word in out]
    return " ".join([*wrong, *([] if code in {0, 1, 2, 130} else [f"code {code}"])])


@pytest.mark.parametrize("hostile", HOSTILE if FULL else HOSTILE[:11:5], ids=ascii)
def test_no_command_steers_a_pipe(monkeypatch, world, hostile):
    monkeypatch.setenv("SAMENSPEL_DATA", str(world(hostile)))
    commands = COMMANDS if FULL else random.Random(ascii(hostile)).sample(COMMANDS, 24)
    wrong = {}
    for command in commands:
        code, out = _in_this_process(monkeypatch, _filled(command, hostile))
        if found := _fine(code, out):
            wrong[" ".join(command)] = found
    assert not wrong, "\n".join(f"{command}: {found}" for command, found in wrong.items())


@pytest.mark.parametrize("hostile", HOSTILE if FULL else HOSTILE[:1], ids=ascii)
def test_no_command_steers_a_real_terminal(world, hostile):
    data = world(hostile)
    told = [command for command in COMMANDS if command[0] not in {"zelftest", "demo"}]
    wrong = {}
    for command in random.Random(ascii(hostile)).sample(told, 16 if FULL else 2):
        child = _on_a_terminal(data, _filled(command, hostile))
        child.sendeof()
        while child.expect([pexpect.EOF, pexpect.TIMEOUT], timeout=5):
            child.sendeof()  # what came before a question of consent does not answer that
        child.close()
        if found := _fine(child.exitstatus, child.before.decode().replace("^D\x08\x08", ""), terminal=True):
            wrong[" ".join(command)] = found
    assert not wrong, "\n".join(f"{command}: {found}" for command, found in wrong.items())


def _until_quiet(child):
    """What comes until nothing does any more; on a busy machine an app that is quiet may still be at work."""
    seen = b""
    for _nth in range(100):
        child.expect([pexpect.TIMEOUT, pexpect.EOF], timeout=0.4)
        seen += child.before
        if not at_work(child.pid):
            break
    return seen


@pytest.mark.campaign(sample=0)  # the drawing of a line is tested in test_textual_private
@pytest.mark.parametrize("hostile", HOSTILE, ids=ascii)
def test_the_app_steers_no_terminal_either(world, hostile):
    child = _on_a_terminal(world(hostile), [])
    seen = b""
    for page in "25642":
        for key in (page, "\r", "\x1b", "\x1b", "\x1b"):
            seen += _until_quiet(child)
            child.send(key)
    seen += _until_quiet(child)
    child.send("\x11")
    child.expect(pexpect.EOF)
    child.close()
    seen = (seen + child.before).decode()
    assert child.exitstatus == 0
    assert not MARKS & set(seen)
    assert not [c for c in seen if "\x7f" <= c <= "\x9f"]
    assert not [
        bad for bad in ("\x1b[2J\x1b[31m", "\x1b]0;", f"\n{FORGED}", "l\x07", f"\r{FORGED}", "\x0b\x0c") if bad in seen
    ]


def _on_a_terminal(data, args):
    return pexpect.spawn(
        COMMAND[0],
        [*COMMAND[1:], *args],
        env=environment(data, **({"ACCESSIBLE": "1"} if args else {})),
        encoding=None,  # else pexpect would have the arguments in UTF-8, which a name need not be
        dimensions=(40, 120),
        timeout=60,
    )

"""Every command and option is documented, every documented call is one that works, every key named is a key."""

import ast
import re
import shlex
from collections.abc import Iterator
from importlib import import_module
from importlib.resources import files
from pathlib import Path
from pkgutil import walk_packages

import click
import pytest
from textual.binding import Binding

import samenspel.exchange.browser
import samenspel.tui
from samenspel.cli import cli
from samenspel.tui.app import SamenspelApp
from samenspel.tui.presenting.present import PresentScreen
from samenspel.tui.workshop.close import CloseScreen

ROOT = Path(__file__).parent.parent
DOCUMENTS = {
    path.name: path.read_text(encoding="utf-8") for path in (ROOT / "README.md", *(ROOT / "docs").glob("*.md"))
}
TRAINERS = DOCUMENTS["trainers.md"]

CODE = re.compile(r"(?<!`)`([^`\n]+)`(?!`)")
FENCED = re.compile(r"^( *)```.*?^\1```", re.MULTILINE | re.DOTALL)
SAME_GROUP = re.compile(r"[·,] $")
"""Before a call that leaves out the group: `samenspel gegevens toon` · `wis ID`."""


def calls(text: str) -> Iterator[list[str]]:
    """The words behind ``samenspel`` of each call in a document, typed or as a manual writes them."""
    for block in FENCED.finditer(text):
        for line in block[0].splitlines()[1:-1]:
            if line.strip().split(" ")[0] == "samenspel":
                yield words(line)
    for line in FENCED.sub("", text).splitlines():
        before: list[str] = []
        for code in CODE.finditer(line):
            told = code[1].removeprefix("ACCESSIBLE=1 ")
            if told.split(" ")[0] == "samenspel":
                before = words(told)
                yield before
            elif before and SAME_GROUP.search(line[: code.start()]):
                yield [before[0], *words("samenspel " + told)]


def words(call: str) -> list[str]:
    """The words of a call: what may be left out is there, of two choices the first, and an example for a name."""
    plain = re.sub(r"[\[\]…]", "", call.split(" > ", maxsplit=1)[0].replace("\\|", "|"))
    return [re.sub(r"^[A-Z][A-Z/|=]*$", "5", word.split("|")[0]) for word in shlex.split(plain)[1:]]


def leaves(command: click.Command = cli, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    """Every command that is not a group, with the words that lead to it."""
    if not isinstance(command, click.Group):
        yield path, command
        return
    context = click.Context(command)
    for name in command.list_commands(context):
        yield from leaves(command.get_command(context, name), (*path, name))


LEAVES = dict(leaves())
CALLS = {(name, tuple(call)) for name, text in DOCUMENTS.items() for call in calls(text)}


@pytest.mark.parametrize(("document", "call"), sorted(CALLS), ids=str)
def test_every_documented_call_is_one_that_works(document: str, call: tuple[str, ...]) -> None:
    command: click.Command = cli
    rest = list(call)
    while isinstance(command, click.Group) and rest and not rest[0].startswith("-"):
        found = command.get_command(click.Context(command), rest[0])
        assert found is not None, f"{document}: samenspel {' '.join(call)}"
        command, rest = found, rest[1:]
    if isinstance(command, click.Group):
        assert set(rest) <= {"--help", "--version"}, f"{document}: samenspel {' '.join(call)}"
    elif rest:  # without anything behind it only the command is named
        command.make_context("samenspel", rest)


def test_enough_calls_were_found() -> None:
    assert len(CALLS) > 50
    assert {name for name, _call in CALLS} >= {"README.md", "handleiding.md", "trainers.md", "workshop.md"}


@pytest.mark.parametrize("path", LEAVES, ids=" ".join)
def test_every_command_is_documented_with_each_of_its_options(path: tuple[str, ...]) -> None:
    told = [set(call[len(path) :]) for _name, call in CALLS if call[: len(path)] == path]
    assert told, "no document names it"
    options = [param for param in LEAVES[path].params if isinstance(param, click.Option)]
    told_once = {"--vervang"} if any("--vervang" in call for _name, call in CALLS) else set()
    missing = [
        option.opts
        for option in options
        if not set(option.opts) & told_once and not any(set(option.opts) & words for words in told)
    ]
    assert not missing
    assert f"`samenspel {' '.join(path)}" in DOCUMENTS["README.md"] or path[:-1], "the README lists every command"


# Keys ------------------------------------------------------------------------------------------------------------

NAMES = {
    "→": "right",
    "←": "left",
    "↑": "up",
    "↓": "down",
    "spatie": "space",
    "Page Up": "pageup",
    "Page Down": "pagedown",
    "Esc": "escape",
    "Backspace": "backspace",
    "+": "plus",
    "−": "minus",
}
BOLD = re.compile(r"\*\*([^*\n]+)\*\*")


def keys_of(kind: type) -> set[str]:
    """Every key that this kind of app, screen or widget has, those of its bases included."""
    bindings = [binding for base in kind.__mro__ for binding in vars(base).get("BINDINGS", ())]
    keys = [binding.key if isinstance(binding, Binding) else binding[0] for binding in bindings]
    return {key for several in keys for key in several.split(",")}


def keys_in_browser() -> set[str]:
    """The letters that do something in the presentation for a browser."""
    script = files(samenspel.exchange.browser).joinpath("presentation.js").read_text(encoding="utf-8")
    table = re.search(r"const KEYS = \{(.*?)\};", script, re.DOTALL)
    assert table
    return set(re.findall(r"\b([a-z]): ", table[1]))


def entries(source: str) -> set[str]:
    """The keys of the entries of menus in a module."""
    made = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)]
    words = [word for call in made if getattr(call.func, "id", "") == "Entry" for word in call.args]
    return {str(word.value) for word in words if isinstance(word, ast.Constant)}


def test_every_key_that_the_manual_on_presenting_names_is_one() -> None:
    about = TRAINERS.split("## Voorlichting geven")[1].split("## Papier om uit te delen")[0]
    named = {NAMES.get(bold, bold.lower()) for bold in BOLD.findall(about) if len(bold) < 10 and not bold.endswith(".")}
    assert named <= keys_of(PresentScreen) | keys_of(CloseScreen) | keys_of(SamenspelApp) | keys_in_browser()
    assert named >= {"right", "space", "o", "n", "b", "t", "home", "escape", "enter", "0", "5", "plus"}


def test_every_letter_and_function_key_that_a_document_names_is_one() -> None:
    every = keys_in_browser()
    for found in walk_packages(samenspel.tui.__path__, "samenspel.tui."):
        module = import_module(found.name)
        every |= entries(Path(str(module.__file__)).read_text(encoding="utf-8"))
        for kind in vars(module).values():
            every |= keys_of(kind) if isinstance(kind, type) else set()
    for name, text in DOCUMENTS.items():
        named = {bold.lower() for bold in BOLD.findall(text) if re.fullmatch(r"[a-z]|F\d+", bold)}
        assert named <= every, name

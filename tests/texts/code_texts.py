"""The texts in the code, found by walking its syntax: those that go through ``samenspel.taal``, and those that do not.

This is a second way to find them, beside Babel's: it knows nothing of extraction, and so can tell what that misses.
"""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "samenspel"

SAID = frozenset({"name", "notes", "open", "text", "what", "who", "remark", "dismissed"})
"""The keys in the files of the made-up people that hold what a person reads; what they hold besides are ids."""

_TRANSLATES = {"_": 1, "meervoud": 2}  # with how many of their arguments are texts
_TECHNICAL = {"classes", "id", "style"}  # keyword arguments that Textual reads, not people
_CONSTANTS = {"__all__", "CSS", "DEFAULT_CSS"}

# Calls that put a text before a person, with which argument that is: there one small word is text as well.
_SHOWS = {"Binding": 2, "Button": 0, "Label": 0, "Static": 0, "echo": 0, "notify": 0} | dict.fromkeys(
    ("argument", "command", "group", "option"), "help"
)

_TAG = re.compile(r"<[^<>]*>")
_FIELD = re.compile(r"\{[^{}]*\}")
_STYLE = re.compile(r"(?:not )?bold\b")  # how Textual writes the style of a text
_WORD = r"[^\W\d_]{2,}"


class Text(NamedTuple):
    """A text of the product, and where it stands (``file:line``)."""

    place: str
    text: str


class Module(NamedTuple):
    """The texts of one module: wrapped, calls that cannot be extracted, and the other literals that read like text.

    Not extracted is what is no literal, and what stands within an f-string: to Babel that is one text.
    """

    wrapped: tuple[Text, ...]
    lost: tuple[Text, ...]
    bare: tuple[Text, ...]


@cache
def modules() -> dict[str, Module]:
    """Every module of the product, by its path below ``src/samenspel``."""
    return {
        path.relative_to(SOURCE).as_posix(): module(path.read_text(encoding="utf-8"), path.relative_to(ROOT).as_posix())
        for path in sorted(SOURCE.rglob("*.py"))
    }


def messages() -> list[Text]:
    """Every message of the product, singular and plural apart, in the order of the code."""
    return [text for module in modules().values() for text in module.wrapped]


def module(code: str, name: str) -> Module:
    """Find the texts in ``code``; ``name`` is what the places are called after."""
    tree = ast.parse(code)
    nodes = list(ast.walk(tree))
    known = _known(nodes)
    looked_up = [argument for node in nodes for argument in _looked_up(node, known)]
    joined = {id(part) for node in nodes if isinstance(node, ast.JoinedStr) for part in ast.walk(node)}
    found = [node for node in looked_up if _literal(node) and id(node) not in joined]
    unseen = {id(part) for node in (*looked_up, *_not_shown(nodes)) for part in ast.walk(node)}
    shown = {id(node) for node in _shown(nodes)}
    bare = []
    for node in nodes:
        if id(node) in unseen:
            continue
        if isinstance(node, ast.JoinedStr):
            unseen |= {id(part) for part in node.values if isinstance(part, ast.Constant)}
            whole = "".join(str(part.value) if isinstance(part, ast.Constant) else "{}" for part in node.values)
            if reads_like_text(whole, joined=True):
                bare.append((node, whole))
        elif _literal(node) and (reads_like_text(node.value) or (id(node) in shown and re.search(_WORD, node.value))):
            bare.append((node, node.value))

    def place(node: ast.AST) -> str:
        return f"{name}:{node.lineno}"

    return Module(
        wrapped=tuple(Text(place(node), node.value) for node in found),
        lost=tuple(Text(place(node), ast.unparse(node)) for node in looked_up if node not in found),
        bare=tuple(Text(place(node), text) for node, text in bare),
    )


def reads_like_text(literal: str, *, joined: bool = False) -> bool:
    """Say whether ``literal`` may be meant for a person: words in a row, or one word as a sentence begins.

    In an f-string (``joined``, with ``{}`` for what is put in) one word beside a space is enough.
    """
    plain = _FIELD.sub("{}", _TAG.sub(" ", literal))
    if _STYLE.match(plain):
        return False
    if re.search(rf"{_WORD}\S*\s+\S*{_WORD}", plain):
        return True
    if joined:
        return re.search(rf"\s\(?{_WORD}|{_WORD}[.,:;!?)]*\s", plain) is not None
    return re.fullmatch(r"\s*[A-ZÀ-Þ][a-zà-ÿ]+(?:[.:!?…]|\s)*", plain) is not None


def _literal(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def _known(nodes: list[ast.AST]) -> dict[str, int]:
    """What this module calls the functions that translate; the module that makes them has them too."""
    found = {}
    for node in nodes:
        if isinstance(node, ast.ImportFrom) and node.module == "samenspel.taal":
            found |= {one.asname or one.name: _TRANSLATES[one.name] for one in node.names if one.name in _TRANSLATES}
        if isinstance(node, ast.Assign):
            found |= {name: _TRANSLATES[name] for name in map(ast.unparse, node.targets) if name in _TRANSLATES}
    return found


def _looked_up(node: ast.AST, known: dict[str, int]) -> list[ast.expr]:
    """The texts that a call has translated; none when it is another call."""
    return node.args[: known.get(ast.unparse(node.func), 0)] if isinstance(node, ast.Call) else []


def _shown(nodes: list[ast.AST]) -> Iterator[ast.AST]:
    """What one of ``_SHOWS`` puts before a person."""
    for node in nodes:
        if isinstance(node, ast.Call):
            where = _SHOWS.get(ast.unparse(node.func).rpartition(".")[2])
            yield from (value for place, value in enumerate(node.args) if place == where)
            yield from (keyword.value for keyword in node.keywords if keyword.arg == where)


def _not_shown(nodes: list[ast.AST]) -> Iterator[ast.AST]:
    """What no one reads: docstrings, annotations, names of types, exports, keys, what Textual reads."""
    for node in nodes:
        match node:
            case ast.Expr(value=ast.Constant() as text):
                yield text
            case (
                ast.FunctionDef(returns=ast.expr() as annotation)
                | ast.AsyncFunctionDef(returns=ast.expr() as annotation)
            ):
                yield annotation
            case ast.arg(annotation=ast.expr() as annotation) | ast.AnnAssign(annotation=annotation):
                yield annotation
            case ast.Call(func=ast.Name(id="cast" | "TypeVar"), args=[name, *_]):
                yield name
            case ast.keyword(arg=name, value=value) if name in _TECHNICAL:
                yield value
            case ast.Assign(targets=[ast.Name(id=name)], value=value) if name in _CONSTANTS:
                yield value
            case ast.Dict(keys=keys):
                yield from (key for key in keys if isinstance(key, ast.Constant) and " " not in str(key.value))

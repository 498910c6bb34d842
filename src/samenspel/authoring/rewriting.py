"""One text of a YAML file changed where it stands: comments, order and every other line stay as they are. Pure.

A library that writes YAML would lay out the whole file anew; a trainer must find back what she wrote. So the piece of
text that holds the value is replaced, and what comes out is read again: only that one value may have changed.
"""

import re
from collections.abc import Iterator
from copy import deepcopy
from textwrap import wrap
from typing import Any

from samenspel.authoring.nodes import NodePath, Tree, read
from samenspel.refusals import RefusalError
from samenspel.taal import _

WIDTH = 120
"""So many columns a line has at most: that of the files that come along."""
_SAFE_BEGIN = frozenset(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZÀÁÂÄÇÈÉÊËÌÍÎÏÑÒÓÔÖÙÚÛÜàáâäçèéêëìíîïñòóôöùúûü"
)
_WORDS = frozenset({"true", "false", "null", "yes", "no", "on", "off", "ja", "nee", "y", "n", "~", ""})


class UnchangeableError(RefusalError):
    """This text stands so in the file that samenspel cannot change it."""


def replaced(text: str, path: NodePath, value: str, name: str = "") -> str:
    """Return the text of a YAML file in which the value at ``path`` is ``value``.

    Args:
        text: the file, sound.
        path: where the value stands; it is there, and is a text.
        value: one line.
        name: of the file, for the message.

    Raises:
        UnchangeableError: it is not there, or cannot be changed without touching something else.
    """
    tree = read(name, text)
    mark = tree.values.get(path)
    if mark is None or not isinstance(_at(tree.data, path), str):
        raise UnchangeableError(unchangeable(name, 0))
    line, column = mark
    starts = _line_starts(text)
    start = starts[line - 1] + column - 1
    indent = _indent(text[starts[line - 1] :])
    end = _end(text, start, indent)
    comment, end = _comment(text, start, end)
    first, *below = _written(value, indent, column - 1).split("\n")
    written = "\n".join([first + comment, *below])
    if "\r\n" in text:  # as Notepad saved it: one kind of line end in a file
        written = written.replace("\n", "\r\n")
    changed = text[:start] + written + text[end:]
    if not _only_that_changed(tree, read(name, changed), path, value):
        raise UnchangeableError(unchangeable(name, line))
    return changed


def unchangeable(name: str, line: int) -> str:
    """Say that a text can only be changed in an editor; ``line`` is 0 where that is not known."""
    told = _("Deze tekst kan hier niet veranderd worden. Doe het in een tekstprogramma, in {bestand}.")
    if line:
        told = _("Deze tekst kan hier niet veranderd worden. Doe het in een tekstprogramma: {bestand}, regel {regel}.")
    return told.format(bestand=name, regel=line)


def _at(data: Any, path: NodePath) -> object:  # noqa: ANN401 - plain data
    for step in path:
        data = data[step]
    return data


def _only_that_changed(before: Tree, after: Tree, path: NodePath, value: str) -> bool:
    if after.problems or not after.whole:
        return False
    wanted = deepcopy(before.data)
    *above, last = path
    inside: Any = _at(wanted, tuple(above))
    inside[last] = value
    return bool(wanted == after.data)


def _line_starts(text: str) -> list[int]:
    return [0, *(place + 1 for place, sign in enumerate(text) if sign == "\n")]


def _indent(line: str) -> int:
    """Return where what a line holds begins; the dash of a list is part of what comes before it."""
    place = len(line) - len(line.lstrip(" "))
    while line[place : place + 2] == "- ":
        place += 2 + len(line[place + 2 :]) - len(line[place + 2 :].lstrip(" "))
    return place


def _end(text: str, start: int, indent: int) -> int:
    """Return where the scalar that begins at ``start`` ends; its key stands ``indent`` columns to the right."""
    sign = text[start]
    if sign in "'\"":
        return _end_of_quoted(text, start, sign)
    if sign in ">|":
        return _end_of_lines(text, start, indent, comments=True)
    return _end_of_lines(text, start, indent, comments=False)


def _end_of_quoted(text: str, start: int, quote: str) -> int:
    place = start + 1
    while place < len(text):
        escaped = text[place] == "\\" if quote == '"' else text[place : place + 2] == "''"
        if escaped:
            place += 2
        elif text[place] == quote:
            return place + 1
        else:
            place += 1
    return place


def _end_of_lines(text: str, start: int, indent: int, *, comments: bool) -> int:
    """Return where the lines end that stand further to the right than the key; ``comments``: # is part of them."""
    end = start
    for nth, (begin, line) in enumerate(_lines(text, start)):
        bare = line.rstrip("\r\n")
        if nth and bare.strip() and _spaces(bare) <= indent:
            break
        if not bare.strip():
            continue
        comment = -1 if comments else (0 if bare.lstrip()[:1] == "#" and nth else bare.find(" #"))
        if comment == 0:
            break
        kept = bare if comment < 0 else bare[:comment]
        end = begin + len(kept.rstrip())
        if comment > 0:
            break
    return end


def _comment(text: str, start: int, end: int) -> tuple[str, int]:
    """Return the comment behind a value, or behind its > or |, with the space before it; and where both end."""
    if text[start] in ">|":
        found = re.search(r"[^\S\n]+#.*", text[start:].partition("\n")[0].rstrip("\r"))
        return (found[0] if found else ""), end
    found = re.match(r"[^\S\n]+#[^\r\n]*", text[end:])
    return (found[0], end + len(found[0])) if found else ("", end)


def _lines(text: str, start: int) -> Iterator[tuple[int, str]]:
    begin = start
    for line in text[start:].splitlines(keepends=True):
        yield begin, line
        begin += len(line)


def _spaces(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _written(value: str, indent: int, column: int) -> str:
    """Return a value as it stands in the file: on its line where it fits and reads the same, else folded below it."""
    if column + len(value) <= WIDTH and _plain(value):
        return value
    if column + len(value) + 2 <= WIDTH and '"' not in value and "\\" not in value:
        return f'"{value}"'
    room = max(WIDTH - indent - 2, 20)
    lines = wrap(value, room, break_long_words=False, break_on_hyphens=False)
    return "\n".join([">-", *(" " * (indent + 2) + line for line in lines)])


def _plain(value: str) -> bool:
    """Say whether YAML reads the value without quotes as this text, and nothing else."""
    return (
        value[:1] in _SAFE_BEGIN
        and ": " not in value
        and " #" not in value
        and not value.endswith(":")
        and value.casefold() not in _WORDS
        and value == " ".join(value.split())
    )

"""Looking into plain data that may have any shape."""

from collections.abc import Iterator, Mapping
from typing import Any

from samenspel.authoring.problems import Path

Data = Mapping[str, object]


def at(data: object, *path: str | int) -> object:
    """Return what stands at ``path``, or None when there is no such place."""
    for step in path:
        if isinstance(data, Mapping):
            data = data.get(step)
        elif isinstance(data, list) and isinstance(step, int) and step < len(data):
            data = data[step]
        else:
            return None
    return data


def blocks(data: Data, *path: str | int) -> Iterator[tuple[Path, dict[str, Any]]]:
    """Yield the path and the content of each block in the list at ``path``; none when there is no list."""
    found = at(data, *path)
    for index, part in enumerate(found if isinstance(found, list) else ()):
        if isinstance(part, dict):
            yield (*path, index), part


def names(data: Data, *path: str | int, key: str = "id") -> Iterator[tuple[Path, str]]:
    """Yield the path and the text of ``key`` in each block of the list at ``path``."""
    for place, block in blocks(data, *path):
        if isinstance(block.get(key), str):
            yield (*place, key), block[key]


def texts(data: Data, *path: str | int) -> Iterator[tuple[Path, str]]:
    """Yield the path and the content of each text in the list at ``path``."""
    found = at(data, *path)
    for index, part in enumerate(found if isinstance(found, list) else ()):
        if isinstance(part, str):
            yield (*path, index), part


def known(data: Data, *path: str | int) -> list[str] | None:
    """Return the ids in the list at ``path``, or None when there is no list and so nothing can be known."""
    return [name for _place, name in names(data, *path)] if isinstance(at(data, *path), list) else None

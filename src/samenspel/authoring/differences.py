"""What changed between two questionnaires, part by part, under the keys that stand in the files. Pure."""

from collections.abc import Iterable, Iterator
from typing import Any, Literal

from msgspec import Struct, to_builtins

from samenspel.questionnaire.model import Questionnaire
from samenspel.taal import _

Kind = Literal["new", "gone", "changed", "order"]
_Plain = Any
"""Plain data of any shape: text, number, list or dict."""


class Difference(Struct, frozen=True):
    """One thing that changed.

    Attributes:
        part: which part of the questionnaire, such as ``stellingen``; of a single text its own key.
        kind: a part came, went or changed, or the parts stand in another order.
        id: of the part; empty for a single text and for an order.
        key: what changed in it, such as ``tekst`` or ``triggers.rol-ander``.
        old, new: what stood there and what stands there now; None when there was or is nothing.
    """

    part: str
    kind: Kind
    id: str = ""
    key: str = ""
    old: object = None
    new: object = None


def differences(old: Questionnaire, new: Questionnaire) -> tuple[Difference, ...]:
    """Return all that changed, in the order of the files."""
    before, after = _plain(old), _plain(new)
    found: list[Difference] = []
    for part in dict.fromkeys((*before, *after)):
        found += _part(part, before.get(part), after.get(part))
    return tuple(found)


def part_names() -> dict[str, str]:
    """Return what each part is called in a sentence, by its key; a key that is not here is called by its name."""
    return {
        "partijen": _("Partijen"),
        "context": _("Vragen vooraf"),
        "schaal": _("Antwoorden"),
        "banden": _("Namen bij de scores"),
        "dimensies": _("Dimensies"),
        "stellingen": _("Stellingen"),
        "rolkennis": _("Kenniskaarten"),
        "open_vragen": _("Open vragen"),
        "adviezen": _("Adviezen"),
        "theorie": _("Theorie"),
        "presentatie": _("Dia's"),
    }


def _plain(questionnaire: Questionnaire) -> dict[str, Any]:
    """Return the content of the three files as plain data; what may be left out is filled in where it counts."""
    asked: dict[str, Any] = to_builtins(questionnaire.asked)
    for item in asked["stellingen"]:
        item.update({"bij_overleg": False, "omgekeerd": False, "weet_niet": True, "kort": False} | item)
    education = to_builtins(questionnaire.education)
    return {**asked, "adviezen": to_builtins(questionnaire.advices), **education}


def _part(part: str, old: _Plain, new: _Plain) -> Iterator[Difference]:
    if old == new:
        return
    before, after = _by_id(old), _by_id(new)
    if before is None or after is None:
        for key, was, now in _changed(old, new):
            yield Difference(part, "changed", key=key, old=was, new=now)
        return
    for name, block in after.items():
        if name not in before:
            yield Difference(part, "new", name, new=block)
    for name, block in before.items():
        if name not in after:
            yield Difference(part, "gone", name, old=block)
        else:
            for key, was, now in _changed(block, after[name]):
                yield Difference(part, "changed", name, key, was, now)
    if [name for name in before if name in after] != [name for name in after if name in before]:
        yield Difference(part, "order")


def _by_id(blocks: _Plain) -> dict[str, Any] | None:
    """Return the blocks of a list by their id (or the dimension they are about); None when it is no such list."""
    if blocks is None or blocks == []:
        return {}
    if not isinstance(blocks, Iterable) or isinstance(blocks, str | dict):
        return None
    found: dict[str, Any] = {}
    for block in blocks:
        name = block.get("id") or block.get("dimensie") if isinstance(block, dict) else None
        if not isinstance(name, str) or name in found:
            return None
        found[name] = block
    return found


def _changed(old: _Plain, new: _Plain, path: str = "") -> Iterator[tuple[str, object, object]]:
    """Yield the path of each value that changed, with the old and the new one."""
    if old == new:
        return
    if isinstance(old, dict) and isinstance(new, dict):
        for key in dict.fromkeys((*old, *new)):
            yield from _changed(old.get(key), new.get(key), f"{path}.{key}" if path else str(key))
        return
    before, after = _by_id(old), _by_id(new)
    if before and after:
        yield from _changed(before, after, path)
        if before == after:  # nothing but their order
            yield path, list(before), list(after)
    else:
        yield path, old, new

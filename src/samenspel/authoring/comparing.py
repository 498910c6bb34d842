"""Two questionnaires beside each other: what changed, part by part, and in words what stays comparable. Pure."""

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any, Literal

from msgspec import Struct, to_builtins

from samenspel.questionnaire.labels import Scheme
from samenspel.questionnaire.model import Item, Questionnaire
from samenspel.taal import _, meervoud, opsomming

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
        item.update(
            {"bij_overleg": False, "omgekeerd": False, "weet_niet": True, "kort": False, "sterk_punt": True} | item
        )
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


# What of the outcomes stays comparable. ---------------------------------------------------------------------------


def verdict(old: Questionnaire, new: Questionnaire, found: tuple[Difference, ...]) -> Iterator[str]:
    """Yield sentences that say what of the outcomes stays comparable.

    Args:
        old: what was answered before.
        new: what will be answered.
        found: the differences between them, of which there is at least one.
    """
    parts = {difference.part for difference in found}
    yield from _version(old, new)
    yield from _scores(old, new, found)
    if "banden" in parts:
        yield _("De namen bij de scores zijn anders. Vergelijk de getallen, niet de namen.")
    if "partijen" in parts and {p.id for p in old.asked.parties} != {p.id for p in new.asked.parties}:
        yield _("De partijen zijn anders. Verschillen tussen partijen zijn niet te vergelijken.")
    if any(d.part == "rolkennis" and (d.kind in {"new", "gone"} or d.key in {"wie", "tekst"}) for d in found):
        yield _("Rolkennis: niet te vergelijken, want de kaarten zijn anders.")
    if _advises_otherwise(found):
        yield _("Adviezen: niet te vergelijken. Dezelfde antwoorden kunnen nu een ander advies geven.")
    elif _answers_otherwise(found):
        yield _("Adviezen: kijk uit. Ze volgen uit stellingen die anders zijn.")
    yield _("Uitslagen die er al zijn, veranderen niet mee. Die houden de vragenlijst van toen.")


def other_labels(old: Scheme, new: Scheme) -> str:
    """Say at which open questions the labels are others; empty when they are the same."""
    if ids := [one for one in dict.fromkeys((*old, *new)) if old.get(one, ()) != new.get(one, ())]:
        text = _("De labels zijn anders bij: {ids}. Daarvoor hoeft de versie niet omhoog.")
        return text.format(ids=opsomming(ids))
    return ""


def _version(old: Questionnaire, new: Questionnaire) -> Iterator[str]:
    if old.id != new.id:
        text = _("Let op: dit zijn twee verschillende vragenlijsten, ‘{oud}’ en ‘{nieuw}’.")
        yield text.format(oud=old.id, nieuw=new.id)
        return
    before, after = (_ordered(one.version) for one in (old, new))
    if after == before:
        yield _("Let op: de versie is nog {versie}. Verhoog die, want er is iets veranderd.").format(versie=new.version)
    elif after < before:
        text = _("Let op: de versie gaat omlaag, van {oud} naar {nieuw}. Zijn de twee omgewisseld?")
        yield text.format(oud=old.version, nieuw=new.version)


def _ordered(version: str) -> list[tuple[int, str]]:
    """Return something to compare versions by; a number may have any length, so it stays text."""
    numbers = [number.lstrip("0") for number in version.split(".")]
    return [(len(number), number) for number in numbers]


def _scores(old: Questionnaire, new: Questionnaire, found: tuple[Difference, ...]) -> Iterator[str]:
    if any(d.part == "schaal" and d.key.startswith("antwoorden") for d in found):
        yield _("Scores: niet te vergelijken, want de vijf antwoorden zijn anders.")
        return
    same: list[str] = []
    names = {dimension.id: dimension.name for dimension in (*old.asked.dimensions, *new.asked.dimensions)}
    for name, title in names.items():
        before, after = _items(old, name), _items(new, name)
        if not before or not after:
            text = (
                _("‘{dimensie}’: niet te vergelijken, want de dimensie is nieuw.")
                if after
                else _("‘{dimensie}’: niet te vergelijken, want de dimensie is weg.")
            )
            yield text.format(dimensie=title)
        elif why := [*_other_items(before, after), *_other_scoring(before, after, found)]:
            text = _("‘{dimensie}’: niet te vergelijken. {redenen}")
            yield text.format(dimensie=title, redenen=" ".join(why))
        elif why := list(_other_words(before, after, found)):
            text = _("‘{dimensie}’: kijk uit. {redenen}")
            yield text.format(dimensie=title, redenen=" ".join(why))
        else:
            same.append(title)
    if len(same) == len(names):
        yield _("Scores: bij elke dimensie te vergelijken.")
    elif same:
        yield _("Wel te vergelijken: {dimensies}.").format(dimensies=opsomming([f"‘{name}’" for name in same]))


def _items(questionnaire: Questionnaire, dimension: str) -> dict[str, Item]:
    return {item.id: item for item in questionnaire.asked.items if item.dimension == dimension}


def _other_items(before: dict[str, Item], after: dict[str, Item]) -> Iterator[str]:
    if came := [name for name in after if name not in before]:
        yield meervoud("Deze stelling kwam erbij: {ids}.", "Deze stellingen kwamen erbij: {ids}.", len(came)).format(
            ids=opsomming(came)
        )
    if gone := [name for name in before if name not in after]:
        yield meervoud("Deze stelling ging weg: {ids}.", "Deze stellingen gingen weg: {ids}.", len(gone)).format(
            ids=opsomming(gone)
        )


def _other_scoring(before: dict[str, Item], after: dict[str, Item], found: tuple[Difference, ...]) -> Iterator[str]:
    both = [(item, after[name]) for name, item in before.items() if name in after]
    if turned := [was.id for was, now in both if was.reverse != now.reverse]:
        yield _("Deze tellen nu andersom: {ids}.").format(ids=opsomming(turned))
    meeting = any("geen_overleg" in d.key or d.key == "overleg.antwoorden" for d in found if d.part == "context")
    if moved := [
        was.id
        for was, now in both
        if set(was.only) != set(now.only)
        or was.needs_meeting != now.needs_meeting
        or (meeting and (was.needs_meeting or now.needs_meeting))
    ]:
        yield _("Een andere groep mensen krijgt nu: {ids}.").format(ids=opsomming(moved))


def _other_words(before: dict[str, Item], after: dict[str, Item], found: tuple[Difference, ...]) -> Iterator[str]:
    both = [(item, after[name]) for name, item in before.items()]
    if reworded := [was.id for was, now in both if was.text != now.text]:
        yield _(
            "De tekst is anders bij: {ids}. Vergelijk alleen als de betekenis gelijk bleef. "
            "Bleef die niet gelijk, geef de stelling dan een nieuwe id."
        ).format(ids=opsomming(reworded))
    if any(d.part == "wij" for d in found):
        yield _("De uitleg van ‘wij’ is anders.")
    if unknown := [was.id for was, now in both if was.dont_know != now.dont_know]:
        yield _("‘Weet ik niet’ kan nu anders bij: {ids}.").format(ids=opsomming(unknown))
    if short := [was.id for was, now in both if was.short != now.short]:
        yield _("In de korte vorm niet te vergelijken; dit is daar anders: {ids}.").format(ids=opsomming(short))


def _advises_otherwise(found: tuple[Difference, ...]) -> bool:
    return any(
        d.part == "adviezen" and (d.kind in {"new", "gone"} or d.key.startswith(("triggers", "bewijskracht")))
        for d in found
    )


def _answers_otherwise(found: tuple[Difference, ...]) -> bool:
    scoring = ("tekst", "omgekeerd", "alleen", "bij_overleg", "weet_niet")
    changed = chain.from_iterable(
        (d.kind in {"new", "gone"}, d.key in scoring) for d in found if d.part == "stellingen"
    )
    return any(changed)

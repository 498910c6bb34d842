"""Ids that name something that is not there, that stand twice, or that have a fixed meaning already."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from itertools import chain
from typing import Any, Final

from msgspec import Struct

from samenspel.authoring.files import ADVICE, EDUCATION, QUESTIONNAIRE
from samenspel.authoring.problems import Finding, KeyPath, shown, suggest
from samenspel.questionnaire.model import BOTH, DONT_KNOW_CARD, EXPERIENCE, KNOWLEDGE, MEETING, OTHER_ROLE
from samenspel.taal import _, opsomming

# Looking into plain data that may have any shape. ----------------------------------------------------------------

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


def blocks(data: Data, *path: str | int) -> Iterator[tuple[KeyPath, dict[str, Any]]]:
    """Yield the path and the content of each block in the list at ``path``; none when there is no list."""
    found = at(data, *path)
    for index, part in enumerate(found if isinstance(found, list) else ()):
        if isinstance(part, dict):
            yield (*path, index), part


def names(data: Data, *path: str | int, key: str = "id") -> Iterator[tuple[KeyPath, str]]:
    """Yield the path and the text of ``key`` in each block of the list at ``path``."""
    for place, block in blocks(data, *path):
        if isinstance(block.get(key), str):
            yield (*place, key), block[key]


def texts(data: Data, *path: str | int) -> Iterator[tuple[KeyPath, str]]:
    """Yield the path and the content of each text in the list at ``path``."""
    found = at(data, *path)
    for index, part in enumerate(found if isinstance(found, list) else ()):
        if isinstance(part, str):
            yield (*path, index), part


Ids = dict[str, None] | None
"""Ids in their order; None when their list cannot be read, so that nothing is checked against it."""


def ids_at(data: Data, *path: str | int) -> Ids:
    """Return the ids in the list at ``path``; None also when a part of it has no id that can be read."""
    parts, found = at(data, *path), {name: None for _place, name in names(data, *path)}
    return found if isinstance(parts, list) and all(isinstance(at(part, "id"), str) for part in parts) else None


# What refers to what. --------------------------------------------------------------------------------------------

_ALIKE: Final = 0.8
"""So much alike are a word and what it was meant to be; ids of another kind are often about as long."""
_LISTED = 10
"""So many ids to choose from are named; of more only the file."""


def unknown_references(data: Data) -> Iterator[Finding]:
    """Yield references to a dimension, condition, party, statement, context question or answer that is not there."""
    there = _there(data)
    for path, item in blocks(data, QUESTIONNAIRE, "stellingen"):
        yield from unknown(texts(data, *path, "alleen"), there.parties)
        yield from _condition(path, item, there)
    yield from unknown(names(data, QUESTIONNAIRE, "stellingen", key="dimensie"), there.dimensions)
    who = None if there.parties is None else {**there.parties, BOTH: None}
    yield from unknown(names(data, QUESTIONNAIRE, "rolkennis", key="wie"), who)
    if isinstance(beside := at(data, QUESTIONNAIRE, "rolkennis_bij"), str):
        yield from unknown([((QUESTIONNAIRE, "rolkennis_bij"), beside)], there.dimensions)
    yield from unknown(names(data, EDUCATION, "theorie", key="dimensie"), there.dimensions)
    for path, advice in blocks(data, ADVICE, "adviezen"):
        if isinstance(triggers := advice.get("triggers"), dict):
            for key, value in triggers.items():
                yield from _trigger(data, (*path, "triggers", key), value, there)


class _There(Struct, frozen=True):
    """What can be referred to. ``conditions``: by dimension. ``owners``: the dimension of each condition."""

    parties: Ids
    dimensions: Ids
    conditions: dict[str, Ids]
    owners: dict[str, str]
    triggers: Ids
    answers: dict[str, Ids]


def _there(data: Data) -> _There:
    conditions: dict[str, Ids] = {}
    for path, block in blocks(data, QUESTIONNAIRE, "dimensies"):
        if isinstance(block.get("id"), str):
            conditions.setdefault(block["id"], ids_at(data, *path, "voorwaarden"))
    items = ids_at(data, QUESTIONNAIRE, "stellingen")
    return _There(
        parties=ids_at(data, QUESTIONNAIRE, "partijen"),
        dimensions=ids_at(data, QUESTIONNAIRE, "dimensies"),
        conditions=conditions,
        owners={name: dimension for dimension, own in conditions.items() for name in own or ()},
        triggers=None if items is None else {**items, **dict.fromkeys((KNOWLEDGE, EXPERIENCE, MEETING))},
        answers={key: ids_at(data, QUESTIONNAIRE, "context", key, "antwoorden") for key in (EXPERIENCE, MEETING)},
    )


def unknown(found: Iterable[tuple[KeyPath, str]], there: Ids, file: str = QUESTIONNAIRE) -> Iterator[Finding]:
    """Yield each id that is not one of ``there``, the ids in ``file``."""
    for path, name in found:
        if there is not None and name not in there:
            yield not_there(path, name, there, file=file)


def not_there(
    path: KeyPath, name: str, there: Collection[str], *, at_key: bool = False, file: str = QUESTIONNAIRE
) -> Finding:
    """Say that ``name`` is not one of ``there``, the ids in ``file``."""
    if 0 < len(there) <= _LISTED:
        allowed = _("Kies uit: {namen}.").format(namen=opsomming([shown(other) for other in there], _("of")))
    else:
        allowed = _("Kies een id die in {bestand} staat.").format(bestand=file)
    message = _("‘{id}’ bestaat niet.").format(id=shown(name))
    return Finding(path, message, allowed, suggest(name, there), at_key=at_key)


def no_statement(data: Data, path: KeyPath, name: str, there: Collection[str], *, at_key: bool = False) -> Finding:
    """Say that a statement is not there: it was misspelt here, or deleted while this names it still."""
    often = sum(other == name for _place, other in _statements(data)) > 1
    if not often and suggest(name, there, _ALIKE):
        return not_there(path, name, there, at_key=at_key)
    message = _("De stelling ‘{id}’ bestaat niet.").format(id=shown(name))
    meant = "" if often else suggest(name, there)
    return Finding(path, message, _("Haal deze regel weg, of zet de stelling terug."), meant, at_key=at_key)


def no_advice(path: KeyPath, name: str, there: Collection[str]) -> Finding:
    """Say that an advice is not there: it was misspelt here, or deleted while this names it still."""
    if suggest(name, there, _ALIKE):
        return not_there(path, name, there, file=ADVICE)
    message = _("Het advies ‘{id}’ bestaat niet.").format(id=shown(name))
    return Finding(path, message, _("Haal deze regel weg, of zet het advies terug."))


def _condition(path: KeyPath, item: dict[str, object], there: _There) -> Iterator[Finding]:
    """Check that the condition of a statement is one of its own dimension."""
    name, dimension = item.get("voorwaarde"), item.get("dimensie")
    own = there.conditions.get(dimension) if isinstance(dimension, str) else None
    if not isinstance(name, str) or own is None or name in own:
        return
    finding = not_there((*path, "voorwaarde"), name, own)
    if name in there.owners:
        message = _("De voorwaarde ‘{id}’ hoort bij dimensie ‘{dimensie}’.").format(
            id=shown(name), dimensie=shown(there.owners[name])
        )
        finding = Finding(finding.path, message, finding.allowed)
    yield finding


def _trigger(data: Data, path: KeyPath, value: object, there: _There) -> Iterator[Finding]:
    key = str(path[-1])
    if key in there.answers:
        if isinstance(value, int | float) and not isinstance(value, bool):
            message = _("Bij ‘{vraag}’ is een getal alleen niet genoeg.").format(vraag=key)
            yield Finding(path, message, _("Schrijf eronder ‘gewicht:’ en ‘bij:’ met de antwoorden die tellen."))
        counted, offered = at(value, "bij"), there.answers[key]
        for answer in counted if isinstance(counted, dict) and offered is not None else ():
            if answer not in (offered or ()):
                yield not_there((*path, "bij", answer), answer, offered or (), at_key=True)
    elif there.triggers is not None and key not in there.triggers:
        yield no_statement(data, path, key, there.triggers, at_key=True)
    elif isinstance(value, dict):
        message = _("Bij ‘{id}’ hoort een getal, geen rijtje namen.").format(id=shown(key))
        yield Finding(path, message, _("‘gewicht:’ kan alleen bij ervaring en overleg."))


# An id that was changed where it is given, and nowhere else. -----------------------------------------------------

_SEVERAL: Final = 2


def renamed(data: Data) -> Iterator[Finding]:
    """Yield each id that nothing names, while one that is not there is named in several places.

    Probably it was changed here, and nowhere else: that is told once, instead of in all those places.
    """
    dimensions = [path for path, _block in blocks(data, QUESTIONNAIRE, "dimensies")]
    conditions = chain.from_iterable(names(data, *path, "voorwaarden") for path in dimensions)
    for defined, named, sure in (
        (names(data, QUESTIONNAIRE, "partijen"), _parties(data), True),
        (names(data, QUESTIONNAIRE, "dimensies"), _dimensions(data), True),
        (conditions, names(data, QUESTIONNAIRE, "stellingen", key="voorwaarde"), False),
        (names(data, QUESTIONNAIRE, "stellingen"), _statements(data), False),
    ):
        there = {name: path for path, name in defined}
        count = Counter(name for _path, name in named)
        gone = [name for name, times in count.items() if name not in there and times >= _SEVERAL]
        alone = [name for name in there if name not in count]
        new = alone[0] if sure and len(alone) == 1 else suggest(gone[0], alone) if gone else ""
        if len(gone) == 1 and new:
            message = _("Niets noemt ‘{nieuw}’, maar ‘{oud}’ staat nog op {n} plekken.").format(
                nieuw=shown(new), oud=shown(gone[0]), n=count[gone[0]]
            )
            remedy = _("Veranderde u deze id? Zet de oude terug, of verander hem ook op die plekken.")
            yield Finding(there[new], message, remedy, gone[0], refused=True)


def _parties(data: Data) -> Iterator[tuple[KeyPath, str]]:
    """Yield every place that names a party."""
    for path, _block in blocks(data, QUESTIONNAIRE, "stellingen"):
        yield from texts(data, *path, "alleen")
    yield from ((path, name) for path, name in names(data, QUESTIONNAIRE, "rolkennis", key="wie") if name != BOTH)
    for path, _slide in blocks(data, EDUCATION, "presentatie"):
        for figure, _block in blocks(data, *path, "cijfers"):
            yield from names(data, *figure, "stand", key="partij")
        if isinstance(party := at(data, *path, "raad", "partij"), str):
            yield (*path, "raad", "partij"), party


def _dimensions(data: Data) -> Iterator[tuple[KeyPath, str]]:
    """Yield every place that names a dimension."""
    for file, part in ((QUESTIONNAIRE, "stellingen"), (EDUCATION, "theorie"), (EDUCATION, "presentatie")):
        yield from names(data, file, part, key="dimensie")


def _statements(data: Data) -> Iterator[tuple[KeyPath, str]]:
    """Yield every place that names a statement."""
    for path, _advice in blocks(data, ADVICE, "adviezen"):
        yield from _keys(data, *path, "triggers")
    for path, _slide in blocks(data, EDUCATION, "presentatie"):
        yield from texts(data, *path, "team", "stellingen")
        yield from _keys(data, *path, "team", "antwoorden")


def _keys(data: Data, *path: str | int) -> Iterator[tuple[KeyPath, str]]:
    found = at(data, *path)
    for key in found if isinstance(found, dict) else ():
        if key not in (KNOWLEDGE, EXPERIENCE, MEETING):
            yield (*path, key), str(key)


# Ids that stand twice where each may stand once, and ids that have a fixed meaning already. ----------------------

_RESERVED_COLUMNS: Final = ("respondent", "partij", "vorm", "gebied", EXPERIENCE, MEETING, KNOWLEDGE)
"""Columns of the table of answers, and the triggers that are no statement."""
RESERVED_PARTIES: Final = (OTHER_ROLE, BOTH, DONT_KNOW_CARD)

_COLUMNS: Final = ("stellingen", "rolkennis", "open_vragen")


def double_ids(data: Data) -> Iterator[Finding]:
    """Yield each id after the first that is the same, in every list where ids tell things apart."""
    for group in _groups(data):
        yield from doubles(group)


def doubles(group: Iterable[tuple[KeyPath, str]], alike: Callable[[str], str] = str) -> Iterator[Finding]:
    """Yield each name after the first that is the same; ``alike`` gives what is compared of it."""
    first: dict[str, KeyPath] = {}
    for path, name in group:
        if (same := alike(name)) in first:
            yield Finding(
                path,
                _("‘{id}’ komt twee keer voor.").format(id=shown(name)),
                _("Kies hier een andere naam, of haal het weg."),
                first=first[same],
            )
        first.setdefault(same, path)


def reserved_ids(data: Data) -> Iterator[Finding]:
    """Yield the ids that would clash with a fixed column of the answers or with a fixed answer."""
    parties = names(data, QUESTIONNAIRE, "partijen")
    for group, reserved in ((_columns(data), _RESERVED_COLUMNS), (parties, RESERVED_PARTIES)):
        for path, name in group:
            if name in reserved:
                yield Finding(
                    path,
                    _("De id ‘{id}’ heeft al een vaste betekenis.").format(id=name),
                    _("Kies een andere id dan: {namen}.").format(namen=", ".join(reserved)),
                )


def _columns(data: Data) -> Iterable[tuple[KeyPath, str]]:
    """Return the ids that are columns of the table of answers: they share one space."""
    return chain.from_iterable(names(data, QUESTIONNAIRE, key) for key in _COLUMNS)


def _groups(data: Data) -> Iterator[Iterable[tuple[KeyPath, str]]]:
    yield _columns(data)
    for key in ("partijen", "dimensies", "banden"):
        yield names(data, QUESTIONNAIRE, key)
    dimensions = [path for path, _block in blocks(data, QUESTIONNAIRE, "dimensies")]
    yield chain.from_iterable(names(data, *path, "voorwaarden") for path in dimensions)
    for question in ("partij", "gebied", EXPERIENCE, MEETING):
        yield names(data, QUESTIONNAIRE, "context", question, "antwoorden")
    for path, _block in blocks(data, QUESTIONNAIRE, "open_vragen"):
        yield names(data, *path, "activiteiten")
    for path, _block in blocks(data, QUESTIONNAIRE, "stellingen"):
        yield texts(data, *path, "alleen")
    yield names(data, ADVICE, "adviezen")
    yield names(data, EDUCATION, "theorie", key="dimensie")
    yield names(data, EDUCATION, "presentatie")
    for path, _block in blocks(data, EDUCATION, "presentatie"):
        yield texts(data, *path, "kaarten")
        yield texts(data, *path, "team", "stellingen")

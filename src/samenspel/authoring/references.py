"""Ids that name something that is not there."""

from collections.abc import Collection, Iterator

from msgspec import Struct

from samenspel.authoring.data import Data, at, blocks, known, names, texts
from samenspel.authoring.files import ADVICE, EDUCATION, QUESTIONNAIRE
from samenspel.authoring.problems import Finding, Path, shown, suggest
from samenspel.questionnaire.model import BOTH, EXPERIENCE, KNOWLEDGE, MEETING
from samenspel.taal import _, opsomming

_LISTED = 10

Ids = dict[str, None] | None
"""Ids in their order; None when their list cannot be read, so that nothing is checked against it."""


def unknown_references(data: Data) -> Iterator[Finding]:
    """Yield references to a dimension, condition, party, statement, context question or answer that is not there."""
    there = _there(data)
    for path, item in blocks(data, QUESTIONNAIRE, "stellingen"):
        yield from _unknown(texts(data, *path, "alleen"), there.parties)
        yield from _condition(path, item, there)
    yield from _unknown(names(data, QUESTIONNAIRE, "stellingen", key="dimensie"), there.dimensions)
    who = None if there.parties is None else {**there.parties, BOTH: None}
    yield from _unknown(names(data, QUESTIONNAIRE, "rolkennis", key="wie"), who)
    yield from _unknown(names(data, EDUCATION, "theorie", key="dimensie"), there.dimensions)
    for path, advice in blocks(data, ADVICE, "adviezen"):
        if isinstance(triggers := advice.get("triggers"), dict):
            for key, value in triggers.items():
                yield from _trigger((*path, "triggers", key), value, there)


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
            conditions.setdefault(block["id"], _ids(data, *path, "voorwaarden"))
    items = _ids(data, QUESTIONNAIRE, "stellingen")
    return _There(
        parties=_ids(data, QUESTIONNAIRE, "partijen"),
        dimensions=_ids(data, QUESTIONNAIRE, "dimensies"),
        conditions=conditions,
        owners={name: dimension for dimension, own in conditions.items() for name in own or ()},
        triggers=None if items is None else {**items, **dict.fromkeys((KNOWLEDGE, EXPERIENCE, MEETING))},
        answers={key: _ids(data, QUESTIONNAIRE, "context", key, "antwoorden") for key in (EXPERIENCE, MEETING)},
    )


def _ids(data: Data, *path: str | int) -> Ids:
    found = known(data, *path)
    return None if found is None else dict.fromkeys(found)


def _unknown(found: Iterator[tuple[Path, str]], there: Ids) -> Iterator[Finding]:
    for path, name in found:
        if there is not None and name not in there:
            yield not_there(path, name, there)


def not_there(
    path: Path, name: str, there: Collection[str], *, at_key: bool = False, file: str = QUESTIONNAIRE
) -> Finding:
    """Say that ``name`` is not one of ``there``, the ids in ``file``."""
    if 0 < len(there) <= _LISTED:
        allowed = _("Kies uit: {namen}.").format(namen=opsomming([shown(other) for other in there], _("of")))
    else:
        allowed = _("Kies een id die in {bestand} staat.").format(bestand=file)
    message = _("‘{id}’ bestaat niet.").format(id=shown(name))
    return Finding(path, message, allowed, suggest(name, there), at_key=at_key)


def _condition(path: Path, item: dict[str, object], there: _There) -> Iterator[Finding]:
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


def _trigger(path: Path, value: object, there: _There) -> Iterator[Finding]:
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
        yield not_there(path, key, there.triggers, at_key=True)
    elif isinstance(value, dict):
        message = _("Bij ‘{id}’ hoort een getal, geen blok.").format(id=shown(key))
        yield Finding(path, message, _("Een blok met ‘gewicht:’ kan alleen bij ervaring en overleg."))

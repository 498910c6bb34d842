"""What does not fit the schema, in plain Dutch. jsonschema is imported only then: it takes longer than the rest."""

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from itertools import islice
from math import isfinite
from typing import TYPE_CHECKING, Any, cast, get_args

from msgspec import Struct, structs

from samenspel.authoring.files import ADVICE, EDUCATION, LABELS, QUESTIONNAIRE
from samenspel.authoring.nodes import UNREADABLE
from samenspel.authoring.problems import Finding, KeyPath, shown, suggest
from samenspel.authoring.schema import schema
from samenspel.questionnaire.parts import Id
from samenspel.taal import _, getal

if TYPE_CHECKING:
    from jsonschema import Draft202012Validator
    from jsonschema.exceptions import ValidationError

_ID_PATTERN = get_args(Id)[1].pattern
_COMPARED = 100
"""So many keys of one block are compared with the missing ones: a hostile file could hold very many."""
_ROOTS = {QUESTIONNAIRE: "QuestionnaireFile", ADVICE: "AdviceFile", EDUCATION: "EducationFile", LABELS: "LabelFile"}


def misfits(name: str, data: object, root: Mapping[str, Any] | None = None) -> Iterator[Finding]:
    """Yield what in a file does not fit its schema: unknown and missing keys, types, sizes, patterns.

    Args:
        name: the file's name.
        data: what it holds.
        root: the schema of the whole file; None: it is one of a questionnaire's.
    """
    if data is None:
        yield Finding((name,), _("Dit bestand is leeg."))
        return
    validator = _validator(root or {**schema(), "$ref": f"#/$defs/{_ROOTS[name]}"})
    told = None
    for error in validator.iter_errors(data):
        misfit = _misfit(name, error)
        # jsonschema says once for each missing key that one is missing; all are told at the first.
        if misfit.rule != "required" or misfit.path != told:
            yield from _explain(misfit)
        told = misfit.path if misfit.rule == "required" else None


class _Misfit(Struct, frozen=True):
    """One error of jsonschema: at ``path`` stands ``value``, which breaks ``rule: limit`` of ``schema``.

    ``at_key``: it is the key that breaks the rule. ``parts``: where either of two schemas would do, the errors of both.
    """

    path: KeyPath
    value: Any
    rule: str
    limit: Any
    schema: dict[str, Any]
    at_key: bool
    parts: tuple["_Misfit", ...]
    inside: bool


def _misfit(name: str, error: "ValidationError") -> _Misfit:
    at_key = "propertyNames" in error.absolute_schema_path
    return _Misfit(
        path=(name, *error.absolute_path, *([str(error.instance)] if at_key else [])),
        value=error.instance,
        rule=str(error.validator),
        limit=error.validator_value,
        schema=dict(error.schema) if isinstance(error.schema, Mapping) else {},
        at_key=at_key,
        parts=tuple(_misfit(name, part) for part in error.context or ()),
        inside=bool(error.relative_path),
    )


def _validator(root: Mapping[str, Any]) -> "Draft202012Validator":
    """Return a validator as strict as the loader: ``1.0`` is no whole number, and ``.nan`` is no number."""
    from jsonschema import Draft202012Validator
    from jsonschema.validators import extend

    checker = Draft202012Validator.TYPE_CHECKER.redefine_many(
        {
            "integer": lambda _checker, value: isinstance(value, int) and not isinstance(value, bool),
            "number": lambda _checker, value: (
                isinstance(value, int | float) and not isinstance(value, bool) and isfinite(value)
            ),
        }
    )
    validator = extend(Draft202012Validator, type_checker=checker)  # type: ignore[no-untyped-call]  # jsonschema has no types there
    return cast("Draft202012Validator", validator(root))


def _explain(misfit: _Misfit) -> Iterator[Finding]:
    if misfit.value is UNREADABLE:
        return
    if misfit.at_key:
        yield _bad_key(misfit)
    else:
        yield from _EXPLAINERS[misfit.rule](misfit)


def _bad_key(misfit: _Misfit) -> Finding:
    message = _("De naam ‘{naam}’ mag zo niet.").format(naam=shown(misfit.value))
    return Finding(misfit.path, message, _form(misfit.schema), _as_id(misfit.value), at_key=True)


def _unknown(misfit: _Misfit) -> Iterator[Finding]:
    known = misfit.schema["properties"]
    absent = [key for key in known if key not in misfit.value]
    for key in misfit.value:
        if key not in known:
            yield Finding(
                (*misfit.path, key),
                _("‘{naam}:’ hoort hier niet.").format(naam=shown(key)),
                _("Hier mag: {namen}.").format(namen=", ".join(absent or known)),
                suggest(key, absent),
                at_key=True,
            )


def _missing(misfit: _Misfit) -> Iterator[Finding]:
    known = misfit.schema["properties"]
    absent = [key for key in known if key not in misfit.value]
    # A misspelt key is told once, as unknown: not again as missing.
    meant = {suggest(key, absent) for key in islice(misfit.value, _COMPARED) if key not in known}
    for key in misfit.limit:
        if key not in misfit.value and key not in meant:
            yield Finding(misfit.path, _("Hier ontbreekt ‘{naam}:’.").format(naam=key), _purpose(known[key]))


def _type(misfit: _Misfit) -> Iterator[Finding]:
    wanted, pattern = str(misfit.limit), misfit.schema.get("pattern")
    if pattern and type(misfit.value) in (int, float) and not re.search(pattern, str(misfit.value)):
        # Between quotes this number would be refused once more: what it must look like is told at once.
        yield from _pattern(structs.replace(misfit, value=str(misfit.value)))
        return
    message = _("Bij {plek} hoort {soort}, maar hier staat {gevonden}.").format(
        plek=_place(misfit.path), soort=_kind(wanted), gevonden=_found(misfit.value)
    )
    yield Finding(misfit.path, message, _remedy(wanted, misfit.value, misfit.path), _meant(wanted, misfit.value))


def _length(misfit: _Misfit) -> Iterator[Finding]:
    if not misfit.value:
        yield Finding(
            misfit.path, _("De tekst bij {plek} is leeg.").format(plek=_place(misfit.path)), _("Hier hoort tekst.")
        )
    else:
        message = _("De tekst bij {plek} is te lang: {lengte} tekens.").format(
            plek=_place(misfit.path), lengte=len(misfit.value)
        )
        yield Finding(misfit.path, message, _("Hooguit {grens} tekens mag.").format(grens=misfit.limit))


def _pattern(misfit: _Misfit) -> Iterator[Finding]:
    message = _("‘{waarde}’ mag zo niet bij {plek}.").format(waarde=shown(misfit.value), plek=_place(misfit.path))
    if misfit.value:  # an empty text is told by its length where that has a minimum, and here where it has none
        meant = _fitting(misfit.schema, misfit.value)
        yield Finding(misfit.path, message, _form(misfit.schema), meant, refused=True)
    else:
        yield Finding(
            misfit.path,
            _("De tekst bij {plek} is leeg.").format(plek=_place(misfit.path)),
            _form(misfit.schema),
        )


def _range(misfit: _Misfit) -> Iterator[Finding]:
    message = _("Het getal {waarde} kan niet bij {plek}.").format(
        waarde=shown(misfit.value).replace(".", ","), plek=_place(misfit.path)
    )
    yield Finding(misfit.path, message, _bounds(misfit.schema))


def _count(misfit: _Misfit) -> Iterator[Finding]:
    message = _("Het aantal onderdelen bij {plek} klopt niet: {aantal}.").format(
        plek=_place(misfit.path), aantal=len(misfit.value)
    )
    yield Finding(misfit.path, message, _counts(misfit))


def _either(misfit: _Misfit) -> Iterator[Finding]:
    """Explain a value that may be a number or a block, or that may be left out: by the errors of what it looks like."""
    kinds = [str(kind["type"]) for kind in misfit.limit if kind.get("type", "null") != "null"]
    like = "object" if isinstance(misfit.value, dict) or not kinds else kinds[0]
    parts = [part for part in misfit.parts if part.inside or part.rule != "type"]
    if parts:
        for part in parts:
            yield from _explain(part)
    else:
        names = next((_names(part["$ref"]) for part in misfit.limit if "$ref" in part), "")
        for finding in _type(structs.replace(misfit, limit=like)):
            below = _("Schrijf eronder, elk op een eigen regel en met meer spaties ervoor: {namen}.").format(
                namen=names
            )
            yield structs.replace(finding, allowed=below) if names and like == "object" else finding


def _names(reference: str) -> str:
    """Return the names that a block of the schema must have, or else those that it may have."""
    block = schema()["$defs"][reference.rpartition("/")[2]]
    return ", ".join(f"{name}:" for name in block.get("required") or block["properties"])


_EXPLAINERS: dict[str, Callable[[_Misfit], Iterator[Finding]]] = {
    "anyOf": _either,
    "additionalProperties": _unknown,
    "required": _missing,
    "type": _type,
    "minLength": _length,
    "maxLength": _length,
    "pattern": _pattern,
    **dict.fromkeys(("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"), _range),
    **dict.fromkeys(("minItems", "maxItems", "minProperties", "maxProperties"), _count),
}


# The words for what the schema asks: kinds, bounds, counts and forms, as a trainer would say them. ---------------


def _place(path: KeyPath) -> str:
    """Name the place that ``path`` ends at: ‘tekst’, or part 3 of ‘stellingen’."""
    *before, last = path
    if isinstance(last, int):
        return _("onderdeel {nummer} van {plek}").format(nummer=last + 1, plek=_place(tuple(before)))
    return f"‘{shown(last)}’"


def _kind(wanted: str) -> str:
    """Name a kind of value that the schema asks for."""
    return {
        "string": _("een tekst"),
        "number": _("een getal"),
        "integer": _("een heel getal"),
        "boolean": _("true (ja) of false (nee)"),
        "array": _("een lijst"),
        "object": _("een rijtje namen met een waarde erachter"),
    }[wanted]


def _found(value: object) -> str:
    """Name the kind of value that was found."""
    match value:
        case None:
            return _("niets")
        case bool():
            return _("true of false")
        case float() if not isfinite(value):
            return _("geen gewoon getal")
        case int() | float():
            return _("een getal")
        case str():
            return _("een tekst")
        case list():
            return _("een lijst")
        case _other:
            return _("een rijtje namen met een waarde erachter")


def _remedy(wanted: str, value: object, path: KeyPath) -> str:
    """Say how to write a value of the kind wanted, given what stands there."""
    if value is None and isinstance(path[-1], int):
        return _("Schrijf er iets achter, of haal het streepje weg.")
    if wanted == "array" and value is None:
        return _("Is de lijst leeg? Zet [] erachter. Begin anders elk onderdeel op een nieuwe regel met een streepje.")
    if wanted == "string" and value is not None:
        return _("Zet de hele tekst tussen aanhalingstekens.")
    return {
        "string": _("Schrijf de tekst achter de dubbele punt."),
        "number": _("Schrijf een getal met een punt, zoals 0.5, zonder aanhalingstekens."),
        "integer": _("Schrijf een getal zonder punt of komma, zoals 4."),
        "boolean": _("Schrijf true of false, zonder aanhalingstekens."),
        "array": _("Begin elk onderdeel op een nieuwe regel met een streepje."),
        "object": _("Schrijf elke naam op een eigen regel, met een dubbele punt erachter."),
    }[wanted]


def _meant(wanted: str, value: object) -> str:
    """Return what the writer probably meant with a value of the wrong kind, or an empty text."""
    if wanted == "boolean":
        yes_no = {"ja": "true", "yes": "true", "waar": "true", "nee": "false", "no": "false", "onwaar": "false"}
        yes_no |= {"true": "true", "false": "false"}
        return yes_no.get(suggest(str(value), yes_no, alike=0.75), "")
    number = re.match(r"\d{1,9}([.,]\d{1,9})?(?= \D*$|$)", value) if isinstance(value, str) else None
    if number and (wanted == "number" or (wanted == "integer" and not number[1])):
        return number[0].replace(",", ".")
    return ""


def _bounds(schema: dict[str, Any]) -> str:
    """Say between which numbers a value must lie."""
    if "exclusiveMinimum" in schema:
        return _("Meer dan {laag} en hooguit {hoog} mag.").format(
            laag=_number(schema["exclusiveMinimum"]), hoog=_number(schema["maximum"])
        )
    return _("Van {laag} tot en met {hoog} mag.").format(
        laag=_number(schema["minimum"]), hoog=_number(schema["maximum"])
    )


def _counts(misfit: _Misfit) -> str:
    """Say how many parts a list or block must have."""
    if misfit.schema.get("minItems") == misfit.schema.get("maxItems", 0):
        more = len(misfit.value) - misfit.limit
        remedy = _("Haal er {n} weg.") if more > 0 else _("Zet er {n} bij.")
        exactly = _("Er horen er precies {aantal} te staan.").format(aantal=misfit.limit)
        return f"{exactly} {remedy.format(n=abs(more))}"
    if misfit.rule.startswith("max"):
        return _("Er mogen er hooguit {aantal} staan.").format(aantal=misfit.limit)
    return _("Er hoort er minstens {aantal} te staan.").format(aantal=misfit.limit)


def _form(schema: dict[str, Any]) -> str:
    """Say which form a text must have: that of an id, or what the description beside its pattern says."""
    if schema["pattern"] == _ID_PATTERN:
        return _("Gebruik kleine letters, cijfers, - en . zonder spaties.")
    return _("Wat mag: {vorm}.").format(vorm=schema["description"])


def _fitting(schema: dict[str, Any], text: str) -> str:
    """Return what the writer probably meant with a text that has not the form asked for, or an empty text."""
    if schema["pattern"] == _ID_PATTERN:
        return _as_id(text)
    numbers = re.findall(r"[0-9]{1,9}", text)  # the only other form is that of a version
    meant = ".".join([*numbers, "0", "0"][:3]) if numbers else ""
    return meant if re.search(schema["pattern"], meant) else ""


def _purpose(schema: dict[str, Any]) -> str:
    """Say what belongs at a key that is missing; empty where the schema does not say it."""
    return _("Daar hoort: {uitleg}.").format(uitleg=schema["description"]) if "description" in schema else ""


def _as_id(text: str) -> str:
    """Return the id that looks most like ``text``, or an empty text when nothing of it is left."""
    plain = unicodedata.normalize("NFKD", text.strip().lower())
    kept = "".join(c for c in plain if not unicodedata.combining(c))
    dashed = re.sub(r"[^a-z0-9.]+", "-", kept)
    return re.sub(r"-?\.[-.]*", ".", dashed)[:60].strip("-.")


def _number(value: float) -> str:
    return getal(value, 0 if float(value).is_integer() else 1)

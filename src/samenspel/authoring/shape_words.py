"""The words for what the schema asks: kinds, bounds, counts and forms, as a trainer would say them."""

import re
import unicodedata
from math import isfinite
from typing import Any, get_args

from samenspel.authoring.problems import Path, shown
from samenspel.questionnaire.parts import Id
from samenspel.taal import _, getal

_ID_PATTERN = get_args(Id)[1].pattern


def place(path: Path) -> str:
    """Name the place that ``path`` ends at: ‘tekst’, or part 3 of ‘stellingen’."""
    *before, last = path
    if isinstance(last, int):
        return _("onderdeel {nummer} van {plek}").format(nummer=last + 1, plek=place(tuple(before)))
    return f"‘{shown(last)}’"


def kind(wanted: str) -> str:
    """Name a kind of value that the schema asks for."""
    return {
        "string": _("een tekst"),
        "number": _("een getal"),
        "integer": _("een heel getal"),
        "boolean": _("true (ja) of false (nee)"),
        "array": _("een lijst"),
        "object": _("een blok met namen en waarden"),
    }[wanted]


def found(value: object) -> str:
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
            return _("een blok met namen en waarden")


def remedy(wanted: str, value: object) -> str:
    """Say how to write a value of the kind wanted, given what stands there."""
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


def meant(wanted: str, value: object) -> str:
    """Return what the writer probably meant with a value of the wrong kind, or an empty text."""
    if wanted == "boolean":
        yes_no = {"ja": "true", "yes": "true", "waar": "true", "nee": "false", "no": "false", "onwaar": "false"}
        return yes_no.get(str(value).lower(), "")
    if wanted in ("number", "integer") and isinstance(value, str) and re.fullmatch(r"\d{1,9}([.,]\d{1,9})?", value):
        return value.replace(",", ".")
    return ""


def bounds(schema: dict[str, Any]) -> str:
    """Say between which numbers a value must lie."""
    if "exclusiveMinimum" in schema:
        return _("Meer dan {laag} en hooguit {hoog} mag.").format(
            laag=_number(schema["exclusiveMinimum"]), hoog=_number(schema["maximum"])
        )
    return _("Van {laag} tot en met {hoog} mag.").format(
        laag=_number(schema["minimum"]), hoog=_number(schema["maximum"])
    )


def counts(schema: dict[str, Any]) -> str:
    """Say how many parts a list or block must have."""
    low, high = schema.get("minItems", schema.get("minProperties")), schema.get("maxItems")
    if low == high:
        return _("Er horen er precies {aantal} te staan.").format(aantal=low)
    return _("Er hoort er minstens {aantal} te staan.").format(aantal=low)


def form(schema: dict[str, Any]) -> str:
    """Say which form a text must have: that of an id, or what the description beside its pattern says."""
    if schema["pattern"] == _ID_PATTERN:
        return _("Gebruik kleine letters, cijfers, - en . zonder spaties.")
    return _("Wat mag: {vorm}.").format(vorm=schema["description"])


def fitting(schema: dict[str, Any], text: str) -> str:
    """Return what the writer probably meant with a text that has not the form asked for, or an empty text."""
    if schema["pattern"] == _ID_PATTERN:
        return slug(text)
    numbers = re.findall(r"[0-9]{1,9}", text)  # the only other form is that of a version
    meant = ".".join([*numbers, "0", "0"][:3]) if numbers else ""
    return meant if re.search(schema["pattern"], meant) else ""


def purpose(schema: dict[str, Any]) -> str:
    """Say what belongs at a key that is missing."""
    return _("Daar hoort: {uitleg}.").format(uitleg=schema["description"])


def slug(text: str) -> str:
    """Return the id that looks most like ``text``, or an empty text when nothing of it is left."""
    plain = unicodedata.normalize("NFKD", text.strip().lower())
    kept = "".join(c for c in plain if not unicodedata.combining(c))
    dashed = re.sub(r"[^a-z0-9.]+", "-", kept)
    return re.sub(r"-?\.[-.]*", ".", dashed)[:60].strip("-.")


def _number(value: float) -> str:
    return getal(value, 0 if float(value).is_integer() else 1)

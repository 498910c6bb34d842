"""Text that cannot be shown as it stands: blank, with invisible signs, unknown placeholders, or no glyph for it."""

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from samenspel.authoring.files import LABELS, QUESTIONNAIRE
from samenspel.authoring.problems import Finding, KeyPath, is_invisible, shown, suggest
from samenspel.authoring.references import Data
from samenspel.taal import _, opsomming

PLACEHOLDERS = ("{ander}", "{anderen}")
_ONE_LINE = ("id", "versie")
_BRACES = re.compile(r"\{+[^{}]*\}+|[{}]")


def odd_texts(data: Data) -> Iterator[Finding]:
    """Yield what is odd in any text of any file."""
    for name, content in data.items():
        for path, text in _strings((name,), content):
            yield from _blank(path, text)
            yield from _characters(path, text)
            yield from _placeholders(path, text)


def _strings(path: KeyPath, content: object) -> Iterator[tuple[KeyPath, str]]:
    if isinstance(content, str):
        yield path, content
    elif isinstance(content, dict):
        for key, part in content.items():
            yield from _strings((*path, key), part)
    elif isinstance(content, list):
        for index, part in enumerate(content):
            yield from _strings((*path, index), part)


def _blank(path: KeyPath, text: str) -> Iterator[Finding]:
    if text and not text.strip():
        yield Finding(path, _("Deze tekst is leeg: er staan alleen spaties."), _("Schrijf een tekst, of haal het weg."))
    elif "\n" in text and (path[-1] in _ONE_LINE or path[0] == LABELS):
        yield Finding(path, _("Hier hoort één regel zonder regeleinde."), _("Zet het achter de dubbele punt."))


def _characters(path: KeyPath, text: str) -> Iterator[Finding]:
    if in_report_font(text):
        return
    for character in dict.fromkeys(text):
        code = f"U+{ord(character):04X}"
        if character == "\n":
            continue
        if character == "\t":
            yield Finding(path, _("In deze tekst staat een tab."), _("Zet er een spatie in plaats van de tab."))
        elif is_invisible(character):
            message = _("In deze tekst staat een onzichtbaar teken ({code}).").format(code=code)
            yield Finding(path, message, _("Haal het weg."))
        elif not in_report_font(character):
            message = _("Het teken ‘{teken}’ ({code}) kan niet in het rapport.").format(teken=character, code=code)
            yield Finding(path, message, _("Kies een gewoon teken, of schrijf het in woorden."))


def in_report_font(text: str) -> bool:
    """Say whether the report font has a glyph for every character of ``text``; a line end is no glyph."""
    return _covered().issuperset(text)


@cache
def _covered() -> frozenset[str]:
    """Return the characters with a glyph that can be seen (spaces included, soft hyphens and bidi marks not).

    ``glyphs.json`` holds the ranges of code points that every face of the report font (regular, bold) covers: reading
    the fonts themselves takes far longer. ``scripts/make_glyphs.py`` writes it; a test compares it with the fonts.
    """
    ranges = json.loads(Path(__file__).with_name("glyphs.json").read_text(encoding="utf-8"))
    return frozenset(chr(code) for first, last in ranges for code in range(first, last + 1))


def _placeholders(path: KeyPath, text: str) -> Iterator[Finding]:
    none_here = path[0] == LABELS or path[:2] == (QUESTIONNAIRE, "partijen")
    allowed: tuple[str, ...] = () if none_here else PLACEHOLDERS
    for found in _BRACES.findall(text):
        if found in allowed:
            continue
        if allowed:
            message = _("‘{gevonden}’ kan hier niet worden ingevuld.").format(gevonden=shown(found))
            names = opsomming(list(allowed), _("of"))
            remedy = _("Alleen {namen} mag.").format(namen=names)
            if found in "{}":
                remedy = _("Schrijf {namen}, met beide haakjes.").format(namen=names)
            yield Finding(path, message, remedy, suggest(found, allowed))
        elif path[0] == LABELS:
            message = _("In een label kan geen ‘{gevonden}’ staan.").format(gevonden=shown(found))
            yield Finding(path, message, _("Schrijf het in woorden."))
        else:
            message = _("In de naam van een partij kan geen ‘{gevonden}’ staan.").format(gevonden=shown(found))
            yield Finding(path, message, _("Schrijf de naam zelf."))

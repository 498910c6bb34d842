"""Text that cannot be shown as it stands: blank, with invisible signs, unknown placeholders, or no glyph for it."""

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from samenspel.authoring.files import ADVICE, QUESTIONNAIRE
from samenspel.authoring.problems import Finding, KeyPath, is_invisible, shown, suggest
from samenspel.authoring.references import Data, at, blocks, names
from samenspel.questionnaire.model import EXPERIENCE, LOWEST, MEETING
from samenspel.taal import _, opsomming

# Which characters the report font can show, without reading the font. --------------------------------------------
# ``glyphs.json`` holds the ranges of code points that every face of the report font (regular, bold) covers.
# ``scripts/make_glyphs.py`` writes it; a test compares it with the fonts.


def in_report_font(text: str) -> bool:
    """Say whether the report font has a glyph for every character of ``text``; a line end is no glyph."""
    return _covered().issuperset(text)


@cache
def _covered() -> frozenset[str]:
    """Return the characters with a glyph that can be seen (spaces included, soft hyphens and bidi marks not)."""
    ranges = json.loads(Path(__file__).with_name("glyphs.json").read_text(encoding="utf-8"))
    return frozenset(chr(code) for first, last in ranges for code in range(first, last + 1))


PLACEHOLDERS = ("{ander}", "{anderen}")
_ONE_LINE = ("id", "versie")
_BRACES = re.compile(r"\{[^{}]*\}|[{}]")


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
    elif "\n" in text and path[-1] in _ONE_LINE:
        yield Finding(path, _("Hier hoort één regel zonder regeleinde."), _("Zet het achter de dubbele punt."))


def _characters(path: KeyPath, text: str) -> Iterator[Finding]:
    if in_report_font(text):
        return
    for character in dict.fromkeys(text):
        code = f"U+{ord(character):04X}"
        if character == "\n":
            continue
        if is_invisible(character):
            message = _("In deze tekst staat een onzichtbaar teken ({code}).").format(code=code)
            yield Finding(path, message, _("Haal het weg."))
        elif not in_report_font(character):
            message = _("Het teken ‘{teken}’ ({code}) kan niet in het rapport.").format(teken=character, code=code)
            yield Finding(path, message, _("Kies een gewoon teken, of schrijf het in woorden."))


def _placeholders(path: KeyPath, text: str) -> Iterator[Finding]:
    allowed: tuple[str, ...] = () if path[:2] == (QUESTIONNAIRE, "partijen") else PLACEHOLDERS
    for found in _BRACES.findall(text):
        if found in allowed:
            continue
        if allowed:
            message = _("‘{gevonden}’ kan hier niet worden ingevuld.").format(gevonden=shown(found))
            names = opsomming(list(allowed), _("of"))
            yield Finding(path, message, _("Alleen {namen} mag.").format(namen=names), suggest(found, allowed))
        else:
            message = _("In de naam van een partij kan geen ‘{gevonden}’ staan.").format(gevonden=shown(found))
            yield Finding(path, message, _("Schrijf de naam zelf."))


# Parts that are there but do not fit together: bands out of order, empty dimensions, tables without columns. -----


def misplaced(data: Data) -> Iterator[Finding]:
    """Yield what cannot work as it stands in bands, dimensions, context questions and worksheets."""
    yield from _bands(data)
    yield from _dimensions(data)
    yield from _context(data)
    yield from _worksheets(data)


def _bands(data: Data) -> Iterator[Finding]:
    lower: float | None = None
    for path, band in blocks(data, QUESTIONNAIRE, "banden"):
        start = band.get("vanaf")
        if isinstance(start, bool) or not isinstance(start, int | float):
            continue
        if lower is None and start != LOWEST:
            message = _("De eerste band begint niet bij {laagste}.").format(laagste=LOWEST)
            yield Finding((*path, "vanaf"), message, _("Elke score moet in een band vallen."))
        elif lower is not None and start <= lower:
            message = _("Deze band begint niet hoger dan de vorige.")
            yield Finding((*path, "vanaf"), message, _("Zet de banden van laag naar hoog."))
        lower = start


def _dimensions(data: Data) -> Iterator[Finding]:
    used = {name for _path, name in names(data, QUESTIONNAIRE, "stellingen", key="dimensie")}
    for path, name in names(data, QUESTIONNAIRE, "dimensies"):
        if name not in used and isinstance(at(data, QUESTIONNAIRE, "stellingen"), list):
            message = _("Bij dimensie ‘{id}’ hoort geen enkele stelling.").format(id=shown(name))
            yield Finding(path, message, _("Geef een stelling deze dimensie, of haal de dimensie weg."))


def _context(data: Data) -> Iterator[Finding]:
    for key in (EXPERIENCE, MEETING):
        path = (QUESTIONNAIRE, "context", key)
        question = at(data, *path)
        if isinstance(question, dict) and question.get("antwoorden", []) == []:
            message = _("Bij ‘{vraag}’ staan geen antwoorden.").format(vraag=key)
            yield Finding(path, message, _("Schrijf onder ‘antwoorden:’ waaruit iemand kan kiezen."))


def _worksheets(data: Data) -> Iterator[Finding]:
    for advice, _block in blocks(data, ADVICE, "adviezen"):
        for path, part in blocks(data, *advice, "werkblad", "delen"):
            for key in ("rijen", "eerste_kolom"):
                if part.get(key) and not part.get("kolommen"):
                    message = _("Hier staan rijen van een tabel, maar ‘kolommen:’ ontbreekt.")
                    yield Finding((*path, key), message, _("Schrijf bij ‘kolommen:’ de koppen van de tabel."))

"""Text that cannot be shown as it stands: blank, with invisible signs, unknown placeholders, or no glyph for it."""

import re
from collections.abc import Iterator

from samenspel.authoring.data import Data
from samenspel.authoring.files import QUESTIONNAIRE
from samenspel.authoring.glyphs import in_report_font
from samenspel.authoring.problems import Finding, Path, is_invisible, shown, suggest
from samenspel.taal import _, opsomming

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


def _strings(path: Path, content: object) -> Iterator[tuple[Path, str]]:
    if isinstance(content, str):
        yield path, content
    elif isinstance(content, dict):
        for key, part in content.items():
            yield from _strings((*path, key), part)
    elif isinstance(content, list):
        for index, part in enumerate(content):
            yield from _strings((*path, index), part)


def _blank(path: Path, text: str) -> Iterator[Finding]:
    if text and not text.strip():
        yield Finding(path, _("Deze tekst is leeg: er staan alleen spaties."), _("Schrijf een tekst, of haal het weg."))
    elif "\n" in text and path[-1] in _ONE_LINE:
        yield Finding(path, _("Hier hoort één regel zonder regeleinde."), _("Zet het achter de dubbele punt."))


def _characters(path: Path, text: str) -> Iterator[Finding]:
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


def _placeholders(path: Path, text: str) -> Iterator[Finding]:
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

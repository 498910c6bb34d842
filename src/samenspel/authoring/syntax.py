"""What the YAML parser says of a syntax error, in plain Dutch, with the remedy that usually helps."""

from typing import TYPE_CHECKING

from samenspel.authoring.problems import Problem
from samenspel.authoring.quotes import Event, escape, goes_on, never_closed
from samenspel.authoring.slips import no_space, odd_colon, slip
from samenspel.taal import _

if TYPE_CHECKING:
    from ruamel.yaml.error import MarkedYAMLError, StringMark


_AT_OPENING = ("quoted scalar", "flow sequence", "flow mapping", "simple key", "block scalar")
"""What is noticed far from where it began: what helps is where a quote or bracket was opened."""


def explain(place: str, error: "MarkedYAMLError", text: str = "", before: Event = None) -> Problem:
    """Turn the parser's error into a problem.

    Args:
        place: the file's name.
        error: what the parser says.
        text: what the file holds.
        before: the last scalar event before the error, if any.
    """
    said = f"{error.context or ''} {error.problem or ''}"
    lines, at, opened = text.split("\n"), error.problem_mark, error.context_mark
    if "quoted scalar" in said and "unexpected" in said and opened:  # the end of the file, or ---
        return never_closed(place, opened.line, opened.column, lines)
    if _after_quote(said, at, before):
        return goes_on(place, before)
    known = slip(place, at.line, lines) if at else None
    if at and "mapping values" in said:
        known = known or odd_colon(place, at.line, at.column, lines)
    elif opened and "simple key" in said:
        known = known or no_space(place, opened.line, lines)
    if known is not None:
        return known
    message, allowed = next(
        words for fragments, *words in _explanations() if any(fragment in said for fragment in fragments)
    )
    mark = opened if opened and any(fragment in said for fragment in _AT_OPENING) else (at or opened)
    return Problem(place, mark.line + 1, mark.column + 1, message, allowed)


def _after_quote(said: str, at: "StringMark | None", before: Event) -> bool:
    """Say whether the parser stopped at what stands behind the second quote of a text, on the same line."""
    quoted = before is not None and before.style in ("'", '"')
    stopped = "expected key" in said or "expected '-' indicator" in said
    return quoted and stopped and at is not None and at.line == before.end_mark.line


def _explanations() -> list[tuple[tuple[str, ...], str, str]]:
    """Return (what the parser says, what is wrong, what to do); the first that fits counts."""
    return [
        (("escape c", "hexdecimal", "hexadecimal"), *escape()),
        (
            ("mapping values are not allowed",),
            _("Hier staat een dubbele punt die niet kan."),
            _("Zet een tekst met een dubbele punt tussen aanhalingstekens, of spring de regel anders in."),
        ),
        (
            ("block scalar",),
            _("Achter > of | kan op dezelfde regel geen tekst staan."),
            _("Zet de tekst op de volgende regel, met meer spaties ervoor."),
        ),
        (
            ("expected ':'",),
            _("Hier ontbreekt een dubbele punt na een naam."),
            _("Schrijf: naam, dubbele punt, spatie, tekst."),
        ),
        (
            ("flow sequence", "flow mapping", "flow node"),
            _("Een stuk tussen [ ] of { } is niet goed afgesloten."),
            _("Sluit het af. Is het gewone tekst, zet dan de hele tekst tussen aanhalingstekens."),
        ),
        (
            ("expected '-' indicator",),
            _("Deze regel hoort niet bij de lijst erboven."),
            _("Begin elk onderdeel van een lijst met een streepje, recht onder elkaar."),
        ),
        (
            ("block sequence entries are not allowed",),
            _("Hier kan geen streepje staan."),
            _("Begin een lijst op een nieuwe regel, of zet de tekst tussen aanhalingstekens."),
        ),
        (
            ("cannot start any token", "found a tab", "mapping keys are not allowed"),
            _("Een tekst kan niet met dit teken beginnen."),
            _("Zet de tekst tussen aanhalingstekens."),
        ),
        (
            ("scanning an anchor", "scanning an alias", "scanning a tag", "parsing a tag", "tag handle"),
            _("Een tekst kan niet met &, * of ! beginnen."),
            _("Zet de tekst tussen aanhalingstekens."),
        ),
        (
            ("directive", "document start", "incompatible YAML"),
            _("Deze regel past niet aan het begin of het einde van het bestand."),
            _("Haal een regel weg die met % of --- begint. Kijk ook of er genoeg is ingesprongen."),
        ),
        (("expected key", "block mapping"), _("Deze regel past niet bij de regels erboven."), _indent_or_quote()),
        (("",), _("Hier klopt de opbouw van het bestand niet."), _indent_or_quote()),
    ]


def _indent_or_quote() -> str:
    return _(
        "Laat regels die bij elkaar horen even ver inspringen. "
        "Begint een tekst met { of [ of een aanhalingsteken, zet dan de hele tekst tussen aanhalingstekens."
    )

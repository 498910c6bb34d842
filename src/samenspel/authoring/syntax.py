"""What the YAML parser says of a syntax error, in plain Dutch, with the remedy that usually helps."""

import re
from typing import TYPE_CHECKING

from samenspel.authoring.problems import Problem, shown
from samenspel.taal import _

if TYPE_CHECKING:
    from ruamel.yaml.error import MarkedYAMLError


_TAB = re.compile(r" *\t")
_NAME_FIRST = re.compile(r"""(?:^|:|-)\s+\{(?:ander|anderen)\}[^"']""")
_EMPTY = re.compile(r"\s*(?:- )?([^\s:#]+):\s*\[\s*\]\s*(?:#.*)?$")


def explain(place: str, error: "MarkedYAMLError", text: str = "") -> Problem:
    """Turn the parser's error into a problem in the file ``place``; ``text`` is what the file holds."""
    said = f"{error.context or ''} {error.problem or ''}"
    if (known := _slip(place, error, text.split("\n"))) is not None:
        return known
    message, allowed = next(
        words for fragments, *words in _explanations() if any(fragment in said for fragment in fragments)
    )
    # A quote or bracket that is never closed is noticed far away; what helps is where it was opened.
    opened = any(fragment in said for fragment in ("quoted scalar", "flow sequence", "flow mapping", "simple key"))
    mark = error.context_mark if opened and error.context_mark else (error.problem_mark or error.context_mark)
    return Problem(place, mark.line + 1, mark.column + 1, message, allowed)


def _slip(place: str, error: "MarkedYAMLError", lines: list[str]) -> Problem | None:
    """Return what trainers often do wrong, seen in the line where the parser stopped; None: it is something else."""
    mark = error.problem_mark
    if mark is None or mark.line >= len(lines):
        return None
    here = lines[mark.line]
    if _TAB.match(here):
        return Problem(place, mark.line + 1, 1, _("Voor deze regel staat een tab."), _("Spring in met spaties."))
    if found := _NAME_FIRST.search(here):
        message, remedy = _("Een tekst kan niet met {ander} of {anderen} beginnen."), _quoted()
        return Problem(place, mark.line + 1, here.index("{", found.start()) + 1, message, remedy)
    if not here.lstrip().startswith("- "):
        return None
    above = next((n for n in range(mark.line - 1, -1, -1) if lines[n].split("#")[0].strip()), 0)
    empty = _EMPTY.match(lines[above])
    if empty is None:
        return None
    message = _("Achter ‘{naam}:’ staat nog [], maar eronder staat een lijst.").format(naam=shown(empty[1]))
    return Problem(place, above + 1, empty.start(1) + 1, message, _("Haal [] weg."))


def _explanations() -> list[tuple[tuple[str, ...], str, str]]:
    """Return (what the parser says, what is wrong, what to do); the first that fits counts."""
    return [
        (
            ("mapping values are not allowed",),
            _("Hier staat een dubbele punt die niet kan."),
            _("Zet een tekst met een dubbele punt tussen aanhalingstekens, of spring de regel anders in."),
        ),
        (
            ("escape c", "escape character", "hexadecimal"),
            _("In deze tekst staat een \\ met een teken dat niet kan."),
            _("Schrijf \\\\ voor één \\, of gebruik enkele aanhalingstekens."),
        ),
        (
            ("quoted scalar",),
            _("Deze tekst begint met een aanhalingsteken, maar het tweede ontbreekt."),
            _("Zet aan het eind van de tekst hetzelfde aanhalingsteken."),
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
            ("cannot start any token", "found a tab"),
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


def _quoted() -> str:
    return _("Zet de hele tekst tussen aanhalingstekens.")


def _indent_or_quote() -> str:
    return _(
        "Laat regels die bij elkaar horen even ver inspringen. "
        "Begint een tekst met { of [ of een aanhalingsteken, zet dan de hele tekst tussen aanhalingstekens."
    )

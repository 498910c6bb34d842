"""What the YAML parser says of a syntax error, in plain Dutch, with the remedy that usually helps."""

import re
from typing import TYPE_CHECKING, Any

from samenspel.authoring.layout import slip
from samenspel.authoring.problems import Problem, shown
from samenspel.authoring.schema import known as known_names
from samenspel.taal import _

if TYPE_CHECKING:
    from ruamel.yaml.error import MarkedYAMLError, StringMark

# Patterns are texts here: each is compiled when it is needed, for most readers never meet a fault.

Event = Any
"""What the YAML parser sees one after another; ruamel.yaml.clib gives it no type."""

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
    lines, at, opened = re.split(r"\r\n?|\n", text), error.problem_mark, error.context_mark
    if "quoted scalar" in said and "unexpected" in said and opened:  # the end of the file, or ---
        return never_closed(place, opened.line, opened.column, lines)
    if _after_quote(said, at, before):
        return _goes_on(place, before)
    known = _slip(place, at.line, lines) if at else None
    if at and "mapping values" in said:
        known = known or _no_bracket(place, at.line, lines) or _odd_colon(place, at.line, at.column, lines)
    elif opened and "simple key" in said:
        known = known or _no_space(place, opened.line, lines)
    elif at and "expected ':'" in said:
        known = known or _no_space_inside(place, at.line, at.column, lines)
    if opened and "flow" in said:
        known = known or _between_brackets(place, opened.line, opened.column, lines)
    elif at:
        known = known or slip(place, lines, at.line)
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
        (("escape c", "hexdecimal", "hexadecimal"), *_escape()),
        (
            ("mapping values are not allowed",),
            _("Hier staat een dubbele punt die niet kan."),
            _('Zet de hele tekst tussen rechte aanhalingstekens (").'),
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
            _("Deze regel past niet onder de regel erboven."),
            _("Misschien ontbreekt een streepje, of staat er een spatie te veel of te weinig."),
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


# Quotation marks that open or close a text where they should not, told at the line where the text begins. --------

_KEY = r"( *)(?:- +)?\{?[\w.-]+:(?:\s|$)"
_PART = r"( *-) "
_ESCAPED_END = r'\\"\s*$'


def swallows(event: Event, text: str) -> bool:
    """Say whether a scalar between quotes has taken in names of the lines below it: its second quote was forgotten."""
    start, end = event.start_mark, event.end_mark
    if event.style not in ("'", '"') or start.line == end.line:
        return False
    first, *below = text[start.index - start.column : end.index].split("\n")
    # The next part of a list has its dash to the left of where the texts of the list begin.
    depth = len(first) - len(first.lstrip(" -"))
    found = (re.match(_KEY, line) or re.match(_PART, line) for line in below)
    return any(name is not None and len(name[1]) <= depth for name in found)


def never_closed(place: str, line: int, column: int, lines: list[str]) -> Problem:
    """Explain a text whose second quote is missing; ``line`` and ``column``, from 0, are where it begins."""
    here = lines[line] if line < len(lines) else ""
    if here[column : column + 1] == "'":
        return _apostrophe(place, line, column)
    if re.search(_ESCAPED_END, here[column + 1 :]):
        message = _("Door de \\ telt het aanhalingsteken erachter niet mee.")
        return Problem(place, line + 1, column + 1, message, _escape()[1])
    message = _("Deze tekst begint met een aanhalingsteken, maar het tweede ontbreekt.")
    remedy = _("Zet aan het eind van de tekst hetzelfde aanhalingsteken.")
    if curly := re.search(_CURLY_LAST, here):
        remedy = _('Aan het eind staat {teken}. Typ daar een recht aanhalingsteken (").').format(teken=curly[1])
    return Problem(place, line + 1, column + 1, message, remedy)


def _goes_on(place: str, event: Event) -> Problem:
    """Explain a text between quotes, the scalar ``event``, with more text after its second quote."""
    line, column, last = event.start_mark.line, event.start_mark.column, event.end_mark.line
    if event.style == "'":
        return _apostrophe(place, line, column)
    if last > line:
        message = _("Het tweede aanhalingsteken staat op regel {regel}, en daarachter staat nog tekst.").format(
            regel=last + 1
        )
    else:
        message = _("Achter het tweede aanhalingsteken staat nog tekst.")
    remedy = _('Zet de hele tekst tussen rechte aanhalingstekens ("), met daarbinnen ‘ en ’.')
    return Problem(place, line + 1, column + 1, message, remedy)


def _escape() -> tuple[str, str]:
    r"""Return what is wrong, and what to do, where a \ stands in a text between double quotes."""
    return (
        _("In deze tekst staat een \\ met een teken dat niet kan."),
        _("Schrijf \\\\ voor één \\, of gebruik enkele aanhalingstekens."),
    )


def _apostrophe(place: str, line: int, column: int) -> Problem:
    message = _("Deze tekst begint met ' en dat telt als aanhalingsteken.")
    remedy = _('Zet de hele tekst tussen rechte dubbele aanhalingstekens (").')
    return Problem(place, line + 1, column + 1, message, remedy)


# What trainers often do wrong, seen in the lines themselves: the parser notices it there, or one line below. -----

_TAB = r" *(?:- *)?\t"
_HARD_SPACES = r" *[\u00a0\u2000-\u200a\u202f\u205f\u3000]"
_NAME_FIRST = r"""(?:^|:|-)\s+\{(?:ander|anderen)\}[^"']"""
_BRACKET_FIRST = r"""(?:^|:|-)\s+([\[{])[^\[\]{}]*[\]}]\s*[^\s,\]}#"':]"""
_CURLY_FIRST = r"(?:^ *|: +|- +)([“”„‟‘’‚‛«])"
_CURLY_LAST = r"([“”„‟])\s*$"
_NO_SPACE = r" *(?:- +)?([a-z][\w.-]*):[^ /\t\r]"
_EMPTY = r"\s*(?:- )?([^\s:#]+):\s*\[\s*\]\s*(?:#.*)?$"


def _slip(place: str, line: int, lines: list[str]) -> Problem | None:
    """Return the slip that made the parser stop at ``line`` (from 0), or None when it was something else."""
    if line >= len(lines):
        return None
    here = lines[line]
    if re.match(_TAB, here):
        if here.lstrip(" ").startswith("-"):
            message = _("Achter het streepje staat een tab.")
            return Problem(place, line + 1, here.index("\t") + 1, message, _("Zet er een spatie in plaats van de tab."))
        return Problem(place, line + 1, 1, _("Voor deze regel staat een tab."), _("Spring in met spaties."))
    if (first := _first_above(_HARD_SPACES, line, lines)) is not None:
        message = _("Voor deze regel staan bijzondere spaties, vaak meegekomen met plakken.")
        return Problem(place, first + 1, 1, message, _("Haal ze weg en spring in met gewone spaties."))
    if found := re.search(_NAME_FIRST, here):
        message = _("Een tekst kan niet met {ander} of {anderen} beginnen.")
        remedy = _("Zet de hele tekst tussen aanhalingstekens.")
        return Problem(place, line + 1, here.index("{", found.start()) + 1, message, remedy)
    if found := re.search(_BRACKET_FIRST, here):
        message = _("Een tekst kan niet met {teken} beginnen.").format(teken=found[1])
        remedy = _("Zet de hele tekst tussen aanhalingstekens.")
        return Problem(place, line + 1, found.start(1) + 1, message, remedy)
    return _brackets(place, line, lines) if here.lstrip().startswith("- ") else None


def _odd_colon(place: str, line: int, column: int, lines: list[str]) -> Problem | None:
    """Explain a colon that cannot be: in a text between curly quotes, or below a line that lacks a space."""
    if line >= len(lines):
        return None
    if curly := re.search(_CURLY_FIRST, lines[line][:column]):
        message = _("Aanhalingstekens zoals {teken} tellen hier niet.").format(teken=curly[1])
        remedy = _('Zet de hele tekst tussen rechte aanhalingstekens (").')
        return Problem(place, line + 1, curly.start(1) + 1, message, remedy)
    first = _first_above(_NO_SPACE, line, lines)
    return None if first is None else _no_space(place, first, lines)


def _no_space(place: str, line: int, lines: list[str]) -> Problem | None:
    """Explain a line, from 0, where the space behind the colon was forgotten; None: it is another line."""
    found = re.match(_NO_SPACE, lines[line]) if line < len(lines) else None
    if found is None:
        return None
    message = _("Achter ‘{naam}:’ ontbreekt een spatie.").format(naam=shown(found[1]))
    return Problem(place, line + 1, found.end(1) + 1, message, _("Schrijf: naam, dubbele punt, spatie, tekst."))


def _no_space_inside(place: str, line: int, column: int, lines: list[str]) -> Problem | None:
    """Explain a name between { and } where the space behind the colon was forgotten; None: it is something else."""
    found = re.search(r"[{,] *([a-z][\w.-]*):[^ ]", lines[line][: column + 2]) if line < len(lines) else None
    if found is None:
        return None
    message = _("Achter ‘{naam}:’ ontbreekt een spatie.").format(naam=shown(found[1]))
    return Problem(place, line + 1, found.end(1) + 1, message, _("Schrijf: naam, dubbele punt, spatie, tekst."))


def _no_bracket(place: str, line: int, lines: list[str]) -> Problem | None:
    """Explain a line with several of our names, as they stand between { and }, without those; None: it is another."""
    bare = lines[line].lstrip(" -") if line < len(lines) else ""
    names = [name for name in re.findall(r"\b([a-z_]+):\s", bare) if name in known_names()]
    apart = re.search(r"[,;(]\s*[a-z_]+:\s", bare)
    if bare.startswith(("{", "[", "#")) or apart is None or len(names) < _SEVERAL:
        return None
    message = _("Hier staan meer namen op één regel.")
    remedy = _("Zet het rijtje tussen {begin} en {eind}, met een komma tussen de onderdelen.").format(
        begin="{", eind="}"
    )
    return Problem(place, line + 1, len(lines[line]) - len(bare) + 1, message, remedy)


_SEVERAL = 3


def _between_brackets(place: str, line: int, column: int, lines: list[str]) -> Problem | None:
    """Explain what is wrong between { and }, which open at ``column`` and close on the same line; None: they do not."""
    inside = re.match(r"\{[^{}]{,1000}\}", lines[line][column:]) if line < len(lines) else None
    if inside is None:
        return None
    unparted = re.finditer(r"[^{,\s]\s+([a-z_]+):\s", inside[0])
    if found := next((one for one in unparted if one[1] in known_names()), None):
        message = _("Vóór ‘{naam}:’ ontbreekt een komma.").format(naam=found[1])
        return Problem(place, line + 1, column + found.start(1) + 1, message, _("Zet een komma tussen de onderdelen."))
    if found := re.search(r":\s+([^,\"']+):\s", inside[0]):
        message = _("Hier staat een dubbele punt die niet kan.")
        remedy = _('Zet de hele tekst tussen rechte aanhalingstekens (").')
        return Problem(place, line + 1, column + found.end(1) + 1, message, remedy)
    return None


def _brackets(place: str, line: int, lines: list[str]) -> Problem | None:
    above = next((n for n in range(line - 1, -1, -1) if lines[n].split("#")[0].strip()), 0)
    empty = re.match(_EMPTY, lines[above])
    if empty is None:
        return None
    message = _("Achter ‘{naam}:’ staat nog [], maar eronder staat een lijst.").format(naam=shown(empty[1]))
    return Problem(place, above + 1, empty.start(1) + 1, message, _("Haal [] weg."))


def _first_above(pattern: str, line: int, lines: list[str]) -> int | None:
    """Return the first of the lines that fit, without a gap, down to ``line`` or the line above it; None: no line."""
    last = line if re.match(pattern, lines[line]) else line - 1
    first = last
    while first >= 0 and re.match(pattern, lines[first]):
        first -= 1
    return first + 1 if first < last else None

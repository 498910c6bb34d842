"""Slips in how lines stand: a dash, a space or a name that is missing, seen in the lines themselves.

A parser stops where a file can be YAML no longer, which is often below the slip, and sometimes nowhere: without its
dash a part just goes on with the part above it. Here the lines are read as a person reads them, by what stands below
what. Only a file that has a fault already is read so: what it says is about that fault.
"""

import re
from typing import Final, NoReturn

from msgspec import Struct, field

from samenspel.authoring.problems import Problem, shown
from samenspel.authoring.schema import belongs, is_list, known
from samenspel.taal import _, meervoud

# Patterns are texts here, as in syntax.py: each is compiled when it is needed.
_NAME: Final = r"""("[^"]*"|'[^']*'|[^\s:"'{\[]+)\s*:(?=\s|$)(.*)"""
"""A name with its colon: one word, as all that a trainer writes before one."""
_DASH: Final = r"-( +|$)(.*)"
_ODD_DASH: Final = r"(--+(?=\s)|[–—−•·‐‑‒]|\*(?=\s))\s*(?=[^\s–—−•·*-])"  # what looks like a dash
_GLUED: Final = r"-[\u00a0\u2000-\u200a\u202f]*(?=[^\s-])"
_CONFLICT: Final = r"(?:<{7}|={7}|>{7})(?: |$)"
_BLOCK: Final = r"[>|][+-]?\d?[+-]?$"
_REMARK: Final = r"(?:^|\s)#.*$"
_QUOTED_NAME: Final = r"""["'][a-z_]+: """
NOTHING, BLOCK, TEXT, OPEN = "nothing", "block", "text", "open"
"""What stands behind a colon or a dash: nothing, a block of text (>-), or something on the line itself; that can be
between quotes or brackets which another line closes."""
_NO_LIST: Final = ("triggers", "bij")
"""Below these stand names, each with a number."""
_OWN_NAMES: Final = (*_NO_LIST, "labels")
"""The names below these are ids that a trainer chose."""
_MANY: Final = 3
"""So many names for the second time are no slip of one line, but a part without its beginning."""


class _Level(Struct):
    """Lines that stand below each other: the names of one block, or the dashes of one list.

    ``names``: each name with its line; of a list, the first name of each part. ``above``: the name it all stands under.
    ``usual``: where it would stand in a file that is laid out as ours are, two spaces further in each time.
    ``seen``: the names. ``doubles``: those that were there already. ``part``: of a list, the names of the part before.
    """

    column: int
    line: int
    usual: int
    above: str = ""
    is_list: bool = False
    names: list[tuple[str, int]] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)
    doubles: list[tuple[str, int]] = field(default_factory=list)
    part: set[str] = field(default_factory=set)


class _Value(Struct):
    """What stands behind the last name or dash, in ``column``.

    ``text``: where its block of text stands, and ``begins`` on which line. ``loose``: the first word, where that may be
    a name without its colon.
    """

    line: int
    column: int
    kind: str = NOTHING
    name: str = ""
    text: int | None = None
    begins: int = 0
    loose: str = ""


class _Found(Exception):  # noqa: N818  # no error: it brings the first slip out of the depth where it was seen
    def __init__(self, line: int, column: int, message: str, allowed: str) -> None:
        super().__init__(message)
        self.problem = (line + 1, column + 1, message, allowed)


class _Strange(Exception):  # noqa: N818  # this is written in another way than we know, so nothing is said of it
    pass


def slip(place: str, lines: list[str], stop: int | None = None) -> Problem | None:
    """Return the first slip in how the lines stand, or None.

    Args:
        place: the file's name.
        lines: its lines.
        stop: the line, from 0, where the parser stopped; None: it read them all, so that they are YAML.
    """
    try:
        _Reader(lines, stop).read()
    except _Found as found:
        return Problem(place, *found.problem)
    except _Strange:
        pass
    return None


class _Reader:
    """Reads lines one by one, and keeps what they stand below."""

    def __init__(self, lines: list[str], stop: int | None) -> None:
        self.lines = lines
        self.whole = stop is None
        self.end = len(lines) if stop is None else min(stop + 1, len(lines))
        self.levels = [_Level(0, 0, 0)]
        self.value = _Value(-1, -1)
        self.left: list[_Level] = []
        """The levels that the last line with a name left."""
        self.below = (-1, "")
        """The last line with a name right under one of which nothing stands, and that one."""

    def read(self) -> None:
        """Go through the lines. Raises _Found, or _Strange."""
        for number in range(self.end):
            line = self.lines[number].rstrip()
            bare = line.lstrip(" ")
            if re.match(_CONFLICT, line):
                message = _("Hier staan twee versies van dit bestand door elkaar.")
                self._tell(number, message, _("Kies er één. Haal de andere weg, met de regels vol <, = en >."))
            if bare and (not bare.startswith("#") or self._in_block(len(line) - len(bare))):
                self._line(number, len(line) - len(bare), bare)
        if self.whole:
            self._up_to(-1)

    def _in_block(self, column: int) -> bool:
        return self.value.kind == BLOCK and column > self.value.column

    def _line(self, number: int, column: int, bare: str) -> None:
        odd = re.match(_ODD_DASH, bare) or re.match(_GLUED, bare)
        name, dash = None if odd else re.match(_NAME, bare), re.match(_DASH, bare)
        if self._in_block(column):
            self._in_text(number, column, name[1] if name else "")
        elif self.value.kind == BLOCK and not (dash or odd or (name and (name[1].lower() in (name[1], *known())))):
            self._short(number)  # a capital begins a sentence, unless it is a name that we know
        elif self.value.kind in (TEXT, OPEN) and column > self.value.column:
            if self.value.kind == TEXT:
                self._more(number, column, bare)
        elif dash:
            self._dash(number, column, column + 1 + len(dash[1]), dash[2])
        elif name:
            self._name(number, column, name[1], name[2])
        else:
            self._other(number, column, bare)

    def _in_text(self, number: int, column: int, name: str) -> None:
        """A line of a block of text."""
        here = self.levels[-1]
        if column == self.value.text and belongs(name, here.above) and name not in here.seen:
            self._spaces(number, column, here)
        if self.value.text is None:
            self.value.text, self.value.begins = column, number
        elif column < self.value.text and not self.whole:
            if column == self.value.column + 2 and number == self.value.begins + 1:
                self._first_line(_Level(self.value.text, self.value.begins, column))
            self._short(number)

    # What a line is: more of a text, a name, a dash, or none of these. ------------------------------------------------

    def _more(self, number: int, column: int, bare: str) -> None:
        """A line below a text that stands further in: more of that text, unless it is a name."""
        name = re.match(_NAME, bare.removeprefix("- "))
        lists = [level for level in self.levels if level.is_list]
        if bare.startswith("- ") and not self.value.name:
            if not self.levels[-1].is_list:
                self._no_dash_of_text(self.value.line)
            if not self.value.loose:
                self._dash_spaces(number, column, lists[-1:])
        if self.whole or name is None or not (name[1] in known() or re.fullmatch(r"\s*[\d.,]+", name[2])):
            return  # a colon in a text: syntax.py tells that
        above = self.value
        if above.loose:
            self._no_colon(above.line, above.loose)
        if level := next((one for one in self.left if one.column == column and not one.is_list), None):
            self._spaces(above.line, above.column, level)  # the line above stands wrong, and this one right
        here = self.levels[-1]
        if len(here.names) == 1 and is_list(here.above) and column == above.column + 2 and not self._dashed():
            self._no_dash(above.line, here.names[0][0])
        if above.line == self.below[0] and column == above.column + 2:
            self._below_it(*self.below, above.column)
        if bare.startswith("- "):
            self._dash_spaces(number, column, lists)
        self._too_far(number, column, here, name[1])

    def _too_far(self, number: int, column: int, here: _Level, name: str) -> NoReturn:
        if here.names and belongs(here.names[0][0], here.above) and not belongs(name, here.above):
            message = _("Boven deze regel ontbreekt de regel waar hij onder hoort.")
            self._tell(number, message, _("Zet die terug: een naam met een dubbele punt."))
        self._spaces(number, column, here)

    def _dashed(self) -> bool:
        """Say whether the block that we are in is a part of a list."""
        return len(self.levels) > 1 and self.levels[-2].is_list

    def _name(self, number: int, column: int, name: str, rest: str) -> None:
        """A name with its colon: the next one of a block, or the first."""
        if not column and not belongs(name, "") and self._among_remarks(number):
            self._no_hash(number)
        left = self._up_to(column)
        top = self.levels[-1]
        around = self.levels[-2] if top.is_list and top.column == column else None
        if around and top.above and around.column == column and belongs(name, around.above) and name not in around.seen:
            top, left = around, [*left, self.levels.pop()]  # the dashes stood right below the name that they are of
        elif around:
            if name == top.names[-1][0] or (not left and belongs(name, top.above)):
                self._no_dash(number, name)
            self._spaces(number, column, left[-1] if left else self.levels[-2])
        self._see_where_it_belongs(number, column, left, name)
        if top.column == column:
            self._next_name(number, column, top, name)
        elif self.value.kind == NOTHING and not left and self.value.column < column:
            self.levels.append(_Level(column, number, self.value.column + 2, above=self.value.name))
        else:
            blocks = [level for level in (*left, top) if not level.is_list]
            self._spaces(number, column, min(blocks, key=lambda level: (abs(level.column - column), -level.column)))
        self.left = left
        self._put(number, column, name, rest)

    def _see_where_it_belongs(self, number: int, column: int, left: list[_Level], name: str) -> None:
        """See whether a name that left some levels belongs in one of those."""
        value = self.value
        number_behind = re.search(r":\s+[\d.,]+\s*$", self.lines[number])
        own = () if name in known() else _OWN_NAMES if number_behind else ("labels",)
        if value.kind == NOTHING and value.name in own and column <= value.column:
            self._below_it(number, value.name, value.column)
        here = self.levels[-1]
        for level in left:
            alone = not belongs(name, here.above) and belongs(name, level.above) and name not in level.seen
            if not level.is_list and (alone or (level.above in own and here.above not in _OWN_NAMES)):
                self._spaces(number, column, level)

    def _next_name(self, number: int, column: int, top: _Level, name: str) -> None:
        if self.value.kind == NOTHING and self.value.column == column:
            if belongs(name, self.value.name) and not belongs(name, top.above):
                self._below_it(number, self.value.name, column)
            self.below = (number, self.value.name)
        if name not in top.seen or not self._dashed():
            return
        if name == top.names[0][0] and len(top.names) > 1:
            self._no_dash(number, name)
        top.doubles.append((name, number))
        if len(top.doubles) == _MANY and top.doubles[0][0] == top.names[1][0]:
            message = _("Hier begint een nieuw onderdeel, maar de eerste regel ervan ontbreekt.")
            remedy = _("Zet er een regel boven die begint met ‘- {naam}:’, zoals op regel {regel}.")
            remedy = remedy.format(naam=shown(top.names[0][0]), regel=top.names[0][1] + 1)
            self._tell(top.doubles[0][1], message, remedy)

    def _dash(self, number: int, column: int, inside: int, rest: str) -> None:
        """A dash: the next part of a list, or the first."""
        before = self.value
        left = self._up_to(column)
        top = self.levels[-1]
        if top.is_list and top.column == column:
            pass
        elif before.kind == NOTHING and not left and before.column <= column:
            self.levels.append(_Level(column, number, before.column + 2, above=before.name, is_list=True))
        else:
            lists = [level for level in (*left, *self.levels) if level.is_list]
            begun = left[-1] if left and not left[-1].is_list and not top.is_list else None
            if begun and begun.names and begun.above and re.match(rf"{re.escape(begun.names[0][0])}\s*:", rest):
                self._no_dash(begun.line, begun.names[0][0], of=number)
            self._dash_spaces(number, column, lists)
        self.left = left
        here = self.levels[-1]
        if here.above in _NO_LIST:
            message = _("Onder ‘{naam}:’ horen geen streepjes.").format(naam=here.above)
            self._tell(number, message, _("Haal het streepje weg. Zet de namen recht onder elkaar."))
        if re.match(_DASH, rest):
            self._tell(number, _("Hier staan twee streepjes achter elkaar."), _("Haal er één weg."))
        name = re.match(_NAME, rest)
        here.names.append((name[1] if name else "", number))
        if name:
            self.levels.append(_Level(inside, number, here.usual + 2, above=here.above))
            self._put(number, inside, name[1], name[2])
        else:
            self.value = _Value(number, column, _kind(rest), loose=self._colonless(number, inside, rest))

    def _put(self, number: int, column: int, name: str, rest: str) -> None:
        self.levels[-1].names.append((name, number))
        self.levels[-1].seen.add(name)
        self.value = _Value(number, column, _kind(rest), name)

    def _other(self, number: int, column: int, bare: str) -> None:
        """A line that is neither a name nor a dash, and no more of a text either."""
        if (bare[0] in "]}'\"{[?%" or bare[:3] in ("---", "...")) and not re.match(_QUOTED_NAME, bare):
            raise _Strange
        if re.match(_ODD_DASH, bare) or re.match(_GLUED, bare):
            self._odd_dash(number, bare)
        if self._among_remarks(number):
            self._no_hash(number)
        if re.match(_QUOTED_NAME, bare):
            message = _("Het eerste aanhalingsteken staat hier vóór de naam.")
            self._tell(number, message, _("Zet het achter de dubbele punt: alleen de tekst staat ertussen."))
        if re.match(r"[a-z_][\w.-]*:[^\s/]", bare):
            raise _Strange  # a space is missing: syntax.py tells that
        beside = next((level for level in self.levels if level.column == column and not level.is_list), None)
        if self.value.kind == NOTHING and column > self.value.column >= 0:
            self.value = _Value(number, self.value.column, TEXT, loose=self._colonless(number, column, bare))
            return
        if name := self._colonless(number, column, bare, beside):
            self._no_colon(number, name)
        if self.value.line < 0 or (self.whole and ": " not in f"{bare} "):
            raise _Strange
        self._up_to(column)
        top = self.levels[-1]
        if top.is_list and top.column == column and not self.whole:
            self._no_dash_of_text(number)
        message = _("Deze regel heeft geen naam met een dubbele punt.")
        remedy = _("Hoort hij bij de tekst erboven? Zet hem daarachter. Is het uitleg voor uzelf? Zet er een # voor.")
        self._tell(number, message, remedy)

    def _colonless(self, number: int, column: int, bare: str, level: _Level | None = None) -> str:
        """Return the name that a line begins with, when only its colon seems forgotten; ``level``: where it stands."""
        if (found := re.match(r"([a-z_][\w.-]*)(.*)", bare)) is None:
            return ""
        name, rest = found[1], found[2]
        if re.match(r"\s*[;=]|\s+[\d.,]+$", rest):
            return name
        if not rest:
            return name if self._begins_below(number, column) else ""
        fits = belongs(name, level.above) and name not in level.seen if level else name in known()
        return name if rest[0] == " " and fits else ""

    # Where lines stand. -----------------------------------------------------------------------------------------------

    def _up_to(self, column: int) -> list[_Level]:
        """Leave the levels that stand further in than ``column``; return them, the last one first."""
        left = []
        while len(self.levels) > 1 and self.levels[-1].column > column:
            left.append(self.levels.pop())
            self._leave(left[-1])
        return left

    def _leave(self, level: _Level) -> None:
        """See whether a part of a list that ends here began with a dash too many."""
        around = self.levels[-1]
        if level.is_list or not around.is_list:
            return
        before, around.part = around.part, level.seen
        name, line = around.names[-1]
        if self.whole and around.names[0][0] == "id" != name and before and not before & around.part:
            message = _("Vóór ‘{naam}:’ staat een streepje te veel.").format(naam=shown(name))
            self._tell(line, message, _("Zet een spatie op de plek van het streepje."))

    def _begins_below(self, number: int, column: int) -> bool:
        """Say whether the next line with something on it stands further in, and is a name or a dash."""
        for line in self.lines[number + 1 :]:
            bare = line.strip()
            if bare and not bare.startswith("#"):
                further = len(line) - len(line.lstrip(" ")) > column
                return further and (bare.startswith("- ") or re.match(_NAME, bare) is not None)
        return False

    def _among_remarks(self, number: int) -> bool:
        around = (self.lines[n] if 0 <= n < len(self.lines) else "" for n in (number - 1, number + 1))
        return all(line.startswith("#") for line in around)

    def _indent(self, number: int) -> int:
        return len(self.lines[number]) - len(self.lines[number].lstrip(" "))

    # What is said. ----------------------------------------------------------------------------------------------------

    def _tell(self, number: int, message: str, remedy: str) -> NoReturn:
        raise _Found(number, self._indent(number), message, remedy)

    def _odd_dash(self, number: int, bare: str) -> NoReturn:
        if found := re.match(_ODD_DASH, bare):
            message = _("Deze regel begint met ‘{teken}’ in plaats van een gewoon streepje.").format(teken=found[1])
            self._tell(number, message, _("Typ een gewoon streepje (-), met een spatie erachter."))
        message = _("Achter het streepje ontbreekt een gewone spatie.")
        self._tell(number, message, _("Schrijf: streepje, spatie, en dan de rest."))

    def _no_dash_of_text(self, number: int) -> NoReturn:
        remedy = _("Schrijf: streepje, spatie, tekst. Hoort hij bij de regel erboven? Spring dan verder in.")
        self._tell(number, _("Vóór deze regel ontbreekt een streepje."), remedy)

    def _below_it(self, number: int, name: str, column: int) -> NoReturn:
        message = _("Deze regel hoort onder ‘{naam}:’, maar springt te weinig in.").format(naam=shown(name))
        remedy = _("Zet er {n} spaties voor. Doe dat ook bij de regels eronder die erbij horen.")
        self._tell(number, message, remedy.format(n=column + 2))

    def _no_hash(self, number: int) -> NoReturn:
        message = _("Deze regel staat tussen regels met uitleg, maar begint niet met een #.")
        self._tell(number, message, _("Zet er een # voor."))

    def _short(self, number: int) -> NoReturn:
        message = _("Deze regel hoort bij de tekst onder regel {regel}, maar springt te weinig in.")
        remedy = _("Spring in: zet er {n} spaties voor.").format(n=self.value.text or self.value.column + 2)
        self._tell(number, message.format(regel=self.value.line + 1), remedy)

    def _no_colon(self, number: int, name: str) -> NoReturn:
        message = _("Achter ‘{naam}’ ontbreekt een dubbele punt.").format(naam=shown(name))
        self._tell(number, message, _("Schrijf: naam, dubbele punt, spatie, tekst."))

    def _no_dash(self, number: int, name: str, of: int | None = None) -> NoReturn:
        lists = [level for level in self.levels if level.is_list and level.line != number]
        line = of if of is not None else (lists[-1].names[-1][1] if lists and lists[-1].names else None)
        message = _("Hier begint een nieuw onderdeel, maar het streepje ontbreekt.")
        remedy = _("Schrijf ‘- {naam}:’.").format(naam=shown(name))
        if line is not None:
            remedy = _("Schrijf ‘- {naam}:’, met het streepje recht onder dat van regel {regel}.")
            if line > number:
                remedy = _("Schrijf ‘- {naam}:’, met het streepje recht boven dat van regel {regel}.")
            remedy = remedy.format(naam=shown(name), regel=line + 1)
        self._tell(number, message, remedy)

    def _spaces(self, number: int, column: int, level: _Level) -> NoReturn:
        others = [(name, line) for name, line in level.names if line != number and not level.is_list]
        if not others:
            raise _Strange
        name, line = others[-1]
        if others == [(name, level.line)] and column == level.usual and line < number:
            self._first_line(level)
        remedy = _("Zet hem recht onder ‘{naam}:’ van regel {regel}.").format(naam=shown(name), regel=line + 1)
        self._tell(number, self._count(column, level.column), remedy)

    def _dash_spaces(self, number: int, column: int, lists: list[_Level]) -> NoReturn:
        if not lists:
            raise _Strange
        level = min(lists, key=lambda one: (abs(one.column - column), -one.column))
        if len(level.names) == 1 and column == level.usual:
            self._first_line(level)
        remedy = _("Zet het streepje recht onder dat van regel {regel}.").format(regel=level.names[-1][1] + 1)
        self._tell(number, self._count(column, level.column), remedy)

    def _first_line(self, level: _Level) -> NoReturn:
        """The lines below stand as usual: it is the first one that does not."""
        there, more = self._indent(level.line), level.usual - level.column
        self._tell(level.line, self._count(there, there + more), _("Zet er {n} spaties voor.").format(n=there + more))

    def _count(self, there: int, wanted: int) -> str:
        if there == wanted:
            raise _Strange
        return meervoud(
            "Voor deze regel staat {n} spatie, maar het moeten er {goed} zijn.",
            "Voor deze regel staan {n} spaties, maar het moeten er {goed} zijn.",
            there,
        ).format(n=there, goed=wanted)


def _kind(rest: str) -> str:
    """Say what stands behind a colon or a dash."""
    text = rest.strip()
    if text[:1] in ('"', "'"):
        return TEXT if re.fullmatch(rf"{text[0]}.*{text[0]}(?:\s+#.*)?", text) else OPEN
    text = re.sub(_REMARK, "", text).strip()
    if text[:1] in ("[", "{"):
        return TEXT if text[-1] in "]}" else OPEN
    return NOTHING if not text else BLOCK if re.match(_BLOCK, text) else TEXT

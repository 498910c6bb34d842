"""YAML text → plain data, with the place of every key and value.

The C parser gives events; from these the data is built here, so that one pass can keep places, refuse what a
questionnaire must not hold (anchors, aliases, tags, merge keys, double keys) and stop at a depth. Composing with the
library instead would follow aliases without end and, on deep nesting, overflow the C stack.
"""

from collections.abc import Hashable
from typing import TYPE_CHECKING, Final

from msgspec import Struct, field

from samenspel.authoring.problems import MANY, Problem, shown
from samenspel.authoring.syntax import Event, explain, never_closed, swallows
from samenspel.taal import _

if TYPE_CHECKING:
    from ruamel.yaml import YAML

MAX_DEPTH: Final = 20
"""A questionnaire is about seven levels deep."""

MAX_NODES: Final = 50_000
"""Parse events: names, texts, and the begin and end of lists and blocks; a real file has a few thousand."""

NodePath = tuple[Hashable, ...]  # keys and indices; a place inside a refused key has its mark in it
Mark = tuple[int, int]
"""Line and column, from 1."""

_PREFIX: Final = "tag:yaml.org,2002:"


class Unreadable:
    """Stands where a value was refused: its problem is told already, so checks leave it alone."""


UNREADABLE: Final = Unreadable()


class Tree(Struct):
    """What one file holds.

    Attributes:
        data: what it says, as plain data.
        whole: False when reading had to stop; ``data`` then says nothing.
        keys, values: where each key and each value stands.
        problems: what cannot be read, or must not be there.
        text: what was read.
        unquoted: the texts without quotes, as the parser saw them.
    """

    data: object = None
    whole: bool = True
    keys: dict[NodePath, Mark] = field(default_factory=dict)
    values: dict[NodePath, Mark] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    text: str = ""
    unquoted: list[Event] = field(default_factory=list)


def yaml() -> "YAML":
    """Return a fresh YAML 1.2 reader on the C parser (an instance keeps state, so it is not shared)."""
    from ruamel.yaml import YAML

    return YAML(typ="safe", pure=False)


def read(place: str, text: str) -> Tree:
    """Read one YAML document.

    Args:
        place: the file's name, for the problems.
        text: decoded text; a file without content gives None as data.

    Returns:
        The tree. A syntax error, or too much depth or too many parts, is the only problem of its tree, with
        ``whole`` False.
    """
    from ruamel.yaml.error import MarkedYAMLError

    builder = _Builder(place, text)
    try:
        for event in builder.yaml.parse(text):
            if not builder.take(event):
                break
    except MarkedYAMLError as error:
        builder.tree = Tree(whole=False, problems=[explain(place, error, text, builder.scalar)])
    return builder.tree


class _Frame(Struct):
    """An open mapping or list: where it is, and for a mapping the key that waits for its value."""

    path: NodePath
    into: dict[str, object] | list[object]
    key: str | Unreadable | None = None
    key_mark: Mark = (0, 0)


class _Builder:
    """Builds a :class:`Tree` from parse events, without recursion."""

    def __init__(self, place: str, text: str) -> None:
        self.yaml = yaml()
        self.tree = Tree(text=text)
        self.scalar: Event = None
        self._text = text
        self._place = place
        self._stack: list[_Frame] = []
        self._documents = 0
        self._nodes = 0

    def take(self, event: Event) -> bool:
        """Take the next event; False when the rest must not be read."""
        mark = (event.start_mark.line + 1, event.start_mark.column + 1)
        self._nodes += 1
        if self._nodes > MAX_NODES:
            return self._stop(mark, _("Dit bestand heeft te veel onderdelen."), _("Haal onderdelen weg."))
        match type(event).__name__:  # by name: the classes would import ruamel.yaml, also when a snapshot will do
            case "DocumentStartEvent":
                return self._document(event, mark)
            case "MappingStartEvent":
                return self._open({}, event, mark)
            case "SequenceStartEvent":
                return self._open([], event, mark)
            case "MappingEndEvent" | "SequenceEndEvent":
                self._stack.pop()
            case "ScalarEvent":
                self.scalar = event
                if swallows(event, self._text):
                    problem = never_closed(self._place, mark[0] - 1, mark[1] - 1, self._text.split("\n"))
                    self.tree = Tree(whole=False, problems=[problem])
                    return False
                if not event.style:
                    self.tree.unquoted.append(event)
                self._refuse_extras(event, mark)
                self._put(self._scalar(event, mark), mark)
            case "AliasEvent":
                self._problem(mark, _("Een verwijzing met * mag hier niet."), _("Schrijf de tekst voluit."))
                self._put(UNREADABLE, mark)
        return True

    def _document(self, event: Event, mark: Mark) -> bool:
        self._documents += 1
        if self._documents > 1:
            self._problem(mark, _("Hier begint een tweede document."), _("Gebruik --- alleen bovenaan."))
            return False
        if event.version or event.tags:
            self._problem(mark, _("Boven --- staat een regel die met % begint."), _("Haal die regel weg."))
        return True

    def _open(self, into: dict[str, object] | list[object], event: Event, mark: Mark) -> bool:
        if len(self._stack) >= MAX_DEPTH:
            allowed = _("Hooguit {aantal} lagen mag.").format(aantal=MAX_DEPTH)
            return self._stop(mark, _("Hier zijn te veel lagen in elkaar gezet."), allowed)
        self._refuse_extras(event, mark)
        self._stack.append(_Frame(self._put(into, mark), into))
        return True

    def _stop(self, mark: Mark, message: str, allowed: str) -> bool:
        """Give up on the file, with this as its only problem."""
        self.tree = Tree(whole=False, problems=[Problem(self._place, *mark, message, allowed)])
        return False

    def _put(self, value: object, mark: Mark) -> NodePath:
        """Put a value (or, in a mapping, first its key) where it belongs; return its path."""
        if not self._stack:
            self.tree.data = value
            self.tree.values[()] = mark
            return ()
        frame = self._stack[-1]
        if isinstance(frame.into, list):
            path: NodePath = (*frame.path, len(frame.into))
            frame.into.append(value)
        elif frame.key is None:
            frame.key, frame.key_mark = self._key(frame, value, mark), mark
            return (*frame.path, mark)  # a key that is itself a block: told as a problem, its inside found nowhere
        else:
            key, frame.key = frame.key, None
            if isinstance(key, Unreadable):
                return (*frame.path, mark)
            path = (*frame.path, key)
            frame.into[key] = value
            self.tree.keys[path] = frame.key_mark
        self.tree.values[path] = mark
        return path

    def _key(self, frame: _Frame, value: object, mark: Mark) -> str | Unreadable:
        if isinstance(value, Unreadable):
            return value
        if not isinstance(value, str):
            message = _("Hier hoort een gewone naam vóór de dubbele punt.")
            self._problem(mark, message, _("Zet een getal of een ander bijzonder woord tussen aanhalingstekens."))
            return UNREADABLE
        behind = self._text[self.scalar.end_mark.index :].lstrip()[:1]
        if behind in (",", "}") and frame.into:
            message = _("De komma vóór ‘{tekst}’ breekt deze tekst af.").format(tekst=shown(value))
            self._problem(mark, message, _('Zet de hele tekst tussen rechte aanhalingstekens (").'))
            return UNREADABLE
        if value in frame.into:
            first = self.tree.keys[(*frame.path, value)][0]
            message = _("‘{naam}:’ staat hier twee keer.").format(naam=shown(value))
            self._problem(mark, message, _("Hij staat ook op regel {regel}. Haal er één weg.").format(regel=first))
            return UNREADABLE
        return value

    def _scalar(self, event: Event, mark: Mark) -> object:
        from ruamel.yaml.nodes import ScalarNode

        if event.tag is not None:
            return UNREADABLE
        if not event.implicit[0]:
            return event.value  # between quotes, or a block of text
        tag = str(self.yaml.resolver.resolve(ScalarNode, event.value, event.implicit)).removeprefix(_PREFIX)
        if tag == "str":
            return event.value
        if tag == "null":
            return None
        if tag == "bool":
            return event.value.lower() == "true"
        if tag == "merge":
            self._problem(mark, _("Samenvoegen met << mag hier niet."), _("Schrijf de tekst voluit."))
            return UNREADABLE
        if tag in ("int", "float"):
            node = ScalarNode(None, event.value)
            make = self.yaml.constructor
            try:
                return make.construct_yaml_int(node) if tag == "int" else make.construct_yaml_float(node)
            except ValueError:  # more digits than Python turns into a number
                pass
        message = _("‘{waarde}’ wordt niet als gewone tekst gelezen.").format(waarde=shown(event.value))
        self._problem(mark, message, _("Zet de tekst tussen aanhalingstekens."))
        return UNREADABLE

    def _refuse_extras(self, event: Event, mark: Mark) -> None:
        if event.anchor is not None:
            self._problem(mark, _("Een merkteken met & mag hier niet."), _("Haal het weg."))
        if event.tag is not None:
            self._problem(mark, _("Een label met ! mag hier niet."), _("Haal het weg, of gebruik aanhalingstekens."))

    def _problem(self, mark: Mark, message: str, allowed: str) -> None:
        if len(self.tree.problems) < MANY:
            self.tree.problems.append(Problem(self._place, *mark, message, allowed))

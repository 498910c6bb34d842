"""A questionnaire for two other parties, made from the text of one that comes along, with its comments. Pure.

What only holds for the parties of that one is not known here: ``nieuw.yaml``, beside its three files, says what goes
out, what comes instead, and which words are names. A trainer adds what holds for the new parties.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from textwrap import fill
from typing import Final

from msgspec import Struct, ValidationError, convert, field

from samenspel.authoring import names
from samenspel.authoring.files import NAMES, QUESTIONNAIRE
from samenspel.authoring.names import Name, WrongNameError
from samenspel.authoring.nodes import NodePath, Tree, read
from samenspel.authoring.problems import Problem, QuestionnaireError
from samenspel.taal import _

RECIPE: Final = "nieuw.yaml"
_WIDTH = 120
_New = Callable[[re.Match[str]], str]
_Change = tuple[NodePath, str, _New]
"""Where ``nieuw.yaml`` says so, what is sought, and what comes instead."""
_Word = tuple[NodePath, str, str | None]
"""Idem, for a name; None: it stays."""


class Names(Struct, frozen=True):
    """All that is asked of whoever makes a questionnaire.

    ``about``: whom the two parties work for. ``taken``: ids that other questionnaires have.
    """

    parties: tuple[Name, Name]
    meeting: Name
    about: Name
    taken: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """The questionnaire's id, made of the parties' names; one that is not ``taken``."""
        return questionnaire_id(self.parties, self.taken)


class _Own(
    Struct,
    frozen=True,
    forbid_unknown_fields=True,
    rename={"id": "vragenlijst", "parties": "partijen", "meeting": "overleg", "about": "voor", "kept": "blijft"},
):
    """What is replaced by the new names, as it is typed for them; and ``kept``, where it is not."""

    id: str
    parties: tuple[str, str]
    meeting: str
    about: str
    kept: tuple[str, ...] = ()


class _Replacement(Struct, frozen=True, forbid_unknown_fields=True, rename={"old": "van", "new": "naar"}):
    """A text, and what comes instead."""

    old: str
    new: str


class _Recipe(
    Struct,
    frozen=True,
    forbid_unknown_fields=True,
    rename={
        "own": "namen",
        "left_out": "weg",
        "everywhere": "overal",
        "replacements": "vervang",
        "sections": "stukken",
    },
):
    """``nieuw.yaml``: how one questionnaire becomes another.

    Attributes:
        own: the names in it.
        left_out: ids of parts of a list, and keys; a part or a key of that name goes, wherever it stands.
        everywhere: key → its value, wherever it stands.
        replacements: done in this order.
        sections: title → all that stands below it, up to the next.
    """

    own: _Own
    left_out: tuple[str, ...] = ()
    everywhere: dict[str, str | float] = field(default_factory=dict)
    replacements: tuple[_Replacement, ...] = ()
    sections: dict[str, str] = field(default_factory=dict)


def questionnaire_id(parties: tuple[Name, Name], taken: tuple[str, ...]) -> str:
    """Return an id made of the parties' names; one that is not ``taken``."""
    made = "-".join(party.id for party in parties)[:50].rstrip("-")
    return f"{made}-eigen" if made in taken else made


def derive(files: Mapping[str, str], wanted: Names) -> dict[str, str]:
    """Return the three files of a new questionnaire.

    Args:
        files: the text of the three files of a questionnaire, and of the ``nieuw.yaml`` beside them.
        wanted: the names.

    Raises:
        QuestionnaireError: ``nieuw.yaml`` cannot be read, or no longer fits the other three: something in it is
            nowhere in them.
    """
    tree = read(RECIPE, files[RECIPE])
    recipe = _recipe(tree)
    try:
        changes, words = [*_changes(recipe)], [*_words(recipe.own, wanted)]
    except WrongNameError as error:
        raise _unfit(str(error)) from error
    whole = "\n".join(files[name] for name in NAMES)
    used = {path for path, pattern, _new in words if re.search(pattern, whole, re.IGNORECASE)}
    made = {name: _renamed(_changed(files[name], changes, used), words) for name in NAMES}
    if unused := {tree.values[path] for path, *_rest in (*changes, *words) if path not in used}:
        message, allowed = _("Dit staat niet meer in de vragenlijst."), _("Pas het aan, of haal het weg.")
        raise QuestionnaireError([Problem(RECIPE, *mark, message, allowed) for mark in sorted(unused)])
    return made | {QUESTIONNAIRE: _with_parties(made[QUESTIONNAIRE], wanted.parties)}


def _recipe(tree: Tree) -> _Recipe:
    if tree.problems:
        raise QuestionnaireError(tree.problems)
    try:
        return convert(tree.data, _Recipe)
    except ValidationError as error:
        raise _unfit(str(error)) from error


def _unfit(why: str) -> QuestionnaireError:
    return QuestionnaireError([Problem(RECIPE, 0, 0, _("Dit bestand kan niet worden gebruikt."), why)])


def _changes(recipe: _Recipe) -> Iterator[_Change]:
    """Give what happens to each text, in order."""
    for title, text in recipe.sections.items():
        section = rf"^(# --- {re.escape(title)} -+\n)(?s:.*?)(?:^(?=# --- )|\Z)"
        yield ("stukken", title), section, partial(_section, text)
    for place, part in enumerate(recipe.left_out):
        listed = rf"^  - id: {re.escape(part)}\n(?:    .*\n|\n)*"
        yield ("weg", place), f"{listed}|{_block(part)}", _always("")
    for key, value in recipe.everywhere.items():
        yield ("overal", key), _block(key), partial(_written, key, value)
    for place, one in enumerate(recipe.replacements):
        yield ("vervang", place, "van"), _flexible(one.old), _always(one.new)


def _changed(text: str, changes: Iterable[_Change], used: set[NodePath]) -> str:
    """Do what has to be done to a text; ``used`` is told what there was to do."""
    for path, pattern, new in changes:
        text, count = re.subn(pattern, new, text, flags=re.MULTILINE)
        if count:
            used.add(path)
    return text


def _block(key: str) -> str:
    """Return the pattern of a key with all that stands in it, wherever it stands; its group is the indent."""
    return rf"^( +){re.escape(key)}:.*\n(?:\1 +.*\n)*"


def _always(text: str) -> _New:
    return lambda _found: text


def _written(key: str, value: str | float, found: re.Match[str]) -> str:
    indent = found[1]
    if not isinstance(value, str):
        return f"{indent}{key}: {value}\n"
    deeper = f"{indent}  "
    return f"{indent}{key}: >-\n{fill(value, _WIDTH, initial_indent=deeper, subsequent_indent=deeper)}\n"


def _section(text: str, found: re.Match[str]) -> str:
    last = found.end() == len(found.string)
    return f"{found[1]}{text}" if last else f"{found[1]}{text}\n"


def _flexible(text: str) -> str:
    """Return the pattern of a text whose lines may end elsewhere."""
    return r"\s+".join(map(re.escape, re.split(r"\s+", text)))


def _words(own: _Own, wanted: Names) -> Iterator[_Word]:
    """Give the words that are names. Raises WrongNameError: one cannot be."""
    for place, text in enumerate(own.kept):
        yield ("namen", "blijft", place), _flexible(text), None
    yield ("namen", "vragenlijst"), _word(own.id), wanted.id
    first, second = map(names.party, own.parties)
    for path, old, new in (
        (("namen", "partijen", 0), first, wanted.parties[0]),
        (("namen", "partijen", 1), second, wanted.parties[1]),
        (("namen", "overleg"), names.meeting(own.meeting), wanted.meeting),
        (("namen", "voor"), names.about(own.about), wanted.about),
    ):
        yield path, rf"\b{old.article}(?=\s+{_word(old.singular)})", new.article
        yield path, _word(old.singular), new.singular
        if old.plural:
            yield path, _word(old.plural), new.plural


def _word(text: str) -> str:
    return rf"\b{re.escape(text)}\b"


def _renamed(text: str, words: Sequence[_Word]) -> str:
    """Put in the names, all at once, so that a new one is never replaced again; a capital stays a capital."""
    known = re.compile("|".join(f"({pattern})" for _path, pattern, _new in words), re.IGNORECASE)

    def put(found: re.Match[str]) -> str:
        _path, _pattern, new = words[(found.lastindex or 1) - 1]
        if new is None:
            return found[0]
        return new[0].upper() + new[1:] if found[0][0].isupper() else new

    return known.sub(put, text)


def _with_parties(text: str, parties: tuple[Name, Name]) -> str:
    """Write down the parties, whose ids are no words of a text."""
    parts = [f'  - id: "{one.id}"\n    enkelvoud: "{one.singular}"\n    meervoud: "{one.plural}"\n' for one in parties]
    return re.sub(r"(?m)^partijen:\n(?:  .*\n)+", _always("partijen:\n" + "".join(parts)), text, count=1)

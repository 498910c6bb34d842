"""A questionnaire for two other parties, made from the text of one that comes along, with its comments. Pure.

What only holds for the parties of that one is not known here: ``nieuw.yaml``, beside its files, says what goes
out, what comes instead, and which words are names. A trainer adds what holds for the new parties.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import islice
from pathlib import Path
from textwrap import fill
from typing import Annotated, Final

from msgspec import Meta, Struct, ValidationError, convert, field
from msgspec.json import schema

from samenspel.authoring import names
from samenspel.authoring.files import LABELS, NAMES, QUESTIONNAIRE
from samenspel.authoring.load import placed
from samenspel.authoring.names import Name, WrongNameError
from samenspel.authoring.nodes import NodePath, Tree, read
from samenspel.authoring.problems import MANY, Problem, QuestionnaireError
from samenspel.authoring.shape import misfits
from samenspel.taal import _

RECIPE: Final = "nieuw.yaml"
_WIDTH = 120
_ATMOST = Meta(max_length=100)
"""So many changes of one kind: each is sought in all of the files, and a hostile file could hold very many."""
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
    parties: Annotated[tuple[str, ...], Meta(min_length=2, max_length=2)]
    meeting: str
    about: str
    kept: Annotated[tuple[str, ...], _ATMOST] = ()


class _Replacement(Struct, frozen=True, forbid_unknown_fields=True, rename={"old": "van", "new": "naar"}):
    """A text, and what comes instead."""

    old: Annotated[str, Meta(min_length=1)]
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
        "labels": "vervang_labels",
        "sections": "stukken",
    },
):
    """``nieuw.yaml``: how one questionnaire becomes another.

    Attributes:
        own: the names in it.
        left_out: ids of parts of a list, and keys; a part or a key of that name goes, wherever it stands.
        everywhere: key → its value, wherever it stands.
        replacements: done in this order.
        labels: done after these, if there is a ``labels.yaml``.
        sections: title → all that stands below it, up to the next.
    """

    own: _Own
    left_out: Annotated[tuple[str, ...], _ATMOST] = ()
    everywhere: Annotated[dict[str, str | float], _ATMOST] = field(default_factory=dict)
    replacements: Annotated[tuple[_Replacement, ...], _ATMOST] = ()
    labels: Annotated[tuple[_Replacement, ...], _ATMOST] = ()
    sections: Annotated[dict[str, str], _ATMOST] = field(default_factory=dict)


def questionnaire_id(parties: tuple[Name, Name], taken: tuple[str, ...]) -> str:
    """Return an id made of the parties' names; one that is not ``taken``."""
    made = "-".join(party.id for party in parties)[:50].rstrip("-")
    return f"{made}-eigen" if made in taken else made


def derive(files: Mapping[str, str], wanted: Names) -> dict[str, str]:
    """Return the files of a new questionnaire, by name.

    Args:
        files: the text of the three files of a questionnaire, of its ``labels.yaml`` if it has one, and of the
            ``nieuw.yaml`` beside them.
        wanted: the names.

    Raises:
        QuestionnaireError: ``nieuw.yaml`` cannot be read, or no longer fits the others: something in it is
            nowhere in them.
    """
    made = _made(Path(), read(RECIPE, files[RECIPE]), files, wanted)
    return made | {QUESTIONNAIRE: _with_parties(made[QUESTIONNAIRE], wanted.parties)}


def see_that_it_fits(folder: Path, tree: Tree, files: Mapping[str, str]) -> None:
    """See that ``nieuw.yaml`` can be used, whatever the names will be.

    Args:
        folder: where it stands, for the problems.
        tree: what it holds.
        files: the text of the files beside it, as for :func:`derive`.

    Raises:
        QuestionnaireError: as :func:`derive` does.
    """
    _made(folder, tree, files)


def _made(folder: Path, tree: Tree, files: Mapping[str, str], wanted: Names | None = None) -> dict[str, str]:
    """Return the files with all that is to be changed, and with the names; without new ones the old ones stay."""
    recipe = _recipe(folder, tree)
    old = _old_names(folder, tree, recipe.own)
    changes, words = [*_changes(recipe, labels=LABELS in files)], [*_words(recipe.own, old, wanted or old)]
    texts = {name: files[name] for name in (*NAMES, LABELS) if name in files}
    whole = "\n".join(texts.values())
    used = {path for path, pattern, _new in words if re.search(pattern, whole, re.IGNORECASE)}
    made = {name: _renamed(_changed(text, changes, used), words) for name, text in texts.items()}
    if unused := {tree.values[path] for path, *_rest in (*changes, *words) if path not in used}:
        message, allowed = _("Dit staat niet meer in de vragenlijst."), _("Pas het aan, of haal het weg.")
        raise QuestionnaireError([Problem(str(folder / RECIPE), *mark, message, allowed) for mark in sorted(unused)])
    return made


def _recipe(folder: Path, tree: Tree) -> _Recipe:
    if tree.problems:
        raise QuestionnaireError(tree.problems)
    try:
        return convert(tree.data, _Recipe)
    except ValidationError as error:
        found = islice(misfits(RECIPE, tree.data, schema(_Recipe)), MANY)
        raise QuestionnaireError([placed(folder, {RECIPE: tree}, finding) for finding in found]) from error


def _old_names(folder: Path, tree: Tree, own: _Own) -> Names:
    """Return the names that are replaced. Raises QuestionnaireError: one cannot be a name."""

    def read_as(read_name: Callable[[str], Name], typed: str, *path: str | int) -> Name:
        try:
            return read_name(typed)
        except WrongNameError as error:
            problem = Problem(str(folder / RECIPE), *tree.values["namen", *path], str(error))
            raise QuestionnaireError([problem]) from error

    first, second = (read_as(names.party, typed, "partijen", place) for place, typed in enumerate(own.parties))
    meeting = read_as(names.meeting, own.meeting, "overleg")
    return Names((first, second), meeting, read_as(names.about, own.about, "voor"))


def _changes(recipe: _Recipe, *, labels: bool) -> Iterator[_Change]:
    """Give what happens to each text, in order; ``labels``: also what only labels need."""
    for title, text in recipe.sections.items():
        section = rf"^(# --- {re.escape(title)} -+\n)(?s:.*?)(?:^(?=# --- )|\Z)"
        yield ("stukken", title), section, partial(_section, text)
    for place, part in enumerate(recipe.left_out):
        listed = rf"^  - id: {re.escape(part)}\n(?:    .*\n|\n)*"
        yield ("weg", place), f"{listed}|{_block(part)}", _always("")
    for key, value in recipe.everywhere.items():
        yield ("overal", key), _block(key), partial(_written, key, value)
    for key, replacements in (("vervang", recipe.replacements), ("vervang_labels", recipe.labels if labels else ())):
        for place, one in enumerate(replacements):
            yield (key, place, "van"), _flexible(one.old), _always(one.new)


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


def _words(own: _Own, replaced: Names, wanted: Names) -> Iterator[_Word]:
    """Give the words that are names."""
    for place, text in enumerate(own.kept):
        yield ("namen", "blijft", place), _flexible(text), None
    yield ("namen", "vragenlijst"), _word(own.id), wanted.id
    for path, old, new in (
        (("namen", "partijen", 0), replaced.parties[0], wanted.parties[0]),
        (("namen", "partijen", 1), replaced.parties[1], wanted.parties[1]),
        (("namen", "overleg"), replaced.meeting, wanted.meeting),
        (("namen", "voor"), replaced.about, wanted.about),
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

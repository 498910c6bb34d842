"""Runs samenspel with every message, and every text of the questionnaire, in another alphabet. Run by a test.

What still comes out in our own letters then did not go through ``samenspel.taal`` and is not content either.
``python other_alphabet.py FOLDER`` writes what each command says to ``FOLDER``, and the reports that they make.
"""

import gettext
import re
import sys
import unicodedata
from pathlib import Path
from typing import Any

import msgspec
from code_texts import SAID

OURS = "abcdefghijklmnopqrstuvwxyz"
THEIRS = "абцдефгхийклмнопярстувшхыз"
_TABLE = str.maketrans(OURS + OURS.upper(), THEIRS + THEIRS.upper())
_FIXED = {"id", "versie", "version", "hash", "dimensie", "voorwaarde", "alleen", "partij", "advies"}
_KEPT = re.compile(r"(\{[^{}]*\}|%\([a-z]+\)s)")  # placeholders


def other(text: str) -> str:
    """Write ``text`` in the other alphabet, placeholders apart."""
    plain = "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
    return "".join(part if place % 2 else part.translate(_TABLE) for place, part in enumerate(_KEPT.split(plain)))


class OtherAlphabet(gettext.NullTranslations):
    def gettext(self, message: str) -> str:
        return other(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return other(msgid1 if n == 1 else msgid2)


def content(value: Any, ids: frozenset[str]) -> Any:
    """Write every text of a questionnaire's plain data in the other alphabet; ids and the version stay."""
    match value:
        case dict():
            return {key: content(one, ids) for key, one in value.items()}
        case list() | tuple():
            return [content(one, ids) for one in value]
        case str() if value not in ids:
            return other(value)
    return value


def said_by_made_up_people(value: Any, key: str = "") -> Any:
    """Write what they say in the other alphabet, in the plain data of their files."""
    match value:
        case dict():
            return {name: said_by_made_up_people(one, key if key in SAID else name) for name, one in value.items()}
        case list():
            return [said_by_made_up_people(one, key) for one in value]
        case str() if key in SAID:
            return other(value)
    return value


def main(folder: Path) -> None:
    gettext.translation = lambda *_args, **_more: OtherAlphabet()  # type: ignore[assignment]
    import click.testing

    from samenspel import authoring
    from samenspel.authoring.nodes import Tree
    from samenspel.cli import cli
    from samenspel.fictional import data
    from samenspel.questionnaire.model import BOTH, Questionnaire

    load, invoke = authoring.load, click.testing.CliRunner().invoke

    def load_other(path: Path, **_more: object) -> Questionnaire:
        plain = msgspec.to_builtins(load(path))
        return msgspec.convert(content(plain, frozenset((BOTH, *_ids(plain)))), Questionnaire)

    authoring.load = load_other  # type: ignore[assignment]
    read = data.read

    def read_other(place: str, text: str) -> Tree:
        return Tree(data=said_by_made_up_people(read(place, text).data))

    data.read = read_other

    def said(name: str, *args: str, code: int = 0, typed: str = "") -> None:
        done = invoke(cli, args, input=typed, prog_name="samenspel")
        assert done.exit_code == code, (args, done.output, done.exception)
        (folder / f"{name}.txt").write_text(done.output, encoding="utf-8")

    for path in _commands(cli):
        said("help-" + "-".join(path), *path, "--help")
    said("zelftest", "zelftest", "--regel", "--kort", typed="1\ns\n" * 60 + "1\na\n" * 9 + "1\n2\n" * 30)
    for name in ("uitslag", "code", "delen"):
        said(name, name)
    said("gegevens", "gegevens", "toon")
    said("wrong-command", "uitslagen", code=2)
    said("wrong-partij", "vragenlijst", "papier", "samenwerking-jeugd", "--partij", "bakker", code=2)
    said("maak", "groep", "maak", "west", "--verwacht", "wijkcoach=4", "--verwacht", "jongerenwerker=1")
    said("voegtoe", "groep", "voegtoe", "west", str(folder))
    said("lijst", "groep", "lijst")
    said("uitslag-groep", "groep", "uitslag", "west", code=1)
    said("onthul", "groep", "onthul", "west", code=2)
    said("controleer", "vragenlijst", "controleer", "school-wijkteam")
    said("demo", "demo", "-o", str(folder / "demo"))
    said("voorlichting", "voorlichting", "--uitdelen", "-o", str(folder / "voorlichting"))


def _ids(value: Any, key: str = "") -> list[str]:
    match value:
        case dict():
            return [*value, *(one for name, part in value.items() for one in _ids(part, name))]
        case list() | tuple():
            return [one for part in value for one in _ids(part, key)]
        case str() if key in _FIXED:
            return [value]
    return []


def _commands(group: Any, path: tuple[str, ...] = ()) -> Any:
    import click

    yield path
    if isinstance(group, click.Group):
        context = click.Context(group)
        for name in group.list_commands(context):
            yield from _commands(group.get_command(context, name), (*path, name))


if __name__ == "__main__":
    main(Path(sys.argv[1]))

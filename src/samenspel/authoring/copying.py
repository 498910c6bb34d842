"""A copy of a questionnaire under another id, to adapt: everything goes along, and it says what it came from. Pure.

For two other parties there is :mod:`derive`, which takes out what does not hold for those.
"""

import re
from collections.abc import Mapping
from textwrap import wrap

from samenspel.authoring.files import QUESTIONNAIRE
from samenspel.authoring.names import slug
from samenspel.authoring.nodes import read
from samenspel.authoring.references import Data, at
from samenspel.authoring.rewriting import WIDTH, UnchangeableError, replaced, unchangeable
from samenspel.taal import _

FIRST_VERSION = "1.0.0"
"""The version of a copy: what is changed in it counts from there."""


def copied(files: Mapping[str, str], wanted: str, title: str = "") -> dict[str, str]:
    """Return the files of a copy, by name.

    Args:
        files: the text of the files of a sound questionnaire, its ``labels.yaml`` among them if it has one.
        wanted: the id of the copy.
        title: what it is called; empty: as the first one, with that it is one's own.

    Raises:
        UnchangeableError: its id, version or title stands so in the file that it cannot be replaced.
    """
    text = files[QUESTIONNAIRE].replace("\r\n", "\n")
    data = read(QUESTIONNAIRE, text).data
    found: Data = {QUESTIONNAIRE: data}
    old = {key: str(at(found, QUESTIONNAIRE, key)) for key in ("id", "versie", "titel")}
    name = title or _("{titel} (eigen versie)").format(titel=old["titel"])
    for key, value in (("id", wanted), ("versie", FIRST_VERSION), ("titel", name)):
        text = replaced(text, (key,), value, QUESTIONNAIRE)
    made = {**files, QUESTIONNAIRE: _with_provenance(text, old["titel"], old["versie"])}
    return {name: _pointed(one.replace("\r\n", "\n"), old["id"], wanted) for name, one in made.items()}


def id_of(typed: str) -> str:
    """Return the id that a typed name gives: small letters, digits and dashes; empty when nothing is left of it."""
    return slug(" ".join(typed.split()))


def _with_provenance(text: str, title: str, version: str) -> str:
    """Return the file with a first paragraph of its account that says where the questionnaire comes from.

    Raises:
        UnchangeableError: the account stands so in the file that nothing can be put in it.
    """
    told = _(
        "Deze vragenlijst begon als kopie van ‘{titel}’, versie {versie}. Wat daarna is veranderd, kozen anderen dan "
        "de makers daarvan. De makers hebben dat niet nagekeken."
    ).format(titel=title, versie=version)
    empty = re.search(r"(?m)^verantwoording:[^\S\n]*\[\s*\][^\S\n]*(?:#.*)?$", text)
    first = empty or re.search(
        r"(?m)^verantwoording:[^\S\n]*(?:#.*)?\n(?:[^\S\n]*(?:#.*)?\n)*?(?=(?P<dent> *)- )", text
    )
    if first is None:
        raise UnchangeableError(unchangeable(QUESTIONNAIRE, 0))
    head, dent = ("verantwoording:\n", "  ") if empty else (first[0], first["dent"])
    room = WIDTH - len(dent) - 2
    lines = [f"{dent}  {line}" for line in wrap(told, room, break_long_words=False, break_on_hyphens=False)]
    made = head + "\n".join([f"{dent}- >-", *lines, *([] if empty else [""])])
    return text[: first.start()] + made + text[first.end() :]


def _pointed(text: str, old: str, wanted: str) -> str:
    """Return a file that stands beside its own schema, and names itself in the commands in its comments."""
    named = (
        rf"(?m)^([^\S\n]*#.*\bsamenspel(?:\x20[a-z]+)*\x20){re.escape(old)}(?![\w.-])"  # an id can be a common word too
    )
    return re.sub(named, rf"\g<1>{wanted}", text).replace("$schema=../schema.json", "$schema=schema.json")

"""Ids that stand twice where each may stand once, and ids that have a fixed meaning already."""

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Final

from samenspel.authoring.data import Data, blocks, names, texts
from samenspel.authoring.files import ADVICE, EDUCATION, QUESTIONNAIRE
from samenspel.authoring.problems import Finding, Path, shown
from samenspel.questionnaire.model import BOTH, DONT_KNOW_CARD, EXPERIENCE, KNOWLEDGE, MEETING, OTHER_ROLE
from samenspel.taal import _

RESERVED_COLUMNS: Final = ("respondent", "partij", "vorm", "gebied", EXPERIENCE, MEETING, KNOWLEDGE)
"""Columns of the table of answers, and the triggers that are no statement."""
RESERVED_PARTIES: Final = (OTHER_ROLE, BOTH, DONT_KNOW_CARD)

_COLUMNS: Final = ("stellingen", "rolkennis", "open_vragen")


def double_ids(data: Data) -> Iterator[Finding]:
    """Yield each id after the first that is the same, in every list where ids tell things apart."""
    for group in _groups(data):
        first: dict[str, Path] = {}
        for path, name in group:
            if name in first:
                yield Finding(
                    path,
                    _("‘{id}’ komt twee keer voor.").format(id=shown(name)),
                    _("Kies hier een andere naam, of haal het weg."),
                    first=first[name],
                )
            first.setdefault(name, path)


def reserved_ids(data: Data) -> Iterator[Finding]:
    """Yield the ids that would clash with a fixed column of the answers or with a fixed answer."""
    parties = names(data, QUESTIONNAIRE, "partijen")
    for group, reserved in ((_columns(data), RESERVED_COLUMNS), (parties, RESERVED_PARTIES)):
        for path, name in group:
            if name in reserved:
                yield Finding(
                    path,
                    _("De id ‘{id}’ heeft al een vaste betekenis.").format(id=name),
                    _("Kies een andere id dan: {namen}.").format(namen=", ".join(reserved)),
                )


def _columns(data: Data) -> Iterable[tuple[Path, str]]:
    """Return the ids that are columns of the table of answers: they share one space."""
    return chain.from_iterable(names(data, QUESTIONNAIRE, key) for key in _COLUMNS)


def _groups(data: Data) -> Iterator[Iterable[tuple[Path, str]]]:
    yield _columns(data)
    for key in ("partijen", "dimensies", "banden"):
        yield names(data, QUESTIONNAIRE, key)
    dimensions = [path for path, _block in blocks(data, QUESTIONNAIRE, "dimensies")]
    yield chain.from_iterable(names(data, *path, "voorwaarden") for path in dimensions)
    for question in ("partij", "gebied", EXPERIENCE, MEETING):
        yield names(data, QUESTIONNAIRE, "context", question, "antwoorden")
    for path, _block in blocks(data, QUESTIONNAIRE, "open_vragen"):
        yield names(data, *path, "activiteiten")
    for path, _block in blocks(data, QUESTIONNAIRE, "stellingen"):
        yield texts(data, *path, "alleen")
    yield names(data, ADVICE, "adviezen")
    yield names(data, EDUCATION, "theorie", key="dimensie")
    yield names(data, EDUCATION, "presentatie")
    for path, _block in blocks(data, EDUCATION, "presentatie"):
        yield texts(data, *path, "team", "stellingen")

"""What is wrong with a questionnaire, and where: text that a trainer can act on."""

import unicodedata
from collections.abc import Iterable, Sequence
from itertools import islice

from msgspec import Struct

from samenspel.hygiene import one_line
from samenspel.refusals import RefusalError
from samenspel.taal import _

KeyPath = tuple[str | int, ...]

MANY = 500
"""So many problems of one kind are told: nobody reads more, and a hostile file could have a million."""
_SHOWN = 60
_COMPARED = 200


class Problem(Struct, frozen=True):
    """One thing that is wrong.

    ``line`` and ``column`` count from 1, as editors do; 0 means that the problem has no place inside the file.
    ``message`` and ``allowed`` are whole sentences; ``suggestion`` is what the writer probably meant.
    """

    file: str
    line: int
    column: int
    message: str
    allowed: str = ""
    suggestion: str = ""

    def __str__(self) -> str:
        file = one_line(self.file)
        place = f"{file}:{self.line}:{self.column}" if self.line else file
        meant = _("Bedoelde u ‘{woord}’?").format(woord=self.suggestion) if self.suggestion else ""
        return f"{place}: {' '.join(part for part in (self.message, self.allowed, meant) if part)}"


class QuestionnaireError(RefusalError):
    """A questionnaire cannot be used. ``problems`` holds every reason, in the order of the files."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__(tuple(problems))
        self.problems = tuple(problems)

    def __str__(self) -> str:
        return "\n".join(str(problem) for problem in self.problems)


class Finding(Struct, frozen=True):
    """A problem whose place is still a path: the file's name, then keys and indices.

    ``at_key``: the key is what is wrong, not its value. ``first``: the path of the earlier one, for a double.
    ``refused``: the text has not the form that is asked for; ``suggestion`` is one that has, or empty.
    """

    path: KeyPath
    message: str
    allowed: str = ""
    suggestion: str = ""
    at_key: bool = False
    first: KeyPath = ()
    refused: bool = False


def suggest(word: str, known: Iterable[str], alike: float = 0.6) -> str:
    """Return the one of ``known`` that looks most like ``word``, or an empty text when none is so much ``alike``."""
    from difflib import get_close_matches  # here: only who made an error waits for it

    # A hostile file may hold very many ids; comparing with the first few hundred keeps this quick.
    small = {name.lower(): name for name in reversed([*islice(known, _COMPARED)])}
    close = get_close_matches(word[:_SHOWN].lower(), [*reversed(small)], n=1, cutoff=alike)
    return small[close[0]] if close else ""


def shown(value: object) -> str:
    """Return ``value`` fit to stand in a message: without characters that steer a terminal, and not too long."""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    text = "".join("·" if is_invisible(c) else c for c in str(value)[: _SHOWN + 1].replace("\n", " "))
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"


def is_invisible(character: str) -> bool:
    """Say whether a character cannot be seen: control, format (such as bidi marks), unassigned, or a line mark."""
    return unicodedata.category(character) in {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}

"""The one gate for untrusted text: what a person typed or a file brought in passes here once.

Nothing is escaped here: text stays text, and whoever shows it takes care of its own markup.
"""

import re
import unicodedata
from collections.abc import Callable
from functools import cache

NOTE_LIMIT = 2_000
AREA_LIMIT = 80
RESPONDENT_LIMIT = 60

# Bidirectional overrides, embeddings and isolates, and the invisible marks: they make a text read differently
# from what it says (Unicode TR 36, §2.6). Line and paragraph separators break lines where no one sees it.
INVISIBLE = frozenset(
    "\u200b\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u2028\u2029\ufeff"
)

# The same as ``_hidden``, for a whole text at once: what no clean text holds, line ends apart.
_CONTROLS = "\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff"
_UNCLEAN = re.compile(f"[{_CONTROLS}{''.join(sorted(INVISIBLE))}]")

MARKS = INVISIBLE | frozenset(
    "\u180e\u2060\u2061\u2062\u2063\u2064\u206a\u206b\u206c\u206d\u206e\u206f\ufff9\ufffa\ufffb"
)
"""What is never printed, control characters apart; a stored text may hold the latter ones."""
_UNSEEN = re.compile(f"[{_CONTROLS}{''.join(sorted(MARKS))}]")
_CONTROL = re.compile(f"[{_CONTROLS}]")


class TooLongError(ValueError):
    """A text is longer than its limit. ``length`` and ``limit`` are in characters."""

    def __init__(self, length: int, limit: int) -> None:
        super().__init__(f"{length} > {limit}")
        self.length = length
        self.limit = limit


def clean(text: str, limit: int = NOTE_LIMIT, *, lines: bool = False) -> str:
    r"""Return ``text`` without control characters and invisible direction marks, in normal form C, stripped.

    Args:
        text: what came in; lone surrogates are dropped too.
        limit: the largest number of characters that may be left.
        lines: keep line ends (as ``\\n``); otherwise every run of white space becomes one space.

    Raises:
        TooLongError: what is left is longer than ``limit``; nothing is cut silently.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    if not lines:
        text = text.replace("\n", " ")
    kept = "".join(c for c in text if c == "\n" or not _hidden(c))
    kept = unicodedata.normalize("NFC", kept)
    kept = "\n".join(" ".join(line.split()) for line in kept.split("\n")).strip()
    if len(kept) > limit:
        raise TooLongError(len(kept), limit)
    return kept


def is_clean(text: str, limit: int = NOTE_LIMIT) -> bool:
    """Say whether ``text`` (of one or more lines) can have come through :func:`clean`."""
    return len(text) <= limit and not _UNCLEAN.search(text)


def folded(name: str) -> str:
    """Return ``name`` as it is compared: capitals, spaces and forms of a letter make no other name."""
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())


def path_line(text: str) -> str:
    """Return the path of a file that came in as one line without control characters, and otherwise as it is.

    Another form of a letter, or one space for two, is another file. A line end between two names becomes a space.
    """
    return _CONTROL.sub("", " ".join(line for line in text.replace("\r", "\n").split("\n") if line))


def visible(text: str, instead: Callable[[str], str] = lambda _hidden: "·") -> str:
    """Return ``text`` with a ``·`` for each hidden character, line ends apart: fit to be printed.

    ``instead`` makes something else of such a character.
    """
    return _UNSEEN.sub(lambda found: instead(found[0]), text)


def one_line(name: object) -> str:
    """Return the name of a file, or what was typed in its place, to stand in a sentence: it ends no line there."""
    return visible(str(name)).replace("\n", "·")


def without_folders(text: str, folder: object) -> str:
    """Return a message in which only the last name is left of each path into ``folder``, and of the folder itself."""
    place = rf"{re.escape(one_line(folder))}(?:[/\\][\w.-]+)*(?<!\.)"
    return re.sub(place, lambda found: re.split(r"[/\\]", found[0])[-1], text)


def _hidden(character: str) -> bool:
    return character in INVISIBLE or unicodedata.category(character) in {"Cc", "Cs"}


# Letters of one encoding, read as of another. ------------------------------------------------------------------------


def is_misread(text: str) -> bool:
    """Say whether letters were saved in one encoding and opened in another, of Windows, DOS or older Macs."""
    return not text.isascii() and _misread().search(text) is not None


@cache
def _misread() -> re.Pattern[str]:
    """Return how such letters look; made when a text needs it, which most never do."""
    return re.compile(
        "|".join(
            (
                *map(_opened_as, ("cp1252", "mac-roman", "cp850", "cp437")),
                r"\ufffd|[ÂÃ]\s|Ã\Z",  # with a space that is wider, or that is gone by now
                r"[a-zß-ÿ][À-ÖØ-ÞŽŸ](?![A-ZÀ-Þ])|[a-z]‚|[a-z][ƒ†‡ˆ‰Š‹•][a-z]",  # cafÈ, caf‚, re‰el
                r"([ÈÚŽ‚])\1n|[aeio]‘(?!(?:s|n|tje)\b)[a-z]",  # ÈÈn, re‘el
            )
        )
    )


def _opened_as(encoding: str) -> str:
    """Return how UTF-8 looks that was opened in another encoding: ``cafÃ©``, ``caf√©``, ``caf├®``."""
    begins, sign = b"\xc2\xc3".decode(encoding), b"\xe2\x80".decode(encoding)
    follows = bytes(range(0x80, 0xC0)).decode(encoding, "ignore")
    return f"[{begins}][{follows}]|{sign}[{follows}]"

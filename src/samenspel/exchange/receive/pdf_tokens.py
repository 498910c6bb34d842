"""Bytes of a PDF → one object: a number, a name, a text, a list, a dictionary, a reference. Every step is counted."""

import re
from functools import lru_cache
from typing import Final, NamedTuple

from samenspel.refusals import RefusalError
from samenspel.taal import _

TOKENS: Final = 250_000
"""So many words, numbers, brackets and the like are read of one file: a usual form takes an eighth of it."""
_USUAL, _OF_A_STATEMENT, _SPARE = 60_000, 1_300, 1_500_000
"""So many are read of any file, or so many a statement in a large form; and what files may take above it, in all."""
UNPACKED: Final = 8_000_000
"""Bytes that all that is unpacked of one file may hold: of a usual form it is a tenth."""
DAMAGED: Final = _("deze PDF is beschadigd. Open het formulier, sla het opnieuw op, of vraag het nog eens.")
_DEEPEST = 50
_LONGEST_NAME = 400
_BYTES = 64
"""So many bytes cost as much as one word, number or bracket."""


class PdfError(RefusalError):
    """A PDF cannot be used: ``str()`` says in Dutch why, and what to do.

    ``other`` says that it is some other document, so that nobody need hear of it who brings a folder full of files.
    """

    def __init__(self, message: str, *, other: bool = False) -> None:
        super().__init__(message)
        self.other = other


class TooMuchError(PdfError):
    """Reading a PDF would cost too much."""

    def __init__(self) -> None:
        super().__init__(_("deze PDF vraagt te veel werk. Is het wel het goede bestand?"))


class Work:
    """What one file may still cost."""

    def __init__(self, tokens: int = TOKENS, unpacked: int = UNPACKED) -> None:
        self._most = self._tokens = tokens
        self._unpacked = unpacked

    @property
    def done(self) -> int:
        """How much was read, in tokens."""
        return self._most - self._tokens

    @property
    def room(self) -> int:
        """How many bytes may still be unpacked."""
        return self._unpacked

    def read(self, tokens: int) -> None:
        """Count what is read. Raises TooMuchError."""
        self._tokens -= tokens
        if self._tokens < 0:
            raise TooMuchError

    def unpack(self, size: int) -> None:
        """Count bytes that are unpacked. Raises TooMuchError."""
        self._unpacked -= size
        if self._unpacked < 0:
            raise TooMuchError


class WorkOnMany:
    """What the files that are brought together may cost: what one takes above the usual is left for no other."""

    def __init__(self) -> None:
        self._usual, self._spare = _USUAL, _SPARE

    def expect(self, statements: int) -> None:
        """Let a form with so many statements be a usual one."""
        self._usual = max(self._usual, _OF_A_STATEMENT * statements)

    def for_one(self) -> Work:
        """Return what the next file may cost: a usual form always has enough."""
        return Work(min(TOKENS, self._usual + self._spare))

    def done(self, work: Work) -> None:
        """Count what a file did cost, whether it could be used or not."""
        self._spare = max(0, self._spare - max(0, work.done - self._usual))


class PdfName(str):
    """A name, with the stroke before it: ``/Kids``."""

    __slots__ = ()

    @property
    def bare(self) -> str:
        """Itself, without the stroke."""
        return self[1:]


class Word(str):
    """What stands loose in a file and is neither a number nor one of the three that mean something."""

    __slots__ = ()


class Ref(NamedTuple):
    """A reference to an object: its number, and its generation."""

    number: int
    generation: int


class Sealed(NamedTuple):
    """A text that is encrypted, with the object that it stands in."""

    text: bytes
    owner: Ref


_END = rb"[^\0\t\n\f\r ()<>\[\]{}/%]"
"""What may stand in a name or word."""
_NOTHING = rb"(?:[\0\t\n\f\r ]++|%[^\r\n]*+)*+"
_END_OF_ALL = re.compile(_NOTHING + rb"\Z")
_TOKEN = re.compile(
    _NOTHING + rb"(?:/(?P<name>" + _END + rb"*+)"
    rb"|(?P<ref>(?P<number>\d{1,10})[\0\t\n\f\r ]++(?P<generation>\d{1,5})[\0\t\n\f\r ]++R(?!" + _END + rb"))"
    rb"|(?P<amount>[+-]?+(?:\d{1,20}+(?:\.\d{0,20}+)?+|\.\d{1,20}+)(?!" + _END + rb"))"
    rb"|(?P<opening><<|\[)"
    rb"|(?P<closing>>>|\])"
    rb"|(?P<text>\()"
    rb"|<(?P<hex>[0-9A-Fa-f\0\t\n\f\r ]*+)>"
    rb"|(?P<word>" + _END + rb"++))"
)
_TEXT_PART = re.compile(rb"[^()\\]*+(?:\\.[^()\\]*+)*+([()])", re.DOTALL)
_ESCAPE = re.compile(rb"\\([0-7]{1,3}|\r\n|.)|\r\n?", re.DOTALL)
_ESCAPED = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f", b"\n": b"", b"\r": b"", b"\r\n": b""}
_WORDS = {b"true": True, b"false": False, b"null": None}


def value(data: bytes, at: int, work: Work, owner: Ref | None = None) -> tuple[object, int]:
    """Read the object that stands at ``at``.

    Args:
        data: where it stands.
        at: the place in it.
        work: what this may cost.
        owner: the object that it is, when its texts are encrypted.

    Returns:
        The object and the place behind it. A list is a list, a dictionary a dict, a text bytes (or ``Sealed``).

    Raises:
        PdfError: there is no object there, or it costs too much.
    """
    above: list[list[object]] = []
    while True:
        token = _TOKEN.match(data, at)
        if token is None:
            raise PdfError(DAMAGED)
        work.read(1 + (token.end() - at) // _BYTES)
        at = token.end()
        found: object
        match token.lastgroup:
            case "opening":
                above.append([token["opening"]])
                if len(above) > _DEEPEST:
                    raise TooMuchError
                continue
            case "closing":
                found = _closed(above.pop() if above else [b""], token["closing"])
            case "text":
                text, at = _text(data, at, work)
                found = Sealed(text, owner) if owner else text
            case _:
                found = _small(token, owner)
        if not above:
            return found, at
        above[-1].append(found)


def _small(token: re.Match[bytes], owner: Ref | None) -> object:
    """Make an object of what is one token."""
    match token.lastgroup:
        case "name":
            return _name(token["name"])
        case "ref":
            return Ref(int(token["number"]), int(token["generation"]))
        case "amount":
            return float(token["amount"]) if b"." in token["amount"] else int(token["amount"])
        case "hex":
            digits = token["hex"].translate(None, b"\0\t\n\f\r ").decode()
            text = bytes.fromhex(digits + "0" * (len(digits) % 2))
            return Sealed(text, owner) if owner else text
        case _:
            return _WORDS.get(token["word"], Word(token["word"].decode("latin-1")))


def is_end(data: bytes, at: int) -> bool:
    """Say whether nothing comes any more."""
    return _END_OF_ALL.match(data, at) is not None


def _closed(parts: list[object], closing: bytes) -> object:
    """Make a list or a dictionary of its parts; the first is what opened it."""
    opening, parts = parts[0], parts[1:]
    if opening == b"[" and closing == b"]":
        return parts
    names, values = parts[::2], parts[1::2]
    whole = (opening, closing) == (b"<<", b">>") and len(names) == len(values)
    if not whole or not all(isinstance(name, PdfName) for name in names):
        raise PdfError(DAMAGED)
    found = dict(zip(names, values, strict=True))
    if len(found) < len(names) and any(found[name] != one for name, one in zip(names, values, strict=True)):
        raise PdfError(DAMAGED)  # a name that is there twice, with two values: nobody can say which one counts
    return found


def _text(data: bytes, at: int, work: Work) -> tuple[bytes, int]:
    start, depth = at, 1
    while depth:
        part = _TEXT_PART.match(data, at)
        if part is None:
            raise PdfError(DAMAGED)
        work.read(1 + (part.end() - at) // _BYTES)
        at = part.end()
        depth += 1 if part[1] == b"(" else -1
    text = data[start : at - 1]
    if b"\\" in text or b"\r" in text:
        work.read((text.count(b"\\") + text.count(b"\r")) // 2)
        text = _ESCAPE.sub(_unescaped, text)
    return text, at


def _unescaped(escape: re.Match[bytes]) -> bytes:
    what = escape[1]
    if what is None:
        return b"\n"
    return bytes([int(what, 8) & 255]) if what.isdigit() and what < b"8" else _ESCAPED.get(what, what)


def _name(written: bytes) -> PdfName:
    if len(written) > _LONGEST_NAME:
        raise PdfError(DAMAGED)
    return _spelled(written)


@lru_cache(maxsize=2_000)
def _spelled(written: bytes) -> PdfName:
    if b"#" in written:
        written = re.sub(rb"#([0-9A-Fa-f]{2})", lambda code: bytes.fromhex(code[1].decode()), written)
    try:
        return PdfName(f"/{written.decode()}")
    except UnicodeDecodeError:
        return PdfName(f"/{written.decode('latin-1')}")

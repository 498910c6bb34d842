"""A PDF of unknown making → the objects in it, each when it is asked for.

Nothing is drawn or run, and only what is asked for is read. Nothing is repaired or guessed either: a file that is not
whole may still hold an older version of the answers, so it is refused. All work is counted: what a file costs follows
from two limits (see ``Work``), whatever stands in it. That needs neither a clock nor a limit of the operating system.
"""

import base64
import re
import zlib
from itertools import zip_longest
from typing import Final, NamedTuple

from samenspel.exchange.receive.pdf_lock import Lock, opened
from samenspel.exchange.receive.pdf_tokens import DAMAGED, PdfError, Ref, Sealed, TooMuchError, Work, value
from samenspel.taal import _

_HEAD: Final = 1024
"""The first words of a PDF stand within so many bytes; what comes before them is not counted in its places."""
_LONGEST_CHAIN, _MOST_FILTERS = 20, 4
_BY_ROW, _WIDEST = 10, 100
_GAP = rb"[\0\t\n\f\r ]"
_FEW = _GAP + rb"{0,100}+"  # what skips a long gap again and again takes long
_START = re.compile(rb"startxref" + _FEW + rb"(\d{1,10})" + _FEW + rb"%%EOF")
_TABLE = re.compile(_FEW + rb"xref" + _FEW)
_PART = re.compile(_FEW + rb"(\d{1,10}) ++(\d{1,10})" + _FEW + rb"(?=\d|t)")
_ENTRY = re.compile(_FEW + rb"(\d{1,10}) ++(\d{1,5}) ++([nf])")
_TRAILER = re.compile(_FEW + rb"trailer")
_OBJECT = re.compile(_FEW + rb"(\d{1,10})" + _FEW + rb"(?<!\d)(\d{1,5})" + _FEW + rb"obj")
_STREAM = re.compile(_FEW + rb"stream(?:\r\n|\n|\r)")
_STREAM_END = re.compile(_FEW + rb"endstream")
_LATER = re.compile(rb"\d" + _GAP + rb"++obj")
_BEGUN = re.compile(_FEW + rb"\d{1,10}+(?:" + _GAP + rb"++(?:\d{1,5}+(?:" + _GAP + rb"++(?:ob?)?)?)?)?\Z")
"""The first letters of an object, and then nothing."""
_NUMBERS = re.compile(rb"\d{1,10}+")


class Stream(NamedTuple):
    """Packed bytes: what is said of them, where they stand in the file, and the object that they are."""

    about: dict[str, object]
    start: int
    end: int
    owner: Ref


class PdfObjects:
    """The objects of a file. Raises PdfError: it is damaged, asks for a password, or costs too much."""

    def __init__(self, data: bytes, work: Work) -> None:
        self._data, self._work = data, work
        self._shift = max(0, data.find(b"%PDF-", 0, _HEAD))
        self._places: dict[int, int | tuple[int, int] | None] = {}
        self._known: dict[int, object] = {}
        self._packs: dict[int, tuple[bytes, dict[int, int]]] = {}
        self._under_way: set[int] = set()
        self._lock: Lock | None = None
        self._trailer: dict[str, object] = {}
        self._read_tables(self._start())
        self._open()

    @property
    def root(self) -> dict[str, object]:
        """What everything in the file hangs on."""
        root = self.dictionary(self._trailer.get("/Root"))
        if not root:
            raise PdfError(DAMAGED)
        return root

    def get(self, what: object) -> object:
        """Follow references, and take the lock off a text. What is not there is None."""
        for _turn in range(_LONGEST_CHAIN):
            if isinstance(what, Ref):
                what = self._object(what.number)
            elif isinstance(what, Sealed):
                return self._unlocked(what.text, what.owner, stream=False)
            else:
                return what
        raise PdfError(DAMAGED)

    def dictionary(self, what: object) -> dict[str, object]:
        """Follow references to a dictionary; an empty one when it is something else."""
        found = self.get(what)
        return found if isinstance(found, dict) else {}

    def elements(self, what: object) -> list[object]:
        """Follow references to a list; an empty one when it is something else."""
        found = self.get(what)
        return found if isinstance(found, list) else []

    # Where everything stands: tables of contents, the newest first. ---------------------------------------------------

    def _start(self) -> int:
        """Return where the newest table of contents stands. What comes behind it may be the half of a newer version."""
        end = _START.match(self._data, max(0, self._data.rfind(b"startxref")))
        behind = end.end() if end else 0
        if end is None or _LATER.search(self._data, behind) or _BEGUN.match(self._data, behind):
            raise PdfError(
                _("deze PDF is niet heel: het einde ontbreekt. Kopieer of download het bestand nog eens, of vraag het.")
            )
        start = int(end[1]) + self._shift
        if self._shift and _TABLE.match(self._data, start - self._shift):  # counted from the first byte all the same
            self._shift, start = 0, start - self._shift
        return start

    def _read_tables(self, start: int) -> None:
        done: set[int] = set()
        while start not in done:
            done.add(start)
            table = _TABLE.match(self._data, start)
            trailer = self._read_table(table.end()) if table else self._read_packed_table(start)
            self._trailer = trailer | self._trailer
            previous = trailer.get("/Prev")
            if not isinstance(previous, int) or previous <= 0:
                break
            start = previous + self._shift

    def _read_table(self, at: int) -> dict[str, object]:
        free: list[int] = []
        while part := _PART.match(self._data, at):
            first, count, at = int(part[1]), int(part[2]), part.end()
            self._work.read(1 + count)
            for number in range(first, first + count):
                entry = _ENTRY.match(self._data, at)
                if entry is None:
                    raise PdfError(DAMAGED)
                at = entry.end()
                if entry[3] == b"n" and int(entry[1]):
                    self._places.setdefault(number, int(entry[1]) + self._shift)
                else:
                    free.append(number)
        end = _TRAILER.match(self._data, at)
        trailer, _at = value(self._data, end.end(), self._work) if end else (None, at)
        if not isinstance(trailer, dict):
            raise PdfError(DAMAGED)
        beside = trailer.get("/XRefStm")
        if isinstance(beside, int):
            self._read_packed_table(beside + self._shift)
        for number in free:  # what is thrown away does not come back from an older version
            self._places.setdefault(number, None)
        return trailer

    def _read_packed_table(self, at: int) -> dict[str, object]:
        table = self._object_at(at)
        if not isinstance(table, Stream) or table.about.get("/Type") != "/XRef":
            raise PdfError(DAMAGED)
        about = table.about
        widths = _whole_numbers(about.get("/W"))
        ranges = _whole_numbers(about.get("/Index", [0, about.get("/Size")]))
        rows, size = self.unpacked(table), sum(widths)
        if len(widths) < len(("kind", "place", "index")) or not 0 < size < _WIDEST or len(ranges) % 2:
            raise PdfError(DAMAGED)
        kind_end, place_end = widths[0], widths[0] + widths[1]
        at = 0
        for first, count in zip(ranges[::2], ranges[1::2], strict=True):
            if count * size > len(rows) - at:
                raise PdfError(DAMAGED)
            self._work.read(1 + count)
            for number in range(first, first + count):
                kind = int.from_bytes(rows[at : at + kind_end]) if kind_end else 1
                place = int.from_bytes(rows[at + kind_end : at + place_end])
                index = int.from_bytes(rows[at + place_end : at + size])
                at += size
                found = place + self._shift if kind == 1 else (place, index) if kind else None
                self._places.setdefault(number, found)
        return about

    # One object, by its number. ---------------------------------------------------------------------------------------

    def _object(self, number: int) -> object:
        if number not in self._known:
            place = self._places.get(number)
            if place is None:
                return None
            if number in self._under_way:  # it stands within itself
                raise PdfError(DAMAGED)
            self._under_way.add(number)
            self._known[number] = (
                self._object_at(place, number) if isinstance(place, int) else self._packed(place[0], number)
            )
            self._under_way.discard(number)
        return self._known[number]

    def _object_at(self, at: int, number: int | None = None) -> object:
        head = _OBJECT.match(self._data, at)
        if head is None or (number is not None and int(head[1]) != number):
            raise PdfError(DAMAGED)
        own = Ref(int(head[1]), int(head[2]))
        found, at = value(self._data, head.end(), self._work, own if self._lock else None)
        stream = _STREAM.match(self._data, at)
        if stream is None or not isinstance(found, dict):
            return found
        return Stream(found, stream.end(), self._stream_end(stream.end(), found), own)

    def _stream_end(self, start: int, about: dict[str, object]) -> int:
        size = self.get(about.get("/Length"))
        if isinstance(size, int) and size >= 0 and _STREAM_END.match(self._data, start + size):
            return start + size
        end = self._data.find(b"endstream", start)  # its length is wrong, which harms nobody
        if end < 0:
            raise PdfError(DAMAGED)
        self._work.read((end - start) // 1000)
        return end

    def _packed(self, pack: int, number: int) -> object:
        """Return an object that stands in a stream together with others."""
        if pack not in self._packs:
            self._packs[pack] = self._unpack_objects(pack)
        data, places = self._packs[pack]
        if number not in places:
            raise PdfError(DAMAGED)
        return value(data, places[number], self._work)[0]

    def _unpack_objects(self, pack: int) -> tuple[bytes, dict[int, int]]:
        stream = self._object(pack)
        if not isinstance(stream, Stream):
            raise PdfError(DAMAGED)
        data = self.unpacked(stream)
        first, count = (self.get(stream.about.get(key)) for key in ("/First", "/N"))
        if not isinstance(first, int) or not isinstance(count, int) or not 0 <= first <= len(data):
            raise PdfError(DAMAGED)
        head = [int(one) for one in _NUMBERS.findall(data[:first])]
        self._work.read(1 + len(head) // 4)
        return data, {number: first + at for number, at in zip(head[::2], head[1::2], strict=False)}

    # What is packed. --------------------------------------------------------------------------------------------------

    def _open(self) -> None:
        """Take the lock off a file that opens for everyone."""
        if "/Encrypt" not in self._trailer:
            return
        about: dict[str, object] = {
            name: self.get(one) for name, one in self.dictionary(self._trailer["/Encrypt"]).items()
        }
        filters = self.dictionary(about.get("/CF"))
        about["/CF"] = {name: self.dictionary(one) for name, one in filters.items()}
        ids = self.elements(self._trailer.get("/ID"))
        first = self.get(ids[0]) if ids else b""
        try:
            self._lock = opened(about, first if isinstance(first, bytes) else b"")
        except (ValueError, TypeError, KeyError, IndexError) as error:
            raise PdfError(DAMAGED) from error
        if self._lock is None:
            raise PdfError(
                _("deze PDF gaat alleen open met een wachtwoord. Sla het formulier op zonder wachtwoord, en geef dat.")
            )

    def unpacked(self, stream: Stream) -> bytes:
        """Return what stands in a stream. Raises PdfError: it is damaged, too much, or packed in some rare way."""
        about, data = stream.about, self._data[stream.start : stream.end]
        self._work.unpack(len(data))
        if about.get("/Type") != "/XRef":
            data = self._unlocked(data, stream.owner, stream=True)
        filters, details = (self.get(about.get(key)) for key in ("/Filter", "/DecodeParms"))
        filters = filters if isinstance(filters, list) else [filters] if filters is not None else []
        details = details if isinstance(details, list) else [details]
        if len(filters) > _MOST_FILTERS:
            raise TooMuchError
        for packing, detail in zip_longest(filters, details[: len(filters)]):
            data = self._without(self.get(packing), self.dictionary(detail), data)
            self._work.unpack(len(data))
        return data

    def _without(self, packing: object, detail: dict[str, object], data: bytes) -> bytes:
        try:
            match packing:
                case "/FlateDecode":
                    inflate = zlib.decompressobj()
                    found = inflate.decompress(data, self._work.room + 1)
                    if not inflate.eof and len(found) <= self._work.room:
                        raise PdfError(DAMAGED)
                    return self._without_predictor(found, detail)
                case "/ASCII85Decode":
                    return base64.a85decode(data.strip().removesuffix(b"~>"), ignorechars=b"\0\t\n\f\r ")
                case "/ASCIIHexDecode":
                    return bytes.fromhex(data.partition(b">")[0].decode("ascii"))
                case "/Crypt" if detail.get("/Name", "/Identity") == "/Identity" and self._lock is None:
                    return data
                case _:
                    raise PdfError(DAMAGED)
        except (zlib.error, ValueError) as error:
            raise PdfError(DAMAGED) from error

    def _without_predictor(self, data: bytes, detail: dict[str, object]) -> bytes:
        """Undo what makes the rows of a table pack better: each byte is told by its difference with those before it."""
        kind = self.get(detail.get("/Predictor", 1))
        if kind == 1 or len(data) > self._work.room:
            return data
        width = self.get(detail.get("/Columns", 1))
        usual = all(self.get(detail.get(key, one)) == one for key, one in (("/Colors", 1), ("/BitsPerComponent", 8)))
        if (
            not isinstance(kind, int)
            or kind < _BY_ROW
            or not isinstance(width, int)
            or not (usual and 0 < width < _WIDEST)
        ):
            raise PdfError(DAMAGED)
        self._work.read(len(data) // 2)
        rows, above = bytearray(), bytearray(width)
        for at in range(0, len(data), width + 1):
            above = _row(data[at], data[at + 1 : at + 1 + width].ljust(width, b"\0"), above)
            rows += above
        return bytes(rows)

    def _unlocked(self, data: bytes, owner: Ref, *, stream: bool) -> bytes:
        if self._lock is None:
            return data
        self._work.read(self._lock.effort(len(data)))
        try:
            return (self._lock.stream if stream else self._lock.text)(data, owner.number, owner.generation)
        except (ValueError, IndexError) as error:
            raise PdfError(DAMAGED) from error


def _row(kind: int, told: bytes, above: bytearray) -> bytearray:
    """Return a row of bytes, from what is told of it and the row above it."""
    row = bytearray(told)
    for at, up in enumerate(above):
        left, corner = (row[at - 1], above[at - 1]) if at else (0, 0)
        match kind:
            case 1:
                guess = left
            case 2:
                guess = up
            case 3:
                guess = (left + up) // 2
            case 4:
                guess = min((left, up, corner), key=lambda one: abs(left + up - corner - one))
            case _:
                guess = 0
        row[at] = (row[at] + guess) & 255
    return row


def _whole_numbers(what: object) -> list[int]:
    numbers = what if isinstance(what, list) else []
    if not all(isinstance(one, int) and one >= 0 for one in numbers):
        raise PdfError(DAMAGED)
    return numbers

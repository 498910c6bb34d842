"""PDF files that are traps: small to send, large or endless to read. Each gives one line, and costs little."""

import os
import zlib
from random import Random

LARGE = 9_000_000 if os.environ.get("SAMENSPEL_FULL") else 1_200_000
"""Bytes of those that are large themselves. The bounds are reached long before the smaller size."""


def raw_pdf(objects: list[bytes], root: int = 1) -> bytes:
    """A file of these objects, numbered from 1, with a right table of contents."""
    out, places = bytearray(b"%PDF-1.7\n"), []
    for number, one in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    return bytes(out + b"trailer\n<</Size %d/Root %d 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, root, start))


def packed(size: int) -> bytes:
    """A stream that unpacks to so many bytes."""
    data = zlib.compress(b"(" + b"x" * size + b")", 9)
    return b"<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream" % (len(data), data)


def _stream(data: bytes, about: bytes = b"") -> bytes:
    return b"<<%s/Length %d>>stream\n%s\nendstream" % (about, len(data), data)


def _flate(data: bytes, about: bytes = b"") -> bytes:
    return _stream(zlib.compress(data, 9), about + b"/Filter/FlateDecode")


def _form(fields: bytes, *others: bytes, pages: bytes = b"") -> bytes:
    """A form: its fields are object 3 and on, unless they are written out."""
    tree = b"<</Type/Pages/Kids[%s]>>" % pages
    return raw_pdf([b"<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[%s]>>>>" % fields, tree, *others])


def _many(one: bytes, first: int, count: int) -> bytes:
    out = bytearray()
    for number in range(first, first + count):
        out += one % number
    return bytes(out)


def _packs(inside: bytes, count: int, size: int) -> bytes:
    """A form whose fields all stand in streams of their own."""
    out, places = bytearray(b"%PDF-1.7\n"), {}
    fields = b" ".join(b"%d 0 R" % (10_000 + n) for n in range(count))
    objects = {1: b"<</Type/Catalog/AcroForm<</Fields[%s]>>>>" % fields}
    for n in range(count):
        head = b"%d 0 " % (10_000 + n)
        objects[2 + n] = _flate(head + inside * (size // len(inside)), b"/Type/ObjStm/N 1/First %d" % len(head))
    for number, one in objects.items():
        places[number] = len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    rows = b"".join(b"\1" + places[n].to_bytes(4) + b"\0" for n in sorted(places))
    rows += b"".join(b"\2" + (2 + n).to_bytes(4) + b"\0" for n in range(count))
    about = b"/Type/XRef/W[1 4 1]/Index[1 %d 10000 %d]/Size 20000/Root 1 0 R" % (len(places), count)
    end = b"%d 0 obj\n%s\nendobj\nstartxref\n%d\n%%%%EOF" % (9_999, _stream(rows, about), len(out))
    return bytes(out + end)


def _chain(count: int, size: int) -> bytes:
    """Tables of contents, each of which names the one before it."""
    out, before = bytearray(b"%PDF-1.7\n"), b""
    for _ in range(count):
        start = len(out)
        about = b"/Type/XRef/W[1 4 1]/Index[1 1]/Size 2/Root 1 0 R%s" % before
        about += b"/DecodeParms<</Predictor 12/Columns 6>>"
        out += b"1 0 obj\n%s\nendobj\n" % _flate(bytes(size), about)
        before = b"/Prev %d" % start
    return bytes(out + b"startxref\n%d\n%%%%EOF" % start)


def _table(count: int) -> bytes:
    start = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n"
    rows = b"0000000009 00000 n \n" * count
    return start + b"xref\n0 %d\n%strailer\n<</Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (count, rows, len(start))


def _far_ends(gap: bytes, length: bytes) -> bytes:
    """Many streams whose end has to be looked for, far away."""
    count = 3_000
    kids = _many(b"%d 0 R ", 3, count)
    streams = [b"<</T(a)/Length %s>>stream\nx" % length] * count
    return _form(kids, *streams, gap)


def _locked(fields: bytes) -> bytes:
    about = b"<</Filter/Standard/V 1/R 2/P -4/O<%s>/U<%s>>>" % (b"00" * 32, b"00" * 32)
    return _form(fields, about).replace(b"/Root", b"/Encrypt 3 0 R/ID[<00><00>]/Root")


TRAPS = {
    "a field that is its own kid": lambda: raw_pdf(
        [b"<</Type/Catalog/AcroForm<</Fields[2 0 R]>>>>", b"<</T(a)/FT/Tx/Kids[2 0 R]>>"]
    ),
    "two that are each other's kids, many times": lambda: raw_pdf(
        [
            b"<</Type/Catalog/AcroForm<</Fields[2 0 R]>>>>",
            b"<</T(a)/Kids[" + b"3 0 R " * 1000 + b"]>>",
            b"<</T(b)/Kids[" + b"2 0 R " * 1000 + b"]>>",
        ]
    ),
    "a hundred thousand fields": lambda: raw_pdf(
        [b"<</Type/Catalog/AcroForm<</Fields[" + b"2 0 R " * 100_000 + b"]>>>>", b"<</T(a)/FT/Tx>>"]
    ),
    "a reference to itself": lambda: raw_pdf([b"<</Type/Catalog/AcroForm 2 0 R>>", b"2 0 R"]),
    "deep arrays": lambda: raw_pdf([b"<</Type/Catalog/AcroForm<</Fields" + b"[" * 50_000 + b"]" * 50_000 + b">>>>"]),
    "deep dictionaries": lambda: raw_pdf(
        [b"<</Type/Catalog/AcroForm" + b"<</a" * 30_000 + b" 1" + b">>" * 30_000 + b">>"]
    ),
    "fields that are no list": lambda: raw_pdf([b"<</Type/Catalog/AcroForm<</Fields(x)>>>>"]),
    "fields that are no fields": lambda: raw_pdf([b"<</Type/Catalog/AcroForm<</Fields[1(x)/y[2]null]>>>>"]),
    "a form that is a list": lambda: raw_pdf([b"<</Type/Catalog/AcroForm[1 2]>>"]),
    "a root that is a number": lambda: raw_pdf([b"7"]),
    "no root": lambda: raw_pdf([b"<<>>"], root=9),
    "a text that unpacks to 100 MB": lambda: _form(b"3 0 R", b"<</T(a)/FT/Tx/V 4 0 R>>", packed(100_000_000)),
    "one stream of 20 MB, named 300 times": lambda: _form(
        b"3 0 R", b"<</T(a)/FT/Tx/V[%s]>>" % (b"4 0 R " * 300), packed(20_000_000)
    ),
    "one stream of 90 kB, named 5,000 times": lambda: _form(
        b"3 0 R", b"<</T(a)/FT/Tx/V[%s]>>" % (b"4 0 R " * 5_000), packed(90_000)
    ),
    "one text of 90 kB in 5,000 fields": lambda: _form(
        _many(b"%d 0 R ", 4, 5_000), b"(%s)" % (b"x" * 90_000), *[b"<</T(a)/FT/Tx/V 3 0 R>>"] * 5_000
    ),
    "a name of 1.2 MB with 5,000 kids": lambda: _form(
        b"3 0 R", b"<</T(%s)/Kids[%s]>>" % (b"n" * 1_200_000, _many(b"<</T(%d)>>", 0, 5_000))
    ),
    "a name of 490 letters with 40,000 kids": lambda: _form(
        b"3 0 R", b"<</T(%s)/Kids[%s]>>" % (b"n" * 490, _many(b"<</T(%d)>>", 0, 40_000))
    ),
    "a name in the file of MB": lambda: _form(b"<</%s 1>>" % (b"n" * LARGE)),
    "packs of a MB, two hundred": lambda: _packs(b"[]", 200, 1_000_000),
    "a pack of 7 MB full of brackets": lambda: _packs(b"[]", 1, 7_000_000),
    "a pack of 7 MB, one text": lambda: _packs(b"(" + b"x" * 6_999_990 + b")", 1, 7_000_000),
    "packs within packs": lambda: _packs(b"<</Length 3 0 R>>stream", 50, 23),
    "MB of lists": lambda: _form(b"[]" * (LARGE // 2)),
    "MB of dictionaries": lambda: _form(b"<<>>" * (LARGE // 4)),
    "MB of names": lambda: _form(_many(b"/%d", 1_000_000, LARGE // 8)),
    "MB of numbers": lambda: _form(b"123456 " * (LARGE // 7)),
    "MB of references": lambda: _form(b"3 0 R " * (LARGE // 6), b"<</T(a)>>"),
    "MB of texts": lambda: _form(b"(ab)" * (LARGE // 4)),
    "MB of escapes": lambda: _form(b"(" + b"\\101" * (LARGE // 4) + b")"),
    "MB of brackets in a text": lambda: _form(b"(" + b"()" * (LARGE // 2) + b")"),
    "MB of remarks": lambda: _form(b"%\n" * (LARGE // 2)),
    "MB of nothing": lambda: _form(b" " * LARGE + b"3 0 R", b"<</T(a)>>"),
    "MB of digits": lambda: _form(b"1" * LARGE),
    "MB of bytes in hexadecimal": lambda: _form(b"<" + b"41" * (LARGE // 2) + b">"),
    "a table of contents of MB": lambda: _table(LARGE // 20),
    "tables of contents in a chain": lambda: _chain(200, 600_000),
    "3,000 pages that share a list of 90,000 notes": lambda: raw_pdf(
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Kids[%s]>>" % _many(b"%d 0 R ", 4, 3_000),
            b"[%s]" % (b"null " * 90_000),
            *[b"<</Type/Page/Annots 3 0 R>>"] * 3_000,
        ]
    ),
    "3,000 boxes with eight parents": lambda: raw_pdf(
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Kids[3 0 R]>>",
            b"<</Annots[%s]>>" % (b"<</Subtype/Widget/T(b)/Parent 4 0 R>>" * 3_000),
            *[b"<</T(%s)/Parent %d 0 R>>" % (b"n" * 490, number) for number in range(5, 11)],
            b"<</T(a)>>",
        ]
    ),
    "a box that is its own parent": lambda: raw_pdf(
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Kids[3 0 R]>>",
            b"<</Annots[4 0 R]>>",
            b"<</Subtype/Widget/T(b)/Parent 4 0 R>>",
        ]
    ),
    "2,000 rooms that show one drawing of 4 MB": lambda: raw_pdf(
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Kids[3 0 R]>>",
            b"<</Annots[%s]>>" % _many(b"<</Subtype/Widget/FT/Tx/T(%d)/AP<</N 4 0 R>>>>", 0, 2_000),
            _flate(b"0 0 m " * 700_000),
        ]
    ),
    "streams that end in MB of nothing": lambda: _far_ends(b" " * LARGE + b"endstream", b"500000"),
    "streams that end MB on": lambda: _far_ends(b"x" * LARGE + b"endstream", b"1000"),
    "a lock on MB of texts": lambda: _locked(b"<</T(%s)/V(%s)>>" % (b"a" * 100, b"x" * LARGE)),
    "a picture of MB": lambda: _form(b"", _stream(Random(1).randbytes(LARGE), b"/Subtype/Image")),
    "what comes by chance": lambda: b"%PDF-1.7\n" + Random(2).randbytes(LARGE) + b"\nstartxref\n9\n%%EOF",
}

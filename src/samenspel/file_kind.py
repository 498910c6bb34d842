"""What somebody brought instead of a plain text: told by how the file begins, whatever its name says."""

import codecs
import re
from typing import Literal

from samenspel.taal import _

Kind = Literal["workbook", "document", "page", "picture", "pdf", "archive", "shortcut", "binary"]
"""Of a spreadsheet · of a word processor · of the web · a photo or scan · a PDF · things packed together ·
the way to a file · no text."""

_LOOKED_AT = 4_096
_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PACKED: tuple[tuple[bytes, Kind], ...] = (
    (b"opendocument.spreadsheet", "workbook"),
    (b"opendocument.text", "document"),
    (b"xl/", "workbook"),
    (b"word/", "document"),
    (b"Index/CalculationEngine", "workbook"),  # Numbers
    (b"Index/Document.iwa", "document"),  # Pages
)
_STREAMS: tuple[tuple[bytes, Kind], ...] = (
    (b"W\0o\0r\0k\0b\0o\0o\0k\0", "workbook"),
    (b"B\0o\0o\0k\0", "workbook"),
    (b"E\0n\0c\0r\0y\0p\0t\0e\0d\0", "workbook"),  # one with a password
)
_BEGINNINGS: tuple[tuple[bytes, Kind], ...] = (
    (b"{\\rtf", "document"),
    (b"ID;P", "workbook"),  # SYLK
    (b"TABLE\r\n0,1", "workbook"),  # DIF
    (b"TABLE\n0,1", "workbook"),
    (b"\xff\xd8\xff", "picture"),
    (b"\x89PNG", "picture"),
    (b"GIF8", "picture"),
    (b"BM", "picture"),
    (b"II*\0", "picture"),
    (b"MM\0*", "picture"),
    (b"PK\x05\x06", "archive"),
    (b"Rar!", "archive"),
    (b"7z\xbc\xaf", "archive"),
    (b"\x1f\x8b", "archive"),
    (b"[InternetShortcut]", "shortcut"),
    (b"L\0\0\0\x01\x14\x02\0", "shortcut"),
    (b"book\0\0\0\0mark", "shortcut"),
    (b"bplist00", "shortcut"),  # of a Mac: an address, or a file that is still in a cloud
)
_ON_DRIVE = re.compile(rb"\A\{[^{}]*\"doc_id\"|\A\{\s*\"url\"\s*:\s*\"https?://docs\.")
"""What stands in the place of a file that is made on the web: its address."""
_PICTURES = (b"heic", b"heix", b"mif1", b"avif", b"msf1")
_XML_WORKBOOK = (b"office:spreadsheet", b"opendocument.spreadsheet")
_XML_DOCUMENT = (b"office:word", b"opendocument.text", b"package/2006")
_PAGE = re.compile(rb"(?is)\A(?:<!--.*?-->\s*)?<(?:!doctype html|html|head|meta|table|body|style|div)\b")
_MESSAGE = re.compile(rb"\A(?:MIME-Version|From|Return-Path|Received): ", re.IGNORECASE)  # a page or mail, as saved
WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_MOSTLY = 0.5


def foreign(data: bytes) -> Kind | None:
    """Return what a file is that is no plain text, a table or YAML say; None: it may be one, in whatever encoding."""
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data.startswith(_ZIP):
        return next((kind for mark, kind in _PACKED if mark in data), "archive")
    if data.startswith(_OLE):
        return next((kind for name, kind in _STREAMS if name in data), "document")
    head = data[:_LOOKED_AT].removeprefix(codecs.BOM_UTF8).lstrip()
    if known := next((kind for mark, kind in _BEGINNINGS if head.startswith(mark)), None):
        return known if known != "picture" or b"\0" in data else None  # a text may begin with BM
    if data[4:8] == b"ftyp" and data[8:12] in _PICTURES:
        return "picture"
    if _ON_DRIVE.match(head):
        return "shortcut"
    if head.startswith(b"<?xml"):
        return _of_xml(data[: 16 * _LOOKED_AT])
    if _PAGE.match(head) or _MESSAGE.match(head):
        return "page"
    return "binary" if b"\0" in data and not wide(data) else None


def wide(data: bytes) -> str | None:
    """Return how a text is written of which each character takes two bytes, as *Unicode* does in Windows; or None."""
    if data.startswith(WIDE):
        return "utf-16"
    head = data[: min(_LOOKED_AT, len(data) // 2 * 2)]
    for name, blank in (("utf-16-le", head[1::2]), ("utf-16-be", head[::2])):
        if blank.count(0) > max(1, _MOSTLY * len(blank)) and head.count(0) == blank.count(0):
            return name
    return None


def _of_xml(head: bytes) -> Kind | None:
    if any(mark in head for mark in _XML_WORKBOOK):
        return "workbook"
    if any(mark in head for mark in _XML_DOCUMENT):
        return "document"
    if b"<plist" in head and b"<key>URL</key>" in head:
        return "shortcut"
    return "page" if b"<html" in head.lower() else None


def in_words(kind: Kind) -> str:
    """Say what it is: *dit is een werkmap*; the remedy is for whoever wanted another kind of file."""
    return {
        "workbook": _("dit is een werkmap van een rekenprogramma"),
        "document": _("dit is een document van een tekstprogramma, zoals Word of RTF"),
        "page": _("dit is een webpagina"),
        "picture": _("dit is een foto of een scan"),
        "pdf": _("dit is een PDF"),
        "archive": _("dit is een ingepakt bestand, zoals een ZIP"),
        "shortcut": _("dit is een snelkoppeling naar een bestand"),
        "binary": _("dit is geen tekstbestand"),
    }[kind]

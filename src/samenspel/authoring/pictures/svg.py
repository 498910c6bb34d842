"""An SVG: read tag by tag and written anew, with nothing in it that could run, or fetch something from outside."""

import re
from base64 import b64decode
from html import escape
from typing import Final

from samenspel.authoring.pictures.picture import Embedded, PictureError
from samenspel.taal import _, getal

LARGEST: Final = 200_000
"""Bytes; a logo has about a tenth of that."""
_SVG: Final = "http://www.w3.org/2000/svg"
_XLINK: Final = "http://www.w3.org/1999/xlink"
_XML: Final = "http://www.w3.org/XML/1998/namespace"
_RUNS: Final = frozenset({"script", "handler", "listener"})
_PAGES: Final = frozenset({"foreignobject", "iframe", "embed", "object", "audio", "video", "html", "body"})
_ADDRESSES: Final = frozenset({"href", "src"})
_MOVES: Final = frozenset({"set", "animate", "animatemotion", "animatetransform"})
_INSIDE = re.compile(r"#|data:image/(?:png|jpe?g)[;,]", re.IGNORECASE)
_URL = re.compile(r"url\(\s*[\"']?\s*([^\"')]*)", re.IGNORECASE)
_FETCHES = re.compile(r"@import|image-set\(|\bsrc\(", re.IGNORECASE)
_ESCAPED = re.compile(r"\\(?:([0-9a-f]{1,6})\s?|(.))", re.IGNORECASE | re.DOTALL)
_TELLS = (b"Exif\0", b"eXIf", b"ns.adobe.com/xap")
_LARGEST_CODE: Final = 0x10FFFF
_UNTOLD: Final = (300, 150)
"""How large browsers take one that does not say it."""
_LEAST, _MOST = 0.1, 100_000.0


def looks_like_one(raw: bytes) -> bool:
    """Say whether a file is meant as an SVG."""
    head = raw.removeprefix(b"\xef\xbb\xbf").lstrip()
    page = re.match(rb"<(?:!doctype\s+html|html)\b", head, re.IGNORECASE)
    return head.startswith(b"<") and not page and re.search(rb"<(?:[\w.-]+:)?svg\b", raw) is not None


def embedded(raw: bytes) -> Embedded:
    """Return an SVG written anew: without comments, and without what a drawing program keeps in it for itself.

    Raises:
        PictureError: it is too large, is no whole SVG, could run something, or fetches something.
    """
    from xml.parsers import expat

    if len(raw) > LARGEST:
        message = _("Deze SVG is te groot: hooguit {grens} kB mag.").format(grens=getal(LARGEST / 1_000, 0))
        raise PictureError(message, _as_png())
    parser, writer = expat.ParserCreate(namespace_separator=" "), _Writer()
    parser.StartDoctypeDeclHandler = writer.doctype  # so nothing unfolds without end
    parser.StartElementHandler = writer.start
    parser.EndElementHandler = writer.end
    parser.CharacterDataHandler = writer.text
    try:
        parser.Parse(raw, True)  # noqa: FBT003 - expat takes no name there
    except (expat.ExpatError, LookupError, ValueError) as error:
        raise PictureError(_("Deze SVG is niet heel."), _as_png()) from error
    width, height = writer.size
    return Embedded("svg+xml", "".join(writer.made).encode(), width, height, clear=True)


def _as_png() -> str:
    return _("Bewaar het beeld in uw tekenprogramma als PNG, en noem dat bestand.")


class _Writer:
    """Takes the tags of an SVG in order; ``made`` is what is kept of them, ``size`` how wide and high it is."""

    def __init__(self) -> None:
        self.made: list[str] = []
        self.size = _UNTOLD
        self._open: list[str] = []
        self._style = ""
        self._passed_over = 0

    def doctype(self, _name: str, _system: str | None, _public: str | None, inside: int) -> None:
        """Refuse what may hold entities; a line that only says where SVG is described is left out."""
        if inside:
            raise PictureError(_("In deze SVG staat een DOCTYPE met iets erin, en dat mag niet."), _as_png())

    def start(self, full: str, attributes: dict[str, str]) -> None:
        """Take the begin of an element; those of other languages than SVG are passed over, with what is in them."""
        space, _space, name = full.rpartition(" ")
        self._judge(name.lower())
        if not self._open and (space, name) != (_SVG, "svg"):
            raise PictureError(_("Dit is geen SVG."), _as_png())
        if self._passed_over or space != _SVG or name == "metadata":
            self._passed_over += 1
            return
        self._judge_attributes(name.lower(), attributes)
        spaces = "" if self._open else f' xmlns="{_SVG}" xmlns:xlink="{_XLINK}"'
        if not self._open:
            self.size = _size(attributes)
        self._open.append(name)
        kept = "".join(f' {key}="{escape(value)}"' for key, value in map(_named, attributes.items()) if key)
        self.made.append(f"<{name}{spaces}{kept}>")

    def end(self, _full: str) -> None:
        """Take the end of an element."""
        if self._passed_over:
            self._passed_over -= 1
            return
        self.made.append(f"</{self._open[-1]}>")
        if self._open.pop() == "style":
            _see_style(self._style)
            self._style = ""

    def text(self, text: str) -> None:
        """Take text, which may be a style."""
        if not self._passed_over:
            if "style" in self._open:
                self._style += text
            self.made.append(escape(text, quote=False))

    def _judge(self, name: str) -> None:
        """Raise PictureError: an element of this name could run something."""
        if name in _RUNS:
            raise _runs()
        if name in _PAGES:
            raise PictureError(_("In deze SVG zit een stuk van een webpagina."), _as_png())

    def _judge_attributes(self, name: str, attributes: dict[str, str]) -> None:
        """Raise PictureError: this could run or fetch something."""
        for full, value in attributes.items():
            space, _space, key = full.lower().rpartition(" ")
            moved = name in _MOVES and key == "attributename" and value.lower().rpartition(":")[2] in _ADDRESSES
            if key.startswith("on") or moved:
                raise _runs()
            if (key in _ADDRESSES and value.strip()) or (key == "base" and space == _XML.lower()):
                _see_address(value)
            _see_urls(value)
            if key == "style":
                _see_style(value)


def _named(attribute: tuple[str, str]) -> tuple[str, str]:
    """Return an attribute under the name that it gets; none for what only a drawing program reads."""
    full, value = attribute
    space, _space, name = full.rpartition(" ")
    return {"": name, _XLINK: f"xlink:{name}", _XML: f"xml:{name}"}.get(space, ""), value


def _runs() -> PictureError:
    return PictureError(_("In deze SVG zit een script. Dat kan kwaad."), _as_png())


def _see_style(text: str) -> None:
    plain = _plain(text)
    if _FETCHES.search(plain):
        raise _outside()
    _see_urls(plain)


def _see_urls(text: str) -> None:
    if "(" in text:
        for found in _URL.finditer(_plain(text)):
            _see_address(found[1])


def _plain(text: str) -> str:
    """Return a style with its escapes written out, which could hide a word."""
    return _ESCAPED.sub(lambda found: _character(found[1]) if found[1] else found[2], text)


def _character(code: str) -> str:
    number = int(code, 16)
    return chr(number) if number <= _LARGEST_CODE else ""


def _see_address(value: str) -> None:
    """Raise PictureError: this is no part of the SVG itself, or a photo in it tells more than it shows."""
    address = value.strip()
    if not _INSIDE.match(address):
        raise _outside()
    if not address.startswith("#"):
        try:
            held = b64decode(address.partition(",")[2])
        except ValueError:
            raise _outside() from None
        if any(mark in held for mark in _TELLS):
            raise PictureError(_("In deze SVG zit een foto die nog zegt waar of wanneer die is gemaakt."), _as_png())


def _outside() -> PictureError:
    return PictureError(
        _("Deze SVG verwijst naar iets buiten het beeld, zoals een webadres of een lettertype."), _as_png()
    )


def _size(attributes: dict[str, str]) -> tuple[int, int]:
    """Return how wide and high an SVG is, as far as it says it."""
    box = re.findall(r"-?\d*\.?\d+", attributes.get("viewBox", ""))[2:4]
    sides = box or [attributes.get(side, "") for side in ("width", "height")]
    numbers = [re.match(r"\s*(\d+(?:\.\d*)?|\.\d+)(?!.*%)", side) for side in sides]
    told = [float(one[1]) for one in numbers if one]
    if len(told) != len(_UNTOLD) or not all(_LEAST <= side <= _MOST for side in told):
        return _UNTOLD
    scale = max(1.0, 100 / min(told))
    return round(told[0] * scale), round(told[1] * scale)

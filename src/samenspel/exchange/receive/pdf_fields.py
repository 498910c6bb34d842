"""A PDF of unknown making → what was filled in, and what else a person may have put on it; or why it cannot be read.

A form is looked at from both sides: the tree of fields, and the boxes that stand on its pages. Programs that fill in a
form keep the one, the other, or both; what either of them holds was filled in.
"""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from msgspec import Struct

from samenspel.exchange.receive.pdf_objects import PdfObjects, Stream
from samenspel.exchange.receive.pdf_tokens import PdfError, PdfName, Ref, TooMuchError, Word, Work, is_end, value
from samenspel.taal import _

_DEEPEST: Final = 8
_LONGEST_NAME: Final = 500
_LONGEST_TEXT: Final = 100_000
"""Bytes of one answer: more than twenty times what fits."""
_PAGES_LOOKED_AT: Final = 50
_NO_WRITING: Final = frozenset({"/Widget", "/Link", "/Popup", "/PrinterMark", "/TrapNet"})
"""What stands on a page and is no note or drawing of a person."""
_HIDDEN: Final = 2
_PICTURE = re.compile(rb"\x89PNG|\xff\xd8\xff|II\*\0|MM\0\*|GIF8|RIFF|.{4}ftyp(?:hei|mif)", re.DOTALL)
_PAINTS = re.compile(rb"(?<=[\s)>\]])(?:T[jJ]|['\"]|Do|EI|sh|[SsFfBb]\*?)(?=[\s/(\[<]|\Z)")
"""What puts a text, a line or a picture on a page."""
_PACKED_PICTURE = re.compile(rb"/(?:DCTDecode|JPXDecode|JBIG2Decode|CCITTFaxDecode)\b|/Subtype\s*/Image\b")
SCAN: Final = _(
    "dit is een foto of een scan. Dat kan samenspel niet lezen. Typ de antwoorden over in een rekenprogramma."
)
HOLDS_FILES: Final = _("in deze PDF zitten andere bestanden. Haal ze eruit, en geef elk formulier als een eigen PDF.")
_BUTTON, _TEXT, _OFF = "/Btn", "/Tx", "/Off"
_SHOW: Final = frozenset({"Tj", "TJ", "'", '"'})
"""What shows the text before it, in a drawing."""
_CODES: Final = {b"\xfe\xff": "utf-16-be", b"\xff\xfe": "utf-16-le", b"\xef\xbb\xbf": "utf-8"}
_TAG = re.compile("<[^>]*+>")
_LANGUAGE = re.compile("\x1b[^\x1b]{0,20}\x1b")
_PDF_LETTERS: Final = dict(
    zip([*range(0x18, 0x20), *range(0x80, 0x9F), 0xA0], "˘ˇˆ˙˝˛˚˜•†‡…—–ƒ⁄‹›−‰„“”‘’‚™ﬁﬂŁŒŠŸŽıłœšž€", strict=True)
)
"""The letters that the code of a PDF has where Latin-1 has none."""
_USUAL_IN_UTF_8 = re.compile("[\0-\x7f\xa0-\u017f\u2010-\u2026€]*+")
_USUAL_IN_PDF = re.compile("[\0-\x7fÀ-ÂÈ-ÏÒ-ÖÙ-Üß-ïñ-öø-ÿ‘’“”„‹›«»–—…•€]*+")
"""What is likely in a text that can be read in both codes: ``hé”…`` in that of a PDF is one odd sign in UTF-8."""
_Node = dict[str, object]

Fields = dict[str, tuple[str, ...]]
"""The name of a field → its answers: none, one, or all that contradict each other."""


class FilledIn(Struct, frozen=True):
    """What was found in a PDF that has fields.

    Attributes:
        fields: what was filled in.
        page_count: how many pages there are.
        pages: on which pages a field stands, counted from 1.
        times: how often the tree of fields has a field of this name.
        odd: the fields that hold something which is no answer: a signature, a text that cannot be read.
        unsaved: the fields that show a text which is not in them.
        written_on: the pages with a drawing or a note.
        painted: of each page how many texts, lines and pictures stand on it, beside its fields.
        in_parts: the pages on which these come in parts, as when something was added later.
        holds_files: there are other files in it.
        converted: it was made into a form of another kind (XFA), which holds its answers elsewhere.
    """

    fields: Fields
    page_count: int
    pages: dict[str, frozenset[int]]
    times: dict[str, int]
    odd: frozenset[str]
    unsaved: frozenset[str]
    written_on: tuple[int, ...]
    painted: tuple[int, ...]
    in_parts: tuple[int, ...]
    holds_files: bool
    converted: bool


def read_fields(data: bytes, work: Work | None = None) -> FilledIn:
    """Return what was filled in, in a PDF.

    Args:
        data: the file.
        work: what it may cost; it counts on, so that the caller knows what it did cost.

    Raises:
        PdfError: it is no PDF, no form, damaged, locked, or too much.
    """
    if _PICTURE.match(data):
        raise PdfError(SCAN)
    if b"%PDF-" not in data[:1024]:
        raise PdfError(_("dit is geen PDF. Geef het formulier zelf, zoals het is opgeslagen."))
    work = work or Work()
    return _Reading(PdfObjects(data, work), work).filled_in()


def looks_scanned(beginning: bytes) -> bool:
    """Say whether a file that begins so is a PDF of pictures, or a picture."""
    pdf = b"%PDF-" in beginning[:1024] and b"/AcroForm" not in beginning
    return bool(_PICTURE.match(beginning) or (pdf and _PACKED_PICTURE.search(beginning)))


class _Reading:
    """A PDF under way: what its tree of fields says, then what its pages say."""

    def __init__(self, file: PdfObjects, work: Work) -> None:
        self._file, self._work = file, work
        self._answers: dict[str, list[str]] = {}
        self._pages: dict[str, set[int]] = {}
        self._times: Counter[str] = Counter()
        self._odd: set[str] = set()
        self._numbered: set[str] = set()
        self._left_over: set[str] = set()
        self._placed: dict[int, tuple[str, object]] = {}
        self._rooms: list[tuple[str, dict[str, object]]] = []
        self._written_on: list[int] = []
        self._holds_files = False

    def filled_in(self) -> FilledIn:
        """Look at the tree of fields, and then at the pages."""
        root = self._file.root
        form = self._file.dictionary(root.get("/AcroForm"))
        self._tree(self._file.elements(form.get("/Fields")))
        pages = tuple(self._pages_of(root))
        for number, page in enumerate(pages, start=1):
            for one in self._file.elements(page.get("/Annots")):
                self._work.read(1)
                self._on_page(one, number)
        self._holds_files = self._holds_files or self._has_files(root)
        if not self._answers:
            raise self._no_fields(pages)
        parts = [self._parts(page) for page in pages]
        fields = {name: tuple(dict.fromkeys(found)) for name, found in self._answers.items()}
        return FilledIn(
            fields=fields,
            page_count=len(pages),
            pages={name: frozenset(found) for name, found in self._pages.items()},
            times=dict(self._times),
            odd=frozenset(
                self._odd
                | {name for name in self._numbered if fields.get(name)}
                | {name for name in self._left_over if not fields.get(name)}
            ),
            unsaved=frozenset(name for name, room in self._rooms if not fields.get(name) and self._shows_text(room)),
            written_on=tuple(self._written_on),
            painted=tuple(map(self._painted, parts)),
            in_parts=tuple(number for number, found in enumerate(parts, start=1) if len(found) > 1),
            holds_files=self._holds_files,
            converted=self._file.get(form.get("/XFA")) is not None,
        )

    # The tree of fields. ----------------------------------------------------------------------------------------------

    def _tree(self, fields: list[object]) -> None:
        above: list[tuple[object, tuple[str, ...], object]] = [(one, (), None) for one in reversed(fields)]
        while above:
            what, names, kind = above.pop()
            self._work.read(1)
            node = self._file.dictionary(what)
            if not node or _place(what, node) in self._placed:
                continue
            names, kind = self._below(node, names, kind)
            name = self._joined(names)
            self._times[name] += "/T" in node
            self._take(what, node, name, kind)
            above += [(one, names, kind) for one in reversed(self._file.elements(node.get("/Kids")))]

    def _below(self, node: _Node, names: tuple[str, ...], kind: object) -> tuple[tuple[str, ...], object]:
        """Return the names on the way to a field, its own the last, and its kind: of itself, or else of those above."""
        own = self._file.get(node.get("/T"))
        if isinstance(own, bytes):
            if len(own) > _LONGEST_NAME or len(names) >= _DEEPEST:
                raise TooMuchError
            # A program that makes a box into a field of its own gives it the field's name once more.
            names = names if names[-1:] == ((text := _decoded(own) or repr(own)),) else (*names, text)
        return names, self._file.get(node.get("/FT")) or kind

    def _joined(self, names: tuple[str, ...]) -> str:
        name = ".".join(names)
        self._work.read(len(name) // 16)
        return name

    def _take(self, what: object, node: _Node, name: str, kind: object) -> None:
        """Take what a field, or one of its boxes, holds."""
        self._placed[_place(what, node)] = name, kind
        found = [one for one in self._held(node, name, kind) if one]
        state = self._file.get(node.get("/AS"))
        if "/T" not in node and isinstance(state, PdfName) and found:
            # What a box shows counts; a value of its own may be left from before. If that is all there is, it is told.
            self._left_over.add(name)
            found = []
        if kind != _TEXT and isinstance(state, PdfName) and state != _OFF:
            found.append(state.bare)
        if name or found:
            self._answers.setdefault(name, []).extend(found)
        if kind == _BUTTON and self._file.elements(node.get("/Opt")):
            self._numbered.add(name)  # its boxes are called 0, 1, 2, which could be taken for answers

    def _held(self, node: _Node, name: str, kind: object) -> Iterator[str]:
        """Give the answers in a field's value, as texts."""
        held = self._file.get(node.get("/V"))
        for one in held if isinstance(held, list) else [held]:
            self._work.read(1)
            found = self._file.get(one)
            text = self._text(found)
            if text is None:
                self._odd.add(name)
            elif kind != _BUTTON:
                yield text
            elif f"/{text.removeprefix('/')}" != _OFF:  # a box's answer is a name; some programs write it as a text
                yield text.removeprefix("/")
        styled = self._text(self._file.get(node.get("/RV"))) if held is None else ""
        if styled is None or _TAG.sub("", styled).strip():  # it is shown, and not in the value
            self._odd.add(name)

    def _text(self, found: object) -> str | None:
        """Return an answer as a text; None: it is no answer."""
        match found:
            case None:
                return ""
            case Stream():
                return self._decoded(self._file.unpacked(found))
            case bytes():
                return self._decoded(found)
            case PdfName():
                return found.bare
            case int() | float() if not isinstance(found, bool):
                return str(found)
            case _:
                return None

    def _decoded(self, text: bytes) -> str | None:
        self._work.read(len(text) // 4)
        if len(text) > _LONGEST_TEXT:
            raise TooMuchError
        return _decoded(text)

    # The pages, and what stands on them. ------------------------------------------------------------------------------

    def _pages_of(self, root: _Node) -> Iterator[_Node]:
        above, met = [root.get("/Pages")], set()
        while above:
            self._work.read(1)
            what = above.pop()
            node = self._file.dictionary(what)
            if not node or _place(what, node) in met:
                continue
            met.add(_place(what, node))
            if "/Kids" in node:
                above += reversed(self._file.elements(node["/Kids"]))
            else:
                yield node

    def _parts(self, page: _Node) -> list[Stream]:
        """Return what is drawn on a page, beside its fields: one stream, or several that go on where the last ended."""
        held = self._file.get(page.get("/Contents"))
        found = [self._file.get(one) for one in (held if isinstance(held, list) else [held])]
        self._work.read(len(found))
        return [one for one in found if isinstance(one, Stream)]

    def _painted(self, parts: list[Stream]) -> int:
        try:
            drawing = b"\n".join(map(self._file.unpacked, parts))
        except TooMuchError:
            raise
        except PdfError:  # it is packed in some other way, which is no harm
            return 0
        self._work.read(len(drawing) // 64)
        return sum(1 for _found in _PAINTS.finditer(drawing))

    def _on_page(self, what: object, page: int) -> None:
        """Look at something that stands on a page: a box, or what a person added."""
        node = self._file.dictionary(what)
        sort, flags = (self._file.get(node.get(key)) for key in ("/Subtype", "/F"))
        hidden = isinstance(flags, int) and flags & _HIDDEN
        if sort == "/Widget" or (sort is None and node):
            self._box(what, node, page)
        elif sort == "/FileAttachment":
            self._holds_files = True
        elif node and sort not in _NO_WRITING and not hidden and page not in self._written_on[-1:]:
            self._written_on.append(page)

    def _box(self, what: object, node: _Node, page: int) -> None:
        chain = [(what, node)]
        while above := self._file.dictionary(chain[-1][1].get("/Parent")):
            if len(chain) > _DEEPEST:
                raise TooMuchError
            chain.append((chain[-1][1].get("/Parent"), above))
        names: tuple[str, ...] = ()
        kind: object = None
        for one, above in reversed(chain):
            names, kind = self._below(above, names, kind)
            if _place(one, above) not in self._placed:
                self._take(one, above, self._joined(names), kind)
        by_tree, kind = self._placed[_place(what, node)]
        by_page = self._joined(names)
        if by_page and by_page != by_tree:  # the two sides disagree: then it holds its answer under both names
            self._take(what, node, by_page, kind)
        for name in {by_tree, by_page}:
            self._pages.setdefault(name, set()).add(page)
        if kind == _TEXT:
            self._rooms.append((by_tree, node))

    def _shows_text(self, room: _Node) -> bool:
        """Say whether a text can be read in a room to write, whatever is in the field."""
        shown = self._file.get(self._file.dictionary(room.get("/AP")).get("/N"))
        if not isinstance(shown, Stream):
            return False
        try:
            drawing, at, before = self._file.unpacked(shown), 0, None
            while not is_end(drawing, at):
                found, at = value(drawing, at, self._work)
                if isinstance(found, Word) and found in _SHOW and _is_text(before):
                    return True
                before = found
        except TooMuchError:
            raise
        except PdfError:  # it is drawn in some other way, which is no harm
            return False
        return False

    # A PDF without fields. --------------------------------------------------------------------------------------------

    def _has_files(self, root: _Node) -> bool:
        files = self._file.dictionary(self._file.dictionary(root.get("/Names")).get("/EmbeddedFiles"))
        lists = (files.get("/Names"), files.get("/Kids"), root.get("/AF"))
        return "/Collection" in root or any(self._file.elements(one) for one in lists)

    def _no_fields(self, pages: tuple[_Node, ...]) -> PdfError:
        if self._holds_files:
            return PdfError(HOLDS_FILES)
        if pages and all(self._is_picture(page) for page in pages[:_PAGES_LOOKED_AT]):
            return PdfError(SCAN)
        return PdfError(
            _(
                "hier zitten geen invulvelden (meer) in. Is het via ‘Afdrukken’ opgeslagen? Vul het formulier opnieuw "
                "in en kies ‘Opslaan’, of typ de antwoorden over in een CSV-bestand."
            ),
            other=True,
        )

    def _is_picture(self, page: _Node) -> bool:
        for _turn in range(_DEEPEST):
            if "/Resources" in page:
                break
            page = self._file.dictionary(page.get("/Parent"))
        drawn = self._file.dictionary(self._file.dictionary(page.get("/Resources")).get("/XObject"))
        streams = (self._file.get(one) for one in drawn.values())
        return any(isinstance(one, Stream) and one.about.get("/Subtype") == "/Image" for one in streams)


def _place(what: object, node: _Node) -> int:
    """Return what tells one dictionary from another."""
    return what.number if isinstance(what, Ref) else -id(node)


def _is_text(shown: object) -> bool:
    parts = shown if isinstance(shown, list) else [shown]
    return any(isinstance(one, bytes) and one.strip(b"\0\t\n\f\r ") for one in parts)


def _decoded(text: bytes) -> str | None:
    """Return a text as its letters; None: it is damaged."""
    try:
        for mark, code in _CODES.items():
            if text.startswith(mark):
                return _LANGUAGE.sub("", text.removeprefix(mark).decode(code))
    except UnicodeDecodeError:
        return None
    in_pdf = text.decode("latin-1").translate(_PDF_LETTERS)
    try:
        in_utf_8 = text.decode()  # what some programs write, without saying so
    except UnicodeDecodeError:
        return in_pdf
    by_chance = not _USUAL_IN_UTF_8.fullmatch(in_utf_8) and _USUAL_IN_PDF.fullmatch(in_pdf)
    return in_pdf if by_chance else in_utf_8

"""How the paper looks, in one place: the embedded fonts, measures, colours and text styles."""

from functools import cache
from html import escape
from importlib.resources import as_file, files

from msgspec import Struct, structs
from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase.pdfmetrics import getFont, registerFont, registerFontFamily
from reportlab.pdfbase.ttfonts import TTFont

from samenspel.taal import _

REGULAR, BOLD = "DejaVuSans", "DejaVuSans-Bold"
UNKNOWN = "□"
"""What stands for a character that the fonts lack, such as an emoji."""
UNKNOWN_SAID = _("{teken} staat voor een teken dat niet in een PDF kan, zoals een emoji.").format(teken=UNKNOWN)
"""Said at the end of whatever has one."""


@cache
def register() -> None:
    """Make the fonts known to reportlab; a second call does nothing."""
    for name in (REGULAR, BOLD):
        with as_file(files("samenspel.report.fonts") / f"{name}.ttf") as path:
            registerFont(TTFont(name, str(path)))
    registerFontFamily(REGULAR, normal=REGULAR, bold=BOLD, italic=REGULAR, boldItalic=BOLD)


def shown(text: str) -> str:
    """Return ``text`` with a box in place of every character that one of the fonts lacks; line ends stay."""
    drawable = _drawable()
    return text if drawable.issuperset(text) else "".join(c if c in drawable else UNKNOWN for c in text)


def lacking(told: object) -> bool:
    """Say whether a text in ``told``, which may hold others, has a character that is shown as a box."""
    if isinstance(told, str):
        return not _drawable().issuperset(told)
    parts = structs.astuple(told) if isinstance(told, Struct) else told if isinstance(told, tuple) else ()
    return any(map(lacking, parts))


def markup(text: str) -> str:
    """Return plain ``text`` as the markup of a reportlab Paragraph: nothing in it is read as markup."""
    return escape(shown(text), quote=False).replace("\n", "<br/>")


@cache
def _drawable() -> frozenset[str]:
    register()
    faces = [set(getFont(name).face.charToGlyph) for name in (REGULAR, BOLD)]
    # reportlab writes characters beyond the basic plane so that whoever copies them from the PDF gets others.
    legible = set(range(0x20, 0x7F)) | set(range(0xA0, 0x10000))
    return frozenset(map(chr, legible.intersection(*faces))) | {"\n"}


PAGE = A4
LEFT = RIGHT = 23 * mm
TOP, BOTTOM = 20 * mm, 23 * mm
WIDTH = PAGE[0] - LEFT - RIGHT
HEIGHT = PAGE[1] - TOP - BOTTOM

OWN_FONT = ("FONTNAME", (0, 0), (-1, -1), REGULAR)
"""In the style of every grid: reportlab names a font for its cells, and of itself Helvetica, which is not embedded."""

INK = HexColor("#1C2733")
SOFT = HexColor("#55626E")
LINE = HexColor("#C5CED6")
PALE = HexColor("#F1F5F8")
ACCENT = HexColor("#00507D")
WHITE = HexColor("#FFFFFF")
BLACK = HexColor("#000000")

_BASE = {"fontName": REGULAR, "fontSize": 10, "leading": 14, "textColor": INK, "spaceAfter": 6}
_BIG = {"fontName": BOLD, "fontSize": 16, "leading": 20, "textColor": ACCENT}
_BOX = {"backColor": PALE, "borderPadding": (6, 9, 7, 9), "leftIndent": 9, "rightIndent": 9}
_BULLET = {"bulletIndent": 1, "bulletFontName": REGULAR, "bulletFontSize": 10}
_SMALL = {"fontSize": 8.5, "leading": 12, "textColor": SOFT}

STYLES: dict[str, dict[str, object]] = {
    "title": {**_BIG, "fontSize": 20, "leading": 25, "spaceAfter": 2},
    "subtitle": {"fontSize": 10.5, "textColor": SOFT, "spaceAfter": 4},
    "heading1": {**_BIG, "spaceBefore": 26, "spaceAfter": 8},
    "heading2": {"fontName": BOLD, "fontSize": 12, "leading": 16, "spaceBefore": 12, "spaceAfter": 5},
    "heading3": {"fontName": BOLD, "spaceBefore": 6, "spaceAfter": 2},
    "body": {},
    "small": {**_SMALL, "fontSize": 8, "spaceAfter": 4},
    "notice": {**_BOX, "spaceBefore": 11, "spaceAfter": 12},
    "bullet": {"leftIndent": 12, "spaceAfter": 3, **_BULLET},
    "caption": {"fontName": BOLD, "spaceBefore": 8, "spaceAfter": 3},
    "head": {**_SMALL, "fontName": BOLD, "fontSize": 8, "spaceAfter": 0},
    "cell": {"leading": 13, "spaceAfter": 0},
    "column-head": {"fontName": BOLD, "spaceAfter": 0},
    "column": {"leading": 13, "spaceAfter": 4},
    "label": {**_SMALL, "fontName": BOLD, "spaceAfter": 2},
    "card-title": {"fontName": BOLD, "fontSize": 12, "leading": 16, "spaceAfter": 3, "textColor": ACCENT},
    "card": {"leading": 13, "spaceAfter": 5},
    "card-bullet": {"leading": 13, "leftIndent": 12, "spaceAfter": 2, **_BULLET},
    "card-small": {"leading": 13, "textColor": SOFT, "spaceAfter": 5},
    "step": {**_BOX, "leading": 13, "spaceBefore": 11, "spaceAfter": 12},
    "sheet-title": {**_BIG, "spaceAfter": 8},
    "sheet-heading": {"fontName": BOLD, "fontSize": 11, "leading": 15, "spaceBefore": 12, "spaceAfter": 5},
    "question": {"spaceBefore": 8, "spaceAfter": 0},
    "asked": {"fontName": BOLD, "spaceBefore": 7, "spaceAfter": 2},
    "asked-help": {"fontSize": 8.5, "leading": 12, "spaceAfter": 3},
    "tick": {"leftIndent": 19, "spaceAfter": 4, **_BULLET, "bulletFontSize": 12},
}


@cache
def style(name: str) -> ParagraphStyle:
    """Return a text style by its name."""
    return ParagraphStyle(name, **(_BASE | STYLES[name]))

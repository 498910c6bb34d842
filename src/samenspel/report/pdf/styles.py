"""How the paper looks: measures, colours and text styles, in one place."""

from functools import cache

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm

from samenspel.report.pdf.fonts import BOLD, REGULAR

PAGE = A4
LEFT = RIGHT = 23 * mm
TOP, BOTTOM = 20 * mm, 23 * mm
WIDTH = PAGE[0] - LEFT - RIGHT
HEIGHT = PAGE[1] - TOP - BOTTOM

INK = HexColor("#1C2733")
SOFT = HexColor("#55626E")
LINE = HexColor("#C5CED6")
PALE = HexColor("#F1F5F8")
ACCENT = HexColor("#00507D")
WHITE = HexColor("#FFFFFF")
BLACK = HexColor("#000000")

_BASE = {"fontName": REGULAR, "fontSize": 9.5, "leading": 14, "textColor": INK, "spaceAfter": 6}
_BIG = {"fontName": BOLD, "fontSize": 16, "leading": 20, "textColor": ACCENT}
_BOX = {"backColor": PALE, "borderPadding": (6, 9, 7, 9), "leftIndent": 9, "rightIndent": 9}
_BULLET = {"bulletIndent": 1, "bulletFontName": REGULAR, "bulletFontSize": 9.5}
_CARD = {"fontSize": 9, "leading": 13}
_SMALL = {"fontSize": 8.5, "leading": 12, "textColor": SOFT}

_STYLES: dict[str, dict[str, object]] = {
    "title": {**_BIG, "fontSize": 20, "leading": 25, "spaceAfter": 2},
    "subtitle": {"fontSize": 10.5, "textColor": SOFT, "spaceAfter": 4},
    "heading1": {**_BIG, "spaceBefore": 26, "spaceAfter": 8},
    "heading2": {"fontName": BOLD, "fontSize": 12, "leading": 16, "spaceBefore": 12, "spaceAfter": 5},
    "heading3": {"fontName": BOLD, "spaceBefore": 6, "spaceAfter": 2},
    "body": {},
    "small": {**_SMALL, "fontSize": 8, "spaceAfter": 4},
    "notice": {**_BOX, "spaceBefore": 13, "spaceAfter": 15},
    "bullet": {"leftIndent": 12, "spaceAfter": 3, **_BULLET},
    "caption": {"fontName": BOLD, "spaceBefore": 8, "spaceAfter": 3},
    "head": {**_SMALL, "fontName": BOLD, "fontSize": 8, "spaceAfter": 0},
    "cell": {"fontSize": 8.5, "leading": 11.5, "spaceAfter": 0},
    "label": {**_SMALL, "fontName": BOLD, "spaceAfter": 2},
    "card-title": {"fontName": BOLD, "fontSize": 12, "leading": 16, "spaceAfter": 3, "textColor": ACCENT},
    "card": {**_CARD, "spaceAfter": 5},
    "card-bullet": {**_CARD, "leftIndent": 12, "spaceAfter": 2, **_BULLET},
    "card-small": {**_SMALL, "spaceBefore": 3},
    "step": {**_CARD, **_BOX, "spaceBefore": 11, "spaceAfter": 12},
    "sheet-title": {**_BIG, "spaceAfter": 8},
    "sheet-heading": {"fontName": BOLD, "fontSize": 11, "leading": 15, "spaceBefore": 12, "spaceAfter": 5},
    "question": {"spaceBefore": 8, "spaceAfter": 0},
    "asked": {"fontName": BOLD, "spaceBefore": 7, "spaceAfter": 2},
    "asked-help": {"fontSize": 8.5, "leading": 12, "spaceAfter": 3},
    "tick": {"fontSize": 9, "leading": 13, "leftIndent": 19, "spaceAfter": 4, **_BULLET, "bulletFontSize": 12},
}


@cache
def style(name: str) -> ParagraphStyle:
    """Return a text style by its name."""
    return ParagraphStyle(name, **(_BASE | _STYLES[name]))

"""The embedded fonts, registered once, and the characters that they can show."""

from functools import cache
from html import escape
from importlib.resources import as_file, files

from reportlab.pdfbase.pdfmetrics import getFont, registerFont, registerFontFamily
from reportlab.pdfbase.ttfonts import TTFont

REGULAR, BOLD = "DejaVuSans", "DejaVuSans-Bold"
UNKNOWN = "□"
"""What stands for a character that the fonts lack, such as an emoji."""


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

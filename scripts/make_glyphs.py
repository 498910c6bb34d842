"""Write which code points the report font covers: run after changing the font, from the top of the repository."""

import json
from itertools import groupby
from pathlib import Path

from reportlab.pdfbase.ttfonts import TTFontFile

from samenspel.authoring.problems import is_invisible

ROOT = Path(__file__).parents[1]
FONTS = ROOT / "src/samenspel/report/fonts"
BASIC_PLANE = 0xFFFF
TABLE = ROOT / "src/samenspel/authoring/glyphs.json"


def covered(font: Path) -> set[int]:
    """Return the code points for which the font has a real glyph (0 is the box for a missing one).

    Beyond the basic plane there are none for us: reportlab writes another text there than what is seen.
    """
    return {code for code, glyph in TTFontFile(str(font)).charToGlyph.items() if glyph and code <= BASIC_PLANE}


def ranges(codes: set[int]) -> list[list[int]]:
    """Return the first and last of each unbroken run of code points, ascending."""
    runs = [list(run) for _gap, run in groupby(enumerate(sorted(codes)), key=lambda pair: pair[1] - pair[0])]
    return [[run[0][1], run[-1][1]] for run in runs]


def table() -> str:
    """Return the table as JSON: what all faces of the report font cover and a reader can see."""
    common = set.intersection(*(covered(font) for font in sorted(FONTS.glob("*.ttf"))))
    return json.dumps(ranges({code for code in common if not is_invisible(chr(code))})) + "\n"


if __name__ == "__main__":
    TABLE.write_text(table(), encoding="utf-8", newline="\n")

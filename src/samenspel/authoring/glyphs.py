"""Which characters the report font can show, without reading the font.

``glyphs.json`` holds the ranges of code points that every face of the report font (regular, bold) covers.
``scripts/make_glyphs.py`` writes it; a test compares it with the fonts.
"""

import json
from functools import cache
from pathlib import Path


def in_report_font(text: str) -> bool:
    """Say whether the report font has a glyph for every character of ``text``; a line end is no glyph."""
    return _covered().issuperset(text)


@cache
def _covered() -> frozenset[str]:
    """Return the characters with a glyph that can be seen (spaces included, soft hyphens and bidi marks not)."""
    ranges = json.loads(Path(__file__).with_name("glyphs.json").read_text(encoding="utf-8"))
    return frozenset(chr(code) for first, last in ranges for code in range(first, last + 1))

"""The table of characters that the report font shows: equal to the fonts, and right on known cases."""

import runpy
from pathlib import Path

import pytest

from samenspel.authoring.texts import in_report_font

ROOT = Path(__file__).parents[2]


def test_the_table_is_what_the_fonts_cover():
    script = runpy.run_path(str(ROOT / "scripts" / "make_glyphs.py"))
    assert script["TABLE"].read_text(encoding="utf-8") == script["table"]()


@pytest.mark.parametrize("text", ["", "Eén reünie, naïef – ‘ja’ „nee’ … € ½", "→ ✓ ● ▲ ○ □ ≥ × Ĳ ĳ", "ŠšŽž ąęł İı ğş"])
def test_texts_that_the_report_can_show(text):
    assert in_report_font(text)


@pytest.mark.parametrize("text", ["🦄", "中", "a\u202eb", "a\u00adb", "\t", "\ue000", "\x00", "\ufffe"])
def test_texts_that_it_cannot_show(text):
    assert not in_report_font(text)

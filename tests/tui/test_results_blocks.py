"""Every block of a report can be shown on the screen, and what it says is there as plain text."""

from textual.app import App, ComposeResult
from textual.widgets import Static

from samenspel.report import document as d
from samenspel.tui.widgets.blocks import widgets

HOSTILE = "[/] <b>"
BLOCKS = (
    d.Heading(1, f"kop {HOSTILE}"),
    d.Heading(2, f"tussenkop {HOSTILE}"),
    d.Paragraph(f"alinea {HOSTILE}"),
    d.Notice(f"let op {HOSTILE}"),
    d.Bullets((f"punt {HOSTILE}",)),
    d.Facts(((f"naam {HOSTILE}", f"waarde {HOSTILE}"),)),
    d.ScoreChart("score", f"zin {HOSTILE}", (d.ScoreRow(f"rij {HOSTILE}", 2.0, None, "laag"),), ((1.0, "laag"),)),
    d.ShareChart("deel", f"deelzin {HOSTILE}", ((f"balk {HOSTILE}", 1, 2),)),
    d.Table(f"tabel {HOSTILE}", ("hoofd a", "hoofd b"), ((f"cel {HOSTILE}", "cel b"),), (2, 1)),
    d.AdviceCard("advies", "wat", (f"reden {HOSTILE}",), "studie", "stap", (("Wie", "u"),), "blad"),
    d.WorksheetPage(
        "werkblad",
        "inleiding",
        (d.SheetPart("deel", "uitleg", (f"vinkje {HOSTILE}",), ("vraag",), ("wat", "wie"), (("eerste", ""),)),),
    ),
)
WORDS = (
    *(
        "kop",
        "tussenkop",
        "alinea",
        "let op",
        "punt",
        "naam",
        "waarde",
        "zin",
        "rij",
        "deelzin",
        "balk",
        "tabel",
        "cel",
    ),
    *("reden", "vinkje"),
)


class Blocks(App[None]):
    def compose(self) -> ComposeResult:
        assert {type(block) for block in BLOCKS} == set(d.Block.__args__)
        yield from widgets(BLOCKS)


async def test_every_block_is_shown_as_plain_text():
    app = Blocks()
    async with app.run_test(size=(100, 120)):
        shown = "\n".join(strip.text for strip in app.screen._compositor.render_strips(app.size))
        for word in WORDS:
            assert f"{word} {HOSTILE}" in shown
        for word in ("hoofd b", "cel b", "studie", "stap", "blad", "inleiding", "uitleg", "vraag", "wie", "eerste"):
            assert word in shown
        assert app.query(Static)

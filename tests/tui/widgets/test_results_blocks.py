"""Every block of a report can be shown on the screen, and what it says is there as plain text."""

from collections.abc import Iterable

from textual.widget import Widget

from samenspel.report import document as d
from samenspel.tui.kit.screen import ReadingScreen
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
    d.Beside(d.SideList(f"links {HOSTILE}", (f"laag {HOSTILE}",)), d.SideList("", (f"hoog {HOSTILE}",))),
    d.ShareChart("deel", f"deelzin {HOSTILE}", ((f"balk {HOSTILE}", 1, 2),)),
    d.GapChart(
        "verschil",
        f"verschilzin {HOSTILE}",
        (f"kant {HOSTILE}", "kant b"),
        (d.GapRow(f"lijn {HOSTILE}", (None, 2.0), (f"omdat {HOSTILE}", ""), 2.5, f"gat {HOSTILE}", "x"),),
        "allen",
    ),
    d.SpreadChart(
        "spreiding",
        f"spreidzin {HOSTILE}",
        (d.SpreadRow(f"stelling {HOSTILE}", (1, 0, 2, 0, 3), 1, f"gezegd {HOSTILE}"),),
        (f"label {HOSTILE}", "b", "c", "d", "e"),
        "weet niet",
    ),
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
    *("links", "laag", "hoog"),
    *("reden", "vinkje", "verschilzin", "kant", "lijn", "omdat", "gat", "spreidzin", "stelling", "gezegd", "label"),
)


class BlocksScreen(ReadingScreen):
    def compose_page(self) -> Iterable[Widget]:
        yield from widgets(BLOCKS)


async def test_every_block_is_shown_as_plain_text(app_for, seen):
    assert {type(block) for block in BLOCKS} == set(d.Block.__args__)
    app = app_for()
    async with app.run_test(size=(100, 120)) as pilot:
        await app.push_screen(BlocksScreen())
        await pilot.pause()
        shown = seen(app)
        for word in WORDS:
            assert f"{word} {HOSTILE}" in shown
        for word in ("hoofd b", "cel b", "studie", "stap", "blad", "inleiding", "uitleg", "vraag", "wie", "eerste"):
            assert word in shown

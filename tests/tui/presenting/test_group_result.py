"""A group's result given in the app: opened from its workshop, page by page, and back to where it was opened."""

from msgspec.structs import replace
from talker import Table, opened, place

from samenspel.report.groups.slides import group_deck
from samenspel.storage.selftests import SelfTests
from samenspel.tui.app import SamenspelApp
from samenspel.tui.kit.screen import Body
from samenspel.tui.navigation import Workshop
from samenspel.tui.presenting.group_result import GroupResultScreen
from samenspel.tui.workshop.close import CloseScreen


async def test_it_opens_from_the_workshop_is_given_and_leads_back(tmp_path, real, seen):
    table = Table(tmp_path, real)
    table.next_wave()
    kept = table.wave(2)
    async with (app := table.app()).run_test(size=(80, 24)) as pilot:
        await opened(pilot, table, 2)
        app.navigator.replace(Workshop(table.stored.id, 2, "afsluiten"))
        await pilot.pause()
        await pilot.press("5")
        assert isinstance(app.screen, GroupResultScreen)
        pages = app.screen.show_.deck.pages
        assert app.screen.show_.deck == group_deck(real, table.stored.group, kept, table.wave(1))
        for number, page in enumerate(pages, start=1):
            assert app.screen.show_.page is page
            assert f"{number}/{len(pages)}" in seen(app)
            assert page.below[0] in seen(app)
            assert app.screen.query_one(Body).max_scroll_y == 0, page.title
            await pilot.press("p", "1", "space")
        assert "dit is de laatste" in seen(app)
        await pilot.press("f1")
        assert "Dit is de uitslag van een groep" in seen(app)
        await pilot.press("f1", "escape")
        assert "Aan de uitslag van de groep verandert niets." in seen(app)
        await pilot.press("j")
        assert isinstance(app.screen, CloseScreen)
        assert place(app) == "afsluiten"
        await pilot.press("z")
        assert isinstance(app.screen, GroupResultScreen)
    assert table.wave(2) == replace(kept, phase="acties", at="afsluiten")


async def test_on_its_own_it_lies_below_everything(tmp_path, real, seen):
    table = Table(tmp_path, real)
    made = group_deck(real, table.stored.group, table.wave())
    app = SamenspelApp(SelfTests(tmp_path), load_questionnaire=lambda: real, start="presenting", made=made)
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.press("n", "right", "end")
        assert "praten" in seen(app).lower()
        offered = [command.title.lower() for command in app.get_system_commands(app.screen)]
        assert not [title for title in offered if any(word in title for word in ("zelftest", "gegevens", "papier"))]
        await pilot.press("escape", "j")
        assert not app.is_running or app._exit
    assert app.last_line() == "Er is niets veranderd. De presentatie opent u weer met ‘samenspel voorlichting --groep’."

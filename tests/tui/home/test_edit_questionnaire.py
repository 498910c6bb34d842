"""A questionnaire of one's own, made and changed in the app: in the same file, with nothing lost and nothing odd."""

import pytest
from textual.widgets import TextArea
from walker import MOMENT

from pilot import pasted
from samenspel.authoring import load
from samenspel.authoring.files import QUESTIONNAIRE
from samenspel.tui.app import SamenspelApp
from samenspel.tui.home.edit_questionnaire import EditStatementScreen, EditStatementsScreen


@pytest.fixture
def app(store):
    return SamenspelApp(store, clock=lambda: MOMENT)


@pytest.fixture
def folder(store):
    return store.folder / "eigen-vragenlijsten" / "almelo-noord"


def folded(text):
    return " ".join(text.replace("│", " ").split())


async def copied(pilot):
    """Make a version of one's own, and go to its statements."""
    await pilot.pause()
    await pilot.press("6", "k", pasted("Almelo Noord"), "enter")
    await pilot.pause()
    await pilot.press("end", "e")


async def write(pilot, text, *keys):
    """Put ``text`` in the place of what stands there."""
    pilot.app.screen.query_one(TextArea).select_all()
    await pilot.press(pasted(text), *keys)


async def test_a_version_of_ones_own_is_made_and_a_statement_changed(app, folder, seen):
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await copied(pilot)
        assert isinstance(app.screen, EditStatementsScreen)
        assert "Zelftest samenwerking in de wijk (Almelo Noord), versie 1.0.0." in folded(seen(app))
        before = (folder / QUESTIONNAIRE).read_text(encoding="utf-8")
        first = load(folder).asked.items[0]
        await pilot.press("enter")
        assert isinstance(app.screen, EditStatementScreen)
        assert f"iedereen: ‘{first.text}’" in folded(seen(app))
        await write(pilot, "Ik weet niet wat een {ander} niet doet.")
        assert "ontkent twee keer" in folded(seen(app))
        assert "wijkcoaches: ‘Ik weet niet wat een jongerenwerker niet doet.’" in folded(seen(app))
        await write(pilot, "x" * 40_001)
        assert "te lang: 40001 tekens" in folded(seen(app))
        await write(pilot, "Ik ken {iemand}.", "f8")
        assert "kan hier niet worden ingevuld" in folded(seen(app))
        await pilot.press("enter")
        await write(pilot, "Ik ken een {ander}.", "f8")
        assert "Versie verhogen?" in seen(app)
        assert load(folder).asked.items[0].text == "Ik ken een {ander}."
        await pilot.press("j")
        assert isinstance(app.screen, EditStatementsScreen)
        assert "versie 1.1.0" in folded(seen(app))
        assert "Ik ken een {ander}." in seen(app)
        after = (folder / QUESTIONNAIRE).read_text(encoding="utf-8")
        changed = [line for line in after.splitlines() if line not in before.splitlines()]
        assert changed == ['versie: "1.1.0"', "    tekst: Ik ken een {ander}."]
        await pilot.press("enter")
        await write(pilot, "Ik ken een {ander}. Echt.", "f8")  # the version is asked about once
        assert isinstance(app.screen, EditStatementsScreen)
        assert load(folder).item(first.id).text == "Ik ken een {ander}. Echt."


async def test_what_was_typed_does_not_go_unasked_nor_over_what_another_wrote(app, folder, seen):
    async with app.run_test(size=(80, 24)) as pilot:
        await copied(pilot)
        old = load(folder).asked.items[0].text
        await pilot.press("enter")
        await write(pilot, "Iets nieuws.", "escape")
        assert "Nog niet bewaard" in seen(app)
        await pilot.press("3")
        file = folder / QUESTIONNAIRE
        file.write_text(file.read_text(encoding="utf-8").replace(old, "Van een ander."), encoding="utf-8")
        await pilot.press("f8")
        assert "Iemand veranderde deze stelling intussen" in folded(seen(app))
        await pilot.press("enter")
        assert "Iets nieuws." in seen(app)
        assert load(folder).asked.items[0].text == "Van een ander."
        await pilot.press("escape", "2")
        assert isinstance(app.screen, EditStatementsScreen)


async def test_a_name_that_is_taken_is_said_and_what_comes_along_is_not_changed(app, folder, seen):
    async with app.run_test(size=(80, 24)) as pilot:
        await copied(pilot)
        await pilot.press("escape", "home", "e")  # that of samenspel itself
        assert not isinstance(app.screen, EditStatementsScreen)
        await pilot.press("k", pasted("almelo noord"), "enter")
        assert "bestaat al" in folded(seen(app))
        await pilot.press("ctrl+u", pasted("…"), "enter")
        assert "kleine letters" in folded(seen(app))
        await pilot.press("escape")
        assert [path.name for path in folder.parent.iterdir()] == ["almelo-noord"]

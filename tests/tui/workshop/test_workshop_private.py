"""What can come up on a beamer: this group's released figures and nothing else, with k on every screen."""

import pytest
from msgspec.structs import replace
from room import FIRST, GROUP
from talker import Table, opened, place
from textual.widgets import Static
from walker import MOMENT, WALKED, sized

from pilot import pasted
from samenspel.group.workshop import go_to
from samenspel.report.groups.report import group_report
from samenspel.session import Session
from samenspel.storage.selftests import SelfTests
from samenspel.tui.widgets.heads import WorkshopHead
from samenspel.tui.workshop.compare import ComparisonScreen
from samenspel.tui.workshop.places import workshop_screen
from samenspel.tui.workshop.voices import FirstReadScreen, VoicesScreen

PLACES = (
    "vergelijken",
    "onderdeel:rol",
    "stelling:rol-ander",
    "opvalt",
    "opvalt:org-terugkoppeling",
    "adviezen",
    "advies:convenant",
    "stemmen",
    "tellen",
    "acties",
    "actie:nieuw",
    "afsluiten",
)


@pytest.fixture
def table(tmp_path, real) -> Table:
    table = Table(tmp_path, real)
    table.groups.create(replace(GROUP, name="Een heel andere groep"), real, FIRST)
    Session.start(SelfTests(tmp_path), real, "kort", MOMENT)  # somebody's own self-test is open on this laptop
    return table


@pytest.mark.parametrize("size", WALKED, ids=sized)
async def test_every_screen_shows_k_and_offers_only_the_workshop(table, seen, size):
    async with (app := table.app()).run_test(size=size) as pilot:
        await opened(pilot, table)
        for at in PLACES:
            app.switch_screen(workshop_screen(app.screen.talk, at))
            await pilot.pause()
            assert place(app) == at
            assert "minimum 5" in seen(app), at
            assert "Wijkteam West" in seen(app), at
            assert app.screen.HELP
            offered = [command.title for command in app.get_system_commands(app.screen)]
            private = ("uitslag", "gegevens", "zelftest", "groep", "verder waar")
            assert not [title for title in offered if any(word in title.lower() for word in private)], at
            assert "Afsluiten" in offered
            everything = " ".join(str(one.render()) for one in app.screen.query(Static))
            assert "andere groep" not in everything, at
            await pilot.press("f1")
            assert "Uitleg" in seen(app), at
            await pilot.press("f1")


async def test_the_start_screen_after_a_talk_shows_nothing_of_the_owner(table, seen):
    async with (app := table.app()).run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "Verder waar u was" in seen(app)
        await opened(pilot, table)
        await pilot.press("escape")
        assert app.screen is app.screen_stack[0]
        assert "Verder waar u was" not in seen(app)
        await pilot.press("4")
        assert "Dit is van de eigenaar van deze laptop" in seen(app)


async def test_no_answer_of_anyone_is_needed_or_read(table, monkeypatch):
    """Once revealed the responses may be gone from the disk: the screens live on what was released."""
    for path in table.folder.rglob("*.json"):
        if path.parent.name == "meting-1" and path.name != "meting.json":
            path.unlink()
    monkeypatch.setattr("samenspel.storage.groups.Groups.contributions", _refuse)
    async with (app := table.app()).run_test(size=(100, 30)) as pilot:
        await opened(pilot, table)
        for at in PLACES:
            app.switch_screen(workshop_screen(app.screen.talk, at))
            await pilot.pause()
            assert place(app) == at


def _refuse(*_args):
    raise AssertionError("a workshop screen read the answers")


async def test_open_answers_come_up_only_when_they_are_asked_for(table, seen):
    texts = [text for shared in table.wave().released.open_answers.values() for text in shared]
    assert texts
    async with (app := table.app()).run_test(size=(60, 20)) as pilot:
        await opened(pilot, table)
        await pilot.press("o")
        assert "Open antwoorden laten zien?" in seen(app)
        assert not any(text in _texts(app) for text in texts)
        await pilot.press("enter", "o", "escape")
        assert isinstance(app.screen, ComparisonScreen)
        await pilot.press("o", "j")
        assert isinstance(app.screen, FirstReadScreen)
        assert not table.wave().read_first
        await pilot.press("t")
        assert isinstance(app.screen, VoicesScreen)
        assert table.wave().read_first  # then they may come in a report too
        assert all(text in _texts(app) for text in texts)
        assert "minimum 5" in seen(app)
        assert table.wave().at == "vergelijken"  # after a kill they do not come up by themselves
        await pilot.press("escape")
        assert isinstance(app.screen, ComparisonScreen)


async def test_a_name_and_a_whole_answer_are_struck_out_before_the_group_sees_them(table, seen):
    texts = [text for shared in table.wave().released.open_answers.values() for text in shared]
    word = max(texts[0].split(), key=len).strip(".,!?")
    async with (app := table.app()).run_test(size=(100, 40)) as pilot:
        await opened(pilot, table)
        await pilot.press("o", "j", "1")
        assert "Wat wilt u doorstrepen?" in seen(app)
        await pilot.press("2", pasted("staat er niet"), "enter")
        assert "Dit staat niet zo in het antwoord" in " ".join(seen(app).split())
        await pilot.press("ctrl+u", pasted(word), "enter")
        assert isinstance(app.screen, FirstReadScreen)
        await pilot.press("2", "3")
        await pilot.press("3", "1")  # nothing
        await pilot.press("t")
        assert isinstance(app.screen, VoicesScreen)
        shown = _texts(app)
        assert "In de open antwoorden is 2 keer iets doorgestreept." in shown
        assert "[…]" in shown
        assert texts[0] not in shown
        assert texts[1] not in shown
        assert all(text in shown for text in texts[2:])
    released = table.wave().released
    assert released.struck == 2
    blocks = group_report(table.questionnaire, table.stored.group, table.wave(), date=MOMENT.date())
    assert texts[1] not in str(blocks)
    assert "2 keer iets doorgestreept" in str(blocks)


async def test_too_few_people_see_no_open_answers(tmp_path, real, seen):
    table = Table(tmp_path, real, people=7)
    async with (app := table.app()).run_test(size=(80, 24)) as pilot:
        await opened(pilot, table)
        await pilot.press("o")
        assert isinstance(app.screen, VoicesScreen)
        assert "pas te zien vanaf 8 deelnemers" in seen(app)


async def test_hidden_cells_say_why(tmp_path, real, seen):
    table = Table(tmp_path, real, people=12)  # nine of one party, three of the other
    async with (app := table.app()).run_test(size=(120, 40)) as pilot:
        await opened(pilot, table)
        assert "jongerenwerkers: " in seen(app)
        assert "minder dan 5 antwoorden" in " ".join(seen(app).split())
        await pilot.press("1", "1")
        assert "minder dan 5 antwoorden" in " ".join(seen(app).split())
        await pilot.press("escape", "escape", "w", "v", "1", "enter")
        assert place(app) == "opvalt"  # there is nothing to open
        assert "Er is geen verschil tussen de partijen te laten zien." in " ".join(seen(app).split())
        await pilot.press("d", "1")
        assert place(app).startswith("opvalt:")
        assert "minder dan 5 antwoorden" in " ".join(seen(app).split())


async def test_a_statement_of_one_party_is_shown_as_such(tmp_path, real, seen):
    table = Table(tmp_path, real)
    [item, *_others] = [item.id for item in real.asked.items if item.only == ("wijkcoach",)]
    table.groups.update_wave(table.stored.id, 1, lambda wave: go_to(wave, "vergelijken", f"stelling:{item}"))
    async with (app := table.app()).run_test(size=(120, 40)) as pilot:
        await opened(pilot, table)
        shown = " ".join(seen(app).split())
        assert "deze stelling is alleen aan wijkcoaches gesteld" in shown
        assert "jongerenwerkers: niet gesteld" in shown
        assert "alleen wijkcoaches: gemiddeld" in shown
        assert "hele groep" not in shown
        assert "niet te laten zien" not in shown


async def test_a_group_below_k_sees_no_figures_and_can_still_agree(tmp_path, real, seen):
    table = Table(tmp_path, real, people=4)
    async with (app := table.app()).run_test(size=(80, 24)) as pilot:
        await opened(pilot, table)
        assert "te weinig antwoorden" in " ".join(_texts(app).split())
        await pilot.press("1", "1", "escape", "escape", "right")
        assert "Er is geen advies" in seen(app)
        await pilot.press("s", "n", "p", "w", "t", "a", "1", "right", "n", "z")
        assert place(app) == "actie:nieuw"


async def test_an_open_table_says_that_it_is_not_anonymous(tmp_path, real, seen):
    group = replace(GROUP, name="Open tafel", expected={"wijkcoach": 2, "jongerenwerker": 2}, open_table=True)
    table = Table(tmp_path, real, group, people=4)
    async with (app := table.app()).run_test(size=(80, 24)) as pilot:
        await opened(pilot, table)
        for at in PLACES:
            app.switch_screen(workshop_screen(app.screen.talk, at))
            await pilot.pause()
            assert "niet anoniem" in seen(app), at
            assert app.screen.query_one(WorkshopHead)


def _texts(app) -> str:
    return " ".join(str(one.render()) for one in app.screen.query("#page Static").results(Static))

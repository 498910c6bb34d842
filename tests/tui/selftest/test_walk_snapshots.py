"""Pictures of the welcome page, a statement and a card at three sizes; of a statement in the other colours too."""

from pathlib import Path

import pytest
from walker import MOMENT, SIZES

from samenspel.response import Response
from samenspel.storage.selftests import SelfTests
from samenspel.tui import themes
from samenspel.tui.app import SamenspelApp
from samenspel.tui.navigation import OpenSelfTest

ANSWERED = Response(
    party="bakker",
    answers={"rol-brood": 2},
    notes={"rol-brood": "alleen bij de weegtafel [/]"},
    knowledge={"kennis-brood": "slager"},
)
STEPS = {"welcome": "welcome", "statement": "item:rol-brood", "card": "card:kennis-brood"}


@pytest.fixture
def picture(snap_compare, small, tmp_path, monkeypatch):
    """``picture(step, size, theme)`` compares the app at that step with the picture that is kept."""
    monkeypatch.chdir(tmp_path)
    store = SelfTests(Path("gegevens"))  # the path is shown, so it must be the same everywhere
    selftest = store.create(small, ANSWERED, at="welcome", now=MOMENT)

    def compare(step: str, size: tuple[int, int], theme: str = themes.DARK) -> bool:
        from msgspec.structs import replace

        app = SamenspelApp(store, load_questionnaire=lambda: small, clock=lambda: MOMENT)

        async def open_step(pilot):
            app.theme = theme
            app.navigator.open(OpenSelfTest(store.update(selftest.id, lambda stored: replace(stored, at=STEPS[step]))))
            await pilot.pause()

        return snap_compare(app, terminal_size=size, run_before=open_step)

    return compare


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("step", STEPS)
def test_looks_as_kept(picture, step, size):
    assert picture(step, size)


@pytest.mark.parametrize("theme", [themes.LIGHT, themes.HIGH_CONTRAST])
def test_other_colours_look_as_kept(picture, theme):
    assert picture("statement", (80, 24), theme)

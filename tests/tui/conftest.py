"""An app over a store in a temporary folder, with a clock that stands still."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from textual.css.stylesheet import Stylesheet
from walker import MOMENT, SIZES, sized

from samenspel.questionnaire.model import Questionnaire
from samenspel.storage.selftests import SelfTests
from samenspel.tui.app import SamenspelApp


@pytest.fixture(scope="session", autouse=True)
def _style_sheets_parsed_once() -> Iterator[None]:
    """Let all apps share the rules of a style sheet: each parses the same thousand rules, which nothing changes."""
    parse, parsed = Stylesheet._parse_rules, {}

    def parse_once(sheet: Stylesheet, *what: object, **more: object) -> object:
        key = (what, tuple(more.items()), tuple(sheet._variables.items()))
        if key not in parsed:
            parsed[key] = parse(sheet, *what, **more)
        return parsed[key]

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(Stylesheet, "_parse_rules", parse_once)
        yield


@pytest.fixture(autouse=True)
def _by_a_person(by_a_person: None) -> None:
    """Each of these tests."""


@pytest.fixture(params=SIZES, ids=sized)
def size(request: pytest.FixtureRequest) -> tuple[int, int]:
    """The three sizes at which every screen must work."""
    return request.param


@pytest.fixture
def store(tmp_path: Path) -> SelfTests:
    return SelfTests(tmp_path / "gegevens")


@pytest.fixture
def app_for(store: SelfTests, small: Questionnaire) -> Callable[..., SamenspelApp]:
    """``app_for(questionnaire=small, start="home", …)``: an app over ``store``; run it with ``run_test(size=…)``."""

    def make(questionnaire: Questionnaire = small, **options: object) -> SamenspelApp:
        return SamenspelApp(store, load_questionnaire=lambda: questionnaire, clock=lambda: MOMENT, **options)

    return make


@pytest.fixture
def seen() -> Callable[[SamenspelApp], str]:
    """``seen(app)``: the text on the screen as a person sees it, line by line."""

    def text(app: SamenspelApp) -> str:
        height = app.size.height
        strips = app.screen._compositor.render_strips(app.size)
        return "\n".join(strip.text.rstrip() for strip in strips[:height])

    return text

"""Typing paper forms over: one key a statement, a check before it is added, and nothing lost in silence."""

import csv

import pytest
from groups_help import counted, give, make, person
from hypothesis import HealthCheck, given, settings
from msgspec.structs import replace
from paper_typist import kind_key, typed
from walker import MOMENT

from bots import responses
from bringing import brought
from samenspel.exchange.receive.forms import PaperForm, cells_of, columns
from samenspel.exchange.receive.typed_over import Printed
from samenspel.storage.groups import Groups
from samenspel.tui.navigation import TypeOver
from samenspel.tui.paper.typing import TypingScreen

SIZE = (80, 24)


@pytest.fixture
def groups(store):
    return Groups(store.folder)


@pytest.fixture
def stored(groups, small):
    return make(groups, small)


async def begin(pilot, questionnaire, group_id="", printed=Printed()):
    """Choose the form that lies there."""
    pilot.app.navigator.open(TypeOver(group_id))
    await pilot.press("j", kind_key(questionnaire, printed))
    assert isinstance(pilot.app.screen, TypingScreen)


def inside(groups, stored):
    return counted(groups.contributions(groups.read(stored.id), 1))


async def test_forms_go_into_the_group_one_after_another(app_for, groups, small, stored, seen):
    people = [person(0), person(1), person(2, "slager")]
    forms = [PaperForm(str(number), one) for number, one in enumerate(people, 1)]
    app = app_for()
    async with app.run_test(size=SIZE) as pilot:
        await begin(pilot, small, stored.id)
        for number, form in enumerate(forms, 1):
            await pilot.press(*typed(small, form, Printed()))
            assert f"✓ Formulier {number} is toegevoegd." in seen(app)
        assert "Er zijn nu 3 formulieren bij de groep." in seen(app)
        await pilot.press("escape")
        assert "✓ 3 formulieren bij de groep." in seen(app)
    assert sum(inside(groups, stored).values()) == 3

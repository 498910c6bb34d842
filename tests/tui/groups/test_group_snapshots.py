"""Pictures of the list of groups, of collecting, and of the warning before the reveal."""

import pytest
from groups_help import give, make, open_collecting, person

from samenspel.storage.groups import Groups


@pytest.fixture
def picture(app_for, store, small, snap_compare):
    groups = Groups(store.folder)
    stored = make(groups, small)
    make(groups, small, "Oost [/]", area="Zuidoost")
    give(groups, stored, small, *(person(n) for n in range(4)), *(person(n, "slager") for n in range(3)))

    def compare(*keys: str, back: int = 0) -> bool:
        async def go(pilot) -> None:
            await open_collecting(pilot, stored)
            await pilot.press(*["escape"] * back, *keys)

        return snap_compare(app_for(), terminal_size=(80, 24), run_before=go)

    return compare


def test_the_list_of_groups(picture):
    assert picture(back=2)


def test_collecting(picture):
    assert picture()


def test_the_warning_before_the_reveal(picture):
    assert picture("5")

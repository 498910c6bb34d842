"""Many windows at once on the groups of one folder: no response that was acknowledged is lost."""

import pytest
from grouper import TODAY, entry, tally

from samenspel.group.model import Group
from samenspel.storage.groups import Groups


@pytest.fixture
def groups(tmp_path):
    return Groups(tmp_path / "gegevens")


@pytest.fixture
def west(groups, small):
    return groups.create(Group("West", 5), small, TODAY)


def responses(groups, group_id):
    """The ids in each wave."""
    stored = groups.read(group_id)
    return {wave.number: set(groups.names(group_id, wave.number)) for wave in stored.waves}


def test_eight_windows_that_add_at_the_same_time_lose_nothing(groups, west, start):
    children = [start("grouper.py", groups.folder, west.id, 20) for _window in range(8)]
    given = []
    for child in children:
        output, errors = child.communicate()
        assert errors == ""
        given += output.split()
    assert len(set(given)) == 160
    assert responses(groups, west.id) == {1: set(given)}
    assert groups.counts(west) == {"bakker": 160}
    assert tally(groups, west) == {"bakker": {"nog-niet": 160}}
    assert groups.notices == []


def test_two_windows_see_each_others_work(groups, west):
    other = Groups(groups.folder)
    groups.add(west.id, [entry(), entry()])
    assert other.counts(other.read(west.id)) == {"bakker": 2}
    one = entry(party="slager")
    other.add(west.id, [one])
    assert groups.counts(west) == {"bakker": 2, "slager": 1}
    other.withdraw(west.id, one.id)
    assert groups.counts(west) == {"bakker": 2}
    other.delete(west.id)
    assert groups.all() == []

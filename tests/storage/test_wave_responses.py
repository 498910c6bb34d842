"""How a wave's responses stand on the disk is known in one place: with another, everything works as it did."""

import pytest
from grouper import TODAY, entry
from msgspec.structs import replace

from samenspel.group.model import Group
from samenspel.storage import NotFoundError, group_files, group_folders
from samenspel.storage.groups import Groups, Place
from samenspel.storage.wave_responses import StoredResponses, WaveResponses

KEPT = {}


class InMemory:
    """Responses that stand in no file at all, each with its experience."""

    def __init__(self, folder):
        # A group that is being made has another name than when it is there.
        self._mine = KEPT.setdefault(folder.parent.name.strip(".").split(".")[0] + folder.name, {})

    def names(self):
        return sorted(self._mine)

    def has(self, name):
        return name in self._mine

    def read(self, fitting):
        return StoredResponses(tuple(filter(fitting.fits, self._mine.values())), (), ())

    def experience(self):
        tally = {}
        for given in self._mine.values():
            party = tally.setdefault(given.response.party, {})
            party[given.response.experience] = party.get(given.response.experience, 0) + 1
        return tally

    def add(self, entry):
        self._mine[entry.id] = entry.contribution

    def take_out(self, name, _experience=""):
        del self._mine[name]

    def set_aside(self, damaged):
        return iter(damaged)


def test_the_seam_is_whole():
    methods = {name for name in vars(WaveResponses) if not name.startswith("_")}
    assert methods == {name for name in vars(InMemory) if not name.startswith("_")}


@pytest.mark.parametrize("made", [WaveResponses, InMemory])
def test_nothing_else_knows_how_responses_stand_on_the_disk(tmp_path, small, monkeypatch, made):
    monkeypatch.setattr(group_folders, "WaveResponses", made)
    KEPT.clear()
    groups = Groups(tmp_path)
    first = [entry(number, experience="nog-niet") for number in range(3)]
    west = groups.create(Group("West", 5), small, TODAY, first)
    more = [entry(number, party="slager", experience="langer-1") for number in range(4)]
    assert set(groups.add(west.id, more).values()) == {"added"}
    assert groups.add(west.id, first[:1]) == {first[0].id: "double"}
    assert groups.where(more[0].id) == (Place(west.id, 1),)
    assert groups.named(west, more[0].id[:8]) == more[0].id
    assert groups.counts(west) == {"bakker": 3, "slager": 4}
    groups.withdraw(west.id, more[0].id, "langer-1")
    with pytest.raises(NotFoundError):
        groups.withdraw(west.id, more[0].id)
    assert groups.names(west.id, 1) == sorted(one.id for one in [*first, *more[1:]])
    released = groups.reveal(west.id, TODAY).wave.released
    assert released.n == 6
    groups.new_wave(west.id, TODAY)
    assert groups.add(west.id, more[1:2]) == {more[1].id: "earlier"}
    form = replace(more[1], from_answers=True)
    assert groups.add(west.id, [form]) == {form.id: "added"}
    assert groups.where(form.id) == (Place(west.id, 1), Place(west.id, 2))
    kinds = {group_files.kind(path) for path in groups.files()}
    assert kinds == ({"group", "wave"} if made is InMemory else {"group", "wave", "responses"})
    groups.delete(west.id)
    assert groups.files() == []

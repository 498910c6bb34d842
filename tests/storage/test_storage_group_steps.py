"""What a group takes back is gone from the disk too: a field at its default is not written, and must not stay."""

from datetime import date

from grouper import entry
from msgspec.structs import replace

from samenspel.group.model import Action, Group
from samenspel.storage.groups import Groups


def test_what_is_taken_back_is_gone(tmp_path, small):
    groups = Groups(tmp_path)
    made = groups.create(Group("West", 5, area="noord", open_table=False), small, date(2026, 3, 2))
    groups.add(made.id, [entry(0) for _person in range(5)])
    stored = groups.reveal(made.id, date(2026, 3, 2))
    assert [one.id for one in stored.wave.released.advice] == ["praten"]
    action = Action("Bellen", "wij", "2026-04-01", "2026-06-01")
    full = {
        "votes": {"praten": 3},
        "voters": 1,
        "pinned": ("praten",),
        "dismissed": {"praten": "nee"},
        "actions": (action,),
        "at": "acties",
        "order": "verschil",
    }
    groups.update_wave(stored.id, 1, lambda wave: replace(wave, **full))
    empty = groups.update_wave(stored.id, 1, lambda _wave: stored.wave).wave
    assert groups.read(stored.id).wave == empty == stored.wave
    assert groups.change(stored.id, lambda group: replace(group, area="")).group == groups.read(stored.id).group
